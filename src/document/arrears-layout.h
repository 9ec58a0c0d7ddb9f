/* arrears-layout.h: text flowing down pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-page.h"

G_BEGIN_DECLS

/* All measures are points unless they say otherwise. */

typedef struct
{
  double width, height;
  double top, bottom, left, right; /* margins */
} ArrearsPaper;

typedef struct
{
  ArrearsTypeface typeface;
  ArrearsFigures figures;
  ArrearsAlignment alignment;
  ArrearsInk ink;
  double size;
  double leading;      /* from base line to base line */
  int first_indent;    /* thousandths of an em; negative hangs the first line out */
  double left, right;  /* kept free at the sides */
  double space_before; /* not at the head of a page */
} ArrearsParagraphStyle;

/* Composes from top to bottom, a new page wherever needed. A failure, such as a character that no
 * font has, is kept; what follows is then passed over, and arrears_layout_finish() reports the
 * first.
 */
typedef struct _ArrearsLayout ArrearsLayout;

/* `fonts` must live as long as the layout. */
ArrearsLayout *arrears_layout_new  (const ArrearsFontSet *fonts, const ArrearsPaper *paper);
void           arrears_layout_free (ArrearsLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsLayout, arrears_layout_free)

/* What stands left in the footer of every page; right stands 第 x 页 共 y 页. */
void arrears_layout_set_footer (ArrearsLayout *layout, const char *text);

/* A pale word across every page, under the text. */
void arrears_layout_set_watermark (ArrearsLayout *layout, const char *text);

/* Neither the first nor the last line of a paragraph stands alone on a page. An empty text adds
 * nothing.
 */
void arrears_layout_add_paragraph (ArrearsLayout *layout, const ArrearsParagraphStyle *style,
                                   const char *text);

/* A paragraph with a label before it, in a column of that width. */
void arrears_layout_add_labelled (ArrearsLayout *layout, const ArrearsParagraphStyle *style,
                                  const char *label, double label_width, const char *text);

/* Not at the head of a page. */
void arrears_layout_add_space (ArrearsLayout *layout, double height);

/* A line across the measure, dashed where `dash` is more than 0. It takes no height. */
void arrears_layout_add_rule (ArrearsLayout *layout, double thickness, double dash,
                              ArrearsInk ink);

/* A picture fitted into a square of that side, its centre at x and y from where the flow stands.
 * It takes no height; what is added later stands on top of it.
 */
void arrears_layout_add_picture (ArrearsLayout *layout, ArrearsPicture *picture, double x,
                                 double y, double side);

/* What is added between the two stays on one page. Blocks do not nest, and are lower than a page. */
void arrears_layout_begin_block (ArrearsLayout *layout);
void arrears_layout_end_block   (ArrearsLayout *layout);

/* The same, and stands at the foot of its page unless it is the first on it. */
void arrears_layout_end_block_at_foot (ArrearsLayout *layout);

/* Drops what was added since the block began and says how high it was. */
double arrears_layout_cancel_block (ArrearsLayout *layout);

guint arrears_layout_get_n_pages (ArrearsLayout *layout);

/* Goes to the head of the next page, unless it stands at one. */
void arrears_layout_break_page (ArrearsLayout *layout);

/* For what composes itself, such as a table. */

const ArrearsFontSet *arrears_layout_get_fonts (ArrearsLayout *layout);
double                arrears_layout_get_width (ArrearsLayout *layout); /* between the margins */

/* FALSE once something failed, or if `error` is not NULL, which it takes. */
gboolean arrears_layout_take_error (ArrearsLayout *layout, GError *error);

/* Whether that much height is left on the page; inside a block always. */
gboolean arrears_layout_has_room (ArrearsLayout *layout, double height);

/* The page, where the flow stands on it, and its left margin. (lend) */
ArrearsPage *arrears_layout_peek_page (ArrearsLayout *layout, double *x, double *y);

/* Moves the flow down over what was put on the page. */
void arrears_layout_advance (ArrearsLayout *layout, double height);

/* Ends the composition: pages of ArrearsPage, at least one, footers and watermark on each.
 * (transfer full)
 */
GPtrArray *arrears_layout_finish (ArrearsLayout *layout, GError **error);

G_END_DECLS

/* arrears-page.h: what stands where on a page, before any file format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-line.h"
#include "arrears-picture.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_INK_BLACK,
  ARREARS_INK_GREY, /* footers, hints */
  ARREARS_INK_PALE, /* what lies under the text */
  ARREARS_INK_SEAL, /* vermilion */
} ArrearsInk;

typedef enum
{
  ARREARS_MARK_TEXT,
  ARREARS_MARK_RULE,
  ARREARS_MARK_PICTURE,
} ArrearsMarkKind;

typedef struct
{
  gunichar character;
  guint32 glyph;
  guint16 face;
  gint16 advance; /* as the font has it, thousandths of an em */
  int x;          /* from the mark's x, thousandths of an em */
} ArrearsPlacedGlyph;

/* Points, from the upper left corner of the page downwards. */
typedef struct
{
  ArrearsMarkKind kind;
  ArrearsInk ink;
  double x, y;            /* text: where the base line begins; picture: upper left corner */
  double width, height;   /* rule: to its other end; picture: its size */
  double size;            /* text: of the font; rule: thickness */
  double angle;           /* text: degrees, anticlockwise */
  double dash;            /* rule: length of dashes and blanks; 0 for a solid one */
  GArray *glyphs;         /* text: of ArrearsPlacedGlyph */
  ArrearsPicture *picture;
} ArrearsMark;

typedef struct
{
  double width, height;
  GPtrArray *marks; /* of ArrearsMark, later ones on top */
} ArrearsPage;

ArrearsPage *arrears_page_new  (double width, double height);
void         arrears_page_free (ArrearsPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsPage, arrears_page_free)

/* One line of a text; `measure` as for arrears_line_place(). The mark may be altered. (lend) */
ArrearsMark *arrears_page_add_line (ArrearsPage *page, const ArrearsShapedText *text,
                                    const ArrearsLine *line, int measure,
                                    ArrearsAlignment alignment, double x, double y, double size);

ArrearsMark *arrears_page_add_rule    (ArrearsPage *page, double x, double y, double width,
                                       double thickness);
ArrearsMark *arrears_page_add_picture (ArrearsPage *page, ArrearsPicture *picture, double x,
                                       double y, double width, double height);

/* Moves all marks of `from` onto `page`, `dy` further down, and frees `from`. */
void arrears_page_take_marks (ArrearsPage *page, ArrearsPage *from, double dy);

/* One line a mark, as text with its place: for tests and for people. */
char *arrears_page_to_text (const ArrearsPage *page);

G_END_DECLS

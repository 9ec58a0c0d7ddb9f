/* arrears-layout.c: text flowing down pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-layout.h"

#include <math.h>

struct _ArrearsLayout
{
  const ArrearsFontSet *fonts;
  ArrearsPaper paper;
  GPtrArray *pages;
  ArrearsPage *block; /* what has been added since a block began, from y = 0; else NULL */
  double y;           /* on the last page */
  double block_y;     /* on the block */
  char *footer;
  char *watermark;
  GError *error; /* the first */
};

#define EM 1000.0

/* Of a square of Chinese, above its base line. */
#define ASCENT 0.88

/* A paragraph is torn apart only where this many lines stay on either side. */
#define MIN_LINES_TOGETHER 2

#define FOOTER_SIZE 8.5
#define FOOTER_DROP 26.0 /* from the text's bottom edge to the footer's base line */
#define FOOTER_INK ARREARS_INK_GREY

#define WATERMARK_SIZE 150.0
#define WATERMARK_ANGLE 35.0

static ArrearsPage *
add_page (ArrearsLayout *self)
{
  ArrearsPage *page = arrears_page_new (self->paper.width, self->paper.height);

  g_ptr_array_add (self->pages, page);
  self->y = self->paper.top;
  return page;
}

ArrearsLayout *
arrears_layout_new (const ArrearsFontSet *fonts, const ArrearsPaper *paper)
{
  ArrearsLayout *self = g_new0 (ArrearsLayout, 1);

  self->fonts = fonts;
  self->paper = *paper;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) arrears_page_free);
  add_page (self);
  return self;
}

void
arrears_layout_free (ArrearsLayout *layout)
{
  g_clear_pointer (&layout->pages, g_ptr_array_unref);
  g_clear_pointer (&layout->block, arrears_page_free);
  g_free (layout->footer);
  g_free (layout->watermark);
  g_clear_error (&layout->error);
  g_free (layout);
}

void
arrears_layout_set_footer (ArrearsLayout *layout, const char *text)
{
  g_free (layout->footer);
  layout->footer = g_strdup (text);
}

void
arrears_layout_set_watermark (ArrearsLayout *layout, const char *text)
{
  g_free (layout->watermark);
  layout->watermark = g_strdup (text);
}

const ArrearsFontSet *
arrears_layout_get_fonts (ArrearsLayout *layout)
{
  return layout->fonts;
}

double
arrears_layout_get_width (ArrearsLayout *layout)
{
  return layout->paper.width - layout->paper.left - layout->paper.right;
}

gboolean
arrears_layout_take_error (ArrearsLayout *layout, GError *error)
{
  if (error != NULL && layout->error == NULL)
    layout->error = error;
  else
    g_clear_error (&error);
  return layout->error == NULL;
}

static double
get_room (ArrearsLayout *self)
{
  return self->block != NULL ? G_MAXDOUBLE : self->paper.height - self->paper.bottom - self->y;
}

/* Sums of fractions may pass the edge by less than anyone can print. */
gboolean
arrears_layout_has_room (ArrearsLayout *layout, double height)
{
  return height <= get_room (layout) + 0.01;
}

static gboolean
stands_at_head (ArrearsLayout *self)
{
  return self->block != NULL ? self->block_y <= 0 : self->y <= self->paper.top;
}

void
arrears_layout_break_page (ArrearsLayout *layout)
{
  if (layout->block == NULL && !stands_at_head (layout))
    add_page (layout);
}

ArrearsPage *
arrears_layout_peek_page (ArrearsLayout *layout, double *x, double *y)
{
  *x = layout->paper.left;
  *y = layout->block != NULL ? layout->block_y : layout->y;
  return layout->block != NULL ? layout->block
                               : g_ptr_array_index (layout->pages, layout->pages->len - 1);
}

void
arrears_layout_advance (ArrearsLayout *layout, double height)
{
  if (layout->block != NULL)
    layout->block_y += height;
  else
    layout->y += height;
}

void
arrears_layout_add_space (ArrearsLayout *layout, double height)
{
  if (stands_at_head (layout) && layout->block == NULL)
    return;
  if (arrears_layout_has_room (layout, height))
    arrears_layout_advance (layout, height);
  else
    arrears_layout_break_page (layout);
}

static int
get_measure (double width, double size)
{
  return (int) lround (width * EM / size);
}

static ArrearsShapedText *
shape (ArrearsLayout *self, const ArrearsParagraphStyle *style, const char *text)
{
  g_autoptr (GError) error = NULL;
  ArrearsShapedText *shaped = NULL;

  if (self->error != NULL)
    return NULL;
  shaped = arrears_shaped_text_new (self->fonts, style->typeface, style->figures, text, &error);
  arrears_layout_take_error (self, g_steal_pointer (&error));
  return shaped;
}

static void
add_line (ArrearsLayout *self, const ArrearsParagraphStyle *style, const ArrearsShapedText *text,
          const ArrearsLine *line, int measure)
{
  double x, y;
  ArrearsPage *page = arrears_layout_peek_page (self, &x, &y);
  double base = y + (style->leading - style->size) / 2 + ASCENT * style->size;
  ArrearsMark *mark = arrears_page_add_line (page, text, line, measure, style->alignment,
                                             x + style->left, base, style->size);

  mark->ink = style->ink;
  arrears_layout_advance (self, style->leading);
}

/* How many of the lines left go on this page: all, or as many as leave no line alone. */
static guint
count_fitting_lines (ArrearsLayout *self, const ArrearsParagraphStyle *style, guint n_left)
{
  double room = get_room (self) + 0.01;
  guint n_fitting = room >= n_left * style->leading ? n_left : (guint) (room / style->leading);

  if (n_fitting == n_left)
    return n_left;
  if (n_left < 2 * MIN_LINES_TOGETHER)
    return 0;

  n_fitting = MIN (n_fitting, n_left - MIN_LINES_TOGETHER);
  return n_fitting >= MIN_LINES_TOGETHER ? n_fitting : 0;
}

static void
add_lines (ArrearsLayout *self, const ArrearsParagraphStyle *style, const ArrearsShapedText *text,
           GArray *lines, int measure)
{
  guint done = 0;

  while (done < lines->len)
    {
      guint n_fitting = count_fitting_lines (self, style, lines->len - done);

      if (n_fitting == 0 && stands_at_head (self))
        n_fitting = 1; /* a page lower than two lines */
      for (guint i = 0; i < n_fitting; i++, done++)
        add_line (self, style, text, &g_array_index (lines, ArrearsLine, done), measure);
      if (done < lines->len)
        arrears_layout_break_page (self);
    }
}

void
arrears_layout_add_paragraph (ArrearsLayout *layout, const ArrearsParagraphStyle *style,
                              const char *text)
{
  double width = arrears_layout_get_width (layout) - style->left - style->right;
  int measure = get_measure (width, style->size);
  g_autoptr (ArrearsShapedText) shaped = shape (layout, style, text);
  g_autoptr (GArray) lines = NULL;

  if (shaped == NULL)
    return;

  lines = arrears_line_break_text (shaped, measure, style->first_indent);
  if (lines->len > 0)
    arrears_layout_add_space (layout, style->space_before);
  add_lines (layout, style, shaped, lines, measure);
}

void
arrears_layout_add_rule (ArrearsLayout *layout, double thickness, double dash, ArrearsInk ink)
{
  double x, y;
  ArrearsPage *page = arrears_layout_peek_page (layout, &x, &y);
  ArrearsMark *mark
      = arrears_page_add_rule (page, x, y, arrears_layout_get_width (layout), thickness);

  mark->dash = dash;
  mark->ink = ink;
}

void
arrears_layout_add_picture (ArrearsLayout *layout, ArrearsPicture *picture, double x, double y,
                            double side)
{
  double width = arrears_picture_get_width (picture);
  double height = arrears_picture_get_height (picture);
  double scale = side / MAX (width, height);
  double left, top;
  ArrearsPage *page = arrears_layout_peek_page (layout, &left, &top);
  ArrearsMark *mark
      = arrears_page_add_picture (page, picture, left + x - width * scale / 2,
                                  top + y - height * scale / 2, width * scale, height * scale);

  mark->ink = ARREARS_INK_SEAL;
}

void
arrears_layout_begin_block (ArrearsLayout *layout)
{
  g_return_if_fail (layout->block == NULL);

  layout->block = arrears_page_new (layout->paper.width, layout->paper.height);
  layout->block_y = 0;
}

static void
end_block (ArrearsLayout *self, gboolean at_foot)
{
  ArrearsPage *block = g_steal_pointer (&self->block);
  double x, y;
  ArrearsPage *page;

  g_return_if_fail (block != NULL);

  if (!arrears_layout_has_room (self, self->block_y))
    arrears_layout_break_page (self);
  if (at_foot && !stands_at_head (self))
    self->y += MAX (get_room (self) - self->block_y, 0);
  page = arrears_layout_peek_page (self, &x, &y);
  arrears_page_take_marks (page, block, y);
  arrears_layout_advance (self, self->block_y);
}

void
arrears_layout_end_block (ArrearsLayout *layout)
{
  end_block (layout, FALSE);
}

void
arrears_layout_end_block_at_foot (ArrearsLayout *layout)
{
  end_block (layout, TRUE);
}

double
arrears_layout_cancel_block (ArrearsLayout *layout)
{
  g_clear_pointer (&layout->block, arrears_page_free);
  return layout->block_y;
}

guint
arrears_layout_get_n_pages (ArrearsLayout *layout)
{
  return layout->pages->len;
}

void
arrears_layout_add_labelled (ArrearsLayout *layout, const ArrearsParagraphStyle *style,
                             const char *label, double label_width, const char *text)
{
  ArrearsParagraphStyle beside = *style;
  gboolean is_alone = layout->block == NULL;

  if (is_alone)
    arrears_layout_begin_block (layout);

  arrears_layout_add_paragraph (layout, style, label);
  arrears_layout_advance (layout, -style->leading);
  beside.left += label_width;
  beside.space_before = 0;
  arrears_layout_add_paragraph (layout, &beside, text);

  if (is_alone)
    arrears_layout_end_block (layout);
}

/* A line of its own at a height, outside the flow. */
static ArrearsMark *
add_fixed (ArrearsLayout *self, ArrearsPage *page, const ArrearsParagraphStyle *style,
           const char *text, double y)
{
  g_autoptr (ArrearsShapedText) shaped = shape (self, style, text);
  int measure = get_measure (arrears_layout_get_width (self), style->size);
  g_autoptr (GArray) lines = NULL;
  ArrearsMark *mark;

  if (shaped == NULL)
    return NULL;
  lines = arrears_line_break_text (shaped, measure, 0);
  if (lines->len == 0)
    return NULL;

  mark = arrears_page_add_line (page, shaped, &g_array_index (lines, ArrearsLine, 0), measure,
                                style->alignment, self->paper.left, y, style->size);
  mark->ink = style->ink;
  return mark;
}

static void
add_footer (ArrearsLayout *self, ArrearsPage *page, guint number)
{
  ArrearsParagraphStyle style = { .size = FOOTER_SIZE, .ink = FOOTER_INK };
  g_autofree char *count = g_strdup_printf ("第 %u 页 共 %u 页", number, self->pages->len);
  double y = self->paper.height - self->paper.bottom + FOOTER_DROP;

  if (self->footer == NULL)
    return;
  add_fixed (self, page, &style, self->footer, y);
  style.alignment = ARREARS_ALIGNMENT_RIGHT;
  add_fixed (self, page, &style, count, y);
}

/* First on its page, so that everything stands on it; turned about the page's middle. */
static void
add_watermark (ArrearsLayout *self, ArrearsPage *page)
{
  ArrearsParagraphStyle style = { .typeface = ARREARS_TYPEFACE_HEADING, .size = WATERMARK_SIZE };
  g_autoptr (ArrearsPage) under = arrears_page_new (page->width, page->height);
  double radians = WATERMARK_ANGLE * G_PI / 180;
  ArrearsMark *mark;
  double half;

  if (self->watermark == NULL)
    return;
  mark = add_fixed (self, under, &style, self->watermark, 0);
  if (mark == NULL)
    return;

  half = (double) mark->glyphs->len * WATERMARK_SIZE / 2;
  mark->x = page->width / 2 - half * cos (radians) + WATERMARK_SIZE / 3 * sin (radians);
  mark->y = page->height / 2 + half * sin (radians) + WATERMARK_SIZE / 3 * cos (radians);
  mark->angle = WATERMARK_ANGLE;
  mark->ink = ARREARS_INK_PALE;
  g_ptr_array_insert (page->marks, 0, g_ptr_array_steal_index (under->marks, 0));
}

GPtrArray *
arrears_layout_finish (ArrearsLayout *layout, GError **error)
{
  for (guint i = 0; i < layout->pages->len; i++)
    {
      ArrearsPage *page = g_ptr_array_index (layout->pages, i);

      add_watermark (layout, page);
      add_footer (layout, page, i + 1);
    }

  if (layout->error == NULL)
    return g_steal_pointer (&layout->pages);

  g_propagate_error (error, g_steal_pointer (&layout->error));
  return NULL;
}

/* arrears-page.c: what stands where on a page, before any file format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-page.h"

static void
free_mark (gpointer data)
{
  ArrearsMark *mark = data;

  g_clear_pointer (&mark->glyphs, g_array_unref);
  g_clear_pointer (&mark->picture, arrears_picture_unref);
  g_free (mark);
}

ArrearsPage *
arrears_page_new (double width, double height)
{
  ArrearsPage *page = g_new0 (ArrearsPage, 1);

  page->width = width;
  page->height = height;
  page->marks = g_ptr_array_new_with_free_func (free_mark);
  return page;
}

void
arrears_page_free (ArrearsPage *page)
{
  g_clear_pointer (&page->marks, g_ptr_array_unref);
  g_free (page);
}

static ArrearsMark *
add_mark (ArrearsPage *page, ArrearsMarkKind kind, double x, double y)
{
  ArrearsMark *mark = g_new0 (ArrearsMark, 1);

  mark->kind = kind;
  mark->x = x;
  mark->y = y;
  g_ptr_array_add (page->marks, mark);
  return mark;
}

ArrearsMark *
arrears_page_add_line (ArrearsPage *page, const ArrearsShapedText *text, const ArrearsLine *line,
                       int measure, ArrearsAlignment alignment, double x, double y, double size)
{
  g_autoptr (GArray) places = arrears_line_place (text, line, measure, alignment);
  ArrearsMark *mark = add_mark (page, ARREARS_MARK_TEXT, x, y);

  mark->size = size;
  mark->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (ArrearsPlacedGlyph), places->len);
  for (guint i = 0; i < places->len; i++)
    {
      ArrearsCluster *cluster = &g_array_index (text->clusters, ArrearsCluster, line->begin + i);
      ArrearsPlacedGlyph glyph = {
        .character = cluster->character,
        .glyph = cluster->glyph,
        .face = cluster->face,
        .advance = cluster->own_advance,
        .x = g_array_index (places, int, i) + cluster->shift,
      };

      g_array_append_val (mark->glyphs, glyph);
    }
  return mark;
}

ArrearsMark *
arrears_page_add_rule (ArrearsPage *page, double x, double y, double width, double thickness)
{
  ArrearsMark *mark = add_mark (page, ARREARS_MARK_RULE, x, y);

  mark->width = width;
  mark->size = thickness;
  return mark;
}

ArrearsMark *
arrears_page_add_picture (ArrearsPage *page, ArrearsPicture *picture, double x, double y,
                          double width, double height)
{
  ArrearsMark *mark = add_mark (page, ARREARS_MARK_PICTURE, x, y);

  mark->picture = arrears_picture_ref (picture);
  mark->width = width;
  mark->height = height;
  return mark;
}

void
arrears_page_take_marks (ArrearsPage *page, ArrearsPage *from, double dy)
{
  for (guint i = 0; i < from->marks->len; i++)
    ((ArrearsMark *) g_ptr_array_index (from->marks, i))->y += dy;

  g_ptr_array_extend_and_steal (page->marks, g_steal_pointer (&from->marks));
  arrears_page_free (from);
}

static void
append_text (GString *dump, const ArrearsMark *mark)
{
  g_string_append_printf (dump, "text %.1f %.1f %.1f ", mark->x, mark->y, mark->size);
  for (guint i = 0; i < mark->glyphs->len; i++)
    g_string_append_unichar (dump, g_array_index (mark->glyphs, ArrearsPlacedGlyph, i).character);
  g_string_append_c (dump, '\n');
}

char *
arrears_page_to_text (const ArrearsPage *page)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < page->marks->len; i++)
    {
      const ArrearsMark *mark = g_ptr_array_index (page->marks, i);

      switch (mark->kind)
        {
        case ARREARS_MARK_TEXT:
          append_text (dump, mark);
          break;
        case ARREARS_MARK_RULE:
          g_string_append_printf (dump, "rule %.1f %.1f %.1f\n", mark->x, mark->y, mark->width);
          break;
        case ARREARS_MARK_PICTURE:
          g_string_append_printf (dump, "picture %.1f %.1f %.1f %.1f\n", mark->x, mark->y,
                                  mark->width, mark->height);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return g_string_free (dump, FALSE);
}

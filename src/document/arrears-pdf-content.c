/* arrears-pdf-content.c: a composed page as PDF operators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pdf-content.h"

#include <math.h>
#include <string.h>

/* Red, green and blue of sRGB. */
static const char *const colours[] = {
  [ARREARS_INK_BLACK] = "0 0 0",
  [ARREARS_INK_GREY] = "0.42 0.42 0.42",
  [ARREARS_INK_PALE] = "0.93 0.93 0.93",
  [ARREARS_INK_SEAL] = "0.84 0.12 0.12",
};

/* PDF wants a point whatever the locale, and no exponent. */
static void
append_number (GString *content, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (digits, sizeof digits, "%.3f", value);
  length = strlen (digits);
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  g_string_append_len (content, digits, (gssize) length);
  g_string_append_c (content, ' ');
}

static void
append_matrix (GString *content, const ArrearsMark *mark, double x, double y)
{
  double radians = mark->angle * G_PI / 180;

  append_number (content, cos (radians));
  append_number (content, sin (radians));
  append_number (content, -sin (radians));
  append_number (content, cos (radians));
  append_number (content, x);
  append_number (content, y);
}

static void
append_font (GString *content, const ArrearsPdfNames *names, const ArrearsMark *mark, guint face)
{
  g_string_append_printf (content, "/%s ",
                          (const char *) g_ptr_array_index (names->font_names, face));
  append_number (content, mark->size);
  g_string_append (content, "Tf [<");
}

/* The pen moves by the glyphs' own widths; where one is to stand elsewhere, a number between two
 * strings moves it, to the left where positive.
 */
static void
append_text (GString *content, const ArrearsMark *mark, const ArrearsPdfNames *names, double height)
{
  int pen = 0;
  guint face = G_MAXUINT;

  if (mark->glyphs->len == 0)
    return;

  g_string_append_printf (content, "%s rg BT ", colours[mark->ink]);
  append_matrix (content, mark, mark->x, height - mark->y);
  g_string_append (content, "Tm ");

  for (guint i = 0; i < mark->glyphs->len; i++)
    {
      const ArrearsPlacedGlyph *glyph = &g_array_index (mark->glyphs, ArrearsPlacedGlyph, i);
      const ArrearsFontSubset *subset = g_ptr_array_index (names->subsets, glyph->face);

      if (glyph->face != face)
        {
          g_string_append (content, i > 0 ? ">] TJ " : "");
          append_font (content, names, mark, glyph->face);
          face = glyph->face;
        }
      if (glyph->x != pen)
        g_string_append_printf (content, ">%d<", pen - glyph->x);
      g_string_append_printf (content, "%04X", arrears_font_subset_get_cid (subset, glyph->glyph));
      pen = glyph->x + glyph->advance;
    }
  g_string_append (content, ">] TJ ET\n");
}

static void
append_rule (GString *content, const ArrearsMark *mark, double height)
{
  g_string_append_printf (content, "%s RG ", colours[mark->ink]);
  append_number (content, mark->size);
  g_string_append (content, "w [");
  if (mark->dash > 0)
    append_number (content, mark->dash);
  g_string_append (content, "] 0 d ");
  append_number (content, mark->x);
  append_number (content, height - mark->y);
  g_string_append (content, "m ");
  append_number (content, mark->x + mark->width);
  append_number (content, height - mark->y - mark->height);
  g_string_append (content, "l S\n");
}

static void
append_picture (GString *content, const ArrearsMark *mark, const ArrearsPdfNames *names,
                double height)
{
  g_string_append_printf (content, "%s rg q ", colours[mark->ink]);
  append_number (content, mark->width);
  g_string_append (content, "0 0 ");
  append_number (content, mark->height);
  append_number (content, mark->x);
  append_number (content, height - mark->y - mark->height);
  g_string_append_printf (content, "cm /%s Do Q\n",
                          (const char *) g_hash_table_lookup (names->picture_names, mark->picture));
}

char *
arrears_pdf_content_compose (const ArrearsPage *page, const ArrearsPdfNames *names)
{
  GString *content = g_string_new (NULL);

  for (guint i = 0; i < page->marks->len; i++)
    {
      const ArrearsMark *mark = g_ptr_array_index (page->marks, i);

      switch (mark->kind)
        {
        case ARREARS_MARK_TEXT:
          append_text (content, mark, names, page->height);
          break;
        case ARREARS_MARK_RULE:
          append_rule (content, mark, page->height);
          break;
        case ARREARS_MARK_PICTURE:
          append_picture (content, mark, names, page->height);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return g_string_free (content, FALSE);
}

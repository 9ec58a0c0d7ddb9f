/* test-pdf.c: composed pages as a PDF file, read back by other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-layout.h"
#include "arrears-pdf.h"
#include "arrears-test-values.h"
#include "read-back.h"
#include "sample-demand.h"

#include <cairo.h>
#include <ft2build.h>
#include <hb.h>
#include <poppler.h>
#include <string.h>

#include FT_FREETYPE_H

static const ArrearsPaper a4 = { 595.28, 841.89, 60, 60, 65, 65 };

typedef struct
{
  ArrearsFontSet *fonts;
  ArrearsPdfProperties properties;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->fonts = arrears_font_set_new (&error);
  g_assert_no_error (error);
  fixture->properties = (ArrearsPdfProperties) { .title = "催款函 <𠮷&㙍>",
                                                 .author = "𠮷庆“文具”有限公司",
                                                 .creator = "Arrears test",
                                                 .created_on = arrears_test_day ("2025-07-01") };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_font_set_free (fixture->fonts);
}

static GBytes *
write_pages (Fixture *fixture, GPtrArray *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *file = arrears_pdf_write (pages, fixture->fonts, &fixture->properties, &error);

  g_assert_no_error (error);
  return file;
}

/* A paragraph for each line of text. */
static GPtrArray *
compose (Fixture *fixture, const char *text)
{
  g_autoptr (ArrearsLayout) layout = arrears_layout_new (fixture->fonts, &a4);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  ArrearsParagraphStyle style
      = { .alignment = ARREARS_ALIGNMENT_JUSTIFY, .size = 11, .leading = 17, .first_indent = 2000 };
  g_autoptr (GError) error = NULL;
  GPtrArray *pages;

  for (gsize i = 0; paragraphs[i] != NULL; i++)
    arrears_layout_add_paragraph (layout, &style, paragraphs[i]);
  pages = arrears_layout_finish (layout, &error);
  g_assert_no_error (error);
  return pages;
}

/* About 2,000 characters of everything that letters are made of. */
static char *
make_prose (void)
{
  static const char *const sentences[] = {
    "根据贵我双方2023年6月18日签订的《购销合同》（编号：GH-2023-"
    "0618），我方已交付货物，贵方已签收。",
    "𠮷庆文具行、㙍口供销社与𬭚光、䶮城、㐂乐三家单位共欠￥186,450."
    "00，即人民币壹拾捌万陆仟肆佰伍拾元整。",
    "按合同第8.2条，逾期付款违约金按每日万分之五（0.05%）计算；截至2025年6月30日，合计¥10,943.29。",
    "“贵方如有异议，”我方说，“请于2025年7月11日前书面说明（附凭证）。”无争议部分仍请按期支付……",
    "E-mail：li.kuaiji@example.com，网址https://www.example.com/a/b，电话0571-8800 1234；☐已付 "
    "☑未付。",
  };
  GString *prose = g_string_new (NULL);

  for (int i = 0; g_utf8_strlen (prose->str, -1) < 2000; i++)
    g_string_append_printf (prose, "%s%s",
                            i == 0       ? ""
                            : i % 3 == 0 ? "\n"
                                         : "",
                            sentences[i % (int) G_N_ELEMENTS (sentences)]);
  return g_string_free (prose, FALSE);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *prose = make_prose ();
  g_autoptr (GPtrArray) pages = compose (fixture, prose);
  g_autoptr (GBytes) file = write_pages (fixture, pages);
  g_autofree char *text = read_back_text (file);
  g_autofree char *dense = read_back_densify (text);
  g_auto (GStrv) paragraphs = g_strsplit (prose, "\n", -1);

  for (gsize i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *expected = read_back_densify (paragraphs[i]);

      g_assert_nonnull (strstr (dense, expected));
    }
  g_assert_nonnull (strstr (text, "㙍口供销社"));
}

static void
test_fonts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *prose = make_prose ();
  g_autoptr (GPtrArray) pages = compose (fixture, prose);
  g_autoptr (GBytes) file = write_pages (fixture, pages);

  read_back_check_fonts (file);
  read_back_check_structure (file);
}

static void
test_pdfa (Fixture *fixture, gconstpointer data)
{
  g_autofree char *prose = make_prose ();
  g_autoptr (GPtrArray) pages = compose (fixture, prose);
  g_autoptr (GBytes) seal_file = sample_demand_new_seal ();
  g_autoptr (ArrearsPicture) seal = arrears_picture_new_seal (seal_file, NULL);
  g_autoptr (GBytes) file = NULL;

  arrears_page_add_picture (g_ptr_array_index (pages, 0), seal, 300, 300, 119, 119)->ink
      = ARREARS_INK_SEAL;
  file = write_pages (fixture, pages);
  if (!read_back_check_pdfa (file))
    g_test_skip ("Java is not installed");
}

static gpointer
write_in_thread (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *prose = make_prose ();
  g_autoptr (GPtrArray) pages = compose (fixture, prose);

  return write_pages (fixture, pages);
}

static void
test_repeatable (Fixture *fixture, gconstpointer data)
{
  GThread *threads[4];
  g_autoptr (GBytes) first = write_in_thread (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("writer", write_in_thread, fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) file = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (first, file));
    }
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = compose (fixture, "甲");
  g_autoptr (GBytes) file = write_pages (fixture, pages);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (file, NULL, &error);
  g_autofree char *title = NULL;
  g_autofree char *author = NULL;
  g_autofree char *permanent_id = NULL;

  g_assert_no_error (error);
  title = poppler_document_get_title (document);
  author = poppler_document_get_author (document);
  g_assert_cmpstr (title, ==, fixture->properties.title);
  g_assert_cmpstr (author, ==, fixture->properties.author);
  g_assert_cmpint (poppler_document_get_creation_date (document), ==, 1751299200);
  g_assert_true (poppler_document_get_id (document, &permanent_id, NULL));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (file, NULL), "%PDF-1.7"));
  g_object_unref (document);
}

/* The glyph grid: one character a cell, drawn through the real font code and compared by its
 * amount of ink with what FreeType draws from the same font file. Text that can be read back
 * proves nothing about what is seen.
 */

enum
{
  CELL = 14,
  SCALE = 2, /* pixels a point */
  FONT_SIZE = 12,
  COLUMNS = 36,
  ROWS = 52,
};

static void
append_gb2312 (GString *text)
{
  for (guint row = 0xa1; row <= 0xf7; row++)
    for (guint cell = 0xa1; cell <= 0xfe; cell++)
      {
        const char code[] = { (char) row, (char) cell };
        g_autofree char *utf8 = g_convert (code, 2, "UTF-8", "GB2312", NULL, NULL, NULL);

        if (utf8 != NULL && !g_unichar_isspace (g_utf8_get_char (utf8)))
          g_string_append (text, utf8);
      }
}

static ArrearsShapedText *
shape_grid (Fixture *fixture, ArrearsTypeface typeface)
{
  g_autoptr (GString) text = g_string_new (
      "¥￥0123456789,.%()"
      "“”‘’—…·☐☑𠮷㙍䶮㐂𬭚𫖯𣲗𬬻镕堃喆犇骉赟劼");
  g_autoptr (GError) error = NULL;
  ArrearsShapedText *shaped;

  append_gb2312 (text);
  g_assert_cmpint (g_utf8_strlen (text->str, -1), >, 7000);
  shaped = arrears_shaped_text_new (fixture->fonts, typeface, ARREARS_FIGURES_PROPORTIONAL,
                                    text->str, &error);
  g_assert_no_error (error);
  return shaped;
}

static GPtrArray *
lay_grid (const ArrearsShapedText *text)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) arrears_page_free);

  for (guint i = 0; i < text->clusters->len; i++)
    {
      ArrearsLine line = { .begin = i, .end = i + 1, .indent = 1 };
      guint at = i % (COLUMNS * ROWS);

      if (at == 0)
        g_ptr_array_add (pages, arrears_page_new ((COLUMNS + 1) * CELL, (ROWS + 1) * CELL));
      arrears_page_add_line (g_ptr_array_index (pages, pages->len - 1), text, &line, 2000,
                             ARREARS_ALIGNMENT_LEFT, at % COLUMNS * CELL + 1,
                             at / COLUMNS * CELL + FONT_SIZE, FONT_SIZE);
    }
  return pages;
}

static cairo_surface_t *
render (PopplerDocument *document, int index)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (COLUMNS + 1) * CELL * SCALE, (ROWS + 1) * CELL * SCALE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  g_object_unref (page);
  cairo_surface_flush (surface);
  return surface;
}

/* Darkness in a cell, in full pixels. */
static double
measure_cell (cairo_surface_t *surface, guint at)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int left = (int) (at % COLUMNS) * CELL * SCALE, top = (int) (at / COLUMNS) * CELL * SCALE;
  double ink = 0;

  for (int y = top; y < top + CELL * SCALE; y++)
    for (int x = left; x < left + CELL * SCALE; x++)
      ink += (255 - data[y * stride + x * 4]) / 255.0;
  return ink;
}

static double
measure_glyph (FT_Face face, gunichar character)
{
  double ink = 0;

  g_assert_cmpint (FT_Load_Char (face, character, FT_LOAD_RENDER | FT_LOAD_NO_HINTING), ==, 0);
  for (guint y = 0; y < face->glyph->bitmap.rows; y++)
    for (guint x = 0; x < face->glyph->bitmap.width; x++)
      ink += face->glyph->bitmap.buffer[(int) y * face->glyph->bitmap.pitch + (int) x] / 255.0;
  return ink;
}

static FT_Face
open_freetype (FT_Library library, const ArrearsFace *face)
{
  hb_face_t *hb = arrears_face_peek_hb (face);
  hb_blob_t *blob = hb_face_reference_blob (hb); /* mapped as long as the font set lives */
  unsigned int length;
  const char *data = hb_blob_get_data (blob, &length);
  FT_Face opened;

  g_assert_cmpint (
      FT_New_Memory_Face (library, (const FT_Byte *) data, length, hb_face_get_index (hb), &opened),
      ==, 0);
  g_assert_cmpint (FT_Set_Pixel_Sizes (opened, 0, FONT_SIZE * SCALE), ==, 0);
  hb_blob_destroy (blob);
  return opened;
}

static guint
count_wrong_cells (const ArrearsShapedText *text, PopplerDocument *document, FT_Face *faces)
{
  cairo_surface_t *surface = NULL;
  guint n_wrong = 0;

  for (guint i = 0; i < text->clusters->len; i++)
    {
      const ArrearsCluster *cluster = &g_array_index (text->clusters, ArrearsCluster, i);
      guint at = i % (COLUMNS * ROWS);
      double expected = measure_glyph (faces[cluster->face], cluster->character);
      double seen;

      if (at == 0)
        {
          g_clear_pointer (&surface, cairo_surface_destroy);
          surface = render (document, (int) (i / (COLUMNS * ROWS)));
        }
      seen = measure_cell (surface, at);
      if (seen >= expected * 0.6 && seen <= expected * 1.7 && expected > 0)
        continue;
      g_test_message ("U+%04X: %.1f pixels of ink, expected %.1f", cluster->character, seen,
                      expected);
      n_wrong++;
    }
  g_clear_pointer (&surface, cairo_surface_destroy);
  return n_wrong;
}

static void
test_glyphs (Fixture *fixture, gconstpointer data)
{
  guint n_faces = arrears_font_set_get_n_faces (fixture->fonts);
  g_autoptr (ArrearsShapedText) text
      = shape_grid (fixture, (ArrearsTypeface) GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) pages = lay_grid (text);
  g_autoptr (GBytes) file = write_pages (fixture, pages);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (file, NULL, &error);
  g_autofree FT_Face *faces = g_new0 (FT_Face, n_faces);
  FT_Library library;

  g_assert_no_error (error);
  g_assert_cmpint (FT_Init_FreeType (&library), ==, 0);
  for (guint i = 0; i < n_faces; i++)
    faces[i] = open_freetype (library, arrears_font_set_get_face (fixture->fonts, i));

  g_assert_cmpuint (count_wrong_cells (text, document, faces), ==, 0);

  for (guint i = 0; i < n_faces; i++)
    FT_Done_Face (faces[i]);
  FT_Done_FreeType (library);
  g_object_unref (document);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pdf/text-comes-back-exactly", test_text);
  ADD ("/pdf/fonts-are-embedded-and-the-structure-is-sound", test_fonts);
  ADD ("/pdf/it-is-pdf-a-1b", test_pdfa);
  ADD ("/pdf/the-same-pages-give-the-same-bytes-in-any-thread", test_repeatable);
  ADD ("/pdf/names-beyond-the-bmp-stand-in-its-properties", test_properties);
  g_test_add ("/pdf/every-glyph-of-the-body-has-its-ink", Fixture,
              GUINT_TO_POINTER (ARREARS_TYPEFACE_BODY), set_up, test_glyphs, tear_down);
  g_test_add ("/pdf/every-glyph-of-the-headings-has-its-ink", Fixture,
              GUINT_TO_POINTER (ARREARS_TYPEFACE_HEADING), set_up, test_glyphs, tear_down);
  return g_test_run ();
}

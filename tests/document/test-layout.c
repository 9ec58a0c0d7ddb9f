/* test-layout.c: text flowing down pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-layout.h"

#include "arrears-error.h"

#include <string.h>

/* Ten lines of ten characters. */
static const ArrearsPaper paper = { 120, 140, 20, 20, 10, 10 };
static const ArrearsParagraphStyle plain = { .size = 10, .leading = 10 };

typedef struct
{
  ArrearsFontSet *fonts;
  ArrearsLayout *layout;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->fonts = arrears_font_set_new (&error);
  g_assert_no_error (error);
  fixture->layout = arrears_layout_new (fixture->fonts, &paper);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_layout_free (fixture->layout);
  arrears_font_set_free (fixture->fonts);
}

/* A paragraph of that many full lines. */
static void
add_lines (Fixture *fixture, guint n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    g_string_append (text, "甲乙丙丁戊己庚辛壬癸");
  arrears_layout_add_paragraph (fixture->layout, &plain, text->str);
}

static void
assert_pages (Fixture *fixture, const guint *n_marks, guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = arrears_layout_finish (fixture->layout, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, n_pages);
  for (guint i = 0; i < n_pages; i++)
    g_assert_cmpuint (((ArrearsPage *) g_ptr_array_index (pages, i))->marks->len, ==, n_marks[i]);
}

#define ASSERT_PAGES(fixture, ...)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const guint n_marks_[] = { __VA_ARGS__ };                                                      \
    assert_pages (fixture, n_marks_, G_N_ELEMENTS (n_marks_));                                     \
  }                                                                                                \
  G_STMT_END

static void
test_full (Fixture *fixture, gconstpointer data)
{
  add_lines (fixture, 10);
  ASSERT_PAGES (fixture, 10);
}

static void
test_widow (Fixture *fixture, gconstpointer data)
{
  add_lines (fixture, 11);
  ASSERT_PAGES (fixture, 9, 2);
}

static void
test_orphan (Fixture *fixture, gconstpointer data)
{
  add_lines (fixture, 9);
  add_lines (fixture, 5);
  ASSERT_PAGES (fixture, 9, 5);
}

static void
test_three (Fixture *fixture, gconstpointer data)
{
  add_lines (fixture, 8);
  add_lines (fixture, 3);
  ASSERT_PAGES (fixture, 8, 3);
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  add_lines (fixture, 25);
  ASSERT_PAGES (fixture, 10, 10, 5);
}

static void
test_block (Fixture *fixture, gconstpointer data)
{
  add_lines (fixture, 6);
  arrears_layout_begin_block (fixture->layout);
  add_lines (fixture, 3);
  add_lines (fixture, 2);
  arrears_layout_end_block (fixture->layout);
  ASSERT_PAGES (fixture, 6, 5);
}

static void
test_foot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = NULL;
  ArrearsPage *page;
  ArrearsMark *last;

  add_lines (fixture, 2);
  arrears_layout_begin_block (fixture->layout);
  add_lines (fixture, 3);
  arrears_layout_end_block_at_foot (fixture->layout);
  pages = arrears_layout_finish (fixture->layout, NULL);
  page = g_ptr_array_index (pages, 0);
  last = g_ptr_array_index (page->marks, 4);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (last->y, 20 + 90 + 8.8, 0.01);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  arrears_layout_begin_block (fixture->layout);
  add_lines (fixture, 30);
  g_assert_cmpfloat_with_epsilon (arrears_layout_cancel_block (fixture->layout), 300, 0.01);
  add_lines (fixture, 1);
  ASSERT_PAGES (fixture, 1);
}

static void
test_labelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = NULL;
  g_autofree char *dump = NULL;

  arrears_layout_add_labelled (fixture->layout, &plain, "地址：", 30, "甲乙丙丁戊己庚辛壬癸");
  pages = arrears_layout_finish (fixture->layout, NULL);
  dump = arrears_page_to_text (g_ptr_array_index (pages, 0));
  g_assert_cmpstr (dump, ==,
                   "text 10.0 28.8 10.0 地址：\n"
                   "text 40.0 28.8 10.0 甲乙丙丁戊己庚\n"
                   "text 40.0 38.8 10.0 辛壬癸\n");
}

static void
test_footer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = NULL;

  arrears_layout_set_footer (fixture->layout, "函");
  add_lines (fixture, 15);
  pages = arrears_layout_finish (fixture->layout, NULL);
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *dump = arrears_page_to_text (g_ptr_array_index (pages, i));
      g_autofree char *count = g_strdup_printf (" 第 %u 页 共 2 页\n", i + 1);

      g_assert_true (g_str_has_suffix (dump, count));
    }
}

static void
test_watermark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = NULL;
  ArrearsMark *under;

  arrears_layout_set_watermark (fixture->layout, "预览");
  add_lines (fixture, 3);
  pages = arrears_layout_finish (fixture->layout, NULL);
  under = g_ptr_array_index (((ArrearsPage *) g_ptr_array_index (pages, 0))->marks, 0);
  g_assert_cmpuint (under->ink, ==, ARREARS_INK_PALE);
  g_assert_cmpfloat (under->angle, >, 0);
}

static void
test_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  arrears_layout_add_paragraph (fixture->layout, &plain, "\xf0\x9f\xa6\x84");
  arrears_layout_add_paragraph (fixture->layout, &plain, "\xd6\xd0");
  g_assert_null (arrears_layout_finish (fixture->layout, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_GLYPH);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/layout/a-page-takes-what-fits", test_full);
  ADD ("/layout/the-last-line-does-not-go-over-alone", test_widow);
  ADD ("/layout/the-first-line-does-not-stay-alone", test_orphan);
  ADD ("/layout/three-lines-stay-together", test_three);
  ADD ("/layout/a-long-paragraph-runs-over-pages", test_long);
  ADD ("/layout/a-block-stays-on-one-page", test_block);
  ADD ("/layout/a-block-stands-at-the-foot", test_foot);
  ADD ("/layout/a-block-can-be-measured-and-dropped", test_cancel);
  ADD ("/layout/a-label-stands-beside-its-text", test_labelled);
  ADD ("/layout/each-page-is-numbered", test_footer);
  ADD ("/layout/a-watermark-lies-under-the-text", test_watermark);
  ADD ("/layout/the-first-failure-is-reported", test_error);
  return g_test_run ();
}

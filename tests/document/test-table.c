/* test-table.c: rows and columns on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-table.h"

#include "arrears-error.h"

#include <string.h>

static const ArrearsPaper paper = { 300, 200, 20, 20, 20, 20 };

typedef struct
{
  ArrearsFontSet *fonts;
  ArrearsLayout *layout;
  ArrearsTable *table;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->fonts = arrears_font_set_new (&error);
  g_assert_no_error (error);
  fixture->layout = arrears_layout_new (fixture->fonts, &paper);
  fixture->table = arrears_table_new ();
  arrears_table_add_column (fixture->table, ARREARS_COLUMN_TEXT, ARREARS_ALIGNMENT_LEFT, "单据号");
  arrears_table_add_column (fixture->table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, "金额");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_table_free (fixture->table);
  arrears_layout_free (fixture->layout);
  arrears_font_set_free (fixture->fonts);
}

static void
add_row (Fixture *fixture, const char *number, const char *amount)
{
  const char *cells[] = { number, amount };

  arrears_table_add_row (fixture->table, cells);
}

static GPtrArray *
compose (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pages;

  arrears_table_add_to_layout (fixture->table, fixture->layout, 9);
  pages = arrears_layout_finish (fixture->layout, &error);
  g_assert_no_error (error);
  return pages;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *i = strstr (text, part); i != NULL; i = strstr (i + 1, part))
    n++;
  return n;
}

static void
test_heading (Fixture *fixture, gconstpointer data)
{
  static const char *const total[] = { "合计", "30.00" };
  g_autoptr (GPtrArray) pages = NULL;

  for (int i = 0; i < 30; i++)
    add_row (fixture, "XS-1", "1.00");
  arrears_table_set_total (fixture->table, total);
  pages = compose (fixture);

  g_assert_cmpuint (pages->len, >, 2);
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *dump = arrears_page_to_text (g_ptr_array_index (pages, i));

      g_assert_cmpuint (count (dump, "单据号"), ==, 1);
      g_assert_cmpuint (count (dump, "XS-1"), >=, 2);
      g_assert_cmpuint (count (dump, "合计"), ==, i + 1 == pages->len ? 1 : 0);
    }
}

static double
get_right_edge (const ArrearsMark *mark)
{
  const ArrearsPlacedGlyph *last
      = &g_array_index (mark->glyphs, ArrearsPlacedGlyph, mark->glyphs->len - 1);

  return mark->x + (last->x + last->advance) * mark->size / 1000;
}

static void
test_edge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = NULL;
  ArrearsPage *page;
  double edge = 0;

  add_row (fixture, "1", "99,999,999.99");
  add_row (fixture, "2", "1.19");
  add_row (fixture, "3", "-500.00");
  pages = compose (fixture);
  page = g_ptr_array_index (pages, 0);
  for (guint i = 0; i < page->marks->len; i++)
    {
      const ArrearsMark *mark = g_ptr_array_index (page->marks, i);

      if (mark->kind != ARREARS_MARK_TEXT || mark->glyphs->len < 4)
        continue;
      if (edge > 0)
        g_assert_cmpfloat_with_epsilon (get_right_edge (mark), edge, 0.1);
      edge = get_right_edge (mark);
    }
  g_assert_cmpfloat (edge, >, 200);
}

static void
test_wrap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = NULL;
  g_autofree char *dump = NULL;

  add_row (fixture, "XS-2025-00000000000000000000000000000000000000000000000000000000000000000",
           "99,999,999.99");
  pages = compose (fixture);
  dump = arrears_page_to_text (g_ptr_array_index (pages, 0));
  g_assert_nonnull (strstr (dump, "99,999,999.99"));
  g_assert_cmpuint (count (dump, "\ntext"), >, 3);

  for (guint i = 0; i < ((ArrearsPage *) g_ptr_array_index (pages, 0))->marks->len; i++)
    {
      const ArrearsMark *mark
          = g_ptr_array_index (((ArrearsPage *) g_ptr_array_index (pages, 0))->marks, i);

      if (mark->kind == ARREARS_MARK_TEXT)
        g_assert_cmpfloat (get_right_edge (mark), <=, paper.width - paper.right + 0.1);
    }
}

static void
test_small (Fixture *fixture, gconstpointer data)
{
  const char *cells[] = { "XS-1", "99,999,999.99", "99,999,999.99", "99,999,999.99", "9,999.99" };
  g_autoptr (GPtrArray) pages = NULL;
  const ArrearsMark *mark;

  for (int i = 0; i < 3; i++)
    arrears_table_add_column (fixture->table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, "元");
  arrears_table_add_row (fixture->table, cells);
  pages = compose (fixture);
  mark = g_ptr_array_index (((ArrearsPage *) g_ptr_array_index (pages, 0))->marks, 1);
  g_assert_cmpfloat (mark->size, <, 9);
  g_assert_cmpfloat (mark->size, >=, 7);
}

static void
test_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_row (fixture, "\xf0\x9f\xa6\x84", "1");
  arrears_table_add_to_layout (fixture->table, fixture->layout, 9);
  g_assert_null (arrears_layout_finish (fixture->layout, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_GLYPH);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/table/each-page-has-the-heading-and-the-total-is-never-alone", test_heading);
  ADD ("/table/amounts-share-a-right-edge", test_edge);
  ADD ("/table/a-long-text-wraps-inside-its-cell", test_wrap);
  ADD ("/table/wide-figures-are-set-smaller", test_small);
  ADD ("/table/a-character-without-a-glyph-is-reported", test_error);
  return g_test_run ();
}

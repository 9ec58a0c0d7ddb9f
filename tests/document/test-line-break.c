/* test-line-break.c: where a line of Chinese text may begin (禁则)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-line-break.h"

#include "arrears-test-table.h"

static ArrearsLineBreak
find_break (const char *text, guint index)
{
  g_autoptr (GArray) breaks = arrears_line_break_find (text);

  g_assert_cmpuint (breaks->len, ==, g_utf8_strlen (text, -1));
  return g_array_index (breaks, ArrearsLineBreak, index);
}

static void
test_pairs (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("kinsoku.tsv");

  g_assert_cmpuint (arrears_test_table_get_n_rows (table), >=, 135);
  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      const char *before = arrears_test_table_get (table, i, "before");
      const char *after = arrears_test_table_get (table, i, "after");
      const char *may_break = arrears_test_table_get (table, i, "may_break");
      g_autofree char *text = g_strconcat ("汉", before, after, "字", NULL);

      arrears_test_table_announce (table, i);
      g_assert_cmpint (find_break (text, 2), ==,
                       g_str_equal (may_break, "yes") ? ARREARS_LINE_BREAK_ALLOWED
                                                      : ARREARS_LINE_BREAK_NEVER);
    }
}

static void
test_first (void)
{
  g_assert_cmpint (find_break ("国", 0), ==, ARREARS_LINE_BREAK_NEVER);
}

static void
test_whole (void)
{
  static const char *const wholes[]
      = { "￥186,450.00", "¥186,450.00", "GH-2023-0618", "2023-06-18", "90%", "a.b@example.com" };

  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      glong length = g_utf8_strlen (wholes[i], -1);

      for (guint j = 1; j < length; j++)
        {
          g_test_message ("%s at %u", wholes[i], j);
          g_assert_cmpint (find_break (wholes[i], j), ==, ARREARS_LINE_BREAK_NEVER);
        }
    }
}

static void
test_forced (void)
{
  g_assert_cmpint (find_break ("国\n家", 2), ==, ARREARS_LINE_BREAK_FORCED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-break/marks-never-begin-or-end-the-wrong-line", test_pairs);
  g_test_add_func ("/line-break/nothing-breaks-before-the-first-character", test_first);
  g_test_add_func ("/line-break/amounts-numbers-and-addresses-stay-whole", test_whole);
  g_test_add_func ("/line-break/a-line-feed-forces-a-line", test_forced);
  return g_test_run ();
}

/* test-grade.c: how good a customer is to have on credit (等级)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-grade.h"

#include "arrears-test-table.h"
#include "arrears-test-values.h"

static void
test_reads_letters_and_words (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("grades.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *code = arrears_test_table_get (table, i, "error");
      ArrearsGrade grade;

      arrears_test_table_announce (table, i);
      if (arrears_grade_parse (arrears_test_table_get (table, i, "text"), &grade, &error))
        g_assert_cmpstr (
            arrears_grade_to_word (grade), ==, arrears_test_table_get (table, i, "grade"));
      else
        arrears_test_assert_error (&error, code);
    }
}

static void
test_whoever_nothing_is_known_of_is_b (void)
{
  ArrearsGrade grade = { 0 };

  g_assert_cmpstr (arrears_grade_to_word (grade), ==, "B");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grade/reads-letters-and-words", test_reads_letters_and_words);
  g_test_add_func ("/grade/whoever-nothing-is-known-of-is-b",
                   test_whoever_nothing_is_known_of_is_b);

  return g_test_run ();
}

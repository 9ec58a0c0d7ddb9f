/* test-uscc.c: unified social credit codes (统一社会信用代码)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-uscc.h"

#include "arrears-test-table.h"
#include "arrears-test-values.h"

static void
test_verdicts_follow_the_standard (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("uscc.tsv");

  g_assert_cmpuint (arrears_test_table_get_n_rows (table), >=, 28);
  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      const char *expected = arrears_test_table_get (table, i, "verdict");
      ArrearsUsccVerdict verdict;

      arrears_test_table_announce (table, i);
      if (arrears_uscc_parse (arrears_test_table_get (table, i, "code"), &code, &verdict, &error))
        g_assert_cmpstr (verdict == ARREARS_USCC_SOUND ? "sound" : "check_fails", ==, expected);
      else
        arrears_test_assert_error (&error, expected);
    }
}

static void
assert_normalized (const char *text, const char *expected)
{
  g_autofree char *code = NULL;
  ArrearsUsccVerdict verdict;

  g_assert_true (arrears_uscc_parse (text, &code, &verdict, NULL));
  g_assert_cmpstr (code, ==, expected);
}

static void
test_blanks_width_and_case_do_not_matter (void)
{
  assert_normalized (" 9144 0300 7152 6726 xg ", "9144030071526726XG");
  assert_normalized ("９１４４０３００１９２２０３８２１６", "914403001922038216");
  assert_normalized ("9144030071526726ｘｇ", "9144030071526726XG");
  assert_normalized ("9144030071526726XG\n", "9144030071526726XG");
}

static void
test_what_is_refused_leaves_no_code (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  ArrearsUsccVerdict verdict;

  g_assert_false (arrears_uscc_parse ("91440300一922038216", &code, &verdict, &error));
  arrears_test_assert_error (&error, "USCC_ALPHABET");
  g_assert_false (arrears_uscc_parse ("9144\xff", &code, &verdict, &error));
  arrears_test_assert_error (&error, "USCC_LENGTH");
  g_assert_null (code);
}

/* The check weights of both standards are such that one wrong digit is always found. */
static void
test_one_wrong_digit_is_always_found (void)
{
  static const char sound[] = "914403001922038216";

  for (gsize place = 0; place < sizeof sound - 1; place++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        g_autofree char *wrong = g_strdup (sound);
        g_autofree char *code = NULL;
        ArrearsUsccVerdict verdict;

        wrong[place] = digit;
        g_assert_true (arrears_uscc_parse (wrong, &code, &verdict, NULL));
        g_assert_cmpint (verdict == ARREARS_USCC_SOUND, ==, digit == sound[place]);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uscc/verdicts-follow-the-standard", test_verdicts_follow_the_standard);
  g_test_add_func ("/uscc/blanks-width-and-case-do-not-matter",
                   test_blanks_width_and_case_do_not_matter);
  g_test_add_func ("/uscc/what-is-refused-leaves-no-code", test_what_is_refused_leaves_no_code);
  g_test_add_func ("/uscc/one-wrong-digit-is-always-found", test_one_wrong_digit_is_always_found);

  return g_test_run ();
}

/* test-credit.c: whether a customer can have more on credit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-credit.h"

#include "arrears-test-table.h"
#include "arrears-test-values.h"

#include <string.h>

enum
{
  N_POSITIONS = 2000,
};

static ArrearsMoney
get_money (const ArrearsTestTable *table, guint row, const char *column)
{
  return arrears_test_money (arrears_test_table_get (table, row, column));
}

static ArrearsCreditPosition
read_position (const ArrearsTestTable *table, guint row)
{
  g_auto (GStrv) marks = g_strsplit (arrears_test_table_get (table, row, "marks"), " ", -1);
  ArrearsCreditPosition position = {
    .limit = get_money (table, row, "limit"),
    .balance = get_money (table, row, "balance"),
    .overdue = get_money (table, row, "overdue"),
    .stage = (int) g_ascii_strtoll (arrears_test_table_get (table, row, "stage"), NULL, 10),
    .is_held = g_strv_contains ((const char *const *) marks, "held"),
    .is_blacklisted = g_strv_contains ((const char *const *) marks, "blacklisted"),
    .is_in_bad_faith = g_strv_contains ((const char *const *) marks, "bad_faith"),
  };

  for (char **mark = marks; *mark != NULL; mark++)
    if (g_str_has_prefix (*mark, "override"))
      {
        position.has_override = TRUE;
        if (strchr (*mark, '<') != NULL)
          position.override_balance = arrears_test_money (strchr (*mark, '<') + 1);
      }
  return position;
}

static char *
describe_reasons (ArrearsCreditReasons reasons)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < ARREARS_CREDIT_N_REASONS; i++)
    if (reasons & (1 << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              arrears_credit_reason_to_word ((ArrearsCreditReasons) (1 << i)));
  return g_strdup (text->str);
}

static void
test_the_gravest_reason_decides_and_all_are_named (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("credit.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      ArrearsCreditPosition position = read_position (table, i);
      g_autofree char *reasons = NULL;
      g_autoptr (GError) error = NULL;
      ArrearsCreditAnswer answer;

      arrears_test_table_announce (table, i);
      g_assert_true (
          arrears_credit_judge (&position, get_money (table, i, "order"), &answer, &error));
      g_assert_no_error (error);
      reasons = describe_reasons (answer.reasons);
      g_assert_cmpstr (arrears_credit_verdict_to_word (answer.verdict), ==,
                       arrears_test_table_get (table, i, "verdict"));
      g_assert_cmpstr (reasons, ==, arrears_test_table_get (table, i, "reasons"));
      g_assert_cmpint (answer.balance_after.fen, ==, get_money (table, i, "after").fen);
      g_assert_cmpint (answer.headroom.fen, ==, get_money (table, i, "headroom").fen);
      g_assert_cmpint (answer.over_by.fen, ==, get_money (table, i, "over_by").fen);
    }
}

static void
test_a_larger_order_is_never_judged_more_mildly (void)
{
  for (int i = 0; i < N_POSITIONS; i++)
    {
      ArrearsCreditPosition position = {
        .limit = arrears_money (g_test_rand_int_range (0, 2) * g_test_rand_int_range (1, 10000)),
        .balance = arrears_money (g_test_rand_int_range (-5000, 15000)),
        .stage = g_test_rand_int_range (0, 7),
        .is_held = g_test_rand_bit (),
        .has_override = g_test_rand_bit (),
        .override_balance
        = arrears_money (g_test_rand_int_range (0, 2) * g_test_rand_int_range (1, 20000)),
      };
      ArrearsMoney order = arrears_money (g_test_rand_int_range (0, 5000));
      ArrearsMoney larger = arrears_money (order.fen + g_test_rand_int_range (0, 5000));
      ArrearsCreditAnswer first, second;

      g_assert_true (arrears_credit_judge (&position, order, &first, NULL));
      g_assert_true (arrears_credit_judge (&position, larger, &second, NULL));
      g_assert_cmpint (second.over_by.fen, >=, first.over_by.fen);
      g_assert_cmpint (first.reasons & ~second.reasons, ==, 0);
    }
}

static void
test_an_order_of_less_than_nothing_is_refused (void)
{
  ArrearsCreditPosition position = { 0 };
  ArrearsCreditAnswer answer;
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_credit_judge (&position, arrears_money (-1), &answer, &error));
  arrears_test_assert_error (&error, "AMOUNT_SIGN");
}

static void
test_a_balance_that_does_not_fit_is_refused (void)
{
  ArrearsCreditPosition position = { .balance = arrears_money (G_MAXINT64) };
  ArrearsCreditAnswer answer;
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_credit_judge (&position, arrears_money (1), &answer, &error));
  arrears_test_assert_error (&error, "AMOUNT_TOO_LARGE");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credit/the-gravest-reason-decides-and-all-are-named",
                   test_the_gravest_reason_decides_and_all_are_named);
  g_test_add_func ("/credit/a-larger-order-is-never-judged-more-mildly",
                   test_a_larger_order_is_never_judged_more_mildly);
  g_test_add_func ("/credit/an-order-of-less-than-nothing-is-refused",
                   test_an_order_of_less_than_nothing_is_refused);
  g_test_add_func ("/credit/a-balance-that-does-not-fit-is-refused",
                   test_a_balance_that_does_not_fit_is_refused);
  return g_test_run ();
}

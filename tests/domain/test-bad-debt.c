/* test-bad-debt.c: when a debt may be written off as bad, and what becomes of a charge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-bad-debt.h"

#include "arrears-charge-balance.h"
#include "arrears-test-values.h"

static gboolean
check (ArrearsBadDebtCondition condition, const char *due_on, const char *as_of, GError **error)
{
  return arrears_bad_debt_check (condition, arrears_test_day (due_on), arrears_test_day (as_of),
                                 arrears_bad_debt_get_confirmable (condition), error);
}

static void
test_three_years_are_counted_to_the_day (void)
{
  static const struct
  {
    const char *due_on;
    const char *as_of;
    gboolean is_met;
  } cases[] = {
    { "2023-05-31", "2026-05-30", FALSE }, { "2023-05-31", "2026-05-31", TRUE },
    { "2024-02-29", "2027-02-27", FALSE }, { "2024-02-29", "2027-02-28", TRUE },
    { "2026-05-31", "2026-05-01", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (
          check (ARREARS_BAD_DEBT_THREE_YEARS, cases[i].due_on, cases[i].as_of, &error), ==,
          cases[i].is_met);
      if (!cases[i].is_met)
        arrears_test_assert_error (&error, "REFUSED");
    }
}

static void
test_other_conditions_do_not_ask_for_years (void)
{
  for (int i = 0; i < ARREARS_BAD_DEBT_N_CONDITIONS; i++)
    if (i != ARREARS_BAD_DEBT_THREE_YEARS)
      {
        g_autoptr (GError) error = NULL;

        g_assert_true (
            check ((ArrearsBadDebtCondition) i, "2026-05-01", "2026-05-02", &error));
        g_assert_no_error (error);
      }
}

static void
test_every_point_has_to_be_confirmed (void)
{
  for (int i = 0; i < ARREARS_BAD_DEBT_N_CONDITIONS; i++)
    {
      ArrearsBadDebtCondition condition = (ArrearsBadDebtCondition) i;
      ArrearsBadDebtNeeds all = arrears_bad_debt_get_confirmable (condition);

      g_assert_cmpuint (all & ARREARS_BAD_DEBT_NEEDS_STATEMENT, !=, 0);
      for (guint bit = 0; bit < 11; bit++)
        if (all & (1u << bit))
          {
            g_autoptr (GError) error = NULL;

            g_assert_false (arrears_bad_debt_check (
                condition, arrears_test_day ("2020-01-01"), arrears_test_day ("2026-01-01"),
                all & ~(1u << bit), &error));
            arrears_test_assert_error (&error, "MISSING");
          }
    }
}

static void
test_conditions_have_words (void)
{
  g_autoptr (GError) error = NULL;
  ArrearsBadDebtCondition condition;

  for (int i = 0; i < ARREARS_BAD_DEBT_N_CONDITIONS; i++)
    {
      const char *word = arrears_bad_debt_condition_to_word ((ArrearsBadDebtCondition) i);

      g_assert_true (arrears_bad_debt_condition_parse (word, &condition, &error));
      g_assert_cmpint (condition, ==, i);
    }
  g_assert_false (arrears_bad_debt_condition_parse ("hopeless", &condition, &error));
  arrears_test_assert_error (&error, "WORD_UNKNOWN");
  g_assert_cmpstr (arrears_bad_debt_need_to_word (ARREARS_BAD_DEBT_NEEDS_ENDING), ==, "ending");
  g_assert_cmpstr (arrears_bad_debt_need_to_word (ARREARS_BAD_DEBT_NEEDS_STATEMENT), ==,
                   "statement");
}

typedef struct
{
  const char *about;
  ArrearsChargeBalance balance;
  gint64 principal;
  gint64 unpaid;
  gint64 claimable;
  gboolean is_left;
} BalanceCase;

static void
test_a_charge_is_claimed_unless_it_is_left_undecided (void)
{
  static const BalanceCase cases[] = {
    { "while principal is open", { .accrued = { 500 }, .paid = { 100 } }, 1, 400, 400, FALSE },
    { "left and to be asked about", { .accrued = { 500 }, .paid = { 100 } }, 0, 400, 0, TRUE },
    { "kept", { .accrued = { 500 }, .fate = ARREARS_CHARGE_KEPT }, 0, 500, 500, FALSE },
    { "waived", { .accrued = { 500 }, .waived = { 500 }, .fate = ARREARS_CHARGE_WAIVED },
      0, 0, 0, FALSE },
    { "written off",
      { .accrued = { 500 }, .written_off = { 500 }, .fate = ARREARS_CHARGE_WRITTEN_OFF },
      0, 0, 0, FALSE },
    { "paid", { .accrued = { 500 }, .paid = { 500 } }, 0, 0, 0, FALSE },
    { "paid more than accrued", { .accrued = { 500 }, .paid = { 700 } }, 0, 0, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ArrearsChargeBalance balance = cases[i].balance;

      g_test_message ("%s", cases[i].about);
      arrears_charge_balance_conclude (&balance, arrears_money (cases[i].principal));
      g_assert_cmpint (balance.unpaid.fen, ==, cases[i].unpaid);
      g_assert_cmpint (balance.is_left, ==, cases[i].is_left);
      g_assert_cmpint (arrears_charge_balance_get_claimable (&balance).fen, ==,
                       cases[i].claimable);
    }
}

static void
test_decisions_have_words (void)
{
  static const char *const words[] = { "keep", "waive", "write_off" };
  g_autoptr (GError) error = NULL;
  ArrearsChargeFate fate;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_true (arrears_charge_fate_parse (words[i], &fate, &error));
      g_assert_cmpstr (arrears_charge_fate_to_word (fate), ==, words[i]);
    }
  g_assert_false (arrears_charge_fate_parse ("undecided", &fate, &error));
  arrears_test_assert_error (&error, "WORD_UNKNOWN");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bad-debt/three-years-are-counted-to-the-day",
                   test_three_years_are_counted_to_the_day);
  g_test_add_func ("/bad-debt/other-conditions-do-not-ask-for-years",
                   test_other_conditions_do_not_ask_for_years);
  g_test_add_func ("/bad-debt/every-point-has-to-be-confirmed",
                   test_every_point_has_to_be_confirmed);
  g_test_add_func ("/bad-debt/conditions-have-words", test_conditions_have_words);
  g_test_add_func ("/charge-balance/a-charge-is-claimed-unless-it-is-left-undecided",
                   test_a_charge_is_claimed_unless_it_is_left_undecided);
  g_test_add_func ("/charge-balance/decisions-have-words", test_decisions_have_words);
  return g_test_run ();
}

/* test-due-day.c: when a debt falls due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-due-day.h"

#include "arrears-test-published.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

static void
assert_day (ArrearsDay day, const char *expected)
{
  g_autofree char *printed = arrears_day_to_string (day);

  g_assert_cmpstr (printed, ==, expected);
}

static void
test_a_term_from_receipt_ends_on_a_workday (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("due-days.tsv");
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      ArrearsDay received_on
          = arrears_test_day (arrears_test_table_get (table, i, "received_on"));
      int term_days
          = (int) g_ascii_strtoll (arrears_test_table_get (table, i, "term_days"), NULL, 10);

      arrears_test_table_announce (table, i);
      assert_day (arrears_due_day_from_receipt_of_goods (received_on, term_days, calendar),
                  arrears_test_table_get (table, i, "due_on"));
    }
}

static void
assert_due (const char *issued_on, ArrearsDay delivered_on, int terms_days, const char *expected)
{
  assert_day (arrears_due_day_from_terms (arrears_test_day (issued_on), delivered_on, terms_days),
              expected);
}

static void
test_terms_of_an_invoice_are_counted_and_not_moved (void)
{
  assert_due ("2025-09-03", ARREARS_DAY_NONE, 30, "2025-10-03");
  assert_due ("2024-02-28", ARREARS_DAY_NONE, 1, "2024-02-29");
  assert_due ("2025-09-03", arrears_test_day ("2025-09-10"), 30, "2025-10-03");
  assert_due ("2025-09-03", arrears_test_day ("2025-09-10"), 0, "2025-09-03");
}

static void
test_without_terms_a_debt_is_due_on_receipt_of_the_goods (void)
{
  assert_due ("2025-09-03", ARREARS_DAY_NONE, -1, "2025-09-03");
  assert_due ("2025-09-03", arrears_test_day ("2025-09-10"), -1, "2025-09-10");
}

static void
test_a_letter_leaves_a_week_after_it_can_have_arrived (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  assert_day (arrears_due_day_for_letter (arrears_test_day ("2025-11-03"), calendar),
              "2025-11-13");
  assert_day (arrears_due_day_for_letter (arrears_test_day ("2025-11-05"), calendar),
              "2025-11-17");
  assert_day (arrears_due_day_for_letter (arrears_test_day ("2025-09-22"), calendar),
              "2025-10-09");
}

/* Ten days before each of these holidays of a year whose notices are not out. */
static void
test_a_letter_passes_over_fixed_holidays_of_a_year_to_come (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  assert_day (arrears_due_day_for_letter (arrears_test_day ("2026-12-22"), calendar),
              "2027-01-04");
  assert_day (arrears_due_day_for_letter (arrears_test_day ("2027-04-23"), calendar),
              "2027-05-06");
  assert_day (arrears_due_day_for_letter (arrears_test_day ("2027-09-21"), calendar),
              "2027-10-08");
}

static void
test_the_day_of_a_letter_is_always_a_workday_ten_days_off_or_more (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();
  ArrearsDay end = arrears_test_day ("2026-12-31");

  for (ArrearsDay issued_on = arrears_test_day ("2020-01-01");
       arrears_day_compare (issued_on, end) <= 0;
       issued_on = arrears_day_add_days (issued_on, 1))
    {
      ArrearsDay day = arrears_due_day_for_letter (issued_on, calendar);

      g_assert_true (arrears_calendar_is_workday (calendar, day));
      g_assert_cmpint (arrears_day_count (issued_on, day), >=, 10);
      g_assert_cmpint (arrears_day_count (issued_on, day), <=, 20);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/due-day/a-term-from-receipt-ends-on-a-workday",
                   test_a_term_from_receipt_ends_on_a_workday);
  g_test_add_func ("/due-day/terms-of-an-invoice-are-counted-and-not-moved",
                   test_terms_of_an_invoice_are_counted_and_not_moved);
  g_test_add_func ("/due-day/without-terms-a-debt-is-due-on-receipt-of-the-goods",
                   test_without_terms_a_debt_is_due_on_receipt_of_the_goods);
  g_test_add_func ("/due-day/a-letter-leaves-a-week-after-it-can-have-arrived",
                   test_a_letter_leaves_a_week_after_it_can_have_arrived);
  g_test_add_func ("/due-day/a-letter-passes-over-fixed-holidays-of-a-year-to-come",
                   test_a_letter_passes_over_fixed_holidays_of_a_year_to_come);
  g_test_add_func ("/due-day/the-day-of-a-letter-is-always-a-workday-ten-days-off-or-more",
                   test_the_day_of_a_letter_is_always_a_workday_ten_days_off_or_more);

  return g_test_run ();
}

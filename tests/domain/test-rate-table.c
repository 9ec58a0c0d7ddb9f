/* test-rate-table.c: a published rate as it changed over time (LPR, benchmark)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-rate-table.h"

#include "arrears-test-published.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

static void
test_the_rate_in_force_is_the_last_one_published (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("lpr-lookups.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autoptr (ArrearsRateTable) rates
          = arrears_test_published_load_rates (arrears_test_table_get (table, i, "table"));
      g_autofree char *percent = NULL;
      g_autofree char *published = NULL;
      ArrearsDay published_on;
      ArrearsRate rate = arrears_rate_table_lookup (
          rates, arrears_test_day (arrears_test_table_get (table, i, "day")), &published_on);

      arrears_test_table_announce (table, i);
      if (arrears_rate_is_set (rate))
        percent = arrears_rate_to_percent (rate);
      published = arrears_day_to_string (published_on);
      g_assert_cmpstr (
          percent != NULL ? percent : "", ==, arrears_test_table_get (table, i, "rate"));
      g_assert_cmpstr (published, ==, arrears_test_table_get (table, i, "published_on"));
    }
}

/* The LPR comes out on the 20th of each month, moved past days off: the two shipped tables vouch
 * for each other.
 */
static void
test_every_lpr_is_of_the_first_workday_from_the_20th (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load ("ARREARS_TABLES", "lpr_1y.csv");
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();
  ArrearsDay covered_from = arrears_test_day ("2020-01-01");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      ArrearsDay day = arrears_test_day (arrears_test_table_get (table, i, "date"));
      int year, month, mday;

      if (arrears_day_compare (day, covered_from) < 0)
        continue;
      arrears_test_table_announce (table, i);
      arrears_day_to_ymd (day, &year, &month, &mday);
      g_assert_cmpint (
          arrears_calendar_get_workday_from (calendar, arrears_day_from_ymd (year, month, 20))
              .number,
          ==,
          day.number);
    }
}

static void
test_days_may_come_in_any_order (void)
{
  g_autoptr (ArrearsRateTable) table = arrears_rate_table_new ();
  ArrearsDay march = arrears_test_day ("2024-03-20");

  arrears_rate_table_add (table, march, arrears_test_rate ("3%"));
  arrears_rate_table_add (table, arrears_test_day ("2024-01-22"), arrears_test_rate ("1%"));
  arrears_rate_table_add (table, arrears_test_day ("2024-02-20"), arrears_test_rate ("2%"));

  g_assert_cmpint (arrears_rate_compare (
                       arrears_rate_table_lookup (table, arrears_test_day ("2024-03-19"), NULL),
                       arrears_test_rate ("2%")),
                   ==,
                   0);
  g_assert_cmpint (arrears_rate_table_get_end (table).number, ==, march.number);
}

static void
test_a_day_given_twice_keeps_the_later_rate (void)
{
  g_autoptr (ArrearsRateTable) table = arrears_rate_table_new ();
  ArrearsDay day = arrears_test_day ("2024-03-20");

  arrears_rate_table_add (table, day, arrears_test_rate ("3%"));
  arrears_rate_table_add (table, day, arrears_test_rate ("4%"));

  g_assert_cmpint (arrears_rate_compare (arrears_rate_table_lookup (table, day, NULL),
                                         arrears_test_rate ("4%")),
                   ==,
                   0);
}

static void
test_an_empty_table_has_no_rate_and_no_end (void)
{
  g_autoptr (ArrearsRateTable) table = arrears_rate_table_new ();
  ArrearsDay published_on = arrears_test_day ("2024-03-20");

  g_assert_false (
      arrears_rate_is_set (arrears_rate_table_lookup (table, published_on, &published_on)));
  g_assert_false (arrears_day_is_set (published_on));
  g_assert_false (arrears_day_is_set (arrears_rate_table_get_end (table)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rate-table/the-rate-in-force-is-the-last-one-published",
                   test_the_rate_in_force_is_the_last_one_published);
  g_test_add_func ("/rate-table/every-lpr-is-of-the-first-workday-from-the-20th",
                   test_every_lpr_is_of_the_first_workday_from_the_20th);
  g_test_add_func ("/rate-table/days-may-come-in-any-order", test_days_may_come_in_any_order);
  g_test_add_func ("/rate-table/a-day-given-twice-keeps-the-later-rate",
                   test_a_day_given_twice_keeps_the_later_rate);
  g_test_add_func ("/rate-table/an-empty-table-has-no-rate-and-no-end",
                   test_an_empty_table_has_no_rate_and_no_end);

  return g_test_run ();
}

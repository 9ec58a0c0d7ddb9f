/* test-calendar.c: days off, and workdays moved to make up for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-calendar.h"

#include "arrears-test-published.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

static void
test_the_shipped_calendar_knows_every_notice (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("days-off.csv");
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  g_assert_cmpuint (arrears_test_table_get_n_rows (table), ==, 254);
  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      ArrearsDay day = arrears_test_day (arrears_test_table_get (table, i, "date"));
      const char *kind = arrears_test_table_get (table, i, "kind");

      arrears_test_table_announce (table, i);
      g_assert_cmpint (arrears_calendar_is_workday (calendar, day),
                       ==,
                       g_str_equal (kind, "makeup_workday"));
    }
}

static void
test_weekdays_are_those_of_the_notices (void)
{
  static const char *const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("days-off.csv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      ArrearsDay day = arrears_test_day (arrears_test_table_get (table, i, "date"));

      g_assert_cmpstr (names[arrears_day_get_weekday (day) - 1],
                       ==,
                       arrears_test_table_get (table, i, "weekday"));
    }
}

static void
test_makeup_workdays_fall_on_weekends (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("days-off.csv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    if (g_str_equal (arrears_test_table_get (table, i, "kind"), "makeup_workday"))
      g_assert_cmpint (arrears_day_get_weekday (
                           arrears_test_day (arrears_test_table_get (table, i, "date"))),
                       >=,
                       6);
}

static void
test_without_notices_only_weekends_are_off (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_calendar_new ();

  g_assert_true (arrears_calendar_is_workday (calendar, arrears_test_day ("2025-10-01")));
  g_assert_true (arrears_calendar_is_workday (calendar, arrears_test_day ("2025-10-03")));
  g_assert_false (arrears_calendar_is_workday (calendar, arrears_test_day ("2025-10-04")));
  g_assert_false (arrears_calendar_is_workday (calendar, arrears_test_day ("2025-10-05")));
}

static void
assert_workday_from (const ArrearsCalendar *calendar, const char *day, const char *expected)
{
  g_autofree char *found
      = arrears_day_to_string (arrears_calendar_get_workday_from (calendar,
                                                                  arrears_test_day (day)));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_the_next_workday_is_the_day_itself_or_behind_the_days_off (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  assert_workday_from (calendar, "2025-09-30", "2025-09-30");
  assert_workday_from (calendar, "2025-10-01", "2025-10-09");
  assert_workday_from (calendar, "2025-10-11", "2025-10-11");
  assert_workday_from (calendar, "2025-10-12", "2025-10-13");
  assert_workday_from (calendar, "2026-02-28", "2026-02-28");
  assert_workday_from (calendar, "2026-05-31", "2026-06-01");
}

/* So many days off in a row. */
static void
add_holidays (ArrearsCalendar *calendar, const char *from, int n)
{
  for (int i = 0; i < n; i++)
    arrears_calendar_add (calendar, arrears_day_add_days (arrears_test_day (from), i),
                          ARREARS_CALENDAR_HOLIDAY);
}

static void
assert_end (const ArrearsCalendar *calendar, const char *expected)
{
  g_autofree char *end = arrears_day_to_string (arrears_calendar_get_end (calendar));

  g_assert_cmpstr (end, ==, expected);
}

static void
test_a_year_counts_once_its_holidays_are_known (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_calendar_new ();

  assert_end (calendar, "");
  add_holidays (calendar, "2027-02-01", 10);
  assert_end (calendar, "");
  g_assert_false (arrears_calendar_covers (calendar, arrears_test_day ("2027-02-01")));
  g_assert_false (arrears_calendar_is_workday (calendar, arrears_test_day ("2027-02-01")));
  add_holidays (calendar, "2027-10-01", 1);
  assert_end (calendar, "2027-12-31");
  g_assert_true (arrears_calendar_covers (calendar, arrears_test_day ("2027-01-01")));
  add_holidays (calendar, "2025-10-01", 11);
  assert_end (calendar, "2027-12-31");
  g_assert_false (arrears_calendar_covers (calendar, arrears_test_day ("2026-01-01")));
  arrears_calendar_add (calendar, arrears_test_day ("2027-10-01"), ARREARS_CALENDAR_ORDINARY);
  assert_end (calendar, "2025-12-31");
}

static void
test_years_with_an_entry_are_covered (void)
{
  g_autoptr (ArrearsCalendar) empty = arrears_calendar_new ();
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  g_assert_false (arrears_calendar_covers (empty, arrears_test_day ("2025-01-01")));
  g_assert_false (arrears_calendar_covers (calendar, arrears_test_day ("2019-12-31")));
  g_assert_true (arrears_calendar_covers (calendar, arrears_test_day ("2020-01-01")));
  g_assert_true (arrears_calendar_covers (calendar, arrears_test_day ("2026-12-31")));
  g_assert_false (arrears_calendar_covers (calendar, arrears_test_day ("2027-01-01")));
}

static void
test_a_day_given_twice_is_what_it_was_called_last (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_calendar_new ();
  ArrearsDay day = arrears_test_day ("2025-10-11");

  arrears_calendar_add (calendar, day, ARREARS_CALENDAR_HOLIDAY);
  g_assert_false (arrears_calendar_is_workday (calendar, day));
  arrears_calendar_add (calendar, day, ARREARS_CALENDAR_MAKEUP_WORKDAY);
  g_assert_true (arrears_calendar_is_workday (calendar, day));
  arrears_calendar_add (calendar, day, ARREARS_CALENDAR_ORDINARY);
  g_assert_false (arrears_calendar_is_workday (calendar, day));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/the-shipped-calendar-knows-every-notice",
                   test_the_shipped_calendar_knows_every_notice);
  g_test_add_func ("/calendar/weekdays-are-those-of-the-notices",
                   test_weekdays_are_those_of_the_notices);
  g_test_add_func ("/calendar/makeup-workdays-fall-on-weekends",
                   test_makeup_workdays_fall_on_weekends);
  g_test_add_func ("/calendar/without-notices-only-weekends-are-off",
                   test_without_notices_only_weekends_are_off);
  g_test_add_func ("/calendar/the-next-workday-is-the-day-itself-or-behind-the-days-off",
                   test_the_next_workday_is_the_day_itself_or_behind_the_days_off);
  g_test_add_func ("/calendar/a-year-counts-once-its-holidays-are-known",
                   test_a_year_counts_once_its_holidays_are_known);
  g_test_add_func ("/calendar/years-with-an-entry-are-covered",
                   test_years_with_an_entry_are_covered);
  g_test_add_func ("/calendar/a-day-given-twice-is-what-it-was-called-last",
                   test_a_day_given_twice_is_what_it_was_called_last);

  return g_test_run ();
}

/* test-day.c: a calendar day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-day.h"

#include "arrears-test-table.h"
#include "arrears-test-values.h"

#include <string.h>

enum
{
  LAST_NUMBER = 3652059, /* 9999-12-31 */
  N_RANDOM = 20000,
};

static ArrearsDayOrder
read_order (const char *word)
{
  if (g_str_equal (word, "ymd"))
    return ARREARS_DAY_ORDER_YMD;
  if (g_str_equal (word, "dmy"))
    return ARREARS_DAY_ORDER_DMY;
  if (g_str_equal (word, "mdy"))
    return ARREARS_DAY_ORDER_MDY;
  g_assert_cmpstr (word, ==, "");
  return ARREARS_DAY_ORDER_UNKNOWN;
}

static void
assert_day (ArrearsDay day, const char *text)
{
  g_autofree char *printed = arrears_day_to_string (day);

  g_assert_cmpstr (printed, ==, text);
}

static void
test_reads_what_people_and_programs_write (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("days.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *code = arrears_test_table_get (table, i, "error");
      ArrearsDay day = ARREARS_DAY_NONE;

      arrears_test_table_announce (table, i);
      g_assert_cmpint (arrears_day_parse (arrears_test_table_get (table, i, "text"),
                                          read_order (arrears_test_table_get (table, i, "order")),
                                          &day,
                                          &error),
                       ==,
                       *code == '\0');
      if (*code != '\0')
        arrears_test_assert_error (&error, code);
      g_assert_no_error (error);
      assert_day (day, arrears_test_table_get (table, i, "day"));
    }
}

static void
test_bytes_that_are_no_text_are_refused (void)
{
  g_autoptr (GError) error = NULL;
  ArrearsDay day;

  g_assert_false (arrears_day_parse ("2024\xe5-03-05", ARREARS_DAY_ORDER_UNKNOWN, &day, &error));
  arrears_test_assert_error (&error, "DAY_UNREADABLE");
}

static void
test_an_ambiguous_day_is_refused_with_both_readings (void)
{
  g_autoptr (GError) error = NULL;
  ArrearsDay day;

  g_assert_false (arrears_day_parse ("3/5/2024", ARREARS_DAY_ORDER_UNKNOWN, &day, &error));
  g_assert_nonnull (strstr (error->message, "2024-05-03"));
  g_assert_nonnull (strstr (error->message, "2024-03-05"));
}

static void
test_every_day_is_the_one_that_glib_knows (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, 1);
  for (int number = 1; number <= LAST_NUMBER; number++, g_date_add_days (&date, 1))
    {
      ArrearsDay day = { number };
      int year, month, mday;

      arrears_day_to_ymd (day, &year, &month, &mday);
      if (year != g_date_get_year (&date) || month != (int) g_date_get_month (&date)
          || mday != g_date_get_day (&date)
          || arrears_day_get_weekday (day) != (int) g_date_get_weekday (&date)
          || arrears_day_from_ymd (year, month, mday).number != number)
        g_error ("%d is taken for %d-%d-%d", number, year, month, mday);
    }
}

static void
test_there_is_no_day_outside_the_calendar (void)
{
  static const int outside[][3] = {
    { 0, 12, 31 },  { 10000, 1, 1 }, { 2024, 0, 1 },  { 2024, 13, 1 }, { 2024, 1, 0 },
    { 2024, 1, 32 }, { 2024, 4, 31 }, { 2023, 2, 29 }, { 1900, 2, 29 }, { 2024, 2, 30 },
    { -1, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_false (arrears_day_is_set (
        arrears_day_from_ymd (outside[i][0], outside[i][1], outside[i][2])));
}

static void
test_months_later_is_the_same_day_or_the_last_of_the_month (void)
{
  ArrearsDay leap_day = arrears_test_day ("2024-02-29");

  assert_day (arrears_day_add_months (leap_day, 12), "2025-02-28");
  assert_day (arrears_day_add_months (leap_day, 48), "2028-02-29");
  assert_day (arrears_day_add_months (leap_day, -1), "2024-01-29");
  assert_day (arrears_day_add_months (arrears_test_day ("2025-08-31"), 6), "2026-02-28");
  assert_day (arrears_day_add_months (arrears_test_day ("2025-01-31"), 1), "2025-02-28");
  assert_day (arrears_day_add_months (arrears_test_day ("2025-12-31"), 1), "2026-01-31");
  assert_day (arrears_day_add_months (arrears_test_day ("2025-01-31"), -2), "2024-11-30");
  assert_day (arrears_day_add_months (leap_day, 0), "2024-02-29");
}

static void
test_months_past_the_calendar_give_no_day (void)
{
  assert_day (arrears_day_add_months (arrears_test_day ("9999-11-01"), 1), "9999-12-01");
  assert_day (arrears_day_add_months (arrears_test_day ("0001-02-28"), -1), "0001-01-28");
  g_assert_false (arrears_day_is_set (
      arrears_day_add_months (arrears_test_day ("9999-12-01"), 1)));
  g_assert_false (arrears_day_is_set (
      arrears_day_add_months (arrears_test_day ("0001-01-31"), -1)));
  g_assert_false (arrears_day_is_set (
      arrears_day_add_months (arrears_test_day ("2024-01-31"), G_MAXINT)));
  g_assert_false (arrears_day_is_set (
      arrears_day_add_months (arrears_test_day ("2024-01-31"), G_MININT)));
}

static void
test_months_are_added_as_glib_adds_them (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      ArrearsDay day = { g_test_rand_int_range (700000, 800000) };
      int months = g_test_rand_int_range (0, 600);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) day.number);
      g_date_add_months (&date, (guint) months);
      g_assert_cmpint (arrears_day_add_months (day, months).number,
                       ==,
                       (int) g_date_get_julian (&date));
    }
}

static void
test_reading_what_was_printed_gives_the_same_day (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      ArrearsDay day = arrears_test_random_day ();
      g_autofree char *iso = arrears_day_to_string (day);
      g_autofree char *chinese = NULL;

      g_assert_cmpint (arrears_test_day (iso).number, ==, day.number);
      if (day.number < arrears_day_from_ymd (1000, 1, 1).number)
        continue;
      chinese = arrears_day_to_chinese (day);
      g_assert_cmpint (arrears_test_day (chinese).number, ==, day.number);
    }
}

static void
test_no_day_is_printed_as_nothing (void)
{
  g_autofree char *iso = arrears_day_to_string (ARREARS_DAY_NONE);
  g_autofree char *chinese = arrears_day_to_chinese (ARREARS_DAY_NONE);

  g_assert_cmpstr (iso, ==, "");
  g_assert_cmpstr (chinese, ==, "");
}

static void
test_chinese_days_have_no_leading_zeros (void)
{
  g_autofree char *chinese = arrears_day_to_chinese (arrears_test_day ("2024-03-05"));

  g_assert_cmpstr (chinese, ==, "2024年3月5日");
}

static void
test_excel_serials_count_from_1900 (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("excel-serials.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *code = arrears_test_table_get (table, i, "error");
      gint64 serial = g_ascii_strtoll (arrears_test_table_get (table, i, "serial"), NULL, 10);
      ArrearsDay day = ARREARS_DAY_NONE;

      arrears_test_table_announce (table, i);
      g_assert_cmpint (arrears_day_from_excel_serial (serial, &day, &error), ==, *code == '\0');
      if (*code != '\0')
        arrears_test_assert_error (&error, code);
      g_assert_no_error (error);
      assert_day (day, arrears_test_table_get (table, i, "day"));
    }
}

static void
test_days_are_counted_and_ordered (void)
{
  ArrearsDay early = arrears_test_day ("2024-02-28");
  ArrearsDay late = arrears_test_day ("2024-03-01");

  g_assert_cmpint (arrears_day_count (early, late), ==, 2);
  g_assert_cmpint (arrears_day_count (late, early), ==, -2);
  g_assert_cmpint (arrears_day_count (late, late), ==, 0);
  g_assert_cmpint (arrears_day_compare (early, late), ==, -1);
  g_assert_cmpint (arrears_day_compare (late, early), ==, 1);
  g_assert_cmpint (arrears_day_max (early, late).number, ==, late.number);
  g_assert_cmpint (arrears_day_add_days (early, 2).number, ==, late.number);
  g_assert_false (arrears_day_is_set (ARREARS_DAY_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/reads-what-people-and-programs-write",
                   test_reads_what_people_and_programs_write);
  g_test_add_func ("/day/bytes-that-are-no-text-are-refused",
                   test_bytes_that_are_no_text_are_refused);
  g_test_add_func ("/day/an-ambiguous-day-is-refused-with-both-readings",
                   test_an_ambiguous_day_is_refused_with_both_readings);
  g_test_add_func ("/day/every-day-is-the-one-that-glib-knows",
                   test_every_day_is_the_one_that_glib_knows);
  g_test_add_func ("/day/there-is-no-day-outside-the-calendar",
                   test_there_is_no_day_outside_the_calendar);
  g_test_add_func ("/day/months-later-is-the-same-day-or-the-last-of-the-month",
                   test_months_later_is_the_same_day_or_the_last_of_the_month);
  g_test_add_func ("/day/months-past-the-calendar-give-no-day",
                   test_months_past_the_calendar_give_no_day);
  g_test_add_func ("/day/months-are-added-as-glib-adds-them",
                   test_months_are_added_as_glib_adds_them);
  g_test_add_func ("/day/reading-what-was-printed-gives-the-same-day",
                   test_reading_what_was_printed_gives_the_same_day);
  g_test_add_func ("/day/no-day-is-printed-as-nothing", test_no_day_is_printed_as_nothing);
  g_test_add_func ("/day/chinese-days-have-no-leading-zeros",
                   test_chinese_days_have_no_leading_zeros);
  g_test_add_func ("/day/excel-serials-count-from-1900", test_excel_serials_count_from_1900);
  g_test_add_func ("/day/days-are-counted-and-ordered", test_days_are_counted_and_ordered);

  return g_test_run ();
}

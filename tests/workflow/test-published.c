/* test-published.c: what the user adds to the published tables, told as days at the desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-published.h"

#include "arrears-test-desk.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

/* The LPR that comes with the program ends on 2026-09-20, the days off with 2026. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2026-11-20");
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,30,B\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2026-09-01,2026-10-31,1000,,\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_object_unref (fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static void
add_rate (ArrearsDesk *desk, const char *day, const char *rate)
{
  g_autoptr (GError) error = NULL;

  arrears_published_add_rate (desk, arrears_test_day (day), arrears_test_rate (rate), &error);
  g_assert_no_error (error);
}

static void
assert_rate_refused (ArrearsDesk *desk, const char *day, const char *rate, const char *code)
{
  g_autofree char *before = arrears_test_desk_dump (desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      arrears_published_add_rate (desk, arrears_test_day (day), arrears_test_rate (rate), &error));
  arrears_test_assert_error (&error, code);
  after = arrears_test_desk_dump (desk);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_lpr (ArrearsDesk *desk, const char *day, const char *expected)
{
  ArrearsDay published_on;
  ArrearsRate rate = arrears_rate_table_lookup (arrears_desk_get_rates (desk).lpr,
                                                arrears_test_day (day), &published_on);
  g_autofree char *percent = arrears_rate_to_percent (rate);
  g_autofree char *on = arrears_day_to_string (published_on);
  g_autofree char *found = g_strdup_printf ("%s of %s", percent, on);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_a_value_that_was_added_is_in_force (Fixture *fixture, gconstpointer data)
{
  assert_lpr (fixture->desk, "2026-11-01", "3% of 2026-09-20");
  add_rate (fixture->desk, "2026-10-20", "2.90%");
  assert_lpr (fixture->desk, "2026-11-01", "2.9% of 2026-10-20");
  assert_lpr (fixture->desk, "2026-10-19", "3% of 2026-09-20");
  add_rate (fixture->desk, "2026-11-20", "0.0285");
  assert_lpr (fixture->desk, "2026-11-20", "2.85% of 2026-11-20");
}

static void
test_values_out_of_place_are_refused (Fixture *fixture, gconstpointer data)
{
  add_rate (fixture->desk, "2026-10-20", "24%");
  assert_rate_refused (fixture->desk, "2026-10-20", "3%", "DUPLICATE");
  assert_rate_refused (fixture->desk, "2026-10-19", "3%", "DAY_ORDER");
  assert_rate_refused (fixture->desk, "2025-01-01", "3%", "DAY_ORDER");
  assert_rate_refused (fixture->desk, "2026-11-21", "3%", "DAY_ORDER");
  assert_rate_refused (fixture->desk, "2026-11-20", "24.01%", "RATE_UNREADABLE");
  assert_rate_refused (fixture->desk, "2026-11-20", "3.00", "RATE_UNREADABLE");
}

/* What was entered on the 23rd was not known on the 20th, and whoever asks then hears so again. */
static void
test_a_value_is_not_known_before_it_was_added (Fixture *fixture, gconstpointer data)
{
  arrears_test_desk_set_day (fixture->desk, "2026-11-23");
  add_rate (fixture->desk, "2026-10-20", "2.90%");
  assert_lpr (fixture->desk, "2026-11-01", "2.9% of 2026-10-20");
  arrears_test_desk_set_day (fixture->desk, "2026-11-22");
  assert_lpr (fixture->desk, "2026-11-01", "3% of 2026-09-20");
  assert_rate_refused (fixture->desk, "2026-10-20", "3%", "DUPLICATE");
  arrears_test_desk_set_day (fixture->desk, "2026-11-23");
  assert_lpr (fixture->desk, "2026-11-01", "2.9% of 2026-10-20");
}

static void
test_other_desks_see_what_was_added (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDesk) worker = arrears_desk_open_again (fixture->desk, &error);
  const ArrearsRateTable *held = arrears_desk_get_rates (fixture->desk).lpr;
  ArrearsDay end = arrears_rate_table_get_end (held);

  g_assert_no_error (error);
  add_rate (worker, "2026-10-20", "2.90%");
  assert_lpr (worker, "2026-11-01", "2.9% of 2026-10-20");
  arrears_desk_notify_changed (fixture->desk);
  assert_lpr (fixture->desk, "2026-11-01", "2.9% of 2026-10-20");
  g_assert_cmpint (arrears_rate_table_get_end (held).number, ==, end.number);
}

static void
test_a_charge_rests_on_what_was_added (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsAccountPage) before = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autoptr (ArrearsAccountPage) after = NULL;

  add_rate (fixture->desk, "2026-10-20", "6%");
  after = arrears_test_desk_load_page (fixture->desk, "0001");
  /* 1000 yuan for 20 days at 3 % x 1.5, then at 6 % x 1.5. */
  g_assert_cmpint (before->charge.fen, ==, 247);
  g_assert_cmpint (after->charge.fen, ==, 493);
}

static void
test_rates_are_listed_with_their_origin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsPublishedRate *last;

  ours = arrears_published_list_rates (fixture->desk, &error);
  g_assert_no_error (error);
  add_rate (fixture->desk, "2026-10-20", "2.90%");
  all = arrears_published_list_rates (fixture->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, ours->len + 1);
  last = g_ptr_array_index (all, all->len - 1);
  g_assert_true (last->is_added);
  g_assert_cmpstr (last->rate, ==, "2.9%");
  g_assert_cmpint (last->recorded_on.number, ==, arrears_test_day ("2026-11-20").number);
  g_assert_false (ARREARS_PUBLISHED_RATE (all->pdata[0])->is_added);
}

static void
add_day (Fixture *fixture, const char *day, ArrearsCalendarKind kind, const char *name)
{
  g_autoptr (GError) error = NULL;

  arrears_published_add_day (fixture->desk, arrears_test_day (day), kind, name, &error);
  g_assert_no_error (error);
}

static void
assert_day_refused (Fixture *fixture, const char *day, ArrearsCalendarKind kind, const char *name,
                    const char *code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      arrears_published_add_day (fixture->desk, arrears_test_day (day), kind, name, &error));
  arrears_test_assert_error (&error, code);
}

static gboolean
is_workday (Fixture *fixture, const char *day)
{
  return arrears_calendar_is_workday (arrears_desk_get_calendar (fixture->desk),
                                      arrears_test_day (day));
}

static void
test_days_of_a_coming_year_are_added (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_workday (fixture, "2027-01-01"));
  add_day (fixture, "2027-01-01", ARREARS_CALENDAR_HOLIDAY, "元旦");
  g_assert_false (is_workday (fixture, "2027-01-01"));
  add_day (fixture, "2027-01-03", ARREARS_CALENDAR_MAKEUP_WORKDAY, "元旦");
  g_assert_true (is_workday (fixture, "2027-01-03"));
  assert_day_refused (fixture, "2027-01-01", ARREARS_CALENDAR_HOLIDAY, "元旦", "DUPLICATE");
  assert_day_refused (fixture, "2026-10-01", ARREARS_CALENDAR_HOLIDAY, "国庆节", "DUPLICATE");
  assert_day_refused (fixture, "2027-01-04", ARREARS_CALENDAR_ORDINARY, "", "DUPLICATE");
  assert_day_refused (fixture, "2027-02-05", ARREARS_CALENDAR_HOLIDAY, " ", "MISSING");
  add_day (fixture, "2027-01-01", ARREARS_CALENDAR_ORDINARY, "");
  g_assert_true (is_workday (fixture, "2027-01-01"));
  add_day (fixture, "2027-01-01", ARREARS_CALENDAR_HOLIDAY, "元旦");
  g_assert_false (is_workday (fixture, "2027-01-01"));
}

static void
test_days_are_not_known_before_they_were_added (Fixture *fixture, gconstpointer data)
{
  arrears_test_desk_set_day (fixture->desk, "2026-11-25");
  add_day (fixture, "2026-12-04", ARREARS_CALENDAR_HOLIDAY, "临时放假");
  g_assert_false (is_workday (fixture, "2026-12-04"));
  arrears_test_desk_set_day (fixture->desk, "2026-11-24");
  g_assert_true (is_workday (fixture, "2026-12-04"));
  assert_day_refused (fixture, "2026-12-04", ARREARS_CALENDAR_HOLIDAY, "临时放假", "DUPLICATE");
}

static void
test_days_are_listed_in_order_with_their_origin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GError) error = NULL;
  guint n_added = 0;

  add_day (fixture, "2027-01-01", ARREARS_CALENDAR_HOLIDAY, "元旦");
  add_day (fixture, "2026-10-01", ARREARS_CALENDAR_ORDINARY, "");
  days = arrears_published_list_days (fixture->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (days->len, ==, 255);
  for (guint i = 0; i < days->len; i++)
    {
      ArrearsPublishedDay *day = g_ptr_array_index (days, i);

      if (i > 0)
        g_assert_cmpint (day->day.number, >,
                         ARREARS_PUBLISHED_DAY (days->pdata[i - 1])->day.number);
      n_added += day->is_added ? 1 : 0;
    }
  g_assert_cmpuint (n_added, ==, 2);
}

static void
assert_warnings (Fixture *fixture, const char *day, guint expected)
{
  arrears_test_desk_set_day (fixture->desk, day);
  g_assert_cmpuint (arrears_published_get_warnings (fixture->desk, NULL, NULL), ==, expected);
}

static void
test_tables_that_end_before_the_day_are_named (Fixture *fixture, gconstpointer data)
{
  ArrearsDay rates_end, calendar_end;

  arrears_published_get_warnings (fixture->desk, &rates_end, &calendar_end);
  g_assert_cmpint (rates_end.number, ==, arrears_test_day ("2026-09-20").number);
  g_assert_cmpint (calendar_end.number, ==, arrears_test_day ("2026-12-31").number);
  assert_warnings (fixture, "2026-10-21", 0);
  assert_warnings (fixture, "2026-10-22", ARREARS_PUBLISHED_RATES_ENDED);
  assert_warnings (fixture, "2027-01-01",
                   ARREARS_PUBLISHED_RATES_ENDED | ARREARS_PUBLISHED_CALENDAR_ENDED);
  add_rate (fixture->desk, "2026-12-21", "3%");
  assert_warnings (fixture, "2027-01-02", ARREARS_PUBLISHED_CALENDAR_ENDED);
  for (int i = 1; i <= 11; i++)
    {
      g_autofree char *day = g_strdup_printf ("2027-10-%02d", i);

      assert_warnings (fixture, "2027-01-02", ARREARS_PUBLISHED_CALENDAR_ENDED);
      add_day (fixture, day, ARREARS_CALENDAR_HOLIDAY, "国庆节");
    }
  assert_warnings (fixture, "2027-01-02", 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/published/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-value-that-was-added-is-in-force", test_a_value_that_was_added_is_in_force);
  ADD ("values-out-of-place-are-refused", test_values_out_of_place_are_refused);
  ADD ("a-value-is-not-known-before-it-was-added", test_a_value_is_not_known_before_it_was_added);
  ADD ("other-desks-see-what-was-added", test_other_desks_see_what_was_added);
  ADD ("a-charge-rests-on-what-was-added", test_a_charge_rests_on_what_was_added);
  ADD ("rates-are-listed-with-their-origin", test_rates_are_listed_with_their_origin);
  ADD ("days-of-a-coming-year-are-added", test_days_of_a_coming_year_are_added);
  ADD ("days-are-not-known-before-they-were-added", test_days_are_not_known_before_they_were_added);
  ADD ("days-are-listed-in-order-with-their-origin",
       test_days_are_listed_in_order_with_their_origin);
  ADD ("tables-that-end-before-the-day-are-named", test_tables_that_end_before_the_day_are_named);
  return g_test_run ();
}

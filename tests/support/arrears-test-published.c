/* arrears-test-published.c: the published tables that the program ships, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-published.h"

#include "arrears-test-table.h"
#include "arrears-test-values.h"

ArrearsRateTable *
arrears_test_published_load_rates (const char *name)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load ("ARREARS_TABLES", name);
  ArrearsRateTable *rates = arrears_rate_table_new ();

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autofree char *percent = g_strconcat (arrears_test_table_get (table, i, "rate"), "%", NULL);

      arrears_rate_table_add (rates,
                              arrears_test_day (arrears_test_table_get (table, i, "date")),
                              arrears_test_rate (percent));
    }
  return rates;
}

ArrearsCalendar *
arrears_test_published_load_calendar (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load ("ARREARS_TABLES", "holidays.csv");
  ArrearsCalendar *calendar = arrears_calendar_new ();

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      ArrearsDay day = arrears_test_day (arrears_test_table_get (table, i, "date"));

      if (g_str_equal (arrears_test_table_get (table, i, "kind"), "holiday"))
        arrears_calendar_add (calendar, day, ARREARS_CALENDAR_HOLIDAY);
      else
        arrears_calendar_add (calendar, day, ARREARS_CALENDAR_MAKEUP_WORKDAY);
    }
  return calendar;
}

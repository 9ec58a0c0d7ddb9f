/* arrears-tables.c: the published tables that come with the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-tables.h"

#include "arrears-tables-resource.h"

#include <gio/gio.h>

#define FOLDER "/io/github/arrears/Arrears/tables/"

typedef void (*RowFunc) (char **cells, gpointer user_data);

/* The tables are part of the program: a fault in them is the programmer's. */
static ArrearsDay
read_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  ArrearsDay day;

  if (!arrears_day_parse (text, ARREARS_DAY_ORDER_YMD, &day, &error))
    g_error ("table: %s", error->message);
  return day;
}

static void
foreach_row (const char *name, RowFunc func, gpointer user_data)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (arrears_tables_get_resource (), path, 0, NULL);
  g_auto (GStrv) lines = NULL;

  g_assert (bytes != NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strstrip (lines[i]), ",", -1);

      if (g_strv_length (cells) >= 2)
        func (cells, user_data);
    }
}

static ArrearsRate
read_rate (const char *percents)
{
  g_autofree char *percent = g_strconcat (percents, "%", NULL);
  g_autoptr (GError) error = NULL;
  ArrearsRate rate;

  if (!arrears_rate_parse (percent, &rate, &error))
    g_error ("table: %s", error->message);
  return rate;
}

static void
add_rate (char **cells, gpointer user_data)
{
  arrears_rate_table_add (user_data, read_day (cells[0]), read_rate (cells[1]));
}

static void
append_rate (char **cells, gpointer user_data)
{
  ArrearsPublishedRate *rate = arrears_published_rate_new ();
  g_autofree char *percent = arrears_rate_to_percent (read_rate (cells[1]));

  rate->published_on = read_day (cells[0]);
  arrears_record_set_text (&rate->rate, percent);
  g_ptr_array_add (user_data, rate);
}

static void
add_day_off (char **cells, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  ArrearsCalendarKind kind;

  if (!arrears_calendar_kind_parse (cells[1], &kind, &error))
    g_error ("table: %s", error->message);
  arrears_calendar_add (user_data, read_day (cells[0]), kind);
}

static void
append_day (char **cells, gpointer user_data)
{
  ArrearsPublishedDay *day = arrears_published_day_new ();

  day->day = read_day (cells[0]);
  arrears_record_set_text (&day->kind, cells[1]);
  arrears_record_set_text (&day->name, cells[2]);
  g_ptr_array_add (user_data, day);
}

ArrearsRateTable *
arrears_tables_load_lpr (void)
{
  ArrearsRateTable *table = arrears_rate_table_new ();

  foreach_row ("lpr_1y.csv", add_rate, table);
  return table;
}

ArrearsRateTable *
arrears_tables_load_benchmark (void)
{
  ArrearsRateTable *table = arrears_rate_table_new ();

  foreach_row ("benchmark_1y.csv", add_rate, table);
  return table;
}

ArrearsCalendar *
arrears_tables_load_calendar (void)
{
  ArrearsCalendar *calendar = arrears_calendar_new ();

  foreach_row ("holidays.csv", add_day_off, calendar);
  return calendar;
}

GPtrArray *
arrears_tables_list_lpr (void)
{
  GPtrArray *rates = g_ptr_array_new_with_free_func (g_object_unref);

  foreach_row ("lpr_1y.csv", append_rate, rates);
  return rates;
}

GPtrArray *
arrears_tables_list_days (void)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (g_object_unref);

  foreach_row ("holidays.csv", append_day, days);
  return days;
}

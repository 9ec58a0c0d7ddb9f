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

static void
add_rate (char **cells, gpointer user_data)
{
  g_autofree char *percent = g_strconcat (cells[1], "%", NULL);
  g_autoptr (GError) error = NULL;
  ArrearsRate rate;

  if (!arrears_rate_parse (percent, &rate, &error))
    g_error ("table: %s", error->message);
  arrears_rate_table_add (user_data, read_day (cells[0]), rate);
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

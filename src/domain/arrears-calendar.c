/* arrears-calendar.c: days off, and workdays moved to make up for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-calendar.h"

enum
{
  SATURDAY = 6,
};

typedef enum
{
  KIND_NONE,
  KIND_HOLIDAY,
  KIND_MAKEUP_WORKDAY,
} DayKind;

struct _ArrearsCalendar
{
  GHashTable *kinds; /* of DayKind by the number of the day */
  ArrearsDay first;
  ArrearsDay last;
};

static void
add_day (ArrearsCalendar *calendar, ArrearsDay day, DayKind kind)
{
  g_return_if_fail (calendar != NULL);
  g_return_if_fail (arrears_day_is_set (day));

  g_hash_table_replace (calendar->kinds, GINT_TO_POINTER (day.number), GINT_TO_POINTER (kind));
  if (!arrears_day_is_set (calendar->first) || arrears_day_compare (day, calendar->first) < 0)
    calendar->first = day;
  calendar->last = arrears_day_max (calendar->last, day);
}

static int
get_year (ArrearsDay day)
{
  int year, month, mday;

  arrears_day_to_ymd (day, &year, &month, &mday);
  return year;
}

ArrearsCalendar *
arrears_calendar_new (void)
{
  ArrearsCalendar *calendar = g_new0 (ArrearsCalendar, 1);

  calendar->kinds = g_hash_table_new (NULL, NULL);
  return calendar;
}

void
arrears_calendar_free (ArrearsCalendar *calendar)
{
  if (calendar == NULL)
    return;

  g_hash_table_unref (calendar->kinds);
  g_free (calendar);
}

void
arrears_calendar_add_holiday (ArrearsCalendar *calendar, ArrearsDay day)
{
  add_day (calendar, day, KIND_HOLIDAY);
}

void
arrears_calendar_add_makeup_workday (ArrearsCalendar *calendar, ArrearsDay day)
{
  add_day (calendar, day, KIND_MAKEUP_WORKDAY);
}

ArrearsDay
arrears_calendar_get_end (const ArrearsCalendar *calendar)
{
  g_return_val_if_fail (calendar != NULL, ARREARS_DAY_NONE);

  if (!arrears_day_is_set (calendar->last))
    return ARREARS_DAY_NONE;
  return arrears_day_from_ymd (get_year (calendar->last), 12, 31);
}

gboolean
arrears_calendar_covers (const ArrearsCalendar *calendar, ArrearsDay day)
{
  g_return_val_if_fail (calendar != NULL, FALSE);
  g_return_val_if_fail (arrears_day_is_set (day), FALSE);

  if (!arrears_day_is_set (calendar->last))
    return FALSE;
  return get_year (day) >= get_year (calendar->first)
         && get_year (day) <= get_year (calendar->last);
}

gboolean
arrears_calendar_is_workday (const ArrearsCalendar *calendar, ArrearsDay day)
{
  DayKind kind;

  g_return_val_if_fail (calendar != NULL, FALSE);
  g_return_val_if_fail (arrears_day_is_set (day), FALSE);

  kind = (DayKind) GPOINTER_TO_INT (g_hash_table_lookup (calendar->kinds,
                                                         GINT_TO_POINTER (day.number)));
  if (kind == KIND_NONE)
    return arrears_day_get_weekday (day) < SATURDAY;
  return kind == KIND_MAKEUP_WORKDAY;
}

ArrearsDay
arrears_calendar_get_workday_from (const ArrearsCalendar *calendar, ArrearsDay day)
{
  g_return_val_if_fail (calendar != NULL, ARREARS_DAY_NONE);
  g_return_val_if_fail (arrears_day_is_set (day), ARREARS_DAY_NONE);

  while (!arrears_calendar_is_workday (calendar, day))
    day = arrears_day_add_days (day, 1);
  return day;
}

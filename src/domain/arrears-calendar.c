/* arrears-calendar.c: days off, and workdays moved to make up for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-calendar.h"

#include "arrears-error.h"

enum
{
  SATURDAY = 6,
  FEWEST_HOLIDAYS = 11,
};

struct _ArrearsCalendar
{
  GHashTable *kinds;      /* of ArrearsCalendarKind by the number of the day */
  GHashTable *n_holidays; /* by the year */
  int last_year;          /* the last that is covered; 0: none */
};

static const char *const kind_words[] = {
  [ARREARS_CALENDAR_ORDINARY] = "ordinary",
  [ARREARS_CALENDAR_HOLIDAY] = "holiday",
  [ARREARS_CALENDAR_MAKEUP_WORKDAY] = "makeup_workday",
};

const char *
arrears_calendar_kind_to_word (ArrearsCalendarKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_words), "");

  return kind_words[kind];
}

gboolean
arrears_calendar_kind_parse (const char *word, ArrearsCalendarKind *kind, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_strcmp0 (word, kind_words[i]) == 0)
      {
        *kind = (ArrearsCalendarKind) i;
        return TRUE;
      }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "kind of day '%s': expected holiday, makeup_workday or ordinary",
               word != NULL ? word : "");
  return FALSE;
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
  calendar->n_holidays = g_hash_table_new (NULL, NULL);
  return calendar;
}

void
arrears_calendar_free (ArrearsCalendar *calendar)
{
  if (calendar == NULL)
    return;

  g_hash_table_unref (calendar->kinds);
  g_hash_table_unref (calendar->n_holidays);
  g_free (calendar);
}

static int
count_holidays (const ArrearsCalendar *calendar, int year)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (calendar->n_holidays, GINT_TO_POINTER (year)));
}

static void
count_holiday (ArrearsCalendar *calendar, int year, int change)
{
  int n = count_holidays (calendar, year) + change;

  g_hash_table_replace (calendar->n_holidays, GINT_TO_POINTER (year), GINT_TO_POINTER (n));
  if (n >= FEWEST_HOLIDAYS)
    calendar->last_year = MAX (calendar->last_year, year);
  while (calendar->last_year > 0
         && count_holidays (calendar, calendar->last_year) < FEWEST_HOLIDAYS)
    calendar->last_year--;
}

void
arrears_calendar_add (ArrearsCalendar *calendar, ArrearsDay day, ArrearsCalendarKind kind)
{
  ArrearsCalendarKind former;

  g_return_if_fail (calendar != NULL);
  g_return_if_fail (arrears_day_is_set (day));

  former = arrears_calendar_get_kind (calendar, day);
  g_hash_table_replace (calendar->kinds, GINT_TO_POINTER (day.number), GINT_TO_POINTER (kind));
  count_holiday (calendar, get_year (day),
                 (kind == ARREARS_CALENDAR_HOLIDAY) - (former == ARREARS_CALENDAR_HOLIDAY));
}

ArrearsCalendarKind
arrears_calendar_get_kind (const ArrearsCalendar *calendar, ArrearsDay day)
{
  g_return_val_if_fail (calendar != NULL, ARREARS_CALENDAR_ORDINARY);

  return (ArrearsCalendarKind) GPOINTER_TO_INT (
      g_hash_table_lookup (calendar->kinds, GINT_TO_POINTER (day.number)));
}

gboolean
arrears_calendar_covers (const ArrearsCalendar *calendar, ArrearsDay day)
{
  g_return_val_if_fail (calendar != NULL, FALSE);
  g_return_val_if_fail (arrears_day_is_set (day), FALSE);

  return count_holidays (calendar, get_year (day)) >= FEWEST_HOLIDAYS;
}

ArrearsDay
arrears_calendar_get_end (const ArrearsCalendar *calendar)
{
  g_return_val_if_fail (calendar != NULL, ARREARS_DAY_NONE);

  return calendar->last_year > 0 ? arrears_day_from_ymd (calendar->last_year, 12, 31)
                                 : ARREARS_DAY_NONE;
}

gboolean
arrears_calendar_is_workday (const ArrearsCalendar *calendar, ArrearsDay day)
{
  ArrearsCalendarKind kind;

  g_return_val_if_fail (calendar != NULL, FALSE);
  g_return_val_if_fail (arrears_day_is_set (day), FALSE);

  kind = arrears_calendar_get_kind (calendar, day);
  if (kind == ARREARS_CALENDAR_ORDINARY)
    return arrears_day_get_weekday (day) < SATURDAY;
  return kind == ARREARS_CALENDAR_MAKEUP_WORKDAY;
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

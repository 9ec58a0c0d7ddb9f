/* arrears-day.c: a calendar day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-day.h"

#include "arrears-error.h"
#include "arrears-text.h"

#include <string.h>

enum
{
  MAX_YEAR = 9999,
  MONTHS_PER_YEAR = 12,
  YEAR_DIGITS = 4,
  DAYS_PER_400_YEARS = 146097,
  EXCEL_DAY_THAT_NEVER_WAS = 60, /* 1900-02-29 */
  EXCEL_LAST = 2958465,          /* 9999-12-31 */
  EXCEL_EPOCH = 693594,          /* the number of 1899-12-30 */
};

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
get_month_length (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return lengths[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

static int
count_days_before_year (int year)
{
  int past = year - 1;

  return past * 365 + past / 4 - past / 100 + past / 400;
}

static int
count_days_before_month (int year, int month)
{
  static const int days[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

  return days[month - 1] + (month > 2 && is_leap_year (year) ? 1 : 0);
}

ArrearsDay
arrears_day_from_ymd (int year, int month, int day)
{
  if (year < 1 || year > MAX_YEAR || month < 1 || month > MONTHS_PER_YEAR || day < 1
      || day > get_month_length (year, month))
    return ARREARS_DAY_NONE;

  return (ArrearsDay) { count_days_before_year (year) + count_days_before_month (year, month)
                        + day };
}

void
arrears_day_to_ymd (ArrearsDay day, int *year, int *month, int *mday)
{
  int rest;

  g_return_if_fail (arrears_day_is_set (day));
  g_return_if_fail (year != NULL && month != NULL && mday != NULL);

  /* The mean length of a year puts the guess at most one year too early. */
  *year = (int) ((gint64) (day.number - 1) * 400 / DAYS_PER_400_YEARS) + 1;
  if (day.number <= count_days_before_year (*year))
    (*year)--;
  else if (day.number > count_days_before_year (*year + 1))
    (*year)++;

  rest = day.number - count_days_before_year (*year);
  *month = MIN ((rest - 1) / 28 + 1, MONTHS_PER_YEAR);
  while (rest <= count_days_before_month (*year, *month))
    (*month)--;
  *mday = rest - count_days_before_month (*year, *month);
}

ArrearsDay
arrears_day_add_months (ArrearsDay day, int months)
{
  int year, month, mday, total;

  g_return_val_if_fail (arrears_day_is_set (day), ARREARS_DAY_NONE);

  arrears_day_to_ymd (day, &year, &month, &mday);
  if (__builtin_add_overflow ((year - 1) * MONTHS_PER_YEAR + month - 1, months, &total)
      || total < 0 || total >= MAX_YEAR * MONTHS_PER_YEAR)
    return ARREARS_DAY_NONE;

  year = total / MONTHS_PER_YEAR + 1;
  month = total % MONTHS_PER_YEAR + 1;
  return arrears_day_from_ymd (year, month, MIN (mday, get_month_length (year, month)));
}

int
arrears_day_get_weekday (ArrearsDay day)
{
  g_return_val_if_fail (arrears_day_is_set (day), 0);

  return (day.number - 1) % 7 + 1;
}

/* Reading. */

typedef struct
{
  int first;
  int second;
  int third;
  gboolean has_year_last;
} DateParts;

static gboolean
take_int (const char **cursor, gsize min_digits, gsize max_digits, int *value)
{
  gsize n_digits = strspn (*cursor, "0123456789");

  if (n_digits < min_digits || n_digits > max_digits)
    return FALSE;

  *value = 0;
  for (; n_digits > 0; n_digits--, (*cursor)++)
    *value = *value * 10 + (**cursor - '0');
  return TRUE;
}

static gboolean
take_fixed_int (const char **cursor, int n_digits, int *value)
{
  *value = 0;
  for (int i = 0; i < n_digits; i++, (*cursor)++)
    {
      if (!g_ascii_isdigit (**cursor))
        return FALSE;
      *value = *value * 10 + (**cursor - '0');
    }
  return TRUE;
}

/* 20240305, and 20240305143000 as banks write it. */
static gboolean
take_compact (const char **cursor, DateParts *parts)
{
  const char *p = *cursor;
  gsize n_digits = strspn (p, "0123456789");
  int hour, minute, second;

  if ((n_digits != 8 && n_digits != 14) || !take_fixed_int (&p, YEAR_DIGITS, &parts->first)
      || !take_fixed_int (&p, 2, &parts->second) || !take_fixed_int (&p, 2, &parts->third))
    return FALSE;
  if (n_digits == 14
      && (!take_fixed_int (&p, 2, &hour) || !take_fixed_int (&p, 2, &minute)
          || !take_fixed_int (&p, 2, &second) || hour > 24 || minute > 59 || second > 60))
    return FALSE;

  *cursor = p;
  return TRUE;
}

static gboolean
take_chinese (const char **cursor, DateParts *parts)
{
  const char *p = *cursor;

  if (!take_int (&p, YEAR_DIGITS, YEAR_DIGITS, &parts->first) || !arrears_text_take (&p, "年"))
    return FALSE;
  arrears_text_skip_spaces (&p);
  if (!take_int (&p, 1, 2, &parts->second) || !arrears_text_take (&p, "月"))
    return FALSE;
  arrears_text_skip_spaces (&p);
  if (!take_int (&p, 1, 2, &parts->third)
      || (!arrears_text_take (&p, "日") && !arrears_text_take (&p, "号")))
    return FALSE;

  *cursor = p;
  return TRUE;
}

/* 2024-3-5 or 3-5-2024, the same one of - / . in both places. */
static gboolean
take_separated (const char **cursor, DateParts *parts)
{
  const char *p = *cursor;
  gboolean has_year_first = strspn (p, "0123456789") == YEAR_DIGITS;
  char separator;

  if (!take_int (&p, 1, has_year_first ? YEAR_DIGITS : 2, &parts->first))
    return FALSE;
  separator = *p;
  if (separator == '\0' || strchr ("-/.", separator) == NULL)
    return FALSE;
  p++;
  if (!take_int (&p, 1, 2, &parts->second) || *p != separator)
    return FALSE;
  p++;
  if (!take_int (&p,
                 has_year_first ? 1 : YEAR_DIGITS,
                 has_year_first ? 2 : YEAR_DIGITS,
                 &parts->third))
    return FALSE;

  parts->has_year_last = !has_year_first;
  *cursor = p;
  return TRUE;
}

static gboolean
take_zone (const char **cursor)
{
  int hours, minutes;

  if (arrears_text_take (cursor, "Z"))
    return TRUE;
  if (**cursor != '+' && **cursor != '-')
    return TRUE;

  (*cursor)++;
  if (!take_fixed_int (cursor, 2, &hours))
    return FALSE;
  arrears_text_take (cursor, ":");
  return take_fixed_int (cursor, 2, &minutes);
}

/* Nothing, or a time of day: [T]14:30[:00[.123]][zone]. */
static gboolean
take_time (const char **cursor)
{
  int hour, minute, second = 0;

  if (**cursor == '\0')
    return TRUE;
  if (!arrears_text_take (cursor, "T") && **cursor != ' ')
    return FALSE;
  arrears_text_skip_spaces (cursor);

  if (!take_int (cursor, 1, 2, &hour) || !arrears_text_take (cursor, ":")
      || !take_int (cursor, 2, 2, &minute))
    return FALSE;
  if (arrears_text_take (cursor, ":"))
    {
      if (!take_int (cursor, 2, 2, &second))
        return FALSE;
      if (arrears_text_take (cursor, "."))
        *cursor += strspn (*cursor, "0123456789");
    }
  return hour <= 24 && minute <= 59 && second <= 60 && take_zone (cursor);
}

static gboolean
read_parts (const char *cursor, DateParts *parts)
{
  *parts = (DateParts) { 0 };
  if (!take_compact (&cursor, parts) && !take_chinese (&cursor, parts)
      && !take_separated (&cursor, parts))
    return FALSE;
  return take_time (&cursor) && *cursor == '\0';
}

static gboolean
settle_year_last (const char *text, const DateParts *parts, ArrearsDayOrder order, ArrearsDay *day,
                  GError **error)
{
  ArrearsDay as_dmy = arrears_day_from_ymd (parts->third, parts->second, parts->first);
  ArrearsDay as_mdy = arrears_day_from_ymd (parts->third, parts->first, parts->second);

  if (order == ARREARS_DAY_ORDER_DMY)
    *day = as_dmy;
  else if (order == ARREARS_DAY_ORDER_MDY)
    *day = as_mdy;
  else if (arrears_day_is_set (as_dmy) && arrears_day_is_set (as_mdy)
           && arrears_day_compare (as_dmy, as_mdy) != 0)
    {
      g_autofree char *dmy = arrears_day_to_string (as_dmy);
      g_autofree char *mdy = arrears_day_to_string (as_mdy);

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_AMBIGUOUS,
                   "“%s” can be read as %s (dmy) or %s (mdy): expected an order to settle it", text,
                   dmy, mdy);
      return FALSE;
    }
  else
    *day = arrears_day_is_set (as_dmy) ? as_dmy : as_mdy;
  return TRUE;
}

gboolean
arrears_day_parse (const char *text, ArrearsDayOrder order, ArrearsDay *day, GError **error)
{
  g_autofree char *plain = NULL;
  DateParts parts;
  ArrearsDay parsed;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  plain = arrears_text_normalize (text);
  if (plain == NULL || !read_parts (plain, &parts))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_UNREADABLE,
                   "“%s” is not a day: expected one such as 2024-03-05 or 2024年3月5日",
                   plain != NULL ? plain : "(not UTF-8)");
      return FALSE;
    }

  if (!parts.has_year_last)
    parsed = arrears_day_from_ymd (parts.first, parts.second, parts.third);
  else if (!settle_year_last (plain, &parts, order, &parsed, error))
    return FALSE;

  if (!arrears_day_is_set (parsed))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_IMPOSSIBLE,
                   "“%s” names a day that no calendar has", plain);
      return FALSE;
    }
  *day = parsed;
  return TRUE;
}

gboolean
arrears_day_from_excel_serial (gint64 serial, ArrearsDay *day, GError **error)
{
  int shift;

  g_return_val_if_fail (day != NULL, FALSE);

  if (serial == EXCEL_DAY_THAT_NEVER_WAS)
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_DAY_IMPOSSIBLE,
                           "serial number 60 stands for 1900-02-29, which never was");
      return FALSE;
    }
  if (serial < 1 || serial > EXCEL_LAST)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_UNREADABLE,
                   "%" G_GINT64_FORMAT " is not a day: expected a serial number from 1 to %d",
                   serial, EXCEL_LAST);
      return FALSE;
    }

  shift = serial < EXCEL_DAY_THAT_NEVER_WAS ? 1 : 0;
  *day = (ArrearsDay) { EXCEL_EPOCH + (int) serial + shift };
  return TRUE;
}

char *
arrears_day_to_string (ArrearsDay day)
{
  int year, month, mday;

  if (!arrears_day_is_set (day))
    return g_strdup ("");

  arrears_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

char *
arrears_day_to_chinese (ArrearsDay day)
{
  int year, month, mday;

  if (!arrears_day_is_set (day))
    return g_strdup ("");

  arrears_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%d年%d月%d日", year, month, mday);
}

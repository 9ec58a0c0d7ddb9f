/* arrears-day.h: a calendar day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of the Gregorian calendar, counted from 1 = 0001-01-01 (as GDate's Julian number does).
 * {0} is no day. No time zone reaches a rule. The ledger stores the number; in the sqlite3 shell
 * date(due_on + 1721424.5) shows it.
 */
typedef struct
{
  gint32 number;
} ArrearsDay;

#define ARREARS_DAY_NONE ((ArrearsDay) { 0 })
#define ARREARS_DAY_LAST ((ArrearsDay) { 3652059 }) /* 9999-12-31: there is no later one */

/* How a file writes days whose order of year, month and day it leaves open, such as 3/4/2012. */
typedef enum
{
  ARREARS_DAY_ORDER_UNKNOWN, /* refuse a day that can be read in two ways */
  ARREARS_DAY_ORDER_YMD,
  ARREARS_DAY_ORDER_DMY,
  ARREARS_DAY_ORDER_MDY,
} ArrearsDayOrder;

static inline gboolean
arrears_day_is_set (ArrearsDay day)
{
  return day.number > 0;
}

static inline int
arrears_day_compare (ArrearsDay a, ArrearsDay b)
{
  return (a.number > b.number) - (a.number < b.number);
}

static inline ArrearsDay
arrears_day_max (ArrearsDay a, ArrearsDay b)
{
  return a.number > b.number ? a : b;
}

/* Days from one to the other: 0 for the same day, negative when `to` is the earlier. */
static inline int
arrears_day_count (ArrearsDay from, ArrearsDay to)
{
  return to.number - from.number;
}

static inline ArrearsDay
arrears_day_add_days (ArrearsDay day, int days)
{
  return (ArrearsDay) { day.number + days };
}

/* ARREARS_DAY_NONE where there is no such day (years 1 to 9999). */
ArrearsDay arrears_day_from_ymd (int year, int month, int day);
void       arrears_day_to_ymd   (ArrearsDay day, int *year, int *month, int *mday);

/* The same day of the month `months` later, or the last of that month where it has no such day
 * (Civil Code 202).
 */
ArrearsDay arrears_day_add_months (ArrearsDay day, int months);

/* 1 = Monday ... 7 = Sunday. */
int arrears_day_get_weekday (ArrearsDay day);

/* Reads 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305, full-width digits, and a time of
 * day behind it, which is dropped. Where the year comes last (3/5/2024) `order` decides; with
 * ARREARS_DAY_ORDER_UNKNOWN it is taken only if one reading is possible, else refused as
 * ARREARS_ERROR_DAY_AMBIGUOUS with both readings named. Refuses 30 February.
 */
gboolean arrears_day_parse (const char *text, ArrearsDayOrder order, ArrearsDay *day,
                            GError **error);

/* The day of an Excel serial number (1900 system, 60 being the day that never was, refused). */
gboolean arrears_day_from_excel_serial (gint64 serial, ArrearsDay *day, GError **error);

/* "2024-03-05"; "" for no day. */
char *arrears_day_to_string (ArrearsDay day);

/* "2024年3月5日"; "" for no day. */
char *arrears_day_to_chinese (ArrearsDay day);

G_END_DECLS

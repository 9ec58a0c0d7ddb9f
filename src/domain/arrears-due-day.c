/* arrears-due-day.c: when a debt falls due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-due-day.h"

enum
{
  DELIVERY_DAYS = 3,
  DAYS_TO_PAY = 7,
};

ArrearsDay
arrears_due_day_from_receipt_of_goods (ArrearsDay received_on, int term_days,
                                       const ArrearsCalendar *calendar)
{
  g_return_val_if_fail (arrears_day_is_set (received_on), ARREARS_DAY_NONE);
  g_return_val_if_fail (term_days >= 0, ARREARS_DAY_NONE);

  return arrears_calendar_get_workday_from (calendar,
                                            arrears_day_add_days (received_on, term_days));
}

ArrearsDay
arrears_due_day_from_terms (ArrearsDay issued_on, ArrearsDay delivered_on, int terms_days)
{
  g_return_val_if_fail (arrears_day_is_set (issued_on), ARREARS_DAY_NONE);

  if (terms_days < 0)
    return arrears_day_is_set (delivered_on) ? delivered_on : issued_on;
  return arrears_day_add_days (issued_on, terms_days);
}

/* Holidays that fall on the same days each year, as long as the notices mostly make them. */
static gboolean
is_usually_off (ArrearsDay day)
{
  int year;
  int month;
  int mday;

  arrears_day_to_ymd (day, &year, &month, &mday);
  return (month == 1 && mday == 1) || (month == 5 && mday <= 5) || (month == 10 && mday <= 7);
}

ArrearsDay
arrears_due_day_for_letter (ArrearsDay issued_on, const ArrearsCalendar *calendar)
{
  ArrearsDay day;

  g_return_val_if_fail (arrears_day_is_set (issued_on), ARREARS_DAY_NONE);

  day = arrears_calendar_get_workday_from (
      calendar, arrears_day_add_days (issued_on, DELIVERY_DAYS + DAYS_TO_PAY));
  while (!arrears_calendar_covers (calendar, day) && is_usually_off (day))
    day = arrears_calendar_get_workday_from (calendar, arrears_day_add_days (day, 1));
  return day;
}

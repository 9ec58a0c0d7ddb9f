/* arrears-published.h: the published tables, and what the user adds to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-published-day.h"
#include "arrears-published-rate.h"

G_BEGIN_DECLS

/* The one-year LPR by the day of publication, ours and those added by the desk's day. GPtrArray of
 * ArrearsPublishedRate.
 */
GPtrArray *arrears_published_list_rates (ArrearsDesk *desk, GError **error);

/* Adds a value of the LPR. ARREARS_ERROR_DAY_ORDER where it is not later than the table's last or
 * later than the desk's day, _DUPLICATE where the table has that day, _RATE_UNREADABLE outside 0 to
 * 24 % a year. Logged. It is not known on days before the one on which it was added.
 */
gboolean arrears_published_add_rate (ArrearsDesk *desk, ArrearsDay published_on, ArrearsRate rate,
                                     GError **error);

/* Days off and make-up workdays, by day; of one that was added twice, what it was called last.
 * GPtrArray of ArrearsPublishedDay.
 */
GPtrArray *arrears_published_list_days (ArrearsDesk *desk, GError **error);

/* Says what a day is: a holiday, a make-up workday, or ordinary again. ARREARS_ERROR_DUPLICATE
 * where it is that already, _MISSING without a name for one that is not ordinary. Logged.
 */
gboolean arrears_published_add_day (ArrearsDesk *desk, ArrearsDay day, ArrearsCalendarKind kind,
                                    const char *name, GError **error);

typedef enum
{
  ARREARS_PUBLISHED_RATES_ENDED = 1 << 0,    /* no LPR for more than 31 days: it is published
                                                monthly */
  ARREARS_PUBLISHED_CALENDAR_ENDED = 1 << 1, /* days off of the year are not known, or not all */
} ArrearsPublishedWarnings;

/* Whether a table ends before the desk's day, and where each ends. Either may be NULL. */
ArrearsPublishedWarnings arrears_published_get_warnings (ArrearsDesk *desk, ArrearsDay *rates_end,
                                                         ArrearsDay *calendar_end);

G_END_DECLS

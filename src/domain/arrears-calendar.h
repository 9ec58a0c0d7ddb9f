/* arrears-calendar.h: days off, and workdays moved to make up for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"

G_BEGIN_DECLS

/* Which days are workdays in mainland China: Monday to Friday, less the holidays, plus the
 * make-up workdays that the State Council names each year. The table ends on a day; after it
 * only weekends are known.
 */
typedef struct _ArrearsCalendar ArrearsCalendar;

ArrearsCalendar *arrears_calendar_new  (void);
void             arrears_calendar_free (ArrearsCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsCalendar, arrears_calendar_free)

void arrears_calendar_add_holiday        (ArrearsCalendar *calendar, ArrearsDay day);
void arrears_calendar_add_makeup_workday (ArrearsCalendar *calendar, ArrearsDay day);

/* The last day that the notices cover: 31 December of the last year with an entry. */
ArrearsDay arrears_calendar_get_end (const ArrearsCalendar *calendar);

/* Whether the notices cover the year of the day: from the first year with an entry to the last. */
gboolean arrears_calendar_covers (const ArrearsCalendar *calendar, ArrearsDay day);

gboolean arrears_calendar_is_workday (const ArrearsCalendar *calendar, ArrearsDay day);

/* The day itself if it is a workday, else the next one (Civil Code 203). */
ArrearsDay arrears_calendar_get_workday_from (const ArrearsCalendar *calendar, ArrearsDay day);

G_END_DECLS

/* arrears-calendar.h: days off, and workdays moved to make up for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_CALENDAR_ORDINARY,       /* "ordinary": as the week has it */
  ARREARS_CALENDAR_HOLIDAY,        /* "holiday" */
  ARREARS_CALENDAR_MAKEUP_WORKDAY, /* "makeup_workday" */
} ArrearsCalendarKind;

/* ARREARS_ERROR_WORD_UNKNOWN. */
const char *arrears_calendar_kind_to_word (ArrearsCalendarKind kind);
gboolean    arrears_calendar_kind_parse   (const char *word, ArrearsCalendarKind *kind,
                                           GError **error);

/* Which days are workdays in mainland China: Monday to Friday, less the holidays, plus the
 * make-up workdays that the State Council names each year. The table ends on a day; after it
 * only weekends are known.
 */
typedef struct _ArrearsCalendar ArrearsCalendar;

ArrearsCalendar *arrears_calendar_new  (void);
void             arrears_calendar_free (ArrearsCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsCalendar, arrears_calendar_free)

/* What a day was called last holds. */
void arrears_calendar_add (ArrearsCalendar *calendar, ArrearsDay day, ArrearsCalendarKind kind);

ArrearsCalendarKind arrears_calendar_get_kind (const ArrearsCalendar *calendar, ArrearsDay day);

/* A year is covered once as many of its holidays are known as the Measures on Public Holidays gave
 * before 2025 (11; 13 since): with fewer, its notice has only begun to be entered.
 */
gboolean arrears_calendar_covers (const ArrearsCalendar *calendar, ArrearsDay day);

/* 31 December of the last year that is covered; not set where none is. */
ArrearsDay arrears_calendar_get_end (const ArrearsCalendar *calendar);

gboolean arrears_calendar_is_workday (const ArrearsCalendar *calendar, ArrearsDay day);

/* The day itself if it is a workday, else the next one (Civil Code 203). */
ArrearsDay arrears_calendar_get_workday_from (const ArrearsCalendar *calendar, ArrearsDay day);

G_END_DECLS

/* arrears-tables.h: the published tables that come with the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"
#include "arrears-published-day.h"
#include "arrears-published-rate.h"
#include "arrears-rate-table.h"

G_BEGIN_DECLS

/* One-year LPR, the benchmark rate before it, and days off: data/tables. */
ArrearsRateTable *arrears_tables_load_lpr       (void);
ArrearsRateTable *arrears_tables_load_benchmark (void);
ArrearsCalendar  *arrears_tables_load_calendar  (void);

/* The rows of the first and the last of them: GPtrArray of ArrearsPublishedRate and of
 * ArrearsPublishedDay.
 */
GPtrArray *arrears_tables_list_lpr  (void);
GPtrArray *arrears_tables_list_days (void);

G_END_DECLS

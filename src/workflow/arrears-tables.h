/* arrears-tables.h: the published tables that come with the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"
#include "arrears-rate-table.h"

G_BEGIN_DECLS

/* One-year LPR, the benchmark rate before it, and days off: data/tables. */
ArrearsRateTable *arrears_tables_load_lpr       (void);
ArrearsRateTable *arrears_tables_load_benchmark (void);
ArrearsCalendar  *arrears_tables_load_calendar  (void);

G_END_DECLS

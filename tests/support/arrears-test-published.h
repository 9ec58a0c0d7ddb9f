/* arrears-test-published.h: the published tables that the program ships, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"
#include "arrears-rate-table.h"

G_BEGIN_DECLS

/* From data/tables: lpr_1y.csv, benchmark_1y.csv. */
ArrearsRateTable *arrears_test_published_load_rates (const char *name);

/* From data/tables/holidays.csv. */
ArrearsCalendar *arrears_test_published_load_calendar (void);

G_END_DECLS

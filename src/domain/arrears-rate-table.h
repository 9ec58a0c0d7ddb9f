/* arrears-rate-table.h: a published rate as it changed over time (LPR, benchmark)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-rate.h"

G_BEGIN_DECLS

/* Yearly rates by the day of their publication, each in force until the next. */
typedef struct _ArrearsRateTable ArrearsRateTable;

ArrearsRateTable *arrears_rate_table_new  (void);
void              arrears_rate_table_free (ArrearsRateTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsRateTable, arrears_rate_table_free)

/* Days may come in any order; a day given twice keeps the later call's rate. */
void arrears_rate_table_add (ArrearsRateTable *table, ArrearsDay published_on, ArrearsRate annual);

/* The rate whose publication is the latest on or before `day` and, if wanted, that publication
 * day. ARREARS_RATE_NONE before the first.
 */
ArrearsRate arrears_rate_table_lookup (const ArrearsRateTable *table, ArrearsDay day,
                                       ArrearsDay *published_on);

/* Publication day of the last entry, to be shown beside every figure that rests on the table. */
ArrearsDay arrears_rate_table_get_end (const ArrearsRateTable *table);

G_END_DECLS

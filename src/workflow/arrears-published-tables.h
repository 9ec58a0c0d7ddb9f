/* arrears-published-tables.h: the published tables with what a ledger adds to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"
#include "arrears-charge-terms.h"
#include "arrears-ledger.h"

G_BEGIN_DECLS

/* As of the ledger's day. What was handed out stays as it is until the whole is freed, so that a
 * computation which holds it goes on with the same values.
 */
typedef struct _ArrearsPublishedTables ArrearsPublishedTables;

/* `ledger` is borrowed. */
ArrearsPublishedTables *arrears_published_tables_new  (ArrearsLedger *ledger);
void                    arrears_published_tables_free (ArrearsPublishedTables *tables);

/* The ledger's day or content has changed: to be looked at before the next answer. */
void arrears_published_tables_mark_stale (ArrearsPublishedTables *tables);

const ArrearsCalendar *arrears_published_tables_get_calendar (ArrearsPublishedTables *tables);
ArrearsRateTables      arrears_published_tables_get_rates    (ArrearsPublishedTables *tables);

G_END_DECLS

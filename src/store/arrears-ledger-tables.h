/* arrears-ledger-tables.h: what the user added to the published tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"
#include "arrears-published-day.h"
#include "arrears-published-rate.h"

G_BEGIN_DECLS

/* As of a day, in the order in which they were added. GPtrArray of ArrearsPublishedRate. */
GPtrArray *arrears_ledger_load_added_rates (ArrearsLedger *ledger, ArrearsDay as_of,
                                            GError **error);

/* The same of days; a later one of the same day takes the place of the former. GPtrArray of
 * ArrearsPublishedDay.
 */
GPtrArray *arrears_ledger_load_added_days (ArrearsLedger *ledger, ArrearsDay as_of,
                                           GError **error);

/* Add an entry on the ledger's day; its id, is_added and recorded_on are not read. */
gboolean arrears_ledger_insert_added_rate (ArrearsLedger *ledger, ArrearsPublishedRate *rate,
                                           GError **error);
gboolean arrears_ledger_insert_added_day  (ArrearsLedger *ledger, ArrearsPublishedDay *day,
                                           GError **error);

G_END_DECLS

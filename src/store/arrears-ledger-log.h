/* arrears-ledger-log.h: the log (台账), append-only and chained
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"
#include "arrears-log-entry.h"

G_BEGIN_DECLS

/* Appends an entry on the ledger's day; `id`, `recorded_on`, both hashes and the customer's name are
 * not read but set in the record.
 * hash = SHA-256, in lower-case hexadecimal, of the UTF-8 text
 *   previous_hash LF id LF at LF offset_minutes LF kind LF customer_id LF subject LF day LF amount
 *   LF note LF
 * followed, unless all of these are empty, by
 *   recorded_on LF actor LF spoke_with LF channel LF outcome LF measure LF next_on LF
 * with numbers in decimals and each backslash and line feed within a text written \\ and \n; the
 * first entry's previous_hash is empty.
 */
gboolean arrears_ledger_append_log (ArrearsLedger *ledger, ArrearsLogEntry *entry, GError **error);

/* Entries of a customer (0: all) that had been made by a day, latest first, at most `limit`, older
 * than the entry `before` (0: from the latest). GPtrArray of ArrearsLogEntry.
 */
GPtrArray *arrears_ledger_load_log (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay as_of,
                                    gint64 before, guint limit, GError **error);

G_END_DECLS

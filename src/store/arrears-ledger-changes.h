/* arrears-ledger-changes.h: what stood in a record before it was changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* Notes what differs between a record as it was and as it is now, field by field, on the ledger's
 * day; nothing where that is not set. `record_before` and `record_now` are of one type and id:
 * a customer, contract or invoice. Within the transaction that changes the record.
 */
gboolean arrears_ledger_note_changes (ArrearsLedger *ledger, gpointer record_before,
                                      gpointer record_now, GError **error);

/* Sets records of one type, with NULL among them, back to what stood in them on a day: their own
 * fields, and the names that they have of customers and contracts. One query for all of them, and
 * none where nothing was changed since. Nobody else may hold the records yet.
 */
gboolean arrears_ledger_rewind (ArrearsLedger *ledger, GPtrArray *records, ArrearsDay as_of,
                                GError **error);

/* The same for one record, which may be NULL: then, and on failure, it returns NULL.
 * (transfer full), taking `record`.
 */
gpointer arrears_ledger_rewind_one (ArrearsLedger *ledger, gpointer record, ArrearsDay as_of,
                                    GError **error);

G_END_DECLS

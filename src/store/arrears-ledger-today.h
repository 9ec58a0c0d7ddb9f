/* arrears-ledger-today.h: what lists of accounts ask beside what is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"

G_BEGIN_DECLS

/* A number that stays the same while nothing is changed in the ledger, by this connection or by
 * another, for as long as this one is open. *stamp is 0 within a write scope, whose changes may yet
 * be rolled back.
 */
gboolean arrears_ledger_get_stamp (ArrearsLedger *ledger, gint64 *stamp, GError **error);

/* The numbers of the invoices with these ids, in the order of the ids; NULL where there is none.
 * GPtrArray of char *. One query whatever their number.
 */
GPtrArray *arrears_ledger_load_invoice_numbers (ArrearsLedger *ledger, const gint64 *ids,
                                                gsize n_ids, GError **error);

/* The customers with whom vouchers were ever held. GHashTable of gint64 ids as keys. */
GHashTable *arrears_ledger_load_voucher_holders (ArrearsLedger *ledger, GError **error);

/* The invoices that are instalments of another. GHashTable of gint64 ids as keys. */
GHashTable *arrears_ledger_load_instalment_ids (ArrearsLedger *ledger, GError **error);

G_END_DECLS

/* arrears-ledger-vouchers.h: vouchers and their bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"
#include "arrears-papers.h"

G_BEGIN_DECLS

/* Sets what a voucher is to be kept with: of a contract and an invoice that are named by number
 * alone, the ids; where no customer is given, whose they or the log entry are.
 * ARREARS_ERROR_NOT_FOUND where there is none, or they are not the customer's; _MISSING where no
 * customer is named, or several have a contract of that number.
 */
gboolean arrears_ledger_place_voucher (ArrearsLedger *ledger, ArrearsVoucher *voucher,
                                       GError **error);

/* Enters a voucher and, where no other has the same, its bytes; `n_bytes` and `sha256` are computed
 * here and set in the record, otherwise see arrears_ledger_enter(). Returns the new id, 0 on error;
 * ARREARS_ERROR_FILE_KEPT where one with the same bytes stands with the same thing.
 */
gint64 arrears_ledger_insert_voucher (ArrearsLedger *ledger, ArrearsVoucher *voucher, GBytes *bytes,
                                      GError **error);

/* ARREARS_ERROR_NOT_FOUND, or _ALTERED where they no longer have their hash. (transfer full) */
GBytes *arrears_ledger_load_voucher_bytes (ArrearsLedger *ledger, const char *sha256,
                                           GError **error);

/* Whose open invoices are asked for; neither: everybody's. */
typedef struct
{
  gint64 customer_id;
  const gint64 *customer_ids; /* or these, where it is not NULL: then without names */
  gsize n_customer_ids;
  gboolean is_overdue_only;
  ArrearsDay as_of;
} ArrearsPapersScope;

typedef gboolean (*ArrearsPapersFunc) (ArrearsInvoicePapers *papers, gpointer user_data,
                                       GError **error);

/* Calls `func` for every open invoice with what is missing of its papers, by customer, due day and
 * id, in one pass of one query. An instalment has those of the invoice that was split.
 */
gboolean arrears_ledger_foreach_papers (ArrearsLedger *ledger, const ArrearsPapersScope *scope,
                                        ArrearsPapersFunc func, gpointer user_data, GError **error);

G_END_DECLS

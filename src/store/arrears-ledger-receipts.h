/* arrears-ledger-receipts.h: receipts, credit notes and allocations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-allocation.h"
#include "arrears-ledger.h"
#include "arrears-receipt.h"

G_BEGIN_DECLS

/* Stores a receipt, a credit note or a write-off (see arrears-receipt.h), all of it unapplied, on the
 * ledger's day; `id`, `unapplied`, what has become of it and the names are not read. The reference
 * of a credit note is its number and unique among those that hold: ARREARS_ERROR_DUPLICATE. Returns
 * the new id, 0 on error.
 */
gint64 arrears_ledger_insert_receipt (ArrearsLedger *ledger, ArrearsReceipt *receipt,
                                      GError **error);

/* As it is now, also where it is void; a credit note only where it holds. NULL without error where
 * there is none. (transfer full)
 */
ArrearsReceipt *arrears_ledger_load_receipt     (ArrearsLedger *ledger, gint64 id, GError **error);
ArrearsReceipt *arrears_ledger_find_credit_note (ArrearsLedger *ledger, const char *number,
                                                 GError **error);

/* A receipt equal in customer, day, amount and reference, for telling a second import of the same
 * file: how many there are that hold. -1 on error.
 */
int arrears_ledger_count_receipts (ArrearsLedger *ledger, ArrearsReceipt *receipt, GError **error);

typedef enum
{
  ARREARS_RECEIPT_STATE_VALID,
  ARREARS_RECEIPT_STATE_ALL, /* void ones too */
} ArrearsReceiptState;

/* Receipts, credit notes and write-offs of a customer (0: of all) as they were on a day, latest
 * first, at most `limit`. GPtrArray of ArrearsReceipt.
 */
GPtrArray *arrears_ledger_load_receipts (ArrearsLedger *ledger, gint64 customer_id,
                                         ArrearsReceiptState state, ArrearsDay as_of, guint limit,
                                         GError **error);

typedef struct
{
  gint64 receipt_id;
  gint64 invoice_id; /* 0 for a refund */
  ArrearsAllocationPart part;
  ArrearsDay allocated_on;
  ArrearsMoney amount;
  gboolean is_payment; /* set by loading: of money received, not of a credit note or write-off */
} ArrearsAllocation;

/* Stores an allocation on the ledger's day. Refused beyond what is open of the invoice (of its
 * principal) or unapplied of the receipt (ARREARS_ERROR_AMOUNT_TOO_LARGE), before there were both
 * of them (_DAY_ORDER: on that day the account would not add up), and where they are of different
 * customers, or one of them is void or split (_REFUSED).
 */
gboolean arrears_ledger_insert_allocation (ArrearsLedger *ledger,
                                           const ArrearsAllocation *allocation, GError **error);

/* Takes back all allocations of a receipt to invoices, or all to an invoice, on the ledger's day:
 * what they paid is open again from then on, and the money unapplied. What was paid back to the
 * customer stays paid back.
 */
gboolean arrears_ledger_undo_receipt_allocations (ArrearsLedger *ledger, gint64 receipt_id,
                                                  GError **error);
gboolean arrears_ledger_undo_invoice_allocations (ArrearsLedger *ledger, gint64 invoice_id,
                                                  GError **error);

/* From the ledger's day on, the receipt is as if it had never been, a refund of it as well; it and
 * its history remain. ARREARS_ERROR_NOT_FOUND, also where it is void already.
 */
gboolean arrears_ledger_void_receipt (ArrearsLedger *ledger, gint64 id, const char *reason,
                                      GError **error);

/* What receipts, not credit notes or write-offs, have paid of an invoice's principal so far,
 * whatever their day.
 */
gboolean arrears_ledger_sum_received (ArrearsLedger *ledger, gint64 invoice_id,
                                      ArrearsMoney *received, GError **error);

/* Allocations of every part to the invoices of a customer as they were on a day, by invoice id and
 * day. GArray of ArrearsAllocation.
 */
GArray *arrears_ledger_load_allocations (ArrearsLedger *ledger, gint64 customer_id,
                                         ArrearsDay as_of, GError **error);

G_END_DECLS

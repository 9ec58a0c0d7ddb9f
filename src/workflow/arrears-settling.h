/* arrears-settling.h: allocating what a customer paid or was credited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-charge-balance.h"
#include "arrears-desk.h"
#include "arrears-invoice.h"
#include "arrears-ledger-receipts.h"
#include "arrears-payment.h"

G_BEGIN_DECLS

/* What is open on the last day that there is is open now, on whatever day it was allocated. */
#define ARREARS_SETTLING_NOW ARREARS_DAY_LAST

/* The debts of a customer that a payment of one day could pay: what is open on the desk's day and
 * was not paid on a later one, with the charge accrued up to the day and unpaid costs; and charges
 * that were kept, and costs, where the principal is paid.
 */
typedef struct _ArrearsSettling ArrearsSettling;

ArrearsSettling *arrears_settling_load (ArrearsDesk *desk, gint64 customer_id, ArrearsDay on,
                                        GError **error);
void             arrears_settling_free (ArrearsSettling *settling);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsSettling, arrears_settling_free)

/* Each debt is paid in the order that is agreed for it; these set one for all, or turn each. */
void arrears_settling_set_order  (ArrearsSettling *settling, ArrearsPaymentOrder order);
void arrears_settling_turn_order (ArrearsSettling *settling);

/* Leaves out charges and costs: for credit notes. */
void arrears_settling_set_principal_alone (ArrearsSettling *settling);

/* How an amount would be allocated (Civil Code 560, and 561 within each debt); `designated` is the
 * id of the invoice that the payer named, whole or instalment, or 0. No allocation is dated before
 * its invoice. *rest is what stays unapplied. GArray of ArrearsAllocation without receipt, in the
 * order of due days.
 */
GArray *arrears_settling_split (ArrearsSettling *settling, ArrearsMoney amount, gint64 designated,
                                ArrearsMoney *rest);

/* The same by hand: ARREARS_ERROR_NOT_FOUND, _AMOUNT_SIGN, _PAID_EXCEEDS. */
GArray *arrears_settling_share (ArrearsSettling *settling, const ArrearsPayment *payment,
                                ArrearsMoney *rest, GError **error);

/* The debt that an allocation pays; borrowed. */
ArrearsInvoice             *arrears_settling_get_invoice (const ArrearsSettling *settling,
                                                          gint64 invoice_id);
const ArrearsChargeBalance *arrears_settling_get_balance (const ArrearsSettling *settling,
                                                          gint64 invoice_id);
ArrearsPaymentOrder         arrears_settling_get_order   (const ArrearsSettling *settling,
                                                          gint64 invoice_id);

/* The id of the invoice that a payer named by its number (Civil Code 560.1). FALSE with
 * ARREARS_ERROR_NOT_FOUND where the customer has none with this number on the desk's day.
 */
gboolean arrears_settling_find_designated (ArrearsDesk *desk, gint64 customer_id,
                                           const char *number, gint64 *id, GError **error);

/* How a receipt, credit note or write-off that is to be stored would be allocated by what is agreed;
 * the latter two pay principal alone.
 */
GArray *arrears_settling_plan_receipt (ArrearsDesk *desk, ArrearsReceipt *receipt,
                                       gint64 designated, ArrearsMoney *rest, GError **error);

/* Stores the planned allocations of a receipt that is in the ledger. */
gboolean arrears_settling_allocate (ArrearsDesk *desk, gint64 receipt_id,
                                    const GArray *allocations, GError **error);

/* Stores a receipt or credit note and its planned allocations, inside the caller's transaction.
 * Returns the receipt's id, 0 on error.
 */
gint64 arrears_settling_store (ArrearsDesk *desk, ArrearsReceipt *receipt,
                               const GArray *allocations, GError **error);

G_END_DECLS

/* arrears-settling.h: allocating what a customer paid or was credited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-ledger-receipts.h"

G_BEGIN_DECLS

/* What is open on the last day that there is is open now, on whatever day it was allocated. */
#define ARREARS_SETTLING_NOW ARREARS_DAY_LAST

/* The id of the invoice that a payer named by its number (Civil Code 560.1). FALSE with
 * ARREARS_ERROR_NOT_FOUND where the customer has none with this number on the desk's day.
 */
gboolean arrears_settling_find_designated (ArrearsDesk *desk, gint64 customer_id,
                                           const char *number, gint64 *id, GError **error);

/* How `amount`, received from a customer on a day, would be allocated to what is open on the
 * desk's day and was not paid on a later one (Civil Code 560, principal first); `designated` is
 * the id of the invoice that the payer named, or 0. No allocation is dated before its invoice.
 * *rest is what stays unapplied.
 * GArray of ArrearsAllocation without receipt, in the order of due days.
 */
GArray *arrears_settling_plan (ArrearsDesk *desk, gint64 customer_id, ArrearsMoney amount,
                               ArrearsDay on, gint64 designated, ArrearsMoney *rest,
                               GError **error);

/* Stores the planned allocations of a receipt that is in the ledger. */
gboolean arrears_settling_allocate (ArrearsDesk *desk, gint64 receipt_id,
                                    const GArray *allocations, GError **error);

/* Stores a receipt or credit note and its planned allocations, inside the caller's transaction.
 * Returns the receipt's id, 0 on error.
 */
gint64 arrears_settling_store (ArrearsDesk *desk, ArrearsReceipt *receipt,
                               const GArray *allocations, GError **error);

G_END_DECLS

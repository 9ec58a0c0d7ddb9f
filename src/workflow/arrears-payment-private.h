/* arrears-payment-private.h: what receipts, credit notes and unapplied money have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-payment.h"
#include "arrears-settling.h"

G_BEGIN_DECLS

/* Refuses no amount and a day that is not there or after the desk's. */
gboolean arrears_payment_check (ArrearsDesk *desk, ArrearsMoney amount, ArrearsDay on,
                                GError **error);

/* The debts of the customer as a payment meets them: in the order that it asks for. */
ArrearsSettling *arrears_payment_load_settling (ArrearsDesk *desk, const ArrearsPayment *payment,
                                                GError **error);

/* How the payment is allocated: by hand, or by the rule. */
GArray *arrears_payment_plan (ArrearsSettling *settling, const ArrearsPayment *payment,
                              gint64 designated, ArrearsMoney *rest, GError **error);

/* The id of the invoice that was named, 0 where none was. */
gboolean arrears_payment_find_designated (ArrearsDesk *desk, const ArrearsPayment *payment,
                                          gint64 *designated, GError **error);

ArrearsPaymentResult *arrears_payment_result_new (void);

/* Adds what allocations pay. */
void arrears_payment_result_add (ArrearsPaymentResult *result, const ArrearsSettling *settling,
                                 const GArray *allocations);

/* Adds what they leave, in the place of what was left before: charges to be asked about, rests
 * within the tolerance of the rules.
 */
gboolean arrears_payment_result_add_leftovers (ArrearsPaymentResult *result, ArrearsDesk *desk,
                                               const ArrearsSettling *settling,
                                               const GArray *allocations, GError **error);

G_END_DECLS

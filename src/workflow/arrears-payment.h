/* arrears-payment.h: money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-allocation.h"
#include "arrears-desk.h"
#include "arrears-payment-order.h"

G_BEGIN_DECLS

/* What the user allocates by hand. */
typedef struct
{
  const char *invoice_number;
  ArrearsAllocationPart part; /* principal, charge or cost */
  ArrearsMoney amount;        /* more than zero, up to what is owed of the part */
} ArrearsPaymentShare;

typedef struct
{
  gint64 customer_id;
  ArrearsMoney amount;        /* more than zero */
  ArrearsDay on;              /* not after the desk's day */
  const char *reference;      /* of the bank; may be NULL */
  const char *invoice_number; /* the invoice that the payer named (Civil Code 560.1), or NULL */
  gboolean has_order;         /* else what is agreed with it: the contract's order, else the
                                 customer's, else the ledger's rule */
  ArrearsPaymentOrder order;
  const ArrearsPaymentShare *shares; /* by hand, instead of all rules; what they leave is
                                        unapplied */
  gsize n_shares;
} ArrearsPayment;

typedef struct
{
  gint64 invoice_id;
  char *invoice_number;
  ArrearsAllocationPart part;
  ArrearsMoney amount;
  ArrearsPaymentOrder order; /* that this debt was paid by; to be printed */
} ArrearsPaymentPart;

/* An invoice that the payment leaves something small or open to choice of. */
typedef struct
{
  gint64 invoice_id;
  char *invoice_number;
  ArrearsMoney charge; /* the principal is paid and this late charge is left: keep it, waive it or
                          write it off (arrears-charge-left.h) */
  ArrearsMoney rest;   /* of the principal, within the tolerance of the rules: may be written off
                          (arrears-write-off.h) */
} ArrearsPaymentLeftover;

typedef struct _ArrearsPaymentResult ArrearsPaymentResult;

struct _ArrearsPaymentResult
{
  gint64 receipt_id;           /* 0 in a preview */
  GPtrArray *parts;            /* of ArrearsPaymentPart, in the order of the debts' due days */
  ArrearsMoney unapplied;
  GPtrArray *leftovers;        /* of ArrearsPaymentLeftover */
  ArrearsPaymentResult *other; /* in a preview: under the other order; else, and by hand, NULL */
};

/* What recording the payment would do. Changes nothing, and refuses what recording refuses. */
ArrearsPaymentResult *arrears_payment_preview (ArrearsDesk *desk, const ArrearsPayment *payment,
                                               GError **error);

/* Records a receipt and allocates it, all in one transaction, logged. Debt by debt in the order of
 * Civil Code 560; in each first the principal, then costs and a charge that was kept, or, in the
 * statutory order of 561, costs, the charge accrued up to the day, the principal.
 * ARREARS_ERROR_AMOUNT_SIGN, _DAY_ORDER (after the desk's day), _NOT_FOUND (customer, invoice),
 * _PAID_EXCEEDS (shares beyond the amount, or beyond what is owed).
 */
ArrearsPaymentResult *arrears_payment_record (ArrearsDesk *desk, const ArrearsPayment *payment,
                                              GError **error);

void arrears_payment_result_free (ArrearsPaymentResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsPaymentResult, arrears_payment_result_free)

G_END_DECLS

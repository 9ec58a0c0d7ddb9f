/* arrears-payment.h: money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 customer_id;
  ArrearsMoney amount;        /* more than zero */
  ArrearsDay on;              /* not after the desk's day */
  const char *reference;      /* of the bank; may be NULL */
  const char *invoice_number; /* the invoice that the payer named (Civil Code 560.1), or NULL */
} ArrearsPayment;

typedef struct
{
  char *invoice_number;
  ArrearsMoney amount;
} ArrearsPaymentPart;

typedef struct
{
  GPtrArray *parts; /* of ArrearsPaymentPart, in the order of payment */
  ArrearsMoney unapplied;
} ArrearsPaymentResult;

/* What recording the payment would do. Changes nothing. */
ArrearsPaymentResult *arrears_payment_preview (ArrearsDesk *desk, const ArrearsPayment *payment,
                                               GError **error);

/* Records a receipt and allocates it by Civil Code 560, principal first; all in one transaction,
 * logged. ARREARS_ERROR_AMOUNT_SIGN, _DAY_ORDER (after the desk's day), _NOT_FOUND.
 */
ArrearsPaymentResult *arrears_payment_record (ArrearsDesk *desk, const ArrearsPayment *payment,
                                              GError **error);

void arrears_payment_result_free (ArrearsPaymentResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsPaymentResult, arrears_payment_result_free)

G_END_DECLS

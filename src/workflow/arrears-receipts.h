/* arrears-receipts.h: what is done with money after it came in, and credit notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-payment.h"
#include "arrears-receipt.h"

G_BEGIN_DECLS

/* Each of these is one transaction, logged. A reason is needed where one is asked for
 * (ARREARS_ERROR_MISSING).
 */

/* A receipt, credit note or write-off, with what it pays on the desk's day. */
typedef struct
{
  ArrearsReceipt *receipt;
  GPtrArray *parts; /* of ArrearsPaymentPart, by invoice; their orders are not known any more. What
                       was paid back is the receipt's `refunded` */
} ArrearsReceiptLine;

/* Of a customer on the desk's day, latest first, at most `limit`; void ones among them. GPtrArray
 * of ArrearsReceiptLine.
 */
GPtrArray *arrears_receipts_load (ArrearsDesk *desk, gint64 customer_id, guint limit,
                                  GError **error);

/* Allocates what a customer has paid and was credited but what pays nothing yet, each receipt as
 * of the day it came in, by the rules of arrears_payment_record(): `has_order`, `order`,
 * `invoice_number` and `shares` of the payment are read and mean what they mean there. Credit
 * notes pay principal alone. ARREARS_ERROR_NOTHING_DUE where there is nothing unapplied.
 */
ArrearsPaymentResult *arrears_receipts_preview_allocating (ArrearsDesk *desk,
                                                           const ArrearsPayment *payment,
                                                           GError **error);
ArrearsPaymentResult *arrears_receipts_allocate (ArrearsDesk *desk, const ArrearsPayment *payment,
                                                 GError **error);

typedef struct
{
  gint64 receipt_id;
  ArrearsMoney amount; /* more than zero, up to what is unapplied */
  ArrearsDay on;       /* from the receipt's day to the desk's */
  const char *reason;  /* may be NULL */
} ArrearsRefund;

/* Pays unapplied money back. ARREARS_ERROR_NOT_FOUND, _AMOUNT_SIGN, _PAID_EXCEEDS, _DAY_ORDER,
 * _REFUSED (no money: a credit note or a write-off; or void).
 */
gboolean arrears_receipts_refund (ArrearsDesk *desk, const ArrearsRefund *refund, GError **error);

/* From the desk's day on, a receipt or credit note is as if it had never been: what it paid is
 * owed again, a refund of it is void as well, and its history remains. ARREARS_ERROR_NOT_FOUND,
 * also where it is void already, _MISSING (the reason). For a write-off it is
 * arrears_write_off_reinstate().
 */
gboolean arrears_receipts_void (ArrearsDesk *desk, gint64 receipt_id, const char *reason,
                                GError **error);

typedef struct
{
  gint64 customer_id;
  const char *number;         /* of the credit note, unique */
  ArrearsMoney amount;
  ArrearsDay on;              /* not after the desk's day */
  const char *invoice_number; /* that it is for, or NULL: allocated by the rule */
  const char *note;           /* may be NULL */
} ArrearsCreditNote;

/* Lowers the principal from its day on. ARREARS_ERROR_MISSING, _DUPLICATE (the number), _NOT_FOUND,
 * _AMOUNT_SIGN, _DAY_ORDER.
 */
ArrearsPaymentResult *arrears_receipts_credit (ArrearsDesk *desk, const ArrearsCreditNote *note,
                                               GError **error);

G_END_DECLS

/* arrears-payment-order.h: what of one debt a payment pays first (抵充顺序)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Within one debt, what a payment pays first. */
typedef enum
{
  ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST, /* the smaller claim; our default */
  ARREARS_PAYMENT_ORDER_STATUTORY,       /* costs, charge, principal: Civil Code 561 */
} ArrearsPaymentOrder;

/* "principal_first", "statutory". */
const char *arrears_payment_order_to_word (ArrearsPaymentOrder order);

/* Refuses other words with ARREARS_ERROR_WORD_UNKNOWN. */
gboolean arrears_payment_order_parse (const char *word, ArrearsPaymentOrder *order, GError **error);

/* The one of the two that was not chosen, to be shown beside it. */
ArrearsPaymentOrder arrears_payment_order_get_other (ArrearsPaymentOrder order);

G_END_DECLS

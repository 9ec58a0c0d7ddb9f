/* arrears-payment-order.c: what of one debt a payment pays first (抵充顺序)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-payment-order.h"

#include "arrears-error.h"

static const char *const words[] = {
  [ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST] = "principal_first",
  [ARREARS_PAYMENT_ORDER_STATUTORY] = "statutory",
};

const char *
arrears_payment_order_to_word (ArrearsPaymentOrder order)
{
  g_return_val_if_fail ((guint) order < G_N_ELEMENTS (words), words[0]);

  return words[order];
}

gboolean
arrears_payment_order_parse (const char *word, ArrearsPaymentOrder *order, GError **error)
{
  g_return_val_if_fail (word != NULL && order != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *order = (ArrearsPaymentOrder) i;
        return TRUE;
      }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is no order of payment: expected principal_first or statutory", word);
  return FALSE;
}

ArrearsPaymentOrder
arrears_payment_order_get_other (ArrearsPaymentOrder order)
{
  return order == ARREARS_PAYMENT_ORDER_STATUTORY ? ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST
                                                  : ARREARS_PAYMENT_ORDER_STATUTORY;
}

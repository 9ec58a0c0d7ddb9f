/* arrears-promise.c: what a customer promised to pay, and when (付款承诺)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-promise.h"

G_DEFINE_FINAL_TYPE (ArrearsPromise, arrears_promise, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsPromise, LONG, id),
  ARREARS_FIELD (ArrearsPromise, LONG, customer_id),
  ARREARS_FIELD (ArrearsPromise, TEXT, customer_code),
  ARREARS_FIELD (ArrearsPromise, TEXT, customer_name),
  ARREARS_FIELD (ArrearsPromise, LONG, invoice_id),
  ARREARS_FIELD (ArrearsPromise, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsPromise, DAY, from_on),
  ARREARS_FIELD (ArrearsPromise, DAY, due_on),
  ARREARS_FIELD (ArrearsPromise, MONEY, amount),
  ARREARS_FIELD (ArrearsPromise, TEXT, promised_by),
  ARREARS_FIELD (ArrearsPromise, TEXT, channel),
  ARREARS_FIELD (ArrearsPromise, TEXT, note),
  ARREARS_FIELD (ArrearsPromise, DAY, recorded_on),
  ARREARS_FIELD (ArrearsPromise, DAY, ended_on),
  ARREARS_FIELD (ArrearsPromise, TEXT, ended_how),
  ARREARS_FIELD (ArrearsPromise, TEXT, ended_note),
};

static void
arrears_promise_class_init (ArrearsPromiseClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_promise_init (ArrearsPromise *self)
{
}

ArrearsPromise *
arrears_promise_new (void)
{
  return arrears_record_new (ARREARS_TYPE_PROMISE);
}

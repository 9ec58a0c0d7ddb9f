/* arrears-judged-promise.c: a promise to pay and what came of it by a day (付款承诺)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-judged-promise.h"

G_DEFINE_FINAL_TYPE (ArrearsJudgedPromise, arrears_judged_promise, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsJudgedPromise, LONG, id),
  ARREARS_FIELD (ArrearsJudgedPromise, LONG, customer_id),
  ARREARS_FIELD (ArrearsJudgedPromise, TEXT, customer_code),
  ARREARS_FIELD (ArrearsJudgedPromise, TEXT, customer_name),
  ARREARS_FIELD (ArrearsJudgedPromise, LONG, invoice_id),
  ARREARS_FIELD (ArrearsJudgedPromise, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsJudgedPromise, DAY, from_on),
  ARREARS_FIELD (ArrearsJudgedPromise, DAY, due_on),
  ARREARS_FIELD (ArrearsJudgedPromise, DAY, last_day),
  ARREARS_FIELD (ArrearsJudgedPromise, MONEY, amount),
  ARREARS_FIELD (ArrearsJudgedPromise, MONEY, received),
  ARREARS_FIELD (ArrearsJudgedPromise, TEXT, state),
  ARREARS_FIELD (ArrearsJudgedPromise, DAY, judged_on),
  ARREARS_FIELD (ArrearsJudgedPromise, TEXT, promised_by),
  ARREARS_FIELD (ArrearsJudgedPromise, TEXT, channel),
  ARREARS_FIELD (ArrearsJudgedPromise, TEXT, note),
};

static void
arrears_judged_promise_class_init (ArrearsJudgedPromiseClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_judged_promise_init (ArrearsJudgedPromise *self)
{
}

ArrearsJudgedPromise *
arrears_judged_promise_new (void)
{
  return arrears_record_new (ARREARS_TYPE_JUDGED_PROMISE);
}

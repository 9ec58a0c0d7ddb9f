/* arrears-judged-promise.h: a promise to pay and what came of it by a day (付款承诺)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

#define ARREARS_TYPE_JUDGED_PROMISE (arrears_judged_promise_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsJudgedPromise, arrears_judged_promise, ARREARS, JUDGED_PROMISE,
                      ArrearsRecord)

struct _ArrearsJudgedPromise
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  gint64 invoice_id; /* 0: the whole account */
  char *invoice_number;
  ArrearsDay from_on; /* given on */
  ArrearsDay due_on;
  ArrearsDay last_day; /* with its grace */
  ArrearsMoney amount;
  ArrearsMoney received; /* what came in of it */
  char *state; /* "running", "kept", "partly", "broken"; "replaced", "withdrawn" */
  ArrearsDay judged_on; /* on which it became what it is; not set while it runs */
  char *promised_by;
  char *channel;
  char *note;
};

ArrearsJudgedPromise *arrears_judged_promise_new (void);

G_END_DECLS

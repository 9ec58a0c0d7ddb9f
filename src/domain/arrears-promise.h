/* arrears-promise.h: what a customer promised to pay, and when (付款承诺)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* It stops the chasing until its day, and never clears a dispute. Whether it was kept is not
 * stored but judged by what came in: see arrears-promise-keeping.h. Ended before that: "replaced"
 * or "withdrawn".
 */
#define ARREARS_TYPE_PROMISE (arrears_promise_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPromise, arrears_promise, ARREARS, PROMISE, ArrearsRecord)

struct _ArrearsPromise
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
  ArrearsMoney amount;
  char *promised_by; /* who of the customer gave it */
  char *channel; /* as in the log */
  char *note;
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsPromise *arrears_promise_new (void);

G_END_DECLS

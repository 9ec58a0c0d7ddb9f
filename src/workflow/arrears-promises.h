/* arrears-promises.h: promises to pay: given, replaced, judged (付款承诺)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-judged-promise.h"
#include "arrears-promise-keeping.h"
#include "arrears-promise.h"

G_BEGIN_DECLS

/* Of a promise, customer_id, invoice_id or invoice_number (neither: the whole account), from_on
 * (not set: the desk's day), due_on, amount, promised_by, channel and note are read. Refused: a day
 * before the desk's day or before it was given, given after the desk's day
 * (ARREARS_ERROR_DAY_ORDER), no amount (_AMOUNT_SIGN), an unknown channel (_WORD_UNKNOWN), an
 * invoice that is not the customer's or has nothing open (_NOT_FOUND). Changes nothing.
 */
gboolean arrears_promises_check (ArrearsDesk *desk, ArrearsPromise *promise,
                                 ArrearsPromiseWarnings *warnings, GError **error);

/* Enters a promise, in place of the running one `replaced_id` where it is not 0. An acknowledgement
 * of the debt as well (Civil Code 195.2). Refuses what arrears_promises_check() does. Returns the
 * id, 0 on error. Logged.
 */
gint64 arrears_promises_give (ArrearsDesk *desk, ArrearsPromise *promise, gint64 replaced_id,
                              GError **error);

/* Ends one that the customer took back, or that was entered by mistake; a note is needed once it
 * was judged (ARREARS_ERROR_MISSING). _NOT_FOUND. Logged.
 */
gboolean arrears_promises_withdraw (ArrearsDesk *desk, gint64 id, const char *note,
                                    GError **error);

/* All promises of a customer as judged on the desk's day, the latest given first, those ended too.
 * GPtrArray of ArrearsJudgedPromise.
 */
GPtrArray *arrears_promises_load (ArrearsDesk *desk, gint64 customer_id, GError **error);

/* What a mass pass wants to know of one customer's promises. */
typedef struct
{
  ArrearsPromiseState last_state; /* of the one that was judged last, other than RUNNING ... */
  ArrearsDay last_judged_on;      /* ... and when; not set: none was judged yet */
  ArrearsDay last_given_on;
  gint64 last_id;
  ArrearsMoney last_missing; /* what did not come in of it */
  GArray *running; /* of ArrearsRunningPromise, by due day; NULL: none */
  guint n_kept;
  guint n_partly;
  guint n_broken;
} ArrearsPromiseRecord;

typedef struct
{
  gint64 id;
  gint64 invoice_id; /* 0: the whole account */
  ArrearsDay given_on;
  ArrearsDay due_on;
  ArrearsDay last_day; /* with its grace; chasing rests up to it */
  ArrearsMoney amount;
  ArrearsMoney received;
} ArrearsRunningPromise;

/* The promises of all customers, or of one where customer_id is not 0, judged on the desk's day
 * with a fixed number of queries. GHashTable of ArrearsPromiseRecord by gint64 customer id; a
 * customer without promises is not in it.
 */
GHashTable *arrears_promises_judge_all (ArrearsDesk *desk, gint64 customer_id, GError **error);

G_END_DECLS

/* arrears-promise-keeping.h: whether promises to pay were kept (承诺履行)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"
#include "arrears-money.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_PROMISE_RUNNING, /* its day, with grace, has not passed: chasing rests */
  ARREARS_PROMISE_KEPT,
  ARREARS_PROMISE_PARTLY, /* some of it came in by then */
  ARREARS_PROMISE_BROKEN, /* none of it */
} ArrearsPromiseState;

/* "running", "kept", "partly", "broken". */
const char *arrears_promise_state_to_word (ArrearsPromiseState state);

/* What the user should know before a promise is entered; none of it is refused. */
typedef enum
{
  ARREARS_PROMISE_WARNING_EXCEEDS = 1 << 0,  /* more than is owed, late charge included */
  ARREARS_PROMISE_WARNING_DISPUTED = 1 << 1, /* it does not clear the dispute that stands */
  ARREARS_PROMISE_WARNING_RUNNING = 1 << 2,  /* another one for the same runs and stays */
  ARREARS_PROMISE_WARNING_BROKEN = 1 << 3,   /* the last one was not kept */
} ArrearsPromiseWarnings;

/* What was promised. One that was replaced or withdrawn is not judged. */
typedef struct
{
  gint64 id; /* for the caller alone */
  gint64 invoice_id; /* 0: the whole account */
  ArrearsDay given_on;
  ArrearsDay due_on;
  ArrearsMoney amount;
} ArrearsPromisedPayment;

/* Money that came in, and what it went to: one part of a receipt. */
typedef struct
{
  ArrearsDay on;
  gint64 invoice_id; /* 0: not allocated */
  gint64 whole_id;   /* the invoice that this one is an instalment of; 0: it is whole */
  ArrearsMoney amount;
} ArrearsIncome;

/* All promises and all income of one account, the income by day. */
typedef struct
{
  const ArrearsPromisedPayment *promises;
  gsize n_promises;
  const ArrearsIncome *incomes;
  gsize n_incomes;
  const ArrearsCalendar *calendar;
  int grace_workdays;
  ArrearsDay as_of;
} ArrearsPromiseCase;

typedef struct
{
  ArrearsPromiseState state;
  ArrearsDay last_day;  /* the last on which money counts: the due day and its grace */
  ArrearsDay judged_on; /* kept: the day on which the last of it came in; partly or broken: the day
                           after the last one; not set while it runs */
  ArrearsMoney received; /* what counts for it, up to its amount */
} ArrearsPromiseVerdict;

/* The last day on which money counts for a promise: `grace_workdays` workdays after its day. */
ArrearsDay arrears_promise_get_last_day (const ArrearsCalendar *calendar, ArrearsDay due_on,
                                         int grace_workdays);

/* Writes verdicts[0 .. n_promises - 1]. Money counts from the day on which a promise was given up
 * to its last day, for an invoice only what went to it or its instalments, for the account
 * whatever it went to. No fen counts twice: the promise due earlier takes first, of equal ones the
 * one given earlier, then the one that stands first. A promise for the account takes what is
 * promised for no invoice before it takes what is.
 */
void arrears_promise_judge (const ArrearsPromiseCase *promise_case,
                            ArrearsPromiseVerdict *verdicts);

G_END_DECLS

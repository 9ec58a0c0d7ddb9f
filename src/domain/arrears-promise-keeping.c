/* arrears-promise-keeping.c: whether promises to pay were kept (承诺履行)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-promise-keeping.h"

/* What is left of the income while promise after promise takes from it. */
typedef struct
{
  const ArrearsPromiseCase *given;
  ArrearsMoney *left;
  gboolean *is_promised; /* it went to an invoice that something is promised for */
} Taking;

const char *
arrears_promise_state_to_word (ArrearsPromiseState state)
{
  static const char *const words[] = {
    [ARREARS_PROMISE_RUNNING] = "running",
    [ARREARS_PROMISE_KEPT] = "kept",
    [ARREARS_PROMISE_PARTLY] = "partly",
    [ARREARS_PROMISE_BROKEN] = "broken",
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (words), NULL);

  return words[state];
}

ArrearsDay
arrears_promise_get_last_day (const ArrearsCalendar *calendar, ArrearsDay due_on,
                              int grace_workdays)
{
  ArrearsDay day = due_on;

  for (int i = 0; i < grace_workdays; i++)
    day = arrears_calendar_get_workday_from (calendar, arrears_day_add_days (day, 1));
  return day;
}

static int
compare_promises (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ArrearsPromisedPayment *promises = user_data;
  gsize first = *(const gsize *) a;
  gsize second = *(const gsize *) b;
  int order = arrears_day_compare (promises[first].due_on, promises[second].due_on);

  if (order == 0)
    order = arrears_day_compare (promises[first].given_on, promises[second].given_on);
  return order != 0 ? order : (first > second) - (first < second);
}

static gboolean
went_to (const ArrearsIncome *income, gint64 invoice_id)
{
  return income->invoice_id == invoice_id || income->whole_id == invoice_id;
}

static gboolean
is_promised_for_its_invoice (const ArrearsPromiseCase *given, const ArrearsIncome *income)
{
  for (gsize i = 0; i < given->n_promises; i++)
    if (given->promises[i].invoice_id != 0 && went_to (income, given->promises[i].invoice_id))
      return TRUE;
  return FALSE;
}

static gboolean
counts_for (const Taking *taking, gsize i, const ArrearsPromisedPayment *promise,
            gboolean takes_promised)
{
  const ArrearsIncome *income = &taking->given->incomes[i];

  if (arrears_day_compare (income->on, promise->given_on) < 0)
    return FALSE;
  if (promise->invoice_id != 0)
    return went_to (income, promise->invoice_id);
  return taking->is_promised[i] == takes_promised;
}

static void
take (Taking *taking, const ArrearsPromisedPayment *promise, gboolean takes_promised,
      ArrearsPromiseVerdict *verdict)
{
  const ArrearsPromiseCase *given = taking->given;

  for (gsize i = 0; i < given->n_incomes && verdict->received.fen < promise->amount.fen; i++)
    {
      ArrearsDay on = given->incomes[i].on;
      ArrearsMoney missing = arrears_money (promise->amount.fen - verdict->received.fen);
      ArrearsMoney part = arrears_money_min (taking->left[i], missing);

      if (arrears_day_compare (on, verdict->last_day) > 0
          || arrears_day_compare (on, given->as_of) > 0)
        return;
      if (part.fen <= 0 || !counts_for (taking, i, promise, takes_promised))
        continue;
      taking->left[i].fen -= part.fen;
      verdict->received.fen += part.fen;
      verdict->judged_on = arrears_day_max (verdict->judged_on, on);
    }
}

static void
settle (const ArrearsPromiseCase *given, const ArrearsPromisedPayment *promise,
        ArrearsPromiseVerdict *verdict)
{
  if (arrears_money_compare (verdict->received, promise->amount) >= 0)
    {
      verdict->state = ARREARS_PROMISE_KEPT;
      return;
    }
  if (arrears_day_compare (given->as_of, verdict->last_day) <= 0)
    {
      verdict->state = ARREARS_PROMISE_RUNNING;
      verdict->judged_on = ARREARS_DAY_NONE;
      return;
    }
  verdict->state = verdict->received.fen > 0 ? ARREARS_PROMISE_PARTLY : ARREARS_PROMISE_BROKEN;
  verdict->judged_on = arrears_day_add_days (verdict->last_day, 1);
}

static gsize *
sort_promises (const ArrearsPromiseCase *given)
{
  gsize *order = g_new (gsize, given->n_promises + 1);

  for (gsize i = 0; i < given->n_promises; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) given->n_promises, sizeof *order, compare_promises,
                     (gpointer) given->promises);
  return order;
}

static void
judge_one (Taking *taking, const ArrearsPromisedPayment *promise, ArrearsPromiseVerdict *verdict)
{
  const ArrearsPromiseCase *given = taking->given;

  *verdict = (ArrearsPromiseVerdict) {
    .last_day
    = arrears_promise_get_last_day (given->calendar, promise->due_on, given->grace_workdays),
  };
  take (taking, promise, FALSE, verdict);
  if (promise->invoice_id == 0)
    take (taking, promise, TRUE, verdict);
  settle (given, promise, verdict);
}

void
arrears_promise_judge (const ArrearsPromiseCase *promise_case, ArrearsPromiseVerdict *verdicts)
{
  gsize n_incomes = promise_case->n_incomes;
  g_autofree gsize *order = sort_promises (promise_case);
  g_autofree ArrearsMoney *left = g_new (ArrearsMoney, n_incomes + 1);
  g_autofree gboolean *is_promised = g_new (gboolean, n_incomes + 1);
  Taking taking = { .given = promise_case, .left = left, .is_promised = is_promised };

  g_return_if_fail (promise_case->calendar != NULL);
  g_return_if_fail (arrears_day_is_set (promise_case->as_of));

  for (gsize i = 0; i < n_incomes; i++)
    {
      left[i] = promise_case->incomes[i].amount;
      is_promised[i] = is_promised_for_its_invoice (promise_case, &promise_case->incomes[i]);
    }
  for (gsize i = 0; i < promise_case->n_promises; i++)
    judge_one (&taking, &promise_case->promises[order[i]], &verdicts[order[i]]);
}

/* arrears-promises-judging.c: promises to pay, judged by what came in (付款承诺)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-promises.h"

#include "arrears-desk-private.h"
#include "arrears-ledger-promises.h"
#include "arrears-ledger-register.h"
#include "arrears-rules.h"

/* How the promises of one account after the other are judged. */
typedef struct
{
  ArrearsPromiseCase rules;
  void (*take) (const ArrearsPromisingAccount *account, const ArrearsPromiseVerdict *verdicts,
                gpointer user_data);
  gpointer user_data;
} Judging;

static gboolean
judge_account (const ArrearsPromisingAccount *account, gpointer user_data, GError **error)
{
  Judging *judging = user_data;
  g_autofree ArrearsPromiseVerdict *verdicts
      = g_new (ArrearsPromiseVerdict, account->n_promises + 1);
  ArrearsPromiseCase promise_case = judging->rules;

  promise_case.promises = account->promises;
  promise_case.n_promises = account->n_promises;
  promise_case.incomes = account->incomes;
  promise_case.n_incomes = account->n_incomes;
  arrears_promise_judge (&promise_case, verdicts);
  judging->take (account, verdicts, judging->user_data);
  return TRUE;
}

static gboolean
run_judging (ArrearsDesk *desk, gint64 customer_id, Judging *judging, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  ArrearsRules rules;

  if (!arrears_rules_load (desk, &rules, error))
    return FALSE;
  judging->rules.calendar = arrears_desk_get_calendar (desk);
  judging->rules.grace_workdays = rules.promise_grace_days;
  judging->rules.as_of = as_of;
  return arrears_ledger_foreach_promising_account (arrears_desk_get_ledger (desk), customer_id,
                                                   as_of, judge_account, judging, error);
}

static void
keep_verdicts (const ArrearsPromisingAccount *account, const ArrearsPromiseVerdict *verdicts,
               gpointer user_data)
{
  GHashTable *kept = user_data;

  for (gsize i = 0; i < account->n_promises; i++)
    {
      gint64 *id = g_new (gint64, 1);

      *id = account->promises[i].id;
      g_hash_table_insert (kept, id, g_memdup2 (&verdicts[i], sizeof verdicts[i]));
    }
}

static ArrearsJudgedPromise *
create_judged (ArrearsPromise *promise, const ArrearsPromiseVerdict *verdict)
{
  ArrearsJudgedPromise *judged = arrears_judged_promise_new ();

  judged->id = promise->id;
  judged->customer_id = promise->customer_id;
  arrears_record_set_text (&judged->customer_code, promise->customer_code);
  arrears_record_set_text (&judged->customer_name, promise->customer_name);
  judged->invoice_id = promise->invoice_id;
  arrears_record_set_text (&judged->invoice_number, promise->invoice_number);
  judged->from_on = promise->from_on;
  judged->due_on = promise->due_on;
  judged->amount = promise->amount;
  arrears_record_set_text (&judged->promised_by, promise->promised_by);
  arrears_record_set_text (&judged->channel, promise->channel);
  arrears_record_set_text (&judged->note, promise->note);
  arrears_record_set_text (&judged->state, promise->ended_how);
  judged->judged_on = promise->ended_on;
  if (verdict == NULL)
    return judged;
  arrears_record_set_text (&judged->state, arrears_promise_state_to_word (verdict->state));
  judged->judged_on = verdict->judged_on;
  judged->last_day = verdict->last_day;
  judged->received = verdict->received;
  return judged;
}

GPtrArray *
arrears_promises_load (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (GHashTable) verdicts
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) judged = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) promises = NULL;
  Judging judging = { .take = keep_verdicts, .user_data = verdicts };

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  promises = arrears_ledger_load_register (arrears_desk_get_ledger (desk), ARREARS_TYPE_PROMISE,
                                           customer_id, ARREARS_REGISTER_ALL,
                                           arrears_desk_get_as_of (desk), error);
  if (promises == NULL || (promises->len > 0 && !run_judging (desk, customer_id, &judging, error)))
    return NULL;
  for (guint i = promises->len; i > 0; i--)
    {
      ArrearsPromise *promise = g_ptr_array_index (promises, i - 1);

      g_ptr_array_add (judged,
                       create_judged (promise, g_hash_table_lookup (verdicts, &promise->id)));
    }
  return g_steal_pointer (&judged);
}

static void
free_record (gpointer data)
{
  ArrearsPromiseRecord *record = data;

  g_clear_pointer (&record->running, g_array_unref);
  g_free (record);
}

static void
count_verdict (ArrearsPromiseRecord *record, const ArrearsPromisedPayment *promise,
               const ArrearsPromiseVerdict *verdict)
{
  record->n_kept += verdict->state == ARREARS_PROMISE_KEPT;
  record->n_partly += verdict->state == ARREARS_PROMISE_PARTLY;
  record->n_broken += verdict->state == ARREARS_PROMISE_BROKEN;
  if (arrears_day_compare (verdict->judged_on, record->last_judged_on) < 0)
    return;
  record->last_state = verdict->state;
  record->last_judged_on = verdict->judged_on;
  record->last_given_on = promise->given_on;
  record->last_id = promise->id;
  record->last_missing = arrears_money (promise->amount.fen - verdict->received.fen);
}

static void
add_running (ArrearsPromiseRecord *record, const ArrearsPromisedPayment *promise,
             const ArrearsPromiseVerdict *verdict)
{
  ArrearsRunningPromise running = {
    .id = promise->id,
    .invoice_id = promise->invoice_id,
    .given_on = promise->given_on,
    .due_on = promise->due_on,
    .last_day = verdict->last_day,
    .amount = promise->amount,
    .received = verdict->received,
  };

  if (record->running == NULL)
    record->running = g_array_new (FALSE, FALSE, sizeof (ArrearsRunningPromise));
  g_array_append_val (record->running, running);
}

static void
add_record (const ArrearsPromisingAccount *account, const ArrearsPromiseVerdict *verdicts,
            gpointer user_data)
{
  GHashTable *records = user_data;
  ArrearsPromiseRecord *record = g_new0 (ArrearsPromiseRecord, 1);
  gint64 *customer_id = g_new (gint64, 1);

  for (gsize i = 0; i < account->n_promises; i++)
    if (verdicts[i].state == ARREARS_PROMISE_RUNNING)
      add_running (record, &account->promises[i], &verdicts[i]);
    else
      count_verdict (record, &account->promises[i], &verdicts[i]);
  *customer_id = account->customer_id;
  g_hash_table_insert (records, customer_id, record);
}

GHashTable *
arrears_promises_judge_all (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (GHashTable) records
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_record);
  Judging judging = { .take = add_record, .user_data = records };

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  if (!run_judging (desk, customer_id, &judging, error))
    return NULL;
  return g_steal_pointer (&records);
}

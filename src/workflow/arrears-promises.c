/* arrears-promises.c: promises to pay: given, replaced, withdrawn (付款承诺)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-promises.h"

#include "arrears-account-page.h"
#include "arrears-channel.h"
#include "arrears-dispute.h"
#include "arrears-measure-private.h"

static gboolean
check_terms (ArrearsDesk *desk, ArrearsPromise *promise, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);

  if (promise->amount.fen <= 0)
    {
      g_autofree char *amount = arrears_money_to_string (promise->amount);

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "amount %s: expected more than zero", amount);
      return FALSE;
    }
  if (!arrears_measure_begin (desk, &promise->from_on, error))
    return FALSE;
  if (arrears_day_compare (promise->due_on, as_of) < 0)
    {
      g_autofree char *due = arrears_day_to_string (promise->due_on);
      g_autofree char *today = arrears_day_to_string (as_of);

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                   "promised for %s: expected a day not before %s", due, today);
      return FALSE;
    }
  return TRUE;
}

/* A copy with its days and invoice settled. (transfer full) */
static ArrearsPromise *
check_promise (ArrearsDesk *desk, ArrearsPromise *promise, GError **error)
{
  g_autoptr (ArrearsPromise) checked = arrears_record_copy (promise);
  g_autoptr (ArrearsInvoice) invoice = NULL;
  g_autoptr (GError) failure = NULL;
  ArrearsChannel channel;

  if (!check_terms (desk, checked, error)
      || !arrears_channel_parse (promise->channel, &channel, error))
    return NULL;
  invoice = arrears_measure_find_invoice (desk, promise->customer_id, promise->invoice_id,
                                          promise->invoice_number, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (invoice != NULL)
    {
      checked->invoice_id = invoice->id;
      arrears_record_set_text (&checked->invoice_number, invoice->number);
    }
  return g_steal_pointer (&checked);
}

/* Of the invoice or the whole account, with late charge. */
static gboolean
sum_owed (const ArrearsAccountPage *page, gint64 invoice_id, ArrearsMoney *owed, GError **error)
{
  if (invoice_id == 0)
    {
      *owed = page->account->balance;
      return arrears_money_accumulate (owed, page->charge, error);
    }
  *owed = ARREARS_MONEY_ZERO;
  for (guint i = 0; i < page->invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (page->invoices, i);

      if (invoice->id == invoice_id)
        {
          *owed = invoice->open;
          return arrears_money_accumulate (owed, invoice->charge, error);
        }
    }
  return TRUE;
}

static gboolean
is_disputed (const ArrearsAccountPage *page, gint64 invoice_id)
{
  for (guint i = 0; i < page->disputes->len; i++)
    {
      ArrearsDispute *dispute = g_ptr_array_index (page->disputes, i);

      if (!arrears_day_is_set (dispute->ended_on)
          && (invoice_id == 0 || dispute->invoice_id == invoice_id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_state (ArrearsJudgedPromise *promise, ArrearsPromiseState state)
{
  return g_str_equal (promise->state, arrears_promise_state_to_word (state));
}

/* The one that was judged last, of all promises of a customer; NULL for none. Borrowed. */
static ArrearsJudgedPromise *
find_last_judged (GPtrArray *promises)
{
  ArrearsJudgedPromise *last = NULL;

  for (guint i = 0; i < promises->len; i++)
    {
      ArrearsJudgedPromise *promise = g_ptr_array_index (promises, i);
      gboolean is_judged = has_state (promise, ARREARS_PROMISE_KEPT)
                           || has_state (promise, ARREARS_PROMISE_PARTLY)
                           || has_state (promise, ARREARS_PROMISE_BROKEN);

      if (is_judged
          && (last == NULL || arrears_day_compare (promise->judged_on, last->judged_on) > 0))
        last = promise;
    }
  return last;
}

static ArrearsPromiseWarnings
find_warnings (const ArrearsAccountPage *page, ArrearsPromise *promise, ArrearsMoney owed)
{
  ArrearsJudgedPromise *last = find_last_judged (page->promises);
  ArrearsPromiseWarnings warnings = 0;

  if (arrears_money_compare (promise->amount, owed) > 0)
    warnings |= ARREARS_PROMISE_WARNING_EXCEEDS;
  if (is_disputed (page, promise->invoice_id))
    warnings |= ARREARS_PROMISE_WARNING_DISPUTED;
  if (last != NULL && !has_state (last, ARREARS_PROMISE_KEPT))
    warnings |= ARREARS_PROMISE_WARNING_BROKEN;
  for (guint i = 0; i < page->promises->len; i++)
    {
      ArrearsJudgedPromise *other = g_ptr_array_index (page->promises, i);

      if (has_state (other, ARREARS_PROMISE_RUNNING) && other->invoice_id == promise->invoice_id)
        warnings |= ARREARS_PROMISE_WARNING_RUNNING;
    }
  return warnings;
}

gboolean
arrears_promises_check (ArrearsDesk *desk, ArrearsPromise *promise,
                        ArrearsPromiseWarnings *warnings, GError **error)
{
  g_autoptr (ArrearsPromise) checked = NULL;
  g_autoptr (ArrearsAccountPage) page = NULL;
  ArrearsMoney owed;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  checked = check_promise (desk, promise, error);
  page = checked != NULL ? arrears_account_page_load (desk, checked->customer_id, error) : NULL;
  if (page == NULL || !sum_owed (page, checked->invoice_id, &owed, error))
    return FALSE;
  *warnings = find_warnings (page, checked, owed);
  return TRUE;
}

static ArrearsLogEntry *
create_ended_entry (ArrearsPromise *promise, const char *how, const char *note)
{
  ArrearsLogEntry *entry = arrears_desk_new_entry (ARREARS_LOG_PROMISE_ENDED, promise->customer_id,
                                                   promise->invoice_number);

  entry->amount = promise->amount;
  arrears_measure_set_note (entry, how, note);
  return entry;
}

/* Sets `state` to that of a promise that stands. */
static gboolean
load_state (ArrearsDesk *desk, ArrearsPromise *promise, char **state, GError **error)
{
  g_autoptr (GPtrArray) promises = arrears_promises_load (desk, promise->customer_id, error);

  if (promises == NULL)
    return FALSE;
  for (guint i = 0; i < promises->len; i++)
    {
      ArrearsJudgedPromise *judged = g_ptr_array_index (promises, i);

      if (judged->id == promise->id)
        *state = g_strdup (judged->state);
    }
  return TRUE;
}

static gboolean
end_replaced (ArrearsDesk *desk, gint64 id, ArrearsPromise *successor, GError **error)
{
  g_autoptr (ArrearsPromise) promise = arrears_measure_load (desk, ARREARS_TYPE_PROMISE, id, error);
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autofree char *state = NULL;

  if (promise == NULL || !load_state (desk, promise, &state, error))
    return FALSE;
  if (promise->customer_id != successor->customer_id
      || g_strcmp0 (state, arrears_promise_state_to_word (ARREARS_PROMISE_RUNNING)) != 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "promise %" G_GINT64_FORMAT ": expected a running one of this customer", id);
      return FALSE;
    }
  entry = create_ended_entry (promise, "replaced", "");
  return arrears_measure_end (desk, promise, "replaced", "", entry, error);
}

static ArrearsLogEntry *
create_given_entry (ArrearsPromise *promise)
{
  ArrearsLogEntry *entry = arrears_desk_new_entry (ARREARS_LOG_PROMISE_GIVEN, promise->customer_id,
                                                   promise->invoice_number);
  g_autofree char *due = arrears_day_to_string (promise->due_on);

  entry->day = promise->from_on;
  entry->amount = promise->amount;
  arrears_record_set_text (&entry->spoke_with, promise->promised_by);
  arrears_measure_set_note (entry, due, promise->note);
  return entry;
}

gint64
arrears_promises_give (ArrearsDesk *desk, ArrearsPromise *promise, gint64 replaced_id,
                       GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsPromise) checked = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  gint64 id;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), 0);

  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  checked = transaction != NULL ? check_promise (desk, promise, error) : NULL;
  if (checked == NULL || (replaced_id != 0 && !end_replaced (desk, replaced_id, checked, error)))
    return 0;
  entry = create_given_entry (checked);
  id = arrears_measure_enter (desk, checked, entry, error);
  return id != 0 && arrears_desk_commit (desk, transaction, error) ? id : 0;
}

gboolean
arrears_promises_withdraw (ArrearsDesk *desk, gint64 id, const char *note, GError **error)
{
  g_autoptr (ArrearsPromise) promise = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autofree char *state = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  promise = arrears_measure_load (desk, ARREARS_TYPE_PROMISE, id, error);
  if (promise == NULL || !load_state (desk, promise, &state, error))
    return FALSE;
  if (g_strcmp0 (state, arrears_promise_state_to_word (ARREARS_PROMISE_RUNNING)) != 0
      && !arrears_measure_need (note, "note, since the promise was judged", error))
    return FALSE;
  entry = create_ended_entry (promise, "withdrawn", note);
  return arrears_measure_end (desk, promise, "withdrawn", note, entry, error);
}

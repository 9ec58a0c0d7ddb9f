/* arrears-disputes.c: what customers contest, and how it ends (异议)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-disputes.h"

#include "arrears-ledger-register.h"
#include "arrears-measure-private.h"
#include "arrears-receipts.h"

enum
{
  DAYS_UNTIL_REVIEW = 14,
};

static gboolean
check_reason (const char *reason, GError **error)
{
  static const char *const reasons[] = { ARREARS_DISPUTE_QUALITY,
                                         ARREARS_DISPUTE_QUANTITY,
                                         ARREARS_DISPUTE_PRICE,
                                         ARREARS_DISPUTE_DELIVERY,
                                         ARREARS_DISPUTE_BILLING,
                                         ARREARS_DISPUTE_OTHER,
                                         NULL };

  if (g_strv_contains (reasons, reason))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is not a reason: expected quality, quantity, price, delivery, billing or "
               "other",
               reason);
  return FALSE;
}

static gboolean
check_days (ArrearsDesk *desk, ArrearsDispute *dispute, ArrearsInvoice *invoice, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);

  if (!arrears_measure_begin (desk, &dispute->from_on, error))
    return FALSE;
  dispute->from_on = arrears_day_max (dispute->from_on, invoice->issued_on);
  if (!arrears_day_is_set (dispute->review_on))
    dispute->review_on = arrears_calendar_get_workday_from (
        arrears_desk_get_calendar (desk), arrears_day_add_days (as_of, DAYS_UNTIL_REVIEW));
  if (arrears_day_compare (dispute->review_on, as_of) < 0)
    {
      g_autofree char *review = arrears_day_to_string (dispute->review_on);
      g_autofree char *today = arrears_day_to_string (as_of);

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                   "to be looked at on %s: expected a day not before %s", review, today);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_amount (ArrearsDispute *dispute, ArrearsInvoice *invoice, GError **error)
{
  ArrearsMoney uncontested = arrears_money (invoice->open.fen - invoice->disputed.fen);
  g_autofree char *amount = arrears_money_to_string (dispute->amount);
  g_autofree char *most = arrears_money_to_string (uncontested);

  if (dispute->amount.fen < 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "amount %s: expected more than zero", amount);
      return FALSE;
    }
  if (arrears_money_compare (dispute->amount, uncontested) > 0 || uncontested.fen == 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE,
                   "amount %s: %s of invoice %s is open and not contested yet", amount, most,
                   invoice->number);
      return FALSE;
    }
  if (dispute->amount.fen == 0)
    dispute->amount = uncontested;
  return TRUE;
}

static gboolean
check_dispute (ArrearsDesk *desk, ArrearsDispute *dispute, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = NULL;

  if (!check_reason (dispute->reason, error)
      || (dispute->invoice_id == 0
          && !arrears_measure_need (dispute->invoice_number, "invoice", error)))
    return FALSE;
  invoice = arrears_measure_find_invoice (desk, dispute->customer_id, dispute->invoice_id,
                                          dispute->invoice_number, error);
  if (invoice == NULL || !check_days (desk, dispute, invoice, error)
      || !check_amount (dispute, invoice, error))
    return FALSE;
  dispute->customer_id = invoice->customer_id;
  dispute->invoice_id = invoice->id;
  arrears_record_set_text (&dispute->invoice_number, invoice->number);
  return TRUE;
}

gint64
arrears_disputes_raise (ArrearsDesk *desk, ArrearsDispute *dispute, GError **error)
{
  g_autoptr (ArrearsDispute) checked = arrears_record_copy (dispute);
  g_autoptr (ArrearsLogEntry) entry = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), 0);

  if (!check_dispute (desk, checked, error))
    return 0;
  entry = arrears_desk_new_entry (ARREARS_LOG_DISPUTE_RAISED, checked->customer_id,
                                  checked->invoice_number);
  entry->day = checked->from_on;
  entry->amount = checked->amount;
  arrears_measure_set_note (entry, checked->reason, checked->note);
  return arrears_measure_enter (desk, checked, entry, error);
}

static gboolean
check_outcome (ArrearsDispute *dispute, const ArrearsDisputeOutcome *outcome,
               ArrearsMoney *credited, GError **error)
{
  static const char *const endings[] = { "credited", "rejected", "withdrawn", NULL };

  *credited = ARREARS_MONEY_ZERO;
  if (outcome->how == NULL || !g_strv_contains (endings, outcome->how))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                   "“%s” is not an outcome: expected credited, rejected or withdrawn",
                   outcome->how != NULL ? outcome->how : "");
      return FALSE;
    }
  if (!g_str_equal (outcome->how, "credited"))
    return TRUE;
  *credited = outcome->amount.fen != 0 ? outcome->amount : dispute->amount;
  if (credited->fen < 0 || arrears_money_compare (*credited, dispute->amount) > 0)
    {
      g_autofree char *amount = arrears_money_to_string (*credited);
      g_autofree char *contested = arrears_money_to_string (dispute->amount);

      g_set_error (error, ARREARS_ERROR,
                   credited->fen < 0 ? ARREARS_ERROR_AMOUNT_SIGN : ARREARS_ERROR_AMOUNT_TOO_LARGE,
                   "amount %s: expected up to the %s that is contested", amount, contested);
      return FALSE;
    }
  return arrears_measure_need (outcome->credit_note_number, "number of the credit note", error);
}

static gboolean
credit (ArrearsDesk *desk, ArrearsDispute *dispute, const ArrearsDisputeOutcome *outcome,
        ArrearsMoney amount, GError **error)
{
  const ArrearsCreditNote note = {
    .customer_id = dispute->customer_id,
    .number = outcome->credit_note_number,
    .amount = amount,
    .on = arrears_desk_get_as_of (desk),
    .invoice_number = dispute->invoice_number,
    .note = outcome->note,
  };
  g_autoptr (ArrearsInvoice) invoice
      = arrears_measure_find_invoice (desk, dispute->customer_id, dispute->invoice_id, "", error);
  g_autoptr (ArrearsPaymentResult) result = NULL;

  if (invoice == NULL)
    return FALSE;
  if (arrears_money_compare (amount, invoice->open) > 0)
    {
      g_autofree char *open = arrears_money_to_string (invoice->open);

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE,
                   "only %s of invoice %s is still open", open, invoice->number);
      return FALSE;
    }
  result = arrears_receipts_credit (desk, &note, error);
  return result != NULL;
}

gboolean
arrears_disputes_end (ArrearsDesk *desk, gint64 id, const ArrearsDisputeOutcome *outcome,
                      GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsDispute) dispute = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  ArrearsMoney credited;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  dispute
      = transaction != NULL ? arrears_measure_load (desk, ARREARS_TYPE_DISPUTE, id, error) : NULL;
  if (dispute == NULL || !check_outcome (dispute, outcome, &credited, error)
      || (credited.fen > 0 && !credit (desk, dispute, outcome, credited, error)))
    return FALSE;
  entry = arrears_desk_new_entry (ARREARS_LOG_DISPUTE_ENDED, dispute->customer_id,
                                  dispute->invoice_number);
  entry->amount = credited.fen > 0 ? credited : dispute->amount;
  arrears_measure_set_note (entry, outcome->how, outcome->note);
  return arrears_measure_end (desk, dispute, outcome->how, outcome->note, entry, error)
         && arrears_desk_commit (desk, transaction, error);
}

GPtrArray *
arrears_disputes_load (ArrearsDesk *desk, gint64 customer_id, gboolean with_ended, GError **error)
{
  GPtrArray *disputes = arrears_ledger_load_register (
      arrears_desk_get_ledger (desk), ARREARS_TYPE_DISPUTE, customer_id,
      with_ended ? ARREARS_REGISTER_ALL : ARREARS_REGISTER_STANDING, arrears_desk_get_as_of (desk),
      error);

  if (disputes != NULL)
    arrears_measure_reverse (disputes);
  return disputes;
}

/* arrears-payment.c: money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-payment-private.h"

#include "arrears-desk-private.h"
#include "arrears-rules.h"

static void
free_part (gpointer data)
{
  g_free (((ArrearsPaymentPart *) data)->invoice_number);
  g_free (data);
}

static void
free_leftover (gpointer data)
{
  g_free (((ArrearsPaymentLeftover *) data)->invoice_number);
  g_free (data);
}

ArrearsPaymentResult *
arrears_payment_result_new (void)
{
  ArrearsPaymentResult *result = g_new0 (ArrearsPaymentResult, 1);

  result->parts = g_ptr_array_new_with_free_func (free_part);
  result->leftovers = g_ptr_array_new_with_free_func (free_leftover);
  return result;
}

void
arrears_payment_result_free (ArrearsPaymentResult *result)
{
  g_ptr_array_unref (result->parts);
  g_ptr_array_unref (result->leftovers);
  g_clear_pointer (&result->other, arrears_payment_result_free);
  g_free (result);
}

void
arrears_payment_result_add (ArrearsPaymentResult *result, const ArrearsSettling *settling,
                            const GArray *allocations)
{
  for (guint i = 0; i < allocations->len; i++)
    {
      const ArrearsAllocation *allocation = &g_array_index (allocations, ArrearsAllocation, i);
      ArrearsPaymentPart *part = g_new0 (ArrearsPaymentPart, 1);

      part->invoice_id = allocation->invoice_id;
      part->invoice_number
          = g_strdup (arrears_settling_get_invoice (settling, allocation->invoice_id)->number);
      part->part = allocation->part;
      part->amount = allocation->amount;
      part->order = arrears_settling_get_order (settling, allocation->invoice_id);
      g_ptr_array_add (result->parts, part);
    }
}

static ArrearsMoney
sum_part (const GArray *allocations, gint64 invoice_id, ArrearsAllocationPart part)
{
  ArrearsMoney sum = ARREARS_MONEY_ZERO;

  for (guint i = 0; i < allocations->len; i++)
    {
      const ArrearsAllocation *allocation = &g_array_index (allocations, ArrearsAllocation, i);

      if (allocation->invoice_id == invoice_id && allocation->part == part)
        sum.fen += allocation->amount.fen;
    }
  return sum;
}

/* What an invoice that received something is left with. */
static ArrearsPaymentLeftover
find_leftover (const ArrearsSettling *settling, const GArray *allocations, gint64 invoice_id,
               ArrearsMoney tolerance)
{
  ArrearsInvoice *invoice = arrears_settling_get_invoice (settling, invoice_id);
  ArrearsChargeBalance balance = *arrears_settling_get_balance (settling, invoice_id);
  ArrearsMoney open = invoice->open;
  ArrearsPaymentLeftover leftover = { .invoice_id = invoice_id };

  open.fen -= sum_part (allocations, invoice_id, ARREARS_PART_PRINCIPAL).fen;
  balance.paid.fen += sum_part (allocations, invoice_id, ARREARS_PART_CHARGE).fen;
  arrears_charge_balance_conclude (&balance, open);
  if (balance.is_left)
    leftover.charge = balance.unpaid;
  if (arrears_money_compare (open, tolerance) <= 0)
    leftover.rest = open;
  return leftover;
}

static void
remove_leftover (ArrearsPaymentResult *result, gint64 invoice_id)
{
  for (guint i = result->leftovers->len; i > 0; i--)
    {
      const ArrearsPaymentLeftover *leftover = g_ptr_array_index (result->leftovers, i - 1);

      if (leftover->invoice_id == invoice_id)
        g_ptr_array_remove_index (result->leftovers, i - 1);
    }
}

gboolean
arrears_payment_result_add_leftovers (ArrearsPaymentResult *result, ArrearsDesk *desk,
                                      const ArrearsSettling *settling, const GArray *allocations,
                                      GError **error)
{
  ArrearsRules rules;

  if (!arrears_rules_load (desk, &rules, error))
    return FALSE;
  for (guint i = 0; i < allocations->len; i++)
    {
      gint64 invoice_id = g_array_index (allocations, ArrearsAllocation, i).invoice_id;
      ArrearsPaymentLeftover leftover;

      remove_leftover (result, invoice_id);
      leftover = find_leftover (settling, allocations, invoice_id, rules.cent_tolerance);
      if (leftover.charge.fen == 0 && leftover.rest.fen == 0)
        continue;
      leftover.invoice_number
          = g_strdup (arrears_settling_get_invoice (settling, invoice_id)->number);
      g_ptr_array_add (result->leftovers, g_memdup2 (&leftover, sizeof leftover));
    }
  return TRUE;
}

gboolean
arrears_payment_check (ArrearsDesk *desk, ArrearsMoney amount, ArrearsDay on, GError **error)
{
  g_autofree char *printed = arrears_money_to_string (amount);
  g_autofree char *day = arrears_day_to_string (on);
  g_autofree char *as_of = arrears_day_to_string (arrears_desk_get_as_of (desk));

  if (amount.fen <= 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "amount %s: expected more than zero", printed);
      return FALSE;
    }
  if (!arrears_day_is_set (on) || arrears_day_compare (on, arrears_desk_get_as_of (desk)) > 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                   "received on %s: expected a day not after %s", day, as_of);
      return FALSE;
    }
  return TRUE;
}

ArrearsSettling *
arrears_payment_load_settling (ArrearsDesk *desk, const ArrearsPayment *payment, GError **error)
{
  ArrearsSettling *settling
      = arrears_settling_load (desk, payment->customer_id, payment->on, error);

  if (settling != NULL && payment->has_order)
    arrears_settling_set_order (settling, payment->order);
  return settling;
}

gboolean
arrears_payment_find_designated (ArrearsDesk *desk, const ArrearsPayment *payment,
                                 gint64 *designated, GError **error)
{
  const char *number = payment->invoice_number;

  *designated = 0;
  return number == NULL || number[0] == '\0'
         || arrears_settling_find_designated (desk, payment->customer_id, number, designated,
                                              error);
}

GArray *
arrears_payment_plan (ArrearsSettling *settling, const ArrearsPayment *payment, gint64 designated,
                      ArrearsMoney *rest, GError **error)
{
  if (payment->n_shares > 0)
    return arrears_settling_share (settling, payment, rest, error);
  return arrears_settling_split (settling, payment->amount, designated, rest);
}

/* A payment on its way: its debts, and what it would do to them. */
typedef struct
{
  ArrearsSettling *settling;
  gint64 designated;
  GArray *allocations;
  ArrearsPaymentResult *result;
} Plan;

static void
clear_plan (Plan *plan)
{
  g_clear_pointer (&plan->settling, arrears_settling_free);
  g_clear_pointer (&plan->allocations, g_array_unref);
  g_clear_pointer (&plan->result, arrears_payment_result_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, clear_plan)

static gboolean
make_plan (ArrearsDesk *desk, const ArrearsPayment *payment, Plan *plan, GError **error)
{
  plan->result = arrears_payment_result_new ();
  if (!arrears_payment_check (desk, payment->amount, payment->on, error))
    return FALSE;
  plan->settling = arrears_payment_load_settling (desk, payment, error);
  if (plan->settling == NULL
      || !arrears_payment_find_designated (desk, payment, &plan->designated, error))
    return FALSE;
  plan->allocations = arrears_payment_plan (plan->settling, payment, plan->designated,
                                            &plan->result->unapplied, error);
  if (plan->allocations == NULL)
    return FALSE;
  arrears_payment_result_add (plan->result, plan->settling, plan->allocations);
  return arrears_payment_result_add_leftovers (plan->result, desk, plan->settling,
                                               plan->allocations, error);
}

/* The same payment in the other order. */
static gboolean
add_other (ArrearsDesk *desk, const ArrearsPayment *payment, Plan *plan, GError **error)
{
  g_autoptr (GArray) allocations = NULL;
  ArrearsPaymentResult *other = arrears_payment_result_new ();

  plan->result->other = other;
  arrears_settling_turn_order (plan->settling);
  allocations = arrears_settling_split (plan->settling, payment->amount, plan->designated,
                                        &other->unapplied);
  arrears_payment_result_add (other, plan->settling, allocations);
  return arrears_payment_result_add_leftovers (other, desk, plan->settling, allocations, error);
}

ArrearsPaymentResult *
arrears_payment_preview (ArrearsDesk *desk, const ArrearsPayment *payment, GError **error)
{
  g_autoptr (ArrearsTransaction) reading = NULL;
  g_auto (Plan) plan = { 0 };

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  reading = arrears_transaction_begin_reading (arrears_desk_get_ledger (desk), error);
  if (reading == NULL || !make_plan (desk, payment, &plan, error)
      || (payment->n_shares == 0 && !add_other (desk, payment, &plan, error)))
    return NULL;
  return g_steal_pointer (&plan.result);
}

static ArrearsReceipt *
create_receipt (const ArrearsPayment *payment)
{
  ArrearsReceipt *receipt = arrears_receipt_new ();

  receipt->customer_id = payment->customer_id;
  arrears_record_set_text (&receipt->kind, "receipt");
  receipt->received_on = payment->on;
  receipt->amount = payment->amount;
  arrears_record_set_text (&receipt->reference, payment->reference);
  return receipt;
}

ArrearsPaymentResult *
arrears_payment_record (ArrearsDesk *desk, const ArrearsPayment *payment, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsReceipt) receipt = create_receipt (payment);
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (ARREARS_LOG_RECEIVED, payment->customer_id, receipt->reference);
  g_auto (Plan) plan = { 0 };

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  if (transaction == NULL || !make_plan (desk, payment, &plan, error))
    return NULL;
  entry->day = payment->on;
  entry->amount = payment->amount;
  plan.result->receipt_id = arrears_settling_store (desk, receipt, plan.allocations, error);
  if (plan.result->receipt_id == 0 || !arrears_desk_log (desk, entry, error)
      || !arrears_desk_commit (desk, transaction, error))
    return NULL;
  return g_steal_pointer (&plan.result);
}

/* arrears-payment.c: money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-payment.h"

#include "arrears-desk-private.h"
#include "arrears-ledger-invoices.h"
#include "arrears-settling.h"

static void
free_part (gpointer data)
{
  ArrearsPaymentPart *part = data;

  g_free (part->invoice_number);
  g_free (part);
}

void
arrears_payment_result_free (ArrearsPaymentResult *result)
{
  g_ptr_array_unref (result->parts);
  g_free (result);
}

static gboolean
check_payment (ArrearsDesk *desk, const ArrearsPayment *payment, GError **error)
{
  if (payment->amount.fen <= 0)
    {
      g_autofree char *amount = arrears_money_to_string (payment->amount);

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "amount %s: expected more than zero", amount);
      return FALSE;
    }
  if (!arrears_day_is_set (payment->on)
      || arrears_day_compare (payment->on, arrears_desk_get_as_of (desk)) > 0)
    {
      g_autofree char *on = arrears_day_to_string (payment->on);
      g_autofree char *as_of = arrears_day_to_string (arrears_desk_get_as_of (desk));

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                   "received on %s: expected a day not after %s", on, as_of);
      return FALSE;
    }
  return TRUE;
}

static GArray *
plan_payment (ArrearsDesk *desk, const ArrearsPayment *payment, ArrearsMoney *rest,
              GError **error)
{
  const char *number = payment->invoice_number;
  gint64 designated = 0;

  if (!check_payment (desk, payment, error)
      || (number != NULL && number[0] != '\0'
          && !arrears_settling_find_designated (desk, payment->customer_id, number, &designated,
                                                error)))
    return NULL;
  return arrears_settling_plan (desk, payment->customer_id, payment->amount, payment->on,
                                designated, rest, error);
}

static ArrearsPaymentResult *
describe_result (ArrearsDesk *desk, const GArray *allocations, ArrearsMoney rest, GError **error)
{
  g_autoptr (ArrearsPaymentResult) result = g_new0 (ArrearsPaymentResult, 1);
  g_autofree gint64 *ids = g_new (gint64, allocations->len + 1);
  g_autoptr (GPtrArray) invoices = NULL;

  result->parts = g_ptr_array_new_with_free_func (free_part);
  result->unapplied = rest;
  for (guint i = 0; i < allocations->len; i++)
    ids[i] = g_array_index (allocations, ArrearsAllocation, i).invoice_id;
  invoices = arrears_ledger_load_invoices (arrears_desk_get_ledger (desk), ids, allocations->len,
                                           arrears_desk_get_as_of (desk), error);
  if (invoices == NULL)
    return NULL;
  for (guint i = 0; i < allocations->len; i++)
    {
      ArrearsPaymentPart *part = g_new0 (ArrearsPaymentPart, 1);
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      part->invoice_number = g_strdup (invoice->number);
      part->amount = g_array_index (allocations, ArrearsAllocation, i).amount;
      g_ptr_array_add (result->parts, part);
    }
  return g_steal_pointer (&result);
}

ArrearsPaymentResult *
arrears_payment_preview (ArrearsDesk *desk, const ArrearsPayment *payment, GError **error)
{
  ArrearsMoney rest;
  g_autoptr (GArray) allocations = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  allocations = plan_payment (desk, payment, &rest, error);
  return allocations != NULL ? describe_result (desk, allocations, rest, error) : NULL;
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
  g_autoptr (ArrearsLogEntry) entry = arrears_desk_new_entry (
      ARREARS_LOG_RECEIVED, payment->customer_id, receipt->reference);
  g_autoptr (ArrearsPaymentResult) result = NULL;
  g_autoptr (GArray) allocations = NULL;
  ArrearsMoney rest;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  if (transaction == NULL)
    return NULL;
  allocations = plan_payment (desk, payment, &rest, error);
  if (allocations == NULL)
    return NULL;
  entry->day = payment->on;
  entry->amount = payment->amount;
  if (arrears_settling_store (desk, receipt, allocations, error) == 0
      || !arrears_desk_log (desk, entry, error))
    return NULL;
  result = describe_result (desk, allocations, rest, error);
  if (result == NULL || !arrears_desk_commit (desk, transaction, error))
    return NULL;
  return g_steal_pointer (&result);
}

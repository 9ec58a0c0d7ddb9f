/* arrears-receipts.c: what is done with money after it came in, and credit notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-receipts.h"

#include "arrears-desk-private.h"
#include "arrears-ledger-invoices.h"
#include "arrears-measure-private.h"
#include "arrears-payment-private.h"
#include "arrears-write-off-private.h"

static void
free_line (gpointer data)
{
  ArrearsReceiptLine *line = data;

  g_clear_object (&line->receipt);
  g_clear_pointer (&line->parts, g_ptr_array_unref);
  g_free (line);
}

static void
free_part (gpointer data)
{
  g_free (((ArrearsPaymentPart *) data)->invoice_number);
  g_free (data);
}

static GHashTable *
add_lines (GPtrArray *lines, GPtrArray *receipts)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < receipts->len; i++)
    {
      ArrearsReceiptLine *line = g_new0 (ArrearsReceiptLine, 1);

      line->receipt = g_object_ref (g_ptr_array_index (receipts, i));
      line->parts = g_ptr_array_new_with_free_func (free_part);
      g_ptr_array_add (lines, line);
      g_hash_table_insert (by_id, &line->receipt->id, line);
    }
  return by_id;
}

static gboolean
add_parts (ArrearsDesk *desk, GHashTable *lines, const GArray *allocations, GError **error)
{
  g_autofree gint64 *ids = g_new (gint64, allocations->len + 1);
  g_autoptr (GPtrArray) invoices = NULL;

  for (guint i = 0; i < allocations->len; i++)
    ids[i] = g_array_index (allocations, ArrearsAllocation, i).invoice_id;
  invoices = arrears_ledger_load_invoices (arrears_desk_get_ledger (desk), ids, allocations->len,
                                           arrears_desk_get_as_of (desk), error);
  for (guint i = 0; invoices != NULL && i < allocations->len; i++)
    {
      const ArrearsAllocation *allocation = &g_array_index (allocations, ArrearsAllocation, i);
      ArrearsReceiptLine *line = g_hash_table_lookup (lines, &allocation->receipt_id);
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);
      ArrearsPaymentPart *part;

      if (line == NULL)
        continue;
      part = g_new0 (ArrearsPaymentPart, 1);
      part->invoice_id = allocation->invoice_id;
      part->invoice_number = g_strdup (invoice->number);
      part->part = allocation->part;
      part->amount = allocation->amount;
      g_ptr_array_add (line->parts, part);
    }
  return invoices != NULL;
}

GPtrArray *
arrears_receipts_load (ArrearsDesk *desk, gint64 customer_id, guint limit, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autoptr (ArrearsTransaction) reading = arrears_transaction_begin_reading (ledger, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  g_autoptr (GPtrArray) receipts = NULL;
  g_autoptr (GArray) allocations = NULL;
  g_autoptr (GHashTable) by_id = NULL;

  if (reading == NULL)
    return NULL;
  receipts = arrears_ledger_load_receipts (ledger, customer_id, ARREARS_RECEIPT_STATE_ALL, as_of,
                                           limit, error);
  if (receipts == NULL)
    return NULL;
  allocations = arrears_ledger_load_allocations (ledger, customer_id, as_of, error);
  if (allocations == NULL)
    return NULL;
  by_id = add_lines (lines, receipts);
  return add_parts (desk, by_id, allocations, error) ? g_steal_pointer (&lines) : NULL;
}

/* The receipts of a customer of which something is unapplied, the oldest first. */
static GPtrArray *
load_unapplied (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) receipts = arrears_ledger_load_receipts (
      arrears_desk_get_ledger (desk), customer_id, ARREARS_RECEIPT_STATE_VALID,
      arrears_desk_get_as_of (desk), G_MAXINT, error);
  g_autoptr (GPtrArray) unapplied = g_ptr_array_new_with_free_func (g_object_unref);

  if (receipts == NULL)
    return NULL;
  for (guint i = receipts->len; i > 0; i--)
    {
      ArrearsReceipt *receipt = g_ptr_array_index (receipts, i - 1);

      if (receipt->unapplied.fen > 0)
        g_ptr_array_add (unapplied, g_object_ref (receipt));
    }
  if (unapplied->len > 0)
    return g_steal_pointer (&unapplied);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE,
               "customer %" G_GINT64_FORMAT ": nothing is unapplied", customer_id);
  return NULL;
}

/* Takes from the shares what one receipt can pay of them. */
static GArray *
take_shares (ArrearsPaymentShare *shares, gsize n_shares, ArrearsReceipt *receipt)
{
  GArray *taken = g_array_new (FALSE, TRUE, sizeof (ArrearsPaymentShare));
  gboolean is_money = g_str_equal (receipt->kind, "receipt");
  ArrearsMoney left = receipt->unapplied;

  for (gsize i = 0; i < n_shares; i++)
    {
      ArrearsPaymentShare share = shares[i];

      share.amount = arrears_money_min (share.amount, left);
      if (share.amount.fen <= 0 || (!is_money && share.part != ARREARS_PART_PRINCIPAL))
        continue;
      left.fen -= share.amount.fen;
      shares[i].amount.fen -= share.amount.fen;
      g_array_append_val (taken, share);
    }
  return taken;
}

/* Allocates one receipt and adds to the result what that did. */
static gboolean
allocate_receipt (ArrearsDesk *desk, const ArrearsPayment *payment, ArrearsReceipt *receipt,
                  ArrearsPaymentResult *result, GError **error)
{
  g_autoptr (ArrearsSettling) settling = arrears_payment_load_settling (desk, payment, error);
  g_autoptr (GArray) allocations = NULL;
  gint64 designated;
  ArrearsMoney rest;

  if (settling == NULL || !arrears_payment_find_designated (desk, payment, &designated, error))
    return FALSE;
  if (!g_str_equal (receipt->kind, "receipt"))
    arrears_settling_set_principal_alone (settling);
  allocations = arrears_payment_plan (settling, payment, designated, &rest, error);
  if (allocations == NULL)
    return FALSE;
  result->unapplied.fen += rest.fen;
  arrears_payment_result_add (result, settling, allocations);
  return arrears_payment_result_add_leftovers (result, desk, settling, allocations, error)
         && arrears_settling_allocate (desk, receipt->id, allocations, error);
}

static gboolean
check_shares (const ArrearsPaymentShare *shares, gsize n_shares, GError **error)
{
  for (gsize i = 0; i < n_shares; i++)
    if (shares[i].amount.fen != 0)
      {
        g_autofree char *amount = arrears_money_to_string (shares[i].amount);

        g_set_error (error, ARREARS_ERROR,
                     shares[i].amount.fen < 0 ? ARREARS_ERROR_AMOUNT_SIGN
                                              : ARREARS_ERROR_PAID_EXCEEDS,
                     "%s to invoice %s: expected no more than is unapplied", amount,
                     shares[i].invoice_number);
        return FALSE;
      }
  return TRUE;
}

/* Each receipt counts from the day it came in. */
static gboolean
allocate_receipts (ArrearsDesk *desk, const ArrearsPayment *payment, GPtrArray *receipts,
                   ArrearsPaymentResult *result, GError **error)
{
  g_autofree ArrearsPaymentShare *shares
      = g_memdup2 (payment->shares, payment->n_shares * sizeof (ArrearsPaymentShare));

  for (guint i = 0; i < receipts->len; i++)
    {
      ArrearsReceipt *receipt = g_ptr_array_index (receipts, i);
      ArrearsPayment part = *payment;
      g_autoptr (GArray) taken = take_shares (shares, payment->n_shares, receipt);

      part.amount = receipt->unapplied;
      part.on = receipt->received_on;
      part.shares = (const ArrearsPaymentShare *) (gpointer) taken->data;
      part.n_shares = taken->len;
      if (payment->n_shares > 0 && taken->len == 0)
        result->unapplied.fen += receipt->unapplied.fen;
      else if (!allocate_receipt (desk, &part, receipt, result, error))
        return FALSE;
    }
  return check_shares (shares, payment->n_shares, error);
}

static ArrearsMoney
sum_parts (const ArrearsPaymentResult *result)
{
  ArrearsMoney sum = ARREARS_MONEY_ZERO;

  for (guint i = 0; i < result->parts->len; i++)
    sum.fen += ((const ArrearsPaymentPart *) g_ptr_array_index (result->parts, i))->amount.fen;
  return sum;
}

/* A preview does it, and takes it back. */
static ArrearsPaymentResult *
allocate (ArrearsDesk *desk, const ArrearsPayment *payment, gboolean is_preview, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction
      = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  g_autoptr (ArrearsPaymentResult) result = arrears_payment_result_new ();
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (ARREARS_LOG_ALLOCATED, payment->customer_id, "");
  g_autoptr (GPtrArray) receipts = NULL;

  if (transaction == NULL)
    return NULL;
  receipts = load_unapplied (desk, payment->customer_id, error);
  if (receipts == NULL || !allocate_receipts (desk, payment, receipts, result, error))
    return NULL;
  entry->amount = sum_parts (result);
  if (!is_preview && entry->amount.fen > 0
      && (!arrears_desk_log (desk, entry, error)
          || !arrears_desk_commit (desk, transaction, error)))
    return NULL;
  return g_steal_pointer (&result);
}

ArrearsPaymentResult *
arrears_receipts_preview_allocating (ArrearsDesk *desk, const ArrearsPayment *payment,
                                     GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return allocate (desk, payment, TRUE, error);
}

ArrearsPaymentResult *
arrears_receipts_allocate (ArrearsDesk *desk, const ArrearsPayment *payment, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return allocate (desk, payment, FALSE, error);
}

/* A receipt that holds. ARREARS_ERROR_NOT_FOUND. */
static ArrearsReceipt *
load_receipt (ArrearsDesk *desk, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsReceipt) receipt
      = arrears_ledger_load_receipt (arrears_desk_get_ledger (desk), id, &failure);

  if (receipt != NULL && !arrears_day_is_set (receipt->voided_on))
    return g_steal_pointer (&receipt);
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "receipt %" G_GINT64_FORMAT ": there is none that holds", id);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
check_refund (ArrearsDesk *desk, ArrearsReceipt *receipt, const ArrearsRefund *refund,
              GError **error)
{
  g_autofree char *amount = arrears_money_to_string (refund->amount);
  g_autofree char *most = arrears_money_to_string (receipt->unapplied);
  g_autofree char *on = arrears_day_to_string (refund->on);
  g_autofree char *first = arrears_day_to_string (receipt->received_on);

  if (!arrears_payment_check (desk, refund->amount, refund->on, error))
    return FALSE;
  if (!g_str_equal (receipt->kind, "receipt"))
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                 "%s %" G_GINT64_FORMAT " is no money that could be paid back", receipt->kind,
                 receipt->id);
  else if (arrears_day_compare (refund->on, receipt->received_on) < 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                 "paid back on %s: expected a day not before %s, when it was received", on, first);
  else if (arrears_money_compare (refund->amount, receipt->unapplied) > 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS,
                 "%s paid back: expected no more than the %s that is unapplied", amount, most);
  else
    return TRUE;
  return FALSE;
}

gboolean
arrears_receipts_refund (ArrearsDesk *desk, const ArrearsRefund *refund, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsReceipt) receipt = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  const ArrearsAllocation back = { .receipt_id = refund->receipt_id,
                                   .part = ARREARS_PART_REFUND,
                                   .allocated_on = refund->on,
                                   .amount = refund->amount };

  if (transaction == NULL)
    return FALSE;
  receipt = load_receipt (desk, refund->receipt_id, error);
  if (receipt == NULL || !check_refund (desk, receipt, refund, error))
    return FALSE;
  entry = arrears_desk_new_entry (ARREARS_LOG_REFUNDED, receipt->customer_id, receipt->reference);
  entry->day = refund->on;
  entry->amount = refund->amount;
  arrears_record_set_text (&entry->note, refund->reason);
  return arrears_ledger_insert_allocation (ledger, &back, error)
         && arrears_desk_log (desk, entry, error) && arrears_desk_commit (desk, transaction, error);
}

gboolean
arrears_receipts_void (ArrearsDesk *desk, gint64 receipt_id, const char *reason, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsReceipt) receipt = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;

  if (transaction == NULL)
    return FALSE;
  receipt = load_receipt (desk, receipt_id, error);
  if (receipt == NULL || !arrears_measure_need (reason, "reason", error))
    return FALSE;
  if (g_str_equal (receipt->kind, "write_off"))
    return arrears_write_off_take_back (desk, receipt, reason, error)
           && arrears_desk_commit (desk, transaction, error);
  entry = arrears_desk_new_entry (ARREARS_LOG_RECEIPT_VOIDED, receipt->customer_id,
                                  receipt->reference);
  entry->amount = receipt->amount;
  arrears_measure_set_note (entry, receipt->kind, reason);
  return arrears_ledger_undo_receipt_allocations (ledger, receipt_id, error)
         && arrears_ledger_void_receipt (ledger, receipt_id, reason, error)
         && arrears_desk_log (desk, entry, error) && arrears_desk_commit (desk, transaction, error);
}

static ArrearsReceipt *
create_credit_note (const ArrearsCreditNote *note)
{
  ArrearsReceipt *receipt = arrears_receipt_new ();

  receipt->customer_id = note->customer_id;
  arrears_record_set_text (&receipt->kind, "credit_note");
  receipt->received_on = note->on;
  receipt->amount = note->amount;
  arrears_record_set_text (&receipt->reference, note->number);
  arrears_record_set_text (&receipt->note, note->note);
  return receipt;
}

/* Stores the note with what it pays; NULL on error. */
static ArrearsPaymentResult *
store_credit_note (ArrearsDesk *desk, const ArrearsCreditNote *note, GError **error)
{
  const ArrearsPayment payment = { .customer_id = note->customer_id,
                                   .amount = note->amount,
                                   .on = note->on,
                                   .invoice_number = note->invoice_number };
  g_autoptr (ArrearsPaymentResult) result = arrears_payment_result_new ();
  g_autoptr (ArrearsReceipt) receipt = create_credit_note (note);
  g_autoptr (ArrearsSettling) settling = arrears_payment_load_settling (desk, &payment, error);
  g_autoptr (GArray) allocations = NULL;
  gint64 designated;

  if (settling == NULL || !arrears_payment_find_designated (desk, &payment, &designated, error))
    return NULL;
  arrears_settling_set_principal_alone (settling);
  allocations = arrears_settling_split (settling, note->amount, designated, &result->unapplied);
  arrears_payment_result_add (result, settling, allocations);
  if (!arrears_payment_result_add_leftovers (result, desk, settling, allocations, error))
    return NULL;
  result->receipt_id = arrears_settling_store (desk, receipt, allocations, error);
  return result->receipt_id != 0 ? g_steal_pointer (&result) : NULL;
}

ArrearsPaymentResult *
arrears_receipts_credit (ArrearsDesk *desk, const ArrearsCreditNote *note, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsPaymentResult) result = NULL;
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (ARREARS_LOG_CREDITED, note->customer_id, note->number);

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  if (!arrears_measure_need (note->number, "number of the credit note", error)
      || !arrears_payment_check (desk, note->amount, note->on, error))
    return NULL;
  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  if (transaction == NULL)
    return NULL;
  entry->day = note->on;
  entry->amount = note->amount;
  arrears_record_set_text (&entry->note, note->note);
  result = store_credit_note (desk, note, error);
  if (result == NULL || !arrears_desk_log (desk, entry, error)
      || !arrears_desk_commit (desk, transaction, error))
    return NULL;
  return g_steal_pointer (&result);
}

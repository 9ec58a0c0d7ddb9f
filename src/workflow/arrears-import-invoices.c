/* arrears-import-invoices.c: taking invoices, what was paid of them, and credit notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-taking-private.h"

#include "arrears-due-day.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-receipts.h"
#include "arrears-settling.h"

static ArrearsDay
get_due_day (ArrearsCustomer *customer, const ArrearsInvoiceRow *row)
{
  if (arrears_day_is_set (row->due_date))
    return row->due_date;
  return arrears_due_day_from_terms (row->invoice_date, row->delivered_on, customer->terms_days);
}

/* The day that the user named, else today's. */
static ArrearsDay
get_named_day (const ArrearsImportTaking *taking)
{
  return arrears_day_is_set (taking->options->paid_on) ? taking->options->paid_on
                                                       : arrears_desk_get_as_of (taking->desk);
}

/* By the rule, and no later than today. */
static ArrearsDay
get_paid_day (const ArrearsImportTaking *taking, ArrearsInvoice *invoice)
{
  ArrearsDay as_of = arrears_desk_get_as_of (taking->desk);
  ArrearsDay day;

  switch (taking->options->paid_rule)
    {
    case ARREARS_PAID_ON_DUE_DAY:
      day = invoice->due_on;
      break;
    case ARREARS_PAID_ON_ISSUE_DAY:
      day = invoice->issued_on;
      break;
    case ARREARS_PAID_ON_DAY:
    default:
      day = get_named_day (taking);
      break;
    }
  return arrears_day_compare (day, as_of) < 0 ? day : as_of;
}

/* A receipt for what a sheet says was paid of an invoice, allocated to that invoice. */
static gboolean
receive_on_invoice (ArrearsImportTaking *taking, ArrearsInvoice *invoice, ArrearsMoney amount,
                    ArrearsDay on, GError **error)
{
  g_autoptr (ArrearsReceipt) receipt = arrears_receipt_new ();
  ArrearsAllocation allocation = { .invoice_id = invoice->id, .amount = amount };

  taking->has_written = TRUE;
  receipt->customer_id = invoice->customer_id;
  arrears_record_set_text (&receipt->kind, "receipt");
  receipt->received_on = on;
  receipt->amount = amount;
  arrears_record_set_text (&receipt->reference, invoice->number);
  allocation.allocated_on = arrears_day_max (on, invoice->issued_on);
  allocation.receipt_id = arrears_ledger_insert_receipt (taking->ledger, receipt, error);
  return allocation.receipt_id != 0
         && arrears_ledger_insert_allocation (taking->ledger, &allocation, error);
}

static ArrearsInvoice *
create_invoice (ArrearsImportTaking *taking, ArrearsCustomer *customer,
                const ArrearsInvoiceRow *row, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_invoice_new ();

  invoice->customer_id = customer->id;
  arrears_record_set_text (&invoice->number, row->invoice_number);
  arrears_record_set_text (&invoice->fapiao_number, row->fapiao_number);
  arrears_record_set_text (&invoice->order_number, row->order_number);
  arrears_record_set_text (&invoice->delivery_number, row->delivery_number);
  arrears_record_set_text (&invoice->note, row->note);
  invoice->issued_on = row->invoice_date;
  invoice->delivered_on = row->delivered_on;
  invoice->due_on = get_due_day (customer, row);
  invoice->amount = row->amount;
  if (row->contract_number[0] != '\0')
    {
      invoice->contract_id = arrears_ledger_ensure_contract (taking->ledger, customer->id,
                                                             row->contract_number, error);
      if (invoice->contract_id == 0)
        return NULL;
    }
  invoice->id = arrears_ledger_insert_invoice (taking->ledger, invoice, error);
  return invoice->id != 0 ? g_steal_pointer (&invoice) : NULL;
}

static gboolean
take_new_invoice (ArrearsImportTaking *taking, ArrearsCustomer *found, const ArrearsInvoiceRow *row,
                  GError **error)
{
  ArrearsCustomer *customer = arrears_import_taking_ensure_debtor (
      taking, found, row->customer_code, row->customer_name, error);
  g_autoptr (ArrearsInvoice) invoice = NULL;

  taking->has_written = TRUE;
  invoice = customer != NULL ? create_invoice (taking, customer, row, error) : NULL;
  if (invoice == NULL
      || (row->paid_amount.fen > 0
          && !receive_on_invoice (taking, invoice, row->paid_amount, get_paid_day (taking, invoice),
                                  error)))
    return FALSE;
  taking->report->n_added++;
  return TRUE;
}

static gboolean
is_same_invoice (ArrearsInvoice *known, ArrearsCustomer *customer, const ArrearsInvoiceRow *row)
{
  return customer != NULL && known->customer_id == customer->id
         && known->amount.fen == row->amount.fen
         && arrears_day_compare (known->issued_on, row->invoice_date) == 0
         && (!arrears_day_is_set (row->due_date)
             || arrears_day_compare (known->due_on, row->due_date) == 0);
}

static void
reject_other_content (ArrearsImportTaking *taking, const ArrearsInvoiceRow *row)
{
  arrears_import_taking_reject_row (taking, row->row, ARREARS_IMPORT_FIELD_INVOICE_NUMBER,
                                    row->invoice_number, ARREARS_ERROR_DUPLICATE,
                                    "this number is taken, with another customer, amount or day");
}

/* A credit note, or money that the other program allocated otherwise, has paid it in part. */
static void
reject_beyond_open (ArrearsImportTaking *taking, ArrearsInvoice *known,
                    const ArrearsInvoiceRow *row)
{
  g_autofree char *paid = arrears_money_to_string (row->paid_amount);
  g_autofree char *open = arrears_money_to_string (known->open);
  g_autoptr (GError) why
      = g_error_new (ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS,
                     "more was paid than what is open of the invoice, %s, allows", open);

  arrears_import_taking_reject (taking, row->row, ARREARS_IMPORT_FIELD_PAID_AMOUNT, paid, why);
}

/* The ledger has the invoice already; a paid amount that has grown is received. */
static gboolean
take_known_invoice (ArrearsImportTaking *taking, ArrearsInvoice *known,
                    const ArrearsInvoiceRow *row, GError **error)
{
  ArrearsMoney received;
  ArrearsMoney grown;

  if (!arrears_ledger_sum_received (taking->ledger, known->id, &received, error))
    return FALSE;
  grown = arrears_money (row->paid_amount.fen - received.fen);
  if (grown.fen <= 0)
    {
      taking->report->n_unchanged++;
      return TRUE;
    }
  if (arrears_money_compare (grown, known->open) > 0)
    {
      reject_beyond_open (taking, known, row);
      return TRUE;
    }
  if (!receive_on_invoice (taking, known, grown, get_named_day (taking), error))
    return FALSE;
  taking->report->n_updated++;
  return TRUE;
}

static gboolean
take_credit_note (ArrearsImportTaking *taking, ArrearsCustomer *found, const ArrearsInvoiceRow *row,
                  GError **error)
{
  ArrearsCustomer *customer = arrears_import_taking_ensure_debtor (
      taking, found, row->customer_code, row->customer_name, error);
  g_autoptr (ArrearsReceipt) note = arrears_receipt_new ();

  taking->has_written = TRUE;
  if (customer == NULL)
    return FALSE;
  note->customer_id = customer->id;
  arrears_record_set_text (&note->kind, "credit_note");
  note->received_on = row->invoice_date;
  note->amount = arrears_money (-row->amount.fen);
  arrears_record_set_text (&note->reference, row->invoice_number);
  arrears_record_set_text (&note->note, row->note);
  note->id = arrears_ledger_insert_receipt (taking->ledger, note, error);
  if (note->id == 0)
    return FALSE;
  g_ptr_array_add (taking->credit_notes, g_steal_pointer (&note));
  taking->report->n_added++;
  return TRUE;
}

static gboolean
take_credit_row (ArrearsImportTaking *taking, ArrearsCustomer *customer,
                 const ArrearsInvoiceRow *row, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsReceipt) known
      = arrears_ledger_find_credit_note (taking->ledger, row->invoice_number, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (known == NULL)
    return take_credit_note (taking, customer, row, error);
  if (customer != NULL && known->customer_id == customer->id
      && known->amount.fen == -row->amount.fen
      && arrears_day_compare (known->received_on, row->invoice_date) == 0)
    taking->report->n_unchanged++;
  else
    reject_other_content (taking, row);
  return TRUE;
}

static gboolean
take_debit_row (ArrearsImportTaking *taking, ArrearsCustomer *customer,
                const ArrearsInvoiceRow *row, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) known = arrears_ledger_find_invoice (
      taking->ledger, row->invoice_number, ARREARS_SETTLING_NOW, &failure);
  gboolean is_voided;
  gboolean is_same;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  is_voided = known != NULL && g_str_equal (known->ended_how, "voided");
  is_same = known != NULL && is_same_invoice (known, customer, row);
  if (known == NULL || (is_voided && !is_same))
    return take_new_invoice (taking, customer, row, error);
  if (is_voided)
    {
      taking->report->n_unchanged++;
      return TRUE;
    }
  if (is_same)
    return take_known_invoice (taking, known, row, error);
  reject_other_content (taking, row);
  return TRUE;
}

/* What can be said of an invoice row by itself. */
static gboolean
check_invoice_row (ArrearsImportTaking *taking, const ArrearsInvoiceRow *row)
{
  g_autofree char *paid = arrears_money_to_string (row->paid_amount);

  if (row->amount.fen == 0)
    arrears_import_taking_reject_row (
        taking, row->row, ARREARS_IMPORT_FIELD_AMOUNT, "0.00", ARREARS_ERROR_AMOUNT_SIGN,
        "the amount is zero: expected an amount, negative for a credit note");
  else if (row->paid_amount.fen < 0 || (row->amount.fen < 0 && row->paid_amount.fen != 0))
    arrears_import_taking_reject_row (
        taking, row->row, ARREARS_IMPORT_FIELD_PAID_AMOUNT, paid, ARREARS_ERROR_AMOUNT_SIGN,
        "the paid amount: expected zero or more, and nothing on a credit note");
  else if (row->amount.fen > 0 && row->paid_amount.fen > row->amount.fen)
    arrears_import_taking_reject_row (taking, row->row, ARREARS_IMPORT_FIELD_PAID_AMOUNT, paid,
                                      ARREARS_ERROR_PAID_EXCEEDS,
                                      "more was paid than the amount of the invoice");
  else
    return TRUE;
  return FALSE;
}

static void
warn_of_repeat (ArrearsImportTaking *taking, const ArrearsInvoiceRow *row, guint first_row)
{
  g_autoptr (GError) why = g_error_new (ARREARS_ERROR, ARREARS_ERROR_REPEATED,
                                        "the same invoice stands in row %u already", first_row);

  arrears_import_taking_warn (taking, row->row, ARREARS_IMPORT_FIELD_INVOICE_NUMBER,
                              row->invoice_number, why);
}

static gboolean
add_to_sums (ArrearsImportTaking *taking, const ArrearsInvoiceRow *row, GError **error)
{
  return arrears_money_accumulate (&taking->report->amount, row->amount, error)
         && arrears_money_accumulate (&taking->report->paid, row->paid_amount, error);
}

gboolean
arrears_import_taking_take_invoice (ArrearsImportTaking *taking, const ArrearsInvoiceRow *row,
                                    GError **error)
{
  ArrearsCustomer *customer;
  guint n_rejected = taking->report->n_rejected;
  GHashTable *rows = row->amount.fen > 0 ? taking->rows_by_number : taking->rows_by_credit_number;
  guint first_row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, row->invoice_number));

  if (!check_invoice_row (taking, row))
    return TRUE;
  if (!arrears_import_taking_find_debtor (taking, row->row, row->customer_code, row->customer_name,
                                          &customer, error))
    return FALSE;
  if (!(row->amount.fen > 0 ? take_debit_row (taking, customer, row, error)
                            : take_credit_row (taking, customer, row, error)))
    return FALSE;
  if (taking->report->n_rejected != n_rejected)
    return TRUE;
  if (first_row != 0)
    {
      warn_of_repeat (taking, row, first_row);
      return TRUE;
    }
  g_hash_table_insert (rows, g_strdup (row->invoice_number), GUINT_TO_POINTER (row->row));
  return add_to_sums (taking, row, error);
}

gboolean
arrears_import_taking_allocate_credit_notes (ArrearsImportTaking *taking, GError **error)
{
  for (guint i = 0; i < taking->credit_notes->len; i++)
    {
      ArrearsReceipt *note = g_ptr_array_index (taking->credit_notes, i);
      ArrearsMoney rest;
      g_autoptr (GArray) allocations
          = arrears_settling_plan_receipt (taking->desk, note, 0, &rest, error);

      if (allocations == NULL
          || !arrears_settling_allocate (taking->desk, note->id, allocations, error))
        return FALSE;
    }
  return TRUE;
}

/* arrears-import-taking.c: putting the rows of a read file into the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-taking.h"

#include "arrears-desk-private.h"
#include "arrears-due-day.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-receipts.h"
#include "arrears-settling.h"

enum
{
  ROWS_A_PROGRESS = 500,
};

typedef struct
{
  ArrearsDesk *desk;
  ArrearsLedger *ledger;
  const ArrearsImportOptions *options;
  ArrearsImportReport *report;
  GHashTable *customers_by_code;     /* char * -> ArrearsCustomer, owned by the table */
  GHashTable *customers_by_name;     /* the same records */
  GHashTable *rows_by_number;        /* numbers of this file -> row */
  GHashTable *rows_by_credit_number; /* the same of credit notes, which may repeat an invoice's */
  GHashTable *equal_payments;        /* key of a payment -> Repeats */
  GArray *credit_notes;              /* of CreditNote: allocated after all invoices are in */

  /* Of the row at hand: */
  ArrearsImportField sought_field; /* what was looked up last, and in which words */
  const char *sought;
  gboolean has_written; /* a part of it is in the ledger */
} Taking;

/* Payments that are alike in customer, day, amount and reference. */
typedef struct
{
  int n_before; /* in the ledger before this file */
  int n_seen;   /* in this file */
} Repeats;

typedef struct
{
  gint64 id;
  gint64 customer_id;
  ArrearsDay issued_on;
  ArrearsMoney amount;
} CreditNote;

static void
init_taking (Taking *taking, ArrearsDesk *desk, const ArrearsImportOptions *options,
             ArrearsImportReport *report)
{
  *taking = (Taking) {
    .desk = desk,
    .ledger = arrears_desk_get_ledger (desk),
    .options = options,
    .report = report,
    .customers_by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref),
    .customers_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref),
    .rows_by_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .rows_by_credit_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .equal_payments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .credit_notes = g_array_new (FALSE, FALSE, sizeof (CreditNote)),
  };
}

static void
clear_taking (Taking *taking)
{
  g_hash_table_unref (taking->customers_by_code);
  g_hash_table_unref (taking->customers_by_name);
  g_hash_table_unref (taking->rows_by_number);
  g_hash_table_unref (taking->rows_by_credit_number);
  g_hash_table_unref (taking->equal_payments);
  g_array_unref (taking->credit_notes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taking, clear_taking)

/* The fault's message is what the error says. */
static void
add_fault (Taking *taking, guint row, ArrearsImportField field, const char *text,
           const GError *why, gboolean is_warning)
{
  ArrearsImportFault *fault = g_new0 (ArrearsImportFault, 1);

  fault->row = row;
  fault->column = g_strdup (arrears_import_field_to_word (field));
  fault->field = field;
  fault->text = g_strdup (text);
  fault->code = (ArrearsError) why->code;
  fault->message = g_strdup (why->message);
  fault->is_warning = is_warning;
  g_ptr_array_add (taking->report->faults, fault);
}

static void
reject (Taking *taking, guint row, ArrearsImportField field, const char *text, const GError *why)
{
  add_fault (taking, row, field, text, why, FALSE);
  taking->report->n_rejected++;
}

static void
reject_row (Taking *taking, guint row, ArrearsImportField field, const char *text,
            ArrearsError code, const char *message)
{
  g_autoptr (GError) why = g_error_new_literal (ARREARS_ERROR, (int) code, message);

  reject (taking, row, field, text, why);
}

/* Errors of the row, not of the ledger: the row is rejected and the work goes on. A row of which a
 * part is written cannot be left out; what can be wrong with a row is asked before.
 */
static gboolean
is_of_row (const Taking *taking, const GError *error)
{
  return !taking->has_written && arrears_error_get_status (error) == 1
         && !g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_CANCELLED);
}

static void
remember_customer (Taking *taking, ArrearsCustomer *customer)
{
  g_hash_table_insert (taking->customers_by_code, g_strdup (customer->code),
                       g_object_ref (customer));
  g_hash_table_insert (taking->customers_by_name, g_strdup (customer->name),
                       g_object_ref (customer));
}

/* Borrowed; NULL without error where neither the file nor the ledger knows the customer. */
static ArrearsCustomer *
find_customer (Taking *taking, const char *code, const char *name, GError **error)
{
  gboolean by_code = code[0] != '\0';
  ArrearsCustomer *known = by_code ? g_hash_table_lookup (taking->customers_by_code, code)
                                   : g_hash_table_lookup (taking->customers_by_name, name);
  g_autoptr (ArrearsCustomer) found = NULL;

  taking->sought_field = by_code ? ARREARS_IMPORT_FIELD_CUSTOMER_CODE
                                 : ARREARS_IMPORT_FIELD_CUSTOMER_NAME;
  taking->sought = by_code ? code : name;
  if (known != NULL)
    return known;
  found = by_code ? arrears_ledger_find_customer (taking->ledger, code, error)
                  : arrears_ledger_find_customer_by_name (taking->ledger, name, error);
  if (found != NULL)
    remember_customer (taking, found);
  return found;
}

static gboolean
insert_customer (Taking *taking, ArrearsCustomer *customer, GError **error)
{
  taking->has_written = TRUE;
  if (customer->code[0] == '\0')
    {
      g_autofree char *code = arrears_ledger_suggest_customer_code (taking->ledger, error);

      if (code == NULL)
        return FALSE;
      arrears_record_set_text (&customer->code, code);
    }
  if (customer->name[0] == '\0')
    arrears_record_set_text (&customer->name, customer->code);
  customer->id = arrears_ledger_insert_customer (taking->ledger, customer, error);
  if (customer->id == 0)
    return FALSE;
  remember_customer (taking, customer);
  return TRUE;
}

static void
warn_of_other_name (Taking *taking, guint row, ArrearsCustomer *customer, const char *name)
{
  g_autoptr (GError) why
      = g_error_new (ARREARS_ERROR, ARREARS_ERROR_NAME_DIFFERS,
                     "customer %s is called %s in the ledger", customer->code, customer->name);

  add_fault (taking, row, ARREARS_IMPORT_FIELD_CUSTOMER_NAME, name, why, TRUE);
}

/* As find_customer(), with a warning where the file calls the customer by another name. */
static gboolean
find_debtor (Taking *taking, guint row, const char *code, const char *name,
             ArrearsCustomer **customer, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *customer = find_customer (taking, code, name, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (*customer != NULL && name[0] != '\0' && !g_str_equal (name, (*customer)->name))
    warn_of_other_name (taking, row, *customer, name);
  return TRUE;
}

/* The customer that was found, or made where a row that is taken names a new one. Borrowed. */
static ArrearsCustomer *
ensure_debtor (Taking *taking, ArrearsCustomer *found, const char *code, const char *name,
               GError **error)
{
  g_autoptr (ArrearsCustomer) made = NULL;

  if (found != NULL)
    return found;
  made = arrears_customer_new ();
  arrears_record_set_text (&made->code, code);
  arrears_record_set_text (&made->name, name);
  made->terms_days = -1;
  if (!insert_customer (taking, made, error))
    return NULL;
  taking->report->n_new_customers++;
  return made;
}

/* Takes the value where the file has one; says whether that changed anything. */
static gboolean
merge_text (char **member, const char *text)
{
  if (text[0] == '\0' || g_str_equal (*member, text))
    return FALSE;
  arrears_record_set_text (member, text);
  return TRUE;
}

static gboolean
merge_customer (ArrearsCustomer *customer, const ArrearsCustomerRow *row)
{
  gboolean is_changed = merge_text (&customer->name, row->customer_name);

  is_changed |= merge_text (&customer->uscc, row->uscc);
  is_changed |= merge_text (&customer->address, row->address);
  is_changed |= merge_text (&customer->contact, row->contact);
  is_changed |= merge_text (&customer->phone, row->phone);
  is_changed |= merge_text (&customer->email, row->email);
  is_changed |= merge_text (&customer->industry, row->industry);
  if (row->terms_days >= 0 && row->terms_days != customer->terms_days)
    {
      customer->terms_days = row->terms_days;
      is_changed = TRUE;
    }
  if (row->has_credit_limit && row->credit_limit.fen != customer->credit_limit.fen)
    {
      customer->credit_limit = row->credit_limit;
      is_changed = TRUE;
    }
  if (row->has_grade && (int) row->grade != customer->grade)
    {
      customer->grade = (int) row->grade;
      is_changed = TRUE;
    }
  return is_changed;
}

static gboolean
take_new_customer (Taking *taking, const ArrearsCustomerRow *row, GError **error)
{
  g_autoptr (ArrearsCustomer) customer = arrears_customer_new ();

  customer->terms_days = -1;
  arrears_record_set_text (&customer->code, row->customer_code);
  merge_customer (customer, row);
  if (!insert_customer (taking, customer, error))
    return FALSE;
  taking->report->n_added++;
  return TRUE;
}

static gboolean
take_known_customer (Taking *taking, ArrearsCustomer *known, const ArrearsCustomerRow *row,
                     GError **error)
{
  g_autoptr (ArrearsCustomer) customer = arrears_record_copy (known);

  if (!merge_customer (customer, row))
    {
      taking->report->n_unchanged++;
      return TRUE;
    }
  taking->has_written = TRUE;
  if (!arrears_ledger_update_customer (taking->ledger, customer, error))
    return FALSE;
  remember_customer (taking, customer);
  taking->report->n_updated++;
  return TRUE;
}

static gboolean
take_customer (Taking *taking, const ArrearsCustomerRow *row, GError **error)
{
  g_autoptr (GError) failure = NULL;
  ArrearsCustomer *known
      = find_customer (taking, row->customer_code, row->customer_name, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return known != NULL ? take_known_customer (taking, known, row, error)
                       : take_new_customer (taking, row, error);
}

static ArrearsDay
get_due_day (ArrearsCustomer *customer, const ArrearsInvoiceRow *row)
{
  if (arrears_day_is_set (row->due_date))
    return row->due_date;
  if (customer->terms_days < 0 && arrears_day_is_set (row->delivered_on))
    return row->delivered_on;
  return arrears_due_day_from_terms (row->invoice_date, customer->terms_days);
}

/* The day that the user named, else today's. */
static ArrearsDay
get_named_day (const Taking *taking)
{
  return arrears_day_is_set (taking->options->paid_on) ? taking->options->paid_on
                                                       : arrears_desk_get_as_of (taking->desk);
}

static ArrearsDay
get_paid_day (const Taking *taking, ArrearsInvoice *invoice)
{
  ArrearsDay as_of = arrears_desk_get_as_of (taking->desk);

  switch (taking->options->paid_rule)
    {
    case ARREARS_PAID_ON_DUE_DAY:
      return arrears_day_compare (invoice->due_on, as_of) < 0 ? invoice->due_on : as_of;
    case ARREARS_PAID_ON_ISSUE_DAY:
      return invoice->issued_on;
    case ARREARS_PAID_ON_DAY:
    default:
      return get_named_day (taking);
    }
}

/* A receipt for what a sheet says was paid of an invoice, allocated to that invoice. */
static gboolean
receive_on_invoice (Taking *taking, ArrearsInvoice *invoice, ArrearsMoney amount, ArrearsDay on,
                    GError **error)
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
create_invoice (Taking *taking, ArrearsCustomer *customer, const ArrearsInvoiceRow *row,
                GError **error)
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
take_new_invoice (Taking *taking, ArrearsCustomer *found, const ArrearsInvoiceRow *row,
                  GError **error)
{
  ArrearsCustomer *customer
      = ensure_debtor (taking, found, row->customer_code, row->customer_name, error);
  g_autoptr (ArrearsInvoice) invoice = NULL;

  taking->has_written = TRUE;
  invoice = customer != NULL ? create_invoice (taking, customer, row, error) : NULL;
  if (invoice == NULL
      || (row->paid_amount.fen > 0
          && !receive_on_invoice (taking, invoice, row->paid_amount,
                                  get_paid_day (taking, invoice), error)))
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
reject_other_content (Taking *taking, const ArrearsInvoiceRow *row)
{
  reject_row (taking, row->row, ARREARS_IMPORT_FIELD_INVOICE_NUMBER, row->invoice_number,
              ARREARS_ERROR_DUPLICATE,
              "this number is taken, with another customer, amount or day");
}

/* A credit note, or money that the other program allocated otherwise, has paid it in part. */
static void
reject_beyond_open (Taking *taking, ArrearsInvoice *known, const ArrearsInvoiceRow *row)
{
  g_autofree char *paid = arrears_money_to_string (row->paid_amount);
  g_autofree char *open = arrears_money_to_string (known->open);
  g_autoptr (GError) why
      = g_error_new (ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS,
                     "more was paid than what is open of the invoice, %s, allows", open);

  reject (taking, row->row, ARREARS_IMPORT_FIELD_PAID_AMOUNT, paid, why);
}

/* The ledger has the invoice already; a paid amount that has grown is received. */
static gboolean
take_known_invoice (Taking *taking, ArrearsInvoice *known, const ArrearsInvoiceRow *row,
                    GError **error)
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
take_credit_note (Taking *taking, ArrearsCustomer *found, const ArrearsInvoiceRow *row,
                  GError **error)
{
  ArrearsCustomer *customer
      = ensure_debtor (taking, found, row->customer_code, row->customer_name, error);
  g_autoptr (ArrearsReceipt) note = arrears_receipt_new ();
  CreditNote pending = { .issued_on = row->invoice_date,
                         .amount = arrears_money (-row->amount.fen) };

  taking->has_written = TRUE;
  if (customer == NULL)
    return FALSE;
  pending.customer_id = customer->id;
  note->customer_id = customer->id;
  arrears_record_set_text (&note->kind, "credit_note");
  note->received_on = row->invoice_date;
  note->amount = pending.amount;
  arrears_record_set_text (&note->reference, row->invoice_number);
  arrears_record_set_text (&note->note, row->note);
  pending.id = arrears_ledger_insert_receipt (taking->ledger, note, error);
  if (pending.id == 0)
    return FALSE;
  g_array_append_val (taking->credit_notes, pending);
  taking->report->n_added++;
  return TRUE;
}

static gboolean
take_credit_row (Taking *taking, ArrearsCustomer *customer, const ArrearsInvoiceRow *row,
                 GError **error)
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
take_debit_row (Taking *taking, ArrearsCustomer *customer, const ArrearsInvoiceRow *row,
                GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) known = arrears_ledger_find_invoice (
      taking->ledger, row->invoice_number, ARREARS_SETTLING_LAST_DAY, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (known == NULL)
    return take_new_invoice (taking, customer, row, error);
  if (is_same_invoice (known, customer, row))
    return take_known_invoice (taking, known, row, error);
  reject_other_content (taking, row);
  return TRUE;
}

/* What can be said of an invoice row by itself. */
static gboolean
check_invoice_row (Taking *taking, const ArrearsInvoiceRow *row)
{
  g_autofree char *paid = arrears_money_to_string (row->paid_amount);

  if (row->amount.fen == 0)
    reject_row (taking, row->row, ARREARS_IMPORT_FIELD_AMOUNT, "0.00", ARREARS_ERROR_AMOUNT_SIGN,
                "the amount is zero: expected an amount, negative for a credit note");
  else if (row->paid_amount.fen < 0 || (row->amount.fen < 0 && row->paid_amount.fen != 0))
    reject_row (taking, row->row, ARREARS_IMPORT_FIELD_PAID_AMOUNT, paid,
                ARREARS_ERROR_AMOUNT_SIGN,
                "the paid amount: expected zero or more, and nothing on a credit note");
  else if (row->amount.fen > 0 && row->paid_amount.fen > row->amount.fen)
    reject_row (taking, row->row, ARREARS_IMPORT_FIELD_PAID_AMOUNT, paid,
                ARREARS_ERROR_PAID_EXCEEDS, "more was paid than the amount of the invoice");
  else
    return TRUE;
  return FALSE;
}

static void
warn_of_repeat (Taking *taking, const ArrearsInvoiceRow *row, guint first_row)
{
  g_autoptr (GError) why = g_error_new (ARREARS_ERROR, ARREARS_ERROR_REPEATED,
                                        "the same invoice stands in row %u already", first_row);

  add_fault (taking, row->row, ARREARS_IMPORT_FIELD_INVOICE_NUMBER, row->invoice_number, why,
             TRUE);
}

static gboolean
add_to_sums (Taking *taking, const ArrearsInvoiceRow *row, GError **error)
{
  return arrears_money_accumulate (&taking->report->amount, row->amount, error)
         && arrears_money_accumulate (&taking->report->paid, row->paid_amount, error);
}

static gboolean
take_invoice (Taking *taking, const ArrearsInvoiceRow *row, GError **error)
{
  ArrearsCustomer *customer;
  guint n_rejected = taking->report->n_rejected;
  GHashTable *rows = row->amount.fen > 0 ? taking->rows_by_number : taking->rows_by_credit_number;
  guint first_row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, row->invoice_number));

  if (!check_invoice_row (taking, row))
    return TRUE;
  if (!find_debtor (taking, row->row, row->customer_code, row->customer_name, &customer, error))
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

static ArrearsReceipt *
create_receipt (ArrearsCustomer *customer, const ArrearsPaymentRow *row)
{
  ArrearsReceipt *receipt = arrears_receipt_new ();

  receipt->customer_id = customer->id;
  arrears_record_set_text (&receipt->kind, "receipt");
  receipt->received_on = row->date;
  receipt->amount = row->amount;
  arrears_record_set_text (&receipt->reference, row->reference);
  arrears_record_set_text (&receipt->note, row->note);
  return receipt;
}

/* Whether the ledger had this payment before this file: as often as it had an equal one. */
static gboolean
is_known_payment (Taking *taking, ArrearsReceipt *receipt, gboolean *is_known, GError **error)
{
  g_autofree char *key = g_strdup_printf (
      "%" G_GINT64_FORMAT "\n%d\n%" G_GINT64_FORMAT "\n%s", receipt->customer_id,
      receipt->received_on.number, receipt->amount.fen, receipt->reference);
  Repeats *repeats = g_hash_table_lookup (taking->equal_payments, key);

  if (repeats == NULL)
    {
      int n_before = arrears_ledger_count_receipts (taking->ledger, receipt, error);

      if (n_before < 0)
        return FALSE;
      repeats = g_new0 (Repeats, 1);
      repeats->n_before = n_before;
      g_hash_table_insert (taking->equal_payments, g_steal_pointer (&key), repeats);
    }
  *is_known = repeats->n_seen++ < repeats->n_before;
  return TRUE;
}

static gboolean
store_payment (Taking *taking, ArrearsReceipt *receipt, gint64 designated, GError **error)
{
  ArrearsMoney rest;
  g_autoptr (GArray) allocations
      = arrears_settling_plan (taking->desk, receipt->customer_id, receipt->amount,
                               receipt->received_on, designated, &rest, error);

  if (allocations == NULL)
    return FALSE;
  taking->has_written = TRUE;
  return arrears_settling_store (taking->desk, receipt, allocations, error) != 0;
}

static gboolean
take_payment_of (Taking *taking, ArrearsCustomer *customer, const ArrearsPaymentRow *row,
                 gint64 designated, GError **error)
{
  g_autoptr (ArrearsReceipt) receipt = create_receipt (customer, row);
  gboolean is_known;

  if (!is_known_payment (taking, receipt, &is_known, error)
      || (!is_known && !store_payment (taking, receipt, designated, error)))
    return FALSE;
  if (is_known)
    taking->report->n_unchanged++;
  else
    taking->report->n_added++;
  return arrears_money_accumulate (&taking->report->amount, row->amount, error);
}

static gboolean
find_designated (Taking *taking, ArrearsCustomer *customer, const ArrearsPaymentRow *row,
                 gint64 *designated, GError **error)
{
  *designated = 0;
  if (row->invoice_number[0] == '\0')
    return TRUE;
  taking->sought_field = ARREARS_IMPORT_FIELD_INVOICE_NUMBER;
  taking->sought = row->invoice_number;
  return arrears_settling_find_designated (taking->desk, customer != NULL ? customer->id : 0,
                                           row->invoice_number, designated, error);
}

static gboolean
take_payment (Taking *taking, const ArrearsPaymentRow *row, GError **error)
{
  ArrearsCustomer *customer;
  gint64 designated;

  if (arrears_day_compare (row->date, arrears_desk_get_as_of (taking->desk)) > 0)
    {
      g_autofree char *day = arrears_day_to_string (row->date);

      reject_row (taking, row->row, ARREARS_IMPORT_FIELD_DATE, day, ARREARS_ERROR_DAY_ORDER,
                  "the day lies in the future");
      return TRUE;
    }
  if (!find_debtor (taking, row->row, row->customer_code, row->customer_name, &customer, error)
      || !find_designated (taking, customer, row, &designated, error))
    return FALSE;
  customer = ensure_debtor (taking, customer, row->customer_code, row->customer_name, error);
  return customer != NULL && take_payment_of (taking, customer, row, designated, error);
}

static gboolean
take_row (Taking *taking, const ArrearsImportReading *reading, guint index, guint *row,
          GError **error)
{
  switch (reading->kind)
    {
    case ARREARS_IMPORT_CUSTOMERS:
      *row = g_array_index (reading->rows, ArrearsCustomerRow, index).row;
      return take_customer (taking, &g_array_index (reading->rows, ArrearsCustomerRow, index),
                            error);
    case ARREARS_IMPORT_INVOICES:
      *row = g_array_index (reading->rows, ArrearsInvoiceRow, index).row;
      return take_invoice (taking, &g_array_index (reading->rows, ArrearsInvoiceRow, index),
                           error);
    case ARREARS_IMPORT_PAYMENTS:
      *row = g_array_index (reading->rows, ArrearsPaymentRow, index).row;
      return take_payment (taking, &g_array_index (reading->rows, ArrearsPaymentRow, index),
                           error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Credit notes pay what is still open after the sheet's own paid amounts. */
static gboolean
allocate_credit_notes (Taking *taking, GError **error)
{
  for (guint i = 0; i < taking->credit_notes->len; i++)
    {
      const CreditNote *note = &g_array_index (taking->credit_notes, CreditNote, i);
      ArrearsMoney rest;
      g_autoptr (GArray) allocations
          = arrears_settling_plan (taking->desk, note->customer_id, note->amount,
                                   note->issued_on, 0, &rest, error);

      if (allocations == NULL
          || !arrears_settling_allocate (taking->desk, note->id, allocations, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
arrears_import_taking_run (ArrearsDesk *desk, const ArrearsImportReading *reading,
                           const ArrearsImportOptions *options, ArrearsImportReport *report,
                           ArrearsImportProgress progress, gpointer user_data, GError **error)
{
  g_auto (Taking) taking;

  init_taking (&taking, desk, options, report);
  for (guint i = 0; i < reading->rows->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      guint row = 0;

      taking.has_written = FALSE;
      if (!take_row (&taking, reading, i, &row, &failure))
        {
          if (!is_of_row (&taking, failure))
            {
              g_propagate_prefixed_error (error, g_steal_pointer (&failure), "row %u: ", row);
              return FALSE;
            }
          reject (&taking, row, taking.sought_field, taking.sought, failure);
        }
      if (!arrears_desk_goes_on (desk, error))
        return FALSE;
      if (progress != NULL && i % ROWS_A_PROGRESS == 0)
        progress ((double) i / reading->rows->len, user_data);
    }
  return allocate_credit_notes (&taking, error);
}

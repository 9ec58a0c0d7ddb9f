/* arrears-import-payments.c: taking payments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-taking-private.h"

#include "arrears-ledger-receipts.h"
#include "arrears-settling.h"

/* Payments that are alike in customer, day, amount and reference. */
typedef struct
{
  int n_before; /* in the ledger before this file */
  int n_seen;   /* in this file */
} Repeats;

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
is_known_payment (ArrearsImportTaking *taking, ArrearsReceipt *receipt, gboolean *is_known,
                  GError **error)
{
  g_autofree char *key
      = g_strdup_printf ("%" G_GINT64_FORMAT "\n%d\n%" G_GINT64_FORMAT "\n%s", receipt->customer_id,
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
store_payment (ArrearsImportTaking *taking, ArrearsReceipt *receipt, gint64 designated,
               GError **error)
{
  ArrearsMoney rest;
  g_autoptr (GArray) allocations
      = arrears_settling_plan_receipt (taking->desk, receipt, designated, &rest, error);

  if (allocations == NULL)
    return FALSE;
  taking->has_written = TRUE;
  return arrears_settling_store (taking->desk, receipt, allocations, error) != 0;
}

static gboolean
take_payment_of (ArrearsImportTaking *taking, ArrearsCustomer *customer,
                 const ArrearsPaymentRow *row, gint64 designated, GError **error)
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
find_designated (ArrearsImportTaking *taking, ArrearsCustomer *customer,
                 const ArrearsPaymentRow *row, gint64 *designated, GError **error)
{
  *designated = 0;
  if (row->invoice_number[0] == '\0')
    return TRUE;
  taking->sought_field = ARREARS_IMPORT_FIELD_INVOICE_NUMBER;
  taking->sought = row->invoice_number;
  return arrears_settling_find_designated (taking->desk, customer != NULL ? customer->id : 0,
                                           row->invoice_number, designated, error);
}

gboolean
arrears_import_taking_take_payment (ArrearsImportTaking *taking, const ArrearsPaymentRow *row,
                                    GError **error)
{
  ArrearsCustomer *customer;
  gint64 designated;

  if (arrears_day_compare (row->date, arrears_desk_get_as_of (taking->desk)) > 0)
    {
      g_autofree char *day = arrears_day_to_string (row->date);

      arrears_import_taking_reject_row (taking, row->row, ARREARS_IMPORT_FIELD_DATE, day,
                                        ARREARS_ERROR_DAY_ORDER, "the day lies in the future");
      return TRUE;
    }
  if (!arrears_import_taking_find_debtor (taking, row->row, row->customer_code, row->customer_name,
                                          &customer, error)
      || !find_designated (taking, customer, row, &designated, error))
    return FALSE;
  customer = arrears_import_taking_ensure_debtor (taking, customer, row->customer_code,
                                                  row->customer_name, error);
  return customer != NULL && take_payment_of (taking, customer, row, designated, error);
}

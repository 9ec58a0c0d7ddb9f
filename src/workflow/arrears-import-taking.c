/* arrears-import-taking.c: putting the rows of a read file into the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-taking.h"

#include "arrears-desk-private.h"
#include "arrears-import-taking-private.h"

enum
{
  ROWS_A_PROGRESS = 500,
};

static void
init_taking (ArrearsImportTaking *taking, ArrearsDesk *desk, const ArrearsImportOptions *options,
             ArrearsImportReport *report)
{
  *taking = (ArrearsImportTaking) {
    .desk = desk,
    .ledger = arrears_desk_get_ledger (desk),
    .options = options,
    .report = report,
    .customers_by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref),
    .customers_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref),
    .rows_by_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .rows_by_credit_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .equal_payments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .credit_notes = g_ptr_array_new_with_free_func (g_object_unref),
  };
}

static void
clear_taking (ArrearsImportTaking *taking)
{
  g_hash_table_unref (taking->customers_by_code);
  g_hash_table_unref (taking->customers_by_name);
  g_hash_table_unref (taking->rows_by_number);
  g_hash_table_unref (taking->rows_by_credit_number);
  g_hash_table_unref (taking->equal_payments);
  g_ptr_array_unref (taking->credit_notes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArrearsImportTaking, clear_taking)

/* The fault's message is what the error says. */
static void
add_fault (ArrearsImportTaking *taking, guint row, ArrearsImportField field, const char *text,
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

void
arrears_import_taking_reject (ArrearsImportTaking *taking, guint row, ArrearsImportField field,
                              const char *text, const GError *why)
{
  add_fault (taking, row, field, text, why, FALSE);
  taking->report->n_rejected++;
}

void
arrears_import_taking_reject_row (ArrearsImportTaking *taking, guint row, ArrearsImportField field,
                                  const char *text, ArrearsError code, const char *message)
{
  g_autoptr (GError) why = g_error_new_literal (ARREARS_ERROR, (int) code, message);

  arrears_import_taking_reject (taking, row, field, text, why);
}

void
arrears_import_taking_warn (ArrearsImportTaking *taking, guint row, ArrearsImportField field,
                            const char *text, const GError *why)
{
  add_fault (taking, row, field, text, why, TRUE);
}

/* Errors of the row, not of the ledger: the row is rejected and the work goes on. A row of which a
 * part is written cannot be left out; what can be wrong with a row is asked before.
 */
static gboolean
is_of_row (const ArrearsImportTaking *taking, const GError *error)
{
  return !taking->has_written && arrears_error_get_status (error) == 1
         && !g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_CANCELLED);
}

static gboolean
take_row (ArrearsImportTaking *taking, const ArrearsImportReading *reading, guint index, guint *row,
          GError **error)
{
  switch (reading->kind)
    {
    case ARREARS_IMPORT_CUSTOMERS:
      *row = g_array_index (reading->rows, ArrearsCustomerRow, index).row;
      return arrears_import_taking_take_customer (
          taking, &g_array_index (reading->rows, ArrearsCustomerRow, index), error);
    case ARREARS_IMPORT_INVOICES:
      *row = g_array_index (reading->rows, ArrearsInvoiceRow, index).row;
      return arrears_import_taking_take_invoice (
          taking, &g_array_index (reading->rows, ArrearsInvoiceRow, index), error);
    case ARREARS_IMPORT_PAYMENTS:
      *row = g_array_index (reading->rows, ArrearsPaymentRow, index).row;
      return arrears_import_taking_take_payment (
          taking, &g_array_index (reading->rows, ArrearsPaymentRow, index), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
arrears_import_taking_run (ArrearsDesk *desk, const ArrearsImportReading *reading,
                           const ArrearsImportOptions *options, ArrearsImportReport *report,
                           ArrearsImportProgress progress, gpointer user_data, GError **error)
{
  g_auto (ArrearsImportTaking) taking;

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
          arrears_import_taking_reject (&taking, row, taking.sought_field, taking.sought, failure);
        }
      if (!arrears_desk_goes_on (desk, error))
        return FALSE;
      if (progress != NULL && i % ROWS_A_PROGRESS == 0)
        progress ((double) i / reading->rows->len, user_data);
    }
  return arrears_import_taking_allocate_credit_notes (&taking, error);
}

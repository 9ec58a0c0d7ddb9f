/* arrears-import.c: taking in a file of another program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import.h"

#include "arrears-desk-private.h"
#include "arrears-files.h"
#include "arrears-import-taking.h"
#include "arrears-mapping.h"

struct _ArrearsImport
{
  char *name;
  ArrearsMapping *mapping;
};

ArrearsImport *
arrears_import_open (ArrearsImportKind kind, const char *path, const char *map, GError **error)
{
  g_autoptr (GBytes) bytes = arrears_files_read (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GPtrArray) sheets = NULL;
  ArrearsMapping *mapping;
  ArrearsImport *import;

  if (bytes == NULL)
    return NULL;
  sheets = arrears_sheet_read_all (bytes, name, error);
  if (sheets == NULL)
    return NULL;
  mapping = arrears_mapping_new (kind, sheets, map, error);
  if (mapping == NULL)
    return NULL;
  import = g_new0 (ArrearsImport, 1);
  import->name = g_steal_pointer (&name);
  import->mapping = mapping;
  return import;
}

void
arrears_import_close (ArrearsImport *import)
{
  g_free (import->name);
  arrears_mapping_free (import->mapping);
  g_free (import);
}

ArrearsImportKind
arrears_import_get_kind (ArrearsImport *import)
{
  return arrears_mapping_get_kind (import->mapping);
}

const char *
arrears_import_get_name (ArrearsImport *import)
{
  return import->name;
}

guint
arrears_import_get_n_columns (ArrearsImport *import)
{
  return arrears_mapping_get_n_columns (import->mapping);
}

const char *
arrears_import_get_heading (ArrearsImport *import, guint column)
{
  return arrears_mapping_get_heading (import->mapping, column);
}

ArrearsImportField
arrears_import_get_field (ArrearsImport *import, guint column)
{
  return arrears_mapping_get_field (import->mapping, column);
}

void
arrears_import_set_field (ArrearsImport *import, guint column, ArrearsImportField field)
{
  arrears_mapping_set_field (import->mapping, column, field);
}

guint
arrears_import_get_n_rows (ArrearsImport *import)
{
  return arrears_sheet_get_n_rows (arrears_mapping_get_sheet (import->mapping))
         - arrears_mapping_get_header_row (import->mapping) - 1;
}

const char *
arrears_import_get_cell (ArrearsImport *import, guint row, guint column)
{
  return arrears_sheet_peek_cell (arrears_mapping_get_sheet (import->mapping),
                                  arrears_mapping_get_header_row (import->mapping) + 1 + row,
                                  column);
}

static void
free_fault (gpointer fault)
{
  arrears_import_fault_free (fault);
}

/* What the reading alone has to say; its faults pass over to the report. */
static ArrearsImportReport *
create_report (ArrearsImportReading *reading)
{
  ArrearsImportReport *report = g_new0 (ArrearsImportReport, 1);

  report->faults = g_ptr_array_new_with_free_func (free_fault);
  g_ptr_array_extend_and_steal (report->faults, g_steal_pointer (&reading->faults));
  reading->faults = g_ptr_array_new_with_free_func (free_fault);
  report->n_read = reading->n_read;
  report->n_rejected = reading->n_rejected;
  report->n_left_out = reading->left_out->len - reading->n_left_out[ARREARS_LEFT_OUT_BLANK];
  report->has_stated_amount = reading->has_stated_amount;
  report->stated_amount = reading->stated_amount;
  report->has_stated_paid = reading->has_stated_paid_amount;
  report->stated_paid = reading->stated_paid_amount;
  return report;
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const ArrearsImportFault *left = *(ArrearsImportFault *const *) a;
  const ArrearsImportFault *right = *(ArrearsImportFault *const *) b;

  return (left->row > right->row) - (left->row < right->row);
}

/* Faults found while taking name their field; the user knows the column by its heading. */
static void
name_columns (ArrearsImport *import, ArrearsImportReport *report)
{
  for (guint i = 0; i < report->faults->len; i++)
    {
      ArrearsImportFault *fault = g_ptr_array_index (report->faults, i);
      guint column;

      if (fault->field != ARREARS_IMPORT_FIELD_NONE
          && arrears_mapping_find_column (import->mapping, fault->field, &column))
        {
          g_free (fault->column);
          fault->column = arrears_mapping_get_column_name (import->mapping, column);
        }
    }
  g_ptr_array_sort (report->faults, compare_faults);
}

static gboolean
log_import (ArrearsImport *import, ArrearsDesk *desk, const ArrearsImportReport *report,
            GError **error)
{
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (ARREARS_LOG_IMPORTED, 0, import->name);
  g_autofree char *note = g_strdup_printf (
      "%s added=%u updated=%u rejected=%u",
      arrears_import_kind_to_word (arrears_import_get_kind (import)), report->n_added,
      report->n_updated, report->n_rejected);

  arrears_record_set_text (&entry->note, note);
  entry->amount = report->amount;
  return arrears_desk_log (desk, entry, error);
}

static gboolean
check_options (ArrearsDesk *desk, const ArrearsImportOptions *options, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autofree char *paid_on = arrears_day_to_string (options->paid_on);
  g_autofree char *last = arrears_day_to_string (as_of);

  if (arrears_day_compare (options->paid_on, as_of) <= 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
               "paid on %s: expected a day not after %s", paid_on, last);
  return FALSE;
}

ArrearsImportReport *
arrears_import_run (ArrearsImport *import, ArrearsDesk *desk, const ArrearsImportOptions *options,
                    gboolean is_dry_run, ArrearsImportProgress progress, gpointer user_data,
                    GError **error)
{
  g_autoptr (ArrearsImportReading) reading = NULL;
  g_autoptr (ArrearsImportReport) report = NULL;
  g_autoptr (ArrearsTransaction) transaction = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  if (!check_options (desk, options, error))
    return NULL;
  reading = arrears_import_reading_new (import->mapping, options->day_order, error);
  if (reading == NULL)
    return NULL;
  report = create_report (reading);
  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  if (transaction == NULL
      || !arrears_import_taking_run (desk, reading, options, report, progress, user_data, error))
    return NULL;
  name_columns (import, report);
  if (is_dry_run || (report->n_rejected > 0 && !options->skips_bad))
    return g_steal_pointer (&report);
  if (report->n_added + report->n_updated > 0
      && (!log_import (import, desk, report, error)
          || !arrears_desk_commit (desk, transaction, error)))
    return NULL;
  report->is_taken = TRUE;
  return g_steal_pointer (&report);
}

void
arrears_import_report_free (ArrearsImportReport *report)
{
  g_ptr_array_unref (report->faults);
  g_free (report);
}

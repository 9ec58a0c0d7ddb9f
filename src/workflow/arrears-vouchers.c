/* arrears-vouchers.c: files kept with the books, byte for byte (凭证)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-vouchers.h"

#include "arrears-files.h"
#include "arrears-ledger-register.h"
#include "arrears-ledger-vouchers.h"
#include "arrears-measure-private.h"

#include <glib/gstdio.h>

enum
{
  BYTES_A_MEGABYTE = 1024 * 1024,
};

static gboolean
check_size (const char *name, gint64 n_bytes, GError **error)
{
  if (n_bytes == 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FILE_EMPTY,
                 "%s: it is empty: expected a file with something in it", name);
  else if (n_bytes > ARREARS_VOUCHER_MOST_BYTES)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FILE_TOO_LARGE,
                 "%s: it has %" G_GINT64_FORMAT " MB: expected at most %d MB", name,
                 (n_bytes + BYTES_A_MEGABYTE - 1) / BYTES_A_MEGABYTE,
                 ARREARS_VOUCHER_MOST_BYTES / BYTES_A_MEGABYTE);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_place (ArrearsVoucher *voucher, GError **error)
{
  int n_things
      = (voucher->contract_id != 0) + (voucher->invoice_id != 0) + (voucher->log_entry_id != 0);

  if (n_things <= 1)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
               "%s: expected a contract, an invoice or a log entry, not several", voucher->name);
  return FALSE;
}

static char *
guess_media_type (const char *name, GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  gboolean is_uncertain;
  g_autofree char *content = g_content_type_guess (NULL, data, length, &is_uncertain);

  if (is_uncertain)
    {
      g_free (content);
      content = g_content_type_guess (name, data, length, NULL);
    }
  return g_content_type_get_mime_type (content);
}

static gboolean
check_voucher (ArrearsDesk *desk, ArrearsVoucher *voucher, GBytes *bytes, GError **error)
{
  g_autofree char *media_type = NULL;

  g_strstrip (voucher->name);
  if (!arrears_measure_need (voucher->name, "name", error)
      || !arrears_voucher_check_kind (voucher->kind, error)
      || !check_size (voucher->name, (gint64) g_bytes_get_size (bytes), error)
      || !arrears_measure_begin (desk, &voucher->from_on, error) || !check_place (voucher, error)
      || !arrears_ledger_place_voucher (arrears_desk_get_ledger (desk), voucher, error))
    return FALSE;
  media_type = guess_media_type (voucher->name, bytes);
  arrears_record_set_text (&voucher->media_type, media_type);
  return TRUE;
}

static gboolean
log_voucher (ArrearsDesk *desk, ArrearsVoucher *voucher, GError **error)
{
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (ARREARS_LOG_VOUCHER_ADDED, voucher->customer_id, voucher->name);

  arrears_measure_set_note (entry, voucher->sha256, voucher->kind);
  return arrears_desk_log (desk, entry, error);
}

ArrearsVoucher *
arrears_vouchers_add (ArrearsDesk *desk, ArrearsVoucher *voucher, GBytes *bytes, GError **error)
{
  g_autoptr (ArrearsVoucher) checked = arrears_record_copy (voucher);
  g_autoptr (ArrearsTransaction) transaction = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  if (transaction == NULL || !check_voucher (desk, checked, bytes, error))
    return NULL;
  checked->id
      = arrears_ledger_insert_voucher (arrears_desk_get_ledger (desk), checked, bytes, error);
  if (checked->id == 0 || !log_voucher (desk, checked, error)
      || !arrears_desk_commit (desk, transaction, error))
    return NULL;
  return g_steal_pointer (&checked);
}

/* A folder cannot be kept, and what is too large need not be read to know it. */
static gboolean
check_file (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return TRUE; /* reading it tells why */
  if (S_ISREG (status.st_mode))
    return check_size (path, status.st_size, error);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "%s: expected a file", path);
  return FALSE;
}

ArrearsVoucher *
arrears_vouchers_add_file (ArrearsDesk *desk, ArrearsVoucher *voucher, const char *path,
                           GError **error)
{
  g_autoptr (ArrearsVoucher) named = arrears_record_copy (voucher);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (!check_file (path, error))
    return NULL;
  bytes = arrears_files_read (path, error);
  if (bytes == NULL)
    return NULL;
  if (named->name[0] == '\0')
    {
      name = g_filename_display_basename (path);
      arrears_record_set_text (&named->name, name);
    }
  return arrears_vouchers_add (desk, named, bytes, error);
}

GPtrArray *
arrears_vouchers_list (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return arrears_ledger_load_register (arrears_desk_get_ledger (desk), ARREARS_TYPE_VOUCHER,
                                       customer_id, ARREARS_REGISTER_STANDING,
                                       arrears_desk_get_as_of (desk), error);
}

GBytes *
arrears_vouchers_load_bytes (ArrearsDesk *desk, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsVoucher) voucher = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  voucher = arrears_ledger_load_entry (arrears_desk_get_ledger (desk), ARREARS_TYPE_VOUCHER, id,
                                       arrears_desk_get_as_of (desk), &failure);
  if (voucher != NULL)
    return arrears_ledger_load_voucher_bytes (arrears_desk_get_ledger (desk), voucher->sha256,
                                              error);
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "voucher %" G_GINT64_FORMAT ": not in the ledger", id);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
arrears_vouchers_export (ArrearsDesk *desk, gint64 id, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = arrears_vouchers_load_bytes (desk, id, error);

  return bytes != NULL && arrears_files_write_new (bytes, path, ARREARS_FILE_SHARED, error);
}

gboolean
arrears_vouchers_end (ArrearsDesk *desk, gint64 id, const char *how, const char *reason,
                      GError **error)
{
  g_autoptr (ArrearsVoucher) voucher = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autofree char *note = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  if (!arrears_voucher_check_ending (how, error) || !arrears_measure_need (reason, "reason", error))
    return FALSE;
  voucher = arrears_measure_load (desk, ARREARS_TYPE_VOUCHER, id, error);
  if (voucher == NULL)
    return FALSE;
  entry = arrears_desk_new_entry (ARREARS_LOG_VOUCHER_ENDED, voucher->customer_id, voucher->name);
  note = g_strconcat (how, " ", reason, NULL);
  arrears_measure_set_note (entry, voucher->sha256, note);
  return arrears_measure_end (desk, voucher, how, reason, entry, error);
}

static gboolean
collect_missing (ArrearsInvoicePapers *papers, gpointer user_data, GError **error)
{
  if (papers->missing != 0)
    g_ptr_array_add (user_data, g_object_ref (papers));
  return TRUE;
}

GPtrArray *
arrears_vouchers_load_missing (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_object_unref);
  ArrearsPapersScope scope = { .customer_id = customer_id };

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  scope.as_of = arrears_desk_get_as_of (desk);
  if (!arrears_ledger_foreach_papers (arrears_desk_get_ledger (desk), &scope, collect_missing,
                                      missing, error))
    return NULL;
  return g_steal_pointer (&missing);
}

static gboolean
collect_gaps (ArrearsInvoicePapers *papers, gpointer user_data, GError **error)
{
  GArray *all = user_data;
  ArrearsVoucherGaps gaps = { .customer_id = papers->customer_id };
  ArrearsVoucherGaps *last;

  if (papers->missing == 0)
    return TRUE;
  if (all->len == 0
      || g_array_index (all, ArrearsVoucherGaps, all->len - 1).customer_id != gaps.customer_id)
    g_array_append_val (all, gaps);
  last = &g_array_index (all, ArrearsVoucherGaps, all->len - 1);
  last->n_invoices++;
  last->missing |= (ArrearsPaperSet) papers->missing;
  return TRUE;
}

GArray *
arrears_vouchers_list_gaps (ArrearsDesk *desk, const gint64 *customer_ids, gsize n_customer_ids,
                            GError **error)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, TRUE, sizeof (ArrearsVoucherGaps));
  ArrearsPapersScope scope
      = { .customer_ids = customer_ids, .n_customer_ids = n_customer_ids, .is_overdue_only = TRUE };

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (customer_ids != NULL || n_customer_ids == 0, NULL);

  scope.as_of = arrears_desk_get_as_of (desk);
  if (n_customer_ids > 0
      && !arrears_ledger_foreach_papers (arrears_desk_get_ledger (desk), &scope, collect_gaps, gaps,
                                         error))
    return NULL;
  return g_steal_pointer (&gaps);
}

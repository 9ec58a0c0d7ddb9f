/* arrears-test-desk.c: a bookkeeper's desk over a ledger file, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-desk.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "arrears-test-values.h"

ArrearsInstant
arrears_test_desk_read_clock (void)
{
  return (ArrearsInstant) { .at = ARREARS_TEST_NOW, .offset_minutes = 480 };
}

ArrearsDesk *
arrears_test_desk_new (ArrearsTestFolder *folder, const char *name, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  ArrearsDesk *desk
      = arrears_desk_create (arrears_test_folder_get_path (folder, name), arrears_test_day (as_of),
                             arrears_test_desk_read_clock, &error);

  g_assert_no_error (error);
  return desk;
}

ArrearsDesk *
arrears_test_desk_open (const char *path, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  ArrearsDesk *desk
      = arrears_desk_open (path, arrears_test_day (as_of), arrears_test_desk_read_clock, &error);

  g_assert_no_error (error);
  return desk;
}

void
arrears_test_desk_set_day (ArrearsDesk *desk, const char *as_of)
{
  arrears_desk_set_as_of (desk, arrears_test_day (as_of));
}

void
arrears_test_desk_set_company (ArrearsDesk *desk)
{
  g_autoptr (ArrearsCompany) company = arrears_company_new ();
  g_autoptr (GError) error = NULL;

  arrears_record_set_text (&company->name, "杭州禾顺食品贸易有限公司");
  arrears_record_set_text (&company->address, "杭州市拱墅区示例路 88 号");
  arrears_record_set_text (&company->phone, "0571-00000000");
  arrears_record_set_text (&company->contact, "张会计");
  arrears_record_set_text (&company->bank, "示例银行杭州拱墅支行");
  arrears_record_set_text (&company->bank_account, "1200000000000000001");
  arrears_desk_save_company (desk, company, &error);
  g_assert_no_error (error);
}

ArrearsImportReport *
arrears_test_desk_import (ArrearsDesk *desk, ArrearsImportKind kind, const char *path,
                          const char *map, const ArrearsImportOptions *options, gboolean is_dry_run)
{
  const ArrearsImportOptions usual = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImport) import = arrears_import_open (kind, path, map, &error);
  ArrearsImportReport *report;

  g_assert_no_error (error);
  report = arrears_import_run (import, desk, options != NULL ? options : &usual, is_dry_run, NULL,
                               NULL, &error);
  g_assert_no_error (error);
  return report;
}

ArrearsImportReport *
arrears_test_desk_import_text (ArrearsDesk *desk, ArrearsImportKind kind, const char *text,
                               const ArrearsImportOptions *options)
{
  g_autofree char *path = g_strconcat (arrears_desk_get_path (desk), ".sheet.csv", NULL);
  g_autoptr (GError) error = NULL;
  ArrearsImportReport *report;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  report = arrears_test_desk_import (desk, kind, path, NULL, options, FALSE);
  g_assert_cmpint (g_remove (path), ==, 0);
  return report;
}

static void
append_money (GString *text, const char *name, ArrearsMoney money)
{
  g_autofree char *amount = arrears_money_to_string (money);

  g_string_append_printf (text, " %s=%s", name, amount);
}

char *
arrears_test_desk_describe_report (const ArrearsImportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text, "read=%u added=%u unchanged=%u updated=%u rejected=%u left_out=%u new_customers=%u",
      report->n_read, report->n_added, report->n_unchanged, report->n_updated, report->n_rejected,
      report->n_left_out, report->n_new_customers);
  append_money (text, "amount", report->amount);
  append_money (text, "paid", report->paid);
  if (report->has_stated_amount)
    append_money (text, "stated_amount", report->stated_amount);
  if (report->has_stated_paid)
    append_money (text, "stated_paid", report->stated_paid);
  for (guint i = 0; i < report->faults->len; i++)
    {
      const ArrearsImportFault *fault = g_ptr_array_index (report->faults, i);

      g_string_append_printf (text, "\n%s %u %s “%s” %d %s",
                              fault->is_warning ? "warning" : "fault", fault->row, fault->column,
                              fault->text, (int) fault->code, fault->message);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
import_rows (ArrearsDesk *desk, ArrearsImportKind kind, const char *headings, const char *rows)
{
  g_autofree char *sheet = g_strconcat (headings, "\n", rows, NULL);
  g_autoptr (ArrearsImportReport) report = arrears_test_desk_import_text (desk, kind, sheet, NULL);

  if (!report->is_taken || report->n_rejected > 0 || report->n_read == 0)
    {
      g_autofree char *description = arrears_test_desk_describe_report (report);

      g_error ("the rows were not taken: %s", description);
    }
}

void
arrears_test_desk_add_customers (ArrearsDesk *desk, const char *rows)
{
  import_rows (desk, ARREARS_IMPORT_CUSTOMERS, "customer_code,customer_name,terms_days,grade",
               rows);
}

void
arrears_test_desk_add_invoices (ArrearsDesk *desk, const char *rows)
{
  import_rows (desk, ARREARS_IMPORT_INVOICES,
               "customer_code,invoice_number,invoice_date,due_date,amount,paid_amount,"
               "contract_number",
               rows);
}

gint64
arrears_test_desk_find (ArrearsDesk *desk, const char *code)
{
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_account_find (desk, code, &error);

  g_assert_no_error (error);
  return id;
}

ArrearsAccountPage *
arrears_test_desk_load_page (ArrearsDesk *desk, const char *code)
{
  g_autoptr (GError) error = NULL;
  ArrearsAccountPage *page
      = arrears_account_page_load (desk, arrears_test_desk_find (desk, code), &error);

  g_assert_no_error (error);
  return page;
}

GPtrArray *
arrears_test_desk_list (ArrearsDesk *desk, const ArrearsListing *listing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = arrears_listing_list_ids (listing, desk, &error);
  GPtrArray *records;

  g_assert_no_error (error);
  records = arrears_listing_load_page (listing, desk, (const gint64 *) (gpointer) ids->data,
                                       ids->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, ids->len);
  return records;
}

ArrearsAccount *
arrears_test_desk_load_account (ArrearsDesk *desk, const char *code)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_ACCOUNTS);
  g_autoptr (GPtrArray) accounts = arrears_test_desk_list (desk, listing);

  for (guint i = 0; i < accounts->len; i++)
    {
      ArrearsAccount *account = g_ptr_array_index (accounts, i);

      if (g_str_equal (account->code, code))
        return g_object_ref (account);
    }
  g_error ("no account has the code %s", code);
}

ArrearsInvoice *
arrears_test_desk_load_invoice (ArrearsDesk *desk, const char *number)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_INVOICES);
  g_autoptr (GPtrArray) invoices = arrears_test_desk_list (desk, listing);

  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      if (g_str_equal (invoice->number, number))
        return g_object_ref (invoice);
    }
  g_error ("no invoice has the number %s", number);
}

char *
arrears_test_desk_pay (ArrearsDesk *desk, const char *code, const char *amount, const char *on,
                       const char *invoice)
{
  ArrearsPayment payment = { .customer_id = arrears_test_desk_find (desk, code),
                             .amount = arrears_test_money (amount),
                             .on = arrears_test_day (on),
                             .reference = "网银转账",
                             .invoice_number = invoice };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPaymentResult) result = arrears_payment_record (desk, &payment, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *rest = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < result->parts->len; i++)
    {
      const ArrearsPaymentPart *part = g_ptr_array_index (result->parts, i);
      g_autofree char *paid = arrears_money_to_string (part->amount);

      g_string_append_printf (text, "%s %s, ", part->invoice_number, paid);
    }
  rest = arrears_money_to_string (result->unapplied);
  g_string_append_printf (text, "rest %s", rest);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
arrears_test_desk_assert_sound (ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) faults = arrears_desk_verify (desk, &error);
  const char *none[] = { NULL };

  g_assert_no_error (error);
  g_assert_cmpstrv (faults, none);
}

static int
append_row (void *user_data, int n_columns, char **values, char **names)
{
  GString *text = user_data;

  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", values[i] != NULL ? values[i] : "");
  g_string_append_c (text, '\n');
  return 0;
}

char *
arrears_test_desk_ask (ArrearsDesk *desk, const char *sql)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open_v2 (arrears_desk_get_path (desk), &db, SQLITE_OPEN_READWRITE, NULL),
                   ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, append_row, text, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The search index is left out: how it lays its parts out is its own affair. */
char *
arrears_test_desk_dump (ArrearsDesk *desk)
{
  g_autofree char *queries = arrears_test_desk_ask (
      desk, "SELECT 'SELECT ''' || m.name || ''', ' || (SELECT group_concat ('quote (' || name || "
            "')') FROM pragma_table_info (m.name)) || ' FROM ' || m.name || ' ORDER BY 2, 3;' "
            "FROM sqlite_schema m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' "
            "AND m.name NOT LIKE 'invoice_search%' ORDER BY m.name");

  return arrears_test_desk_ask (desk, queries);
}

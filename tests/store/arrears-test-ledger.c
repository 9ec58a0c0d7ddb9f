/* arrears-test-ledger.c: ledgers with something in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-ledger.h"

#include <sqlite3.h>
#include <string.h>

#include "arrears-grade.h"
#include "arrears-test-values.h"

ArrearsLedger *
arrears_test_ledger_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  ArrearsLedger *ledger = arrears_ledger_create (path != NULL ? path : ":memory:", &error);

  g_assert_no_error (error);
  return ledger;
}

ArrearsCustomer *
arrears_test_ledger_make_customer (const char *code, const char *name)
{
  ArrearsCustomer *customer = arrears_customer_new ();

  arrears_record_set_text (&customer->code, code);
  arrears_record_set_text (&customer->name, name);
  arrears_record_set_text (&customer->uscc, "91310000MA1FL00000");
  arrears_record_set_text (&customer->address, "上海市黄浦区人民大道 200 号");
  arrears_record_set_text (&customer->contact, "王小明");
  arrears_record_set_text (&customer->phone, "13800000000");
  arrears_record_set_text (&customer->email, "wang@example.com");
  arrears_record_set_text (&customer->industry, "餐饮");
  customer->terms_days = 30;
  customer->credit_limit = arrears_test_money ("50000");
  customer->grade = ARREARS_GRADE_B;
  return customer;
}

ArrearsInvoice *
arrears_test_ledger_make_invoice (gint64 customer_id, const char *number, const char *issued_on,
                                  const char *due_on, const char *amount)
{
  ArrearsInvoice *invoice = arrears_invoice_new ();

  invoice->customer_id = customer_id;
  arrears_record_set_text (&invoice->number, number);
  arrears_record_set_text (&invoice->fapiao_number, "25312000000012345678");
  arrears_record_set_text (&invoice->order_number, "PO-7");
  arrears_record_set_text (&invoice->delivery_number, "SH-8");
  arrears_record_set_text (&invoice->note, "中秋礼盒");
  invoice->issued_on = arrears_test_day (issued_on);
  invoice->delivered_on = invoice->issued_on;
  invoice->due_on = arrears_test_day (due_on);
  invoice->amount = arrears_test_money (amount);
  return invoice;
}

ArrearsReceipt *
arrears_test_ledger_make_receipt (gint64 customer_id, const char *kind, const char *received_on,
                                  const char *amount, const char *reference)
{
  ArrearsReceipt *receipt = arrears_receipt_new ();

  receipt->customer_id = customer_id;
  arrears_record_set_text (&receipt->kind, kind);
  arrears_record_set_text (&receipt->reference, reference);
  arrears_record_set_text (&receipt->note, "转账");
  receipt->received_on = arrears_test_day (received_on);
  receipt->amount = arrears_test_money (amount);
  return receipt;
}

ArrearsDocument *
arrears_test_ledger_make_document (gint64 customer_id, const char *number, const char *issued_on)
{
  ArrearsDocument *document = arrears_document_new ();

  document->customer_id = customer_id;
  arrears_record_set_text (&document->kind, "demand");
  arrears_record_set_text (&document->number, number);
  document->issued_on = arrears_test_day (issued_on);
  document->pay_by = arrears_day_add_days (document->issued_on, 10);
  document->claimed = arrears_test_money ("1234.56");
  document->charge = arrears_test_money ("7.89");
  document->n_pages = 2;
  document->is_signed = TRUE;
  return document;
}

ArrearsLogEntry *
arrears_test_ledger_make_log_entry (gint64 customer_id, const char *subject, const char *note)
{
  ArrearsLogEntry *entry = arrears_log_entry_new ();

  entry->at = 1700000000;
  entry->offset_minutes = 480;
  arrears_record_set_text (&entry->kind, "call");
  entry->customer_id = customer_id;
  arrears_record_set_text (&entry->subject, subject);
  entry->day = arrears_test_day ("2023-11-14");
  entry->amount = arrears_test_money ("12.34");
  arrears_record_set_text (&entry->note, note);
  return entry;
}

gint64
arrears_test_ledger_add_customer (ArrearsLedger *ledger, const char *code, const char *name)
{
  g_autoptr (ArrearsCustomer) customer = arrears_test_ledger_make_customer (code, name);
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_ledger_insert_customer (ledger, customer, &error);

  g_assert_no_error (error);
  return id;
}

gint64
arrears_test_ledger_add_invoice (ArrearsLedger *ledger, gint64 customer_id, const char *number,
                                 const char *issued_on, const char *due_on, const char *amount)
{
  g_autoptr (ArrearsInvoice) invoice
      = arrears_test_ledger_make_invoice (customer_id, number, issued_on, due_on, amount);
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_ledger_insert_invoice (ledger, invoice, &error);

  g_assert_no_error (error);
  return id;
}

gint64
arrears_test_ledger_add_receipt (ArrearsLedger *ledger, gint64 customer_id,
                                 const char *received_on, const char *amount)
{
  g_autoptr (ArrearsReceipt) receipt
      = arrears_test_ledger_make_receipt (customer_id, "receipt", received_on, amount, "REF");
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_ledger_insert_receipt (ledger, receipt, &error);

  g_assert_no_error (error);
  return id;
}

gint64
arrears_test_ledger_add_document (ArrearsLedger *ledger, gint64 customer_id, const char *number,
                                  const char *issued_on)
{
  g_autoptr (ArrearsDocument) document
      = arrears_test_ledger_make_document (customer_id, number, issued_on);
  g_autoptr (GBytes) bytes = g_bytes_new (number, strlen (number));
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_ledger_insert_document (ledger, document, bytes, NULL, 0, &error);

  g_assert_no_error (error);
  return id;
}

void
arrears_test_ledger_add_log (ArrearsLedger *ledger, gint64 customer_id, const char *subject,
                             const char *note)
{
  g_autoptr (ArrearsLogEntry) entry
      = arrears_test_ledger_make_log_entry (customer_id, subject, note);
  g_autoptr (GError) error = NULL;

  arrears_ledger_append_log (ledger, entry, &error);
  g_assert_no_error (error);
}

void
arrears_test_ledger_allocate (ArrearsLedger *ledger, gint64 receipt_id, gint64 invoice_id,
                              const char *allocated_on, const char *amount)
{
  ArrearsAllocation allocation = {
    .receipt_id = receipt_id,
    .invoice_id = invoice_id,
    .allocated_on = arrears_test_day (allocated_on),
    .amount = arrears_test_money (amount),
  };
  g_autoptr (GError) error = NULL;

  arrears_ledger_insert_allocation (ledger, &allocation, &error);
  g_assert_no_error (error);
}

static gint64
add_credit_note (ArrearsLedger *ledger, gint64 customer_id)
{
  g_autoptr (ArrearsReceipt) credit_note = arrears_test_ledger_make_receipt (
      customer_id, "credit_note", "2024-03-01", "50.00", "HC-1");
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_ledger_insert_receipt (ledger, credit_note, &error);

  g_assert_no_error (error);
  return id;
}

void
arrears_test_ledger_fill (ArrearsLedger *ledger)
{
  g_autoptr (ArrearsCompany) company = arrears_company_new ();
  g_autoptr (GError) error = NULL;
  gint64 tea = arrears_test_ledger_add_customer (ledger, "0001", "清泉茶行");
  gint64 wine = arrears_test_ledger_add_customer (ledger, "0002", "老窖酒业");
  gint64 first
      = arrears_test_ledger_add_invoice (ledger, tea, "XS-1", "2024-01-05", "2024-02-04", "1000");
  gint64 second
      = arrears_test_ledger_add_invoice (ledger, tea, "XS-2", "2024-02-10", "2024-03-11", "250.50");
  gint64 receipt = arrears_test_ledger_add_receipt (ledger, tea, "2024-03-05", "700.00");

  arrears_test_ledger_add_invoice (ledger, wine, "XS-3", "2024-02-20", "2024-03-21", "88.88");
  arrears_test_ledger_allocate (ledger, receipt, first, "2024-03-05", "600.00");
  arrears_test_ledger_allocate (ledger, add_credit_note (ledger, tea), second, "2024-03-08",
                                "50.00");
  arrears_test_ledger_add_document (ledger, tea, "CK-2024-0001", "2024-03-20");
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *note = g_strdup_printf ("第 %d 次电话", i);

      arrears_test_ledger_add_log (ledger, tea, "清泉茶行", note);
    }
  arrears_record_set_text (&company->name, "上海示例贸易有限公司");
  arrears_ledger_save_company (ledger, company, &error);
  g_assert_no_error (error);
}

void
arrears_test_ledger_assert_equal (gpointer found, gpointer expected)
{
  guint n_properties;
  g_autofree GParamSpec **properties
      = g_object_class_list_properties (G_OBJECT_GET_CLASS (expected), &n_properties);

  g_assert_true (G_OBJECT_TYPE (found) == G_OBJECT_TYPE (expected));
  for (guint i = 0; i < n_properties; i++)
    {
      g_auto (GValue) left = G_VALUE_INIT;
      g_auto (GValue) right = G_VALUE_INIT;

      g_object_get_property (found, properties[i]->name, &left);
      g_object_get_property (expected, properties[i]->name, &right);
      if (g_param_values_cmp (properties[i], &left, &right) != 0)
        {
          g_autofree char *is = g_strdup_value_contents (&left);
          g_autofree char *should_be = g_strdup_value_contents (&right);

          g_error ("%s is %s, should be %s", properties[i]->name, is, should_be);
        }
    }
}

static GStrv
verify (ArrearsLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  GStrv faults = arrears_ledger_verify (ledger, &error);

  g_assert_no_error (error);
  return faults;
}

void
arrears_test_ledger_assert_sound (ArrearsLedger *ledger)
{
  g_auto (GStrv) faults = verify (ledger);
  const char *none[] = { NULL };

  g_assert_cmpstrv (faults, none);
}

void
arrears_test_ledger_assert_fault (ArrearsLedger *ledger, const char *part)
{
  g_auto (GStrv) faults = verify (ledger);

  for (char **fault = faults; *fault != NULL; fault++)
    if (strstr (*fault, part) != NULL)
      return;
  for (char **fault = faults; *fault != NULL; fault++)
    g_test_message ("%s", *fault);
  g_error ("no fault says: %s", part);
}

void
arrears_test_ledger_tamper (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* test-import-sample.c: the two sheets of a wholesaler taken into a ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-test-desk.h"
#include "arrears-test-values.h"

static const ArrearsImportOptions skipping = { .skips_bad = TRUE };

static ArrearsImportReport *
import_sample (ArrearsDesk *desk, ArrearsImportKind kind, const ArrearsImportOptions *options,
               gboolean is_dry_run)
{
  g_autofree char *path = g_build_filename (
      g_getenv ("ARREARS_TEST_DATA"), "exchange",
      kind == ARREARS_IMPORT_CUSTOMERS ? "customers_gb18030.csv" : "receivables_gb18030.csv", NULL);

  return arrears_test_desk_import (desk, kind, path, NULL, options, is_dry_run);
}

/* A ledger with both sheets, but for the row that names no day. */
static ArrearsDesk *
open_filled (ArrearsTestFolder *folder)
{
  ArrearsDesk *desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_autoptr (ArrearsImportReport) customers
      = import_sample (desk, ARREARS_IMPORT_CUSTOMERS, NULL, FALSE);
  g_autoptr (ArrearsImportReport) invoices
      = import_sample (desk, ARREARS_IMPORT_INVOICES, &skipping, FALSE);

  g_assert_true (customers->is_taken);
  g_assert_true (invoices->is_taken);
  return desk;
}

static void
assert_answer (ArrearsDesk *desk, const char *sql, const char *expected)
{
  g_autofree char *answer = arrears_test_desk_ask (desk, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static void
assert_money (ArrearsMoney money, const char *expected)
{
  g_autofree char *text = arrears_money_to_string (money);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_customers_are_taken_with_a_warning (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_autoptr (ArrearsImportReport) report
      = import_sample (desk, ARREARS_IMPORT_CUSTOMERS, NULL, FALSE);
  const ArrearsImportFault *warning;

  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_read, ==, 24);
  g_assert_cmpuint (report->n_added, ==, 24);
  g_assert_cmpuint (report->n_rejected, ==, 0);
  g_assert_cmpuint (report->faults->len, ==, 1);
  warning = g_ptr_array_index (report->faults, 0);
  g_assert_true (warning->is_warning);
  g_assert_cmpuint (warning->row, ==, 6);
  g_assert_cmpstr (warning->column, ==, "统一社会信用代码");
  g_assert_cmpint (warning->code, ==, ARREARS_ERROR_USCC_CHECK);
  assert_answer (desk, "SELECT name, terms_days, grade FROM customer WHERE code = '0014'",
                 "𠮷祥（上海）贸易有限公司|45|B\n");
}

static void
test_one_impossible_day_refuses_the_whole_sheet (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  g_autoptr (ArrearsImportReport) report = NULL;
  const ArrearsImportFault *fault;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;

  /* Read with no connection open: closing a descriptor would drop its locks. */
  g_clear_object (&desk);
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  desk = arrears_test_desk_open (path, "2026-11-20");
  report = import_sample (desk, ARREARS_IMPORT_INVOICES, NULL, FALSE);
  g_assert_false (report->is_taken);
  g_assert_cmpuint (report->n_rejected, ==, 1);
  g_assert_cmpuint (report->faults->len, ==, 1);
  fault = g_ptr_array_index (report->faults, 0);
  g_assert_cmpuint (fault->row, ==, 267);
  g_assert_cmpstr (fault->column, ==, "业务日期");
  g_assert_cmpstr (fault->text, ==, "2026/2/30");
  g_assert_cmpint (fault->code, ==, ARREARS_ERROR_DAY_IMPOSSIBLE);
  g_assert_false (fault->is_warning);
  g_clear_object (&desk);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, before, length_before);
}

static void
test_the_good_rows_are_taken_where_that_was_asked (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_autoptr (ArrearsImportReport) report
      = import_sample (desk, ARREARS_IMPORT_INVOICES, &skipping, FALSE);

  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_read, ==, 262);
  g_assert_cmpuint (report->n_added, ==, 261);
  g_assert_cmpuint (report->n_rejected, ==, 1);
  g_assert_cmpuint (report->n_left_out, ==, 4);
  g_assert_cmpuint (report->n_new_customers, ==, 24);
  assert_answer (desk, "SELECT count (*) FROM invoice", "256\n");
  assert_answer (desk, "SELECT count (*) FROM invoice WHERE number = 'XS202600999'", "0\n");
  assert_answer (desk, "SELECT kind, subject, note, amount_fen FROM log_entry WHERE id = 2",
                 "imported|receivables_gb18030.csv|invoices added=261 updated=0 rejected=1|"
                 "329570730\n");
  arrears_test_desk_assert_sound (desk);
}

static void
test_the_sums_are_those_of_the_sheet (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = open_filled (folder);
  g_autoptr (ArrearsImportReport) report
      = import_sample (desk, ARREARS_IMPORT_INVOICES, &skipping, TRUE);

  assert_money (report->amount, "3295707.30");
  assert_money (report->paid, "2323237.82");
  g_assert_true (report->has_stated_amount);
  g_assert_true (report->has_stated_paid);
  /* The sheet's own total leaves out its last row, the one without a due day. */
  assert_money (report->stated_amount, "3292106.80");
  assert_money (report->stated_paid, "2323237.82");
  assert_answer (desk,
                 "SELECT sum (amount_fen) - (SELECT sum (amount_fen) FROM receipt "
                 "WHERE kind = 'credit_note') FROM invoice",
                 "329570730\n");
  assert_answer (desk, "SELECT sum (amount_fen) FROM receipt WHERE kind = 'receipt'",
                 "232323782\n");
}

static void
test_red_letters_become_credit_notes_and_are_allocated (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = open_filled (folder);

  assert_answer (desk,
                 "SELECT reference, amount_fen FROM receipt WHERE kind = 'credit_note' "
                 "ORDER BY reference",
                 "XS202600015|25138\nXS202600040|16440\nXS202600081|50028\nXS202600083|6609\n"
                 "XS202600220|50689\n");
  /* What a customer has open is less by them: none stays beside an open item. */
  assert_answer (desk,
                 "SELECT count (*) FROM receipt r WHERE r.unapplied_fen > 0 AND EXISTS "
                 "(SELECT 1 FROM invoice i WHERE i.customer_id = r.customer_id "
                 "AND i.open_fen > 0)",
                 "0\n");
  assert_answer (desk,
                 "SELECT count (*) FROM allocation a JOIN receipt r ON r.id = a.receipt_id "
                 "JOIN invoice i ON i.id = a.invoice_id WHERE r.kind = 'credit_note' "
                 "AND a.allocated_on < max (i.issued_on, r.received_on)",
                 "0\n");
}

static void
test_a_row_without_a_due_day_takes_the_customers_terms (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = open_filled (folder);
  g_autoptr (ArrearsInvoice) invoice = arrears_test_desk_load_invoice (desk, "XS202601000");
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (desk, "0012");

  g_assert_cmpint (page->customer->terms_days, >, 0);
  g_assert_cmpint (arrears_day_count (invoice->issued_on, invoice->due_on), ==,
                   page->customer->terms_days);
}

static void
test_contracts_and_fapiao_are_kept_with_the_invoice (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = open_filled (folder);
  g_autoptr (ArrearsInvoice) invoice = arrears_test_desk_load_invoice (desk, "XS202600006");

  g_assert_cmpstr (invoice->fapiao_number, ==, "26332000000000000006");
  g_assert_cmpstr (invoice->contract_number, ==, "HT-2026-022");
  g_assert_cmpstr (invoice->note, ==, "休闲零食\n（含促销品）");
  g_assert_cmpstr (invoice->customer_name, ==, "上海松江泗泾镇全家福超市");
}

/* Whatever the ledger holds already, and with bad rows or without. */
static void
test_a_dry_run_says_exactly_what_the_import_then_does (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  static const struct
  {
    ArrearsImportKind kind;
    gboolean skips_bad;
  } steps[] = {
    { ARREARS_IMPORT_CUSTOMERS, FALSE }, { ARREARS_IMPORT_INVOICES, FALSE },
    { ARREARS_IMPORT_INVOICES, TRUE },   { ARREARS_IMPORT_INVOICES, TRUE },
    { ARREARS_IMPORT_CUSTOMERS, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const ArrearsImportOptions options = { .skips_bad = steps[i].skips_bad };
      g_autofree char *before = arrears_test_desk_dump (desk);
      g_autoptr (ArrearsImportReport) dry = import_sample (desk, steps[i].kind, &options, TRUE);
      g_autofree char *after = arrears_test_desk_dump (desk);
      g_autoptr (ArrearsImportReport) real = import_sample (desk, steps[i].kind, &options, FALSE);
      g_autofree char *said = arrears_test_desk_describe_report (dry);
      g_autofree char *done = arrears_test_desk_describe_report (real);

      g_assert_false (dry->is_taken);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpstr (said, ==, done);
    }
}

static void
test_the_same_sheets_again_change_nothing (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = open_filled (folder);
  g_autofree char *before = arrears_test_desk_dump (desk);
  g_autoptr (ArrearsImportReport) customers
      = import_sample (desk, ARREARS_IMPORT_CUSTOMERS, NULL, FALSE);
  g_autoptr (ArrearsImportReport) invoices
      = import_sample (desk, ARREARS_IMPORT_INVOICES, &skipping, FALSE);
  g_autofree char *after = arrears_test_desk_dump (desk);

  g_assert_cmpuint (customers->n_unchanged, ==, 24);
  g_assert_cmpuint (customers->n_added + customers->n_updated, ==, 0);
  g_assert_cmpuint (invoices->n_unchanged, ==, 261);
  g_assert_cmpuint (invoices->n_added + invoices->n_updated, ==, 0);
  g_assert_cmpstr (after, ==, before);
  arrears_test_desk_assert_sound (desk);
}

/* A paid amount becomes a receipt on the day that was asked for. */
static void
test_paid_amounts_bear_the_day_that_was_asked_for (void)
{
  static const struct
  {
    ArrearsPaidOnRule rule;
    const char *day;
    const char *expected; /* of XS202600002, issued 2026-03-28 and due 2026-05-27 */
  } cases[] = {
    { ARREARS_PAID_ON_DAY, NULL, "2026-11-20\n" },
    { ARREARS_PAID_ON_DAY, "2026-06-30", "2026-06-30\n" },
    { ARREARS_PAID_ON_DUE_DAY, NULL, "2026-05-27\n" },
    { ARREARS_PAID_ON_ISSUE_DAY, NULL, "2026-03-28\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
      g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
      const ArrearsImportOptions options = {
        .skips_bad = TRUE,
        .paid_rule = cases[i].rule,
        .paid_on = cases[i].day != NULL ? arrears_test_day (cases[i].day) : ARREARS_DAY_NONE,
      };
      g_autoptr (ArrearsImportReport) report
          = import_sample (desk, ARREARS_IMPORT_INVOICES, &options, FALSE);

      g_assert_true (report->is_taken);
      assert_answer (desk,
                     "SELECT date (received_on + 1721424.5) FROM receipt "
                     "WHERE reference = 'XS202600002' AND amount_fen = 75234",
                     cases[i].expected);
      arrears_test_desk_assert_sound (desk);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-sample/customers-are-taken-with-a-warning",
                   test_customers_are_taken_with_a_warning);
  g_test_add_func ("/import-sample/one-impossible-day-refuses-the-whole-sheet",
                   test_one_impossible_day_refuses_the_whole_sheet);
  g_test_add_func ("/import-sample/the-good-rows-are-taken-where-that-was-asked",
                   test_the_good_rows_are_taken_where_that_was_asked);
  g_test_add_func ("/import-sample/the-sums-are-those-of-the-sheet",
                   test_the_sums_are_those_of_the_sheet);
  g_test_add_func ("/import-sample/red-letters-become-credit-notes-and-are-allocated",
                   test_red_letters_become_credit_notes_and_are_allocated);
  g_test_add_func ("/import-sample/a-row-without-a-due-day-takes-the-customers-terms",
                   test_a_row_without_a_due_day_takes_the_customers_terms);
  g_test_add_func ("/import-sample/contracts-and-fapiao-are-kept-with-the-invoice",
                   test_contracts_and_fapiao_are_kept_with_the_invoice);
  g_test_add_func ("/import-sample/a-dry-run-says-exactly-what-the-import-then-does",
                   test_a_dry_run_says_exactly_what_the_import_then_does);
  g_test_add_func ("/import-sample/the-same-sheets-again-change-nothing",
                   test_the_same_sheets_again_change_nothing);
  g_test_add_func ("/import-sample/paid-amounts-bear-the-day-that-was-asked-for",
                   test_paid_amounts_bear_the_day_that_was_asked_for);
  return g_test_run ();
}

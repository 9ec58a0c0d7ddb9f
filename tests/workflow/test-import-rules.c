/* test-import-rules.c: what of a sheet is taken, what is refused, and what stays as it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "arrears-test-desk.h"
#include "arrears-test-values.h"

#define INVOICE_HEADINGS "customer_code,invoice_number,invoice_date,due_date,amount,paid_amount\n"

static const ArrearsImportOptions skipping = { .skips_bad = TRUE };

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

/* Two customers, three invoices, one of them half paid. */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2026-11-20");
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,30,B\n0002,老窖酒业,,A\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2026-09-01,2026-10-01,1000,500,HT-1\n"
                                                 "0001,XS-2,2026-10-01,2026-10-31,300,,HT-1\n"
                                                 "0002,XS-3,2026-10-05,2026-11-04,88.88,,\n");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static void
assert_answer (Fixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *answer = arrears_test_desk_ask (fixture->desk, sql);

  g_assert_cmpstr (answer, ==, expected);
}

/* How an import of these rows under the usual headings counts its rows. */
static void
assert_counts (Fixture *fixture, const char *rows, const char *expected)
{
  g_autofree char *sheet = g_strconcat (INVOICE_HEADINGS, rows, NULL);
  g_autoptr (ArrearsImportReport) report
      = arrears_test_desk_import_text (fixture->desk, ARREARS_IMPORT_INVOICES, sheet, &skipping);
  g_autofree char *counts
      = g_strdup_printf ("added %u unchanged %u updated %u rejected %u", report->n_added,
                         report->n_unchanged, report->n_updated, report->n_rejected);

  g_assert_cmpstr (counts, ==, expected);
}

/* The only fault of an import that changes nothing. */
static void
assert_refused (Fixture *fixture, ArrearsImportKind kind, const char *sheet, ArrearsError code,
                const char *column, const char *text)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autoptr (ArrearsImportReport) report
      = arrears_test_desk_import_text (fixture->desk, kind, sheet, NULL);
  g_autofree char *after = arrears_test_desk_dump (fixture->desk);
  const ArrearsImportFault *fault;

  g_test_message ("%s", sheet);
  g_assert_false (report->is_taken);
  g_assert_cmpuint (report->n_rejected, ==, 1);
  g_assert_cmpuint (report->faults->len, ==, 1);
  fault = g_ptr_array_index (report->faults, 0);
  g_assert_false (fault->is_warning);
  g_assert_cmpint (fault->code, ==, code);
  g_assert_cmpuint (fault->row, ==, 2);
  g_assert_cmpstr (fault->column, ==, column);
  g_assert_cmpstr (fault->text, ==, text);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_row_refused (Fixture *fixture, const char *row, ArrearsError code, const char *column,
                    const char *text)
{
  g_autofree char *sheet = g_strconcat (INVOICE_HEADINGS, row, "\n", NULL);

  assert_refused (fixture, ARREARS_IMPORT_INVOICES, sheet, code, column, text);
}

static void
test_a_paid_amount_that_has_grown_adds_the_difference (Fixture *fixture, gconstpointer user_data)
{
  assert_counts (fixture, "0001,XS-1,2026-09-01,2026-10-01,1000,800\n",
                 "added 0 unchanged 0 updated 1 rejected 0");
  /* The first part on the due day, the new one today: it was not there before. */
  assert_answer (fixture,
                 "SELECT amount_fen, date (received_on + 1721424.5) FROM receipt ORDER BY id",
                 "50000|2026-10-01\n30000|2026-11-20\n");
  assert_answer (fixture, "SELECT open_fen FROM invoice WHERE number = 'XS-1'", "20000\n");
  assert_counts (fixture, "0001,XS-1,2026-09-01,2026-10-01,1000,800\n",
                 "added 0 unchanged 1 updated 0 rejected 0");
}

/* The other program may be behind: what the ledger knows as received stays so. */
static void
test_a_paid_amount_that_is_smaller_changes_nothing (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;

  assert_counts (fixture, "0001,XS-1,2026-09-01,2026-10-01,1000,200\n",
                 "added 0 unchanged 1 updated 0 rejected 0");
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_money_entered_by_hand_counts_as_paid (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *paid
      = arrears_test_desk_pay (fixture->desk, "0001", "300", "2026-11-02", "XS-2");

  g_assert_cmpstr (paid, ==, "XS-2 300.00, rest 0.00");
  assert_counts (fixture, "0001,XS-2,2026-10-01,2026-10-31,300,300\n",
                 "added 0 unchanged 1 updated 0 rejected 0");
}

static void
test_a_number_with_other_content_is_refused (Fixture *fixture, gconstpointer user_data)
{
  static const char *const rows[] = {
    "0002,XS-1,2026-09-01,2026-10-01,1000,500",
    "0001,XS-1,2026-09-01,2026-10-01,1000.01,500",
    "0001,XS-1,2026-09-02,2026-10-01,1000,500",
    "0001,XS-1,2026-09-01,2026-10-02,1000,500",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_row_refused (fixture, rows[i], ARREARS_ERROR_DUPLICATE, "invoice_number", "XS-1");
}

static void
test_a_credit_note_with_other_content_is_refused (Fixture *fixture, gconstpointer user_data)
{
  assert_counts (fixture, "0001,HC-1,2026-11-02,,-100,\n",
                 "added 1 unchanged 0 updated 0 rejected 0");
  assert_counts (fixture, "0001,HC-1,2026-11-02,,-100,\n",
                 "added 0 unchanged 1 updated 0 rejected 0");
  assert_row_refused (fixture, "0001,HC-1,2026-11-02,,-100.01,", ARREARS_ERROR_DUPLICATE,
                      "invoice_number", "HC-1");
  assert_row_refused (fixture, "0002,HC-1,2026-11-02,,-100,", ARREARS_ERROR_DUPLICATE,
                      "invoice_number", "HC-1");
}

static void
test_amounts_that_cannot_be_are_refused (Fixture *fixture, gconstpointer user_data)
{
  assert_row_refused (fixture, "0001,XS-9,2026-11-01,,0,", ARREARS_ERROR_AMOUNT_SIGN, "amount",
                      "0.00");
  assert_row_refused (fixture, "0001,XS-9,2026-11-01,,10,10.01", ARREARS_ERROR_PAID_EXCEEDS,
                      "paid_amount", "10.01");
  assert_row_refused (fixture, "0001,XS-9,2026-11-01,,10,-1", ARREARS_ERROR_AMOUNT_SIGN,
                      "paid_amount", "-1.00");
  assert_row_refused (fixture, "0001,XS-9,2026-11-01,,-10,-10", ARREARS_ERROR_AMOUNT_SIGN,
                      "paid_amount", "-10.00");
  assert_row_refused (fixture, "0001,XS-9,2026-11-01,,1.234,", ARREARS_ERROR_AMOUNT_DECIMALS,
                      "amount", "1.234");
}

/* A credit note has paid a part, the sheet says that all of it was paid in money. */
static void
test_more_paid_than_is_still_owed_is_refused (Fixture *fixture, gconstpointer user_data)
{
  assert_counts (fixture, "0002,HC-2,2026-11-02,,-80,\n",
                 "added 1 unchanged 0 updated 0 rejected 0");
  assert_row_refused (fixture, "0002,XS-3,2026-10-05,2026-11-04,88.88,88.88",
                      ARREARS_ERROR_PAID_EXCEEDS, "paid_amount", "88.88");
  assert_counts (fixture,
                 "0002,XS-3,2026-10-05,2026-11-04,88.88,88.88\n"
                 "0002,XS-8,2026-11-05,2026-11-24,12,\n",
                 "added 1 unchanged 0 updated 0 rejected 1");
  assert_answer (fixture, "SELECT count (*) FROM receipt WHERE reference = 'XS-3'", "0\n");
}

static void
test_a_row_that_stands_twice_is_taken_once_with_a_warning (Fixture *fixture,
                                                           gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report
      = arrears_test_desk_import_text (fixture->desk, ARREARS_IMPORT_INVOICES,
                                       INVOICE_HEADINGS "0001,XS-9,2026-11-01,2026-11-15,70,\n"
                                                        "0001,XS-9,2026-11-01,2026-11-15,70,\n",
                                       NULL);
  const ArrearsImportFault *warning;

  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_added, ==, 1);
  g_assert_cmpuint (report->n_unchanged, ==, 1);
  g_assert_cmpint (report->amount.fen, ==, 7000);
  g_assert_cmpuint (report->faults->len, ==, 1);
  warning = g_ptr_array_index (report->faults, 0);
  g_assert_true (warning->is_warning);
  g_assert_cmpint (warning->code, ==, ARREARS_ERROR_REPEATED);
  g_assert_cmpuint (warning->row, ==, 3);
  g_assert_nonnull (strstr (warning->message, "2"));
}

/* Some programs write a return under the number of the sale. */
static void
test_a_credit_note_may_bear_the_number_of_its_invoice (Fixture *fixture, gconstpointer user_data)
{
  const char *sheet = INVOICE_HEADINGS "0002,XS-9,2026-11-01,2026-11-15,70,\n"
                                       "0002,XS-9,2026-11-03,,-20,\n";
  g_autoptr (ArrearsImportReport) first
      = arrears_test_desk_import_text (fixture->desk, ARREARS_IMPORT_INVOICES, sheet, NULL);
  g_autoptr (ArrearsImportReport) second
      = arrears_test_desk_import_text (fixture->desk, ARREARS_IMPORT_INVOICES, sheet, NULL);

  g_assert_cmpuint (first->n_added, ==, 2);
  g_assert_cmpuint (first->faults->len, ==, 0);
  g_assert_cmpint (first->amount.fen, ==, 5000);
  g_assert_cmpuint (second->n_unchanged, ==, 2);
}

static void
test_another_name_under_a_known_code_is_a_warning (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report = arrears_test_desk_import_text (
      fixture->desk, ARREARS_IMPORT_INVOICES,
      "customer_code,customer_name,invoice_number,invoice_date,amount\n"
      "0001,清泉茶叶店,XS-9,2026-11-01,70\n",
      NULL);
  const ArrearsImportFault *warning;

  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->faults->len, ==, 1);
  warning = g_ptr_array_index (report->faults, 0);
  g_assert_true (warning->is_warning);
  g_assert_cmpint (warning->code, ==, ARREARS_ERROR_NAME_DIFFERS);
  g_assert_cmpstr (warning->text, ==, "清泉茶叶店");
  assert_answer (fixture, "SELECT name FROM customer WHERE code = '0001'", "清泉茶行\n");
}

/* A rejected row must not leave the customer behind that it named. */
static void
test_a_rejected_row_leaves_nothing_behind (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) invoices
      = arrears_test_desk_import_text (fixture->desk, ARREARS_IMPORT_INVOICES,
                                       INVOICE_HEADINGS "0077,XS-1,2026-09-01,2026-10-01,1000,500\n"
                                                        "0001,XS-9,2026-11-01,2026-11-15,70,\n",
                                       &skipping);
  g_autoptr (ArrearsImportReport) payments = arrears_test_desk_import_text (
      fixture->desk, ARREARS_IMPORT_PAYMENTS,
      "customer_code,date,amount,invoice_number\n0078,2026-11-01,50,XS-404\n"
      "0001,2026-11-01,50,XS-2\n",
      &skipping);

  g_assert_cmpuint (invoices->n_rejected, ==, 1);
  g_assert_cmpuint (invoices->n_new_customers, ==, 0);
  g_assert_cmpuint (payments->n_rejected, ==, 1);
  g_assert_cmpuint (payments->n_new_customers, ==, 0);
  assert_answer (fixture, "SELECT code FROM customer ORDER BY code", "0001\n0002\n");
}

/* The customer whom a rejected row would have made is made by the next good one. */
static void
test_a_good_row_makes_the_customer_that_a_bad_one_named (Fixture *fixture, gconstpointer user_data)
{
  assert_counts (fixture,
                 "0077,XS-1,2026-09-01,2026-10-01,1000,500\n"
                 "0077,XS-9,2026-11-01,2026-11-15,70,\n",
                 "added 1 unchanged 0 updated 0 rejected 1");
  assert_answer (fixture,
                 "SELECT c.code, i.number FROM invoice i JOIN customer c ON c.id = i.customer_id "
                 "WHERE i.number = 'XS-9'",
                 "0077|XS-9\n");
}

static void
test_due_days_follow_the_terms_where_the_sheet_names_none (Fixture *fixture,
                                                           gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report = arrears_test_desk_import_text (
      fixture->desk, ARREARS_IMPORT_INVOICES,
      "customer_code,invoice_number,invoice_date,due_date,amount,delivered_on\n"
      "0001,XS-5,2026-11-01,,10,2026-11-03\n"
      "0002,XS-6,2026-11-01,,10,2026-11-03\n"
      "0002,XS-7,2026-11-01,,10,\n",
      NULL);

  g_assert_true (report->is_taken);
  assert_answer (fixture,
                 "SELECT number, date (due_on + 1721424.5) FROM invoice "
                 "WHERE number IN ('XS-5', 'XS-6', 'XS-7') ORDER BY number",
                 "XS-5|2026-12-01\nXS-6|2026-11-03\nXS-7|2026-11-01\n");
}

/* Terms that changed since do not make another invoice of it. */
static void
test_other_terms_do_not_move_what_is_taken (Fixture *fixture, gconstpointer user_data)
{
  assert_counts (fixture, "0001,XS-5,2026-11-01,,10,\n",
                 "added 1 unchanged 0 updated 0 rejected 0");
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,60,B\n");
  assert_counts (fixture, "0001,XS-5,2026-11-01,,10,\n",
                 "added 0 unchanged 1 updated 0 rejected 0");
  assert_answer (fixture, "SELECT date (due_on + 1721424.5) FROM invoice WHERE number = 'XS-5'",
                 "2026-12-01\n");
}

static void
test_a_credit_beyond_what_is_open_stays_with_the_customer (Fixture *fixture,
                                                           gconstpointer user_data)
{
  g_autoptr (ArrearsAccount) account = NULL;

  assert_counts (fixture, "0002,HC-1,2026-11-02,,-100,\n",
                 "added 1 unchanged 0 updated 0 rejected 0");
  account = arrears_test_desk_load_account (fixture->desk, "0002");
  g_assert_cmpint (account->unapplied.fen, ==, 1112);
  g_assert_cmpint (account->balance.fen, ==, -1112);
  g_assert_cmpint (account->overdue.fen, ==, 0);
}

static const char american_sheet[] = "countryCode,customerID,InvoiceNumber,InvoiceDate,DueDate,"
                                     "InvoiceAmount\n"
                                     "391,0379-NEVHP,611365,1/2/2013,2/1/2013,55.94\n"
                                     "406,8976-AMJEO,7900770,1/26/2013,2/25/2013,61.74\n"
                                     "391,2820-XGXSB,9231909,7/3/2013,8/2/2013,65.88\n";

static ArrearsImportReport *
import_american (Fixture *fixture, ArrearsDayOrder order, GError **error)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "history.csv");
  const ArrearsImportOptions options = { .day_order = order };
  g_autoptr (ArrearsImport) import = NULL;

  g_assert_true (g_file_set_contents (path, american_sheet, -1, NULL));
  import = arrears_import_open (ARREARS_IMPORT_INVOICES, path, NULL, error);
  g_assert_nonnull (import);
  return arrears_import_run (import, fixture->desk, &options, FALSE, NULL, NULL, error);
}

static void
test_days_that_can_be_read_two_ways_are_asked_about (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImportReport) refused
      = import_american (fixture, ARREARS_DAY_ORDER_UNKNOWN, &error);
  g_autoptr (ArrearsImportReport) report = NULL;

  g_assert_null (refused);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "2013-01-02"));
  g_assert_nonnull (strstr (error->message, "2013-02-01"));
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
  g_clear_error (&error);

  report = import_american (fixture, ARREARS_DAY_ORDER_MDY, &error);
  g_assert_no_error (error);
  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_added, ==, 3);
  assert_answer (fixture,
                 "SELECT date (issued_on + 1721424.5) FROM invoice "
                 "WHERE number IN ('611365', '9231909') ORDER BY number",
                 "2013-01-02\n2013-07-03\n");
}

static void
test_columns_are_matched_by_hand (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "own.csv");
  g_autoptr (ArrearsImportReport) report = NULL;

  g_assert_true (g_file_set_contents (
      path, "谁欠的,第几张,哪天开的,多少钱\n清泉茶行,T-1,2026-11-05,66.6\n", -1, NULL));
  report = arrears_test_desk_import (
      fixture->desk, ARREARS_IMPORT_INVOICES, path,
      "谁欠的=customer_name,第几张=invoice_number,C=invoice_date,多少钱=amount", NULL, FALSE);
  g_assert_true (report->is_taken);
  assert_answer (fixture,
                 "SELECT c.code, i.amount_fen FROM invoice i "
                 "JOIN customer c ON c.id = i.customer_id WHERE i.number = 'T-1'",
                 "0001|6660\n");
}

static void
test_a_map_that_is_wrong_is_refused (Fixture *fixture, gconstpointer user_data)
{
  static const char *const maps[]
      = { "没有这列=amount", "多少钱=price", "多少钱", "多少钱=amount,多少钱=" };
  const char *path = arrears_test_folder_get_path (fixture->folder, "own.csv");

  g_assert_true (g_file_set_contents (
      path, "客户名称,单据号,业务日期,多少钱\n清泉茶行,T-1,2026-11-05,66.6\n", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ArrearsImport) import
          = arrears_import_open (ARREARS_IMPORT_INVOICES, path, maps[i], &error);

      g_test_message ("%s", maps[i]);
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING);
      g_assert_null (import);
    }
}

static void
test_a_column_that_is_needed_must_be_there (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "own.csv");
  const ArrearsImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImport) import = NULL;
  g_autoptr (ArrearsImportReport) report = NULL;

  g_assert_true (g_file_set_contents (
      path, "客户名称,单据号,业务日期,备用\n清泉茶行,T-1,2026-11-05,66.6\n", -1, NULL));
  import = arrears_import_open (ARREARS_IMPORT_INVOICES, path, NULL, &error);
  g_assert_no_error (error);
  report = arrears_import_run (import, fixture->desk, &options, FALSE, NULL, NULL, &error);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING);
  g_assert_null (report);
  g_clear_error (&error);

  g_assert_cmpstr (arrears_import_get_heading (import, 3), ==, "备用");
  g_assert_cmpuint (arrears_import_get_n_rows (import), ==, 1);
  g_assert_cmpstr (arrears_import_get_cell (import, 0, 3), ==, "66.6");
  arrears_import_set_field (import, 3, ARREARS_IMPORT_FIELD_AMOUNT);
  report = arrears_import_run (import, fixture->desk, &options, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->is_taken);
}

static void
test_what_cannot_be_read_is_refused (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_import_open (ARREARS_IMPORT_INVOICES,
                                      arrears_test_folder_get_path (fixture->folder, "none.csv"),
                                      NULL, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_customers_are_corrected_by_a_later_sheet (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report = arrears_test_desk_import_text (
      fixture->desk, ARREARS_IMPORT_CUSTOMERS,
      "客户编码,客户名称,统一社会信用代码,手机,账期,信用额度,等级\n"
      "0001,清泉茶行,91330106ma0007030q,13800000001,,\"20,000\",优质\n"
      "0002,老窖酒业,,,,,\n"
      "0003,新客户,,,7,,\n",
      NULL);

  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_updated, ==, 1);
  g_assert_cmpuint (report->n_unchanged, ==, 1);
  g_assert_cmpuint (report->n_added, ==, 1);
  assert_answer (fixture,
                 "SELECT c.code, uscc, phone, terms_days, credit_limit_fen, grade FROM customer c "
                 "LEFT JOIN contact k ON k.customer_id = c.id ORDER BY code",
                 "0001|91330106MA0007030Q|13800000001|30|2000000|A\n"
                 "0002|||-1|0|A\n"
                 "0003|||7|0|B\n");
}

static void
test_customers_without_a_code_get_the_next_free_one (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report = arrears_test_desk_import_text (
      fixture->desk, ARREARS_IMPORT_CUSTOMERS, "名称\n甲店\n清泉茶行\n乙店\n", NULL);

  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_added, ==, 2);
  g_assert_cmpuint (report->n_unchanged, ==, 1);
  assert_answer (fixture, "SELECT code, name FROM customer WHERE code > '0002' ORDER BY code",
                 "0003|甲店\n0004|乙店\n");
}

static void
test_a_name_that_two_customers_bear_is_refused (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_add_customers (fixture->desk, "0003,清泉茶行,,\n");
  assert_refused (fixture, ARREARS_IMPORT_INVOICES,
                  "customer_name,invoice_number,invoice_date,amount\n清泉茶行,XS-9,2026-11-01,70\n",
                  ARREARS_ERROR_DUPLICATE, "customer_name", "清泉茶行");
}

/* That a row before named one of the two by its code says nothing of which is meant here. */
static void
test_a_name_of_two_stays_open_where_a_row_before_named_one (Fixture *fixture,
                                                            gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report = NULL;
  const ArrearsImportFault *fault;

  arrears_test_desk_add_customers (fixture->desk, "0003,清泉茶行,,\n");
  report = arrears_test_desk_import_text (
      fixture->desk, ARREARS_IMPORT_INVOICES,
      "customer_code,customer_name,invoice_number,invoice_date,amount\n"
      "0003,清泉茶行,XS-8,2026-11-01,60\n,清泉茶行,XS-9,2026-11-01,70\n",
      NULL);
  g_assert_cmpuint (report->n_rejected, ==, 1);
  g_assert_cmpuint (report->faults->len, ==, 1);
  fault = g_ptr_array_index (report->faults, 0);
  g_assert_cmpint (fault->code, ==, ARREARS_ERROR_DUPLICATE);
  g_assert_cmpuint (fault->row, ==, 3);
}

/* A name that a row has changed is nobody's any more, and the new one is known at once. */
static void
test_a_changed_name_is_followed_within_the_sheet (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report
      = arrears_test_desk_import_text (fixture->desk, ARREARS_IMPORT_CUSTOMERS,
                                       "customer_code,customer_name,phone\n"
                                       ",清泉茶行,1\n0001,清泉茶业,\n,清泉茶业,2\n0008,清泉茶行,3\n"
                                       ",清泉茶行,4\n",
                                       NULL);

  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_updated, ==, 4);
  g_assert_cmpuint (report->n_added, ==, 1);
  assert_answer (fixture,
                 "SELECT c.code, c.name, p.phone FROM customer c JOIN contact p "
                 "ON p.customer_id = c.id WHERE c.name LIKE '清泉%' ORDER BY 1",
                 "0001|清泉茶业|2\n0008|清泉茶行|4\n");
}

static void
test_a_credit_code_that_cannot_be_is_refused (Fixture *fixture, gconstpointer user_data)
{
  assert_refused (fixture, ARREARS_IMPORT_CUSTOMERS,
                  "customer_code,customer_name,uscc\n0009,某店,91330106MA000703\n",
                  ARREARS_ERROR_USCC_LENGTH, "uscc", "91330106MA000703");
}

/* A total that says nothing of a column does not say that it comes to nothing. */
static void
test_a_total_states_what_stands_in_it (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report
      = arrears_test_desk_import_text (fixture->desk, ARREARS_IMPORT_INVOICES,
                                       INVOICE_HEADINGS "0001,XS-9,2026-11-01,2026-11-15,70,20\n"
                                                        "合计,,,,70,\n",
                                       NULL);

  g_assert_true (report->has_stated_amount);
  g_assert_cmpint (report->stated_amount.fen, ==, 7000);
  g_assert_cmpint (report->paid.fen, ==, 2000);
  g_assert_false (report->has_stated_paid);
}

/* As a payment by hand: money that is to come is none yet. */
static void
test_nothing_was_paid_on_a_day_to_come (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "more.csv");
  const ArrearsImportOptions options
      = { .paid_rule = ARREARS_PAID_ON_DAY, .paid_on = arrears_test_day ("2026-11-21") };
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImport) import = NULL;

  g_assert_true (g_file_set_contents (
      path, INVOICE_HEADINGS "0001,XS-9,2026-11-01,2026-11-15,70,20\n", -1, NULL));
  import = arrears_import_open (ARREARS_IMPORT_INVOICES, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (
      arrears_import_run (import, fixture->desk, &options, FALSE, NULL, NULL, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_what_is_paid_of_an_invoice_to_come_is_there_today (Fixture *fixture, gconstpointer user_data)
{
  static const ArrearsPaidOnRule rules[] = { ARREARS_PAID_ON_DUE_DAY, ARREARS_PAID_ON_ISSUE_DAY };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const ArrearsImportOptions options = { .paid_rule = rules[i] };
      g_autofree char *sheet = g_strdup_printf (
          INVOICE_HEADINGS "0001,AHEAD-%u,2026-12-01,2026-12-15,70,20\n", (guint) i);
      g_autoptr (ArrearsImportReport) report = arrears_test_desk_import_text (
          fixture->desk, ARREARS_IMPORT_INVOICES, sheet, &options);

      g_assert_true (report->is_taken);
    }
  assert_answer (fixture,
                 "SELECT date (received_on + 1721424.5) FROM receipt "
                 "WHERE reference LIKE 'AHEAD%'",
                 "2026-11-20\n2026-11-20\n");
}

static void
test_every_fault_of_a_sheet_is_named (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report
      = arrears_test_desk_import_text (fixture->desk, ARREARS_IMPORT_INVOICES,
                                       INVOICE_HEADINGS "0001,XS-1,2026-09-01,2026-10-01,999,\n"
                                                        "0001,,2026-11-01,,5,\n"
                                                        "0001,XS-10,2026-11-31,,5,\n"
                                                        "0001,XS-11,2026-11-01,,x,\n"
                                                        "0001,XS-12,2026-11-01,,5,6\n",
                                       NULL);

  g_assert_false (report->is_taken);
  g_assert_cmpuint (report->n_read, ==, 5);
  g_assert_cmpuint (report->n_rejected, ==, 5);
  g_assert_cmpuint (report->faults->len, ==, 5);
  for (guint i = 0; i < report->faults->len; i++)
    g_assert_cmpuint (((ArrearsImportFault *) g_ptr_array_index (report->faults, i))->row, ==,
                      i + 2);
}

static void
interrupt_desk (double fraction, gpointer user_data)
{
  arrears_desk_interrupt (user_data);
}

/* Whenever it comes: here between two queries, when there is none to end. */
static void
test_an_interrupted_import_changes_nothing (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "more.csv");
  const ArrearsImportOptions options = { 0 };
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDesk) worker = arrears_desk_open_again (fixture->desk, &error);
  g_autoptr (ArrearsImport) import = NULL;

  g_assert_no_error (error);
  g_assert_true (
      g_file_set_contents (path, INVOICE_HEADINGS "0009,XS-9,2026-11-01,,5,\n", -1, NULL));
  import = arrears_import_open (ARREARS_IMPORT_INVOICES, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (
      arrears_import_run (import, worker, &options, FALSE, interrupt_desk, worker, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_CANCELLED);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/import-rules/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("a-paid-amount-that-has-grown-adds-the-difference",
       test_a_paid_amount_that_has_grown_adds_the_difference);
  add ("a-paid-amount-that-is-smaller-changes-nothing",
       test_a_paid_amount_that_is_smaller_changes_nothing);
  add ("money-entered-by-hand-counts-as-paid", test_money_entered_by_hand_counts_as_paid);
  add ("a-number-with-other-content-is-refused", test_a_number_with_other_content_is_refused);
  add ("a-credit-note-with-other-content-is-refused",
       test_a_credit_note_with_other_content_is_refused);
  add ("amounts-that-cannot-be-are-refused", test_amounts_that_cannot_be_are_refused);
  add ("more-paid-than-is-still-owed-is-refused", test_more_paid_than_is_still_owed_is_refused);
  add ("a-row-that-stands-twice-is-taken-once-with-a-warning",
       test_a_row_that_stands_twice_is_taken_once_with_a_warning);
  add ("a-credit-note-may-bear-the-number-of-its-invoice",
       test_a_credit_note_may_bear_the_number_of_its_invoice);
  add ("another-name-under-a-known-code-is-a-warning",
       test_another_name_under_a_known_code_is_a_warning);
  add ("a-rejected-row-leaves-nothing-behind", test_a_rejected_row_leaves_nothing_behind);
  add ("a-good-row-makes-the-customer-that-a-bad-one-named",
       test_a_good_row_makes_the_customer_that_a_bad_one_named);
  add ("due-days-follow-the-terms-where-the-sheet-names-none",
       test_due_days_follow_the_terms_where_the_sheet_names_none);
  add ("other-terms-do-not-move-what-is-taken", test_other_terms_do_not_move_what_is_taken);
  add ("a-credit-beyond-what-is-open-stays-with-the-customer",
       test_a_credit_beyond_what_is_open_stays_with_the_customer);
  add ("days-that-can-be-read-two-ways-are-asked-about",
       test_days_that_can_be_read_two_ways_are_asked_about);
  add ("columns-are-matched-by-hand", test_columns_are_matched_by_hand);
  add ("a-map-that-is-wrong-is-refused", test_a_map_that_is_wrong_is_refused);
  add ("a-column-that-is-needed-must-be-there", test_a_column_that_is_needed_must_be_there);
  add ("what-cannot-be-read-is-refused", test_what_cannot_be_read_is_refused);
  add ("customers-are-corrected-by-a-later-sheet", test_customers_are_corrected_by_a_later_sheet);
  add ("customers-without-a-code-get-the-next-free-one",
       test_customers_without_a_code_get_the_next_free_one);
  add ("a-name-that-two-customers-bear-is-refused", test_a_name_that_two_customers_bear_is_refused);
  add ("a-name-of-two-stays-open-where-a-row-before-named-one",
       test_a_name_of_two_stays_open_where_a_row_before_named_one);
  add ("a-changed-name-is-followed-within-the-sheet",
       test_a_changed_name_is_followed_within_the_sheet);
  add ("a-credit-code-that-cannot-be-is-refused", test_a_credit_code_that_cannot_be_is_refused);
  add ("a-total-states-what-stands-in-it", test_a_total_states_what_stands_in_it);
  add ("nothing-was-paid-on-a-day-to-come", test_nothing_was_paid_on_a_day_to_come);
  add ("what-is-paid-of-an-invoice-to-come-is-there-today",
       test_what_is_paid_of_an_invoice_to_come_is_there_today);
  add ("every-fault-of-a-sheet-is-named", test_every_fault_of_a_sheet_is_named);
  add ("an-interrupted-import-changes-nothing", test_an_interrupted_import_changes_nothing);
  return g_test_run ();
}

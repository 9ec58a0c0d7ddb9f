/* test-import-payments.c: sheets of payments taken into a ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-test-desk.h"
#include "arrears-test-values.h"

static const ArrearsImportOptions skipping = { .skips_bad = TRUE };

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2026-11-20");
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,30,B\n0002,老窖酒业,,A\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2026-09-01,2026-10-01,1000,,\n"
                                                 "0001,XS-2,2026-10-01,2026-10-31,300,,\n"
                                                 "0002,XS-3,2026-10-05,2026-11-04,88.88,,\n");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static ArrearsImportReport *
import_payments (Fixture *fixture, const char *rows, const ArrearsImportOptions *options)
{
  g_autofree char *sheet
      = g_strconcat ("客户编码,收款日期,收款金额,核销单据号,流水号\n", rows, NULL);

  return arrears_test_desk_import_text (fixture->desk, ARREARS_IMPORT_PAYMENTS, sheet, options);
}

static void
assert_answer (Fixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *answer = arrears_test_desk_ask (fixture->desk, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static void
assert_refused (Fixture *fixture, const char *row, ArrearsError code, const char *text)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autoptr (ArrearsImportReport) report = import_payments (fixture, row, NULL);
  g_autofree char *after = arrears_test_desk_dump (fixture->desk);
  const ArrearsImportFault *fault;

  g_assert_false (report->is_taken);
  g_assert_cmpuint (report->faults->len, ==, 1);
  fault = g_ptr_array_index (report->faults, 0);
  g_assert_cmpint (fault->code, ==, code);
  g_assert_cmpstr (fault->text, ==, text);
  g_assert_cmpstr (after, ==, before);
}

static void
test_payments_are_allocated_in_the_order_of_the_law (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report = import_payments (
      fixture, "0001,2026-11-02,1100,,T1\n0001,2026-11-03,50,XS-2,T2\n0002,2026-11-05,100,,T3\n",
      NULL);

  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_added, ==, 3);
  g_assert_cmpint (report->amount.fen, ==, 125000);
  assert_answer (fixture,
                 "SELECT r.reference, i.number, a.amount_fen FROM allocation a "
                 "JOIN receipt r ON r.id = a.receipt_id JOIN invoice i ON i.id = a.invoice_id "
                 "ORDER BY a.id",
                 "T1|XS-1|100000\nT1|XS-2|10000\nT2|XS-2|5000\nT3|XS-3|8888\n");
  assert_answer (fixture, "SELECT sum (unapplied_fen) FROM receipt", "1112\n");
}

static void
test_the_same_payments_again_change_nothing (Fixture *fixture, gconstpointer user_data)
{
  const char *rows = "0001,2026-11-02,100,,T1\n0001,2026-11-02,100,,T1\n"
                     "0002,2026-11-05,10,XS-3,\n0009,2026-11-05,10,,\n0009,2026-11-05,10,,\n";
  g_autoptr (ArrearsImportReport) first = import_payments (fixture, rows, NULL);
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autoptr (ArrearsImportReport) second = import_payments (fixture, rows, NULL);
  g_autofree char *after = arrears_test_desk_dump (fixture->desk);

  g_assert_cmpuint (first->n_added, ==, 5);
  g_assert_cmpuint (first->n_new_customers, ==, 1);
  g_assert_cmpuint (second->n_added, ==, 0);
  g_assert_cmpuint (second->n_unchanged, ==, 5);
  g_assert_cmpstr (after, ==, before);
}

/* Two payments alike are two payments; a longer statement brings only what is new. */
static void
test_an_equal_payment_more_is_added (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) first
      = import_payments (fixture, "0001,2026-11-02,100,,T1\n", NULL);
  g_autoptr (ArrearsImportReport) second = import_payments (
      fixture, "0001,2026-11-02,100,,T1\n0001,2026-11-02,100,,T1\n0001,2026-11-02,100,,T2\n", NULL);

  g_assert_cmpuint (first->n_added, ==, 1);
  g_assert_cmpuint (second->n_added, ==, 2);
  g_assert_cmpuint (second->n_unchanged, ==, 1);
  assert_answer (fixture, "SELECT count (*), sum (amount_fen) FROM receipt", "3|30000\n");
}

static void
test_payments_that_cannot_be_are_refused (Fixture *fixture, gconstpointer user_data)
{
  assert_refused (fixture, "0001,2026-11-21,100,,T1\n", ARREARS_ERROR_DAY_ORDER, "2026-11-21");
  assert_refused (fixture, "0001,2026-11-02,0,,T1\n", ARREARS_ERROR_AMOUNT_SIGN, "0");
  assert_refused (fixture, "0001,2026-11-02,-5,,T1\n", ARREARS_ERROR_AMOUNT_SIGN, "-5");
  assert_refused (fixture, "0001,2026-11-02,5,XS-404,T1\n", ARREARS_ERROR_NOT_FOUND, "XS-404");
  assert_refused (fixture, "0002,2026-11-02,5,XS-1,T1\n", ARREARS_ERROR_NOT_FOUND, "XS-1");
  assert_refused (fixture, "0404,2026-11-02,5,XS-1,T1\n", ARREARS_ERROR_NOT_FOUND, "XS-1");
}

static void
test_money_from_someone_new_stays_unapplied (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsImportReport) report
      = import_payments (fixture, "0009,2026-11-05,500,,T1\n0001,2026-11-99,1,,\n", &skipping);
  g_autoptr (ArrearsAccount) account = arrears_test_desk_load_account (fixture->desk, "0009");

  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_new_customers, ==, 1);
  g_assert_cmpuint (report->n_rejected, ==, 1);
  g_assert_cmpint (account->unapplied.fen, ==, 50000);
  g_assert_cmpint (account->balance.fen, ==, -50000);
}

static void
test_a_dry_run_of_payments_says_what_is_then_done (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "payments.csv");
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autoptr (ArrearsImportReport) dry = NULL;
  g_autoptr (ArrearsImportReport) real = NULL;
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;
  g_autofree char *done = NULL;

  g_assert_true (g_file_set_contents (path,
                                      "customer_name,date,amount,invoice_number\n"
                                      "清泉茶行,2026-11-02,1100,\n新客户,2026-11-02,7,\n"
                                      "清泉茶行,2026-12-02,1,\n清泉茶行,2026-11-03,1,XS-9\n",
                                      -1, NULL));
  dry = arrears_test_desk_import (fixture->desk, ARREARS_IMPORT_PAYMENTS, path, NULL, &skipping,
                                  TRUE);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
  real = arrears_test_desk_import (fixture->desk, ARREARS_IMPORT_PAYMENTS, path, NULL, &skipping,
                                   FALSE);
  said = arrears_test_desk_describe_report (dry);
  done = arrears_test_desk_describe_report (real);
  g_assert_cmpstr (said, ==, done);
  g_assert_cmpuint (real->n_added, ==, 2);
  g_assert_cmpuint (real->n_rejected, ==, 2);
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/import-payments/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("payments-are-allocated-in-the-order-of-the-law",
       test_payments_are_allocated_in_the_order_of_the_law);
  add ("the-same-payments-again-change-nothing", test_the_same_payments_again_change_nothing);
  add ("an-equal-payment-more-is-added", test_an_equal_payment_more_is_added);
  add ("payments-that-cannot-be-are-refused", test_payments_that_cannot_be_are_refused);
  add ("money-from-someone-new-stays-unapplied", test_money_from_someone_new_stays_unapplied);
  add ("a-dry-run-of-payments-says-what-is-then-done",
       test_a_dry_run_of_payments_says_what_is_then_done);
  return g_test_run ();
}

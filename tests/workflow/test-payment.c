/* test-payment.c: money received, and what it pays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-flags.h"
#include "arrears-letter.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2025-03-01");
  arrears_test_desk_set_company (fixture->desk);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static void
assert_pays (Fixture *fixture, const char *code, const char *amount, const char *on,
             const char *invoice, const char *expected)
{
  g_autofree char *paid = arrears_test_desk_pay (fixture->desk, code, amount, on, invoice);

  g_assert_cmpstr (paid, ==, expected);
}

static void
assert_refused (Fixture *fixture, const ArrearsPayment *payment, ArrearsError code)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_payment_record (fixture->desk, payment, &error));
  g_assert_error (error, ARREARS_ERROR, (int) code);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_the_earliest_due_is_paid_first_and_equal_ones_pro_rata (Fixture *fixture,
                                                             gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,B,2025-01-10,2025-02-14,20000,,\n"
                                                 "0001,C,2025-01-10,2025-02-14,10000,,\n"
                                                 "0001,A,2025-01-01,2025-01-15,10000,,\n");
  assert_pays (fixture, "0001", "25000", "2025-03-01", NULL,
               "A 10000.00, B 10000.00, C 5000.00, rest 0.00");
}

/* A carries no charge, B 0.05 % a day. */
static void
make_burdens (Fixture *fixture)
{
  static const char *const terms[] = { "none", "daily:0.0005" };

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-01-01,2025-01-15,10000,,HT-A\n"
                                                 "0001,B,2025-01-10,2025-02-14,20000,,HT-B\n");
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ArrearsContract) contract = arrears_account_find_contract (
          fixture->desk, arrears_test_desk_find (fixture->desk, "0001"), i == 0 ? "HT-A" : "HT-B",
          &error);

      g_assert_no_error (error);
      arrears_record_set_text (&contract->charge_terms, terms[i]);
      arrears_account_save_contract (fixture->desk, contract, &error);
      g_assert_no_error (error);
    }
}

static void
test_the_more_burdensome_debt_is_paid_first (Fixture *fixture, gconstpointer user_data)
{
  make_burdens (fixture);
  assert_pays (fixture, "0001", "12000", "2025-03-01", NULL, "B 12000.00, rest 0.00");
}

static void
test_the_payer_may_name_the_debt (Fixture *fixture, gconstpointer user_data)
{
  make_burdens (fixture);
  assert_pays (fixture, "0001", "12000", "2025-03-01", "A", "A 10000.00, B 2000.00, rest 0.00");
}

static void
test_what_is_not_yet_due_is_paid_last (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,LATER,2025-02-01,2025-03-02,50,,\n"
                                                 "0001,DUE,2025-02-20,2025-03-01,30,,\n");
  assert_pays (fixture, "0001", "40", "2025-03-01", NULL, "DUE 30.00, LATER 10.00, rest 0.00");
}

static void
test_a_preview_says_what_recording_then_does (Fixture *fixture, gconstpointer user_data)
{
  ArrearsPayment payment
      = { .amount = arrears_test_money ("70"), .on = arrears_test_day ("2025-03-01") };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPaymentResult) preview = NULL;
  g_autoptr (ArrearsPaymentResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-01-01,2025-01-15,33.34,,\n"
                                                 "0001,B,2025-01-01,2025-01-15,33.33,,\n");
  payment.customer_id = arrears_test_desk_find (fixture->desk, "0001");
  before = arrears_test_desk_dump (fixture->desk);
  preview = arrears_payment_preview (fixture->desk, &payment, &error);
  g_assert_no_error (error);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
  result = arrears_payment_record (fixture->desk, &payment, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->parts->len, ==, result->parts->len);
  for (guint i = 0; i < preview->parts->len; i++)
    {
      const ArrearsPaymentPart *said = g_ptr_array_index (preview->parts, i);
      const ArrearsPaymentPart *done = g_ptr_array_index (result->parts, i);

      g_assert_cmpstr (said->invoice_number, ==, done->invoice_number);
      g_assert_cmpint (said->amount.fen, ==, done->amount.fen);
    }
  g_assert_cmpint (preview->unapplied.fen, ==, result->unapplied.fen);
  g_assert_cmpint (result->unapplied.fen, ==, 333);
}

static void
test_a_payment_is_logged_for_its_day (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *log = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-01-01,2025-01-15,10,,\n");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "4", "2025-02-27", NULL));
  log = arrears_test_desk_ask (fixture->desk,
                               "SELECT kind, subject, date (day + 1721424.5), amount_fen "
                               "FROM log_entry ORDER BY id DESC LIMIT 1");
  g_assert_cmpstr (log, ==, "received|网银转账|2025-02-27|400\n");
}

static void
test_payments_that_cannot_be_are_refused (Fixture *fixture, gconstpointer user_data)
{
  ArrearsPayment payment
      = { .amount = arrears_test_money ("10"), .on = arrears_test_day ("2025-03-01") };
  ArrearsPayment wrong;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-01-01,2025-01-15,10,,\n"
                                                 "0002,B,2025-01-01,2025-01-15,10,,\n");
  payment.customer_id = arrears_test_desk_find (fixture->desk, "0001");

  wrong = payment;
  wrong.amount = ARREARS_MONEY_ZERO;
  assert_refused (fixture, &wrong, ARREARS_ERROR_AMOUNT_SIGN);
  wrong.amount = arrears_test_money ("-1");
  assert_refused (fixture, &wrong, ARREARS_ERROR_AMOUNT_SIGN);
  wrong = payment;
  wrong.on = arrears_test_day ("2025-03-02");
  assert_refused (fixture, &wrong, ARREARS_ERROR_DAY_ORDER);
  wrong.on = ARREARS_DAY_NONE;
  assert_refused (fixture, &wrong, ARREARS_ERROR_DAY_ORDER);
  wrong = payment;
  wrong.invoice_number = "B";
  assert_refused (fixture, &wrong, ARREARS_ERROR_NOT_FOUND);
  wrong.invoice_number = "NONE";
  assert_refused (fixture, &wrong, ARREARS_ERROR_NOT_FOUND);
  wrong = payment;
  wrong.customer_id = 404;
  assert_refused (fixture, &wrong, ARREARS_ERROR_NOT_FOUND);
}

/* Naming an invoice of tomorrow must not pay those of today. */
static void
test_an_invoice_of_a_later_day_cannot_be_named (Fixture *fixture, gconstpointer user_data)
{
  ArrearsPayment payment = { .amount = arrears_test_money ("10"),
                             .on = arrears_test_day ("2025-03-01"),
                             .invoice_number = "TOMORROW" };

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-01-01,2025-01-15,10,,\n"
                                                 "0001,TOMORROW,2025-03-02,2025-03-15,10,,\n");
  payment.customer_id = arrears_test_desk_find (fixture->desk, "0001");
  assert_refused (fixture, &payment, ARREARS_ERROR_NOT_FOUND);
}

static void
test_money_paid_ahead_stays_unapplied_and_is_not_chased (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) flags = NULL;
  g_autoptr (ArrearsAccount) account = NULL;
  g_autoptr (ArrearsDemand) demand = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,,B\n");
  assert_pays (fixture, "0001", "1000", "2025-03-01", NULL, "rest 1000.00");
  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-03-01,2025-03-10,600,,\n"
                                                 "0001,B,2025-03-01,2025-03-20,700,,\n");
  arrears_test_desk_set_day (fixture->desk, "2025-04-30");
  account = arrears_test_desk_load_account (fixture->desk, "0001");
  g_assert_cmpint (account->unapplied.fen, ==, 100000);
  g_assert_cmpint (account->balance.fen, ==, 30000);
  g_assert_cmpint (account->overdue.fen, ==, 30000);
  g_assert_cmpint (account->days_overdue, ==, 41);

  flags = arrears_flags_list (fixture->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (flags->len, ==, 1);
  g_set_object (&account, g_ptr_array_index (flags, 0));
  g_assert_cmpint (account->overdue.fen, ==, 30000);
  g_assert_cmpstr (account->oldest_invoice, ==, "B");

  id = arrears_test_desk_find (fixture->desk, "0001");
  demand = arrears_letter_draft (fixture->desk, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (demand->lines->len, ==, 1);
  g_assert_cmpint (demand->principal.fen, ==, 30000);
  g_assert_cmpint (demand->unapplied.fen, ==, 100000);

  assert_pays (fixture, "0001", "300", "2025-04-30", "B", "B 300.00, rest 0.00");
  g_clear_pointer (&flags, g_ptr_array_unref);
  flags = arrears_flags_list (fixture->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (flags->len, ==, 0);
  g_clear_pointer (&demand, arrears_demand_free);
  g_assert_null (arrears_letter_draft (fixture->desk, id, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE);
}

static void
test_a_payment_of_a_past_day_pays_what_nobody_paid_since (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-01-01,2025-01-15,100,,\n"
                                                 "0001,B,2025-01-01,2025-01-20,100,,\n");
  assert_pays (fixture, "0001", "80", "2025-03-01", NULL, "A 80.00, rest 0.00");
  arrears_test_desk_set_day (fixture->desk, "2025-02-01");
  assert_pays (fixture, "0001", "50", "2025-02-01", NULL, "A 20.00, B 30.00, rest 0.00");
}

/* Money of an earlier day is allocated on the day of the invoice at the earliest. */
static void
test_nothing_is_allocated_before_its_invoice (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *allocated = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-02-10,2025-02-20,100,,\n");
  assert_pays (fixture, "0001", "100", "2025-02-01", NULL, "A 100.00, rest 0.00");
  allocated = arrears_test_desk_ask (fixture->desk,
                                     "SELECT date (allocated_on + 1721424.5) FROM allocation");
  g_assert_cmpstr (allocated, ==, "2025-02-10\n");
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/payment/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("the-earliest-due-is-paid-first-and-equal-ones-pro-rata",
       test_the_earliest_due_is_paid_first_and_equal_ones_pro_rata);
  add ("the-more-burdensome-debt-is-paid-first", test_the_more_burdensome_debt_is_paid_first);
  add ("the-payer-may-name-the-debt", test_the_payer_may_name_the_debt);
  add ("what-is-not-yet-due-is-paid-last", test_what_is_not_yet_due_is_paid_last);
  add ("a-preview-says-what-recording-then-does", test_a_preview_says_what_recording_then_does);
  add ("a-payment-is-logged-for-its-day", test_a_payment_is_logged_for_its_day);
  add ("payments-that-cannot-be-are-refused", test_payments_that_cannot_be_are_refused);
  add ("an-invoice-of-a-later-day-cannot-be-named", test_an_invoice_of_a_later_day_cannot_be_named);
  add ("money-paid-ahead-stays-unapplied-and-is-not-chased",
       test_money_paid_ahead_stays_unapplied_and_is_not_chased);
  add ("a-payment-of-a-past-day-pays-what-nobody-paid-since",
       test_a_payment_of_a_past_day_pays_what_nobody_paid_since);
  add ("nothing-is-allocated-before-its-invoice", test_nothing_is_allocated_before_its_invoice);
  return g_test_run ();
}

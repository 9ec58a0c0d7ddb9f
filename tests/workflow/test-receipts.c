/* test-receipts.c: money that came in, and what became of it; credit notes and write-offs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charge-left.h"
#include "arrears-flags.h"
#include "arrears-invoices.h"
#include "arrears-test-debts.h"
#include "arrears-test-values.h"
#include "arrears-write-off.h"

enum
{
  NO_REFUSAL = -1,
};

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

/* A of 10,000.00 due on 2025-03-31, B of 5,000.00 due on 2025-04-30, at 0.05 % a day. */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2025-01-02");
  arrears_test_desk_set_company (fixture->desk);
  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-01-02,2025-03-31,10000,,HT-1\n"
                                                 "0001,B,2025-01-02,2025-04-30,5000,,HT-1\n");
  arrears_test_debts_set_terms (fixture->desk, "0001", "HT-1", "daily:0.0005", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static gint64
find_customer (Fixture *fixture)
{
  return arrears_test_desk_find (fixture->desk, "0001");
}

static void
set_day (Fixture *fixture, const char *day)
{
  arrears_test_desk_set_day (fixture->desk, day);
}

static void
assert_pays (Fixture *fixture, const char *amount, const char *on, const char *order,
             const char *expected)
{
  g_autofree char *paid = arrears_test_debts_pay (fixture->desk, "0001", amount, on, order);

  g_assert_cmpstr (paid, ==, expected);
}

static void
assert_unapplied (Fixture *fixture, const char *expected)
{
  g_autoptr (ArrearsAccount) account = arrears_test_desk_load_account (fixture->desk, "0001");
  g_autofree char *printed = arrears_money_to_string (account->unapplied);

  g_assert_cmpstr (printed, ==, expected);
}

/* The state of the account on a day: what is open of both, and what is unapplied. */
static void
assert_stands (Fixture *fixture, const char *day, const char *a, const char *b,
               const char *unapplied)
{
  set_day (fixture, day);
  arrears_test_debts_assert_open (fixture->desk, "A", a);
  arrears_test_debts_assert_open (fixture->desk, "B", b);
  assert_unapplied (fixture, unapplied);
}

static ArrearsPayment
make_payment (Fixture *fixture, const char *amount, const char *on)
{
  return (ArrearsPayment) { .customer_id = find_customer (fixture),
                            .amount = arrears_test_money (amount),
                            .on = arrears_test_day (on) };
}

/* Paying. */

static void
test_several_receipts_of_a_day_are_each_allocated (Fixture *fixture, gconstpointer user_data)
{
  set_day (fixture, "2025-03-31");
  assert_pays (fixture, "4000", "2025-03-31", NULL, "A principal 4000.00, rest 0.00");
  assert_pays (fixture, "4000", "2025-03-31", NULL, "A principal 4000.00, rest 0.00");
  assert_pays (fixture, "4000", "2025-03-31", NULL,
               "A principal 2000.00, B principal 2000.00, rest 0.00");
}

static void
test_a_preview_shows_the_other_order_beside_it (Fixture *fixture, gconstpointer user_data)
{
  ArrearsPayment payment = make_payment (fixture, "5000", "2025-04-10");
  g_autoptr (ArrearsPaymentResult) preview = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;
  g_autofree char *other = NULL;

  set_day (fixture, "2025-04-10");
  before = arrears_test_desk_dump (fixture->desk);
  preview = arrears_payment_preview (fixture->desk, &payment, &error);
  g_assert_no_error (error);
  said = arrears_test_debts_describe (preview);
  other = arrears_test_debts_describe (preview->other);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (said, ==, "A principal 5000.00, rest 0.00");
  g_assert_cmpstr (other, ==, "A charge 50.00, A principal 4950.00, rest 0.00");
  g_assert_cmpint (preview->receipt_id, ==, 0);
  g_assert_cmpstr (after, ==, before);
}

static void
set_orders (Fixture *fixture, const char *contract_order, const char *customer_order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsContract) contract
      = arrears_account_find_contract (fixture->desk, find_customer (fixture), "HT-1", &error);
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");

  arrears_record_set_text (&contract->payment_order, contract_order);
  arrears_account_save_contract (fixture->desk, contract, &error);
  g_assert_no_error (error);
  arrears_record_set_text (&page->customer->payment_order, customer_order);
  arrears_account_save_customer (fixture->desk, page->customer, &error);
  g_assert_no_error (error);
}

static void
assert_previews (Fixture *fixture, const char *expected)
{
  ArrearsPayment payment = make_payment (fixture, "100", "2025-04-10");
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPaymentResult) preview
      = arrears_payment_preview (fixture->desk, &payment, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  said = arrears_test_debts_describe (preview);
  g_assert_cmpstr (said, ==, expected);
}

static void
test_the_contract_decides_before_the_customer_and_the_rules (Fixture *fixture,
                                                             gconstpointer user_data)
{
  const char *principal_first = "A principal 100.00, rest 0.00";
  const char *statutory = "A charge 50.00, A principal 50.00, rest 0.00";

  set_day (fixture, "2025-04-10");
  assert_previews (fixture, principal_first);
  arrears_test_debts_set_rule (fixture->desk, "payment_order", "statutory");
  assert_previews (fixture, statutory);
  set_orders (fixture, "", "principal_first");
  assert_previews (fixture, principal_first);
  set_orders (fixture, "statutory", "principal_first");
  assert_previews (fixture, statutory);
}

static void
test_a_payment_tells_what_it_leaves (Fixture *fixture, gconstpointer user_data)
{
  ArrearsPayment payment = make_payment (fixture, "14999.50", "2025-04-30");
  g_autoptr (ArrearsPaymentResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;

  set_day (fixture, "2025-04-30");
  result = arrears_payment_record (fixture->desk, &payment, &error);
  g_assert_no_error (error);
  left = arrears_test_debts_describe_leftovers (result);
  g_assert_cmpstr (left, ==, "A charge 150.00, B rest 0.50");
}

static void
assert_refused (Fixture *fixture, const ArrearsPayment *payment, ArrearsError code)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) recorded = NULL;
  g_autoptr (GError) previewed = NULL;

  g_assert_null (arrears_payment_record (fixture->desk, payment, &recorded));
  g_assert_error (recorded, ARREARS_ERROR, (int) code);
  g_assert_null (arrears_payment_preview (fixture->desk, payment, &previewed));
  g_assert_error (previewed, ARREARS_ERROR, (int) code);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_shares_refused (Fixture *fixture, const char *text, ArrearsError code)
{
  ArrearsPayment payment = make_payment (fixture, "1000", "2025-04-10");
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) shares = arrears_test_debts_parse_shares (text, &words);

  payment.shares = (const ArrearsPaymentShare *) (gpointer) shares->data;
  payment.n_shares = shares->len;
  assert_refused (fixture, &payment, code);
}

static void
test_a_preview_refuses_what_recording_refuses (Fixture *fixture, gconstpointer user_data)
{
  ArrearsPayment payment = make_payment (fixture, "100", "2025-04-10");

  set_day (fixture, "2025-04-10");
  payment.customer_id = 404;
  assert_refused (fixture, &payment, ARREARS_ERROR_NOT_FOUND);
  payment = make_payment (fixture, "0", "2025-04-10");
  assert_refused (fixture, &payment, ARREARS_ERROR_AMOUNT_SIGN);
  payment = make_payment (fixture, "1", "2025-04-11");
  assert_refused (fixture, &payment, ARREARS_ERROR_DAY_ORDER);
  payment = make_payment (fixture, "1", "2025-04-10");
  payment.invoice_number = "C";
  assert_refused (fixture, &payment, ARREARS_ERROR_NOT_FOUND);
}

static void
test_shares_by_hand_are_checked (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *paid = NULL;

  set_day (fixture, "2025-04-10");
  assert_shares_refused (fixture, "C principal 1", ARREARS_ERROR_NOT_FOUND);
  assert_shares_refused (fixture, "A charge 50.01", ARREARS_ERROR_PAID_EXCEEDS);
  assert_shares_refused (fixture, "A charge 30, A charge 20.01", ARREARS_ERROR_PAID_EXCEEDS);
  assert_shares_refused (fixture, "A cost 1", ARREARS_ERROR_PAID_EXCEEDS);
  assert_shares_refused (fixture, "A principal 0", ARREARS_ERROR_AMOUNT_SIGN);
  assert_shares_refused (fixture, "A principal 900, B principal 100.01",
                         ARREARS_ERROR_PAID_EXCEEDS);
  paid = arrears_test_debts_share (fixture->desk, "0001", "1000", "2025-04-10",
                                   "B principal 300, A charge 50");
  g_assert_cmpstr (paid, ==, "B principal 300.00, A charge 50.00, rest 650.00");
}

/* Unapplied money. */

static ArrearsPaymentResult *
allocate (Fixture *fixture, ArrearsPayment payment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPaymentResult) preview = NULL;
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;
  g_autofree char *done = NULL;
  ArrearsPaymentResult *result;

  payment.customer_id = find_customer (fixture);
  preview = arrears_receipts_preview_allocating (fixture->desk, &payment, &error);
  g_assert_no_error (error);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
  result = arrears_receipts_allocate (fixture->desk, &payment, &error);
  g_assert_no_error (error);
  said = arrears_test_debts_describe (preview);
  done = arrears_test_debts_describe (result);
  g_assert_cmpstr (said, ==, done);
  return result;
}

static void
assert_allocates (Fixture *fixture, const char *shares, const char *expected)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) parsed = arrears_test_debts_parse_shares (shares, &words);
  const ArrearsPayment payment = { .shares = (const ArrearsPaymentShare *) (gpointer) parsed->data,
                                   .n_shares = parsed->len };
  g_autoptr (ArrearsPaymentResult) result = allocate (fixture, payment);
  g_autofree char *said = arrears_test_debts_describe (result);

  g_assert_cmpstr (said, ==, expected);
}

/* Money that is here pays from the day it came, so that it costs nobody a late charge. */
static void
test_money_paid_ahead_is_allocated_as_of_its_day (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *paid = NULL;

  set_day (fixture, "2025-04-10");
  paid = arrears_test_debts_share (fixture->desk, "0001", "6000", "2025-04-10", "B principal 1000");
  g_assert_cmpstr (paid, ==, "B principal 1000.00, rest 5000.00");
  set_day (fixture, "2025-05-10");
  assert_allocates (fixture, "", "A principal 5000.00, rest 0.00");
  arrears_test_debts_assert_charge (fixture->desk, "A", "125.00");
  assert_stands (fixture, "2025-05-09", "10000.00", "4000.00", "5000.00");
  assert_stands (fixture, "2025-05-10", "5000.00", "4000.00", "0.00");
}

static void
test_unapplied_money_is_allocated_by_hand_over_several_receipts (Fixture *fixture,
                                                                 gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  ArrearsPayment nothing = { 0 };

  set_day (fixture, "2025-04-10");
  g_free (arrears_test_debts_share (fixture->desk, "0001", "600", "2025-04-10", "B principal 100"));
  g_free (arrears_test_debts_share (fixture->desk, "0001", "400", "2025-04-10", "B principal 100"));
  assert_allocates (fixture, "A principal 600",
                    "A principal 500.00, A principal 100.00, "
                    "rest 200.00");
  assert_allocates (fixture, "A charge 50", "A charge 50.00, rest 150.00");
  assert_allocates (fixture, "", "A principal 150.00, rest 0.00");
  nothing.customer_id = find_customer (fixture);
  g_assert_null (arrears_receipts_allocate (fixture->desk, &nothing, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE);
}

static void
assert_refund (Fixture *fixture, gint64 receipt_id, const char *amount, const char *on, int code)
{
  const ArrearsRefund refund = { .receipt_id = receipt_id,
                                 .amount = arrears_test_money (amount),
                                 .on = arrears_test_day (on),
                                 .reason = "多付退回" };
  g_autoptr (GError) error = NULL;

  arrears_receipts_refund (fixture->desk, &refund, &error);
  if (code == NO_REFUSAL)
    g_assert_no_error (error);
  else
    g_assert_error (error, ARREARS_ERROR, code);
}

static void
test_unapplied_money_is_paid_back (Fixture *fixture, gconstpointer user_data)
{
  gint64 id;

  set_day (fixture, "2025-04-10");
  assert_pays (fixture, "16000", "2025-04-10", NULL,
               "A principal 10000.00, B principal 5000.00, rest 1000.00");
  id = arrears_test_debts_find_last_receipt (fixture->desk);
  set_day (fixture, "2025-04-20");
  assert_refund (fixture, 404, "1", "2025-04-20", ARREARS_ERROR_NOT_FOUND);
  assert_refund (fixture, id, "1000.01", "2025-04-20", ARREARS_ERROR_PAID_EXCEEDS);
  assert_refund (fixture, id, "0", "2025-04-20", ARREARS_ERROR_AMOUNT_SIGN);
  assert_refund (fixture, id, "1", "2025-04-09", ARREARS_ERROR_DAY_ORDER);
  assert_refund (fixture, id, "1", "2025-04-21", ARREARS_ERROR_DAY_ORDER);
  assert_refund (fixture, id, "700", "2025-04-20", NO_REFUSAL);
  assert_stands (fixture, "2025-04-20", "0.00", "0.00", "300.00");
  assert_refund (fixture, id, "300.01", "2025-04-20", ARREARS_ERROR_PAID_EXCEEDS);
  assert_stands (fixture, "2025-04-19", "0.00", "0.00", "1000.00");
}

/* Taking back. */

static void
void_receipt (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;

  arrears_receipts_void (fixture->desk, id, "支票退票", &error);
  g_assert_no_error (error);
}

static int
get_stage (Fixture *fixture)
{
  g_autoptr (ArrearsAccount) account = arrears_test_desk_load_account (fixture->desk, "0001");

  return account->stage;
}

static void
test_a_void_receipt_brings_debt_and_stage_back (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsReceiptLine *line;
  int stage;
  gint64 id;

  set_day (fixture, "2025-05-10");
  stage = get_stage (fixture);
  g_assert_cmpint (stage, >, 0);
  assert_pays (fixture, "16000", "2025-05-10", "statutory",
               "A charge 200.00, A principal 10000.00, B charge 25.00, B principal 5000.00, "
               "rest 775.00");
  id = arrears_test_debts_find_last_receipt (fixture->desk);
  assert_refund (fixture, id, "75", "2025-05-10", NO_REFUSAL);
  g_assert_cmpint (get_stage (fixture), ==, 0);
  set_day (fixture, "2025-05-12");
  void_receipt (fixture, id);
  g_assert_cmpint (get_stage (fixture), >=, stage);
  assert_stands (fixture, "2025-05-12", "10000.00", "5000.00", "0.00");
  arrears_test_debts_assert_charge (fixture->desk, "A", "210.00");
  assert_stands (fixture, "2025-05-11", "0.00", "0.00", "700.00");

  set_day (fixture, "2025-05-12");
  lines = arrears_receipts_load (fixture->desk, find_customer (fixture), 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->receipt->void_reason, ==, "支票退票");
  g_assert_cmpuint (line->parts->len, ==, 0);
  g_assert_false (arrears_receipts_void (fixture->desk, id, "又一次", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_taking_back_needs_a_reason (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) receipt = NULL;
  g_autoptr (GError) invoice = NULL;

  set_day (fixture, "2025-05-10");
  g_free (arrears_test_debts_pay (fixture->desk, "0001", "100", "2025-05-10", NULL));
  g_assert_false (arrears_receipts_void (
      fixture->desk, arrears_test_debts_find_last_receipt (fixture->desk), " ", &receipt));
  g_assert_error (receipt, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_assert_false (arrears_invoices_void (fixture->desk, "A", NULL, &invoice));
  g_assert_error (invoice, ARREARS_ERROR, ARREARS_ERROR_MISSING);
}

static void
test_what_was_paid_on_a_void_invoice_is_unapplied (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPaymentResult) result = NULL;
  ArrearsPayment payment = make_payment (fixture, "1", "2025-05-11");

  set_day (fixture, "2025-04-10");
  assert_pays (fixture, "12000", "2025-04-10", NULL,
               "A principal 10000.00, B principal 2000.00, rest 0.00");
  set_day (fixture, "2025-05-10");
  arrears_invoices_void (fixture->desk, "A", "重复开单", &error);
  g_assert_no_error (error);
  assert_unapplied (fixture, "10000.00");
  assert_allocates (fixture, "", "B principal 3000.00, rest 7000.00");
  g_assert_false (arrears_invoices_void (fixture->desk, "A", "再来", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  set_day (fixture, "2025-05-11");
  payment.invoice_number = "A";
  assert_refused (fixture, &payment, ARREARS_ERROR_NOT_FOUND);
  assert_stands (fixture, "2025-05-09", "0.00", "3000.00", "0.00");
}

/* Credit notes. */

static ArrearsPaymentResult *
credit (Fixture *fixture, const char *number, const char *amount, const char *invoice,
        GError **error)
{
  const ArrearsCreditNote note = { .customer_id = find_customer (fixture),
                                   .number = number,
                                   .amount = arrears_test_money (amount),
                                   .on = arrears_desk_get_as_of (fixture->desk),
                                   .invoice_number = invoice };

  return arrears_receipts_credit (fixture->desk, &note, error);
}

static void
test_a_credit_note_lowers_principal_alone (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPaymentResult) first = NULL;
  g_autoptr (ArrearsPaymentResult) second = NULL;
  g_autofree char *said = NULL;
  g_autofree char *then = NULL;

  arrears_test_debts_set_rule (fixture->desk, "payment_order", "statutory");
  set_day (fixture, "2025-05-10");
  first = credit (fixture, "HC-1", "2000", "B", &error);
  g_assert_no_error (error);
  said = arrears_test_debts_describe (first);
  g_assert_cmpstr (said, ==, "B principal 2000.00, rest 0.00");
  second = credit (fixture, "HC-2", "14000", NULL, &error);
  g_assert_no_error (error);
  then = arrears_test_debts_describe (second);
  g_assert_cmpstr (then, ==, "A principal 10000.00, B principal 3000.00, rest 1000.00");
  assert_refund (fixture, second->receipt_id, "1000", "2025-05-10", ARREARS_ERROR_REFUSED);

  g_assert_null (credit (fixture, "HC-1", "1", NULL, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_null (credit (fixture, "", "1", NULL, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);

  void_receipt (fixture, first->receipt_id);
  arrears_test_debts_assert_open (fixture->desk, "B", "2000.00");
  g_clear_pointer (&first, arrears_payment_result_free);
  first = credit (fixture, "HC-1", "100", "B", &error);
  g_assert_no_error (error);
}

/* Also where it comes out of a sheet. */
static void
test_an_imported_credit_note_pays_no_charge (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_debts_set_rule (fixture->desk, "payment_order", "statutory");
  set_day (fixture, "2025-05-10");
  arrears_test_desk_add_invoices (fixture->desk, "0001,HC-9,2025-05-10,,-1000,,\n");
  arrears_test_debts_assert_open (fixture->desk, "A", "9000.00");
  arrears_test_debts_assert_charge (fixture->desk, "A", "200.00");
}

/* Write-offs. */

static void
test_a_rest_of_cents_is_written_off (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  set_day (fixture, "2025-03-31");
  assert_pays (fixture, "9999.20", "2025-03-31", NULL, "A principal 9999.20, rest 0.00");
  arrears_write_off_cents (fixture->desk, "A", "尾差", &error);
  g_assert_no_error (error);
  assert_stands (fixture, "2025-03-31", "0.00", "5000.00", "0.00");
  id = arrears_test_debts_find_last_receipt (fixture->desk);
  g_assert_false (arrears_write_off_cents (fixture->desk, "A", "尾差", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE);
  g_clear_error (&error);
  g_assert_false (arrears_write_off_cents (fixture->desk, "B", "尾差", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS);
  g_clear_error (&error);
  arrears_test_debts_set_rule (fixture->desk, "cent_tolerance", "0.50");
  set_day (fixture, "2025-04-02");
  arrears_write_off_reinstate (fixture->desk, id, "对方补付", &error);
  g_assert_no_error (error);
  arrears_test_debts_assert_open (fixture->desk, "A", "0.80");
  g_assert_false (arrears_write_off_cents (fixture->desk, "A", "尾差", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS);
}

static gboolean
write_off (Fixture *fixture, ArrearsBadDebtCondition condition, const char *amount,
           const char *reason, GError **error)
{
  const ArrearsBadDebtWriteOff bad_debt
      = { .invoice_number = "A",
          .amount = arrears_test_money (amount),
          .condition = condition,
          .confirmed = arrears_bad_debt_get_confirmable (condition),
          .reason = reason };

  return arrears_write_off_bad_debt (fixture->desk, &bad_debt, error);
}

static void
test_a_bad_debt_is_written_off_by_its_condition (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (ArrearsInvoice) invoice = NULL;
  ArrearsChargeBalance balance;
  ArrearsBadDebtWriteOff unconfirmed
      = { .invoice_number = "A", .condition = ARREARS_BAD_DEBT_INSOLVENT, .reason = "注销" };

  set_day (fixture, "2028-03-30");
  g_assert_cmpint (
      arrears_write_off_find_unmet (fixture->desk, "A", ARREARS_BAD_DEBT_THREE_YEARS, &error), ==,
      ARREARS_BAD_DEBT_NEEDS_THREE_YEARS);
  g_assert_false (write_off (fixture, ARREARS_BAD_DEBT_THREE_YEARS, "0", "多次执行未果", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (arrears_write_off_bad_debt (fixture->desk, &unconfirmed, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);

  set_day (fixture, "2028-03-31");
  g_assert_cmpint (
      arrears_write_off_find_unmet (fixture->desk, "A", ARREARS_BAD_DEBT_THREE_YEARS, &error), ==,
      0);
  g_assert_false (write_off (fixture, ARREARS_BAD_DEBT_THREE_YEARS, "0", "", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (write_off (fixture, ARREARS_BAD_DEBT_THREE_YEARS, "10000.01", "未果", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS);
  g_clear_error (&error);
  write_off (fixture, ARREARS_BAD_DEBT_THREE_YEARS, "4000", "多次执行未果", &error);
  g_assert_no_error (error);
  arrears_test_debts_assert_open (fixture->desk, "A", "6000.00");
  write_off (fixture, ARREARS_BAD_DEBT_THREE_YEARS, "0", "多次执行未果", &error);
  g_assert_no_error (error);
  assert_stands (fixture, "2028-03-31", "0.00", "5000.00", "0.00");

  /* Nobody is asked about the charge: it went off the books with the rest. */
  left = arrears_charge_left_list (fixture->desk, find_customer (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 0);
  balance = arrears_test_debts_load_charge (fixture->desk, "A");
  g_assert_cmpint (balance.written_off.fen, >, 0);
  g_assert_cmpint (balance.unpaid.fen, ==, 0);
}

static void
test_what_was_written_off_can_be_reinstated (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  set_day (fixture, "2025-04-10");
  write_off (fixture, ARREARS_BAD_DEBT_INSOLVENT, "0", "已注销", &error);
  g_assert_no_error (error);
  id = arrears_test_debts_find_last_receipt (fixture->desk);
  set_day (fixture, "2025-04-20");
  arrears_test_debts_assert_open (fixture->desk, "A", "0.00");
  g_assert_false (arrears_write_off_reinstate (fixture->desk, id, "", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);
  arrears_receipts_void (fixture->desk, id, "破产财产另有分配", &error);
  g_assert_no_error (error);
  arrears_test_debts_assert_open (fixture->desk, "A", "10000.00");
  arrears_test_debts_assert_charge (fixture->desk, "A", "100.00");
  g_assert_false (arrears_write_off_reinstate (fixture->desk, id, "再来", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  assert_stands (fixture, "2025-04-19", "0.00", "5000.00", "0.00");
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/receipts/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("several-receipts-of-a-day-are-each-allocated",
       test_several_receipts_of_a_day_are_each_allocated);
  add ("a-preview-shows-the-other-order-beside-it", test_a_preview_shows_the_other_order_beside_it);
  add ("the-contract-decides-before-the-customer-and-the-rules",
       test_the_contract_decides_before_the_customer_and_the_rules);
  add ("a-payment-tells-what-it-leaves", test_a_payment_tells_what_it_leaves);
  add ("a-preview-refuses-what-recording-refuses", test_a_preview_refuses_what_recording_refuses);
  add ("shares-by-hand-are-checked", test_shares_by_hand_are_checked);
  add ("money-paid-ahead-is-allocated-as-of-its-day",
       test_money_paid_ahead_is_allocated_as_of_its_day);
  add ("unapplied-money-is-allocated-by-hand-over-several-receipts",
       test_unapplied_money_is_allocated_by_hand_over_several_receipts);
  add ("unapplied-money-is-paid-back", test_unapplied_money_is_paid_back);
  add ("a-void-receipt-brings-debt-and-stage-back", test_a_void_receipt_brings_debt_and_stage_back);
  add ("taking-back-needs-a-reason", test_taking_back_needs_a_reason);
  add ("what-was-paid-on-a-void-invoice-is-unapplied",
       test_what_was_paid_on_a_void_invoice_is_unapplied);
  add ("a-credit-note-lowers-principal-alone", test_a_credit_note_lowers_principal_alone);
  add ("an-imported-credit-note-pays-no-charge", test_an_imported_credit_note_pays_no_charge);
  add ("a-rest-of-cents-is-written-off", test_a_rest_of_cents_is_written_off);
  add ("a-bad-debt-is-written-off-by-its-condition",
       test_a_bad_debt_is_written_off_by_its_condition);
  add ("what-was-written-off-can-be-reinstated", test_what_was_written_off_can_be_reinstated);
  return g_test_run ();
}

/* test-ledger-corrections.c: what is taken back, voided, split and changed, and stays in the books
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-private.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

/* An invoice of 100 and a receipt of 80, of which 60 pay it from 2024-02-01 on; the ledger is at
 * 2024-02-10.
 */
typedef struct
{
  ArrearsLedger *ledger;
  gint64 customer_id;
  gint64 invoice_id;
  gint64 receipt_id;
} Fixture;

static void
go_to (Fixture *fixture, const char *day)
{
  arrears_ledger_set_day (fixture->ledger, arrears_test_day (day));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ledger = arrears_test_ledger_create (NULL);
  go_to (fixture, "2024-01-01");
  fixture->customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "清泉茶行");
  fixture->invoice_id = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "A",
                                                         "2024-01-01", "2024-01-31", "100");
  go_to (fixture, "2024-02-01");
  fixture->receipt_id
      = arrears_test_ledger_add_receipt (fixture->ledger, fixture->customer_id, "2024-02-01", "80");
  arrears_test_ledger_allocate (fixture->ledger, fixture->receipt_id, fixture->invoice_id,
                                "2024-02-01", "60");
  go_to (fixture, "2024-02-10");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_ledger_assert_sound (fixture->ledger);
  arrears_ledger_close (fixture->ledger);
}

static ArrearsInvoice *
find_invoice (Fixture *fixture, const char *number, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  ArrearsInvoice *invoice
      = arrears_ledger_find_invoice (fixture->ledger, number, arrears_test_day (as_of), &error);

  g_assert_no_error (error);
  return invoice;
}

static void
assert_open (Fixture *fixture, const char *number, const char *as_of, const char *open)
{
  g_autoptr (ArrearsInvoice) invoice = find_invoice (fixture, number, as_of);

  g_assert_cmpint (invoice->open.fen, ==, arrears_test_money (open).fen);
}

static ArrearsReceipt *
load_receipt (Fixture *fixture, gint64 id, const char *as_of)
{
  g_autoptr (GPtrArray) receipts = arrears_ledger_load_receipts (
      fixture->ledger, 0, ARREARS_RECEIPT_STATE_ALL, arrears_test_day (as_of), 99, NULL);

  for (guint i = 0; i < receipts->len; i++)
    if (ARREARS_RECEIPT (receipts->pdata[i])->id == id)
      return g_object_ref (receipts->pdata[i]);
  return NULL;
}

static void
assert_unapplied (Fixture *fixture, const char *as_of, const char *unapplied, const char *refunded)
{
  g_autoptr (ArrearsReceipt) receipt = load_receipt (fixture, fixture->receipt_id, as_of);

  g_assert_cmpint (receipt->unapplied.fen, ==, arrears_test_money (unapplied).fen);
  g_assert_cmpint (receipt->refunded.fen, ==, arrears_test_money (refunded).fen);
}

static guint
count_invoices (Fixture *fixture, ArrearsInvoiceState state, const char *as_of)
{
  ArrearsInvoiceFilter filter = { .state = state, .as_of = arrears_test_day (as_of) };
  g_autoptr (GArray) ids = arrears_ledger_list_invoices (fixture->ledger, &filter, NULL);

  return ids->len;
}

static void
pay_back (Fixture *fixture, const char *amount)
{
  ArrearsAllocation refund = {
    .receipt_id = fixture->receipt_id,
    .part = ARREARS_PART_REFUND,
    .allocated_on = arrears_ledger_get_day (fixture->ledger),
    .amount = arrears_test_money (amount),
  };
  g_autoptr (GError) error = NULL;

  arrears_ledger_insert_allocation (fixture->ledger, &refund, &error);
  g_assert_no_error (error);
}

static void
test_undoing_opens_again (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
      arrears_ledger_undo_invoice_allocations (fixture->ledger, fixture->invoice_id, NULL));
  assert_open (fixture, "A", "2024-02-09", "40");
  assert_open (fixture, "A", "2024-02-10", "100");
  assert_unapplied (fixture, "2024-02-09", "20", "0");
  assert_unapplied (fixture, "2024-02-10", "80", "0");
}

static void
test_undoing_a_receipt_leaves_what_was_paid_back (Fixture *fixture, gconstpointer data)
{
  pay_back (fixture, "15");
  assert_unapplied (fixture, "2024-02-10", "5", "15");
  g_assert_true (
      arrears_ledger_undo_receipt_allocations (fixture->ledger, fixture->receipt_id, NULL));
  assert_unapplied (fixture, "2024-02-10", "65", "15");
  assert_open (fixture, "A", "2024-02-10", "100");
}

static void
test_other_parts_leave_the_principal (Fixture *fixture, gconstpointer data)
{
  ArrearsAllocation charge = {
    .receipt_id = fixture->receipt_id,
    .invoice_id = fixture->invoice_id,
    .part = ARREARS_PART_CHARGE,
    .allocated_on = arrears_test_day ("2024-02-05"),
    .amount = arrears_test_money ("12"),
  };
  g_autoptr (GArray) allocations = NULL;

  g_assert_true (arrears_ledger_insert_allocation (fixture->ledger, &charge, NULL));
  assert_open (fixture, "A", "2024-02-10", "40");
  assert_unapplied (fixture, "2024-02-09", "20", "0");
  assert_unapplied (fixture, "2024-02-10", "8", "0");
  allocations = arrears_ledger_load_allocations (fixture->ledger, fixture->customer_id,
                                                 arrears_test_day ("2024-02-10"), NULL);
  g_assert_cmpuint (allocations->len, ==, 2);
  g_assert_cmpint (g_array_index (allocations, ArrearsAllocation, 1).part, ==, ARREARS_PART_CHARGE);
}

static void
test_void_receipt_is_as_if_it_had_never_been (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsReceipt) before = NULL;
  g_autoptr (ArrearsReceipt) after = NULL;
  g_autoptr (GPtrArray) valid = NULL;
  g_autoptr (GError) error = NULL;

  pay_back (fixture, "15");
  g_assert_true (arrears_ledger_void_receipt (fixture->ledger, fixture->receipt_id, "退票", NULL));
  assert_open (fixture, "A", "2024-02-09", "40");
  assert_open (fixture, "A", "2024-02-10", "100");
  assert_unapplied (fixture, "2024-02-10", "0", "0");
  before = load_receipt (fixture, fixture->receipt_id, "2024-02-09");
  after = load_receipt (fixture, fixture->receipt_id, "2024-02-10");
  g_assert_cmpstr (before->void_reason, ==, "");
  g_assert_cmpstr (after->void_reason, ==, "退票");
  g_assert_false (arrears_day_is_set (before->voided_on));
  g_assert_cmpint (after->voided_on.number, ==, arrears_test_day ("2024-02-10").number);
  valid = arrears_ledger_load_receipts (fixture->ledger, 0, ARREARS_RECEIPT_STATE_VALID,
                                        arrears_test_day ("2024-02-10"), 9, NULL);
  g_assert_cmpuint (valid->len, ==, 0);
  g_assert_false (
      arrears_ledger_void_receipt (fixture->ledger, fixture->receipt_id, "退票", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_number_of_a_void_credit_note_is_free (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsReceipt) credit_note = arrears_test_ledger_make_receipt (
      fixture->customer_id, "credit_note", "2024-02-05", "5", "HC-1");
  gint64 id = arrears_ledger_insert_receipt (fixture->ledger, credit_note, NULL);
  g_autoptr (ArrearsReceipt) found = NULL;

  g_assert_cmpint (arrears_ledger_insert_receipt (fixture->ledger, credit_note, NULL), ==, 0);
  g_assert_true (arrears_ledger_void_receipt (fixture->ledger, id, "开错", NULL));
  g_assert_null (arrears_ledger_find_credit_note (fixture->ledger, "HC-1", NULL));
  g_assert_cmpint (arrears_ledger_count_receipts (fixture->ledger, credit_note, NULL), ==, 0);
  id = arrears_ledger_insert_receipt (fixture->ledger, credit_note, NULL);
  found = arrears_ledger_find_credit_note (fixture->ledger, "HC-1", NULL);
  g_assert_cmpint (found->id, ==, id);
}

static void
test_what_has_ended_takes_no_money (Fixture *fixture, gconstpointer data)
{
  gint64 void_id
      = arrears_test_ledger_add_receipt (fixture->ledger, fixture->customer_id, "2024-02-01", "80");
  gint64 ended_id = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "B",
                                                     "2024-01-01", "2024-01-31", "100");
  ArrearsAllocation cases[] = {
    { .receipt_id = void_id, .invoice_id = fixture->invoice_id },
    { .receipt_id = void_id, .part = ARREARS_PART_REFUND },
    { .receipt_id = fixture->receipt_id, .invoice_id = ended_id },
    { .receipt_id = fixture->receipt_id, .invoice_id = ended_id, .part = ARREARS_PART_COST },
  };

  g_assert_true (arrears_ledger_void_receipt (fixture->ledger, void_id, "退票", NULL));
  g_assert_true (arrears_ledger_end_invoice (fixture->ledger, ended_id, "voided", "开错", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      cases[i].allocated_on = arrears_test_day ("2024-02-10");
      cases[i].amount = arrears_test_money ("1");
      g_assert_false (arrears_ledger_insert_allocation (fixture->ledger, &cases[i], &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED);
    }
}

static void
test_no_more_is_paid_back_than_is_left (Fixture *fixture, gconstpointer data)
{
  ArrearsAllocation refund = {
    .receipt_id = fixture->receipt_id,
    .part = ARREARS_PART_REFUND,
    .allocated_on = arrears_test_day ("2024-02-10"),
    .amount = arrears_test_money ("20.01"),
  };
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_ledger_insert_allocation (fixture->ledger, &refund, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE);
  g_clear_error (&error);
  refund.amount = arrears_test_money ("20");
  refund.allocated_on = arrears_test_day ("2024-01-31");
  g_assert_false (arrears_ledger_insert_allocation (fixture->ledger, &refund, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER);
}

static void
test_paid_invoice_does_not_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      arrears_ledger_end_invoice (fixture->ledger, fixture->invoice_id, "voided", "开错", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (arrears_ledger_end_invoice (fixture->ledger, 99, "voided", "开错", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_void_invoice_is_found_and_not_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsInvoice) before = NULL;
  g_autoptr (ArrearsInvoice) after = NULL;
  g_autoptr (GError) error = NULL;

  arrears_ledger_undo_invoice_allocations (fixture->ledger, fixture->invoice_id, NULL);
  g_assert_true (
      arrears_ledger_end_invoice (fixture->ledger, fixture->invoice_id, "voided", "开错", NULL));
  before = find_invoice (fixture, "A", "2024-02-09");
  after = find_invoice (fixture, "A", "2024-02-10");
  g_assert_cmpstr (before->ended_how, ==, "");
  g_assert_cmpint (before->open.fen, ==, 4000);
  g_assert_cmpstr (after->ended_how, ==, "voided");
  g_assert_cmpstr (after->ended_note, ==, "开错");
  g_assert_cmpint (after->open.fen, ==, 0);
  g_assert_cmpuint (count_invoices (fixture, ARREARS_INVOICE_STATE_ALL, "2024-02-09"), ==, 1);
  g_assert_cmpuint (count_invoices (fixture, ARREARS_INVOICE_STATE_OPEN, "2024-02-09"), ==, 1);
  g_assert_cmpuint (count_invoices (fixture, ARREARS_INVOICE_STATE_ENDED, "2024-02-09"), ==, 0);
  g_assert_cmpuint (count_invoices (fixture, ARREARS_INVOICE_STATE_ALL, "2024-02-10"), ==, 0);
  g_assert_cmpuint (count_invoices (fixture, ARREARS_INVOICE_STATE_ENDED, "2024-02-10"), ==, 1);
  g_assert_false (
      arrears_ledger_end_invoice (fixture->ledger, fixture->invoice_id, "voided", "开错", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_instalments_come_by_due_day (Fixture *fixture, gconstpointer data)
{
  static const char *const due_days[] = { "2024-05-31", "2024-03-31", "2024-04-30" };
  gint64 whole_id = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "B",
                                                     "2024-01-01", "2024-01-31", "90");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_assert_true (arrears_ledger_end_invoice (fixture->ledger, whole_id, "split", "", NULL));
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("B/%d", i + 1);
      g_autoptr (ArrearsInvoice) part = arrears_test_ledger_make_invoice (
          fixture->customer_id, number, "2024-01-01", due_days[i], "30");

      part->whole_id = whole_id;
      g_assert_cmpint (arrears_ledger_insert_invoice (fixture->ledger, part, NULL), >, 0);
    }
  before = arrears_ledger_load_instalments (fixture->ledger, whole_id,
                                            arrears_test_day ("2024-02-09"), NULL);
  after = arrears_ledger_load_instalments (fixture->ledger, whole_id,
                                           arrears_test_day ("2024-02-10"), NULL);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (after->len, ==, 3);
  for (int i = 0; i < 3; i++)
    {
      static const char *const order[] = { "B/2", "B/3", "B/1" };

      g_assert_cmpstr (ARREARS_INVOICE (after->pdata[i])->number, ==, order[i]);
      g_assert_cmpint (ARREARS_INVOICE (after->pdata[i])->whole_id, ==, whole_id);
    }
}

static void
test_changed_invoice_was_another_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsInvoice) invoice = find_invoice (fixture, "A", "2024-02-10");
  g_autoptr (ArrearsInvoice) before = NULL;
  g_autoptr (ArrearsInvoice) after = NULL;
  ArrearsInvoiceFilter filter = { .search = "延期", .as_of = arrears_test_day ("2024-02-10") };
  g_autoptr (GArray) found = NULL;

  invoice->due_on = arrears_test_day ("2024-03-01");
  invoice->contract_id
      = arrears_ledger_ensure_contract (fixture->ledger, fixture->customer_id, "HT-1", NULL);
  arrears_record_set_text (&invoice->note, "同意延期");
  g_assert_true (arrears_ledger_update_invoice (fixture->ledger, invoice, NULL));
  before = find_invoice (fixture, "A", "2024-02-09");
  after = find_invoice (fixture, "A", "2024-02-10");
  g_assert_cmpint (before->days_overdue, ==, 9);
  g_assert_cmpint (after->days_overdue, ==, -20);
  g_assert_cmpstr (before->contract_number, ==, "");
  g_assert_cmpstr (after->contract_number, ==, "HT-1");
  g_assert_cmpstr (before->note, ==, "中秋礼盒");
  g_assert_cmpstr (after->note, ==, "同意延期");
  g_assert_cmpuint (count_invoices (fixture, ARREARS_INVOICE_STATE_OVERDUE, "2024-02-09"), ==, 1);
  g_assert_cmpuint (count_invoices (fixture, ARREARS_INVOICE_STATE_OVERDUE, "2024-02-10"), ==, 0);
  found = arrears_ledger_list_invoices (fixture->ledger, &filter, NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_changed_customer_was_another_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsCustomer) customer = arrears_ledger_load_customer (
      fixture->ledger, fixture->customer_id, ARREARS_DAY_LAST, NULL);
  g_autoptr (ArrearsCustomer) before = NULL;
  g_autoptr (ArrearsInvoice) invoice = NULL;

  for (int i = 0; i < 3; i++) /* three times, on three days */
    {
      g_autofree char *name = g_strdup_printf ("清泉茶行 %d", i);

      arrears_ledger_set_day (fixture->ledger,
                              arrears_day_add_days (arrears_test_day ("2024-02-10"), i));
      arrears_record_set_text (&customer->name, name);
      arrears_record_set_text (&customer->phone, name);
      customer->credit_limit = arrears_money (i);
      customer->grade = i;
      g_assert_true (arrears_ledger_update_customer (fixture->ledger, customer, NULL));
    }
  before
      = arrears_ledger_find_customer (fixture->ledger, "1", arrears_test_day ("2024-02-11"), NULL);
  g_assert_cmpstr (before->name, ==, "清泉茶行 1");
  g_assert_cmpstr (before->phone, ==, "清泉茶行 1");
  g_assert_cmpint (before->credit_limit.fen, ==, 1);
  g_assert_cmpint (before->grade, ==, 1);
  invoice = find_invoice (fixture, "A", "2024-02-09");
  g_assert_cmpstr (invoice->customer_name, ==, "清泉茶行");
}

static void
test_changed_setting_was_another_before (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *as_of, *value;
  } cases[] = { { "2024-02-09", NULL }, { "2024-02-10", "红" }, { "2024-02-11", "绿" } };

  arrears_ledger_save_setting (fixture->ledger, "colour", "蓝", NULL);
  arrears_ledger_save_setting (fixture->ledger, "colour", "红", NULL);
  go_to (fixture, "2024-02-11");
  arrears_ledger_save_setting (fixture->ledger, "colour", "绿", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = arrears_ledger_load_setting_then (
          fixture->ledger, "colour", arrears_test_day (cases[i].as_of), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_history_is_guarded (Fixture *fixture, gconstpointer data)
{
  static const char *const forbidden[] = {
    "DELETE FROM allocation",
    "UPDATE allocation SET part = 'charge'",
    "UPDATE allocation SET undone_on = 0",
    "UPDATE invoice SET ended_on = 738000, ended_how = 'voided'",
    "UPDATE receipt SET voided_on = 738000, void_reason = 'x'",
    "UPDATE receipt SET void_reason = 'x'",
    "INSERT INTO allocation (receipt_id, part, allocated_on, recorded_on, amount_fen) "
    "VALUES (1, 'principal', 738000, 738000, 1)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (arrears_ledger_execute (fixture->ledger, "do harm", forbidden[i], NULL))
      g_error ("the schema allows %s", forbidden[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/ledger-corrections/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("undoing-opens-again-from-that-day-on", test_undoing_opens_again);
  ADD ("undoing-a-receipt-leaves-what-was-paid-back",
       test_undoing_a_receipt_leaves_what_was_paid_back);
  ADD ("other-parts-leave-the-principal", test_other_parts_leave_the_principal);
  ADD ("a-void-receipt-is-as-if-it-had-never-been", test_void_receipt_is_as_if_it_had_never_been);
  ADD ("the-number-of-a-void-credit-note-is-free", test_number_of_a_void_credit_note_is_free);
  ADD ("what-has-ended-takes-no-money", test_what_has_ended_takes_no_money);
  ADD ("no-more-is-paid-back-than-is-left", test_no_more_is_paid_back_than_is_left);
  ADD ("a-paid-invoice-does-not-end", test_paid_invoice_does_not_end);
  ADD ("a-void-invoice-is-found-and-not-listed", test_void_invoice_is_found_and_not_listed);
  ADD ("instalments-come-by-due-day", test_instalments_come_by_due_day);
  ADD ("a-changed-invoice-was-another-before", test_changed_invoice_was_another_before);
  ADD ("a-changed-customer-was-another-before", test_changed_customer_was_another_before);
  ADD ("a-changed-setting-was-another-before", test_changed_setting_was_another_before);
  ADD ("the-history-is-guarded-by-the-schema", test_history_is_guarded);
#undef ADD
  return g_test_run ();
}

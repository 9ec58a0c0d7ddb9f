/* test-ledger-receipts.c: receipts, credit notes and allocations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-ledger-private.h"
#include "arrears-ledger-receipts.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsLedger *ledger;
  gint64 customer_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ledger = arrears_test_ledger_create (NULL);
  fixture->customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "清泉茶行");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_ledger_assert_sound (fixture->ledger);
  arrears_ledger_close (fixture->ledger);
}

static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsReceipt) receipt = arrears_test_ledger_make_receipt (
      fixture->customer_id, "credit_note", "2024-03-01", "50.00", "HC-1");
  g_autoptr (ArrearsReceipt) by_id = NULL;
  g_autoptr (ArrearsReceipt) by_number = NULL;
  g_autoptr (GError) error = NULL;

  receipt->id = arrears_ledger_insert_receipt (fixture->ledger, receipt, &error);
  g_assert_no_error (error);
  receipt->unapplied = receipt->amount;
  arrears_record_set_text (&receipt->customer_code, "1");
  arrears_record_set_text (&receipt->customer_name, "清泉茶行");
  receipt->recorded_on = receipt->received_on;
  by_id = arrears_ledger_load_receipt (fixture->ledger, receipt->id, &error);
  arrears_test_ledger_assert_equal (by_id, receipt);
  by_number = arrears_ledger_find_credit_note (fixture->ledger, "HC-1", &error);
  arrears_test_ledger_assert_equal (by_number, receipt);
  g_assert_null (arrears_ledger_load_receipt (fixture->ledger, 99, &error));
  g_assert_null (arrears_ledger_find_credit_note (fixture->ledger, "HC-2", &error));
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, ArrearsReceipt *receipt, ArrearsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (arrears_ledger_insert_receipt (fixture->ledger, receipt, &error), ==, 0);
  g_assert_error (error, ARREARS_ERROR, (int) code);
}

static void
test_wrong_ones_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsReceipt) receipt = arrears_test_ledger_make_receipt (
      fixture->customer_id, "credit_note", "2024-03-01", "50.00", "HC-1");

  g_assert_cmpint (arrears_ledger_insert_receipt (fixture->ledger, receipt, NULL), >, 0);
  assert_refused (fixture, receipt, ARREARS_ERROR_DUPLICATE);
  arrears_record_set_text (&receipt->reference, "");
  assert_refused (fixture, receipt, ARREARS_ERROR_REFUSED);
  arrears_record_set_text (&receipt->kind, "refund");
  assert_refused (fixture, receipt, ARREARS_ERROR_WORD_UNKNOWN);
  arrears_record_set_text (&receipt->kind, "receipt");
  receipt->amount = ARREARS_MONEY_ZERO;
  assert_refused (fixture, receipt, ARREARS_ERROR_AMOUNT_SIGN);
  receipt->amount = arrears_money (1);
  receipt->customer_id = 99;
  assert_refused (fixture, receipt, ARREARS_ERROR_NOT_FOUND);
}

static void
test_receipts_may_share_a_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsReceipt) receipt = arrears_test_ledger_make_receipt (
      fixture->customer_id, "receipt", "2024-03-01", "50.00", "R");

  g_assert_cmpint (arrears_ledger_count_receipts (fixture->ledger, receipt, NULL), ==, 0);
  for (int i = 1; i <= 3; i++)
    {
      g_assert_cmpint (arrears_ledger_insert_receipt (fixture->ledger, receipt, NULL), >, 0);
      g_assert_cmpint (arrears_ledger_count_receipts (fixture->ledger, receipt, NULL), ==, i);
    }
  receipt->amount = arrears_test_money ("50.01");
  g_assert_cmpint (arrears_ledger_count_receipts (fixture->ledger, receipt, NULL), ==, 0);
}

static void
test_lists_are_latest_first (Fixture *fixture, gconstpointer data)
{
  gint64 other_id = arrears_test_ledger_add_customer (fixture->ledger, "2", "乙");
  const gint64 customers[]
      = { fixture->customer_id, other_id, fixture->customer_id, fixture->customer_id };
  const char *const days[] = { "2024-03-01", "2024-03-02", "2024-02-01", "2024-03-01" };
  static const struct { gboolean is_all; const char *as_of; guint limit; const char *ids; } cases[]
      = { { TRUE, "2024-12-31", 10, "2 4 1 3" }, { TRUE, "2024-03-01", 10, "4 1 3" },
          { TRUE, "2024-12-31", 2, "2 4" },      { FALSE, "2024-12-31", 10, "4 1 3" },
          { FALSE, "2024-02-29", 10, "3" },      { FALSE, "2024-12-31", 0, "" } };

  for (int i = 0; i < 4; i++)
    arrears_test_ledger_add_receipt (fixture->ledger, customers[i], days[i], "1");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) receipts = arrears_ledger_load_receipts (
          fixture->ledger, cases[i].is_all ? 0 : fixture->customer_id,
          ARREARS_RECEIPT_STATE_VALID, arrears_test_day (cases[i].as_of), cases[i].limit, NULL);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < receipts->len; j++)
        g_string_append_printf (ids, "%s%d", j > 0 ? " " : "",
                                (int) ARREARS_RECEIPT (receipts->pdata[j])->id);
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
    }
}

/* One invoice of 100 and one receipt of 60, both there from 2024-02-01 on. */
static void
test_refusals_name_their_reason (Fixture *fixture, gconstpointer data)
{
  gint64 other_id = arrears_test_ledger_add_customer (fixture->ledger, "2", "乙");
  gint64 invoice_id = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "A",
                                                       "2024-02-01", "2024-03-02", "100");
  gint64 small_id = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "B",
                                                     "2024-01-01", "2024-03-02", "10");
  gint64 receipt_id = arrears_test_ledger_add_receipt (fixture->ledger, fixture->customer_id,
                                                       "2024-01-15", "60");
  gint64 other_receipt_id
      = arrears_test_ledger_add_receipt (fixture->ledger, other_id, "2024-01-15", "60");
  const struct
  {
    gint64 receipt_id;
    gint64 invoice_id;
    const char *day;
    const char *amount;
    ArrearsError code;
    const char *part;
  } cases[] = {
    { receipt_id, invoice_id, "2024-02-01", "60.01", ARREARS_ERROR_AMOUNT_TOO_LARGE, "60.00" },
    { receipt_id, small_id, "2024-02-01", "10.01", ARREARS_ERROR_AMOUNT_TOO_LARGE, "10.00" },
    { receipt_id, invoice_id, "2024-02-01", "0", ARREARS_ERROR_AMOUNT_SIGN, "0.00" },
    { receipt_id, invoice_id, "2024-02-01", "-1", ARREARS_ERROR_AMOUNT_SIGN, "-1.00" },
    { receipt_id, invoice_id, "2024-01-31", "1", ARREARS_ERROR_DAY_ORDER, "2024-02-01" },
    { receipt_id, small_id, "2024-01-14", "1", ARREARS_ERROR_DAY_ORDER, "2024-01-15" },
    { other_receipt_id, invoice_id, "2024-02-01", "1", ARREARS_ERROR_REFUSED, "customer" },
    { 99, invoice_id, "2024-02-01", "1", ARREARS_ERROR_NOT_FOUND, "" },
    { receipt_id, 99, "2024-02-01", "1", ARREARS_ERROR_NOT_FOUND, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      ArrearsAllocation allocation = {
        .receipt_id = cases[i].receipt_id,
        .invoice_id = cases[i].invoice_id,
        .allocated_on = arrears_test_day (cases[i].day),
        .amount = arrears_test_money (cases[i].amount),
      };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (arrears_ledger_insert_allocation (fixture->ledger, &allocation, &error));
      g_assert_error (error, ARREARS_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
  arrears_test_ledger_allocate (fixture->ledger, receipt_id, invoice_id, "2024-02-01", "60");
}

static void
test_allocations_are_listed_up_to_a_day (Fixture *fixture, gconstpointer data)
{
  gint64 first = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "A",
                                                  "2024-01-01", "2024-03-02", "100");
  gint64 second = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "B",
                                                   "2024-01-01", "2024-03-02", "100");
  gint64 receipt_id = arrears_test_ledger_add_receipt (fixture->ledger, fixture->customer_id,
                                                       "2024-01-15", "100");
  g_autoptr (ArrearsReceipt) credit_note = arrears_test_ledger_make_receipt (
      fixture->customer_id, "credit_note", "2024-01-20", "5", "HC-1");
  gint64 credit_note_id = arrears_ledger_insert_receipt (fixture->ledger, credit_note, NULL);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) early = NULL;
  const ArrearsAllocation *allocations;

  arrears_test_ledger_allocate (fixture->ledger, receipt_id, second, "2024-01-15", "10");
  arrears_test_ledger_allocate (fixture->ledger, receipt_id, first, "2024-02-15", "20");
  arrears_test_ledger_allocate (fixture->ledger, credit_note_id, first, "2024-01-20", "5");
  all = arrears_ledger_load_allocations (fixture->ledger, fixture->customer_id,
                                         arrears_test_day ("2024-02-15"), NULL);
  allocations = (const ArrearsAllocation *) (gpointer) all->data;
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_true (!allocations[0].is_payment && allocations[0].invoice_id == first);
  g_assert_true (allocations[1].is_payment && allocations[1].amount.fen == 2000);
  g_assert_true (allocations[2].is_payment && allocations[2].invoice_id == second);
  early = arrears_ledger_load_allocations (fixture->ledger, fixture->customer_id,
                                           arrears_test_day ("2024-01-19"), NULL);
  g_assert_cmpuint (early->len, ==, 1);
}

static void
test_schema_guards_itself (Fixture *fixture, gconstpointer data)
{
  static const char *const forbidden[] = {
    "UPDATE allocation SET amount_fen = 1",
    "UPDATE invoice SET open_fen = -1",
    "UPDATE invoice SET open_fen = amount_fen + 1",
    "UPDATE receipt SET unapplied_fen = -1",
    "DELETE FROM invoice",
    "DELETE FROM receipt",
    "DELETE FROM customer",
    "UPDATE customer SET grade = 'D'",
    "UPDATE invoice SET amount_fen = 'much'",
    "UPDATE invoice SET due_on = 0",
  };

  arrears_test_ledger_allocate (
      fixture->ledger,
      arrears_test_ledger_add_receipt (fixture->ledger, fixture->customer_id, "2024-01-15", "60"),
      arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "A", "2024-01-01",
                                       "2024-03-02", "100"),
      "2024-01-15", "50");
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (arrears_ledger_execute (fixture->ledger, "do harm", forbidden[i], NULL))
      g_error ("the schema allows %s", forbidden[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/ledger-receipts/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-receipt-comes-back-as-it-was-stored", test_comes_back);
  ADD ("wrong-ones-are-refused", test_wrong_ones_are_refused);
  ADD ("receipts-may-share-a-reference-and-are-counted", test_receipts_may_share_a_reference);
  ADD ("lists-are-latest-first-up-to-a-day", test_lists_are_latest_first);
  ADD ("a-refused-allocation-names-its-reason", test_refusals_name_their_reason);
  ADD ("allocations-are-listed-up-to-a-day", test_allocations_are_listed_up_to_a_day);
  ADD ("the-schema-guards-itself", test_schema_guards_itself);
#undef ADD
  return g_test_run ();
}

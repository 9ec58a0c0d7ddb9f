/* test-receipts.c: money, credit notes, write-offs and instalments from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-cli.h"

#include <string.h>

typedef struct
{
  ArrearsTestCli *cli;
} Fixture;

static void
set_day (Fixture *fixture, const char *day)
{
  g_free (fixture->cli->day);
  fixture->cli->day = g_strdup (day);
}

/* XS-1 of 1,200.00 and XS-2 of 1,000.30 at 0.05 % a day, XS-3 of 500.00 of long ago. */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  const char *sheet;

  fixture->cli = arrears_test_cli_new ();
  set_day (fixture, "2026-01-02");
  sheet = arrears_test_cli_put (
      fixture->cli, "invoices.csv",
      "customer_code,customer_name,invoice_number,invoice_date,due_date,amount,contract_number\n"
      "0001,清泉茶行,XS-1,2026-01-02,2026-02-28,1200,HT-1\n"
      "0001,清泉茶行,XS-2,2026-01-02,2026-03-31,1000.30,HT-1\n"
      "0002,老街面馆,XS-3,2022-11-01,2022-12-31,500,\n");
  g_free (arrears_test_cli_expect (fixture->cli, 0, "new", fixture->cli->ledger, NULL));
  g_free (arrears_test_cli_expect (fixture->cli, 0, "import", "invoices", sheet, NULL));
  g_free (arrears_test_cli_expect (fixture->cli, 0, "contract", "set", "0001", "HT-1",
                                   "charge_terms=daily:0.0005", NULL));
  set_day (fixture, "2026-03-31");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_free (arrears_test_cli_expect (fixture->cli, 0, "verify", NULL));
  arrears_test_cli_free (fixture->cli);
}

static void
assert_text (JsonObject *object, const char *member, const char *expected)
{
  g_assert_cmpstr (json_object_get_string_member (object, member), ==, expected);
}

static JsonObject *
get_element (JsonObject *object, const char *member, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (object, member), i);
}

static void
assert_part (JsonObject *payment, guint i, const char *expected)
{
  JsonObject *part = get_element (payment, "allocated", i);
  g_autofree char *said = g_strdup_printf (
      "%s %s %s", json_object_get_string_member (part, "invoice"),
      json_object_get_string_member (part, "part"), json_object_get_string_member (part, "amount"));

  g_assert_cmpstr (said, ==, expected);
}

static void
assert_n_parts (JsonObject *payment, guint n)
{
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (payment, "allocated")), ==,
                    n);
}

static void
assert_fails (Fixture *fixture, int status, const char *part, ArrearsTestRun *run)
{
  g_autoptr (ArrearsTestRun) owned = run;

  g_assert_cmpint (owned->status, ==, status);
  g_assert_cmpstr (owned->out, ==, "");
  if (strstr (owned->err, part) == NULL)
    g_error ("expected “%s” in: %s", part, owned->err);
}

static void
test_the_order_of_payment_can_be_chosen (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) cost
      = arrears_test_cli_ask (fixture->cli, 0, "cost", "XS-1", "--amount", "20", "--on",
                              "2026-03-31", "--note", "公证费", NULL);
  g_autoptr (JsonNode) answer
      = arrears_test_cli_ask (fixture->cli, 0, "pay", "0001", "--amount", "500", "--on",
                              "2026-03-31", "--order", "statutory", NULL);
  JsonObject *payment = json_node_get_object (answer);

  assert_text (json_node_get_object (cost), "amount", "20.00");
  assert_n_parts (payment, 3);
  assert_part (payment, 0, "XS-1 cost 20.00");
  assert_part (payment, 1, "XS-1 charge 18.60");
  assert_part (payment, 2, "XS-1 principal 461.40");
  assert_text (get_element (payment, "allocated", 2), "order", "statutory");
  assert_fails (fixture, 1, "--order",
                arrears_test_cli_run (fixture->cli, "pay", "0001", "--amount", "1", "--on",
                                      "2026-03-31", "--order", "reversed", NULL));
}

static void
test_shares_are_allocated_by_hand (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer = arrears_test_cli_ask (
      fixture->cli, 0, "pay", "0001", "--amount", "100", "--on", "2026-03-31", "--allocate",
      "XS-2=30", "--allocate", "XS-1:charge=18.60", NULL);
  JsonObject *payment = json_node_get_object (answer);

  assert_n_parts (payment, 2);
  assert_part (payment, 0, "XS-2 principal 30.00");
  assert_part (payment, 1, "XS-1 charge 18.60");
  assert_text (payment, "unapplied", "51.40");
  assert_fails (fixture, 1, "XS-1",
                arrears_test_cli_run (fixture->cli, "pay", "0001", "--amount", "100", "--on",
                                      "2026-03-31", "--allocate", "XS-1:charge=0.01", NULL));
  assert_fails (fixture, 1, "INVOICE=AMOUNT",
                arrears_test_cli_run (fixture->cli, "pay", "0001", "--amount", "100", "--on",
                                      "2026-03-31", "--allocate", "XS-1", NULL));
}

static void
test_a_charge_that_is_left_is_decided_about (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer = arrears_test_cli_ask (fixture->cli, 0, "pay", "0001", "--amount",
                                                      "1200", "--on", "2026-03-31", NULL);
  JsonObject *left = get_element (json_node_get_object (answer), "left", 0);
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) decided = NULL;
  g_autoptr (JsonNode) after = NULL;

  assert_text (left, "invoice", "XS-1");
  assert_text (left, "charge", "18.60");
  list = arrears_test_cli_ask (fixture->cli, 0, "charge-left", "0001", NULL);
  assert_text (json_array_get_object_element (json_node_get_array (list), 0), "late_charge",
               "18.60");
  assert_fails (fixture, 1, "keep, waive",
                arrears_test_cli_run (fixture->cli, "charge-left", "XS-1", "forget", "--reason",
                                      "小额", NULL));
  assert_fails (fixture, 2, "charge-left",
                arrears_test_cli_run (fixture->cli, "charge-left", "XS-1", "waive", NULL));
  decided = arrears_test_cli_ask (fixture->cli, 0, "charge-left", "XS-1", "waive", "--reason",
                                  "小额", NULL);
  assert_text (json_node_get_object (decided), "decision", "waive");
  after = arrears_test_cli_ask (fixture->cli, 0, "charge-left", "0001", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (after)), ==, 0);
}

static void
test_money_ahead_is_allocated_later_or_paid_back (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) paid
      = arrears_test_cli_ask (fixture->cli, 0, "pay", "0002", "--amount", "800", "--on",
                              "2026-03-31", "--allocate", "XS-3=100", NULL);
  g_autoptr (JsonNode) refund = NULL;
  g_autoptr (JsonNode) allocated = NULL;
  g_autoptr (JsonNode) receipts = NULL;
  JsonObject *receipt;

  assert_text (json_node_get_object (paid), "unapplied", "700.00");
  refund = arrears_test_cli_ask (fixture->cli, 0, "refund", "1", "--amount", "300", "--reason",
                                 "多付", NULL);
  assert_text (json_node_get_object (refund), "refunded", "300.00");
  allocated = arrears_test_cli_ask (fixture->cli, 0, "allocate", "0002", NULL);
  assert_part (json_node_get_object (allocated), 0, "XS-3 principal 400.00");
  receipts = arrears_test_cli_ask (fixture->cli, 0, "receipts", "0002", NULL);
  receipt = json_array_get_object_element (json_node_get_array (receipts), 0);
  arrears_test_cli_assert_members (receipt, "id kind on amount unapplied refunded reference note "
                                            "voided_on void_reason allocated");
  assert_text (receipt, "refunded", "300.00");
  assert_text (receipt, "unapplied", "0.00");
  assert_n_parts (receipt, 2);
  assert_fails (fixture, 1, "unapplied",
                arrears_test_cli_run (fixture->cli, "allocate", "0002", NULL));
  assert_fails (fixture, 1, "paid back",
                arrears_test_cli_run (fixture->cli, "refund", "1", "--amount", "1", NULL));
}

static void
test_what_is_void_stays_in_the_list (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) receipts = NULL;
  JsonObject *receipt;

  g_free (arrears_test_cli_expect (fixture->cli, 0, "pay", "0001", "--amount", "500", "--on",
                                   "2026-03-31", NULL));
  assert_fails (fixture, 2, "void",
                arrears_test_cli_run (fixture->cli, "void", "receipt", "1", NULL));
  g_free (
      arrears_test_cli_expect (fixture->cli, 0, "void", "receipt", "1", "--reason", "退票", NULL));
  assert_fails (
      fixture, 1, "receipt 1",
      arrears_test_cli_run (fixture->cli, "void", "receipt", "1", "--reason", "退票", NULL));
  receipts = arrears_test_cli_ask (fixture->cli, 0, "receipts", "0001", NULL);
  receipt = json_array_get_object_element (json_node_get_array (receipts), 0);
  assert_text (receipt, "voided_on", "2026-03-31");
  assert_text (receipt, "void_reason", "退票");
  assert_n_parts (receipt, 0);
  g_free (arrears_test_cli_expect (fixture->cli, 0, "void", "invoice", "XS-2", "--reason", "开错",
                                   NULL));
  assert_fails (
      fixture, 1, "XS-2",
      arrears_test_cli_run (fixture->cli, "void", "invoice", "XS-2", "--reason", "开错", NULL));
}

static void
test_credit_notes_and_write_offs (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) note
      = arrears_test_cli_ask (fixture->cli, 0, "credit-note", "0001", "--number", "HC-1",
                              "--amount", "1000", "--invoice", "XS-2", "--note", "退货", NULL);
  g_autoptr (JsonNode) cents = NULL;
  g_autoptr (JsonNode) bad_debt = NULL;
  g_autoptr (ArrearsTestRun) told = NULL;

  assert_part (json_node_get_object (note), 0, "XS-2 principal 1000.00");
  assert_text (get_element (json_node_get_object (note), "left", 0), "rest", "0.30");
  assert_fails (fixture, 1, "HC-1",
                arrears_test_cli_run (fixture->cli, "credit-note", "0001", "--number", "HC-1",
                                      "--amount", "1", NULL));
  cents = arrears_test_cli_ask (fixture->cli, 0, "write-off", "XS-2", "--kind", "cents", "--reason",
                                "尾差", NULL);
  assert_text (json_node_get_object (cents), "kind", "cents");
  assert_fails (fixture, 1, "XS-1",
                arrears_test_cli_run (fixture->cli, "write-off", "XS-1", "--kind", "cents",
                                      "--reason", "尾差", NULL));
  assert_fails (fixture, 1, "three years",
                arrears_test_cli_run (fixture->cli, "write-off", "XS-1", "--kind", "bad_debt",
                                      "--condition", "three_years", "--reason", "无力清偿", NULL));
  bad_debt = arrears_test_cli_ask (fixture->cli, 0, "write-off", "XS-3", "--kind", "bad_debt",
                                   "--condition", "three_years", "--amount", "200", "--reason",
                                   "无力清偿", NULL);
  arrears_test_cli_assert_members (json_node_get_object (bad_debt), "invoice kind condition");
  told = arrears_test_cli_run (fixture->cli, "write-off", "XS-3", "--kind", "bad_debt",
                               "--condition", "three_years", "--reason", "无力清偿", "--lang", "en",
                               NULL);
  g_assert_cmpint (told->status, ==, 0);
  g_assert_nonnull (strstr (told->err, "no release"));
  assert_fails (fixture, 2, "write-off",
                arrears_test_cli_run (fixture->cli, "write-off", "XS-3", "--kind", "bad_debt",
                                      "--reason", "无", NULL));
}

static void
test_an_invoice_is_split_and_deferred (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) split = NULL;
  g_autoptr (JsonNode) due = NULL;

  assert_fails (fixture, 1, "add up",
                arrears_test_cli_run (fixture->cli, "split", "XS-2", "2026-05-31=500",
                                      "2026-06-30=500", NULL));
  assert_fails (fixture, 1, "DAY=AMOUNT",
                arrears_test_cli_run (fixture->cli, "split", "XS-2", "500", "500.30", NULL));
  split = arrears_test_cli_ask (fixture->cli, 0, "split", "XS-2", "2026-05-31=500",
                                "2026-06-30=500.30", NULL);
  assert_text (get_element (json_node_get_object (split), "instalments", 1), "number", "XS-2/2");
  assert_text (get_element (json_node_get_object (split), "instalments", 1), "amount", "500.30");
  due = arrears_test_cli_ask (fixture->cli, 0, "due", "XS-2/2", "--on", "2026-07-31", "--reason",
                              "延期", NULL);
  assert_text (json_node_get_object (due), "due_on", "2026-07-31");
  assert_fails (fixture, 1, "2026-01-02",
                arrears_test_cli_run (fixture->cli, "due", "XS-2/2", "--on", "2026-01-01",
                                      "--reason", "延期", NULL));
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/cli-receipts/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("the-order-of-payment-can-be-chosen", test_the_order_of_payment_can_be_chosen);
  add ("shares-are-allocated-by-hand", test_shares_are_allocated_by_hand);
  add ("a-charge-that-is-left-is-decided-about", test_a_charge_that_is_left_is_decided_about);
  add ("money-ahead-is-allocated-later-or-paid-back",
       test_money_ahead_is_allocated_later_or_paid_back);
  add ("what-is-void-stays-in-the-list", test_what_is_void_stays_in_the_list);
  add ("credit-notes-and-write-offs", test_credit_notes_and_write_offs);
  add ("an-invoice-is-split-and-deferred", test_an_invoice_is_split_and_deferred);
  return g_test_run ();
}

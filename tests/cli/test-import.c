/* test-import.c: taking in files from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-test-cli.h"

#define MEMBERS                                                                                    \
  "read added unchanged updated rejected warnings rejected_rows left_out new_customers amount "    \
  "paid taken"
#define MEMBERS_WITH_TOTALS                                                                        \
  "read added unchanged updated rejected warnings rejected_rows left_out new_customers amount "    \
  "paid stated_amount stated_paid taken"

typedef struct
{
  ArrearsTestCli *cli;
  char *customers;
  char *receivables;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->cli = arrears_test_cli_new ();
  fixture->customers = arrears_test_cli_dup_sheet ("customers_gb18030.csv");
  fixture->receivables = arrears_test_cli_dup_sheet ("receivables_gb18030.csv");
  g_free (arrears_test_cli_expect (fixture->cli, 0, "new", fixture->cli->ledger, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_free (arrears_test_cli_expect (fixture->cli, 0, "verify", NULL));
  g_free (fixture->customers);
  g_free (fixture->receivables);
  arrears_test_cli_free (fixture->cli);
}

static void
assert_numbers (JsonNode *answer, int added, int unchanged, int rejected, gboolean is_taken)
{
  JsonObject *object = json_node_get_object (answer);

  g_assert_cmpint (json_object_get_int_member (object, "added"), ==, added);
  g_assert_cmpint (json_object_get_int_member (object, "unchanged"), ==, unchanged);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "rejected")), ==,
                    rejected);
  g_assert_cmpint (json_object_get_boolean_member (object, "taken"), ==, is_taken);
}

static void
test_customers_are_taken (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer
      = arrears_test_cli_ask (fixture->cli, 0, "import", "customers", fixture->customers, NULL);
  JsonObject *object = json_node_get_object (answer);
  JsonArray *warnings = json_object_get_array_member (object, "warnings");

  arrears_test_cli_assert_members (object, MEMBERS);
  assert_numbers (answer, 24, 0, 0, TRUE);
  g_assert_cmpuint (json_array_get_length (warnings), ==, 1);
  arrears_test_cli_assert_members (json_array_get_object_element (warnings, 0),
                                   "row column text reason");
}

static void
test_a_bad_row_refuses_the_sheet_and_is_named (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer
      = arrears_test_cli_ask (fixture->cli, 1, "import", "invoices", fixture->receivables, NULL);
  g_autoptr (ArrearsTestRun) run
      = arrears_test_cli_run (fixture->cli, "import", "invoices", fixture->receivables, NULL);
  JsonObject *object = json_node_get_object (answer);
  JsonObject *fault
      = json_array_get_object_element (json_object_get_array_member (object, "rejected"), 0);

  arrears_test_cli_assert_members (object, MEMBERS_WITH_TOTALS);
  assert_numbers (answer, 261, 0, 1, FALSE);
  arrears_test_cli_assert_members (fault, "row column text reason");
  g_assert_cmpint (json_object_get_int_member (fault, "row"), ==, 267);
  g_assert_cmpstr (json_object_get_string_member (fault, "column"), ==, "业务日期");
  g_assert_cmpstr (json_object_get_string_member (fault, "text"), ==, "2026/2/30");
  g_assert_nonnull (strstr (run->err, "receivables_gb18030.csv:267: 业务日期"));
  /* Progress is for terminals. */
  g_assert_null (strchr (run->err, '\r'));
}

static void
test_the_good_rows_are_taken_and_taken_once (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) dry = arrears_test_cli_ask (
      fixture->cli, 0, "import", "invoices", fixture->receivables, "--skip-bad", "--dry-run", NULL);
  g_autoptr (JsonNode) first = arrears_test_cli_ask (fixture->cli, 0, "import", "invoices",
                                                     fixture->receivables, "--skip-bad", NULL);
  g_autoptr (JsonNode) second = arrears_test_cli_ask (fixture->cli, 0, "import", "invoices",
                                                      fixture->receivables, "--skip-bad", NULL);
  JsonObject *object = json_node_get_object (first);

  assert_numbers (dry, 261, 0, 1, FALSE);
  assert_numbers (first, 261, 0, 1, TRUE);
  assert_numbers (second, 0, 261, 1, TRUE);
  g_assert_cmpstr (json_object_get_string_member (object, "amount"), ==, "3295707.30");
  g_assert_cmpstr (json_object_get_string_member (object, "paid"), ==, "2323237.82");
  g_assert_cmpstr (json_object_get_string_member (object, "stated_amount"), ==, "3292106.80");
  g_assert_cmpstr (json_object_get_string_member (object, "stated_paid"), ==, "2323237.82");
}

static void
test_columns_are_named_by_hand (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_cli_put (fixture->cli, "own.csv",
                                           "谁,号,哪天,多少\n清泉茶行,T-1,2026-11-05,66.6\n");
  g_autoptr (JsonNode) answer = NULL;

  g_free (arrears_test_cli_expect (fixture->cli, 1, "import", "invoices", path, NULL));
  g_free (arrears_test_cli_expect (fixture->cli, 1, "import", "invoices", path, "--map",
                                   "谁=nobody", NULL));
  answer = arrears_test_cli_ask (fixture->cli, 0, "import", "invoices", path, "--map",
                                 "谁=customer_name,号=invoice_number,哪天=invoice_date,多少=amount",
                                 NULL);
  assert_numbers (answer, 1, 0, 0, TRUE);
}

static void
test_the_order_of_day_and_month_is_asked_for (Fixture *fixture, gconstpointer user_data)
{
  const char *path
      = arrears_test_cli_put (fixture->cli, "history.csv",
                              "customer_code,invoice_number,invoice_date,due_date,amount\n"
                              "0379-NEVHP,611365,1/2/2013,2/1/2013,55.94\n");
  g_autoptr (ArrearsTestRun) run
      = arrears_test_cli_run (fixture->cli, "import", "invoices", path, NULL);
  g_autoptr (JsonNode) answer = NULL;

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->err, "2013-01-02"));
  g_assert_nonnull (strstr (run->err, "2013-02-01"));
  answer
      = arrears_test_cli_ask (fixture->cli, 0, "import", "invoices", path, "--dates", "mdy", NULL);
  assert_numbers (answer, 1, 0, 0, TRUE);
}

static void
test_paid_amounts_bear_the_day_that_was_asked_for (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_cli_put (
      fixture->cli, "paid.csv",
      "customer_code,invoice_number,invoice_date,due_date,amount,paid_amount\n"
      "0001,XS-1,2026-08-01,2026-09-01,100,40\n");
  g_autoptr (JsonNode) answer = NULL;
  JsonObject *invoice;

  g_free (arrears_test_cli_expect (fixture->cli, 1, "import", "invoices", path, "--paid-on",
                                   "someday", NULL));
  g_free (arrears_test_cli_expect (fixture->cli, 0, "import", "invoices", path, "--paid-on",
                                   "2026-10-15", NULL));
  answer = arrears_test_cli_ask (fixture->cli, 0, "account", "0001", NULL);
  invoice = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (answer), "invoices"), 0);
  /* A payment starts the three years anew. */
  g_assert_cmpstr (json_object_get_string_member (invoice, "limitation_ends_on"), ==, "2029-10-15");
}

static void
test_payments_are_taken (Fixture *fixture, gconstpointer user_data)
{
  const char *invoices
      = arrears_test_cli_put (fixture->cli, "invoices.csv",
                              "customer_code,invoice_number,invoice_date,due_date,amount\n"
                              "0001,XS-1,2026-08-01,2026-09-01,100\n");
  const char *payments = arrears_test_cli_put (
      fixture->cli, "payments.csv", "customer_code,date,amount,reference\n0001,2026-09-05,60,T1\n");
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;

  g_free (arrears_test_cli_expect (fixture->cli, 0, "import", "invoices", invoices, NULL));
  first = arrears_test_cli_ask (fixture->cli, 0, "import", "payments", payments, NULL);
  second = arrears_test_cli_ask (fixture->cli, 0, "import", "payments", payments, NULL);
  assert_numbers (first, 1, 0, 0, TRUE);
  assert_numbers (second, 0, 1, 0, TRUE);
}

static void
test_what_is_no_sheet_is_refused (Fixture *fixture, gconstpointer user_data)
{
  const char *broken = arrears_test_cli_put (fixture->cli, "broken.xlsx", "PK\003\004 no archive");

  g_free (arrears_test_cli_expect (fixture->cli, 1, "import", "invoices",
                                   arrears_test_cli_get_path (fixture->cli, "none.csv"), NULL));
  g_free (arrears_test_cli_expect (fixture->cli, 1, "import", "invoices", broken, NULL));
}

static void
test_a_report_is_read_by_people_too (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *table = arrears_test_cli_expect (fixture->cli, 0, "import", "customers",
                                                    fixture->customers, "--dry-run", NULL);
  g_autofree char *chinese
      = arrears_test_cli_expect (fixture->cli, 0, "--lang", "zh_CN", "import", "customers",
                                 fixture->customers, "--dry-run", NULL);

  g_assert_nonnull (strstr (table, "Added: 24\n"));
  g_assert_nonnull (strstr (table, "Taken into the ledger: no\n"));
  g_assert_null (strstr (chinese, "Added"));
  g_assert_nonnull (strstr (chinese, "24\n"));
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/cli-import/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("customers-are-taken", test_customers_are_taken);
  add ("a-bad-row-refuses-the-sheet-and-is-named", test_a_bad_row_refuses_the_sheet_and_is_named);
  add ("the-good-rows-are-taken-and-taken-once", test_the_good_rows_are_taken_and_taken_once);
  add ("columns-are-named-by-hand", test_columns_are_named_by_hand);
  add ("the-order-of-day-and-month-is-asked-for", test_the_order_of_day_and_month_is_asked_for);
  add ("paid-amounts-bear-the-day-that-was-asked-for",
       test_paid_amounts_bear_the_day_that_was_asked_for);
  add ("payments-are-taken", test_payments_are_taken);
  add ("what-is-no-sheet-is-refused", test_what_is_no_sheet_is_refused);
  add ("a-report-is-read-by-people-too", test_a_report_is_read_by_people_too);
  return g_test_run ();
}

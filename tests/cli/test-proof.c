/* test-proof.c: limitation, guarantees and vouchers from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-test-cli.h"

static ArrearsTestCli *
make_shop (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  const char *sheet = arrears_test_cli_put (
      cli, "invoices.csv",
      "customer_code,customer_name,invoice_number,invoice_date,due_date,amount,order_number,"
      "contract_number\n"
      "0001,清泉茶行,XS-1,2023-05-01,2023-05-31,10000,DD-1,HT-1\n"
      "0001,清泉茶行,XS-2,2024-01-01,2024-02-29,500,,\n"
      "0002,好又多便利店,XS-3,2024-01-01,2024-01-31,300,,\n");

  g_free (cli->day);
  cli->day = g_strdup ("2025-12-10");
  g_free (arrears_test_cli_expect (cli, 0, "new", cli->ledger, NULL));
  g_free (arrears_test_cli_expect (cli, 0, "import", "invoices", sheet, NULL));
  return g_steal_pointer (&cli);
}

static void
set_day (ArrearsTestCli *cli, const char *day)
{
  g_free (cli->day);
  cli->day = g_strdup (day);
}

static JsonObject *
get_element (JsonNode *answer, const char *list, guint index)
{
  JsonArray *array = list != NULL
                         ? json_object_get_array_member (json_node_get_object (answer), list)
                         : json_node_get_array (answer);

  g_assert_cmpuint (json_array_get_length (array), >, index);
  return json_array_get_object_element (array, index);
}

static void
assert_text (JsonObject *object, const char *member, const char *expected)
{
  g_assert_cmpstr (json_object_get_string_member (object, member), ==, expected);
}

static void
test_limitation_is_told_with_its_chain (void)
{
  g_autoptr (ArrearsTestCli) cli = make_shop ();
  g_autoptr (JsonNode) before = arrears_test_cli_ask (cli, 0, "limitation", "0001", NULL);
  g_autoptr (JsonNode) after = NULL;
  JsonObject *invoice = get_element (before, "invoices", 0);
  JsonObject *link;

  arrears_test_cli_assert_members (json_node_get_object (before),
                                   "as_of calendar_ends_on invoices guarantees");
  arrears_test_cli_assert_members (
      invoice, "number due_on open ends_on ends_on_after_203 days_left band chain");
  assert_text (invoice, "number", "XS-1");
  assert_text (invoice, "ends_on", "2026-05-31");
  assert_text (invoice, "ends_on_after_203", "2026-06-01");
  assert_text (invoice, "band", "180");
  g_assert_true (
      json_object_get_null_member (get_element (before, "invoices", 1), "ends_on_after_203"));

  g_free (arrears_test_cli_expect (cli, 0, "limitation-event", "0001", "--kind", "demand", "--on",
                                   "2025-12-05", "--proof", "C", "--invoice", "XS-1", "--note",
                                   "EMS 1234567890123", NULL));
  after = arrears_test_cli_ask (cli, 0, "limitation", "0001", NULL);
  invoice = get_element (after, "invoices", 0);
  assert_text (invoice, "ends_on", "2028-12-05");
  assert_text (invoice, "band", "far");
  link = json_array_get_object_element (json_object_get_array_member (invoice, "chain"), 1);
  arrears_test_cli_assert_members (link, "on kind proof counts effect ends_on event");
  assert_text (link, "kind", "demand");
  assert_text (link, "proof", "C");
  g_assert_true (json_object_get_boolean_member (link, "counts"));
  assert_text (get_element (after, "invoices", 1), "ends_on", "2027-02-28");
}

static void
test_an_event_can_be_taken_back (void)
{
  g_autoptr (ArrearsTestCli) cli = make_shop ();
  g_autoptr (JsonNode) entered
      = arrears_test_cli_ask (cli, 0, "limitation-event", "0001", "--kind", "acknowledgement",
                              "--on", "2025-12-05", "--proof", "A", NULL);
  g_autofree char *id = g_strdup_printf (
      "%" G_GINT64_FORMAT, json_object_get_int_member (json_node_get_object (entered), "id"));
  g_autoptr (JsonNode) answer = NULL;

  g_free (
      arrears_test_cli_expect (cli, 0, "limitation-event-void", id, "--reason", "签错了人", NULL));
  answer = arrears_test_cli_ask (cli, 0, "limitation", "0001", NULL);
  assert_text (get_element (answer, "invoices", 0), "ends_on", "2026-05-31");
  g_free (arrears_test_cli_expect (cli, 1, "limitation-event-void", id, "--reason", "again", NULL));
}

static void
test_wrong_events_are_refused (void)
{
  g_autoptr (ArrearsTestCli) cli = make_shop ();

  g_free (arrears_test_cli_expect (cli, 1, "limitation-event", "0001", "--kind", "demand", "--on",
                                   "2025-12-05", "--proof", "H", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "limitation-event", "0001", "--kind", "demand", "--on",
                                   "2025-12-11", "--proof", "A", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "limitation-event", "0009", "--kind", "demand", "--on",
                                   "2025-12-05", "--proof", "A", NULL));
  g_free (arrears_test_cli_expect (cli, 2, "limitation-event", "0001", "--kind", "demand", NULL));
}

static void
test_a_guarantee_is_entered_and_claimed (void)
{
  g_autoptr (ArrearsTestCli) cli = make_shop ();
  g_autoptr (JsonNode) answer = NULL;
  JsonObject *guarantee;

  set_day (cli, "2024-02-01");
  g_free (arrears_test_cli_expect (cli, 0, "guarantee", "0001", "--guarantor", "王建国", "--kind",
                                   "joint", "--due", "2024-02-29", "--months", "24", "--invoice",
                                   "XS-2", NULL));
  answer = arrears_test_cli_ask (cli, 0, "limitation", "0001", NULL);
  guarantee = get_element (answer, "guarantees", 0);
  arrears_test_cli_assert_members (
      guarantee,
      "id guarantor kind invoice amount principal_due_on months ends_on days_left needs");
  assert_text (guarantee, "ends_on", "2026-02-28");
  assert_text (guarantee, "needs", "claim");
  set_day (cli, "2025-12-10");
  g_free (arrears_test_cli_expect (cli, 1, "guarantee-end", "1", "lapsed", NULL));
  g_free (arrears_test_cli_expect (cli, 0, "guarantee-end", "1", "claimed", "--on", "2025-12-09",
                                   NULL));
  g_free (arrears_test_cli_expect (cli, 1, "guarantee-end", "1", "released", NULL));
}

static void
test_a_voucher_comes_back_byte_for_byte (void)
{
  g_autoptr (ArrearsTestCli) cli = make_shop ();
  const char *file = arrears_test_cli_put (cli, "送货单.txt", "送货单 DD-1 已签收\n");
  const char *copy = arrears_test_cli_get_path (cli, "copy.txt");
  g_autoptr (JsonNode) added = arrears_test_cli_ask (cli, 0, "voucher", "add", file, "--kind",
                                                     "delivery_note", "--invoice", "XS-1", NULL);
  g_autoptr (JsonNode) list = arrears_test_cli_ask (cli, 0, "voucher", "list", "0001", NULL);
  g_autofree char *content = NULL;
  JsonObject *voucher = get_element (list, NULL, 0);

  arrears_test_cli_assert_members (
      voucher, "id kind name on contract invoice entry media_type bytes sha256 note");
  assert_text (voucher, "name", "送货单.txt");
  assert_text (voucher, "invoice", "XS-1");
  assert_text (voucher, "sha256",
               json_object_get_string_member (json_node_get_object (added), "sha256"));
  g_free (arrears_test_cli_expect (cli, 0, "voucher", "export", "1", "-o", copy, NULL));
  g_assert_true (g_file_get_contents (copy, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "送货单 DD-1 已签收\n");
  g_free (arrears_test_cli_expect (cli, 1, "voucher", "export", "1", "-o", copy, NULL));
  g_free (arrears_test_cli_expect (cli, 1, "voucher", "add", file, "--kind", "delivery_note",
                                   "--invoice", "XS-1", NULL));
  g_free (arrears_test_cli_expect (cli, 0, "voucher", "end", "1", "mistaken", "--reason", "看错了",
                                   NULL));
  g_free (arrears_test_cli_expect (cli, 0, "voucher", "add", file, "--kind", "delivery_note",
                                   "--invoice", "XS-1", NULL));
}

static void
test_wrong_vouchers_are_refused (void)
{
  g_autoptr (ArrearsTestCli) cli = make_shop ();
  const char *empty = arrears_test_cli_put (cli, "empty.pdf", "");
  const char *file = arrears_test_cli_put (cli, "a.pdf", "%PDF-1.7\n");
  const char *gone = arrears_test_cli_get_path (cli, "gone.pdf");

  g_free (arrears_test_cli_expect (cli, 1, "voucher", "add", empty, "--kind", "contract",
                                   "--customer", "0001", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "voucher", "add", gone, "--kind", "contract",
                                   "--customer", "0001", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "voucher", "add", file, "--kind", "letter", "--customer",
                                   "0001", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "voucher", "add", file, "--kind", "contract",
                                   "--invoice", "XS-9", NULL));
  g_free (arrears_test_cli_expect (cli, 2, "voucher", "add", file, "--kind", "contract", NULL));
  g_free (arrears_test_cli_expect (cli, 2, "voucher", NULL));
}

static void
test_missing_papers_are_listed_with_their_use (void)
{
  g_autoptr (ArrearsTestCli) cli = make_shop ();
  const char *file = arrears_test_cli_put (cli, "a.pdf", "%PDF-1.7\n");
  g_autoptr (JsonNode) all = NULL;
  g_autoptr (JsonNode) one = NULL;
  JsonObject *invoice;
  JsonObject *paper;

  g_free (arrears_test_cli_expect (cli, 0, "voucher", "add", file, "--kind", "contract",
                                   "--contract", "HT-1", NULL));
  all = arrears_test_cli_ask (cli, 0, "vouchers-missing", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (all)), ==, 3);
  one = arrears_test_cli_ask (cli, 0, "vouchers-missing", "0001", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (one)), ==, 2);
  invoice = get_element (one, NULL, 0);
  arrears_test_cli_assert_members (invoice,
                                   "customer name invoice due_on open missing missing_names");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (invoice, "missing")), ==,
                    3);
  paper = json_array_get_object_element (json_object_get_array_member (invoice, "missing"), 1);
  arrears_test_cli_assert_members (paper, "paper needed_for");
  assert_text (paper, "paper", "delivery");
  assert_text (paper, "needed_for", "delivery");
}

static void
test_a_table_shows_chain_and_guarantees (void)
{
  g_autoptr (ArrearsTestCli) cli = make_shop ();
  g_autofree char *table = NULL;

  g_free (arrears_test_cli_expect (cli, 0, "guarantee", "0001", "--guarantor", "王建国", "--kind",
                                   "general", "--due", "2025-12-01", NULL));
  table = arrears_test_cli_expect (cli, 0, "--format", "csv", "limitation", "0001", NULL);
  g_assert_nonnull (strstr (table, "XS-1,2023-05-31,10000.00,2026-05-31,2026-06-01"));
  g_assert_nonnull (strstr (table, "XS-1,2023-05-31,due,"));
  g_assert_nonnull (strstr (table, "王建国,general"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proof/limitation-is-told-with-its-chain",
                   test_limitation_is_told_with_its_chain);
  g_test_add_func ("/proof/an-event-can-be-taken-back", test_an_event_can_be_taken_back);
  g_test_add_func ("/proof/wrong-events-are-refused", test_wrong_events_are_refused);
  g_test_add_func ("/proof/a-guarantee-is-entered-and-claimed",
                   test_a_guarantee_is_entered_and_claimed);
  g_test_add_func ("/proof/a-voucher-comes-back-byte-for-byte",
                   test_a_voucher_comes_back_byte_for_byte);
  g_test_add_func ("/proof/wrong-vouchers-are-refused", test_wrong_vouchers_are_refused);
  g_test_add_func ("/proof/missing-papers-are-listed-with-their-use",
                   test_missing_papers_are_listed_with_their_use);
  g_test_add_func ("/proof/a-table-shows-chain-and-guarantees",
                   test_a_table_shows_chain_and_guarantees);

  return g_test_run ();
}

/* test-today.c: today, seen, done and policy from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-test-cli.h"

#define STAGES "3/0/call/none/polite;8/300/call+letter/demand/formal/先礼后兵"

typedef struct
{
  ArrearsTestCli *cli;
} Fixture;

static void
move_to (Fixture *fixture, const char *day)
{
  g_free (fixture->cli->day);
  fixture->cli->day = g_strdup (day);
}

static void
run (Fixture *fixture, int status, const char *line)
{
  g_autoptr (ArrearsTestRun) result = arrears_test_cli_run_line (fixture->cli, line);

  g_assert_cmpint (result->status, ==, status);
  g_assert_cmpstr (result->out, ==, "");
  g_assert_true ((result->err[0] == '\0') == (status == 0));
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  const char *sheet;

  fixture->cli = arrears_test_cli_new ();
  move_to (fixture, "2026-03-02");
  g_free (arrears_test_cli_expect (fixture->cli, 0, "new", fixture->cli->ledger, NULL));
  sheet = arrears_test_cli_put (fixture->cli, "invoices.csv",
                                "customer_code,customer_name,invoice_number,invoice_date,due_date,"
                                "amount\n"
                                "0001,甲商店,A-1,2026-03-02,2026-03-03,500\n"
                                "0002,乙商店,B-1,2026-03-02,2026-03-10,80\n");
  g_free (arrears_test_cli_expect (fixture->cli, 0, "import", "invoices", sheet, NULL));
  run (fixture, 0, "owner 0001 小王");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_cli_free (fixture->cli);
}

static JsonArray *
ask_today (Fixture *fixture, JsonNode **answer)
{
  g_clear_pointer (answer, json_node_unref);
  *answer = arrears_test_cli_ask (fixture->cli, 0, "today", NULL);
  return json_node_get_array (*answer);
}

static JsonObject *
get_reason (JsonObject *row, guint n)
{
  return json_array_get_object_element (json_object_get_array_member (row, "reasons"), n);
}

static void
test_today_lists_each_account_with_its_reasons (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer = NULL;
  JsonArray *rows;
  JsonObject *row;

  move_to (fixture, "2026-03-11");
  rows = ask_today (fixture, &answer);
  g_assert_cmpuint (json_array_get_length (rows), ==, 2);
  row = json_array_get_object_element (rows, 0);
  arrears_test_cli_assert_members (row,
                                   "customer name stage stage_name passed overdue owner seen reasons");
  g_assert_cmpstr (json_object_get_string_member (row, "customer"), ==, "0001");
  g_assert_cmpstr (json_object_get_string_member (row, "owner"), ==, "小王");
  g_assert_cmpstr (json_object_get_string_member (row, "overdue"), ==, "500.00");
  g_assert_cmpint (json_object_get_int_member (row, "stage"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (row, "passed")), ==, 1);
  g_assert_false (json_object_get_boolean_member (row, "seen"));
  arrears_test_cli_assert_members (get_reason (row, 0), "kind day amount invoice note");
  g_assert_cmpstr (json_object_get_string_member (get_reason (row, 0), "kind"), ==, "crossing");
  g_assert_cmpstr (json_object_get_string_member (get_reason (row, 0), "day"), ==, "2026-03-10");
  g_assert_cmpstr (json_object_get_string_member (get_reason (row, 0), "amount"), ==, "500.00");
}

static void
test_an_owner_asks_for_the_own_accounts (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer = NULL;

  move_to (fixture, "2026-03-11");
  answer = arrears_test_cli_ask (fixture->cli, 0, "today", "--owner", "小王", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (answer)), ==, 1);
}

static void
test_what_is_done_leaves_the_list (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer = NULL;
  JsonArray *rows;

  move_to (fixture, "2026-03-11");
  run (fixture, 0, "seen 0001 --by 小李");
  rows = ask_today (fixture, &answer);
  g_assert_true (
      json_object_get_boolean_member (json_array_get_object_element (rows, 0), "seen"));
  run (fixture, 2, "done 0001");
  run (fixture, 0, "done 0001 --note 打过电话 --by 小李");
  run (fixture, 1, "done 0001 --note 打过电话");
  rows = ask_today (fixture, &answer);
  g_assert_cmpuint (json_array_get_length (rows), ==, 1);
  run (fixture, 1, "seen 0099");
  move_to (fixture, "2026-03-02");
  run (fixture, 1, "seen 0001");
}

static void
test_a_table_tells_the_reasons_in_words (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *table = NULL;

  move_to (fixture, "2026-03-04");
  table = arrears_test_cli_expect (fixture->cli, 0, "today", NULL);
  g_assert_nonnull (strstr (table, "甲商店"));
  g_assert_nonnull (strstr (table, "2026-03-04"));
}

static void
test_policies_are_set_shown_and_assigned (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) shown = NULL;
  g_autoptr (JsonNode) today = NULL;
  JsonObject *policy;
  JsonArray *stages;

  run (fixture, 0, "policy set 宽 --stages " STAGES);
  run (fixture, 0, "policy assign 宽 customer:0001");
  run (fixture, 0, "policy assign 宽 invoice:B-1");
  run (fixture, 0, "policy assign 宽 grade:C");
  list = arrears_test_cli_ask (fixture->cli, 0, "policy", "list", NULL);
  policy = json_array_get_object_element (json_node_get_array (list), 0);
  arrears_test_cli_assert_members (policy, "name recorded_on grades customers invoices stages");
  g_assert_cmpint (json_object_get_int_member (policy, "customers"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (policy, "invoices"), ==, 1);
  shown = arrears_test_cli_ask (fixture->cli, 0, "policy", "show", "宽", NULL);
  stages = json_object_get_array_member (json_node_get_object (shown), "stages");
  g_assert_cmpuint (json_array_get_length (stages), ==, 2);
  arrears_test_cli_assert_members (json_array_get_object_element (stages, 1),
                                   "stage stage_name days least actions document tone");
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (stages, 1), "stage_name"), ==,
      "先礼后兵");
  move_to (fixture, "2026-03-05");
  g_assert_cmpuint (json_array_get_length (ask_today (fixture, &today)), ==, 0);
  run (fixture, 0, "policy assign standard customer:0001");
  g_assert_cmpuint (json_array_get_length (ask_today (fixture, &today)), ==, 1);
}

static void
test_a_preview_is_dated (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer = NULL;
  g_autoptr (JsonNode) account = NULL;
  JsonObject *step;

  run (fixture, 0, "policy set 宽 --stages " STAGES);
  answer = arrears_test_cli_ask (fixture->cli, 0, "policy", "preview", "宽", "--amount", "400",
                                 "--due", "2026-03-20", NULL);
  step = json_array_get_object_element (json_node_get_array (answer), 1);
  arrears_test_cli_assert_members (
      step, "day stage stage_name days least actions document tone letter_on counted");
  g_assert_cmpstr (json_object_get_string_member (step, "day"), ==, "2026-03-28");
  g_assert_cmpstr (json_object_get_string_member (step, "letter_on"), ==, "2026-03-30");
  g_assert_cmpstr (json_object_get_string_member (step, "document"), ==, "demand");
  account = arrears_test_cli_ask (fixture->cli, 0, "policy", "preview", "--customer", "0001", NULL);
  step = json_array_get_object_element (json_node_get_array (account), 0);
  g_assert_cmpstr (json_object_get_string_member (step, "day"), ==, "2026-03-04");
}

static void
test_what_cannot_be_is_refused (Fixture *fixture, gconstpointer user_data)
{
  static const char *const usage[]
      = { "policy",          "policy draw",       "policy set 宽", "policy show",
          "policy list all", "policy assign 宽", "policy preview", "policy preview --amount 5" };
  static const char *const refused[]
      = { "policy set 宽 --stages 1/0/call",  "policy show 窄",
          "policy assign 窄 grade:A",         "policy assign standard grade:D",
          "policy assign standard firm:0001", "policy assign standard customer:0099",
          "policy assign standard invoice:X", "policy preview --amount 0 --due 2026-03-20" };

  for (gsize i = 0; i < G_N_ELEMENTS (usage); i++)
    run (fixture, 2, usage[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    run (fixture, 1, refused[i]);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/today/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("today-lists-each-account-with-its-reasons",
       test_today_lists_each_account_with_its_reasons);
  add ("an-owner-asks-for-the-own-accounts", test_an_owner_asks_for_the_own_accounts);
  add ("what-is-done-leaves-the-list", test_what_is_done_leaves_the_list);
  add ("a-table-tells-the-reasons-in-words", test_a_table_tells_the_reasons_in_words);
  add ("policies-are-set-shown-and-assigned", test_policies_are_set_shown_and_assigned);
  add ("a-preview-is-dated", test_a_preview_is_dated);
  add ("what-cannot-be-is-refused", test_what_cannot_be_is_refused);
  return g_test_run ();
}

/* test-contact.c: the log, the guard, people, wording, rules and tables from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "arrears-test-cli.h"
#include "arrears-test-values.h"

static ArrearsTestCli *cli;

static void
set_up (gpointer fixture, gconstpointer data)
{
  cli = arrears_test_cli_new ();
  g_free (arrears_test_cli_expect (cli, 0, "new", cli->ledger, NULL));
  g_free (
      arrears_test_cli_expect (cli, 0, "import", "customers",
                               arrears_test_cli_put (cli, "customers.csv",
                                                     "customer_code,customer_name,contact,phone\n"
                                                     "0001,清泉茶行,李会计,0571-1\n0002,张三,,\n"),
                               NULL));
}

static void
tear_down (gpointer fixture, gconstpointer data)
{
  g_free (arrears_test_cli_expect (cli, 0, "verify", NULL));
  arrears_test_cli_free (cli);
}

static void
log_call (const char *moment, const char *said)
{
  g_free (arrears_test_cli_expect (cli, 0, "--by", "王五", "contact", "0001", "--channel", "call",
                                   "--at", moment, "--said", said, NULL));
}

static JsonNode *
ask_log (const char *option, const char *value)
{
  return arrears_test_cli_ask (cli, 0, "log", "--contacts", option, value, NULL);
}

static void
test_a_contact_is_logged_and_listed (void *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) made = NULL;
  g_autoptr (JsonNode) log = NULL;
  JsonObject *entry;

  made = arrears_test_cli_ask (cli, 0, "--by", "王五", "contact", "0001", "--channel", "wechat",
                               "--at", "2026-11-19 10:15", "--said", "请周五前付清", "--outcome",
                               "promised", "--measure", "周五查账", "--next", "2026-11-27", NULL);
  log = arrears_test_cli_ask (cli, 0, "log", "0001", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (log)), ==, 1);
  entry = json_array_get_object_element (json_node_get_array (log), 0);
  arrears_test_cli_assert_members (
      entry, "entry at kind customer day time corrects actor with channel channel_name subject "
             "amount note outcome outcome_name measure next_on text hash");
  g_assert_cmpint (json_object_get_int_member (entry, "entry"), ==,
                   json_object_get_int_member (json_node_get_object (made), "id"));
  g_assert_cmpstr (json_object_get_string_member (entry, "day"), ==, "2026-11-19");
  g_assert_cmpstr (json_object_get_string_member (entry, "time"), ==, "10:15");
  g_assert_cmpstr (json_object_get_string_member (entry, "actor"), ==, "王五");
  g_assert_cmpstr (json_object_get_string_member (entry, "with"), ==, "李会计");
  g_assert_cmpstr (json_object_get_string_member (entry, "channel"), ==, "wechat");
  g_assert_cmpstr (json_object_get_string_member (entry, "next_on"), ==, "2026-11-27");
}

static void
test_the_guard_asks_for_a_reason (void *fixture, gconstpointer data)
{
  g_autoptr (ArrearsTestRun) refused
      = arrears_test_cli_run (cli, "contact", "0001", "--channel", "call", "--at",
                              "2026-11-19 22:30", "--said", "请付款", NULL);
  g_autoptr (ArrearsTestRun) warned = NULL;
  g_autoptr (JsonNode) log = NULL;

  g_assert_cmpint (refused->status, ==, 1);
  g_assert_nonnull (strstr (refused->err, "22:00"));
  g_assert_nonnull (strstr (refused->err, "quiet_hours"));
  g_free (arrears_test_cli_expect (cli, 0, "contact", "0001", "--channel", "call", "--at",
                                   "2026-11-19 22:30", "--said", "请付款", "--reason", "客户约定",
                                   NULL));
  warned = arrears_test_cli_run (cli, "contact", "0001", "--channel", "call", "--at",
                                 "2026-11-19 10:30", "--said", "请付款", NULL);
  g_assert_cmpint (warned->status, ==, 0);
  g_assert_nonnull (strstr (warned->err, "2; the limit is 1"));
  log = ask_log ("--channel", "call");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (log)), ==, 2);
}

static void
test_a_contact_is_checked_before_it_is_made (void *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) none = arrears_test_cli_ask (cli, 0, "contact-check", "0001", "--channel",
                                                    "call", "--at", "2026-11-19 10:00", NULL);
  g_autoptr (JsonNode) some
      = arrears_test_cli_ask (cli, 0, "contact-check", "0001", "--channel", "visit", "--with",
                              "门卫", "--at", "2026-11-15 23:00", NULL);
  JsonArray *findings = json_node_get_array (some);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (none)), ==, 0);
  g_assert_cmpuint (json_array_get_length (findings), ==, 2);
  arrears_test_cli_assert_members (json_array_get_object_element (findings, 0),
                                   "rule severity count limit day text");
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (findings, 0), "rule"), ==,
      "not_named");
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (findings, 1), "severity"), ==,
      "hard");
}

static void
test_what_does_not_read_is_refused (void *fixture, gconstpointer data)
{
  static const char *const moments[]
      = { "2026-11-19", "2026-11-19 24:00", "2026-11-19 9:00", "2026-02-30 10:00", "10:60", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    g_free (arrears_test_cli_expect (cli, 1, "contact", "0001", "--channel", "call", "--at",
                                     moments[i], "--said", "请付款", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "contact", "0001", "--channel", "fax", "--said",
                                   "请付款", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "contact", "0001", "--channel", "call", "--outcome",
                                   "happy", "--said", "请付款", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "contact", "0404", "--channel", "call", "--said",
                                   "请付款", NULL));
  g_free (arrears_test_cli_expect (cli, 2, "contact", "0001", "--channel", "call", NULL));
  g_free (arrears_test_cli_expect (cli, 2, "contact", "0001", "--said", "请付款", NULL));
  g_free (arrears_test_cli_expect (cli, 2, "contacts", "0001", "add", NULL));
}

static void
test_the_log_is_filtered_and_exported (void *fixture, gconstpointer data)
{
  g_autofree char *csv = NULL;
  g_autoptr (JsonNode) by_day = NULL;
  g_autoptr (JsonNode) by_person = NULL;
  g_autoptr (JsonNode) limited = NULL;

  log_call ("2026-11-17 10:00", "第一次, “请付款”");
  log_call ("2026-11-18 10:00", "第二次");
  log_call ("2026-11-19 10:00", "第三次");
  by_day = ask_log ("--from", "2026-11-18");
  by_person = ask_log ("--person", "王五");
  limited = ask_log ("--limit", "1");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (by_day)), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (by_person)), ==, 3);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (limited)), ==, 1);
  csv = arrears_test_cli_expect (cli, 0, "--format", "csv", "log", "--contacts", NULL);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF"
                                        "Entry,Written at,Day,Time,Customer,Who,With whom,"));
  g_assert_nonnull (strstr (csv, "\"第一次, “请付款”\""));
  g_assert_nonnull (strstr (csv, ",2026-11-17,10:00,清泉茶行,王五,李会计,"));
}

static void
test_a_wrong_entry_is_corrected (void *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) log = NULL;
  g_autofree char *number = NULL;

  log_call ("2026-11-19 10:00", "请付款");
  log = ask_log ("--limit", "1");
  number = g_strdup_printf (
      "%d", (int) json_object_get_int_member (
                json_array_get_object_element (json_node_get_array (log), 0), "entry"));
  g_free (arrears_test_cli_expect (cli, 0, "contact", "0001", "--corrects", number, "--said",
                                   "没有打过", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "contact", "0001", "--corrects", number, "--said",
                                   "没有打过", NULL));
}

static void
test_people_are_added_and_stopped (void *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) people = NULL;
  g_autoptr (ArrearsTestRun) stopped = NULL;
  JsonObject *second;

  g_free (arrears_test_cli_expect (cli, 0, "contacts", "0001", "add", "王经理", "--phone", "0571-2",
                                   "--role", "老板", NULL));
  g_free (arrears_test_cli_expect (cli, 0, "contacts", "0001", "change", "王经理", "--phone",
                                   "0571-3", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "contacts", "0001", "stop", "王经理", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "contacts", "0001", "stop", "没有的人", "--reason", "x",
                                   NULL));
  g_free (arrears_test_cli_expect (cli, 0, "contacts", "0001", "stop", "王经理", "--reason",
                                   "本人要求", NULL));
  people = arrears_test_cli_ask (cli, 0, "contacts", "0001", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (people)), ==, 2);
  second = json_array_get_object_element (json_node_get_array (people), 1);
  arrears_test_cli_assert_members (second, "id position name role phone email stopped");
  g_assert_cmpstr (json_object_get_string_member (second, "phone"), ==, "0571-3");
  g_assert_true (json_object_get_boolean_member (second, "stopped"));
  stopped = arrears_test_cli_run (cli, "contact", "0001", "--channel", "call", "--at",
                                  "2026-11-19 10:00", "--with", "王经理", "--said", "请付款",
                                  "--reason", "很急", NULL);
  g_assert_cmpint (stopped->status, ==, 1);
}

static void
test_words_are_found (void *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) found
      = arrears_test_cli_ask (cli, 0, "wording", "再不付就坐 牢，并收滞纳金", NULL);
  g_autoptr (JsonNode) none
      = arrears_test_cli_ask (cli, 0, "wording", "请付款", "--customer", "0001", NULL);
  JsonObject *first = json_array_get_object_element (json_node_get_array (found), 0);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (found)), ==, 2);
  arrears_test_cli_assert_members (first, "at found kind kind_name better");
  g_assert_cmpint (json_object_get_int_member (first, "at"), ==, 5);
  g_assert_cmpstr (json_object_get_string_member (first, "found"), ==, "坐 牢");
  g_assert_cmpstr (json_object_get_string_member (first, "kind"), ==, "false_consequence");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (none)), ==, 0);
  g_free (arrears_test_cli_expect (cli, 1, "wording", "请付款", "--customer", "0404", NULL));
}

static void
test_rules_are_chosen (void *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) rules = NULL;

  g_free (arrears_test_cli_expect (cli, 0, "rules", "set", "statutory=lpr:1.3",
                                   "remind_days_before=5", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "rules", "set", "statutory=lpr:2", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "rules", "set", "colour=red", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "rules", "set", "colour", NULL));
  g_free (arrears_test_cli_expect (cli, 2, "rules", "set", NULL));
  rules = arrears_test_cli_ask (cli, 0, "rules", NULL);
  arrears_test_cli_assert_members (json_node_get_object (rules),
                                   "statutory payment_order cent_tolerance promise_grace_days "
                                   "remind_days_before fewest_days_between_letters");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (rules), "statutory"), ==,
                   "lpr:1.3");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (rules), "remind_days_before"),
                   ==, 5);
}

static void
test_tables_are_extended (void *fixture, gconstpointer data)
{
  g_autoptr (ArrearsTestRun) warned = arrears_test_cli_run (cli, "rates", NULL);
  g_autoptr (JsonNode) rates = NULL;
  g_autoptr (JsonNode) days = NULL;
  JsonObject *last;

  g_assert_nonnull (strstr (warned->err, "2026-09-20"));
  g_free (arrears_test_cli_expect (cli, 0, "rates", "add", "2026-10-20", "2.95%", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "rates", "add", "2026-10-20", "2.95%", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "rates", "add", "2026-11-20", "2.95", NULL));
  g_free (
      arrears_test_cli_expect (cli, 0, "holidays", "add", "2027-01-01", "holiday", "元旦", NULL));
  g_free (
      arrears_test_cli_expect (cli, 1, "holidays", "add", "2027-01-01", "holiday", "元旦", NULL));
  g_free (arrears_test_cli_expect (cli, 1, "holidays", "add", "2027-01-02", "feast", "元旦", NULL));
  g_free (arrears_test_cli_expect (cli, 2, "holidays", "add", "2027-01-02", NULL));
  rates = arrears_test_cli_ask (cli, 0, "rates", NULL);
  last = json_array_get_object_element (json_node_get_array (rates),
                                        json_array_get_length (json_node_get_array (rates)) - 1);
  arrears_test_cli_assert_members (last, "published_on rate added recorded_on");
  g_assert_cmpstr (json_object_get_string_member (last, "rate"), ==, "2.95%");
  g_assert_true (json_object_get_boolean_member (last, "added"));
  days = arrears_test_cli_ask (cli, 0, "holidays", NULL);
  last = json_array_get_object_element (json_node_get_array (days),
                                        json_array_get_length (json_node_get_array (days)) - 1);
  arrears_test_cli_assert_members (last, "day kind kind_name name added recorded_on");
  g_assert_cmpstr (json_object_get_string_member (last, "day"), ==, "2027-01-01");
}

/* Another hand in the file is named, entry by entry. */
static void
test_verify_names_what_another_hand_did (void *fixture, gconstpointer data)
{
  g_autoptr (ArrearsTestRun) run = NULL;
  sqlite3 *db = NULL;

  log_call ("2026-11-17 10:00", "第一次");
  log_call ("2026-11-18 10:00", "第二次");
  log_call ("2026-11-19 10:00", "第三次");
  g_assert_cmpint (sqlite3_open (cli->ledger, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "DROP TRIGGER log_entry_stays; DROP TRIGGER log_entry_remains; "
                                 "UPDATE log_entry SET spoke_with = '王经理' WHERE id = 3; "
                                 "DELETE FROM log_entry WHERE id = 4",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  run = arrears_test_cli_run (cli, "verify", NULL);
  g_assert_cmpint (run->status, ==, 3);
  g_assert_nonnull (strstr (run->err, "log entry 3 was changed"));
  g_assert_nonnull (strstr (run->err, "log entry 4 is missing"));
}

static void
free_cli (gpointer fixture, gconstpointer data)
{
  arrears_test_cli_free (cli);
}

#define ADD(name, function, end)                                                                   \
  g_test_add_vtable ("/contact/" name, 0, NULL, (GTestFixtureFunc) set_up, function, end)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-contact-is-logged-and-listed", test_a_contact_is_logged_and_listed, tear_down);
  ADD ("the-guard-asks-for-a-reason", test_the_guard_asks_for_a_reason, tear_down);
  ADD ("a-contact-is-checked-before-it-is-made", test_a_contact_is_checked_before_it_is_made,
       tear_down);
  ADD ("what-does-not-read-is-refused", test_what_does_not_read_is_refused, tear_down);
  ADD ("the-log-is-filtered-and-exported", test_the_log_is_filtered_and_exported, tear_down);
  ADD ("a-wrong-entry-is-corrected", test_a_wrong_entry_is_corrected, tear_down);
  ADD ("people-are-added-and-stopped", test_people_are_added_and_stopped, tear_down);
  ADD ("words-are-found", test_words_are_found, tear_down);
  ADD ("rules-are-chosen", test_rules_are_chosen, tear_down);
  ADD ("tables-are-extended", test_tables_are_extended, tear_down);
  ADD ("verify-names-what-another-hand-did", test_verify_names_what_another_hand_did, free_cli);
  return g_test_run ();
}

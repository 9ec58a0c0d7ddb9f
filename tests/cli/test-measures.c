/* test-measures.c: promises, disputes, pauses, marks, credit and owners from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-test-cli.h"

#define CUSTOMERS                                                                                  \
  "customer_code,customer_name,credit_limit\n"                                                     \
  "0001,城东烟酒店,10000\n0002,四季鲜果行,\n"
#define INVOICES                                                                                   \
  "customer_code,invoice_number,invoice_date,due_date,amount\n"                                    \
  "0001,XS-1,2026-09-01,2026-10-01,5000\n"                                                         \
  "0001,XS-2,2026-10-20,2026-11-19,3000\n"                                                         \
  "0002,XS-3,2026-10-20,2026-11-19,800\n"

typedef struct
{
  ArrearsTestCli *cli;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->cli = arrears_test_cli_new ();
  g_free (arrears_test_cli_expect (fixture->cli, 0, "new", fixture->cli->ledger, NULL));
  g_free (arrears_test_cli_expect (fixture->cli, 0, "import", "customers",
                                   arrears_test_cli_put (fixture->cli, "c.csv", CUSTOMERS), NULL));
  g_free (arrears_test_cli_expect (fixture->cli, 0, "import", "invoices",
                                   arrears_test_cli_put (fixture->cli, "i.csv", INVOICES), NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_free (arrears_test_cli_expect (fixture->cli, 0, "verify", NULL));
  arrears_test_cli_free (fixture->cli);
}

static void
move_to (Fixture *fixture, const char *day)
{
  g_free (fixture->cli->day);
  fixture->cli->day = g_strdup (day);
}

static void
assert_text (JsonObject *object, const char *member, const char *expected)
{
  g_assert_cmpstr (json_object_get_string_member (object, member), ==, expected);
}

static gint64
get_id (JsonNode *answer)
{
  arrears_test_cli_assert_members (json_node_get_object (answer), "id");
  return json_object_get_int_member (json_node_get_object (answer), "id");
}

/* The first object in a list of the account 0001. */
static JsonObject *
ask_first (Fixture *fixture, const char *list)
{
  g_autoptr (JsonNode) account = arrears_test_cli_ask (fixture->cli, 0, "account", "0001", NULL);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (account), list);

  return json_object_ref (json_array_get_object_element (entries, 0));
}

static void
test_a_promise_is_given_and_judged (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) given
      = arrears_test_cli_ask (fixture->cli, 0, "promise", "0001", "--amount", "2000", "--due",
                              "2026-11-24", "--by", "李女士", "--channel", "call", NULL);
  g_autoptr (JsonObject) running = ask_first (fixture, "promises");
  g_autoptr (JsonObject) kept = NULL;
  g_autofree char *paid = NULL;

  g_assert_cmpint (get_id (given), ==, 1);
  arrears_test_cli_assert_members (running, "id given_on due_on amount state received by channel "
                                            "invoice judged_on note");
  assert_text (running, "given_on", "2026-11-20");
  assert_text (running, "due_on", "2026-11-24");
  assert_text (running, "amount", "2000.00");
  assert_text (running, "state", "running");
  assert_text (running, "by", "李女士");
  assert_text (running, "channel", "call");

  move_to (fixture, "2026-11-25");
  paid = arrears_test_cli_expect (fixture->cli, 0, "pay", "0001", "--amount", "2000", "--on",
                                  "2026-11-25", NULL);
  kept = ask_first (fixture, "promises");
  assert_text (kept, "state", "kept");
  assert_text (kept, "received", "2000.00");
}

static void
test_a_promise_is_replaced_and_withdrawn (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) first
      = arrears_test_cli_ask (fixture->cli, 0, "promise", "0001", "--amount", "9000", "--due",
                              "2026-11-24", "--invoice", "XS-1", NULL);
  g_autoptr (JsonNode) second
      = arrears_test_cli_ask (fixture->cli, 0, "promise", "0001", "--amount", "500", "--due",
                              "2026-11-30", "--invoice", "XS-1", "--replaces", "1", NULL);
  g_autoptr (JsonObject) withdrawn = NULL;

  g_assert_cmpint (get_id (second), ==, 2);
  g_free (arrears_test_cli_expect (fixture->cli, 0, "promise-end", "2", "--note", "改口", NULL));
  withdrawn = ask_first (fixture, "promises");
  assert_text (withdrawn, "state", "withdrawn");
  g_free (arrears_test_cli_expect (fixture->cli, 1, "promise-end", "2", NULL));
}

static void
test_more_than_is_owed_is_warned_of (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsTestRun) run = arrears_test_cli_run (
      fixture->cli, "promise", "0001", "--amount", "90000", "--due", "2026-11-24", NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_nonnull (strstr (run->err, "More is promised than is owed"));
}

static void
test_a_dispute_is_raised_and_credited (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) raised
      = arrears_test_cli_ask (fixture->cli, 0, "dispute", "XS-1", "--reason", "quality", "--amount",
                              "1200", "--note", "受潮", NULL);
  g_autoptr (JsonObject) invoice = ask_first (fixture, "invoices");
  g_autoptr (JsonObject) standing = ask_first (fixture, "disputes");
  g_autoptr (JsonObject) ended = NULL;
  g_autoptr (JsonObject) lowered = NULL;

  g_assert_true (json_object_get_boolean_member (invoice, "disputed"));
  assert_text (invoice, "disputed_amount", "1200.00");
  assert_text (standing, "invoice", "XS-1");
  assert_text (standing, "reason", "quality");
  assert_text (standing, "ended_how", "");

  g_free (arrears_test_cli_expect (fixture->cli, 0, "dispute-end", "1", "credited", "--amount",
                                   "1000", "--number", "HC-1", NULL));
  ended = ask_first (fixture, "disputes");
  assert_text (ended, "ended_how", "credited");
  assert_text (ended, "ended_on", "2026-11-20");
  lowered = ask_first (fixture, "invoices");
  assert_text (lowered, "open", "4000.00");
  g_assert_false (json_object_get_boolean_member (lowered, "disputed"));
}

static void
test_a_pause_begins_and_ends (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) begun
      = arrears_test_cli_ask (fixture->cli, 0, "pause", "0001", "--kind", "hardship", "--until",
                              "2026-12-31", "--reason", "水灾", NULL);
  g_autoptr (JsonObject) resting = ask_first (fixture, "invoices");
  g_autoptr (JsonObject) pause = ask_first (fixture, "pauses");
  g_autoptr (JsonObject) running = NULL;

  g_assert_true (json_object_get_boolean_member (resting, "paused"));
  assert_text (pause, "kind", "hardship");
  assert_text (pause, "until", "2026-12-31");
  g_free (arrears_test_cli_expect (fixture->cli, 0, "pause-end", "1", NULL));
  running = ask_first (fixture, "invoices");
  g_assert_false (json_object_get_boolean_member (running, "paused"));
}

static void
assert_verdict (Fixture *fixture, const char *amount, const char *verdict)
{
  g_autoptr (JsonNode) answer
      = arrears_test_cli_ask (fixture->cli, 0, "credit", "0001", "--amount", amount, NULL);
  JsonObject *credit = json_node_get_object (answer);

  arrears_test_cli_assert_members (credit, "verdict reasons limit balance balance_after headroom "
                                           "over_by allowed_until hold_reason override_reason "
                                           "answer");
  assert_text (credit, "verdict", verdict);
}

static void
test_can_they_have_it (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonObject) mark = NULL;

  assert_verdict (fixture, "2000", "hold_suggested"); /* 50 days past due */
  assert_verdict (fixture, "2000.01", "over_limit");
  g_free (arrears_test_cli_expect (fixture->cli, 0, "mark", "0001", "credit_hold", "--reason",
                                   "欠款过多", NULL));
  assert_verdict (fixture, "1", "on_hold");
  g_free (arrears_test_cli_expect (fixture->cli, 0, "mark", "0001", "hold_override", "--reason",
                                   "老板同意", "--until", "2026-11-30", NULL));
  assert_verdict (fixture, "5000", "allowed");
  mark = ask_first (fixture, "marks");
  assert_text (mark, "kind", "hold_override");
  assert_text (mark, "until", "2026-11-30");
  g_free (arrears_test_cli_expect (fixture->cli, 0, "unmark", "2", "--reason", "收回", NULL));
  assert_verdict (fixture, "1", "on_hold");
}

static JsonObject *
find_person (JsonArray *people, const char *name)
{
  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      JsonObject *person = json_array_get_object_element (people, i);

      if (g_str_equal (json_object_get_string_member (person, "name"), name))
        return person;
    }
  g_assert_not_reached ();
}

static void
test_accounts_are_handed_over (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) handed = NULL;
  g_autoptr (JsonNode) people = NULL;
  JsonObject *person;

  g_free (arrears_test_cli_expect (fixture->cli, 0, "owner", "0001", "王芳", NULL));
  g_free (arrears_test_cli_expect (fixture->cli, 0, "owner", "0002", "王芳", NULL));
  handed = arrears_test_cli_ask (fixture->cli, 0, "hand-over", "王芳", "李强", NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (handed), "accounts"), ==, 2);
  people = arrears_test_cli_ask (fixture->cli, 0, "people", NULL);
  person = find_person (json_node_get_array (people), "李强");
  arrears_test_cli_assert_members (person, "name accounts overdue_accounts balance overdue "
                                           "promises_kept promises_partly promises_broken acts");
  g_assert_cmpint (json_object_get_int_member (person, "accounts"), ==, 2);
  assert_text (person, "overdue", "8800.00");
}

static void
test_what_is_wrong_is_refused (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    int status;
    const char *words;
  } cases[] = {
    { 2, "promise 0001 --amount 5" },
    { 2, "dispute XS-1" },
    { 2, "pause 0001 --kind agreed --until 2026-12-31" },
    { 2, "mark 0001" },
    { 2, "unmark 1" },
    { 1, "promise 0001 --amount 5 --due 2026-11-19" },
    { 1, "promise 0001 --amount 5.001 --due 2026-11-30" },
    { 1, "promise 0404 --amount 5 --due 2026-11-30" },
    { 1, "promise 0001 --amount 5 --due 2026-11-30 --channel pigeon" },
    { 1, "promise-end x" },
    { 1, "dispute XS-1 --reason colour" },
    { 1, "dispute XS-1 --reason quality --amount 5001" },
    { 1, "dispute-end 1 rejected" },
    { 1, "pause 0001 --kind agreed --until 2026-11-20 --reason x" },
    { 1, "mark 0001 bad_faith" },
    { 1, "mark 0001 lateness --code lazy" },
    { 1, "mark 0001 hold_override --reason x" },
    { 1, "credit 0001 --amount -1" },
    { 1, "hand-over nobody somebody" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsTestRun) run = arrears_test_cli_run_line (fixture->cli, cases[i].words);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (run->status, ==, cases[i].status);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpstr (run->err, !=, "");
    }
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/measures/a-promise-is-given-and-judged", test_a_promise_is_given_and_judged);
  add ("/measures/a-promise-is-replaced-and-withdrawn", test_a_promise_is_replaced_and_withdrawn);
  add ("/measures/more-than-is-owed-is-warned-of", test_more_than_is_owed_is_warned_of);
  add ("/measures/a-dispute-is-raised-and-credited", test_a_dispute_is_raised_and_credited);
  add ("/measures/a-pause-begins-and-ends", test_a_pause_begins_and_ends);
  add ("/measures/can-they-have-it", test_can_they_have_it);
  add ("/measures/accounts-are-handed-over", test_accounts_are_handed_over);
  add ("/measures/what-is-wrong-is-refused", test_what_is_wrong_is_refused);
  return g_test_run ();
}

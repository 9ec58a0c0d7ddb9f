/* test-charge.c: the late charge of one debt from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-test-cli.h"

static JsonNode *
load_cases (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("ARREARS_TEST_DATA"), "cases", "late-charge.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_copy (json_parser_get_root (parser));
}

/* What the options of the command cannot say. */
static gboolean
is_beyond_options (JsonObject *worked)
{
  static const char *const members[] = { "splits_at_lpr", "contract_on" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (worked, members[i]))
      return TRUE;
  return g_strcmp0 (json_object_get_string_member_with_default (worked, "order", NULL), "statutory")
         == 0;
}

static char *
dup_paid (JsonObject *worked)
{
  JsonObject *payment;

  if (!json_object_has_member (worked, "payments"))
    return NULL;
  payment = json_array_get_object_element (json_object_get_array_member (worked, "payments"), 0);
  return g_strdup_printf ("%s=%s", json_object_get_string_member (payment, "on"),
                          json_object_get_string_member (payment, "amount"));
}

static JsonNode *
ask_charge (ArrearsTestCli *cli, JsonObject *worked)
{
  g_autofree char *paid = dup_paid (worked);
  const char *amount = json_object_get_string_member (worked, "amount");
  const char *due = json_object_get_string_member (worked, "due_on");
  const char *until = json_object_get_string_member (worked, "until");
  const char *rate = json_object_get_string_member (worked, "terms");

  if (paid == NULL)
    return arrears_test_cli_ask (cli, 0, "charge", "--amount", amount, "--due", due, "--until",
                                 until, "--rate", rate, NULL);
  return arrears_test_cli_ask (cli, 0, "charge", "--amount", amount, "--due", due, "--until", until,
                               "--rate", rate, "--paid", paid, NULL);
}

static void
assert_step (JsonObject *step, JsonObject *expected)
{
  static const char *const texts[] = { "from", "to", "base", "rate", "amount" };

  arrears_test_cli_assert_members (step, "from to days base rate year_days amount");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (json_object_get_string_member (step, texts[i]), ==,
                     json_object_get_string_member (expected, texts[i]));
  g_assert_cmpint (json_object_get_int_member (step, "days"), ==,
                   json_object_get_int_member (expected, "days"));
  g_assert_cmpint (json_object_get_int_member (step, "year_days"), ==,
                   json_object_get_int_member (expected, "year_days"));
}

static void
assert_charge (JsonObject *found, JsonObject *expected)
{
  JsonArray *steps = json_object_get_array_member (found, "steps");
  JsonArray *expected_steps;

  arrears_test_cli_assert_members (found, "charge capped steps");
  g_assert_cmpstr (json_object_get_string_member (found, "charge"), ==,
                   json_object_get_string_member (expected, "charge"));
  if (!json_object_has_member (expected, "steps"))
    return;
  expected_steps = json_object_get_array_member (expected, "steps");
  g_assert_cmpuint (json_array_get_length (steps), ==, json_array_get_length (expected_steps));
  for (guint i = 0; i < json_array_get_length (steps); i++)
    assert_step (json_array_get_object_element (steps, i),
                 json_array_get_object_element (expected_steps, i));
}

static void
test_every_worked_case_that_can_be_said_comes_out (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (JsonNode) root = load_cases ();
  JsonArray *cases = json_node_get_array (root);
  guint n_asked = 0;

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *worked = json_array_get_object_element (cases, i);
      g_autoptr (JsonNode) answer = NULL;

      if (is_beyond_options (worked))
        continue;
      g_test_message ("%s", json_object_get_string_member (worked, "id"));
      answer = ask_charge (cli, worked);
      assert_charge (json_node_get_object (answer), worked);
      n_asked++;
    }
  g_assert_cmpuint (n_asked, >=, 20);
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("expected “%s” in: %s", part, text);
}

static void
test_a_charge_above_the_lines_of_the_courts_is_warned_of (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (ArrearsTestRun) run
      = arrears_test_cli_run_bare (cli, "charge", "--amount", "40000", "--due", "2025-02-28",
                                   "--until", "2025-08-31", "--rate", "daily:0.003", NULL);

  g_assert_cmpint (run->status, ==, 0);
  assert_says (run->out, "22080.00");
  assert_says (run->err, "1.3 times");
  assert_says (run->err, "24 percent");
}

static void
test_a_cap_and_grace_are_kept_to (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (JsonNode) capped = arrears_test_cli_ask (
      cli, 0, "charge", "--amount", "40000", "--due", "2025-02-28", "--until", "2025-08-31",
      "--rate", "daily:0.003", "--cap", "0.30", NULL);
  g_autoptr (JsonNode) graced = arrears_test_cli_ask (
      cli, 0, "charge", "--amount", "40000", "--due", "2025-02-28", "--until", "2025-08-31",
      "--rate", "daily:0.003", "--grace", "4", NULL);
  JsonObject *object = json_node_get_object (capped);

  g_assert_cmpstr (json_object_get_string_member (object, "charge"), ==, "12000.00");
  g_assert_true (json_object_get_boolean_member (object, "capped"));
  object = json_node_get_object (graced);
  g_assert_cmpstr (json_object_get_string_member (object, "charge"), ==, "21600.00");
  g_assert_false (json_object_get_boolean_member (object, "capped"));
}

static void
test_the_rate_for_small_firms_is_refused_before_its_regulation (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (ArrearsTestRun) run
      = arrears_test_cli_run (cli, "charge", "--amount", "1000", "--due", "2020-08-30", "--until",
                              "2020-12-31", "--rate", "sme", NULL);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->err, "2020-09-01"));
}

static void
test_several_payments_end_a_segment_each (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (JsonNode) answer = arrears_test_cli_ask (
      cli, 0, "charge", "--amount", "1,000.00", "--due", "2025-01-01", "--until", "2025-01-31",
      "--rate", "daily:0.001", "--paid", "2025-01-21=400", "--paid", "2025-01-11=100", NULL);
  JsonObject *object = json_node_get_object (answer);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "steps")), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (object, "charge"), ==, "24.00");
}

static void
test_nothing_is_owed_on_the_due_day (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (JsonNode) answer
      = arrears_test_cli_ask (cli, 0, "charge", "--amount", "1000", "--due", "2025-01-01",
                              "--until", "2025-01-01", "--rate", "lpr:1.5", NULL);

  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (answer), "charge"), ==,
                   "0.00");
}

static void
test_what_cannot_be_computed_is_refused (void)
{
  static const struct
  {
    const char *amount;
    const char *due;
    const char *until;
    const char *rate;
    const char *option;
    const char *value;
  } cases[] = {
    { "x", "2025-01-01", "2025-02-01", "sme", "--grace", "0" },
    { "1000", "2025-02-30", "2025-03-01", "sme", "--grace", "0" },
    { "1000", "2025-01-01", "soon", "sme", "--grace", "0" },
    { "1000", "2025-01-01", "2025-02-01", "weekly:1", "--grace", "0" },
    { "1000", "2025-01-01", "2025-02-01", "sme", "--grace", "-1" },
    { "1000", "2025-01-01", "2025-02-01", "sme", "--cap", "much" },
    { "1000", "2025-01-01", "2025-02-01", "sme", "--paid", "2025-01-10" },
    { "1000", "1999-01-01", "2025-02-01", "lpr:1.5", "--grace", "0" },
  };
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsTestRun) run = arrears_test_cli_run_bare (
          cli, "charge", "--amount", cases[i].amount, "--due", cases[i].due, "--until",
          cases[i].until, "--rate", cases[i].rate, cases[i].option, cases[i].value, NULL);

      g_test_message ("%s %s", cases[i].option, cases[i].value);
      g_assert_cmpint (run->status, ==, 1);
      g_assert_cmpstr (run->out, ==, "");
      assert_says (run->err, "arrears-cli: ");
    }
}

static void
test_an_option_that_is_needed_is_asked_for (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (ArrearsTestRun) run = arrears_test_cli_run_bare (
      cli, "charge", "--amount", "1000", "--due", "2025-01-01", "--rate", "sme", NULL);

  g_assert_cmpint (run->status, ==, 2);
  assert_says (run->err, "--until");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-charge/every-worked-case-that-can-be-said-comes-out",
                   test_every_worked_case_that_can_be_said_comes_out);
  g_test_add_func ("/cli-charge/a-charge-above-the-lines-of-the-courts-is-warned-of",
                   test_a_charge_above_the_lines_of_the_courts_is_warned_of);
  g_test_add_func ("/cli-charge/a-cap-and-grace-are-kept-to", test_a_cap_and_grace_are_kept_to);
  g_test_add_func ("/cli-charge/the-rate-for-small-firms-is-refused-before-its-regulation",
                   test_the_rate_for_small_firms_is_refused_before_its_regulation);
  g_test_add_func ("/cli-charge/several-payments-end-a-segment-each",
                   test_several_payments_end_a_segment_each);
  g_test_add_func ("/cli-charge/nothing-is-owed-on-the-due-day",
                   test_nothing_is_owed_on_the_due_day);
  g_test_add_func ("/cli-charge/what-cannot-be-computed-is-refused",
                   test_what_cannot_be_computed_is_refused);
  g_test_add_func ("/cli-charge/an-option-that-is-needed-is-asked-for",
                   test_an_option_that_is_needed_is_asked_for);
  return g_test_run ();
}

/* test-policies-dialog.c: escalation policies, and for whom each holds (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-policies-dialog.h"

#include "arrears-listing.h"
#include "arrears-policies.h"
#include "arrears-policy-preview.h"
#include "arrears-test-screen.h"

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desk = arrears_test_screen_open_ledger (TRUE);
  fixture->dialog = arrears_policies_dialog_new (fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_screen_close (&fixture->dialog);
  arrears_test_screen_close_ledger (fixture->desk);
}

static void
open_policy (Fixture *fixture, const char *name)
{
  gtk_widget_activate_action (fixture->dialog, "policy.open", "s", name);
}

static void
enter (Fixture *fixture, const char *name, const char *text)
{
  gtk_widget_activate_action (fixture->dialog, "policy.enter", "(ss)", name, text);
}

static gboolean
can_save (Fixture *fixture)
{
  return arrears_test_screen_is_enabled (fixture->dialog, "policy.save");
}

static guint
get_n_reached (Fixture *fixture)
{
  return arrears_policy_preview_get_n_reached (
      arrears_test_screen_get_child (fixture->dialog, "preview"));
}

static ArrearsPolicyEntry *
find (Fixture *fixture, const char *name)
{
  return arrears_policies_find (fixture->desk, name, NULL);
}

static gboolean
has_policy (gpointer user_data)
{
  g_autoptr (ArrearsPolicyEntry) entry = find (user_data, "大客户");

  return entry != NULL;
}

static gboolean
is_answering (gpointer user_data)
{
  Fixture *fixture = user_data;

  return gtk_widget_get_sensitive (adw_window_get_content (ADW_WINDOW (fixture->dialog)));
}

static void
save_as (Fixture *fixture, const char *name)
{
  open_policy (fixture, "");
  enter (fixture, "name", name);
  enter (fixture, "3.days", "20");
  g_assert_true (can_save (fixture));
  gtk_widget_activate_action (fixture->dialog, "policy.save", NULL);
  arrears_test_screen_wait_until (has_policy, fixture);
  arrears_test_screen_wait_until (is_answering, fixture);
}

static void
test_an_example_is_dated (Fixture *fixture, gconstpointer data)
{
  open_policy (fixture, "");
  g_assert_cmpuint (get_n_reached (fixture), ==, 6);
  enter (fixture, "amount", "1000");
  g_assert_cmpuint (get_n_reached (fixture), ==, 4);
  enter (fixture, "due-on", "2026-02-30");
  g_assert_cmpuint (get_n_reached (fixture), ==, 0);
  enter (fixture, "due-on", "2026-03-02");
  arrears_test_screen_picture (fixture->dialog, "policies-dialog-editor");
}

static void
test_a_new_policy_needs_a_name (Fixture *fixture, gconstpointer data)
{
  open_policy (fixture, "");
  g_assert_false (can_save (fixture));
  enter (fixture, "name", "大客户");
  g_assert_true (can_save (fixture));
}

static void
test_days_have_to_ascend (Fixture *fixture, gconstpointer data)
{
  GtkWidget *hint = arrears_test_screen_get_child (fixture->dialog, "hint");

  open_policy (fixture, "");
  enter (fixture, "name", "大客户");
  enter (fixture, "3.days", "5");
  g_assert_false (can_save (fixture));
  g_assert_true (gtk_widget_get_visible (hint));
  g_assert_cmpuint (get_n_reached (fixture), ==, 0);
  arrears_test_screen_picture (fixture->dialog, "policies-dialog-fault");
  gtk_widget_activate_action (fixture->dialog, "policy.reset", NULL);
  g_assert_true (can_save (fixture));
  g_assert_false (gtk_widget_get_visible (hint));
}

static void
test_every_field_of_a_stage_is_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsPolicyEntry) entry = NULL;
  const ArrearsStage *stage;

  open_policy (fixture, "");
  enter (fixture, "name", "大客户");
  enter (fixture, "n-stages", "4");
  enter (fixture, "2.days", "10");
  enter (fixture, "2.least", "1,000.00");
  enter (fixture, "2.actions", "call+visit");
  enter (fixture, "2.letter", "final");
  enter (fixture, "2.tone", "stern");
  enter (fixture, "2.name", "上门核对");
  gtk_widget_activate_action (fixture->dialog, "policy.save", NULL);
  arrears_test_screen_wait_until (has_policy, fixture);
  arrears_test_screen_wait_until (is_answering, fixture);

  entry = find (fixture, "大客户");
  g_assert_cmpint (entry->policy.n_stages, ==, 4);
  stage = &entry->policy.stages[1];
  g_assert_cmpint (stage->days_overdue, ==, 10);
  g_assert_cmpint (stage->least.fen, ==, 100000);
  g_assert_cmpint (stage->actions, ==, ARREARS_ACTION_CALL | ARREARS_ACTION_VISIT);
  g_assert_cmpint (stage->letter, ==, ARREARS_LETTER_FINAL);
  g_assert_cmpint (stage->tone, ==, ARREARS_TONE_STERN);
  g_assert_cmpstr (stage->name, ==, "上门核对");
}

static gboolean
holds_for_grade_a (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (ArrearsPolicyEntry) entry
      = arrears_policies_get_for_grade (fixture->desk, ARREARS_GRADE_A, NULL);

  return g_str_equal (entry->name, "大客户");
}

static gboolean
holds_for_one (gpointer user_data)
{
  g_autoptr (ArrearsPolicyEntry) entry = find (user_data, "大客户");

  return entry->n_customers == 1;
}

static gboolean
holds_for_nobody (gpointer user_data)
{
  g_autoptr (ArrearsPolicyEntry) entry = find (user_data, "大客户");

  return entry->n_customers == 0;
}

static void
assign (Fixture *fixture, const char *kind, const char *what, const char *name)
{
  arrears_test_screen_wait_until (is_answering, fixture);
  gtk_widget_activate_action (fixture->dialog, "policy.assign", "(sss)", kind, what, name);
}

static void
test_a_policy_is_given_and_taken_back (Fixture *fixture, gconstpointer data)
{
  save_as (fixture, "大客户");
  assign (fixture, "grade", "A", "大客户");
  arrears_test_screen_wait_until (holds_for_grade_a, fixture);
  assign (fixture, "customer", "0001", "大客户");
  arrears_test_screen_wait_until (holds_for_one, fixture);
  arrears_test_screen_wait_until (is_answering, fixture);
  arrears_test_screen_picture (fixture->dialog, "policies-dialog");
  assign (fixture, "customer", "0001", "");
  arrears_test_screen_wait_until (holds_for_nobody, fixture);
  arrears_test_screen_wait_until (is_answering, fixture);
}

static gboolean
has_message (gpointer user_data)
{
  Fixture *fixture = user_data;

  return arrears_test_screen_find_over (fixture->dialog) != NULL;
}

static void
test_an_unknown_customer_is_told (Fixture *fixture, gconstpointer data)
{
  save_as (fixture, "大客户");
  assign (fixture, "customer", "没有这个", "大客户");
  arrears_test_screen_wait_until (has_message, fixture);
  gtk_window_destroy (arrears_test_screen_find_over (fixture->dialog));
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/policies-dialog/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);

  add ("an-example-is-dated", test_an_example_is_dated);
  add ("a-new-policy-needs-a-name", test_a_new_policy_needs_a_name);
  add ("days-have-to-ascend", test_days_have_to_ascend);
  add ("every-field-of-a-stage-is-saved", test_every_field_of_a_stage_is_saved);
  add ("a-policy-is-given-and-taken-back", test_a_policy_is_given_and_taken_back);
  add ("an-unknown-customer-is-told", test_an_unknown_customer_is_told);

  return g_test_run ();
}

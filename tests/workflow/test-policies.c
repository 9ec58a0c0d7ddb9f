/* test-policies.c: escalation policies, told as stories of days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-policies.h"

#include "arrears-test-desk.h"
#include "arrears-test-values.h"

#define SLOW "10/0/call/none/polite;20/0/letter/demand/formal"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2026-03-02");
  arrears_test_desk_add_customers (fixture->desk, "0001,甲,30,A\n0002,乙,30,B\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2026-03-02,2026-03-10,5000,,\n"
                                                 "0002,XS-2,2026-03-02,2026-03-10,5000,,\n"
                                                 "0002,XS-3,2026-03-02,2026-03-20,5000,,\n");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static gint64
save (Fixture *fixture, const char *name, const char *stages)
{
  g_autoptr (GError) error = NULL;
  ArrearsPolicy policy;
  gint64 id;

  arrears_policy_parse (stages, &policy, &error);
  g_assert_no_error (error);
  id = arrears_policies_save (fixture->desk, name, &policy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
assign_to_customer (Fixture *fixture, gint64 id, const char *code)
{
  g_autoptr (GError) error = NULL;

  arrears_policies_assign_to_customer (fixture->desk, id,
                                       arrears_test_desk_find (fixture->desk, code), &error);
  g_assert_no_error (error);
}

static void
assign_to_grade (Fixture *fixture, gint64 id, ArrearsGrade grade)
{
  g_autoptr (GError) error = NULL;

  arrears_policies_assign_to_grade (fixture->desk, id, grade, &error);
  g_assert_no_error (error);
}

static void
assign_to_invoice (Fixture *fixture, gint64 id, const char *number)
{
  g_autoptr (GError) error = NULL;
  gint64 invoice_id = arrears_policies_find_invoice (fixture->desk, number, &error);

  g_assert_no_error (error);
  arrears_policies_assign_to_invoice (fixture->desk, id, invoice_id, &error);
  g_assert_no_error (error);
}

/* The stage of an account on a day. */
static void
assert_stage (Fixture *fixture, const char *day, const char *code, int stage)
{
  g_autoptr (ArrearsAccount) account = NULL;

  arrears_test_desk_set_day (fixture->desk, day);
  account = arrears_test_desk_load_account (fixture->desk, code);
  g_assert_cmpint (account->stage, ==, stage);
}

/* "name grades customers invoices, ..." */
static void
assert_list (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = arrears_policies_list (fixture->desk, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const ArrearsPolicyEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (found, "%s%s %u %u %u", i > 0 ? ", " : "", entry->name,
                              entry->n_grades, entry->n_customers, entry->n_invoices);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_a_policy_holds_for_a_grade_a_customer_or_an_invoice (Fixture *fixture, gconstpointer user_data)
{
  gint64 slow = save (fixture, "慢", SLOW);
  gint64 fast = save (fixture, "快", "1/0/call/none/polite;2/0/letter/demand/formal;"
                                     "3/0/lawyer/none/stern");

  assert_list (fixture, "快 0 0 0, 慢 0 0 0");
  assign_to_grade (fixture, slow, ARREARS_GRADE_B);
  assert_list (fixture, "快 0 0 0, 慢 1 0 0");
  assert_stage (fixture, "2026-03-19", "0002", 0);
  assert_stage (fixture, "2026-03-20", "0002", 1);
  assert_stage (fixture, "2026-03-20", "0001", 1); /* grade A goes by the standard one */

  assign_to_customer (fixture, fast, "0001");
  assert_stage (fixture, "2026-03-20", "0001", 3);
  assign_to_invoice (fixture, fast, "XS-3");
  assert_list (fixture, "快 0 1 1, 慢 1 0 0");
  assert_stage (fixture, "2026-03-20", "0002", 1); /* not yet due */
  assert_stage (fixture, "2026-03-22", "0002", 2);

  assign_to_customer (fixture, 0, "0001");
  assign_to_invoice (fixture, 0, "XS-3");
  assign_to_grade (fixture, 0, ARREARS_GRADE_B);
  assert_list (fixture, "快 0 0 0, 慢 0 0 0");
  assert_stage (fixture, "2026-03-22", "0002", 2); /* by the standard one: twelve days */
  assert_stage (fixture, "2026-03-22", "0001", 2);
}

static void
test_an_edited_policy_takes_the_place_of_the_old_one (Fixture *fixture, gconstpointer user_data)
{
  gint64 first = save (fixture, "慢", SLOW);
  gint64 second;

  assign_to_customer (fixture, first, "0001");
  assign_to_grade (fixture, first, ARREARS_GRADE_B);
  assign_to_invoice (fixture, first, "XS-3");
  arrears_test_desk_set_day (fixture->desk, "2026-03-21");
  assert_stage (fixture, "2026-03-21", "0001", 1);
  second = save (fixture, " 慢 ", "30/0/call/none/polite");
  g_assert_cmpint (second, !=, first);
  assert_list (fixture, "慢 1 1 1");
  assert_stage (fixture, "2026-03-21", "0001", 0);
  assert_stage (fixture, "2026-04-08", "0002", 0);
  assert_stage (fixture, "2026-04-09", "0002", 1);
  assert_stage (fixture, "2026-04-08", "0001", 0);
}

static void
test_the_policy_of_a_past_day_answers_for_it (Fixture *fixture, gconstpointer user_data)
{
  gint64 slow = save (fixture, "慢", SLOW);

  assert_stage (fixture, "2026-03-20", "0001", 1);
  assert_stage (fixture, "2026-03-20", "0002", 2);
  arrears_test_desk_set_day (fixture->desk, "2026-03-21");
  assign_to_customer (fixture, slow, "0001");
  assign_to_grade (fixture, slow, ARREARS_GRADE_B);
  assign_to_invoice (fixture, slow, "XS-2");
  arrears_test_desk_set_day (fixture->desk, "2026-03-25");
  save (fixture, "慢", "14/0/call/none/polite");

  assert_stage (fixture, "2026-03-20", "0001", 1);
  assert_stage (fixture, "2026-03-20", "0002", 2);
  assert_stage (fixture, "2026-03-22", "0001", 1); /* ten days by the slow one */
  assert_stage (fixture, "2026-03-24", "0002", 1); /* fourteen days, and the old edition */
  assert_stage (fixture, "2026-03-19", "0001", 1);
  assert_stage (fixture, "2026-03-25", "0001", 1);
  assert_stage (fixture, "2026-03-30", "0001", 1);
  assert_stage (fixture, "2026-03-24", "0001", 1);
}

static void
test_what_cannot_be_is_refused (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  ArrearsPolicy policy = arrears_policy_get_default (ARREARS_GRADE_B);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (arrears_policies_save (fixture->desk, "  ", &policy, &error), ==, 0);
  arrears_test_assert_error (&error, "MISSING");
  policy.stages[1].days_overdue = 1;
  g_assert_cmpint (arrears_policies_save (fixture->desk, "慢", &policy, &error), ==, 0);
  arrears_test_assert_error (&error, "NUMBER_UNREADABLE");
  g_assert_null (arrears_policies_find (fixture->desk, "慢", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (
      arrears_policies_assign_to_grade (fixture->desk, 42, ARREARS_GRADE_A, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (arrears_policies_assign_to_customer (fixture->desk, 0, 42, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (arrears_policies_assign_to_invoice (fixture->desk, 0, 42, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

/* "stage@day letter_on counted; ..." */
static char *
describe_steps (GArray *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const ArrearsPolicyStep *step = &g_array_index (steps, ArrearsPolicyStep, i);
      g_autofree char *day = arrears_day_to_string (step->day);
      g_autofree char *letter_on = arrears_day_to_string (step->letter_on);
      g_autofree char *counted = arrears_money_to_string (step->counted);

      g_string_append_printf (text, "%s%d@%s %s %s", i > 0 ? "; " : "", step->stage, day,
                              *letter_on != '\0' ? letter_on : "-", counted);
    }
  return g_string_free (text, FALSE);
}

/* 10 March 2026 is a Tuesday; 4 to 6 April are the holidays of Qingming. */
static void
test_a_preview_shows_the_days_of_an_example (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  ArrearsPolicy policy = arrears_policy_get_default (ARREARS_GRADE_B);
  g_autoptr (GArray) steps = arrears_policies_preview (
      fixture->desk, &policy, arrears_test_money ("1500"), arrears_test_day ("2026-03-20"), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe_steps (steps);
  g_assert_cmpstr (text, ==, "1@2026-03-21 - 1500.00; 2@2026-03-27 2026-03-27 1500.00; "
                             "3@2026-04-04 2026-04-07 1500.00; 4@2026-04-20 2026-04-20 1500.00; "
                             "5@ - 0.00; 6@ - 0.00");
  g_assert_null (arrears_policies_preview (fixture->desk, &policy, ARREARS_MONEY_ZERO,
                                           arrears_test_day ("2026-03-20"), &error));
  arrears_test_assert_error (&error, "AMOUNT_SIGN");
}

static void
test_letters_of_a_preview_keep_their_distance (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) steps = NULL;
  g_autofree char *text = NULL;
  ArrearsPolicy policy;

  arrears_policy_parse ("1/0/notice/notice/polite;2/0/letter/demand/formal;3/0/letter/final/stern",
                        &policy, &error);
  g_assert_no_error (error);
  steps = arrears_policies_preview (fixture->desk, &policy, arrears_test_money ("1500"),
                                    arrears_test_day ("2026-03-10"), &error);
  g_assert_no_error (error);
  text = describe_steps (steps);
  g_assert_cmpstr (text, ==, "1@2026-03-11 2026-03-11 1500.00; 2@2026-03-12 2026-03-18 1500.00; "
                             "3@2026-03-13 2026-03-25 1500.00");
}

static void
test_a_preview_shows_the_days_of_an_account (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  ArrearsPolicy policy;
  g_autoptr (GArray) steps = NULL;
  g_autofree char *text = NULL;

  arrears_policy_parse ("1/0/call/none/polite;5/8000/letter/demand/formal", &policy, &error);
  g_assert_no_error (error);
  steps = arrears_policies_preview_customer (
      fixture->desk, &policy, arrears_test_desk_find (fixture->desk, "0002"), &error);
  g_assert_no_error (error);
  text = describe_steps (steps);
  g_assert_cmpstr (text, ==,
                   "1@2026-03-11 - 5000.00; 2@2026-03-25 2026-03-25 10000.00");
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/policies/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("a-policy-holds-for-a-grade-a-customer-or-an-invoice",
       test_a_policy_holds_for_a_grade_a_customer_or_an_invoice);
  add ("an-edited-policy-takes-the-place-of-the-old-one",
       test_an_edited_policy_takes_the_place_of_the_old_one);
  add ("the-policy-of-a-past-day-answers-for-it", test_the_policy_of_a_past_day_answers_for_it);
  add ("what-cannot-be-is-refused", test_what_cannot_be_is_refused);
  add ("a-preview-shows-the-days-of-an-example", test_a_preview_shows_the_days_of_an_example);
  add ("letters-of-a-preview-keep-their-distance",
       test_letters_of_a_preview_keep_their_distance);
  add ("a-preview-shows-the-days-of-an-account", test_a_preview_shows_the_days_of_an_account);
  return g_test_run ();
}

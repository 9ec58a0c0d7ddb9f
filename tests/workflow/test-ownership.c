/* test-ownership.c: who looks after which account, and who did what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ownership.h"

#include "arrears-promises.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2025-03-03");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2025-01-10,2025-02-10,5000,,\n"
                                                 "0002,XS-2,2025-02-20,2025-03-20,3000,,\n"
                                                 "0003,XS-3,2025-01-20,2025-02-20,800,,\n");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static void
assign (Fixture *fixture, const char *code, const char *name)
{
  g_autoptr (GError) error = NULL;

  arrears_ownership_assign (fixture->desk, arrears_test_desk_find (fixture->desk, code), name,
                            "周五前回访", &error);
  g_assert_no_error (error);
}

static void
assert_owner (Fixture *fixture, const char *code, const char *expected)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, code);

  g_assert_cmpstr (page->customer->owner, ==, expected);
}

/* "name accounts/overdue overdue kept+partly+broken, ..." */
static void
assert_people (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = arrears_ownership_report (fixture->desk, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    {
      ArrearsPerson *person = g_ptr_array_index (people, i);
      g_autofree char *overdue = arrears_money_to_string (person->overdue);

      g_string_append_printf (found, "%s%s %d/%d %s %d+%d+%d", i > 0 ? ", " : "", person->name,
                              person->n_accounts, person->n_overdue, overdue,
                              person->n_promises_kept, person->n_promises_partly,
                              person->n_promises_broken);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_an_account_has_an_owner_from_a_day_on (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *logged = NULL;

  assign (fixture, "0001", " 王芳 ");
  assert_owner (fixture, "0001", "王芳");
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
  assign (fixture, "0001", "李强");
  assign (fixture, "0001", "李强");
  assert_owner (fixture, "0001", "李强");
  arrears_test_desk_set_day (fixture->desk, "2025-03-09");
  assert_owner (fixture, "0001", "王芳");
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
  logged = arrears_test_desk_ask (fixture->desk,
                                  "SELECT subject, replace (note, char (10), '/') FROM log_entry "
                                  "WHERE kind = 'owner-changed' ORDER BY id");
  g_assert_cmpstr (logged, ==, "王芳|/周五前回访\n李强|王芳/周五前回访\n");
}

static void
test_all_accounts_of_a_person_are_handed_over (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  guint n_accounts = 0;

  assign (fixture, "0001", "王芳");
  assign (fixture, "0002", "王芳");
  assign (fixture, "0003", "李强");
  g_assert_true (
      arrears_ownership_hand_over (fixture->desk, "王芳", "李强", "离职", &n_accounts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_accounts, ==, 2);
  assert_owner (fixture, "0001", "李强");
  assert_owner (fixture, "0002", "李强");

  g_assert_false (
      arrears_ownership_hand_over (fixture->desk, "王芳", "李强", NULL, &n_accounts, &error));
  arrears_test_assert_error (&error, "NOT_FOUND");
  g_assert_false (
      arrears_ownership_hand_over (fixture->desk, "李强", "李强", NULL, &n_accounts, &error));
  arrears_test_assert_error (&error, "REFUSED");
  g_assert_false (
      arrears_ownership_hand_over (fixture->desk, "李强", " ", NULL, &n_accounts, &error));
  arrears_test_assert_error (&error, "MISSING");
}

static void
test_the_report_counts_what_each_looks_after (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsPromise) promise = arrears_promise_new ();
  g_autoptr (GError) error = NULL;

  assign (fixture, "0001", "王芳");
  assign (fixture, "0002", "王芳");
  assert_people (fixture, "王芳 2/1 5000.00 0+0+0,  1/1 800.00 0+0+0");

  promise->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  promise->amount = arrears_test_money ("1000");
  promise->due_on = arrears_test_day ("2025-03-05");
  g_assert_cmpint (arrears_promises_give (fixture->desk, promise, 0, &error), >, 0);
  arrears_test_desk_set_day (fixture->desk, "2025-03-12");
  assign (fixture, "0003", "李强");
  assert_people (fixture, "李强 1/1 800.00 0+0+0, 王芳 2/1 5000.00 0+0+1");
  arrears_test_desk_set_day (fixture->desk, "2025-03-03");
  assert_people (fixture, "王芳 2/1 5000.00 0+0+0,  1/1 800.00 0+0+0");
  arrears_test_desk_set_day (fixture->desk, "2025-03-12");
}

static void
test_the_report_counts_who_did_what (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  ArrearsPerson *person;

  arrears_desk_set_actor (fixture->desk, "王芳");
  assign (fixture, "0001", "李强");
  assign (fixture, "0002", "李强");
  people = arrears_ownership_report (fixture->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 3);
  person = g_ptr_array_index (people, 0);
  g_assert_cmpstr (person->name, ==, "李强");
  g_assert_cmpint (person->n_acts, ==, 0);
  person = g_ptr_array_index (people, 1);
  g_assert_cmpstr (person->name, ==, "王芳");
  g_assert_cmpint (person->n_accounts, ==, 0);
  g_assert_cmpint (person->n_acts, ==, 2);
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

  add ("/ownership/an-account-has-an-owner-from-a-day-on",
       test_an_account_has_an_owner_from_a_day_on);
  add ("/ownership/all-accounts-of-a-person-are-handed-over",
       test_all_accounts_of_a_person_are_handed_over);
  add ("/ownership/the-report-counts-what-each-looks-after",
       test_the_report_counts_what_each_looks_after);
  add ("/ownership/the-report-counts-who-did-what", test_the_report_counts_who_did_what);
  return g_test_run ();
}

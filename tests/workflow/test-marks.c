/* test-marks.c: what holds of an account, and whether it gets more on credit, told as stories of
 * days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-marks.h"

#include "arrears-crediting.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

/* A limit of 10,000, of which 6,000 is owed and not yet due. */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccountPage) page = NULL;
  g_autoptr (ArrearsCustomer) customer = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2025-03-03");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2025-03-01,2025-03-31,6000,,\n");
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  customer = arrears_record_copy (page->customer);
  customer->credit_limit = arrears_test_money ("10000");
  arrears_account_save_customer (fixture->desk, customer, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static ArrearsMark *
make_mark (Fixture *fixture, const char *kind, const char *reason)
{
  ArrearsMark *mark = arrears_mark_new ();

  mark->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  arrears_record_set_text (&mark->kind, kind);
  arrears_record_set_text (&mark->reason, reason);
  return mark;
}

static gint64
set_mark (Fixture *fixture, ArrearsMark *mark)
{
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_marks_set (fixture->desk, mark, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static gint64
mark_account (Fixture *fixture, const char *kind)
{
  g_autoptr (ArrearsMark) mark = make_mark (fixture, kind, "原因");

  return set_mark (fixture, mark);
}

static void
unmark (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;

  arrears_marks_end (fixture->desk, id, "已解决", &error);
  g_assert_no_error (error);
}

/* The kinds of the marks that hold, latest first, blanks between. */
static void
assert_marks (Fixture *fixture, const char *expected)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < page->marks->len; i++)
    {
      ArrearsMark *mark = g_ptr_array_index (page->marks, i);

      g_string_append_printf (found, "%s%s%s%s", i > 0 ? " " : "", mark->kind,
                              *mark->code != '\0' ? ":" : "", mark->code);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_credit (Fixture *fixture, const char *amount, const char *verdict)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsCreditReport) report
      = arrears_credit_ask (fixture->desk, arrears_test_desk_find (fixture->desk, "0001"),
                            arrears_test_money (amount), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (arrears_credit_verdict_to_word (report->answer.verdict), ==, verdict);
}

static void
test_marks_are_set_and_taken_away (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = mark_account (fixture, ARREARS_MARK_BAD_FAITH);
  g_autoptr (GError) error = NULL;

  assert_marks (fixture, "bad_faith");
  g_assert_false (arrears_marks_end (fixture->desk, id, " ", &error));
  arrears_test_assert_error (&error, "MISSING");
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
  unmark (fixture, id);
  assert_marks (fixture, "");
  g_assert_false (arrears_marks_end (fixture->desk, id, "again", &error));
  arrears_test_assert_error (&error, "NOT_FOUND");
  arrears_test_desk_set_day (fixture->desk, "2025-03-09");
  assert_marks (fixture, "bad_faith");
  arrears_test_desk_set_day (fixture->desk, "2025-03-02");
  assert_marks (fixture, "");
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
}

static void
test_a_reason_for_lateness_takes_the_place_of_the_last (Fixture *fixture, gconstpointer user_data)
{
  static const char *const codes[] = { "cash_flow", "internal_process" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (ArrearsMark) mark = make_mark (fixture, ARREARS_MARK_LATENESS, "");

      arrears_record_set_text (&mark->code, codes[i]);
      set_mark (fixture, mark);
    }
  assert_marks (fixture, "lateness:internal_process");
}

static void
test_what_is_no_mark_is_refused (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *kind;
    const char *reason;
    const char *code;
    const char *until_on;
    const char *error;
  } cases[] = {
    { "favourite", "原因", "", NULL, "WORD_UNKNOWN" },
    { "bad_faith", "", "", NULL, "MISSING" },
    { "blacklisted", " ", "", NULL, "MISSING" },
    { "lateness", "", "", NULL, "MISSING" },
    { "lateness", "", "lazy", NULL, "WORD_UNKNOWN" },
    { "hold_override", "原因", "", NULL, "MISSING" },
    { "hold_override", "原因", "", "2025-03-02", "DAY_ORDER" },
  };
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsMark) mark = make_mark (fixture, cases[i].kind, cases[i].reason);
      g_autoptr (GError) error = NULL;

      arrears_record_set_text (&mark->code, cases[i].code);
      if (cases[i].until_on != NULL)
        mark->until_on = arrears_test_day (cases[i].until_on);
      g_assert_cmpint (arrears_marks_set (fixture->desk, mark, &error), ==, 0);
      arrears_test_assert_error (&error, cases[i].error);
    }
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_an_order_is_held_against_the_limit (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *paid = NULL;

  assert_credit (fixture, "4000", "yes");
  assert_credit (fixture, "4000.01", "over_limit");
  paid = arrears_test_desk_pay (fixture->desk, "0001", "2000", "2025-03-03", NULL);
  assert_credit (fixture, "6000", "yes");
}

static void
test_the_stage_of_hard_measures_suggests_a_hold (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_set_day (fixture->desk, "2025-04-30"); /* 30 days past due */
  assert_credit (fixture, "100", "yes");
  arrears_test_desk_set_day (fixture->desk, "2025-05-01");
  assert_credit (fixture, "100", "hold_suggested");
}

static void
test_a_hold_is_overridden_up_to_a_day (Fixture *fixture, gconstpointer user_data)
{
  gint64 hold = mark_account (fixture, ARREARS_MARK_CREDIT_HOLD);
  g_autoptr (ArrearsMark) mark
      = make_mark (fixture, ARREARS_MARK_HOLD_OVERRIDE, "中秋备货，老板同意");
  g_autoptr (ArrearsAccountPage) page = NULL;

  assert_credit (fixture, "100", "on_hold");
  mark->until_on = arrears_test_day ("2025-03-05");
  set_mark (fixture, mark);
  assert_credit (fixture, "100", "allowed");
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_assert_cmpstr (page->credit->override_reason, ==, "中秋备货，老板同意");
  g_assert_cmpstr (page->credit->hold_reason, ==, "原因");
  arrears_test_desk_set_day (fixture->desk, "2025-03-05");
  assert_credit (fixture, "100", "allowed");
  arrears_test_desk_set_day (fixture->desk, "2025-03-06");
  assert_credit (fixture, "100", "on_hold");
  unmark (fixture, hold);
  assert_credit (fixture, "100", "yes");
}

static void
test_a_limit_is_overridden_up_to_a_balance (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsMark) mark = make_mark (fixture, ARREARS_MARK_HOLD_OVERRIDE, "老板同意");

  mark->amount = arrears_test_money ("12000");
  set_mark (fixture, mark);
  assert_credit (fixture, "6000", "allowed");
  assert_credit (fixture, "6000.01", "over_limit");
}

static void
test_the_blacklist_is_not_overridden (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsMark) mark = make_mark (fixture, ARREARS_MARK_HOLD_OVERRIDE, "老板同意");
  g_autoptr (GError) error = NULL;

  mark_account (fixture, ARREARS_MARK_BLACKLISTED);
  assert_credit (fixture, "0", "blacklisted");
  mark->until_on = arrears_test_day ("2025-03-31");
  g_assert_cmpint (arrears_marks_set (fixture->desk, mark, &error), ==, 0);
  arrears_test_assert_error (&error, "REFUSED");
}

static void
test_the_answer_of_a_past_day_stays (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
  mark_account (fixture, ARREARS_MARK_BLACKLISTED);
  arrears_test_desk_set_day (fixture->desk, "2025-03-09");
  assert_credit (fixture, "4000", "yes");
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
  assert_credit (fixture, "4000", "blacklisted");
}

static void
test_marks_are_logged (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *logged = NULL;
  g_autoptr (ArrearsMark) mark = make_mark (fixture, ARREARS_MARK_LATENESS, "等客户回款");

  arrears_record_set_text (&mark->code, "cash_flow");
  set_mark (fixture, mark);
  unmark (fixture, mark_account (fixture, ARREARS_MARK_CREDIT_HOLD));
  logged = arrears_test_desk_ask (
      fixture->desk, "SELECT kind, subject, note FROM log_entry WHERE kind LIKE 'mark-%' "
                     "ORDER BY id");
  g_assert_cmpstr (logged, ==,
                   "mark-set|lateness|cash_flow 等客户回款\n"
                   "mark-set|credit_hold|原因\n"
                   "mark-ended|credit_hold|已解决\n");
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

  add ("/marks/marks-are-set-and-taken-away", test_marks_are_set_and_taken_away);
  add ("/marks/a-reason-for-lateness-takes-the-place-of-the-last",
       test_a_reason_for_lateness_takes_the_place_of_the_last);
  add ("/marks/what-is-no-mark-is-refused", test_what_is_no_mark_is_refused);
  add ("/marks/marks-are-logged", test_marks_are_logged);
  add ("/crediting/an-order-is-held-against-the-limit", test_an_order_is_held_against_the_limit);
  add ("/crediting/the-stage-of-hard-measures-suggests-a-hold",
       test_the_stage_of_hard_measures_suggests_a_hold);
  add ("/crediting/a-hold-is-overridden-up-to-a-day", test_a_hold_is_overridden_up_to_a_day);
  add ("/crediting/a-limit-is-overridden-up-to-a-balance",
       test_a_limit_is_overridden_up_to_a_balance);
  add ("/crediting/the-blacklist-is-not-overridden", test_the_blacklist_is_not_overridden);
  add ("/crediting/the-answer-of-a-past-day-stays", test_the_answer_of_a_past_day_stays);
  return g_test_run ();
}

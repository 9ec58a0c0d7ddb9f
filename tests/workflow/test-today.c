/* test-today.c: the list of the day, told as stories of days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-today.h"

#include "arrears-contact.h"
#include "arrears-disputes.h"
#include "arrears-flags.h"
#include "arrears-invoices.h"
#include "arrears-marks.h"
#include "arrears-pauses.h"
#include "arrears-promises.h"
#include "arrears-receipts.h"
#include "arrears-test-shop.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

/* 2 March 2026 is a Monday. Vouchers are asked for from the third stage on, limits where they are
 * set.
 */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2026-03-02");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static void
append_reason (GString *text, const ArrearsTodayReason *reason)
{
  g_autofree char *day = arrears_day_to_string (reason->day);
  g_autofree char *amount = arrears_money_to_string (reason->amount);

  g_string_append_printf (text, " %s %s %s", arrears_today_kind_to_word (reason->kind), day + 5,
                          amount);
  if (reason->invoice != NULL)
    g_string_append_printf (text, " %s", reason->invoice);
  if (reason->n > 1)
    g_string_append_printf (text, " x%u", reason->n);
  g_string_append_c (text, ';');
}

/* A line an account: "code stage(passed): reason day amount invoice; ..." */
static char *
describe (ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = arrears_today_list (desk, NULL, 0, &error);
  g_autoptr (GPtrArray) accounts = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  accounts = arrears_today_load_accounts (desk, rows, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const ArrearsTodayRow *row = g_ptr_array_index (rows, i);
      ArrearsAccount *account = g_ptr_array_index (accounts, i);

      g_string_append_printf (text, "%s %d(%s):", account->code, account->stage,
                              account->passed_stages);
      for (guint n = 0; n < row->reasons->len; n++)
        append_reason (text, &g_array_index (row->reasons, ArrearsTodayReason, n));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_today (Fixture *fixture, const char *day, const char *expected)
{
  g_autofree char *found = NULL;

  arrears_test_desk_set_day (fixture->desk, day);
  found = describe (fixture->desk);
  g_assert_cmpstr (found, ==, expected);
}

static void
complete (Fixture *fixture, const char *code)
{
  g_autoptr (GError) error = NULL;

  arrears_today_complete (fixture->desk, arrears_test_desk_find (fixture->desk, code), "小王",
                          "打过电话", &error);
  g_assert_no_error (error);
}

static void
acknowledge (Fixture *fixture, const char *code)
{
  g_autoptr (GError) error = NULL;

  arrears_today_acknowledge (fixture->desk, arrears_test_desk_find (fixture->desk, code), "小王",
                             &error);
  g_assert_no_error (error);
}

static void
test_after_two_weeks_each_account_stands_once_at_its_true_stage (Fixture *fixture,
                                                                 gconstpointer user_data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-03,150,,\n"
                                                 "0001,A-2,2026-03-02,2026-03-04,100,,\n"
                                                 "0002,B-1,2026-03-02,2026-03-12,500,,\n"
                                                 "0003,C-1,2026-03-02,2026-03-31,500,,\n");
  assert_today (fixture, "2026-03-04",
                "0001 1(): crossing 03-04 150.00;\n");
  acknowledge (fixture, "0001");
  /* Two weeks closed. */
  assert_today (fixture, "2026-03-19",
                "0001 3(2): crossing 03-19 250.00; voucher_missing 03-19 0.00;\n"
                "0002 2(1): crossing 03-19 500.00;\n");
  before = arrears_test_desk_dump (fixture->desk);
  for (int i = 0; i < 10; i++)
    assert_today (fixture, "2026-03-19",
                  "0001 3(2): crossing 03-19 250.00; voucher_missing 03-19 0.00;\n"
                  "0002 2(1): crossing 03-19 500.00;\n");
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_crossing_stands_until_it_is_done (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  gint64 id;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-03,150,,\n");
  id = arrears_test_desk_find (fixture->desk, "0001");
  g_assert_false (arrears_today_acknowledge (fixture->desk, id, "小王", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE);
  g_clear_error (&error);
  assert_today (fixture, "2026-03-05", "0001 1(): crossing 03-04 150.00;\n");
  acknowledge (fixture, "0001");
  acknowledge (fixture, "0001");
  assert_today (fixture, "2026-03-06", "0001 1(): crossing 03-04 150.00;\n");
  g_assert_false (arrears_today_complete (fixture->desk, id, "小李", " ", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);
  complete (fixture, "0001");
  assert_today (fixture, "2026-03-09", "");
  g_assert_false (arrears_today_complete (fixture->desk, id, "小李", "又打", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED);
  assert_today (fixture, "2026-03-10", "0001 2(): crossing 03-10 150.00;\n");
  /* Then, it had not been done. */
  assert_today (fixture, "2026-03-05", "0001 1(): crossing 03-04 150.00;\n");
  answer = arrears_test_desk_ask (
      fixture->desk, "SELECT stage, seen_by, ended_how, ended_note FROM crossing");
  g_assert_cmpstr (answer, ==, "1|小王|小王|打过电话\n");
}

/* What was done stays done: the debt comes back at its stage, and its history with it. */
static void
test_a_void_receipt_brings_debt_and_stage_back (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = NULL;
  g_autofree char *answer = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-03,150,,\n");
  arrears_test_desk_set_day (fixture->desk, "2026-03-05");
  complete (fixture, "0001");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "150", "2026-03-05", NULL));
  assert_today (fixture, "2026-03-11", "");
  arrears_receipts_void (fixture->desk, 1, "支票退票", &error);
  g_assert_no_error (error);
  assert_today (fixture, "2026-03-11", "0001 2(): crossing 03-10 150.00;\n");
  complete (fixture, "0001");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "150", "2026-03-11", NULL));
  assert_today (fixture, "2026-03-12", "");
  flags = arrears_flags_list (fixture->desk, &error);
  g_assert_cmpuint (flags->len, ==, 0);
  answer = arrears_test_desk_ask (fixture->desk, "SELECT stage, ended_how FROM crossing");
  g_assert_cmpstr (answer, ==, "1|小王\n2|小王\n");
  assert_today (fixture, "2026-03-10", "");
}

static gint64
promise (Fixture *fixture, const char *amount, const char *due_on)
{
  g_autoptr (ArrearsPromise) given = arrears_promise_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  given->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  given->amount = arrears_test_money (amount);
  given->due_on = arrears_test_day (due_on);
  arrears_record_set_text (&given->promised_by, "张三");
  arrears_record_set_text (&given->channel, "call");
  id = arrears_promises_give (fixture->desk, given, 0, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_a_promise_rests_until_its_day_and_raises_when_broken (Fixture *fixture,
                                                           gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-03,150,,\n");
  arrears_test_desk_set_day (fixture->desk, "2026-03-05");
  complete (fixture, "0001");
  promise (fixture, "150", "2026-03-13"); /* a Friday; its grace ends on Monday */
  assert_today (fixture, "2026-03-12", "");
  assert_today (fixture, "2026-03-13", "0001 2(): promise_due 03-13 150.00;\n");
  assert_today (fixture, "2026-03-16", "0001 2(): promise_due 03-13 150.00;\n");
  assert_today (fixture, "2026-03-17",
                "0001 3(2): promise_broken 03-17 150.00; crossing 03-17 150.00; "
                "voucher_missing 03-17 0.00;\n");
  complete (fixture, "0001");
  assert_today (fixture, "2026-03-17", "0001 3(): voucher_missing 03-17 0.00;\n");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "150", "2026-03-17", NULL));
  assert_today (fixture, "2026-03-18", "");
}

static void
test_a_promise_of_a_part_rests_that_part (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-03,150,,\n"
                                                 "0001,A-2,2026-03-02,2026-03-10,70,,\n");
  arrears_test_desk_set_day (fixture->desk, "2026-03-05");
  promise (fixture, "150", "2026-03-20");
  assert_today (fixture, "2026-03-10", "");
  assert_today (fixture, "2026-03-11", "0001 1(): crossing 03-11 70.00;\n");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "150", "2026-03-11", NULL));
  assert_today (fixture, "2026-03-24", "0001 2(1): crossing 03-17 70.00;\n");
}

static gint64
dispute (Fixture *fixture, const char *number, const char *amount, const char *review_on)
{
  g_autoptr (ArrearsDispute) raised = arrears_dispute_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  arrears_record_set_text (&raised->invoice_number, number);
  raised->amount = arrears_test_money (amount);
  raised->review_on = arrears_test_day (review_on);
  arrears_record_set_text (&raised->reason, ARREARS_DISPUTE_QUALITY);
  id = arrears_disputes_raise (fixture->desk, raised, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_a_dispute_is_left_out_until_it_is_rejected (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsDisputeOutcome rejected = { .how = "rejected" };
  g_autoptr (GError) error = NULL;
  gint64 id;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-03,150,,\n");
  arrears_test_desk_set_day (fixture->desk, "2026-03-03");
  id = dispute (fixture, "A-1", "150", "2026-03-12");
  assert_today (fixture, "2026-03-11", "");
  assert_today (fixture, "2026-03-12", "0001 2(): dispute_review 03-12 150.00 A-1;\n");
  arrears_disputes_end (fixture->desk, id, &rejected, &error);
  g_assert_no_error (error);
  assert_today (fixture, "2026-03-12", "0001 2(1): crossing 03-12 150.00;\n");
  assert_today (fixture, "2026-03-11", "");
}

/* The uncontested part alone is not enough for the third stage. */
static void
test_a_disputed_part_leaves_the_rest (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsDisputeOutcome credited
      = { .how = "credited", .amount = { 10000 }, .credit_note_number = "HC-1" };
  g_autoptr (GError) error = NULL;
  gint64 id;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-03,500,,\n");
  arrears_test_desk_set_day (fixture->desk, "2026-03-03");
  id = dispute (fixture, "A-1", "350", "2026-04-20");
  assert_today (fixture, "2026-03-20", "0001 2(1): crossing 03-10 150.00;\n");
  complete (fixture, "0001");
  arrears_disputes_end (fixture->desk, id, &credited, &error);
  g_assert_no_error (error);
  assert_today (fixture, "2026-03-20",
                "0001 3(): crossing 03-18 400.00; voucher_missing 03-20 0.00;\n");
}

static gint64
begin_pause (Fixture *fixture, const char *number, const char *until_on)
{
  g_autoptr (ArrearsPause) pause = arrears_pause_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  pause->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  arrears_record_set_text (&pause->invoice_number, number);
  arrears_record_set_text (&pause->kind, "hardship");
  arrears_record_set_text (&pause->reason, "店面进水");
  pause->until_on = arrears_test_day (until_on);
  id = arrears_pauses_begin (fixture->desk, pause, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_a_paused_account_is_flagged_but_not_listed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = NULL;
  ArrearsAccount *flag;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-03,150,,\n"
                                                 "0001,A-2,2026-03-02,2026-03-19,150,,\n");
  arrears_test_desk_set_day (fixture->desk, "2026-03-05");
  begin_pause (fixture, "", "2026-03-20");
  assert_today (fixture, "2026-03-19", "");
  flags = arrears_flags_list (fixture->desk, &error);
  g_assert_cmpuint (flags->len, ==, 1);
  flag = g_ptr_array_index (flags, 0);
  g_assert_true (flag->is_paused);
  g_assert_cmpint (flag->stage, ==, 2);
  g_assert_cmpint (flag->resting.fen, ==, 15000);
  /* The day of review: what rested counts again from here. */
  assert_today (fixture, "2026-03-20",
                "0001 2(1): crossing 03-20 150.00; pause_review 03-20 0.00;\n");
  complete (fixture, "0001");
  assert_today (fixture, "2026-03-21", "");
}

static void
test_bad_faith_goes_straight_to_the_lawyer (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsMark) mark = arrears_mark_new ();
  g_autoptr (GError) error = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-03,150,,\n");
  arrears_test_desk_set_day (fixture->desk, "2026-03-05");
  complete (fixture, "0001");
  mark->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  arrears_record_set_text (&mark->kind, ARREARS_MARK_BAD_FAITH);
  arrears_record_set_text (&mark->reason, "转移财产");
  arrears_marks_set (fixture->desk, mark, &error);
  g_assert_no_error (error);
  assert_today (fixture, "2026-03-06",
                "0001 5(2 3 4): crossing 03-05 150.00; voucher_missing 03-06 0.00;\n");
}

static void
test_what_falls_due_soon_is_told_before (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-10,150,,\n"
                                                 "0001,A-2,2026-03-02,2026-03-10,50,,\n"
                                                 "0001,A-3,2026-03-02,2026-03-11,70,,\n");
  assert_today (fixture, "2026-03-06", "");
  assert_today (fixture, "2026-03-07", "0001 0(): due_soon 03-10 200.00 A-2;\n");
  assert_today (fixture, "2026-03-10", "0001 0(): due_soon 03-11 70.00 A-3;\n");
}

static void
test_an_instalment_is_told_on_its_day (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsInstalment parts[] = { { arrears_test_day ("2026-03-20"), { 10000 } },
                                      { arrears_test_day ("2026-04-20"), { 5000 } } };
  g_autoptr (GError) error = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-03-10,150,,\n");
  arrears_invoices_split (fixture->desk, "A-1", parts, G_N_ELEMENTS (parts), &error);
  g_assert_no_error (error);
  assert_today (fixture, "2026-03-11", "");
  assert_today (fixture, "2026-03-20", "0001 0(): instalment_due 03-20 100.00 A-1/1;\n");
  assert_today (fixture, "2026-03-21", "0001 1(): crossing 03-21 100.00;\n");
}

static void
test_a_planned_step_is_told_until_the_next_talk (Fixture *fixture, gconstpointer user_data)
{
  ArrearsContact contact = { .channel = ARREARS_CHANNEL_CALL,
                             .said = "下周一付款",
                             .measure = "周一再打",
                             .minute = 600,
                             .next_on = arrears_test_day ("2026-03-09") };
  g_autoptr (GError) error = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-04-10,150,,\n");
  contact.customer_id = arrears_test_desk_find (fixture->desk, "0001");
  contact.on = arrears_test_day ("2026-03-02");
  arrears_contact_log (fixture->desk, &contact, &error);
  g_assert_no_error (error);
  assert_today (fixture, "2026-03-08", "");
  assert_today (fixture, "2026-03-10", "0001 0(): follow_up 03-09 0.00;\n");
  contact.on = arrears_test_day ("2026-03-10");
  contact.next_on = ARREARS_DAY_NONE;
  arrears_contact_log (fixture->desk, &contact, &error);
  g_assert_no_error (error);
  assert_today (fixture, "2026-03-10", "");
  assert_today (fixture, "2026-03-09", "0001 0(): follow_up 03-09 0.00;\n");
}

static void
set_limit (Fixture *fixture, const char *limit)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autoptr (ArrearsCustomer) customer = arrears_record_copy (page->customer);
  g_autoptr (GError) error = NULL;

  customer->credit_limit = arrears_test_money (limit);
  arrears_account_save_customer (fixture->desk, customer, &error);
  g_assert_no_error (error);
}

static void
test_a_limit_that_is_passed_is_told_and_who_was_supplied (Fixture *fixture,
                                                          gconstpointer user_data)
{
  g_autoptr (ArrearsMark) override = arrears_mark_new ();
  g_autoptr (GError) error = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-03-02,2026-05-10,150,,\n");
  set_limit (fixture, "100");
  assert_today (fixture, "2026-03-03", "0001 0(): limit_exceeded 03-03 50.00;\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,A-2,2026-03-03,2026-05-10,30,,\n");
  assert_today (fixture, "2026-03-04",
                "0001 0(): limit_exceeded 03-04 80.00; supplied 03-03 30.00 A-2;\n");
  override->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  arrears_record_set_text (&override->kind, ARREARS_MARK_HOLD_OVERRIDE);
  arrears_record_set_text (&override->reason, "老客户");
  override->until_on = arrears_test_day ("2026-03-10");
  arrears_marks_set (fixture->desk, override, &error);
  g_assert_no_error (error);
  assert_today (fixture, "2026-03-10", "");
  assert_today (fixture, "2026-03-11",
                "0001 0(): limit_exceeded 03-11 80.00; supplied 03-03 30.00 A-2;\n");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "80", "2026-03-11", NULL));
  assert_today (fixture, "2026-03-11", "");
}

static void
test_a_limitation_that_is_about_to_end_comes_first (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2023-03-02,2023-03-31,150,,\n"
                                                 "0002,B-1,2026-03-02,2026-03-03,150,,\n");
  assert_today (fixture, "2026-03-04",
                "0001 2(1): limitation 03-31 150.00 A-1; crossing 04-07 150.00;\n"
                "0002 1(): crossing 03-04 150.00;\n");
  complete (fixture, "0001");
  assert_today (fixture, "2026-03-04",
                "0001 2(): limitation 03-31 150.00 A-1;\n"
                "0002 1(): crossing 03-04 150.00;\n");
  /* Before the ledger was begun: by all that is known now. */
  assert_today (fixture, "2026-02-20",
                "0001 2(): crossing 04-07 150.00; limitation 03-31 150.00 A-1;\n");
}

static void
test_the_most_urgent_comes_first (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-01-02,2026-02-27,150,,\n"
                                                 "0002,B-1,2026-01-02,2026-02-27,160,,\n"
                                                 "0003,C-1,2026-01-02,2026-01-27,90,,\n"
                                                 "0004,D-1,2026-01-02,2026-02-27,150,,\n"
                                                 "0005,E-1,2026-01-02,2026-03-06,9000,,\n");
  assert_today (fixture, "2026-03-03",
                "0003 2(1): crossing 02-03 90.00;\n"
                "0002 1(): crossing 02-28 160.00;\n"
                "0001 1(): crossing 02-28 150.00;\n"
                "0004 1(): crossing 02-28 150.00;\n"
                "0005 0(): due_soon 03-06 9000.00 E-1;\n");
}

static void
test_an_owner_sees_the_own_accounts (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAccountPage) page = NULL;
  g_autoptr (ArrearsCustomer) customer = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) nobodys = NULL;
  g_autoptr (GPtrArray) all = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A-1,2026-01-02,2026-02-27,150,,\n"
                                                 "0002,B-1,2026-01-02,2026-02-27,160,,\n");
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  customer = arrears_record_copy (page->customer);
  arrears_record_set_text (&customer->owner, "小王");
  arrears_account_save_customer (fixture->desk, customer, &error);
  g_assert_no_error (error);
  own = arrears_today_list_accounts (fixture->desk, "小王", &error);
  nobodys = arrears_today_list_accounts (fixture->desk, "", &error);
  all = arrears_today_list_accounts (fixture->desk, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (((ArrearsAccount *) g_ptr_array_index (own, 0))->code, ==, "0001");
  g_assert_cmpstr (((ArrearsAccount *) g_ptr_array_index (own, 0))->reasons, ==, "crossing");
  g_assert_cmpuint (nobodys->len, ==, 1);
  g_assert_cmpuint (all->len, ==, 2);
}

/* Something is done about accounts at random, as an office would. */
static void
act_at_random (Fixture *fixture, int n_customers)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = g_strdup_printf ("%04d", g_test_rand_int_range (1, n_customers + 1));
  gint64 id = arrears_test_desk_find (fixture->desk, code);
  ArrearsDay as_of = arrears_desk_get_as_of (fixture->desk);
  g_autoptr (ArrearsPromise) given = arrears_promise_new ();
  g_autoptr (ArrearsPause) pause = arrears_pause_new ();
  g_autoptr (ArrearsMark) mark = arrears_mark_new ();

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      arrears_today_complete (fixture->desk, id, "小王", "办了", &error);
      break;
    case 1:
      arrears_today_acknowledge (fixture->desk, id, "小王", &error);
      break;
    case 2:
      given->customer_id = id;
      given->amount = arrears_money (g_test_rand_int_range (1, 90000));
      given->due_on = arrears_day_add_days (as_of, g_test_rand_int_range (0, 15));
      arrears_promises_give (fixture->desk, given, 0, &error);
      break;
    case 3:
      pause->customer_id = id;
      arrears_record_set_text (&pause->kind, "agreed");
      arrears_record_set_text (&pause->reason, "商定");
      pause->until_on = arrears_day_add_days (as_of, g_test_rand_int_range (1, 15));
      arrears_pauses_begin (fixture->desk, pause, NULL, &error);
      break;
    default:
      mark->customer_id = id;
      arrears_record_set_text (&mark->kind, ARREARS_MARK_BAD_FAITH);
      arrears_record_set_text (&mark->reason, "失联");
      if (g_test_rand_int_range (0, 4) == 0)
        arrears_marks_set (fixture->desk, mark, &error);
    }
}

/* The same list again, from another desk too, with each account in it once. */
static char *
assert_stable (Fixture *fixture)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDesk) other = arrears_desk_open_again (fixture->desk, &error);
  g_autofree char *again = NULL;
  g_autofree char *elsewhere = NULL;
  char *list = describe (fixture->desk);
  g_auto (GStrv) lines = g_strsplit (list, "\n", -1);

  again = describe (fixture->desk);
  elsewhere = describe (other);
  g_assert_cmpstr (again, ==, list);
  g_assert_cmpstr (elsewhere, ==, list);
  for (gsize i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_true (g_hash_table_add (codes, g_strndup (lines[i], 4)));
  return list;
}

static void
test_every_day_is_the_same_when_it_is_asked_again (Fixture *fixture, gconstpointer user_data)
{
  enum
  {
    N_DAYS = 40,
    N_CUSTOMERS = 8,
  };
  ArrearsTestShop shop = arrears_test_shop_new (fixture->desk, N_CUSTOMERS);
  char *lists[N_DAYS];
  ArrearsDay days[N_DAYS];

  for (int day = 0; day < N_DAYS; day++)
    {
      if (day == 0 || g_test_rand_int_range (0, 3) == 0)
        arrears_test_shop_trade (&shop, TRUE);
      for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
        act_at_random (fixture, N_CUSTOMERS);
      days[day] = arrears_desk_get_as_of (fixture->desk);
      lists[day] = assert_stable (fixture);
      arrears_desk_set_as_of (fixture->desk,
                              arrears_day_add_days (days[day], g_test_rand_int_range (1, 6)));
    }
  for (int day = 0; day < N_DAYS; day++)
    {
      g_autofree char *then = NULL;

      arrears_desk_set_as_of (fixture->desk, days[day]);
      then = describe (fixture->desk);
      g_assert_cmpstr (then, ==, lists[day]);
      g_free (lists[day]);
    }
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
  add ("after-two-weeks-each-account-stands-once-at-its-true-stage",
       test_after_two_weeks_each_account_stands_once_at_its_true_stage);
  add ("a-crossing-stands-until-it-is-done", test_a_crossing_stands_until_it_is_done);
  add ("a-void-receipt-brings-debt-and-stage-back",
       test_a_void_receipt_brings_debt_and_stage_back);
  add ("a-promise-rests-until-its-day-and-raises-when-broken",
       test_a_promise_rests_until_its_day_and_raises_when_broken);
  add ("a-promise-of-a-part-rests-that-part", test_a_promise_of_a_part_rests_that_part);
  add ("a-dispute-is-left-out-until-it-is-rejected",
       test_a_dispute_is_left_out_until_it_is_rejected);
  add ("a-disputed-part-leaves-the-rest", test_a_disputed_part_leaves_the_rest);
  add ("a-paused-account-is-flagged-but-not-listed",
       test_a_paused_account_is_flagged_but_not_listed);
  add ("bad-faith-goes-straight-to-the-lawyer", test_bad_faith_goes_straight_to_the_lawyer);
  add ("what-falls-due-soon-is-told-before", test_what_falls_due_soon_is_told_before);
  add ("an-instalment-is-told-on-its-day", test_an_instalment_is_told_on_its_day);
  add ("a-planned-step-is-told-until-the-next-talk",
       test_a_planned_step_is_told_until_the_next_talk);
  add ("a-limit-that-is-passed-is-told-and-who-was-supplied",
       test_a_limit_that_is_passed_is_told_and_who_was_supplied);
  add ("a-limitation-that-is-about-to-end-comes-first",
       test_a_limitation_that_is_about_to_end_comes_first);
  add ("the-most-urgent-comes-first", test_the_most_urgent_comes_first);
  add ("an-owner-sees-the-own-accounts", test_an_owner_sees_the_own_accounts);
  add ("every-day-is-the-same-when-it-is-asked-again",
       test_every_day_is_the_same_when_it_is_asked_again);
  return g_test_run ();
}

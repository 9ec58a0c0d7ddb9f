/* test-promises.c: promises to pay, told as stories of days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-promises.h"

#include "arrears-disputes.h"
#include "arrears-invoices.h"
#include "arrears-receipts.h"
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
                                                 "0001,XS-2,2025-01-20,2025-02-20,3000,,\n"
                                                 "0002,XS-3,2025-01-20,2025-02-20,800,,\n");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static ArrearsPromise *
make_promise (Fixture *fixture, const char *amount, const char *due_on, const char *invoice)
{
  ArrearsPromise *promise = arrears_promise_new ();

  promise->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  promise->amount = arrears_test_money (amount);
  promise->due_on = arrears_test_day (due_on);
  arrears_record_set_text (&promise->invoice_number, invoice);
  arrears_record_set_text (&promise->promised_by, "李女士");
  arrears_record_set_text (&promise->channel, "call");
  return promise;
}

static gint64
give (Fixture *fixture, const char *amount, const char *due_on, const char *invoice,
      gint64 replaced_id)
{
  g_autoptr (ArrearsPromise) promise = make_promise (fixture, amount, due_on, invoice);
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_promises_give (fixture->desk, promise, replaced_id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
move_to (Fixture *fixture, const char *day)
{
  arrears_test_desk_set_day (fixture->desk, day);
}

static void
pay (Fixture *fixture, const char *amount, const char *on, const char *invoice)
{
  g_autofree char *paid = arrears_test_desk_pay (fixture->desk, "0001", amount, on, invoice);
}

/* The promises of the account, latest first: "state received judged_on, ..." */
static void
assert_promises (Fixture *fixture, const char *expected)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < page->promises->len; i++)
    {
      ArrearsJudgedPromise *promise = g_ptr_array_index (page->promises, i);
      g_autofree char *received = arrears_money_to_string (promise->received);
      g_autofree char *judged_on = arrears_day_to_string (promise->judged_on);

      g_string_append_printf (found, "%s%s %s%s%s", i > 0 ? ", " : "", promise->state, received,
                              *judged_on != '\0' ? " " : "", judged_on);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_a_promise_runs_and_is_kept (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccountPage) page = NULL;
  ArrearsJudgedPromise *promise;

  give (fixture, "4000", "2025-03-10", "", 0);
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  promise = g_ptr_array_index (page->promises, 0);
  g_assert_cmpstr (promise->promised_by, ==, "李女士");
  g_assert_cmpstr (promise->channel, ==, "call");
  g_assert_cmpint (promise->last_day.number, ==, arrears_test_day ("2025-03-11").number);
  assert_promises (fixture, "running 0.00");

  move_to (fixture, "2025-03-07");
  pay (fixture, "1500", "2025-03-07", NULL);
  assert_promises (fixture, "running 1500.00");
  move_to (fixture, "2025-03-10");
  pay (fixture, "2500", "2025-03-10", NULL);
  assert_promises (fixture, "kept 4000.00 2025-03-10");
}

static void
test_a_promise_is_broken_after_its_grace (Fixture *fixture, gconstpointer user_data)
{
  give (fixture, "4000", "2025-03-07", "", 0); /* a Friday */
  move_to (fixture, "2025-03-10");
  assert_promises (fixture, "running 0.00");
  move_to (fixture, "2025-03-11");
  assert_promises (fixture, "broken 0.00 2025-03-11");
  pay (fixture, "4000", "2025-03-11", NULL);
  assert_promises (fixture, "broken 0.00 2025-03-11");
}

static void
test_a_part_is_not_the_whole (Fixture *fixture, gconstpointer user_data)
{
  give (fixture, "4000", "2025-03-07", "", 0);
  move_to (fixture, "2025-03-07");
  pay (fixture, "3999.99", "2025-03-07", NULL);
  move_to (fixture, "2025-03-11");
  assert_promises (fixture, "partly 3999.99 2025-03-11");
}

static void
test_a_receipt_entered_late_makes_it_kept (Fixture *fixture, gconstpointer user_data)
{
  give (fixture, "4000", "2025-03-07", "", 0);
  move_to (fixture, "2025-03-12");
  assert_promises (fixture, "broken 0.00 2025-03-11");
  pay (fixture, "4000", "2025-03-06", NULL);
  assert_promises (fixture, "kept 4000.00 2025-03-06");

  move_to (fixture, "2025-03-11");
  assert_promises (fixture, "broken 0.00 2025-03-11");
  move_to (fixture, "2025-03-12");
}

static gint64
find_receipt (Fixture *fixture)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");

  return ((ArrearsReceipt *) g_ptr_array_index (page->receipts, 0))->id;
}

static void
test_money_that_bounced_was_not_received (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  give (fixture, "4000", "2025-03-07", "", 0);
  move_to (fixture, "2025-03-06");
  pay (fixture, "4000", "2025-03-06", NULL);
  assert_promises (fixture, "kept 4000.00 2025-03-06");
  move_to (fixture, "2025-03-12");
  g_assert_true (arrears_receipts_void (fixture->desk, find_receipt (fixture), "支票退票", &error));
  g_assert_no_error (error);
  assert_promises (fixture, "broken 0.00 2025-03-11");
  move_to (fixture, "2025-03-11");
  assert_promises (fixture, "kept 4000.00 2025-03-06");
  move_to (fixture, "2025-03-12");
}

static void
test_a_promise_for_an_invoice_is_kept_by_its_money (Fixture *fixture, gconstpointer user_data)
{
  give (fixture, "3000", "2025-03-07", "XS-2", 0);
  move_to (fixture, "2025-03-06");
  pay (fixture, "5000", "2025-03-06", "XS-1");
  assert_promises (fixture, "running 0.00");
  pay (fixture, "3000", "2025-03-06", "XS-2");
  assert_promises (fixture, "kept 3000.00 2025-03-06");
}

static void
test_instalments_keep_the_promise_for_the_whole (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsInstalment parts[] = {
    { arrears_test_day ("2025-03-10"), arrears_test_money ("1000") },
    { arrears_test_day ("2025-04-10"), arrears_test_money ("2000") },
  };
  g_autoptr (GError) error = NULL;

  give (fixture, "3000", "2025-03-07", "XS-2", 0);
  move_to (fixture, "2025-03-05");
  g_assert_true (arrears_invoices_split (fixture->desk, "XS-2", parts, 2, &error));
  g_assert_no_error (error);
  pay (fixture, "1000", "2025-03-05", "XS-2/1");
  assert_promises (fixture, "running 1000.00");
  pay (fixture, "2000", "2025-03-05", "XS-2/2");
  assert_promises (fixture, "kept 3000.00 2025-03-05");
}

static void
test_money_is_used_once (Fixture *fixture, gconstpointer user_data)
{
  give (fixture, "2000", "2025-03-14", "", 0);
  give (fixture, "2000", "2025-03-07", "", 0);
  move_to (fixture, "2025-03-06");
  pay (fixture, "2000", "2025-03-06", NULL);
  move_to (fixture, "2025-03-20");
  assert_promises (fixture, "kept 2000.00 2025-03-06, broken 0.00 2025-03-18");
}

static void
test_a_new_promise_takes_the_place_of_a_running_one (Fixture *fixture, gconstpointer user_data)
{
  gint64 first = give (fixture, "4000", "2025-03-07", "", 0);
  g_autoptr (ArrearsPromise) third = NULL;
  g_autoptr (GError) error = NULL;

  move_to (fixture, "2025-03-06");
  give (fixture, "4000", "2025-03-14", "", first);
  move_to (fixture, "2025-03-12");
  assert_promises (fixture, "running 0.00, replaced 0.00 2025-03-06");

  third = make_promise (fixture, "4000", "2025-03-20", "");
  g_assert_cmpint (arrears_promises_give (fixture->desk, third, first, &error), ==, 0);
  arrears_test_assert_error (&error, "NOT_FOUND");

  move_to (fixture, "2025-03-05");
  assert_promises (fixture, "running 0.00");
  move_to (fixture, "2025-03-12");
}

static void
test_one_that_was_judged_is_not_replaced (Fixture *fixture, gconstpointer user_data)
{
  gint64 first = give (fixture, "4000", "2025-03-04", "", 0);
  g_autoptr (ArrearsPromise) next = make_promise (fixture, "4000", "2025-03-20", "");
  g_autoptr (GError) error = NULL;

  move_to (fixture, "2025-03-12");
  g_assert_cmpint (arrears_promises_give (fixture->desk, next, first, &error), ==, 0);
  arrears_test_assert_error (&error, "REFUSED");
  assert_promises (fixture, "broken 0.00 2025-03-06");
}

static void
test_a_mistaken_promise_is_withdrawn (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = give (fixture, "4000", "2025-03-04", "", 0);
  g_autoptr (GError) error = NULL;

  move_to (fixture, "2025-03-12");
  g_assert_false (arrears_promises_withdraw (fixture->desk, id, "", &error));
  arrears_test_assert_error (&error, "MISSING");
  g_assert_true (arrears_promises_withdraw (fixture->desk, id, "记错客户", &error));
  g_assert_no_error (error);
  assert_promises (fixture, "withdrawn 0.00 2025-03-12");
  g_assert_false (arrears_promises_withdraw (fixture->desk, id, "again", &error));
  arrears_test_assert_error (&error, "NOT_FOUND");
}

static void
test_what_is_no_promise_is_refused (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *amount;
    const char *due_on;
    const char *invoice;
    const char *code;
  } cases[] = {
    { "0", "2025-03-10", "", "AMOUNT_SIGN" },       { "-5", "2025-03-10", "", "AMOUNT_SIGN" },
    { "100", "2025-03-02", "", "DAY_ORDER" },       { "100", "2025-03-10", "XS-3", "NOT_FOUND" },
    { "100", "2025-03-10", "XS-404", "NOT_FOUND" },
  };
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsPromise) promise
          = make_promise (fixture, cases[i].amount, cases[i].due_on, cases[i].invoice);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (arrears_promises_give (fixture->desk, promise, 0, &error), ==, 0);
      arrears_test_assert_error (&error, cases[i].code);
    }
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static ArrearsPromiseWarnings
check (Fixture *fixture, const char *amount, const char *invoice)
{
  g_autoptr (ArrearsPromise) promise = make_promise (fixture, amount, "2025-04-10", invoice);
  g_autoptr (GError) error = NULL;
  ArrearsPromiseWarnings warnings;

  g_assert_true (arrears_promises_check (fixture->desk, promise, &warnings, &error));
  g_assert_no_error (error);
  return warnings;
}

static void
test_a_doubtful_promise_is_warned_of (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsDispute) dispute = arrears_dispute_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (check (fixture, "8000", ""), ==, 0);
  g_assert_cmpint (check (fixture, "9000", ""), ==, ARREARS_PROMISE_WARNING_EXCEEDS);
  g_assert_cmpint (check (fixture, "4000", "XS-2"), ==, ARREARS_PROMISE_WARNING_EXCEEDS);

  arrears_record_set_text (&dispute->invoice_number, "XS-2");
  arrears_record_set_text (&dispute->reason, ARREARS_DISPUTE_QUALITY);
  g_assert_cmpint (arrears_disputes_raise (fixture->desk, dispute, &error), >, 0);
  g_assert_cmpint (check (fixture, "100", "XS-2"), ==, ARREARS_PROMISE_WARNING_DISPUTED);
  g_assert_cmpint (check (fixture, "100", "XS-1"), ==, 0);

  give (fixture, "100", "2025-03-05", "XS-1", 0);
  g_assert_cmpint (check (fixture, "100", "XS-1"), ==, ARREARS_PROMISE_WARNING_RUNNING);
  move_to (fixture, "2025-03-12");
  g_assert_cmpint (check (fixture, "100", "XS-1"), ==, ARREARS_PROMISE_WARNING_BROKEN);
}

static void
test_a_promise_and_its_end_are_logged (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = give (fixture, "400", "2025-03-10", "XS-1", 0);
  g_autofree char *given = NULL;
  g_autofree char *ended = NULL;
  g_autoptr (GError) error = NULL;

  arrears_promises_withdraw (fixture->desk, id, "改口", &error);
  given = arrears_test_desk_ask (fixture->desk,
                                 "SELECT subject, amount_fen, note, spoke_with FROM log_entry "
                                 "WHERE kind = 'promise-given'");
  g_assert_cmpstr (given, ==, "XS-1|40000|2025-03-10|李女士\n");
  ended = arrears_test_desk_ask (fixture->desk, "SELECT subject, amount_fen, note FROM log_entry "
                                                "WHERE kind = 'promise-ended'");
  g_assert_cmpstr (ended, ==, "XS-1|40000|withdrawn 改口\n");
}

/* What the mass pass finds is what each page shows. */
static void
test_all_are_judged_in_one_pass (Fixture *fixture, gconstpointer user_data)
{
  gint64 customer_id = arrears_test_desk_find (fixture->desk, "0001");
  gint64 other_id = arrears_test_desk_find (fixture->desk, "0002");
  g_autoptr (GHashTable) records = NULL;
  g_autoptr (GError) error = NULL;
  const ArrearsPromiseRecord *record;
  const ArrearsRunningPromise *running;

  give (fixture, "1000", "2025-03-05", "", 0);
  give (fixture, "2000", "2025-03-20", "XS-2", 0);
  move_to (fixture, "2025-03-04");
  pay (fixture, "300", "2025-03-04", "XS-1");
  move_to (fixture, "2025-03-12");
  records = arrears_promises_judge_all (fixture->desk, 0, &error);
  g_assert_no_error (error);
  g_assert_null (g_hash_table_lookup (records, &other_id));
  record = g_hash_table_lookup (records, &customer_id);
  g_assert_nonnull (record);
  g_assert_cmpint (record->last_state, ==, ARREARS_PROMISE_PARTLY);
  g_assert_cmpint (record->last_judged_on.number, ==, arrears_test_day ("2025-03-07").number);
  g_assert_cmpint (record->last_missing.fen, ==, 70000);
  g_assert_cmpuint (record->n_partly, ==, 1);
  g_assert_cmpuint (record->running->len, ==, 1);
  running = &g_array_index (record->running, ArrearsRunningPromise, 0);
  g_assert_cmpint (running->amount.fen, ==, 200000);
  g_assert_cmpint (running->last_day.number, ==, arrears_test_day ("2025-03-21").number);
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

  add ("/promises/a-promise-runs-and-is-kept", test_a_promise_runs_and_is_kept);
  add ("/promises/a-promise-is-broken-after-its-grace", test_a_promise_is_broken_after_its_grace);
  add ("/promises/a-part-is-not-the-whole", test_a_part_is_not_the_whole);
  add ("/promises/a-receipt-entered-late-makes-it-kept", test_a_receipt_entered_late_makes_it_kept);
  add ("/promises/money-that-bounced-was-not-received", test_money_that_bounced_was_not_received);
  add ("/promises/a-promise-for-an-invoice-is-kept-by-its-money",
       test_a_promise_for_an_invoice_is_kept_by_its_money);
  add ("/promises/instalments-keep-the-promise-for-the-whole",
       test_instalments_keep_the_promise_for_the_whole);
  add ("/promises/money-is-used-once", test_money_is_used_once);
  add ("/promises/a-new-promise-takes-the-place-of-a-running-one",
       test_a_new_promise_takes_the_place_of_a_running_one);
  add ("/promises/one-that-was-judged-is-not-replaced", test_one_that_was_judged_is_not_replaced);
  add ("/promises/a-mistaken-promise-is-withdrawn", test_a_mistaken_promise_is_withdrawn);
  add ("/promises/what-is-no-promise-is-refused", test_what_is_no_promise_is_refused);
  add ("/promises/a-doubtful-promise-is-warned-of", test_a_doubtful_promise_is_warned_of);
  add ("/promises/a-promise-and-its-end-are-logged", test_a_promise_and_its_end_are_logged);
  add ("/promises/all-are-judged-in-one-pass", test_all_are_judged_in_one_pass);
  return g_test_run ();
}

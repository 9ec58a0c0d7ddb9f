/* test-ledger-limitation.c: what the limitation of open invoices follows from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-guarantee.h"
#include "arrears-ledger-limitation.h"
#include "arrears-ledger-register.h"
#include "arrears-limitation-event.h"
#include "arrears-promise.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsLedger *ledger;
  gint64 customer_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ledger = arrears_test_ledger_create (NULL);
  fixture->customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "清泉茶行");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_ledger_close (fixture->ledger);
}

static void
set_day (Fixture *fixture, const char *day)
{
  arrears_ledger_set_day (fixture->ledger, arrears_test_day (day));
}

static gint64
add_invoice (Fixture *fixture, const char *number, const char *issued_on, const char *due_on)
{
  return arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, number, issued_on,
                                          due_on, "1000.00");
}

static void
pay (Fixture *fixture, gint64 invoice_id, const char *on, const char *amount)
{
  gint64 receipt
      = arrears_test_ledger_add_receipt (fixture->ledger, fixture->customer_id, on, amount);

  arrears_test_ledger_allocate (fixture->ledger, receipt, invoice_id, on, amount);
}

static gint64
add_event (Fixture *fixture, gint64 invoice_id, const char *kind, const char *on,
           const char *new_due_on)
{
  g_autoptr (ArrearsLimitationEvent) event = arrears_limitation_event_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  event->customer_id = fixture->customer_id;
  event->invoice_id = invoice_id;
  arrears_record_set_text (&event->kind, kind);
  event->from_on = arrears_test_day (on);
  if (new_due_on != NULL)
    event->new_due_on = arrears_test_day (new_due_on);
  arrears_record_set_text (&event->proof, "B");
  id = arrears_ledger_enter (fixture->ledger, event, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_promise (Fixture *fixture, gint64 invoice_id, const char *on, const char *channel)
{
  g_autoptr (ArrearsPromise) promise = arrears_promise_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  promise->customer_id = fixture->customer_id;
  promise->invoice_id = invoice_id;
  promise->from_on = arrears_test_day (on);
  promise->due_on = arrears_day_add_days (promise->from_on, 10);
  promise->amount = arrears_test_money ("100.00");
  arrears_record_set_text (&promise->channel, channel);
  id = arrears_ledger_enter (fixture->ledger, promise, &error);
  g_assert_no_error (error);
  return id;
}

/* "NUMBER=due:cause@day,cause@day ..." of each item, the links by day and cause. */
static int
compare_links (gconstpointer a, gconstpointer b)
{
  const ArrearsLimitationLink *left = a;
  const ArrearsLimitationLink *right = b;
  int order = arrears_day_compare (left->on, right->on);

  return order != 0 ? order : (int) left->cause - (int) right->cause;
}

static gboolean
print_item (ArrearsLimitationItem *item, GArray *chain, gpointer user_data, GError **error)
{
  GString *text = user_data;

  g_string_append_printf (text, "%s%s=", text->len > 0 ? " " : "", item->invoice_number);
  g_array_sort (chain, compare_links);
  for (guint i = 0; i < chain->len; i++)
    {
      const ArrearsLimitationLink *link = &g_array_index (chain, ArrearsLimitationLink, i);
      g_autofree char *on = arrears_day_to_string (link->on);

      g_string_append_printf (text, "%s%s@%s%s", i > 0 ? "," : "",
                              arrears_limitation_cause_to_word (link->cause), on,
                              arrears_proof_counts (link->proof) ? "" : "!");
    }
  g_array_unref (chain);
  return TRUE;
}

static void
assert_chains (Fixture *fixture, const ArrearsLimitationScope *scope, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  arrears_ledger_foreach_limitation (fixture->ledger, scope, print_item, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_account (Fixture *fixture, const char *as_of, const char *expected)
{
  ArrearsLimitationScope scope
      = { .customer_id = fixture->customer_id, .as_of = arrears_test_day (as_of) };

  assert_chains (fixture, &scope, expected);
}

static void
assert_due (Fixture *fixture, const char *due_until, const char *as_of, const char *expected)
{
  ArrearsLimitationScope scope
      = { .due_until = arrears_test_day (due_until), .as_of = arrears_test_day (as_of) };

  assert_chains (fixture, &scope, expected);
}

static void
test_a_chain_has_what_came_after_the_due_day (Fixture *fixture, gconstpointer data)
{
  gint64 invoice = add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");

  pay (fixture, invoice, "2021-03-01", "100.00");
  add_promise (fixture, invoice, "2021-04-01", "wechat");
  add_promise (fixture, invoice, "2021-05-01", "call");
  add_event (fixture, invoice, "demand", "2021-06-01", NULL);
  assert_account (fixture, "2021-12-31",
                  "XS-1=due@2021-02-10,payment@2021-03-01,acknowledgement@2021-04-01,"
                  "acknowledgement@2021-05-01!,demand@2021-06-01");
  assert_account (fixture, "2021-03-31", "XS-1=due@2021-02-10,payment@2021-03-01");
}

static void
test_a_payment_counts_once_and_from_the_day_it_came (Fixture *fixture, gconstpointer data)
{
  gint64 invoice = add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");
  gint64 receipt = arrears_test_ledger_add_receipt (fixture->ledger, fixture->customer_id,
                                                    "2021-03-01", "300.00");

  arrears_test_ledger_allocate (fixture->ledger, receipt, invoice, "2021-04-01", "100.00");
  arrears_test_ledger_allocate (fixture->ledger, receipt, invoice, "2021-05-01", "100.00");
  assert_account (fixture, "2021-12-31", "XS-1=due@2021-02-10,payment@2021-03-01");
}

static void
test_a_credit_note_is_no_payment (Fixture *fixture, gconstpointer data)
{
  gint64 invoice = add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");
  g_autoptr (ArrearsReceipt) note = arrears_test_ledger_make_receipt (
      fixture->customer_id, "credit_note", "2021-03-01", "50.00", "HC-1");
  gint64 id = arrears_ledger_insert_receipt (fixture->ledger, note, NULL);

  arrears_test_ledger_allocate (fixture->ledger, id, invoice, "2021-03-01", "50.00");
  assert_account (fixture, "2021-12-31", "XS-1=due@2021-02-10");
}

static void
test_an_event_for_all_is_for_what_was_owed_on_the_day (Fixture *fixture, gconstpointer data)
{
  add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");
  add_invoice (fixture, "XS-2", "2021-03-10", "2021-04-10");
  add_event (fixture, 0, "acknowledgement", "2021-03-09", NULL);
  add_promise (fixture, 0, "2021-03-10", "letter");
  assert_account (fixture, "2021-12-31",
                  "XS-1=due@2021-02-10,acknowledgement@2021-03-09,acknowledgement@2021-03-10 "
                  "XS-2=acknowledgement@2021-03-10,due@2021-04-10");
}

static void
test_what_was_voided_or_withdrawn_is_left_out (Fixture *fixture, gconstpointer data)
{
  gint64 event;
  gint64 promise;

  set_day (fixture, "2021-03-01");
  add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");
  event = add_event (fixture, 0, "demand", "2021-03-01", NULL);
  promise = add_promise (fixture, 0, "2021-03-01", "letter");
  set_day (fixture, "2021-03-05");
  arrears_ledger_end_entry (fixture->ledger, ARREARS_TYPE_LIMITATION_EVENT, event, "voided", "",
                            NULL);
  arrears_ledger_end_entry (fixture->ledger, ARREARS_TYPE_PROMISE, promise, "withdrawn", "", NULL);
  assert_account (fixture, "2021-03-04",
                  "XS-1=due@2021-02-10,demand@2021-03-01,acknowledgement@2021-03-01");
  assert_account (fixture, "2021-03-05", "XS-1=due@2021-02-10");
}

static void
test_a_letter_alone_proves_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 invoice = add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");
  g_autoptr (ArrearsDocument) letter
      = arrears_test_ledger_make_document (fixture->customer_id, "CK-2021-0001", "2021-06-01");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("letter", 6);
  g_autoptr (GError) error = NULL;

  arrears_ledger_insert_document (fixture->ledger, letter, bytes, &invoice, 1, &error);
  g_assert_no_error (error);
  assert_account (fixture, "2021-12-31", "XS-1=due@2021-02-10,demand@2021-06-01!");
}

/* Splits an invoice into two parts, due on two days. */
static void
split (Fixture *fixture, gint64 whole_id, const char *first, const char *second, gint64 *ids)
{
  const char *const numbers[] = { "XS-1/1", "XS-1/2" };
  const char *const days[] = { first, second };
  g_autoptr (GError) error = NULL;

  arrears_ledger_end_invoice (fixture->ledger, whole_id, "split", "分两期", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ArrearsInvoice) part = arrears_test_ledger_make_invoice (
          fixture->customer_id, numbers[i], "2021-01-10", days[i], "500.00");

      part->whole_id = whole_id;
      ids[i] = arrears_ledger_insert_invoice (fixture->ledger, part, &error);
      g_assert_no_error (error);
    }
}

static void
test_instalments_are_one_debt (Fixture *fixture, gconstpointer data)
{
  gint64 parts[2];
  gint64 whole;

  set_day (fixture, "2021-03-01");
  whole = add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");
  add_event (fixture, whole, "demand", "2021-02-20", NULL);
  set_day (fixture, "2021-03-02");
  split (fixture, whole, "2021-04-01", "2021-07-01", parts);
  set_day (fixture, "2021-08-01");
  pay (fixture, parts[0], "2021-08-01", "200.00");
  add_event (fixture, parts[1], "demand", "2021-07-20", NULL);
  assert_account (fixture, "2021-03-01", "XS-1=due@2021-02-10,demand@2021-02-20");
  assert_account (fixture, "2021-12-31",
                  "XS-1/1=demand@2021-02-20,due@2021-07-01,demand@2021-07-20,payment@2021-08-01 "
                  "XS-1/2=demand@2021-02-20,due@2021-07-01,demand@2021-07-20,payment@2021-08-01");
}

static void
test_the_list_has_what_fell_due_long_ago (Fixture *fixture, gconstpointer data)
{
  gint64 paid = add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");

  add_invoice (fixture, "XS-2", "2021-01-10", "2021-02-10");
  add_invoice (fixture, "XS-3", "2021-01-10", "2021-02-11");
  pay (fixture, paid, "2021-03-01", "1000.00");
  assert_due (fixture, "2021-02-10", "2023-12-31", "XS-2=due@2021-02-10");
  assert_due (fixture, "2021-02-10", "2021-02-28", "XS-1=due@2021-02-10 XS-2=due@2021-02-10");
}

static void
test_the_list_has_what_an_agreement_moved_back (Fixture *fixture, gconstpointer data)
{
  gint64 invoice = add_invoice (fixture, "XS-1", "2021-01-10", "2025-12-31");

  add_event (fixture, invoice, "agreement", "2021-01-20", "2021-02-10");
  assert_due (fixture, "2021-02-10", "2023-12-31", "XS-1=agreement@2021-01-20,due@2025-12-31");
}

static void
test_a_past_day_has_the_due_day_of_then (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsInvoice) invoice = NULL;
  g_autoptr (GError) error = NULL;

  set_day (fixture, "2021-01-10");
  add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");
  set_day (fixture, "2021-02-20");
  invoice = arrears_ledger_find_invoice (fixture->ledger, "XS-1", arrears_test_day ("2021-02-20"),
                                         &error);
  g_assert_no_error (error);
  invoice->due_on = arrears_test_day ("2021-09-30");
  arrears_ledger_update_invoice (fixture->ledger, invoice, &error);
  g_assert_no_error (error);
  assert_account (fixture, "2021-02-19", "XS-1=due@2021-02-10");
  assert_account (fixture, "2021-02-20", "XS-1=due@2021-09-30");
  assert_due (fixture, "2021-02-10", "2021-02-19", "XS-1=due@2021-02-10");
  assert_due (fixture, "2021-02-10", "2021-02-20", "");
}

static gint64
add_guarantee (Fixture *fixture, gint64 invoice_id)
{
  g_autoptr (ArrearsGuarantee) guarantee = arrears_guarantee_new ();

  guarantee->customer_id = fixture->customer_id;
  guarantee->invoice_id = invoice_id;
  arrears_record_set_text (&guarantee->guarantor, "王建国");
  arrears_record_set_text (&guarantee->kind, "joint");
  guarantee->from_on = arrears_test_day ("2021-01-10");
  guarantee->principal_due_on = arrears_test_day ("2021-02-10");
  return arrears_ledger_enter (fixture->ledger, guarantee, NULL);
}

static void
test_a_guarantee_of_what_was_paid_is_not_in_use (Fixture *fixture, gconstpointer data)
{
  gint64 paid = add_invoice (fixture, "XS-1", "2021-01-10", "2021-02-10");
  gint64 open = add_invoice (fixture, "XS-2", "2021-01-10", "2021-02-10");
  gint64 ids[3] = { add_guarantee (fixture, paid), add_guarantee (fixture, open),
                    add_guarantee (fixture, 0) };
  g_autoptr (GArray) in_use = NULL;
  g_autoptr (GArray) before = NULL;

  pay (fixture, paid, "2021-03-01", "1000.00");
  in_use = arrears_ledger_list_guarantees_in_use (fixture->ledger, ids, 3,
                                                  arrears_test_day ("2021-03-01"), NULL);
  g_assert_cmpuint (in_use->len, ==, 2);
  g_assert_cmpint (g_array_index (in_use, gint64, 0), ==, ids[1]);
  g_assert_cmpint (g_array_index (in_use, gint64, 1), ==, ids[2]);
  before = arrears_ledger_list_guarantees_in_use (fixture->ledger, ids, 3,
                                                  arrears_test_day ("2021-02-28"), NULL);
  g_assert_cmpuint (before->len, ==, 3);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/ledger-limitation/a-chain-has-what-came-after-the-due-day",
       test_a_chain_has_what_came_after_the_due_day);
  ADD ("/ledger-limitation/a-payment-counts-once-and-from-the-day-it-came",
       test_a_payment_counts_once_and_from_the_day_it_came);
  ADD ("/ledger-limitation/a-credit-note-is-no-payment", test_a_credit_note_is_no_payment);
  ADD ("/ledger-limitation/an-event-for-all-is-for-what-was-owed-on-the-day",
       test_an_event_for_all_is_for_what_was_owed_on_the_day);
  ADD ("/ledger-limitation/what-was-voided-or-withdrawn-is-left-out",
       test_what_was_voided_or_withdrawn_is_left_out);
  ADD ("/ledger-limitation/a-letter-alone-proves-nothing", test_a_letter_alone_proves_nothing);
  ADD ("/ledger-limitation/instalments-are-one-debt", test_instalments_are_one_debt);
  ADD ("/ledger-limitation/the-list-has-what-fell-due-long-ago",
       test_the_list_has_what_fell_due_long_ago);
  ADD ("/ledger-limitation/the-list-has-what-an-agreement-moved-back",
       test_the_list_has_what_an_agreement_moved_back);
  ADD ("/ledger-limitation/a-past-day-has-the-due-day-of-then",
       test_a_past_day_has_the_due_day_of_then);
  ADD ("/ledger-limitation/a-guarantee-of-what-was-paid-is-not-in-use",
       test_a_guarantee_of_what_was_paid_is_not_in_use);

  return g_test_run ();
}

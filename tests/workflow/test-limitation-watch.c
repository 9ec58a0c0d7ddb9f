/* test-limitation-watch.c: which claims and guarantees are about to end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-invoices.h"
#include "arrears-letter.h"
#include "arrears-limitation-watch.h"
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
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2022-05-01");
  arrears_test_desk_set_company (fixture->desk);
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,30,B\n0002,好又多便利店,30,B\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2022-05-01,2022-06-01,10000,,\n");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static void
set_day (Fixture *fixture, const char *day)
{
  arrears_test_desk_set_day (fixture->desk, day);
}

static gint64
find (Fixture *fixture, const char *code)
{
  return arrears_test_desk_find (fixture->desk, code);
}

/* The list of the day as "XS-1 180 2025-06-01, ...". */
static void
assert_listed (Fixture *fixture, const char *day, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  set_day (fixture, day);
  items = arrears_limitation_watch_list (fixture->desk, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      ArrearsLimitationItem *item = g_ptr_array_index (items, i);
      g_autofree char *end = arrears_day_to_string (item->ends_on);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "", item->invoice_number,
                              arrears_limitation_band_to_word ((ArrearsLimitationBand) item->band),
                              end);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
append_link (GString *text, const ArrearsLimitationLink *link)
{
  g_autofree char *on = arrears_day_to_string (link->on);
  g_autofree char *end = arrears_day_to_string (link->ends_on);

  g_string_append_printf (text, "%s%s%s %s %s %s", text->len > 0 ? ", " : "",
                          arrears_limitation_cause_to_word (link->cause),
                          arrears_proof_to_word (link->proof), on,
                          arrears_limitation_effect_to_word (link->effect), end);
}

/* The chain of an invoice as "due 2022-06-01 counts 2025-06-01, demandB ...", and that account and
 * list say the same of its end.
 */
static void
assert_chain (Fixture *fixture, const char *code, const char *number, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items
      = arrears_limitation_watch_load (fixture->desk, find (fixture, code), &error);
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, code);

  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, page->invoices->len);
  for (guint i = 0; i < items->len; i++)
    {
      ArrearsLimitationItem *item = g_ptr_array_index (items, i);
      ArrearsInvoice *invoice = g_ptr_array_index (page->invoices, i);

      g_assert_cmpint (item->invoice_id, ==, invoice->id);
      g_assert_cmpint (item->ends_on.number, ==, invoice->limitation_ends_on.number);
      if (!g_str_equal (item->invoice_number, number))
        continue;
      for (guint n = 0; n < item->chain->len; n++)
        append_link (text, &g_array_index (item->chain, ArrearsLimitationLink, n));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static ArrearsLimitationEvent *
make_event (Fixture *fixture, const char *kind, const char *on, const char *proof)
{
  ArrearsLimitationEvent *event = arrears_limitation_event_new ();

  event->customer_id = find (fixture, "0001");
  arrears_record_set_text (&event->kind, kind);
  event->from_on = arrears_test_day (on);
  arrears_record_set_text (&event->proof, proof);
  arrears_record_set_text (&event->note, "EMS 1234567890123");
  return event;
}

static gint64
add_event (Fixture *fixture, const char *kind, const char *on, const char *proof)
{
  g_autoptr (ArrearsLimitationEvent) event = make_event (fixture, kind, on, proof);
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_limitation_watch_add_event (fixture->desk, event, &error);

  g_assert_no_error (error);
  return id;
}

static void
give_promise (Fixture *fixture, const char *day, const char *channel)
{
  g_autoptr (ArrearsPromise) promise = arrears_promise_new ();
  g_autoptr (GError) error = NULL;

  set_day (fixture, day);
  promise->customer_id = find (fixture, "0001");
  promise->due_on = arrears_day_add_days (arrears_test_day (day), 10);
  promise->amount = arrears_test_money ("1000.00");
  arrears_record_set_text (&promise->promised_by, "陈老板");
  arrears_record_set_text (&promise->channel, channel);
  arrears_promises_give (fixture->desk, promise, 0, &error);
  g_assert_no_error (error);
}

static void
test_an_old_debt_is_warned_of_three_times (Fixture *fixture, gconstpointer user_data)
{
  assert_listed (fixture, "2024-12-02", "");
  assert_listed (fixture, "2024-12-03", "XS-1 180 2025-06-01");
  assert_listed (fixture, "2025-03-03", "XS-1 90 2025-06-01");
  assert_listed (fixture, "2025-05-02", "XS-1 30 2025-06-01");
  assert_listed (fixture, "2025-06-01", "XS-1 30 2025-06-01");
  assert_listed (fixture, "2025-06-02", "XS-1 expired 2025-06-01");
  assert_listed (fixture, "2025-08-30", "XS-1 expired 2025-06-01");
  assert_listed (fixture, "2025-08-31", "");
}

static void
test_the_nearest_end_comes_first (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0002,XS-2,2022-04-01,2022-05-10,200,,\n"
                                                 "0002,XS-3,2022-04-01,2022-07-10,200,,\n");
  assert_listed (fixture, "2025-05-01",
                 "XS-2 30 2025-05-10, XS-1 90 2025-06-01, XS-3 90 2025-07-10");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "10000.00", "2025-05-01", NULL));
  assert_listed (fixture, "2025-05-02", "XS-2 30 2025-05-10, XS-3 90 2025-07-10");
  assert_listed (fixture, "2025-04-30",
                 "XS-2 30 2025-05-10, XS-1 90 2025-06-01, XS-3 90 2025-07-10");
}

static void
test_a_letter_counts_once_its_arrival_is_proved (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsLetterOptions options = { 0 };
  g_autoptr (ArrearsDocument) letter = NULL;
  g_autoptr (GError) error = NULL;

  set_day (fixture, "2022-07-01");
  letter = arrears_letter_issue (fixture->desk, find (fixture, "0001"), &options, &error);
  g_assert_no_error (error);
  assert_chain (fixture, "0001", "XS-1",
                "due 2022-06-01 counts 2025-06-01, demandG 2022-07-01 unproven 2025-06-01");
  set_day (fixture, "2022-07-05");
  add_event (fixture, "demand", "2022-07-04", "B");
  assert_chain (fixture, "0001", "XS-1",
                "due 2022-06-01 counts 2025-06-01, demandG 2022-07-01 unproven 2025-06-01, "
                "demandB 2022-07-04 counts 2025-07-04");
}

static void
test_a_promise_counts_where_it_was_written (Fixture *fixture, gconstpointer user_data)
{
  give_promise (fixture, "2022-07-01", "call");
  set_day (fixture, "2022-08-01");
  give_promise (fixture, "2022-08-01", "wechat");
  assert_chain (fixture, "0001", "XS-1",
                "due 2022-06-01 counts 2025-06-01, acknowledgementG 2022-07-01 unproven "
                "2025-06-01, acknowledgementE 2022-08-01 counts 2025-08-01");
}

static void
test_a_part_payment_starts_it_anew (Fixture *fixture, gconstpointer user_data)
{
  set_day (fixture, "2023-02-10");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "100.00", "2023-02-09", NULL));
  assert_chain (fixture, "0001", "XS-1",
                "due 2022-06-01 counts 2025-06-01, payment 2023-02-09 counts 2026-02-09");
  assert_listed (fixture, "2025-06-01", "");
}

static void
test_after_the_end_only_an_agreement_revives (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsLimitationEvent) agreement = NULL;
  g_autoptr (GError) error = NULL;

  set_day (fixture, "2025-06-10");
  add_event (fixture, "demand", "2025-06-10", "A");
  g_assert_false (arrears_letter_check (fixture->desk, find (fixture, "0001"), &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_LIMITATION_ENDED);
  g_clear_error (&error);
  set_day (fixture, "2025-06-20");
  agreement = make_event (fixture, "agreement", "2025-06-20", "A");
  agreement->new_due_on = arrears_test_day ("2025-09-30");
  arrears_limitation_watch_add_event (fixture->desk, agreement, &error);
  g_assert_no_error (error);
  assert_chain (fixture, "0001", "XS-1",
                "due 2022-06-01 counts 2025-06-01, demandA 2025-06-10 after-end 2025-06-01, "
                "agreementA 2025-06-20 counts 2028-09-30");
  assert_listed (fixture, "2025-06-20", "");
  g_assert_true (arrears_letter_check (fixture->desk, find (fixture, "0001"), &error));
  g_assert_no_error (error);
}

static void
test_an_event_can_be_for_one_invoice (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsLimitationEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-2,2022-05-01,2022-06-01,200,,\n");
  set_day (fixture, "2022-07-01");
  event = make_event (fixture, "acknowledgement", "2022-07-01", "A");
  arrears_record_set_text (&event->invoice_number, "XS-2");
  arrears_limitation_watch_add_event (fixture->desk, event, &error);
  g_assert_no_error (error);
  assert_chain (fixture, "0001", "XS-1", "due 2022-06-01 counts 2025-06-01");
  assert_chain (fixture, "0001", "XS-2",
                "due 2022-06-01 counts 2025-06-01, acknowledgementA 2022-07-01 counts 2025-07-01");
}

static void
test_a_voided_event_is_as_if_it_had_never_been (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *logged = NULL;
  gint64 id;

  set_day (fixture, "2022-07-01");
  id = add_event (fixture, "demand", "2022-07-01", "B");
  set_day (fixture, "2022-07-02");
  g_assert_false (arrears_limitation_watch_void_event (fixture->desk, id, " ", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);
  arrears_limitation_watch_void_event (fixture->desk, id, "寄错地址", &error);
  g_assert_no_error (error);
  assert_chain (fixture, "0001", "XS-1", "due 2022-06-01 counts 2025-06-01");
  events = arrears_limitation_watch_load_events (fixture->desk, find (fixture, "0001"), &error);
  g_assert_cmpuint (events->len, ==, 0);
  g_assert_false (arrears_limitation_watch_void_event (fixture->desk, id, "again", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  logged = arrears_test_desk_ask (
      fixture->desk, "SELECT kind || ': ' || note FROM log_entry WHERE kind LIKE 'limitation%'");
  g_assert_cmpstr (g_strchomp (logged), ==,
                   "limitation-event: demand B EMS 1234567890123\n"
                   "limitation-voided: demand 寄错地址");
  set_day (fixture, "2022-07-01");
  assert_chain (fixture, "0001", "XS-1",
                "due 2022-06-01 counts 2025-06-01, demandB 2022-07-01 counts 2025-07-01");
}

static void
assert_event_refused (Fixture *fixture, ArrearsLimitationEvent *event, ArrearsError code)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (arrears_limitation_watch_add_event (fixture->desk, event, &error), ==, 0);
  g_assert_error (error, ARREARS_ERROR, (int) code);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_wrong_event_changes_nothing (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsLimitationEvent) tomorrow = make_event (fixture, "demand", "2022-05-02", "B");
  g_autoptr (ArrearsLimitationEvent) unproven = make_event (fixture, "demand", "2022-05-01", "Z");
  g_autoptr (ArrearsLimitationEvent) nobody = make_event (fixture, "demand", "2022-05-01", "B");
  g_autoptr (ArrearsLimitationEvent) other = make_event (fixture, "demand", "2022-05-01", "B");

  assert_event_refused (fixture, tomorrow, ARREARS_ERROR_DAY_ORDER);
  assert_event_refused (fixture, unproven, ARREARS_ERROR_WORD_UNKNOWN);
  nobody->customer_id = 99;
  assert_event_refused (fixture, nobody, ARREARS_ERROR_NOT_FOUND);
  other->customer_id = find (fixture, "0002");
  arrears_record_set_text (&other->invoice_number, "XS-1");
  assert_event_refused (fixture, other, ARREARS_ERROR_NOT_FOUND);
}

static void
test_instalments_run_from_the_last_one (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsInstalment parts[] = {
    { .due_on = arrears_test_day ("2022-06-30"), .amount = arrears_test_money ("4000.00") },
    { .due_on = arrears_test_day ("2022-12-31"), .amount = arrears_test_money ("6000.00") },
  };
  g_autoptr (GError) error = NULL;

  arrears_invoices_split (fixture->desk, "XS-1", parts, G_N_ELEMENTS (parts), &error);
  g_assert_no_error (error);
  assert_chain (fixture, "0001", "XS-1/1", "due 2022-12-31 counts 2025-12-31");
  set_day (fixture, "2023-01-10");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "500.00", "2023-01-10", NULL));
  assert_chain (fixture, "0001", "XS-1/2",
                "due 2022-12-31 counts 2025-12-31, payment 2023-01-10 counts 2026-01-10");
}

static ArrearsGuarantee *
make_guarantee (Fixture *fixture, const char *kind, const char *due_on)
{
  ArrearsGuarantee *guarantee = arrears_guarantee_new ();

  guarantee->customer_id = find (fixture, "0001");
  arrears_record_set_text (&guarantee->guarantor, "王建国");
  arrears_record_set_text (&guarantee->kind, kind);
  guarantee->principal_due_on = arrears_test_day (due_on);
  return guarantee;
}

static gint64
add_guarantee (Fixture *fixture, const char *kind, const char *due_on)
{
  g_autoptr (ArrearsGuarantee) guarantee = make_guarantee (fixture, kind, due_on);
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_limitation_watch_add_guarantee (fixture->desk, guarantee, &error);

  g_assert_no_error (error);
  return id;
}

/* The guarantees of the day as "2022-12-01 claim, ...". */
static void
assert_guarantees (Fixture *fixture, const char *day, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) guarantees = NULL;
  g_autoptr (GError) error = NULL;

  set_day (fixture, day);
  guarantees = arrears_limitation_watch_list_guarantees (fixture->desk, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < guarantees->len; i++)
    {
      ArrearsGuarantee *guarantee = g_ptr_array_index (guarantees, i);
      g_autofree char *end = arrears_day_to_string (arrears_guarantee_get_ends_on (guarantee));

      g_string_append_printf (
          text, "%s%s %s", i > 0 ? ", " : "", end,
          arrears_guarantee_need_to_word (arrears_guarantee_get_need (guarantee)));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_a_guarantee_is_warned_of_sixty_days_before (Fixture *fixture, gconstpointer user_data)
{
  add_guarantee (fixture, "joint", "2022-06-01");
  assert_guarantees (fixture, "2022-10-01", "");
  assert_guarantees (fixture, "2022-10-02", "2022-12-01 claim");
  assert_guarantees (fixture, "2022-12-02", "2022-12-01 claim");
  assert_guarantees (fixture, "2023-03-01", "2022-12-01 claim");
  assert_guarantees (fixture, "2023-03-02", "");
}

static void
test_a_deferral_does_not_move_a_guarantee (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsLimitationEvent) agreement = NULL;
  g_autoptr (GError) error = NULL;

  add_guarantee (fixture, "general", "2022-06-01");
  set_day (fixture, "2022-07-01");
  agreement = make_event (fixture, "agreement", "2022-07-01", "A");
  agreement->new_due_on = arrears_test_day ("2023-06-01");
  arrears_limitation_watch_add_event (fixture->desk, agreement, &error);
  g_assert_no_error (error);
  add_event (fixture, "demand", "2022-07-01", "A");
  assert_guarantees (fixture, "2022-11-01", "2022-12-01 suit");
}

static void
test_a_guarantee_of_a_paid_debt_needs_no_care (Fixture *fixture, gconstpointer user_data)
{
  add_guarantee (fixture, "joint", "2022-06-01");
  set_day (fixture, "2022-11-01");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "10000.00", "2022-11-01", NULL));
  assert_guarantees (fixture, "2022-11-01", "");
  assert_guarantees (fixture, "2022-10-31", "2022-12-01 claim");
}

static void
assert_not_ended (Fixture *fixture, gint64 id, const char *how, const char *on, ArrearsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_limitation_watch_end_guarantee (fixture->desk, id, how,
                                                          arrears_test_day (on), "", &error));
  g_assert_error (error, ARREARS_ERROR, (int) code);
}

static void
test_a_guarantee_is_claimed_in_time_or_lapses (Fixture *fixture, gconstpointer user_data)
{
  gint64 first = add_guarantee (fixture, "joint", "2022-06-01");
  gint64 second = add_guarantee (fixture, "general", "2022-06-01");
  g_autoptr (GError) error = NULL;

  set_day (fixture, "2022-12-01");
  assert_not_ended (fixture, first, "lapsed", "2022-12-01", ARREARS_ERROR_REFUSED);
  assert_not_ended (fixture, first, "forgotten", "2022-12-01", ARREARS_ERROR_WORD_UNKNOWN);
  assert_not_ended (fixture, first, "claimed", "2022-12-02", ARREARS_ERROR_DAY_ORDER);
  arrears_limitation_watch_end_guarantee (fixture->desk, first, "claimed",
                                          arrears_test_day ("2022-11-30"), "书面通知", &error);
  g_assert_no_error (error);
  assert_guarantees (fixture, "2022-12-02", "2022-12-01 suit");
  assert_not_ended (fixture, second, "claimed", "2022-12-02", ARREARS_ERROR_LIMITATION_ENDED);
  arrears_limitation_watch_end_guarantee (fixture->desk, second, "lapsed",
                                          arrears_test_day ("2022-12-02"), "", &error);
  g_assert_no_error (error);
  assert_guarantees (fixture, "2022-12-02", "");
  assert_guarantees (fixture, "2022-11-30", "2022-12-01 claim, 2022-12-01 suit");
}

static void
test_a_wrong_guarantee_changes_nothing (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsGuarantee) guarantee = make_guarantee (fixture, "joint", "2022-06-01");
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  arrears_record_set_text (&guarantee->guarantor, "  ");
  g_assert_cmpint (arrears_limitation_watch_add_guarantee (fixture->desk, guarantee, &error), ==,
                   0);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);
  arrears_record_set_text (&guarantee->guarantor, "王建国");
  arrears_record_set_text (&guarantee->kind, "both");
  g_assert_cmpint (arrears_limitation_watch_add_guarantee (fixture->desk, guarantee, &error), ==,
                   0);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/limitation-watch/an-old-debt-is-warned-of-three-times",
       test_an_old_debt_is_warned_of_three_times);
  ADD ("/limitation-watch/the-nearest-end-comes-first", test_the_nearest_end_comes_first);
  ADD ("/limitation-watch/a-letter-counts-once-its-arrival-is-proved",
       test_a_letter_counts_once_its_arrival_is_proved);
  ADD ("/limitation-watch/a-promise-counts-where-it-was-written",
       test_a_promise_counts_where_it_was_written);
  ADD ("/limitation-watch/a-part-payment-starts-it-anew", test_a_part_payment_starts_it_anew);
  ADD ("/limitation-watch/after-the-end-only-an-agreement-revives",
       test_after_the_end_only_an_agreement_revives);
  ADD ("/limitation-watch/an-event-can-be-for-one-invoice", test_an_event_can_be_for_one_invoice);
  ADD ("/limitation-watch/a-voided-event-is-as-if-it-had-never-been",
       test_a_voided_event_is_as_if_it_had_never_been);
  ADD ("/limitation-watch/a-wrong-event-changes-nothing", test_a_wrong_event_changes_nothing);
  ADD ("/limitation-watch/instalments-run-from-the-last-one",
       test_instalments_run_from_the_last_one);
  ADD ("/limitation-watch/a-guarantee-is-warned-of-sixty-days-before",
       test_a_guarantee_is_warned_of_sixty_days_before);
  ADD ("/limitation-watch/a-deferral-does-not-move-a-guarantee",
       test_a_deferral_does_not_move_a_guarantee);
  ADD ("/limitation-watch/a-guarantee-of-a-paid-debt-needs-no-care",
       test_a_guarantee_of_a_paid_debt_needs_no_care);
  ADD ("/limitation-watch/a-guarantee-is-claimed-in-time-or-lapses",
       test_a_guarantee_is_claimed_in_time_or_lapses);
  ADD ("/limitation-watch/a-wrong-guarantee-changes-nothing",
       test_a_wrong_guarantee_changes_nothing);

  return g_test_run ();
}

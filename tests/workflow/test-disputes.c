/* test-disputes.c: what customers contest, and where collection rests, told as stories of days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-disputes.h"

#include "arrears-pauses.h"
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

static ArrearsDispute *
make_dispute (const char *invoice, const char *amount, const char *reason)
{
  ArrearsDispute *dispute = arrears_dispute_new ();

  arrears_record_set_text (&dispute->invoice_number, invoice);
  arrears_record_set_text (&dispute->reason, reason);
  arrears_record_set_text (&dispute->note, "十箱受潮");
  dispute->amount = arrears_test_money (amount);
  return dispute;
}

static gint64
raise_dispute (Fixture *fixture, const char *invoice, const char *amount)
{
  g_autoptr (ArrearsDispute) dispute = make_dispute (invoice, amount, ARREARS_DISPUTE_QUALITY);
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_disputes_raise (fixture->desk, dispute, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
end_dispute (Fixture *fixture, gint64 id, const char *how, const char *amount, const char *number)
{
  ArrearsDisputeOutcome outcome = { .how = how,
                                    .amount = arrears_test_money (amount),
                                    .credit_note_number = number,
                                    .note = "已核实" };
  g_autoptr (GError) error = NULL;

  arrears_disputes_end (fixture->desk, id, &outcome, &error);
  g_assert_no_error (error);
}

static ArrearsInvoice *
find_invoice (ArrearsAccountPage *page, const char *number)
{
  for (guint i = 0; i < page->invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (page->invoices, i);

      if (g_str_equal (invoice->number, number))
        return invoice;
    }
  g_assert_not_reached ();
}

static void
assert_disputed (Fixture *fixture, const char *number, const char *open, const char *disputed)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  ArrearsInvoice *invoice = find_invoice (page, number);

  g_assert_cmpint (invoice->open.fen, ==, arrears_test_money (open).fen);
  g_assert_cmpint (invoice->disputed.fen, ==, arrears_test_money (disputed).fen);
}

static void
test_part_of_an_invoice_is_contested_and_credited (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = raise_dispute (fixture, "XS-1", "1200");
  g_autofree char *note = NULL;

  assert_disputed (fixture, "XS-1", "5000", "1200");
  assert_disputed (fixture, "XS-2", "3000", "0");
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
  end_dispute (fixture, id, "credited", "1000", "HC-1");
  assert_disputed (fixture, "XS-1", "4000", "0");
  note = arrears_test_desk_ask (fixture->desk, "SELECT kind, amount_fen, reference FROM receipt");
  g_assert_cmpstr (note, ==, "credit_note|100000|HC-1\n");

  arrears_test_desk_set_day (fixture->desk, "2025-03-09");
  assert_disputed (fixture, "XS-1", "5000", "1200");
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
}

static void
test_the_whole_of_it_is_contested_where_no_amount_is_named (Fixture *fixture,
                                                            gconstpointer user_data)
{
  gint64 id;

  raise_dispute (fixture, "XS-1", "1200");
  id = raise_dispute (fixture, "XS-1", "0");
  assert_disputed (fixture, "XS-1", "5000", "5000");
  end_dispute (fixture, id, "rejected", "0", NULL);
  assert_disputed (fixture, "XS-1", "5000", "1200");
}

static void
test_a_dispute_that_is_withdrawn_is_gone (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = raise_dispute (fixture, "XS-1", "1200");
  g_autoptr (ArrearsAccountPage) page = NULL;
  ArrearsDispute *dispute;

  end_dispute (fixture, id, "withdrawn", "0", NULL);
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  dispute = g_ptr_array_index (page->disputes, 0);
  g_assert_cmpstr (dispute->ended_how, ==, "withdrawn");
  g_assert_cmpstr (dispute->ended_note, ==, "已核实");
  assert_disputed (fixture, "XS-1", "5000", "0");
}

static void
test_it_is_looked_at_again_after_two_weeks (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccountPage) page = NULL;
  ArrearsDispute *dispute;

  raise_dispute (fixture, "XS-1", "1200");
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  dispute = g_ptr_array_index (page->disputes, 0);
  g_assert_cmpint (dispute->review_on.number, ==, arrears_test_day ("2025-03-17").number);
  g_assert_cmpstr (dispute->invoice_number, ==, "XS-1");
  g_assert_cmpstr (dispute->customer_code, ==, "0001");
}

static void
test_what_is_no_dispute_is_refused (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *invoice;
    const char *amount;
    const char *reason;
    const char *code;
  } cases[] = {
    { "XS-1", "5000.01", "quality", "AMOUNT_TOO_LARGE" },
    { "XS-1", "-1", "quality", "AMOUNT_SIGN" },
    { "XS-1", "1", "colour", "WORD_UNKNOWN" },
    { "XS-404", "1", "quality", "NOT_FOUND" },
    { "", "1", "quality", "MISSING" },
    { "XS-2", "2500", "quality", "AMOUNT_TOO_LARGE" },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  raise_dispute (fixture, "XS-2", "1000");
  before = arrears_test_desk_dump (fixture->desk);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsDispute) dispute
          = make_dispute (cases[i].invoice, cases[i].amount, cases[i].reason);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (arrears_disputes_raise (fixture->desk, dispute, &error), ==, 0);
      arrears_test_assert_error (&error, cases[i].code);
    }
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_what_is_no_outcome_is_refused (Fixture *fixture, gconstpointer user_data)
{
  const struct
  {
    ArrearsDisputeOutcome outcome;
    gint64 id;
    const char *code;
  } cases[] = {
    { { .how = "forgotten" }, 1, "WORD_UNKNOWN" },
    { { .how = "rejected" }, 404, "NOT_FOUND" },
    { { .how = "credited" }, 1, "MISSING" },
    { { .how = "credited", .amount = arrears_money (120001), .credit_note_number = "HC-1" },
      1,
      "AMOUNT_TOO_LARGE" },
    { { .how = "credited", .amount = arrears_money (-1), .credit_note_number = "HC-1" },
      1,
      "AMOUNT_SIGN" },
    { { .how = "credited", .credit_note_number = "HC-0" }, 1, "DUPLICATE" },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  raise_dispute (fixture, "XS-1", "1200");
  end_dispute (fixture, raise_dispute (fixture, "XS-3", "100"), "credited", "100", "HC-0");
  before = arrears_test_desk_dump (fixture->desk);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (arrears_disputes_end (fixture->desk, cases[i].id, &cases[i].outcome, &error));
      arrears_test_assert_error (&error, cases[i].code);
    }
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_no_more_is_credited_than_is_still_open (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = raise_dispute (fixture, "XS-1", "5000");
  ArrearsDisputeOutcome outcome = { .how = "credited", .credit_note_number = "HC-1" };
  g_autofree char *paid
      = arrears_test_desk_pay (fixture->desk, "0001", "4500", "2025-03-03", "XS-1");
  g_autoptr (GError) error = NULL;

  assert_disputed (fixture, "XS-1", "500", "500");
  g_assert_false (arrears_disputes_end (fixture->desk, id, &outcome, &error));
  arrears_test_assert_error (&error, "AMOUNT_TOO_LARGE");
  end_dispute (fixture, id, "credited", "500", "HC-1");
}

static ArrearsPause *
make_pause (Fixture *fixture, const char *kind, const char *until_on, const char *invoice)
{
  ArrearsPause *pause = arrears_pause_new ();

  pause->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  arrears_record_set_text (&pause->kind, kind);
  arrears_record_set_text (&pause->reason, "店铺水灾");
  arrears_record_set_text (&pause->invoice_number, invoice);
  if (until_on != NULL)
    pause->until_on = arrears_test_day (until_on);
  return pause;
}

static gint64
begin_pause (Fixture *fixture, const char *kind, const char *until_on, const char *invoice)
{
  g_autoptr (ArrearsPause) pause = make_pause (fixture, kind, until_on, invoice);
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_pauses_begin (fixture->desk, pause, "免收一半违约金", &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
assert_paused (Fixture *fixture, gboolean first, gboolean second)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");

  g_assert_cmpint (find_invoice (page, "XS-1")->is_paused, ==, first);
  g_assert_cmpint (find_invoice (page, "XS-2")->is_paused, ==, second);
}

static void
test_collection_rests_until_the_day_of_review (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *logged = NULL;

  begin_pause (fixture, "hardship", "2025-04-01", "");
  assert_paused (fixture, TRUE, TRUE);
  arrears_test_desk_set_day (fixture->desk, "2025-03-31");
  assert_paused (fixture, TRUE, TRUE);
  arrears_test_desk_set_day (fixture->desk, "2025-04-01");
  assert_paused (fixture, FALSE, FALSE);
  logged = arrears_test_desk_ask (fixture->desk, "SELECT note, measure FROM log_entry "
                                                 "WHERE kind = 'pause-begun'");
  g_assert_cmpstr (logged, ==, "2025-04-01 店铺水灾|免收一半违约金\n");
}

static void
test_one_invoice_rests_alone (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = begin_pause (fixture, "agreed", "2025-04-01", "XS-2");
  g_autoptr (GError) error = NULL;

  assert_paused (fixture, FALSE, TRUE);
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
  g_assert_true (arrears_pauses_end (fixture->desk, id, "已恢复营业", &error));
  g_assert_no_error (error);
  assert_paused (fixture, FALSE, FALSE);
  arrears_test_desk_set_day (fixture->desk, "2025-03-09");
  assert_paused (fixture, FALSE, TRUE);
  arrears_test_desk_set_day (fixture->desk, "2025-03-10");
  g_assert_false (arrears_pauses_end (fixture->desk, id, "", &error));
  arrears_test_assert_error (&error, "NOT_FOUND");
}

static void
test_limitation_does_not_rest (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccountPage) before = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autoptr (ArrearsAccountPage) after = NULL;

  begin_pause (fixture, "force_majeure", "2025-12-31", "");
  after = arrears_test_desk_load_page (fixture->desk, "0001");
  g_assert_cmpint (find_invoice (after, "XS-1")->limitation_ends_on.number, ==,
                   find_invoice (before, "XS-1")->limitation_ends_on.number);
}

static void
test_what_is_no_pause_is_refused (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *kind;
    const char *until_on;
    const char *invoice;
    const char *reason;
    const char *code;
  } cases[] = {
    { "holiday", "2025-04-01", "XS-1", "水灾", "WORD_UNKNOWN" },
    { "agreed", "2025-04-01", "XS-1", "  ", "MISSING" },
    { "agreed", NULL, "XS-1", "水灾", "MISSING" },
    { "agreed", "2025-03-03", "XS-1", "水灾", "DAY_ORDER" },
    { "agreed", "2025-04-01", "XS-3", "水灾", "NOT_FOUND" },
    { "agreed", "2025-05-01", "", "水灾", "DUPLICATE" },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  begin_pause (fixture, "hardship", "2025-04-01", "");
  before = arrears_test_desk_dump (fixture->desk);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsPause) pause
          = make_pause (fixture, cases[i].kind, cases[i].until_on, cases[i].invoice);
      g_autoptr (GError) error = NULL;

      arrears_record_set_text (&pause->reason, cases[i].reason);
      g_assert_cmpint (arrears_pauses_begin (fixture->desk, pause, NULL, &error), ==, 0);
      arrears_test_assert_error (&error, cases[i].code);
    }
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
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

  add ("/disputes/part-of-an-invoice-is-contested-and-credited",
       test_part_of_an_invoice_is_contested_and_credited);
  add ("/disputes/the-whole-of-it-is-contested-where-no-amount-is-named",
       test_the_whole_of_it_is_contested_where_no_amount_is_named);
  add ("/disputes/a-dispute-that-is-withdrawn-is-gone", test_a_dispute_that_is_withdrawn_is_gone);
  add ("/disputes/it-is-looked-at-again-after-two-weeks",
       test_it_is_looked_at_again_after_two_weeks);
  add ("/disputes/what-is-no-dispute-is-refused", test_what_is_no_dispute_is_refused);
  add ("/disputes/what-is-no-outcome-is-refused", test_what_is_no_outcome_is_refused);
  add ("/disputes/no-more-is-credited-than-is-still-open",
       test_no_more_is_credited_than_is_still_open);
  add ("/pauses/collection-rests-until-the-day-of-review",
       test_collection_rests_until_the_day_of_review);
  add ("/pauses/one-invoice-rests-alone", test_one_invoice_rests_alone);
  add ("/pauses/limitation-does-not-rest", test_limitation_does_not_rest);
  add ("/pauses/what-is-no-pause-is-refused", test_what_is_no_pause_is_refused);
  return g_test_run ();
}

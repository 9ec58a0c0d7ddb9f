/* test-invoices.c: instalments of an invoice, and what else happens to one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-disputes.h"
#include "arrears-invoices.h"
#include "arrears-limitation-watch.h"
#include "arrears-test-debts.h"
#include "arrears-test-values.h"
#include "arrears-write-off.h"

#include <string.h>

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

/* XS-1 of 30,000.00 due on 2025-03-31 at 0.05 % a day. */
static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2025-01-02");
  arrears_test_desk_set_company (fixture->desk);
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2025-01-02,2025-03-31,30000,,HT-1\n");
  arrears_test_debts_set_terms (fixture->desk, "0001", "HT-1", "daily:0.0005", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

/* "DAY=AMOUNT DAY=AMOUNT ..." */
static gboolean
split (Fixture *fixture, const char *number, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  ArrearsInstalment instalments[8];
  gsize n = 0;

  for (; words[n] != NULL; n++)
    {
      char *amount = strchr (words[n], '=');

      *amount = '\0';
      instalments[n] = (ArrearsInstalment) { .due_on = arrears_test_day (words[n]),
                                             .amount = arrears_test_money (amount + 1) };
    }
  return arrears_invoices_split (fixture->desk, number, instalments, n, error);
}

static void
split_in_three (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  split (fixture, "XS-1", "2025-09-30=10000 2025-10-31=10000 2025-11-28=10000", &error);
  g_assert_no_error (error);
}

static void
assert_split_refused (Fixture *fixture, const char *number, const char *text, ArrearsError code)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (split (fixture, number, text, &error));
  g_assert_error (error, ARREARS_ERROR, (int) code);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_instalments_add_up_and_ascend (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDispute) dispute = arrears_dispute_new ();

  arrears_test_desk_set_day (fixture->desk, "2025-03-20");
  assert_split_refused (fixture, "XS-2", "2025-09-30=1 2025-10-31=29999", ARREARS_ERROR_NOT_FOUND);
  assert_split_refused (fixture, "XS-1", "2025-09-30=30000", ARREARS_ERROR_REFUSED);
  assert_split_refused (fixture, "XS-1", "2025-09-30=1 2025-10-31=29998.99", ARREARS_ERROR_REFUSED);
  assert_split_refused (fixture, "XS-1", "2025-09-30=30001 2025-10-31=-1",
                        ARREARS_ERROR_AMOUNT_SIGN);
  assert_split_refused (fixture, "XS-1", "2025-09-30=1 2025-09-30=29999", ARREARS_ERROR_DAY_ORDER);
  assert_split_refused (fixture, "XS-1", "2025-01-01=1 2025-09-30=29999", ARREARS_ERROR_DAY_ORDER);
  split_in_three (fixture);
  assert_split_refused (fixture, "XS-1", "2025-09-30=1 2025-10-31=29999", ARREARS_ERROR_NOT_FOUND);
  assert_split_refused (fixture, "XS-1/1", "2025-09-30=1 2025-10-31=9999", ARREARS_ERROR_REFUSED);

  arrears_record_set_text (&dispute->invoice_number, "XS-1/1");
  arrears_record_set_text (&dispute->reason, ARREARS_DISPUTE_PRICE);
  arrears_disputes_raise (fixture->desk, dispute, &error);
  g_assert_no_error (error);
}

static void
test_what_is_disputed_is_not_split (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDispute) dispute = arrears_dispute_new ();

  arrears_record_set_text (&dispute->invoice_number, "XS-1");
  arrears_record_set_text (&dispute->reason, ARREARS_DISPUTE_PRICE);
  arrears_disputes_raise (fixture->desk, dispute, &error);
  g_assert_no_error (error);
  assert_split_refused (fixture, "XS-1", "2025-09-30=1 2025-10-31=29999", ARREARS_ERROR_REFUSED);
}

static void
test_each_instalment_is_an_item_of_its_own (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccount) account = NULL;
  g_autofree char *paid = NULL;

  arrears_test_desk_set_day (fixture->desk, "2025-03-20");
  split_in_three (fixture);
  arrears_test_debts_assert_open (fixture->desk, "XS-1/2", "10000.00");
  arrears_test_desk_set_day (fixture->desk, "2025-11-20");
  /* Each late by its own day. */
  arrears_test_debts_assert_charge (fixture->desk, "XS-1/1", "255.00");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1/2", "100.00");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1/3", "0.00");
  account = arrears_test_desk_load_account (fixture->desk, "0001");
  g_assert_cmpint (account->balance.fen, ==, 3000000);
  g_assert_cmpint (account->overdue.fen, ==, 2000000);
  paid = arrears_test_debts_pay (fixture->desk, "0001", "15000", "2025-11-20", NULL);
  g_assert_cmpstr (paid, ==, "XS-1/1 principal 10000.00, XS-1/2 principal 5000.00, rest 0.00");
}

static void
test_who_names_the_whole_pays_its_instalments (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *paid = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-0,2025-01-02,2025-02-28,500,,\n");
  arrears_test_desk_set_day (fixture->desk, "2025-03-20");
  split_in_three (fixture);
  paid = arrears_test_desk_pay (fixture->desk, "0001", "12000", "2025-03-20", "XS-1");
  g_assert_cmpstr (paid, ==, "XS-1/1 10000.00, XS-1/2 2000.00, rest 0.00");
}

/* What was paid on the whole pays the parts in due order, by the same receipts and days. */
static void
test_what_was_paid_before_pays_the_first_instalments (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *allocations = NULL;
  g_autofree char *paid = NULL;

  arrears_test_debts_add_cost (fixture->desk, "XS-1", "200", "2025-01-02");
  arrears_test_desk_set_day (fixture->desk, "2025-04-10");
  paid = arrears_test_debts_pay (fixture->desk, "0001", "12350", "2025-04-10", "statutory");
  g_assert_cmpstr (paid, ==,
                   "XS-1 cost 200.00, XS-1 charge 150.00, XS-1 principal 12000.00, rest 0.00");
  arrears_test_desk_set_day (fixture->desk, "2025-04-15");
  split_in_three (fixture);
  arrears_test_debts_assert_open (fixture->desk, "XS-1/1", "0.00");
  arrears_test_debts_assert_open (fixture->desk, "XS-1/2", "8000.00");
  arrears_test_debts_assert_open (fixture->desk, "XS-1/3", "10000.00");
  allocations = arrears_test_desk_ask (
      fixture->desk, "SELECT i.number, a.part, a.amount_fen, date (a.allocated_on + 1721424.5) "
                     "FROM allocation a JOIN invoice i ON i.id = a.invoice_id "
                     "WHERE a.undone_on = 0 ORDER BY a.id");
  g_assert_cmpstr (allocations, ==,
                   "XS-1/1|cost|20000|2025-04-10\n"
                   "XS-1/1|charge|15000|2025-04-10\n"
                   "XS-1/1|principal|1000000|2025-04-10\n"
                   "XS-1/2|principal|200000|2025-04-10\n");
  g_assert_cmpint (arrears_test_debts_load_charge (fixture->desk, "XS-1/1").costs.fen, ==, 0);

  arrears_test_desk_set_day (fixture->desk, "2025-04-14");
  arrears_test_debts_assert_open (fixture->desk, "XS-1", "18000.00");
}

static void
test_a_past_day_knows_the_whole_alone (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccount) before = NULL;
  g_autoptr (ArrearsAccount) after = NULL;

  arrears_test_desk_set_day (fixture->desk, "2025-04-10");
  split_in_three (fixture);
  arrears_test_desk_set_day (fixture->desk, "2025-04-09");
  before = arrears_test_desk_load_account (fixture->desk, "0001");
  g_assert_cmpint (before->overdue.fen, ==, 3000000);
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "135.00");
  arrears_test_desk_set_day (fixture->desk, "2025-04-10");
  after = arrears_test_desk_load_account (fixture->desk, "0001");
  g_assert_cmpint (after->overdue.fen, ==, 0);
  g_assert_cmpint (after->balance.fen, ==, 3000000);
}

/* Instalments of one debt run from the last one's due day (Civil Code 189). */
static void
test_limitation_runs_from_the_last_instalment (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  arrears_test_desk_set_day (fixture->desk, "2025-03-20");
  split_in_three (fixture);
  items = arrears_limitation_watch_load (fixture->desk,
                                         arrears_test_desk_find (fixture->desk, "0001"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 3);
  for (guint i = 0; i < items->len; i++)
    {
      ArrearsLimitationItem *item = g_ptr_array_index (items, i);
      g_autofree char *ends_on = arrears_day_to_string (item->ends_on);

      g_assert_cmpstr (ends_on, ==, "2028-11-28");
    }
}

static void
test_one_instalment_can_be_void_or_deferred (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAccount) account = NULL;

  arrears_test_desk_set_day (fixture->desk, "2025-03-20");
  split_in_three (fixture);
  arrears_test_desk_set_day (fixture->desk, "2025-10-10");
  arrears_invoices_change_due_day (fixture->desk, "XS-1/1", arrears_test_day ("2025-10-15"),
                                   "国庆顺延", &error);
  g_assert_no_error (error);
  arrears_test_debts_assert_charge (fixture->desk, "XS-1/1", "0.00");
  arrears_invoices_void (fixture->desk, "XS-1/3", "退货", &error);
  g_assert_no_error (error);
  account = arrears_test_desk_load_account (fixture->desk, "0001");
  g_assert_cmpint (account->balance.fen, ==, 2000000);
}

static void
test_a_write_off_goes_with_a_void_invoice (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *open = NULL;

  arrears_test_desk_set_day (fixture->desk, "2025-03-31");
  g_free (arrears_test_debts_pay (fixture->desk, "0001", "29999.50", "2025-03-31", NULL));
  arrears_write_off_cents (fixture->desk, "XS-1", "尾差", &error);
  g_assert_no_error (error);
  arrears_invoices_void (fixture->desk, "XS-1", "开错", &error);
  g_assert_no_error (error);
  open = arrears_test_desk_ask (fixture->desk, "SELECT kind, unapplied_fen, voided_on > 0 "
                                               "FROM receipt ORDER BY id");
  g_assert_cmpstr (open, ==, "receipt|2999950|0\nwrite_off|0|1\n");
}

static void
assert_due_day_refused (Fixture *fixture, const char *number, const char *day, const char *reason,
                        ArrearsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_invoices_change_due_day (fixture->desk, number, arrears_test_day (day),
                                                   reason, &error));
  g_assert_error (error, ARREARS_ERROR, (int) code);
}

static void
test_changes_need_an_invoice_a_reason_and_a_day (Fixture *fixture, gconstpointer user_data)
{
  ArrearsCostOfInvoice cost = { .number = "XS-1",
                                .amount = arrears_test_money ("1"),
                                .on = arrears_test_day ("2025-01-02"),
                                .note = "" };
  g_autoptr (GError) error = NULL;

  assert_due_day_refused (fixture, "XS-9", "2025-06-30", "延期", ARREARS_ERROR_NOT_FOUND);
  assert_due_day_refused (fixture, "XS-1", "2025-06-30", "", ARREARS_ERROR_MISSING);
  assert_due_day_refused (fixture, "XS-1", "2025-01-01", "延期", ARREARS_ERROR_DAY_ORDER);
  g_assert_false (arrears_invoices_enter_cost (fixture->desk, &cost, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);
  cost.note = "公证费";
  cost.amount = ARREARS_MONEY_ZERO;
  g_assert_false (arrears_invoices_enter_cost (fixture->desk, &cost, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN);
  g_clear_error (&error);
  cost.amount = arrears_test_money ("1");
  cost.on = arrears_test_day ("2025-01-03");
  g_assert_false (arrears_invoices_enter_cost (fixture->desk, &cost, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER);
}

/* What was billed wrongly is voided and billed again under its number; each day knows its own. */
static void
test_the_number_of_a_void_invoice_is_free_again (Fixture *fixture, gconstpointer user_data)
{
  static const char corrected[] = "0001,XS-1,2025-01-02,2025-03-31,29000,,HT-1\n";
  static const char *const days[][2]
      = { { "2025-01-02", "XS-1 3000000" }, { "2025-01-03", "" }, { "2025-01-04", "XS-1 2900000" } };
  g_autoptr (GError) error = NULL;

  arrears_test_desk_set_day (fixture->desk, "2025-01-03");
  arrears_invoices_void (fixture->desk, "XS-1", "金额开错", &error);
  g_assert_no_error (error);
  arrears_test_desk_set_day (fixture->desk, "2025-01-04");
  arrears_test_desk_add_invoices (fixture->desk, corrected);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (ArrearsAccountPage) page = NULL;
      g_autofree char *open = g_strdup ("");

      arrears_test_desk_set_day (fixture->desk, days[i][0]);
      page = arrears_test_desk_load_page (fixture->desk, "0001");
      if (page->invoices->len > 0)
        {
          ArrearsInvoice *invoice = g_ptr_array_index (page->invoices, 0);

          g_assert_cmpuint (page->invoices->len, ==, 1);
          g_free (open);
          open = g_strdup_printf ("%s %" G_GINT64_FORMAT, invoice->number, invoice->open.fen);
        }
      g_assert_cmpstr (open, ==, days[i][1]);
    }
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/invoices/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("instalments-add-up-and-ascend", test_instalments_add_up_and_ascend);
  add ("what-is-disputed-is-not-split", test_what_is_disputed_is_not_split);
  add ("each-instalment-is-an-item-of-its-own", test_each_instalment_is_an_item_of_its_own);
  add ("who-names-the-whole-pays-its-instalments", test_who_names_the_whole_pays_its_instalments);
  add ("what-was-paid-before-pays-the-first-instalments",
       test_what_was_paid_before_pays_the_first_instalments);
  add ("a-past-day-knows-the-whole-alone", test_a_past_day_knows_the_whole_alone);
  add ("limitation-runs-from-the-last-instalment", test_limitation_runs_from_the_last_instalment);
  add ("one-instalment-can-be-void-or-deferred", test_one_instalment_can_be_void_or_deferred);
  add ("a-write-off-goes-with-a-void-invoice", test_a_write_off_goes_with_a_void_invoice);
  add ("the-number-of-a-void-invoice-is-free-again",
       test_the_number_of_a_void_invoice_is_free_again);
  add ("changes-need-an-invoice-a-reason-and-a-day",
       test_changes_need_an_invoice_a_reason_and_a_day);
  return g_test_run ();
}

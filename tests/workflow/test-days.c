/* test-days.c: days at the desk, from the first sheet to the money in the bank
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-flags.h"
#include "arrears-letter.h"
#include "arrears-overview.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

static ArrearsImportReport *
import_sheet (ArrearsDesk *desk, ArrearsImportKind kind, const char *name, gboolean skips_bad)
{
  g_autofree char *path = g_build_filename (g_getenv ("ARREARS_TEST_DATA"), "exchange", name, NULL);
  const ArrearsImportOptions options = { .skips_bad = skips_bad };

  return arrears_test_desk_import (desk, kind, path, NULL, &options, FALSE);
}

/* The account's line on Today; NULL where it is not flagged. */
static ArrearsAccount *
find_flag (ArrearsDesk *desk, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < flags->len; i++)
    if (g_str_equal (((ArrearsAccount *) g_ptr_array_index (flags, i))->code, code))
      return g_object_ref (g_ptr_array_index (flags, i));
  return NULL;
}

static void
assert_stage (ArrearsDesk *desk, const char *day, int stage, const char *crossed_on)
{
  g_autoptr (ArrearsAccount) flag = NULL;
  g_autofree char *crossing = NULL;

  arrears_test_desk_set_day (desk, day);
  flag = find_flag (desk, "0001");
  g_test_message ("%s", day);
  g_assert_cmpint (flag != NULL ? flag->stage : 0, ==, stage);
  if (flag == NULL)
    return;
  crossing = arrears_day_to_string (flag->crossed_on);
  g_assert_cmpstr (crossing, ==, crossed_on);
}

static ArrearsDocument *
send_letter (ArrearsDesk *desk, const char *code, GError **error)
{
  const ArrearsLetterOptions options = { 0 };

  return arrears_letter_issue (desk, arrears_test_desk_find (desk, code), &options, error);
}

static ArrearsOverview
look_over (ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  ArrearsOverview overview;

  arrears_overview_compute (desk, &overview, &error);
  g_assert_no_error (error);
  return overview;
}

static void
pay_in_full (ArrearsDesk *desk, ArrearsAccount *account)
{
  g_autofree char *amount = arrears_money_to_string (account->balance);
  g_autofree char *day = arrears_day_to_string (arrears_desk_get_as_of (desk));
  g_autofree char *paid = arrears_test_desk_pay (desk, account->code, amount, day, NULL);

  g_assert_true (g_str_has_suffix (paid, "rest 0.00"));
}

/* The sheets of another program, the account at the head of Today, a letter, and the money. */
static void
test_the_first_week_with_the_program (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = NULL;
  g_autoptr (ArrearsDocument) letter = NULL;
  g_autoptr (ArrearsAccount) chased = NULL;
  g_autoptr (ArrearsAccount) paid = NULL;
  ArrearsOverview before;
  ArrearsOverview after;

  arrears_test_desk_set_company (desk);
  arrears_import_report_free (
      import_sheet (desk, ARREARS_IMPORT_CUSTOMERS, "customers_gb18030.csv", FALSE));
  arrears_import_report_free (
      import_sheet (desk, ARREARS_IMPORT_INVOICES, "receivables_gb18030.csv", FALSE));
  g_assert_cmpuint (look_over (desk).n_accounts, ==, 0);
  arrears_import_report_free (
      import_sheet (desk, ARREARS_IMPORT_INVOICES, "receivables_gb18030.csv", TRUE));
  before = look_over (desk);
  g_assert_cmpint (before.aging.total.fen - before.unapplied.fen, ==, 329570730 - 232323782);

  flags = arrears_flags_list (desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (flags->len, ==, before.n_flagged);
  chased = g_object_ref (g_ptr_array_index (flags, 0));
  letter = send_letter (desk, chased->code, &error);
  g_assert_no_error (error);
  g_assert_cmpint (letter->claimed.fen, ==, chased->overdue.fen);

  arrears_test_desk_set_day (desk, "2026-11-25");
  pay_in_full (desk, chased);
  after = look_over (desk);
  g_assert_cmpint (after.aging.total.fen, ==, before.aging.total.fen - chased->balance.fen);
  paid = find_flag (desk, chased->code);
  g_assert_null (paid);
  arrears_test_desk_set_day (desk, "2026-12-01");
  g_assert_null (send_letter (desk, chased->code, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE);
  arrears_test_desk_assert_sound (desk);
}

static void
test_an_account_climbs_as_the_days_go_by (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-01-05");

  arrears_test_desk_add_customers (desk, "0001,清泉茶行,30,B\n");
  arrears_test_desk_add_invoices (desk, "0001,XS-1,2026-01-05,,3000,,\n");
  assert_stage (desk, "2026-02-04", 0, NULL);
  assert_stage (desk, "2026-02-05", 1, "2026-02-05");
  assert_stage (desk, "2026-02-11", 2, "2026-02-11");
  assert_stage (desk, "2026-02-19", 3, "2026-02-19");
  assert_stage (desk, "2026-03-07", 4, "2026-03-07");
  assert_stage (desk, "2026-04-05", 5, "2026-04-05");
  assert_stage (desk, "2026-05-05", 6, "2026-05-05");
  assert_stage (desk, "2026-06-30", 6, "2026-05-05");
}

/* Below the least amounts of the lawyer and the court, and then of a letter. */
static void
test_a_part_payment_takes_an_account_down_again (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-05-10");
  g_autoptr (GError) error = NULL;

  arrears_test_desk_set_company (desk);
  arrears_test_desk_add_customers (desk, "0001,清泉茶行,30,B\n");
  arrears_test_desk_add_invoices (desk, "0001,XS-1,2026-01-05,,3000,,\n");
  assert_stage (desk, "2026-05-10", 6, "2026-05-05");
  g_free (arrears_test_desk_pay (desk, "0001", "1500", "2026-05-10", NULL));
  assert_stage (desk, "2026-05-10", 4, "2026-03-07");
  arrears_test_desk_set_day (desk, "2026-05-11");
  g_free (arrears_test_desk_pay (desk, "0001", "1300.01", "2026-05-11", NULL));
  assert_stage (desk, "2026-05-11", 2, "2026-02-11");
  g_assert_null (send_letter (desk, "0001", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_BELOW_LEAST);
  arrears_test_desk_set_day (desk, "2026-05-12");
  g_free (arrears_test_desk_pay (desk, "0001", "199.99", "2026-05-12", NULL));
  assert_stage (desk, "2026-05-12", 0, NULL);
  /* The day before is as it was. */
  assert_stage (desk, "2026-05-11", 2, "2026-02-11");
}

/* The other program's sheet of each month, with what was paid since. */
static void
test_each_months_sheet_brings_what_is_new (void)
{
  static const char *const sheets[] = {
    "0001,XS-1,2026-01-05,,3000,,\n",
    "0001,XS-1,2026-01-05,,3000,1000,\n0001,XS-2,2026-02-06,,500,,\n",
    "0001,XS-1,2026-01-05,,3000,3000,\n0001,XS-2,2026-02-06,,500,200,\n"
    "0001,XS-3,2026-03-03,,-100,,\n",
  };
  static const char *const days[] = { "2026-01-31", "2026-02-28", "2026-03-31" };
  static const gint64 balances[] = { 300000, 250000, 20000 };
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-01-31");

  arrears_test_desk_add_customers (desk, "0001,清泉茶行,30,B\n");
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (ArrearsAccount) account = NULL;

      arrears_test_desk_set_day (desk, days[i]);
      arrears_test_desk_add_invoices (desk, sheets[i]);
      account = arrears_test_desk_load_account (desk, "0001");
      g_assert_cmpint (account->balance.fen, ==, balances[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (ArrearsAccount) account = NULL;

      arrears_test_desk_set_day (desk, days[i]);
      account = arrears_test_desk_load_account (desk, "0001");
      g_assert_cmpint (account->balance.fen, ==, balances[i]);
    }
  arrears_test_desk_assert_sound (desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/days/the-first-week-with-the-program", test_the_first_week_with_the_program);
  g_test_add_func ("/days/an-account-climbs-as-the-days-go-by",
                   test_an_account_climbs_as_the_days_go_by);
  g_test_add_func ("/days/a-part-payment-takes-an-account-down-again",
                   test_a_part_payment_takes_an_account_down_again);
  g_test_add_func ("/days/each-months-sheet-brings-what-is-new",
                   test_each_months_sheet_brings_what_is_new);
  return g_test_run ();
}

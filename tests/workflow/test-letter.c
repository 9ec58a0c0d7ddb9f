/* test-letter.c: what a letter claims, its number, its signature, and when it may go out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "arrears-disputes.h"
#include "arrears-letter.h"
#include "arrears-pauses.h"
#include "arrears-promises.h"
#include "arrears-signing.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

#define PASSWORD "梧桐-2026-秋"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
  char *identity;
} Fixture;

/* A key takes a while to make: one for all tests. */
static GBytes *
get_identity (void)
{
  static GBytes *identity;

  if (identity == NULL)
    {
      g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
      const char *path = arrears_test_folder_get_path (folder, "own.p12");
      g_autoptr (GError) error = NULL;
      char *contents;
      gsize length;

      arrears_signing_create_identity (path, "杭州禾顺食品贸易有限公司", PASSWORD,
                                       arrears_test_desk_read_clock (), &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      identity = g_bytes_new_take (contents, length);
    }
  return identity;
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  GBytes *identity = get_identity ();

  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2026-11-20");
  fixture->identity = g_strdup (arrears_test_folder_get_path (fixture->folder, "own.p12"));
  g_assert_true (g_file_set_contents (fixture->identity, g_bytes_get_data (identity, NULL),
                                      (gssize) g_bytes_get_size (identity), NULL));
  arrears_test_desk_set_company (fixture->desk);
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,30,B\n0002,老窖酒业,,B\n"
                                                  "0003,四季鲜果行,,A\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2026-09-01,2026-10-01,1000,,HT-1\n"
                                                 "0001,XS-2,2026-10-01,2026-11-19,300,,\n"
                                                 "0001,XS-3,2026-10-01,2026-11-20,50,,\n"
                                                 "0001,XS-4,2026-08-01,2026-09-01,70,70,\n"
                                                 "0002,XS-5,2026-09-05,2026-10-04,888.88,,\n"
                                                 "0003,XS-6,2026-09-05,2026-10-04,199.99,,\n");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "200", "2026-11-20", "XS-1"));
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_clear_object (&fixture->desk);
  g_free (fixture->identity);
  arrears_test_folder_free (fixture->folder);
}

static void
assert_answer (Fixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *answer = arrears_test_desk_ask (fixture->desk, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static ArrearsDocument *
issue (Fixture *fixture, const char *code, const ArrearsLetterOptions *options, GError **error)
{
  const ArrearsLetterOptions usual = { 0 };

  return arrears_letter_issue (fixture->desk, arrears_test_desk_find (fixture->desk, code),
                               options != NULL ? options : &usual, error);
}

static void
assert_issued (Fixture *fixture, const char *code, const ArrearsLetterOptions *options,
               const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) letter = issue (fixture, code, options, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (letter->number, ==, number);
}

/* Neither the ledger nor the folder is other than before. */
static void
assert_refused (Fixture *fixture, const char *code, const ArrearsLetterOptions *options,
                ArrearsError expected)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  guint n_files = arrears_test_folder_count (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (issue (fixture, code, options, &error));
  g_assert_error (error, ARREARS_ERROR, (int) expected);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (arrears_test_folder_count (fixture->folder), ==, n_files);
}

static ArrearsDemand *
draft (Fixture *fixture, const char *code)
{
  g_autoptr (GError) error = NULL;
  ArrearsDemand *demand
      = arrears_letter_draft (fixture->desk, arrears_test_desk_find (fixture->desk, code), &error);

  g_assert_no_error (error);
  return demand;
}

static const ArrearsDemandLine *
get_line (ArrearsDemand *demand, guint index)
{
  g_assert_cmpuint (index, <, demand->lines->len);
  return g_ptr_array_index (demand->lines, index);
}

static void
test_a_draft_claims_what_is_overdue_and_open (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsDemand) demand = draft (fixture, "0001");
  g_autofree char *pay_by = arrears_day_to_string (demand->pay_by);

  g_assert_cmpuint (demand->lines->len, ==, 2);
  g_assert_cmpstr (get_line (demand, 0)->invoice->number, ==, "XS-1");
  g_assert_cmpint (get_line (demand, 0)->invoice->open.fen, ==, 80000);
  g_assert_cmpint (get_line (demand, 0)->invoice->days_overdue, ==, 50);
  g_assert_cmpstr (get_line (demand, 1)->invoice->number, ==, "XS-2");
  g_assert_cmpint (demand->principal.fen, ==, 110000);
  g_assert_cmpstr (demand->creditor->name, ==, "杭州禾顺食品贸易有限公司");
  g_assert_cmpstr (demand->debtor->name, ==, "清泉茶行");
  g_assert_cmpstr (demand->number, ==, "");
  /* Seven days after it can have arrived, three after it was issued: a Monday. */
  g_assert_cmpstr (pay_by, ==, "2026-11-30");
  g_assert_cmpint (arrears_day_compare (demand->dispute_by, demand->pay_by), <=, 0);
}

static void
contest (Fixture *fixture, const char *number, const char *amount)
{
  g_autoptr (ArrearsDispute) dispute = arrears_dispute_new ();
  g_autoptr (GError) error = NULL;

  arrears_record_set_text (&dispute->invoice_number, number);
  arrears_record_set_text (&dispute->reason, ARREARS_DISPUTE_QUANTITY);
  dispute->amount = arrears_test_money (amount);
  arrears_disputes_raise (fixture->desk, dispute, &error);
  g_assert_no_error (error);
}

static void
test_a_draft_leaves_out_what_rests (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = arrears_test_desk_find (fixture->desk, "0001");
  g_autoptr (ArrearsPause) pause = arrears_pause_new ();
  g_autoptr (ArrearsPromise) promise = arrears_promise_new ();
  g_autoptr (ArrearsDemand) whole = draft (fixture, "0001");
  g_autoptr (ArrearsDemand) contested = NULL;
  g_autoptr (ArrearsDemand) paused = NULL;
  g_autoptr (ArrearsDemand) promised = NULL;
  g_autoptr (GError) error = NULL;

  contest (fixture, "XS-1", "300");
  contested = draft (fixture, "0001");
  g_assert_cmpint (get_line (contested, 0)->invoice->open.fen, ==, 50000);
  g_assert_cmpint (contested->principal.fen, ==, 80000);
  g_assert_cmpint (contested->left_out.fen, ==, 30000);
  /* The charge of the days before it was contested stays. */
  g_assert_cmpint (contested->charge.fen, ==, whole->charge.fen);

  pause->customer_id = id;
  arrears_record_set_text (&pause->invoice_number, "XS-2");
  arrears_record_set_text (&pause->kind, "agreed");
  arrears_record_set_text (&pause->reason, "商定月底付");
  pause->until_on = arrears_test_day ("2026-11-30");
  arrears_pauses_begin (fixture->desk, pause, NULL, &error);
  g_assert_no_error (error);
  paused = draft (fixture, "0001");
  g_assert_cmpuint (paused->lines->len, ==, 1);
  g_assert_cmpint (paused->principal.fen, ==, 50000);

  arrears_test_desk_set_day (fixture->desk, "2026-11-21");
  g_clear_pointer (&paused, arrears_demand_free);
  paused = draft (fixture, "0001");
  g_assert_cmpint (paused->principal.fen, ==, 55000);
  promise->customer_id = id;
  promise->amount = arrears_test_money ("120");
  promise->due_on = arrears_test_day ("2026-11-24");
  arrears_record_set_text (&promise->promised_by, "老陈");
  arrears_promises_give (fixture->desk, promise, 0, &error);
  g_assert_no_error (error);
  promised = draft (fixture, "0001");
  g_assert_cmpint (promised->principal.fen, ==, 43000);
  g_assert_cmpint (promised->charge.fen, <, paused->charge.fen);

  contest (fixture, "XS-1", "500");
  contest (fixture, "XS-3", "50");
  g_assert_null (arrears_letter_draft (fixture->desk, id, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE);
}

/* The notices end with 2026: no pay-by day on New Year's Day or in the week of National Day. */
static void
test_a_pay_by_day_is_no_holiday_of_a_year_to_come (Fixture *fixture, gconstpointer user_data)
{
  static const char *const cases[][2] = {
    { "2026-09-21", "2026-10-08" }, { "2026-12-21", "2026-12-31" }, { "2026-12-22", "2027-01-04" },
    { "2027-04-21", "2027-05-06" }, { "2027-09-21", "2027-10-08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsDemand) demand = NULL;
      g_autofree char *pay_by = NULL;

      arrears_test_desk_set_day (fixture->desk, cases[i][0]);
      arrears_test_desk_add_customers (fixture->desk, "0008,假日店,,B\n");
      arrears_test_desk_add_invoices (fixture->desk, "0008,JR-1,2026-08-01,2026-08-31,900,,\n");
      demand = draft (fixture, "0008");
      pay_by = arrears_day_to_string (demand->pay_by);
      g_assert_cmpstr (pay_by, ==, cases[i][1]);
    }
}

/* 1000 paid ahead covers the oldest items; the rest is claimed, and the charge of the rest. */
static void
test_a_draft_leaves_out_what_unapplied_money_covers (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsDemand) demand = NULL;
  g_autoptr (ArrearsDemand) before = draft (fixture, "0002");
  g_autofree char *paid = NULL;

  arrears_test_desk_add_customers (fixture->desk, "0009,预付店,,B\n");
  paid = arrears_test_desk_pay (fixture->desk, "0009", "1000", "2026-08-30", NULL);
  g_assert_cmpstr (paid, ==, "rest 1000.00");
  arrears_test_desk_add_invoices (fixture->desk, "0009,YF-1,2026-09-01,2026-09-10,900,,\n"
                                                 "0009,YF-2,2026-09-05,2026-10-04,988.88,,\n");
  demand = draft (fixture, "0009");
  g_assert_cmpint (demand->unapplied.fen, ==, 100000);
  g_assert_cmpuint (demand->lines->len, ==, 1);
  g_assert_cmpstr (get_line (demand, 0)->invoice->number, ==, "YF-2");
  g_assert_cmpint (demand->principal.fen, ==, 88888);
  /* As much is owed since the same day as by 0002, and so as much is charged. */
  g_assert_cmpint (demand->charge.fen, ==, before->charge.fen);
  g_assert_cmpint (demand->charge.fen, >, 0);
}

static void
test_a_draft_rests_each_charge_on_its_contract_or_the_statute (Fixture *fixture,
                                                               gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsContract) contract = arrears_account_find_contract (
      fixture->desk, arrears_test_desk_find (fixture->desk, "0001"), "HT-1", &error);
  g_autoptr (ArrearsDemand) demand = NULL;

  g_assert_no_error (error);
  arrears_record_set_text (&contract->charge_terms, "daily:0.0005");
  arrears_account_save_contract (fixture->desk, contract, &error);
  g_assert_no_error (error);
  demand = draft (fixture, "0001");
  g_assert_true (get_line (demand, 0)->is_agreed);
  g_assert_cmpstr (get_line (demand, 0)->contract->number, ==, "HT-1");
  /* The last 200 were paid today: 50 days on 1000. */
  g_assert_cmpint (get_line (demand, 0)->charge.charge.fen, ==, 2500);
  g_assert_false (get_line (demand, 1)->is_agreed);
  g_assert_null (get_line (demand, 1)->contract);
  g_assert_cmpint (demand->charge.fen, ==,
                   get_line (demand, 0)->charge.unpaid_charge.fen
                       + get_line (demand, 1)->charge.unpaid_charge.fen);
}

static void
test_numbers_leave_no_gap_whatever_fails (Fixture *fixture, gconstpointer user_data)
{
  const char *taken = arrears_test_folder_get_path (fixture->folder, "taken.pdf");
  const char *path = arrears_test_folder_get_path (fixture->folder, "letter.pdf");
  const char *in_file = arrears_test_folder_get_path (fixture->folder, "taken.pdf/letter.pdf");
  const char *nowhere = arrears_test_folder_get_path (fixture->folder, "nowhere/letter.pdf");
  const char *no_key = arrears_test_folder_get_path (fixture->folder, "none.p12");
  const struct
  {
    ArrearsLetterOptions options;
    ArrearsError code;
  } failures[] = {
    { { .identity_path = fixture->identity, .password = "falsch", .output_path = path },
      ARREARS_ERROR_PASSWORD },
    { { .identity_path = no_key, .password = PASSWORD, .output_path = path },
      ARREARS_ERROR_NOT_FOUND },
    { { .identity_path = taken, .password = PASSWORD, .output_path = path }, ARREARS_ERROR_FORMAT },
    { { .seal_path = no_key, .output_path = path }, ARREARS_ERROR_NOT_FOUND },
    { { .seal_path = taken, .output_path = path }, ARREARS_ERROR_FORMAT },
    { { .output_path = taken }, ARREARS_ERROR_EXISTS },
    { { .output_path = in_file }, ARREARS_ERROR_ENVIRONMENT },
    { { .output_path = nowhere }, ARREARS_ERROR_ENVIRONMENT },
  };
  const ArrearsLetterOptions again = { .override_reason = "客户换了地址" };

  g_assert_true (g_file_set_contents (taken, "taken", -1, NULL));
  assert_issued (fixture, "0001", NULL, "CK-2026-0001");
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    assert_refused (fixture, "0002", &failures[i].options, failures[i].code);
  assert_issued (fixture, "0002", NULL, "CK-2026-0002");
  assert_issued (fixture, "0001", &again, "CK-2026-0003");
  arrears_test_desk_assert_sound (fixture->desk);
}

static void
test_numbers_begin_anew_with_the_year (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsLetterOptions again = { .override_reason = "客户要求重发" };

  arrears_test_desk_set_day (fixture->desk, "2026-12-31");
  assert_issued (fixture, "0001", NULL, "CK-2026-0001");
  arrears_test_desk_set_day (fixture->desk, "2027-01-01");
  assert_issued (fixture, "0002", NULL, "CK-2027-0001");
  arrears_test_desk_set_day (fixture->desk, "2027-01-07");
  assert_issued (fixture, "0001", &again, "CK-2027-0002");
  arrears_test_desk_assert_sound (fixture->desk);
}

static void
test_letters_are_seven_days_apart_or_have_a_reason (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsLetterOptions with_reason = { .override_reason = "客户拒收，改寄新地址" };
  const ArrearsLetterOptions with_nothing = { .override_reason = "" };
  gint64 id = arrears_test_desk_find (fixture->desk, "0001");
  g_autoptr (GError) error = NULL;

  g_assert_true (arrears_letter_check (fixture->desk, id, &error));
  assert_issued (fixture, "0001", NULL, "CK-2026-0001");
  assert_refused (fixture, "0001", NULL, ARREARS_ERROR_TOO_SOON);
  arrears_test_desk_set_day (fixture->desk, "2026-11-26");
  assert_refused (fixture, "0001", &with_nothing, ARREARS_ERROR_TOO_SOON);
  g_assert_false (arrears_letter_check (fixture->desk, id, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_TOO_SOON);
  g_clear_error (&error);
  assert_issued (fixture, "0001", &with_reason, "CK-2026-0002");
  assert_answer (fixture,
                 "SELECT subject, amount_fen, substr (note, 65) FROM log_entry "
                 "WHERE kind = 'letter-issued'",
                 "CK-2026-0001|110000|\nCK-2026-0002|115000| 客户拒收，改寄新地址\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-7,2026-10-01,2026-11-25,80,,\n");
  arrears_test_desk_set_day (fixture->desk, "2026-12-03");
  g_assert_true (arrears_letter_check (fixture->desk, id, &error));
  assert_issued (fixture, "0001", NULL, "CK-2026-0003");
}

/* Whoever is asked for a reason is told at once of all that it stands against. */
static void
test_all_objections_are_told_at_once (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = arrears_test_desk_find (fixture->desk, "0001");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  arrears_test_desk_set_day (fixture->desk, "2026-11-30");
  before = arrears_letter_list_objections (fixture->desk, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);

  assert_issued (fixture, "0001", NULL, "CK-2026-0001");
  arrears_test_desk_set_day (fixture->desk, "2026-12-02");
  after = arrears_letter_list_objections (fixture->desk, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_true (g_error_matches (g_ptr_array_index (after, 0), ARREARS_ERROR,
                                  ARREARS_ERROR_TOO_SOON));
  g_assert_true (g_error_matches (g_ptr_array_index (after, 1), ARREARS_ERROR,
                                  ARREARS_ERROR_NOTHING_NEW));

  g_assert_null (arrears_letter_list_objections (fixture->desk, 999999, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

/* 0001 stands at the fourth stage from 1 November to the end of the year and beyond. */
static void
test_nothing_is_claimed_twice_in_one_stage (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsLetterOptions with_reason = { .override_reason = "客户称未收到" };
  gint64 id = arrears_test_desk_find (fixture->desk, "0001");
  g_autoptr (GError) error = NULL;

  arrears_test_desk_set_day (fixture->desk, "2026-11-30");
  assert_issued (fixture, "0001", NULL, "CK-2026-0001");
  arrears_test_desk_set_day (fixture->desk, "2026-12-20");
  g_assert_false (arrears_letter_check (fixture->desk, id, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_NEW);
  assert_refused (fixture, "0001", NULL, ARREARS_ERROR_NOTHING_NEW);
  assert_issued (fixture, "0001", &with_reason, "CK-2026-0002");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-7,2026-10-01,2026-10-03,1900,,\n");
  arrears_test_desk_set_day (fixture->desk, "2027-01-10");
  assert_issued (fixture, "0001", NULL, "CK-2027-0001");
}

static void
test_below_the_least_amount_a_letter_needs_a_reason (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsLetterOptions with_reason = { .override_reason = "多次失信" };
  gint64 id = arrears_test_desk_find (fixture->desk, "0003");
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_letter_check (fixture->desk, id, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_BELOW_LEAST);
  assert_refused (fixture, "0003", NULL, ARREARS_ERROR_BELOW_LEAST);
  assert_issued (fixture, "0003", &with_reason, "CK-2026-0001");
  assert_answer (fixture, "SELECT substr (note, 65) FROM log_entry WHERE kind = 'letter-issued'",
                 " 多次失信\n");
}

static void
test_after_limitation_a_letter_needs_a_reason (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsLetterOptions with_reason = { .override_reason = "对方已书面同意履行" };
  g_autoptr (GError) error = NULL;
  gint64 id;

  arrears_test_desk_add_invoices (fixture->desk, "0002,LS-1,2023-10-01,2023-11-20,500,,\n");
  id = arrears_test_desk_find (fixture->desk, "0002");
  g_assert_true (arrears_letter_check (fixture->desk, id, &error));
  g_assert_no_error (error);
  arrears_test_desk_set_day (fixture->desk, "2026-11-21");
  g_assert_false (arrears_letter_check (fixture->desk, id, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_LIMITATION_ENDED);
  assert_refused (fixture, "0002", NULL, ARREARS_ERROR_LIMITATION_ENDED);
  assert_issued (fixture, "0002", &with_reason, "CK-2026-0001");
}

static void
clear_member (Fixture *fixture, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE company SET %s = ''", column);

  g_free (arrears_test_desk_ask (fixture->desk, sql));
}

static void
test_a_firm_without_name_or_account_sends_no_letter (Fixture *fixture, gconstpointer user_data)
{
  static const char *const columns[] = { "name", "bank", "bank_account" };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      arrears_test_desk_set_company (fixture->desk);
      clear_member (fixture, columns[i]);
      assert_refused (fixture, "0001", NULL, ARREARS_ERROR_COMPANY_MISSING);
    }
}

static void
test_who_owes_nothing_overdue_gets_no_letter (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsLetterOptions options = { 0 };
  g_autoptr (GError) error = NULL;

  g_free (arrears_test_desk_pay (fixture->desk, "0002", "888.88", "2026-11-20", NULL));
  assert_refused (fixture, "0002", NULL, ARREARS_ERROR_NOTHING_DUE);
  g_assert_null (arrears_letter_issue (fixture->desk, 404, &options, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
assert_sound_signature (GBytes *bytes, gboolean is_sound)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts = arrears_signing_verify_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (verdicts->len, ==, 1);
  g_assert_true (arrears_signing_is_sound (verdicts) == is_sound);
}

static void
test_a_signed_letter_is_sound_and_kept_byte_for_byte (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "letter.pdf");
  const ArrearsLetterOptions options
      = { .identity_path = fixture->identity, .password = PASSWORD, .output_path = path };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) letter = issue (fixture, "0001", &options, &error);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GPtrArray) verdicts = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  const ArrearsSigningVerdict *verdict;

  g_assert_no_error (error);
  g_assert_true (letter->is_signed);
  g_assert_cmpint (letter->n_pages, >=, 1);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  kept = arrears_letter_load_bytes (fixture->desk, letter->id, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), contents, length);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, kept);
  g_assert_cmpstr (letter->sha256, ==, sha256);

  verdicts = arrears_signing_verify (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verdicts->len, ==, 1);
  g_assert_true (arrears_signing_is_sound (verdicts));
  verdict = g_ptr_array_index (verdicts, 0);
  g_assert_cmpstr (verdict->signer, ==, "杭州禾顺食品贸易有限公司");
  g_assert_cmpint (verdict->signed_at, ==, ARREARS_TEST_NOW);
  arrears_test_desk_assert_sound (fixture->desk);
}

static void
test_a_signature_does_not_hold_for_another_byte (Fixture *fixture, gconstpointer user_data)
{
  const ArrearsLetterOptions options = { .identity_path = fixture->identity, .password = PASSWORD };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) letter = issue (fixture, "0001", &options, &error);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) altered = NULL;
  g_autofree guint8 *data = NULL;
  gsize length;

  g_assert_no_error (error);
  kept = arrears_letter_load_bytes (fixture->desk, letter->id, &error);
  g_assert_no_error (error);
  assert_sound_signature (kept, TRUE);
  length = g_bytes_get_size (kept);
  data = g_memdup2 (g_bytes_get_data (kept, NULL), length);
  /* Inside the first stream, where no structure is broken by it. */
  data[length / 3] ^= 1;
  altered = g_bytes_new (data, length);
  assert_sound_signature (altered, FALSE);
}

static void
test_an_unsigned_letter_says_so (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "letter.pdf");
  const ArrearsLetterOptions options = { .output_path = path };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) letter = issue (fixture, "0001", &options, &error);
  g_autoptr (GPtrArray) verdicts = NULL;

  g_assert_no_error (error);
  g_assert_false (letter->is_signed);
  verdicts = arrears_signing_verify (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verdicts->len, ==, 0);
  g_assert_false (arrears_signing_is_sound (verdicts));
}

static void
test_a_preview_has_no_number_and_leaves_no_trace (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) preview = arrears_letter_preview (
      fixture->desk, arrears_test_desk_find (fixture->desk, "0001"), NULL, &error);
  g_autofree char *after = arrears_test_desk_dump (fixture->desk);
  g_autoptr (GPtrArray) verdicts = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (memcmp (g_bytes_get_data (preview, NULL), "%PDF-", 5), ==, 0);
  g_assert_cmpstr (after, ==, before);
  verdicts = arrears_signing_verify_bytes (preview, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verdicts->len, ==, 0);
}

/* Past the triggers, as a damaged disk would, or a person who knows SQL. */
static void
replace_kept (Fixture *fixture, const char *sql, const guint8 *data, gsize length)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *query = NULL;

  g_assert_cmpint (sqlite3_open (arrears_desk_get_path (fixture->desk), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &query, NULL), ==, SQLITE_OK);
  sqlite3_bind_blob (query, 1, data, (int) length, SQLITE_STATIC);
  if (sqlite3_bind_parameter_count (query) > 1)
    {
      g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);

      sqlite3_bind_text (query, 2, sha256, -1, SQLITE_TRANSIENT);
    }
  g_assert_cmpint (sqlite3_step (query), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_finalize (query), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static guint8 *
dup_kept (Fixture *fixture, gint64 document_id, gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) kept = arrears_letter_load_bytes (fixture->desk, document_id, &error);

  g_assert_no_error (error);
  *length = g_bytes_get_size (kept);
  return g_memdup2 (g_bytes_get_data (kept, NULL), *length);
}

static void
assert_verify_names (Fixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) faults = arrears_desk_verify (fixture->desk, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (faults), >=, 1);
  for (char **fault = faults; *fault != NULL; fault++)
    g_assert_nonnull (strstr (*fault, number));
}

static void
test_a_flipped_bit_in_a_kept_letter_is_found (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) letter = issue (fixture, "0001", NULL, &error);
  gsize length;
  g_autofree guint8 *data = dup_kept (fixture, letter->id, &length);

  data[g_test_rand_int_range (0, (int) length)] ^= 1 << g_test_rand_int_range (0, 8);
  replace_kept (fixture, "UPDATE document SET bytes = ?1", data, length);
  assert_verify_names (fixture, "CK-2026-0001");
  g_assert_null (arrears_letter_load_bytes (fixture->desk, letter->id, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ALTERED);
}

/* The log vouches for the letter where its own hash was made to fit. */
static void
test_a_kept_letter_exchanged_with_its_hash_is_found (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) letter = issue (fixture, "0001", NULL, &error);
  gsize length;
  g_autofree guint8 *data = dup_kept (fixture, letter->id, &length);

  data[length / 2] ^= 1;
  replace_kept (fixture, "UPDATE document SET bytes = ?1, sha256 = ?2", data, length);
  assert_verify_names (fixture, "CK-2026-0001");
}

static void
test_a_letter_that_is_not_there_is_not_found (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_letter_load_bytes (fixture->desk, 404, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_a_copy_of_a_letter_replaces_an_older_file (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "copy.pdf");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-new", 8);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "older and longer", -1, NULL));
  arrears_letter_save_file (bytes, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "%PDF-new");
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/letter/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("a-draft-claims-what-is-overdue-and-open", test_a_draft_claims_what_is_overdue_and_open);
  add ("a-draft-leaves-out-what-rests", test_a_draft_leaves_out_what_rests);
  add ("a-pay-by-day-is-no-holiday-of-a-year-to-come",
       test_a_pay_by_day_is_no_holiday_of_a_year_to_come);
  add ("a-draft-leaves-out-what-unapplied-money-covers",
       test_a_draft_leaves_out_what_unapplied_money_covers);
  add ("a-draft-rests-each-charge-on-its-contract-or-the-statute",
       test_a_draft_rests_each_charge_on_its_contract_or_the_statute);
  add ("numbers-leave-no-gap-whatever-fails", test_numbers_leave_no_gap_whatever_fails);
  add ("numbers-begin-anew-with-the-year", test_numbers_begin_anew_with_the_year);
  add ("all-objections-are-told-at-once", test_all_objections_are_told_at_once);
  add ("letters-are-seven-days-apart-or-have-a-reason",
       test_letters_are_seven_days_apart_or_have_a_reason);
  add ("nothing-is-claimed-twice-in-one-stage", test_nothing_is_claimed_twice_in_one_stage);
  add ("below-the-least-amount-a-letter-needs-a-reason",
       test_below_the_least_amount_a_letter_needs_a_reason);
  add ("after-limitation-a-letter-needs-a-reason", test_after_limitation_a_letter_needs_a_reason);
  add ("a-firm-without-name-or-account-sends-no-letter",
       test_a_firm_without_name_or_account_sends_no_letter);
  add ("who-owes-nothing-overdue-gets-no-letter", test_who_owes_nothing_overdue_gets_no_letter);
  add ("a-signed-letter-is-sound-and-kept-byte-for-byte",
       test_a_signed_letter_is_sound_and_kept_byte_for_byte);
  add ("a-signature-does-not-hold-for-another-byte",
       test_a_signature_does_not_hold_for_another_byte);
  add ("an-unsigned-letter-says-so", test_an_unsigned_letter_says_so);
  add ("a-preview-has-no-number-and-leaves-no-trace",
       test_a_preview_has_no_number_and_leaves_no_trace);
  add ("a-flipped-bit-in-a-kept-letter-is-found", test_a_flipped_bit_in_a_kept_letter_is_found);
  add ("a-kept-letter-exchanged-with-its-hash-is-found",
       test_a_kept_letter_exchanged_with_its_hash_is_found);
  add ("a-letter-that-is-not-there-is-not-found", test_a_letter_that_is_not_there_is_not_found);
  add ("a-copy-of-a-letter-replaces-an-older-file", test_a_copy_of_a_letter_replaces_an_older_file);
  return g_test_run ();
}

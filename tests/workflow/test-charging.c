/* test-charging.c: what being late costs, as a ledger counts it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charge-left.h"
#include "arrears-charging.h"
#include "arrears-disputes.h"
#include "arrears-invoices.h"
#include "arrears-test-debts.h"
#include "arrears-test-values.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2025-01-02");
  arrears_test_desk_set_company (fixture->desk);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

/* XS-1 of 100,000.00, due on 2025-03-31, at 0.05 % a day: 50.00. */
static void
add_debt (Fixture *fixture)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2025-01-02,2025-03-31,100000,,HT-1\n");
  arrears_test_debts_set_terms (fixture->desk, "0001", "HT-1", "daily:0.0005", NULL);
}

/* The worked examples. */

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static JsonArray *
load_cases (JsonParser *parser)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("ARREARS_TEST_DATA"), "cases", "late-charge.json", NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
}

/* Method B is nothing that a ledger asks for. */
static gboolean
is_for_ledgers (JsonObject *worked)
{
  return !json_object_has_member (worked, "splits_at_lpr");
}

static void
enter_case (ArrearsDesk *desk, JsonObject *worked)
{
  g_autofree char *row = g_strdup_printf ("0001,XS-1,2019-01-02,%s,%s,,HT-1\n",
                                          get_text (worked, "due_on"), get_text (worked, "amount"));

  arrears_test_desk_add_invoices (desk, row);
  arrears_test_debts_set_terms (desk, "0001", "HT-1", get_text (worked, "terms"),
                                get_text (worked, "contract_on"));
  if (get_text (worked, "contract_on") != NULL)
    arrears_test_debts_set_rule (desk, "statutory", "sme");
  if (get_text (worked, "costs") != NULL)
    arrears_test_debts_add_cost (desk, "XS-1", get_text (worked, "costs"), "2019-01-02");
}

static void
assert_part (const char *said, const char *part, JsonObject *expected, const char *member)
{
  g_autofree char *words = g_strdup_printf ("XS-1 %s %s", part, get_text (expected, member));
  gboolean is_nothing = g_str_equal (get_text (expected, member), "0.00");

  g_assert_cmpint (strstr (said, words) != NULL, ==, !is_nothing);
}

static void
make_payments (ArrearsDesk *desk, JsonObject *worked)
{
  JsonArray *payments;

  if (!json_object_has_member (worked, "payments"))
    return;
  payments = json_object_get_array_member (worked, "payments");
  for (guint i = 0; i < json_array_get_length (payments); i++)
    {
      JsonObject *payment = json_array_get_object_element (payments, i);
      g_autofree char *said = NULL;

      arrears_test_desk_set_day (desk, get_text (payment, "on"));
      said = arrears_test_debts_pay (desk, "0001", get_text (payment, "amount"),
                                     get_text (payment, "on"), get_text (worked, "order"));
      assert_part (said, "cost", payment, "to_costs");
      assert_part (said, "charge", payment, "to_charge");
      assert_part (said, "principal", payment, "to_principal");
    }
}

static void
assert_money (ArrearsMoney money, JsonObject *worked, const char *member)
{
  g_autofree char *printed = arrears_money_to_string (money);

  if (get_text (worked, member) != NULL)
    g_assert_cmpstr (printed, ==, get_text (worked, member));
}

static void
check_case (JsonObject *worked)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2019-01-02");
  ArrearsChargeBalance balance;

  g_test_message ("%s: %s", get_text (worked, "id"), get_text (worked, "about"));
  enter_case (desk, worked);
  make_payments (desk, worked);
  arrears_test_desk_set_day (desk, get_text (worked, "until"));
  balance = arrears_test_debts_load_charge (desk, "XS-1");
  assert_money (balance.accrued, worked, "charge");
  assert_money (balance.unpaid, worked, "unpaid_charge");
  assert_money (balance.costs, worked, "unpaid_costs");
  if (get_text (worked, "principal") != NULL)
    arrears_test_debts_assert_open (desk, "XS-1", get_text (worked, "principal"));
  arrears_test_desk_assert_sound (desk);
}

static void
test_every_worked_example_comes_out_of_a_ledger (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *cases = load_cases (parser);
  guint n_checked = 0;

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *worked = json_array_get_object_element (cases, i);

      if (!is_for_ledgers (worked))
        continue;
      check_case (worked);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >=, 28);
}

/* E19: two invoices that both bear a charge. */
static void
add_two_debts (Fixture *fixture)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-01-02,2025-03-31,20000,,HT-1\n"
                                                 "0001,B,2025-01-02,2025-04-30,20000,,HT-1\n");
  arrears_test_debts_set_terms (fixture->desk, "0001", "HT-1", "daily:0.0005", NULL);
  arrears_test_desk_set_day (fixture->desk, "2025-06-30");
}

static void
test_a_debt_is_chosen_first_and_paid_in_the_statutory_order_within (Fixture *fixture,
                                                                    gconstpointer user_data)
{
  g_autofree char *paid = NULL;

  add_two_debts (fixture);
  paid = arrears_test_debts_pay (fixture->desk, "0001", "10000", "2025-06-30", "statutory");
  g_assert_cmpstr (paid, ==, "A charge 910.00, A principal 9090.00, rest 0.00");
  arrears_test_desk_set_day (fixture->desk, "2025-09-30");
  arrears_test_debts_assert_open (fixture->desk, "A", "10910.00");
  arrears_test_debts_assert_charge (fixture->desk, "A", "501.86");
  arrears_test_debts_assert_charge (fixture->desk, "B", "1530.00");
}

static void
test_all_charges_first_is_done_by_hand (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *paid = NULL;

  add_two_debts (fixture);
  paid = arrears_test_debts_share (fixture->desk, "0001", "10000", "2025-06-30",
                                   "A charge 910.00, B charge 610.00, A principal 8480.00");
  g_assert_cmpstr (paid, ==, "A charge 910.00, B charge 610.00, A principal 8480.00, rest 0.00");
  arrears_test_desk_set_day (fixture->desk, "2025-09-30");
  arrears_test_debts_assert_open (fixture->desk, "A", "11520.00");
  arrears_test_debts_assert_charge (fixture->desk, "A", "529.92");
  arrears_test_debts_assert_charge (fixture->desk, "B", "920.00");
}

/* Single stories. */

static void
test_a_changed_due_day_moves_the_start (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2025-01-02,2025-06-30,50000,,HT-1\n");
  arrears_test_debts_set_terms (fixture->desk, "0001", "HT-1", "daily:0.0005", NULL);
  arrears_test_desk_set_day (fixture->desk, "2025-07-10");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "250.00");
  arrears_invoices_change_due_day (fixture->desk, "XS-1", arrears_test_day ("2025-09-30"),
                                   "补充协议延期", &error);
  g_assert_no_error (error);
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "0.00");
  arrears_test_desk_set_day (fixture->desk, "2025-12-31");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "2300.00");

  arrears_test_desk_set_day (fixture->desk, "2025-07-09");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "225.00");
}

static gint64
raise_dispute (Fixture *fixture, const char *amount)
{
  g_autoptr (ArrearsDispute) dispute = arrears_dispute_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  arrears_record_set_text (&dispute->invoice_number, "XS-1");
  arrears_record_set_text (&dispute->reason, ARREARS_DISPUTE_QUALITY);
  dispute->amount = arrears_test_money (amount);
  id = arrears_disputes_raise (fixture->desk, dispute, &error);
  g_assert_no_error (error);
  return id;
}

static void
end_dispute (Fixture *fixture, gint64 id, const char *how)
{
  const ArrearsDisputeOutcome outcome = { .how = how, .credit_note_number = "HC-1" };
  g_autoptr (GError) error = NULL;

  arrears_disputes_end (fixture->desk, id, &outcome, &error);
  g_assert_no_error (error);
}

static void
test_a_disputed_part_costs_nothing_until_the_dispute_is_rejected (Fixture *fixture,
                                                                  gconstpointer user_data)
{
  gint64 id;

  add_debt (fixture);
  arrears_test_desk_set_day (fixture->desk, "2025-04-10");
  id = raise_dispute (fixture, "40000");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "500.00");
  arrears_test_desk_set_day (fixture->desk, "2025-04-20");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "800.00");
  end_dispute (fixture, id, "rejected");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "1000.00");

  /* What was said while it stood is said again. */
  arrears_test_desk_set_day (fixture->desk, "2025-04-19");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "770.00");
}

static void
test_a_dispute_that_was_right_costs_nothing_at_all (Fixture *fixture, gconstpointer user_data)
{
  gint64 id;

  add_debt (fixture);
  arrears_test_desk_set_day (fixture->desk, "2025-04-10");
  id = raise_dispute (fixture, "40000");
  arrears_test_desk_set_day (fixture->desk, "2025-04-20");
  end_dispute (fixture, id, "credited");
  arrears_test_debts_assert_open (fixture->desk, "XS-1", "60000.00");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "800.00");
  arrears_test_desk_set_day (fixture->desk, "2025-04-30");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "1100.00");
}

static void
test_a_credit_note_lowers_the_base_from_its_day (Fixture *fixture, gconstpointer user_data)
{
  ArrearsCreditNote note = { .number = "HC-1",
                             .amount = arrears_test_money ("20000"),
                             .on = arrears_test_day ("2025-04-10"),
                             .invoice_number = "XS-1" };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPaymentResult) result = NULL;

  add_debt (fixture);
  note.customer_id = arrears_test_desk_find (fixture->desk, "0001");
  arrears_test_desk_set_day (fixture->desk, "2025-04-20");
  result = arrears_receipts_credit (fixture->desk, &note, &error);
  g_assert_no_error (error);
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "900.00");
}

/* Against a large firm: no less than the LPR of the day of the contract, and only where the
 * regulation reaches.
 */
static void
test_the_regulation_for_small_firms_is_kept_to (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_set_day (fixture->desk, "2025-11-30");
  arrears_test_desk_add_invoices (fixture->desk, "0001,AGREED,2025-06-10,2025-08-29,250000,,HT-1\n"
                                                 "0001,SILENT,2025-06-10,2025-08-29,250000,,\n"
                                                 "0001,EARLY,2020-06-10,2020-08-30,10000,,\n"
                                                 "0001,FIRST,2020-06-10,2020-08-31,10000,,\n");
  arrears_test_debts_set_terms (fixture->desk, "0001", "HT-1", "annual:2%", "2025-06-10");
  arrears_test_debts_assert_charge (fixture->desk, "AGREED", "1273.97");
  arrears_test_debts_set_rule (fixture->desk, "statutory", "sme");
  arrears_test_debts_assert_charge (fixture->desk, "AGREED", "1910.96");
  arrears_test_debts_assert_charge (fixture->desk, "SILENT", "11625.00");
  arrears_test_debts_assert_charge (fixture->desk, "FIRST", "9585.00");
  /* LPR 3.85 % x 1.5 over 1918 days. */
  arrears_test_debts_assert_charge (fixture->desk, "EARLY", "3034.64");
}

static void
test_grace_and_a_ceiling_are_kept (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsContract) contract = NULL;

  add_debt (fixture);
  contract = arrears_account_find_contract (
      fixture->desk, arrears_test_desk_find (fixture->desk, "0001"), "HT-1", &error);
  contract->grace_days = 10;
  arrears_record_set_text (&contract->charge_cap, "1%");
  arrears_account_save_contract (fixture->desk, contract, &error);
  g_assert_no_error (error);
  arrears_test_desk_set_day (fixture->desk, "2025-04-10");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "0.00");
  arrears_test_desk_set_day (fixture->desk, "2025-04-20");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "500.00");
  arrears_test_desk_set_day (fixture->desk, "2025-07-20");
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "1000.00");
}

/* A charge that is left when the principal is paid. */

static void
assert_left (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = arrears_charge_left_list (
      fixture->desk, arrears_test_desk_find (fixture->desk, "0001"), &error);
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < left->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (left, i);
      g_autofree char *charge = arrears_money_to_string (invoice->charge);

      g_string_append_printf (said, "%s%s %s", i > 0 ? ", " : "", invoice->number, charge);
    }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
assert_kept (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsCharging) charging = arrears_charging_load (
      fixture->desk, arrears_test_desk_find (fixture->desk, "0001"), &error);
  g_autoptr (GPtrArray) kept = arrears_charging_load_kept (charging, &error);
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < kept->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (kept, i);
      g_autofree char *charge = arrears_money_to_string (invoice->charge);

      g_string_append_printf (said, "%s%s %s", i > 0 ? ", " : "", invoice->number, charge);
    }
  g_assert_cmpstr (said->str, ==, expected);
}

/* What the account asks for, on top of the principal. */
static void
assert_account_asks (Fixture *fixture, const char *expected)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autofree char *charge = arrears_money_to_string (page->charge);

  g_assert_cmpstr (charge, ==, expected);
}

static void
decide (Fixture *fixture, ArrearsChargeFate fate, ArrearsError refusal)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done
      = arrears_charge_left_decide (fixture->desk, "XS-1", fate, "对方经理来电商定", &error);

  if (is_done)
    g_assert_no_error (error);
  else
    g_assert_error (error, ARREARS_ERROR, (int) refusal);
}

/* Paid twenty days late: 1,000.00 are left. */
static void
pay_late (Fixture *fixture)
{
  g_autofree char *paid = NULL;

  add_debt (fixture);
  arrears_test_desk_set_day (fixture->desk, "2025-04-20");
  decide (fixture, ARREARS_CHARGE_KEPT, ARREARS_ERROR_REFUSED);
  paid = arrears_test_debts_pay (fixture->desk, "0001", "100000", "2025-04-20", "principal_first");
  g_assert_cmpstr (paid, ==, "XS-1 principal 100000.00, rest 0.00");
}

static void
test_a_charge_that_is_left_is_asked_about_and_not_claimed (Fixture *fixture,
                                                           gconstpointer user_data)
{
  ArrearsChargeBalance balance;

  pay_late (fixture);
  assert_left (fixture, "XS-1 1000.00");
  assert_kept (fixture, "");
  assert_account_asks (fixture, "0.00");
  balance = arrears_test_debts_load_charge (fixture->desk, "XS-1");
  g_assert_cmpint (arrears_charge_balance_get_claimable (&balance).fen, ==, 0);
  /* A later payment does not take it either. */
  arrears_test_desk_set_day (fixture->desk, "2025-05-20");
  g_free (arrears_test_debts_pay (fixture->desk, "0001", "50", "2025-05-20", "statutory"));
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "1000.00");
}

static void
test_a_charge_that_was_kept_is_a_claim_and_can_be_paid (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *paid = NULL;

  pay_late (fixture);
  assert_account_asks (fixture, "0.00");
  decide (fixture, ARREARS_CHARGE_KEPT, 0);
  assert_left (fixture, "");
  assert_kept (fixture, "XS-1 1000.00");
  assert_account_asks (fixture, "1000.00");
  arrears_test_desk_set_day (fixture->desk, "2025-05-20");
  assert_kept (fixture, "XS-1 1000.00");
  paid = arrears_test_debts_pay (fixture->desk, "0001", "1200", "2025-05-20", NULL);
  g_assert_cmpstr (paid, ==, "XS-1 charge 1000.00, rest 200.00");
  assert_kept (fixture, "");
  assert_left (fixture, "");
  arrears_test_desk_set_day (fixture->desk, "2025-04-20");
  assert_kept (fixture, "XS-1 1000.00");
}

static void
test_a_charge_that_was_waived_or_written_off_is_not_claimed (Fixture *fixture,
                                                             gconstpointer user_data)
{
  ArrearsChargeBalance balance;

  pay_late (fixture);
  decide (fixture, ARREARS_CHARGE_WAIVED, 0);
  assert_left (fixture, "");
  assert_kept (fixture, "");
  balance = arrears_test_debts_load_charge (fixture->desk, "XS-1");
  g_assert_cmpint (balance.waived.fen, ==, 100000);
  g_assert_cmpint (balance.unpaid.fen, ==, 0);

  decide (fixture, ARREARS_CHARGE_WRITTEN_OFF, 0);
  balance = arrears_test_debts_load_charge (fixture->desk, "XS-1");
  g_assert_cmpint (balance.waived.fen, ==, 0);
  g_assert_cmpint (balance.written_off.fen, ==, 100000);

  decide (fixture, ARREARS_CHARGE_KEPT, 0);
  assert_kept (fixture, "XS-1 1000.00");
}

static void
test_a_charge_comes_back_with_the_principal (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  pay_late (fixture);
  decide (fixture, ARREARS_CHARGE_WAIVED, 0);
  arrears_test_desk_set_day (fixture->desk, "2025-04-30");
  arrears_receipts_void (fixture->desk, arrears_test_debts_find_last_receipt (fixture->desk),
                         "退票", &error);
  g_assert_no_error (error);
  /* Thirty days, less what was waived of the first twenty. */
  arrears_test_debts_assert_charge (fixture->desk, "XS-1", "500.00");
  arrears_test_debts_assert_open (fixture->desk, "XS-1", "100000.00");
  assert_left (fixture, "");
}

static void
test_nothing_left_is_nothing_to_decide (Fixture *fixture, gconstpointer user_data)
{
  add_debt (fixture);
  arrears_test_desk_set_day (fixture->desk, "2025-03-31");
  g_free (arrears_test_debts_pay (fixture->desk, "0001", "100000", "2025-03-31", NULL));
  assert_left (fixture, "");
  decide (fixture, ARREARS_CHARGE_KEPT, ARREARS_ERROR_NOTHING_DUE);
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/charging/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charging/every-worked-example-comes-out-of-a-ledger",
                   test_every_worked_example_comes_out_of_a_ledger);
  add ("a-debt-is-chosen-first-and-paid-in-the-statutory-order-within",
       test_a_debt_is_chosen_first_and_paid_in_the_statutory_order_within);
  add ("all-charges-first-is-done-by-hand", test_all_charges_first_is_done_by_hand);
  add ("a-changed-due-day-moves-the-start", test_a_changed_due_day_moves_the_start);
  add ("a-disputed-part-costs-nothing-until-the-dispute-is-rejected",
       test_a_disputed_part_costs_nothing_until_the_dispute_is_rejected);
  add ("a-dispute-that-was-right-costs-nothing-at-all",
       test_a_dispute_that_was_right_costs_nothing_at_all);
  add ("a-credit-note-lowers-the-base-from-its-day",
       test_a_credit_note_lowers_the_base_from_its_day);
  add ("the-regulation-for-small-firms-is-kept-to", test_the_regulation_for_small_firms_is_kept_to);
  add ("grace-and-a-ceiling-are-kept", test_grace_and_a_ceiling_are_kept);
  add ("a-charge-that-is-left-is-asked-about-and-not-claimed",
       test_a_charge_that_is_left_is_asked_about_and_not_claimed);
  add ("a-charge-that-was-kept-is-a-claim-and-can-be-paid",
       test_a_charge_that_was_kept_is_a_claim_and_can_be_paid);
  add ("a-charge-that-was-waived-or-written-off-is-not-claimed",
       test_a_charge_that_was_waived_or_written_off_is_not_claimed);
  add ("a-charge-comes-back-with-the-principal", test_a_charge_comes_back_with_the_principal);
  add ("nothing-left-is-nothing-to-decide", test_nothing_left_is_nothing_to_decide);
  return g_test_run ();
}

/* test-account-page.c: one account in full, its customer and its contracts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contact.h"
#include "arrears-invoices.h"
#include "arrears-limitation-watch.h"
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
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2025-06-30");
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,30,B\n0002,老窖酒业,,A\n");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static void
save_contract (Fixture *fixture, const char *number, const char *terms, int grace_days,
               const char *cap, GError **error)
{
  g_autoptr (ArrearsContract) contract = arrears_account_find_contract (
      fixture->desk, arrears_test_desk_find (fixture->desk, "0001"), number, error);

  g_assert_nonnull (contract);
  arrears_record_set_text (&contract->title, "购销合同");
  arrears_record_set_text (&contract->charge_terms, terms);
  arrears_record_set_text (&contract->charge_cap, cap);
  contract->grace_days = grace_days;
  arrears_account_save_contract (fixture->desk, contract, error);
}

static ArrearsInvoice *
load_first_item (Fixture *fixture)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");

  g_assert_cmpuint (page->invoices->len, >=, 1);
  return g_object_ref (g_ptr_array_index (page->invoices, 0));
}

static void
assert_charge (Fixture *fixture, const char *expected)
{
  g_autoptr (ArrearsInvoice) item = load_first_item (fixture);
  g_autofree char *charge = arrears_money_to_string (item->charge);

  g_assert_cmpstr (charge, ==, expected);
}

static void
assert_limitation (Fixture *fixture, const char *expected)
{
  g_autoptr (ArrearsInvoice) item = load_first_item (fixture);
  g_autofree char *ends_on = arrears_day_to_string (item->limitation_ends_on);

  g_assert_cmpstr (ends_on, ==, expected);
}

/* The figures of the next four are those of the worked cases E01, E08, E02 and E13. */
static void
test_an_agreed_rate_is_charged (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-03-01,2025-03-31,100000,,HT-1\n");
  save_contract (fixture, "HT-1", "daily:0.0005", 0, "", &error);
  g_assert_no_error (error);
  assert_charge (fixture, "4550.00");
}

static void
test_a_payment_lowers_the_principal_from_the_day_after_it (Fixture *fixture,
                                                           gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-02-01,2025-02-28,120000,,HT-1\n");
  save_contract (fixture, "HT-1", "daily:0.0005", 0, "", &error);
  g_assert_no_error (error);
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "50000", "2025-03-31", NULL));
  assert_charge (fixture, "5045.00");
}

static void
test_the_statutory_rate_is_charged_where_nothing_is_agreed (Fixture *fixture,
                                                            gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-04-12,2025-05-12,86400,,\n");
  arrears_test_desk_set_day (fixture->desk, "2025-12-31");
  assert_charge (fixture, "2564.66");
}

static void
test_a_cap_and_days_of_grace_are_kept_to (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-02-01,2025-02-28,40000,,HT-1\n");
  arrears_test_desk_set_day (fixture->desk, "2025-08-31");
  save_contract (fixture, "HT-1", "daily:0.003", 0, "", &error);
  g_assert_no_error (error);
  assert_charge (fixture, "22080.00");
  save_contract (fixture, "HT-1", "daily:0.003", 4, "", &error);
  g_assert_no_error (error);
  assert_charge (fixture, "21600.00");
  save_contract (fixture, "HT-1", "daily:0.003", 0, "30%", &error);
  g_assert_no_error (error);
  assert_charge (fixture, "12000.00");
}

static void
test_a_payment_starts_the_limitation_anew_and_a_credit_note_does_not (Fixture *fixture,
                                                                      gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-03-01,2025-03-31,1000,,\n");
  assert_limitation (fixture, "2028-03-31");
  arrears_test_desk_add_invoices (fixture->desk, "0001,HC-1,2025-06-01,,-100,,\n");
  assert_limitation (fixture, "2028-03-31");
  g_free (arrears_test_desk_pay (fixture->desk, "0001", "50", "2025-06-15", NULL));
  assert_limitation (fixture, "2028-06-15");
  arrears_test_desk_set_day (fixture->desk, "2025-06-14");
  assert_limitation (fixture, "2028-03-31");
}

static void
test_the_page_adds_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccountPage) page = NULL;
  gint64 open = 0;
  gint64 charge = 0;

  arrears_test_desk_add_invoices (fixture->desk, "0001,A,2025-03-01,2025-03-31,1000,100,HT-1\n"
                                                 "0001,B,2025-06-01,2025-07-31,500,,HT-1\n"
                                                 "0001,C,2025-03-01,2025-03-31,70,70,HT-2\n"
                                                 "0002,D,2025-03-01,2025-03-31,70,,\n");
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_assert_cmpuint (page->invoices->len, ==, 2);
  g_assert_cmpuint (page->contracts->len, ==, 2);
  g_assert_cmpuint (page->receipts->len, ==, 2);
  for (guint i = 0; i < page->invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (page->invoices, i);

      open += invoice->open.fen;
      charge += invoice->charge.fen;
    }
  g_assert_cmpint (page->account->balance.fen, ==, open);
  g_assert_cmpint (page->account->overdue.fen, ==, 90000);
  g_assert_cmpint (page->charge.fen, ==, charge);
  g_assert_cmpint (page->account->stage, ==, 4);
  g_assert_cmpstr (page->customer->name, ==, "清泉茶行");
}

static void
test_a_customer_without_debts_has_a_page (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0002");

  g_assert_cmpuint (page->invoices->len, ==, 0);
  g_assert_cmpint (page->account->balance.fen, ==, 0);
  g_assert_cmpint (page->account->stage, ==, 0);
  g_assert_cmpstr (page->account->code, ==, "0002");
}

static void
test_an_unknown_account_is_not_found (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (arrears_account_find (fixture->desk, "0404", &error), ==, 0);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (arrears_account_page_load (fixture->desk, 404, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_terms_that_cannot_be_are_refused (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *terms;
    int grace_days;
    const char *cap;
  } cases[] = {
    { "weekly:0.1", 0, "" },
    { "daily:x", 0, "" },
    { "daily:0.0005", -1, "" },
    { "daily:0.0005", 0, "a lot" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ArrearsAccountPage) page = NULL;

      save_contract (fixture, "HT-1", cases[i].terms, cases[i].grace_days, cases[i].cap, &error);
      g_assert_nonnull (error);
      g_assert_cmpint (arrears_error_get_status (error), ==, 1);
      page = arrears_test_desk_load_page (fixture->desk, "0001");
      g_assert_cmpuint (page->contracts->len, ==, 0);
    }
}

static void
test_a_contract_is_added_once (Fixture *fixture, gconstpointer user_data)
{
  gint64 id = arrears_test_desk_find (fixture->desk, "0001");
  g_autoptr (ArrearsContract) added = arrears_contract_new ();
  g_autoptr (ArrearsContract) found = NULL;
  g_autoptr (GError) error = NULL;

  added->customer_id = id;
  g_assert_false (arrears_account_save_contract (fixture->desk, added, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);
  arrears_record_set_text (&added->number, "HT-1");
  arrears_record_set_text (&added->title, "购销合同");
  arrears_account_save_contract (fixture->desk, added, &error);
  g_assert_no_error (error);
  g_assert_false (arrears_account_save_contract (fixture->desk, added, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE);
  g_clear_error (&error);
  found = arrears_account_find_contract (fixture->desk, id, "HT-1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->id, !=, 0);
  g_assert_cmpstr (found->title, ==, "购销合同");
}

static void
test_a_customer_is_corrected_with_its_code_in_one_form (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autoptr (ArrearsCustomer) customer = arrears_record_copy (page->customer);
  g_autoptr (ArrearsAccountPage) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;

  arrears_record_set_text (&customer->name, " 清泉茶业有限公司 ");
  arrears_record_set_text (&customer->uscc, "91330106 ma000 7030q");
  arrears_record_set_text (&customer->contact, "李女士");
  customer->terms_days = 45;
  arrears_account_save_customer (fixture->desk, customer, &error);
  g_assert_no_error (error);
  again = arrears_test_desk_load_page (fixture->desk, "0001");
  g_assert_cmpstr (again->customer->name, ==, "清泉茶业有限公司");
  g_assert_cmpstr (again->customer->uscc, ==, "91330106MA0007030Q");
  g_assert_cmpstr (again->customer->contact, ==, "李女士");
  g_assert_cmpint (again->customer->terms_days, ==, 45);
  log = arrears_test_desk_ask (fixture->desk, "SELECT kind, subject FROM log_entry "
                                              "ORDER BY id DESC LIMIT 1");
  g_assert_cmpstr (log, ==, "customer-saved|0001\n");
}

static void
save_rules_of_customer (Fixture *fixture, const char *owner, const char *order, const char *limit)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autoptr (ArrearsCustomer) customer = arrears_record_copy (page->customer);
  g_autoptr (GError) error = NULL;

  arrears_record_set_text (&customer->owner, owner);
  arrears_record_set_text (&customer->payment_order, order);
  customer->credit_limit = arrears_test_money (limit);
  arrears_account_save_customer (fixture->desk, customer, &error);
  g_assert_no_error (error);
}

static void
assert_rules_of_customer (Fixture *fixture, const char *owner, const char *order, const char *limit)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");

  g_assert_cmpstr (page->customer->owner, ==, owner);
  g_assert_cmpstr (page->customer->payment_order, ==, order);
  g_assert_cmpint (page->customer->credit_limit.fen, ==, arrears_test_money (limit).fen);
  g_assert_cmpint (page->credit->position.limit.fen, ==, arrears_test_money (limit).fen);
}

static void
test_particulars_of_a_past_day_are_those_that_held (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2025-06-01,2025-06-20,10000,,\n");
  save_rules_of_customer (fixture, "王芳", "statutory", "5000");
  arrears_test_desk_set_day (fixture->desk, "2025-07-07");
  save_rules_of_customer (fixture, "李强", "", "8000");
  assert_rules_of_customer (fixture, "李强", "", "8000");
  arrears_test_desk_set_day (fixture->desk, "2025-07-06");
  assert_rules_of_customer (fixture, "王芳", "statutory", "5000");
}

static void
test_an_unknown_order_of_payment_is_refused (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autoptr (ArrearsCustomer) customer = arrears_record_copy (page->customer);
  g_autoptr (GError) error = NULL;

  arrears_record_set_text (&customer->payment_order, "dearest_first");
  g_assert_false (arrears_account_save_customer (fixture->desk, customer, &error));
  arrears_test_assert_error (&error, "WORD_UNKNOWN");
}

static gint64
log_call (Fixture *fixture, const char *on, const char *next_on, gint64 corrects)
{
  ArrearsContact contact = {
    .customer_id = arrears_test_desk_find (fixture->desk, "0001"),
    .channel = ARREARS_CHANNEL_CALL,
    .spoke_with = "李女士",
    .on = arrears_test_day (on),
    .minute = 10 * 60,
    .said = "下周答复",
    .outcome = ARREARS_OUTCOME_REACHED,
    .next_on = next_on != NULL ? arrears_test_day (next_on) : ARREARS_DAY_NONE,
    .reason = "客户要求",
    .corrects = corrects,
  };
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_contact_log (fixture->desk, &contact, &error);

  g_assert_no_error (error);
  return id;
}

static void
assert_follow_up (Fixture *fixture, const char *expected)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autofree char *follow_up_on = arrears_day_to_string (page->follow_up_on);

  g_assert_cmpstr (follow_up_on, ==, expected);
}

static void
test_the_latest_contact_says_what_follows (Fixture *fixture, gconstpointer user_data)
{
  gint64 last;

  assert_follow_up (fixture, "");
  log_call (fixture, "2025-06-25", "2025-07-02", 0);
  assert_follow_up (fixture, "2025-07-02");
  last = log_call (fixture, "2025-06-27", "2025-07-09", 0);
  log_call (fixture, "2025-06-23", "2025-07-20", 0);
  assert_follow_up (fixture, "2025-07-09");
  log_call (fixture, "2025-06-27", NULL, last);
  assert_follow_up (fixture, "");
}

static void
test_what_was_entered_of_an_account_is_shown (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsGuarantee) guarantee = arrears_guarantee_new ();
  g_autoptr (ArrearsAccountPage) page = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsCostOfInvoice cost = { .number = "XS-1",
                                .amount = arrears_test_money ("300"),
                                .on = arrears_test_day ("2025-06-25"),
                                .note = "公证费发票 001" };

  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2025-06-01,2025-06-20,10000,,\n");
  guarantee->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  guarantee->from_on = guarantee->principal_due_on = arrears_test_day ("2025-06-20");
  arrears_record_set_text (&guarantee->guarantor, "老窖酒业");
  arrears_record_set_text (&guarantee->kind, "joint");
  arrears_limitation_watch_add_guarantee (fixture->desk, guarantee, &error);
  g_assert_no_error (error);
  arrears_invoices_enter_cost (fixture->desk, &cost, &error);
  g_assert_no_error (error);

  page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_assert_cmpuint (page->guarantees->len, ==, 1);
  g_assert_cmpuint (page->costs->len, ==, 1);
}

static void
test_a_customer_that_cannot_be_is_refused (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *name;
    const char *uscc;
    const char *code;
    int terms_days;
  } cases[] = {
    { "  ", "", "0001", 30 },   { "清泉茶行", "123", "0001", 30 }, { "清泉茶行", "", "0002", 30 },
    { "清泉茶行", "", "", 30 }, { "清泉茶行", "", "0001", -2 },
  };
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsCustomer) customer = arrears_record_copy (page->customer);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      arrears_record_set_text (&customer->name, cases[i].name);
      arrears_record_set_text (&customer->uscc, cases[i].uscc);
      arrears_record_set_text (&customer->code, cases[i].code);
      customer->terms_days = cases[i].terms_days;
      g_assert_false (arrears_account_save_customer (fixture->desk, customer, &error));
      g_assert_cmpint (arrears_error_get_status (error), ==, 1);
      after = arrears_test_desk_dump (fixture->desk);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/account-page/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("an-agreed-rate-is-charged", test_an_agreed_rate_is_charged);
  add ("a-payment-lowers-the-principal-from-the-day-after-it",
       test_a_payment_lowers_the_principal_from_the_day_after_it);
  add ("the-statutory-rate-is-charged-where-nothing-is-agreed",
       test_the_statutory_rate_is_charged_where_nothing_is_agreed);
  add ("a-cap-and-days-of-grace-are-kept-to", test_a_cap_and_days_of_grace_are_kept_to);
  add ("a-payment-starts-the-limitation-anew-and-a-credit-note-does-not",
       test_a_payment_starts_the_limitation_anew_and_a_credit_note_does_not);
  add ("the-page-adds-up", test_the_page_adds_up);
  add ("a-customer-without-debts-has-a-page", test_a_customer_without_debts_has_a_page);
  add ("an-unknown-account-is-not-found", test_an_unknown_account_is_not_found);
  add ("terms-that-cannot-be-are-refused", test_terms_that_cannot_be_are_refused);
  add ("a-contract-is-added-once", test_a_contract_is_added_once);
  add ("a-customer-is-corrected-with-its-code-in-one-form",
       test_a_customer_is_corrected_with_its_code_in_one_form);
  add ("a-customer-that-cannot-be-is-refused", test_a_customer_that_cannot_be_is_refused);
  add ("particulars-of-a-past-day-are-those-that-held",
       test_particulars_of_a_past_day_are_those_that_held);
  add ("an-unknown-order-of-payment-is-refused", test_an_unknown_order_of_payment_is_refused);
  add ("the-latest-contact-says-what-follows", test_the_latest_contact_says_what_follows);
  add ("what-was-entered-of-an-account-is-shown", test_what_was_entered_of_an_account_is_shown);
  return g_test_run ();
}

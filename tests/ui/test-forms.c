/* test-forms.c: what is typed into forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-company-form.h"
#include "arrears-contract-form.h"
#include "arrears-customer-form.h"
#include "arrears-form.h"
#include "arrears-instalment-plan.h"
#include "arrears-payment-form.h"
#include "arrears-test-values.h"

/* The code of the issue with a field, as a number; -1 where the field is as it should be. */
static int
find_code (GArray *issues, const char *field)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const ArrearsFormIssue *issue = &g_array_index (issues, ArrearsFormIssue, i);

      if (g_str_equal (issue->field, field))
        return (int) issue->code;
    }
  return -1;
}

static int
check_company (const ArrearsCompanyForm *form, const char *field)
{
  g_autoptr (GArray) issues = arrears_company_form_check (form);

  return find_code (issues, field);
}

static void
test_company_needs_a_name (void)
{
  g_autoptr (ArrearsCompany) company = arrears_company_new ();
  ArrearsCompanyForm form;

  arrears_company_form_init (&form, company);
  g_assert_cmpint (check_company (&form, "name"), ==, ARREARS_ERROR_MISSING);
  arrears_form_set_text (form.curr, "name", "  一二三商贸有限公司 ");
  g_assert_cmpint (check_company (&form, "name"), ==, -1);
  g_assert_cmpstr (form.curr->name, ==, "一二三商贸有限公司");
  g_assert_true (arrears_form_is_changed (form.orig, form.curr));
  arrears_company_form_clear (&form);
}

static void
test_wrong_check_character_only_warns (void)
{
  g_autoptr (ArrearsCompany) company = arrears_company_new ();
  g_autoptr (GArray) issues = NULL;
  ArrearsCompanyForm form;

  arrears_company_form_init (&form, company);
  arrears_form_set_text (form.curr, "name", "甲");
  arrears_form_set_text (form.curr, "uscc", "9135");
  g_assert_cmpint (check_company (&form, "uscc"), ==, ARREARS_ERROR_USCC_LENGTH);
  arrears_form_set_text (form.curr, "uscc", "91350100M000100Y44");
  issues = arrears_company_form_check (&form);
  g_assert_cmpint (find_code (issues, "uscc"), ==, ARREARS_ERROR_USCC_CHECK);
  g_assert_false (arrears_form_has_faults (issues));
  arrears_company_form_clear (&form);
}

static int
check_customer (const ArrearsCustomerForm *form, const char *field)
{
  g_autoptr (GArray) issues = arrears_customer_form_check (form);

  return find_code (issues, field);
}

static void
test_terms_and_limit_may_stay_open (void)
{
  g_autoptr (ArrearsCustomer) customer = arrears_customer_new ();
  ArrearsCustomerForm form;

  customer->terms_days = -1;
  arrears_customer_form_init (&form, customer);
  g_assert_cmpstr (arrears_customer_form_get_text (&form, "terms_days"), ==, "");
  g_assert_cmpstr (arrears_customer_form_get_text (&form, "credit_limit"), ==, "");
  g_assert_cmpint (check_customer (&form, "terms_days"), ==, -1);

  arrears_customer_form_set_text (&form, "terms_days", "３０");
  arrears_customer_form_set_text (&form, "credit_limit", "50,000");
  g_assert_cmpint (form.curr->terms_days, ==, 30);
  g_assert_cmpint (form.curr->credit_limit.fen, ==, 5000000);

  arrears_customer_form_set_text (&form, "terms_days", "");
  g_assert_cmpint (form.curr->terms_days, ==, -1);
  arrears_customer_form_set_text (&form, "terms_days", "a month");
  g_assert_cmpint (check_customer (&form, "terms_days"), ==, ARREARS_ERROR_NUMBER_UNREADABLE);
  arrears_customer_form_set_text (&form, "credit_limit", "-1");
  g_assert_cmpint (check_customer (&form, "credit_limit"), ==, ARREARS_ERROR_AMOUNT_SIGN);
  arrears_customer_form_clear (&form);
}

static void
test_grade_is_a_change (void)
{
  g_autoptr (ArrearsCustomer) customer = arrears_customer_new ();
  ArrearsCustomerForm form;

  arrears_customer_form_init (&form, customer);
  g_assert_false (arrears_customer_form_is_changed (&form));
  arrears_customer_form_set_grade (&form, ARREARS_GRADE_C);
  g_assert_true (arrears_customer_form_is_changed (&form));
  arrears_customer_form_clear (&form);
}

static int
check_contract (const ArrearsContractForm *form, const char *field)
{
  g_autoptr (GArray) issues = arrears_contract_form_check (form);

  return find_code (issues, field);
}

static void
test_contract_terms_are_read_back (void)
{
  static const struct
  {
    const char *terms;
    ArrearsContractCharge charge;
    const char *rate;
  } cases[] = {
    { "", ARREARS_CONTRACT_CHARGE_STATUTE, "" },
    { "daily:0.0005", ARREARS_CONTRACT_CHARGE_DAILY, "0.05%" },
    { "annual:0.0545/360", ARREARS_CONTRACT_CHARGE_ANNUAL, "5.45%" },
    { "lpr:1.5", ARREARS_CONTRACT_CHARGE_LPR, "1.5" },
    { "fixed:500.00", ARREARS_CONTRACT_CHARGE_FIXED, "500.00" },
    { "sme", ARREARS_CONTRACT_CHARGE_SME, "" },
    { "none", ARREARS_CONTRACT_CHARGE_NONE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsContract) contract = arrears_contract_new ();
      ArrearsContractForm form;

      arrears_record_set_text (&contract->number, "HT-1");
      arrears_record_set_text (&contract->charge_terms, cases[i].terms);
      arrears_contract_form_init (&form, contract);
      g_assert_cmpint (form.charge, ==, cases[i].charge);
      g_assert_cmpstr (arrears_contract_form_get_text (&form, "rate"), ==, cases[i].rate);
      arrears_contract_form_set_text (&form, "grace_days", "0");
      g_assert_cmpstr (form.curr->charge_terms, ==, cases[i].terms);
      arrears_contract_form_clear (&form);
    }
}

static void
test_contract_takes_rates_as_people_say_them (void)
{
  g_autoptr (ArrearsContract) contract = arrears_contract_new ();
  ArrearsContractForm form;

  arrears_contract_form_init (&form, contract);
  arrears_contract_form_set_charge (&form, ARREARS_CONTRACT_CHARGE_DAILY);
  g_assert_cmpint (check_contract (&form, "rate"), ==, ARREARS_ERROR_MISSING);
  arrears_contract_form_set_text (&form, "rate", "much");
  g_assert_cmpint (check_contract (&form, "rate"), ==, ARREARS_ERROR_RATE_UNREADABLE);
  arrears_contract_form_set_text (&form, "rate", "日万分之五");
  g_assert_cmpint (check_contract (&form, "rate"), ==, -1);
  arrears_contract_form_set_text (&form, "charge_cap", "30%");
  arrears_contract_form_set_text (&form, "grace_days", "3");
  arrears_contract_form_set_text (&form, "signed_on", "2024年3月5日");
  g_assert_cmpstr (form.curr->charge_terms, ==, "daily:0.0005");
  g_assert_cmpstr (form.curr->charge_cap, ==, "0.3");
  g_assert_cmpint (form.curr->grace_days, ==, 3);
  g_assert_cmpint (form.curr->signed_on.number, ==, arrears_test_day ("2024-03-05").number);
  g_assert_cmpint (check_contract (&form, "number"), ==, ARREARS_ERROR_MISSING);

  arrears_contract_form_set_text (&form, "grace_days", "soon");
  g_assert_cmpint (check_contract (&form, "grace_days"), ==, ARREARS_ERROR_NUMBER_UNREADABLE);
  arrears_contract_form_set_text (&form, "signed_on", "2024-02-30");
  g_assert_cmpint (check_contract (&form, "signed_on"), ==, ARREARS_ERROR_DAY_IMPOSSIBLE);
  arrears_contract_form_clear (&form);
}

static int
check_payment (const ArrearsPaymentForm *form, const char *field)
{
  g_autoptr (GArray) issues = arrears_payment_form_check (form);

  return find_code (issues, field);
}

static void
test_payment_is_money_of_today_or_before (void)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (ArrearsPaymentShare));
  ArrearsPaymentForm form;
  ArrearsPayment payment;

  arrears_payment_form_init (&form, 7, arrears_test_day ("2026-03-16"));
  g_assert_cmpstr (form.on, ==, "2026-03-16");
  g_assert_cmpint (check_payment (&form, "amount"), ==, ARREARS_ERROR_MISSING);
  g_assert_false (arrears_payment_form_get_payment (&form, shares, &payment));

  arrears_payment_form_set_text (&form, "amount", "0");
  g_assert_cmpint (check_payment (&form, "amount"), ==, ARREARS_ERROR_AMOUNT_SIGN);
  arrears_payment_form_set_text (&form, "amount", "￥1,200.50");
  arrears_payment_form_set_text (&form, "on", "2026-03-17");
  g_assert_cmpint (check_payment (&form, "on"), ==, ARREARS_ERROR_DAY_ORDER);
  arrears_payment_form_set_text (&form, "on", "2026/3/15");
  arrears_payment_form_set_text (&form, "reference", " TT-9 ");

  g_assert_true (arrears_payment_form_get_payment (&form, shares, &payment));
  g_assert_cmpint (payment.customer_id, ==, 7);
  g_assert_cmpint (payment.amount.fen, ==, 120050);
  g_assert_cmpint (payment.on.number, ==, arrears_test_day ("2026-03-15").number);
  g_assert_cmpstr (payment.reference, ==, "TT-9");
  g_assert_null (payment.invoice_number);
  arrears_payment_form_clear (&form);
}

static void
test_shares_stay_within_the_payment_and_what_is_owed (void)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (ArrearsPaymentShare));
  ArrearsPaymentForm form;
  ArrearsPaymentForm copy;
  ArrearsPayment payment;
  ArrearsPaymentFormShare *principal;
  ArrearsPaymentFormShare *charge;

  arrears_payment_form_init (&form, 7, arrears_test_day ("2026-03-16"));
  principal = arrears_payment_form_add_share (&form, "XS001", ARREARS_PART_PRINCIPAL,
                                              arrears_money (100000));
  charge
      = arrears_payment_form_add_share (&form, "XS001", ARREARS_PART_CHARGE, arrears_money (5000));
  arrears_payment_form_set_text (&form, "amount", "500");
  arrears_payment_form_set_text (&form, "invoice_number", "XS001");
  arrears_payment_form_set_text (&form, "order", "statutory");
  form.is_by_hand = TRUE;
  g_assert_cmpint (check_payment (&form, "by_hand_row"), ==, ARREARS_ERROR_MISSING);

  arrears_record_set_text (&charge->amount, "50.01");
  g_assert_cmpint (check_payment (&form, "by_hand_row"), ==, ARREARS_ERROR_PAID_EXCEEDS);
  arrears_record_set_text (&charge->amount, "50");
  arrears_record_set_text (&principal->amount, "450.01");
  g_assert_cmpint (check_payment (&form, "by_hand_row"), ==, ARREARS_ERROR_PAID_EXCEEDS);
  arrears_record_set_text (&principal->amount, "400");
  g_assert_cmpint (check_payment (&form, "by_hand_row"), ==, -1);
  g_assert_cmpint (arrears_payment_form_get_rest (&form).fen, ==, 5000);

  arrears_payment_form_copy (&form, &copy);
  g_assert_true (arrears_payment_form_get_payment (&copy, shares, &payment));
  g_assert_cmpuint (payment.n_shares, ==, 2);
  g_assert_cmpint (payment.shares[0].amount.fen, ==, 40000);
  g_assert_cmpint (payment.shares[1].part, ==, ARREARS_PART_CHARGE);
  g_assert_null (payment.invoice_number);
  g_assert_false (payment.has_order);

  copy.is_by_hand = FALSE;
  g_assert_true (arrears_payment_form_get_payment (&copy, shares, &payment));
  g_assert_cmpstr (payment.invoice_number, ==, "XS001");
  g_assert_true (payment.has_order);
  g_assert_cmpint (payment.order, ==, ARREARS_PAYMENT_ORDER_STATUTORY);
  arrears_payment_form_clear (&copy);
  arrears_payment_form_clear (&form);
}

static void
test_instalments_are_typed_one_a_line (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) plan
      = arrears_instalment_plan_parse ("2026-05-01 1,000.00\n\n 2026年6月1日\t500 \n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plan->len, ==, 2);
  g_assert_cmpint (g_array_index (plan, ArrearsInstalment, 0).amount.fen, ==, 100000);
  g_assert_cmpint (g_array_index (plan, ArrearsInstalment, 1).due_on.number, ==,
                   arrears_test_day ("2026-06-01").number);
  g_assert_null (arrears_instalment_plan_parse ("2026-05-01", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (arrears_instalment_plan_parse ("2026-02-30 1", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_IMPOSSIBLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/a-company-needs-a-name", test_company_needs_a_name);
  g_test_add_func ("/forms/a-wrong-check-character-only-warns",
                   test_wrong_check_character_only_warns);
  g_test_add_func ("/forms/terms-and-limit-may-stay-open", test_terms_and_limit_may_stay_open);
  g_test_add_func ("/forms/another-grade-is-a-change", test_grade_is_a_change);
  g_test_add_func ("/forms/contract-terms-are-read-back-as-they-were",
                   test_contract_terms_are_read_back);
  g_test_add_func ("/forms/a-contract-takes-rates-as-people-say-them",
                   test_contract_takes_rates_as_people_say_them);
  g_test_add_func ("/forms/a-payment-is-money-of-today-or-before",
                   test_payment_is_money_of_today_or_before);
  g_test_add_func ("/forms/shares-stay-within-the-payment-and-what-is-owed",
                   test_shares_stay_within_the_payment_and_what_is_owed);
  g_test_add_func ("/forms/instalments-are-typed-one-a-line",
                   test_instalments_are_typed_one_a_line);
  return g_test_run ();
}

/* test-late-charge.c: what one debt has cost by being late (逾期违约金)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-late-charge.h"

#include "arrears-error.h"
#include "arrears-test-published.h"
#include "arrears-test-values.h"

#include <json-glib/json-glib.h>

enum
{
  MAX_PAYMENTS = 6,
  N_HISTORIES = 5000,
};

typedef struct
{
  ArrearsRateTable *lpr;
  ArrearsRateTable *benchmark;
  ArrearsRateTables tables;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->lpr = arrears_test_published_load_rates ("lpr_1y.csv");
  fixture->benchmark = arrears_test_published_load_rates ("benchmark_1y.csv");
  fixture->tables = (ArrearsRateTables) { fixture->lpr, fixture->benchmark };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_rate_table_free (fixture->lpr);
  arrears_rate_table_free (fixture->benchmark);
}

static ArrearsChargeTerms
make_terms (const char *text)
{
  g_autoptr (GError) error = NULL;
  ArrearsChargeTerms terms;

  arrears_charge_terms_parse (text, &terms, &error);
  g_assert_no_error (error);
  return terms;
}

static ArrearsChargeCase
make_case (const char *amount, const char *due_on, const char *until)
{
  return (ArrearsChargeCase) {
    .amount = arrears_test_money (amount),
    .due_on = arrears_test_day (due_on),
    .until = arrears_test_day (until),
  };
}

static ArrearsLateCharge
compute (const Fixture *fixture, const ArrearsChargeCase *charge_case,
         const ArrearsChargeTerms *terms)
{
  g_autoptr (GError) error = NULL;
  ArrearsLateCharge charge;

  g_assert_true (
      arrears_late_charge_compute (charge_case, terms, &fixture->tables, &charge, &error));
  g_assert_no_error (error);
  return charge;
}

static ArrearsChargeStep
get_step (const ArrearsLateCharge *charge, guint i)
{
  g_assert_cmpuint (i, <, charge->steps->len);
  return g_array_index (charge->steps, ArrearsChargeStep, i);
}

static ArrearsChargePayment
get_payment (const ArrearsLateCharge *charge, guint i)
{
  g_assert_cmpuint (i, <, charge->payments->len);
  return g_array_index (charge->payments, ArrearsChargePayment, i);
}

/* The cases of the table. */

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static void
assert_money (ArrearsMoney money, JsonObject *object, const char *member)
{
  const char *expected = get_text (object, member);
  g_autofree char *printed = arrears_money_to_string (money);

  if (expected != NULL)
    g_assert_cmpstr (printed, ==, expected);
}

static void
assert_day (ArrearsDay day, JsonObject *object, const char *member)
{
  const char *expected = get_text (object, member);
  g_autofree char *printed = arrears_day_to_string (day);

  if (expected != NULL)
    g_assert_cmpstr (printed, ==, expected);
}

static void
assert_step (const ArrearsChargeStep *step, JsonObject *expected)
{
  g_autofree char *rate = arrears_rate_to_string (step->rate);

  assert_day (step->from, expected, "from");
  assert_day (step->to, expected, "to");
  g_assert_cmpint (step->days, ==, json_object_get_int_member (expected, "days"));
  assert_money (step->base, expected, "base");
  g_assert_cmpstr (rate, ==, get_text (expected, "rate"));
  g_assert_cmpint (step->year_days, ==, json_object_get_int_member (expected, "year_days"));
  assert_money (step->amount, expected, "amount");
}

static void
assert_steps (const ArrearsLateCharge *charge, JsonObject *expected)
{
  JsonArray *steps;

  if (!json_object_has_member (expected, "steps"))
    return;
  steps = json_object_get_array_member (expected, "steps");
  g_assert_cmpuint (charge->steps->len, ==, json_array_get_length (steps));
  for (guint i = 0; i < charge->steps->len; i++)
    {
      ArrearsChargeStep step = get_step (charge, i);

      assert_step (&step, json_array_get_object_element (steps, i));
    }
}

static void
assert_payments (const ArrearsLateCharge *charge, JsonObject *expected)
{
  JsonArray *payments;

  if (!json_object_has_member (expected, "payments"))
    return;
  payments = json_object_get_array_member (expected, "payments");
  g_assert_cmpuint (charge->payments->len, ==, json_array_get_length (payments));
  for (guint i = 0; i < charge->payments->len; i++)
    {
      ArrearsChargePayment payment = get_payment (charge, i);
      JsonObject *split = json_array_get_object_element (payments, i);

      assert_money (payment.to_costs, split, "to_costs");
      assert_money (payment.to_charge, split, "to_charge");
      assert_money (payment.to_principal, split, "to_principal");
    }
}

static void
assert_published (const ArrearsLateCharge *charge, JsonObject *expected)
{
  g_autofree char *published = NULL;

  if (get_text (expected, "published") == NULL)
    return;
  published = arrears_rate_to_string (charge->published);
  g_assert_cmpstr (published, ==, get_text (expected, "published"));
  assert_day (charge->published_on, expected, "published_on");
}

static void
assert_warnings (const ArrearsLateCharge *charge, JsonObject *expected)
{
  static const char *const words[]
      = { "above_loss", "above_24", "above_principal", "table_ended" };
  ArrearsChargeWarnings warnings = 0;
  JsonArray *array;

  if (!json_object_has_member (expected, "warnings"))
    return;
  array = json_object_get_array_member (expected, "warnings");
  for (guint i = 0; i < json_array_get_length (array); i++)
    for (guint w = 0; w < G_N_ELEMENTS (words); w++)
      if (g_str_equal (json_array_get_string_element (array, i), words[w]))
        warnings |= 1u << w;
  g_assert_cmpuint (charge->warnings, ==, warnings);
}

static gsize
read_payments (JsonObject *object, ArrearsChargePayment *payments)
{
  JsonArray *array;
  guint n;

  if (!json_object_has_member (object, "payments"))
    return 0;
  array = json_object_get_array_member (object, "payments");
  n = json_array_get_length (array);
  g_assert_cmpuint (n, <=, MAX_PAYMENTS);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *payment = json_array_get_object_element (array, i);

      payments[i] = (ArrearsChargePayment) {
        .on = arrears_test_day (get_text (payment, "on")),
        .amount = arrears_test_money (get_text (payment, "amount")),
      };
    }
  return n;
}

static ArrearsChargeTerms
read_terms (const Fixture *fixture, JsonObject *object)
{
  ArrearsChargeTerms terms = make_terms (get_text (object, "terms"));
  const char *contract_on = get_text (object, "contract_on");

  terms.splits_at_lpr
      = json_object_get_boolean_member_with_default (object, "splits_at_lpr", FALSE);
  if (contract_on != NULL)
    terms = arrears_charge_terms_with_sme_floor (
        &terms, arrears_test_day (contract_on), fixture->lpr);
  return terms;
}

static void
check_case (const Fixture *fixture, JsonObject *object)
{
  ArrearsChargePayment payments[MAX_PAYMENTS];
  ArrearsChargeTerms terms = read_terms (fixture, object);
  ArrearsChargeCase charge_case = make_case (
      get_text (object, "amount"), get_text (object, "due_on"), get_text (object, "until"));
  g_auto (ArrearsLateCharge) charge = { 0 };

  if (get_text (object, "costs") != NULL)
    charge_case.costs = arrears_test_money (get_text (object, "costs"));
  charge_case.payments = payments;
  charge_case.n_payments = read_payments (object, payments);
  if (g_strcmp0 (get_text (object, "order"), "statutory") == 0)
    charge_case.order = ARREARS_PAYMENT_ORDER_STATUTORY;

  charge = compute (fixture, &charge_case, &terms);
  assert_steps (&charge, object);
  assert_payments (&charge, object);
  assert_published (&charge, object);
  assert_warnings (&charge, object);
  assert_money (charge.charge, object, "charge");
  assert_money (charge.unpaid_charge, object, "unpaid_charge");
  assert_money (charge.unpaid_costs, object, "unpaid_costs");
  assert_money (charge.principal, object, "principal");
  assert_money (charge.loss, object, "loss");
  assert_money (arrears_money (charge.principal.fen + charge.unpaid_charge.fen
                               + charge.unpaid_costs.fen),
                object,
                "total_due");
}

static void
test_every_worked_example_comes_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("ARREARS_TEST_DATA"), "cases", "late-charge.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *cases;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cases), >=, 29);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);

      g_test_message ("late-charge.json: %s: %s",
                      get_text (object, "id"),
                      get_text (object, "about"));
      check_case (fixture, object);
    }
}

/* Single rules. */

static void
assert_charge (const Fixture *fixture, const char *terms, const char *due_on, const char *until,
               const char *expected)
{
  ArrearsChargeTerms parsed = make_terms (terms);
  ArrearsChargeCase charge_case = make_case ("10000.00", due_on, until);
  g_auto (ArrearsLateCharge) charge = compute (fixture, &charge_case, &parsed);
  g_autofree char *printed = arrears_money_to_string (charge.charge);

  g_assert_cmpstr (printed, ==, expected);
}

static void
test_nothing_is_owed_on_the_due_day (Fixture *fixture, gconstpointer data)
{
  assert_charge (fixture, "daily:0.0005", "2025-03-31", "2025-03-31", "0.00");
  assert_charge (fixture, "daily:0.0005", "2025-03-31", "2025-01-01", "0.00");
  assert_charge (fixture, "lpr:1.5", "2025-03-31", "2025-03-31", "0.00");
  assert_charge (fixture, "fixed:500.00", "2025-03-31", "2025-03-31", "0.00");
}

static void
test_a_day_is_owed_on_the_day_after_it (Fixture *fixture, gconstpointer data)
{
  assert_charge (fixture, "daily:0.0005", "2025-03-31", "2025-04-01", "5.00");
  assert_charge (fixture, "sme", "2025-03-31", "2025-04-01", "5.00");
  assert_charge (fixture, "annual:3.65%", "2025-03-31", "2025-04-01", "1.00");
  assert_charge (fixture, "annual:3.60%/360", "2025-03-31", "2025-04-01", "1.00");
}

static void
test_no_charge_is_no_charge (Fixture *fixture, gconstpointer data)
{
  assert_charge (fixture, "none", "2020-03-31", "2025-04-01", "0.00");
}

static void
test_a_fixed_sum_is_owed_once (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("fixed:500.00");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-03-31", "2025-12-31");
  g_auto (ArrearsLateCharge) charge = compute (fixture, &charge_case, &terms);

  g_assert_cmpint (charge.charge.fen, ==, 50000);
  g_assert_cmpuint (charge.steps->len, ==, 1);
  g_assert_cmpint (get_step (&charge, 0).amount.fen, ==, 50000);
  assert_charge (fixture, "fixed:500.00", "2025-03-31", "2025-04-01", "500.00");
}

static void
test_a_fixed_sum_is_not_owed_by_who_paid_in_time (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("fixed:500.00");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-03-31", "2025-12-31");
  ArrearsChargePayment payment = { .on = charge_case.due_on, .amount = charge_case.amount };
  g_auto (ArrearsLateCharge) charge = { 0 };

  charge_case.payments = &payment;
  charge_case.n_payments = 1;
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (charge.charge.fen, ==, 0);
}

static void
assert_nothing_accrues (const Fixture *fixture, const ArrearsChargeCase *charge_case,
                        const ArrearsChargeTerms *terms)
{
  g_auto (ArrearsLateCharge) charge = compute (fixture, charge_case, terms);

  g_assert_cmpint (charge.charge.fen, ==, 0);
  g_assert_cmpuint (charge.steps->len, ==, 0);
}

static void
test_days_of_grace_stay_free_and_do_not_move_the_breach (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("lpr:1.5");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-05-18", "2025-05-28");
  g_auto (ArrearsLateCharge) charge = { 0 };

  terms.grace_days = 7;
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpuint (charge.steps->len, ==, 1);
  g_assert_cmpint (get_step (&charge, 0).days, ==, 3);
  g_assert_cmpint (charge.published_on.number, ==, arrears_test_day ("2025-04-21").number);

  charge_case.until = arrears_test_day ("2025-05-25");
  assert_nothing_accrues (fixture, &charge_case, &terms);
  terms.grace_days = G_MAXINT;
  assert_nothing_accrues (fixture, &charge_case, &terms);
}

static void
test_an_agreed_cap_holds (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("daily:0.001");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-01-01", "2025-12-31");
  g_auto (ArrearsLateCharge) capped = { 0 };
  g_auto (ArrearsLateCharge) exact = { 0 };

  terms.cap = arrears_test_rate ("0.30");
  capped = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (capped.charge.fen, ==, 300000);
  g_assert_true (capped.is_capped);
  g_assert_cmpint (get_step (&capped, 0).amount.fen, ==, 364000);

  charge_case.until = arrears_day_add_days (charge_case.due_on, 300);
  exact = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (exact.charge.fen, ==, 300000);
  g_assert_false (exact.is_capped);
}

static void
test_what_was_paid_of_a_capped_charge_counts_towards_the_cap (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("daily:0.01");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-01-01", "2025-03-01");
  ArrearsChargePayment payment
      = { .on = arrears_test_day ("2025-01-21"), .amount = arrears_test_money ("1500.00") };
  g_auto (ArrearsLateCharge) charge = { 0 };

  terms.cap = arrears_test_rate ("10%");
  charge_case.payments = &payment;
  charge_case.n_payments = 1;
  charge_case.order = ARREARS_PAYMENT_ORDER_STATUTORY;
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (get_payment (&charge, 0).to_charge.fen, ==, 100000);
  g_assert_cmpint (get_payment (&charge, 0).to_principal.fen, ==, 50000);
  g_assert_cmpint (charge.charge.fen, ==, 100000);
  g_assert_cmpint (charge.unpaid_charge.fen, ==, 0);
}

static void
test_a_payment_lowers_the_principal_from_the_day_after_it (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("daily:0.0005");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-01-01", "2025-01-21");
  ArrearsChargePayment payments[] = {
    { .on = arrears_test_day ("2025-01-22"), .amount = arrears_test_money ("1000.00") },
    { .on = arrears_test_day ("2025-01-11"), .amount = arrears_test_money ("4000.00") },
    { .on = arrears_test_day ("2024-12-20"), .amount = arrears_test_money ("2000.00") },
  };
  g_auto (ArrearsLateCharge) charge = { 0 };

  charge_case.payments = payments;
  charge_case.n_payments = G_N_ELEMENTS (payments);
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpuint (charge.payments->len, ==, 2);
  g_assert_cmpuint (charge.steps->len, ==, 2);
  g_assert_cmpint (get_step (&charge, 0).base.fen, ==, 800000);
  g_assert_cmpint (get_step (&charge, 0).amount.fen, ==, 4000);
  g_assert_cmpint (get_step (&charge, 1).base.fen, ==, 400000);
  g_assert_cmpint (get_step (&charge, 1).amount.fen, ==, 2000);
  g_assert_cmpint (charge.principal.fen, ==, 400000);
}

static void
test_once_paid_nothing_more_accrues (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("daily:0.0005");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-01-01", "2025-12-31");
  ArrearsChargePayment payment
      = { .on = arrears_test_day ("2025-01-11"), .amount = arrears_test_money ("10020.00") };
  g_auto (ArrearsLateCharge) charge = { 0 };

  charge_case.payments = &payment;
  charge_case.n_payments = 1;
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (charge.charge.fen, ==, 5000);
  g_assert_cmpuint (charge.steps->len, ==, 1);
  g_assert_cmpint (charge.principal.fen, ==, 0);
  g_assert_cmpint (get_payment (&charge, 0).to_charge.fen, ==, 2000);
  g_assert_cmpint (charge.unpaid_charge.fen, ==, 3000);
}

static void
assert_published_on (const Fixture *fixture, const char *due_on, const char *published_on)
{
  ArrearsChargeTerms terms = make_terms ("lpr:1.5");
  ArrearsChargeCase charge_case = make_case ("10000.00", due_on, "2020-01-31");
  g_auto (ArrearsLateCharge) charge = compute (fixture, &charge_case, &terms);
  g_autofree char *printed = arrears_day_to_string (charge.published_on);

  g_assert_cmpstr (printed, ==, published_on);
}

static void
test_the_lpr_begins_with_a_breach_on_its_first_day (Fixture *fixture, gconstpointer data)
{
  assert_published_on (fixture, "2019-08-18", "2015-10-24");
  assert_published_on (fixture, "2019-08-19", "2019-08-20");
}

static void
test_the_last_fen_is_paid_too (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("none");
  ArrearsChargeCase charge_case = make_case ("0.01", "2025-01-01", "2025-12-31");
  ArrearsChargePayment payment
      = { .on = arrears_test_day ("2025-01-11"), .amount = arrears_money (1) };
  g_auto (ArrearsLateCharge) charge = { 0 };

  charge_case.payments = &payment;
  charge_case.n_payments = 1;
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (get_payment (&charge, 0).to_principal.fen, ==, 1);
  g_assert_cmpint (charge.principal.fen, ==, 0);
}

static void
test_method_b_begins_with_the_lpr_where_grace_reaches_past_the_change (Fixture *fixture,
                                                                       gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("lpr:1.5");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2019-08-10", "2019-09-30");
  g_auto (ArrearsLateCharge) charge = { 0 };

  terms.splits_at_lpr = TRUE;
  terms.grace_days = 20;
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpuint (charge.steps->len, ==, 1);
  g_assert_cmpint (
      arrears_rate_compare (get_step (&charge, 0).rate, arrears_test_rate ("6.375%")), ==, 0);
}

static void
test_a_payment_on_the_day_of_the_change_leaves_no_empty_step (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("lpr:1.5");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2019-08-10", "2019-09-30");
  ArrearsChargePayment payment
      = { .on = arrears_test_day ("2019-08-19"), .amount = arrears_test_money ("1000.00") };
  g_auto (ArrearsLateCharge) charge = { 0 };

  terms.splits_at_lpr = TRUE;
  charge_case.payments = &payment;
  charge_case.n_payments = 1;
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpuint (charge.steps->len, ==, 2);
  g_assert_cmpint (get_step (&charge, 0).days, ==, 9);
  g_assert_cmpint (get_step (&charge, 1).days, ==, 42);
}

static ArrearsChargeWarnings
get_warnings (const Fixture *fixture, const char *terms, const char *due_on, const char *until)
{
  ArrearsChargeTerms parsed = make_terms (terms);
  ArrearsChargeCase charge_case = make_case ("10000.00", due_on, until);
  g_auto (ArrearsLateCharge) charge = compute (fixture, &charge_case, &parsed);

  return charge.warnings;
}

static void
test_what_the_law_gives_raises_no_warning (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (get_warnings (fixture, "lpr:1.5", "2025-01-31", "2025-12-31"), ==, 0);
  g_assert_cmpuint (get_warnings (fixture, "lpr:1.5", "2016-01-31", "2019-12-31"), ==, 0);
  g_assert_cmpuint (get_warnings (fixture, "none", "2025-01-31", "2025-12-31"), ==, 0);
}

static void
test_warnings_begin_just_above_their_lines (Fixture *fixture, gconstpointer data)
{
  /* The loss is 3.10 % x 1.5, its 130 % are 6.045 % a year. */
  g_assert_cmpuint (get_warnings (fixture, "annual:6.045%", "2025-01-31", "2026-01-31"), ==, 0);
  g_assert_cmpuint (get_warnings (fixture, "annual:6.046%", "2025-01-31", "2026-01-31"),
                    ==,
                    ARREARS_CHARGE_WARNING_ABOVE_LOSS);
  g_assert_cmpuint (get_warnings (fixture, "annual:24%", "2025-01-31", "2026-01-31"),
                    ==,
                    ARREARS_CHARGE_WARNING_ABOVE_LOSS);
  g_assert_cmpuint (get_warnings (fixture, "annual:24.01%", "2025-01-31", "2026-01-31"),
                    ==,
                    ARREARS_CHARGE_WARNING_ABOVE_LOSS | ARREARS_CHARGE_WARNING_ABOVE_24);
  g_assert_cmpuint (get_warnings (fixture, "annual:24%/360", "2025-01-31", "2026-01-31"),
                    ==,
                    ARREARS_CHARGE_WARNING_ABOVE_LOSS | ARREARS_CHARGE_WARNING_ABOVE_24);
  g_assert_cmpuint (get_warnings (fixture, "fixed:10000.00", "2025-01-31", "2025-02-01"),
                    ==,
                    ARREARS_CHARGE_WARNING_ABOVE_LOSS);
  g_assert_cmpuint (get_warnings (fixture, "fixed:10000.01", "2025-01-31", "2025-02-01"),
                    ==,
                    ARREARS_CHARGE_WARNING_ABOVE_LOSS | ARREARS_CHARGE_WARNING_ABOVE_PRINCIPAL);
}

static void
test_a_breach_a_month_after_the_table_ends_is_warned_of (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (get_warnings (fixture, "lpr:1.5", "2026-10-20", "2026-12-31"), ==, 0);
  g_assert_cmpuint (get_warnings (fixture, "lpr:1.5", "2026-10-21", "2026-12-31"),
                    ==,
                    ARREARS_CHARGE_WARNING_TABLE_ENDED);
  g_assert_cmpuint (get_warnings (fixture, "annual:4%", "2026-10-21", "2026-12-31"), ==, 0);
}

static void
test_a_breach_before_the_table_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ArrearsChargeTerms terms = make_terms ("lpr:1.5");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2010-10-18", "2011-12-31");
  ArrearsLateCharge charge;

  g_assert_false (
      arrears_late_charge_compute (&charge_case, &terms, &fixture->tables, &charge, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_TABLE_ENDED);
  g_assert_null (charge.steps);

  charge_case.due_on = arrears_day_add_days (charge_case.due_on, 1);
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (charge.charge.fen, >, 0);
  arrears_late_charge_clear (&charge);
}

static void
test_an_agreed_rate_needs_no_table (Fixture *fixture, gconstpointer data)
{
  ArrearsRateTables none = { NULL, NULL };
  ArrearsChargeTerms terms = make_terms ("daily:0.003");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-01-01", "2025-01-11");
  g_autoptr (GError) error = NULL;
  g_auto (ArrearsLateCharge) charge = { 0 };

  g_assert_true (arrears_late_charge_compute (&charge_case, &terms, &none, &charge, &error));
  g_assert_cmpint (charge.charge.fen, ==, 30000);
  g_assert_cmpuint (charge.warnings, ==, ARREARS_CHARGE_WARNING_ABOVE_24);
  assert_charge (fixture, "daily:0.0005", "2009-01-01", "2009-01-11", "50.00");
}

static void
test_what_does_not_fit_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ArrearsChargeTerms terms = make_terms ("daily:1");
  ArrearsChargeCase charge_case = make_case ("0.00", "2025-01-01", "2025-12-31");
  ArrearsLateCharge charge;

  charge_case.amount = arrears_money (G_MAXINT64);
  g_assert_false (
      arrears_late_charge_compute (&charge_case, &terms, &fixture->tables, &charge, &error));
  arrears_test_assert_error (&error, "AMOUNT_TOO_LARGE");
  arrears_late_charge_clear (&charge);
}

/* Payments whose parts are known, disputes, and what was released. */

static void
test_parts_that_are_known_are_taken_as_they_are (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("daily:0.0005");
  ArrearsChargeCase charge_case = make_case ("120000.00", "2025-02-28", "2025-06-30");
  ArrearsChargePayment payment = { .on = arrears_test_day ("2025-03-31"),
                                   .amount = arrears_test_money ("50000.00"),
                                   .to_costs = arrears_test_money ("200.00"),
                                   .to_charge = arrears_test_money ("1860.00"),
                                   .to_principal = arrears_test_money ("47940.00") };
  g_auto (ArrearsLateCharge) charge = { 0 };

  charge_case.costs = arrears_test_money ("200.00");
  charge_case.payments = &payment;
  charge_case.n_payments = 1;
  charge_case.are_split = TRUE;
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (charge.charge.fen, ==, 513873);
  g_assert_cmpint (charge.unpaid_charge.fen, ==, 327873);
  g_assert_cmpint (charge.unpaid_costs.fen, ==, 0);
  g_assert_cmpint (charge.principal.fen, ==, 7206000);
}

static void
test_more_than_accrued_that_was_paid_is_no_debt_the_other_way_round (Fixture *fixture,
                                                                     gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("daily:0.0005");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-01-01", "2025-01-21");
  ArrearsChargePayment payment = { .on = arrears_test_day ("2025-01-11"),
                                   .to_charge = arrears_test_money ("500.00") };
  g_auto (ArrearsLateCharge) charge = { 0 };

  charge_case.payments = &payment;
  charge_case.n_payments = 1;
  charge_case.are_split = TRUE;
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (charge.charge.fen, ==, 10000);
  g_assert_cmpint (charge.unpaid_charge.fen, ==, 0);
}

static void
test_what_was_released_is_not_unpaid (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("daily:0.0005");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-01-01", "2025-01-21");
  g_auto (ArrearsLateCharge) charge = { 0 };

  charge_case.released = arrears_test_money ("40.00");
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (charge.charge.fen, ==, 10000);
  g_assert_cmpint (charge.unpaid_charge.fen, ==, 6000);
}

/* 10,000.00 at 5.00 a day, due on 1 January, until the 31st. */
static void
assert_disputed (const Fixture *fixture, const char *from, const char *until, const char *amount,
                 guint n_steps, const char *expected)
{
  ArrearsChargeTerms terms = make_terms ("daily:0.0005");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-01-01", "2025-01-31");
  ArrearsChargeDispute dispute = { .from = arrears_test_day (from),
                                   .amount = arrears_test_money (amount) };
  g_auto (ArrearsLateCharge) charge = { 0 };
  g_autofree char *printed = NULL;

  if (until != NULL)
    dispute.until = arrears_test_day (until);
  charge_case.disputes = &dispute;
  charge_case.n_disputes = 1;
  charge = compute (fixture, &charge_case, &terms);
  printed = arrears_money_to_string (charge.charge);
  g_assert_cmpstr (printed, ==, expected);
  g_assert_cmpuint (charge.steps->len, ==, n_steps);
  g_assert_cmpint (charge.principal.fen, ==, 1000000);
}

static void
test_a_disputed_part_bears_nothing_while_the_dispute_stands (Fixture *fixture, gconstpointer data)
{
  assert_disputed (fixture, "2024-12-20", NULL, "4000.00", 1, "90.00");
  assert_disputed (fixture, "2025-01-11", NULL, "4000.00", 2, "110.00");
  assert_disputed (fixture, "2025-01-11", "2025-01-21", "4000.00", 3, "130.00");
  assert_disputed (fixture, "2025-01-11", NULL, "10000.00", 1, "50.00");
  assert_disputed (fixture, "2025-01-31", NULL, "10000.00", 1, "150.00");
  assert_disputed (fixture, "2024-12-01", "2024-12-20", "4000.00", 1, "150.00");
}

static void
test_more_disputed_than_open_bears_nothing (Fixture *fixture, gconstpointer data)
{
  ArrearsChargeTerms terms = make_terms ("daily:0.0005");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2025-01-01", "2025-01-31");
  ArrearsChargeDispute disputes[] = {
    { .from = arrears_test_day ("2025-01-11"), .amount = arrears_test_money ("7000.00") },
    { .from = arrears_test_day ("2025-01-21"), .amount = arrears_test_money ("9000.00") },
  };
  g_auto (ArrearsLateCharge) charge = { 0 };

  charge_case.disputes = disputes;
  charge_case.n_disputes = G_N_ELEMENTS (disputes);
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (charge.charge.fen, ==, 5000 + 1500);
}

static void
test_the_regulation_for_small_firms_has_a_first_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ArrearsChargeTerms terms = make_terms ("sme");
  ArrearsChargeCase charge_case = make_case ("10000.00", "2020-08-30", "2021-12-31");
  ArrearsLateCharge charge;

  g_assert_false (
      arrears_late_charge_compute (&charge_case, &terms, &fixture->tables, &charge, &error));
  arrears_test_assert_error (&error, "TABLE_ENDED");
  charge_case.due_on = arrears_test_day ("2020-08-31");
  charge = compute (fixture, &charge_case, &terms);
  g_assert_cmpint (charge.charge.fen, >, 0);
  arrears_late_charge_clear (&charge);
}

/* Laws. */

typedef struct
{
  ArrearsChargePayment payments[MAX_PAYMENTS];
  ArrearsChargeCase charge_case;
  ArrearsChargeTerms terms;
} History;

static void
make_random_history (History *history)
{
  static const char *const terms[] = { "daily:0.0005",  "annual:5.45%", "annual:4%/360", "lpr:1.5",
                                       "lpr:1.3/360", "sme",          "fixed:88.88",   "none" };
  ArrearsDay due_on = arrears_day_add_days (arrears_test_day ("2018-06-01"),
                                            g_test_rand_int_range (0, 2500));

  *history = (History) { 0 };
  history->terms = make_terms (terms[g_test_rand_int_range (0, G_N_ELEMENTS (terms))]);
  if (history->terms.form == ARREARS_CHARGE_SME)
    due_on = arrears_day_add_days (due_on, 1000);
  history->terms.splits_at_lpr = g_test_rand_bit ();
  history->terms.grace_days = g_test_rand_bit () ? 0 : g_test_rand_int_range (0, 30);
  if (g_test_rand_int_range (0, 4) == 0)
    history->terms.cap = arrears_rate (g_test_rand_int_range (0, 30), 100);

  history->charge_case = (ArrearsChargeCase) {
    .amount = arrears_money (g_test_rand_int_range (0, 100000000)),
    .costs = arrears_money (g_test_rand_bit () ? 0 : g_test_rand_int_range (0, 100000)),
    .due_on = due_on,
    .until = arrears_day_add_days (due_on, g_test_rand_int_range (-30, 1500)),
    .payments = history->payments,
    .n_payments = (gsize) g_test_rand_int_range (0, MAX_PAYMENTS + 1),
    .order = g_test_rand_bit () ? ARREARS_PAYMENT_ORDER_STATUTORY
                                : ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST,
  };
  for (gsize i = 0; i < history->charge_case.n_payments; i++)
    history->payments[i] = (ArrearsChargePayment) {
      .on = arrears_day_add_days (due_on, g_test_rand_int_range (-60, 1600)),
      .amount = arrears_money (g_test_rand_int_range (0, 40000000)),
    };
}

static void
test_steps_add_up_and_touch_without_overlap (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history;
      g_auto (ArrearsLateCharge) charge = { 0 };
      gint64 sum = 0;

      make_random_history (&history);
      charge = compute (fixture, &history.charge_case, &history.terms);
      for (guint s = 0; s < charge.steps->len; s++)
        {
          ArrearsChargeStep step = get_step (&charge, s);

          sum += step.amount.fen;
          g_assert_cmpint (step.days, ==, arrears_day_count (step.from, step.to));
          g_assert_cmpint (step.days, >, 0);
          g_assert_cmpint (step.base.fen, >, 0);
          g_assert_cmpint (arrears_day_compare (step.to, history.charge_case.until), <=, 0);
          if (s > 0)
            g_assert_cmpint (step.from.number, ==, get_step (&charge, s - 1).to.number);
        }
      g_assert_cmpint (charge.charge.fen, <=, sum);
      g_assert_cmpint (charge.charge.fen < sum, ==, charge.is_capped);
    }
}

static void
test_every_payment_goes_somewhere_and_nothing_is_lost (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history;
      g_auto (ArrearsLateCharge) charge = { 0 };
      gint64 to_costs = 0, to_charge = 0, to_principal = 0;

      make_random_history (&history);
      charge = compute (fixture, &history.charge_case, &history.terms);
      for (guint p = 0; p < charge.payments->len; p++)
        {
          ArrearsChargePayment payment = get_payment (&charge, p);
          gint64 used = payment.to_costs.fen + payment.to_charge.fen + payment.to_principal.fen;

          g_assert_cmpint (used, <=, payment.amount.fen);
          if (used < payment.amount.fen && p + 1 == charge.payments->len)
            g_assert_cmpint (charge.principal.fen, ==, 0);
          to_costs += payment.to_costs.fen;
          to_charge += payment.to_charge.fen;
          to_principal += payment.to_principal.fen;
        }
      g_assert_cmpint (to_principal + charge.principal.fen, ==, history.charge_case.amount.fen);
      g_assert_cmpint (to_costs + charge.unpaid_costs.fen, ==, history.charge_case.costs.fen);
      g_assert_cmpint (to_charge + charge.unpaid_charge.fen, ==, charge.charge.fen);
      g_assert_cmpint (charge.principal.fen, >=, 0);
      g_assert_cmpint (charge.unpaid_charge.fen, >=, 0);
    }
}

static void
test_the_charge_never_falls_as_days_pass (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history;
      g_auto (ArrearsLateCharge) before = { 0 };
      g_auto (ArrearsLateCharge) after = { 0 };

      make_random_history (&history);
      before = compute (fixture, &history.charge_case, &history.terms);
      history.charge_case.until
          = arrears_day_add_days (history.charge_case.until, g_test_rand_int_range (1, 100));
      after = compute (fixture, &history.charge_case, &history.terms);
      g_assert_cmpint (after.charge.fen, >=, before.charge.fen);
    }
}

static void
test_principal_first_never_costs_the_debtor_more (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history;
      g_auto (ArrearsLateCharge) principal_first = { 0 };
      g_auto (ArrearsLateCharge) statutory = { 0 };

      make_random_history (&history);
      history.charge_case.order = ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST;
      principal_first = compute (fixture, &history.charge_case, &history.terms);
      history.charge_case.order = ARREARS_PAYMENT_ORDER_STATUTORY;
      statutory = compute (fixture, &history.charge_case, &history.terms);
      /* Each step is rounded by itself, so a fen a step may point the other way. */
      g_assert_cmpint (principal_first.charge.fen,
                       <=,
                       statutory.charge.fen + (gint64) principal_first.steps->len);
    }
}

/* So that what the ledger stored of a payment comes to what was computed when it was made. */
static void
test_a_split_that_is_taken_back_in_comes_to_the_same (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history;
      g_auto (ArrearsLateCharge) first = { 0 };
      g_auto (ArrearsLateCharge) second = { 0 };

      make_random_history (&history);
      first = compute (fixture, &history.charge_case, &history.terms);
      history.charge_case.payments = (const ArrearsChargePayment *) (gpointer) first.payments->data;
      history.charge_case.n_payments = first.payments->len;
      history.charge_case.are_split = TRUE;
      second = compute (fixture, &history.charge_case, &history.terms);
      g_assert_cmpint (second.charge.fen, ==, first.charge.fen);
      g_assert_cmpint (second.unpaid_charge.fen, ==, first.unpaid_charge.fen);
      g_assert_cmpint (second.unpaid_costs.fen, ==, first.unpaid_costs.fen);
      g_assert_cmpint (second.principal.fen, ==, first.principal.fen);
    }
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/late-charge/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("every-worked-example-comes-out", test_every_worked_example_comes_out);
  add ("nothing-is-owed-on-the-due-day", test_nothing_is_owed_on_the_due_day);
  add ("a-day-is-owed-on-the-day-after-it", test_a_day_is_owed_on_the_day_after_it);
  add ("no-charge-is-no-charge", test_no_charge_is_no_charge);
  add ("a-fixed-sum-is-owed-once", test_a_fixed_sum_is_owed_once);
  add ("a-fixed-sum-is-not-owed-by-who-paid-in-time",
       test_a_fixed_sum_is_not_owed_by_who_paid_in_time);
  add ("days-of-grace-stay-free-and-do-not-move-the-breach",
       test_days_of_grace_stay_free_and_do_not_move_the_breach);
  add ("an-agreed-cap-holds", test_an_agreed_cap_holds);
  add ("what-was-paid-of-a-capped-charge-counts-towards-the-cap",
       test_what_was_paid_of_a_capped_charge_counts_towards_the_cap);
  add ("a-payment-lowers-the-principal-from-the-day-after-it",
       test_a_payment_lowers_the_principal_from_the_day_after_it);
  add ("once-paid-nothing-more-accrues", test_once_paid_nothing_more_accrues);
  add ("the-lpr-begins-with-a-breach-on-its-first-day",
       test_the_lpr_begins_with_a_breach_on_its_first_day);
  add ("the-last-fen-is-paid-too", test_the_last_fen_is_paid_too);
  add ("method-b-begins-with-the-lpr-where-grace-reaches-past-the-change",
       test_method_b_begins_with_the_lpr_where_grace_reaches_past_the_change);
  add ("a-payment-on-the-day-of-the-change-leaves-no-empty-step",
       test_a_payment_on_the_day_of_the_change_leaves_no_empty_step);
  add ("what-the-law-gives-raises-no-warning", test_what_the_law_gives_raises_no_warning);
  add ("warnings-begin-just-above-their-lines", test_warnings_begin_just_above_their_lines);
  add ("a-breach-a-month-after-the-table-ends-is-warned-of",
       test_a_breach_a_month_after_the_table_ends_is_warned_of);
  add ("a-breach-before-the-table-is-refused", test_a_breach_before_the_table_is_refused);
  add ("an-agreed-rate-needs-no-table", test_an_agreed_rate_needs_no_table);
  add ("what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  add ("parts-that-are-known-are-taken-as-they-are",
       test_parts_that_are_known_are_taken_as_they_are);
  add ("more-than-accrued-that-was-paid-is-no-debt-the-other-way-round",
       test_more_than_accrued_that_was_paid_is_no_debt_the_other_way_round);
  add ("what-was-released-is-not-unpaid", test_what_was_released_is_not_unpaid);
  add ("a-disputed-part-bears-nothing-while-the-dispute-stands",
       test_a_disputed_part_bears_nothing_while_the_dispute_stands);
  add ("more-disputed-than-open-bears-nothing", test_more_disputed_than_open_bears_nothing);
  add ("the-regulation-for-small-firms-has-a-first-day",
       test_the_regulation_for_small_firms_has_a_first_day);
  add ("steps-add-up-and-touch-without-overlap", test_steps_add_up_and_touch_without_overlap);
  add ("every-payment-goes-somewhere-and-nothing-is-lost",
       test_every_payment_goes_somewhere_and_nothing_is_lost);
  add ("the-charge-never-falls-as-days-pass", test_the_charge_never_falls_as_days_pass);
  add ("principal-first-never-costs-the-debtor-more",
       test_principal_first_never_costs_the_debtor_more);
  add ("a-split-that-is-taken-back-in-comes-to-the-same",
       test_a_split_that_is_taken_back_in_comes_to_the_same);

  return g_test_run ();
}

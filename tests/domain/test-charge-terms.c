/* test-charge-terms.c: what is owed for paying late, as agreed or by statute
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charge-terms.h"

#include "arrears-test-published.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

static ArrearsChargeTerms
make_terms (const char *text)
{
  g_autoptr (GError) error = NULL;
  ArrearsChargeTerms terms;

  arrears_charge_terms_parse (text, &terms, &error);
  g_assert_no_error (error);
  return terms;
}

static void
test_terms_are_read_and_printed (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("charge-terms.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *printed = NULL;
      g_autofree char *again = NULL;
      const char *code = arrears_test_table_get (table, i, "error");
      ArrearsChargeTerms terms;

      arrears_test_table_announce (table, i);
      if (!arrears_charge_terms_parse (
              arrears_test_table_get (table, i, "text"), &terms, &error))
        {
          arrears_test_assert_error (&error, code);
          continue;
        }
      g_assert_cmpstr (code, ==, "");
      printed = arrears_charge_terms_to_string (&terms);
      g_assert_cmpstr (printed, ==, arrears_test_table_get (table, i, "canonical"));
      terms = make_terms (printed);
      again = arrears_charge_terms_to_string (&terms);
      g_assert_cmpstr (again, ==, printed);
    }
}

static void
test_random_yearly_rates_survive_printing (void)
{
  for (int i = 0; i < 5000; i++)
    {
      ArrearsChargeTerms terms = {
        .form = g_test_rand_bit () ? ARREARS_CHARGE_ANNUAL : ARREARS_CHARGE_LPR,
        .rate = arrears_rate (g_test_rand_int_range (0, 1000), g_test_rand_int_range (1, 1000)),
        .year_days = g_test_rand_bit () ? 365 : 360,
      };
      g_autofree char *printed = arrears_charge_terms_to_string (&terms);
      ArrearsChargeTerms read = make_terms (printed);

      g_assert_cmpint (read.form, ==, terms.form);
      g_assert_cmpint (arrears_rate_compare (read.rate, terms.rate), ==, 0);
      g_assert_cmpint (read.year_days, ==, terms.year_days);
    }
}

static void
test_where_the_contract_is_silent_it_is_lpr_plus_half (void)
{
  ArrearsChargeTerms terms = arrears_charge_terms_get_statutory ();
  g_autofree char *printed = arrears_charge_terms_to_string (&terms);

  g_assert_cmpstr (printed, ==, "lpr:1.5");
}

static void
assert_floor (const char *agreed, const char *contract_on, const char *raised)
{
  g_autoptr (ArrearsRateTable) lpr = arrears_test_published_load_rates ("lpr_1y.csv");
  ArrearsChargeTerms terms = make_terms (agreed);
  g_autofree char *printed = NULL;

  terms = arrears_charge_terms_with_sme_floor (&terms, arrears_test_day (contract_on), lpr);
  printed = arrears_charge_terms_to_string (&terms);
  g_assert_cmpstr (printed, ==, raised);
}

static void
test_an_agreed_rate_is_raised_to_the_lpr_of_the_contract (void)
{
  assert_floor ("annual:2%", "2025-06-10", "annual:0.03");
  assert_floor ("annual:2%/360", "2025-06-10", "annual:0.03/360");
  assert_floor ("annual:0%", "2025-05-19", "annual:0.031");
  assert_floor ("annual:3%", "2025-06-10", "annual:0.03");
  assert_floor ("annual:6%", "2025-06-10", "annual:0.06");
  assert_floor ("daily:0.00001", "2025-06-10", "daily:3/36500");
  assert_floor ("daily:0.0005", "2025-06-10", "daily:0.0005");
}

static void
test_what_is_no_agreed_rate_is_not_raised (void)
{
  assert_floor ("lpr:0.5", "2025-06-10", "lpr:0.5");
  assert_floor ("fixed:1.00", "2025-06-10", "fixed:1.00");
  assert_floor ("sme", "2025-06-10", "sme");
  assert_floor ("none", "2025-06-10", "none");
  assert_floor ("annual:2%", "2019-01-01", "annual:0.02");
}

static int
get_burden (const char *text)
{
  ArrearsChargeTerms terms = make_terms (text);

  return arrears_charge_terms_get_burden (&terms);
}

static void
test_the_burden_is_about_the_charge_of_a_year (void)
{
  g_assert_cmpint (get_burden ("none"), ==, 0);
  g_assert_cmpint (get_burden ("fixed:5000.00"), ==, 0);
  g_assert_cmpint (get_burden ("annual:5.45%"), ==, 545);
  g_assert_cmpint (get_burden ("lpr:1.5"), ==, 450);
  g_assert_cmpint (get_burden ("daily:0.0005"), ==, 1825);
  g_assert_cmpint (get_burden ("sme"), ==, 1825);
  g_assert_cmpint (get_burden ("daily:0.003"), ==, 10950);
  g_assert_cmpint (get_burden ("annual:100000000000000000"), ==, G_MAXINT);
  g_assert_cmpint (get_burden ("lpr:100000000000000000"), ==, G_MAXINT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charge-terms/are-read-and-printed", test_terms_are_read_and_printed);
  g_test_add_func ("/charge-terms/random-yearly-rates-survive-printing",
                   test_random_yearly_rates_survive_printing);
  g_test_add_func ("/charge-terms/where-the-contract-is-silent-it-is-lpr-plus-half",
                   test_where_the_contract_is_silent_it_is_lpr_plus_half);
  g_test_add_func ("/charge-terms/an-agreed-rate-is-raised-to-the-lpr-of-the-contract",
                   test_an_agreed_rate_is_raised_to_the_lpr_of_the_contract);
  g_test_add_func ("/charge-terms/what-is-no-agreed-rate-is-not-raised",
                   test_what_is_no_agreed_rate_is_not_raised);
  g_test_add_func ("/charge-terms/the-burden-is-about-the-charge-of-a-year",
                   test_the_burden_is_about_the_charge_of_a_year);

  return g_test_run ();
}

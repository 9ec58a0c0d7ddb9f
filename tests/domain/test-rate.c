/* test-rate.c: an exact rate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-rate.h"

#include "arrears-test-table.h"
#include "arrears-test-values.h"

enum
{
  N_RANDOM = 20000,
};

static void
assert_rate (ArrearsRate rate, gint64 numerator, gint64 denominator)
{
  g_assert_cmpint (rate.numerator, ==, numerator);
  g_assert_cmpint (rate.denominator, ==, denominator);
}

static void
test_reads_what_contracts_write (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("rates.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *printed = NULL;
      g_autofree char *percent = NULL;
      const char *code = arrears_test_table_get (table, i, "error");
      ArrearsRate rate = ARREARS_RATE_NONE;

      arrears_test_table_announce (table, i);
      g_assert_cmpint (
          arrears_rate_parse (arrears_test_table_get (table, i, "text"), &rate, &error),
          ==,
          *code == '\0');
      if (*code != '\0')
        {
          arrears_test_assert_error (&error, code);
          g_assert_false (arrears_rate_is_set (rate));
          continue;
        }
      g_assert_no_error (error);
      printed = arrears_rate_to_string (rate);
      percent = arrears_rate_to_percent (rate);
      g_assert_cmpstr (printed, ==, arrears_test_table_get (table, i, "rate"));
      g_assert_cmpstr (percent, ==, arrears_test_table_get (table, i, "percent"));
    }
}

static ArrearsRate
make_random_rate (void)
{
  gint64 numerator = g_test_rand_int_range (0, 100000);

  return arrears_rate (numerator, g_test_rand_int_range (1, 1000000));
}

static void
test_reading_what_was_printed_gives_the_same_rate (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      ArrearsRate rate = make_random_rate ();
      g_autofree char *printed = arrears_rate_to_string (rate);
      g_autofree char *percent = arrears_rate_to_percent (rate);

      g_assert_cmpint (arrears_rate_compare (arrears_test_rate (printed), rate), ==, 0);
      g_assert_cmpint (arrears_rate_compare (arrears_test_rate (percent), rate), ==, 0);
    }
}

static void
test_a_rate_is_reduced (void)
{
  assert_rate (arrears_rate (5, 10000), 1, 2000);
  assert_rate (arrears_rate (0, 7), 0, 1);
  assert_rate (arrears_rate (-6, 4), -3, 2);
  assert_rate (arrears_rate (G_MAXINT64, G_MAXINT64), 1, 1);
  assert_rate (arrears_rate (G_MININT64, 2), G_MININT64 / 2, 1);
}

static void
test_an_empty_struct_is_no_rate (void)
{
  g_assert_false (arrears_rate_is_set (ARREARS_RATE_NONE));
  g_assert_true (arrears_rate_is_set (arrears_rate (0, 1)));
}

static void
test_products_are_exact_or_refused (void)
{
  ArrearsRate product = ARREARS_RATE_NONE;
  ArrearsRate large = arrears_rate (G_MAXINT64, 3);

  g_assert_true (
      arrears_rate_multiply (arrears_test_rate ("3.10%"), arrears_rate (3, 2), &product));
  assert_rate (product, 93, 2000);
  g_assert_true (arrears_rate_multiply (large, arrears_rate (3, G_MAXINT64), &product));
  assert_rate (product, 1, 1);
  g_assert_false (arrears_rate_multiply (large, arrears_rate (2, 1), &product));
  g_assert_false (
      arrears_rate_multiply (arrears_rate (1, G_MAXINT64), arrears_rate (1, 2), &product));
  assert_rate (product, 1, 1);
}

static void
test_rates_are_ordered_by_their_value (void)
{
  g_assert_cmpint (arrears_rate_compare (arrears_rate (1, 3), arrears_rate (333, 1000)), ==, 1);
  g_assert_cmpint (arrears_rate_compare (arrears_rate (2, 6), arrears_rate (1, 3)), ==, 0);
  g_assert_cmpint (arrears_rate_compare (arrears_rate (G_MAXINT64 - 1, G_MAXINT64),
                                         arrears_rate (G_MAXINT64 - 2, G_MAXINT64 - 1)),
                   ==,
                   1);
}

static void
assert_applied (gint64 base, ArrearsRate rate, gint64 count, gint64 divisor, gint64 expected)
{
  ArrearsMoney result = ARREARS_MONEY_ZERO;

  g_assert_true (arrears_rate_apply (rate, arrears_money (base), count, divisor, &result));
  g_assert_cmpint (result.fen, ==, expected);
}

static void
test_half_a_fen_is_rounded_away_from_zero (void)
{
  ArrearsRate half = arrears_rate (1, 2);

  assert_applied (1, half, 1, 1, 1);
  assert_applied (-1, half, 1, 1, -1);
  assert_applied (3, half, 1, 1, 2);
  assert_applied (1, arrears_rate (49, 100), 1, 1, 0);
  assert_applied (-1, arrears_rate (49, 100), 1, 1, 0);
  assert_applied (1, arrears_rate (1, 3), 1, 1, 0);
  assert_applied (2, arrears_rate (1, 3), 1, 1, 1);
  assert_applied (1000, arrears_rate (5, 10000), 1, 1, 1);
  assert_applied (8640000, arrears_test_rate ("4.65%"), 233, 365, 256466);
  assert_applied (123450, arrears_rate (0, 1), 100, 365, 0);
}

static void
test_what_does_not_fit_is_refused (void)
{
  ArrearsMoney most = arrears_money (G_MAXINT64);
  ArrearsMoney result = arrears_money (42);

  g_assert_false (arrears_rate_apply (arrears_rate (2, 1), most, 1, 1, &result));
  g_assert_false (arrears_rate_apply (arrears_rate (G_MAXINT64, 1), most, G_MAXINT64, 1, &result));
  g_assert_false (arrears_rate_apply (
      arrears_rate (3, 2), arrears_money (G_MININT64), 1, 1, &result));
  g_assert_cmpint (result.fen, ==, 42);
}

static void
test_a_large_product_with_a_small_result_is_exact (void)
{
  ArrearsRate rate = arrears_rate (G_MAXINT64, G_MAXINT64 - 1);

  assert_applied (G_MAXINT64, arrears_rate (1, 1), 1, 1, G_MAXINT64);
  assert_applied (G_MININT64, arrears_rate (1, 1), 1, 1, G_MININT64);
  assert_applied (G_MAXINT64, arrears_rate (1, 1), G_MAXINT64, G_MAXINT64, G_MAXINT64);
  assert_applied (G_MAXINT64 - 1, rate, 1, 1, G_MAXINT64);
  assert_applied (100, rate, 365, 365, 100);
}

static void
test_rounding_errs_by_half_a_fen_at_most (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      ArrearsRate rate = make_random_rate ();
      gint64 base = g_test_rand_int_range (-1000000000, 1000000000);
      gint64 count = g_test_rand_int_range (0, 5000);
      gint64 divisor = g_test_rand_int_range (1, 400);
      __int128 exact = (__int128) base * rate.numerator * count;
      __int128 scale = (__int128) rate.denominator * divisor;
      __int128 error;
      ArrearsMoney result;

      g_assert_true (arrears_rate_apply (rate, arrears_money (base), count, divisor, &result));
      error = result.fen * scale - exact;
      g_assert_true (2 * error <= scale && 2 * error >= -scale);
      if (2 * error == scale)
        g_assert_cmpint (base, >, 0);
      if (2 * error == -scale)
        g_assert_cmpint (base, <, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rate/reads-what-contracts-write", test_reads_what_contracts_write);
  g_test_add_func ("/rate/reading-what-was-printed-gives-the-same-rate",
                   test_reading_what_was_printed_gives_the_same_rate);
  g_test_add_func ("/rate/a-rate-is-reduced", test_a_rate_is_reduced);
  g_test_add_func ("/rate/an-empty-struct-is-no-rate", test_an_empty_struct_is_no_rate);
  g_test_add_func ("/rate/products-are-exact-or-refused", test_products_are_exact_or_refused);
  g_test_add_func ("/rate/rates-are-ordered-by-their-value",
                   test_rates_are_ordered_by_their_value);
  g_test_add_func ("/rate/half-a-fen-is-rounded-away-from-zero",
                   test_half_a_fen_is_rounded_away_from_zero);
  g_test_add_func ("/rate/what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  g_test_add_func ("/rate/a-large-product-with-a-small-result-is-exact",
                   test_a_large_product_with_a_small_result_is_exact);
  g_test_add_func ("/rate/rounding-errs-by-half-a-fen-at-most",
                   test_rounding_errs_by_half_a_fen_at_most);

  return g_test_run ();
}

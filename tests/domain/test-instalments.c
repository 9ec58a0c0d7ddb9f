/* test-instalments.c: cutting a debt into parts with days of their own (分期)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-instalments.h"

#include "arrears-test-values.h"

enum
{
  MAX_PARTS = 24,
};

static void
test_the_rest_of_a_division_goes_with_the_last (void)
{
  ArrearsInstalment parts[3];
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  arrears_instalments_propose (arrears_test_money ("100.00"), arrears_test_day ("2026-01-31"), 1,
                               parts, 3);
  g_assert_cmpint (parts[0].amount.fen, ==, 3333);
  g_assert_cmpint (parts[1].amount.fen, ==, 3333);
  g_assert_cmpint (parts[2].amount.fen, ==, 3334);
  second = arrears_day_to_string (parts[1].due_on);
  third = arrears_day_to_string (parts[2].due_on);
  g_assert_cmpstr (second, ==, "2026-02-28");
  g_assert_cmpstr (third, ==, "2026-03-31");
}

static void
test_what_is_proposed_passes_the_check (void)
{
  for (int i = 0; i < 2000; i++)
    {
      gsize n = (gsize) g_test_rand_int_range (2, MAX_PARTS + 1);
      ArrearsMoney whole = arrears_money (g_test_rand_int_range (MAX_PARTS, 100000000));
      ArrearsDay first
          = arrears_day_add_days (arrears_test_day ("2026-01-01"), g_test_rand_int_range (0, 400));
      ArrearsInstalment parts[MAX_PARTS];
      g_autoptr (GError) error = NULL;

      arrears_instalments_propose (whole, first, g_test_rand_int_range (1, 4), parts, n);
      arrears_instalments_check (parts, n, whole, first, &error);
      g_assert_no_error (error);
    }
}

static void
test_what_does_not_fit_is_refused (void)
{
  static const struct
  {
    const char *about;
    const char *days[2];
    const char *amounts[2];
    gsize n;
    const char *code;
  } cases[] = {
    { "fits", { "2026-01-01", "2026-01-02" }, { "40", "60" }, 2, NULL },
    { "one part", { "2026-01-01", NULL }, { "100", NULL }, 1, "REFUSED" },
    { "too little", { "2026-01-01", "2026-01-02" }, { "40", "59.99" }, 2, "REFUSED" },
    { "too much", { "2026-01-01", "2026-01-02" }, { "40", "60.01" }, 2, "REFUSED" },
    { "nothing", { "2026-01-01", "2026-01-02" }, { "100", "0" }, 2, "AMOUNT_SIGN" },
    { "one day", { "2026-01-02", "2026-01-02" }, { "40", "60" }, 2, "DAY_ORDER" },
    { "turned", { "2026-01-03", "2026-01-02" }, { "40", "60" }, 2, "DAY_ORDER" },
    { "too early", { "2025-12-31", "2026-01-02" }, { "40", "60" }, 2, "DAY_ORDER" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ArrearsInstalment parts[2] = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].about);
      for (gsize p = 0; p < cases[i].n; p++)
        parts[p] = (ArrearsInstalment) { arrears_test_day (cases[i].days[p]),
                                         arrears_test_money (cases[i].amounts[p]) };
      g_assert_cmpint (arrears_instalments_check (parts, cases[i].n, arrears_money (10000),
                                                  arrears_test_day ("2026-01-01"), &error),
                       ==, cases[i].code == NULL);
      if (cases[i].code != NULL)
        arrears_test_assert_error (&error, cases[i].code);
    }
}

static void
test_sums_beyond_64_bits_are_refused (void)
{
  const ArrearsInstalment parts[] = {
    { arrears_test_day ("2026-01-01"), { G_MAXINT64 } },
    { arrears_test_day ("2026-01-02"), { G_MAXINT64 } },
  };
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_instalments_check (parts, 2, arrears_money (-2),
                                             arrears_test_day ("2026-01-01"), &error));
  arrears_test_assert_error (&error, "REFUSED");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/instalments/the-rest-of-a-division-goes-with-the-last",
                   test_the_rest_of_a_division_goes_with_the_last);
  g_test_add_func ("/instalments/what-is-proposed-passes-the-check",
                   test_what_is_proposed_passes_the_check);
  g_test_add_func ("/instalments/what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  g_test_add_func ("/instalments/sums-beyond-64-bits-are-refused",
                   test_sums_beyond_64_bits_are_refused);
  return g_test_run ();
}

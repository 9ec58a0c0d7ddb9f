/* test-aging.c: open amounts by how long they are overdue (账龄)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-aging.h"

#include "arrears-test-values.h"

static void
assert_bucket (int days_overdue, const char *word)
{
  g_assert_cmpstr (
      arrears_aging_bucket_to_word (arrears_aging_get_bucket (days_overdue)), ==, word);
}

static void
test_each_bucket_takes_both_of_its_ends (void)
{
  assert_bucket (G_MININT, "not_due");
  assert_bucket (-1, "not_due");
  assert_bucket (0, "not_due");
  assert_bucket (1, "1-30");
  assert_bucket (30, "1-30");
  assert_bucket (31, "31-60");
  assert_bucket (60, "31-60");
  assert_bucket (61, "61-90");
  assert_bucket (90, "61-90");
  assert_bucket (91, "91-180");
  assert_bucket (180, "91-180");
  assert_bucket (181, "181-365");
  assert_bucket (365, "181-365");
  assert_bucket (366, "1-2y");
  assert_bucket (730, "1-2y");
  assert_bucket (731, "2-3y");
  assert_bucket (1095, "2-3y");
  assert_bucket (1096, "3y+");
  assert_bucket (G_MAXINT, "3y+");
}

static void
test_the_amounts_add_up_to_the_total (void)
{
  ArrearsAging aging = { 0 };
  gint64 added = 0;
  gint64 sum = 0;

  for (int i = 0; i < 10000; i++)
    {
      gint64 fen = g_test_rand_int_range (-1000000, 1000000000);

      g_assert_true (arrears_aging_add (
          &aging, g_test_rand_int_range (-100, 1500), arrears_money (fen), NULL));
      added += fen;
    }
  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    sum += aging.amounts[i].fen;
  g_assert_cmpint (sum, ==, added);
  g_assert_cmpint (aging.total.fen, ==, added);
}

static void
test_an_overflow_changes_nothing (void)
{
  g_autoptr (GError) error = NULL;
  ArrearsAging aging = { 0 };

  g_assert_true (arrears_aging_add (&aging, 5, arrears_money (G_MAXINT64), NULL));
  g_assert_false (arrears_aging_add (&aging, 40, arrears_money (1), &error));
  arrears_test_assert_error (&error, "AMOUNT_TOO_LARGE");
  g_assert_false (arrears_aging_add (&aging, 5, arrears_money (1), &error));
  arrears_test_assert_error (&error, "AMOUNT_TOO_LARGE");
  g_assert_cmpint (aging.total.fen, ==, G_MAXINT64);
  g_assert_cmpint (aging.amounts[ARREARS_AGING_1_30].fen, ==, G_MAXINT64);
  g_assert_cmpint (aging.amounts[ARREARS_AGING_31_60].fen, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/aging/each-bucket-takes-both-of-its-ends",
                   test_each_bucket_takes_both_of_its_ends);
  g_test_add_func ("/aging/the-amounts-add-up-to-the-total", test_the_amounts_add_up_to_the_total);
  g_test_add_func ("/aging/an-overflow-changes-nothing", test_an_overflow_changes_nothing);

  return g_test_run ();
}

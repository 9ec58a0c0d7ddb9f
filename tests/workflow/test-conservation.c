/* test-conservation.c: no fen comes from nowhere or is lost, whatever happens in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-overview.h"
#include "arrears-test-shop.h"
#include "arrears-test-values.h"

enum
{
  N_CUSTOMERS = 6,
  N_DAYS = 25,
};

static void
assert_conserved (const ArrearsTestShop *shop)
{
  const ArrearsTestSums sums = arrears_test_shop_sum (shop);

  g_assert_cmpint (sums.invoiced.fen, ==, shop->invoiced.fen);
  g_assert_cmpint (sums.received.fen, ==, shop->received.fen);
  g_assert_cmpint (sums.credited.fen, ==, shop->credited.fen);
  g_assert_cmpint (sums.invoiced.fen - sums.open.fen, ==,
                   sums.received.fen - sums.unapplied_receipts.fen + sums.credited.fen
                       - sums.unapplied_credits.fen);
}

static void
test_entries_of_the_day (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-01-05");
  ArrearsTestShop shop = arrears_test_shop_new (desk, N_CUSTOMERS);

  for (int i = 0; i < N_DAYS; i++)
    {
      arrears_test_shop_trade (&shop, FALSE);
      assert_conserved (&shop);
      arrears_desk_set_as_of (
          desk, arrears_day_add_days (arrears_desk_get_as_of (desk), g_test_rand_int_range (1, 4)));
    }
  arrears_test_desk_assert_sound (desk);
}

/* Entries that bear earlier days, entered on any day, the past among them. */
static void
test_entries_of_any_day (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-03-01");
  ArrearsDay first = arrears_test_day ("2026-03-01");
  ArrearsTestShop shop = arrears_test_shop_new (desk, N_CUSTOMERS);

  for (int i = 0; i < N_DAYS; i++)
    {
      arrears_desk_set_as_of (desk, arrears_day_add_days (first, g_test_rand_int_range (0, 60)));
      arrears_test_shop_trade (&shop, TRUE);
    }
  arrears_desk_set_as_of (desk, arrears_day_add_days (first, 60));
  assert_conserved (&shop);
  arrears_test_desk_assert_sound (desk);
}

/* On whatever day they are asked for: the overview, the accounts and the invoices. */
static void
test_balances_add_up_on_every_day (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-03-01");
  ArrearsDay first = arrears_test_day ("2026-02-01");
  ArrearsTestShop shop = arrears_test_shop_new (desk, N_CUSTOMERS);
  g_autoptr (ArrearsListing) accounts = arrears_listing_new (ARREARS_LISTING_ACCOUNTS);

  for (int i = 0; i < N_DAYS; i++)
    {
      arrears_test_shop_trade (&shop, TRUE);
      arrears_desk_set_as_of (desk, arrears_day_add_days (arrears_desk_get_as_of (desk), 1));
    }
  for (int i = 0; i < 60; i += g_test_rand_int_range (1, 6))
    {
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GError) error = NULL;
      ArrearsOverview overview;
      ArrearsTestSums sums;
      gint64 balance = 0;

      arrears_desk_set_as_of (desk, arrears_day_add_days (first, i));
      sums = arrears_test_shop_sum (&shop);
      records = arrears_test_desk_list (desk, accounts);
      for (guint j = 0; j < records->len; j++)
        balance += ((ArrearsAccount *) g_ptr_array_index (records, j))->balance.fen;
      arrears_overview_compute (desk, &overview, &error);
      g_assert_no_error (error);
      g_assert_cmpint (overview.aging.total.fen, ==, sums.open.fen);
      g_assert_cmpint (overview.unapplied.fen, ==,
                       sums.unapplied_receipts.fen + sums.unapplied_credits.fen);
      g_assert_cmpint (balance, ==, sums.open.fen - overview.unapplied.fen);
      g_assert_cmpint (balance, ==, sums.invoiced.fen - sums.received.fen - sums.credited.fen);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conservation/entries-of-the-day-add-up", test_entries_of_the_day);
  g_test_add_func ("/conservation/entries-of-any-day-add-up", test_entries_of_any_day);
  g_test_add_func ("/conservation/balances-add-up-on-every-day", test_balances_add_up_on_every_day);
  return g_test_run ();
}

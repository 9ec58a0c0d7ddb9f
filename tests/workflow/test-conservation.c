/* test-conservation.c: no fen comes from nowhere or is lost, whatever happens in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charge-left.h"
#include "arrears-invoices.h"
#include "arrears-overview.h"
#include "arrears-receipts.h"
#include "arrears-test-shop.h"
#include "arrears-test-values.h"
#include "arrears-write-off.h"

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

/* One of the rows that a query finds, at random; empty where it finds none. */
static char *
choose (ArrearsDesk *desk, const char *sql)
{
  g_autofree char *found = arrears_test_desk_ask (desk, sql);
  g_auto (GStrv) rows = g_strsplit (found, "\n", -1);
  guint n = g_strv_length (rows);

  return g_strdup (n > 1 ? rows[g_test_rand_int_range (0, (int) n - 1)] : "");
}

static char *
choose_invoice (ArrearsDesk *desk)
{
  return choose (desk, "SELECT number FROM invoice WHERE ended_on = 0");
}

static gint64
choose_receipt (ArrearsDesk *desk)
{
  g_autofree char *id = choose (desk, "SELECT id FROM receipt WHERE voided_on = 0");

  return g_ascii_strtoll (id, NULL, 10);
}

static void
pay_in_any_order (ArrearsDesk *desk, GError **error)
{
  g_autofree char *invoice = choose_invoice (desk);
  ArrearsPayment payment = { .customer_id = arrears_test_desk_find (desk, "0001"),
                             .amount = arrears_money (g_test_rand_int_range (1, 200000)),
                             .on = arrears_desk_get_as_of (desk),
                             .has_order = g_test_rand_bit (),
                             .order = ARREARS_PAYMENT_ORDER_STATUTORY,
                             .invoice_number = g_test_rand_bit () ? invoice : NULL };
  g_autoptr (ArrearsPaymentResult) result = arrears_payment_record (desk, &payment, error);
}

static void
allocate (ArrearsDesk *desk, GError **error)
{
  const ArrearsPayment payment = { .customer_id = arrears_test_desk_find (desk, "0001"),
                                   .has_order = g_test_rand_bit (),
                                   .order = ARREARS_PAYMENT_ORDER_STATUTORY };
  g_autoptr (ArrearsPaymentResult) result = arrears_receipts_allocate (desk, &payment, error);
}

static void
refund (ArrearsDesk *desk, GError **error)
{
  g_autofree char *id = choose (desk, "SELECT id FROM receipt WHERE unapplied_fen > 0");
  const ArrearsRefund back = { .receipt_id = g_ascii_strtoll (id, NULL, 10),
                               .amount = arrears_money (g_test_rand_int_range (1, 50000)),
                               .on = arrears_desk_get_as_of (desk) };

  arrears_receipts_refund (desk, &back, error);
}

static void
take_receipt_back (ArrearsDesk *desk, GError **error)
{
  arrears_receipts_void (desk, choose_receipt (desk), "录错", error);
}

static void
take_invoice_back (ArrearsDesk *desk, GError **error)
{
  g_autofree char *number = choose_invoice (desk);

  arrears_invoices_void (desk, number, "录错", error);
}

static void
split_invoice (ArrearsDesk *desk, GError **error)
{
  g_autofree char *row
      = choose (desk, "SELECT number || '|' || amount_fen FROM invoice WHERE ended_on = 0");
  g_auto (GStrv) cells = g_strsplit (row, "|", 2);
  ArrearsInstalment parts[3];

  if (g_strv_length (cells) != 2)
    return;
  arrears_instalments_propose (arrears_money (g_ascii_strtoll (cells[1], NULL, 10)),
                               arrears_desk_get_as_of (desk), 1, parts, G_N_ELEMENTS (parts));
  arrears_invoices_split (desk, cells[0], parts, G_N_ELEMENTS (parts), error);
}

static void
write_off (ArrearsDesk *desk, GError **error)
{
  g_autofree char *number = choose_invoice (desk);
  const ArrearsBadDebtWriteOff bad_debt
      = { .invoice_number = number,
          .amount = arrears_money (g_test_rand_bit () ? 0 : g_test_rand_int_range (1, 5000)),
          .condition = ARREARS_BAD_DEBT_INSOLVENT,
          .confirmed = arrears_bad_debt_get_confirmable (ARREARS_BAD_DEBT_INSOLVENT),
          .reason = "已注销" };

  arrears_write_off_bad_debt (desk, &bad_debt, error);
}

static void
decide (ArrearsDesk *desk, GError **error)
{
  g_autofree char *number = choose_invoice (desk);

  arrears_charge_left_decide (desk, number,
                              (ArrearsChargeFate) g_test_rand_int_range (ARREARS_CHARGE_KEPT, 4),
                              "商定", error);
}

static void
add_cost (ArrearsDesk *desk, GError **error)
{
  g_autofree char *number = choose_invoice (desk);
  const ArrearsCostOfInvoice cost
      = { .number = number, .amount = arrears_money (5000), .note = "公证费" };

  arrears_invoices_enter_cost (desk, &cost, error);
}

static void
defer (ArrearsDesk *desk, GError **error)
{
  g_autofree char *number = choose_invoice (desk);

  arrears_invoices_change_due_day (
      desk, number, arrears_day_add_days (arrears_desk_get_as_of (desk), 20), "延期", error);
}

/* Whatever is refused is refused for a reason of the user's, not of the program's. */
static void
do_anything (ArrearsDesk *desk)
{
  static void (*const acts[]) (ArrearsDesk *desk, GError **error)
      = { pay_in_any_order,  pay_in_any_order, allocate, refund, take_receipt_back,
          take_invoice_back, split_invoice,    write_off, decide, add_cost, defer };

  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    {
      g_autoptr (GError) error = NULL;

      acts[g_test_rand_int_range (0, G_N_ELEMENTS (acts))] (desk, &error);
      if (error != NULL)
        g_assert_cmpint (arrears_error_get_status (error), ==, 1);
    }
}

/* Both laws, of what holds now; asked behind the back of the store. */
static void
assert_adds_up (ArrearsDesk *desk)
{
  g_autofree char *sums = arrears_test_desk_ask (
      desk,
      "SELECT (SELECT total (amount_fen) - total (open_fen) FROM invoice WHERE ended_on = 0) "
      "- (SELECT total (amount_fen) FROM allocation WHERE undone_on = 0 AND part = 'principal'), "
      "(SELECT total (amount_fen) - total (unapplied_fen) FROM receipt WHERE voided_on = 0) "
      "- (SELECT total (amount_fen) FROM allocation WHERE undone_on = 0)");

  g_assert_cmpstr (sums, ==, "0.0|0.0\n");
}

static char *
describe_accounts (ArrearsDesk *desk)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_ACCOUNTS);
  g_autoptr (GPtrArray) accounts = arrears_test_desk_list (desk, listing);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < accounts->len; i++)
    {
      ArrearsAccount *account = g_ptr_array_index (accounts, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                              account->code, account->balance.fen, account->unapplied.fen);
    }
  return g_string_free (text, FALSE);
}

/* Whatever is done, and asked again on the last of the days. */
static void
test_corrections_add_up_on_every_day (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-03-01");
  ArrearsDay first = arrears_test_day ("2026-03-01");
  ArrearsTestShop shop = arrears_test_shop_new (desk, 2);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_DAYS; i++)
    {
      arrears_test_shop_trade (&shop, FALSE);
      do_anything (desk);
      assert_adds_up (desk);
      g_ptr_array_add (said, describe_accounts (desk));
      arrears_desk_set_as_of (desk, arrears_day_add_days (first, 7 * (i + 1)));
    }
  for (int i = 0; i < N_DAYS; i++)
    {
      g_autofree char *again = NULL;

      arrears_desk_set_as_of (desk, arrears_day_add_days (first, 7 * i));
      again = describe_accounts (desk);
      g_assert_cmpstr (again, ==, g_ptr_array_index (said, (guint) i));
    }
  arrears_test_desk_assert_sound (desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conservation/entries-of-the-day-add-up", test_entries_of_the_day);
  g_test_add_func ("/conservation/entries-of-any-day-add-up", test_entries_of_any_day);
  g_test_add_func ("/conservation/balances-add-up-on-every-day", test_balances_add_up_on_every_day);
  g_test_add_func ("/conservation/corrections-add-up-on-every-day",
                   test_corrections_add_up_on_every_day);
  return g_test_run ();
}

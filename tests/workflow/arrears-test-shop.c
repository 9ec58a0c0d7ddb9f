/* arrears-test-shop.c: a shop in which something happens every day, at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-shop.h"

#include "arrears-test-values.h"

enum
{
  WEEKS_BEFORE = 21, /* days that a backdated entry may lie back */
};

ArrearsTestShop
arrears_test_shop_new (ArrearsDesk *desk, int n_customers)
{
  static const char *const terms[] = { "", "0", "7", "15", "30", "45" };
  g_autoptr (GString) rows = g_string_new (NULL);

  for (int i = 1; i <= n_customers; i++)
    g_string_append_printf (rows, "%04d,第%d商店,%s,%c\n", i, i,
                            terms[g_test_rand_int_range (0, G_N_ELEMENTS (terms))],
                            "ABC"[g_test_rand_int_range (0, 3)]);
  arrears_test_desk_add_customers (desk, rows->str);
  return (ArrearsTestShop) { .desk = desk, .n_customers = n_customers };
}

/* Small amounts meet the least amounts of the stages, round ones each other. */
static ArrearsMoney
choose_amount (void)
{
  gint64 yuan = g_test_rand_int_range (1, g_test_rand_bit () ? 300 : 9000);

  return arrears_money (yuan * 100 + (g_test_rand_bit () ? g_test_rand_int_range (0, 100) : 0));
}

static char *
choose_day (const ArrearsTestShop *shop, gboolean is_backdated)
{
  ArrearsDay as_of = arrears_desk_get_as_of (shop->desk);

  return arrears_day_to_string (
      arrears_day_add_days (as_of, is_backdated ? -g_test_rand_int_range (0, WEEKS_BEFORE) : 0));
}

static void
append_invoice (ArrearsTestShop *shop, GString *rows, gboolean is_backdated)
{
  ArrearsMoney amount = choose_amount ();
  ArrearsMoney paid = { g_test_rand_int_range (0, 4) == 0 ? amount.fen / 2 : 0 };
  g_autofree char *issued_on = choose_day (shop, is_backdated);
  ArrearsDay due
      = arrears_day_add_days (arrears_test_day (issued_on), g_test_rand_int_range (0, 40));
  g_autofree char *due_on = g_test_rand_bit () ? arrears_day_to_string (due) : g_strdup ("");
  g_autofree char *amount_text = arrears_money_to_string (amount);
  g_autofree char *paid_text = arrears_money_to_string (paid);

  g_string_append_printf (rows, "%04d,XS%05d,%s,%s,%s,%s,HT-%d\n",
                          g_test_rand_int_range (1, shop->n_customers + 1), ++shop->n_invoices,
                          issued_on, due_on, amount_text, paid_text, g_test_rand_int_range (1, 3));
  shop->invoiced.fen += amount.fen;
  shop->received.fen += paid.fen;
}

static void
append_credit_note (ArrearsTestShop *shop, GString *rows, gboolean is_backdated)
{
  ArrearsMoney amount = choose_amount ();
  g_autofree char *issued_on = choose_day (shop, is_backdated);
  g_autofree char *text = arrears_money_to_string (amount);

  g_string_append_printf (rows, "%04d,HC%05d,%s,,-%s,,\n",
                          g_test_rand_int_range (1, shop->n_customers + 1), ++shop->n_invoices,
                          issued_on, text);
  shop->credited.fen += amount.fen;
}

static char *
choose_open_invoice (ArrearsTestShop *shop, const char *code)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (shop->desk, code);

  if (page->invoices->len == 0 || g_test_rand_bit ())
    return NULL;
  return g_strdup (((ArrearsInvoice *) g_ptr_array_index (
                        page->invoices, g_test_rand_int_range (0, (int) page->invoices->len)))
                       ->number);
}

static void
receive_payment (ArrearsTestShop *shop, gboolean is_backdated)
{
  g_autofree char *code
      = g_strdup_printf ("%04d", g_test_rand_int_range (1, shop->n_customers + 1));
  g_autofree char *on = choose_day (shop, is_backdated);
  g_autofree char *invoice = choose_open_invoice (shop, code);
  ArrearsMoney amount = choose_amount ();
  g_autofree char *text = arrears_money_to_string (amount);

  g_free (arrears_test_desk_pay (shop->desk, code, text, on, invoice));
  shop->received.fen += amount.fen;
}

void
arrears_test_shop_trade (ArrearsTestShop *shop, gboolean is_backdated)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  int n_invoices = g_test_rand_int_range (1, 5);
  int n_payments = g_test_rand_int_range (0, 3);

  for (int i = 0; i < n_invoices; i++)
    append_invoice (shop, rows, is_backdated);
  if (g_test_rand_int_range (0, 3) == 0)
    append_credit_note (shop, rows, is_backdated);
  arrears_test_desk_add_invoices (shop->desk, rows->str);
  for (int i = 0; i < n_payments; i++)
    receive_payment (shop, is_backdated);
}

static void
add_receipts (const ArrearsTestShop *shop, const char *code, ArrearsTestSums *sums)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (shop->desk, code);

  for (guint i = 0; i < page->receipts->len; i++)
    {
      ArrearsReceipt *receipt = g_ptr_array_index (page->receipts, i);
      gboolean is_credit = g_str_equal (receipt->kind, "credit_note");

      (is_credit ? &sums->credited : &sums->received)->fen += receipt->amount.fen;
      (is_credit ? &sums->unapplied_credits : &sums->unapplied_receipts)->fen
          += receipt->unapplied.fen;
    }
}

ArrearsTestSums
arrears_test_shop_sum (const ArrearsTestShop *shop)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_INVOICES);
  g_autoptr (GPtrArray) invoices = arrears_test_desk_list (shop->desk, listing);
  ArrearsTestSums sums = { 0 };

  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      sums.invoiced.fen += invoice->amount.fen;
      sums.open.fen += invoice->open.fen;
    }
  for (int i = 1; i <= shop->n_customers; i++)
    {
      g_autofree char *code = g_strdup_printf ("%04d", i);

      add_receipts (shop, code, &sums);
    }
  return sums;
}

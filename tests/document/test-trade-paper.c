/* test-trade-paper.c: a contract, order, delivery note or invoice as shops hand them out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-trade-paper.h"
#include "read-back.h"

#include <string.h>

static GBytes *
write_delivery_note (ArrearsFontSet *fonts)
{
  static const char *const facts[]
      = { "购货单位", "𠮷祥副食贸易有限公司", "送货地址", "", "订单号", "DD-0007", NULL };
  static const ArrearsTradeGoods goods[] = {
    { "东北长粒香大米 10kg", "袋", "40", "52.00", "2,080.00" },
    { "花生油 5L", "桶", "12", "96.50", "1,158.00" },
  };
  static const char *const clauses[] = { "收货人请当面清点，签收后如有异议请于三日内提出。", NULL };
  static const char *const signatures[] = { "送货人", "收货人（签字盖章）", NULL };
  const ArrearsTradePaper paper = {
    .issuer = "杭州青禾食品商行",
    .title = "送货单",
    .number = "SH000123",
    .on = arrears_day_from_ymd (2026, 3, 5),
    .facts = facts,
    .goods = goods,
    .n_goods = G_N_ELEMENTS (goods),
    .total = "3,238.00",
    .clauses = clauses,
    .signatures = signatures,
  };
  g_autoptr (GError) error = NULL;
  GBytes *file = arrears_trade_paper_write (&paper, fonts, &error);

  g_assert_no_error (error);
  return file;
}

static void
test_read_back (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsFontSet) fonts = arrears_font_set_new (&error);
  g_autoptr (GBytes) file = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  file = write_delivery_note (fonts);
  text = read_back_dense_text (file);
  g_assert_nonnull (strstr (text, "送货单"));
  g_assert_nonnull (strstr (text, "编号：SH000123"));
  g_assert_nonnull (strstr (text, "𠮷祥副食贸易有限公司"));
  g_assert_nonnull (strstr (text, "花生油5L"));
  g_assert_nonnull (strstr (text, "3,238.00"));
  g_assert_nonnull (strstr (text, "收货人（签字盖章）"));
  g_assert_null (strstr (text, "送货地址"));
  read_back_check_fonts (file);
  read_back_check_structure (file);
}

static void
test_same_bytes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsFontSet) fonts = arrears_font_set_new (&error);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  g_assert_no_error (error);
  first = write_delivery_note (fonts);
  second = write_delivery_note (fonts);
  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trade-paper/what-stands-on-it-can-be-read-back", test_read_back);
  g_test_add_func ("/trade-paper/the-same-paper-gives-the-same-bytes", test_same_bytes);
  return g_test_run ();
}

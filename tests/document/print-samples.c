/* print-samples.c: prints sample letters into a directory, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-demand-letter.h"
#include "sample-demand.h"

static void
print_letter (ArrearsFontSet *fonts, const char *directory, const char *name, ArrearsDemand *demand,
              const ArrearsLetterStyle *style)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr (GError) error = NULL;
  guint n_pages;
  g_autoptr (GBytes) letter = arrears_demand_letter_write (demand, style, fonts, &n_pages, &error);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (letter, NULL), (gssize) g_bytes_get_size (letter),
                       &error);
  g_assert_no_error (error);
  g_print ("%s: %u pages, %zu bytes\n", path, n_pages, g_bytes_get_size (letter));
}

static void
print_statutory (ArrearsFontSet *fonts, const char *directory)
{
  g_autoptr (ArrearsDemand) demand = sample_demand_new ();
  SampleItem item = { .number = "XS-2025-00317",
                      .fapiao = "25332000000123456789",
                      .issued_on = "2025-03-12",
                      .due_on = "2025-04-11",
                      .amount = "86400" };
  ArrearsLetterStyle style = { .is_preview = TRUE };

  sample_demand_add (demand, &item);
  demand->number[0] = '\0';
  print_letter (fonts, directory, "statutory.pdf", demand, &style);
}

static void
print_agreed (ArrearsFontSet *fonts, const char *directory)
{
  g_autoptr (ArrearsDemand) demand = sample_demand_new ();
  g_autoptr (ArrearsContract) contract = sample_demand_new_contract (1, "GH-2023-0618");
  g_autoptr (GBytes) seal = sample_demand_new_seal ();
  SampleItem items[] = {
    { .number = "XS-2025-00101",
      .fapiao = "25332000000123450001",
      .delivery = "SH250110",
      .delivered_on = "2025-01-10",
      .issued_on = "2025-01-12",
      .due_on = "2025-02-09",
      .amount = "120000",
      .paid = "50000",
      .paid_on = "2025-03-31",
      .terms = "daily:0.0005",
      .contract = contract },
    { .number = "XS-2025-00148",
      .fapiao = "25332000000123450048",
      .delivery = "SH250221",
      .delivered_on = "2025-02-21",
      .issued_on = "2025-02-25",
      .due_on = "2025-03-23",
      .amount = "66150",
      .terms = "daily:0.0005",
      .contract = contract },
    { .number = "XS-2025-00203",
      .fapiao = "25332000000123450203",
      .delivery = "SH250402",
      .delivered_on = "2025-04-02",
      .issued_on = "2025-04-03",
      .due_on = "2025-05-02",
      .amount = "50300.50",
      .terms = "daily:0.0005",
      .contract = contract },
  };
  ArrearsLetterStyle style = { .seal = seal };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    sample_demand_add (demand, &items[i]);
  print_letter (fonts, directory, "agreed.pdf", demand, &style);
}

static void
print_many (ArrearsFontSet *fonts, const char *directory, guint n_items, const char *name)
{
  g_autoptr (ArrearsDemand) demand = sample_demand_new_with_items (n_items);
  g_autoptr (GBytes) seal = sample_demand_new_seal ();
  ArrearsLetterStyle style = { .seal = seal };

  print_letter (fonts, directory, name, demand, &style);
}

/* Long names, rare characters, large sums, every form of charge, money already taken off. */
static void
print_hostile (ArrearsFontSet *fonts, const char *directory)
{
  static const char *const forms[]
      = { "lpr:1.3", "daily:0.00035", "annual:0.0545/360", "fixed:500.00", "sme", "none" };
  g_autoptr (ArrearsDemand) demand = sample_demand_new ();
  g_autoptr (ArrearsContract) contract
      = sample_demand_new_contract (7, "XSHT-HZ-2019-CG-000000000000123456789-补充协议之三");
  g_autoptr (GBytes) seal = sample_demand_new_seal ();
  ArrearsLetterStyle style = { .seal = seal };

  arrears_record_set_text (
      &demand->debtor->name,
      "内蒙古自治区鄂尔多斯市达拉特旗㙍𠮷䶮㐂“金犇淼鑫”农牧业综合开发与现代物流"
      "供应链管理（集团）股份有限公司呼和浩特第一分公司");
  arrears_record_set_text (
      &demand->debtor->address,
      "内蒙古自治区鄂尔多斯市达拉特旗树林召镇长胜街以北、西园路以东金犇淼鑫国际"
      "农牧产品物流园区A座B单元1803－1805室（原第二粮库院内）");
  arrears_record_set_text (&demand->creditor->name, "北京市海淀区中关村东升科技园𬭚光闪烁文化用品"
                                                    "与办公设备进出口贸易有限责任公司"
                                                    "第二采购供应与售后服务中心");
  demand->unapplied = arrears_money (123456);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *number
          = g_strdup_printf ("XS-2018-HANGZHOU-BRANCH-NO.00%zu/A-THE-VERY-LONG-ONE", i);
      SampleItem item = { .number = number,
                          .fapiao = "3300191130 12345678",
                          .order = "PO-0000000000000000000000000012345678",
                          .delivery = i % 2 == 0 ? "送货单第20190305号" : NULL,
                          .issued_on = "2019-03-05",
                          /* the rule for small firms begins in 2020 */
                          .due_on = i == 4 ? "2020-10-05" : "2019-04-05",
                          .amount = "99999999.99",
                          .paid = "12345678.90",
                          .paid_on = "2021-02-28",
                          .terms = forms[i],
                          .cap = i == 2 ? "20%" : NULL,
                          .contract = i >= 1 && i <= 3 ? contract : NULL };

      sample_demand_add (demand, &item);
    }
  print_letter (fonts, directory, "hostile.pdf", demand, &style);
}

static void
print_bare (ArrearsFontSet *fonts, const char *directory)
{
  g_autoptr (ArrearsDemand) demand = sample_demand_new ();
  SampleItem item = { .number = "1", .due_on = "2025-06-01", .amount = "300", .terms = "none" };
  ArrearsLetterStyle style = { 0 };

  arrears_record_set_text (&demand->debtor->name, "王小明");
  arrears_record_set_text (&demand->debtor->uscc, "");
  arrears_record_set_text (&demand->debtor->address, "");
  arrears_record_set_text (&demand->debtor->contact, "");
  arrears_record_set_text (&demand->debtor->phone, "");
  arrears_record_set_text (&demand->creditor->uscc, "");
  arrears_record_set_text (&demand->creditor->address, "");
  arrears_record_set_text (&demand->creditor->phone, "");
  arrears_record_set_text (&demand->creditor->contact, "");
  arrears_record_set_text (&demand->creditor->bank, "");
  arrears_record_set_text (&demand->creditor->bank_account, "");
  sample_demand_add (demand, &item);
  print_letter (fonts, directory, "bare.pdf", demand, &style);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsFontSet) fonts = arrears_font_set_new (&error);

  g_assert_no_error (error);
  if (argc != 2)
    {
      g_printerr ("Usage: print-samples DIRECTORY\n");
      return 2;
    }

  print_statutory (fonts, argv[1]);
  print_agreed (fonts, argv[1]);
  print_bare (fonts, argv[1]);
  print_hostile (fonts, argv[1]);
  print_many (fonts, argv[1], 8, "eight.pdf");
  print_many (fonts, argv[1], 40, "forty.pdf");
  print_many (fonts, argv[1], 200, "two-hundred.pdf");
  return 0;
}

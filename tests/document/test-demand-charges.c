/* test-demand-charges.c: the late charge of a demand in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-demand-charges.h"

#include "arrears-error.h"
#include "sample-demand.h"

#include <string.h>

#define SALE_INTERPRETATION                                                                        \
  "《最高人民法院关于审理买卖合同纠纷案件适用法律问题的解释》第十八条第四款"

typedef struct
{
  ArrearsDemand *demand;
  ArrearsContract *contract;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->demand = sample_demand_new ();
  fixture->contract = sample_demand_new_contract (1, "GH-2023-0618");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->contract);
  arrears_demand_free (fixture->demand);
}

static void
add (Fixture *fixture, const char *terms, const char *due_on, const char *amount,
     ArrearsContract *contract)
{
  SampleItem item = {
    .number = "XS-1", .due_on = due_on, .amount = amount, .terms = terms, .contract = contract
  };

  sample_demand_add (fixture->demand, &item);
}

static void
assert_paragraphs (Fixture *fixture, const char *const *expected, gsize n_expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paragraphs = arrears_demand_charges_describe (fixture->demand, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (paragraphs->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    g_assert_cmpstr (g_ptr_array_index (paragraphs, i), ==, expected[i]);
}

static void
assert_paragraph (Fixture *fixture, const char *expected)
{
  assert_paragraphs (fixture, &expected, 1);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  add (fixture, "none", "2025-04-11", "86400", NULL);
  assert_paragraphs (fixture, NULL, 0);
  g_assert_false (arrears_demand_charges_exist (fixture->demand));
  g_assert_false (arrears_demand_charges_need_table (fixture->demand));
}

static void
test_statutory (Fixture *fixture, gconstpointer data)
{
  add (fixture, NULL, "2025-04-11", "86400", NULL);
  assert_paragraph (
      fixture,
      "贵我双方未约定逾期付款违约金的，我方依据" SALE_INTERPRETATION
      "，以违约行为发生时一年期贷款市场报价利率（LPR，2025年3月20日公布3.10%）为基础加计50%，"
      "即按年利率4.65%（一年按365日计）计算逾期付款损失，自应付日的次日起，截至2025年6月30日"
      "共计人民币捌佰捌拾元零伍角柒分（¥880.57）；此后按同一标准计至实际付清之日；"
      "另有约定的，从其约定。计算式：86,400.00元×4.65%×80天÷365＝880.57元。");
  g_assert_cmpstr (arrears_demand_charges_get_name (fixture->demand), ==, "逾期付款损失");
}

static void
test_clause (Fixture *fixture, gconstpointer data)
{
  add (fixture, "daily:0.0005", "2025-03-31", "100000", fixture->contract);
  assert_paragraph (fixture,
                    "按《购销合同》（编号：GH-2023-0618）第8.2条的约定，以未付金额为基数、"
                    "按每日万分之五（0.05%）计算逾期付款违约金，自应付日的次日起，截至2025年6月30日"
                    "共计人民币肆仟伍佰伍拾元整（¥4,550.00）；此后按同一标准计至实际付清之日。"
                    "计算式：100,000.00元×0.05%×91天＝4,550.00元。");
  g_assert_cmpstr (arrears_demand_charges_get_name (fixture->demand), ==, "逾期付款违约金");
}

static void
test_sme (Fixture *fixture, gconstpointer data)
{
  add (fixture, "sme", "2025-06-10", "250000", NULL);
  assert_paragraph (fixture,
                    "我方依据《保障中小企业款项支付条例》第十七条，以未付金额为基数、按每日利率"
                    "万分之五（0.05%）计算逾期利息，自应付日的次日起，截至2025年6月30日共计"
                    "人民币贰仟伍佰元整（¥2,500.00）；此后按同一标准计至实际付清之日。"
                    "计算式：250,000.00元×0.05%×20天＝2,500.00元。");
}

static void
test_sme_with_contract (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  add (fixture, "sme", "2025-06-10", "250000", fixture->contract);
  paragraphs = arrears_demand_charges_describe (fixture->demand, NULL);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (paragraphs, 0),
                                   "我方依据《保障中小企业款项支付条例》第十七条，"));
  g_assert_null (strstr (g_ptr_array_index (paragraphs, 0), "约定"));
  g_assert_cmpstr (arrears_demand_charges_get_name (fixture->demand), ==, "逾期利息");
}

static void
test_fixed (Fixture *fixture, gconstpointer data)
{
  add (fixture, "fixed:500", "2025-06-10", "1000", fixture->contract);
  assert_paragraph (
      fixture,
      "按《购销合同》（编号：GH-2023-0618）第8.2条的约定，按每笔逾期款项一次性"
      "计收¥500.00的标准计算逾期付款违约金，截至2025年6月30日共计人民币伍佰元整（¥500.00）。");
}

static void
test_benchmark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  add (fixture, NULL, "2019-06-28", "50000", NULL);
  paragraphs = arrears_demand_charges_describe (fixture->demand, NULL);
  g_assert_nonnull (strstr (g_ptr_array_index (paragraphs, 0),
                            "以违约行为发生时中国人民银行同期同类人民币贷款基准利率（2015年10月24日"
                            "公布4.35%）为基础、参照逾期罚息利率标准加计50%，即按年利率6.525%"));
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  static const char *const openings[]
      = { "就上表第1、4笔，贵我双方", "就上表第2、3笔，按《购销合同》" };

  add (fixture, NULL, "2025-04-11", "100", NULL);
  add (fixture, "daily:0.0005", "2025-04-12", "100", fixture->contract);
  add (fixture, "daily:0.0005", "2025-04-13", "100", fixture->contract);
  add (fixture, NULL, "2025-06-01", "100", NULL);
  add (fixture, "none", "2025-06-02", "100", NULL);
  paragraphs = arrears_demand_charges_describe (fixture->demand, NULL);

  g_assert_cmpuint (paragraphs->len, ==, G_N_ELEMENTS (openings));
  for (guint i = 0; i < paragraphs->len; i++)
    g_assert_true (g_str_has_prefix (g_ptr_array_index (paragraphs, i), openings[i]));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (paragraphs, 1), "计算过程见附表。"));
  g_assert_nonnull (strstr (g_ptr_array_index (paragraphs, 0),
                            "（LPR，2025年3月20日公布3.10%、2025年5月20日公布3.00%）"));
  g_assert_true (arrears_demand_charges_need_table (fixture->demand));
  g_assert_cmpstr (arrears_demand_charges_get_name (fixture->demand), ==, "逾期付款违约金及损失");
  add (fixture, "sme", "2025-06-03", "100", NULL);
  g_assert_cmpstr (arrears_demand_charges_get_name (fixture->demand), ==,
                   "逾期付款违约金、损失及逾期利息");
}

static void
test_interest_and_penalty (Fixture *fixture, gconstpointer data)
{
  add (fixture, "daily:0.0005", "2025-04-12", "100", fixture->contract);
  add (fixture, "sme", "2025-06-03", "100", NULL);
  g_assert_cmpstr (arrears_demand_charges_get_name (fixture->demand), ==,
                   "逾期付款违约金及逾期利息");
}

static void
test_same_rate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  add (fixture, NULL, "2024-12-31", "100", NULL);
  add (fixture, NULL, "2025-04-11", "100", NULL);
  paragraphs = arrears_demand_charges_describe (fixture->demand, NULL);
  g_assert_nonnull (strstr (g_ptr_array_index (paragraphs, 0),
                            "（LPR，2024年12月20日至2025年3月20日历次公布均为3.10%）"
                            "为基础加计50%，即按年利率4.65%"));
}

static void
test_capped (Fixture *fixture, gconstpointer data)
{
  SampleItem item = { .number = "XS-1",
                      .due_on = "2024-06-30",
                      .amount = "100000",
                      .terms = "daily:0.003",
                      .cap = "20%",
                      .contract = fixture->contract };
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autoptr (GPtrArray) remarks = NULL;

  sample_demand_add (fixture->demand, &item);
  paragraphs = arrears_demand_charges_describe (fixture->demand, NULL);
  remarks = arrears_demand_charges_list_remarks (fixture->demand);
  g_assert_nonnull (strstr (g_ptr_array_index (paragraphs, 0), "（以该笔本金的20%为限）"));
  g_assert_null (strstr (g_ptr_array_index (paragraphs, 0), "此后"));
  g_assert_nonnull (strstr (g_ptr_array_index (remarks, 1), "上限"));
  g_assert_true (arrears_demand_charges_need_table (fixture->demand));
}

static void
test_payments (Fixture *fixture, gconstpointer data)
{
  SampleItem item = { .number = "XS-1",
                      .due_on = "2025-01-31",
                      .amount = "100000",
                      .paid = "40000",
                      .paid_on = "2025-03-31" };
  g_autoptr (GPtrArray) remarks = NULL;

  sample_demand_add (fixture->demand, &item);
  remarks = arrears_demand_charges_list_remarks (fixture->demand);
  g_assert_nonnull (strstr (g_ptr_array_index (remarks, 1), "已付及冲减的款项先抵充本金，"));
}

/* As the rate is written before it. */
static void
test_formula_of_a_year (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  add (fixture, "annual:0.12/360", "2025-03-31", "100000", fixture->contract);
  paragraphs = arrears_demand_charges_describe (fixture->demand, NULL);
  g_assert_nonnull (strstr (g_ptr_array_index (paragraphs, 0), "按年利率12.00%（一年按360日计）"));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (paragraphs, 0),
                                   "计算式：100,000.00元×12.00%×91天÷360＝3,033.33元。"));
}

/* A contract that was imported by its number alone may well have a clause. */
static void
test_nothing_conceded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  const char *paragraph;

  add (fixture, NULL, "2025-04-11", "86400", fixture->contract);
  paragraphs = arrears_demand_charges_describe (fixture->demand, NULL);
  paragraph = g_ptr_array_index (paragraphs, 0);
  g_assert_null (strstr (paragraph, "未作约定"));
  g_assert_nonnull (strstr (paragraph, "；另有约定的，从其约定。"));
}

static void
test_table_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  add (fixture, NULL, "2025-06-21", "100000", NULL);
  paragraphs = arrears_demand_charges_describe (fixture->demand, NULL);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (paragraphs, 0),
                                   "所用LPR为截至2025年6月20日已公布的数据。"));
}

static void
test_overflow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add (fixture, NULL, "2025-04-11", "100", NULL);
  add (fixture, NULL, "2025-04-11", "100", NULL);
  for (guint i = 0; i < 2; i++)
    ((ArrearsDemandLine *) g_ptr_array_index (fixture->demand->lines, i))->charge.charge.fen
        = G_MAXINT64;
  g_assert_null (arrears_demand_charges_describe (fixture->demand, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/demand-charges/nothing-charged-nothing-said", test_none);
  ADD ("/demand-charges/the-statute-is-cited-with-its-lpr", test_statutory);
  ADD ("/demand-charges/that-nothing-was-agreed-is-not-conceded", test_nothing_conceded);
  ADD ("/demand-charges/a-formula-writes-a-yearly-rate-alike", test_formula_of_a_year);
  ADD ("/demand-charges/a-clause-is-cited-with-its-contract", test_clause);
  ADD ("/demand-charges/a-small-firm-cites-the-payment-regulation", test_sme);
  ADD ("/demand-charges/the-regulation-is-no-clause-of-a-contract", test_sme_with_contract);
  ADD ("/demand-charges/a-fixed-sum-does-not-run-on", test_fixed);
  ADD ("/demand-charges/before-lpr-the-benchmark-counts", test_benchmark);
  ADD ("/demand-charges/items-are-grouped-by-basis-and-numbered", test_groups);
  ADD ("/demand-charges/all-that-is-charged-is-named", test_interest_and_penalty);
  ADD ("/demand-charges/publications-of-one-rate-are-drawn-together", test_same_rate);
  ADD ("/demand-charges/what-is-capped-does-not-run-on", test_capped);
  ADD ("/demand-charges/the-order-of-payments-is-told", test_payments);
  ADD ("/demand-charges/the-end-of-the-table-is-told", test_table_end);
  ADD ("/demand-charges/an-overflow-is-reported", test_overflow);
  return g_test_run ();
}

/* test-chinese.c: values as a Chinese letter writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-chinese.h"

#include "arrears-test-values.h"

typedef char *(*WriteText) (const char *text);

typedef struct
{
  const char *in;
  const char *out;
} Case;

static char *
write_amount (const char *text)
{
  return arrears_chinese_write_amount (arrears_test_money (text));
}

static char *
write_amount_in_words (const char *text)
{
  return arrears_chinese_write_amount_in_words (arrears_test_money (text));
}

static ArrearsRate
read_rate (const char *text)
{
  g_autoptr (GError) error = NULL;
  ArrearsRate rate;

  arrears_rate_parse (text, &rate, &error);
  g_assert_no_error (error);
  return rate;
}

static char *
write_percent (const char *text)
{
  return arrears_chinese_write_percent (read_rate (text));
}

static char *
write_daily_rate (const char *text)
{
  return arrears_chinese_write_daily_rate (read_rate (text));
}

static void
check_cases (WriteText write, const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *out = write (cases[i].in);

      g_assert_cmpstr (out, ==, cases[i].out);
    }
}

static void
test_amounts (void)
{
  static const Case figures[]
      = { { "1234.5", "¥1,234.50" }, { "0", "¥0.00" }, { "-0.05", "-¥0.05" } };
  static const Case words[] = { { "1409.50", "人民币壹仟肆佰零玖元伍角（¥1,409.50）" },
                                { "300", "人民币叁佰元整（¥300.00）" } };

  check_cases (write_amount, figures, G_N_ELEMENTS (figures));
  check_cases (write_amount_in_words, words, G_N_ELEMENTS (words));
}

static void
test_percents (void)
{
  static const Case cases[] = { { "0.03", "3.00%" },
                                { "0.031", "3.10%" },
                                { "4.65%", "4.65%" },
                                { "0.05655", "5.655%" },
                                { "1", "100.00%" } };

  check_cases (write_percent, cases, G_N_ELEMENTS (cases));
}

static void
test_daily_rates (void)
{
  static const Case cases[] = { { "0.0005", "万分之五（0.05%）" },
                                { "0.003", "千分之三（0.3%）" },
                                { "0.01", "百分之一（1%）" },
                                { "0.0012", "万分之十二（0.12%）" },
                                { "0.002", "千分之二（0.2%）" },
                                { "0.0020", "千分之二（0.2%）" },
                                { "0.25", "百分之二十五（25%）" },
                                { "0.00035", "0.035%" },
                                { "0", "0%" } };

  check_cases (write_daily_rate, cases, G_N_ELEMENTS (cases));
}

static void
test_accounts (void)
{
  static const Case cases[] = { { "1202026619900123456", "1202 0266 1990 0123 456" },
                                { "1202 0266 19900123456", "1202 0266 1990 0123 456" },
                                { "33001-6168 A", "33001-6168 A" },
                                { "", "" } };

  check_cases (arrears_chinese_write_account_number, cases, G_N_ELEMENTS (cases));
}

static void
test_clauses (void)
{
  static const Case cases[]
      = { { "8.2", "第8.2条" },         { "第八条第二款", "第八条第二款" }, { "", "" },
          { "8条第2款", "第8条第2款" }, { "附件一第3条", "附件一第3条" },   { "八", "第八条" } };

  check_cases (arrears_chinese_write_clause, cases, G_N_ELEMENTS (cases));
}

static void
test_contracts (void)
{
  static const char *const cases[][3] = { { "购销合同", "G-1", "《购销合同》（编号：G-1）" },
                                          { "《购销合同》", "G-1", "《购销合同》（编号：G-1）" },
                                          { "购销合同", "", "《购销合同》" },
                                          { "", "G-1", "编号为G-1的合同" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = arrears_chinese_write_contract (cases[i][0], cases[i][1]);

      g_assert_cmpstr (out, ==, cases[i][2]);
    }
}

static void
test_numbers (void)
{
  static const guint numbers[] = { 1, 3, 5, 6, 7, 8, 10, 11 };
  g_autofree char *all = arrears_chinese_write_numbers (numbers, G_N_ELEMENTS (numbers));
  g_autofree char *one = arrears_chinese_write_numbers (numbers, 1);

  g_assert_cmpstr (all, ==, "1、3、5至8、10、11");
  g_assert_cmpstr (one, ==, "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chinese/amounts-stand-in-words-and-figures", test_amounts);
  g_test_add_func ("/chinese/percents-have-two-decimals", test_percents);
  g_test_add_func ("/chinese/daily-rates-are-parts", test_daily_rates);
  g_test_add_func ("/chinese/account-numbers-are-grouped", test_accounts);
  g_test_add_func ("/chinese/clauses-are-numbered", test_clauses);
  g_test_add_func ("/chinese/contracts-are-named", test_contracts);
  g_test_add_func ("/chinese/numbers-in-a-row-are-drawn-together", test_numbers);
  return g_test_run ();
}

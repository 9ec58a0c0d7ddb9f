/* arrears-chinese.c: values as a Chinese letter writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-chinese.h"

#include <string.h>

enum
{
  ACCOUNT_GROUP = 4,
  LARGEST_NUMERAL = 99,
  MIN_RANGE = 3,
  PERCENT_DECIMALS = 2,
};

char *
arrears_chinese_write_amount (ArrearsMoney amount)
{
  g_autofree char *figures = arrears_money_to_grouped (amount);

  return *figures == '-' ? g_strconcat ("-¥", figures + 1, NULL) : g_strconcat ("¥", figures, NULL);
}

char *
arrears_chinese_write_amount_in_words (ArrearsMoney amount)
{
  g_autofree char *words = arrears_money_to_uppercase (amount);
  g_autofree char *figures = arrears_chinese_write_amount (amount);

  return g_strdup_printf ("人民币%s（%s）", words, figures);
}

char *
arrears_chinese_write_percent (ArrearsRate rate)
{
  g_autofree char *percent = arrears_rate_to_percent (rate);
  GString *padded = g_string_new (percent);
  const char *point = strchr (percent, '.');
  gsize n_decimals = point == NULL ? 0 : strlen (point + 1) - 1;

  if (strchr (percent, '/') != NULL || n_decimals >= PERCENT_DECIMALS)
    return g_string_free (padded, FALSE);

  g_string_truncate (padded, padded->len - 1);
  if (point == NULL)
    g_string_append_c (padded, '.');
  for (; n_decimals < PERCENT_DECIMALS; n_decimals++)
    g_string_append_c (padded, '0');
  g_string_append_c (padded, '%');
  return g_string_free (padded, FALSE);
}

/* 1 to 99. */
static char *
write_numeral (gint64 number)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  gint64 tens = number / 10;

  return g_strconcat (tens > 1 ? digits[tens] : "", tens > 0 ? "十" : "", digits[number % 10],
                      NULL);
}

char *
arrears_chinese_write_daily_rate (ArrearsRate rate)
{
  static const struct
  {
    gint64 parts;
    const char *word;
  } scales[] = { { 100, "百分之" }, { 1000, "千分之" }, { 10000, "万分之" } };
  g_autofree char *percent = arrears_rate_to_percent (rate);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      gint64 factor = scales[i].parts / rate.denominator;

      if (scales[i].parts % rate.denominator == 0 && rate.numerator > 0
          && rate.numerator <= LARGEST_NUMERAL / factor)
        {
          g_autofree char *numeral = write_numeral (rate.numerator * factor);

          return g_strdup_printf ("%s%s（%s）", scales[i].word, numeral, percent);
        }
    }
  return g_steal_pointer (&percent);
}

char *
arrears_chinese_write_account_number (const char *number)
{
  GString *grouped = g_string_new (NULL);
  gsize n_digits = 0;

  for (const char *i = number; *i != '\0'; i++)
    {
      if (*i == ' ')
        continue;
      if (!g_ascii_isdigit (*i))
        {
          g_string_assign (grouped, number);
          return g_string_free (grouped, FALSE);
        }
      if (n_digits > 0 && n_digits % ACCOUNT_GROUP == 0)
        g_string_append_c (grouped, ' ');
      g_string_append_c (grouped, *i);
      n_digits++;
    }
  return g_string_free (grouped, FALSE);
}

char *
arrears_chinese_write_numbers (const guint *numbers, gsize n_numbers)
{
  GString *list = g_string_new (NULL);
  gsize end;

  for (gsize i = 0; i < n_numbers; i = end)
    {
      for (end = i + 1; end < n_numbers && numbers[end] == numbers[end - 1] + 1; end++)
        ;
      if (end - i < MIN_RANGE)
        end = i + 1;
      g_string_append_printf (list, "%s%u", i > 0 ? "、" : "", numbers[i]);
      if (end - i >= MIN_RANGE)
        g_string_append_printf (list, "至%u", numbers[end - 1]);
    }
  return g_string_free (list, FALSE);
}

char *
arrears_chinese_write_contract (const char *title, const char *number)
{
  gboolean is_quoted = g_str_has_prefix (title, "《");

  if (*title == '\0')
    return g_strdup_printf ("编号为%s的合同", number);
  return g_strdup_printf ("%s%s%s%s%s%s", is_quoted ? "" : "《", title, is_quoted ? "" : "》",
                          *number != '\0' ? "（编号：" : "", number, *number != '\0' ? "）" : "");
}

char *
arrears_chinese_write_clause (const char *clause)
{
  gboolean is_number = g_ascii_isdigit (*clause);
  gboolean is_phrase = strstr (clause, "条") != NULL || strstr (clause, "款") != NULL
                       || strstr (clause, "项") != NULL;

  if (*clause == '\0' || g_str_has_prefix (clause, "第") || (is_phrase && !is_number))
    return g_strdup (clause);
  return g_strdup_printf (is_phrase ? "第%s" : "第%s条", clause);
}

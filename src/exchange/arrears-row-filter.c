/* arrears-row-filter.c: telling rows of data from totals, signatures and repeated headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-row-filter.h"

#include "arrears-heading.h"

#include <string.h>

/* How surely a cell says that its row is a total. */
typedef enum
{
  TOTAL_NONE,
  TOTAL_LOOSE, /* 华东区小计, 合计（24笔）: may also be a name */
  TOTAL_WHOLE, /* 合计 and nothing else */
} TotalSign;

enum
{
  MAX_KEYS = 2,
  NO_COLUMN = G_MAXUINT,
  MAX_SIGN_BYTES = 120, /* longer texts are no signs */
};

struct _ArrearsRowFilter
{
  const ArrearsMapping *mapping;
  const ArrearsSheet *sheet;
  guint keys[MAX_KEYS]; /* columns */
  guint n_keys;
  guint amount;   /* column, or NO_COLUMN */
  guint last_row; /* the last with all keys and an amount: behind it the sheet closes */
};

static const char *const total_words[] = {
  "合计", "总计", "总合计", "共计", "合计金额", "金额合计", "总计金额", "小计", "累计",
  "总累计", "本页小计", "本页合计", "本页累计", "当页小计", "当页合计", "页小计", "页合计",
  "本月合计", "本月小计", "本月累计", "本期合计", "本期累计", "本年合计", "本年累计",
  "本季合计", "本日合计", "过次页", "承前页", "total", "totals", "subtotal", "grandtotal",
  "sum",
};

static const char *const grand_total_words[] = {
  "合计", "总计", "总合计", "共计", "合计金额", "金额合计", "总计金额", "total", "totals",
  "grandtotal", "sum",
};

static const char *const total_endings[] = { "小计", "合计", "总计", "累计", "共计" };

static const char *const signature_words[] = {
  "制表", "制表人", "制单", "制单人", "审核", "审核人", "复核", "复核人", "审批", "审批人",
  "批准", "批准人", "经办", "经办人", "填表", "填表人", "编制", "编制人", "编制单位", "记账",
  "记帐", "记账人", "出纳", "会计", "主管", "会计主管", "财务主管", "财务负责人", "单位负责人",
  "负责人", "打印日期", "打印时间", "打印人", "导出日期", "导出时间", "导出人", "制表日期",
  "制表时间", "制单日期", "报表日期", "查询日期", "截止日期", "页码", "备注", "注", "说明",
  "签字", "签名", "签章", "盖章", "单位盖章", "preparedby", "checkedby", "approvedby",
  "printedon", "printed",
};

static gboolean
is_among (const char *word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (words[i], word))
      return TRUE;
  return FALSE;
}

static gboolean
has_english_start (const char *text)
{
  return g_ascii_strncasecmp (text, "total", 5) == 0 || g_ascii_strncasecmp (text, "sub", 3) == 0
         || g_ascii_strncasecmp (text, "grand", 5) == 0
         || g_ascii_strncasecmp (text, "sum", 3) == 0;
}

/* A sign of a total holds 计 or 页, or is an English word: the quick way past all other cells. */
static gboolean
may_be_total (const char *text)
{
  return text[0] != '\0' && strlen (text) <= MAX_SIGN_BYTES
         && (strstr (text, "计") != NULL || strstr (text, "页") != NULL
             || has_english_start (text));
}

/* Without the brackets around 【合计】 and (合计). */
static char *
normalize_sign (const char *text)
{
  static const char *const brackets[][2] = { { "(", ")" }, { "[", "]" }, { "【", "】" } };
  char *sign = arrears_heading_normalize (text);

  for (gsize i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (g_str_has_prefix (sign, brackets[i][0]) && g_str_has_suffix (sign, brackets[i][1]))
      {
        gsize n_open = strlen (brackets[i][0]);
        gsize n_close = strlen (brackets[i][1]);
        gsize length = strlen (sign) - n_open - n_close;

        memmove (sign, sign + n_open, length);
        sign[length] = '\0';
        break;
      }
  return sign;
}

/* Whether a count or an amount follows the word: 合计（24笔）, 总计3,000.00, 合计人民币. */
static gboolean
begins_with_word (const char *sign, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_prefix (sign, words[i]))
      {
        const char *rest = sign + strlen (words[i]);

        if (g_ascii_isdigit (rest[0]) || rest[0] == '(' || g_str_has_prefix (rest, "¥")
            || g_str_has_prefix (rest, "人民币") || g_str_has_prefix (rest, "大写")
            || g_str_has_prefix (rest, "共"))
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_total_ending (const char *sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (total_endings); i++)
    if (g_str_has_suffix (sign, total_endings[i]))
      return TRUE;
  return FALSE;
}

static TotalSign
read_total_sign (const char *text)
{
  g_autofree char *sign = NULL;

  if (!may_be_total (text))
    return TOTAL_NONE;

  sign = normalize_sign (text);
  if (is_among (sign, total_words, G_N_ELEMENTS (total_words)))
    return TOTAL_WHOLE;
  if (has_total_ending (sign)
      || begins_with_word (sign, total_words, G_N_ELEMENTS (total_words)))
    return TOTAL_LOOSE;
  return TOTAL_NONE;
}

static const char *
peek (const ArrearsRowFilter *filter, guint index, guint column)
{
  return column == NO_COLUMN ? "" : arrears_sheet_peek_cell (filter->sheet, index, column);
}

/* Key cells with a text, other than the one that gave the sign. */
static guint
count_filled_keys (const ArrearsRowFilter *filter, guint index, guint sign_column)
{
  guint n_filled = 0;

  for (guint i = 0; i < filter->n_keys; i++)
    n_filled += filter->keys[i] != sign_column
                && peek (filter, index, filter->keys[i])[0] != '\0';
  return n_filled;
}

static gboolean
is_total (const ArrearsRowFilter *filter, guint index)
{
  guint n_cells = arrears_sheet_get_n_cells (filter->sheet, index);

  for (guint column = 0; column < n_cells; column++)
    {
      TotalSign sign = read_total_sign (peek (filter, index, column));
      guint n_filled;

      if (sign == TOTAL_NONE)
        continue;
      n_filled = count_filled_keys (filter, index, column);
      if (sign == TOTAL_WHOLE && n_filled < filter->n_keys)
        return TRUE;
      if (sign == TOTAL_LOOSE && n_filled == 0
          && arrears_mapping_get_kind (filter->mapping) != ARREARS_IMPORT_CUSTOMERS)
        return TRUE;
    }
  return FALSE;
}

static const char *
peek_first_text (const ArrearsRowFilter *filter, guint index, guint *column)
{
  for (*column = 0;; (*column)++)
    {
      const char *text = peek (filter, index, *column);

      if (text[0] != '\0')
        return text;
    }
}

/* 第1页, 第 1 页 共 3 页, Page 1 of 3. */
static gboolean
is_page_number (const char *sign)
{
  return (g_str_has_prefix (sign, "第") && strstr (sign, "页") != NULL)
         || (g_str_has_prefix (sign, "page") && g_ascii_isdigit (sign[4]));
}

/* How long the text is before its first colon, narrow or wide; all of it if it has none. */
static gsize
measure_label (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *wide_colon = strstr (text, "：");
  gsize length = strlen (text);

  if (colon != NULL)
    length = (gsize) (colon - text);
  if (wide_colon != NULL)
    length = MIN (length, (gsize) (wide_colon - text));
  return length;
}

/* One of the words, with or without a colon behind it. At the end of a sheet any label will do:
 * 开户行：, 客户签收：.
 */
static gboolean
is_signature_text (const char *text, gboolean is_closing)
{
  g_autofree char *word = NULL;
  g_autofree char *sign = NULL;
  gsize length = measure_label (text);

  if (length > MAX_SIGN_BYTES)
    return FALSE;
  if (is_closing && text[length] != '\0')
    return TRUE;

  word = g_strndup (text, length);
  sign = arrears_heading_normalize (word);
  return is_among (sign, signature_words, G_N_ELEMENTS (signature_words))
         || is_page_number (sign);
}

static gboolean
is_signature (const ArrearsRowFilter *filter, guint index)
{
  guint column;
  const char *text = peek_first_text (filter, index, &column);

  if (filter->amount != NO_COLUMN)
    return peek (filter, index, filter->amount)[0] == '\0'
           && is_signature_text (text, index > filter->last_row);
  return count_filled_keys (filter, index, column) == 0 && is_signature_text (text, FALSE);
}

static guint
find_last_row (const ArrearsRowFilter *filter)
{
  guint header_row = arrears_mapping_get_header_row (filter->mapping);
  guint row = arrears_sheet_get_n_rows (filter->sheet) - 1;

  while (row > header_row
         && (count_filled_keys (filter, row, NO_COLUMN) < filter->n_keys
             || peek (filter, row, filter->amount)[0] == '\0'))
    row--;
  return row;
}

static gboolean
repeats_row (const ArrearsRowFilter *filter, guint index, guint other)
{
  guint n_cells = arrears_sheet_get_n_cells (filter->sheet, other);

  if (arrears_sheet_get_n_cells (filter->sheet, index) != n_cells)
    return FALSE;
  for (guint column = 0; column < n_cells; column++)
    if (!g_str_equal (peek (filter, index, column), peek (filter, other, column)))
      return FALSE;
  return TRUE;
}

/* The headings, or one of the titles above them, once more. */
static gboolean
is_repeated (const ArrearsRowFilter *filter, guint index)
{
  guint header_row = arrears_mapping_get_header_row (filter->mapping);

  for (guint row = 0; row <= header_row; row++)
    if (repeats_row (filter, index, row))
      return TRUE;
  return FALSE;
}

static guint
find_column (const ArrearsMapping *mapping, ArrearsImportField field)
{
  guint column = NO_COLUMN;

  arrears_mapping_find_column (mapping, field, &column);
  return column;
}

static void
add_key (ArrearsRowFilter *filter, guint column)
{
  if (column != NO_COLUMN)
    filter->keys[filter->n_keys++] = column;
}

ArrearsRowFilter *
arrears_row_filter_new (const ArrearsMapping *mapping)
{
  ArrearsRowFilter *filter;
  guint code, name;

  g_return_val_if_fail (mapping != NULL, NULL);

  filter = g_new0 (ArrearsRowFilter, 1);
  filter->mapping = mapping;
  filter->sheet = arrears_mapping_get_sheet (mapping);
  filter->amount = find_column (mapping, ARREARS_IMPORT_FIELD_AMOUNT);

  code = find_column (mapping, ARREARS_IMPORT_FIELD_CUSTOMER_CODE);
  name = find_column (mapping, ARREARS_IMPORT_FIELD_CUSTOMER_NAME);
  switch (arrears_mapping_get_kind (mapping))
    {
    case ARREARS_IMPORT_INVOICES:
      add_key (filter, find_column (mapping, ARREARS_IMPORT_FIELD_INVOICE_NUMBER));
      add_key (filter, find_column (mapping, ARREARS_IMPORT_FIELD_INVOICE_DATE));
      break;
    case ARREARS_IMPORT_PAYMENTS:
      add_key (filter, find_column (mapping, ARREARS_IMPORT_FIELD_DATE));
      add_key (filter, name != NO_COLUMN ? name : code);
      break;
    case ARREARS_IMPORT_CUSTOMERS:
    default:
      add_key (filter, code);
      add_key (filter, name);
      break;
    }
  filter->last_row = find_last_row (filter);
  return filter;
}

void
arrears_row_filter_free (ArrearsRowFilter *filter)
{
  g_return_if_fail (filter != NULL);

  g_free (filter);
}

gboolean
arrears_row_filter_leaves_out (const ArrearsRowFilter *filter, guint index,
                               ArrearsLeftOutReason *reason)
{
  g_return_val_if_fail (filter != NULL && reason != NULL, FALSE);

  if (is_total (filter, index))
    *reason = ARREARS_LEFT_OUT_TOTAL;
  else if (is_signature (filter, index))
    *reason = ARREARS_LEFT_OUT_SIGNATURE;
  else if (is_repeated (filter, index))
    *reason = ARREARS_LEFT_OUT_REPEATED;
  else
    return FALSE;
  return TRUE;
}

gboolean
arrears_row_filter_is_grand_total (const ArrearsRowFilter *filter, guint index)
{
  guint n_cells;

  g_return_val_if_fail (filter != NULL, FALSE);

  n_cells = arrears_sheet_get_n_cells (filter->sheet, index);
  for (guint column = 0; column < n_cells; column++)
    {
      const char *text = peek (filter, index, column);
      g_autofree char *sign = NULL;

      if (!may_be_total (text))
        continue;
      sign = normalize_sign (text);
      if (is_among (sign, grand_total_words, G_N_ELEMENTS (grand_total_words))
          || begins_with_word (sign, grand_total_words, G_N_ELEMENTS (grand_total_words)))
        return TRUE;
    }
  return FALSE;
}

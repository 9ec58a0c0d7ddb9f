/* arrears-trade-paper.c: a contract, order, delivery note or invoice as shops hand them out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-trade-paper.h"

#include "arrears-pdf.h"
#include "arrears-table.h"

static const ArrearsPaper sheet = {
  .width = 595.28,
  .height = 841.89,
  .top = 56,
  .bottom = 54,
  .left = 62,
  .right = 62,
};

#define BODY_SIZE 10.5
#define TITLE_SIZE 18.0
#define ISSUER_SIZE 12.0
#define LABEL_WIDTH 72.0

static void
add_line (ArrearsLayout *layout, double size, ArrearsTypeface typeface, ArrearsAlignment alignment,
          const char *text)
{
  ArrearsParagraphStyle style
      = { .typeface = typeface, .alignment = alignment, .size = size, .leading = size * 1.45 };

  if (text != NULL)
    arrears_layout_add_paragraph (layout, &style, text);
}

static void
add_head (ArrearsLayout *layout, const ArrearsTradePaper *paper)
{
  g_autofree char *day = arrears_day_to_chinese (paper->on);
  g_autofree char *line = g_strdup_printf ("编号：%s　　%s", paper->number, day);

  add_line (layout, ISSUER_SIZE, ARREARS_TYPEFACE_HEADING, ARREARS_ALIGNMENT_CENTER, paper->issuer);
  add_line (layout, TITLE_SIZE, ARREARS_TYPEFACE_HEADING, ARREARS_ALIGNMENT_CENTER, paper->title);
  add_line (layout, BODY_SIZE, ARREARS_TYPEFACE_BODY, ARREARS_ALIGNMENT_RIGHT, line);
  arrears_layout_add_space (layout, 4);
  arrears_layout_add_rule (layout, 0.6, 0, ARREARS_INK_BLACK);
  arrears_layout_add_space (layout, 10);
}

static void
add_facts (ArrearsLayout *layout, const char *const *facts)
{
  const ArrearsParagraphStyle style = { .size = BODY_SIZE, .leading = BODY_SIZE * 1.5 };

  for (gsize i = 0; facts != NULL && facts[i] != NULL; i += 2)
    if (*facts[i + 1] != '\0')
      arrears_layout_add_labelled (layout, &style, facts[i], LABEL_WIDTH, facts[i + 1]);
  arrears_layout_add_space (layout, 8);
}

static void
add_goods (ArrearsLayout *layout, const ArrearsTradePaper *paper)
{
  g_autoptr (ArrearsTable) table = arrears_table_new ();

  if (paper->n_goods == 0)
    return;
  arrears_table_add_column (table, ARREARS_COLUMN_TEXT, ARREARS_ALIGNMENT_LEFT, "品名规格");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_CENTER, "单位");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, "数量");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, "单价");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, "金额（元）");
  for (gsize i = 0; i < paper->n_goods; i++)
    {
      const ArrearsTradeGoods *goods = &paper->goods[i];
      const char *cells[]
          = { goods->name, goods->unit, goods->quantity, goods->price, goods->amount };

      arrears_table_add_row (table, cells);
    }
  if (paper->total != NULL)
    {
      const char *cells[] = { "合计", "", "", "", paper->total };

      arrears_table_set_total (table, cells);
    }
  arrears_table_add_to_layout (table, layout, BODY_SIZE);
  arrears_layout_add_space (layout, 10);
}

static void
add_clauses (ArrearsLayout *layout, const char *const *clauses)
{
  const ArrearsParagraphStyle style
      = { .alignment = ARREARS_ALIGNMENT_JUSTIFY, .size = BODY_SIZE, .leading = BODY_SIZE * 1.6 };

  for (gsize i = 0; clauses != NULL && clauses[i] != NULL; i++)
    arrears_layout_add_paragraph (layout, &style, clauses[i]);
}

static void
add_signatures (ArrearsLayout *layout, const char *const *signatures)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; signatures != NULL && signatures[i] != NULL; i++)
    g_string_append_printf (line, "%s%s：＿＿＿＿＿＿＿＿", i > 0 ? "　　" : "", signatures[i]);
  arrears_layout_add_space (layout, 26);
  add_line (layout, BODY_SIZE, ARREARS_TYPEFACE_BODY, ARREARS_ALIGNMENT_LEFT, line->str);
}

GBytes *
arrears_trade_paper_write (const ArrearsTradePaper *paper, ArrearsFontSet *fonts, GError **error)
{
  g_autoptr (ArrearsLayout) layout = arrears_layout_new (fonts, &sheet);
  g_autofree char *title = g_strdup_printf ("%s　%s", paper->title, paper->number);
  const ArrearsPdfProperties properties = {
    .title = title,
    .author = paper->issuer,
    .creator = "Arrears",
    .created_on = paper->on,
  };
  g_autoptr (GPtrArray) pages = NULL;

  add_head (layout, paper);
  add_facts (layout, paper->facts);
  add_goods (layout, paper);
  add_clauses (layout, paper->clauses);
  add_signatures (layout, paper->signatures);
  pages = arrears_layout_finish (layout, error);
  return pages != NULL ? arrears_pdf_write (pages, fonts, &properties, error) : NULL;
}

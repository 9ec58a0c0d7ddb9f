/* arrears-demand-tables.c: the tables of a demand letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-demand-tables.h"

#include "arrears-chinese.h"

/* What at least one row of the items has. */
typedef struct
{
  gboolean fapiao;
  gboolean contract; /* and not the same one in all */
  gboolean order;
  gboolean delivery;  /* its number */
  gboolean delivered; /* its day */
  gboolean issued;
  gboolean paid;
  gboolean left_out;
} Presence;

typedef struct
{
  const ArrearsDemandLine *line;
  guint number;
  Presence has;
} Item;

typedef struct
{
  ArrearsMoney amount;
  ArrearsMoney paid;
  ArrearsMoney left_out;
  ArrearsMoney open;
} Totals;

typedef struct
{
  ArrearsColumnKind kind;
  ArrearsAlignment alignment;
  char *(*get_heading) (const Presence *has); /* NULL: the column is left out */
  char *(*get_cell) (const Item *item);
  char *(*get_total) (const Totals *totals);
} ItemColumn;

/* Whether all items rest on one contract. */
static gboolean
has_shared_contract (const ArrearsDemand *demand)
{
  ArrearsContract *shared = NULL;

  for (guint i = 0; i < demand->lines->len; i++)
    {
      ArrearsContract *contract
          = ((ArrearsDemandLine *) g_ptr_array_index (demand->lines, i))->contract;

      if (contract == NULL || (shared != NULL && shared->id != contract->id))
        return FALSE;
      shared = contract;
    }
  return shared != NULL;
}

static const char *
get_contract_number (const ArrearsDemandLine *line)
{
  return line->contract != NULL ? line->contract->number : line->invoice->contract_number;
}

/* What is claimed and what is left out lie together between none and all of the invoice. */
static ArrearsMoney
get_paid (const ArrearsDemandLine *line)
{
  return arrears_money (line->invoice->amount.fen - line->invoice->open.fen - line->left_out.fen);
}

static Presence
find_presence (const ArrearsDemand *demand)
{
  gboolean is_shared = has_shared_contract (demand);
  Presence has = { FALSE };

  for (guint i = 0; i < demand->lines->len; i++)
    {
      const ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);
      const ArrearsInvoice *invoice = line->invoice;

      has.fapiao |= *invoice->fapiao_number != '\0';
      has.contract |= !is_shared && *get_contract_number (line) != '\0';
      has.order |= *invoice->order_number != '\0';
      has.delivery |= *invoice->delivery_number != '\0';
      has.delivered |= arrears_day_is_set (invoice->delivered_on);
      has.issued |= arrears_day_is_set (invoice->issued_on);
      has.paid |= get_paid (line).fen != 0;
      has.left_out |= line->left_out.fen != 0;
    }
  return has;
}

static gboolean
sum_items (const ArrearsDemand *demand, Totals *totals, GError **error)
{
  for (guint i = 0; i < demand->lines->len; i++)
    {
      const ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);

      if (!arrears_money_accumulate (&totals->amount, line->invoice->amount, error)
          || !arrears_money_accumulate (&totals->paid, get_paid (line), error)
          || !arrears_money_accumulate (&totals->left_out, line->left_out, error)
          || !arrears_money_accumulate (&totals->open, line->invoice->open, error))
        return FALSE;
    }
  return TRUE;
}

/* Two texts under each other, or the one that there is. */
static char *
stack (const char *upper, const char *lower)
{
  return g_strconcat (upper, *upper != '\0' && *lower != '\0' ? "\n" : "", lower, NULL);
}

/* The columns of the items */

static char *
get_number_heading (const Presence *has)
{
  return g_strdup ("序号");
}

static char *
get_number_cell (const Item *item)
{
  return g_strdup_printf ("%u", item->number);
}

static char *
get_document_heading (const Presence *has)
{
  return stack ("单据号", has->fapiao ? "发票号码" : "");
}

static char *
get_document_cell (const Item *item)
{
  return stack (item->line->invoice->number, item->line->invoice->fapiao_number);
}

static char *
get_document_total (const Totals *totals)
{
  return g_strdup ("合计");
}

static char *
get_contract_heading (const Presence *has)
{
  return has->contract || has->order
             ? stack (has->contract ? "合同号" : "", has->order ? "订单号" : "")
             : NULL;
}

/* Of two numbers that share a column, the one that is missing leaves a dash: the other would be
 * taken for it.
 */
static char *
get_contract_cell (const Item *item)
{
  const char *contract = item->has.contract ? get_contract_number (item->line) : "";
  const char *order = item->line->invoice->order_number;

  if (!item->has.contract || !item->has.order || (*contract == '\0' && *order == '\0'))
    return stack (contract, order);
  return stack (*contract != '\0' ? contract : "—", *order != '\0' ? order : "—");
}

static gboolean
has_deliveries (const Presence *has)
{
  return has->delivery || has->delivered;
}

static char *
get_delivery_heading (const Presence *has)
{
  return has_deliveries (has)
             ? stack (has->delivery ? "送货单号" : "", has->delivered ? "签收日" : "")
             : NULL;
}

static char *
get_delivery_cell (const Item *item)
{
  g_autofree char *day = arrears_day_to_string (item->line->invoice->delivered_on);

  return stack (item->line->invoice->delivery_number, day);
}

/* Without a tax invoice nothing was 开: the day is that of the sales slip. */
static const char *
name_issued (const Presence *has)
{
  return has->fapiao ? "开票日" : "单据日期";
}

/* Where deliveries take a column, the two days share one. */
static char *
get_issued_heading (const Presence *has)
{
  return has->issued && !has_deliveries (has) ? g_strdup (name_issued (has)) : NULL;
}

static char *
get_issued_cell (const Item *item)
{
  return arrears_day_to_string (item->line->invoice->issued_on);
}

static char *
get_due_heading (const Presence *has)
{
  return stack (has->issued && has_deliveries (has) ? name_issued (has) : "", "应付日");
}

static char *
get_due_cell (const Item *item)
{
  g_autofree char *issued = arrears_day_to_string (item->line->invoice->issued_on);
  g_autofree char *due = arrears_day_to_string (item->line->invoice->due_on);

  return stack (has_deliveries (&item->has) ? issued : "", due);
}

static char *
get_amount_heading (const Presence *has)
{
  return g_strdup ("金额（元）");
}

static char *
get_amount_cell (const Item *item)
{
  return arrears_money_to_grouped (item->line->invoice->amount);
}

static char *
get_amount_total (const Totals *totals)
{
  return arrears_money_to_grouped (totals->amount);
}

static char *
get_paid_heading (const Presence *has)
{
  return has->paid ? g_strdup ("已付及\n冲减（元）") : NULL;
}

static char *
get_paid_cell (const Item *item)
{
  return arrears_money_to_grouped (get_paid (item->line));
}

static char *
get_paid_total (const Totals *totals)
{
  return arrears_money_to_grouped (totals->paid);
}

static char *
get_left_out_heading (const Presence *has)
{
  return has->left_out ? g_strdup ("暂未\n列入（元）") : NULL;
}

static char *
get_left_out_cell (const Item *item)
{
  return arrears_money_to_grouped (item->line->left_out);
}

static char *
get_left_out_total (const Totals *totals)
{
  return arrears_money_to_grouped (totals->left_out);
}

static char *
get_open_heading (const Presence *has)
{
  return g_strdup ("未付（元）");
}

static char *
get_open_cell (const Item *item)
{
  return arrears_money_to_grouped (item->line->invoice->open);
}

static char *
get_open_total (const Totals *totals)
{
  return arrears_money_to_grouped (totals->open);
}

static char *
get_days_heading (const Presence *has)
{
  return g_strdup ("逾期\n天数");
}

static char *
get_days_cell (const Item *item)
{
  return g_strdup_printf ("%d", item->line->invoice->days_overdue);
}

static const ItemColumn item_columns[] = {
  { ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_CENTER, get_number_heading, get_number_cell, NULL },
  { ARREARS_COLUMN_TEXT, ARREARS_ALIGNMENT_LEFT, get_document_heading, get_document_cell,
    get_document_total },
  { ARREARS_COLUMN_TEXT, ARREARS_ALIGNMENT_LEFT, get_contract_heading, get_contract_cell, NULL },
  { ARREARS_COLUMN_TEXT, ARREARS_ALIGNMENT_LEFT, get_delivery_heading, get_delivery_cell, NULL },
  { ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_CENTER, get_issued_heading, get_issued_cell, NULL },
  { ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_CENTER, get_due_heading, get_due_cell, NULL },
  { ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, get_amount_heading, get_amount_cell,
    get_amount_total },
  { ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, get_paid_heading, get_paid_cell,
    get_paid_total },
  { ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, get_left_out_heading, get_left_out_cell,
    get_left_out_total },
  { ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, get_open_heading, get_open_cell,
    get_open_total },
  { ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, get_days_heading, get_days_cell, NULL },
};

/* The columns that are shown, as pointers into item_columns. */
static GPtrArray *
choose_columns (ArrearsTable *table, const Presence *has)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (item_columns); i++)
    {
      g_autofree char *heading = item_columns[i].get_heading (has);

      if (heading == NULL)
        continue;
      arrears_table_add_column (table, item_columns[i].kind, item_columns[i].alignment, heading);
      g_ptr_array_add (columns, (gpointer) &item_columns[i]);
    }
  return columns;
}

static void
add_item (ArrearsTable *table, GPtrArray *columns, const Item *item)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < columns->len; i++)
    {
      const ItemColumn *column = g_ptr_array_index (columns, i);

      g_ptr_array_add (cells, column->get_cell (item));
    }
  arrears_table_add_row (table, (const char *const *) cells->pdata);
}

static void
set_total (ArrearsTable *table, GPtrArray *columns, const Totals *totals)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < columns->len; i++)
    {
      const ItemColumn *column = g_ptr_array_index (columns, i);

      g_ptr_array_add (cells,
                       column->get_total != NULL ? column->get_total (totals) : g_strdup (""));
    }
  arrears_table_set_total (table, (const char *const *) cells->pdata);
}

ArrearsTable *
arrears_demand_tables_new_items (const ArrearsDemand *demand, GError **error)
{
  g_autoptr (ArrearsTable) table = arrears_table_new ();
  Presence has = find_presence (demand);
  g_autoptr (GPtrArray) columns = choose_columns (table, &has);
  Totals totals = { 0 };

  if (!sum_items (demand, &totals, error))
    return NULL;

  for (guint i = 0; i < demand->lines->len; i++)
    {
      Item item = { g_ptr_array_index (demand->lines, i), i + 1, has };

      add_item (table, columns, &item);
    }
  set_total (table, columns, &totals);
  return g_steal_pointer (&table);
}

/* The computation */

static char *
describe_rate (const ArrearsChargeStep *step)
{
  g_autofree char *percent = NULL;

  if (step->year_days <= 0)
    {
      percent = arrears_rate_to_percent (step->rate);
      return g_strdup_printf ("日%s", percent);
    }
  percent = arrears_chinese_write_percent (step->rate);
  if (step->year_days == 365)
    return g_strdup_printf ("年%s", percent);
  return g_strdup_printf ("年%s\n按%d日", percent, step->year_days);
}

/* A row that no base and days stand behind. */
static void
add_sum (ArrearsTable *table, const char *number, const char *label, ArrearsMoney amount)
{
  g_autofree char *figures = arrears_money_to_grouped (amount);
  const char *cells[] = { number, "", "", "", "", label, figures };

  arrears_table_add_row (table, cells);
}

static void
add_step (ArrearsTable *table, const char *number, const ArrearsChargeStep *step)
{
  g_autofree char *base = arrears_money_to_grouped (step->base);
  g_autofree char *from = arrears_day_to_string (step->from);
  g_autofree char *to = arrears_day_to_string (step->to);
  g_autofree char *days = g_strdup_printf ("%d", step->days);
  g_autofree char *rate = describe_rate (step);
  g_autofree char *amount = arrears_money_to_grouped (step->amount);
  const char *cells[] = { number, base, from, to, days, rate, amount };

  arrears_table_add_row (table, cells);
}

static void
add_steps (ArrearsTable *table, const ArrearsDemandLine *line)
{
  const ArrearsLateCharge *charge = &line->charge;
  ArrearsMoney rest = charge->charge;

  for (guint i = 0; charge->steps != NULL && i < charge->steps->len; i++)
    {
      const ArrearsChargeStep *step = &g_array_index (charge->steps, ArrearsChargeStep, i);

      if (arrears_rate_is_set (step->rate))
        add_step (table, line->invoice->number, step);
      else
        add_sum (table, line->invoice->number, "约定定额", step->amount);
      arrears_money_subtract (rest, step->amount, &rest);
    }
  if (rest.fen != 0)
    add_sum (table, line->invoice->number, "上限调减", rest);
}

ArrearsTable *
arrears_demand_tables_new_computation (const ArrearsDemand *demand)
{
  ArrearsTable *table = arrears_table_new ();
  g_autofree char *charge = arrears_money_to_grouped (demand->charge);
  const char *total[] = { "合计", "", "", "", "", "", charge };

  arrears_table_add_column (table, ARREARS_COLUMN_TEXT, ARREARS_ALIGNMENT_LEFT, "单据号");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, "本金（元）");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_CENTER,
                            "起算日\n（不含）");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_CENTER,
                            "截止日\n（含）");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, "天数");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, "利率");
  arrears_table_add_column (table, ARREARS_COLUMN_FIXED, ARREARS_ALIGNMENT_RIGHT, "金额（元）");

  for (guint i = 0; i < demand->lines->len; i++)
    {
      const ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);

      if (line->charge.charge.fen != 0)
        add_steps (table, line);
    }
  arrears_table_set_total (table, total);
  return table;
}

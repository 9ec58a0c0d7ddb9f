/* arrears-demand-words.c: the sentences of a demand letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-demand-words.h"

#include "arrears-chinese.h"
#include "arrears-demand-charges.h"
#include "arrears-shaped-text.h"

/* More contracts than this are left to the table. */
#define MAX_CONTRACTS_NAMED 3

static const ArrearsDemandLine *
peek_line (const ArrearsDemand *demand, guint index)
{
  return g_ptr_array_index (demand->lines, index);
}

/* Contracts in the order they come up, once each. `is_complete` says whether every line has one. */
static GPtrArray *
list_contracts (const ArrearsDemand *demand, gboolean *is_complete)
{
  GPtrArray *contracts = g_ptr_array_new ();

  *is_complete = TRUE;
  for (guint i = 0; i < demand->lines->len; i++)
    {
      ArrearsContract *contract = peek_line (demand, i)->contract;
      gboolean is_new = contract != NULL;

      if (contract == NULL)
        *is_complete = FALSE;
      for (guint j = 0; is_new && j < contracts->len; j++)
        is_new = ((ArrearsContract *) g_ptr_array_index (contracts, j))->id != contract->id;
      if (is_new)
        g_ptr_array_add (contracts, contract);
    }
  return contracts;
}

static char *
name_contracts (GPtrArray *contracts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < contracts->len; i++)
    {
      const ArrearsContract *contract = g_ptr_array_index (contracts, i);
      g_autofree char *name = arrears_chinese_write_contract (contract->title, contract->number);
      g_autofree char *day = arrears_day_to_chinese (contract->signed_on);

      g_ptr_array_add (names, *day != '\0' ? g_strdup_printf ("%s签订的%s", day, name)
                                           : g_strdup_printf ("签订的%s", name));
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("、", (char **) names->pdata);
}

/* The papers that stand behind lines without a contract. */
static const char *
name_papers (const ArrearsDemand *demand)
{
  gboolean has_orders = FALSE, has_deliveries = FALSE;

  for (guint i = 0; i < demand->lines->len; i++)
    {
      has_orders |= *peek_line (demand, i)->invoice->order_number != '\0';
      has_deliveries |= *peek_line (demand, i)->invoice->delivery_number != '\0';
    }
  if (has_orders && has_deliveries)
    return "订单、送货单";
  if (has_orders)
    return "订单";
  return has_deliveries ? "送货单" : "";
}

static char *
describe_basis (const ArrearsDemand *demand)
{
  gboolean is_complete;
  g_autoptr (GPtrArray) contracts = list_contracts (demand, &is_complete);
  g_autofree char *names = NULL;
  const char *papers = name_papers (demand);

  if (contracts->len == 0 && *papers == '\0')
    return g_strdup ("贵我双方存在货物买卖往来");
  if (contracts->len == 0)
    return g_strdup_printf ("根据贵我双方的货物买卖往来及%s（单号见下表）", papers);

  names = contracts->len > MAX_CONTRACTS_NAMED ? g_strdup ("签订的各份合同（合同号见下表）")
                                               : name_contracts (contracts);
  if (is_complete)
    return g_strdup_printf ("根据贵我双方%s", names);
  return g_strdup_printf ("根据贵我双方%s及%s", names, *papers != '\0' ? papers : "其他买卖往来");
}

/* That goods were delivered and signed for is said only where every line has its day, and none of
 * them is still to come.
 */
static char *
describe_delivery (const ArrearsDemand *demand)
{
  ArrearsDay first = ARREARS_DAY_NONE, last = ARREARS_DAY_NONE;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < demand->lines->len; i++)
    {
      ArrearsDay day = peek_line (demand, i)->invoice->delivered_on;

      if (!arrears_day_is_set (day) || arrears_day_compare (day, demand->as_of) > 0)
        return g_strdup ("我方已向贵方供货");
      if (!arrears_day_is_set (first) || arrears_day_compare (day, first) < 0)
        first = day;
      last = arrears_day_max (last, day);
    }

  from = arrears_day_to_chinese (first);
  to = arrears_day_to_chinese (last);
  if (arrears_day_compare (first, last) == 0)
    return g_strdup_printf ("我方已于%s交付货物，贵方已签收", from);
  return g_strdup_printf ("我方已于%s至%s期间陆续交付货物，贵方已签收", from, to);
}

static gboolean
has_part_payments (const ArrearsDemand *demand)
{
  for (guint i = 0; i < demand->lines->len; i++)
    {
      const ArrearsDemandLine *line = peek_line (demand, i);

      if (line->invoice->open.fen + line->left_out.fen < line->invoice->amount.fen)
        return TRUE;
    }
  return FALSE;
}

char *
arrears_demand_words_relation (const ArrearsDemand *demand)
{
  g_autofree char *basis = describe_basis (demand);
  g_autofree char *delivery = describe_delivery (demand);
  g_autofree char *as_of = arrears_day_to_chinese (demand->as_of);

  return g_strdup_printf ("%s，%s。截至%s，下表所列货款已过约定或法定的付款期限，我方%s：", basis,
                          delivery, as_of,
                          has_part_payments (demand) ? "尚未足额收到" : "尚未收到");
}

/* What is contested or rests is owed too, but not asked for here. */
static char *
describe_left_out (const ArrearsDemand *demand)
{
  g_autofree char *amount = NULL;

  if (demand->left_out.fen <= 0)
    return g_strdup ("");
  amount = arrears_chinese_write_amount (demand->left_out);
  return g_strdup_printf ("，另有%s因贵方提出异议或双方另有付款约定，暂未列入本函，"
                          "我方保留相应权利",
                          amount);
}

char *
arrears_demand_words_principal (const ArrearsDemand *demand)
{
  g_autofree char *amount = arrears_chinese_write_amount_in_words (demand->principal);
  g_autofree char *count
      = demand->lines->len > 1 ? g_strdup_printf ("%u笔", demand->lines->len) : g_strdup ("");
  g_autofree char *left_out = describe_left_out (demand);
  g_autofree char *unapplied = NULL;

  if (demand->unapplied.fen <= 0)
    return g_strdup_printf ("以上%s未付货款合计%s%s。", count, amount, left_out);

  unapplied = arrears_chinese_write_amount (demand->unapplied);
  /* It may have paid items that are not in the table: it need not add up with those that are. */
  return g_strdup_printf ("以上%s未付货款合计%s%s；我方收到的、贵方尚未指定用途的款项%s"
                          "已先行抵扣到期货款。",
                          count, amount, left_out, unapplied);
}

char *
arrears_demand_words_total (const ArrearsDemand *demand, GError **error)
{
  ArrearsMoney total = demand->principal;
  ArrearsMoney unpaid;
  g_autofree char *amount = NULL;

  if (!arrears_demand_charges_exist (demand))
    return g_strdup ("");
  if (!arrears_demand_charges_sum_unpaid (demand, &unpaid, error)
      || !arrears_money_accumulate (&total, unpaid, error))
    return NULL;

  amount = arrears_chinese_write_amount_in_words (total);
  return g_strdup_printf ("以上货款与%s合计" ARREARS_EMPHASIS_BEGIN "%s" ARREARS_EMPHASIS_END "。",
                          arrears_demand_charges_get_name (demand), amount);
}

char *
arrears_demand_words_request (const ArrearsDemand *demand, gboolean has_account)
{
  g_autofree char *pay_by = arrears_day_to_chinese (demand->pay_by);

  return g_strdup_printf ("依照《中华人民共和国民法典》第五百七十九条、第六百二十六条、"
                          "第六百二十八条的规定，请贵方于" ARREARS_EMPHASIS_BEGIN
                          "%s" ARREARS_EMPHASIS_END "（含当日）前%s",
                          pay_by,
                          has_account ? "将上述款项汇入下列账户：" : "向我方付清上述款项。");
}

char *
arrears_demand_words_dispute (const ArrearsDemand *demand)
{
  g_autofree char *day = arrears_day_to_chinese (demand->dispute_by);

  return g_strdup_printf ("贵方如对金额、数量或质量有不同意见，请%s%s%s书面说明并附凭证，"
                          "无争议部分仍请按期支付；如已付款，请告知付款日期和金额。",
                          *day != '\0' ? "于" : "", day, *day != '\0' ? "（含当日）前" : "");
}

char *
arrears_demand_words_next_steps (void)
{
  return g_strdup ("逾期未付且双方未达成书面付款安排的，我方将考虑依法申请支付令、提起诉讼，"
                   "或者按照约定的其他争议解决方式主张权利。");
}

char *
arrears_demand_words_reservation (void)
{
  return g_strdup ("本函系我方依照《中华人民共和国民法典》第一百九十五条向贵方提出的履行请求。"
                   "本函未提及的权利，我方予以保留。特此函告。");
}

char *
arrears_demand_words_receipt (const ArrearsDemand *demand)
{
  g_autofree char *number
      = *demand->number != '\0' ? g_strdup_printf ("编号为%s的", demand->number) : g_strdup ("");

  return g_strdup_printf ("我方于＿＿＿＿年＿＿月＿＿日收到%s催款函%s，共＿＿页。"
                          "（签收不代表对金额无异议）",
                          number, arrears_demand_charges_need_table (demand) ? "及附表" : "");
}

/* arrears-demand-charges.c: the late charge of a demand in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-demand-charges.h"

#include "arrears-chinese.h"

/* What a charge rests on. */
typedef enum
{
  BASIS_NOTHING,
  BASIS_CLAUSE,
  BASIS_LPR,       /* sale interpretation 18.4 */
  BASIS_BENCHMARK, /* the same for a breach before 2019-08-20 */
  BASIS_SME,       /* SME payment regulation 17 */
  BASIS_CLAIM,     /* another rate that the creditor asks for */
  N_BASES,
} Basis;

static const char *const names[N_BASES] = {
  [BASIS_NOTHING] = "",         [BASIS_CLAUSE] = "逾期付款违约金",
  [BASIS_LPR] = "逾期付款损失", [BASIS_BENCHMARK] = "逾期付款损失",
  [BASIS_SME] = "逾期利息",     [BASIS_CLAIM] = "逾期付款损失",
};

/* Of charges on several bases, by the bits of those there are. */
enum
{
  NAMES_CLAUSE = 1 << 0,
  NAMES_LOSS = 1 << 1,
  NAMES_INTEREST = 1 << 2,
};

static const char *const mixed_names[] = {
  [NAMES_CLAUSE | NAMES_LOSS] = "逾期付款违约金及损失",
  [NAMES_CLAUSE | NAMES_INTEREST] = "逾期付款违约金及逾期利息",
  [NAMES_LOSS | NAMES_INTEREST] = "逾期付款损失及逾期利息",
  [NAMES_CLAUSE | NAMES_LOSS | NAMES_INTEREST] = "逾期付款违约金、损失及逾期利息",
};

static const char sale_interpretation[]
    = "《最高人民法院关于审理买卖合同纠纷案件适用法律问题的解释》第十八条第四款";

/* More publications than this are left to the table of the computation. */
#define MAX_PUBLICATIONS_NAMED 3

/* Lines charged alike, in the order of the demand. */
typedef struct
{
  Basis basis;
  const ArrearsDemandLine *first;
  GPtrArray *lines; /* of ArrearsDemandLine, borrowed */
  GArray *numbers;  /* of guint: their places in the table */
  ArrearsMoney charge;
  ArrearsMoney unpaid;
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->lines);
  g_array_unref (group->numbers);
  g_free (group);
}

static ArrearsDay
get_breach_day (const ArrearsDemandLine *line)
{
  return arrears_day_add_days (line->invoice->due_on, 1);
}

static gboolean
is_before (ArrearsDay day, int year, int month, int mday)
{
  return arrears_day_compare (day, arrears_day_from_ymd (year, month, mday)) < 0;
}

/* There was no LPR before. */
static gboolean
rests_on_benchmark (const ArrearsDemandLine *line)
{
  return line->terms.form == ARREARS_CHARGE_LPR && is_before (get_breach_day (line), 2019, 8, 20);
}

static Basis
get_basis (const ArrearsDemandLine *line)
{
  if (line->terms.form == ARREARS_CHARGE_NONE || line->charge.charge.fen == 0)
    return BASIS_NOTHING;
  /* The rate of the regulation is the law's, also where it is noted with a contract. */
  if (line->terms.form == ARREARS_CHARGE_SME)
    return BASIS_SME;
  if (line->is_agreed)
    return BASIS_CLAUSE;
  if (line->terms.form != ARREARS_CHARGE_LPR)
    return BASIS_CLAIM;
  return rests_on_benchmark (line) ? BASIS_BENCHMARK : BASIS_LPR;
}

static gboolean
are_same_rates (ArrearsRate a, ArrearsRate b)
{
  return a.numerator == b.numerator && a.denominator == b.denominator;
}

static gboolean
are_charged_alike (const ArrearsDemandLine *a, const ArrearsDemandLine *b)
{
  const ArrearsChargeTerms *left = &a->terms, *right = &b->terms;
  gint64 left_contract = a->contract != NULL ? a->contract->id : 0;
  gint64 right_contract = b->contract != NULL ? b->contract->id : 0;

  return get_basis (a) == get_basis (b) && left->form == right->form
         && are_same_rates (left->rate, right->rate) && left->fixed.fen == right->fixed.fen
         && left->year_days == right->year_days && left->grace_days == right->grace_days
         && are_same_rates (left->cap, right->cap) && left->splits_at_lpr == right->splits_at_lpr
         && rests_on_benchmark (a) == rests_on_benchmark (b)
         && (get_basis (a) != BASIS_CLAUSE || left_contract == right_contract);
}

static Group *
find_group (GPtrArray *groups, const ArrearsDemandLine *line)
{
  Group *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (are_charged_alike (group->first, line))
        return group;
    }

  group = g_new0 (Group, 1);
  group->basis = get_basis (line);
  group->first = line;
  group->lines = g_ptr_array_new ();
  group->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (groups, group);
  return group;
}

static GPtrArray *
group_lines (const ArrearsDemand *demand, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);

  for (guint i = 0; i < demand->lines->len; i++)
    {
      ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);
      guint number = i + 1;
      Group *group;

      if (get_basis (line) == BASIS_NOTHING)
        continue;
      group = find_group (groups, line);
      g_ptr_array_add (group->lines, line);
      g_array_append_val (group->numbers, number);
      if (!arrears_money_accumulate (&group->charge, line->charge.charge, error)
          || !arrears_money_accumulate (&group->unpaid, line->charge.unpaid_charge, error))
        return NULL;
    }
  return g_steal_pointer (&groups);
}

gboolean
arrears_demand_charges_exist (const ArrearsDemand *demand)
{
  for (guint i = 0; i < demand->lines->len; i++)
    if (get_basis (g_ptr_array_index (demand->lines, i)) != BASIS_NOTHING)
      return TRUE;
  return FALSE;
}

const char *
arrears_demand_charges_get_name (const ArrearsDemand *demand)
{
  const char *name = names[BASIS_NOTHING];
  guint bits = 0;

  for (guint i = 0; i < demand->lines->len; i++)
    {
      Basis basis = get_basis (g_ptr_array_index (demand->lines, i));

      if (basis == BASIS_NOTHING)
        continue;
      bits |= basis == BASIS_CLAUSE ? NAMES_CLAUSE
              : basis == BASIS_SME  ? NAMES_INTEREST
                                    : NAMES_LOSS;
      name = names[basis];
    }
  return mixed_names[bits] != NULL ? mixed_names[bits] : name;
}

gboolean
arrears_demand_charges_sum_unpaid (const ArrearsDemand *demand, ArrearsMoney *unpaid,
                                   GError **error)
{
  *unpaid = ARREARS_MONEY_ZERO;
  for (guint i = 0; i < demand->lines->len; i++)
    {
      ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);

      if (!arrears_money_accumulate (unpaid, line->charge.unpaid_charge, error))
        return FALSE;
    }
  return TRUE;
}

/* The basis: which clause or article */

static char *
describe_contract (const ArrearsContract *contract)
{
  if (contract == NULL)
    return g_strdup ("贵我双方");
  return arrears_chinese_write_contract (contract->title, contract->number);
}

static char *
describe_clause (const ArrearsDemandLine *line)
{
  g_autofree char *contract = describe_contract (line->contract);
  const char *clause = line->contract != NULL ? line->contract->charge_clause : "";
  g_autofree char *number = arrears_chinese_write_clause (clause);

  return g_strdup_printf ("按%s%s的约定", contract, number);
}

static char *
describe_article (const Group *group)
{
  switch (group->basis)
    {
    case BASIS_CLAUSE:
      return describe_clause (group->first);
    case BASIS_LPR:
    case BASIS_BENCHMARK:
      /* No clause in the ledger is no proof that none was agreed: nothing of it is conceded. */
      return g_strdup_printf ("贵我双方未约定逾期付款违约金的，我方依据%s", sale_interpretation);
    case BASIS_SME:
      /* Numbered 15 until the revision of 2025. */
      return g_strdup_printf ("我方依据《保障中小企业款项支付条例》第十七条%s",
                              is_before (get_breach_day (group->first), 2025, 6, 1)
                                  ? "（2025年6月1日修订施行前为第十五条）"
                                  : "");
    case BASIS_CLAIM:
      return g_strdup ("我方主张");
    case BASIS_NOTHING:
    case N_BASES:
    default:
      g_assert_not_reached ();
    }
}

/* The measure: how much a day, a year or in all */

/* Publications of one rate that the lines of a group use, from the first to the last. */
typedef struct
{
  ArrearsRate rate;
  ArrearsDay first, last;
} Publication;

static GArray *
list_publications (const Group *group)
{
  GArray *publications = g_array_new (FALSE, FALSE, sizeof (Publication));

  for (guint i = 0; i < group->lines->len; i++)
    {
      const ArrearsLateCharge *charge
          = &((ArrearsDemandLine *) g_ptr_array_index (group->lines, i))->charge;
      Publication here = { charge->published, charge->published_on, charge->published_on };
      Publication *last = publications->len > 0
                              ? &g_array_index (publications, Publication, publications->len - 1)
                              : NULL;

      if (last != NULL && are_same_rates (last->rate, here.rate))
        last->last = here.last;
      else
        g_array_append_val (publications, here);
    }
  return publications;
}

static char *
describe_publication (const Publication *publication)
{
  g_autofree char *first = arrears_day_to_chinese (publication->first);
  g_autofree char *last = arrears_day_to_chinese (publication->last);
  g_autofree char *percent = arrears_chinese_write_percent (publication->rate);

  if (arrears_day_compare (publication->first, publication->last) == 0)
    return g_strdup_printf ("%s公布%s", first, percent);
  return g_strdup_printf ("%s至%s历次公布均为%s", first, last, percent);
}

/* "2024年7月22日公布3.35%", or several; where there are too many, where to find them. */
static char *
describe_publications (const Group *group)
{
  g_autoptr (GArray) publications = list_publications (group);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  if (publications->len > MAX_PUBLICATIONS_NAMED)
    return g_strdup ("各笔据以计算的年利率见附表");

  for (guint i = 0; i < publications->len; i++)
    g_ptr_array_add (items, describe_publication (&g_array_index (publications, Publication, i)));
  g_ptr_array_add (items, NULL);
  return g_strjoinv ("、", (char **) items->pdata);
}

/* "为基础加计50%" for a multiple of 3/2. */
static char *
describe_multiple (ArrearsRate multiple, const char *standard)
{
  g_autofree char *text = NULL;

  if (multiple.numerator == multiple.denominator)
    return g_strdup ("为标准");
  if (multiple.numerator < multiple.denominator)
    {
      text = arrears_rate_to_string (multiple);
      return g_strdup_printf ("的%s倍为标准", text);
    }

  text = arrears_rate_to_percent (
      arrears_rate (multiple.numerator - multiple.denominator, multiple.denominator));
  return g_strdup_printf ("为基础%s加计%s", standard, text);
}

/* What it comes to a year, where all lines of the group share one published rate. */
static char *
describe_annual (const Group *group)
{
  ArrearsRate annual;
  g_autofree char *percent = NULL;

  for (guint i = 1; i < group->lines->len; i++)
    {
      const ArrearsDemandLine *line = g_ptr_array_index (group->lines, i);

      if (!are_same_rates (line->charge.published, group->first->charge.published))
        return g_strdup ("");
    }
  if (!arrears_rate_multiply (group->first->charge.published, group->first->terms.rate, &annual))
    return g_strdup ("");

  percent = arrears_chinese_write_percent (annual);
  return g_strdup_printf ("，即按年利率%s", percent);
}

static char *
describe_lpr (const Group *group)
{
  g_autofree char *publications = describe_publications (group);
  g_autofree char *multiple = describe_multiple (group->first->terms.rate, "");
  g_autofree char *annual = describe_annual (group);

  return g_strdup_printf ("以违约行为发生时一年期贷款市场报价利率（LPR，%s）%s%s（一年按%d日计）",
                          publications, multiple, annual, group->first->terms.year_days);
}

static char *
describe_benchmark (const Group *group)
{
  g_autofree char *publications = describe_publications (group);
  g_autofree char *multiple
      = describe_multiple (group->first->terms.rate, "、参照逾期罚息利率标准");
  g_autofree char *annual = describe_annual (group);

  return g_strdup_printf ("以违约行为发生时中国人民银行同期同类人民币贷款基准利率（%s）"
                          "%s%s（一年按%d日计）%s",
                          publications, multiple, annual, group->first->terms.year_days,
                          group->first->terms.splits_at_lpr
                              ? "，自2019年8月20日起改以一年期贷款市场报价利率（LPR）为基础，"
                              : "");
}

static char *
describe_measure (const Group *group)
{
  const ArrearsChargeTerms *terms = &group->first->terms;
  g_autofree char *text = NULL;

  switch (terms->form)
    {
    case ARREARS_CHARGE_LPR:
      return rests_on_benchmark (group->first) ? describe_benchmark (group) : describe_lpr (group);
    case ARREARS_CHARGE_DAILY:
      text = arrears_chinese_write_daily_rate (terms->rate);
      return g_strdup_printf ("以未付金额为基数、按每日%s", text);
    case ARREARS_CHARGE_ANNUAL:
      text = arrears_chinese_write_percent (terms->rate);
      return g_strdup_printf ("以未付金额为基数、按年利率%s（一年按%d日计）", text,
                              terms->year_days);
    case ARREARS_CHARGE_SME:
      return g_strdup ("以未付金额为基数、按每日利率万分之五（0.05%）");
    case ARREARS_CHARGE_FIXED:
      text = arrears_chinese_write_amount (terms->fixed);
      return g_strdup_printf ("按每笔逾期款项一次性计收%s的标准", text);
    case ARREARS_CHARGE_NONE:
    default:
      g_assert_not_reached ();
    }
}

/* The time: from when, to when, and what comes after */

static char *
describe_start (const Group *group)
{
  const char *each = group->lines->len > 1 ? "各笔" : "";

  if (group->first->terms.form == ARREARS_CHARGE_FIXED)
    return g_strdup ("");
  if (group->first->terms.grace_days > 0)
    return g_strdup_printf ("自%s应付日后%d日宽限期届满的次日起，", each,
                            group->first->terms.grace_days);
  return g_strdup_printf ("自%s应付日的次日起，", each);
}

static guint
count_capped (const Group *group)
{
  guint n_capped = 0;

  for (guint i = 0; i < group->lines->len; i++)
    n_capped += ((ArrearsDemandLine *) g_ptr_array_index (group->lines, i))->charge.is_capped;
  return n_capped;
}

static char *
describe_cap (const Group *group)
{
  g_autofree char *percent = NULL;

  if (!arrears_rate_is_set (group->first->terms.cap))
    return g_strdup ("");
  percent = arrears_rate_to_percent (group->first->terms.cap);
  return g_strdup_printf ("（以该笔本金的%s为限）", percent);
}

static const char *
describe_continuation (const Group *group)
{
  guint n_capped = count_capped (group);

  if (group->first->terms.form == ARREARS_CHARGE_FIXED || n_capped == group->lines->len)
    return "";
  return n_capped > 0 ? "；此后按同一标准计至实际付清之日，已达约定上限者除外"
                      : "；此后按同一标准计至实际付清之日";
}

static gboolean
is_statutory_loss (const Group *group)
{
  return group->basis == BASIS_LPR || group->basis == BASIS_BENCHMARK;
}

static char *
describe_paid_part (const Group *group)
{
  g_autofree char *unpaid = NULL;

  if (arrears_money_compare (group->unpaid, group->charge) >= 0)
    return g_strdup ("");
  unpaid = arrears_chinese_write_amount (group->unpaid);
  return g_strdup_printf ("，其中尚未支付%s", unpaid);
}

static char *
describe_subject (const Group *group, const ArrearsDemand *demand)
{
  g_autofree char *numbers = NULL;

  if (group->lines->len == demand->lines->len)
    return g_strdup ("");
  numbers = arrears_chinese_write_numbers (&g_array_index (group->numbers, guint, 0),
                                           group->numbers->len);
  return g_strdup_printf ("就上表第%s笔，", numbers);
}

/* What is out of the ordinary */

typedef struct
{
  gboolean has_capped;
  gboolean has_payments;
  gboolean has_paid_charges;
  gboolean outruns_table; /* a breach later than the last LPR known */
} Peculiarities;

static Peculiarities
find_peculiarities (const ArrearsDemand *demand)
{
  Peculiarities found = { FALSE };

  for (guint i = 0; i < demand->lines->len; i++)
    {
      const ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);

      if (get_basis (line) == BASIS_NOTHING)
        continue;
      found.has_capped |= line->charge.is_capped;
      found.outruns_table
          |= line->terms.form == ARREARS_CHARGE_LPR && arrears_day_is_set (demand->lpr_table_end)
             && arrears_day_compare (get_breach_day (line), demand->lpr_table_end) > 0;
      for (guint j = 0; line->charge.payments != NULL && j < line->charge.payments->len; j++)
        {
          ArrearsChargePayment *payment
              = &g_array_index (line->charge.payments, ArrearsChargePayment, j);

          found.has_payments = TRUE;
          found.has_paid_charges |= payment->to_charge.fen > 0 || payment->to_costs.fen > 0;
        }
    }
  return found;
}

/* To be said where a breach is later than the last LPR known. */
static char *
describe_table_end (const ArrearsDemand *demand)
{
  g_autofree char *day = arrears_day_to_chinese (demand->lpr_table_end);

  return find_peculiarities (demand).outruns_table
             ? g_strdup_printf ("所用LPR为截至%s已公布的数据。", day)
             : g_strdup ("");
}

/* Paragraphs and remarks */

/* The only step of all lines; NULL where there are more, or where steps do not make up the charge.
 */
static const ArrearsChargeStep *
peek_only_step (const ArrearsDemand *demand)
{
  const ArrearsChargeStep *only = NULL;

  for (guint i = 0; i < demand->lines->len; i++)
    {
      const ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);

      if (get_basis (line) == BASIS_NOTHING)
        continue;
      if (only != NULL || line->charge.steps == NULL || line->charge.steps->len != 1)
        return NULL;
      only = &g_array_index (line->charge.steps, ArrearsChargeStep, 0);
      if (arrears_money_compare (only->amount, line->charge.charge) != 0)
        return NULL;
    }
  return only;
}

gboolean
arrears_demand_charges_need_table (const ArrearsDemand *demand)
{
  return arrears_demand_charges_exist (demand) && peek_only_step (demand) == NULL;
}

/* "计算式：86,400.00元×4.65%×80天÷365＝880.57元。" */
static char *
describe_formula (const ArrearsDemand *demand)
{
  const ArrearsChargeStep *step = peek_only_step (demand);
  g_autofree char *base = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *divisor = NULL;

  if (step == NULL || !arrears_rate_is_set (step->rate))
    return g_strdup ("");
  base = arrears_money_to_grouped (step->base);
  rate = step->year_days > 0 ? arrears_chinese_write_percent (step->rate)
                             : arrears_rate_to_percent (step->rate);
  amount = arrears_money_to_grouped (step->amount);
  divisor = step->year_days > 0 ? g_strdup_printf ("÷%d", step->year_days) : g_strdup ("");
  return g_strdup_printf ("计算式：%s元×%s×%d天%s＝%s元。", base, rate, step->days, divisor,
                          amount);
}

static char *
describe_group (const Group *group, const ArrearsDemand *demand)
{
  g_autofree char *subject = describe_subject (group, demand);
  g_autofree char *article = describe_article (group);
  g_autofree char *measure = describe_measure (group);
  g_autofree char *cap = describe_cap (group);
  g_autofree char *start = describe_start (group);
  g_autofree char *as_of = arrears_day_to_chinese (demand->as_of);
  g_autofree char *amount = arrears_chinese_write_amount_in_words (group->charge);
  g_autofree char *paid_part = describe_paid_part (group);

  return g_strdup_printf ("%s%s，%s计算%s%s，%s截至%s共计%s%s%s%s。", subject, article, measure,
                          names[group->basis], cap, start, as_of, amount, paid_part,
                          describe_continuation (group),
                          is_statutory_loss (group) ? "；另有约定的，从其约定" : "");
}

/* Where there is no table to carry them, formula and remark go behind the last paragraph. */
static char *
describe_rest (const ArrearsDemand *demand)
{
  g_autofree char *formula = describe_formula (demand);
  g_autofree char *table_end = NULL;

  if (arrears_demand_charges_need_table (demand))
    return g_strdup ("计算过程见附表。");
  table_end = describe_table_end (demand);
  return g_strconcat (formula, table_end, NULL);
}

GPtrArray *
arrears_demand_charges_describe (const ArrearsDemand *demand, GError **error)
{
  g_autoptr (GPtrArray) groups = group_lines (demand, error);
  GPtrArray *paragraphs;

  if (groups == NULL)
    return NULL;

  paragraphs = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *paragraph = describe_group (g_ptr_array_index (groups, i), demand);
      g_autofree char *rest = i + 1 == groups->len ? describe_rest (demand) : g_strdup ("");

      g_ptr_array_add (paragraphs, g_strconcat (paragraph, rest, NULL));
    }
  return paragraphs;
}

GPtrArray *
arrears_demand_charges_list_remarks (const ArrearsDemand *demand)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (g_free);
  Peculiarities found = find_peculiarities (demand);

  g_ptr_array_add (remarks, g_strdup ("天数为截止日与起算日之差；各行金额四舍五入至分后相加；"
                                      "不计复利。"));
  if (found.has_paid_charges)
    g_ptr_array_add (remarks,
                     g_strdup ("贵方已付款项依《中华人民共和国民法典》第五百六十一条，"
                               "先抵充费用和利息，后抵充本金，自付款次日起减少计算基数。"));
  else if (found.has_payments)
    g_ptr_array_add (remarks,
                     g_strdup ("已付及冲减的款项先抵充本金，自付款或冲减次日起减少计算基数。"));
  if (found.has_capped)
    g_ptr_array_add (remarks, g_strdup ("标有“上限调减”者，已按约定的上限计收。"));
  if (found.outruns_table)
    g_ptr_array_add (remarks, describe_table_end (demand));
  return remarks;
}

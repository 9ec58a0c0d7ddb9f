/* arrears-late-charge.c: what one debt has cost by being late (逾期违约金)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-late-charge.h"

#include "arrears-error.h"

enum
{
  YEAR_DAYS = 365,
  STALE_AFTER_DAYS = 31, /* the LPR is published once a month */
  MAX_PERIODS = 2,
};

/* A rate and the day after which it runs, until the next period's. */
typedef struct
{
  ArrearsDay from;
  ArrearsRate rate;
  int year_days; /* 0: a rate a day */
} Period;

typedef struct
{
  Period list[MAX_PERIODS];
  int n;
} Periods;

/* The state of one computation as it walks from the due day to the last. */
typedef struct
{
  const ArrearsChargeCase *charge_case;
  const ArrearsChargeTerms *terms;
  ArrearsDay reached;
  Periods charged;
  Periods proxies; /* none where the tables do not reach back to the breach */
  ArrearsMoney cap;
  ArrearsMoney accrued;
  ArrearsMoney paid_charge;
  gboolean is_fixed_owed;
  ArrearsLateCharge result;
} Walk;

static ArrearsDay
get_lpr_start (void)
{
  return arrears_day_from_ymd (2019, 8, 20);
}

static ArrearsDay
get_breach (const Walk *walk)
{
  return arrears_day_add_days (walk->charge_case->due_on, 1);
}

static void
set_too_large (GError **error, const char *what)
{
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE,
               "the late charge passes what 64 bits of fen hold: %s", what);
}

static gboolean
add_period (Periods *periods, ArrearsDay from, ArrearsRate published, ArrearsRate multiple,
            int year_days)
{
  Period *period = &periods->list[periods->n];

  if (!arrears_rate_is_set (published)
      || !arrears_rate_multiply (published, multiple, &period->rate))
    return FALSE;
  period->from = from;
  period->year_days = year_days;
  periods->n++;
  return TRUE;
}

static const ArrearsRateTable *
choose_table (const ArrearsRateTables *tables, ArrearsDay breach_on)
{
  return arrears_day_compare (breach_on, get_lpr_start ()) < 0 ? tables->benchmark : tables->lpr;
}

static ArrearsRate
look_up (const ArrearsRateTable *table, ArrearsDay day, ArrearsDay *published_on)
{
  return table != NULL ? arrears_rate_table_lookup (table, day, published_on) : ARREARS_RATE_NONE;
}

/* The rate published by the day of breach, which the debt keeps; after a breach before the LPR
 * began, method B changes over to the first LPR on its day.
 */
static gboolean
find_published (const Walk *walk, const ArrearsRateTables *tables, ArrearsRate multiple,
                int year_days, Periods *periods)
{
  ArrearsDay breach_on = get_breach (walk);
  ArrearsDay lpr_start = get_lpr_start ();

  if (!add_period (periods,
                   walk->charge_case->due_on,
                   look_up (choose_table (tables, breach_on), breach_on, NULL),
                   multiple,
                   year_days))
    return FALSE;
  if (!walk->terms->splits_at_lpr || arrears_day_compare (breach_on, lpr_start) >= 0)
    return TRUE;
  return add_period (periods,
                     arrears_day_add_days (lpr_start, -1),
                     look_up (tables->lpr, lpr_start, NULL),
                     multiple,
                     year_days);
}

static void
set_table_ended (GError **error, ArrearsDay breach_on)
{
  g_autofree char *day = arrears_day_to_string (breach_on);

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_TABLE_ENDED,
               "no published rate for the day of breach %s: expected an entry on or before it",
               day);
}

static gboolean
check_sme (const Walk *walk, GError **error)
{
  ArrearsDay from = arrears_charge_terms_get_sme_start ();
  g_autofree char *first = arrears_day_to_string (from);
  g_autofree char *day = arrears_day_to_string (get_breach (walk));

  if (arrears_day_compare (get_breach (walk), from) >= 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_TABLE_ENDED,
               "the rate of the SME payment regulation is in force from %s: expected a later day "
               "of breach than %s",
               first, day);
  return FALSE;
}

static gboolean
find_charged (Walk *walk, const ArrearsRateTables *tables, GError **error)
{
  const ArrearsChargeTerms *terms = walk->terms;
  Period *first = &walk->charged.list[0];

  first->from = walk->charge_case->due_on;
  switch (terms->form)
    {
    case ARREARS_CHARGE_LPR:
      walk->result.published = look_up (choose_table (tables, get_breach (walk)),
                                        get_breach (walk),
                                        &walk->result.published_on);
      if (find_published (walk, tables, terms->rate, terms->year_days, &walk->charged))
        return TRUE;
      set_table_ended (error, get_breach (walk));
      return FALSE;
    case ARREARS_CHARGE_DAILY:
      first->rate = terms->rate;
      break;
    case ARREARS_CHARGE_ANNUAL:
      first->rate = terms->rate;
      first->year_days = terms->year_days;
      break;
    case ARREARS_CHARGE_SME:
      if (!check_sme (walk, error))
        return FALSE;
      first->rate = arrears_rate (5, 10000);
      break;
    case ARREARS_CHARGE_FIXED:
    case ARREARS_CHARGE_NONE:
    default:
      return TRUE;
    }
  walk->charged.n = 1;
  return TRUE;
}

static gboolean
prepare (Walk *walk, const ArrearsRateTables *tables, GError **error)
{
  const ArrearsChargeTerms *terms = walk->terms;

  walk->cap = arrears_money (G_MAXINT64);
  if (arrears_rate_is_set (terms->cap)
      && !arrears_rate_apply (terms->cap, walk->charge_case->amount, 1, 1, &walk->cap))
    {
      set_too_large (error, "the agreed cap");
      return FALSE;
    }
  if (arrears_day_compare (walk->charge_case->until, walk->reached) <= 0)
    return TRUE;

  if (!find_published (walk, tables, arrears_rate (3, 2), YEAR_DAYS, &walk->proxies))
    walk->proxies.n = 0;
  walk->is_fixed_owed = terms->form == ARREARS_CHARGE_FIXED;
  return find_charged (walk, tables, error);
}

static gboolean
compute_amount (ArrearsChargeStep *step)
{
  step->days = arrears_day_count (step->from, step->to);
  return arrears_rate_apply (step->rate,
                             step->base,
                             step->days,
                             MAX (step->year_days, 1),
                             &step->amount);
}

/* Adds to *sum what `base` costs from one day to another, a step for each period that the days
 * touch; `steps` may be NULL.
 */
static gboolean
accrue (const Periods *periods, ArrearsDay from, ArrearsDay to, ArrearsMoney base, GArray *steps,
        ArrearsMoney *sum)
{
  for (int i = 0; i < periods->n; i++)
    {
      const Period *period = &periods->list[i];
      ArrearsChargeStep step = {
        .from = arrears_day_max (from, period->from),
        .to = to,
        .base = base,
        .rate = period->rate,
        .year_days = period->year_days,
      };

      if (i + 1 < periods->n && arrears_day_compare (period[1].from, to) < 0)
        step.to = period[1].from;
      if (arrears_day_compare (step.from, step.to) >= 0)
        continue;
      if (!compute_amount (&step) || !arrears_money_add (*sum, step.amount, sum))
        return FALSE;
      if (steps != NULL)
        g_array_append_val (steps, step);
    }
  return TRUE;
}

/* The agreed sum, owed as a whole with the first day of lateness. */
static gboolean
accrue_fixed (Walk *walk)
{
  ArrearsChargeStep step = {
    .from = walk->reached,
    .to = arrears_day_add_days (walk->reached, 1),
    .days = 1,
    .base = walk->result.principal,
    .amount = walk->terms->fixed,
  };

  walk->is_fixed_owed = FALSE;
  g_array_append_val (walk->result.steps, step);
  return arrears_money_add (walk->accrued, step.amount, &walk->accrued);
}

/* What of the principal bears a charge behind a day. */
static ArrearsMoney
get_base (const Walk *walk, ArrearsDay from)
{
  gint64 base = walk->result.principal.fen;

  for (gsize i = 0; i < walk->charge_case->n_disputes; i++)
    {
      const ArrearsChargeDispute *dispute = &walk->charge_case->disputes[i];

      if (arrears_day_compare (dispute->from, from) <= 0
          && (!arrears_day_is_set (dispute->until)
              || arrears_day_compare (from, dispute->until) < 0))
        base -= MIN (dispute->amount.fen, base);
    }
  return arrears_money (base);
}

/* The day up to which the base is the same: `to`, unless a dispute begins or ends before it. */
static ArrearsDay
find_turn (const Walk *walk, ArrearsDay from, ArrearsDay to)
{
  for (gsize i = 0; i < walk->charge_case->n_disputes; i++)
    {
      const ArrearsDay turns[]
          = { walk->charge_case->disputes[i].from, walk->charge_case->disputes[i].until };

      for (gsize t = 0; t < G_N_ELEMENTS (turns); t++)
        if (arrears_day_compare (turns[t], from) > 0 && arrears_day_compare (turns[t], to) < 0)
          to = turns[t];
    }
  return to;
}

static gboolean
walk_to (Walk *walk, ArrearsDay to, GError **error)
{
  ArrearsDay from = walk->reached;
  ArrearsMoney base = get_base (walk, from);

  if (base.fen > 0
      && ((walk->is_fixed_owed && !accrue_fixed (walk))
          || !accrue (&walk->charged, from, to, base, walk->result.steps, &walk->accrued)
          || !accrue (&walk->proxies, from, to, base, NULL, &walk->result.loss)))
    {
      set_too_large (error, "the sum of its steps");
      return FALSE;
    }
  walk->reached = to;
  return TRUE;
}

static gboolean
walk_until (Walk *walk, ArrearsDay to, GError **error)
{
  while (arrears_day_compare (walk->reached, to) < 0)
    if (!walk_to (walk, find_turn (walk, walk->reached, to), error))
      return FALSE;
  return TRUE;
}

/* Moves as much of *left as *debt takes. */
static ArrearsMoney
pay (ArrearsMoney *left, ArrearsMoney *debt)
{
  ArrearsMoney part = arrears_money_min (*left, *debt);

  if (part.fen <= 0)
    return ARREARS_MONEY_ZERO;
  left->fen -= part.fen;
  debt->fen -= part.fen;
  return part;
}

static void
settle (Walk *walk, ArrearsChargePayment *payment)
{
  ArrearsLateCharge *result = &walk->result;
  ArrearsMoney left = payment->amount;
  ArrearsMoney unpaid_charge = arrears_money_min (walk->accrued, walk->cap);

  unpaid_charge.fen -= walk->paid_charge.fen;
  payment->to_principal = ARREARS_MONEY_ZERO;
  if (walk->charge_case->order == ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST)
    payment->to_principal = pay (&left, &result->principal);
  payment->to_costs = pay (&left, &result->unpaid_costs);
  payment->to_charge = pay (&left, &unpaid_charge);
  if (walk->charge_case->order == ARREARS_PAYMENT_ORDER_STATUTORY)
    payment->to_principal = pay (&left, &result->principal);
  walk->paid_charge.fen += payment->to_charge.fen;
}

/* A payment that was split already. A correction of a past day may have left less of a part than
 * was paid on it: that is no debt the other way round.
 */
static void
take (Walk *walk, const ArrearsChargePayment *payment)
{
  ArrearsMoney to_principal = payment->to_principal;
  ArrearsMoney to_costs = payment->to_costs;

  pay (&to_principal, &walk->result.principal);
  pay (&to_costs, &walk->result.unpaid_costs);
  walk->paid_charge.fen += payment->to_charge.fen;
}

static int
compare_payment_days (gconstpointer a, gconstpointer b)
{
  return arrears_day_compare (((const ArrearsChargePayment *) a)->on,
                              ((const ArrearsChargePayment *) b)->on);
}

static void
collect_payments (const ArrearsChargeCase *charge_case, GArray *payments)
{
  for (gsize i = 0; i < charge_case->n_payments; i++)
    if (arrears_day_compare (charge_case->payments[i].on, charge_case->until) <= 0)
      g_array_append_val (payments, charge_case->payments[i]);
  g_array_sort (payments, compare_payment_days);
}

static gboolean
walk_through (Walk *walk, GError **error)
{
  GArray *payments = walk->result.payments;

  for (guint i = 0; i < payments->len; i++)
    {
      ArrearsChargePayment *payment = &g_array_index (payments, ArrearsChargePayment, i);

      if (!walk_until (walk, payment->on, error))
        return FALSE;
      if (walk->charge_case->are_split)
        take (walk, payment);
      else
        settle (walk, payment);
    }
  return walk_until (walk, walk->charge_case->until, error);
}

static gboolean
passes_24_percent (const Periods *periods)
{
  for (int i = 0; i < periods->n; i++)
    {
      const Period *period = &periods->list[i];
      __int128 yearly = (__int128) period->rate.numerator * YEAR_DAYS * 100;

      if (yearly > (__int128) period->rate.denominator * MAX (period->year_days, 1) * 24)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_table_ended (const Walk *walk, const ArrearsRateTables *tables)
{
  ArrearsDay breach_on = get_breach (walk);

  if (walk->terms->form != ARREARS_CHARGE_LPR
      || choose_table (tables, breach_on) != tables->lpr)
    return FALSE;
  return arrears_day_count (arrears_rate_table_get_end (tables->lpr), breach_on)
         > STALE_AFTER_DAYS;
}

static ArrearsChargeWarnings
collect_warnings (const Walk *walk, const ArrearsRateTables *tables)
{
  const ArrearsLateCharge *result = &walk->result;
  ArrearsChargeWarnings warnings = 0;

  if (result->steps->len == 0)
    return 0;
  if (walk->proxies.n > 0
      && (__int128) result->charge.fen * 100 > (__int128) result->loss.fen * 130)
    warnings |= ARREARS_CHARGE_WARNING_ABOVE_LOSS;
  if (passes_24_percent (&walk->charged))
    warnings |= ARREARS_CHARGE_WARNING_ABOVE_24;
  if (arrears_money_compare (result->charge, walk->charge_case->amount) > 0)
    warnings |= ARREARS_CHARGE_WARNING_ABOVE_PRINCIPAL;
  if (has_table_ended (walk, tables))
    warnings |= ARREARS_CHARGE_WARNING_TABLE_ENDED;
  return warnings;
}

static void
conclude (Walk *walk, const ArrearsRateTables *tables)
{
  ArrearsLateCharge *result = &walk->result;

  result->charge = arrears_money_min (walk->accrued, walk->cap);
  result->is_capped = arrears_money_compare (walk->accrued, walk->cap) > 0;
  result->unpaid_charge = arrears_money (
      MAX (result->charge.fen - walk->paid_charge.fen - walk->charge_case->released.fen, 0));
  result->warnings = collect_warnings (walk, tables);
}

/* The day after which the charge runs; grace that reaches past the last day comes to the same as
 * grace until it.
 */
static ArrearsDay
get_start (const ArrearsChargeCase *charge_case, int grace_days)
{
  int days_late = arrears_day_count (charge_case->due_on, charge_case->until);

  return arrears_day_add_days (charge_case->due_on, MAX (MIN (grace_days, days_late), 0));
}

static gboolean
is_complete (const ArrearsChargeTerms *terms)
{
  switch (terms->form)
    {
    case ARREARS_CHARGE_LPR:
    case ARREARS_CHARGE_ANNUAL:
      return arrears_rate_is_set (terms->rate) && terms->year_days > 0;
    case ARREARS_CHARGE_DAILY:
      return arrears_rate_is_set (terms->rate);
    case ARREARS_CHARGE_SME:
    case ARREARS_CHARGE_FIXED:
    case ARREARS_CHARGE_NONE:
    default:
      return TRUE;
    }
}

gboolean
arrears_late_charge_compute (const ArrearsChargeCase *charge_case, const ArrearsChargeTerms *terms,
                             const ArrearsRateTables *tables, ArrearsLateCharge *result,
                             GError **error)
{
  Walk walk = { .charge_case = charge_case, .terms = terms };

  g_return_val_if_fail (charge_case != NULL && terms != NULL && tables != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);
  g_return_val_if_fail (arrears_day_is_set (charge_case->due_on), FALSE);
  g_return_val_if_fail (arrears_day_is_set (charge_case->until), FALSE);
  g_return_val_if_fail (is_complete (terms), FALSE);

  *result = (ArrearsLateCharge) { 0 };
  walk.reached = get_start (charge_case, terms->grace_days);
  walk.result.principal = charge_case->amount;
  walk.result.unpaid_costs = charge_case->costs;
  walk.result.steps = g_array_new (FALSE, FALSE, sizeof (ArrearsChargeStep));
  walk.result.payments = g_array_new (FALSE, FALSE, sizeof (ArrearsChargePayment));
  collect_payments (charge_case, walk.result.payments);

  if (!prepare (&walk, tables, error) || !walk_through (&walk, error))
    {
      arrears_late_charge_clear (&walk.result);
      return FALSE;
    }
  conclude (&walk, tables);
  *result = walk.result;
  return TRUE;
}

void
arrears_late_charge_clear (ArrearsLateCharge *charge)
{
  g_return_if_fail (charge != NULL);

  g_clear_pointer (&charge->steps, g_array_unref);
  g_clear_pointer (&charge->payments, g_array_unref);
  *charge = (ArrearsLateCharge) { 0 };
}

/* arrears-standing.c: where an account stands in the escalation policy on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-standing.h"

#include <stdlib.h>

/* What the items that reached the days of each stage come to; sums[n - 1] is of stage n. */
typedef struct
{
  ArrearsMoney sums[ARREARS_N_STAGES];
  gsize n_items[ARREARS_N_STAGES];
} StageSums;

/* When an item reaches a stage, and with how much. */
typedef struct
{
  ArrearsDay day;
  ArrearsMoney amount;
} Reach;

/* A stage that holds, and since when. */
typedef struct
{
  int stage;
  ArrearsDay since;
} Hold;

static const ArrearsPolicy *
get_policy (const ArrearsOpenItem *item, const ArrearsPolicy *policy)
{
  return item->policy != NULL ? item->policy : policy;
}

static gboolean
add_to_stages (const ArrearsPolicy *policy, int days_overdue, ArrearsMoney amount,
               StageSums *stages, GError **error)
{
  for (int i = 0; i < policy->n_stages; i++)
    {
      if (days_overdue < policy->stages[i].days_overdue)
        return TRUE;
      if (!arrears_money_accumulate (&stages->sums[i], amount, error))
        return FALSE;
      stages->n_items[i]++;
    }
  return TRUE;
}

/* The item overdue longest: of those that count or, while there is none, of those that rest. */
static void
note_oldest (ArrearsStanding *standing, const ArrearsOpenItem *item, int days_overdue,
             gboolean counts)
{
  gboolean has_counting = arrears_money_compare (standing->overdue, standing->resting) > 0;

  if (has_counting && !counts)
    return;
  if ((counts && !has_counting) || days_overdue > standing->days_overdue
      || (days_overdue == standing->days_overdue && item->invoice_id < standing->oldest_invoice_id))
    {
      standing->days_overdue = days_overdue;
      standing->oldest_invoice_id = item->invoice_id;
    }
}

static gboolean
add_overdue (ArrearsStanding *standing, const ArrearsOpenItem *item, int days_overdue,
             GError **error)
{
  ArrearsMoney countable = arrears_open_item_get_countable (item);

  note_oldest (standing, item, days_overdue, countable.fen > 0);
  return arrears_money_accumulate (&standing->overdue, item->open, error)
         && arrears_money_accumulate (&standing->resting,
                                      arrears_money (item->open.fen - countable.fen), error);
}

static gboolean
sum_items (const ArrearsStandingBasis *basis, const ArrearsOpenItem *items, gsize n_items,
           ArrearsStanding *standing, GError **error)
{
  for (gsize i = 0; i < n_items; i++)
    {
      int days_overdue = arrears_open_item_get_days_overdue (&items[i], basis->as_of);

      if (items[i].open.fen <= 0)
        continue;
      if (!arrears_money_accumulate (&standing->balance, items[i].open, error)
          || !arrears_money_accumulate (&standing->disputed,
                                        arrears_money_min (items[i].open, items[i].disputed), error)
          || (days_overdue >= 1 && !add_overdue (standing, &items[i], days_overdue, error)))
        return FALSE;
    }
  return TRUE;
}

/* With `rests`, what rests is taken as if it did not. */
static ArrearsMoney
get_amount (const ArrearsOpenItem *item, gboolean rests)
{
  return rests ? item->open : arrears_open_item_get_countable (item);
}

static gboolean
sum_stages (const ArrearsStandingBasis *basis, const ArrearsOpenItem *items, gsize n_items,
            gboolean rests, StageSums *stages, GError **error)
{
  for (gsize i = 0; i < n_items; i++)
    {
      ArrearsMoney amount = get_amount (&items[i], rests);

      if (amount.fen > 0
          && !add_to_stages (get_policy (&items[i], basis->policy),
                             arrears_open_item_get_days_overdue (&items[i], basis->as_of), amount,
                             stages, error))
        return FALSE;
    }
  return TRUE;
}

static int
find_stage (const ArrearsPolicy *policy, const StageSums *stages)
{
  for (int stage = policy->n_stages; stage > ARREARS_STAGE_NONE; stage--)
    if (stages->n_items[stage - 1] > 0
        && arrears_money_compare (stages->sums[stage - 1], policy->stages[stage - 1].least) >= 0)
      return stage;
  return ARREARS_STAGE_NONE;
}

static int
compare_reaches (gconstpointer a, gconstpointer b)
{
  return arrears_day_compare (((const Reach *) a)->day, ((const Reach *) b)->day);
}

/* Items reach a stage one after the other; the one that brings their sum up to the least amount
 * makes the account cross, on the day on which it reached the stage itself.
 */
static ArrearsDay
find_reach (const ArrearsPolicy *policy, int stage, const ArrearsOpenItem *items, gsize n_items,
            gboolean rests)
{
  g_autofree Reach *reaches = g_new (Reach, n_items + 1);
  ArrearsMoney sum = ARREARS_MONEY_ZERO;
  gsize n = 0;

  for (gsize i = 0; i < n_items; i++)
    {
      const ArrearsPolicy *own = get_policy (&items[i], policy);
      ArrearsMoney amount = get_amount (&items[i], rests);
      ArrearsDay day;

      if (amount.fen <= 0 || stage > own->n_stages)
        continue;
      day = arrears_day_add_days (items[i].due_on, own->stages[stage - 1].days_overdue);
      reaches[n++]
          = (Reach) { rests ? day : arrears_day_max (day, items[i].countable_from), amount };
    }
  qsort (reaches, n, sizeof *reaches, compare_reaches);
  for (gsize i = 0; i < n; i++)
    if (!arrears_money_add (sum, reaches[i].amount, &sum)
        || arrears_money_compare (sum, policy->stages[stage - 1].least) >= 0)
      return reaches[i].day;
  return ARREARS_DAY_NONE;
}

/* Since when something that counts is overdue. */
static ArrearsDay
find_first_overdue (const ArrearsOpenItem *items, gsize n_items)
{
  ArrearsDay first = ARREARS_DAY_NONE;

  for (gsize i = 0; i < n_items; i++)
    {
      ArrearsDay day
          = arrears_day_max (arrears_day_add_days (items[i].due_on, 1), items[i].countable_from);

      if (arrears_open_item_get_countable (&items[i]).fen > 0
          && (!arrears_day_is_set (first) || arrears_day_compare (day, first) < 0))
        first = day;
    }
  return first;
}

/* The higher stage; of the same one, that which held before. */
static gboolean
exceeds (Hold a, Hold b)
{
  return a.stage > b.stage
         || (a.stage == b.stage && a.stage > 0 && arrears_day_compare (a.since, b.since) < 0);
}

static gboolean
has_come (ArrearsDay day, ArrearsDay as_of)
{
  return arrears_day_is_set (day) && arrears_day_compare (day, as_of) <= 0;
}

/* A breach adds one stage; on the last one the account crosses anew. One from before what is
 * overdue now fell due has had its effect on what was overdue then.
 */
static void
raise_for_breach (const ArrearsStandingBasis *basis, ArrearsDay first_overdue,
                  ArrearsDay oldest_due, Hold *hold, ArrearsStanding *standing)
{
  if (!has_come (basis->broken_on, basis->as_of)
      || arrears_day_compare (basis->broken_on, oldest_due) <= 0)
    return;
  hold->since = arrears_day_max (hold->stage > 0 ? hold->since : first_overdue, basis->broken_on);
  hold->stage = MIN (hold->stage + 1, basis->policy->n_stages);
  standing->is_raised = TRUE;
}

static void
raise_for_bad_faith (const ArrearsStandingBasis *basis, ArrearsDay first_overdue, Hold *hold,
                     ArrearsStanding *standing)
{
  Hold bad_faith = { arrears_policy_get_legal_stage (basis->policy),
                     arrears_day_max (first_overdue, basis->bad_faith_from) };

  if (!has_come (basis->bad_faith_from, basis->as_of))
    return;
  standing->is_bad_faith = TRUE;
  if (exceeds (bad_faith, *hold))
    *hold = bad_faith;
}

static void
note_seen (const ArrearsStandingBasis *basis, ArrearsDay oldest_due, ArrearsStanding *standing)
{
  if (arrears_day_compare (basis->seen_crossed_on, oldest_due) > 0)
    standing->seen_stage = basis->seen_stage;
}

/* The stage by what counts. */
static gboolean
stand_by_countable (const ArrearsStandingBasis *basis, const ArrearsOpenItem *items, gsize n_items,
                    ArrearsStanding *standing, GError **error)
{
  ArrearsDay oldest_due = arrears_day_add_days (basis->as_of, -standing->days_overdue);
  StageSums stages = { 0 };
  Hold hold = { 0 };

  if (!sum_stages (basis, items, n_items, FALSE, &stages, error))
    return FALSE;
  hold.stage = standing->stage_of_items = find_stage (basis->policy, &stages);
  if (hold.stage > 0)
    {
      hold.since = find_reach (basis->policy, hold.stage, items, n_items, FALSE);
      standing->counted = stages.sums[hold.stage - 1];
    }
  if (arrears_day_is_set (basis->broken_on) || arrears_day_is_set (basis->bad_faith_from))
    {
      ArrearsDay first_overdue = find_first_overdue (items, n_items);

      raise_for_breach (basis, first_overdue, oldest_due, &hold, standing);
      raise_for_bad_faith (basis, first_overdue, &hold, standing);
    }
  if (hold.stage > 0 && standing->counted.fen == 0)
    standing->counted = arrears_money (standing->overdue.fen - standing->resting.fen);
  standing->stage = hold.stage;
  standing->crossed_on = hold.since;
  note_seen (basis, oldest_due, standing);
  return TRUE;
}

/* The stage that would be if nothing rested. */
static gboolean
stand_by_resting (const ArrearsStandingBasis *basis, const ArrearsOpenItem *items, gsize n_items,
                  ArrearsStanding *standing, GError **error)
{
  StageSums stages = { 0 };
  int stage;

  if (!sum_stages (basis, items, n_items, TRUE, &stages, error))
    return FALSE;
  stage = find_stage (basis->policy, &stages);
  if (stage == ARREARS_STAGE_NONE)
    return TRUE;
  standing->is_paused = TRUE;
  standing->stage = standing->stage_of_items = stage;
  standing->counted = stages.sums[stage - 1];
  standing->crossed_on = find_reach (basis->policy, stage, items, n_items, TRUE);
  return TRUE;
}

gboolean
arrears_standing_compute (const ArrearsStandingBasis *basis, const ArrearsOpenItem *items,
                          gsize n_items, ArrearsStanding *standing, GError **error)
{
  ArrearsStanding result = { 0 };

  g_return_val_if_fail (basis != NULL && basis->policy != NULL, FALSE);
  g_return_val_if_fail (items != NULL || n_items == 0, FALSE);
  g_return_val_if_fail (arrears_day_is_set (basis->as_of), FALSE);
  g_return_val_if_fail (standing != NULL, FALSE);

  if (!sum_items (basis, items, n_items, &result, error))
    return FALSE;
  if (arrears_money_compare (result.overdue, result.resting) > 0
      && !stand_by_countable (basis, items, n_items, &result, error))
    return FALSE;
  if (result.stage == ARREARS_STAGE_NONE && result.resting.fen > 0
      && !stand_by_resting (basis, items, n_items, &result, error))
    return FALSE;
  if (result.stage > ARREARS_STAGE_NONE)
    result.actions = basis->policy->stages[result.stage - 1].actions;
  *standing = result;
  return TRUE;
}

ArrearsDay
arrears_standing_find_reach (const ArrearsPolicy *policy, int stage, const ArrearsOpenItem *items,
                             gsize n_items, ArrearsMoney *counted)
{
  ArrearsDay day;

  g_return_val_if_fail (policy != NULL, ARREARS_DAY_NONE);
  g_return_val_if_fail (stage >= 1 && stage <= policy->n_stages, ARREARS_DAY_NONE);

  day = find_reach (policy, stage, items, n_items, FALSE);
  *counted = ARREARS_MONEY_ZERO;
  for (gsize i = 0; arrears_day_is_set (day) && i < n_items; i++)
    {
      const ArrearsPolicy *own = get_policy (&items[i], policy);

      if (stage <= own->n_stages
          && arrears_open_item_get_days_overdue (&items[i], day)
                 >= own->stages[stage - 1].days_overdue)
        arrears_money_add (*counted, arrears_open_item_get_countable (&items[i]), counted);
    }
  return day;
}

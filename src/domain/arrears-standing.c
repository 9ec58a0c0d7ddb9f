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

static gboolean
add_to_stages (const ArrearsPolicy *policy, int days_overdue, ArrearsMoney open, StageSums *stages,
               GError **error)
{
  for (int i = 0; i < ARREARS_N_STAGES; i++)
    {
      if (days_overdue < policy->stages[i].days_overdue)
        continue;
      if (!arrears_money_accumulate (&stages->sums[i], open, error))
        return FALSE;
      stages->n_items[i]++;
    }
  return TRUE;
}

static gboolean
add_overdue (ArrearsStanding *standing, const ArrearsOpenItem *item, int days_overdue,
             GError **error)
{
  if (days_overdue > standing->days_overdue
      || (days_overdue == standing->days_overdue
          && item->invoice_id < standing->oldest_invoice_id))
    {
      standing->days_overdue = days_overdue;
      standing->oldest_invoice_id = item->invoice_id;
    }
  return arrears_money_accumulate (&standing->overdue, item->open, error);
}

static gboolean
sum_items (const ArrearsPolicy *policy, const ArrearsOpenItem *items, gsize n_items,
           ArrearsDay as_of, ArrearsStanding *standing, StageSums *stages, GError **error)
{
  for (gsize i = 0; i < n_items; i++)
    {
      int days_overdue = arrears_open_item_get_days_overdue (&items[i], as_of);

      if (items[i].open.fen <= 0)
        continue;
      if (!arrears_money_accumulate (&standing->balance, items[i].open, error))
        return FALSE;
      if (days_overdue >= 1 && !add_overdue (standing, &items[i], days_overdue, error))
        return FALSE;
      if (!add_to_stages (policy, days_overdue, items[i].open, stages, error))
        return FALSE;
    }
  return TRUE;
}

static int
find_stage (const ArrearsPolicy *policy, const StageSums *stages)
{
  for (int stage = ARREARS_N_STAGES; stage > ARREARS_STAGE_NONE; stage--)
    if (stages->n_items[stage - 1] > 0
        && arrears_money_compare (stages->sums[stage - 1], policy->stages[stage - 1].least) >= 0)
      return stage;
  return ARREARS_STAGE_NONE;
}

static int
compare_due_days (gconstpointer a, gconstpointer b)
{
  return arrears_day_compare (((const ArrearsOpenItem *) a)->due_on,
                              ((const ArrearsOpenItem *) b)->due_on);
}

/* Items reach a stage in the order of their due days; the one that brings their sum up to the
 * least amount makes the account cross, on the day on which it reached the stage itself.
 */
static ArrearsDay
find_crossing (const ArrearsStage *stage, const ArrearsOpenItem *items, gsize n_items,
               gsize n_reached, ArrearsDay as_of)
{
  g_autofree ArrearsOpenItem *reached = g_new (ArrearsOpenItem, n_reached);
  gint64 fen = 0;
  gsize n = 0;

  for (gsize i = 0; i < n_items; i++)
    if (items[i].open.fen > 0
        && arrears_open_item_get_days_overdue (&items[i], as_of) >= stage->days_overdue)
      reached[n++] = items[i];
  g_assert (n == n_reached);
  qsort (reached, n_reached, sizeof *reached, compare_due_days);

  n = 0;
  do
    fen += reached[n++].open.fen;
  while (fen < stage->least.fen);
  return arrears_day_add_days (reached[n - 1].due_on, stage->days_overdue);
}

gboolean
arrears_standing_compute (const ArrearsPolicy *policy, const ArrearsOpenItem *items, gsize n_items,
                          ArrearsDay as_of, ArrearsStanding *standing, GError **error)
{
  ArrearsStanding result = { 0 };
  StageSums stages = { 0 };

  g_return_val_if_fail (policy != NULL, FALSE);
  g_return_val_if_fail (items != NULL || n_items == 0, FALSE);
  g_return_val_if_fail (arrears_day_is_set (as_of), FALSE);
  g_return_val_if_fail (standing != NULL, FALSE);

  if (!sum_items (policy, items, n_items, as_of, &result, &stages, error))
    return FALSE;

  result.stage = find_stage (policy, &stages);
  if (result.stage != ARREARS_STAGE_NONE)
    {
      result.counted = stages.sums[result.stage - 1];
      result.crossed_on = find_crossing (&policy->stages[result.stage - 1], items, n_items,
                                         stages.n_items[result.stage - 1], as_of);
    }
  *standing = result;
  return TRUE;
}

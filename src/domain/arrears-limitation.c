/* arrears-limitation.c: until when a claim can be enforced (诉讼时效)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-limitation.h"

enum
{
  OBSTACLE_MONTHS = 6, /* Civil Code 194: how far before the end, and how long after the obstacle */
};

ArrearsDay
arrears_limitation_get_period_end (ArrearsDay anchor, int months)
{
  return arrears_day_add_months (anchor, months);
}

static gboolean
is_in_last_months (const ArrearsObstacle *obstacle, ArrearsDay end)
{
  ArrearsDay last_months = arrears_day_add_months (end, -OBSTACLE_MONTHS);

  return arrears_day_compare (obstacle->until, last_months) >= 0
         && arrears_day_compare (obstacle->from, end) <= 0;
}

static ArrearsDay
find_end (ArrearsDay anchor, const ArrearsObstacle *obstacle, ArrearsDay as_of)
{
  ArrearsDay end = arrears_limitation_get_period_end (anchor, ARREARS_LIMITATION_MONTHS);

  if (!arrears_day_is_set (end))
    return ARREARS_DAY_LAST;
  if (obstacle == NULL || arrears_day_compare (obstacle->from, as_of) > 0
      || !is_in_last_months (obstacle, end))
    return end;
  return arrears_day_max (end, arrears_day_add_months (obstacle->until, OBSTACLE_MONTHS));
}

static int
compare_interruptions (gconstpointer a, gconstpointer b)
{
  return arrears_day_compare (((const ArrearsInterruption *) a)->on,
                              ((const ArrearsInterruption *) b)->on);
}

static GArray *
collect_until (const ArrearsInterruption *interruptions, gsize n_interruptions, ArrearsDay as_of)
{
  GArray *collected = g_array_new (FALSE, FALSE, sizeof (ArrearsInterruption));

  for (gsize i = 0; i < n_interruptions; i++)
    if (arrears_day_compare (interruptions[i].on, as_of) <= 0)
      g_array_append_val (collected, interruptions[i]);
  g_array_sort (collected, compare_interruptions);
  return collected;
}

/* A new due day replaces the old one, even by an earlier; every other interruption can only move
 * the anchor forward: before the due day there is no period to interrupt.
 */
static ArrearsDay
move_anchor (ArrearsDay anchor, const ArrearsInterruption *interruption)
{
  if (interruption->kind == ARREARS_INTERRUPTION_AGREEMENT
      && arrears_day_is_set (interruption->new_due_on))
    return arrears_day_max (interruption->on, interruption->new_due_on);
  return arrears_day_max (anchor, interruption->on);
}

/* Not set where the last day, or the day to which it would move, is past what is known. */
static ArrearsDay
move_past_days_off (ArrearsDay end, const ArrearsCalendar *calendar)
{
  ArrearsDay moved;

  if (!arrears_calendar_covers (calendar, end))
    return ARREARS_DAY_NONE;

  moved = arrears_calendar_get_workday_from (calendar, end);
  return arrears_calendar_covers (calendar, moved) ? moved : ARREARS_DAY_NONE;
}

ArrearsLimitation
arrears_limitation_compute (ArrearsDay due_on, const ArrearsInterruption *interruptions,
                            gsize n_interruptions, const ArrearsObstacle *obstacle,
                            ArrearsDay as_of, const ArrearsCalendar *calendar)
{
  ArrearsLimitation limitation = { 0 };
  g_autoptr (GArray) sorted = NULL;

  g_return_val_if_fail (arrears_day_is_set (due_on), limitation);
  g_return_val_if_fail (interruptions != NULL || n_interruptions == 0, limitation);
  g_return_val_if_fail (arrears_day_is_set (as_of), limitation);
  g_return_val_if_fail (calendar != NULL, limitation);

  limitation.anchor = due_on;
  limitation.ends_on = find_end (due_on, obstacle, as_of);
  sorted = collect_until (interruptions, n_interruptions, as_of);
  for (guint i = 0; i < sorted->len; i++)
    {
      const ArrearsInterruption *interruption = &g_array_index (sorted, ArrearsInterruption, i);

      if (arrears_day_compare (interruption->on, limitation.ends_on) > 0
          && interruption->kind != ARREARS_INTERRUPTION_AGREEMENT)
        {
          limitation.has_expired_before = TRUE;
          continue;
        }
      limitation.has_expired_before = FALSE;
      limitation.anchor = move_anchor (limitation.anchor, interruption);
      limitation.ends_on = find_end (limitation.anchor, obstacle, as_of);
    }
  limitation.ends_on_after_203 = move_past_days_off (limitation.ends_on, calendar);
  return limitation;
}

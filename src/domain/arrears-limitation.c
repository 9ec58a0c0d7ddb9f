/* arrears-limitation.c: until when a claim can be enforced (诉讼时效)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-limitation.h"

#include "arrears-error.h"

enum
{
  OBSTACLE_MONTHS = 6, /* Civil Code 194: how far before the end, and how long after the obstacle */
};

static const char *const causes[ARREARS_LIMITATION_N_CAUSES] = {
  [ARREARS_LIMITATION_DUE] = "due",
  [ARREARS_LIMITATION_DEMAND] = "demand",
  [ARREARS_LIMITATION_PAYMENT] = "payment",
  [ARREARS_LIMITATION_ACKNOWLEDGEMENT] = "acknowledgement",
  [ARREARS_LIMITATION_AGREEMENT] = "agreement",
  [ARREARS_LIMITATION_SUIT] = "suit",
  [ARREARS_LIMITATION_OBSTACLE] = "obstacle",
};

static const char *const effects[ARREARS_LIMITATION_N_EFFECTS] = {
  [ARREARS_LIMITATION_COUNTS] = "counts",
  [ARREARS_LIMITATION_UNPROVEN] = "unproven",
  [ARREARS_LIMITATION_BEFORE_DUE] = "before-due",
  [ARREARS_LIMITATION_AFTER_END] = "after-end",
  [ARREARS_LIMITATION_WITHOUT_NEED] = "without-need",
};

/* From the farthest warning to the nearest. */
static const struct
{
  int days; /* at most so many are left */
  ArrearsLimitationBand band;
  const char *word;
} bands[] = {
  { G_MAXINT, ARREARS_LIMITATION_FAR, "far" },
  { ARREARS_LIMITATION_FIRST_WARNING_DAYS, ARREARS_LIMITATION_WITHIN_180, "180" },
  { 90, ARREARS_LIMITATION_WITHIN_90, "90" },
  { 30, ARREARS_LIMITATION_WITHIN_30, "30" },
  { -1, ARREARS_LIMITATION_EXPIRED, "expired" },
};

const char *
arrears_limitation_cause_to_word (ArrearsLimitationCause cause)
{
  g_return_val_if_fail (cause < ARREARS_LIMITATION_N_CAUSES, "");

  return causes[cause];
}

gboolean
arrears_limitation_cause_parse (const char *word, ArrearsLimitationCause *cause, GError **error)
{
  for (guint i = ARREARS_LIMITATION_DEMAND; i < ARREARS_LIMITATION_N_CAUSES; i++)
    if (g_strcmp0 (word, causes[i]) == 0)
      {
        *cause = (ArrearsLimitationCause) i;
        return TRUE;
      }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is no limitation event: expected demand, payment, acknowledgement, agreement, "
               "suit or obstacle",
               word != NULL ? word : "");
  return FALSE;
}

const char *
arrears_limitation_effect_to_word (ArrearsLimitationEffect effect)
{
  g_return_val_if_fail (effect < ARREARS_LIMITATION_N_EFFECTS, "");

  return effects[effect];
}

ArrearsDay
arrears_limitation_get_period_end (ArrearsDay anchor, int months)
{
  return arrears_day_add_months (anchor, months);
}

GArray *
arrears_limitation_new_chain (ArrearsDay due_on, gint64 invoice_id)
{
  GArray *chain = g_array_new (FALSE, TRUE, sizeof (ArrearsLimitationLink));
  ArrearsLimitationLink due = { .cause = ARREARS_LIMITATION_DUE,
                                .on = due_on,
                                .source = ARREARS_LIMITATION_FROM_INVOICE,
                                .source_id = invoice_id };

  g_array_append_val (chain, due);
  return chain;
}

/* The due day stands first, whatever came before it; then by day, an obstacle behind what happened
 * on the day that it began.
 */
static int
compare_links (gconstpointer a, gconstpointer b)
{
  const ArrearsLimitationLink *left = a;
  const ArrearsLimitationLink *right = b;
  int order = (right->cause == ARREARS_LIMITATION_DUE) - (left->cause == ARREARS_LIMITATION_DUE);

  if (order == 0)
    order = arrears_day_compare (left->on, right->on);
  if (order == 0)
    order = (int) left->cause - (int) right->cause;
  if (order == 0)
    order = (int) left->source - (int) right->source;
  return order != 0 ? order
                    : (left->source_id > right->source_id) - (left->source_id < right->source_id);
}

static void
remove_later (GArray *chain, ArrearsDay as_of)
{
  for (guint i = chain->len; i > 0; i--)
    {
      const ArrearsLimitationLink *link = &g_array_index (chain, ArrearsLimitationLink, i - 1);

      if (link->cause != ARREARS_LIMITATION_DUE && arrears_day_compare (link->on, as_of) > 0)
        g_array_remove_index (chain, i - 1);
    }
}

/* The last day of what began before: known to have ended by then, or going on. */
static ArrearsDay
get_last_day (const ArrearsLimitationLink *link, ArrearsDay as_of)
{
  return arrears_day_is_set (link->until) ? link->until : as_of;
}

static gboolean
is_in_last_months (const ArrearsLimitationLink *obstacle, ArrearsDay end, ArrearsDay as_of)
{
  ArrearsDay last_months = arrears_day_add_months (end, -OBSTACLE_MONTHS);

  return arrears_day_compare (get_last_day (obstacle, as_of), last_months) >= 0
         && arrears_day_compare (obstacle->on, end) <= 0;
}

/* The period from the anchor, kept open by the proven obstacles among the first `n` links. */
static ArrearsDay
find_end (GArray *chain, guint n, ArrearsDay anchor, ArrearsDay as_of)
{
  ArrearsDay end = arrears_limitation_get_period_end (anchor, ARREARS_LIMITATION_MONTHS);

  if (!arrears_day_is_set (end))
    return ARREARS_DAY_LAST;
  for (guint i = 0; i < n; i++)
    {
      const ArrearsLimitationLink *link = &g_array_index (chain, ArrearsLimitationLink, i);
      ArrearsDay last = get_last_day (link, as_of);

      if (link->cause == ARREARS_LIMITATION_OBSTACLE && arrears_proof_counts (link->proof)
          && is_in_last_months (link, end, as_of))
        end = arrears_day_max (end, arrears_day_add_months (last, OBSTACLE_MONTHS));
    }
  return end;
}

/* A new due day replaces the old one, even by an earlier; every other link can only move the
 * anchor forward: before the due day there is no period to interrupt. A suit that goes on is
 * counted from its beginning, which is the earlier day.
 */
static ArrearsDay
move_anchor (ArrearsDay anchor, const ArrearsLimitationLink *link, ArrearsDay as_of)
{
  if (link->cause == ARREARS_LIMITATION_AGREEMENT && arrears_day_is_set (link->new_due_on))
    return arrears_day_max (link->on, link->new_due_on);
  if (link->cause == ARREARS_LIMITATION_SUIT && arrears_day_is_set (link->until)
      && arrears_day_compare (link->until, as_of) <= 0)
    return arrears_day_max (anchor, link->until);
  return arrears_day_max (anchor, link->on);
}

static ArrearsLimitationEffect
interrupt (ArrearsLimitation *limitation, const ArrearsLimitationLink *link, ArrearsDay as_of)
{
  ArrearsDay anchor = move_anchor (limitation->anchor, link, as_of);
  gboolean is_agreement = link->cause == ARREARS_LIMITATION_AGREEMENT;

  if (!arrears_proof_counts (link->proof))
    return ARREARS_LIMITATION_UNPROVEN;
  if (arrears_day_compare (link->on, limitation->ends_on) > 0 && !is_agreement)
    {
      limitation->has_expired_before = TRUE;
      return ARREARS_LIMITATION_AFTER_END;
    }
  limitation->has_expired_before = FALSE;
  if (arrears_day_compare (anchor, limitation->anchor) == 0
      && arrears_day_compare (link->on, anchor) < 0)
    return ARREARS_LIMITATION_BEFORE_DUE;
  limitation->anchor = anchor;
  return ARREARS_LIMITATION_COUNTS;
}

static ArrearsLimitationEffect
rest (ArrearsLimitation *limitation, const ArrearsLimitationLink *obstacle, ArrearsDay as_of)
{
  if (!arrears_proof_counts (obstacle->proof))
    return ARREARS_LIMITATION_UNPROVEN;
  if (arrears_day_compare (obstacle->on, limitation->ends_on) > 0)
    return ARREARS_LIMITATION_AFTER_END;
  return is_in_last_months (obstacle, limitation->ends_on, as_of) ? ARREARS_LIMITATION_COUNTS
                                                                  : ARREARS_LIMITATION_WITHOUT_NEED;
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
arrears_limitation_compute (GArray *chain, ArrearsDay as_of, const ArrearsCalendar *calendar)
{
  ArrearsLimitation limitation = { 0 };
  ArrearsLimitationLink *links;

  g_return_val_if_fail (chain != NULL && chain->len > 0, limitation);
  g_return_val_if_fail (arrears_day_is_set (as_of), limitation);
  g_return_val_if_fail (calendar != NULL, limitation);

  g_array_sort (chain, compare_links);
  remove_later (chain, as_of);
  links = (ArrearsLimitationLink *) (gpointer) chain->data;
  limitation.anchor = links[0].on;
  limitation.ends_on = find_end (chain, 0, limitation.anchor, as_of);
  links[0].ends_on = limitation.ends_on;
  for (guint i = 1; i < chain->len; i++)
    {
      links[i].effect = links[i].cause == ARREARS_LIMITATION_OBSTACLE
                            ? rest (&limitation, &links[i], as_of)
                            : interrupt (&limitation, &links[i], as_of);
      if (links[i].effect == ARREARS_LIMITATION_COUNTS)
        limitation.ends_on = find_end (chain, i + 1, limitation.anchor, as_of);
      links[i].ends_on = limitation.ends_on;
    }
  limitation.ends_on_after_203 = move_past_days_off (limitation.ends_on, calendar);
  return limitation;
}

ArrearsLimitationBand
arrears_limitation_get_band (ArrearsDay ends_on, ArrearsDay as_of)
{
  int days = arrears_day_count (as_of, ends_on);
  ArrearsLimitationBand band = ARREARS_LIMITATION_FAR;

  for (gsize i = 0; i < G_N_ELEMENTS (bands) && days <= bands[i].days; i++)
    band = bands[i].band;
  return band;
}

const char *
arrears_limitation_band_to_word (ArrearsLimitationBand band)
{
  g_return_val_if_fail (band < G_N_ELEMENTS (bands), "");

  return bands[band].word;
}

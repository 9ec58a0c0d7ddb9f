/* arrears-today-finding.c: which reasons an account has to be on the list of the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-today-finding.h"

#include "arrears-crossing.h"
#include "arrears-dispute.h"
#include "arrears-marks.h"
#include "arrears-pauses.h"

void
arrears_today_clear_reason (gpointer data)
{
  ArrearsTodayReason *reason = data;

  g_clear_pointer (&reason->invoice, g_free);
  g_clear_pointer (&reason->note, g_free);
}

void
arrears_today_add_reason (GArray *reasons, ArrearsTodayReason *reason, ArrearsDay as_of)
{
  reason->n = 1;
  reason->days_left = arrears_day_count (as_of, reason->day);
  for (guint i = 0; i < reasons->len; i++)
    {
      ArrearsTodayReason *other = &g_array_index (reasons, ArrearsTodayReason, i);

      if (other->kind != reason->kind)
        continue;
      reason->n = other->n + 1;
      if (arrears_day_compare (reason->day, other->day) < 0)
        {
          ArrearsTodayReason later = *other;

          *other = *reason;
          *reason = later;
        }
      other->n = MAX (other->n, reason->n);
      arrears_today_clear_reason (reason);
      return;
    }
  g_array_append_vals (reasons, reason, 1);
}

static void
add (const ArrearsTodayFinding *finding, GArray *reasons, ArrearsTodayReason reason)
{
  arrears_today_add_reason (reasons, &reason, finding->as_of);
}

/* Whether what a stage asked for was done on or after a day. */
static gboolean
was_done_since (const ArrearsCircumstance *circumstance, ArrearsDay day)
{
  for (guint i = 0; circumstance->crossings != NULL && i < circumstance->crossings->len; i++)
    {
      ArrearsCrossing *crossing = g_ptr_array_index (circumstance->crossings, i);

      if (arrears_day_is_set (crossing->ended_on)
          && arrears_day_compare (crossing->ended_on, day) >= 0)
        return TRUE;
    }
  return FALSE;
}

static void
find_crossing (const ArrearsTodayFinding *finding, const ArrearsStandingVisit *visit,
               GArray *reasons)
{
  const ArrearsStanding *standing = &visit->account->standing;

  if (standing->stage == ARREARS_STAGE_NONE || standing->is_paused || visit->account->is_done)
    return;
  add (finding, reasons,
       (ArrearsTodayReason) { .kind = ARREARS_TODAY_CROSSING,
                              .day = standing->crossed_on,
                              .amount = standing->counted,
                              .entry_id = visit->account->crossing_id });
}

/* What was promised has a row until it is dealt with, or promised anew. */
static void
find_promises (const ArrearsTodayFinding *finding, const ArrearsStandingVisit *visit,
               GArray *reasons)
{
  const ArrearsPromiseRecord *promises = visit->circumstance->promises;

  if (promises == NULL)
    return;
  if (visit->account->standing.is_raised
      && !was_done_since (visit->circumstance, promises->last_judged_on))
    add (finding, reasons,
         (ArrearsTodayReason) { .kind = ARREARS_TODAY_PROMISE_BROKEN,
                                .day = promises->last_judged_on,
                                .amount = promises->last_missing,
                                .entry_id = promises->last_id });
  for (guint i = 0; promises->running != NULL && i < promises->running->len; i++)
    {
      const ArrearsRunningPromise *promise
          = &g_array_index (promises->running, ArrearsRunningPromise, i);

      if (arrears_day_compare (promise->due_on, finding->as_of) <= 0)
        add (finding, reasons,
             (ArrearsTodayReason) { .kind = ARREARS_TODAY_PROMISE_DUE,
                                    .day = promise->due_on,
                                    .amount
                                    = arrears_money (promise->amount.fen - promise->received.fen),
                                    .entry_id = promise->id,
                                    .invoice_id = promise->invoice_id });
    }
}

static void
find_dispute_reviews (const ArrearsTodayFinding *finding, const ArrearsStandingVisit *visit,
                      GArray *reasons)
{
  GPtrArray *disputes = visit->circumstance->disputes;

  for (guint i = 0; disputes != NULL && i < disputes->len; i++)
    {
      ArrearsDispute *dispute = g_ptr_array_index (disputes, i);

      if (!arrears_day_is_set (dispute->ended_on)
          && arrears_day_compare (dispute->review_on, finding->as_of) <= 0)
        add (finding, reasons,
             (ArrearsTodayReason) { .kind = ARREARS_TODAY_DISPUTE_REVIEW,
                                    .day = dispute->review_on,
                                    .amount = dispute->amount,
                                    .entry_id = dispute->id,
                                    .invoice_id = dispute->invoice_id,
                                    .invoice = g_strdup (dispute->invoice_number),
                                    .note = g_strdup (dispute->note) });
    }
}

static gboolean
is_open (const ArrearsStandingVisit *visit, gint64 invoice_id)
{
  for (gsize i = 0; i < visit->n_items; i++)
    if (visit->items[i].open.fen > 0
        && (invoice_id == 0 || visit->items[i].invoice_id == invoice_id))
      return TRUE;
  return FALSE;
}

/* Another pause for the same has begun since. */
static gboolean
was_prolonged (GPtrArray *pauses, ArrearsPause *pause)
{
  for (guint i = 0; i < pauses->len; i++)
    {
      ArrearsPause *other = g_ptr_array_index (pauses, i);

      if (other->id > pause->id
          && (other->invoice_id == 0 || other->invoice_id == pause->invoice_id)
          && arrears_day_compare (other->until_on, pause->until_on) > 0)
        return TRUE;
    }
  return FALSE;
}

/* A pause that has come to its day is reviewed until it is ended or prolonged, or the stage that
 * the account has come to was dealt with.
 */
static void
find_pause_reviews (const ArrearsTodayFinding *finding, const ArrearsStandingVisit *visit,
                    GArray *reasons)
{
  GPtrArray *pauses = visit->circumstance->pauses;

  for (guint i = 0; pauses != NULL && i < pauses->len; i++)
    {
      ArrearsPause *pause = g_ptr_array_index (pauses, i);

      if (!arrears_day_is_set (pause->ended_on)
          && arrears_day_compare (pause->until_on, finding->as_of) <= 0
          && is_open (visit, pause->invoice_id) && !was_prolonged (pauses, pause)
          && !was_done_since (visit->circumstance, pause->until_on))
        add (finding, reasons,
             (ArrearsTodayReason) { .kind = ARREARS_TODAY_PAUSE_REVIEW,
                                    .day = pause->until_on,
                                    .entry_id = pause->id,
                                    .invoice_id = pause->invoice_id,
                                    .note = g_strdup (pause->reason) });
    }
}

/* What the marks say about supplying on credit. */
typedef struct
{
  ArrearsDay held_from; /* not set: no hold */
  gboolean has_override;
  ArrearsMoney up_to; /* 0: whatever the balance is */
} Supply;

static Supply
read_marks (const ArrearsCircumstance *circumstance, ArrearsDay as_of)
{
  Supply supply = { 0 };

  for (guint i = 0;
       circumstance != NULL && circumstance->marks != NULL && i < circumstance->marks->len; i++)
    {
      ArrearsMark *mark = g_ptr_array_index (circumstance->marks, i);

      if (!arrears_marks_holds_on (mark, as_of))
        continue;
      if (g_str_equal (mark->kind, ARREARS_MARK_HOLD_OVERRIDE))
        {
          supply.has_override = TRUE;
          supply.up_to = mark->amount;
        }
      else if (g_str_equal (mark->kind, ARREARS_MARK_CREDIT_HOLD)
               || g_str_equal (mark->kind, ARREARS_MARK_BLACKLISTED))
        supply.held_from = arrears_day_is_set (supply.held_from)
                                   && arrears_day_compare (supply.held_from, mark->from_on) < 0
                               ? supply.held_from
                               : mark->from_on;
    }
  return supply;
}

/* The item issued last; NULL where nothing is open. */
static const ArrearsOpenItem *
find_latest (const ArrearsStandingVisit *visit)
{
  const ArrearsOpenItem *latest = NULL;

  for (gsize i = 0; i < visit->n_items; i++)
    if (latest == NULL || arrears_day_compare (visit->items[i].issued_on, latest->issued_on) > 0
        || (arrears_day_compare (visit->items[i].issued_on, latest->issued_on) == 0
            && visit->items[i].invoice_id > latest->invoice_id))
      latest = &visit->items[i];
  return latest;
}

/* Goods went out although the limit was passed before them, or after a hold was set. */
static gboolean
was_supplied_against (const ArrearsStandingVisit *visit, const Supply *supply,
                      const ArrearsOpenItem *latest)
{
  gint64 limit = visit->account->credit_limit.fen;

  if (latest == NULL)
    return FALSE;
  if (arrears_day_is_set (supply->held_from)
      && arrears_day_compare (latest->issued_on, supply->held_from) > 0)
    return TRUE;
  return limit > 0 && visit->account->standing.balance.fen - latest->open.fen > limit;
}

static void
find_limits (const ArrearsTodayFinding *finding, const ArrearsStandingVisit *visit, GArray *reasons)
{
  gint64 limit = visit->account->credit_limit.fen;
  gint64 balance = visit->account->standing.balance.fen;
  gboolean is_exceeded = limit > 0 && balance > limit;
  Supply supply;
  const ArrearsOpenItem *latest;

  if (!is_exceeded && visit->circumstance == NULL)
    return;
  supply = read_marks (visit->circumstance, finding->as_of);
  if (supply.has_override && (supply.up_to.fen == 0 || balance <= supply.up_to.fen))
    return;
  if (is_exceeded)
    add (finding, reasons,
         (ArrearsTodayReason) { .kind = ARREARS_TODAY_LIMIT_EXCEEDED,
                                .day = finding->as_of,
                                .amount = arrears_money (balance - limit) });
  latest = find_latest (visit);
  if (was_supplied_against (visit, &supply, latest))
    add (finding, reasons,
         (ArrearsTodayReason) { .kind = ARREARS_TODAY_SUPPLIED,
                                .day = latest->issued_on,
                                .amount = latest->open,
                                .invoice_id = latest->invoice_id });
}

static void
find_due_items (const ArrearsTodayFinding *finding, const ArrearsStandingVisit *visit,
                GArray *reasons)
{
  ArrearsTodayReason soon = { .kind = ARREARS_TODAY_DUE_SOON };

  for (gsize i = 0; i < visit->n_items; i++)
    {
      const ArrearsOpenItem *item = &visit->items[i];
      int days_left = arrears_day_count (finding->as_of, item->due_on);
      ArrearsMoney amount = arrears_open_item_get_countable (item);

      if (days_left < 0 || days_left > finding->remind_days_before || amount.fen == 0)
        continue;
      if (days_left == 0 && g_hash_table_contains (finding->instalments, &item->invoice_id))
        add (finding, reasons,
             (ArrearsTodayReason) { .kind = ARREARS_TODAY_INSTALMENT_DUE,
                                    .day = item->due_on,
                                    .amount = amount,
                                    .invoice_id = item->invoice_id });
      if (days_left == 0 || (soon.n > 0 && arrears_day_compare (item->due_on, soon.day) > 0))
        continue;
      if (soon.n > 0 && arrears_day_compare (item->due_on, soon.day) < 0)
        soon.n = 0;
      soon.amount = soon.n > 0 ? arrears_money (soon.amount.fen + amount.fen) : amount;
      soon.day = item->due_on;
      soon.invoice_id = item->invoice_id;
      soon.n++;
    }
  if (soon.n > 0)
    add (finding, reasons, soon);
}

void
arrears_today_find_reasons (const ArrearsTodayFinding *finding, const ArrearsStandingVisit *visit,
                            GArray *reasons)
{
  find_crossing (finding, visit, reasons);
  if (visit->circumstance != NULL)
    {
      find_promises (finding, visit, reasons);
      find_dispute_reviews (finding, visit, reasons);
      find_pause_reviews (finding, visit, reasons);
    }
  find_limits (finding, visit, reasons);
  find_due_items (finding, visit, reasons);
}

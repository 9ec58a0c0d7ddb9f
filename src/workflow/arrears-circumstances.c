/* arrears-circumstances.c: what bears on accounts beside what they owe, read at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-circumstances.h"

#include "arrears-crossing.h"
#include "arrears-desk-private.h"
#include "arrears-dispute.h"
#include "arrears-ledger-register.h"
#include "arrears-ledger-today.h"
#include "arrears-marks.h"
#include "arrears-pauses.h"

struct _ArrearsCircumstances
{
  gint64 customer_id; /* of whom alone they are; 0: of all */
  ArrearsPolicySet *policies;
  GHashTable *promises;    /* see arrears_promises_judge_all() */
  GHashTable *by_customer; /* gint64 id to ArrearsCircumstance */
};

static void
free_circumstance (gpointer data)
{
  ArrearsCircumstance *circumstance = data;

  g_clear_pointer (&circumstance->disputes, g_ptr_array_unref);
  g_clear_pointer (&circumstance->pauses, g_ptr_array_unref);
  g_clear_pointer (&circumstance->marks, g_ptr_array_unref);
  g_clear_pointer (&circumstance->crossings, g_ptr_array_unref);
  g_free (circumstance);
}

static ArrearsCircumstance *
ensure_circumstance (ArrearsCircumstances *self, gint64 customer_id)
{
  ArrearsCircumstance *circumstance = g_hash_table_lookup (self->by_customer, &customer_id);

  if (circumstance == NULL)
    {
      circumstance = g_new0 (ArrearsCircumstance, 1);
      g_hash_table_insert (self->by_customer, g_memdup2 (&customer_id, sizeof customer_id),
                           circumstance);
    }
  return circumstance;
}

static void
add_entry (GPtrArray **entries, gpointer entry)
{
  if (*entries == NULL)
    *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (*entries, g_object_ref (entry));
}

static void
add_dispute (ArrearsCircumstances *self, gpointer entry)
{
  ArrearsDispute *dispute = entry;

  add_entry (&ensure_circumstance (self, dispute->customer_id)->disputes, dispute);
}

static void
add_pause (ArrearsCircumstances *self, gpointer entry)
{
  ArrearsPause *pause = entry;

  add_entry (&ensure_circumstance (self, pause->customer_id)->pauses, pause);
}

static void
add_mark (ArrearsCircumstances *self, gpointer entry)
{
  ArrearsMark *mark = entry;

  add_entry (&ensure_circumstance (self, mark->customer_id)->marks, mark);
}

static void
add_crossing (ArrearsCircumstances *self, gpointer entry)
{
  ArrearsCrossing *crossing = entry;

  add_entry (&ensure_circumstance (self, crossing->customer_id)->crossings, crossing);
}

static gboolean
load_register (ArrearsDesk *desk, ArrearsCircumstances *self, GType type,
               ArrearsRegisterState state, void (*add) (ArrearsCircumstances *, gpointer),
               GError **error)
{
  g_autoptr (GPtrArray) entries
      = arrears_ledger_load_register (arrears_desk_get_ledger (desk), type, self->customer_id,
                                      state, arrears_desk_get_as_of (desk), error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    add (self, g_ptr_array_index (entries, i));
  return entries != NULL;
}

static void
add_promises (ArrearsCircumstances *self)
{
  GHashTableIter iter;
  gpointer customer_id;
  gpointer record;

  g_hash_table_iter_init (&iter, self->promises);
  while (g_hash_table_iter_next (&iter, &customer_id, &record))
    ensure_circumstance (self, *(const gint64 *) customer_id)->promises = record;
}

ArrearsCircumstances *
arrears_circumstances_load (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsCircumstances) self = g_rc_box_new0 (ArrearsCircumstances);

  self->customer_id = customer_id;
  self->by_customer
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_circumstance);
  self->policies = arrears_policy_set_load (desk, error);
  if (self->policies == NULL)
    return NULL;
  self->promises = arrears_promises_judge_all (desk, customer_id, error);
  if (self->promises == NULL)
    return NULL;
  add_promises (self);
  if (!load_register (desk, self, ARREARS_TYPE_DISPUTE, ARREARS_REGISTER_ALL, add_dispute, error)
      || !load_register (desk, self, ARREARS_TYPE_PAUSE, ARREARS_REGISTER_ALL, add_pause, error)
      || !load_register (desk, self, ARREARS_TYPE_MARK, ARREARS_REGISTER_STANDING, add_mark, error)
      || !load_register (desk, self, ARREARS_TYPE_CROSSING, ARREARS_REGISTER_ALL, add_crossing,
                         error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
clear_circumstances (gpointer data)
{
  ArrearsCircumstances *self = data;

  g_clear_pointer (&self->policies, arrears_policy_set_free);
  g_clear_pointer (&self->promises, g_hash_table_unref);
  g_clear_pointer (&self->by_customer, g_hash_table_unref);
}

void
arrears_circumstances_unref (ArrearsCircumstances *circumstances)
{
  g_rc_box_release_full (circumstances, clear_circumstances);
}

/* What a desk keeps, and of which state of the ledger it is. */
typedef struct
{
  gint64 stamp;
  ArrearsDay as_of;
  ArrearsCircumstances *circumstances;
} Kept;

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  arrears_circumstances_unref (kept->circumstances);
  g_free (kept);
}

static void
keep (ArrearsDesk *desk, gint64 stamp, ArrearsCircumstances *circumstances)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->stamp = stamp;
  kept->as_of = arrears_desk_get_as_of (desk);
  kept->circumstances = g_rc_box_acquire (circumstances);
  g_object_set_data_full (G_OBJECT (desk), "arrears-circumstances", kept, free_kept);
}

ArrearsCircumstances *
arrears_circumstances_load_kept (ArrearsDesk *desk, GError **error)
{
  const Kept *kept = g_object_get_data (G_OBJECT (desk), "arrears-circumstances");
  ArrearsCircumstances *circumstances;
  gint64 stamp;

  if (!arrears_ledger_get_stamp (arrears_desk_get_ledger (desk), &stamp, error))
    return NULL;
  if (stamp != 0 && kept != NULL && kept->stamp == stamp
      && arrears_day_compare (kept->as_of, arrears_desk_get_as_of (desk)) == 0)
    return g_rc_box_acquire (kept->circumstances);
  circumstances = arrears_circumstances_load (desk, 0, error);
  if (stamp != 0 && circumstances != NULL)
    keep (desk, stamp, circumstances);
  return circumstances;
}

const ArrearsCircumstance *
arrears_circumstances_get (const ArrearsCircumstances *circumstances, gint64 customer_id)
{
  return g_hash_table_lookup (circumstances->by_customer, &customer_id);
}

const ArrearsPolicySet *
arrears_circumstances_get_policies (const ArrearsCircumstances *circumstances)
{
  return circumstances->policies;
}

/* The day on which a pause is or was over. */
static ArrearsDay
get_end (ArrearsPause *pause)
{
  if (arrears_day_is_set (pause->ended_on)
      && arrears_day_compare (pause->ended_on, pause->until_on) < 0)
    return pause->ended_on;
  return pause->until_on;
}

static void
apply_pauses (GPtrArray *pauses, ArrearsDay as_of, ArrearsOpenItem *item)
{
  for (guint i = 0; pauses != NULL && i < pauses->len; i++)
    {
      ArrearsPause *pause = g_ptr_array_index (pauses, i);

      if (pause->invoice_id != 0 && pause->invoice_id != item->invoice_id)
        continue;
      if (arrears_pauses_rests_on (pause, as_of))
        item->is_paused = TRUE;
      else if (arrears_day_compare (get_end (pause), as_of) <= 0)
        item->countable_from = arrears_day_max (item->countable_from, get_end (pause));
    }
}

static gboolean
is_over (ArrearsDispute *dispute)
{
  return arrears_day_is_set (dispute->ended_on);
}

/* A dispute that was credited leaves nothing behind that was contested. */
static void
apply_disputes (GPtrArray *disputes, ArrearsOpenItem *item, GArray *parts)
{
  for (guint i = 0; disputes != NULL && i < disputes->len; i++)
    {
      ArrearsDispute *dispute = g_ptr_array_index (disputes, i);

      if (dispute->invoice_id == item->invoice_id && !is_over (dispute))
        item->disputed.fen
            = MIN (item->open.fen, item->disputed.fen + MIN (dispute->amount.fen, item->open.fen));
    }
  for (guint i = 0; disputes != NULL && i < disputes->len; i++)
    {
      ArrearsDispute *dispute = g_ptr_array_index (disputes, i);
      ArrearsOpenItem part = *item;

      part.open.fen = MIN (dispute->amount.fen, item->open.fen - item->disputed.fen);
      if (dispute->invoice_id != item->invoice_id || !is_over (dispute) || part.open.fen <= 0
          || g_str_equal (dispute->ended_how, "credited"))
        continue;
      part.disputed = ARREARS_MONEY_ZERO;
      part.countable_from = arrears_day_max (item->countable_from, dispute->ended_on);
      item->open.fen -= part.open.fen;
      g_array_append_val (parts, part);
    }
}

/* The items stand by due day: the oldest debt is what was promised first. */
static void
apply_promises (const ArrearsPromiseRecord *promises, GArray *parts)
{
  for (guint i = 0; promises != NULL && promises->running != NULL && i < promises->running->len;
       i++)
    {
      const ArrearsRunningPromise *promise
          = &g_array_index (promises->running, ArrearsRunningPromise, i);
      gint64 left = promise->amount.fen - promise->received.fen;

      for (guint n = 0; n < parts->len && left > 0; n++)
        {
          ArrearsOpenItem *item = &g_array_index (parts, ArrearsOpenItem, n);
          gint64 covered = MIN (left, arrears_open_item_get_countable (item).fen);

          if (promise->invoice_id != 0 && promise->invoice_id != item->invoice_id)
            continue;
          item->promised.fen += covered;
          left -= covered;
        }
    }
}

void
arrears_circumstance_apply (const ArrearsCircumstance *circumstance, const ArrearsOpenItem *items,
                            gsize n_items, ArrearsDay as_of, GArray *parts)
{
  g_array_set_size (parts, 0);
  for (gsize i = 0; i < n_items; i++)
    {
      ArrearsOpenItem item = items[i];

      apply_pauses (circumstance->pauses, as_of, &item);
      apply_disputes (circumstance->disputes, &item, parts);
      if (item.open.fen > 0)
        g_array_append_val (parts, item);
    }
  apply_promises (circumstance->promises, parts);
}

static void
note_broken_promise (const ArrearsPromiseRecord *promises, ArrearsStandingBasis *basis)
{
  if (arrears_day_is_set (promises->last_judged_on)
      && (promises->last_state == ARREARS_PROMISE_BROKEN
          || promises->last_state == ARREARS_PROMISE_PARTLY))
    basis->broken_on = promises->last_judged_on;
}

static void
note_bad_faith (GPtrArray *marks, ArrearsStandingBasis *basis)
{
  for (guint i = 0; i < marks->len; i++)
    {
      ArrearsMark *mark = g_ptr_array_index (marks, i);

      if (g_str_equal (mark->kind, ARREARS_MARK_BAD_FAITH)
          && arrears_marks_holds_on (mark, basis->as_of)
          && (!arrears_day_is_set (basis->bad_faith_from)
              || arrears_day_compare (mark->from_on, basis->bad_faith_from) < 0))
        basis->bad_faith_from = mark->from_on;
    }
}

static void
note_seen (GPtrArray *crossings, ArrearsStandingBasis *basis)
{
  gint64 last_id = 0;

  for (guint i = 0; i < crossings->len; i++)
    {
      ArrearsCrossing *crossing = g_ptr_array_index (crossings, i);

      if (crossing->id < last_id)
        continue;
      last_id = crossing->id;
      basis->seen_stage = crossing->stage;
      basis->seen_crossed_on = crossing->from_on;
    }
}

void
arrears_circumstance_fill_basis (const ArrearsCircumstance *circumstance,
                                 ArrearsStandingBasis *basis)
{
  if (circumstance->promises != NULL)
    note_broken_promise (circumstance->promises, basis);
  if (circumstance->marks != NULL)
    note_bad_faith (circumstance->marks, basis);
  if (circumstance->crossings != NULL)
    note_seen (circumstance->crossings, basis);
}

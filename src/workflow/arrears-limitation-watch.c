/* arrears-limitation-watch.c: which claims and guarantees are about to end (时效与保证期间)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-limitation-watch.h"

#include "arrears-ledger-limitation.h"
#include "arrears-ledger-register.h"
#include "arrears-measure-private.h"

typedef struct
{
  GPtrArray *items;
  const ArrearsCalendar *calendar;
  ArrearsDay as_of;
  gboolean is_near_only;
} Collection;

static gboolean
is_listed (int days_left, int first_warning_days)
{
  return days_left <= first_warning_days && days_left >= -ARREARS_LIMITATION_LATELY_DAYS;
}

static gboolean
collect_item (ArrearsLimitationItem *item, GArray *chain, gpointer user_data, GError **error)
{
  Collection *collection = user_data;

  arrears_limitation_item_compute (item, chain, collection->as_of, collection->calendar);
  if (!collection->is_near_only
      || is_listed (item->days_left, ARREARS_LIMITATION_FIRST_WARNING_DAYS))
    g_ptr_array_add (collection->items, g_object_ref (item));
  return TRUE;
}

static GPtrArray *
collect_items (ArrearsDesk *desk, const ArrearsLimitationScope *scope, GCompareFunc compare,
               GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Collection collection = { .items = items,
                            .calendar = arrears_desk_get_calendar (desk),
                            .as_of = scope->as_of,
                            .is_near_only = scope->customer_id == 0 };

  if (!arrears_ledger_foreach_limitation (arrears_desk_get_ledger (desk), scope, collect_item,
                                          &collection, error))
    return NULL;
  g_ptr_array_sort (items, compare);
  return g_steal_pointer (&items);
}

static int
compare_due_days (gconstpointer a, gconstpointer b)
{
  ArrearsLimitationItem *left = *(ArrearsLimitationItem *const *) a;
  ArrearsLimitationItem *right = *(ArrearsLimitationItem *const *) b;
  int order = arrears_day_compare (left->due_on, right->due_on);

  return order != 0 ? order : g_strcmp0 (left->invoice_number, right->invoice_number);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  ArrearsLimitationItem *left = *(ArrearsLimitationItem *const *) a;
  ArrearsLimitationItem *right = *(ArrearsLimitationItem *const *) b;
  int order = arrears_day_compare (left->ends_on, right->ends_on);

  if (order == 0)
    order = g_strcmp0 (left->customer_code, right->customer_code);
  return order != 0 ? order : g_strcmp0 (left->invoice_number, right->invoice_number);
}

GPtrArray *
arrears_limitation_watch_load (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  ArrearsLimitationScope scope = { .customer_id = customer_id };

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (customer_id != 0, NULL);

  scope.as_of = arrears_desk_get_as_of (desk);
  return collect_items (desk, &scope, compare_due_days, error);
}

gboolean
arrears_limitation_watch_complete (ArrearsDesk *desk, gint64 customer_id, GPtrArray *invoices,
                                   GError **error)
{
  g_autoptr (GPtrArray) items = arrears_limitation_watch_load (desk, customer_id, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      ArrearsLimitationItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (by_id, &item->invoice_id, item);
    }
  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);
      ArrearsLimitationItem *item
          = invoice != NULL ? g_hash_table_lookup (by_id, &invoice->id) : NULL;

      if (item != NULL)
        invoice->limitation_ends_on = item->ends_on;
    }
  return TRUE;
}

/* Whoever fell due later is not near its end. A day is added, as three years before the end of a
 * February may lie a day early.
 */
GPtrArray *
arrears_limitation_watch_list (ArrearsDesk *desk, GError **error)
{
  ArrearsLimitationScope scope = { 0 };
  ArrearsDay last;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  scope.as_of = arrears_desk_get_as_of (desk);
  last = arrears_day_add_days (scope.as_of, ARREARS_LIMITATION_FIRST_WARNING_DAYS);
  last = arrears_day_add_months (last, -ARREARS_LIMITATION_MONTHS);
  if (!arrears_day_is_set (last))
    return g_ptr_array_new_with_free_func (g_object_unref);
  scope.due_until = arrears_day_add_days (last, 1);
  return collect_items (desk, &scope, compare_ends, error);
}

static int
compare_guarantees (gconstpointer a, gconstpointer b)
{
  ArrearsGuarantee *left = *(ArrearsGuarantee *const *) a;
  ArrearsGuarantee *right = *(ArrearsGuarantee *const *) b;
  int order = arrears_day_compare (arrears_guarantee_get_ends_on (left),
                                   arrears_guarantee_get_ends_on (right));

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

GPtrArray *
arrears_limitation_watch_load_guarantees (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  GPtrArray *guarantees;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  guarantees = arrears_ledger_load_register (arrears_desk_get_ledger (desk), ARREARS_TYPE_GUARANTEE,
                                             customer_id, ARREARS_REGISTER_STANDING,
                                             arrears_desk_get_as_of (desk), error);
  if (guarantees != NULL)
    g_ptr_array_sort (guarantees, compare_guarantees);
  return guarantees;
}

/* Leaves those that are near their end. */
static GArray *
keep_near (GPtrArray *guarantees, ArrearsDay as_of)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = guarantees->len; i > 0; i--)
    {
      ArrearsGuarantee *guarantee = g_ptr_array_index (guarantees, i - 1);
      int days_left = arrears_day_count (as_of, arrears_guarantee_get_ends_on (guarantee));

      if (is_listed (days_left, ARREARS_GUARANTEE_WARNING_DAYS))
        g_array_append_val (ids, guarantee->id);
      else
        g_ptr_array_remove_index (guarantees, i - 1);
    }
  return ids;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* A guarantee of what was paid needs nobody's care. */
static gboolean
keep_in_use (ArrearsDesk *desk, GPtrArray *guarantees, GArray *ids, GError **error)
{
  g_autoptr (GArray) in_use = arrears_ledger_list_guarantees_in_use (
      arrears_desk_get_ledger (desk), (const gint64 *) (gpointer) ids->data, ids->len,
      arrears_desk_get_as_of (desk), error);

  if (in_use == NULL)
    return FALSE;
  for (guint i = guarantees->len; i > 0; i--)
    {
      ArrearsGuarantee *guarantee = g_ptr_array_index (guarantees, i - 1);

      if (!g_array_binary_search (in_use, &guarantee->id, compare_ids, NULL))
        g_ptr_array_remove_index (guarantees, i - 1);
    }
  return TRUE;
}

GPtrArray *
arrears_limitation_watch_list_guarantees (ArrearsDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) guarantees = arrears_limitation_watch_load_guarantees (desk, 0, error);
  g_autoptr (GArray) ids = NULL;

  if (guarantees == NULL)
    return NULL;
  ids = keep_near (guarantees, arrears_desk_get_as_of (desk));
  return keep_in_use (desk, guarantees, ids, error) ? g_steal_pointer (&guarantees) : NULL;
}

GPtrArray *
arrears_limitation_watch_load_events (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return arrears_ledger_load_register (
      arrears_desk_get_ledger (desk), ARREARS_TYPE_LIMITATION_EVENT, customer_id,
      ARREARS_REGISTER_STANDING, arrears_desk_get_as_of (desk), error);
}

/* The invoice that an entry names, by id or number, of the customer; whether there is one or none
 * is named.
 */
static gboolean
find_invoice (ArrearsDesk *desk, gint64 customer_id, gint64 *invoice_id, char **number,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice
      = arrears_measure_find_invoice (desk, customer_id, *invoice_id, *number, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *invoice_id = invoice != NULL ? invoice->id : 0;
  arrears_record_set_text (number, invoice != NULL ? invoice->number : "");
  return TRUE;
}

static gboolean
has_customer (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsCustomer) customer = arrears_desk_load_customer (desk, customer_id, error);

  return customer != NULL;
}

static ArrearsLogEntry *
make_event_entry (ArrearsLimitationEvent *event)
{
  ArrearsLogEntry *entry = arrears_desk_new_entry (ARREARS_LOG_LIMITATION_EVENT, event->customer_id,
                                                   event->invoice_number);
  g_autofree char *words = g_strconcat (event->kind, " ", event->proof, NULL);

  entry->day = event->from_on;
  arrears_measure_set_note (entry, words, event->note);
  return entry;
}

gint64
arrears_limitation_watch_add_event (ArrearsDesk *desk, ArrearsLimitationEvent *event,
                                    GError **error)
{
  g_autoptr (ArrearsLimitationEvent) checked = arrears_record_copy (event);
  g_autoptr (ArrearsLogEntry) entry = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), 0);

  if (!has_customer (desk, checked->customer_id, error)
      || !arrears_measure_begin (desk, &checked->from_on, error)
      || !arrears_limitation_event_check (checked, error)
      || !find_invoice (desk, checked->customer_id, &checked->invoice_id, &checked->invoice_number,
                        error))
    return 0;
  entry = make_event_entry (checked);
  return arrears_measure_enter (desk, checked, entry, error);
}

gboolean
arrears_limitation_watch_void_event (ArrearsDesk *desk, gint64 id, const char *reason,
                                     GError **error)
{
  g_autoptr (ArrearsLimitationEvent) event = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  if (!arrears_measure_need (reason, "reason", error))
    return FALSE;
  event = arrears_measure_load (desk, ARREARS_TYPE_LIMITATION_EVENT, id, error);
  if (event == NULL)
    return FALSE;
  entry = arrears_desk_new_entry (ARREARS_LOG_LIMITATION_VOIDED, event->customer_id,
                                  event->invoice_number);
  arrears_measure_set_note (entry, event->kind, reason);
  return arrears_measure_end (desk, event, "voided", reason, entry, error);
}

static ArrearsLogEntry *
make_guarantee_entry (ArrearsGuarantee *guarantee)
{
  ArrearsLogEntry *entry = arrears_desk_new_entry (ARREARS_LOG_GUARANTEE_ENTERED,
                                                   guarantee->customer_id, guarantee->guarantor);
  g_autofree char *end = arrears_day_to_string (arrears_guarantee_get_ends_on (guarantee));

  entry->day = guarantee->from_on;
  entry->amount = guarantee->amount;
  arrears_measure_set_note (entry, guarantee->kind, end);
  return entry;
}

gint64
arrears_limitation_watch_add_guarantee (ArrearsDesk *desk, ArrearsGuarantee *guarantee,
                                        GError **error)
{
  g_autoptr (ArrearsGuarantee) checked = arrears_record_copy (guarantee);
  g_autoptr (ArrearsLogEntry) entry = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), 0);

  g_strstrip (checked->guarantor);
  if (!has_customer (desk, checked->customer_id, error)
      || !arrears_measure_begin (desk, &checked->from_on, error)
      || !arrears_guarantee_check (checked, error)
      || !find_invoice (desk, checked->customer_id, &checked->invoice_id, &checked->invoice_number,
                        error))
    return 0;
  entry = make_guarantee_entry (checked);
  return arrears_measure_enter (desk, checked, entry, error);
}

/* What is claimed after the period is claimed in vain (Civil Code 693). */
static gboolean
check_end (ArrearsDesk *desk, ArrearsGuarantee *guarantee, const char *how, ArrearsDay on,
           GError **error)
{
  ArrearsDay ends_on = arrears_guarantee_get_ends_on (guarantee);
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autofree char *end = arrears_day_to_string (ends_on);

  if (g_str_equal (how, ARREARS_GUARANTEE_CLAIMED) && arrears_day_compare (on, ends_on) > 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_LIMITATION_ENDED,
                 "the guarantee of %s ended on %s: expected a claim by then", guarantee->guarantor,
                 end);
  else if (g_str_equal (how, ARREARS_GUARANTEE_LAPSED) && arrears_day_compare (as_of, ends_on) <= 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                 "the guarantee of %s runs until %s: expected a day after it", guarantee->guarantor,
                 end);
  else if (!g_str_equal (how, ARREARS_GUARANTEE_CLAIMED)
           && !g_str_equal (how, ARREARS_GUARANTEE_LAPSED)
           && !g_str_equal (how, ARREARS_GUARANTEE_RELEASED))
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                 "“%s”: expected claimed, lapsed or released", how);
  else
    return TRUE;
  return FALSE;
}

gboolean
arrears_limitation_watch_end_guarantee (ArrearsDesk *desk, gint64 id, const char *how,
                                        ArrearsDay on, const char *note, GError **error)
{
  g_autoptr (ArrearsGuarantee) guarantee = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  guarantee = arrears_measure_load (desk, ARREARS_TYPE_GUARANTEE, id, error);
  if (guarantee == NULL || !arrears_measure_begin (desk, &on, error)
      || !check_end (desk, guarantee, how, on, error))
    return FALSE;
  entry = arrears_desk_new_entry (ARREARS_LOG_GUARANTEE_ENDED, guarantee->customer_id,
                                  guarantee->guarantor);
  entry->day = on;
  arrears_measure_set_note (entry, how, note);
  return arrears_measure_end (desk, guarantee, how, note, entry, error);
}

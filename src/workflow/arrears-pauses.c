/* arrears-pauses.c: collection rests for a while (暂缓催收)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pauses.h"

#include "arrears-ledger-register.h"
#include "arrears-measure-private.h"

static gboolean
check_kind (const char *kind, GError **error)
{
  static const char *const kinds[] = { "agreed", "hardship", "force_majeure", NULL };

  if (g_strv_contains (kinds, kind))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is not a kind of pause: expected agreed, hardship or force_majeure", kind);
  return FALSE;
}

static gboolean
check_end (ArrearsDesk *desk, ArrearsDay until_on, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autofree char *until = NULL;
  g_autofree char *today = NULL;

  if (!arrears_day_is_set (until_on))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                   "the day of review: it must be given");
      return FALSE;
    }
  if (arrears_day_compare (until_on, as_of) > 0)
    return TRUE;
  until = arrears_day_to_string (until_on);
  today = arrears_day_to_string (as_of);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER, "until %s: expected a day after %s",
               until, today);
  return FALSE;
}

/* Whether the same rests already. */
static gboolean
check_others (ArrearsDesk *desk, ArrearsPause *pause, GError **error)
{
  g_autoptr (GPtrArray) pauses = arrears_pauses_load (desk, pause->customer_id, error);

  if (pauses == NULL)
    return FALSE;
  for (guint i = 0; i < pauses->len; i++)
    {
      ArrearsPause *other = g_ptr_array_index (pauses, i);

      if (other->invoice_id == pause->invoice_id
          && arrears_pauses_rests_on (other, arrears_desk_get_as_of (desk)))
        {
          g_autofree char *until = arrears_day_to_string (other->until_on);

          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE,
                       "collection rests until %s already: end that pause first", until);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_pause (ArrearsDesk *desk, ArrearsPause *pause, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice = NULL;

  if (!check_kind (pause->kind, error) || !arrears_measure_need (pause->reason, "reason", error)
      || !check_end (desk, pause->until_on, error)
      || !arrears_measure_begin (desk, &pause->from_on, error))
    return FALSE;
  invoice = arrears_measure_find_invoice (desk, pause->customer_id, pause->invoice_id,
                                          pause->invoice_number, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (invoice != NULL)
    {
      pause->invoice_id = invoice->id;
      arrears_record_set_text (&pause->invoice_number, invoice->number);
    }
  return check_others (desk, pause, error);
}

gint64
arrears_pauses_begin (ArrearsDesk *desk, ArrearsPause *pause, const char *relief, GError **error)
{
  g_autoptr (ArrearsPause) checked = arrears_record_copy (pause);
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), 0);

  if (!check_pause (desk, checked, error))
    return 0;
  entry = arrears_desk_new_entry (ARREARS_LOG_PAUSE_BEGUN, checked->customer_id,
                                  checked->invoice_number);
  entry->day = checked->from_on;
  until = arrears_day_to_string (checked->until_on);
  arrears_measure_set_note (entry, until, checked->reason);
  arrears_record_set_text (&entry->measure, relief);
  return arrears_measure_enter (desk, checked, entry, error);
}

gboolean
arrears_pauses_end (ArrearsDesk *desk, gint64 id, const char *note, GError **error)
{
  g_autoptr (ArrearsPause) pause = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  pause = arrears_measure_load (desk, ARREARS_TYPE_PAUSE, id, error);
  if (pause == NULL)
    return FALSE;
  entry
      = arrears_desk_new_entry (ARREARS_LOG_PAUSE_ENDED, pause->customer_id, pause->invoice_number);
  arrears_measure_set_note (entry, pause->kind, note);
  return arrears_measure_end (desk, pause, "ended", note, entry, error);
}

gboolean
arrears_pauses_rests_on (ArrearsPause *pause, ArrearsDay day)
{
  return arrears_day_compare (pause->from_on, day) <= 0
         && arrears_day_compare (day, pause->until_on) < 0
         && (!arrears_day_is_set (pause->ended_on)
             || arrears_day_compare (day, pause->ended_on) < 0);
}

GPtrArray *
arrears_pauses_load (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  GPtrArray *pauses = arrears_ledger_load_register (
      arrears_desk_get_ledger (desk), ARREARS_TYPE_PAUSE, customer_id, ARREARS_REGISTER_ALL,
      arrears_desk_get_as_of (desk), error);

  if (pauses != NULL)
    arrears_measure_reverse (pauses);
  return pauses;
}

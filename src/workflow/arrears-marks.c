/* arrears-marks.c: what holds of an account (账户标记)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-marks.h"

#include "arrears-lateness.h"
#include "arrears-ledger-register.h"
#include "arrears-measure-private.h"

static gboolean
check_kind (const char *kind, GError **error)
{
  static const char *const kinds[]
      = { ARREARS_MARK_BAD_FAITH,     ARREARS_MARK_BLACKLISTED, ARREARS_MARK_CREDIT_HOLD,
          ARREARS_MARK_HOLD_OVERRIDE, ARREARS_MARK_LATENESS,    NULL };

  if (g_strv_contains (kinds, kind))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is not a mark: expected bad_faith, blacklisted, credit_hold, hold_override or "
               "lateness",
               kind);
  return FALSE;
}

static gboolean
check_days (ArrearsDesk *desk, ArrearsMark *mark, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);

  if (!arrears_measure_begin (desk, &mark->from_on, error))
    return FALSE;
  if (arrears_day_is_set (mark->until_on) && arrears_day_compare (mark->until_on, as_of) < 0)
    {
      g_autofree char *until = arrears_day_to_string (mark->until_on);
      g_autofree char *today = arrears_day_to_string (as_of);

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                   "until %s: expected a day not before %s", until, today);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_override (ArrearsMark *mark, GPtrArray *marks, GError **error)
{
  if (mark->amount.fen < 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "an override up to a balance of less than nothing");
      return FALSE;
    }
  if (mark->amount.fen == 0 && !arrears_day_is_set (mark->until_on))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                   "an override needs a last day or a balance that it goes up to");
      return FALSE;
    }
  for (guint i = 0; i < marks->len; i++)
    {
      ArrearsMark *other = g_ptr_array_index (marks, i);

      if (g_str_equal (other->kind, ARREARS_MARK_BLACKLISTED))
        {
          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                       "the customer is on the blacklist: no override helps");
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_mark (ArrearsDesk *desk, ArrearsMark *mark, GPtrArray *marks, GError **error)
{
  ArrearsLateness lateness;

  if (!check_kind (mark->kind, error) || !check_days (desk, mark, error))
    return FALSE;
  if (g_str_equal (mark->kind, ARREARS_MARK_LATENESS))
    return arrears_measure_need (mark->code, "reason for lateness", error)
           && arrears_lateness_parse (mark->code, &lateness, error);
  return arrears_measure_need (mark->reason, "reason", error)
         && (!g_str_equal (mark->kind, ARREARS_MARK_HOLD_OVERRIDE)
             || check_override (mark, marks, error));
}

static ArrearsLogEntry *
create_entry (const char *kind, ArrearsMark *mark, const char *note)
{
  gboolean is_lateness = g_str_equal (mark->kind, ARREARS_MARK_LATENESS);
  ArrearsLogEntry *entry = arrears_desk_new_entry (kind, mark->customer_id, mark->kind);

  entry->amount = mark->amount;
  if (is_lateness)
    arrears_measure_set_note (entry, mark->code, note);
  else
    arrears_record_set_text (&entry->note, note);
  return entry;
}

static gboolean
end_former (ArrearsDesk *desk, ArrearsMark *mark, GPtrArray *marks, GError **error)
{
  for (guint i = 0; i < marks->len; i++)
    {
      ArrearsMark *other = g_ptr_array_index (marks, i);

      if (g_str_equal (other->kind, mark->kind)
          && !arrears_ledger_end_entry (arrears_desk_get_ledger (desk), ARREARS_TYPE_MARK,
                                        other->id, "replaced", "", error))
        return FALSE;
    }
  return TRUE;
}

gint64
arrears_marks_set (ArrearsDesk *desk, ArrearsMark *mark, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsMark) checked = arrears_record_copy (mark);
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  gint64 id;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), 0);

  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  marks = transaction != NULL ? arrears_marks_load (desk, mark->customer_id, FALSE, error) : NULL;
  if (marks == NULL || !check_mark (desk, checked, marks, error)
      || !end_former (desk, checked, marks, error))
    return 0;
  entry = create_entry (ARREARS_LOG_MARK_SET, checked, checked->reason);
  entry->day = checked->from_on;
  id = arrears_measure_enter (desk, checked, entry, error);
  return id != 0 && arrears_desk_commit (desk, transaction, error) ? id : 0;
}

gboolean
arrears_marks_end (ArrearsDesk *desk, gint64 id, const char *reason, GError **error)
{
  g_autoptr (ArrearsMark) mark = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  if (!arrears_measure_need (reason, "reason", error))
    return FALSE;
  mark = arrears_measure_load (desk, ARREARS_TYPE_MARK, id, error);
  if (mark == NULL)
    return FALSE;
  entry = create_entry (ARREARS_LOG_MARK_ENDED, mark, reason);
  return arrears_measure_end (desk, mark, "ended", reason, entry, error);
}

gboolean
arrears_marks_holds_on (ArrearsMark *mark, ArrearsDay day)
{
  return arrears_day_compare (mark->from_on, day) <= 0
         && (!arrears_day_is_set (mark->until_on) || arrears_day_compare (day, mark->until_on) <= 0)
         && (!arrears_day_is_set (mark->ended_on) || arrears_day_compare (day, mark->ended_on) < 0);
}

GPtrArray *
arrears_marks_load (ArrearsDesk *desk, gint64 customer_id, gboolean with_ended, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  GPtrArray *marks = arrears_ledger_load_register (
      arrears_desk_get_ledger (desk), ARREARS_TYPE_MARK, customer_id,
      with_ended ? ARREARS_REGISTER_ALL : ARREARS_REGISTER_STANDING, as_of, error);

  if (marks == NULL)
    return NULL;
  arrears_measure_reverse (marks);
  for (guint i = marks->len; i > 0 && !with_ended; i--)
    if (!arrears_marks_holds_on (g_ptr_array_index (marks, i - 1), as_of))
      g_ptr_array_remove_index (marks, i - 1);
  return marks;
}

/* arrears-published.c: the published tables, and what the user adds to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-published.h"

#include "arrears-desk-private.h"
#include "arrears-ledger-tables.h"
#include "arrears-tables.h"

enum
{
  DAYS_OF_AN_LPR = 31, /* it is published once a month */
};

GPtrArray *
arrears_published_list_rates (ArrearsDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) rates = arrears_tables_list_lpr ();
  g_autoptr (GPtrArray) added = arrears_ledger_load_added_rates (
      arrears_desk_get_ledger (desk), arrears_desk_get_as_of (desk), error);

  if (added == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (rates, g_steal_pointer (&added));
  return g_steal_pointer (&rates);
}

/* As of whatever day: a value that was added for good is there. */
static gboolean
load_last_day (ArrearsDesk *desk, ArrearsDay *last, GError **error)
{
  g_autoptr (GPtrArray) added
      = arrears_ledger_load_added_rates (arrears_desk_get_ledger (desk), ARREARS_DAY_LAST, error);

  *last = arrears_rate_table_get_end (arrears_desk_get_rates (desk).lpr);
  for (guint i = 0; added != NULL && i < added->len; i++)
    *last = arrears_day_max (*last, ARREARS_PUBLISHED_RATE (added->pdata[i])->published_on);
  return added != NULL;
}

static gboolean
check_rate (ArrearsRate rate, GError **error)
{
  g_autofree char *percent = NULL;

  if (arrears_rate_is_set (rate) && rate.numerator >= 0
      && arrears_rate_compare (rate, arrears_rate (24, 100)) <= 0)
    return TRUE;
  percent = arrears_rate_is_set (rate) ? arrears_rate_to_percent (rate) : g_strdup ("");
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_RATE_UNREADABLE,
               "rate '%s': expected 0%% to 24%% a year, such as 3.00%%", percent);
  return FALSE;
}

static gboolean
check_day_of_rate (ArrearsDesk *desk, ArrearsDay published_on, GError **error)
{
  g_autofree char *on = arrears_day_to_string (published_on);
  g_autofree char *end = NULL;
  ArrearsDay last;

  if (!load_last_day (desk, &last, error))
    return FALSE;
  end = arrears_day_to_string (last);
  if (arrears_day_compare (published_on, last) == 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE, "%s: the table has that day", on);
  else if (arrears_day_compare (published_on, last) < 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                 "published on %s: expected a day after %s", on, end);
  else if (arrears_day_compare (published_on, arrears_desk_get_as_of (desk)) > 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                 "published on %s: that is yet to come", on);
  else
    return TRUE;
  return FALSE;
}

gboolean
arrears_published_add_rate (ArrearsDesk *desk, ArrearsDay published_on, ArrearsRate rate,
                            GError **error)
{
  g_autoptr (ArrearsPublishedRate) added = arrears_published_rate_new ();
  g_autofree char *day = arrears_day_to_string (published_on);
  g_autoptr (ArrearsLogEntry) entry = arrears_desk_new_entry (ARREARS_LOG_RATE_ADDED, 0, day);
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autofree char *percent = NULL;

  g_return_val_if_fail (arrears_day_is_set (published_on), FALSE);

  if (!check_rate (rate, error))
    return FALSE;
  percent = arrears_rate_to_percent (rate);
  added->published_on = published_on;
  arrears_record_set_text (&added->rate, percent);
  arrears_record_set_text (&entry->note, percent);
  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  return transaction != NULL && check_day_of_rate (desk, published_on, error)
         && arrears_ledger_insert_added_rate (arrears_desk_get_ledger (desk), added, error)
         && arrears_desk_log (desk, entry, error) && arrears_desk_commit (desk, transaction, error);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return arrears_day_compare ((*(ArrearsPublishedDay *const *) a)->day,
                              (*(ArrearsPublishedDay *const *) b)->day);
}

/* Puts one in the place of the former of the same day, or behind the others. */
static void
put_day (GPtrArray *days, GHashTable *places, ArrearsPublishedDay *day)
{
  gpointer key = GINT_TO_POINTER (day->day.number);
  gpointer place;

  if (g_hash_table_lookup_extended (places, key, NULL, &place))
    {
      g_object_unref (days->pdata[GPOINTER_TO_UINT (place)]);
      days->pdata[GPOINTER_TO_UINT (place)] = g_object_ref (day);
      return;
    }
  g_hash_table_insert (places, key, GUINT_TO_POINTER (days->len));
  g_ptr_array_add (days, g_object_ref (day));
}

GPtrArray *
arrears_published_list_days (ArrearsDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) ours = arrears_tables_list_days ();
  g_autoptr (GPtrArray) added = arrears_ledger_load_added_days (
      arrears_desk_get_ledger (desk), arrears_desk_get_as_of (desk), error);
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  if (added == NULL)
    return NULL;
  for (guint i = 0; i < ours->len; i++)
    put_day (days, places, g_ptr_array_index (ours, i));
  for (guint i = 0; i < added->len; i++)
    put_day (days, places, g_ptr_array_index (added, i));
  g_ptr_array_sort (days, compare_days);
  return g_steal_pointer (&days);
}

/* What has been said of the day so far, whenever it was. */
static gboolean
check_day (ArrearsDesk *desk, ArrearsDay day, ArrearsCalendarKind kind, GError **error)
{
  ArrearsCalendarKind known = arrears_calendar_get_kind (arrears_desk_get_calendar (desk), day);
  g_autoptr (GPtrArray) added
      = arrears_ledger_load_added_days (arrears_desk_get_ledger (desk), ARREARS_DAY_LAST, error);
  g_autofree char *text = NULL;

  if (added == NULL)
    return FALSE;
  for (guint i = 0; i < added->len; i++)
    {
      ArrearsPublishedDay *other = g_ptr_array_index (added, i);

      if (arrears_day_compare (other->day, day) == 0)
        arrears_calendar_kind_parse (other->kind, &known, NULL);
    }
  if (known != kind)
    return TRUE;
  text = arrears_day_to_string (day);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE, "%s: is known as %s already", text,
               arrears_calendar_kind_to_word (kind));
  return FALSE;
}

gboolean
arrears_published_add_day (ArrearsDesk *desk, ArrearsDay day, ArrearsCalendarKind kind,
                           const char *name, GError **error)
{
  g_autoptr (ArrearsPublishedDay) added = arrears_published_day_new ();
  g_autofree char *text = arrears_day_to_string (day);
  g_autofree char *called = g_strstrip (g_strdup (name != NULL ? name : ""));
  g_autofree char *note = g_strdup_printf ("%s %s", arrears_calendar_kind_to_word (kind), called);
  g_autoptr (ArrearsLogEntry) entry = arrears_desk_new_entry (ARREARS_LOG_DAY_ADDED, 0, text);
  g_autoptr (ArrearsTransaction) transaction = NULL;

  g_return_val_if_fail (arrears_day_is_set (day), FALSE);

  if (called[0] == '\0' && kind != ARREARS_CALENDAR_ORDINARY)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                   "name: expected that of the holiday, such as 国庆节");
      return FALSE;
    }
  added->day = day;
  arrears_record_set_text (&added->kind, arrears_calendar_kind_to_word (kind));
  arrears_record_set_text (&added->name, called);
  arrears_record_set_text (&entry->note, g_strchomp (note));
  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  return transaction != NULL && check_day (desk, day, kind, error)
         && arrears_ledger_insert_added_day (arrears_desk_get_ledger (desk), added, error)
         && arrears_desk_log (desk, entry, error) && arrears_desk_commit (desk, transaction, error);
}

ArrearsPublishedWarnings
arrears_published_get_warnings (ArrearsDesk *desk, ArrearsDay *rates_end, ArrearsDay *calendar_end)
{
  const ArrearsCalendar *calendar = arrears_desk_get_calendar (desk);
  ArrearsDay last = arrears_rate_table_get_end (arrears_desk_get_rates (desk).lpr);
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  ArrearsPublishedWarnings warnings = 0;

  if (arrears_day_count (last, as_of) > DAYS_OF_AN_LPR)
    warnings |= ARREARS_PUBLISHED_RATES_ENDED;
  if (arrears_day_compare (as_of, arrears_calendar_get_end (calendar)) > 0)
    warnings |= ARREARS_PUBLISHED_CALENDAR_ENDED;
  if (rates_end != NULL)
    *rates_end = last;
  if (calendar_end != NULL)
    *calendar_end = arrears_calendar_get_end (calendar);
  return warnings;
}

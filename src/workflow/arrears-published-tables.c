/* arrears-published-tables.c: the published tables with what a ledger adds to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-published-tables.h"

#include "arrears-ledger-tables.h"
#include "arrears-tables.h"

typedef struct
{
  ArrearsCalendar *calendar;
  ArrearsRateTable *lpr;
  ArrearsRateTable *benchmark;
} Tables;

struct _ArrearsPublishedTables
{
  ArrearsLedger *ledger; /* borrowed */
  GHashTable *states;    /* Tables by which entries were added: what was handed out stays */
  const Tables *current; /* borrowed from there; NULL at first */
  gboolean is_stale;
};

static void
free_tables (gpointer data)
{
  Tables *tables = data;

  arrears_calendar_free (tables->calendar);
  arrears_rate_table_free (tables->lpr);
  arrears_rate_table_free (tables->benchmark);
  g_free (tables);
}

/* Only what reads gets into a ledger by this program: the tables go on without what another hand has
 * put there.
 */
static void
add_rate (ArrearsRateTable *lpr, ArrearsPublishedRate *added)
{
  ArrearsRate rate;

  if (arrears_day_is_set (added->published_on) && arrears_rate_parse (added->rate, &rate, NULL))
    arrears_rate_table_add (lpr, added->published_on, rate);
}

static void
add_day (ArrearsCalendar *calendar, ArrearsPublishedDay *added)
{
  ArrearsCalendarKind kind;

  if (arrears_day_is_set (added->day) && arrears_calendar_kind_parse (added->kind, &kind, NULL))
    arrears_calendar_add (calendar, added->day, kind);
}

static Tables *
merge (const GPtrArray *rates, const GPtrArray *days)
{
  Tables *tables = g_new0 (Tables, 1);

  tables->calendar = arrears_tables_load_calendar ();
  tables->lpr = arrears_tables_load_lpr ();
  tables->benchmark = arrears_tables_load_benchmark ();
  for (guint i = 0; i < rates->len; i++)
    add_rate (tables->lpr, g_ptr_array_index (rates, i));
  for (guint i = 0; i < days->len; i++)
    add_day (tables->calendar, g_ptr_array_index (days, i));
  return tables;
}

static char *
name_state (const GPtrArray *rates, const GPtrArray *days)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < rates->len; i++)
    g_string_append_printf (name, "%" G_GINT64_FORMAT " ",
                            ARREARS_PUBLISHED_RATE (rates->pdata[i])->id);
  g_string_append_c (name, '/');
  for (guint i = 0; i < days->len; i++)
    g_string_append_printf (name, " %" G_GINT64_FORMAT, ARREARS_PUBLISHED_DAY (days->pdata[i])->id);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
take_state (ArrearsPublishedTables *self, const GPtrArray *rates, const GPtrArray *days)
{
  g_autofree char *name = name_state (rates, days);

  self->current = g_hash_table_lookup (self->states, name);
  if (self->current == NULL)
    {
      self->current = merge (rates, days);
      g_hash_table_insert (self->states, g_steal_pointer (&name), (gpointer) self->current);
    }
}

/* Where the ledger cannot be read, the act that asks will fail by its own next query; until then
 * the tables stay as they were, and are looked at again.
 */
static const Tables *
get_current (ArrearsPublishedTables *self)
{
  if (self->is_stale)
    {
      ArrearsDay day = arrears_ledger_get_day (self->ledger);
      g_autoptr (GPtrArray) rates = arrears_ledger_load_added_rates (self->ledger, day, NULL);
      g_autoptr (GPtrArray) days = arrears_ledger_load_added_days (self->ledger, day, NULL);

      self->is_stale = rates == NULL || days == NULL;
      if (!self->is_stale)
        take_state (self, rates, days);
    }
  if (self->current == NULL)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      take_state (self, none, none);
    }
  return self->current;
}

ArrearsPublishedTables *
arrears_published_tables_new (ArrearsLedger *ledger)
{
  ArrearsPublishedTables *tables = g_new0 (ArrearsPublishedTables, 1);

  tables->ledger = ledger;
  tables->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_tables);
  tables->is_stale = TRUE;
  return tables;
}

void
arrears_published_tables_free (ArrearsPublishedTables *tables)
{
  g_hash_table_unref (tables->states);
  g_free (tables);
}

void
arrears_published_tables_mark_stale (ArrearsPublishedTables *tables)
{
  tables->is_stale = TRUE;
}

const ArrearsCalendar *
arrears_published_tables_get_calendar (ArrearsPublishedTables *tables)
{
  return get_current (tables)->calendar;
}

ArrearsRateTables
arrears_published_tables_get_rates (ArrearsPublishedTables *tables)
{
  const Tables *current = get_current (tables);

  return (ArrearsRateTables) { .lpr = current->lpr, .benchmark = current->benchmark };
}

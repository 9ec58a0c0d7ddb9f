/* arrears-rate-table.c: a published rate as it changed over time (LPR, benchmark)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-rate-table.h"

typedef struct
{
  ArrearsDay published_on;
  ArrearsRate annual;
} Entry;

struct _ArrearsRateTable
{
  GArray *entries; /* of Entry, days ascend */
};

static Entry *
get_entry (const ArrearsRateTable *table, guint i)
{
  return &g_array_index (table->entries, Entry, i);
}

/* How many entries were published on or before `day`. */
static guint
count_until (const ArrearsRateTable *table, ArrearsDay day)
{
  guint low = 0;
  guint high = table->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (arrears_day_compare (get_entry (table, middle)->published_on, day) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

ArrearsRateTable *
arrears_rate_table_new (void)
{
  ArrearsRateTable *table = g_new0 (ArrearsRateTable, 1);

  table->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return table;
}

void
arrears_rate_table_free (ArrearsRateTable *table)
{
  if (table == NULL)
    return;

  g_array_unref (table->entries);
  g_free (table);
}

void
arrears_rate_table_add (ArrearsRateTable *table, ArrearsDay published_on, ArrearsRate annual)
{
  Entry entry = { published_on, annual };
  guint place;

  g_return_if_fail (table != NULL);
  g_return_if_fail (arrears_day_is_set (published_on));
  g_return_if_fail (arrears_rate_is_set (annual));

  place = count_until (table, published_on);
  if (place > 0
      && arrears_day_compare (get_entry (table, place - 1)->published_on, published_on) == 0)
    *get_entry (table, place - 1) = entry;
  else
    g_array_insert_val (table->entries, place, entry);
}

ArrearsRate
arrears_rate_table_lookup (const ArrearsRateTable *table, ArrearsDay day, ArrearsDay *published_on)
{
  guint n_published;

  g_return_val_if_fail (table != NULL, ARREARS_RATE_NONE);

  n_published = count_until (table, day);
  if (published_on != NULL)
    *published_on = n_published > 0 ? get_entry (table, n_published - 1)->published_on
                                    : ARREARS_DAY_NONE;
  return n_published > 0 ? get_entry (table, n_published - 1)->annual : ARREARS_RATE_NONE;
}

ArrearsDay
arrears_rate_table_get_end (const ArrearsRateTable *table)
{
  g_return_val_if_fail (table != NULL, ARREARS_DAY_NONE);

  if (table->entries->len == 0)
    return ARREARS_DAY_NONE;
  return get_entry (table, table->entries->len - 1)->published_on;
}

/* arrears-flags.c: which accounts crossed a threshold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-flags.h"

#include "arrears-standings.h"

static int
compare_urgency (gconstpointer a, gconstpointer b)
{
  const ArrearsAccountStanding *left = a;
  const ArrearsAccountStanding *right = b;
  int order = right->standing.stage - left->standing.stage;

  if (order == 0)
    order = arrears_money_compare (right->standing.overdue, left->standing.overdue);
  if (order == 0)
    order = right->standing.days_overdue - left->standing.days_overdue;
  if (order == 0)
    order = (left->customer_id > right->customer_id) - (left->customer_id < right->customer_id);
  return order;
}

static void
remove_unflagged (GArray *standings)
{
  guint kept = 0;

  for (guint i = 0; i < standings->len; i++)
    {
      ArrearsAccountStanding standing
          = g_array_index (standings, ArrearsAccountStanding, i);

      if (standing.standing.stage > ARREARS_STAGE_NONE)
        g_array_index (standings, ArrearsAccountStanding, kept++) = standing;
    }
  g_array_set_size (standings, kept);
}

GPtrArray *
arrears_flags_list (ArrearsDesk *desk, GError **error)
{
  g_autoptr (GArray) standings = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  standings = arrears_standings_compute (desk, NULL, 0, NULL, error);
  if (standings == NULL)
    return NULL;
  remove_unflagged (standings);
  g_array_sort (standings, compare_urgency);
  return arrears_standings_load_accounts (
      desk, (const ArrearsAccountStanding *) (gpointer) standings->data, standings->len, error);
}

/* arrears-overview.c: what is owed in all, and how many accounts are flagged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-overview.h"

#include "arrears-policy.h"
#include "arrears-standings.h"

static gboolean
sum_standings (GArray *standings, ArrearsOverview *overview, GError **error)
{
  for (guint i = 0; i < standings->len; i++)
    {
      const ArrearsAccountStanding *account
          = &g_array_index (standings, ArrearsAccountStanding, i);

      if (!arrears_money_accumulate (&overview->overdue, account->standing.overdue, error)
          || !arrears_money_accumulate (&overview->unapplied, account->unapplied, error))
        return FALSE;
      overview->n_accounts++;
      if (account->standing.is_paused)
        overview->n_paused++;
      else if (account->standing.stage > ARREARS_STAGE_NONE)
        overview->n_flagged++;
    }
  return TRUE;
}

gboolean
arrears_overview_compute (ArrearsDesk *desk, ArrearsOverview *overview, GError **error)
{
  g_autoptr (GArray) standings = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  *overview = (ArrearsOverview) { 0 };
  standings = arrears_standings_compute (desk, NULL, 0, &overview->aging, error);
  return standings != NULL && sum_standings (standings, overview, error);
}

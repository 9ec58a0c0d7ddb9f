/* arrears-flags.c: which accounts crossed a threshold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-flags.h"

#include "arrears-standings.h"

GPtrArray *
arrears_flags_list (ArrearsDesk *desk, GError **error)
{
  g_autoptr (GArray) standings = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  standings = arrears_standings_compute (desk, NULL, 0, NULL, error);
  if (standings == NULL)
    return NULL;
  arrears_standings_keep_flagged (standings);
  return arrears_standings_load_accounts (
      desk, (const ArrearsAccountStanding *) (gpointer) standings->data, standings->len, error);
}

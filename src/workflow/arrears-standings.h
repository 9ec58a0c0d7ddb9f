/* arrears-standings.h: where accounts stand, read from the ledger in one pass
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-aging.h"
#include "arrears-desk.h"
#include "arrears-standing.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 customer_id;
  ArrearsMoney unapplied;
  ArrearsDay last_letter_on;
  ArrearsStanding standing; /* after unapplied money; its balance is what is owed less that money */
} ArrearsAccountStanding;

/* Standings on the desk's day by customer id, of all customers with something open or unapplied,
 * or of those among `ids`. Where `aging` is not NULL, all open items are added to it, before
 * unapplied money is taken off. GArray of ArrearsAccountStanding.
 */
GArray *arrears_standings_compute (ArrearsDesk *desk, const gint64 *ids, gsize n_ids,
                                   ArrearsAging *aging, GError **error);

/* The same as records with the customers' particulars, in the order given. GPtrArray of
 * ArrearsAccount, NULL for a customer that is not there.
 */
GPtrArray *arrears_standings_load_accounts (ArrearsDesk *desk,
                                            const ArrearsAccountStanding *standings,
                                            gsize n_standings, GError **error);

G_END_DECLS

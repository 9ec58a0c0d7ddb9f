/* arrears-standings.h: where accounts stand, read from the ledger in one pass
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-account.h"
#include "arrears-aging.h"
#include "arrears-circumstances.h"
#include "arrears-desk.h"
#include "arrears-standing.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 customer_id;
  ArrearsMoney unapplied;
  ArrearsMoney credit_limit; /* 0 where none is set */
  ArrearsDay last_letter_on;
  ArrearsStanding standing; /* after unapplied money; its balance is what is owed less that money */
  const char *stage_name; /* as the account's policy calls it; NULL: the usual name; interned */
  gint64 crossing_id; /* of the crossing into the present stage, where somebody has seen it; else 0 */
  gboolean is_done;   /* and what the stage asks for was done */
} ArrearsAccountStanding;

/* An account as the pass meets it. Valid for the call. */
typedef struct
{
  const ArrearsAccountStanding *account;
  const ArrearsPolicy *policy;
  const ArrearsCircumstance *circumstance; /* NULL: nothing is known */
  const ArrearsOpenItem *items; /* what is open after unapplied money, and what of it rests; an
                                   invoice may stand as several items */
  gsize n_items;
} ArrearsStandingVisit;

/* FALSE with `error` set ends the walk. */
typedef gboolean (*ArrearsStandingFunc) (const ArrearsStandingVisit *visit, gpointer user_data,
                                         GError **error);

/* Calls `func` for each customer with something open or unapplied on the desk's day, by id, or for
 * those among `ids` where it is not NULL. One pass over what is open and a fixed number of queries
 * besides. Where `aging` is not NULL, all open items are added to it, before unapplied money is
 * taken off.
 */
gboolean arrears_standings_foreach (ArrearsDesk *desk, const gint64 *ids, gsize n_ids,
                                    ArrearsAging *aging, ArrearsStandingFunc func,
                                    gpointer user_data, GError **error);

/* The standings alone. GArray of ArrearsAccountStanding. */
GArray *arrears_standings_compute (ArrearsDesk *desk, const gint64 *ids, gsize n_ids,
                                   ArrearsAging *aging, GError **error);

/* The same as records with the customers' particulars, in the order given. GPtrArray of
 * ArrearsAccount, NULL for a customer that is not there.
 */
GPtrArray *arrears_standings_load_accounts (ArrearsDesk *desk,
                                            const ArrearsAccountStanding *standings,
                                            gsize n_standings, GError **error);

/* Keeps those of an array that stand at a stage, paused ones among them, most urgent first: by
 * stage, then by the amount overdue, then by days, then by customer.
 */
void arrears_standings_keep_flagged (GArray *standings);

/* The order of urgency of two of them. */
int arrears_standings_compare (const ArrearsAccountStanding *left,
                               const ArrearsAccountStanding *right);

G_END_DECLS

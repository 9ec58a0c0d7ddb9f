/* arrears-standing.h: where an account stands in the escalation policy on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-open-item.h"
#include "arrears-policy.h"

G_BEGIN_DECLS

/* How the stage of one account came about. */
typedef struct
{
  ArrearsMoney balance;  /* all open items together */
  ArrearsMoney overdue;  /* those overdue, days >= 1 */
  int days_overdue;      /* of the oldest of them; 0 where nothing is overdue */
  int stage;             /* 0 where nothing is due */
  ArrearsDay crossed_on; /* the day on which the items now open first met the stage */
  ArrearsMoney counted;  /* what the items that reached the stage's days come to */
  gint64 oldest_invoice_id; /* the item that is overdue longest; 0 where none is */
} ArrearsStanding;

/* The stage is the highest one whose days (>=) and least amount are met: the open items overdue
 * by at least its days come together to at least its least amount. The crossing day is the
 * earliest day on which the items open today met this: a fact of the data, however long the
 * program was closed. The items may come in any order. An overflow is
 * ARREARS_ERROR_AMOUNT_TOO_LARGE.
 */
gboolean arrears_standing_compute (const ArrearsPolicy *policy, const ArrearsOpenItem *items,
                                   gsize n_items, ArrearsDay as_of, ArrearsStanding *standing,
                                   GError **error);

G_END_DECLS

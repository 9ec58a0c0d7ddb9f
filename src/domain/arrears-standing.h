/* arrears-standing.h: where an account stands in the escalation policy on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-open-item.h"
#include "arrears-policy.h"

G_BEGIN_DECLS

/* What is known of an account beside its items. */
typedef struct
{
  const ArrearsPolicy *policy; /* whose sums and least amounts count, and whose days for items
                                  without a policy of their own */
  ArrearsDay as_of;
  ArrearsDay broken_on;       /* its last promise was broken or kept in part only, or an agreement
                                 breached: since this day; not set: no */
  ArrearsDay bad_faith_from;  /* not set: no */
  int seen_stage;             /* of the last crossing that somebody has seen; 0: none */
  ArrearsDay seen_crossed_on; /* and its day */
} ArrearsStandingBasis;

/* How the stage of one account came about. */
typedef struct
{
  ArrearsMoney balance;     /* all open items together */
  ArrearsMoney overdue;     /* those overdue, days >= 1, whether they count or rest */
  ArrearsMoney resting;     /* the part of it that rests: disputed, paused or promised */
  ArrearsMoney disputed;    /* the contested part of the balance */
  int days_overdue;         /* of the oldest of them; 0 where nothing is overdue */
  int stage;                /* 0 where nothing is due */
  ArrearsDay crossed_on;    /* the first day from which on the items now open met the stage */
  ArrearsMoney counted;     /* what the items that reached the stage's days come to */
  gint64 oldest_invoice_id; /* the item that is overdue longest; 0 where none is */
  ArrearsActions actions;   /* what the policy asks for at the stage */
  int stage_of_items;       /* the stage by days and amounts alone */
  gboolean is_raised;       /* by a broken promise */
  gboolean is_bad_faith;    /* by bad faith */
  gboolean is_paused; /* all that would count rests: stage and crossing are what they would be */
  int seen_stage;     /* the last stage seen since the oldest item fell due; those between it and
                         the stage were passed over */
} ArrearsStanding;

/* The stage is the highest one whose days (>=) and least amount are met by the open, undisputed,
 * unpaused items: those overdue by at least its days, each by its own policy, come together to at
 * least its least amount by the account's. The account jumps to the stage that it deserves. A
 * broken promise since something is overdue adds one stage, up to the last; bad faith goes straight
 * to the lawyer's stage at least, each only where something that counts is overdue.
 *
 * The crossing day is the first day from which on the items open today met the stage without
 * resting: a fact of the data, however long the program was closed. Where the stage was raised it
 * is not before the day of the breach or of the bad faith; so an account that stands at the last
 * stage crosses into it anew.
 *
 * Where nothing counts but something would if it did not rest, the account is paused: listed
 * perhaps, never chased.
 *
 * The items may come in any order. An overflow is ARREARS_ERROR_AMOUNT_TOO_LARGE.
 */
gboolean arrears_standing_compute (const ArrearsStandingBasis *basis, const ArrearsOpenItem *items,
                                   gsize n_items, ArrearsStanding *standing, GError **error);

/* The day on which the items reach a stage if nothing is paid, and what counts for it then; not set
 * where they never come to its least amount.
 */
ArrearsDay arrears_standing_find_reach (const ArrearsPolicy *policy, int stage,
                                        const ArrearsOpenItem *items, gsize n_items,
                                        ArrearsMoney *counted);

G_END_DECLS

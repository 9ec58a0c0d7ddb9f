/* arrears-overview.h: what is owed in all, and how many accounts are flagged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-aging.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

/* What the head of Today shows. */
typedef struct
{
  ArrearsAging aging;        /* of the whole ledger; its total is the balance */
  ArrearsMoney overdue;
  ArrearsMoney unapplied;
  guint n_accounts;          /* with something open or not yet allocated */
  guint n_flagged;           /* at a stage, those left out of which all rests */
  guint n_paused;            /* those */
} ArrearsOverview;

/* On the desk's day, in one pass over what is open. */
gboolean arrears_overview_compute (ArrearsDesk *desk, ArrearsOverview *overview, GError **error);

G_END_DECLS

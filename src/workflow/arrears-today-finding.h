/* arrears-today-finding.h: which reasons an account has to be on the list of the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-standings.h"
#include "arrears-today-reason.h"

G_BEGIN_DECLS

/* What the day is looked at by. */
typedef struct
{
  ArrearsDay as_of;
  int remind_days_before;
  GHashTable *instalments; /* ids of invoices that are instalments, as keys */
} ArrearsTodayFinding;

/* The first stage for which missing vouchers are pointed out: that of the formal demand. */
#define ARREARS_TODAY_VOUCHER_STAGE ARREARS_STAGE_DEMAND

/* Adds the reasons that follow from what the account owes and from what is known of it. Those whose
 * `invoice` is still to be looked up have an invoice_id alone.
 */
void arrears_today_find_reasons (const ArrearsTodayFinding *finding,
                                 const ArrearsStandingVisit *visit, GArray *reasons);

/* Adds a reason, or counts it with the one of its kind that is there: the earlier day stays, of
 * equal ones the first. Takes over its texts.
 */
void arrears_today_add_reason (GArray *reasons, ArrearsTodayReason *reason, ArrearsDay as_of);

void arrears_today_clear_reason (gpointer reason);

G_END_DECLS

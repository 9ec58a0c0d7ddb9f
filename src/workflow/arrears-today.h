/* arrears-today.h: the list of the day (今日待办)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-standing.h"
#include "arrears-today-reason.h"

G_BEGIN_DECLS

/* An account that wants something today. */
typedef struct
{
  gint64 customer_id;
  ArrearsStanding standing; /* seen_stage to stage: the stages passed over, see there */
  gint64 crossing_id;       /* of the crossing where somebody has seen it; 0: nobody */
  GArray *reasons;          /* of ArrearsTodayReason: at least one, each kind once, the most urgent
                               first */
} ArrearsTodayRow;

/* The list for the desk's day, computed anew from what is in the ledger: asking changes nothing,
 * so it is the same however often it is asked. Each account stands in it once.
 *
 * Its order: by the rank of the most urgent reason, then by stage (highest first), the amount
 * overdue (largest first), days overdue (most first), customer id. A crossing stands in it until
 * it is done; what is disputed, paused or promised and not yet due does not.
 *
 * One pass over what is open and a fixed number of queries. With `ids` only those customers are
 * looked at. GPtrArray of ArrearsTodayRow.
 */
GPtrArray *arrears_today_list (ArrearsDesk *desk, const gint64 *ids, gsize n_ids, GError **error);

/* Rows of the list, in its order: those of accounts that `owner` looks after, all where it is NULL
 * or empty, each with names. GPtrArray of ArrearsAccount, whose `reasons` and what follows are
 * set.
 */
GPtrArray *arrears_today_list_accounts (ArrearsDesk *desk, const char *owner, GError **error);

/* Records that `by` has seen that an account crossed into its present stage. Recorded once:
 * to see it again changes nothing. ARREARS_ERROR_NOTHING_DUE where the account stands at no stage
 * or rests. Logged.
 */
gboolean arrears_today_acknowledge (ArrearsDesk *desk, gint64 customer_id, const char *by,
                                    GError **error);

/* Records that what the present stage asks for was done, by whom and how; seen with it, where it
 * was not. ARREARS_ERROR_MISSING without a note, _NOTHING_DUE as above, _REFUSED where it was done
 * already. Logged.
 */
gboolean arrears_today_complete (ArrearsDesk *desk, gint64 customer_id, const char *by,
                                 const char *note, GError **error);

G_END_DECLS

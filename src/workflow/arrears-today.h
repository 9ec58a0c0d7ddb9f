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
  ArrearsStanding standing; /* the stages between seen_stage and stage were passed over */
  gint64 crossing_id;       /* of the crossing where somebody has seen it; 0: nobody */
  GArray *reasons;          /* of ArrearsTodayReason: at least one, each kind once, the most urgent
                               first */
} ArrearsTodayRow;

/* The list for the desk's day, computed anew from what is in the ledger: asking changes nothing,
 * so it is the same however often it is asked. Each account stands in it once.
 *
 * Its order: by the rank of the most urgent reason, then by stage (highest first), the amount
 * overdue (largest first), days overdue (most first), customer id.
 *
 * What brings an account onto it, and what takes it off again:
 *   crossing         it stands at a stage; until that is done
 *   promise_broken   its last promise was, and raised the stage; until a stage is done
 *   promise_due      a running promise has come to its day
 *   instalment_due   an instalment falls due on this day
 *   due_soon         so many days before the due day as the rules say, up to it
 *   follow_up        the step planned in the log is due; until it is spoken to again
 *   dispute_review   the day of review has come; until the dispute is ended
 *   pause_review     the same; until it is ended, prolonged or a stage is done
 *   limitation       a period ends within 180 days
 *   limit_exceeded   the balance is above the credit limit, without an override
 *   supplied         goods went out all the same, or after a hold
 *   voucher_missing  from the stage of the formal demand on
 * What is disputed, paused or promised and not yet due does not bring an account to a stage.
 *
 * One pass over what is open and a fixed number of queries. With `ids` only those customers are
 * looked at. GPtrArray of ArrearsTodayRow.
 */
GPtrArray *arrears_today_list (ArrearsDesk *desk, const gint64 *ids, gsize n_ids, GError **error);

/* The rows with the customers' particulars. GPtrArray of ArrearsAccount in their order, whose
 * `reasons` and what follows are set; NULL for a customer that is not there.
 */
GPtrArray *arrears_today_load_accounts (ArrearsDesk *desk, GPtrArray *rows, GError **error);

/* The whole list in this way: the accounts that `owner` looks after, all where it is NULL. GPtrArray
 * of ArrearsAccount.
 */
GPtrArray *arrears_today_list_accounts (ArrearsDesk *desk, const char *owner, GError **error);

/* Records that `by` (NULL: the desk's actor) has seen that an account crossed into its present
 * stage. Recorded once: to see it again changes nothing. ARREARS_ERROR_NOTHING_DUE where the
 * account stands at no stage or rests. Logged.
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

/* arrears-claim.h: what can be claimed from a customer (催款)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-demand.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

/* Every overdue open item on the desk's day, after unapplied money, with its late charge and the
 * end of its limitation period; no number yet. What rests is left out: disputed parts, what a
 * running promise covers, what is paused. Reads in the caller's transaction. See
 * arrears_letter_draft() for what is refused.
 */
ArrearsDemand *arrears_claim_draft (ArrearsDesk *desk, gint64 customer_id, GError **error);

G_END_DECLS

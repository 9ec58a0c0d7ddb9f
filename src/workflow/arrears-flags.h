/* arrears-flags.h: which accounts crossed a threshold (预警)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-account.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

/* Accounts at stage 1 or higher on the desk's day, and those that would be but of which all rests
 * (is_paused), most urgent first: by stage, then by the amount overdue, then by days, then by
 * customer. One pass over the open items. GPtrArray of ArrearsAccount.
 */
GPtrArray *arrears_flags_list (ArrearsDesk *desk, GError **error);

G_END_DECLS

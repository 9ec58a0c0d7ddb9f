/* arrears-ownership.h: who looks after which account, and who did what (责任到人)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-person.h"

G_BEGIN_DECLS

/* Gives an account to somebody; an empty name: to nobody. The same owner again changes nothing.
 * `note` is what the next one should know, may be NULL. ARREARS_ERROR_NOT_FOUND. Logged.
 */
gboolean arrears_ownership_assign (ArrearsDesk *desk, gint64 customer_id, const char *name,
                                   const char *note, GError **error);

/* Hands all accounts of one person over to another; *n_accounts says how many. Refused: no name
 * (ARREARS_ERROR_MISSING), from and to the same (_REFUSED), somebody who looks after none
 * (_NOT_FOUND). Logged for each account.
 */
gboolean arrears_ownership_hand_over (ArrearsDesk *desk, const char *from, const char *to,
                                      const char *note, guint *n_accounts, GError **error);

/* One row a person who looks after an account or wrote in the log up to the desk's day, by name;
 * last, without a name, what nobody looks after, where there is any. GPtrArray of ArrearsPerson.
 */
GPtrArray *arrears_ownership_report (ArrearsDesk *desk, GError **error);

G_END_DECLS

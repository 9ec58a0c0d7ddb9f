/* arrears-account-head.h: whose account it is, how it stands and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-account-page.h"

G_BEGIN_DECLS

/* Its buttons and menu activate win.issue-letter, account.receive-payment, account.act and what
 * else is done with an account. Pills name the marks that hold, disputes and pauses.
 */
#define ARREARS_TYPE_ACCOUNT_HEAD (arrears_account_head_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsAccountHead, arrears_account_head, ARREARS, ACCOUNT_HEAD, AdwBin)

void arrears_account_head_show (ArrearsAccountHead *self, const ArrearsAccountPage *page);

G_END_DECLS

/* arrears-account-view.h: the page of one account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Who the customer is, what is owed and why it is at its stage, and below in tabs its open items,
 * receipts, promises and disputes, limitation, vouchers, contracts, letters and log. Loads in a
 * worker, and again when the ledger changes. Vouchers can be dropped on their tab.
 *
 *   account.act (sx)          opens the entry of a name (arrears-entries.h) for the record with an
 * id, or, with 0, for the account account.receive-payment, account.edit-customer,
 * account.add-contract account.show-tab (s)      open-items, receipts, matters, limitation,
 * vouchers, contracts, documents, log of a record, by what it is (arrears-account-acts.h) and its
 * id: account.add-voucher (sx)  lets the user choose files account.add-files (sxs)   the same with
 * their paths, one a line account.open-voucher, account.export-voucher, account.edit-contract,
 * account.open-document (sx) account.save-voucher (xs) to a path
 */
#define ARREARS_TYPE_ACCOUNT_VIEW (arrears_account_view_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsAccountView, arrears_account_view, ARREARS, ACCOUNT_VIEW, AdwBin)

GtkWidget *arrears_account_view_new (ArrearsDesk *desk, gint64 customer_id);

/* Name of the customer, "" until it has been loaded; notify::title follows. */
const char *arrears_account_view_get_title (ArrearsAccountView *self);

gint64 arrears_account_view_get_customer_id (ArrearsAccountView *self);

G_END_DECLS

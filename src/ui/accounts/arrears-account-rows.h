/* arrears-account-rows.h: what an account holds, as lines of its lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-account-page.h"
#include "arrears-account-row.h"

G_BEGIN_DECLS

/* All of these give a GPtrArray of ArrearsAccountRow. */

/* `lines`: GPtrArray of ArrearsReceiptLine; in their order. */
GPtrArray *arrears_account_rows_list_receipts (GPtrArray *lines);

/* Promises, disputes, pauses, costs, and `marks`, those that are over too: what counts on the day
 * first, then the latest.
 */
GPtrArray *arrears_account_rows_list_matters (const ArrearsAccountPage *page, GPtrArray *marks,
                                              ArrearsDay as_of);

/* For each of `items` (ArrearsLimitationItem) its safe date and, below, the chain that led to it;
 * then the guarantees.
 */
GPtrArray *arrears_account_rows_list_limitation (GPtrArray *items, GPtrArray *guarantees,
                                                 ArrearsDay as_of);

/* What is missing (ArrearsInvoicePapers), then what is held (ArrearsVoucher), latest first. */
GPtrArray *arrears_account_rows_list_vouchers (GPtrArray *missing, GPtrArray *vouchers);

G_END_DECLS

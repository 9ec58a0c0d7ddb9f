/* arrears-vouchers-tab.h: the papers that prove a claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record-tab.h"

G_BEGIN_DECLS

/* Of ArrearsAccountRow. Files can be dropped on it: see account.add-voucher. */
#define ARREARS_TYPE_VOUCHERS_TAB (arrears_vouchers_tab_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsVouchersTab, arrears_vouchers_tab, ARREARS, VOUCHERS_TAB,
                      ArrearsRecordTab)

G_END_DECLS

/* arrears-receipts-tab.h: what a customer has paid, and credit notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record-tab.h"

G_BEGIN_DECLS

/* Of ArrearsAccountRow. */
#define ARREARS_TYPE_RECEIPTS_TAB (arrears_receipts_tab_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsReceiptsTab, arrears_receipts_tab, ARREARS, RECEIPTS_TAB,
                      ArrearsRecordTab)

G_END_DECLS

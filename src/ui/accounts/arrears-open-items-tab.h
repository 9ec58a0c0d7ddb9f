/* arrears-open-items-tab.h: what a customer still owes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record-tab.h"

G_BEGIN_DECLS

/* Of ArrearsInvoice, each with its late charge and the end of its limitation period. */
#define ARREARS_TYPE_OPEN_ITEMS_TAB (arrears_open_items_tab_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsOpenItemsTab, arrears_open_items_tab, ARREARS, OPEN_ITEMS_TAB,
                      ArrearsRecordTab)

G_END_DECLS

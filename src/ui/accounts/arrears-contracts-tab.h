/* arrears-contracts-tab.h: the contracts with a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record-tab.h"

G_BEGIN_DECLS

/* Of ArrearsContract. Activates account.add-contract. */
#define ARREARS_TYPE_CONTRACTS_TAB (arrears_contracts_tab_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsContractsTab, arrears_contracts_tab, ARREARS, CONTRACTS_TAB,
                      ArrearsRecordTab)

G_END_DECLS

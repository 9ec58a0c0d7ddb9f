/* arrears-contract-dialog.h: a contract and what it says about paying late
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-contract.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

/* A contract whose id is 0 is added to its customer when it is saved. Closes when it is saved. */
#define ARREARS_TYPE_CONTRACT_DIALOG (arrears_contract_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsContractDialog, arrears_contract_dialog, ARREARS, CONTRACT_DIALOG,
                      AdwWindow)

GtkWidget *arrears_contract_dialog_new (ArrearsDesk *desk, ArrearsContract *contract);

G_END_DECLS

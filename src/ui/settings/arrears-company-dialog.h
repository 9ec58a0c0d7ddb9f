/* arrears-company-dialog.h: the particulars of the user's own firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Closes when they are saved. */
#define ARREARS_TYPE_COMPANY_DIALOG (arrears_company_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsCompanyDialog, arrears_company_dialog, ARREARS, COMPANY_DIALOG,
                      AdwWindow)

GtkWidget *arrears_company_dialog_new (ArrearsDesk *desk);

G_END_DECLS

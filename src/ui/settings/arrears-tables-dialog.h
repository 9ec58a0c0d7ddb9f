/* arrears-tables-dialog.h: the published tables, and what was added to them (利率与节假日)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* The one-year LPR and the days off by year, where each ends, and a way to add to them.
 *
 * Actions: tables.add-rate, tables.add-day
 */
#define ARREARS_TYPE_TABLES_DIALOG (arrears_tables_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsTablesDialog, arrears_tables_dialog, ARREARS, TABLES_DIALOG, AdwWindow)

GtkWidget *arrears_tables_dialog_new (ArrearsDesk *desk);

G_END_DECLS

/* arrears-owners-dialog.h: who looks after what, and what each did (责任人)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* A row for each person, and one for what nobody looks after. Activating a row shows what the
 * person did: win.show-log.
 *
 * Actions:
 *   owners.hand-over        all accounts of the person that is selected
 *   owners.show-log         what the person that is selected did
 */
#define ARREARS_TYPE_OWNERS_DIALOG (arrears_owners_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsOwnersDialog, arrears_owners_dialog, ARREARS, OWNERS_DIALOG, AdwWindow)

GtkWidget *arrears_owners_dialog_new (ArrearsDesk *desk);

G_END_DECLS

/* arrears-identity-dialog.h: makes a signing identity of the user's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Says what such a signature proves and what not, and takes a name and a password.
 *
 * ::created (char *path) is emitted when the identity has been made; the dialog then closes.
 */
#define ARREARS_TYPE_IDENTITY_DIALOG (arrears_identity_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsIdentityDialog, arrears_identity_dialog, ARREARS, IDENTITY_DIALOG,
                      AdwWindow)

/* `path`: the file to make. */
GtkWidget *arrears_identity_dialog_new (ArrearsDesk *desk, const char *path);

G_END_DECLS

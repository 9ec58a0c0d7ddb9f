/* arrears-import-dialog.h: takes in a file of another program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"
#include "arrears-import.h"

G_BEGIN_DECLS

/* From choosing a file to the result: shows the first rows, lets the columns be matched to fields,
 * and says before anything is taken what taking it would do.
 */
#define ARREARS_TYPE_IMPORT_DIALOG (arrears_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsImportDialog, arrears_import_dialog, ARREARS, IMPORT_DIALOG, AdwWindow)

/* `path` may be NULL or "": the user chooses the file. */
GtkWidget *arrears_import_dialog_new (ArrearsDesk *desk, ArrearsImportKind kind, const char *path);

G_END_DECLS

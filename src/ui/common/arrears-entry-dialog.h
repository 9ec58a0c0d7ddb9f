/* arrears-entry-dialog.h: the dialog of all small acts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-entry.h"

G_BEGIN_DECLS

/* A form made from the table of an entry; see arrears-entry.h for what a table says. Says while
 * typing what the act would do, and what is wrong; closes when the act is recorded, and the desk
 * tells of the change. An act that is refused for a hard finding may be recorded with a reason.
 *
 * Actions:
 *   form.set (ss): the field of a name holds a text (of a choice its word), as if it were typed
 *   form.save
 * Properties:
 *   "is-ready" (boolean, read-only): what the ledger knows has been filled in
 */
#define ARREARS_TYPE_ENTRY_DIALOG (arrears_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsEntryDialog, arrears_entry_dialog, ARREARS, ENTRY_DIALOG, AdwWindow)

/* `entry` must live as long as the program. `values` say what it is about; they are taken. */
GtkWidget *arrears_entry_dialog_new (ArrearsDesk *desk, const ArrearsEntry *entry,
                                     ArrearsEntryValues *values);

/* The same over the window that `widget` is in, shown. */
GtkWidget *arrears_entry_dialog_present (GtkWidget *widget, ArrearsDesk *desk,
                                         const ArrearsEntry *entry, ArrearsEntryValues *values);

G_END_DECLS

/* arrears-voucher-files.h: files that go into the ledger and come out of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Lets the user choose files that are here. The chooser belongs to the caller, who drops it when
 * ::response came. (transfer full)
 */
GtkFileChooserNative *arrears_voucher_files_choose (GtkWidget *widget);

/* Lets the user choose where a voucher of this name is saved. (transfer full) */
GtkFileChooserNative *arrears_voucher_files_choose_place (GtkWidget *widget, const char *name);

/* The paths that were chosen, one a line; NULL where none was. (transfer full) */
char *arrears_voucher_files_take_paths (GtkFileChooserNative *chooser, int response);

/* Those of a GdkFileList, one a line; NULL where there are none. (transfer full) */
char *arrears_voucher_files_list_paths (GSList *files);

/* Writes a voucher to `path` in a worker, over what stands there, and says so over `widget` where
 * that fails.
 */
void arrears_voucher_files_save (GtkWidget *widget, ArrearsDesk *desk, gint64 id, const char *path);

/* Opens a copy with the program that the user has for such files. */
void arrears_voucher_files_open (GtkWidget *widget, ArrearsDesk *desk, gint64 id, const char *name);

G_END_DECLS

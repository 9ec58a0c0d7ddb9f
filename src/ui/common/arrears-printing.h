/* arrears-printing.h: PDF files on their way to paper, to a file and to other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include <poppler.h>

G_BEGIN_DECLS

/* Reads a PDF file. ARREARS_ERROR_FORMAT where the bytes are none. (transfer full) */
PopplerDocument *arrears_printing_load (GBytes *bytes, GError **error);

/* Prints the pages as they are, at the size of their paper. `name` is what the print queue shows.
 * Run it with GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG. (transfer full)
 */
GtkPrintOperation *arrears_printing_create_operation (GBytes *bytes, const char *name,
                                                      GError **error);

/* Opens a copy in the program that the user reads PDF files with. The copy stands in the user's
 * cache, so that no other program can change the document in the ledger.
 */
gboolean arrears_printing_open_elsewhere (GtkWindow *parent, GBytes *bytes, const char *file_name,
                                          GError **error);

/* A name for a file made from texts such as a number and a firm: without what file systems refuse.
 */
char *arrears_printing_make_file_name (const char *number, const char *name);

G_END_DECLS

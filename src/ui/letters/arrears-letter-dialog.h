/* arrears-letter-dialog.h: issues a formal letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* What would be claimed and how it is signed on one side, the letter itself on the other. Once
 * issued, the document's own window takes its place.
 */
#define ARREARS_TYPE_LETTER_DIALOG (arrears_letter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsLetterDialog, arrears_letter_dialog, ARREARS, LETTER_DIALOG, AdwWindow)

GtkWidget *arrears_letter_dialog_new (ArrearsDesk *desk, gint64 customer_id);

G_END_DECLS

/* arrears-verification.h: tells whether signatures and the ledger hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Checks the signatures of a PDF file in a worker, and shows what they say. */
void arrears_verification_start (GtkWindow *parent, const char *path);

/* Shows the faults that were found in a ledger, and what to do next. */
void arrears_verification_show_faults (GtkWindow *parent, GStrv faults);

G_END_DECLS

/* arrears-message.h: tells the user what went wrong and what to do next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A message over the window that `widget` is in: `heading` says what could not be done, below it
 * stands the sentence for the error, and the technical text behind an expander. An error that only
 * says that the user stopped the work is passed over.
 */
void arrears_message_show_error (GtkWidget *widget, const char *heading, const GError *error);

/* Likewise with a `sentence` that fits the place better than the one for the error. */
void arrears_message_show (GtkWidget *widget, const char *heading, const char *sentence,
                           const char *technical);

/* Whether the error says no more than that the work was stopped. */
gboolean arrears_message_is_cancelled (const GError *error);

G_END_DECLS

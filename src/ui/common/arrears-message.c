/* arrears-message.c: tells the user what went wrong and what to do next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-message.h"

#include "arrears-error.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
create_details (const char *technical)
{
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_("Technical _Details"));
  GtkWidget *label = gtk_label_new (technical);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_set_margin_top (label, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  return expander;
}

gboolean
arrears_message_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_CANCELLED);
}

void
arrears_message_show (GtkWidget *widget, const char *heading, const char *sentence,
                      const char *technical)
{
  GtkRoot *root;
  GtkWidget *message;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  message = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                    sentence);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (message), create_details (technical));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (message), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (message), "close");
  gtk_window_present (GTK_WINDOW (message));

  /* The button is there from now on; the first widget would be the expander. */
  gtk_window_set_focus (GTK_WINDOW (message),
                        gtk_window_get_default_widget (GTK_WINDOW (message)));
}

void
arrears_message_show_error (GtkWidget *widget, const char *heading, const GError *error)
{
  g_return_if_fail (error != NULL);

  if (!arrears_message_is_cancelled (error))
    arrears_message_show (widget, heading, arrears_words_get_for_error (error), error->message);
}

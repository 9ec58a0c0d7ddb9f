/* arrears-verification.c: tells whether signatures and the ledger hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-verification.h"

#include "arrears-job.h"
#include "arrears-message.h"
#include "arrears-signing.h"

#include <glib/gi18n-lib.h>

/* Scrolls, for a damaged ledger has many faults. */
static GtkWidget *
create_details (const char *details)
{
  GtkWidget *label = gtk_label_new (details);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  return scroller;
}

static void
show (GtkWindow *parent, const char *heading, const char *body, const char *details)
{
  GtkWidget *message = adw_message_dialog_new (parent, heading, body);

  if (details != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (message), create_details (details));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (message), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (message), "close");
  gtk_window_present (GTK_WINDOW (message));
}

static char *
format_time (gint64 at)
{
  g_autoptr (GDateTime) time = at != 0 ? g_date_time_new_from_unix_local (at) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup (_("unknown time"));
}

static void
describe_verdict (GString *details, const ArrearsSigningVerdict *verdict)
{
  g_autofree char *time = format_time (verdict->signed_at);

  if (details->len > 0)
    g_string_append (details, "\n\n");
  /* Translators: the name of who signed, and when. */
  g_string_append_printf (details, _("%s, %s"), verdict->signer, time);
  g_string_append_c (details, '\n');
  if (!verdict->is_intact)
    g_string_append (details, _("What was signed has been changed."));
  else if (!verdict->covers_whole_file)
    g_string_append (details, _("Intact, but something was added to the file later."));
  else
    g_string_append (details, _("Intact, and nothing was added later."));
  /* Translators: the fingerprint of a certificate, in hexadecimal. */
  g_string_append_printf (details, _("\nFingerprint: %s"), verdict->fingerprint);
}

static void
show_verdicts (GtkWindow *parent, GPtrArray *verdicts)
{
  g_autoptr (GString) details = g_string_new (NULL);

  if (verdicts->len == 0)
    {
      show (parent, _("Not Signed"), _("The file has no signature."), NULL);
      return;
    }

  for (guint i = 0; i < verdicts->len; i++)
    describe_verdict (details, g_ptr_array_index (verdicts, i));
  if (arrears_signing_is_sound (verdicts))
    show (parent, _("The Signature Holds"), _("The file is as it was signed."), details->str);
  else
    show (parent, _("The Signature Does Not Hold"),
          _("Do not rely on this file: ask whoever gave it to you for the original."),
          details->str);
}

static gpointer
verify_file (ArrearsDesk *no_desk, gpointer input, GError **error)
{
  return arrears_signing_verify (input, error);
}

static void
on_file_verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts = arrears_job_finish (result, &error);

  if (verdicts != NULL)
    show_verdicts (GTK_WINDOW (object), verdicts);
  else
    arrears_message_show_error (GTK_WIDGET (object), _("The Signatures Could Not Be Checked"),
                                error);
}

void
arrears_verification_start (GtkWindow *parent, const char *path)
{
  ArrearsJob job = { verify_file, g_strdup (path), g_free, (GDestroyNotify) g_ptr_array_unref };

  arrears_job_start (&job, NULL, parent, NULL, on_file_verified_cb, NULL);
}

void
arrears_verification_show_faults (GtkWindow *parent, GStrv faults)
{
  g_autofree char *details = g_strjoinv ("\n", faults);

  show (parent, _("The Ledger Is Damaged or Altered"),
        _("Keep this file as it is and continue with your last backup. What was found:"), details);
}

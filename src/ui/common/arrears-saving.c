/* arrears-saving.c: a dialog that saves and closes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-saving.h"

#include "arrears-job.h"
#include "arrears-message.h"

typedef struct
{
  ArrearsSavingWork work;
  gpointer input;
  GDestroyNotify free_input;
} Request;

typedef struct
{
  ArrearsDesk *desk;
  char *heading;                /* of the message about an error */
  ArrearsSavingRefused refused; /* in its place, or NULL */
  GtkWidget *focus; /* NULL where nothing had it */
  gulong close_handler;
} Saving;

static void
free_request (gpointer data)
{
  Request *request = data;

  request->free_input (request->input);
  g_free (request);
}

static void
free_saving (Saving *saving)
{
  g_clear_object (&saving->desk);
  g_clear_object (&saving->focus);
  g_free (saving->heading);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, free_saving)

/* There is nothing to hand back but that it was done. */
static gpointer
save (ArrearsDesk *desk, gpointer input, GError **error)
{
  const Request *request = input;

  return GINT_TO_POINTER (request->work (desk, request->input, error));
}

static gboolean
on_close_requested_cb (void)
{
  return TRUE;
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AdwWindow *dialog = ADW_WINDOW (source);
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = arrears_job_finish (result, &error) != NULL;

  if (is_saved)
    arrears_desk_notify_changed (saving->desk);
  if (adw_window_get_content (dialog) == NULL)
    return;

  g_clear_signal_handler (&saving->close_handler, dialog);
  if (is_saved)
    {
      gtk_window_close (GTK_WINDOW (dialog));
      return;
    }

  gtk_widget_set_sensitive (adw_window_get_content (dialog), TRUE);
  if (saving->focus != NULL)
    gtk_widget_grab_focus (saving->focus);
  if (saving->refused != NULL)
    saving->refused (dialog, error);
  else
    arrears_message_show_error (GTK_WIDGET (dialog), saving->heading, error);
}

/* `saving` is taken, with nothing in it but what is done with an error. */
static void
start (AdwWindow *dialog, ArrearsDesk *desk, Request *request, Saving *saving)
{
  const ArrearsJob job = { save, request, free_request, NULL, .is_act = TRUE };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  saving->desk = g_object_ref (desk);
  saving->focus = focus != NULL ? g_object_ref (focus) : NULL;
  saving->close_handler
      = g_signal_connect (dialog, "close-request", G_CALLBACK (on_close_requested_cb), NULL);
  gtk_widget_set_sensitive (adw_window_get_content (dialog), FALSE);
  arrears_job_start (&job, desk, dialog, NULL, on_saved_cb, saving);
}

static Request *
create_request (ArrearsSavingWork work, gpointer input, GDestroyNotify free_input)
{
  Request *request = g_new0 (Request, 1);

  *request = (Request) { work, input, free_input };
  return request;
}

void
arrears_saving_start (AdwWindow *dialog, ArrearsDesk *desk, ArrearsSavingWork work,
                      gpointer input, GDestroyNotify free_input, const char *heading)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->heading = g_strdup (heading);
  start (dialog, desk, create_request (work, input, free_input), saving);
}

void
arrears_saving_try (AdwWindow *dialog, ArrearsDesk *desk, ArrearsSavingWork work, gpointer input,
                    GDestroyNotify free_input, ArrearsSavingRefused refused)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->refused = refused;
  start (dialog, desk, create_request (work, input, free_input), saving);
}

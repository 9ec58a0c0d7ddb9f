/* arrears-saving.c: a dialog that saves and closes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-saving.h"

#include "arrears-job.h"
#include "arrears-message.h"

typedef struct
{
  ArrearsSaving saving;
  ArrearsDesk *desk;
  char *heading;    /* of the message about an error, where the dialog shows none itself */
  GtkWidget *focus; /* NULL where nothing had it */
  gulong close_handler;
} Running;

/* The task that the work is done in owns its input. */
static ArrearsSaving *
copy_saving (const ArrearsSaving *saving)
{
  return g_memdup2 (saving, sizeof *saving);
}

static void
free_saving (gpointer data)
{
  ArrearsSaving *saving = data;

  saving->free_input (saving->input);
  g_free (saving);
}

static void
free_running (Running *running)
{
  g_clear_object (&running->desk);
  g_clear_object (&running->focus);
  g_free (running->heading);
  g_free (running);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, free_running)

/* There is nothing to hand back but that it was done. */
static gpointer
save (ArrearsDesk *desk, gpointer input, GError **error)
{
  const ArrearsSaving *saving = input;

  return GINT_TO_POINTER (saving->work (desk, saving->input, error));
}

static gboolean
on_close_requested_cb (void)
{
  return TRUE;
}

static void
close_dialog (AdwWindow *dialog, const Running *running)
{
  if (running->saving.saved != NULL)
    running->saving.saved (dialog, running->saving.input);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
reopen_dialog (AdwWindow *dialog, const Running *running, const GError *error)
{
  gtk_widget_set_sensitive (adw_window_get_content (dialog), TRUE);
  if (running->focus != NULL)
    gtk_widget_grab_focus (running->focus);
  if (running->saving.refused != NULL)
    running->saving.refused (dialog, error);
  else
    arrears_message_show_error (GTK_WIDGET (dialog), running->heading, error);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AdwWindow *dialog = ADW_WINDOW (source);
  g_autoptr (Running) running = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = arrears_job_finish (result, &error) != NULL;

  if (is_saved)
    arrears_desk_notify_changed (running->desk);
  if (adw_window_get_content (dialog) == NULL)
    return;

  g_clear_signal_handler (&running->close_handler, dialog);
  if (is_saved)
    close_dialog (dialog, running);
  else
    reopen_dialog (dialog, running, error);
}

/* `heading` is taken. */
static void
start (AdwWindow *dialog, ArrearsDesk *desk, const ArrearsSaving *saving, char *heading)
{
  const ArrearsJob job = { save, copy_saving (saving), free_saving, NULL, .is_act = TRUE };
  Running *running = g_new0 (Running, 1);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  running->saving = *saving;
  running->desk = g_object_ref (desk);
  running->heading = heading;
  running->focus = focus != NULL ? g_object_ref (focus) : NULL;
  running->close_handler
      = g_signal_connect (dialog, "close-request", G_CALLBACK (on_close_requested_cb), NULL);
  gtk_widget_set_sensitive (adw_window_get_content (dialog), FALSE);
  arrears_job_start (&job, desk, dialog, NULL, on_saved_cb, running);
}

void
arrears_saving_start (AdwWindow *dialog, ArrearsDesk *desk, ArrearsSavingWork work, gpointer input,
                      GDestroyNotify free_input, const char *heading)
{
  const ArrearsSaving saving = { .work = work, .input = input, .free_input = free_input };

  start (dialog, desk, &saving, g_strdup (heading));
}

void
arrears_saving_try (AdwWindow *dialog, ArrearsDesk *desk, const ArrearsSaving *saving)
{
  start (dialog, desk, saving, NULL);
}

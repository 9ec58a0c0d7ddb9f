/* arrears-voucher-files.c: files that go into the ledger and come out of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-voucher-files.h"

#include "arrears-job.h"
#include "arrears-letter.h"
#include "arrears-message.h"
#include "arrears-vouchers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 id;
  char *path; /* NULL: in a folder of its own, by this name: */
  char *name;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->name);
  g_free (request);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

GtkFileChooserNative *
arrears_voucher_files_choose (GtkWidget *widget)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _("Add Vouchers"), get_window (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  return chooser;
}

GtkFileChooserNative *
arrears_voucher_files_choose_place (GtkWidget *widget, const char *name)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _("Save Voucher"), get_window (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  return chooser;
}

static void
append_path (GString *paths, GFile *file)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL)
    g_string_append_printf (paths, "%s%s", paths->len > 0 ? "\n" : "", path);
}

static char *
end_paths (GString *paths)
{
  gboolean is_empty = paths->len == 0;
  char *text = g_string_free (paths, is_empty);

  return is_empty ? NULL : text;
}

char *
arrears_voucher_files_take_paths (GtkFileChooserNative *chooser, int response)
{
  g_autoptr (GListModel) files = NULL;
  GString *paths = g_string_new (NULL);

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      append_path (paths, file);
    }
  return end_paths (paths);
}

char *
arrears_voucher_files_list_paths (GSList *files)
{
  GString *paths = g_string_new (NULL);

  for (; files != NULL; files = files->next)
    append_path (paths, files->data);
  return end_paths (paths);
}

/* Returns where it is. */
static gpointer
save_voucher (ArrearsDesk *desk, gpointer input, GError **error)
{
  Request *request = input;
  g_autoptr (GBytes) bytes = arrears_vouchers_load_bytes (desk, request->id, error);

  if (bytes == NULL)
    return NULL;
  if (request->path == NULL)
    {
      g_autofree char *folder = g_dir_make_tmp ("arrears-XXXXXX", error);
      g_autofree char *name = g_path_get_basename (request->name);

      if (folder == NULL)
        return NULL;
      request->path = g_build_filename (folder, name, NULL);
    }
  if (!arrears_letter_save_file (bytes, request->path, error))
    return NULL;
  return g_filename_to_uri (request->path, NULL, error);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean is_to_open = GPOINTER_TO_INT (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = arrears_job_finish (result, &error);

  if (uri == NULL)
    {
      if (gtk_widget_get_root (GTK_WIDGET (source)) != NULL)
        arrears_message_show_error (GTK_WIDGET (source), _("The Voucher Cannot Be Read"), error);
      return;
    }
  if (is_to_open)
    gtk_show_uri (get_window (GTK_WIDGET (source)), uri, GDK_CURRENT_TIME);
}

void
arrears_voucher_files_save (GtkWidget *widget, ArrearsDesk *desk, gint64 id, const char *path)
{
  Request *request = g_new0 (Request, 1);
  const ArrearsJob job = { save_voucher, request, free_request, g_free, .is_act = TRUE };

  g_return_if_fail (path != NULL);

  request->id = id;
  request->path = g_strdup (path);
  arrears_job_start (&job, desk, widget, NULL, on_saved_cb, GINT_TO_POINTER (FALSE));
}

void
arrears_voucher_files_open (GtkWidget *widget, ArrearsDesk *desk, gint64 id, const char *name)
{
  Request *request = g_new0 (Request, 1);
  const ArrearsJob job = { save_voucher, request, free_request, g_free };

  g_return_if_fail (name != NULL);

  request->id = id;
  request->name = g_strdup (name);
  arrears_job_start (&job, desk, widget, NULL, on_saved_cb, GINT_TO_POINTER (TRUE));
}

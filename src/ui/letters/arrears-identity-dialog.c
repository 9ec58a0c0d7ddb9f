/* arrears-identity-dialog.c: makes a signing identity of the user's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-identity-dialog.h"

#include "arrears-job.h"
#include "arrears-message.h"
#include "arrears-signing.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

struct _ArrearsIdentityDialog
{
  AdwWindow parent_instance;

  GtkEditable *name;
  GtkEditable *password;
  GtkEditable *repeated;
  GtkWidget *page;

  ArrearsDesk *desk;
  char *path;
};

G_DEFINE_FINAL_TYPE (ArrearsIdentityDialog, arrears_identity_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *path;
  char *name;
  char *password;
  ArrearsInstant now;
} NewIdentity;

static void
free_new_identity (gpointer data)
{
  NewIdentity *identity = data;

  g_free (identity->path);
  g_free (identity->name);
  g_free (identity->password);
  g_free (identity);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  code = errno;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
               "cannot make the folder %s: %s", folder, g_strerror (code));
  return FALSE;
}

/* Making a key takes about a second. */
static gpointer
create_identity (ArrearsDesk *desk, gpointer input, GError **error)
{
  NewIdentity *identity = input;

  if (!make_folder (identity->path, error)
      || !arrears_signing_create_identity (identity->path, identity->name, identity->password,
                                           identity->now, error))
    return NULL;
  return g_strdup (identity->path);
}

static void
on_identity_created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsIdentityDialog *self = ARREARS_IDENTITY_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = arrears_job_finish (result, &error);

  if (self->desk == NULL)
    return;

  gtk_widget_set_sensitive (self->page, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", TRUE);
  if (path == NULL)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The Identity Was Not Made"), error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
create (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsIdentityDialog *self = ARREARS_IDENTITY_DIALOG (widget);
  NewIdentity *identity = g_new0 (NewIdentity, 1);
  const ArrearsJob job = { create_identity, identity, free_new_identity, g_free };

  identity->path = g_strdup (self->path);
  identity->name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  identity->password = g_strdup (gtk_editable_get_text (self->password));
  identity->now = arrears_desk_get_now (self->desk);

  gtk_widget_set_sensitive (self->page, FALSE);
  gtk_widget_action_set_enabled (widget, "form.save", FALSE);
  arrears_job_start (&job, NULL, self, NULL, on_identity_created_cb, NULL);
}

static void
on_entry_changed_cb (ArrearsIdentityDialog *self)
{
  const char *password = gtk_editable_get_text (self->password);
  const char *repeated = gtk_editable_get_text (self->repeated);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  gboolean is_same = g_str_equal (password, repeated);

  if (is_same || *repeated == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->repeated), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->repeated), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save",
                                 *name != '\0' && *password != '\0' && is_same);
}

static void
arrears_identity_dialog_dispose (GObject *object)
{
  ArrearsIdentityDialog *self = ARREARS_IDENTITY_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_IDENTITY_DIALOG);

  G_OBJECT_CLASS (arrears_identity_dialog_parent_class)->dispose (object);
}

static void
arrears_identity_dialog_class_init (ArrearsIdentityDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_identity_dialog_dispose;

  signals[SIGNAL_CREATED]
      = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/letters/arrears-identity-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsIdentityDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ArrearsIdentityDialog, password);
  gtk_widget_class_bind_template_child (widget_class, ArrearsIdentityDialog, repeated);
  gtk_widget_class_bind_template_child (widget_class, ArrearsIdentityDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, create);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_identity_dialog_init (ArrearsIdentityDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_entry_changed_cb (self);
}

GtkWidget *
arrears_identity_dialog_new (ArrearsDesk *desk, const char *path)
{
  ArrearsIdentityDialog *self;
  g_autoptr (ArrearsCompany) company = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (ARREARS_TYPE_IDENTITY_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->path = g_strdup (path);
  company = arrears_desk_load_company (desk, NULL);
  if (company != NULL)
    gtk_editable_set_text (self->name, company->name);
  gtk_widget_grab_focus (GTK_WIDGET (*gtk_editable_get_text (self->name) != '\0' ? self->password
                                                                                  : self->name));
  return GTK_WIDGET (self);
}

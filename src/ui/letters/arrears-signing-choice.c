/* arrears-signing-choice.c: how a letter is signed and sealed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-signing-choice.h"

#include "arrears-identity-dialog.h"

#include <glib/gi18n-lib.h>

struct _ArrearsSigningChoice
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *signature;
  AdwActionRow *identity;
  GtkWidget *make_identity;
  GtkEditable *password;
  AdwActionRow *seal;
  GtkWidget *remove_seal;

  ArrearsDesk *desk;
  char *identity_path; /* also while the letter is not to be signed */
  char *seal_path;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (ArrearsSigningChoice, arrears_signing_choice, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_SEAL_PATH,
  PROP_IS_COMPLETE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The items of the list. */
enum
{
  SIGNATURE_NONE,
  SIGNATURE_IDENTITY,
};

/* Where the desk remembers what was chosen. */
static const char *const seal_key = "arrears-seal-path";
static const char *const identity_key = "arrears-identity-path";

static char *
find_own_identity (void)
{
  return g_build_filename (g_get_user_data_dir (), "arrears", "signing.p12", NULL);
}

static gboolean
is_signing (ArrearsSigningChoice *self)
{
  return adw_combo_row_get_selected (self->signature) == SIGNATURE_IDENTITY;
}

static gboolean
is_complete (ArrearsSigningChoice *self)
{
  return !is_signing (self)
         || (self->identity_path != NULL && *gtk_editable_get_text (self->password) != '\0');
}

static void
show_file (AdwActionRow *row, const char *path, const char *none)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  adw_action_row_set_subtitle (row, name != NULL ? name : none);
}

static void
update (ArrearsSigningChoice *self)
{
  gboolean has_identity = self->identity_path != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->identity), is_signing (self));
  gtk_widget_set_visible (GTK_WIDGET (self->password), is_signing (self) && has_identity);
  gtk_widget_set_visible (self->make_identity, !has_identity);
  gtk_widget_set_visible (self->remove_seal, self->seal_path != NULL);
  show_file (self->identity, self->identity_path, _("None yet: make one or choose a file"));
  show_file (self->seal, self->seal_path, _("None; the place for the stamp stays free"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static void
on_password_changed_cb (ArrearsSigningChoice *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->password), "error");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static void
on_password_activated_cb (ArrearsSigningChoice *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "letter.issue", NULL);
}

static void
on_identity_created_cb (ArrearsSigningChoice *self, const char *path)
{
  arrears_signing_choice_set_identity_path (self, path);
  gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
make_identity (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsSigningChoice *self = ARREARS_SIGNING_CHOICE (widget);
  g_autofree char *path = find_own_identity ();
  GtkWidget *dialog = arrears_identity_dialog_new (self->desk, path);

  g_signal_connect_object (dialog, "created", G_CALLBACK (on_identity_created_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* (transfer full) NULL where the user changed their mind */
static char *
take_chosen_path (ArrearsSigningChoice *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
on_identity_chosen_cb (ArrearsSigningChoice *self, int response)
{
  g_autofree char *path = take_chosen_path (self, response);

  if (path != NULL)
    arrears_signing_choice_set_identity_path (self, path);
}

static void
on_seal_chosen_cb (ArrearsSigningChoice *self, int response)
{
  g_autofree char *path = take_chosen_path (self, response);

  if (path != NULL)
    arrears_signing_choice_set_seal_path (self, path);
}

static void
choose_file (ArrearsSigningChoice *self, const char *title, GtkFileFilter *filter,
             GCallback chosen)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
      title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_OPEN,
      NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", chosen, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
choose_identity (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Signing Identities (p12, pfx)"));
  gtk_file_filter_add_suffix (filter, "p12");
  gtk_file_filter_add_suffix (filter, "pfx");
  choose_file (ARREARS_SIGNING_CHOICE (widget), _("Choose a Signing Identity"), filter,
               G_CALLBACK (on_identity_chosen_cb));
}

static void
choose_seal (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures (PNG, JPEG)"));
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_filter_add_suffix (filter, "jpg");
  gtk_file_filter_add_suffix (filter, "jpeg");
  choose_file (ARREARS_SIGNING_CHOICE (widget), _("Choose a Picture of the Seal"), filter,
               G_CALLBACK (on_seal_chosen_cb));
}

static void
remove_seal (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  arrears_signing_choice_set_seal_path (ARREARS_SIGNING_CHOICE (widget), NULL);
}

static void
arrears_signing_choice_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  ArrearsSigningChoice *self = ARREARS_SIGNING_CHOICE (object);

  switch (prop_id)
    {
    case PROP_SEAL_PATH:
      g_value_set_string (value, self->seal_path);
      break;
    case PROP_IS_COMPLETE:
      g_value_set_boolean (value, is_complete (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_signing_choice_dispose (GObject *object)
{
  ArrearsSigningChoice *self = ARREARS_SIGNING_CHOICE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->identity_path, g_free);
  g_clear_pointer (&self->seal_path, g_free);

  G_OBJECT_CLASS (arrears_signing_choice_parent_class)->dispose (object);
}

static void
arrears_signing_choice_class_init (ArrearsSigningChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = arrears_signing_choice_get_property;
  object_class->dispose = arrears_signing_choice_dispose;

  properties[PROP_SEAL_PATH] = g_param_spec_string ("seal-path", NULL, NULL, NULL, flags);
  properties[PROP_IS_COMPLETE] = g_param_spec_boolean ("is-complete", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/letters/arrears-signing-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsSigningChoice, signature);
  gtk_widget_class_bind_template_child (widget_class, ArrearsSigningChoice, identity);
  gtk_widget_class_bind_template_child (widget_class, ArrearsSigningChoice, make_identity);
  gtk_widget_class_bind_template_child (widget_class, ArrearsSigningChoice, password);
  gtk_widget_class_bind_template_child (widget_class, ArrearsSigningChoice, seal);
  gtk_widget_class_bind_template_child (widget_class, ArrearsSigningChoice, remove_seal);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_password_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_password_activated_cb);

  gtk_widget_class_install_action (widget_class, "signing.make-identity", NULL, make_identity);
  gtk_widget_class_install_action (widget_class, "signing.choose-identity", NULL,
                                   choose_identity);
  gtk_widget_class_install_action (widget_class, "signing.choose-seal", NULL, choose_seal);
  gtk_widget_class_install_action (widget_class, "signing.remove-seal", NULL, remove_seal);
}

static void
arrears_signing_choice_init (ArrearsSigningChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

static void
remember (ArrearsSigningChoice *self, const char *key, const char *path)
{
  if (self->desk != NULL)
    g_object_set_data_full (G_OBJECT (self->desk), key, g_strdup (path), g_free);
}

void
arrears_signing_choice_set_desk (ArrearsSigningChoice *self, ArrearsDesk *desk)
{
  g_autofree char *own = find_own_identity ();
  const char *identity;

  g_return_if_fail (ARREARS_IS_SIGNING_CHOICE (self));
  g_return_if_fail (ARREARS_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  identity = g_object_get_data (G_OBJECT (desk), identity_key);
  if (identity == NULL && g_file_test (own, G_FILE_TEST_IS_REGULAR))
    identity = own;
  if (identity != NULL)
    arrears_signing_choice_set_identity_path (self, identity);
  arrears_signing_choice_set_seal_path (self, g_object_get_data (G_OBJECT (desk), seal_key));
}

const char *
arrears_signing_choice_get_identity_path (ArrearsSigningChoice *self)
{
  g_return_val_if_fail (ARREARS_IS_SIGNING_CHOICE (self), NULL);

  return is_signing (self) ? self->identity_path : NULL;
}

void
arrears_signing_choice_set_identity_path (ArrearsSigningChoice *self, const char *path)
{
  g_autofree char *copy = g_strdup (path);

  g_return_if_fail (ARREARS_IS_SIGNING_CHOICE (self));

  g_free (self->identity_path);
  self->identity_path = g_steal_pointer (&copy);
  remember (self, identity_key, self->identity_path);
  gtk_editable_set_text (self->password, "");
  adw_combo_row_set_selected (self->signature,
                              self->identity_path != NULL ? SIGNATURE_IDENTITY : SIGNATURE_NONE);
  update (self);
}

const char *
arrears_signing_choice_get_password (ArrearsSigningChoice *self)
{
  g_return_val_if_fail (ARREARS_IS_SIGNING_CHOICE (self), "");

  return gtk_editable_get_text (self->password);
}

void
arrears_signing_choice_refuse_password (ArrearsSigningChoice *self)
{
  g_return_if_fail (ARREARS_IS_SIGNING_CHOICE (self));

  gtk_widget_add_css_class (GTK_WIDGET (self->password), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->password));
  gtk_editable_select_region (self->password, 0, -1);
}

const char *
arrears_signing_choice_get_seal_path (ArrearsSigningChoice *self)
{
  g_return_val_if_fail (ARREARS_IS_SIGNING_CHOICE (self), NULL);

  return self->seal_path;
}

void
arrears_signing_choice_set_seal_path (ArrearsSigningChoice *self, const char *path)
{
  g_autofree char *copy = g_strdup (path);

  g_return_if_fail (ARREARS_IS_SIGNING_CHOICE (self));

  if (g_strcmp0 (self->seal_path, path) == 0)
    return;

  g_free (self->seal_path);
  self->seal_path = g_steal_pointer (&copy);
  remember (self, seal_key, self->seal_path);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEAL_PATH]);
}

/* arrears-company-dialog.c: the particulars of the user's own firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-company-dialog.h"

#include "arrears-company-form.h"
#include "arrears-form.h"
#include "arrears-message.h"
#include "arrears-saving.h"

#include <glib/gi18n-lib.h>

struct _ArrearsCompanyDialog
{
  AdwWindow parent_instance;

  GtkLabel *hint;

  ArrearsDesk *desk;
  ArrearsCompanyForm form;
};

G_DEFINE_FINAL_TYPE (ArrearsCompanyDialog, arrears_company_dialog, ADW_TYPE_WINDOW)

static void
check_form (ArrearsCompanyDialog *self)
{
  g_autoptr (GArray) issues = arrears_company_form_check (&self->form);

  arrears_form_show_issues (GTK_WIDGET (self), arrears_company_form_fields, issues, self->hint);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save",
                                 !arrears_form_has_faults (issues)
                                     && arrears_form_is_changed (self->form.orig,
                                                                 self->form.curr));
}

static void
on_entry_changed_cb (ArrearsCompanyDialog *self, GtkEditable *entry)
{
  if (self->form.curr == NULL)
    return;

  arrears_form_set_text (self->form.curr, gtk_buildable_get_buildable_id (GTK_BUILDABLE (entry)),
                         gtk_editable_get_text (entry));
  check_form (self);
}

static gboolean
save_company (ArrearsDesk *desk, gpointer input, GError **error)
{
  return arrears_desk_save_company (desk, input, error);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsCompanyDialog *self = ARREARS_COMPANY_DIALOG (widget);

  arrears_saving_start (ADW_WINDOW (self), self->desk, save_company,
                        arrears_record_copy (self->form.curr), g_object_unref,
                        _("The Particulars Were Not Saved"));
}

static void
show_company (ArrearsCompanyDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsCompany) company = arrears_desk_load_company (self->desk, &error);
  ArrearsCompanyForm form;

  if (company == NULL)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The Particulars Could Not Be Read"), error);
      return;
    }

  arrears_company_form_init (&form, company);
  for (gsize i = 0; arrears_company_form_fields[i] != NULL; i++)
    {
      const char *field = arrears_company_form_fields[i];
      GObject *row
          = gtk_widget_get_template_child (GTK_WIDGET (self), ARREARS_TYPE_COMPANY_DIALOG, field);

      gtk_editable_set_text (GTK_EDITABLE (row), arrears_form_get_text (form.curr, field));
    }
  self->form = form;
  check_form (self);
  arrears_form_start (GTK_WIDGET (self), arrears_company_form_fields);
}

static void
arrears_company_dialog_dispose (GObject *object)
{
  ArrearsCompanyDialog *self = ARREARS_COMPANY_DIALOG (object);

  arrears_company_form_clear (&self->form);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_COMPANY_DIALOG);

  G_OBJECT_CLASS (arrears_company_dialog_parent_class)->dispose (object);
}

static void
arrears_company_dialog_class_init (ArrearsCompanyDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_company_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/settings/arrears-company-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsCompanyDialog, hint);
  for (gsize i = 0; arrears_company_form_fields[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, arrears_company_form_fields[i],
                                               FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_company_dialog_init (ArrearsCompanyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
arrears_company_dialog_new (ArrearsDesk *desk)
{
  ArrearsCompanyDialog *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  self = g_object_new (ARREARS_TYPE_COMPANY_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  show_company (self);
  return GTK_WIDGET (self);
}

/* arrears-customer-dialog.c: the particulars of a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-customer-dialog.h"

#include "arrears-account-page.h"
#include "arrears-customer-form.h"
#include "arrears-form.h"
#include "arrears-order-row.h"
#include "arrears-saving.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

struct _ArrearsCustomerDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwComboRow *grade;
  AdwComboRow *payment_order;
  GtkLabel *hint;

  ArrearsDesk *desk;
  ArrearsCustomerForm form;
};

G_DEFINE_FINAL_TYPE (ArrearsCustomerDialog, arrears_customer_dialog, ADW_TYPE_WINDOW)

/* As they stand in the list, best first. */
static const ArrearsGrade grades[] = { ARREARS_GRADE_A, ARREARS_GRADE_B, ARREARS_GRADE_C };

static void
check_form (ArrearsCustomerDialog *self)
{
  g_autoptr (GArray) issues = arrears_customer_form_check (&self->form);

  arrears_form_show_issues (GTK_WIDGET (self), arrears_customer_form_fields, issues, self->hint);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save",
                                 !arrears_form_has_faults (issues)
                                     && arrears_customer_form_is_changed (&self->form));
}

static void
on_entry_changed_cb (ArrearsCustomerDialog *self, GtkEditable *entry)
{
  if (self->form.curr == NULL)
    return;

  arrears_customer_form_set_text (&self->form,
                                  gtk_buildable_get_buildable_id (GTK_BUILDABLE (entry)),
                                  gtk_editable_get_text (entry));
  check_form (self);
}

static void
on_grade_selected_cb (ArrearsCustomerDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->grade);

  if (self->form.curr == NULL || selected >= G_N_ELEMENTS (grades))
    return;

  arrears_customer_form_set_grade (&self->form, grades[selected]);
  check_form (self);
}

static void
on_order_selected_cb (ArrearsCustomerDialog *self)
{
  if (self->form.curr == NULL)
    return;

  arrears_customer_form_set_text (&self->form, "payment_order",
                                  arrears_order_row_get_word (self->payment_order));
  check_form (self);
}

static gboolean
save_customer (ArrearsDesk *desk, gpointer input, GError **error)
{
  return arrears_account_save_customer (desk, input, error);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsCustomerDialog *self = ARREARS_CUSTOMER_DIALOG (widget);

  arrears_saving_start (ADW_WINDOW (self), self->desk, save_customer,
                        arrears_record_copy (self->form.curr), g_object_unref,
                        _("The Customer Was Not Saved"));
}

static void
show_grade (ArrearsCustomerDialog *self, ArrearsGrade grade)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      gtk_string_list_append (words, arrears_words_get_for_grade (grades[i]));
      if (grades[i] == grade)
        selected = i;
    }
  adw_combo_row_set_model (self->grade, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->grade, selected);
}

static void
show_customer (ArrearsCustomerDialog *self, ArrearsCustomer *customer)
{
  ArrearsCustomerForm form;

  adw_window_title_set_subtitle (self->title, customer->code);
  arrears_customer_form_init (&form, customer);
  for (gsize i = 0; arrears_customer_form_fields[i] != NULL; i++)
    {
      const char *field = arrears_customer_form_fields[i];
      GObject *row
          = gtk_widget_get_template_child (GTK_WIDGET (self), ARREARS_TYPE_CUSTOMER_DIALOG, field);

      gtk_editable_set_text (GTK_EDITABLE (row), arrears_customer_form_get_text (&form, field));
    }
  show_grade (self, (ArrearsGrade) customer->grade);
  arrears_order_row_fill (self->payment_order, _("As the ledger’s rule"), customer->payment_order);
  self->form = form;
  check_form (self);
  arrears_form_start (GTK_WIDGET (self), arrears_customer_form_fields);
}

static void
arrears_customer_dialog_dispose (GObject *object)
{
  ArrearsCustomerDialog *self = ARREARS_CUSTOMER_DIALOG (object);

  arrears_customer_form_clear (&self->form);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_CUSTOMER_DIALOG);

  G_OBJECT_CLASS (arrears_customer_dialog_parent_class)->dispose (object);
}

static void
arrears_customer_dialog_class_init (ArrearsCustomerDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_customer_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/accounts/arrears-customer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsCustomerDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ArrearsCustomerDialog, grade);
  gtk_widget_class_bind_template_child (widget_class, ArrearsCustomerDialog, payment_order);
  gtk_widget_class_bind_template_child (widget_class, ArrearsCustomerDialog, hint);
  for (gsize i = 0; arrears_customer_form_fields[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, arrears_customer_form_fields[i], FALSE,
                                               0);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_grade_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_order_selected_cb);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_customer_dialog_init (ArrearsCustomerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
arrears_customer_dialog_new (ArrearsDesk *desk, ArrearsCustomer *customer)
{
  ArrearsCustomerDialog *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (ARREARS_IS_CUSTOMER (customer), NULL);

  self = g_object_new (ARREARS_TYPE_CUSTOMER_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  show_customer (self, customer);
  return GTK_WIDGET (self);
}

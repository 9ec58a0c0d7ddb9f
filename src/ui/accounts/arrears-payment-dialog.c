/* arrears-payment-dialog.c: enters money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-payment-dialog.h"

#include "arrears-account-page.h"
#include "arrears-form.h"
#include "arrears-format.h"
#include "arrears-job.h"
#include "arrears-message.h"
#include "arrears-payment-form.h"
#include "arrears-saving.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

struct _ArrearsPaymentDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkDropDown *invoice;
  GtkWidget *outcome;
  GtkListBox *parts;
  GtkLabel *hint;

  ArrearsDesk *desk;
  ArrearsPaymentForm form;
  GCancellable *loading;
  GCancellable *previewing;
  guint preview_source;
};

G_DEFINE_FINAL_TYPE (ArrearsPaymentDialog, arrears_payment_dialog, ADW_TYPE_WINDOW)

enum
{
  PAUSE_IN_TYPING_MS = 150,
  MOST_PARTS_SHOWN = 50,
};

static void
free_form (gpointer data)
{
  arrears_payment_form_clear (data);
  g_free (data);
}

static ArrearsPaymentForm *
copy_form (const ArrearsPaymentForm *form)
{
  ArrearsPaymentForm *copy = g_new0 (ArrearsPaymentForm, 1);

  arrears_payment_form_init (copy, form->customer_id, form->as_of);
  arrears_payment_form_set_text (copy, "amount", form->amount);
  arrears_payment_form_set_text (copy, "on", form->on);
  arrears_payment_form_set_text (copy, "reference", form->reference);
  arrears_payment_form_set_text (copy, "invoice_number", form->invoice_number);
  return copy;
}

static gpointer
preview_payment (ArrearsDesk *desk, gpointer input, GError **error)
{
  ArrearsPayment payment;

  arrears_payment_form_get_payment (input, &payment);
  return arrears_payment_preview (desk, &payment, error);
}

static gpointer
load_page (ArrearsDesk *desk, gpointer input, GError **error)
{
  return arrears_account_page_load (desk, *(gint64 *) input, error);
}

static void
add_part (ArrearsPaymentDialog *self, const char *title, ArrearsMoney amount)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = arrears_format_money (amount);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->parts, row);
}

static void
clear_parts (ArrearsPaymentDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->parts, 0)) != NULL)
    gtk_list_box_remove (self->parts, GTK_WIDGET (row));
}

static void
add_rest (ArrearsPaymentDialog *self, GPtrArray *parts)
{
  guint n_more = parts->len - MOST_PARTS_SHOWN;
  ArrearsMoney sum = ARREARS_MONEY_ZERO;
  g_autofree char *title = NULL;

  for (guint i = MOST_PARTS_SHOWN; i < parts->len; i++)
    {
      const ArrearsPaymentPart *part = g_ptr_array_index (parts, i);

      /* Parts of an amount that fits cannot add up to one that does not. */
      arrears_money_add (sum, part->amount, &sum);
    }
  title = g_strdup_printf (ngettext ("%u more invoice", "%u more invoices", n_more), n_more);
  add_part (self, title, sum);
}

static void
show_outcome (ArrearsPaymentDialog *self, const ArrearsPaymentResult *result)
{
  clear_parts (self);
  for (guint i = 0; i < MIN (result->parts->len, MOST_PARTS_SHOWN); i++)
    {
      const ArrearsPaymentPart *part = g_ptr_array_index (result->parts, i);

      add_part (self, part->invoice_number, part->amount);
    }
  if (result->parts->len > MOST_PARTS_SHOWN)
    add_rest (self, result->parts);
  if (result->unapplied.fen > 0)
    add_part (self, _("Kept for later invoices"), result->unapplied);
  gtk_widget_set_visible (self->outcome, TRUE);
}

static void
on_payment_previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsPaymentDialog *self = ARREARS_PAYMENT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPaymentResult) outcome = arrears_job_finish (result, &error);

  if (outcome != NULL)
    show_outcome (self, outcome);
  else if (!arrears_message_is_cancelled (error))
    {
      gtk_widget_set_visible (self->outcome, FALSE);
      gtk_label_set_text (self->hint, arrears_words_get_for_error (error));
      gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
    }
}

static gboolean
on_typing_paused_cb (gpointer user_data)
{
  ArrearsPaymentDialog *self = user_data;
  const ArrearsJob job = { preview_payment, copy_form (&self->form), free_form,
                           (GDestroyNotify) arrears_payment_result_free };

  self->preview_source = 0;
  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->previewing),
                     on_payment_previewed_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
check_form (ArrearsPaymentDialog *self)
{
  g_autoptr (GArray) issues = arrears_payment_form_check (&self->form);
  gboolean is_sound = !arrears_form_has_faults (issues);

  arrears_form_show_issues (GTK_WIDGET (self), arrears_payment_form_fields, issues, self->hint);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", is_sound);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  if (is_sound)
    self->preview_source = g_timeout_add (PAUSE_IN_TYPING_MS, on_typing_paused_cb, self);
  else
    gtk_widget_set_visible (self->outcome, FALSE);
}

static void
on_entry_changed_cb (ArrearsPaymentDialog *self, GtkEditable *entry)
{
  if (self->form.amount == NULL)
    return;

  arrears_payment_form_set_text (&self->form,
                                 gtk_buildable_get_buildable_id (GTK_BUILDABLE (entry)),
                                 gtk_editable_get_text (entry));
  check_form (self);
}

/* The first item of the list stands for no invoice at all. */
static void
on_invoice_selected_cb (ArrearsPaymentDialog *self)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (self->invoice);
  gboolean has_invoice = gtk_drop_down_get_selected (self->invoice) > 0;

  if (self->form.amount == NULL)
    return;

  arrears_payment_form_set_text (&self->form, "invoice_number",
                                 has_invoice && selected != NULL
                                     ? gtk_string_object_get_string (selected)
                                     : "");
  check_form (self);
}

static void
on_page_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsPaymentDialog *self = ARREARS_PAYMENT_DIALOG (source);
  g_autoptr (GtkStringList) numbers = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAccountPage) page = arrears_job_finish (result, &error);

  if (page == NULL)
    {
      if (self->desk != NULL)
        arrears_message_show_error (GTK_WIDGET (self), _("The Account Cannot Be Shown"), error);
      return;
    }

  adw_window_title_set_subtitle (self->title, page->customer->name);
  numbers = gtk_string_list_new (NULL);
  gtk_string_list_append (numbers, _("Not named: as the law orders"));
  for (guint i = 0; i < page->invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (page->invoices, i);

      gtk_string_list_append (numbers, invoice->number);
    }
  gtk_drop_down_set_model (self->invoice, G_LIST_MODEL (numbers));
}

static gboolean
record_payment (ArrearsDesk *desk, gpointer input, GError **error)
{
  g_autoptr (ArrearsPaymentResult) result = NULL;
  ArrearsPayment payment;

  arrears_payment_form_get_payment (input, &payment);
  result = arrears_payment_record (desk, &payment, error);
  return result != NULL;
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPaymentDialog *self = ARREARS_PAYMENT_DIALOG (widget);

  arrears_saving_start (ADW_WINDOW (self), self->desk, record_payment, copy_form (&self->form),
                        free_form, _("The Payment Was Not Recorded"));
}

static void
arrears_payment_dialog_dispose (GObject *object)
{
  ArrearsPaymentDialog *self = ARREARS_PAYMENT_DIALOG (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->loading);
  g_clear_object (&self->previewing);
  g_clear_object (&self->desk);
  arrears_payment_form_clear (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_PAYMENT_DIALOG);

  G_OBJECT_CLASS (arrears_payment_dialog_parent_class)->dispose (object);
}

static void
arrears_payment_dialog_class_init (ArrearsPaymentDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_payment_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/accounts/arrears-payment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, invoice);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, parts);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, hint);
  for (gsize i = 0; arrears_payment_form_fields[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, arrears_payment_form_fields[i],
                                               FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_invoice_selected_cb);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_payment_dialog_init (ArrearsPaymentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
load (ArrearsPaymentDialog *self, gint64 customer_id)
{
  const ArrearsJob job = { load_page, g_memdup2 (&customer_id, sizeof customer_id), g_free,
                           (GDestroyNotify) arrears_account_page_free };

  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->loading),
                     on_page_loaded_cb, NULL);
}

GtkWidget *
arrears_payment_dialog_new (ArrearsDesk *desk, gint64 customer_id)
{
  ArrearsPaymentDialog *self;
  ArrearsPaymentForm form;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  self = g_object_new (ARREARS_TYPE_PAYMENT_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  arrears_payment_form_init (&form, customer_id, arrears_desk_get_as_of (desk));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (
                             GTK_WIDGET (self), ARREARS_TYPE_PAYMENT_DIALOG, "on")),
                         form.on);
  self->form = form;
  check_form (self);
  arrears_form_start (GTK_WIDGET (self), arrears_payment_form_fields);
  load (self, customer_id);
  return GTK_WIDGET (self);
}

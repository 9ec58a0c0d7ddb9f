/* arrears-payment-dialog.c: enters money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-payment-dialog.h"

#include "arrears-account-page.h"
#include "arrears-cost.h"
#include "arrears-entry.h"
#include "arrears-form.h"
#include "arrears-format.h"
#include "arrears-job.h"
#include "arrears-leftovers.h"
#include "arrears-message.h"
#include "arrears-order-row.h"
#include "arrears-payment-form.h"
#include "arrears-payment-lines.h"
#include "arrears-payment-shares.h"
#include "arrears-saving.h"
#include "arrears-words-terms.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

struct _ArrearsPaymentDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkDropDown *invoice;
  AdwComboRow *order;
  GtkWidget *by_hand_row;
  GtkSwitch *by_hand;
  ArrearsPaymentShares *shares;
  GtkWidget *outcome;
  GtkLabel *chosen_title;
  GtkListBox *parts;
  GtkWidget *other;
  GtkLabel *other_title;
  GtkListBox *other_parts;
  GtkLabel *hint;

  ArrearsDesk *desk;
  ArrearsPaymentForm form;
  GCancellable *loading;
  GCancellable *previewing;
  guint preview_source;
  ArrearsPaymentResult *previewed; /* what stands in the lists; NULL: nothing */
  char *customer_name;
};

G_DEFINE_FINAL_TYPE (ArrearsPaymentDialog, arrears_payment_dialog, ADW_TYPE_WINDOW)

enum
{
  PAUSE_IN_TYPING_MS = 150,
  MOST_SHARES = 100,
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

  arrears_payment_form_copy (form, copy);
  return copy;
}

static gpointer
preview_payment (ArrearsDesk *desk, gpointer input, GError **error)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (ArrearsPaymentShare));
  ArrearsPayment payment;

  arrears_payment_form_get_payment (input, shares, &payment);
  return arrears_payment_preview (desk, &payment, error);
}

static gpointer
load_page (ArrearsDesk *desk, gpointer input, GError **error)
{
  return arrears_account_page_load (desk, *(gint64 *) input, error);
}

static void
add_line (GtkListBox *list, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "numeric");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
}

static void
show_parts (GtkListBox *list, const ArrearsPaymentResult *result)
{
  g_autoptr (GPtrArray) lines = arrears_payment_lines_describe (result);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < lines->len; i++)
    add_line (list, ((ArrearsEntryLine *) g_ptr_array_index (lines, i))->text);
}

/* Debts may be paid in different orders, as is agreed; then none is named. */
static const char *
name_order (const ArrearsPaymentResult *result)
{
  const ArrearsPaymentPart *first
      = result->parts->len > 0 ? g_ptr_array_index (result->parts, 0) : NULL;

  for (guint i = 1; i < result->parts->len; i++)
    if (((ArrearsPaymentPart *) g_ptr_array_index (result->parts, i))->order != first->order)
      return _("As agreed");
  return first != NULL ? arrears_words_get_for_term (ARREARS_TERM_PAYMENT_ORDER,
                                                     arrears_payment_order_to_word (first->order))
                       : "";
}

static void
show_outcome (ArrearsPaymentDialog *self, const ArrearsPaymentResult *result)
{
  gboolean has_other = result->other != NULL;

  show_parts (self->parts, result);
  gtk_label_set_text (self->chosen_title, self->form.is_by_hand ? "" : name_order (result));
  if (has_other)
    {
      /* Translators: the order of payment that was not chosen. */
      g_autofree char *title = g_strdup_printf (_("Instead: %s"), name_order (result->other));

      show_parts (self->other_parts, result->other);
      gtk_label_set_text (self->other_title, title);
    }
  gtk_widget_set_visible (self->other, has_other);
  gtk_widget_set_visible (self->outcome, TRUE);
}

static void
show_refusal (ArrearsPaymentDialog *self, const GError *error)
{
  gtk_widget_set_visible (self->outcome, FALSE);
  gtk_label_set_text (self->hint, arrears_words_get_for_error (error));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint), error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
}

static void
on_payment_previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsPaymentDialog *self = ARREARS_PAYMENT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  ArrearsPaymentResult *outcome = arrears_job_finish (result, &error);

  if (outcome == NULL)
    {
      if (self->desk != NULL && !arrears_message_is_cancelled (error))
        show_refusal (self, error);
      return;
    }
  g_clear_pointer (&self->previewed, arrears_payment_result_free);
  self->previewed = outcome;
  if (self->desk != NULL)
    show_outcome (self, outcome);
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

/* The fields of the form, and what shows that the shares are wrong. */
static const char *const checked_rows[] = { "amount", "on", "reference", "by_hand_row", NULL };

static void
show_rest (ArrearsPaymentDialog *self)
{
  ArrearsMoney rest = arrears_payment_form_get_rest (&self->form);
  g_autofree char *amount = arrears_format_money (rest);
  /* Translators: an amount of money. */
  g_autofree char *text = g_strdup_printf (_("Not yet allocated: %s"), amount);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->shares), text);
  arrears_payment_shares_mark (self->shares);
}

static void
check_form (ArrearsPaymentDialog *self)
{
  g_autoptr (GArray) issues = arrears_payment_form_check (&self->form);
  gboolean is_sound = !arrears_form_has_faults (issues);

  arrears_form_show_issues (GTK_WIDGET (self), checked_rows, issues, self->hint);
  if (self->form.is_by_hand)
    show_rest (self);
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

  arrears_payment_form_set_text (
      &self->form, "invoice_number",
      has_invoice && selected != NULL ? gtk_string_object_get_string (selected) : "");
  check_form (self);
}

static void
on_order_selected_cb (ArrearsPaymentDialog *self)
{
  if (self->form.amount == NULL)
    return;

  arrears_payment_form_set_text (&self->form, "order", arrears_order_row_get_word (self->order));
  check_form (self);
}

/* By hand one begins with what the rules would do. */
static void
on_by_hand_switched_cb (ArrearsPaymentDialog *self)
{
  if (self->form.amount == NULL)
    return;

  self->form.is_by_hand = gtk_switch_get_active (self->by_hand);
  if (self->form.is_by_hand && self->previewed != NULL)
    arrears_payment_shares_fill (self->shares, self->previewed);
  gtk_widget_set_visible (GTK_WIDGET (self->shares), self->form.is_by_hand);
  gtk_widget_set_sensitive (GTK_WIDGET (self->order), !self->form.is_by_hand);
  gtk_widget_set_sensitive (GTK_WIDGET (self->invoice), !self->form.is_by_hand);
  check_form (self);
}

static void
add_shares_of_invoice (ArrearsPaymentDialog *self, ArrearsInvoice *invoice, GPtrArray *costs)
{
  ArrearsMoney cost = ARREARS_MONEY_ZERO;

  arrears_payment_form_add_share (&self->form, invoice->number, ARREARS_PART_PRINCIPAL,
                                  invoice->open);
  if (invoice->charge.fen > 0)
    arrears_payment_form_add_share (&self->form, invoice->number, ARREARS_PART_CHARGE,
                                    invoice->charge);
  for (guint i = 0; i < costs->len; i++)
    {
      ArrearsCost *entry = g_ptr_array_index (costs, i);

      /* Costs that do not fit into an amount of money cannot be paid by one. */
      if (entry->invoice_id == invoice->id)
        arrears_money_add (cost, entry->amount, &cost);
    }
  if (cost.fen > 0)
    arrears_payment_form_add_share (&self->form, invoice->number, ARREARS_PART_COST, cost);
}

static void
add_shares (ArrearsPaymentDialog *self, const ArrearsAccountPage *page)
{
  for (guint i = 0; i < MIN (page->invoices->len, MOST_SHARES); i++)
    add_shares_of_invoice (self, g_ptr_array_index (page->invoices, i), page->costs);
  arrears_payment_shares_show (self->shares, &self->form);
  gtk_widget_set_sensitive (self->by_hand_row, self->form.shares->len > 0);
}

static void
on_page_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsPaymentDialog *self = ARREARS_PAYMENT_DIALOG (source);
  g_autoptr (GtkStringList) numbers = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAccountPage) page = arrears_job_finish (result, &error);

  if (page == NULL || self->desk == NULL)
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
  self->customer_name = g_strdup (page->customer->name);
  add_shares (self, page);
}

/* What a worker is given, and gives back. */
typedef struct
{
  ArrearsPaymentForm *form;
  ArrearsPaymentResult *result;
} RecordRequest;

static void
free_request (gpointer data)
{
  RecordRequest *request = data;

  free_form (request->form);
  g_clear_pointer (&request->result, arrears_payment_result_free);
  g_free (request);
}

static gboolean
record_payment (ArrearsDesk *desk, gpointer input, GError **error)
{
  RecordRequest *request = input;
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (ArrearsPaymentShare));
  ArrearsPayment payment;

  arrears_payment_form_get_payment (request->form, shares, &payment);
  request->result = arrears_payment_record (desk, &payment, error);
  return request->result != NULL;
}

static void
on_recorded_cb (AdwWindow *dialog, gpointer input)
{
  ArrearsPaymentDialog *self = ARREARS_PAYMENT_DIALOG (dialog);
  const RecordRequest *request = input;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (parent != NULL)
    arrears_leftovers_ask (parent, self->desk,
                           self->customer_name != NULL ? self->customer_name : "",
                           self->form.customer_id, request->result->leftovers);
}

static void
on_refused_cb (AdwWindow *dialog, const GError *error)
{
  arrears_message_show_error (GTK_WIDGET (dialog), _("The Payment Was Not Recorded"), error);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPaymentDialog *self = ARREARS_PAYMENT_DIALOG (widget);
  RecordRequest *request = g_new0 (RecordRequest, 1);
  const ArrearsSaving saving = { .work = record_payment,
                                 .input = request,
                                 .free_input = free_request,
                                 .saved = on_recorded_cb,
                                 .refused = on_refused_cb };

  request->form = copy_form (&self->form);
  arrears_saving_try (ADW_WINDOW (self), self->desk, &saving);
}

/* As if it were typed: the invoice, a word of ArrearsAllocationPart, the amount. */
static void
set_share (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPaymentDialog *self = ARREARS_PAYMENT_DIALOG (widget);
  const char *number;
  const char *word;
  const char *amount;

  g_variant_get (parameter, "(&s&s&s)", &number, &word, &amount);
  for (int part = ARREARS_PART_PRINCIPAL; part <= ARREARS_PART_COST; part++)
    if (g_str_equal (arrears_allocation_part_to_word ((ArrearsAllocationPart) part), word))
      arrears_payment_shares_set (self->shares, number, (ArrearsAllocationPart) part, amount);
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
  g_clear_pointer (&self->previewed, arrears_payment_result_free);
  g_clear_pointer (&self->customer_name, g_free);
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

  g_type_ensure (ARREARS_TYPE_PAYMENT_SHARES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/accounts/arrears-payment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, invoice);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, order);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, by_hand_row);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, by_hand);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, shares);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, chosen_title);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, parts);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, other);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, other_title);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, other_parts);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPaymentDialog, hint);
  for (gsize i = 0; arrears_payment_form_fields[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, arrears_payment_form_fields[i], FALSE,
                                               0);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_invoice_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_order_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_by_hand_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_form);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "form.set-share", "(sss)", set_share);
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

  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->loading), on_page_loaded_cb,
                     NULL);
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
  arrears_order_row_fill (self->order, _("As agreed, or as the ledger’s rule"), "");
  self->form = form;
  check_form (self);
  arrears_form_start (GTK_WIDGET (self), arrears_payment_form_fields);
  load (self, customer_id);
  return GTK_WIDGET (self);
}

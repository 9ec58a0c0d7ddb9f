/* arrears-contract-dialog.c: a contract and what it says about paying late
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-contract-dialog.h"

#include "arrears-account-page.h"
#include "arrears-contract-form.h"
#include "arrears-form.h"
#include "arrears-order-row.h"
#include "arrears-saving.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

struct _ArrearsContractDialog
{
  AdwWindow parent_instance;

  AdwComboRow *charge;
  AdwComboRow *payment_order;
  GtkWidget *bank_year;
  GtkSwitch *bank_year_switch;
  GtkLabel *hint;

  ArrearsDesk *desk;
  ArrearsContractForm form;
};

G_DEFINE_FINAL_TYPE (ArrearsContractDialog, arrears_contract_dialog, ADW_TYPE_WINDOW)

/* What the rate is called, by form of charge. */
static const char *const rate_titles[ARREARS_CONTRACT_N_CHARGES] = {
  [ARREARS_CONTRACT_CHARGE_DAILY] = N_("_Rate per Day"),
  [ARREARS_CONTRACT_CHARGE_ANNUAL] = N_("_Rate per Year"),
  [ARREARS_CONTRACT_CHARGE_LPR] = N_("_Multiple of the LPR"),
  [ARREARS_CONTRACT_CHARGE_FIXED] = N_("S_um in Yuan"),
};

static GtkWidget *
get_row (ArrearsContractDialog *self, const char *field)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self),
                                                    ARREARS_TYPE_CONTRACT_DIALOG, field));
}

static void
show_charge (ArrearsContractDialog *self)
{
  GtkWidget *rate = get_row (self, "rate");
  ArrearsChargeTerms terms;
  g_autofree char *description = NULL;

  if (arrears_contract_form_has_rate (&self->form))
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rate),
                                   _(rate_titles[self->form.charge]));
  gtk_widget_set_visible (rate, arrears_contract_form_has_rate (&self->form));
  gtk_widget_set_visible (self->bank_year,
                          self->form.charge == ARREARS_CONTRACT_CHARGE_ANNUAL
                              || self->form.charge == ARREARS_CONTRACT_CHARGE_LPR);

  if (arrears_contract_form_get_terms (&self->form, &terms, NULL))
    description = arrears_words_describe_terms (&terms);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->charge),
                               description != NULL ? description : "");
}

static void
check_form (ArrearsContractDialog *self)
{
  g_autoptr (GArray) issues = arrears_contract_form_check (&self->form);

  show_charge (self);
  arrears_form_show_issues (GTK_WIDGET (self), arrears_contract_form_fields, issues, self->hint);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save",
                                 !arrears_form_has_faults (issues)
                                     && arrears_contract_form_is_changed (&self->form));
}

static void
on_entry_changed_cb (ArrearsContractDialog *self, GtkEditable *entry)
{
  if (self->form.curr == NULL)
    return;

  arrears_contract_form_set_text (&self->form,
                                  gtk_buildable_get_buildable_id (GTK_BUILDABLE (entry)),
                                  gtk_editable_get_text (entry));
  check_form (self);
}

static void
on_charge_selected_cb (ArrearsContractDialog *self)
{
  guint selected;

  if (self->form.curr == NULL)
    return;

  selected = adw_combo_row_get_selected (self->charge);
  if (selected == (guint) self->form.charge)
    return;

  /* A rate per day is no rate per year. */
  gtk_editable_set_text (GTK_EDITABLE (get_row (self, "rate")), "");
  arrears_contract_form_set_charge (&self->form, (ArrearsContractCharge) selected);
  check_form (self);
}

static void
on_bank_year_switched_cb (ArrearsContractDialog *self)
{
  if (self->form.curr == NULL)
    return;

  arrears_contract_form_set_bank_year (&self->form,
                                       gtk_switch_get_active (self->bank_year_switch));
  check_form (self);
}

static void
on_order_selected_cb (ArrearsContractDialog *self)
{
  if (self->form.curr == NULL)
    return;

  arrears_contract_form_set_text (&self->form, "payment_order",
                                  arrears_order_row_get_word (self->payment_order));
  check_form (self);
}

static gboolean
save_contract (ArrearsDesk *desk, gpointer input, GError **error)
{
  return arrears_account_save_contract (desk, input, error);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsContractDialog *self = ARREARS_CONTRACT_DIALOG (widget);

  arrears_saving_start (ADW_WINDOW (self), self->desk, save_contract,
                        arrears_record_copy (self->form.curr), g_object_unref,
                        _("The Contract Was Not Saved"));
}

static void
show_contract (ArrearsContractDialog *self, ArrearsContract *contract)
{
  ArrearsContractForm form;

  arrears_contract_form_init (&form, contract);
  for (gsize i = 0; arrears_contract_form_fields[i] != NULL; i++)
    {
      const char *field = arrears_contract_form_fields[i];

      gtk_editable_set_text (GTK_EDITABLE (get_row (self, field)),
                             arrears_contract_form_get_text (&form, field));
    }
  gtk_editable_set_editable (GTK_EDITABLE (get_row (self, "number")), contract->id == 0);
  adw_combo_row_set_selected (self->charge, form.charge);
  gtk_switch_set_active (self->bank_year_switch, form.has_bank_year);
  arrears_order_row_fill (self->payment_order, _("As with its customer"),
                          contract->payment_order);
  self->form = form;
  check_form (self);
  arrears_form_start (GTK_WIDGET (self), arrears_contract_form_fields);
}

static void
arrears_contract_dialog_dispose (GObject *object)
{
  ArrearsContractDialog *self = ARREARS_CONTRACT_DIALOG (object);

  arrears_contract_form_clear (&self->form);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_CONTRACT_DIALOG);

  G_OBJECT_CLASS (arrears_contract_dialog_parent_class)->dispose (object);
}

static void
arrears_contract_dialog_class_init (ArrearsContractDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_contract_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/accounts/arrears-contract-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsContractDialog, charge);
  gtk_widget_class_bind_template_child (widget_class, ArrearsContractDialog, payment_order);
  gtk_widget_class_bind_template_child (widget_class, ArrearsContractDialog, bank_year);
  gtk_widget_class_bind_template_child (widget_class, ArrearsContractDialog, bank_year_switch);
  gtk_widget_class_bind_template_child (widget_class, ArrearsContractDialog, hint);
  for (gsize i = 0; arrears_contract_form_fields[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, arrears_contract_form_fields[i],
                                               FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_charge_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_order_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bank_year_switched_cb);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_contract_dialog_init (ArrearsContractDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
arrears_contract_dialog_new (ArrearsDesk *desk, ArrearsContract *contract)
{
  ArrearsContractDialog *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (ARREARS_IS_CONTRACT (contract), NULL);

  self = g_object_new (ARREARS_TYPE_CONTRACT_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  show_contract (self, contract);
  return GTK_WIDGET (self);
}

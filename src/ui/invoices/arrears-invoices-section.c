/* arrears-invoices-section.c: all invoices (应收单)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-invoices-section.h"

#include "arrears-account-acts.h"
#include "arrears-entries.h"
#include "arrears-entry-dialog.h"
#include "arrears-format.h"
#include "arrears-invoice.h"
#include "arrears-list-table.h"
#include "arrears-row-menu.h"
#include "arrears-voucher-files.h"
#include "arrears-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _ArrearsInvoicesSection
{
  ArrearsSection parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkToggleButton *all;
  GtkToggleButton *open;
  GtkToggleButton *overdue;
  GtkToggleButton *ended;
  ArrearsListTable *table;
  GtkMenuButton *acts;

  GtkFileChooserNative *chooser;  /* NULL while none is open */
  ArrearsEntryValues *chosen_for; /* what the files that are being chosen belong to */
};

G_DEFINE_FINAL_TYPE (ArrearsInvoicesSection, arrears_invoices_section, ARREARS_TYPE_SECTION)

static void
on_search_changed_cb (ArrearsInvoicesSection *self)
{
  arrears_list_table_set_search (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Typing anywhere searches; the cursor goes where the text does. */
static void
on_search_started_cb (ArrearsInvoicesSection *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
on_search_stopped_cb (ArrearsInvoicesSection *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static ArrearsListingState
choose_state (ArrearsInvoicesSection *self)
{
  if (gtk_toggle_button_get_active (self->overdue))
    return ARREARS_LISTING_STATE_OVERDUE;
  if (gtk_toggle_button_get_active (self->ended))
    return ARREARS_LISTING_STATE_ENDED;
  if (gtk_toggle_button_get_active (self->open))
    return ARREARS_LISTING_STATE_OPEN;
  return ARREARS_LISTING_STATE_ALL;
}

/* Of the two buttons that change, the one that was let go of is passed over. */
static void
on_state_toggled_cb (ArrearsInvoicesSection *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    arrears_list_table_set_state (self->table, choose_state (self));
}

static void
on_table_activated_cb (ArrearsInvoicesSection *self, ArrearsInvoice *invoice)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-account", "x", invoice->customer_id);
}

static void
on_invoice_selected_cb (ArrearsInvoicesSection *self)
{
  ArrearsRecord *invoice = arrears_list_table_get_selected (self->table);
  g_autoptr (GMenuModel) menu = invoice != NULL ? arrears_account_acts_make_menu (invoice) : NULL;

  gtk_menu_button_set_menu_model (self->acts, menu);
  gtk_widget_set_sensitive (GTK_WIDGET (self->acts), menu != NULL);
}

/* The selected invoice, if it is the one that is meant. (transfer none) */
static ArrearsInvoice *
find_invoice (ArrearsInvoicesSection *self, GVariant *parameter)
{
  ArrearsInvoice *invoice = (ArrearsInvoice *) arrears_list_table_get_selected (self->table);
  gint64 id;

  g_variant_get (parameter, "(&sx)", NULL, &id);
  return invoice != NULL && invoice->id == id ? invoice : NULL;
}

static ArrearsEntryValues *
create_values (ArrearsInvoice *invoice)
{
  ArrearsEntryValues *values = arrears_entry_values_new ();

  arrears_entry_values_set_number (values, "customer_id", invoice->customer_id);
  arrears_entry_values_set_text (values, "customer_name", invoice->customer_name);
  arrears_entry_values_set_record (values, ARREARS_RECORD (invoice));
  return values;
}

static void
act (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsInvoicesSection *self = ARREARS_INVOICES_SECTION (widget);
  ArrearsInvoice *invoice = find_invoice (self, parameter);
  ArrearsDesk *desk = arrears_section_get_desk (ARREARS_SECTION (self));
  const ArrearsEntry *entry;
  const char *name;
  gboolean is_of_record;

  g_variant_get (parameter, "(&sx)", &name, NULL);
  entry = arrears_account_acts_find (name, &is_of_record);
  if (entry == NULL || invoice == NULL || desk == NULL
      || !arrears_account_acts_fits (name, ARREARS_RECORD (invoice)))
    return;

  arrears_entry_dialog_present (widget, desk, entry, create_values (invoice));
}

static void
on_files_chosen_cb (ArrearsInvoicesSection *self, int response)
{
  g_autofree char *paths = arrears_voucher_files_take_paths (self->chooser, response);
  ArrearsDesk *desk = arrears_section_get_desk (ARREARS_SECTION (self));

  g_clear_object (&self->chooser);
  if (paths == NULL || desk == NULL)
    return;

  arrears_entry_values_set_text (self->chosen_for, "paths", paths);
  arrears_entry_dialog_present (GTK_WIDGET (self), desk, &arrears_entry_voucher,
                                g_steal_pointer (&self->chosen_for));
}

static void
add_voucher (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsInvoicesSection *self = ARREARS_INVOICES_SECTION (widget);
  ArrearsInvoice *invoice = find_invoice (self, parameter);

  if (invoice == NULL)
    return;

  g_clear_pointer (&self->chosen_for, arrears_entry_values_free);
  g_clear_object (&self->chooser);
  self->chosen_for = create_values (invoice);
  self->chooser = arrears_voucher_files_choose (widget);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_files_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static char *
format_n_invoices (gpointer self, guint n)
{
  return g_strdup_printf (ngettext ("%'u invoice", "%'u invoices", n), n);
}

static void
arrears_invoices_section_build (ArrearsSection *section)
{
  ArrearsInvoicesSection *self = ARREARS_INVOICES_SECTION (section);

  arrears_list_table_set_kind (self->table, ARREARS_LISTING_INVOICES);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  arrears_row_menu_attach (arrears_list_table_get_view (self->table), self->acts);
  g_signal_connect_object (self->table, "notify::selected", G_CALLBACK (on_invoice_selected_cb),
                           self, G_CONNECT_SWAPPED);
  on_invoice_selected_cb (self);
}

static void
arrears_invoices_section_set_desk (ArrearsSection *section, ArrearsDesk *desk)
{
  arrears_list_table_set_desk (ARREARS_INVOICES_SECTION (section)->table, desk);
}

static void
arrears_invoices_section_refresh (ArrearsSection *section)
{
  arrears_list_table_refresh (ARREARS_INVOICES_SECTION (section)->table);
}

static gboolean
arrears_invoices_section_start_search (ArrearsSection *section)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ARREARS_INVOICES_SECTION (section)->search));
}

static void
arrears_invoices_section_dispose (GObject *object)
{
  ArrearsInvoicesSection *self = ARREARS_INVOICES_SECTION (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->chosen_for, arrears_entry_values_free);

  G_OBJECT_CLASS (arrears_invoices_section_parent_class)->dispose (object);
}

static void
arrears_invoices_section_class_init (ArrearsInvoicesSectionClass *klass)
{
  ArrearsSectionClass *section_class = ARREARS_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_invoices_section_dispose;
  section_class->build = arrears_invoices_section_build;
  section_class->set_desk = arrears_invoices_section_set_desk;
  section_class->refresh = arrears_invoices_section_refresh;
  section_class->start_search = arrears_invoices_section_start_search;

  g_type_ensure (ARREARS_TYPE_INVOICE);
  g_type_ensure (ARREARS_TYPE_WRAP_LAYOUT);
  arrears_list_table_ensure_types ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/arrears/Arrears/ui/invoices/arrears-invoices-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, search);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, all);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, open);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, overdue);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, ended);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, table);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, acts);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_state_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_n_invoices);
  arrears_format_bind_closures (widget_class);
  gtk_widget_class_install_action (widget_class, "account.act", "(sx)", act);
  gtk_widget_class_install_action (widget_class, "account.add-voucher", "(sx)", add_voucher);
}

static void
arrears_invoices_section_init (ArrearsInvoicesSection *self)
{
}

/* arrears-invoices-section.c: all invoices (应收单)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-invoices-section.h"

#include "arrears-format.h"
#include "arrears-invoice.h"
#include "arrears-list-table.h"

#include <glib/gi18n-lib.h>

struct _ArrearsInvoicesSection
{
  ArrearsSection parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkToggleButton *all;
  GtkToggleButton *open;
  GtkToggleButton *overdue;
  ArrearsListTable *table;
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
arrears_invoices_section_class_init (ArrearsInvoicesSectionClass *klass)
{
  ArrearsSectionClass *section_class = ARREARS_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  section_class->build = arrears_invoices_section_build;
  section_class->set_desk = arrears_invoices_section_set_desk;
  section_class->refresh = arrears_invoices_section_refresh;
  section_class->start_search = arrears_invoices_section_start_search;

  g_type_ensure (ARREARS_TYPE_INVOICE);
  arrears_list_table_ensure_types ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/arrears/Arrears/ui/invoices/arrears-invoices-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, search);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, all);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, open);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, overdue);
  gtk_widget_class_bind_template_child (widget_class, ArrearsInvoicesSection, table);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_state_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_n_invoices);
  arrears_format_bind_closures (widget_class);
}

static void
arrears_invoices_section_init (ArrearsInvoicesSection *self)
{
}

/* arrears-accounts-section.c: all customers with what they owe (客户)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-accounts-section.h"

#include "arrears-account.h"
#include "arrears-format.h"
#include "arrears-list-table.h"

#include <glib/gi18n-lib.h>

struct _ArrearsAccountsSection
{
  ArrearsSection parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  ArrearsListTable *table;
};

G_DEFINE_FINAL_TYPE (ArrearsAccountsSection, arrears_accounts_section, ARREARS_TYPE_SECTION)

static void
on_search_changed_cb (ArrearsAccountsSection *self)
{
  arrears_list_table_set_search (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Typing anywhere searches; the cursor goes where the text does. */
static void
on_search_started_cb (ArrearsAccountsSection *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
on_search_stopped_cb (ArrearsAccountsSection *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
on_table_activated_cb (ArrearsAccountsSection *self, ArrearsAccount *account)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-account", "x", account->id);
}

static char *
format_n_accounts (gpointer self, guint n)
{
  return g_strdup_printf (ngettext ("%'u customer", "%'u customers", n), n);
}

static void
arrears_accounts_section_build (ArrearsSection *section)
{
  ArrearsAccountsSection *self = ARREARS_ACCOUNTS_SECTION (section);

  arrears_list_table_set_kind (self->table, ARREARS_LISTING_ACCOUNTS);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

static void
arrears_accounts_section_set_desk (ArrearsSection *section, ArrearsDesk *desk)
{
  arrears_list_table_set_desk (ARREARS_ACCOUNTS_SECTION (section)->table, desk);
}

static void
arrears_accounts_section_refresh (ArrearsSection *section)
{
  arrears_list_table_refresh (ARREARS_ACCOUNTS_SECTION (section)->table);
}

static gboolean
arrears_accounts_section_start_search (ArrearsSection *section)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ARREARS_ACCOUNTS_SECTION (section)->search));
}

static void
arrears_accounts_section_class_init (ArrearsAccountsSectionClass *klass)
{
  ArrearsSectionClass *section_class = ARREARS_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  section_class->build = arrears_accounts_section_build;
  section_class->set_desk = arrears_accounts_section_set_desk;
  section_class->refresh = arrears_accounts_section_refresh;
  section_class->start_search = arrears_accounts_section_start_search;

  g_type_ensure (ARREARS_TYPE_ACCOUNT);
  arrears_list_table_ensure_types ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/arrears/Arrears/ui/accounts/arrears-accounts-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountsSection, search);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountsSection, table);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_n_accounts);
  arrears_format_bind_closures (widget_class);
}

static void
arrears_accounts_section_init (ArrearsAccountsSection *self)
{
}

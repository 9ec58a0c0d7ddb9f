/* arrears-account-view.c: the page of one account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-view.h"

#include "arrears-account-head.h"
#include "arrears-account-page.h"
#include "arrears-contract-dialog.h"
#include "arrears-contracts-tab.h"
#include "arrears-customer-dialog.h"
#include "arrears-document-view.h"
#include "arrears-documents-tab.h"
#include "arrears-job.h"
#include "arrears-listing.h"
#include "arrears-log-tab.h"
#include "arrears-message.h"
#include "arrears-open-items-tab.h"
#include "arrears-receipts-tab.h"
#include "arrears-words.h"

struct _ArrearsAccountView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *problem;
  ArrearsAccountHead *head;
  AdwViewStack *tabs;
  ArrearsRecordTab *open_items;
  ArrearsRecordTab *receipts;
  ArrearsRecordTab *documents;
  ArrearsRecordTab *contracts;
  ArrearsRecordTab *log;

  ArrearsDesk *desk;
  gint64 customer_id;
  ArrearsCustomer *customer; /* NULL until it has been loaded */
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (ArrearsAccountView, arrears_account_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  MOST_DOCUMENTS = 500,
};

typedef struct
{
  ArrearsAccountPage *page;
  GPtrArray *documents;
} LoadedAccount;

static void
free_loaded (gpointer data)
{
  LoadedAccount *loaded = data;

  g_clear_pointer (&loaded->page, arrears_account_page_free);
  g_clear_pointer (&loaded->documents, g_ptr_array_unref);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoadedAccount, free_loaded)

static GPtrArray *
load_documents (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_DOCUMENTS);
  g_autoptr (GArray) ids = NULL;

  listing->customer_id = customer_id;
  ids = arrears_listing_list_ids (listing, desk, error);
  if (ids == NULL)
    return NULL;
  return arrears_listing_load_page (listing, desk, (const gint64 *) (gpointer) ids->data,
                                    MIN (ids->len, MOST_DOCUMENTS), error);
}

static gpointer
load_account (ArrearsDesk *desk, gpointer input, GError **error)
{
  gint64 customer_id = *(gint64 *) input;
  g_autoptr (LoadedAccount) loaded = g_new0 (LoadedAccount, 1);

  loaded->page = arrears_account_page_load (desk, customer_id, error);
  if (loaded->page == NULL)
    return NULL;
  loaded->documents = load_documents (desk, customer_id, error);
  if (loaded->documents == NULL)
    return NULL;
  return g_steal_pointer (&loaded);
}

static void
show_account (ArrearsAccountView *self, const LoadedAccount *loaded)
{
  gboolean is_first = self->customer == NULL;

  arrears_account_head_show (self->head, loaded->page);
  arrears_record_tab_show (self->open_items, loaded->page->invoices);
  arrears_record_tab_show (self->receipts, loaded->page->receipts);
  arrears_record_tab_show (self->documents, loaded->documents);
  arrears_record_tab_show (self->contracts, loaded->page->contracts);
  arrears_record_tab_show (self->log, loaded->page->log);
  gtk_stack_set_visible_child_name (self->stack, "account");

  g_set_object (&self->customer, loaded->page->customer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.edit-customer", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.add-contract", TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (is_first)
    arrears_record_tab_grab_focus (self->open_items);
}

static void
on_account_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoadedAccount) loaded = arrears_job_finish (result, &error);

  if (loaded != NULL)
    {
      show_account (self, loaded);
      return;
    }
  if (arrears_message_is_cancelled (error))
    return;

  adw_status_page_set_description (self->problem, arrears_words_get_for_error (error));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->problem), error->message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
load (ArrearsAccountView *self)
{
  const ArrearsJob job = { load_account, g_memdup2 (&self->customer_id, sizeof self->customer_id),
                           g_free, free_loaded };

  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->loading),
                     on_account_loaded_cb, NULL);
}

static void
present_over (ArrearsAccountView *self, GtkWidget *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_customer (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);

  present_over (self, arrears_customer_dialog_new (self->desk, self->customer));
}

static void
add_contract (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);
  g_autoptr (ArrearsContract) contract = arrears_contract_new ();

  contract->customer_id = self->customer_id;
  present_over (self, arrears_contract_dialog_new (self->desk, contract));
}

static void
show_tab (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);

  adw_view_stack_set_visible_child_name (self->tabs, g_variant_get_string (parameter, NULL));
}

static void
on_contract_activated_cb (ArrearsAccountView *self, ArrearsContract *contract)
{
  present_over (self, arrears_contract_dialog_new (self->desk, contract));
}

static void
on_document_activated_cb (ArrearsAccountView *self, ArrearsDocument *document)
{
  present_over (self, arrears_document_view_new (self->desk, document));
}

static void
arrears_account_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, arrears_account_view_get_title (ARREARS_ACCOUNT_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_account_view_dispose (GObject *object)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->customer);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (arrears_account_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ARREARS_TYPE_ACCOUNT_HEAD);
  g_type_ensure (ARREARS_TYPE_CONTRACTS_TAB);
  g_type_ensure (ARREARS_TYPE_DOCUMENTS_TAB);
  g_type_ensure (ARREARS_TYPE_LOG_TAB);
  g_type_ensure (ARREARS_TYPE_OPEN_ITEMS_TAB);
  g_type_ensure (ARREARS_TYPE_RECEIPTS_TAB);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/accounts/arrears-account-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, stack);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, problem);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, head);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, tabs);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, open_items);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, receipts);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, documents);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, contracts);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, log);
  gtk_widget_class_bind_template_callback (widget_class, on_contract_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_document_activated_cb);
}

static void
arrears_account_view_class_init (ArrearsAccountViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = arrears_account_view_get_property;
  object_class->dispose = arrears_account_view_dispose;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "account.edit-customer", NULL, edit_customer);
  gtk_widget_class_install_action (widget_class, "account.add-contract", NULL, add_contract);
  gtk_widget_class_install_action (widget_class, "account.show-tab", "s", show_tab);
}

static void
arrears_account_view_init (ArrearsAccountView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.edit-customer", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.add-contract", FALSE);
}

GtkWidget *
arrears_account_view_new (ArrearsDesk *desk, gint64 customer_id)
{
  ArrearsAccountView *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  self = g_object_new (ARREARS_TYPE_ACCOUNT_VIEW, NULL);
  self->desk = g_object_ref (desk);
  self->customer_id = customer_id;
  g_signal_connect_object (desk, "ledger-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}

const char *
arrears_account_view_get_title (ArrearsAccountView *self)
{
  g_return_val_if_fail (ARREARS_IS_ACCOUNT_VIEW (self), "");

  return self->customer != NULL ? self->customer->name : "";
}

gint64
arrears_account_view_get_customer_id (ArrearsAccountView *self)
{
  g_return_val_if_fail (ARREARS_IS_ACCOUNT_VIEW (self), 0);

  return self->customer_id;
}

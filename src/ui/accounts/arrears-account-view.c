/* arrears-account-view.c: the page of one account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-view.h"

#include "arrears-account-acts.h"
#include "arrears-account-content.h"
#include "arrears-account-head.h"
#include "arrears-account-row.h"
#include "arrears-contract-dialog.h"
#include "arrears-contracts-tab.h"
#include "arrears-customer-dialog.h"
#include "arrears-document-view.h"
#include "arrears-documents-tab.h"
#include "arrears-entries.h"
#include "arrears-entry-dialog.h"
#include "arrears-job.h"
#include "arrears-limitation-tab.h"
#include "arrears-log-tab.h"
#include "arrears-matters-tab.h"
#include "arrears-message.h"
#include "arrears-open-items-tab.h"
#include "arrears-payment-dialog.h"
#include "arrears-receipts-tab.h"
#include "arrears-tab-strip.h"
#include "arrears-voucher-files.h"
#include "arrears-vouchers-tab.h"
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
  ArrearsRecordTab *matters;
  ArrearsRecordTab *limitation;
  ArrearsRecordTab *vouchers;
  ArrearsRecordTab *contracts;
  ArrearsRecordTab *documents;
  ArrearsRecordTab *log;

  ArrearsDesk *desk;
  gint64 customer_id;
  ArrearsCustomer *customer; /* NULL until it has been loaded */
  GCancellable *loading;
  GtkFileChooserNative *chooser;  /* NULL while none is open */
  ArrearsEntryValues *chosen_for; /* what the files that are being chosen belong to */
  gint64 saved_id;                /* the voucher whose place is being chosen */
};

G_DEFINE_FINAL_TYPE (ArrearsAccountView, arrears_account_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gpointer
load_content (ArrearsDesk *desk, gpointer input, GError **error)
{
  return arrears_account_content_load (desk, *(gint64 *) input, error);
}

static void
enable_actions (ArrearsAccountView *self, gboolean is_enabled)
{
  static const char *const actions[] = { "account.act",
                                         "account.add-contract",
                                         "account.add-voucher",
                                         "account.add-files",
                                         "account.edit-contract",
                                         "account.edit-customer",
                                         "account.export-voucher",
                                         "account.open-document",
                                         "account.open-voucher",
                                         "account.receive-payment",
                                         "account.save-voucher" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_enabled);
}

static void
show_account (ArrearsAccountView *self, const ArrearsAccountContent *loaded)
{
  gboolean is_first = self->customer == NULL;

  arrears_account_head_show (self->head, loaded->page);
  arrears_record_tab_show (self->open_items, loaded->open_items);
  arrears_record_tab_show (self->receipts, loaded->receipts);
  arrears_record_tab_show (self->matters, loaded->matters);
  arrears_record_tab_show (self->limitation, loaded->limitation);
  arrears_record_tab_show (self->vouchers, loaded->vouchers);
  arrears_record_tab_show (self->documents, loaded->documents);
  arrears_record_tab_show (self->contracts, loaded->page->contracts);
  arrears_record_tab_show (self->log, loaded->page->log);
  gtk_stack_set_visible_child_name (self->stack, "account");

  g_set_object (&self->customer, loaded->page->customer);
  enable_actions (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (is_first)
    arrears_record_tab_grab_focus (self->open_items);
}

static void
on_account_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAccountContent) loaded = arrears_job_finish (result, &error);

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
  const ArrearsJob job = { load_content, g_memdup2 (&self->customer_id, sizeof self->customer_id),
                           g_free, (GDestroyNotify) arrears_account_content_free };

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

/* The record of an act among what the tabs show. */
static ArrearsRecord *
find_record (ArrearsAccountView *self, const char *act, gint64 id)
{
  ArrearsRecordTab *const tabs[]
      = { self->open_items, self->receipts,  self->matters,   self->limitation,
          self->vouchers,   self->contracts, self->documents, self->log };

  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      ArrearsRecord *record = arrears_record_tab_find (tabs[i], act, id);

      if (record != NULL)
        return record;
    }
  return NULL;
}

/* What every entry of this account knows. */
static ArrearsEntryValues *
create_values (ArrearsAccountView *self)
{
  ArrearsEntryValues *values = arrears_entry_values_new ();

  arrears_entry_values_set_number (values, "customer_id", self->customer_id);
  arrears_entry_values_set_text (values, "customer_name", self->customer->name);
  arrears_entry_values_set_text (values, "contact", self->customer->contact);
  arrears_entry_values_set_text (values, "owner", self->customer->owner);
  arrears_entry_values_set_number (values, "policy_id", self->customer->policy_id);
  return values;
}

static void
act (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);
  const ArrearsEntry *entry;
  ArrearsRecord *record;
  ArrearsEntryValues *values;
  const char *name;
  gboolean is_of_record;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  entry = arrears_account_acts_find (name, &is_of_record);
  record = id != 0 ? find_record (self, name, id) : NULL;
  if (entry == NULL || (record == NULL && (is_of_record || id != 0)))
    {
      g_debug ("account.act: there is no %s of %" G_GINT64_FORMAT, name, id);
      return;
    }

  values = create_values (self);
  if (record != NULL)
    arrears_entry_values_set_record (values, record);
  arrears_entry_dialog_present (widget, self->desk, entry, values);
}

static void
receive_payment (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);

  present_over (self, arrears_payment_dialog_new (self->desk, self->customer_id));
}

/* The record that an action names by subject and id, among what one tab shows. */
static gpointer
find_in_tab (ArrearsRecordTab *tab, gint64 id)
{
  g_autoptr (GtkSingleSelection) selection = NULL;
  GListModel *model;

  g_object_get (tab, "selection", &selection, NULL);
  model = gtk_single_selection_get_model (selection);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ArrearsRecord) record = g_list_model_get_item (model, i);

      if (arrears_account_acts_get_id (record) == id)
        return record; /* the list holds it */
    }
  return NULL;
}

static gint64
get_id (GVariant *parameter)
{
  gint64 id;

  g_variant_get (parameter, "(&sx)", NULL, &id);
  return id;
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
edit_contract (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);
  ArrearsContract *contract = find_in_tab (self->contracts, get_id (parameter));

  if (contract != NULL)
    on_contract_activated_cb (self, contract);
}

static void
open_document (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);
  ArrearsDocument *document = find_in_tab (self->documents, get_id (parameter));

  if (document != NULL)
    on_document_activated_cb (self, document);
}

/* Vouchers: what their files belong to is known before the files are. */

static void
name_invoice (ArrearsAccountView *self, ArrearsEntryValues *values, gint64 id)
{
  ArrearsInvoice *invoice = find_in_tab (self->open_items, id);

  if (invoice != NULL)
    arrears_entry_values_set_record (values, ARREARS_RECORD (invoice));
}

static ArrearsEntryValues *
create_voucher_values (ArrearsAccountView *self, const char *subject, gint64 id)
{
  ArrearsEntryValues *values = create_values (self);

  if (g_str_equal (subject, "contract"))
    arrears_entry_values_set_number (values, "contract_id", id);
  else if (g_str_equal (subject, "contact") || g_str_equal (subject, "log"))
    arrears_entry_values_set_number (values, "log_entry_id", id);
  else if (id != 0)
    name_invoice (self, values, id);
  return values;
}

/* Both are taken. */
static void
add_vouchers (ArrearsAccountView *self, ArrearsEntryValues *values, char *paths)
{
  arrears_entry_values_set_text (values, "paths", paths);
  arrears_entry_dialog_present (GTK_WIDGET (self), self->desk, &arrears_entry_voucher, values);
  g_free (paths);
}

static void
on_files_chosen_cb (ArrearsAccountView *self, int response)
{
  char *paths = arrears_voucher_files_take_paths (self->chooser, response);

  g_clear_object (&self->chooser);
  if (paths != NULL)
    add_vouchers (self, g_steal_pointer (&self->chosen_for), paths);
}

static void
add_voucher (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);
  const char *subject;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &subject, &id);
  g_clear_pointer (&self->chosen_for, arrears_entry_values_free);
  g_clear_object (&self->chooser);
  self->chosen_for = create_voucher_values (self, subject, id);
  self->chooser = arrears_voucher_files_choose (widget);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_files_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
add_files (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);
  const char *subject;
  const char *paths;
  gint64 id;

  g_variant_get (parameter, "(&sx&s)", &subject, &id, &paths);
  add_vouchers (self, create_voucher_values (self, subject, id), g_strdup (paths));
}

static gboolean
on_files_dropped_cb (ArrearsAccountView *self, const GValue *value)
{
  char *paths = arrears_voucher_files_list_paths (g_value_get_boxed (value));

  if (paths == NULL)
    return FALSE;
  add_vouchers (self, create_values (self), paths);
  return TRUE;
}

static void
save_voucher (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);
  const char *path;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &path);
  arrears_voucher_files_save (widget, self->desk, id, path);
}

static void
on_place_chosen_cb (ArrearsAccountView *self, int response)
{
  g_autofree char *path = arrears_voucher_files_take_paths (self->chooser, response);

  g_clear_object (&self->chooser);
  if (path != NULL)
    arrears_voucher_files_save (GTK_WIDGET (self), self->desk, self->saved_id, path);
}

/* The name of a file stands at the beginning of the note of its row. */
static char *
get_file_name (ArrearsAccountView *self, gint64 id)
{
  ArrearsAccountRow *row = find_in_tab (self->vouchers, id);
  g_auto (GStrv) parts = g_strsplit (row != NULL ? row->note : "", " · ", 2);

  return g_strdup (parts[0] != NULL ? parts[0] : "");
}

static void
export_voucher (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);
  g_autofree char *name = get_file_name (self, get_id (parameter));

  self->saved_id = get_id (parameter);
  g_clear_object (&self->chooser);
  self->chooser = arrears_voucher_files_choose_place (widget, name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_voucher (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccountView *self = ARREARS_ACCOUNT_VIEW (widget);
  g_autofree char *name = get_file_name (self, get_id (parameter));

  arrears_voucher_files_open (widget, self->desk, get_id (parameter), name);
}

static void
on_voucher_activated_cb (ArrearsAccountView *self, ArrearsAccountRow *row)
{
  if (g_str_equal (row->subject, "voucher"))
    gtk_widget_activate_action (GTK_WIDGET (self), "account.open-voucher", "(sx)", row->subject,
                                row->id);
  else if (g_str_equal (row->subject, "papers"))
    gtk_widget_activate_action (GTK_WIDGET (self), "account.add-voucher", "(sx)", row->subject,
                                row->id);
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
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->chosen_for, arrears_entry_values_free);
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
  g_type_ensure (ARREARS_TYPE_LIMITATION_TAB);
  g_type_ensure (ARREARS_TYPE_LOG_TAB);
  g_type_ensure (ARREARS_TYPE_MATTERS_TAB);
  g_type_ensure (ARREARS_TYPE_OPEN_ITEMS_TAB);
  g_type_ensure (ARREARS_TYPE_RECEIPTS_TAB);
  g_type_ensure (ARREARS_TYPE_TAB_STRIP);
  g_type_ensure (ARREARS_TYPE_VOUCHERS_TAB);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/accounts/arrears-account-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, stack);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, problem);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, head);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, tabs);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, open_items);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, receipts);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, matters);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, limitation);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, vouchers);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, documents);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, contracts);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountView, log);
  gtk_widget_class_bind_template_callback (widget_class, on_contract_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_document_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_voucher_activated_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "account.act", "(sx)", act },
    { "account.add-contract", NULL, add_contract },
    { "account.add-files", "(sxs)", add_files },
    { "account.add-voucher", "(sx)", add_voucher },
    { "account.edit-contract", "(sx)", edit_contract },
    { "account.edit-customer", NULL, edit_customer },
    { "account.export-voucher", "(sx)", export_voucher },
    { "account.open-document", "(sx)", open_document },
    { "account.open-voucher", "(sx)", open_voucher },
    { "account.receive-payment", NULL, receive_payment },
    { "account.save-voucher", "(xs)", save_voucher },
    { "account.show-tab", "s", show_tab },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
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
  install_actions (widget_class);
}

static void
arrears_account_view_init (ArrearsAccountView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  enable_actions (self, FALSE);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_files_dropped_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->vouchers), GTK_EVENT_CONTROLLER (target));
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

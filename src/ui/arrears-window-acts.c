/* arrears-window-acts.c: what is done about accounts, rules and persons in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-window-private.h"

#include "arrears-account-acts.h"
#include "arrears-account.h"
#include "arrears-entries-settings.h"
#include "arrears-entries-today.h"
#include "arrears-entry-dialog.h"
#include "arrears-job.h"
#include "arrears-listing.h"
#include "arrears-message.h"
#include "arrears-owners-dialog.h"
#include "arrears-policies-dialog.h"
#include "arrears-tables-dialog.h"
#include "arrears-today.h"

#include <glib/gi18n-lib.h>

static void
present (ArrearsWindow *self, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The desk tells of the change before the dialog closes. */
static void
on_recorded_cb (GtkWindow *dialog)
{
  GtkWindow *window = gtk_window_get_transient_for (dialog);

  if (ARREARS_IS_WINDOW (window))
    arrears_window_tell (ARREARS_WINDOW (window), g_object_get_data (G_OBJECT (dialog), "told"));
}

/* `told` is said when the act was recorded. */
static void
present_entry (ArrearsWindow *self, const ArrearsEntry *entry, ArrearsEntryValues *values,
               const char *told)
{
  ArrearsDesk *desk = arrears_window_get_desk (self);
  GtkWidget *dialog = arrears_entry_dialog_present (GTK_WIDGET (self), desk, entry, values);

  g_object_set_data_full (G_OBJECT (dialog), "told", g_strdup (told), g_free);
  g_signal_connect_object (desk, "ledger-changed", G_CALLBACK (on_recorded_cb), dialog,
                           G_CONNECT_SWAPPED);
}

/* NULL where there is no such customer. (transfer full) */
static ArrearsAccount *
load_account (ArrearsWindow *self, gint64 customer_id)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_ACCOUNTS);
  g_autoptr (GPtrArray) accounts
      = arrears_listing_load_page (listing, arrears_window_get_desk (self), &customer_id, 1, NULL);

  if (accounts == NULL || accounts->len == 0 || g_ptr_array_index (accounts, 0) == NULL)
    return NULL;
  return g_object_ref (g_ptr_array_index (accounts, 0));
}

static void
on_enter_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;
  g_autoptr (ArrearsAccount) account = NULL;
  ArrearsEntryValues *values;
  const ArrearsEntry *entry;
  const char *name;
  gint64 customer_id;
  gboolean is_of_record = FALSE;

  g_variant_get (parameter, "(&sx)", &name, &customer_id);
  entry = arrears_account_acts_find (name, &is_of_record);
  account = load_account (self, customer_id);
  if (entry == NULL || is_of_record || account == NULL)
    {
      g_warning ("win.enter: '%s' cannot be entered about customer %" G_GINT64_FORMAT, name,
                 customer_id);
      return;
    }

  values = arrears_entry_values_new ();
  arrears_entry_values_set_number (values, "customer_id", customer_id);
  arrears_entry_values_set_text (values, "customer_name", account->name);
  present_entry (self, entry, values, _("Recorded"));
}

static void
on_complete_stage_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsEntryValues *values = arrears_entry_values_new ();

  arrears_entry_values_set_number (values, "customer_id", g_variant_get_int64 (parameter));
  present_entry (ARREARS_WINDOW (user_data), &arrears_entry_complete_stage, values,
                 _("Recorded as done"));
}

static gpointer
acknowledge (ArrearsDesk *desk, gpointer input, GError **error)
{
  const gint64 *customer_id = input;

  return GINT_TO_POINTER (arrears_today_acknowledge (desk, *customer_id, NULL, error));
}

static void
on_acknowledged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsWindow *self = ARREARS_WINDOW (object);
  g_autoptr (ArrearsDesk) desk = user_data;
  g_autoptr (GError) error = NULL;

  if (arrears_job_finish (result, &error) == NULL)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("It Was Not Recorded"), error);
      return;
    }
  arrears_desk_notify_changed (desk);
  arrears_window_tell (self, _("Marked as seen"));
}

static void
on_acknowledge_stage_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;
  ArrearsDesk *desk = arrears_window_get_desk (self);
  gint64 id = g_variant_get_int64 (parameter);
  const ArrearsJob job = { acknowledge, g_memdup2 (&id, sizeof id), g_free, NULL, .is_act = TRUE };

  arrears_job_start (&job, desk, self, NULL, on_acknowledged_cb, g_object_ref (desk));
}

static void
on_edit_rules_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_entry (ARREARS_WINDOW (user_data), &arrears_entry_rules, arrears_entry_values_new (),
                 _("The rules hold from today on"));
}

static void
on_edit_policies_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;

  present (self, arrears_policies_dialog_new (arrears_window_get_desk (self)));
}

static void
on_show_tables_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;

  present (self, arrears_tables_dialog_new (arrears_window_get_desk (self)));
}

static void
on_show_owners_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;

  present (self, arrears_owners_dialog_new (arrears_window_get_desk (self)));
}

static void
on_show_log_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;

  arrears_window_show_section (self, "log");
  gtk_widget_activate_action (arrears_window_get_place (self), "log.show-all", NULL);
  gtk_widget_activate_action (arrears_window_get_place (self), "log.set", "(ss)", "person",
                              g_variant_get_string (parameter, NULL));
}

/* The window on top of this one. */
static GtkWidget *
find_dialog (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *found = window;
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      goes_on = FALSE;
      for (GList *link = windows; link != NULL; link = link->next)
        if (gtk_window_get_transient_for (link->data) == found
            && gtk_widget_get_visible (link->data))
          {
            found = link->data;
            goes_on = TRUE;
            break;
          }
    }
  return GTK_WIDGET (found);
}

/* A program that drives the window reaches by this what stands over it, or else what it shows. */
static void
on_dialog_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;
  GtkWidget *place = find_dialog (GTK_WINDOW (self));
  const char *name;
  g_autoptr (GVariantIter) given = NULL;
  g_autoptr (GVariant) value = NULL;

  g_variant_get (parameter, "(&sav)", &name, &given);
  g_variant_iter_next (given, "v", &value);
  if (place == GTK_WIDGET (self))
    place = arrears_window_get_place (self);
  if (!gtk_widget_activate_action_variant (place, name, value))
    g_warning ("win.dialog: nothing here does '%s'", name);
}

static void
on_actor_answered_cb (ArrearsWindow *self, const char *response, AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (g_str_equal (response, "save"))
    arrears_window_set_actor (self, gtk_editable_get_text (entry));
}

static void
ask_for_actor (ArrearsWindow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _("Who Is Working Here?"),
                            _("The log keeps this name with everything that is recorded.")));

  gtk_editable_set_text (GTK_EDITABLE (entry),
                         arrears_desk_get_actor (arrears_window_get_desk (self)));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_actor_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_set_actor_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (*name != '\0')
    arrears_window_set_actor (ARREARS_WINDOW (user_data), name);
  else
    ask_for_actor (ARREARS_WINDOW (user_data));
}

void
arrears_window_add_acts (ArrearsWindow *self)
{
  static const GActionEntry actions[] = {
    { "enter", on_enter_activated_cb, "(sx)" },
    { "complete-stage", on_complete_stage_activated_cb, "x" },
    { "acknowledge-stage", on_acknowledge_stage_activated_cb, "x" },
    { "edit-rules", on_edit_rules_activated_cb },
    { "edit-policies", on_edit_policies_activated_cb },
    { "show-tables", on_show_tables_activated_cb },
    { "show-owners", on_show_owners_activated_cb },
    { "show-log", on_show_log_activated_cb, "s" },
    { "set-actor", on_set_actor_activated_cb, "s" },
    { "dialog", on_dialog_activated_cb, "(sav)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

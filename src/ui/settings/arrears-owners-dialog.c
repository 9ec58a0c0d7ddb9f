/* arrears-owners-dialog.c: who looks after what, and what each did (责任人)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-owners-dialog.h"

#include "arrears-column-heading.h"
#include "arrears-entries-settings.h"
#include "arrears-entry-dialog.h"
#include "arrears-format.h"
#include "arrears-job.h"
#include "arrears-message.h"
#include "arrears-ownership.h"

#include <glib/gi18n-lib.h>

enum
{
  FIRST_NUMBER = 1,
  LAST_NUMBER = 6,
};

struct _ArrearsOwnersDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkColumnView *view;
  GtkSingleSelection *selection;

  /* Owned */
  ArrearsDesk *desk;
  GListStore *persons;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (ArrearsOwnersDialog, arrears_owners_dialog, ADW_TYPE_WINDOW)

static gpointer
load_persons (ArrearsDesk *desk, gpointer input, GError **error)
{
  return arrears_ownership_report (desk, error);
}

static void
on_persons_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsOwnersDialog *self = ARREARS_OWNERS_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) persons = arrears_job_finish (result, &error);

  if (persons == NULL)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The Persons Could Not Be Read"), error);
      return;
    }
  if (self->desk == NULL)
    return;

  g_list_store_splice (self->persons, 0, g_list_model_get_n_items (G_LIST_MODEL (self->persons)),
                       persons->pdata, persons->len);
  gtk_stack_set_visible_child_name (self->stack, persons->len > 0 ? "rows" : "empty");
}

static void
load (ArrearsOwnersDialog *self)
{
  const ArrearsJob job = { load_persons, NULL, NULL, (GDestroyNotify) g_ptr_array_unref };

  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->loading),
                     on_persons_loaded_cb, NULL);
}

static ArrearsPerson *
get_selected (ArrearsOwnersDialog *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
on_selection_changed_cb (ArrearsOwnersDialog *self)
{
  ArrearsPerson *person = get_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owners.hand-over",
                                 person != NULL && *person->name != '\0' && person->n_accounts > 0);
}

static void
show_log (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsOwnersDialog *self = ARREARS_OWNERS_DIALOG (widget);
  ArrearsPerson *person = get_selected (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (person == NULL || *person->name == '\0' || parent == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-log", "s", person->name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_view_activated_cb (ArrearsOwnersDialog *self)
{
  show_log (GTK_WIDGET (self), NULL, NULL);
}

static void
hand_over (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsOwnersDialog *self = ARREARS_OWNERS_DIALOG (widget);
  ArrearsPerson *person = get_selected (self);
  ArrearsEntryValues *values = arrears_entry_values_new ();

  if (person != NULL)
    arrears_entry_values_set_text (values, "from", person->name);
  arrears_entry_dialog_present (widget, self->desk, &arrears_entry_hand_over, values);
}

static char *
name_person (gpointer self, const char *name)
{
  return g_strdup (name != NULL && *name != '\0' ? name : _("(nobody)"));
}

/* "8 / 1 / 2" */
static char *
format_promises (gpointer self, int n_kept, int n_partly, int n_broken)
{
  if (n_kept + n_partly + n_broken == 0)
    return g_strdup ("");
  return g_strdup_printf ("%d / %d / %d", n_kept, n_partly, n_broken);
}

static void
arrears_owners_dialog_dispose (GObject *object)
{
  ArrearsOwnersDialog *self = ARREARS_OWNERS_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), ARREARS_TYPE_OWNERS_DIALOG);
  g_clear_object (&self->persons);

  G_OBJECT_CLASS (arrears_owners_dialog_parent_class)->dispose (object);
}

static void
arrears_owners_dialog_class_init (ArrearsOwnersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_owners_dialog_dispose;

  g_type_ensure (ARREARS_TYPE_PERSON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/settings/arrears-owners-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsOwnersDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ArrearsOwnersDialog, view);
  gtk_widget_class_bind_template_child (widget_class, ArrearsOwnersDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_person);
  gtk_widget_class_bind_template_callback (widget_class, format_promises);
  arrears_format_bind_closures (widget_class);
  gtk_widget_class_install_action (widget_class, "owners.hand-over", NULL, hand_over);
  gtk_widget_class_install_action (widget_class, "owners.show-log", NULL, show_log);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_owners_dialog_init (ArrearsOwnersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->persons = g_list_store_new (ARREARS_TYPE_PERSON);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->persons));
  for (guint i = FIRST_NUMBER; i <= LAST_NUMBER; i++)
    arrears_column_heading_align_end (self->view, i);
  on_selection_changed_cb (self);
}

GtkWidget *
arrears_owners_dialog_new (ArrearsDesk *desk)
{
  ArrearsOwnersDialog *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  self = g_object_new (ARREARS_TYPE_OWNERS_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "ledger-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}

/* arrears-entry-dialog.c: the dialog of all small acts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entry-dialog.h"

#include "arrears-entry-row.h"
#include "arrears-form.h"
#include "arrears-job.h"
#include "arrears-message.h"
#include "arrears-saving.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

struct _ArrearsEntryDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *cancel_button;
  GtkButton *save_button;
  GtkStack *stack;
  AdwPreferencesGroup *fields;
  AdwPreferencesGroup *reason_group;
  GtkEditable *reason;
  GtkWidget *outcome;
  GtkListBox *lines;
  GtkLabel *hint;

  ArrearsDesk *desk;
  const ArrearsEntry *entry;
  ArrearsEntryValues *values;
  GPtrArray *rows; /* of ArrearsEntryRow; NULL until the form is made */
  GCancellable *preparing;
  GCancellable *describing;
  guint describe_source;
};

G_DEFINE_FINAL_TYPE (ArrearsEntryDialog, arrears_entry_dialog, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_IS_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  PAUSE_IN_TYPING_MS = 150,
};

/* The dialog is as high as its form, up to what fits a small screen. */
enum
{
  DEFAULT_WIDTH = 520,
  HEIGHT_OF_FRAME = 150,
  HEIGHT_OF_FIELD = 56,
  HEIGHT_OF_LONG_FIELD = 110,
  HEIGHT_OF_OUTCOME = 170,
  HEIGHT_OF_ANSWER = 320,
  MOST_HEIGHT = 700,
};

/* What a worker is given: values of its own. */
typedef struct
{
  const ArrearsEntry *entry;
  ArrearsEntryValues *values;
} Request;

static Request *
create_request (ArrearsEntryDialog *self)
{
  Request *request = g_new0 (Request, 1);

  *request = (Request) { self->entry, arrears_entry_values_copy (self->values) };
  return request;
}

static void
free_request (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->values, arrears_entry_values_free);
  g_free (request);
}

static gpointer
prepare_values (ArrearsDesk *desk, gpointer input, GError **error)
{
  Request *request = input;

  if (!request->entry->prepare (desk, request->values, error))
    return NULL;
  return g_steal_pointer (&request->values);
}

static gpointer
describe_values (ArrearsDesk *desk, gpointer input, GError **error)
{
  const Request *request = input;

  return request->entry->describe (desk, request->values, error);
}

static gboolean
record_values (ArrearsDesk *desk, gpointer input, GError **error)
{
  const Request *request = input;

  return request->entry->record (desk, request->values, error);
}

/* The description of a group is markup. */
static void
describe_group (AdwPreferencesGroup *group, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_group_set_description (group, escaped);
}

static ArrearsEntryRow *
find_row (ArrearsEntryDialog *self, const char *name)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    if (g_str_equal (arrears_entry_row_get_name (g_ptr_array_index (self->rows, i)), name))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

static void
show_hint (ArrearsEntryDialog *self, const char *text, const char *technical)
{
  gtk_label_set_text (self->hint, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint), technical);
  gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
}

static void
show_issues (ArrearsEntryDialog *self, GArray *issues)
{
  gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint), NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      ArrearsEntryRow *row = g_ptr_array_index (self->rows, i);

      arrears_form_mark_row (arrears_entry_row_get_widget (row),
                             arrears_form_find_issue (issues, arrears_entry_row_get_name (row)));
    }
  if (issues->len > 0)
    {
      const ArrearsFormIssue *first = &g_array_index (issues, ArrearsFormIssue, 0);

      arrears_form_show_issue (arrears_entry_row_get_widget (find_row (self, first->field)), first,
                               self->hint);
    }
}

static void
clear_lines (ArrearsEntryDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->lines, 0)) != NULL)
    gtk_list_box_remove (self->lines, GTK_WIDGET (row));
}

static void
add_line (ArrearsEntryDialog *self, const ArrearsEntryLine *line)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (line->is_warning)
    {
      adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "dialog-warning-symbolic");
      gtk_widget_add_css_class (row, "finding");
    }
  gtk_list_box_append (self->lines, row);
}

static void
show_lines (ArrearsEntryDialog *self, GPtrArray *lines)
{
  clear_lines (self);
  for (guint i = 0; i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i));
  gtk_widget_set_visible (self->outcome, lines->len > 0);
}

static void
on_described_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsEntryDialog *self = ARREARS_ENTRY_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = arrears_job_finish (result, &error);
  g_autoptr (GArray) issues = NULL;

  if (self->desk == NULL || (lines == NULL && arrears_message_is_cancelled (error)))
    return;
  if (lines != NULL)
    {
      show_lines (self, lines);
      return;
    }

  /* As long as something is missing, that is what is said. */
  gtk_widget_set_visible (self->outcome, FALSE);
  issues = arrears_entry_check (self->entry, self->values);
  if (issues->len == 0)
    show_hint (self, arrears_words_get_for_error (error), error->message);
}

static gboolean
on_typing_paused_cb (gpointer user_data)
{
  ArrearsEntryDialog *self = user_data;
  const ArrearsJob job = { describe_values, create_request (self), free_request,
                           (GDestroyNotify) g_ptr_array_unref };

  self->describe_source = 0;
  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->describing), on_described_cb,
                     NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
is_only_incomplete (GArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    if (g_array_index (issues, ArrearsFormIssue, i).code != ARREARS_ERROR_MISSING)
      return FALSE;
  return TRUE;
}

static void
describe (ArrearsEntryDialog *self, GArray *issues)
{
  g_clear_handle_id (&self->describe_source, g_source_remove);
  g_cancellable_cancel (self->describing);
  if (self->entry->describe == NULL)
    return;

  if (is_only_incomplete (issues))
    self->describe_source = g_timeout_add (PAUSE_IN_TYPING_MS, on_typing_paused_cb, self);
  else
    gtk_widget_set_visible (self->outcome, FALSE);
}

static gboolean
has_reason_if_needed (ArrearsEntryDialog *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self->reason_group))
         || *arrears_entry_values_get_text (self->values, ARREARS_ENTRY_REASON) != '\0';
}

static void
show_rows (ArrearsEntryDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (
        arrears_entry_row_get_widget (g_ptr_array_index (self->rows, i)),
        arrears_entry_shows_field (self->entry, &self->entry->fields[i], self->values));
}

static void
check_form (ArrearsEntryDialog *self)
{
  g_autoptr (GArray) issues = arrears_entry_check (self->entry, self->values);

  show_rows (self);
  show_issues (self, issues);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save",
                                 self->entry->record != NULL && !arrears_form_has_faults (issues)
                                     && has_reason_if_needed (self));
  describe (self, issues);
}

static void
on_row_changed_cb (ArrearsEntryDialog *self, ArrearsEntryRow *row)
{
  g_autofree char *text = arrears_entry_row_get_text (row);

  arrears_entry_values_set_text (self->values, arrears_entry_row_get_name (row), text);
  check_form (self);
}

static void
on_reason_changed_cb (ArrearsEntryDialog *self)
{
  arrears_entry_values_set_text (self->values, ARREARS_ENTRY_REASON,
                                 gtk_editable_get_text (self->reason));
  check_form (self);
}

/* A choice holds its first word, and a switch "0", without anybody touching them. */
static void
add_field (ArrearsEntryDialog *self, const ArrearsEntryField *field)
{
  ArrearsEntryRow *row = arrears_entry_row_new (field, self->values);
  g_autofree char *text = arrears_entry_row_get_text (row);

  arrears_entry_values_set_text (self->values, field->name, text);
  adw_preferences_group_add (self->fields, arrears_entry_row_get_widget (row));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_empty (ArrearsEntryDialog *self, guint position)
{
  ArrearsEntryRow *row = g_ptr_array_index (self->rows, position);

  return *arrears_entry_values_get_text (self->values, arrears_entry_row_get_name (row)) == '\0';
}

/* Where the user begins to type: the first field that is empty, or the first of all. */
static void
start (ArrearsEntryDialog *self)
{
  guint first = 0;

  while (first < self->rows->len && !is_empty (self, first))
    first++;
  if (first == self->rows->len)
    first = 0;
  if (self->rows->len > 0)
    gtk_widget_child_focus (arrears_entry_row_get_widget (g_ptr_array_index (self->rows, first)),
                            GTK_DIR_TAB_FORWARD);
}

static void
show_form (ArrearsEntryDialog *self)
{
  const char *subtitle = arrears_entry_values_get_text (self->values, ARREARS_ENTRY_SUBTITLE);

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  adw_window_title_set_subtitle (self->title, subtitle);
  for (gsize i = 0; i < self->entry->n_fields; i++)
    add_field (self, &self->entry->fields[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->fields),
                          self->entry->n_fields > 0 || self->entry->about != NULL);
  gtk_stack_set_visible_child_name (self->stack, "form");
  check_form (self);
  start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_READY]);
}

static void
on_prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsEntryDialog *self = ARREARS_ENTRY_DIALOG (source);
  g_autoptr (GError) error = NULL;
  ArrearsEntryValues *values = arrears_job_finish (result, &error);

  if (values == NULL)
    {
      if (self->desk != NULL && !arrears_message_is_cancelled (error))
        show_hint (self, arrears_words_get_for_error (error), error->message);
      return;
    }

  g_clear_pointer (&self->values, arrears_entry_values_free);
  self->values = values;
  show_form (self);
}

static void
prepare (ArrearsEntryDialog *self)
{
  const ArrearsJob job = { prepare_values, create_request (self), free_request,
                           (GDestroyNotify) arrears_entry_values_free };

  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->preparing), on_prepared_cb,
                     NULL);
}

static void
ask_for_reason (ArrearsEntryDialog *self, const GError *error)
{
  describe_group (self->reason_group, arrears_words_get_for_error (error));
  gtk_widget_set_visible (GTK_WIDGET (self->reason_group), TRUE);
  check_form (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
on_refused_cb (AdwWindow *dialog, const GError *error)
{
  ArrearsEntryDialog *self = ARREARS_ENTRY_DIALOG (dialog);

  if (arrears_entry_asks_reason (self->entry, error))
    ask_for_reason (self, error);
  else if (arrears_error_get_status (error) == 1)
    show_hint (self, arrears_words_get_for_error (error), error->message);
  else
    arrears_message_show_error (GTK_WIDGET (self), _(self->entry->failure), error);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsEntryDialog *self = ARREARS_ENTRY_DIALOG (widget);
  const ArrearsSaving saving = { .work = record_values,
                                 .input = create_request (self),
                                 .free_input = free_request,
                                 .refused = on_refused_cb };

  arrears_saving_try (ADW_WINDOW (self), self->desk, &saving);
}

static void
set_field (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsEntryDialog *self = ARREARS_ENTRY_DIALOG (widget);
  ArrearsEntryRow *row;
  const char *name;
  const char *text;

  g_variant_get (parameter, "(&s&s)", &name, &text);
  row = find_row (self, name);
  if (g_str_equal (name, ARREARS_ENTRY_REASON))
    gtk_editable_set_text (self->reason, text);
  else if (row != NULL)
    arrears_entry_row_set_text (row, text);
}

static void
arrears_entry_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_READY:
      g_value_set_boolean (value, ARREARS_ENTRY_DIALOG (object)->rows != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_entry_dialog_dispose (GObject *object)
{
  ArrearsEntryDialog *self = ARREARS_ENTRY_DIALOG (object);

  g_clear_handle_id (&self->describe_source, g_source_remove);
  g_cancellable_cancel (self->preparing);
  g_cancellable_cancel (self->describing);
  g_clear_object (&self->preparing);
  g_clear_object (&self->describing);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_ENTRY_DIALOG);

  G_OBJECT_CLASS (arrears_entry_dialog_parent_class)->dispose (object);
}

static void
arrears_entry_dialog_finalize (GObject *object)
{
  g_clear_pointer (&ARREARS_ENTRY_DIALOG (object)->values, arrears_entry_values_free);

  G_OBJECT_CLASS (arrears_entry_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/common/arrears-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, reason_group);
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, ArrearsEntryDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed_cb);
}

static void
arrears_entry_dialog_class_init (ArrearsEntryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = arrears_entry_dialog_get_property;
  object_class->dispose = arrears_entry_dialog_dispose;
  object_class->finalize = arrears_entry_dialog_finalize;

  properties[PROP_IS_READY] = g_param_spec_boolean ("is-ready", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "form.set", "(ss)", set_field);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_entry_dialog_init (ArrearsEntryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", FALSE);
}

static int
estimate_height (const ArrearsEntry *entry)
{
  int height = HEIGHT_OF_FRAME;

  for (gsize i = 0; i < entry->n_fields; i++)
    height += entry->fields[i].kind == ARREARS_ENTRY_LONG_TEXT ? HEIGHT_OF_LONG_FIELD
                                                               : HEIGHT_OF_FIELD;
  if (entry->describe != NULL)
    height += entry->record != NULL ? HEIGHT_OF_OUTCOME : HEIGHT_OF_ANSWER;
  return MIN (height, MOST_HEIGHT);
}

static void
show_entry (ArrearsEntryDialog *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, estimate_height (self->entry));
  gtk_window_set_title (GTK_WINDOW (self), _(self->entry->heading));
  adw_window_title_set_title (self->title, _(self->entry->heading));
  if (self->entry->about != NULL)
    describe_group (self->fields, _(self->entry->about));
  if (self->entry->record != NULL)
    gtk_button_set_label (self->save_button, _(self->entry->save_label));
  else
    gtk_button_set_label (self->cancel_button, _("_Close"));
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), self->entry->record != NULL);
}

GtkWidget *
arrears_entry_dialog_new (ArrearsDesk *desk, const ArrearsEntry *entry, ArrearsEntryValues *values)
{
  ArrearsEntryDialog *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  self = g_object_new (ARREARS_TYPE_ENTRY_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->entry = entry;
  self->values = values;
  show_entry (self);
  if (entry->prepare != NULL)
    prepare (self);
  else
    show_form (self);
  return GTK_WIDGET (self);
}

GtkWidget *
arrears_entry_dialog_present (GtkWidget *widget, ArrearsDesk *desk, const ArrearsEntry *entry,
                              ArrearsEntryValues *values)
{
  GtkWidget *dialog = arrears_entry_dialog_new (desk, entry, values);
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* arrears-import-dialog.c: takes in a file of another program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-import-dialog.h"

#include "arrears-import-choices.h"
#include "arrears-import-columns.h"
#include "arrears-import-file.h"
#include "arrears-import-outcome.h"
#include "arrears-job.h"
#include "arrears-message.h"
#include "arrears-window.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

/* A file is opened in a worker, then tried in a worker each time that the user has changed
 * anything, and at last taken in. One worker at a time reads a file: what is changed while it runs
 * makes its result stale, and it runs again.
 */
struct _ArrearsImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkDropDown *kind;
  ArrearsImportColumns *columns;
  ArrearsImportChoices *choices;
  ArrearsImportOutcome *outcome;
  GtkWidget *settings;
  GtkProgressBar *progress;

  ArrearsDesk *desk;
  ArrearsImportFile *file; /* NULL until one has been opened */
  char *path;
  GCancellable *running; /* NULL while no worker runs */
  gboolean is_stale;
  gboolean is_importing;
  gboolean is_importable;
  GtkFileChooserNative *chooser;
  guint progress_source;
  int *permille; /* of the work, shared with the worker: g_atomic_rc_box */
};

G_DEFINE_FINAL_TYPE (ArrearsImportDialog, arrears_import_dialog, ADW_TYPE_WINDOW)

enum
{
  PROGRESS_INTERVAL_MS = 100,
  PERMILLE = 1000,
};

typedef struct
{
  ArrearsImportKind kind;
  char *path;
} OpenRequest;

typedef struct
{
  ArrearsImportFile *file;
  ArrearsImportOptions options;
  gboolean is_dry_run;
  int *permille;
} RunRequest;

static void
free_open_request (gpointer data)
{
  OpenRequest *request = data;

  g_free (request->path);
  g_free (request);
}

static void
free_run_request (gpointer data)
{
  RunRequest *request = data;

  arrears_import_file_unref (request->file);
  g_atomic_rc_box_release (request->permille);
  g_free (request);
}

static gpointer
open_file (ArrearsDesk *desk, gpointer input, GError **error)
{
  const OpenRequest *request = input;
  ArrearsImport *import = arrears_import_open (request->kind, request->path, NULL, error);

  return import != NULL ? arrears_import_file_new (import) : NULL;
}

static void
note_progress (double fraction, gpointer user_data)
{
  g_atomic_int_set ((int *) user_data, (int) (fraction * PERMILLE));
}

static gpointer
run_import (ArrearsDesk *desk, gpointer input, GError **error)
{
  const RunRequest *request = input;

  return arrears_import_run (request->file->import, desk, &request->options, request->is_dry_run,
                             note_progress, request->permille, error);
}

static ArrearsImportKind
get_kind (ArrearsImportDialog *self)
{
  return (ArrearsImportKind) gtk_drop_down_get_selected (self->kind);
}

static void
update_actions (ArrearsImportDialog *self)
{
  gboolean is_running = self->running != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.take",
                                 self->is_importable && !is_running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose-file", !self->is_importing);
  gtk_widget_set_sensitive (self->settings, !self->is_importing);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_running);
}

static gboolean
on_progress_due_cb (gpointer user_data)
{
  ArrearsImportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress,
                                 (double) g_atomic_int_get (self->permille) / PERMILLE);
  return G_SOURCE_CONTINUE;
}

static GCancellable *
begin_work (ArrearsImportDialog *self)
{
  self->running = g_cancellable_new ();
  self->is_stale = FALSE;
  self->is_importable = FALSE;
  g_atomic_int_set (self->permille, 0);
  gtk_progress_bar_set_fraction (self->progress, 0);
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (PROGRESS_INTERVAL_MS, on_progress_due_cb, self);
  return self->running;
}

static void
end_work (ArrearsImportDialog *self)
{
  g_clear_object (&self->running);
  g_clear_handle_id (&self->progress_source, g_source_remove);
}

/* Whether a result is about a file or kind that is no longer looked at. */
static gboolean
is_outdated (ArrearsImportDialog *self, GAsyncResult *result)
{
  return self->desk == NULL || g_task_get_cancellable (G_TASK (result)) != self->running;
}

static RunRequest *
create_run (ArrearsImportDialog *self, gboolean is_dry_run)
{
  RunRequest *request = g_new0 (RunRequest, 1);

  request->file = arrears_import_file_ref (self->file);
  request->options = arrears_import_choices_get_options (self->choices);
  request->is_dry_run = is_dry_run;
  request->permille = g_atomic_rc_box_acquire (self->permille);
  return request;
}

static void
free_report (gpointer report)
{
  arrears_import_report_free (report);
}

static void
show_report (ArrearsImportDialog *self, const ArrearsImportReport *report)
{
  ArrearsImportOptions options = arrears_import_choices_get_options (self->choices);
  gboolean is_sound = report->n_rejected == 0 || options.skips_bad;

  arrears_import_outcome_show_report (self->outcome, report);
  arrears_import_choices_ask_skipping (self->choices, report->n_rejected > 0);
  self->is_importable = is_sound && report->n_added + report->n_updated > 0;
}

static void
show_obstacle (ArrearsImportDialog *self, const GError *error)
{
  if (g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_DAY_AMBIGUOUS))
    arrears_import_choices_ask_day_order (self->choices);
  arrears_import_outcome_show_obstacle (self->outcome, arrears_words_get_for_error (error),
                                        error->message);
}

static void try_import (ArrearsImportDialog *self);

static void
on_import_tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsImportDialog *self = ARREARS_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImportReport) report = arrears_job_finish (result, &error);

  if (is_outdated (self, result))
    return;

  end_work (self);
  if (self->is_stale)
    try_import (self);
  else if (report != NULL)
    show_report (self, report);
  else if (!arrears_message_is_cancelled (error))
    show_obstacle (self, error);
  update_actions (self);
}

static void
try_import (ArrearsImportDialog *self)
{
  g_autofree char *missing = arrears_import_columns_describe_missing (self->columns);
  g_autofree char *sentence = NULL;
  ArrearsJob job = { run_import, NULL, free_run_request, free_report };

  arrears_import_choices_ask_paid_rule (
      self->choices,
      arrears_import_columns_has_field (self->columns, ARREARS_IMPORT_FIELD_PAID_AMOUNT));
  if (missing != NULL)
    {
      self->is_stale = FALSE;
      self->is_importable = FALSE;
      sentence = g_strdup_printf (_("Say which column is: %s."), missing);
      arrears_import_outcome_show_obstacle (self->outcome, sentence, NULL);
      return;
    }

  arrears_import_columns_apply (self->columns);
  arrears_import_outcome_show_obstacle (self->outcome, NULL, NULL);
  job.input = create_run (self, TRUE);
  arrears_job_start (&job, self->desk, self, begin_work (self), on_import_tried_cb, NULL);
}

static void
on_settings_changed_cb (ArrearsImportDialog *self)
{
  if (self->file == NULL || self->is_importing)
    return;

  if (self->running != NULL)
    {
      self->is_stale = TRUE;
      g_cancellable_cancel (self->running);
      return;
    }
  try_import (self);
  update_actions (self);
}

static void
show_file (ArrearsImportDialog *self, ArrearsImportFile *file)
{
  arrears_import_columns_show (self->columns, NULL);
  g_clear_pointer (&self->file, arrears_import_file_unref);
  self->file = arrears_import_file_ref (file);
  adw_window_title_set_subtitle (self->title, arrears_import_get_name (file->import));
  arrears_import_choices_reset (self->choices);
  arrears_import_columns_show (self->columns, file->import);
  gtk_stack_set_visible_child_name (self->stack, "file");
}

/* An old xls is what most of the files that cannot be read are. */
static void
tell_unreadable (ArrearsImportDialog *self, const GError *error)
{
  const char *sentence = arrears_words_get_for_error (error);

  if (arrears_message_is_cancelled (error))
    return;

  if (g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT))
    sentence = _("This is neither xlsx nor CSV, or the file is empty. Open an old xls in Excel or "
                 "WPS, save it as xlsx, and import that.");
  arrears_message_show (GTK_WIDGET (self), _("The File Could Not Be Read"), sentence,
                        error->message);
}

static void
on_file_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsImportDialog *self = ARREARS_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImportFile) file = arrears_job_finish (result, &error);

  if (is_outdated (self, result))
    return;

  end_work (self);
  if (file != NULL)
    {
      show_file (self, file);
      try_import (self);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, self->file != NULL ? "file" : "choose");
      tell_unreadable (self, error);
    }
  update_actions (self);
}

static void
open_path (ArrearsImportDialog *self)
{
  OpenRequest *request = g_new0 (OpenRequest, 1);
  const ArrearsJob job = { open_file, request, free_open_request,
                           (GDestroyNotify) arrears_import_file_unref };

  request->kind = get_kind (self);
  request->path = g_strdup (self->path);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  arrears_job_start (&job, NULL, self, begin_work (self), on_file_opened_cb, NULL);
}

static void
take_path (ArrearsImportDialog *self, const char *path)
{
  g_autofree char *copy = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&copy);

  /* What runs now is about another file or kind. */
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  open_path (self);
  update_actions (self);
}

static void
on_kind_selected_cb (ArrearsImportDialog *self)
{
  if (self->path != NULL && !self->is_importing)
    take_path (self, self->path);
}

static void
on_file_chosen_cb (ArrearsImportDialog *self, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL)
    take_path (self, path);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Excel and CSV Files"));
  gtk_file_filter_add_suffix (tables, "xlsx");
  gtk_file_filter_add_suffix (tables, "xls"); /* to be told what to do with it */
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, tables);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
choose_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsImportDialog *self = ARREARS_IMPORT_DIALOG (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Choose a File to Import"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
on_file_dropped_cb (ArrearsImportDialog *self, const GValue *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->is_importing)
    return FALSE;

  take_path (self, path);
  return TRUE;
}

static void
tell_imported (ArrearsImportDialog *self, const ArrearsImportReport *report)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  guint n_taken = report->n_added + report->n_updated;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u row imported", "%u rows imported", n_taken), n_taken);

  if (ARREARS_IS_WINDOW (parent))
    arrears_window_tell (ARREARS_WINDOW (parent), text);
}

static void
on_import_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsImportDialog *self = ARREARS_IMPORT_DIALOG (source);
  g_autoptr (ArrearsDesk) desk = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImportReport) report = arrears_job_finish (result, &error);

  if (report != NULL && report->is_taken)
    arrears_desk_notify_changed (desk);
  if (is_outdated (self, result))
    return;

  end_work (self);
  self->is_importing = FALSE;
  if (report != NULL && report->is_taken)
    {
      tell_imported (self, report);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (report != NULL)
    show_report (self, report);
  else
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The File Was Not Imported"), error);
      try_import (self);
    }
  update_actions (self);
}

static void
take_import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsImportDialog *self = ARREARS_IMPORT_DIALOG (widget);
  const ArrearsJob job = { run_import, create_run (self, FALSE), free_run_request, free_report,
                           .is_act = TRUE };

  self->is_importing = TRUE;
  arrears_job_start (&job, self->desk, self, begin_work (self), on_import_taken_cb,
                     g_object_ref (self->desk));
  update_actions (self);
}

/* While a file is being taken in, Cancel stops that and nothing else. */
static void
cancel (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsImportDialog *self = ARREARS_IMPORT_DIALOG (widget);

  if (self->is_importing)
    g_cancellable_cancel (self->running);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
on_close_requested_cb (ArrearsImportDialog *self)
{
  return self->is_importing;
}

static void
arrears_import_dialog_dispose (GObject *object)
{
  ArrearsImportDialog *self = ARREARS_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->chooser);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->file, arrears_import_file_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->permille, g_atomic_rc_box_release);

  G_OBJECT_CLASS (arrears_import_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ARREARS_TYPE_IMPORT_CHOICES);
  g_type_ensure (ARREARS_TYPE_IMPORT_COLUMNS);
  g_type_ensure (ARREARS_TYPE_IMPORT_OUTCOME);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/import/arrears-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportDialog, settings);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_settings_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_file_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_requested_cb);
}

static void
arrears_import_dialog_class_init (ArrearsImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_import_dialog_dispose;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, choose_file);
  gtk_widget_class_install_action (widget_class, "import.take", NULL, take_import);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
}

static void
arrears_import_dialog_init (ArrearsImportDialog *self)
{
  self->permille = g_atomic_rc_box_new0 (int);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
arrears_import_dialog_new (ArrearsDesk *desk, ArrearsImportKind kind, const char *path)
{
  ArrearsImportDialog *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  self = g_object_new (ARREARS_TYPE_IMPORT_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  gtk_drop_down_set_selected (self->kind, kind);
  update_actions (self);
  if (path != NULL && *path != '\0')
    take_path (self, path);
  return GTK_WIDGET (self);
}

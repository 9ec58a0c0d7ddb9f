/* arrears-window-actions.c: what the user can do in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-window-private.h"

#include "arrears-account-view.h"
#include "arrears-company-dialog.h"
#include "arrears-import-dialog.h"
#include "arrears-job.h"
#include "arrears-letter-dialog.h"
#include "arrears-message.h"
#include "arrears-payment-dialog.h"
#include "arrears-verification.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Those that need a ledger. */
static const char *const ledger_actions[] = {
  "search", "open-account", "issue-letter", "receive-payment", "import",
  "edit-company", "back-up", "check-ledger", "enter", "complete-stage",
  "acknowledge-stage", "edit-rules", "edit-policies", "show-tables", "show-owners",
  "show-log", "set-actor",
};

static void
present_dialog (ArrearsWindow *self, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_section_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  arrears_window_show_section (ARREARS_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
on_search_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  arrears_window_start_search (ARREARS_WINDOW (user_data));
}

static void
on_back_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  arrears_window_go_back (ARREARS_WINDOW (user_data));
}

static void
on_open_account_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;

  arrears_window_push (self, arrears_account_view_new (arrears_window_get_desk (self),
                                                       g_variant_get_int64 (parameter)));
}

static void
on_issue_letter_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;

  present_dialog (self, arrears_letter_dialog_new (arrears_window_get_desk (self),
                                                   g_variant_get_int64 (parameter)));
}

static void
on_receive_payment_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;

  present_dialog (self, arrears_payment_dialog_new (arrears_window_get_desk (self),
                                                    g_variant_get_int64 (parameter)));
}

static gboolean
find_import_kind (const char *word, ArrearsImportKind *kind)
{
  for (*kind = ARREARS_IMPORT_CUSTOMERS; *kind <= ARREARS_IMPORT_PAYMENTS; (*kind)++)
    if (g_str_equal (arrears_import_kind_to_word (*kind), word))
      return TRUE;
  return FALSE;
}

static void
on_import_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;
  ArrearsImportKind kind;
  const char *word;
  const char *path;

  g_variant_get (parameter, "(&s&s)", &word, &path);
  if (!find_import_kind (word, &kind))
    {
      g_warning ("win.import: '%s' is neither customers, invoices nor payments", word);
      return;
    }

  present_dialog (self, arrears_import_dialog_new (arrears_window_get_desk (self), kind, path));
}

static void
on_edit_company_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;

  present_dialog (self, arrears_company_dialog_new (arrears_window_get_desk (self)));
}

/* What is done with the path that the user has chosen. */
typedef void (*TakePath) (ArrearsWindow *self, const char *path);

static void
on_chooser_response_cb (ArrearsWindow *self, int response, GtkFileChooserNative *chooser)
{
  TakePath take_path = g_object_get_data (G_OBJECT (chooser), "take-path");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    take_path (self, g_file_peek_path (file));
  arrears_window_keep_chooser (self, NULL);
}

static GtkFileChooser *
create_chooser (ArrearsWindow *self,
                GtkFileChooserAction action,
                const char *title,
                const char *accept,
                TakePath take_path)
{
  g_autoptr (GtkFileChooserNative) chooser
    = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "take-path", take_path);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  arrears_window_keep_chooser (self, chooser);
  return GTK_FILE_CHOOSER (chooser);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
show_chooser (GtkFileChooser *chooser)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The path that the action was given; NULL where the user is to choose. */
static const char *
get_given_path (GVariant *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);

  return *path != '\0' ? path : NULL;
}

static void
create_ledger (ArrearsWindow *self, const char *path)
{
  arrears_window_start_opening (self, ARREARS_OPENING_CREATE, path);
}

static void
on_new_ledger_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;
  GtkFileChooser *chooser;

  if (get_given_path (parameter) != NULL)
    {
      create_ledger (self, get_given_path (parameter));
      return;
    }

  chooser = create_chooser (self, GTK_FILE_CHOOSER_ACTION_SAVE, _("New Ledger"), _("_Create"),
                            create_ledger);
  gtk_file_chooser_set_current_name (chooser, _("ledger.arrears"));
  show_chooser (chooser);
}

static void
on_open_ledger_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;
  GtkFileChooser *chooser;

  if (get_given_path (parameter) != NULL)
    {
      arrears_window_open_ledger (self, get_given_path (parameter));
      return;
    }

  chooser = create_chooser (self, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open Ledger"), _("_Open"),
                            arrears_window_open_ledger);
  add_filter (chooser, _("Ledgers"), "*.arrears");
  add_filter (chooser, _("All Files"), "*");
  show_chooser (chooser);
}

static void
on_start_ledger_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *path = arrears_opening_make_path ("ledger", TRUE);

  create_ledger (ARREARS_WINDOW (user_data), path);
}

static void
on_try_sample_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *path = arrears_opening_make_path ("sample-shop", FALSE);

  arrears_window_start_opening (ARREARS_WINDOW (user_data), ARREARS_OPENING_SAMPLE, path);
}

/* A ledger is never written over; an older backup may be, which the user has been asked about. */
static gpointer
back_up_ledger (ArrearsDesk *desk, gpointer input, GError **error)
{
  const char *path = input;
  g_autofree char *beside = g_strconcat (path, ".new", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return arrears_desk_back_up (desk, path, error) ? g_strdup (path) : NULL;

  if (g_str_equal (path, arrears_desk_get_path (desk)))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS,
                   "%s is the ledger itself; expected another file", path);
      return NULL;
    }
  if (!arrears_desk_back_up (desk, beside, error))
    return NULL;
  if (g_rename (beside, path) == 0)
    return g_strdup (path);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "cannot replace %s: %s", path,
               g_strerror (errno));
  return NULL;
}

static void
on_ledger_backed_up_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsWindow *self = ARREARS_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = arrears_job_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The Ledger Could Not Be Backed Up"), error);
      return;
    }

  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_("Backed up to %s"), name);
  arrears_window_tell (self, text);
}

static void
back_up (ArrearsWindow *self, const char *path)
{
  ArrearsJob job = { back_up_ledger, g_strdup (path), g_free, g_free };

  arrears_job_start (&job, arrears_window_get_desk (self), self, NULL, on_ledger_backed_up_cb,
                     NULL);
}

/* "name-2026-03-05.arrears" */
static char *
make_backup_name (ArrearsWindow *self)
{
  g_autofree char *base = g_path_get_basename (arrears_window_get_ledger_path (self));
  g_autofree char *day
    = arrears_day_to_string (arrears_desk_get_as_of (arrears_window_get_desk (self)));

  if (g_str_has_suffix (base, ".arrears"))
    base[strlen (base) - strlen (".arrears")] = '\0';
  return g_strdup_printf ("%s-%s.arrears", base, day);
}

static void
on_back_up_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;
  g_autofree char *name = NULL;
  GtkFileChooser *chooser;

  if (get_given_path (parameter) != NULL)
    {
      back_up (self, get_given_path (parameter));
      return;
    }

  name = make_backup_name (self);
  chooser
    = create_chooser (self, GTK_FILE_CHOOSER_ACTION_SAVE, _("Back Up Ledger"), _("_Save"), back_up);
  gtk_file_chooser_set_current_name (chooser, name);
  show_chooser (chooser);
}

static gpointer
verify_ledger (ArrearsDesk *desk, gpointer input, GError **error)
{
  return arrears_desk_verify (desk, error);
}

static void
on_ledger_verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsWindow *self = ARREARS_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) faults = arrears_job_finish (result, &error);

  if (faults == NULL)
    arrears_message_show_error (GTK_WIDGET (self), _("The Ledger Could Not Be Checked"), error);
  else if (*faults == NULL)
    arrears_window_tell (self, _("The ledger is sound"));
  else
    arrears_verification_show_faults (GTK_WINDOW (self), faults);
}

static void
on_check_ledger_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;
  ArrearsJob job = { verify_ledger, NULL, NULL, (GDestroyNotify) g_strfreev };

  arrears_job_start (&job, arrears_window_get_desk (self), self, NULL, on_ledger_verified_cb, NULL);
}

static void
verify_document (ArrearsWindow *self, const char *path)
{
  arrears_verification_start (GTK_WINDOW (self), path);
}

static void
on_verify_document_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ArrearsWindow *self = user_data;
  GtkFileChooser *chooser;

  if (get_given_path (parameter) != NULL)
    {
      verify_document (self, get_given_path (parameter));
      return;
    }

  chooser = create_chooser (self, GTK_FILE_CHOOSER_ACTION_OPEN, _("Check Signatures"), _("_Check"),
                            verify_document);
  add_filter (chooser, _("PDF Files"), "*.pdf");
  add_filter (chooser, _("All Files"), "*");
  show_chooser (chooser);
}

/* GTK would build a help overlay of the usual name with every window, shown or not. */
static void
build_shortcuts (GtkApplicationWindow *window)
{
  g_autoptr (GtkBuilder) builder
    = gtk_builder_new_from_resource ("/io/github/arrears/Arrears/ui/arrears-shortcuts.ui");

  gtk_application_window_set_help_overlay (
    window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
}

static void
on_show_shortcuts_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplicationWindow *window = user_data;

  if (gtk_application_window_get_help_overlay (window) == NULL)
    build_shortcuts (window);
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

/* In the window's map of actions, which other programs reach over D-Bus. */
void
arrears_window_add_actions (ArrearsWindow *self)
{
  static const GActionEntry actions[] = {
    { "section", on_section_activated_cb, "s" },
    { "search", on_search_activated_cb },
    { "back", on_back_activated_cb },
    { "open-account", on_open_account_activated_cb, "x" },
    { "issue-letter", on_issue_letter_activated_cb, "x" },
    { "receive-payment", on_receive_payment_activated_cb, "x" },
    { "import", on_import_activated_cb, "(ss)" },
    { "edit-company", on_edit_company_activated_cb },
    { "verify-document", on_verify_document_activated_cb, "s" },
    { "new-ledger", on_new_ledger_activated_cb, "s" },
    { "open-ledger", on_open_ledger_activated_cb, "s" },
    { "start-ledger", on_start_ledger_activated_cb },
    { "try-sample", on_try_sample_activated_cb },
    { "back-up", on_back_up_activated_cb, "s" },
    { "check-ledger", on_check_ledger_activated_cb },
    { "show-shortcuts", on_show_shortcuts_activated_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  arrears_window_add_acts (self);
}

void
arrears_window_enable_actions (ArrearsWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ledger_actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), ledger_actions[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   arrears_window_get_desk (self) != NULL);
    }
}

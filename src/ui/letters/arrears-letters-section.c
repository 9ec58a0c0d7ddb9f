/* arrears-letters-section.c: documents as they were issued (函件)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-letters-section.h"

#include "arrears-document-view.h"
#include "arrears-document.h"
#include "arrears-format.h"
#include "arrears-job.h"
#include "arrears-letter.h"
#include "arrears-list-table.h"
#include "arrears-message.h"
#include "arrears-printing.h"

#include <glib/gi18n-lib.h>

struct _ArrearsLettersSection
{
  ArrearsSection parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  ArrearsListTable *table;

  /* Owned */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ArrearsLettersSection, arrears_letters_section, ARREARS_TYPE_SECTION)

/* A document on its way out of the ledger, and what is done with it there. */
typedef void (*HandOn) (ArrearsLettersSection *self, GBytes *bytes, ArrearsDocument *document,
                        const char *path);

typedef struct
{
  HandOn hand_on;
  ArrearsDocument *document;
  char *path;
} Errand;

static void
free_errand (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->document);
  g_free (errand->path);
  g_free (errand);
}

static gpointer
load_bytes (ArrearsDesk *desk, gpointer input, GError **error)
{
  ArrearsDocument *document = input;

  return arrears_letter_load_bytes (desk, document->id, error);
}

static void
on_bytes_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsLettersSection *self = ARREARS_LETTERS_SECTION (object);
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = arrears_job_finish (result, &error);

  if (bytes != NULL)
    errand->hand_on (self, bytes, errand->document, errand->path);
  else if (!arrears_message_is_cancelled (error))
    arrears_message_show_error (GTK_WIDGET (self), _("The Document Could Not Be Read"), error);
  free_errand (errand);
}

/* Loads the selected document and hands it on. */
static void
start_errand (ArrearsLettersSection *self, HandOn hand_on, ArrearsDocument *document,
              const char *path)
{
  ArrearsJob job = { load_bytes, g_object_ref (document), g_object_unref,
                     (GDestroyNotify) g_bytes_unref };
  Errand *errand = g_new0 (Errand, 1);

  errand->hand_on = hand_on;
  errand->document = g_object_ref (document);
  errand->path = g_strdup (path);
  arrears_job_start (&job, arrears_section_get_desk (ARREARS_SECTION (self)), self,
                     arrears_job_renew (&self->cancellable), on_bytes_loaded_cb, errand);
}

static GtkWindow *
get_window (ArrearsLettersSection *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
print_document (ArrearsLettersSection *self,
                GBytes *bytes,
                ArrearsDocument *document,
                const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation
    = arrears_printing_create_operation (bytes, document->number, &error);

  if (operation == NULL
      || gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  get_window (self), &error)
           == GTK_PRINT_OPERATION_RESULT_ERROR)
    arrears_message_show_error (GTK_WIDGET (self), _("The Document Could Not Be Printed"), error);
}

static void
save_document (ArrearsLettersSection *self,
               GBytes *bytes,
               ArrearsDocument *document,
               const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!arrears_letter_save_file (bytes, path, &error))
    arrears_message_show_error (GTK_WIDGET (self), _("The Document Could Not Be Saved"), error);
}

static void
open_elsewhere (ArrearsLettersSection *self,
                GBytes *bytes,
                ArrearsDocument *document,
                const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name
    = arrears_printing_make_file_name (document->number, document->customer_name);

  if (!arrears_printing_open_elsewhere (get_window (self), bytes, name, &error))
    arrears_message_show_error (GTK_WIDGET (self), _("The Document Could Not Be Opened"), error);
}

static void
show_document (ArrearsLettersSection *self, ArrearsDocument *document)
{
  GtkWidget *view
    = arrears_document_view_new (arrears_section_get_desk (ARREARS_SECTION (self)), document);

  gtk_window_set_transient_for (GTK_WINDOW (view), get_window (self));
  gtk_window_present (GTK_WINDOW (view));
}

static ArrearsDocument *
get_selected (ArrearsLettersSection *self)
{
  return ARREARS_DOCUMENT (arrears_list_table_get_selected (self->table));
}

static void
on_open_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ArrearsLettersSection *self = ARREARS_LETTERS_SECTION (widget);

  show_document (self, get_selected (self));
}

static void
on_print_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ArrearsLettersSection *self = ARREARS_LETTERS_SECTION (widget);

  start_errand (self, print_document, get_selected (self), NULL);
}

static void
on_open_elsewhere_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ArrearsLettersSection *self = ARREARS_LETTERS_SECTION (widget);

  start_errand (self, open_elsewhere, get_selected (self), NULL);
}

static void
on_chooser_response_cb (ArrearsLettersSection *self, int response, GtkFileChooserNative *chooser)
{
  ArrearsDocument *document = g_object_get_data (G_OBJECT (chooser), "document");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    start_errand (self, save_document, document, g_file_peek_path (file));
  g_clear_object (&self->chooser);
}

static void
on_save_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ArrearsLettersSection *self = ARREARS_LETTERS_SECTION (widget);
  ArrearsDocument *document = get_selected (self);
  g_autofree char *name
    = arrears_printing_make_file_name (document->number, document->customer_name);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save a Copy"), get_window (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_object_set_data_full (G_OBJECT (self->chooser), "document", g_object_ref (document),
                          g_object_unref);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static const char *const selection_actions[]
  = { "letters.open", "letters.print", "letters.save", "letters.open-elsewhere" };

static void
on_selected_notified_cb (ArrearsLettersSection *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (selection_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), selection_actions[i],
                                   get_selected (self) != NULL);
}

static void
on_search_changed_cb (ArrearsLettersSection *self)
{
  arrears_list_table_set_search (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Typing anywhere searches; the cursor goes where the text does. */
static void
on_search_started_cb (ArrearsLettersSection *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
on_search_stopped_cb (ArrearsLettersSection *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
on_table_activated_cb (ArrearsLettersSection *self, ArrearsDocument *document)
{
  show_document (self, document);
}

static char *
format_n_letters (gpointer self, guint n)
{
  return g_strdup_printf (ngettext ("%'u letter", "%'u letters", n), n);
}

static void
arrears_letters_section_build (ArrearsSection *section)
{
  ArrearsLettersSection *self = ARREARS_LETTERS_SECTION (section);

  arrears_list_table_set_kind (self->table, ARREARS_LISTING_DOCUMENTS);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  on_selected_notified_cb (self);
}

static void
arrears_letters_section_set_desk (ArrearsSection *section, ArrearsDesk *desk)
{
  arrears_list_table_set_desk (ARREARS_LETTERS_SECTION (section)->table, desk);
}

static void
arrears_letters_section_refresh (ArrearsSection *section)
{
  arrears_list_table_refresh (ARREARS_LETTERS_SECTION (section)->table);
}

static gboolean
arrears_letters_section_start_search (ArrearsSection *section)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ARREARS_LETTERS_SECTION (section)->search));
}

static void
arrears_letters_section_dispose (GObject *object)
{
  ArrearsLettersSection *self = ARREARS_LETTERS_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (arrears_letters_section_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "letters.open", NULL, on_open_activated_cb);
  gtk_widget_class_install_action (klass, "letters.print", NULL, on_print_activated_cb);
  gtk_widget_class_install_action (klass, "letters.save", NULL, on_save_activated_cb);
  gtk_widget_class_install_action (klass, "letters.open-elsewhere", NULL,
                                   on_open_elsewhere_activated_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "letters.print", NULL);
}

static void
arrears_letters_section_class_init (ArrearsLettersSectionClass *klass)
{
  ArrearsSectionClass *section_class = ARREARS_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_letters_section_dispose;
  section_class->build = arrears_letters_section_build;
  section_class->set_desk = arrears_letters_section_set_desk;
  section_class->refresh = arrears_letters_section_refresh;
  section_class->start_search = arrears_letters_section_start_search;
  install_actions (widget_class);

  g_type_ensure (ARREARS_TYPE_DOCUMENT);
  arrears_list_table_ensure_types ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/arrears/Arrears/ui/letters/arrears-letters-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsLettersSection, search);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLettersSection, table);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_notified_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_n_letters);
  arrears_format_bind_closures (widget_class);
}

static void
arrears_letters_section_init (ArrearsLettersSection *self)
{
}

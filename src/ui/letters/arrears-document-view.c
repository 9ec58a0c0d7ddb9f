/* arrears-document-view.c: a document as it was issued
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-document-view.h"

#include "arrears-job.h"
#include "arrears-letter.h"
#include "arrears-message.h"
#include "arrears-pdf-view.h"
#include "arrears-printing.h"
#include "arrears-signing.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

struct _ArrearsDocumentView
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *verdict;
  GtkImage *verdict_icon;
  GtkLabel *verdict_label;
  ArrearsPdfView *pdf_view;

  ArrearsDesk *desk;
  ArrearsDocument *document;
  GBytes *bytes; /* NULL until they have been loaded */
  GCancellable *cancellable;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (ArrearsDocumentView, arrears_document_view, ADW_TYPE_WINDOW)

/* What a worker finds out about a document. */
typedef struct
{
  GBytes *bytes;
  GPtrArray *verdicts; /* NULL where the signatures cannot be read */
} LoadedDocument;

static void
free_loaded (gpointer data)
{
  LoadedDocument *loaded = data;

  g_clear_pointer (&loaded->bytes, g_bytes_unref);
  g_clear_pointer (&loaded->verdicts, g_ptr_array_unref);
  g_free (loaded);
}

static gpointer
load_document (ArrearsDesk *desk, gpointer input, GError **error)
{
  ArrearsDocument *document = input;
  g_autoptr (GBytes) bytes = arrears_letter_load_bytes (desk, document->id, error);
  LoadedDocument *loaded;

  if (bytes == NULL)
    return NULL;

  loaded = g_new0 (LoadedDocument, 1);
  loaded->verdicts = arrears_signing_verify_bytes (bytes, NULL);
  loaded->bytes = g_steal_pointer (&bytes);
  return loaded;
}

static char *
describe_verdict (const ArrearsSigningVerdict *verdict)
{
  g_autoptr (GDateTime) signed_at = NULL;
  g_autofree char *at = NULL;

  if (verdict->signed_at == 0)
    /* Translators: %s is the name in a signature. */
    return g_strdup_printf (_("Signed by %s; unchanged since"), verdict->signer);

  signed_at = g_date_time_new_from_unix_local (verdict->signed_at);
  at = g_date_time_format (signed_at, "%Y-%m-%d %H:%M");
  /* Translators: the name in a signature, and day and time. */
  return g_strdup_printf (_("Signed by %s on %s; unchanged since"), verdict->signer, at);
}

static void
set_verdict (ArrearsDocumentView *self, const char *text, const char *icon, const char *style)
{
  gtk_label_set_text (self->verdict_label, text);
  gtk_image_set_from_icon_name (self->verdict_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict_icon), (const char *[]) { style, NULL });
  gtk_widget_set_visible (self->verdict, TRUE);
}

static void
show_verdict (ArrearsDocumentView *self, GPtrArray *verdicts)
{
  g_autofree char *text = NULL;
  const ArrearsSigningVerdict *last;

  if (verdicts == NULL)
    {
      set_verdict (self, _("The signature cannot be read: the document is damaged"),
                   "dialog-error-symbolic", "error");
      return;
    }
  if (verdicts->len == 0)
    {
      set_verdict (self, _("Not signed"), "dialog-information-symbolic", "dim-label");
      return;
    }

  last = g_ptr_array_index (verdicts, verdicts->len - 1);
  gtk_widget_set_tooltip_text (self->verdict, last->fingerprint);
  if (arrears_signing_is_sound (verdicts))
    {
      text = describe_verdict (last);
      set_verdict (self, text, "emblem-ok-symbolic", "success");
    }
  else
    set_verdict (self, _("Changed since it was signed!"), "dialog-error-symbolic", "error");
}

static void
enable_actions (ArrearsDocumentView *self, gboolean is_enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.save", is_enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.print", is_enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.open-elsewhere", is_enabled);
}

static void
on_document_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsDocumentView *self = ARREARS_DOCUMENT_VIEW (source);
  g_autoptr (GError) error = NULL;
  LoadedDocument *loaded = arrears_job_finish (result, &error);

  if (loaded == NULL)
    {
      if (self->desk != NULL)
        arrears_message_show_error (GTK_WIDGET (self), _("The Document Could Not Be Shown"), error);
      return;
    }

  self->bytes = g_bytes_ref (loaded->bytes);
  show_verdict (self, loaded->verdicts);
  enable_actions (self, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  if (!arrears_pdf_view_set_bytes (self->pdf_view, self->bytes, &error))
    arrears_message_show_error (GTK_WIDGET (self), _("The Document Could Not Be Shown"), error);
  gtk_widget_grab_focus (GTK_WIDGET (self->pdf_view));
  free_loaded (loaded);
}

typedef struct
{
  GBytes *bytes;
  char *path;
} SaveRequest;

static void
free_save_request (gpointer data)
{
  SaveRequest *request = data;

  g_bytes_unref (request->bytes);
  g_free (request->path);
  g_free (request);
}

static gpointer
save_file (ArrearsDesk *desk, gpointer input, GError **error)
{
  const SaveRequest *request = input;

  if (!arrears_letter_save_file (request->bytes, request->path, error))
    return NULL;
  return g_strdup (request->path);
}

static void
on_file_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsDocumentView *self = ARREARS_DOCUMENT_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = arrears_job_finish (result, &error);

  if (self->desk == NULL)
    return;

  if (path != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Saved")));
  else
    arrears_message_show_error (GTK_WIDGET (self), _("The Document Could Not Be Saved"), error);
}

static void
save_to (ArrearsDocumentView *self, const char *path)
{
  SaveRequest *request = g_new0 (SaveRequest, 1);
  const ArrearsJob job = { save_file, request, free_save_request, g_free };

  request->bytes = g_bytes_ref (self->bytes);
  request->path = g_strdup (path);
  arrears_job_start (&job, NULL, self, NULL, on_file_saved_cb, NULL);
}

static char *
make_file_name (ArrearsDocumentView *self)
{
  return arrears_printing_make_file_name (self->document->number, self->document->customer_name);
}

static void
on_save_chosen_cb (ArrearsDocumentView *self, int response, GtkNativeDialog *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        save_to (self, path);
    }
  g_clear_object (&self->chooser);
}

static void
choose_where_to_save (ArrearsDocumentView *self)
{
  g_autofree char *file_name = make_file_name (self);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save Document"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_save_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_document (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsDocumentView *self = ARREARS_DOCUMENT_VIEW (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  if (*path == '\0')
    choose_where_to_save (self);
  else
    save_to (self, path);
}

static void
print_document (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsDocumentView *self = ARREARS_DOCUMENT_VIEW (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  operation = arrears_printing_create_operation (self->bytes, self->document->number, &error);
  if (operation == NULL
      || gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  GTK_WINDOW (self), &error)
             == GTK_PRINT_OPERATION_RESULT_ERROR)
    arrears_message_show_error (widget, _("The Document Could Not Be Printed"), error);
}

static void
open_elsewhere (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsDocumentView *self = ARREARS_DOCUMENT_VIEW (widget);
  g_autofree char *file_name = make_file_name (self);
  g_autoptr (GError) error = NULL;

  if (!arrears_printing_open_elsewhere (GTK_WINDOW (self), self->bytes, file_name, &error))
    arrears_message_show_error (widget, _("The Document Could Not Be Opened"), error);
}

static void
arrears_document_view_dispose (GObject *object)
{
  ArrearsDocumentView *self = ARREARS_DOCUMENT_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->desk);
  g_clear_object (&self->document);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_DOCUMENT_VIEW);

  G_OBJECT_CLASS (arrears_document_view_parent_class)->dispose (object);
}

static void
arrears_document_view_class_init (ArrearsDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_document_view_dispose;

  g_type_ensure (ARREARS_TYPE_PDF_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/letters/arrears-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsDocumentView, title);
  gtk_widget_class_bind_template_child (widget_class, ArrearsDocumentView, toasts);
  gtk_widget_class_bind_template_child (widget_class, ArrearsDocumentView, stack);
  gtk_widget_class_bind_template_child (widget_class, ArrearsDocumentView, verdict);
  gtk_widget_class_bind_template_child (widget_class, ArrearsDocumentView, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, ArrearsDocumentView, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, ArrearsDocumentView, pdf_view);

  gtk_widget_class_install_action (widget_class, "document.save", "s", save_document);
  gtk_widget_class_install_action (widget_class, "document.print", NULL, print_document);
  gtk_widget_class_install_action (widget_class, "document.open-elsewhere", NULL, open_elsewhere);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "document.save",
                                       "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "document.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_document_view_init (ArrearsDocumentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  enable_actions (self, FALSE);
}

static void
load (ArrearsDocumentView *self)
{
  const ArrearsJob job = { load_document, g_object_ref (self->document), g_object_unref,
                           free_loaded };

  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->cancellable),
                     on_document_loaded_cb, NULL);
}

GtkWidget *
arrears_document_view_new (ArrearsDesk *desk, ArrearsDocument *document)
{
  ArrearsDocumentView *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (ARREARS_IS_DOCUMENT (document), NULL);

  self = g_object_new (ARREARS_TYPE_DOCUMENT_VIEW, NULL);
  self->desk = g_object_ref (desk);
  self->document = g_object_ref (document);

  title = g_strdup_printf ("%s %s", arrears_words_get_for_document_kind (document->kind),
                           document->number);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, document->customer_name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  load (self);
  return GTK_WIDGET (self);
}

/* arrears-letter-dialog.c: issues a formal letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-letter-dialog.h"

#include "arrears-account-page.h"
#include "arrears-claim-summary.h"
#include "arrears-company-dialog.h"
#include "arrears-document-view.h"
#include "arrears-job.h"
#include "arrears-letter.h"
#include "arrears-message.h"
#include "arrears-pdf-view.h"
#include "arrears-signing-choice.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

struct _ArrearsLetterDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkWidget *edit_company;
  GtkWidget *choices;
  ArrearsClaimSummary *claim;
  ArrearsSigningChoice *signing;
  AdwPreferencesGroup *reason_group;
  GtkEditable *reason;
  GtkSpinner *spinner;
  ArrearsPdfView *pdf_view;

  ArrearsDesk *desk;
  gint64 customer_id;
  GCancellable *drafting;
  gboolean has_draft;
  gboolean is_issuing;
};

G_DEFINE_FINAL_TYPE (ArrearsLetterDialog, arrears_letter_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  gint64 customer_id;
  char *seal_path;
} DraftRequest;

typedef struct
{
  ArrearsDemand *demand;
  ArrearsDay last_letter_on;
  GBytes *preview;
  GPtrArray *objections; /* of GError: all for which a letter needs a reason today */
  GError *seal_error;    /* why the seal cannot be printed, or NULL */
} Draft;

/* What arrears_letter_issue() is given. */
typedef struct
{
  gint64 customer_id;
  char *identity_path;
  char *password;
  char *seal_path;
  char *reason;
} IssueRequest;

static void
free_draft_request (gpointer data)
{
  DraftRequest *request = data;

  g_free (request->seal_path);
  g_free (request);
}

static void
free_draft (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->demand, arrears_demand_free);
  g_clear_pointer (&draft->preview, g_bytes_unref);
  g_clear_pointer (&draft->objections, g_ptr_array_unref);
  g_clear_error (&draft->seal_error);
  g_free (draft);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, free_draft)

static void
free_issue_request (gpointer data)
{
  IssueRequest *request = data;

  g_free (request->identity_path);
  g_free (request->password);
  g_free (request->seal_path);
  g_free (request->reason);
  g_free (request);
}

static gboolean
load_last_letter (ArrearsDesk *desk, gint64 customer_id, ArrearsDay *day, GError **error)
{
  g_autoptr (ArrearsAccountPage) page = arrears_account_page_load (desk, customer_id, error);

  if (page == NULL)
    return FALSE;
  *day = page->account->last_letter_on;
  return TRUE;
}

/* A seal that cannot be printed is no reason to show no letter. */
static gboolean
preview_letter (ArrearsDesk *desk, const DraftRequest *request, Draft *draft, GError **error)
{
  if (request->seal_path != NULL)
    draft->preview = arrears_letter_preview (desk, request->customer_id, request->seal_path,
                                             &draft->seal_error);
  if (draft->preview == NULL)
    draft->preview = arrears_letter_preview (desk, request->customer_id, NULL, error);
  return draft->preview != NULL;
}

static gpointer
draft_letter (ArrearsDesk *desk, gpointer input, GError **error)
{
  const DraftRequest *request = input;
  g_autoptr (Draft) draft = g_new0 (Draft, 1);

  draft->demand = arrears_letter_draft (desk, request->customer_id, error);
  if (draft->demand == NULL
      || !load_last_letter (desk, request->customer_id, &draft->last_letter_on, error)
      || !preview_letter (desk, request, draft, error))
    return NULL;

  draft->objections = arrears_letter_list_objections (desk, request->customer_id, error);
  return draft->objections != NULL ? g_steal_pointer (&draft) : NULL;
}

static gpointer
issue_letter (ArrearsDesk *desk, gpointer input, GError **error)
{
  const IssueRequest *request = input;
  const ArrearsLetterOptions options = { .identity_path = request->identity_path,
                                         .password = request->password,
                                         .seal_path = request->seal_path,
                                         .override_reason = request->reason };

  return arrears_letter_issue (desk, request->customer_id, &options, error);
}

static char *
get_reason (ArrearsLetterDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
}

static void
update_actions (ArrearsLetterDialog *self)
{
  g_autofree char *reason = get_reason (self);
  gboolean needs_reason = gtk_widget_get_visible (GTK_WIDGET (self->reason_group));
  gboolean is_signing_complete;

  g_object_get (self->signing, "is-complete", &is_signing_complete, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.issue",
                                 self->has_draft && !self->is_issuing && is_signing_complete
                                     && (!needs_reason || *reason != '\0'));
  gtk_widget_set_sensitive (self->choices, !self->is_issuing);
}

/* One reason answers them all, so all are told. */
static void
ask_for_reason (ArrearsLetterDialog *self, GPtrArray *objections)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < objections->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            arrears_words_get_for_error (g_ptr_array_index (objections, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->reason_group), objections->len > 0);
  adw_preferences_group_set_description (self->reason_group, text->str);
  g_string_free (text, TRUE);
}

static void
show_problem (ArrearsLetterDialog *self, const GError *error)
{
  gboolean is_company = g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_COMPANY_MISSING);

  self->has_draft = FALSE;
  adw_status_page_set_description (self->problem, arrears_words_get_for_error (error));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->problem), error->message);
  gtk_widget_set_visible (self->edit_company, is_company);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
show_draft (ArrearsLetterDialog *self, Draft *draft)
{
  g_autoptr (GError) error = NULL;

  self->has_draft = TRUE;
  adw_window_title_set_subtitle (self->title, draft->demand->debtor->name);
  arrears_claim_summary_show (self->claim, draft->demand, draft->last_letter_on);
  ask_for_reason (self, draft->objections);
  gtk_stack_set_visible_child_name (self->stack, "letter");
  if (!arrears_pdf_view_set_bytes (self->pdf_view, draft->preview, &error))
    arrears_message_show_error (GTK_WIDGET (self), _("The Letter Could Not Be Shown"), error);
  if (draft->seal_error != NULL)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The Seal Could Not Be Printed"),
                                  draft->seal_error);
      arrears_signing_choice_set_seal_path (self->signing, NULL);
    }
}

static void
on_letter_drafted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsLetterDialog *self = ARREARS_LETTER_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Draft) draft = arrears_job_finish (result, &error);

  if (draft == NULL && arrears_message_is_cancelled (error))
    return;

  gtk_spinner_stop (self->spinner);
  if (draft != NULL)
    show_draft (self, draft);
  else
    show_problem (self, error);
  update_actions (self);
}

static void
draft (ArrearsLetterDialog *self)
{
  DraftRequest *request = g_new0 (DraftRequest, 1);
  const ArrearsJob job = { draft_letter, request, free_draft_request, free_draft };

  request->customer_id = self->customer_id;
  request->seal_path = g_strdup (arrears_signing_choice_get_seal_path (self->signing));
  gtk_spinner_start (self->spinner);
  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->drafting),
                     on_letter_drafted_cb, NULL);
}

/* What made the letter impossible may have been put right in another window. */
static void
on_ledger_changed_cb (ArrearsLetterDialog *self)
{
  if (!self->is_issuing)
    draft (self);
}

static void
show_document (ArrearsLetterDialog *self, ArrearsDocument *document)
{
  GtkWidget *view = arrears_document_view_new (self->desk, document);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_set_transient_for (GTK_WINDOW (view), parent);
  gtk_window_present (GTK_WINDOW (view));
}

/* What needs a reason now, but did not when the letter was drafted. */
static gboolean
is_objection (const GError *error)
{
  return g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_TOO_SOON)
         || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_BELOW_LEAST)
         || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_NEW)
         || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_LIMITATION_ENDED);
}

static void
show_refusal (ArrearsLetterDialog *self, GError *error)
{
  if (is_objection (error))
    {
      g_autoptr (GPtrArray) objections = g_ptr_array_new ();

      g_ptr_array_add (objections, error);
      ask_for_reason (self, objections);
      update_actions (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
      return;
    }
  if (g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_PASSWORD))
    arrears_signing_choice_refuse_password (self->signing);
  arrears_message_show_error (GTK_WIDGET (self), _("The Letter Was Not Issued"), error);
}

static void
on_letter_issued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ArrearsLetterDialog *self = ARREARS_LETTER_DIALOG (source);
  g_autoptr (ArrearsDesk) desk = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) document = arrears_job_finish (result, &error);

  if (document != NULL)
    arrears_desk_notify_changed (desk);
  if (self->desk == NULL)
    return;

  self->is_issuing = FALSE;
  gtk_spinner_stop (self->spinner);
  if (document != NULL)
    {
      show_document (self, document);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  update_actions (self);
  show_refusal (self, error);
}

/* Once begun, issuing is not cancelled: the letter would be issued all the same. */
static void
issue (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsLetterDialog *self = ARREARS_LETTER_DIALOG (widget);
  IssueRequest *request = g_new0 (IssueRequest, 1);
  const ArrearsJob job = { issue_letter, request, free_issue_request, g_object_unref };

  request->customer_id = self->customer_id;
  request->identity_path = g_strdup (arrears_signing_choice_get_identity_path (self->signing));
  request->password = g_strdup (arrears_signing_choice_get_password (self->signing));
  request->seal_path = g_strdup (arrears_signing_choice_get_seal_path (self->signing));
  if (gtk_widget_get_visible (GTK_WIDGET (self->reason_group)))
    request->reason = get_reason (self);

  self->is_issuing = TRUE;
  gtk_spinner_start (self->spinner);
  update_actions (self);
  arrears_job_start (&job, self->desk, self, NULL, on_letter_issued_cb,
                     g_object_ref (self->desk));
}

static void
edit_company (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsLetterDialog *self = ARREARS_LETTER_DIALOG (widget);
  GtkWidget *dialog = arrears_company_dialog_new (self->desk);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A letter cannot be called back: no Enter issues it but one in the last thing to enter. */
static void
on_entry_activated_cb (ArrearsLetterDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "letter.issue", NULL);
}

static gboolean
on_close_requested_cb (ArrearsLetterDialog *self)
{
  return self->is_issuing;
}

static void
arrears_letter_dialog_dispose (GObject *object)
{
  ArrearsLetterDialog *self = ARREARS_LETTER_DIALOG (object);

  g_cancellable_cancel (self->drafting);
  g_clear_object (&self->drafting);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_LETTER_DIALOG);

  G_OBJECT_CLASS (arrears_letter_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/letters/arrears-letter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, edit_company);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, claim);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, signing);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, reason_group);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, ArrearsLetterDialog, pdf_view);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_requested_cb);
}

static void
arrears_letter_dialog_class_init (ArrearsLetterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_letter_dialog_dispose;

  g_type_ensure (ARREARS_TYPE_CLAIM_SUMMARY);
  g_type_ensure (ARREARS_TYPE_PDF_VIEW);
  g_type_ensure (ARREARS_TYPE_SIGNING_CHOICE);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "letter.issue", NULL, issue);
  gtk_widget_class_install_action (widget_class, "letter.edit-company", NULL, edit_company);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_letter_dialog_init (ArrearsLetterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.issue", FALSE);
}

GtkWidget *
arrears_letter_dialog_new (ArrearsDesk *desk, gint64 customer_id)
{
  ArrearsLetterDialog *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  self = g_object_new (ARREARS_TYPE_LETTER_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->customer_id = customer_id;
  arrears_signing_choice_set_desk (self->signing, desk);
  g_signal_connect_object (self->signing, "notify::seal-path", G_CALLBACK (draft), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "ledger-changed", G_CALLBACK (on_ledger_changed_cb), self,
                           G_CONNECT_SWAPPED);
  draft (self);
  return GTK_WIDGET (self);
}

/* test-letter-dialog.c: issuing a formal letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-letter-dialog.h"

#include "arrears-claim-summary.h"
#include "arrears-document-view.h"
#include "arrears-letter.h"
#include "arrears-listing.h"
#include "arrears-pdf-view.h"
#include "arrears-signing-choice.h"
#include "arrears-signing.h"
#include "arrears-test-screen.h"
#include "arrears-words.h"

static GtkWidget *
open_dialog (ArrearsDesk *desk, gint64 customer_id)
{
  GtkWidget *dialog = arrears_letter_dialog_new (desk, customer_id);

  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static const char *
get_page (gpointer dialog)
{
  return gtk_stack_get_visible_child_name (arrears_test_screen_get_child (dialog, "stack"));
}

static gboolean
is_drafted (gpointer dialog)
{
  return !g_str_equal (get_page (dialog), "drafting");
}

static void
test_shows_the_letter_before_it_is_issued (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *dialog = open_dialog (desk, arrears_test_screen_find_debtor (desk));

  arrears_test_screen_wait_until (is_drafted, dialog);
  g_assert_cmpstr (get_page (dialog), ==, "letter");
  g_assert_true (arrears_test_screen_is_enabled (dialog, "letter.issue"));
  g_assert_cmpuint (
      arrears_pdf_view_get_n_pages (arrears_test_screen_get_child (dialog, "pdf_view")), >=, 1);
  g_assert_false (gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "reason_group")));
  arrears_test_screen_picture (dialog, "letter-dialog");
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static gboolean
is_letter (gpointer dialog)
{
  return g_str_equal (get_page (dialog), "letter");
}

static void
test_leads_to_the_particulars_that_are_missing (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  g_autoptr (ArrearsCompany) company = arrears_desk_load_company (desk, NULL);
  g_autoptr (ArrearsCompany) without_bank = arrears_record_copy (company);
  GtkWidget *dialog;
  g_autoptr (GError) error = NULL;

  arrears_record_set_text (&without_bank->bank_account, "");
  g_assert_true (arrears_desk_save_company (desk, without_bank, &error));
  dialog = open_dialog (desk, arrears_test_screen_find_debtor (desk));
  arrears_test_screen_wait_until (is_drafted, dialog);
  g_assert_cmpstr (get_page (dialog), ==, "problem");
  g_assert_true (gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "edit_company")));
  g_assert_false (arrears_test_screen_is_enabled (dialog, "letter.issue"));
  arrears_test_screen_picture (dialog, "letter-dialog-problem");

  g_assert_true (arrears_desk_save_company (desk, company, &error));
  arrears_test_screen_wait_until (is_letter, dialog);
  g_assert_true (arrears_test_screen_is_enabled (dialog, "letter.issue"));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

/* Issues and returns the window of the document that takes the dialog's place. */
static GtkWidget *
issue (GtkWidget *dialog, GtkWidget *parent)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (parent));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "letter.issue", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);
  return GTK_WIDGET (arrears_test_screen_find_over (parent));
}

static gboolean
is_shown (gpointer view)
{
  return arrears_test_screen_is_enabled (view, "document.print");
}

static void
test_issues_and_shows_the_document (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  g_autofree char *path = arrears_test_screen_make_path (desk, "saved.pdf");
  GtkWidget *parent = adw_window_new ();
  GtkWidget *dialog = open_dialog (desk, arrears_test_screen_find_debtor (desk));
  GtkWidget *view;

  arrears_test_screen_wait_until (is_drafted, dialog);
  view = issue (dialog, parent);
  g_assert_true (ARREARS_IS_DOCUMENT_VIEW (view));
  arrears_test_screen_wait_until (is_shown, view);
  g_assert_cmpuint (arrears_pdf_view_get_n_pages (arrears_test_screen_get_child (view, "pdf_view")),
                    >=, 1);
  arrears_test_screen_picture (view, "document-view");

  gtk_widget_activate_action (view, "document.save", "s", path);
  arrears_test_screen_wait_until (arrears_test_screen_is_file, path);
  arrears_test_screen_close (&view);
  arrears_test_screen_close (&parent);
  arrears_test_screen_close_ledger (desk);
}

static void
assert_tells (GtkWidget *dialog, ArrearsError code)
{
  AdwPreferencesGroup *group = arrears_test_screen_get_child (dialog, "reason_group");

  g_assert_nonnull (
      strstr (adw_preferences_group_get_description (group), arrears_words_get_for_code (code)));
}

/* All that stands against it is told at once. */
static void
test_a_second_letter_takes_a_reason (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  gint64 customer_id = arrears_test_screen_find_debtor (desk);
  const ArrearsLetterOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) first = arrears_letter_issue (desk, customer_id, &options, &error);
  GtkWidget *dialog;

  g_assert_no_error (error);
  dialog = open_dialog (desk, customer_id);
  arrears_test_screen_wait_until (is_drafted, dialog);
  g_assert_true (gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "reason_group")));
  g_assert_cmpuint (
      arrears_claim_summary_get_n_warnings (arrears_test_screen_get_child (dialog, "claim")), >=,
      1);
  assert_tells (dialog, ARREARS_ERROR_TOO_SOON);
  assert_tells (dialog, ARREARS_ERROR_NOTHING_NEW);
  g_assert_false (arrears_test_screen_is_enabled (dialog, "letter.issue"));
  gtk_editable_set_text (arrears_test_screen_get_child (dialog, "reason"), "对方要求重发");
  g_assert_true (arrears_test_screen_is_enabled (dialog, "letter.issue"));
  arrears_test_screen_picture (dialog, "letter-dialog-reason");
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

/* It cannot be called back, so Enter on any row would be one key too few. */
static void
test_enter_alone_issues_nothing (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *dialog = open_dialog (desk, arrears_test_screen_find_debtor (desk));

  arrears_test_screen_wait_until (is_drafted, dialog);
  g_assert_true (arrears_test_screen_is_enabled (dialog, "letter.issue"));
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  g_signal_emit_by_name (dialog, "activate-default");
  g_assert_true (arrears_test_screen_is_enabled (dialog, "letter.issue"));
  g_assert_null (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
make_identity (const char *path)
{
  const ArrearsInstant now = { .at = 1773626400, .offset_minutes = 480 };
  g_autoptr (GError) error = NULL;

  arrears_signing_create_identity (path, "青禾食品商行", "open sesame", now, &error);
  g_assert_no_error (error);
}

static void
test_signs_with_the_right_password_only (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  g_autofree char *identity = arrears_test_screen_make_path (desk, "signing.p12");
  GtkWidget *parent = adw_window_new ();
  GtkWidget *dialog = open_dialog (desk, arrears_test_screen_find_debtor (desk));
  ArrearsSigningChoice *signing = arrears_test_screen_get_child (dialog, "signing");
  GtkWidget *password = arrears_test_screen_get_child (signing, "password");
  GtkWidget *view;

  make_identity (identity);
  arrears_test_screen_wait_until (is_drafted, dialog);
  arrears_signing_choice_set_identity_path (signing, identity);
  g_assert_false (arrears_test_screen_is_enabled (dialog, "letter.issue"));

  gtk_editable_set_text (GTK_EDITABLE (password), "open barley");
  g_signal_emit_by_name (password, "entry-activated");
  arrears_test_screen_wait_until (arrears_test_screen_is_marked, password);
  gtk_window_destroy (arrears_test_screen_find_over (dialog));

  gtk_editable_set_text (GTK_EDITABLE (password), "open sesame");
  arrears_test_screen_picture (dialog, "letter-dialog-signed");
  view = issue (dialog, parent);
  arrears_test_screen_wait_until (is_shown, view);
  g_assert_true (
      gtk_widget_has_css_class (arrears_test_screen_get_child (view, "verdict_icon"), "success"));
  arrears_test_screen_picture (view, "document-view-signed");
  arrears_test_screen_close (&view);
  arrears_test_screen_close (&parent);
  arrears_test_screen_close_ledger (desk);
}

static void
test_makes_an_identity (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *dialog = open_dialog (desk, arrears_test_screen_find_debtor (desk));
  ArrearsSigningChoice *signing = arrears_test_screen_get_child (dialog, "signing");
  GtkWidget *identity;

  arrears_test_screen_wait_until (is_drafted, dialog);
  adw_combo_row_set_selected (arrears_test_screen_get_child (signing, "signature"), 1);
  g_assert_false (arrears_test_screen_is_enabled (dialog, "letter.issue"));
  gtk_widget_activate_action (GTK_WIDGET (signing), "signing.make-identity", NULL);
  identity = GTK_WIDGET (arrears_test_screen_find_over (dialog));
  g_assert_nonnull (identity);
  gtk_editable_set_text (arrears_test_screen_get_child (identity, "password"), "open sesame");
  gtk_editable_set_text (arrears_test_screen_get_child (identity, "repeated"), "open sesam");
  g_assert_false (arrears_test_screen_is_enabled (identity, "form.save"));
  arrears_test_screen_picture (identity, "identity-dialog");
  gtk_editable_set_text (arrears_test_screen_get_child (identity, "repeated"), "open sesame");

  g_object_add_weak_pointer (G_OBJECT (identity), (gpointer *) &identity);
  gtk_widget_activate_action (identity, "form.save", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &identity);
  g_assert_nonnull (arrears_signing_choice_get_identity_path (signing));
  g_assert_true (
      g_file_test (arrears_signing_choice_get_identity_path (signing), G_FILE_TEST_IS_REGULAR));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);
  g_test_add_func ("/letter-dialog/shows-the-letter-before-it-is-issued",
                   test_shows_the_letter_before_it_is_issued);
  g_test_add_func ("/letter-dialog/leads-to-the-particulars-that-are-missing",
                   test_leads_to_the_particulars_that_are_missing);
  g_test_add_func ("/letter-dialog/issues-and-shows-the-document",
                   test_issues_and_shows_the_document);
  g_test_add_func ("/letter-dialog/a-second-letter-takes-a-reason",
                   test_a_second_letter_takes_a_reason);
  g_test_add_func ("/letter-dialog/enter-alone-issues-nothing", test_enter_alone_issues_nothing);
  g_test_add_func ("/letter-dialog/signs-with-the-right-password-only",
                   test_signs_with_the_right_password_only);
  g_test_add_func ("/letter-dialog/makes-an-identity", test_makes_an_identity);
  return g_test_run ();
}

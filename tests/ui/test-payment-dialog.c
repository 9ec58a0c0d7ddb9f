/* test-payment-dialog.c: entering money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-payment-dialog.h"

#include "arrears-account-page.h"
#include "arrears-entry-dialog.h"
#include "arrears-receipts.h"
#include "arrears-test-screen.h"

#include <glib/gstdio.h>

static GtkWidget *
open_dialog (ArrearsDesk *desk)
{
  GtkWidget *dialog = arrears_payment_dialog_new (desk, arrears_test_screen_find_debtor (desk));

  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
type (GtkWidget *dialog, const char *field, const char *text)
{
  gtk_editable_set_text (arrears_test_screen_get_child (dialog, field), text);
}

static gboolean
has_outcome (gpointer dialog)
{
  return gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "outcome"));
}

static gboolean
has_invoices (gpointer dialog)
{
  GListModel *model = gtk_drop_down_get_model (arrears_test_screen_get_child (dialog, "invoice"));

  return model != NULL && g_list_model_get_n_items (model) > 1;
}

static void
test_shows_what_the_money_pays (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *dialog = open_dialog (desk);
  GtkListBox *parts = arrears_test_screen_get_child (dialog, "parts");

  arrears_test_screen_wait_until (has_invoices, dialog);
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  type (dialog, "amount", "2000");
  arrears_test_screen_wait_until (has_outcome, dialog);
  g_assert_nonnull (gtk_list_box_get_row_at_index (parts, 0));
  g_assert_true (arrears_test_screen_is_enabled (dialog, "form.save"));
  arrears_test_screen_picture (dialog, "payment-dialog");

  type (dialog, "amount", "2,00");
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  g_assert_false (has_outcome (dialog));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static ArrearsMoney
get_balance (ArrearsDesk *desk, gint64 customer_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAccountPage) page = arrears_account_page_load (desk, customer_id, &error);

  g_assert_no_error (error);
  return page->account->balance;
}

static void
test_records_what_was_received (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  gint64 customer_id = arrears_test_screen_find_debtor (desk);
  ArrearsMoney before = get_balance (desk, customer_id);
  GtkWidget *dialog = arrears_payment_dialog_new (desk, customer_id);

  gtk_window_present (GTK_WINDOW (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  type (dialog, "amount", "100.00");
  gtk_widget_activate_action (dialog, "form.save", NULL);

  /* Another program may hold the ledger: the dialog waits, and the window goes on. */
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_nonnull (dialog);
  g_assert_false (gtk_widget_is_sensitive (arrears_test_screen_get_child (dialog, "amount")));
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);
  g_assert_cmpint (get_balance (desk, customer_id).fen, ==, before.fen - 10000);
  arrears_test_screen_close_ledger (desk);
}

typedef struct
{
  GtkLabel *title;
  const char *before;
} Renaming;

static gboolean
is_renamed (gpointer user_data)
{
  const Renaming *renaming = user_data;

  return !g_str_equal (gtk_label_get_text (renaming->title), renaming->before);
}

static void
test_shows_both_orders_side_by_side (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *dialog = open_dialog (desk);
  GtkLabel *title = arrears_test_screen_get_child (dialog, "chosen_title");
  g_autofree char *usual = NULL;

  arrears_test_screen_wait_until (has_invoices, dialog);
  type (dialog, "amount", "2000");
  arrears_test_screen_wait_until (has_outcome, dialog);
  g_assert_true (gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "other")));
  usual = g_strdup (gtk_label_get_text (title));

  adw_combo_row_set_selected (arrears_test_screen_get_child (dialog, "order"), 2);
  arrears_test_screen_wait_until (is_renamed, &(Renaming) { title, usual });
  arrears_test_screen_picture (dialog, "payment-dialog-statutory");
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static GPtrArray *
load_parts (ArrearsDesk *desk, gint64 customer_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = arrears_receipts_load (desk, customer_id, 1, &error);

  g_assert_no_error (error);
  return g_ptr_array_ref (((ArrearsReceiptLine *) g_ptr_array_index (lines, 0))->parts);
}

static void
test_allocates_by_hand (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  gint64 customer_id = arrears_test_screen_find_debtor (desk);
  g_autoptr (ArrearsAccountPage) page = arrears_account_page_load (desk, customer_id, NULL);
  ArrearsInvoice *invoice = g_ptr_array_index (page->invoices, page->invoices->len - 1);
  GtkWidget *dialog = open_dialog (desk);
  g_autoptr (GPtrArray) parts = NULL;
  const ArrearsPaymentPart *part;

  arrears_test_screen_wait_until (has_invoices, dialog);
  type (dialog, "amount", "300");
  arrears_test_screen_wait_until (has_outcome, dialog);
  gtk_switch_set_active (arrears_test_screen_get_child (dialog, "by_hand"), TRUE);
  g_assert_true (arrears_test_screen_is_enabled (dialog, "form.save"));
  for (guint i = 0; i < page->invoices->len; i++)
    gtk_widget_activate_action (dialog, "form.set-share", "(sss)",
                                ((ArrearsInvoice *) g_ptr_array_index (page->invoices, i))->number,
                                "principal", "");
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  gtk_widget_activate_action (dialog, "form.set-share", "(sss)", invoice->number, "principal",
                              "300.01");
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  gtk_widget_activate_action (dialog, "form.set-share", "(sss)", invoice->number, "principal",
                              "250");
  g_assert_true (arrears_test_screen_is_enabled (dialog, "form.save"));
  arrears_test_screen_picture (dialog, "payment-dialog-by-hand");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);
  parts = load_parts (desk, customer_id);
  g_assert_cmpuint (parts->len, ==, 1);
  part = g_ptr_array_index (parts, 0);
  g_assert_cmpstr (part->invoice_number, ==, invoice->number);
  g_assert_cmpint (part->amount.fen, ==, 25000);
  arrears_test_screen_close_ledger (desk);
}

static gboolean
is_asked (gpointer parent)
{
  GtkWindow *question = arrears_test_screen_find_over (parent);

  return question != NULL && ARREARS_IS_ENTRY_DIALOG (question);
}

/* The first overdue invoice is paid but for its charge. */
static void
test_asks_about_the_charge_that_is_left (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  gint64 customer_id = arrears_test_screen_find_debtor (desk);
  g_autoptr (ArrearsAccountPage) page = arrears_account_page_load (desk, customer_id, NULL);
  ArrearsInvoice *invoice = g_ptr_array_index (page->invoices, 0);
  g_autofree char *amount = arrears_money_to_string (invoice->open);
  GtkWidget *window = adw_window_new ();
  GtkWidget *dialog = arrears_payment_dialog_new (desk, customer_id);

  g_assert_cmpint (invoice->charge.fen, >, 0);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
  arrears_test_screen_wait_until (has_invoices, dialog);
  type (dialog, "amount", amount);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (is_asked, window);
  arrears_test_screen_picture (arrears_test_screen_find_over (window), "payment-leftover");
  gtk_window_close (arrears_test_screen_find_over (window));
  arrears_test_screen_settle ();
  g_assert_null (arrears_test_screen_find_over (window));
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

static gboolean
has_message (gpointer dialog)
{
  return arrears_test_screen_find_over (dialog) != NULL;
}

static void
test_keeps_what_was_entered_where_it_is_not_recorded (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *dialog = open_dialog (desk);
  g_autofree char *away = g_strconcat (arrears_desk_get_path (desk), ".away", NULL);

  arrears_test_screen_wait_until (has_invoices, dialog);
  type (dialog, "amount", "100.00");
  g_assert_cmpint (g_rename (arrears_desk_get_path (desk), away), ==, 0);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (has_message, dialog);
  g_assert_cmpint (g_rename (away, arrears_desk_get_path (desk)), ==, 0);

  gtk_window_destroy (arrears_test_screen_find_over (dialog));
  g_assert_true (gtk_widget_is_sensitive (arrears_test_screen_get_child (dialog, "amount")));
  g_assert_cmpstr (gtk_editable_get_text (arrears_test_screen_get_child (dialog, "amount")), ==,
                   "100.00");
  g_assert_true (arrears_test_screen_is_enabled (dialog, "form.save"));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);
  g_test_add_func ("/payment-dialog/shows-what-the-money-pays", test_shows_what_the_money_pays);
  g_test_add_func ("/payment-dialog/shows-both-orders-side-by-side",
                   test_shows_both_orders_side_by_side);
  g_test_add_func ("/payment-dialog/allocates-by-hand", test_allocates_by_hand);
  g_test_add_func ("/payment-dialog/asks-about-the-charge-that-is-left",
                   test_asks_about_the_charge_that_is_left);
  g_test_add_func ("/payment-dialog/records-what-was-received", test_records_what_was_received);
  g_test_add_func ("/payment-dialog/keeps-what-was-entered-where-it-is-not-recorded",
                   test_keeps_what_was_entered_where_it_is_not_recorded);
  return g_test_run ();
}

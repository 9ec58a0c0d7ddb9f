/* test-company-dialog.c: the particulars of the user's own firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-company-dialog.h"

#include "arrears-test-screen.h"

static void
type (GtkWidget *dialog, const char *field, const char *text)
{
  gtk_editable_set_text (arrears_test_screen_get_child (dialog, field), text);
}

static void
test_asks_for_a_name_first (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = arrears_company_dialog_new (desk);

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  g_assert_true (gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "hint")));
  type (dialog, "name", "一二三商贸有限公司");
  g_assert_true (arrears_test_screen_is_enabled (dialog, "form.save"));
  g_assert_false (gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "hint")));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static gboolean
is_focused (GtkWidget *dialog, const char *field)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  return focus != NULL
         && gtk_widget_is_ancestor (focus, arrears_test_screen_get_child (dialog, field));
}

/* What is typed at once is not lost. */
static void
test_begins_where_there_is_something_to_enter (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  g_autoptr (ArrearsCompany) company = arrears_company_new ();
  GtkWidget *dialog = arrears_company_dialog_new (desk);

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (is_focused (dialog, "name"));
  arrears_test_screen_close (&dialog);

  arrears_record_set_text (&company->name, "一二三商贸有限公司");
  g_assert_true (arrears_desk_save_company (desk, company, NULL));
  dialog = arrears_company_dialog_new (desk);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (is_focused (dialog, "uscc"));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_marks_a_credit_code_that_cannot_be (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *dialog = arrears_company_dialog_new (desk);
  GtkWidget *uscc = arrears_test_screen_get_child (dialog, "uscc");

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  type (dialog, "uscc", "12345");
  g_assert_true (gtk_widget_has_css_class (uscc, "error"));
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  arrears_test_screen_picture (dialog, "company-dialog");
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_saves_and_closes (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = arrears_company_dialog_new (desk);
  g_autoptr (ArrearsCompany) company = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  type (dialog, "name", "一二三商贸有限公司");
  type (dialog, "bank_account", " 6222 0000 1111 ");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);

  company = arrears_desk_load_company (desk, NULL);
  g_assert_cmpstr (company->name, ==, "一二三商贸有限公司");
  g_assert_cmpstr (company->bank_account, ==, "6222 0000 1111");
  g_clear_object (&company);
  arrears_test_screen_close_ledger (desk);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);
  g_test_add_func ("/company-dialog/asks-for-a-name-first", test_asks_for_a_name_first);
  g_test_add_func ("/company-dialog/begins-where-there-is-something-to-enter",
                   test_begins_where_there_is_something_to_enter);
  g_test_add_func ("/company-dialog/marks-a-credit-code-that-cannot-be",
                   test_marks_a_credit_code_that_cannot_be);
  g_test_add_func ("/company-dialog/saves-and-closes", test_saves_and_closes);
  return g_test_run ();
}

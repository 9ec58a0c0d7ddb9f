/* test-import-dialog.c: taking in a file of another program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-dialog.h"

#include "arrears-import-choices.h"
#include "arrears-import-columns.h"
#include "arrears-import-outcome.h"
#include "arrears-overview.h"
#include "arrears-test-screen.h"

static char *
write_file (ArrearsDesk *desk, const char *text)
{
  char *path = arrears_test_screen_make_path (desk, "import.csv");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static GtkWidget *
open_dialog (ArrearsDesk *desk, const char *text)
{
  g_autofree char *path = text != NULL ? write_file (desk, text) : NULL;
  GtkWidget *dialog = arrears_import_dialog_new (desk, ARREARS_IMPORT_INVOICES, path);

  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static const char *
get_page (gpointer dialog)
{
  return gtk_stack_get_visible_child_name (arrears_test_screen_get_child (dialog, "stack"));
}

/* Neither reading nor trying nor importing. */
static gboolean
is_idle (gpointer dialog)
{
  return !gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "progress"));
}

static guint
count_problems (GtkWidget *dialog)
{
  return g_list_model_get_n_items (
      arrears_import_outcome_get_problems (arrears_test_screen_get_child (dialog, "outcome")));
}

static gboolean
can_import (GtkWidget *dialog)
{
  return arrears_test_screen_is_enabled (dialog, "import.take");
}

static const char *const three_invoices = "客户名称,单据编号,单据日期,到期日,应收金额,已收金额\n"
                                          "甲商行,XS001,2026-01-05,2026-02-04,1200.50,200\n"
                                          "甲商行,XS002,2026-01-20,2026-02-19,800.00,\n"
                                          "乙超市,XS003,2026-02-01,2026-03-03,99.50,\n"
                                          "合计,,,,2100.00,200.00\n";

static void
test_begins_with_choosing_a_file (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, NULL);

  g_assert_cmpstr (get_page (dialog), ==, "choose");
  g_assert_false (can_import (dialog));
  arrears_test_screen_picture (dialog, "import-dialog-choose");
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static ArrearsMoney
get_total (ArrearsDesk *desk)
{
  ArrearsOverview overview;
  g_autoptr (GError) error = NULL;

  arrears_overview_compute (desk, &overview, &error);
  g_assert_no_error (error);
  return overview.aging.total;
}

static void
test_shows_what_it_would_do_and_does_it (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, three_invoices);
  ArrearsImportColumns *columns = arrears_test_screen_get_child (dialog, "columns");

  arrears_test_screen_wait_until (is_idle, dialog);
  g_assert_cmpstr (get_page (dialog), ==, "file");
  g_assert_cmpint (arrears_import_columns_get_field (columns, 4), ==, ARREARS_IMPORT_FIELD_AMOUNT);
  g_assert_cmpuint (count_problems (dialog), ==, 0);
  g_assert_nonnull (
      strstr (arrears_import_outcome_get_sums (arrears_test_screen_get_child (dialog, "outcome")),
              "2,100.00"));
  g_assert_true (can_import (dialog));
  g_assert_cmpint (get_total (desk).fen, ==, 0);
  arrears_test_screen_picture (dialog, "import-dialog");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "import.take", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);
  g_assert_cmpint (get_total (desk).fen, ==, 190000);
  arrears_test_screen_close_ledger (desk);
}

static void
test_a_known_file_is_not_imported_again (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, three_invoices);

  arrears_test_screen_wait_until (is_idle, dialog);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "import.take", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);

  dialog = open_dialog (desk, three_invoices);
  arrears_test_screen_wait_until (is_idle, dialog);
  g_assert_false (can_import (dialog));
  g_assert_cmpuint (count_problems (dialog), ==, 0);
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_columns_can_be_matched_by_hand (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, "客户名称,单据编号,单据日期,某列\n"
                                         "甲商行,XS001,2026-01-05,1200.50\n");
  ArrearsImportColumns *columns = arrears_test_screen_get_child (dialog, "columns");
  g_autofree char *missing = NULL;

  arrears_test_screen_wait_until (is_idle, dialog);
  missing = arrears_import_columns_describe_missing (columns);
  g_assert_nonnull (missing);
  g_assert_false (can_import (dialog));
  arrears_test_screen_picture (dialog, "import-dialog-missing");

  arrears_import_columns_set_field (columns, 3, ARREARS_IMPORT_FIELD_AMOUNT);
  arrears_test_screen_wait_until (is_idle, dialog);
  g_assert_true (can_import (dialog));

  /* A field stands at one column only. */
  arrears_import_columns_set_field (columns, 1, ARREARS_IMPORT_FIELD_AMOUNT);
  g_assert_cmpint (arrears_import_columns_get_field (columns, 3), ==, ARREARS_IMPORT_FIELD_NONE);
  arrears_test_screen_wait_until (is_idle, dialog);
  g_assert_false (can_import (dialog));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_faulty_rows_can_be_left_out (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, "客户名称,单据编号,单据日期,应收金额\n"
                                         "甲商行,XS001,2026-01-05,1200.50\n"
                                         "甲商行,XS002,2026-02-30,800.00\n"
                                         "乙超市,XS003,2026-02-01,12,34.5\n"
                                         "合计,,,2100.00\n");
  ArrearsImportChoices *choices = arrears_test_screen_get_child (dialog, "choices");

  arrears_test_screen_wait_until (is_idle, dialog);
  g_assert_cmpuint (count_problems (dialog), >=, 1);
  g_assert_false (can_import (dialog));
  g_assert_true (gtk_widget_get_visible (arrears_test_screen_get_child (choices, "skips_bad")));
  arrears_test_screen_picture (dialog, "import-dialog-faults");

  arrears_import_choices_set_skips_bad (choices, TRUE);
  arrears_test_screen_wait_until (is_idle, dialog);
  g_assert_true (can_import (dialog));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_asks_when_days_can_be_read_either_way (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, "客户名称,单据编号,单据日期,应收金额\n"
                                         "甲商行,XS001,3/4/2026,1200.50\n");
  ArrearsImportChoices *choices = arrears_test_screen_get_child (dialog, "choices");

  arrears_test_screen_wait_until (is_idle, dialog);
  g_assert_true (gtk_widget_get_visible (arrears_test_screen_get_child (choices, "day_order_box")));
  g_assert_false (can_import (dialog));
  arrears_test_screen_picture (dialog, "import-dialog-days");

  arrears_import_choices_set_day_order (choices, ARREARS_DAY_ORDER_MDY);
  arrears_test_screen_wait_until (is_idle, dialog);
  g_assert_true (can_import (dialog));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static gboolean
has_message (gpointer dialog)
{
  return arrears_test_screen_find_over (dialog) != NULL;
}

static void
test_says_that_a_file_cannot_be_read (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, "\x50\x4b\x03\x04 no workbook");

  arrears_test_screen_wait_until (has_message, dialog);
  arrears_test_screen_picture (arrears_test_screen_find_over (dialog), "message");
  gtk_window_destroy (arrears_test_screen_find_over (dialog));
  g_assert_cmpstr (get_page (dialog), ==, "choose");
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

/* Most programs of the trade still export xls. */
static void
test_says_what_to_do_with_an_old_workbook (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old workbook");
  const char *body;

  arrears_test_screen_wait_until (has_message, dialog);
  body = adw_message_dialog_get_body (
      ADW_MESSAGE_DIALOG (arrears_test_screen_find_over (dialog)));
  g_assert_nonnull (strstr (body, "xlsx"));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (arrears_test_screen_find_over (dialog))));
  gtk_window_destroy (arrears_test_screen_find_over (dialog));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_closing_while_a_file_is_read_is_harmless (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, three_invoices);

  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);
  g_test_add_func ("/import-dialog/begins-with-choosing-a-file", test_begins_with_choosing_a_file);
  g_test_add_func ("/import-dialog/shows-what-it-would-do-and-does-it",
                   test_shows_what_it_would_do_and_does_it);
  g_test_add_func ("/import-dialog/a-known-file-is-not-imported-again",
                   test_a_known_file_is_not_imported_again);
  g_test_add_func ("/import-dialog/columns-can-be-matched-by-hand",
                   test_columns_can_be_matched_by_hand);
  g_test_add_func ("/import-dialog/faulty-rows-can-be-left-out", test_faulty_rows_can_be_left_out);
  g_test_add_func ("/import-dialog/asks-when-days-can-be-read-either-way",
                   test_asks_when_days_can_be_read_either_way);
  g_test_add_func ("/import-dialog/says-that-a-file-cannot-be-read",
                   test_says_that_a_file_cannot_be_read);
  g_test_add_func ("/import-dialog/says-what-to-do-with-an-old-workbook",
                   test_says_what_to_do_with_an_old_workbook);
  g_test_add_func ("/import-dialog/closing-while-a-file-is-read-is-harmless",
                   test_closing_while_a_file_is_read_is_harmless);
  return g_test_run ();
}

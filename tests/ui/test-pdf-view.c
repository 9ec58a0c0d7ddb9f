/* test-pdf-view.c: showing, printing and handing on PDF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pdf-view.h"

#include "arrears-error.h"
#include "arrears-letter.h"
#include "arrears-pdf-page.h"
#include "arrears-printing.h"
#include "arrears-test-screen.h"

static GBytes *
load_letter (ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes
      = arrears_letter_preview (desk, arrears_test_screen_find_debtor (desk), NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static GtkWidget *
open_view (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = arrears_pdf_view_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 800);
  adw_window_set_content (ADW_WINDOW (window), view);
  g_assert_true (arrears_pdf_view_set_bytes (ARREARS_PDF_VIEW (view), bytes, &error));
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static ArrearsPdfView *
get_view (GtkWidget *window)
{
  return ARREARS_PDF_VIEW (adw_window_get_content (ADW_WINDOW (window)));
}

static GtkWidget *
get_first_page (GtkWidget *window)
{
  return gtk_widget_get_first_child (arrears_test_screen_get_child (get_view (window), "pages"));
}

static void
test_pages_fit_the_window (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  g_autoptr (GBytes) bytes = load_letter (desk);
  GtkWidget *window = open_view (bytes);
  ArrearsPdfPage *page = ARREARS_PDF_PAGE (get_first_page (window));

  arrears_test_screen_picture (window, "pdf-view");
  g_assert_cmpuint (arrears_pdf_view_get_n_pages (get_view (window)), >=, 1);
  g_assert_cmpfloat (arrears_pdf_view_get_zoom (get_view (window)), ==, 0);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <, 700);
  g_assert_cmpfloat (arrears_pdf_page_get_shown_zoom (page), >, 0.7);
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

static void
test_zooms_in_steps_and_back (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  g_autoptr (GBytes) bytes = load_letter (desk);
  GtkWidget *window = open_view (bytes);
  GtkWidget *view = GTK_WIDGET (get_view (window));
  int width;

  arrears_test_screen_picture (window, "pdf-view");
  width = gtk_widget_get_width (get_first_page (window));
  gtk_widget_activate_action (view, "pdf.zoom-in", NULL);
  gtk_widget_activate_action (view, "pdf.zoom-in", NULL);
  arrears_test_screen_picture (window, "pdf-view-zoomed");
  g_assert_cmpint (gtk_widget_get_width (get_first_page (window)), >, width);

  gtk_widget_activate_action (view, "pdf.fit-width", NULL);
  arrears_test_screen_picture (window, "pdf-view");
  g_assert_cmpint (gtk_widget_get_width (get_first_page (window)), ==, width);

  for (int i = 0; i < 20; i++)
    gtk_widget_activate_action (view, "pdf.zoom-out", NULL);
  g_assert_cmpfloat (arrears_pdf_view_get_zoom (get_view (window)), >=, 0.25);
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

static void
test_a_screen_reader_gets_the_text (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  g_autoptr (GBytes) bytes = load_letter (desk);
  GtkWidget *window = open_view (bytes);
  GtkWidget *page = get_first_page (window);

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (page)), ==,
                   GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (page),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

static void
test_refuses_what_is_no_pdf (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no PDF", 6);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = open_view (NULL);

  g_assert_false (arrears_pdf_view_set_bytes (get_view (window), bytes, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT);
  g_assert_cmpuint (arrears_pdf_view_get_n_pages (get_view (window)), ==, 0);
  arrears_test_screen_close (&window);
}

static void
test_prints_the_pages_as_they_are (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  g_autofree char *path = arrears_test_screen_make_path (desk, "printed.pdf");
  g_autoptr (GBytes) bytes = load_letter (desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation
      = arrears_printing_create_operation (bytes, "CK-2026-0001", &error);
  g_autofree char *printed = NULL;
  g_autoptr (GBytes) printed_bytes = NULL;
  PopplerDocument *before;
  PopplerDocument *after;
  gsize length;

  g_assert_no_error (error);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (path, &printed, &length, &error));
  printed_bytes = g_bytes_new (printed, length);
  before = arrears_printing_load (bytes, &error);
  after = arrears_printing_load (printed_bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (after), ==, poppler_document_get_n_pages (before));
  g_object_unref (before);
  g_object_unref (after);
  g_clear_object (&operation);
  arrears_test_screen_close_ledger (desk);
}

static void
test_names_files_that_every_system_takes (void)
{
  g_autofree char *plain = arrears_printing_make_file_name ("CK-2026-0001", "甲乙商行");
  g_autofree char *odd = arrears_printing_make_file_name ("CK/1", "A:B*C?");

  g_assert_cmpstr (plain, ==, "CK-2026-0001 甲乙商行.pdf");
  g_assert_cmpstr (odd, ==, "CK_1 A_B_C_.pdf");
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);
  g_test_add_func ("/pdf-view/pages-fit-the-window", test_pages_fit_the_window);
  g_test_add_func ("/pdf-view/zooms-in-steps-and-back", test_zooms_in_steps_and_back);
  g_test_add_func ("/pdf-view/a-screen-reader-gets-the-text", test_a_screen_reader_gets_the_text);
  g_test_add_func ("/pdf-view/refuses-what-is-no-pdf", test_refuses_what_is_no_pdf);
  g_test_add_func ("/printing/prints-the-pages-as-they-are", test_prints_the_pages_as_they_are);
  g_test_add_func ("/printing/names-files-that-every-system-takes",
                   test_names_files_that_every_system_takes);
  return g_test_run ();
}

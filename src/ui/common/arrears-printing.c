/* arrears-printing.c: PDF files on their way to paper, to a file and to other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-printing.h"

#include "arrears-error.h"
#include "arrears-letter.h"

#include <errno.h>

static const char *const refused_in_names = "/\\:*?\"<>|";

PopplerDocument *
arrears_printing_load (GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = poppler_document_new_from_bytes (bytes, NULL, &reason);
  if (document == NULL)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "not a readable PDF file: %s",
                 reason->message);
  return document;
}

static GtkPageSetup *
create_page_setup (PopplerPage *page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (a4);
  return setup;
}

/* On paper of another size the page is made smaller where it must be, never larger. */
static void
fit_page (cairo_t *cr, GtkPrintContext *context, PopplerPage *page)
{
  double width;
  double height;
  double scale;

  poppler_page_get_size (page, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  if (scale < 1)
    cairo_scale (cr, scale, scale);
}

static void
on_page_requested_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number,
                      PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (page == NULL)
    return;

  fit_page (cr, context, page);
  poppler_page_render_for_printing (page, cr);
  g_object_unref (page);
}

GtkPrintOperation *
arrears_printing_create_operation (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkPrintOperation *operation;
  PopplerDocument *document;
  PopplerPage *first;

  document = arrears_printing_load (bytes, error);
  if (document == NULL)
    return NULL;

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, poppler_document_get_n_pages (document));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);

  first = poppler_document_get_page (document, 0);
  if (first != NULL)
    {
      setup = create_page_setup (first);
      gtk_print_operation_set_default_page_setup (operation, setup);
      g_object_unref (first);
    }
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_page_requested_cb), document,
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  return operation;
}

gboolean
arrears_printing_open_elsewhere (GtkWindow *parent, GBytes *bytes, const char *file_name,
                                 GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "arrears", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autofree char *uri = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                   "cannot make the folder %s: %s", folder, g_strerror (code));
      return FALSE;
    }
  if (!arrears_letter_save_file (bytes, path, error))
    return FALSE;

  uri = g_filename_to_uri (path, NULL, error);
  if (uri == NULL)
    return FALSE;
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
  return TRUE;
}

char *
arrears_printing_make_file_name (const char *number, const char *name)
{
  return g_strdelimit (g_strdup_printf ("%s %s.pdf", number, name), refused_in_names, '_');
}

/* arrears-pdf-view.h: all pages of a PDF file, one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Scrolls, and zooms by its buttons, Ctrl with plus, minus and 0, and Ctrl with the wheel. Pages
 * out of sight cost no pictures, so that a file may have hundreds.
 */
#define ARREARS_TYPE_PDF_VIEW (arrears_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPdfView, arrears_pdf_view, ARREARS, PDF_VIEW, AdwBin)

GtkWidget *arrears_pdf_view_new (void);

/* Shows a file, keeping zoom and place where it has as many pages as the one before. NULL shows
 * nothing. ARREARS_ERROR_FORMAT where the bytes are no PDF file; the view is then empty.
 */
gboolean arrears_pdf_view_set_bytes (ArrearsPdfView *self, GBytes *bytes, GError **error);

guint arrears_pdf_view_get_n_pages (ArrearsPdfView *self);

/* 1.0 is the size of the paper; 0 as wide as there is room. */
double arrears_pdf_view_get_zoom (ArrearsPdfView *self);
void   arrears_pdf_view_set_zoom (ArrearsPdfView *self, double zoom);

G_END_DECLS

/* arrears-pdf-page.h: one page of a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include <poppler.h>

G_BEGIN_DECLS

/* Drawn sharp at any scale of the screen. A screen reader is given the text of the page. */
#define ARREARS_TYPE_PDF_PAGE (arrears_pdf_page_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPdfPage, arrears_pdf_page, ARREARS, PDF_PAGE, GtkWidget)

/* Page `number` of `n_pages`, counted from 1. */
GtkWidget *arrears_pdf_page_new (PopplerPage *page, int number, int n_pages);

/* 1.0 is the size of the paper; 0, as it is made, as wide as there is room. */
void arrears_pdf_page_set_zoom (ArrearsPdfPage *self, double zoom);

/* What it is shown at now, whoever chose it. */
double arrears_pdf_page_get_shown_zoom (ArrearsPdfPage *self);

/* A page out of sight keeps no picture of itself. */
void arrears_pdf_page_set_shown (ArrearsPdfPage *self, gboolean is_shown);

G_END_DECLS

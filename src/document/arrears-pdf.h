/* arrears-pdf.h: composed pages as a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-page.h"
#include "arrears-pdf-metadata.h"

G_BEGIN_DECLS

/* Writes pages (of ArrearsPage) set in `fonts`. The file is PDF 1.7 and keeps to PDF/A-1b: fonts
 * cut to the glyphs in use and embedded, no transparency, sRGB, metadata. The same pages and
 * properties give the same bytes. Text can be searched and copied, characters beyond the BMP
 * included.
 *
 * May run in any thread, several at once. What libharu refuses is ARREARS_ERROR_ENVIRONMENT with
 * its status.
 */
GBytes *arrears_pdf_write (GPtrArray *pages, const ArrearsFontSet *fonts,
                           const ArrearsPdfProperties *properties, GError **error);

G_END_DECLS

/* read-back.h: PDF files as other programs see them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Each runs one of poppler's, qpdf's or PDFBox's programs on the file and ends the test where it is
 * not installed or complains; tools/packages.txt names the packages.
 */

/* pdftotext. */
char *read_back_text (GBytes *file);

/* The same with all white space taken out. */
char *read_back_dense_text (GBytes *file);

/* pdftotext -bbox: words of one page after the other. An array of ReadBackWord. */
typedef struct
{
  guint page; /* from 0 */
  double x_min, y_min, x_max, y_max;
  char *text;
} ReadBackWord;

GPtrArray *read_back_words (GBytes *file);

/* pdffonts: every font is embedded, a subset, and can be read back. */
void read_back_check_fonts (GBytes *file);

/* qpdf --check without a warning. */
void read_back_check_structure (GBytes *file);

/* Apache Preflight, PDF/A-1b. FALSE where the machine has no Java. */
gboolean read_back_check_pdfa (GBytes *file);

/* `text` without its white space. */
char *read_back_densify (const char *text);

G_END_DECLS

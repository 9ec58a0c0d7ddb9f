/* arrears-pdf-file.h: a PDF file in memory, opened for reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* One file belongs to one thread. qpdf neither prints nor repairs: a file whose structure is
 * broken has no byte ranges that one could sign or trust.
 */
typedef struct
{
  GBytes *bytes;
  const char *data;
  gsize length;
  qpdf_data qpdf;
} ArrearsPdfFile;

/* ARREARS_ERROR_FORMAT if the bytes are no PDF file, ARREARS_ERROR_DAMAGED if the file cannot be
 * read as it stands, ARREARS_ERROR_REFUSED if it opens only with a password.
 */
ArrearsPdfFile *arrears_pdf_file_open (GBytes *bytes, GError **error);

void arrears_pdf_file_free (ArrearsPdfFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsPdfFile, arrears_pdf_file_free)

/* ARREARS_ERROR_DAMAGED, with what qpdf said, if it met an error or had to guess since the file
 * was opened. The objects of a file are only read when they are asked for, so ask last.
 */
gboolean arrears_pdf_file_check (ArrearsPdfFile *file, GError **error);

/* The number of the first object that the file does not use; 0 if it says none that can be. */
int arrears_pdf_file_get_n_objects (ArrearsPdfFile *file);

/* The text string under the key as UTF-8, NULL if there is none. */
char *arrears_pdf_file_dup_text (ArrearsPdfFile *file, qpdf_oh dictionary, const char *key);

/* The name under the key without its slash, NULL if there is none. */
char *arrears_pdf_file_dup_name (ArrearsPdfFile *file, qpdf_oh dictionary, const char *key);

/* The object under the key if it is a dictionary; else FALSE. */
gboolean arrears_pdf_file_get_dictionary (ArrearsPdfFile *file, qpdf_oh dictionary, const char *key,
                                          qpdf_oh *value);

G_END_DECLS

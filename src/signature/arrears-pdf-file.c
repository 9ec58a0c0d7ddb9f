/* arrears-pdf-file.c: a PDF file in memory, opened for reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pdf-file.h"

#include "arrears-error.h"

#include <string.h>

#define HEADER "%PDF-"
#define HEADER_SEARCH 1024  /* junk may stand before the header, so far */
#define MAX_OBJECTS 8388607 /* ISO 32000-1, annex C */

static void
set_qpdf_error (ArrearsPdfFile *file, qpdf_error complaint, GError **error)
{
  if (qpdf_get_error_code (file->qpdf, complaint) == qpdf_e_password)
    g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                         "the PDF file is encrypted and opens only with a password");
  else
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED, "the PDF file is damaged: %s",
                 qpdf_get_error_message_detail (file->qpdf, complaint));
}

static gboolean
has_header (const char *data, gsize length)
{
  for (gsize at = 0; at + strlen (HEADER) <= MIN (length, HEADER_SEARCH); at++)
    if (memcmp (data + at, HEADER, strlen (HEADER)) == 0)
      return TRUE;

  return FALSE;
}

ArrearsPdfFile *
arrears_pdf_file_open (GBytes *bytes, GError **error)
{
  g_autoptr (ArrearsPdfFile) file = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!has_header (data, length))
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
                           "not a PDF file: expected " HEADER " at its start");
      return NULL;
    }

  file = g_new0 (ArrearsPdfFile, 1);
  file->bytes = g_bytes_ref (bytes);
  file->data = data;
  file->length = length;
  file->qpdf = qpdf_init ();
  qpdf_silence_errors (file->qpdf);
  qpdf_set_suppress_warnings (file->qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (file->qpdf, QPDF_FALSE);

  if ((qpdf_read_memory (file->qpdf, "PDF", data, length, NULL) & QPDF_ERRORS) != 0)
    {
      set_qpdf_error (file, qpdf_get_error (file->qpdf), error);
      return NULL;
    }

  if (!qpdf_oh_is_dictionary (file->qpdf, qpdf_get_root (file->qpdf)))
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED,
                           "the PDF file is damaged: it has no catalog");
      return NULL;
    }

  return g_steal_pointer (&file);
}

void
arrears_pdf_file_free (ArrearsPdfFile *file)
{
  /* An error that no one asked for would be printed. */
  qpdf_get_error (file->qpdf);
  qpdf_cleanup (&file->qpdf);
  g_bytes_unref (file->bytes);
  g_free (file);
}

gboolean
arrears_pdf_file_check (ArrearsPdfFile *file, GError **error)
{
  if (qpdf_has_error (file->qpdf))
    {
      set_qpdf_error (file, qpdf_get_error (file->qpdf), error);
      return FALSE;
    }
  if (qpdf_more_warnings (file->qpdf))
    {
      set_qpdf_error (file, qpdf_next_warning (file->qpdf), error);
      return FALSE;
    }

  return TRUE;
}

int
arrears_pdf_file_get_n_objects (ArrearsPdfFile *file)
{
  qpdf_oh size = qpdf_oh_get_key (file->qpdf, qpdf_get_trailer (file->qpdf), "/Size");
  long long n_objects;

  if (!qpdf_oh_get_value_as_longlong (file->qpdf, size, &n_objects) || n_objects < 1
      || n_objects > MAX_OBJECTS)
    return 0;

  return (int) n_objects;
}

char *
arrears_pdf_file_dup_text (ArrearsPdfFile *file, qpdf_oh dictionary, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key_if_dict (file->qpdf, dictionary, key);

  if (!qpdf_oh_is_string (file->qpdf, value))
    return NULL;

  return g_utf8_make_valid (qpdf_oh_get_utf8_value (file->qpdf, value), -1);
}

char *
arrears_pdf_file_dup_name (ArrearsPdfFile *file, qpdf_oh dictionary, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key_if_dict (file->qpdf, dictionary, key);

  if (!qpdf_oh_is_name (file->qpdf, value))
    return NULL;

  return g_utf8_make_valid (qpdf_oh_get_name (file->qpdf, value) + 1, -1);
}

gboolean
arrears_pdf_file_get_dictionary (ArrearsPdfFile *file, qpdf_oh dictionary, const char *key,
                                 qpdf_oh *value)
{
  *value = qpdf_oh_get_key_if_dict (file->qpdf, dictionary, key);
  return qpdf_oh_is_dictionary (file->qpdf, *value);
}

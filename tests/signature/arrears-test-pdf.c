/* arrears-test-pdf.c: small PDF files to sign, made in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-pdf.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

GBytes *
arrears_test_pdf_from_objects (const char *const *bodies)
{
  GString *pdf = g_string_new ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize start;

  for (guint i = 0; bodies[i] != NULL; i++)
    {
      g_array_append_val (offsets, pdf->len);
      g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", i + 1, bodies[i]);
    }

  start = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n",
                            g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf,
                          "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n"
                          "%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          offsets->len + 1, start);

  return g_string_free_to_bytes (pdf);
}

GBytes *
arrears_test_pdf_new (void)
{
  static const char *const bodies[]
      = { "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
          "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
          "<< /Length 45 >>\nstream\nBT /F1 14 Tf 72 720 Td (RMB 186,450.00) Tj ET\nendstream",
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
          NULL };

  return arrears_test_pdf_from_objects (bodies);
}

static qpdf_data
open_pdf (GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  qpdf_data qpdf = qpdf_init ();

  g_assert_cmpint (qpdf_read_memory (qpdf, "test", data, length, NULL), ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_init_write_memory (qpdf), ==, QPDF_SUCCESS);
  return qpdf;
}

static GBytes *
write_pdf (qpdf_data qpdf)
{
  GBytes *pdf;

  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  pdf = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return pdf;
}

GBytes *
arrears_test_pdf_with_streams (GBytes *pdf)
{
  qpdf_data qpdf = open_pdf (pdf);

  qpdf_set_object_stream_mode (qpdf, qpdf_o_generate);
  return write_pdf (qpdf);
}

GBytes *
arrears_test_pdf_linearized (GBytes *pdf)
{
  qpdf_data qpdf = open_pdf (pdf);

  qpdf_set_linearization (qpdf, QPDF_TRUE);
  return write_pdf (qpdf);
}

GBytes *
arrears_test_pdf_encrypted (GBytes *pdf, const char *password)
{
  qpdf_data qpdf = open_pdf (pdf);

  qpdf_set_r6_encryption_parameters2 (qpdf, password, "owner", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                      QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
  return write_pdf (qpdf);
}

GBytes *
arrears_test_flip_bit (GBytes *bytes, gsize position, guint bit)
{
  gsize length;
  guint8 *copy;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (position, <, length);
  copy = g_memdup2 (data, length);
  copy[position] ^= (guint8) (1u << bit);
  return g_bytes_new_take (copy, length);
}

GBytes *
arrears_test_cut (GBytes *bytes, gsize length)
{
  return g_bytes_new (g_bytes_get_data (bytes, NULL), length);
}

GBytes *
arrears_test_append (GBytes *bytes, const char *text)
{
  GByteArray *copy = g_byte_array_new ();
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_byte_array_append (copy, data, (guint) length);
  g_byte_array_append (copy, (const guint8 *) text, (guint) strlen (text));
  return g_byte_array_free_to_bytes (copy);
}

gsize
arrears_test_find (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize at = 0; at + strlen (text) <= length; at++)
    if (memcmp (data + at, text, strlen (text)) == 0)
      return at;

  g_error ("expected \"%s\" in %" G_GSIZE_FORMAT " bytes", text, length);
}

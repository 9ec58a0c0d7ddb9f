/* arrears-test-file.c: files of other programs, made up in a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-file.h"

#include <string.h>

GBytes *
arrears_test_file_encode (const char *text, const char *charset, const char *mark)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *encoded = NULL;
  GByteArray *bytes = g_byte_array_new ();
  gsize length;

  encoded = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) strlen (mark));
  g_byte_array_append (bytes, (const guint8 *) encoded, (guint) length);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
arrears_test_file_load (const char *name)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("ARREARS_TEST_DATA"), "exchange", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

GPtrArray *
arrears_test_file_read (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *sheets = arrears_sheet_read_all (bytes, "test", &error);

  g_assert_no_error (error);
  g_assert_nonnull (sheets);
  return sheets;
}

GPtrArray *
arrears_test_file_read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return arrears_test_file_read (bytes);
}

ArrearsImportReading *
arrears_test_file_import_bytes (ArrearsImportKind kind, GBytes *bytes)
{
  g_autoptr (GPtrArray) sheets = arrears_test_file_read (bytes);
  g_autoptr (ArrearsMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsImportReading *reading;

  mapping = arrears_mapping_new (kind, sheets, NULL, &error);
  g_assert_no_error (error);
  reading = arrears_import_reading_new (mapping, ARREARS_DAY_ORDER_UNKNOWN, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reading);
  return reading;
}

ArrearsImportReading *
arrears_test_file_import (ArrearsImportKind kind, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return arrears_test_file_import_bytes (kind, bytes);
}

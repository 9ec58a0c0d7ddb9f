/* arrears-test-file.h: files of other programs, made up in a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-import-reading.h"

G_BEGIN_DECLS

/* A text in the encoding, with bytes such as a byte order mark before it. */
GBytes *arrears_test_file_encode (const char *text, const char *charset, const char *mark);

/* A file of tests/data/exchange. */
GBytes *arrears_test_file_load (const char *name);

/* The sheets that the bytes hold; ends the test if they cannot be read. */
GPtrArray *arrears_test_file_read (GBytes *bytes);

/* The sheets of a CSV text in UTF-8. */
GPtrArray *arrears_test_file_read_text (const char *text);

/* What a CSV text gives when it is imported without a map; ends the test if it cannot be read. */
ArrearsImportReading *arrears_test_file_import (ArrearsImportKind kind, const char *text);

/* The same for bytes. */
ArrearsImportReading *arrears_test_file_import_bytes (ArrearsImportKind kind, GBytes *bytes);

G_END_DECLS

/* arrears-encoding.h: bytes of a text file in whatever encoding, as UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text as UTF-8, without a byte order mark, and its length. By order: what a mark says; UTF-16
 * without a mark, told by its zero bytes; UTF-8 where all of it is; Big5 where the letters that
 * occur look like it; GB18030. Never guesses past a broken byte: UTF-8 with damage in it is not
 * taken for GB18030. Fails with ARREARS_ERROR_ENCODING, naming the row of the first wrong byte;
 * control characters are wrong too.
 */
char *arrears_encoding_decode (const char *bytes, gsize size, gsize *length, GError **error);

G_END_DECLS

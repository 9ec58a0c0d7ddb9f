/* arrears-test-pdf.h: small PDF files to sign, made in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file of these object bodies, numbered from 1, the first of which is the catalog, with a cross
 * reference table. A NULL ends the list.
 */
GBytes *arrears_test_pdf_from_objects (const char *const *bodies);

/* One page with a line of text. */
GBytes *arrears_test_pdf_new (void);

/* The same document written anew with object streams and a cross reference stream, linearized, or
 * encrypted (AES-256) so that it opens with that password.
 */
GBytes *arrears_test_pdf_with_streams (GBytes *pdf);
GBytes *arrears_test_pdf_linearized (GBytes *pdf);
GBytes *arrears_test_pdf_encrypted (GBytes *pdf, const char *password);

/* A copy with one bit changed; one cut off; one with bytes behind it. */
GBytes *arrears_test_flip_bit (GBytes *bytes, gsize position, guint bit);
GBytes *arrears_test_cut (GBytes *bytes, gsize length);
GBytes *arrears_test_append (GBytes *bytes, const char *text);

/* Where a text first stands in the bytes; fails the test if it does not. */
gsize arrears_test_find (GBytes *bytes, const char *text);

G_END_DECLS

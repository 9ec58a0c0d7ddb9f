/* arrears-signature.h: signing PDF files and judging their signatures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "arrears-identity.h"
#include "arrears-signature-verdict.h"

G_BEGIN_DECLS

/* What a signature says besides who made it. {0} with an instant is enough: a signature without
 * words that is not seen on the first page.
 */
typedef struct
{
  const char *reason;     /* UTF-8, or NULL */
  const char *location;   /* UTF-8, or NULL */
  gint64 signed_at;       /* Unix time; the certificate must be good then */
  int utc_offset_minutes; /* of the clock that shows it: 480 for China */
  guint page;             /* whose field it is, from 0 */
  struct
  {
    double left, bottom, right, top;
  } area; /* in points on that page, where a click shows the signature;
           * empty: nowhere. The seal itself is part of the page. */
} ArrearsSignatureOptions;

/* Adds a signature (PAdES B-B: EN 319 142-1, SHA-256) to the file as an incremental update: the
 * bytes of pdf are the first bytes of the result. So a file may be signed again by another party.
 * May run in any thread.
 *
 * ARREARS_ERROR_CERTIFICATE as arrears_identity_check(); ARREARS_ERROR_FORMAT if the bytes are no
 * PDF file; ARREARS_ERROR_DAMAGED if its structure would have to be repaired first;
 * ARREARS_ERROR_REFUSED if it is encrypted or an earlier signature forbids every change;
 * ARREARS_ERROR_NOT_FOUND if it has no such page; ARREARS_ERROR_ENCODING for words that are not
 * UTF-8; ARREARS_ERROR_DAY_IMPOSSIBLE if a PDF file cannot tell the instant.
 */
GBytes *arrears_signature_sign (GBytes *pdf, const ArrearsIdentity *identity,
                                const ArrearsSignatureOptions *options, GError **error);

/* Judges every signature in the file, the one that covers least of it first; an empty array for
 * a file without any. Understands ETSI.CAdES.detached and adbe.pkcs7.detached with RSA or ECDSA.
 * Signatures that no form field shows are listed too, so that taking one out of the form does
 * not hide it. May run in any thread.
 *
 * ARREARS_ERROR_FORMAT if the bytes are no PDF file, ARREARS_ERROR_DAMAGED if its structure is
 * broken so that signatures may have been lost, ARREARS_ERROR_REFUSED if it opens only with a
 * password.
 */
GPtrArray *arrears_signature_verify (GBytes *pdf, GError **error);

G_END_DECLS

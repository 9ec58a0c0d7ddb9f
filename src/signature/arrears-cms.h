/* arrears-cms.h: the detached CMS signature over two stretches of bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-byte-range.h"
#include "arrears-identity-private.h"

G_BEGIN_DECLS

/* No signature of the identity is longer than so many bytes of DER. */
gsize arrears_cms_get_max_length (const ArrearsIdentity *identity);

/* A CAdES B-B signature for PAdES (EN 319 142-1, 6.3): signed attributes are content type, message
 * digest and signing certificate, and no signing time. Holds the certificate and its issuers, but
 * not their root, which proves nothing.
 */
GByteArray *arrears_cms_sign (const ArrearsIdentity *identity, const guint8 *data,
                              const ArrearsByteRange *range, GError **error);

/* What a signature says and whether it holds. */
typedef struct
{
  X509 *signer;                      /* NULL if no single signer can be made out */
  ArrearsCertificates *certificates; /* all that it carries */
  gint64 signing_time;               /* the signed attribute; 0 without one */
  gboolean is_understood;            /* one signer, RSA or EC, and nothing enclosed */
  gboolean has_strong_hash;
  gboolean holds; /* these bytes were signed by that certificate */
} ArrearsCmsFindings;

/* Reads the signature, DER or BER, behind which only zeros may stand, and checks it against the
 * stretches of data. With must_name_certificate a signature without the attribute that names the
 * certificate of the signer does not hold (CAdES demands it).
 */
void arrears_cms_examine (const guint8 *contents, gsize length, const guint8 *data,
                          const ArrearsByteRange *range, gboolean must_name_certificate,
                          ArrearsCmsFindings *findings);

void arrears_cms_findings_clear (ArrearsCmsFindings *findings);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArrearsCmsFindings, arrears_cms_findings_clear)

G_END_DECLS

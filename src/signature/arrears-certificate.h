/* arrears-certificate.h: questions to an X.509 certificate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-openssl.h"
#include "arrears-signature-verdict.h"

G_BEGIN_DECLS

/* The last common name, else the last organisation, else ""; always valid UTF-8. */
char *arrears_certificate_dup_name (X509 *certificate);

/* SHA-256 of the DER form: 64 lower-case hexadecimal digits. */
char *arrears_certificate_dup_fingerprint (X509 *certificate);

/* The first and last good second, Unix time. FALSE, with both 0, if a date cannot be read. */
gboolean arrears_certificate_get_validity (X509 *certificate, gint64 *not_before,
                                           gint64 *not_after);

/* Whether the key usage, where one is named, has digital signature or non-repudiation. */
gboolean arrears_certificate_is_for_signing (X509 *certificate);

/* Whether breaking the key takes at least 2^112 steps: RSA 2048, curves of 224 bits. */
gboolean arrears_certificate_has_strong_key (X509 *certificate);

/* How far the certificate leads, at that instant, through the others to a root that this
 * computer trusts. The roots are those that OpenSSL finds when this is first asked.
 */
ArrearsSignatureChain arrears_certificate_judge_chain (X509 *certificate,
                                                       ArrearsCertificates *others, gint64 at_unix);

G_END_DECLS

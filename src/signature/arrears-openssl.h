/* arrears-openssl.h: OpenSSL as this room uses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "arrears-error.h"

G_BEGIN_DECLS

typedef STACK_OF (X509) ArrearsCertificates;

static inline void
arrears_certificates_free (ArrearsCertificates *certificates)
{
  sk_X509_pop_free (certificates, X509_free);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsCertificates, arrears_certificates_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_MD_CTX, EVP_MD_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)

/* The library context of this room, with the providers "default" and, where it is installed,
 * "legacy". It lives as long as the process and may be used from any thread. Nothing is changed
 * for other users of OpenSSL in the process.
 */
OSSL_LIB_CTX *arrears_openssl_get_context (void);

/* Sets an error whose message is `what` with the first complaint of OpenSSL on this thread, and
 * empties the list of complaints.
 */
void arrears_openssl_set_error (GError **error, ArrearsError code, const char *what);

G_END_DECLS

/* arrears-certificate.c: questions to an X.509 certificate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-certificate.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <time.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE_CTX, X509_STORE_CTX_free)

#define MIN_SECURITY_BITS 112

static char *
find_name_entry (X509_NAME *name, int nid)
{
  int position = -1;
  int last = -1;
  unsigned char *utf8 = NULL;
  char *text = NULL;
  int length;

  while ((position = X509_NAME_get_index_by_NID (name, nid, position)) >= 0)
    last = position;
  if (last < 0)
    return NULL;

  length = ASN1_STRING_to_UTF8 (&utf8, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (name, last)));
  if (length > 0)
    text = g_utf8_make_valid ((const char *) utf8, length);
  OPENSSL_free (utf8);

  return text;
}

char *
arrears_certificate_dup_name (X509 *certificate)
{
  X509_NAME *subject = X509_get_subject_name (certificate);
  char *name = find_name_entry (subject, NID_commonName);

  if (name == NULL)
    name = find_name_entry (subject, NID_organizationName);

  return name != NULL ? name : g_strdup ("");
}

char *
arrears_certificate_dup_fingerprint (X509 *certificate)
{
  unsigned char *der = NULL;
  int length = i2d_X509 (certificate, &der);
  char *fingerprint;

  if (length < 0)
    return g_strdup ("");

  fingerprint = g_compute_checksum_for_data (G_CHECKSUM_SHA256, der, (gsize) length);
  OPENSSL_free (der);

  return fingerprint;
}

static gboolean
read_time (const ASN1_TIME *asn1, gint64 *unix_time)
{
  struct tm fields;

  if (asn1 == NULL || !ASN1_TIME_to_tm (asn1, &fields))
    return FALSE;

  *unix_time = timegm (&fields);
  return TRUE;
}

gboolean
arrears_certificate_get_validity (X509 *certificate, gint64 *not_before, gint64 *not_after)
{
  if (read_time (X509_get0_notBefore (certificate), not_before)
      && read_time (X509_get0_notAfter (certificate), not_after))
    return TRUE;

  ERR_clear_error ();
  *not_before = 0;
  *not_after = 0;
  return FALSE;
}

gboolean
arrears_certificate_is_for_signing (X509 *certificate)
{
  /* All bits are set where the certificate names no usage. */
  return (X509_get_key_usage (certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

gboolean
arrears_certificate_has_strong_key (X509 *certificate)
{
  EVP_PKEY *key = X509_get0_pubkey (certificate);

  if (key != NULL)
    return EVP_PKEY_get_security_bits (key) >= MIN_SECURITY_BITS;

  ERR_clear_error ();
  return FALSE;
}

/* The roots on a computer were mostly admitted for web sites. Without this any host with a free
 * certificate could sign as if a trusted authority had named its owner.
 */
static gboolean
is_for_a_web_site (X509 *certificate)
{
  guint32 usage = X509_get_extended_key_usage (certificate);

  return usage != G_MAXUINT32 && (usage & XKU_SSL_SERVER) != 0;
}

/* The roots of this computer are read once, which takes some 20 ms. */
static gpointer
load_roots (gpointer data)
{
  X509_STORE *roots = X509_STORE_new ();

  if (roots != NULL)
    X509_STORE_set_default_paths_ex (roots, arrears_openssl_get_context (), NULL);
  return roots;
}

static gboolean
leads_to_a_trusted_root (X509 *certificate, ArrearsCertificates *others, gint64 at_unix)
{
  static GOnce once = G_ONCE_INIT;
  X509_STORE *roots = g_once (&once, load_roots, NULL);
  g_autoptr (X509_STORE_CTX) context = NULL;

  context = X509_STORE_CTX_new_ex (arrears_openssl_get_context (), NULL);
  if (roots == NULL || context == NULL
      || !X509_STORE_CTX_init (context, roots, certificate, others))
    return FALSE;

  X509_STORE_CTX_set_time (context, 0, (time_t) at_unix);
  return X509_verify_cert (context) == 1;
}

ArrearsSignatureChain
arrears_certificate_judge_chain (X509 *certificate, ArrearsCertificates *others, gint64 at_unix)
{
  gboolean is_trusted
      = !is_for_a_web_site (certificate) && leads_to_a_trusted_root (certificate, others, at_unix);
  gboolean is_self_signed = X509_self_signed (certificate, 1) == 1;

  ERR_clear_error ();
  if (is_trusted)
    return ARREARS_SIGNATURE_CHAIN_TRUSTED;
  return is_self_signed ? ARREARS_SIGNATURE_CHAIN_SELF_SIGNED : ARREARS_SIGNATURE_CHAIN_UNKNOWN;
}

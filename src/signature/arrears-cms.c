/* arrears-cms.c: the detached CMS signature over two stretches of bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-cms.h"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <time.h>

typedef ESS_SIGNING_CERT SigningCert;
typedef ESS_SIGNING_CERT_V2 SigningCertV2;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SigningCert, ESS_SIGNING_CERT_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SigningCertV2, ESS_SIGNING_CERT_V2_free)

/* Headers, algorithm names, attributes and the name and serial of the signer. */
#define FRAME_LENGTH 2048

#define MIN_HASH_BYTES 28 /* SHA-224; MD5 and SHA-1 fall short and can be forged */

gsize
arrears_cms_get_max_length (const ArrearsIdentity *identity)
{
  gsize length = FRAME_LENGTH + (gsize) EVP_PKEY_get_size (identity->key)
                 + (gsize) i2d_X509_NAME (X509_get_issuer_name (identity->certificate), NULL)
                 + (gsize) i2d_X509 (identity->certificate, NULL);

  for (int i = 0; i < sk_X509_num (identity->issuers); i++)
    length += (gsize) i2d_X509 (sk_X509_value (identity->issuers, i), NULL);

  return length;
}

static gboolean
hash_stretches (const guint8 *data, const ArrearsByteRange *range, guint8 digest[EVP_MAX_MD_SIZE],
                unsigned int *length)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();

  return context != NULL && EVP_DigestInit_ex (context, EVP_sha256 (), NULL)
         && EVP_DigestUpdate (context, data, range->gap)
         && EVP_DigestUpdate (context, data + range->resume, range->end - range->resume)
         && EVP_DigestFinal_ex (context, digest, length);
}

static CMS_SignerInfo *
add_signer (CMS_ContentInfo *cms, const ArrearsIdentity *identity, const guint8 *digest,
            unsigned int length)
{
  const unsigned int flags = CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES | CMS_PARTIAL;
  CMS_SignerInfo *signer
      = CMS_add1_signer (cms, identity->certificate, identity->key, EVP_sha256 (), flags);

  if (signer == NULL
      || !CMS_signed_add1_attr_by_NID (signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                       OBJ_nid2obj (NID_pkcs7_data), -1)
      || !CMS_signed_add1_attr_by_NID (signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest,
                                       (int) length))
    return NULL;

  for (int i = 0; i < sk_X509_num (identity->issuers); i++)
    {
      X509 *issuer = sk_X509_value (identity->issuers, i);

      if (X509_check_issued (issuer, issuer) != X509_V_OK && !CMS_add1_cert (cms, issuer))
        return NULL;
    }

  return signer;
}

/* The order of DER: as byte strings, where a shorter one that is a prefix comes first. */
static int
compare_encodings (gconstpointer a, gconstpointer b)
{
  gsize length_a, length_b;
  const guint8 *data_a = g_bytes_get_data (*(GBytes *const *) a, &length_a);
  const guint8 *data_b = g_bytes_get_data (*(GBytes *const *) b, &length_b);
  int order = memcmp (data_a, data_b, MIN (length_a, length_b));

  return order != 0 ? order : (length_a > length_b) - (length_a < length_b);
}

/* The signed attributes as the explicit SET OF over which the signature is made (RFC 5652, 5.4);
 * OpenSSL has no public function for it.
 */
static GByteArray *
encode_attributes (CMS_SignerInfo *signer)
{
  g_autoptr (GPtrArray) encodings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GByteArray *set = g_byte_array_new ();
  guint8 header[16];
  guint8 *end = header;
  gsize total = 0;

  for (int i = 0; i < CMS_signed_get_attr_count (signer); i++)
    {
      unsigned char *der = NULL;
      int length = i2d_X509_ATTRIBUTE (CMS_signed_get_attr (signer, i), &der);

      if (length <= 0)
        continue;
      g_ptr_array_add (encodings, g_bytes_new (der, (gsize) length));
      total += (gsize) length;
      OPENSSL_free (der);
    }

  g_ptr_array_sort (encodings, compare_encodings);
  ASN1_put_object (&end, 1, (int) total, V_ASN1_SET, V_ASN1_UNIVERSAL);
  g_byte_array_append (set, header, (guint) (end - header));
  for (guint i = 0; i < encodings->len; i++)
    {
      gsize length;
      const guint8 *der = g_bytes_get_data (encodings->pdata[i], &length);

      g_byte_array_append (set, der, (guint) length);
    }

  return set;
}

/* CMS_SignerInfo_sign() would put in the signing time that PAdES forbids, so this is done here. */
static gboolean
sign_attributes (CMS_SignerInfo *signer, EVP_PKEY *key)
{
  g_autoptr (GByteArray) attributes = encode_attributes (signer);
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  g_autofree guint8 *value = NULL;
  size_t length = 0;

  if (context == NULL
      || EVP_DigestSignInit_ex (context, NULL, "SHA256", arrears_openssl_get_context (), NULL, key,
                                NULL)
             <= 0
      || EVP_DigestSign (context, NULL, &length, attributes->data, attributes->len) <= 0)
    return FALSE;

  value = g_malloc (length);
  return EVP_DigestSign (context, value, &length, attributes->data, attributes->len) > 0
         && ASN1_OCTET_STRING_set (CMS_SignerInfo_get0_signature (signer), value, (int) length);
}

static CMS_ContentInfo *
make_cms (const ArrearsIdentity *identity, const guint8 *data, const ArrearsByteRange *range)
{
  const unsigned int flags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL;
  g_autoptr (CMS_ContentInfo) cms = NULL;
  CMS_SignerInfo *signer;
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int length;

  cms = CMS_sign_ex (NULL, NULL, NULL, NULL, flags, arrears_openssl_get_context (), NULL);
  if (cms == NULL || !hash_stretches (data, range, digest, &length)
      || (signer = add_signer (cms, identity, digest, length)) == NULL
      || !sign_attributes (signer, identity->key))
    return NULL;

  return g_steal_pointer (&cms);
}

GByteArray *
arrears_cms_sign (const ArrearsIdentity *identity, const guint8 *data,
                  const ArrearsByteRange *range, GError **error)
{
  g_autoptr (CMS_ContentInfo) cms = NULL;
  unsigned char *der = NULL;
  int length = -1;
  GByteArray *signature;

  ERR_clear_error ();
  cms = make_cms (identity, data, range);
  if (cms != NULL)
    length = i2d_CMS_ContentInfo (cms, &der);
  if (length < 0)
    {
      arrears_openssl_set_error (error, ARREARS_ERROR_ENVIRONMENT, "cannot make the signature");
      return NULL;
    }

  signature = g_byte_array_append (g_byte_array_new (), der, (guint) length);
  OPENSSL_free (der);
  return signature;
}

static CMS_ContentInfo *
read_cms (const guint8 *contents, gsize length)
{
  g_autoptr (CMS_ContentInfo) cms = NULL;
  const unsigned char *at = contents;

  cms = CMS_ContentInfo_new_ex (arrears_openssl_get_context (), NULL);
  if (cms == NULL || length > G_MAXLONG || d2i_CMS_ContentInfo (&cms, &at, (long) length) == NULL
      || OBJ_obj2nid (CMS_get0_type (cms)) != NID_pkcs7_signed)
    return NULL;

  for (; at < contents + length; at++)
    if (*at != 0)
      return NULL;

  return g_steal_pointer (&cms);
}

static CMS_SignerInfo *
find_single_signer (CMS_ContentInfo *cms, ArrearsCmsFindings *findings)
{
  STACK_OF (CMS_SignerInfo) *signers = CMS_get0_SignerInfos (cms);
  CMS_SignerInfo *signer;

  if (sk_CMS_SignerInfo_num (signers) != 1)
    return NULL;

  signer = sk_CMS_SignerInfo_value (signers, 0);
  findings->certificates = CMS_get1_certs (cms);
  CMS_set1_signers_certs (cms, NULL, 0);
  CMS_SignerInfo_get0_algs (signer, NULL, &findings->signer, NULL, NULL);
  if (findings->signer == NULL)
    return NULL;

  X509_up_ref (findings->signer);
  return signer;
}

static gint64
read_signing_time (CMS_SignerInfo *signer)
{
  int at = CMS_signed_get_attr_by_NID (signer, NID_pkcs9_signingTime, -1);
  ASN1_TYPE *value = NULL;
  struct tm fields;

  if (at >= 0)
    value = X509_ATTRIBUTE_get0_type (CMS_signed_get_attr (signer, at), 0);
  if (value == NULL || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME)
      || !ASN1_TIME_to_tm (value->value.asn1_string, &fields))
    return 0;

  return timegm (&fields);
}

static gboolean
has_strong_hash (CMS_SignerInfo *signer)
{
  X509_ALGOR *algorithm = NULL;
  const EVP_MD *hash;

  CMS_SignerInfo_get0_algs (signer, NULL, NULL, &algorithm, NULL);
  hash = EVP_get_digestbyobj (algorithm->algorithm);

  return hash != NULL && EVP_MD_get_size (hash) >= MIN_HASH_BYTES;
}

static gboolean
is_known_key (X509 *certificate)
{
  EVP_PKEY *key = X509_get0_pubkey (certificate);

  return key != NULL
         && (EVP_PKEY_is_a (key, "RSA") || EVP_PKEY_is_a (key, "RSA-PSS")
             || EVP_PKEY_is_a (key, "EC"));
}

/* The signer first, then the rest, as OSSL_ESS_check_signing_certs() wants it. */
static ArrearsCertificates *
put_signer_first (const ArrearsCmsFindings *findings)
{
  ArrearsCertificates *chain = sk_X509_new_null ();

  X509_up_ref (findings->signer);
  sk_X509_push (chain, findings->signer);
  for (int i = 0; i < sk_X509_num (findings->certificates); i++)
    {
      X509 *certificate = sk_X509_value (findings->certificates, i);

      if (X509_cmp (certificate, findings->signer) == 0)
        continue;
      X509_up_ref (certificate);
      sk_X509_push (chain, certificate);
    }

  return chain;
}

static const ASN1_STRING *
find_sequence (CMS_SignerInfo *signer, int nid)
{
  return CMS_signed_get0_data_by_OBJ (signer, OBJ_nid2obj (nid), -3, V_ASN1_SEQUENCE);
}

/* Whether the attribute that names the certificate names this one. Without it a certificate could
 * be exchanged for another with the same key.
 */
static gboolean
names_its_certificate (CMS_SignerInfo *signer, const ArrearsCmsFindings *findings,
                       gboolean must_name_certificate)
{
  const ASN1_STRING *der = find_sequence (signer, NID_id_smime_aa_signingCertificate);
  const ASN1_STRING *der_v2 = find_sequence (signer, NID_id_smime_aa_signingCertificateV2);
  g_autoptr (SigningCert) named = NULL;
  g_autoptr (SigningCertV2) named_v2 = NULL;
  g_autoptr (ArrearsCertificates) chain = NULL;

  if (der != NULL)
    {
      const unsigned char *at = ASN1_STRING_get0_data (der);
      named = d2i_ESS_SIGNING_CERT (NULL, &at, ASN1_STRING_length (der));
    }
  if (der_v2 != NULL)
    {
      const unsigned char *at = ASN1_STRING_get0_data (der_v2);
      named_v2 = d2i_ESS_SIGNING_CERT_V2 (NULL, &at, ASN1_STRING_length (der_v2));
    }
  if ((der != NULL && named == NULL) || (der_v2 != NULL && named_v2 == NULL))
    return FALSE;

  chain = put_signer_first (findings);
  return OSSL_ESS_check_signing_certs (named, named_v2, chain, must_name_certificate) > 0;
}

static gboolean
write_stretch (BIO *sink, const guint8 *data, gsize length)
{
  size_t written = 0;

  return length == 0 || (BIO_write_ex (sink, data, length, &written) && written == length);
}

static gboolean
matches_data (CMS_ContentInfo *cms, CMS_SignerInfo *signer, const guint8 *data,
              const ArrearsByteRange *range)
{
  BIO *end = BIO_new (BIO_s_null ());
  g_autoptr (BIO) sink = end != NULL ? CMS_dataInit (cms, end) : NULL;

  if (sink == NULL)
    {
      BIO_free (end);
      return FALSE;
    }

  /* Attributes, where there are any, are what was signed, and hold the hash of the data. */
  return write_stretch (sink, data, range->gap)
         && write_stretch (sink, data + range->resume, range->end - range->resume)
         && (CMS_signed_get_attr_count (signer) < 0 || CMS_SignerInfo_verify (signer) > 0)
         && CMS_SignerInfo_verify_content (signer, sink) > 0;
}

void
arrears_cms_examine (const guint8 *contents, gsize length, const guint8 *data,
                     const ArrearsByteRange *range, gboolean must_name_certificate,
                     ArrearsCmsFindings *findings)
{
  g_autoptr (CMS_ContentInfo) cms = NULL;
  CMS_SignerInfo *signer;

  *findings = (ArrearsCmsFindings) { 0 };
  cms = read_cms (contents, length);
  if (cms == NULL || (signer = find_single_signer (cms, findings)) == NULL)
    {
      ERR_clear_error ();
      return;
    }

  findings->signing_time = read_signing_time (signer);
  findings->has_strong_hash = has_strong_hash (signer);
  findings->is_understood = CMS_is_detached (cms) == 1 && is_known_key (findings->signer)
                            && OBJ_obj2nid (CMS_get0_eContentType (cms)) == NID_pkcs7_data;
  findings->holds = findings->is_understood && matches_data (cms, signer, data, range)
                    && names_its_certificate (signer, findings, must_name_certificate);
  ERR_clear_error ();
}

void
arrears_cms_findings_clear (ArrearsCmsFindings *findings)
{
  X509_free (findings->signer);
  arrears_certificates_free (findings->certificates);
  *findings = (ArrearsCmsFindings) { 0 };
}

/* arrears-test-key.c: keys and certificates of a test authority
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-key.h"

#include "arrears-openssl.h"
#include "arrears-test-pdf.h"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509v3.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PKCS12, PKCS12_free)

#define CADES "ETSI.CAdES.detached"

typedef struct
{
  EVP_PKEY *key;
  X509 *certificate;
} Pair;

static void
add_extension (X509 *certificate, X509 *issuer, int nid, const char *value)
{
  X509V3_CTX context;
  X509_EXTENSION *extension;

  if (value == NULL)
    return;
  X509V3_set_ctx (&context, issuer, certificate, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, nid, value);
  g_assert_nonnull (extension);
  X509_add_ext (certificate, extension, -1);
  X509_EXTENSION_free (extension);
}

static X509 *
make_certificate (EVP_PKEY *key, const char *name, gint64 not_before, gint64 not_after,
                  const Pair *issuer)
{
  static gint serial = 1;
  X509 *certificate = X509_new ();
  X509_NAME *subject = X509_get_subject_name (certificate);

  X509_set_version (certificate, 2);
  ASN1_INTEGER_set (X509_get_serialNumber (certificate), g_atomic_int_add (&serial, 1));
  X509_NAME_add_entry_by_txt (subject, "CN", MBSTRING_UTF8, (const unsigned char *) name, -1, -1,
                              0);
  X509_set_issuer_name (certificate,
                        issuer != NULL ? X509_get_subject_name (issuer->certificate) : subject);
  ASN1_TIME_set (X509_getm_notBefore (certificate), (time_t) not_before);
  ASN1_TIME_set (X509_getm_notAfter (certificate), (time_t) not_after);
  X509_set_pubkey (certificate, key);
  return certificate;
}

static Pair
make_authority (const char *name)
{
  Pair pair = { EVP_EC_gen ("P-256"), NULL };

  pair.certificate = make_certificate (pair.key, name, ARREARS_TEST_NOW - 3650 * ARREARS_TEST_DAY,
                                       ARREARS_TEST_NOW + 3650 * ARREARS_TEST_DAY, NULL);
  add_extension (pair.certificate, pair.certificate, NID_basic_constraints, "critical,CA:TRUE");
  add_extension (pair.certificate, pair.certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
  g_assert_cmpint (X509_sign (pair.certificate, pair.key, EVP_sha256 ()), >, 0);
  return pair;
}

static const Pair *
get_authority (void)
{
  static Pair authority;

  if (authority.key == NULL)
    authority = make_authority ("测试证书中心");
  return &authority;
}

static const Pair *
get_stranger (void)
{
  static Pair stranger;

  if (stranger.key == NULL)
    stranger = make_authority ("无关证书中心");
  return &stranger;
}

static Pair
make_pair (const ArrearsTestKey *key)
{
  const Pair *authority = key->is_of_a_stranger ? get_stranger () : get_authority ();
  gint64 year = 365 * ARREARS_TEST_DAY;
  Pair pair;

  pair.key = key->rsa_bits != 0 ? EVP_RSA_gen ((unsigned int) key->rsa_bits) : EVP_EC_gen ("P-256");
  pair.certificate = make_certificate (
      pair.key, key->name, key->not_before != 0 ? key->not_before : ARREARS_TEST_NOW - year,
      key->not_after != 0 ? key->not_after : ARREARS_TEST_NOW + year, authority);
  add_extension (pair.certificate, authority->certificate, NID_key_usage,
                 key->key_usage != NULL ? key->key_usage : "critical,digitalSignature");
  add_extension (pair.certificate, authority->certificate, NID_ext_key_usage,
                 key->extended_key_usage);
  g_assert_cmpint (X509_sign (pair.certificate, authority->key, EVP_sha256 ()), >, 0);
  return pair;
}

static void
clear_pair (Pair *pair)
{
  EVP_PKEY_free (pair->key);
  X509_free (pair->certificate);
}

static GBytes *
encode_p12 (PKCS12 *file)
{
  unsigned char *der = NULL;
  int length = i2d_PKCS12 (file, &der);
  GBytes *bytes;

  g_assert_cmpint (length, >, 0);
  bytes = g_bytes_new (der, (gsize) length);
  OPENSSL_free (der);
  return bytes;
}

GBytes *
arrears_test_key_make_p12 (const ArrearsTestKey *key)
{
  Pair pair = make_pair (key);
  STACK_OF (X509) *others = sk_X509_new_null ();
  int key_cipher = key->has_old_cipher ? NID_pbe_WithSHA1And3_Key_TripleDES_CBC : 0;
  int certificate_cipher = key->has_old_cipher ? NID_pbe_WithSHA1And40BitRC2_CBC : 0;
  g_autoptr (PKCS12) file = NULL;
  GBytes *bytes;

  sk_X509_push (others, get_stranger ()->certificate);
  sk_X509_push (others, get_authority ()->certificate);
  file = PKCS12_create_ex (key->password, NULL, pair.key, pair.certificate, others, key_cipher,
                           certificate_cipher, 0, key->has_no_mac ? -1 : 0, 0,
                           arrears_openssl_get_context (), NULL);
  g_assert_nonnull (file);
  bytes = encode_p12 (file);

  sk_X509_free (others);
  clear_pair (&pair);
  return bytes;
}

GBytes *
arrears_test_key_make_keyless_p12 (const char *password)
{
  g_autoptr (PKCS12) file
      = PKCS12_create (password, NULL, NULL, get_authority ()->certificate, NULL, 0, 0, 0, 0, 0);

  g_assert_nonnull (file);
  return encode_p12 (file);
}

char *
arrears_test_key_dup_authority_pem (void)
{
  g_autoptr (BIO) sink = BIO_new (BIO_s_mem ());
  char *text;
  long length;

  PEM_write_bio_X509 (sink, get_authority ()->certificate);
  length = BIO_get_mem_data (sink, &text);
  return g_strndup (text, (gsize) length);
}

static CMS_ContentInfo *
make_cms (const Pair *pair, const ArrearsTestForgery *forgery, BIO *data)
{
  unsigned int flags = CMS_BINARY | CMS_PARTIAL | (forgery->encloses_content ? 0 : CMS_DETACHED);
  const EVP_MD *hash = EVP_get_digestbyname (forgery->hash != NULL ? forgery->hash : "SHA256");
  CMS_ContentInfo *cms = CMS_sign (NULL, NULL, NULL, data, flags);

  if (forgery->is_cades)
    flags |= CMS_CADES;
  g_assert_nonnull (CMS_add1_signer (cms, pair->certificate, pair->key, hash, flags));
  if (forgery->has_two_signers)
    g_assert_nonnull (
        CMS_add1_signer (cms, pair->certificate, pair->key, hash, flags | CMS_NOCERTS));
  g_assert_true (CMS_final (cms, data, NULL, flags));
  return cms;
}

GBytes *
arrears_test_key_forge (GBytes *signed_pdf, const ArrearsTestKey *key,
                        const ArrearsTestForgery *forgery)
{
  gsize byte_range_at = arrears_test_find (signed_pdf, "/ByteRange [") + strlen ("/ByteRange ");
  gsize gap = arrears_test_find (signed_pdf, "/Contents <3") + strlen ("/Contents ");
  gsize resume = arrears_test_find (signed_pdf, "0> /M (") + strlen ("0>");
  gsize length;
  gconstpointer original = g_bytes_get_data (signed_pdf, &length);
  guint8 *bytes = g_memdup2 (original, length);
  g_autofree char *range = NULL;
  g_autoptr (BIO) data = BIO_new (BIO_s_mem ());
  g_autoptr (CMS_ContentInfo) cms = NULL;
  Pair pair = make_pair (key);
  unsigned char *der = NULL;
  int der_length;

  g_assert_cmpuint (resume, >, gap);
  range = g_strdup_printf ("[0 %u %u %u]", (guint) gap - (guint) forgery->gap_shift, (guint) resume,
                           (guint) (length - resume));
  memset (bytes + byte_range_at, ' ', gap - strlen ("/Contents ") - byte_range_at);
  memcpy (bytes + byte_range_at, range, strlen (range));
  if (forgery->sub_filter != NULL)
    memcpy (bytes + arrears_test_find (signed_pdf, CADES), forgery->sub_filter, strlen (CADES));

  BIO_write (data, bytes, (int) gap - forgery->gap_shift);
  BIO_write (data, bytes + resume, (int) (length - resume));
  cms = make_cms (&pair, forgery, data);
  der_length = i2d_CMS_ContentInfo (cms, &der);
  g_assert_cmpint (2 * der_length + 2, <=, (int) (resume - gap));
  memset (bytes + gap + 1, '0', resume - gap - 2);
  for (int i = 0; i < der_length; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%02x", der[i]);

      memcpy (bytes + gap + 1 + 2 * i, digits, 2);
    }

  OPENSSL_free (der);
  clear_pair (&pair);
  return g_bytes_new_take (bytes, length);
}

/* arrears-identity.c: who signs: a private key with its certificate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-identity-private.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#define RSA_BITS 2048
#define MAX_NAME_CHARACTERS 64 /* ub-common-name of X.520 */
#define MAX_YEARS 30
#define SERIAL_LENGTH 16
#define X509_VERSION_OF_3 2

/* Opening is done once a session; each guess at a stolen file costs as much. */
#define PBKDF2_ROUNDS 100000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PKCS12, PKCS12_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_EXTENSION, X509_EXTENSION_free)

static ArrearsIdentity *
take_key (EVP_PKEY *key, X509 *certificate, ArrearsCertificates *issuers)
{
  ArrearsIdentity *identity = g_new0 (ArrearsIdentity, 1);

  identity->key = key;
  identity->certificate = certificate;
  identity->issuers = issuers;
  identity->common_name = arrears_certificate_dup_name (certificate);
  identity->fingerprint = arrears_certificate_dup_fingerprint (certificate);
  arrears_certificate_get_validity (certificate, &identity->not_before, &identity->not_after);

  return identity;
}

/* Puts those of the loose certificates that lead upwards from the first one in order. The others
 * that a file may hold have no business in a signature.
 */
static ArrearsCertificates *
order_issuers (X509 *certificate, ArrearsCertificates *loose)
{
  ArrearsCertificates *issuers = sk_X509_new_null ();
  X509 *last = certificate;

  for (int round = 0; round < sk_X509_num (loose); round++)
    {
      X509 *issuer = NULL;

      if (X509_check_issued (last, last) == X509_V_OK)
        break;
      for (int i = 0; i < sk_X509_num (loose) && issuer == NULL; i++)
        if (X509_check_issued (sk_X509_value (loose, i), last) == X509_V_OK)
          issuer = sk_X509_value (loose, i);
      if (issuer == NULL)
        break;

      X509_up_ref (issuer);
      sk_X509_push (issuers, issuer);
      last = issuer;
    }

  ERR_clear_error ();
  return issuers;
}

static gboolean
check_name (const char *name, GError **error)
{
  if (name == NULL || *name == '\0')
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                           "a signing certificate needs a name; it is empty");
      return FALSE;
    }
  if (!g_utf8_validate (name, -1, NULL))
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_ENCODING,
                           "the name for a signing certificate is not UTF-8");
      return FALSE;
    }
  if (g_utf8_strlen (name, -1) > MAX_NAME_CHARACTERS)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "the name \"%s\" has %ld characters; a certificate holds at most %d", name,
                   g_utf8_strlen (name, -1), MAX_NAME_CHARACTERS);
      return FALSE;
    }

  return TRUE;
}

/* Positive and of full length, as RFC 5280 (4.1.2.2) wants it. */
static gboolean
set_random_serial (X509 *certificate)
{
  guint8 serial[SERIAL_LENGTH];

  if (RAND_bytes_ex (arrears_openssl_get_context (), serial, sizeof serial, 0) <= 0)
    return FALSE;

  serial[0] = (serial[0] & 0x7f) | 0x40;
  return ASN1_STRING_set (X509_get_serialNumber (certificate), serial, sizeof serial);
}

static gboolean
set_names (X509 *certificate, const char *name)
{
  static const int nids[] = { NID_organizationName, NID_commonName };
  X509_NAME *subject = X509_get_subject_name (certificate);

  for (gsize i = 0; i < G_N_ELEMENTS (nids); i++)
    if (!X509_NAME_add_entry_by_NID (subject, nids[i], V_ASN1_UTF8STRING,
                                     (const unsigned char *) name, -1, -1, 0))
      return FALSE;

  return X509_set_issuer_name (certificate, subject);
}

static gboolean
set_validity (X509 *certificate, gint64 now_unix, int years)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (now_unix);
  g_autoptr (GDateTime) end = start != NULL ? g_date_time_add_years (start, years) : NULL;

  return end != NULL && ASN1_TIME_set (X509_getm_notBefore (certificate), (time_t) now_unix) != NULL
         && ASN1_TIME_set (X509_getm_notAfter (certificate), (time_t) g_date_time_to_unix (end) - 1)
                != NULL;
}

static gboolean
add_extensions (X509 *certificate)
{
  static const struct
  {
    int nid;
    const char *value;
  } extensions[] = {
    { NID_basic_constraints, "critical,CA:FALSE" },
    { NID_key_usage, "critical,digitalSignature,nonRepudiation" },
    { NID_subject_key_identifier, "hash" },
  };
  X509V3_CTX context;

  X509V3_set_ctx (&context, certificate, certificate, NULL, NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      g_autoptr (X509_EXTENSION) extension = NULL;

      extension = X509V3_EXT_conf_nid (NULL, &context, extensions[i].nid, extensions[i].value);
      if (extension == NULL || !X509_add_ext (certificate, extension, -1))
        return FALSE;
    }

  return TRUE;
}

static X509 *
make_certificate (EVP_PKEY *key, const char *name, gint64 now_unix, int years)
{
  g_autoptr (X509) certificate = X509_new_ex (arrears_openssl_get_context (), NULL);

  if (certificate == NULL || !X509_set_version (certificate, X509_VERSION_OF_3)
      || !set_random_serial (certificate) || !set_names (certificate, name)
      || !set_validity (certificate, now_unix, years) || !X509_set_pubkey (certificate, key)
      || !add_extensions (certificate) || !X509_sign (certificate, key, EVP_sha256 ()))
    return NULL;

  return g_steal_pointer (&certificate);
}

ArrearsIdentity *
arrears_identity_new_self_signed (const char *name, gint64 now_unix, int years, GError **error)
{
  g_autoptr (EVP_PKEY) key = NULL;
  g_autoptr (X509) certificate = NULL;

  if (!check_name (name, error))
    return NULL;
  if (years < 1 || years > MAX_YEARS)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "a certificate for %d years; expected 1 to %d", years, MAX_YEARS);
      return NULL;
    }

  key = EVP_PKEY_Q_keygen (arrears_openssl_get_context (), NULL, "RSA", (size_t) RSA_BITS);
  if (key != NULL)
    certificate = make_certificate (key, name, now_unix, years);
  if (certificate == NULL)
    {
      arrears_openssl_set_error (error, ARREARS_ERROR_ENVIRONMENT, "cannot make a signing key");
      return NULL;
    }

  return take_key (g_steal_pointer (&key), g_steal_pointer (&certificate), sk_X509_new_null ());
}

static PKCS12 *
read_p12 (GBytes *bytes, GError **error)
{
  g_autoptr (PKCS12) p12 = PKCS12_init_ex (NID_pkcs7_data, arrears_openssl_get_context (), NULL);
  gsize length;
  const unsigned char *at = g_bytes_get_data (bytes, &length);

  /* On failure d2i frees the object it was given and sets the pointer to NULL. */
  if (p12 == NULL || length > G_MAXLONG || d2i_PKCS12 (&p12, &at, (long) length) == NULL)
    {
      arrears_openssl_set_error (error, ARREARS_ERROR_FORMAT,
                                 "not a PKCS#12 file, or a damaged one");
      return NULL;
    }

  return g_steal_pointer (&p12);
}

static gboolean
check_password (PKCS12 *p12, const char *password, GError **error)
{
  if (PKCS12_verify_mac (p12, password, -1)
      || (*password == '\0' && PKCS12_verify_mac (p12, NULL, 0)))
    return TRUE;

  /* A check sum that was computed but differs leaves no complaint. */
  if (ERR_peek_error () == 0)
    g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_PASSWORD,
                         "the password does not open the PKCS#12 file");
  else
    arrears_openssl_set_error (error, ARREARS_ERROR_FORMAT,
                               "the check sum of the PKCS#12 file cannot be computed");
  return FALSE;
}

ArrearsIdentity *
arrears_identity_load (GBytes *p12, const char *password, GError **error)
{
  g_autoptr (PKCS12) file = NULL;
  g_autoptr (EVP_PKEY) key = NULL;
  g_autoptr (X509) certificate = NULL;
  g_autoptr (ArrearsCertificates) others = NULL;
  ArrearsCertificates *issuers;

  g_return_val_if_fail (p12 != NULL, NULL);

  ERR_clear_error ();
  if (password == NULL)
    password = "";
  if ((file = read_p12 (p12, error)) == NULL || !check_password (file, password, error))
    return NULL;

  if (!PKCS12_parse (file, password, &key, &certificate, &others))
    {
      arrears_openssl_set_error (error, ARREARS_ERROR_FORMAT,
                                 "the contents of the PKCS#12 file cannot be read");
      return NULL;
    }
  if (key == NULL || certificate == NULL)
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
                           "the PKCS#12 file holds no private key with its certificate");
      return NULL;
    }

  issuers = order_issuers (certificate, others);
  return take_key (g_steal_pointer (&key), g_steal_pointer (&certificate), issuers);
}

void
arrears_identity_free (ArrearsIdentity *identity)
{
  EVP_PKEY_free (identity->key);
  X509_free (identity->certificate);
  arrears_certificates_free (identity->issuers);
  g_free (identity->common_name);
  g_free (identity->fingerprint);
  g_free (identity);
}

/* The label of the key in the file is in UCS-2: OpenSSL refuses rarer characters in it. */
static const char *
get_label (const ArrearsIdentity *identity)
{
  for (const char *at = identity->common_name; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) > 0xffff)
      return NULL;

  return identity->common_name;
}

GBytes *
arrears_identity_save (const ArrearsIdentity *identity, const char *password, GError **error)
{
  g_autoptr (PKCS12) file = NULL;
  unsigned char *der = NULL;
  int length = -1;
  GBytes *bytes;

  g_return_val_if_fail (identity != NULL, NULL);

  if (password == NULL || *password == '\0')
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                           "a signing key is only saved under a password; it is empty");
      return NULL;
    }

  ERR_clear_error ();
  file = PKCS12_create_ex (password, get_label (identity), identity->key, identity->certificate,
                           identity->issuers, NID_aes_256_cbc, NID_aes_256_cbc, PBKDF2_ROUNDS,
                           PBKDF2_ROUNDS, 0, arrears_openssl_get_context (), NULL);
  if (file != NULL)
    length = i2d_PKCS12 (file, &der);
  if (length < 0)
    {
      arrears_openssl_set_error (error, ARREARS_ERROR_ENVIRONMENT, "cannot write a PKCS#12 file");
      return NULL;
    }

  bytes = g_bytes_new (der, (gsize) length);
  OPENSSL_free (der);
  return bytes;
}

const char *
arrears_identity_get_common_name (const ArrearsIdentity *identity)
{
  return identity->common_name;
}

gint64
arrears_identity_get_not_before (const ArrearsIdentity *identity)
{
  return identity->not_before;
}

gint64
arrears_identity_get_not_after (const ArrearsIdentity *identity)
{
  return identity->not_after;
}

const char *
arrears_identity_get_fingerprint (const ArrearsIdentity *identity)
{
  return identity->fingerprint;
}

static char *
format_time (gint64 unix_time)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (unix_time);

  return instant != NULL ? g_date_time_format_iso8601 (instant)
                         : g_strdup_printf ("%" G_GINT64_FORMAT, unix_time);
}

static gboolean
check_time (const ArrearsIdentity *identity, gint64 at_unix, GError **error)
{
  g_autofree char *at = format_time (at_unix);
  g_autofree char *first = format_time (identity->not_before);
  g_autofree char *last = format_time (identity->not_after);

  if (at_unix >= identity->not_before && at_unix <= identity->not_after)
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_CERTIFICATE,
               "the certificate of %s is good from %s to %s, not at %s", identity->common_name,
               first, last, at);
  return FALSE;
}

gboolean
arrears_identity_check (const ArrearsIdentity *identity, gint64 at_unix, GError **error)
{
  if (!check_time (identity, at_unix, error))
    return FALSE;
  if (!arrears_certificate_is_for_signing (identity->certificate))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_CERTIFICATE,
                   "the certificate of %s is not made for signatures", identity->common_name);
      return FALSE;
    }
  if ((!EVP_PKEY_is_a (identity->key, "RSA") && !EVP_PKEY_is_a (identity->key, "EC"))
      || !arrears_certificate_has_strong_key (identity->certificate))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_CERTIFICATE,
                   "the key of %s is %s of %d bits; expected RSA of 2048 or a curve of 224",
                   identity->common_name, EVP_PKEY_get0_type_name (identity->key),
                   EVP_PKEY_get_bits (identity->key));
      return FALSE;
    }

  return TRUE;
}

/* arrears-test-key.h: keys and certificates of a test authority
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* 2024-03-05 10:15:30 in China. */
#define ARREARS_TEST_NOW G_GINT64_CONSTANT (1709604930)
#define ARREARS_TEST_DAY 86400

/* What a key shall be. Zero and NULL stand for the usual: EC P-256, good from a year before to a
 * year after ARREARS_TEST_NOW, key usage for signatures, PBES2.
 */
typedef struct
{
  const char *name;
  const char *password;
  int rsa_bits;
  gint64 not_before;
  gint64 not_after;
  const char *key_usage;
  const char *extended_key_usage;
  gboolean has_old_cipher; /* RC2 and triple DES, as written before 2021 */
  gboolean has_no_mac;
  gboolean is_of_a_stranger; /* issued by an authority that no one knows */
} ArrearsTestKey;

/* A PKCS#12 file with the key, its certificate, that of the authority which issued it, and that of
 * another authority which has nothing to do with them.
 */
GBytes *arrears_test_key_make_p12 (const ArrearsTestKey *key);

/* A PKCS#12 file with certificates but no key. */
GBytes *arrears_test_key_make_keyless_p12 (const char *password);

/* The certificate of the authority. */
char *arrears_test_key_dup_authority_pem (void);

/* How a signature differs from what arrears_signature_sign() makes. */
typedef struct
{
  const char *hash;  /* NULL: SHA256 */
  gboolean is_cades; /* names its certificate */
  gboolean encloses_content;
  gboolean has_two_signers;
  int gap_shift;          /* so many bytes less before the gap */
  const char *sub_filter; /* of the same length as ETSI.CAdES.detached, or NULL */
} ArrearsTestForgery;

/* A signed file with its signature exchanged for one by that key: valid in itself, but of another
 * kind.
 */
GBytes *arrears_test_key_forge (GBytes *signed_pdf, const ArrearsTestKey *key,
                                const ArrearsTestForgery *forgery);

G_END_DECLS

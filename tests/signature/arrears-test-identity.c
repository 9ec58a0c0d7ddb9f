/* arrears-test-identity.c: identities and signed files that tests begin with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-identity.h"

ArrearsIdentity *
arrears_test_identity_get_own (void)
{
  static ArrearsIdentity *identity;
  g_autoptr (GError) error = NULL;

  if (identity == NULL)
    identity = arrears_identity_new_self_signed (ARREARS_TEST_COMPANY, ARREARS_TEST_NOW, 5, &error);
  g_assert_no_error (error);
  return identity;
}

ArrearsIdentity *
arrears_test_identity_new (const ArrearsTestKey *key)
{
  g_autoptr (GBytes) p12 = arrears_test_key_make_p12 (key);
  g_autoptr (GError) error = NULL;
  ArrearsIdentity *identity = arrears_identity_load (p12, key->password, &error);

  g_assert_no_error (error);
  return identity;
}

GBytes *
arrears_test_sign (GBytes *pdf, const ArrearsIdentity *identity)
{
  const ArrearsSignatureOptions options = {
    .reason = "催款函（正式）𠮷",
    .location = "苏州",
    .signed_at = ARREARS_TEST_NOW,
    .utc_offset_minutes = 480,
    .area = { 380, 120, 500.5, 240 },
  };
  g_autoptr (GError) error = NULL;
  GBytes *signed_pdf = arrears_signature_sign (pdf, identity, &options, &error);

  g_assert_no_error (error);
  return signed_pdf;
}

GPtrArray *
arrears_test_verify (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *verdicts = arrears_signature_verify (pdf, &error);

  g_assert_no_error (error);
  return verdicts;
}

ArrearsSignatureVerdict *
arrears_test_verify_single (GBytes *pdf)
{
  g_autoptr (GPtrArray) verdicts = arrears_test_verify (pdf);

  g_assert_cmpuint (verdicts->len, ==, 1);
  return g_ptr_array_steal_index (verdicts, 0);
}

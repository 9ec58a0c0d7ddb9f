/* test-witnesses.c: what other programs say of signed files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-identity.h"
#include "arrears-test-pdf.h"
#include "arrears-test-program.h"

#include <stdlib.h>
#include <string.h>

#define N_FLIPS 24

static const ArrearsTestKey rsa_key = { .name = ARREARS_TEST_COMPANY, .rsa_bits = 2048 };
static const ArrearsTestKey ec_key = { .name = ARREARS_TEST_DEBTOR };

/* A signed file for each kind of key and of cross reference section. */
static GPtrArray *
sign_each_kind (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) table = arrears_test_pdf_new ();
  g_autoptr (GBytes) streams = arrears_test_pdf_with_streams (table);
  g_autoptr (GBytes) linearized = arrears_test_pdf_linearized (table);
  g_autoptr (ArrearsIdentity) rsa = arrears_test_identity_new (&rsa_key);
  g_autoptr (ArrearsIdentity) ec = arrears_test_identity_new (&ec_key);

  g_ptr_array_add (files, arrears_test_sign (table, rsa));
  g_ptr_array_add (files, arrears_test_sign (table, ec));
  g_ptr_array_add (files, arrears_test_sign (streams, rsa));
  g_ptr_array_add (files, arrears_test_sign (streams, ec));
  g_ptr_array_add (files, arrears_test_sign (linearized, arrears_test_identity_get_own ()));
  g_ptr_array_add (files, arrears_test_sign (files->pdata[0], ec));
  g_ptr_array_add (files, arrears_test_sign (files->pdata[2], ec));

  return files;
}

static void
test_qpdf_finds_no_fault (void)
{
  g_autoptr (ArrearsTestFolder) folder = NULL;
  g_autoptr (GPtrArray) files = NULL;

  if (!arrears_test_program_is_here ("qpdf"))
    return;

  folder = arrears_test_folder_new ();
  files = sign_each_kind ();
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = arrears_test_folder_put (folder, "a.pdf", files->pdata[i]);
      g_autofree char *output = NULL;
      int status;

      output = arrears_test_program_run (&status, "qpdf", "--check", path, NULL);
      arrears_test_assert_says (output, "No syntax or stream encoding errors found");
      g_assert_null (strstr (output, "WARNING"));
      g_assert_cmpint (status, ==, 0);
    }
}

static void
test_pdfsig_finds_each_signature_valid (void)
{
  g_autoptr (ArrearsTestFolder) folder = NULL;
  g_autoptr (GPtrArray) files = NULL;

  if (!arrears_test_program_is_here ("pdfsig"))
    return;

  folder = arrears_test_folder_new ();
  files = sign_each_kind ();
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = arrears_test_folder_put (folder, "a.pdf", files->pdata[i]);
      g_autofree char *output = arrears_test_program_run (NULL, "pdfsig", "-nocert", path, NULL);

      arrears_test_assert_says (output, "Signature Validation: Signature is Valid.");
      arrears_test_assert_says (output, "Total document signed");
      arrears_test_assert_says (output, "ETSI.CAdES.detached");
      arrears_test_assert_says (output, "Signing Time: Mar 05 2024 02:15:30");
      g_assert_null (strstr (output, "Mismatch"));
    }
}

static void
test_pdfsig_tells_a_countersigned_file_from_a_whole_one (void)
{
  g_autoptr (ArrearsTestFolder) folder = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  const char *second;

  if (!arrears_test_program_is_here ("pdfsig"))
    return;

  folder = arrears_test_folder_new ();
  pdf = arrears_test_pdf_new ();
  once = arrears_test_sign (pdf, arrears_test_identity_get_own ());
  twice = arrears_test_sign (once, arrears_test_identity_get_own ());
  path = arrears_test_folder_put (folder, "a.pdf", twice);
  output = arrears_test_program_run (NULL, "pdfsig", "-nocert", path, NULL);
  arrears_test_assert_says (output, "Signature #2");

  second = strstr (output, "Signature #2");
  arrears_test_assert_says (second, "Signature is Valid");
  arrears_test_assert_says (second, "Total document signed");
  g_assert_null (strstr (second, "Not total document signed"));
  arrears_test_assert_says (output, "Not total document signed");
}

static void
test_mutool_tells_a_countersigned_file_from_a_whole_one (void)
{
  g_autoptr (ArrearsTestFolder) folder = NULL;
  g_autoptr (GPtrArray) files = NULL;

  if (!arrears_test_program_is_here ("mutool"))
    return;

  folder = arrears_test_folder_new ();
  files = sign_each_kind ();
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = arrears_test_folder_put (folder, "a.pdf", files->pdata[i]);
      g_autofree char *output = arrears_test_program_run (NULL, "mutool", "sign", "-v", path, NULL);
      gboolean is_countersigned = i >= files->len - 2;

      arrears_test_assert_says (output, "The document is unchanged since signing");
      g_assert_cmpint (strstr (output, "edits since") != NULL, ==, is_countersigned);
    }
}

static void
test_pdfsig_sees_every_flipped_bit (void)
{
  g_autoptr (ArrearsTestFolder) folder = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  gsize body, tail;

  if (!arrears_test_program_is_here ("pdfsig"))
    return;

  folder = arrears_test_folder_new ();
  pdf = arrears_test_pdf_new ();
  signed_pdf = arrears_test_sign (pdf, arrears_test_identity_get_own ());

  /* In texts and comments, where the file stays readable: the words on the page and the reason. */
  body = arrears_test_find (signed_pdf, "186,450.00");
  tail = arrears_test_find (signed_pdf, "/Reason <FEFF") + strlen ("/Reason <FEFF");
  for (guint i = 0; i < N_FLIPS; i++)
    {
      gsize position = i % 2 == 0 ? body + i / 2 % 10 : tail + i / 2;
      g_autoptr (GBytes) flipped = arrears_test_flip_bit (signed_pdf, position, i % 3);
      g_autofree char *path = arrears_test_folder_put (folder, "a.pdf", flipped);
      g_autofree char *output = arrears_test_program_run (NULL, "pdfsig", "-nocert", path, NULL);

      arrears_test_assert_says (output, "Digest Mismatch");
    }
}

static void
test_pdfsig_trusts_the_certificate_through_its_authority (void)
{
  g_autoptr (ArrearsTestFolder) folder = NULL;
  g_autoptr (ArrearsIdentity) identity = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GBytes) pem_bytes = NULL;
  g_autofree char *pem = NULL;
  g_autofree char *pem_path = NULL;
  g_autofree char *pdf_path = NULL;
  g_autofree char *output = NULL;
  g_autofree char *database = NULL;
  const ArrearsTestKey key = {
    .name = ARREARS_TEST_COMPANY,
    .not_after = g_get_real_time () / G_USEC_PER_SEC + 10 * ARREARS_TEST_DAY,
  };

  if (!arrears_test_program_is_here ("pdfsig") || !arrears_test_program_is_here ("certutil"))
    return;

  folder = arrears_test_folder_new ();
  identity = arrears_test_identity_new (&key);
  pdf = arrears_test_pdf_new ();
  signed_pdf = arrears_test_sign (pdf, identity);
  pdf_path = arrears_test_folder_put (folder, "a.pdf", signed_pdf);
  pem = arrears_test_key_dup_authority_pem ();
  pem_bytes = g_bytes_new (pem, strlen (pem));
  pem_path = arrears_test_folder_put (folder, "authority.pem", pem_bytes);

  database = g_strconcat ("sql:", folder->path, NULL);
  g_free (
      arrears_test_program_run (NULL, "certutil", "-N", "-d", database, "--empty-password", NULL));
  g_free (arrears_test_program_run (NULL, "certutil", "-A", "-d", database, "-n", "authority", "-t",
                                    "C,C,C", "-i", pem_path, NULL));
  output = arrears_test_program_run (NULL, "pdfsig", "-nssdir", folder->path, pdf_path, NULL);
  arrears_test_assert_says (output, "Signature is Valid");
  arrears_test_assert_says (output, "Certificate is Trusted");
}

/* The two stretches and the signature between them, as files. */
static void
split_file (ArrearsTestFolder *folder, GBytes *pdf, char **content_path, char **signature_path)
{
  const char *data = g_bytes_get_data (pdf, NULL);
  gsize at = arrears_test_find (pdf, "/ByteRange [0 ") + strlen ("/ByteRange [0 ");
  char *end;
  gsize gap = strtoul (data + at, &end, 10);
  gsize resume = strtoul (end, &end, 10);
  gsize rest = strtoul (end, &end, 10);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GByteArray) signature = g_byte_array_new ();
  g_autoptr (GBytes) content_bytes = NULL;
  g_autoptr (GBytes) signature_bytes = NULL;

  g_assert_cmpuint (resume + rest, ==, g_bytes_get_size (pdf));
  g_assert_cmpint (data[gap], ==, '<');
  g_assert_cmpint (data[resume - 1], ==, '>');
  g_byte_array_append (content, (const guint8 *) data, (guint) gap);
  g_byte_array_append (content, (const guint8 *) data + resume, (guint) rest);
  for (const char *digit = data + gap + 1; digit < data + resume - 1; digit += 2)
    {
      guint8 byte
          = (guint8) (g_ascii_xdigit_value (digit[0]) << 4 | g_ascii_xdigit_value (digit[1]));

      g_byte_array_append (signature, &byte, 1);
    }

  content_bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  signature_bytes = g_byte_array_free_to_bytes (g_steal_pointer (&signature));
  *content_path = arrears_test_folder_put (folder, "content", content_bytes);
  *signature_path = arrears_test_folder_put (folder, "signature.der", signature_bytes);
}

static void
test_openssl_verifies_the_two_stretches (void)
{
  const ArrearsTestKey *keys[] = { &rsa_key, &ec_key };
  g_autoptr (ArrearsTestFolder) folder = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) pem_bytes = NULL;
  g_autofree char *pem = NULL;
  g_autofree char *pem_path = NULL;

  if (!arrears_test_program_is_here ("openssl"))
    return;

  folder = arrears_test_folder_new ();
  pdf = arrears_test_pdf_new ();
  pem = arrears_test_key_dup_authority_pem ();
  pem_bytes = g_bytes_new (pem, strlen (pem));
  pem_path = arrears_test_folder_put (folder, "authority.pem", pem_bytes);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (ArrearsIdentity) identity = arrears_test_identity_new (keys[i]);
      g_autoptr (GBytes) signed_pdf = arrears_test_sign (pdf, identity);
      g_autofree char *content = NULL;
      g_autofree char *signature = NULL;
      g_autofree char *verified = NULL;
      g_autofree char *printed = NULL;
      int status;

      split_file (folder, signed_pdf, &content, &signature);
      verified = arrears_test_program_run (&status, "openssl", "cms", "-verify", "-cades",
                                           "-inform", "DER", "-in", signature, "-content", content,
                                           "-binary", "-out", "/dev/null", "-CAfile", pem_path,
                                           "-purpose", "any", "-attime", "1709604930", NULL);
      arrears_test_assert_says (verified, "successful");
      g_assert_cmpint (status, ==, 0);

      printed = arrears_test_program_run (NULL, "openssl", "cms", "-cmsout", "-print", "-inform",
                                          "DER", "-in", signature, NULL);
      arrears_test_assert_says (printed, "messageDigest");
      arrears_test_assert_says (printed, "signingCertificateV2");
      g_assert_null (strstr (printed, "signingTime"));
    }
}

static void
test_openssl_refuses_other_bytes (void)
{
  g_autoptr (ArrearsTestFolder) folder = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autofree char *content = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *output = NULL;
  int status;

  if (!arrears_test_program_is_here ("openssl"))
    return;

  folder = arrears_test_folder_new ();
  pdf = arrears_test_pdf_new ();
  signed_pdf = arrears_test_sign (pdf, arrears_test_identity_get_own ());
  split_file (folder, signed_pdf, &content, &signature);
  output = arrears_test_program_run (&status, "openssl", "cms", "-verify", "-noverify", "-inform",
                                     "DER", "-in", signature, "-content", signature, "-binary",
                                     "-out", "/dev/null", NULL);
  arrears_test_assert_says (output, "failure");
  g_assert_cmpint (status, !=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/witnesses/qpdf-finds-no-fault", test_qpdf_finds_no_fault);
  g_test_add_func ("/witnesses/pdfsig-finds-each-signature-valid",
                   test_pdfsig_finds_each_signature_valid);
  g_test_add_func ("/witnesses/pdfsig-tells-a-countersigned-file-from-a-whole-one",
                   test_pdfsig_tells_a_countersigned_file_from_a_whole_one);
  g_test_add_func ("/witnesses/mutool-tells-a-countersigned-file-from-a-whole-one",
                   test_mutool_tells_a_countersigned_file_from_a_whole_one);
  g_test_add_func ("/witnesses/pdfsig-sees-every-flipped-bit", test_pdfsig_sees_every_flipped_bit);
  g_test_add_func ("/witnesses/pdfsig-trusts-the-certificate-through-its-authority",
                   test_pdfsig_trusts_the_certificate_through_its_authority);
  g_test_add_func ("/witnesses/openssl-verifies-the-two-stretches",
                   test_openssl_verifies_the_two_stretches);
  g_test_add_func ("/witnesses/openssl-refuses-other-bytes", test_openssl_refuses_other_bytes);
  return g_test_run ();
}

/* test-verdict.c: altered, forged and damaged files judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-error.h"
#include "arrears-test-identity.h"
#include "arrears-test-pdf.h"
#include "arrears-test-program.h"

#include <string.h>

#define PKCS7 "adbe.pkcs7.detached"

static const ArrearsTestKey plain_key = { .name = ARREARS_TEST_DEBTOR };

/* An error, or one verdict that is neither sound nor silent. */
static void
assert_not_sound (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts = arrears_signature_verify (pdf, &error);

  if (verdicts == NULL)
    {
      g_assert_true (g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED)
                     || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT)
                     || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED));
      return;
    }

  g_assert_cmpuint (verdicts->len, >, 0);
  for (guint i = 0; i < verdicts->len; i++)
    g_assert_false (arrears_signature_verdict_is_sound (verdicts->pdata[i]));
}

static GBytes *
sign_new (gboolean with_streams)
{
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  g_autoptr (GBytes) streams = arrears_test_pdf_with_streams (pdf);

  return arrears_test_sign (with_streams ? streams : pdf, arrears_test_identity_get_own ());
}

static void
test_a_file_without_signatures_has_no_verdicts (void)
{
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  g_autoptr (GBytes) streams = arrears_test_pdf_with_streams (pdf);
  g_autoptr (GPtrArray) none = arrears_test_verify (pdf);
  g_autoptr (GPtrArray) none_either = arrears_test_verify (streams);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (none_either->len, ==, 0);
}

static void
test_no_flipped_bit_in_the_signed_bytes_is_sound (gconstpointer with_streams)
{
  g_autoptr (GBytes) pdf = sign_new (GPOINTER_TO_INT (with_streams));
  gsize gap = arrears_test_find (pdf, "/Contents <30") + strlen ("/Contents ");
  gsize resume = arrears_test_find (pdf, "0> /M (D:") + strlen ("0>");
  gsize length = g_bytes_get_size (pdf);

  for (gsize position = 0; position < length; position++)
    {
      g_autoptr (GBytes) flipped = NULL;

      if (position == gap)
        position = resume;
      flipped = arrears_test_flip_bit (pdf, position, position % 8);
      g_test_message ("bit %u of byte %u", (guint) position % 8, (guint) position);
      assert_not_sound (flipped);
    }
}

static void
test_no_flipped_bit_in_the_signature_names_another_signer (void)
{
  g_autoptr (GBytes) pdf = sign_new (FALSE);
  const char *fingerprint = arrears_identity_get_fingerprint (arrears_test_identity_get_own ());
  gsize gap = arrears_test_find (pdf, "/Contents <30") + strlen ("/Contents ");
  gsize resume = arrears_test_find (pdf, "0> /M (D:") + strlen ("0>");

  for (gsize position = gap; position < resume; position++)
    {
      g_autoptr (GBytes) flipped = arrears_test_flip_bit (pdf, position, position % 8);
      g_autoptr (GPtrArray) verdicts = arrears_signature_verify (flipped, NULL);

      for (guint i = 0; verdicts != NULL && i < verdicts->len; i++)
        {
          const ArrearsSignatureVerdict *verdict = verdicts->pdata[i];

          /* The case of a hexadecimal digit may differ, and what the frame does not protect. */
          if (arrears_signature_verdict_is_sound (verdict))
            g_assert_cmpstr (verdict->certificate_fingerprint, ==, fingerprint);
        }
    }
}

static void
test_bytes_behind_the_end_are_seen (void)
{
  static const char *const additions[] = { "\n", " ", "%", "\n% nothing\n%%EOF\n" };
  g_autoptr (GBytes) pdf = sign_new (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autoptr (GBytes) longer = arrears_test_append (pdf, additions[i]);
      g_autoptr (ArrearsSignatureVerdict) verdict = arrears_test_verify_single (longer);

      g_assert_true (verdict->digest_matches);
      g_assert_false (verdict->covers_whole_file);
      g_assert_cmpuint (verdict->later_additions, ==, strlen (additions[i]));
      g_assert_false (arrears_signature_verdict_is_sound (verdict));
      g_assert_true (arrears_signature_verdict_is_intact (verdict));
    }
}

static void
test_a_cut_file_is_never_sound (void)
{
  g_autoptr (GBytes) unsigned_pdf = arrears_test_pdf_new ();
  g_autoptr (GBytes) pdf = sign_new (FALSE);

  for (gsize length = 0; length < g_bytes_get_size (pdf); length += 5)
    {
      g_autoptr (GBytes) cut = arrears_test_cut (pdf, length);
      g_autoptr (GPtrArray) verdicts = arrears_signature_verify (cut, NULL);

      /* Cut back to where it was whole, the file was never signed. */
      for (guint i = 0; verdicts != NULL && i < verdicts->len; i++)
        g_assert_false (arrears_signature_verdict_is_sound (verdicts->pdata[i]));
    }
}

static void
test_random_damage_is_never_sound (void)
{
  g_autoptr (GBytes) pdf = sign_new (TRUE);
  gsize length = g_bytes_get_size (pdf);

  for (int round = 0; round < 400; round++)
    {
      guint8 *bytes = g_memdup2 (g_bytes_get_data (pdf, NULL), length);
      g_autoptr (GBytes) damaged = g_bytes_new_take (bytes, length);
      g_autoptr (GPtrArray) verdicts = NULL;

      /* At least one of the bytes lies before the signature. */
      bytes[g_test_rand_int_range (0, 900)] ^= 0x55;
      for (int i = 0; i < 20; i++)
        bytes[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int ();
      verdicts = arrears_signature_verify (damaged, NULL);
      for (guint i = 0; verdicts != NULL && i < verdicts->len; i++)
        g_assert_false (arrears_signature_verdict_is_sound (verdicts->pdata[i]));
    }
}

/* A later revision in which the catalog has no form. */
static void
test_a_signature_taken_out_of_the_form_is_not_hidden (void)
{
  g_autoptr (GBytes) pdf = sign_new (FALSE);
  gsize length = g_bytes_get_size (pdf);
  const char *data = g_bytes_get_data (pdf, NULL);
  const char *start = g_strrstr_len (data + length - 64, 64, "startxref");
  g_autofree char *update = NULL;
  g_autoptr (GBytes) longer = NULL;
  g_autoptr (ArrearsSignatureVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;

  update
      = g_strdup_printf ("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                         "xref\n1 1\n%010u 00000 n \ntrailer\n<< /Size 9 /Root 1 0 R /Prev %d >>"
                         "\nstartxref\n%u\n%%%%EOF\n",
                         (guint) length, atoi (start + strlen ("startxref")), (guint) length + 49);
  longer = arrears_test_append (pdf, update);
  verdict = arrears_test_verify_single (longer);
  g_assert_false (verdict->is_in_form);
  g_assert_null (verdict->field_name);
  g_assert_true (verdict->digest_matches);
  g_assert_false (arrears_signature_verdict_is_intact (verdict));
  g_assert_false (arrears_signature_verdict_check (verdict, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ALTERED);
}

static ArrearsSignatureVerdict *
judge_forgery (const ArrearsTestKey *key, const ArrearsTestForgery *forgery)
{
  g_autoptr (GBytes) pdf = sign_new (FALSE);
  g_autoptr (GBytes) forged = arrears_test_key_forge (pdf, key, forgery);

  return arrears_test_verify_single (forged);
}

static void
test_cades_must_name_its_certificate (void)
{
  const ArrearsTestForgery named = { .is_cades = TRUE };
  const ArrearsTestForgery nameless = { .is_cades = FALSE };
  g_autoptr (ArrearsSignatureVerdict) good = judge_forgery (&plain_key, &named);
  g_autoptr (ArrearsSignatureVerdict) bad = judge_forgery (&plain_key, &nameless);

  g_assert_true (arrears_signature_verdict_is_sound (good));
  g_assert_true (bad->is_understood);
  g_assert_false (bad->digest_matches);
  g_assert_false (arrears_signature_verdict_is_sound (bad));
}

static void
test_the_older_kind_of_signature_is_understood (void)
{
  const ArrearsTestForgery older = { .sub_filter = PKCS7 };
  g_autoptr (ArrearsSignatureVerdict) verdict = judge_forgery (&plain_key, &older);

  g_assert_cmpstr (verdict->sub_filter, ==, PKCS7);
  g_assert_true (arrears_signature_verdict_is_sound (verdict));
  g_assert_cmpstr (verdict->signer_name, ==, ARREARS_TEST_DEBTOR);
}

static void
test_a_weak_hash_proves_nothing (void)
{
  const ArrearsTestForgery forgery = { .sub_filter = PKCS7, .hash = "SHA1" };
  g_autoptr (ArrearsSignatureVerdict) verdict = judge_forgery (&plain_key, &forgery);
  g_autoptr (GError) error = NULL;

  g_assert_true (verdict->digest_matches);
  g_assert_false (verdict->is_strong);
  g_assert_false (arrears_signature_verdict_check (verdict, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_CERTIFICATE);
}

static void
test_a_weak_key_proves_nothing (void)
{
  const ArrearsTestKey key = { .name = "弱密钥", .rsa_bits = 1024 };
  const ArrearsTestForgery forgery = { .is_cades = TRUE };
  g_autoptr (ArrearsSignatureVerdict) verdict = judge_forgery (&key, &forgery);

  g_assert_true (verdict->digest_matches);
  g_assert_false (verdict->is_strong);
  g_assert_false (arrears_signature_verdict_is_sound (verdict));
}

static void
test_a_certificate_out_of_time_is_told (void)
{
  const ArrearsTestKey key = { .name = "过期", .not_after = ARREARS_TEST_NOW - 1 };
  const ArrearsTestForgery forgery = { .is_cades = TRUE };
  g_autoptr (ArrearsSignatureVerdict) verdict = judge_forgery (&key, &forgery);
  g_autoptr (GError) error = NULL;

  g_assert_true (verdict->digest_matches);
  g_assert_false (verdict->certificate_in_time);
  g_assert_false (arrears_signature_verdict_check (verdict, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_CERTIFICATE);
}

static void
test_a_gap_wider_than_the_signature_is_seen (void)
{
  static const int shifts[] = { 1, 4, 10 };

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      const ArrearsTestForgery forgery = { .is_cades = TRUE, .gap_shift = shifts[i] };
      g_autoptr (ArrearsSignatureVerdict) verdict = judge_forgery (&plain_key, &forgery);
      g_autoptr (GError) error = NULL;

      g_assert_true (verdict->covers_whole_file);
      g_assert_false (verdict->gap_is_contents);
      g_assert_false (arrears_signature_verdict_check (verdict, &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ALTERED);
    }
}

static void
test_what_is_not_understood_is_not_judged (void)
{
  static const ArrearsTestForgery forgeries[] = {
    { .is_cades = TRUE, .has_two_signers = TRUE },
    { .is_cades = TRUE, .encloses_content = TRUE },
    { .is_cades = TRUE, .sub_filter = "adbe.x509.rsa_sha1\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autoptr (ArrearsSignatureVerdict) verdict = judge_forgery (&plain_key, &forgeries[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (verdict->is_understood);
      g_assert_false (verdict->digest_matches);
      g_assert_false (arrears_signature_verdict_check (verdict, &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED);
    }
}

static void
test_the_chain_is_told_apart (void)
{
  static const struct
  {
    ArrearsTestKey key;
    ArrearsSignatureChain chain;
  } cases[] = {
    { { .name = "甲" }, ARREARS_SIGNATURE_CHAIN_TRUSTED },
    { { .name = "甲", .is_of_a_stranger = TRUE }, ARREARS_SIGNATURE_CHAIN_UNKNOWN },
    { { .name = "甲", .extended_key_usage = "emailProtection,clientAuth" },
      ARREARS_SIGNATURE_CHAIN_TRUSTED },
    { { .name = "a.example", .extended_key_usage = "serverAuth,clientAuth" },
      ARREARS_SIGNATURE_CHAIN_UNKNOWN },
  };
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsIdentity) identity = arrears_test_identity_new (&cases[i].key);
      g_autoptr (GBytes) signed_pdf = arrears_test_sign (pdf, identity);
      g_autoptr (ArrearsSignatureVerdict) verdict = arrears_test_verify_single (signed_pdf);

      g_assert_true (arrears_signature_verdict_is_sound (verdict));
      g_assert_cmpstr (arrears_signature_chain_to_word (verdict->chain), ==,
                       arrears_signature_chain_to_word (cases[i].chain));
    }
}

/* Fields that lead in a circle, byte ranges that are none, values of the wrong kind. */
static void
test_senseless_forms_are_survived (void)
{
  static const char *const signatures[] = {
    "<< /Type /Sig /SubFilter /ETSI.CAdES.detached >>",
    "<< /ByteRange [0 1 2 3 4] /Contents <30> /SubFilter /ETSI.CAdES.detached >>",
    "<< /ByteRange [0 -1 2 3] /Contents <30> /SubFilter /ETSI.CAdES.detached >>",
    "<< /ByteRange [0 9223372036854775807 9223372036854775807 1] /Contents <30> >>",
    "<< /ByteRange [0 10 5 99] /Contents <30> /SubFilter /ETSI.CAdES.detached >>",
    "<< /ByteRange [0 9 10 20] /Contents <30> /SubFilter 7 /M 7 /Reason [] >>",
    "<< /ByteRange [0 9 11 20] /Contents (x) /SubFilter /ETSI.CAdES.detached >>",
    "<< /ByteRange (0 9 11 20) /Contents 4 0 R /SubFilter /ETSI.CAdES.detached >>",
    "<< /ByteRange [4 0 R 9 11 20] /Contents 99 0 R /M (D:20240305) >>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      const char *bodies[]
          = { "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R 3 0 R 7 (x) 6 0 R] >> >>",
              "<< /Type /Pages /Kids [5 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
              "<< /FT /Sig /T (a) /V 4 0 R /Kids [3 0 R 6 0 R << /V 4 0 R >>] >>",
              signatures[i],
              "<< /Type /Page /Parent 2 0 R >>",
              "<< /Kids 3 0 R /T 8 /V (text) /FT /Tx >>",
              NULL };
      g_autoptr (GBytes) pdf = arrears_test_pdf_from_objects (bodies);
      g_autoptr (ArrearsSignatureVerdict) verdict = arrears_test_verify_single (pdf);

      g_assert_false (arrears_signature_verdict_is_sound (verdict));
      g_assert_cmpstr (verdict->field_name, ==, "a");
    }
}

static void
test_usage_rights_are_no_signature (void)
{
  static const char *const bodies[]
      = { "<< /Type /Catalog /Pages 2 0 R /Perms << /UR3 4 0 R >> >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
          "<< /Type /Page /Parent 2 0 R >>",
          "<< /Type /Sig /ByteRange [0 9 11 20] /Contents <30> >>", NULL };
  g_autoptr (GBytes) pdf = arrears_test_pdf_from_objects (bodies);
  g_autoptr (GPtrArray) verdicts = arrears_test_verify (pdf);

  g_assert_cmpuint (verdicts->len, ==, 0);
}

/* Stored as it is, so that the words of its signature stand among the bytes of the outer file. */
static void
test_the_signature_of_an_attached_file_is_not_its_own (void)
{
  g_autoptr (GBytes) attached = sign_new (FALSE);
  g_autoptr (GString) stream = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (ArrearsSignatureVerdict) own = NULL;
  const char *bodies[] = { "<< /Type /Catalog /Pages 2 0 R >>",
                           "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
                           "<< /Type /Page /Parent 2 0 R >>", NULL, NULL };

  g_string_printf (stream, "<< /Type /EmbeddedFile /Length %u >>\nstream\n",
                   (guint) g_bytes_get_size (attached));
  g_string_append_len (stream, g_bytes_get_data (attached, NULL),
                       (gssize) g_bytes_get_size (attached));
  g_string_append (stream, "\nendstream");
  bodies[3] = stream->str;
  pdf = arrears_test_pdf_from_objects (bodies);

  none = arrears_test_verify (pdf);
  g_assert_cmpuint (none->len, ==, 0);
  signed_pdf = arrears_test_sign (pdf, arrears_test_identity_get_own ());
  own = arrears_test_verify_single (signed_pdf);
  g_assert_true (arrears_signature_verdict_is_sound (own));
}

static void
test_a_false_count_of_objects_costs_nothing (void)
{
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  g_autofree char *text = g_strndup (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  g_autoptr (GString) lie = g_string_new (text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (lie, "/Size 6", "/Size 8388607", 1), ==, 1);
  bytes = g_bytes_new (lie->str, lie->len);
  g_assert_null (arrears_signature_verify (bytes, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED);
}

static void
test_each_chain_has_its_word (void)
{
  g_assert_cmpstr (arrears_signature_chain_to_word (ARREARS_SIGNATURE_CHAIN_UNKNOWN), ==,
                   "unknown");
  g_assert_cmpstr (arrears_signature_chain_to_word (ARREARS_SIGNATURE_CHAIN_SELF_SIGNED), ==,
                   "self-signed");
  g_assert_cmpstr (arrears_signature_chain_to_word (ARREARS_SIGNATURE_CHAIN_TRUSTED), ==,
                   "trusted");
}

/* The computer that runs this test knows the test authority and no other. */
static void
trust_authority (ArrearsTestFolder *folder)
{
  g_autofree char *pem = arrears_test_key_dup_authority_pem ();
  g_autoptr (GBytes) bytes = g_bytes_new (pem, strlen (pem));
  g_autofree char *path = arrears_test_folder_put (folder, "authority.pem", bytes);

  g_setenv ("SSL_CERT_FILE", path, TRUE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();

  trust_authority (folder);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict/a-file-without-signatures-has-no-verdicts",
                   test_a_file_without_signatures_has_no_verdicts);
  g_test_add_data_func ("/verdict/no-flipped-bit-in-the-signed-bytes-is-sound",
                        GINT_TO_POINTER (FALSE), test_no_flipped_bit_in_the_signed_bytes_is_sound);
  g_test_add_data_func ("/verdict/no-flipped-bit-in-a-file-with-streams-is-sound",
                        GINT_TO_POINTER (TRUE), test_no_flipped_bit_in_the_signed_bytes_is_sound);
  g_test_add_func ("/verdict/no-flipped-bit-in-the-signature-names-another-signer",
                   test_no_flipped_bit_in_the_signature_names_another_signer);
  g_test_add_func ("/verdict/bytes-behind-the-end-are-seen", test_bytes_behind_the_end_are_seen);
  g_test_add_func ("/verdict/a-cut-file-is-never-sound", test_a_cut_file_is_never_sound);
  g_test_add_func ("/verdict/random-damage-is-never-sound", test_random_damage_is_never_sound);
  g_test_add_func ("/verdict/a-signature-taken-out-of-the-form-is-not-hidden",
                   test_a_signature_taken_out_of_the_form_is_not_hidden);
  g_test_add_func ("/verdict/cades-must-name-its-certificate",
                   test_cades_must_name_its_certificate);
  g_test_add_func ("/verdict/the-older-kind-of-signature-is-understood",
                   test_the_older_kind_of_signature_is_understood);
  g_test_add_func ("/verdict/a-weak-hash-proves-nothing", test_a_weak_hash_proves_nothing);
  g_test_add_func ("/verdict/a-weak-key-proves-nothing", test_a_weak_key_proves_nothing);
  g_test_add_func ("/verdict/a-certificate-out-of-time-is-told",
                   test_a_certificate_out_of_time_is_told);
  g_test_add_func ("/verdict/a-gap-wider-than-the-signature-is-seen",
                   test_a_gap_wider_than_the_signature_is_seen);
  g_test_add_func ("/verdict/what-is-not-understood-is-not-judged",
                   test_what_is_not_understood_is_not_judged);
  g_test_add_func ("/verdict/the-chain-is-told-apart", test_the_chain_is_told_apart);
  g_test_add_func ("/verdict/senseless-forms-are-survived", test_senseless_forms_are_survived);
  g_test_add_func ("/verdict/usage-rights-are-no-signature", test_usage_rights_are_no_signature);
  g_test_add_func ("/verdict/the-signature-of-an-attached-file-is-not-its-own",
                   test_the_signature_of_an_attached_file_is_not_its_own);
  g_test_add_func ("/verdict/a-false-count-of-objects-costs-nothing",
                   test_a_false_count_of_objects_costs_nothing);
  g_test_add_func ("/verdict/each-chain-has-its-word", test_each_chain_has_its_word);
  return g_test_run ();
}

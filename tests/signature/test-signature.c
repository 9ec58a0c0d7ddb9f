/* test-signature.c: files signed and read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-error.h"
#include "arrears-test-identity.h"
#include "arrears-test-pdf.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

#define N_THREADS 4
#define N_LETTERS_A_THREAD 8

static void
assert_begins_with (GBytes *bytes, GBytes *start)
{
  g_assert_cmpuint (g_bytes_get_size (bytes), >, g_bytes_get_size (start));
  g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), g_bytes_get_data (start, NULL),
                         g_bytes_get_size (start))
                 == 0);
}

static void
assert_refused (GBytes *pdf, const ArrearsIdentity *identity,
                const ArrearsSignatureOptions *options, ArrearsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_signature_sign (pdf, identity, options, &error));
  g_assert_error (error, ARREARS_ERROR, (int) code);
}

static void
assert_signs_soundly (GBytes *pdf)
{
  g_autoptr (GBytes) signed_pdf = arrears_test_sign (pdf, arrears_test_identity_get_own ());
  g_autoptr (ArrearsSignatureVerdict) verdict = arrears_test_verify_single (signed_pdf);
  g_autoptr (GError) error = NULL;

  assert_begins_with (signed_pdf, pdf);
  arrears_signature_verdict_check (verdict, &error);
  g_assert_no_error (error);
}

static void
test_a_signed_file_says_who_and_when (void)
{
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  ArrearsIdentity *identity = arrears_test_identity_get_own ();
  g_autoptr (GBytes) signed_pdf = arrears_test_sign (pdf, identity);
  g_autoptr (ArrearsSignatureVerdict) verdict = arrears_test_verify_single (signed_pdf);

  assert_begins_with (signed_pdf, pdf);
  g_assert_true (arrears_signature_verdict_is_sound (verdict));
  g_assert_true (arrears_signature_verdict_is_intact (verdict));
  g_assert_cmpstr (verdict->field_name, ==, "Signature1");
  g_assert_cmpstr (verdict->sub_filter, ==, "ETSI.CAdES.detached");
  g_assert_cmpstr (verdict->signer_name, ==, ARREARS_TEST_COMPANY);
  g_assert_cmpstr (verdict->certificate_fingerprint, ==,
                   arrears_identity_get_fingerprint (identity));
  g_assert_cmpstr (verdict->reason, ==, "催款函（正式）𠮷");
  g_assert_cmpstr (verdict->location, ==, "苏州");
  g_assert_cmpint (verdict->signed_at, ==, ARREARS_TEST_NOW);
  g_assert_cmpint (verdict->chain, ==, ARREARS_SIGNATURE_CHAIN_SELF_SIGNED);
  g_assert_cmpuint (verdict->signed_length, ==, g_bytes_get_size (signed_pdf));
  g_assert_cmpuint (verdict->later_additions, ==, 0);
}

static void
test_every_form_of_file_is_signed (void)
{
  g_autoptr (GBytes) table = arrears_test_pdf_new ();
  g_autoptr (GBytes) streams = arrears_test_pdf_with_streams (table);
  g_autoptr (GBytes) linearized = arrears_test_pdf_linearized (table);
  g_autoptr (GBytes) no_newline = arrears_test_cut (table, g_bytes_get_size (table) - 1);
  g_autoptr (GBytes) trailing = arrears_test_append (table, "\n\n");

  g_assert_null (g_strstr_len (g_bytes_get_data (streams, NULL),
                               (gssize) g_bytes_get_size (streams), "trailer"));
  assert_signs_soundly (table);
  assert_signs_soundly (streams);
  assert_signs_soundly (linearized);
  assert_signs_soundly (no_newline);
  assert_signs_soundly (trailing);
}

static void
test_every_kind_of_key_signs (void)
{
  static const ArrearsTestKey keys[] = {
    { .name = ARREARS_TEST_DEBTOR, .password = "口令" },
    { .name = ARREARS_TEST_DEBTOR, .password = "口令", .rsa_bits = 2048 },
    { .name = ARREARS_TEST_DEBTOR, .password = "口令", .rsa_bits = 2048, .has_old_cipher = TRUE },
    { .name = ARREARS_TEST_DEBTOR, .password = "", .rsa_bits = 4096 },
  };
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (ArrearsIdentity) identity = arrears_test_identity_new (&keys[i]);
      g_autoptr (GBytes) signed_pdf = arrears_test_sign (pdf, identity);
      g_autoptr (ArrearsSignatureVerdict) verdict = arrears_test_verify_single (signed_pdf);

      g_assert_true (arrears_signature_verdict_is_sound (verdict));
      g_assert_cmpstr (verdict->signer_name, ==, ARREARS_TEST_DEBTOR);
      g_assert_cmpint (verdict->chain, ==, ARREARS_SIGNATURE_CHAIN_UNKNOWN);
    }
}

static void
test_a_signature_needs_no_words_and_no_place (void)
{
  const ArrearsSignatureOptions options = { .signed_at = ARREARS_TEST_NOW };
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (ArrearsSignatureVerdict) verdict = NULL;

  signed_pdf = arrears_signature_sign (pdf, arrears_test_identity_get_own (), &options, NULL);
  verdict = arrears_test_verify_single (signed_pdf);
  g_assert_true (arrears_signature_verdict_is_sound (verdict));
  g_assert_null (verdict->reason);
  g_assert_null (verdict->location);
  g_assert_cmpint (verdict->signed_at, ==, ARREARS_TEST_NOW);
}

static void
assert_countersigns (GBytes *pdf)
{
  const ArrearsTestKey key = { .name = ARREARS_TEST_DEBTOR, .password = "口令" };
  g_autoptr (ArrearsIdentity) debtor = arrears_test_identity_new (&key);
  g_autoptr (GBytes) once = arrears_test_sign (pdf, arrears_test_identity_get_own ());
  g_autoptr (GBytes) twice = arrears_test_sign (once, debtor);
  g_autoptr (GPtrArray) verdicts = arrears_test_verify (twice);
  g_autoptr (GBytes) revision = NULL;
  g_autoptr (ArrearsSignatureVerdict) alone = NULL;
  g_autoptr (GError) error = NULL;
  const ArrearsSignatureVerdict *first, *second;

  assert_begins_with (twice, once);
  g_assert_cmpuint (verdicts->len, ==, 2);
  first = verdicts->pdata[0];
  second = verdicts->pdata[1];

  g_assert_true (first->digest_matches);
  g_assert_false (first->covers_whole_file);
  g_assert_false (arrears_signature_verdict_check (first, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ALTERED);
  g_assert_true (arrears_signature_verdict_is_intact (first));
  g_assert_cmpuint (first->signed_length, ==, g_bytes_get_size (once));
  g_assert_cmpuint (first->later_additions, ==, g_bytes_get_size (twice) - g_bytes_get_size (once));
  g_assert_cmpstr (first->field_name, ==, "Signature1");

  g_assert_true (arrears_signature_verdict_is_sound (second));
  g_assert_cmpstr (second->field_name, ==, "Signature2");
  g_assert_cmpstr (second->signer_name, ==, ARREARS_TEST_DEBTOR);

  revision = g_bytes_new_from_bytes (twice, 0, first->signed_length);
  alone = arrears_test_verify_single (revision);
  g_assert_true (arrears_signature_verdict_is_sound (alone));
}

static void
test_a_countersignature_leaves_the_first_intact (void)
{
  g_autoptr (GBytes) table = arrears_test_pdf_new ();
  g_autoptr (GBytes) streams = arrears_test_pdf_with_streams (table);

  assert_countersigns (table);
  assert_countersigns (streams);
}

static void
test_a_form_keeps_its_fields_and_the_names_stay_apart (void)
{
  static const char *const bodies[]
      = { "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Lang (zh-CN) >>",
          "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>",
          "<< /Type /Page /Parent 2 0 R >>",
          "<< /Type /Page /Parent 2 0 R /Annots 6 0 R /Rotate 90 >>",
          "<< /Fields 8 0 R /DA (/Helv 0 Tf 0 g) /SigFlags 1 >>",
          "[7 0 R << /Type /Annot /Subtype /Square /Rect [0 0 9 9] >>]",
          "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Signature1) /V (a\\)b) /Rect [1 1 9 9] >>",
          "[7 0 R 9 0 R]",
          "<< /FT /Sig /T (Signature2) >>",
          NULL };
  const ArrearsSignatureOptions options = { .signed_at = ARREARS_TEST_NOW, .page = 1 };
  g_autoptr (GBytes) pdf = arrears_test_pdf_from_objects (bodies);
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (ArrearsSignatureVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;
  qpdf_data qpdf = qpdf_init ();
  qpdf_oh form, page;

  signed_pdf = arrears_signature_sign (pdf, arrears_test_identity_get_own (), &options, &error);
  g_assert_no_error (error);
  verdict = arrears_test_verify_single (signed_pdf);
  g_assert_true (arrears_signature_verdict_is_sound (verdict));
  g_assert_cmpstr (verdict->field_name, ==, "Signature3");

  qpdf_read_memory (qpdf, "signed", g_bytes_get_data (signed_pdf, NULL),
                    g_bytes_get_size (signed_pdf), NULL);
  form = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/AcroForm");
  page = qpdf_get_page_n (qpdf, 1);
  g_assert_cmpstr (qpdf_oh_unparse (qpdf, qpdf_oh_get_key (qpdf, form, "/Fields")), ==,
                   "[ 7 0 R 9 0 R 11 0 R ]");
  g_assert_cmpint (qpdf_oh_get_int_value (qpdf, qpdf_oh_get_key (qpdf, form, "/SigFlags")), ==, 3);
  g_assert_true (qpdf_oh_has_key (qpdf, form, "/DA"));
  g_assert_true (qpdf_oh_has_key (qpdf, qpdf_get_root (qpdf), "/Lang"));
  g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, qpdf_oh_get_key (qpdf, page, "/Annots")), ==,
                   3);
  g_assert_true (qpdf_oh_has_key (qpdf, page, "/Rotate"));
  qpdf_cleanup (&qpdf);
}

static void
test_a_certificate_out_of_time_signs_nothing (void)
{
  static const ArrearsTestKey keys[] = {
    { .name = "过期", .not_after = ARREARS_TEST_NOW - 1 },
    { .name = "未生效", .not_before = ARREARS_TEST_NOW + 1 },
    { .name = "加密专用", .key_usage = "critical,keyEncipherment" },
  };
  const ArrearsSignatureOptions options = { .signed_at = ARREARS_TEST_NOW };
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (ArrearsIdentity) identity = arrears_test_identity_new (&keys[i]);

      assert_refused (pdf, identity, &options, ARREARS_ERROR_CERTIFICATE);
    }
}

static void
test_an_encrypted_file_is_refused (void)
{
  const ArrearsSignatureOptions options = { .signed_at = ARREARS_TEST_NOW };
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  g_autoptr (GBytes) locked = arrears_test_pdf_encrypted (pdf, "口令");
  g_autoptr (GBytes) readable = arrears_test_pdf_encrypted (pdf, "");
  g_autoptr (GPtrArray) none = arrears_test_verify (readable);
  g_autoptr (GError) error = NULL;

  assert_refused (locked, arrears_test_identity_get_own (), &options, ARREARS_ERROR_REFUSED);
  assert_refused (readable, arrears_test_identity_get_own (), &options, ARREARS_ERROR_REFUSED);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (arrears_signature_verify (locked, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED);
}

static void
test_a_certification_that_forbids_changes_is_obeyed (void)
{
  static const char *const bodies[] = {
    "<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 4 0 R >> >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
    "<< /Type /Page /Parent 2 0 R >>",
    "<< /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>] >>", NULL
  };
  const ArrearsSignatureOptions options = { .signed_at = ARREARS_TEST_NOW };
  g_autoptr (GBytes) pdf = arrears_test_pdf_from_objects (bodies);

  assert_refused (pdf, arrears_test_identity_get_own (), &options, ARREARS_ERROR_REFUSED);
}

static void
test_each_wrong_wish_has_its_own_code (void)
{
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  g_autoptr (GBytes) text = g_bytes_new_static ("催款函", 9);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) half = arrears_test_cut (pdf, g_bytes_get_size (pdf) / 2);
  g_autoptr (GBytes) header = g_bytes_new_static ("%PDF-1.7", 8);
  g_autoptr (GString) shifted = g_string_new ("junk\n");
  g_autoptr (GBytes) junk = NULL;
  const ArrearsIdentity *identity = arrears_test_identity_get_own ();
  ArrearsSignatureOptions options = { .signed_at = ARREARS_TEST_NOW };

  g_string_append_len (shifted, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
  junk = g_bytes_new (shifted->str, shifted->len);
  assert_refused (text, identity, &options, ARREARS_ERROR_FORMAT);
  assert_refused (nothing, identity, &options, ARREARS_ERROR_FORMAT);
  assert_refused (half, identity, &options, ARREARS_ERROR_DAMAGED);
  assert_refused (header, identity, &options, ARREARS_ERROR_DAMAGED);
  assert_refused (junk, identity, &options, ARREARS_ERROR_REFUSED);

  options.page = 1;
  assert_refused (pdf, identity, &options, ARREARS_ERROR_NOT_FOUND);
  options.page = 0;
  options.reason = "\xb9\xab";
  assert_refused (pdf, identity, &options, ARREARS_ERROR_ENCODING);
  options.reason = NULL;
  options.signed_at = G_MAXINT64;
  assert_refused (pdf, identity, &options, ARREARS_ERROR_DAY_IMPOSSIBLE);
}

static void
test_whatever_is_signed_is_sound (void)
{
  const ArrearsSignatureOptions options = { .signed_at = ARREARS_TEST_NOW };
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  g_autoptr (GBytes) streams = arrears_test_pdf_with_streams (pdf);
  GBytes *files[] = { pdf, streams };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    for (gsize position = 0; position < g_bytes_get_size (files[i]); position++)
      {
        g_autoptr (GBytes) flipped = arrears_test_flip_bit (files[i], position, position % 8);
        g_autoptr (GBytes) cut = arrears_test_cut (files[i], position);
        g_autoptr (GBytes) first = NULL;
        g_autoptr (GBytes) second = NULL;
        g_autoptr (ArrearsSignatureVerdict) verdict = NULL;

        second = arrears_signature_sign (cut, arrears_test_identity_get_own (), &options, NULL);
        first = arrears_signature_sign (flipped, arrears_test_identity_get_own (), &options, NULL);
        if (first == NULL)
          continue;
        verdict = arrears_test_verify_single (first);
        g_assert_true (arrears_signature_verdict_is_sound (verdict));
      }
}

static gpointer
sign_letters (gpointer pdf)
{
  guint n_sound = 0;

  for (int i = 0; i < N_LETTERS_A_THREAD; i++)
    {
      g_autoptr (GBytes) signed_pdf = arrears_test_sign (pdf, arrears_test_identity_get_own ());
      g_autoptr (ArrearsSignatureVerdict) verdict = arrears_test_verify_single (signed_pdf);

      n_sound += arrears_signature_verdict_is_sound (verdict);
    }

  return GUINT_TO_POINTER (n_sound);
}

static void
test_threads_share_an_identity (void)
{
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  GThread *threads[N_THREADS];

  g_assert_nonnull (arrears_test_identity_get_own ());
  for (gsize i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("signer", sign_letters, pdf);
  for (gsize i = 0; i < N_THREADS; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, N_LETTERS_A_THREAD);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signature/a-signed-file-says-who-and-when",
                   test_a_signed_file_says_who_and_when);
  g_test_add_func ("/signature/every-form-of-file-is-signed", test_every_form_of_file_is_signed);
  g_test_add_func ("/signature/every-kind-of-key-signs", test_every_kind_of_key_signs);
  g_test_add_func ("/signature/a-signature-needs-no-words-and-no-place",
                   test_a_signature_needs_no_words_and_no_place);
  g_test_add_func ("/signature/a-countersignature-leaves-the-first-intact",
                   test_a_countersignature_leaves_the_first_intact);
  g_test_add_func ("/signature/a-form-keeps-its-fields-and-the-names-stay-apart",
                   test_a_form_keeps_its_fields_and_the_names_stay_apart);
  g_test_add_func ("/signature/a-certificate-out-of-time-signs-nothing",
                   test_a_certificate_out_of_time_signs_nothing);
  g_test_add_func ("/signature/an-encrypted-file-is-refused", test_an_encrypted_file_is_refused);
  g_test_add_func ("/signature/a-certification-that-forbids-changes-is-obeyed",
                   test_a_certification_that_forbids_changes_is_obeyed);
  g_test_add_func ("/signature/each-wrong-wish-has-its-own-code",
                   test_each_wrong_wish_has_its_own_code);
  g_test_add_func ("/signature/whatever-is-signed-is-sound", test_whatever_is_signed_is_sound);
  g_test_add_func ("/signature/threads-share-an-identity", test_threads_share_an_identity);
  return g_test_run ();
}

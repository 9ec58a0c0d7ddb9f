/* test-identity.c: keys made, read and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-error.h"
#include "arrears-identity.h"
#include "arrears-test-key.h"
#include "arrears-test-pdf.h"
#include "arrears-test-program.h"

#include <string.h>

#define NAME "江苏远洋五金制品有限公司"
#define PASSWORD "口令 2024 𠮷"

static void
assert_refused (GBytes *p12, const char *password, ArrearsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_identity_load (p12, password, &error));
  g_assert_error (error, ARREARS_ERROR, (int) code);
}

static ArrearsIdentity *
make_own (const char *name)
{
  g_autoptr (GError) error = NULL;
  ArrearsIdentity *identity;

  identity = arrears_identity_new_self_signed (name, ARREARS_TEST_NOW, 5, &error);
  g_assert_no_error (error);
  return identity;
}

static void
test_an_own_key_bears_the_name_and_the_years (void)
{
  g_autoptr (ArrearsIdentity) identity = make_own (NAME);
  g_autoptr (ArrearsIdentity) other = make_own (NAME);

  g_assert_cmpstr (arrears_identity_get_common_name (identity), ==, NAME);
  g_assert_cmpint (arrears_identity_get_not_before (identity), ==, ARREARS_TEST_NOW);
  /* 2029-03-05 02:15:29 in Greenwich */
  g_assert_cmpint (arrears_identity_get_not_after (identity), ==, 1867371329);
  g_assert_cmpuint (strlen (arrears_identity_get_fingerprint (identity)), ==, 64);
  g_assert_cmpstr (arrears_identity_get_fingerprint (identity), !=,
                   arrears_identity_get_fingerprint (other));
}

static void
test_a_name_that_no_certificate_holds_is_refused (void)
{
  g_autofree char *long_name = g_strnfill (65, 'x');
  g_autofree char *full_name = g_strnfill (64, 'x');
  g_autoptr (ArrearsIdentity) full = make_own (full_name);
  const struct
  {
    const char *name;
    ArrearsError code;
  } cases[] = {
    { NULL, ARREARS_ERROR_MISSING },
    { "", ARREARS_ERROR_MISSING },
    { long_name, ARREARS_ERROR_REFUSED },
    { "\xb9\xab\xcb\xbe", ARREARS_ERROR_ENCODING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (arrears_identity_new_self_signed (cases[i].name, 0, 5, &error));
      g_assert_error (error, ARREARS_ERROR, (int) cases[i].code);
    }
}

static void
test_years_out_of_range_are_refused (void)
{
  static const int years[] = { -1, 0, 31, G_MAXINT };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (arrears_identity_new_self_signed (NAME, 0, years[i], &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED);
    }
}

static void
test_what_was_saved_is_read_back (void)
{
  g_autoptr (ArrearsIdentity) identity = make_own (NAME);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) p12 = arrears_identity_save (identity, PASSWORD, &error);
  g_autoptr (ArrearsIdentity) back = NULL;

  g_assert_no_error (error);
  back = arrears_identity_load (p12, PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (arrears_identity_get_common_name (back), ==, NAME);
  g_assert_cmpstr (arrears_identity_get_fingerprint (back), ==,
                   arrears_identity_get_fingerprint (identity));
  g_assert_cmpint (arrears_identity_get_not_after (back), ==,
                   arrears_identity_get_not_after (identity));
  assert_refused (p12, "口令 2024", ARREARS_ERROR_PASSWORD);
}

static void
test_a_name_with_rare_characters_is_kept (void)
{
  g_autoptr (ArrearsIdentity) identity = make_own ("𠮷田镕基有限公司");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) p12 = arrears_identity_save (identity, PASSWORD, &error);
  g_autoptr (ArrearsIdentity) back = NULL;

  g_assert_no_error (error);
  back = arrears_identity_load (p12, PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (arrears_identity_get_common_name (back), ==, "𠮷田镕基有限公司");
}

static void
test_a_key_is_never_saved_without_a_password (void)
{
  g_autoptr (ArrearsIdentity) identity = make_own (NAME);
  static const char *const passwords[] = { NULL, "" };

  for (gsize i = 0; i < G_N_ELEMENTS (passwords); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (arrears_identity_save (identity, passwords[i], &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
    }
}

static void
test_files_of_other_programs_are_read (void)
{
  static const ArrearsTestKey keys[] = {
    { .name = NAME, .password = PASSWORD },
    { .name = NAME, .password = "plain" },
    { .name = NAME, .password = PASSWORD, .rsa_bits = 2048 },
    { .name = "𠮷田商事", .password = PASSWORD, .has_old_cipher = TRUE },
    { .name = NAME, .password = PASSWORD, .rsa_bits = 3072, .has_old_cipher = TRUE },
    { .name = NAME, .password = "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GBytes) p12 = arrears_test_key_make_p12 (&keys[i]);
      g_autoptr (ArrearsIdentity) identity = NULL;
      g_autoptr (GError) error = NULL;

      identity = arrears_identity_load (p12, keys[i].password, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (arrears_identity_get_common_name (identity), ==, keys[i].name);
      g_assert_true (arrears_identity_check (identity, ARREARS_TEST_NOW, &error));
      g_assert_no_error (error);
      assert_refused (p12, "no such password", ARREARS_ERROR_PASSWORD);
    }
}

static void
test_a_saved_key_keeps_its_issuers (void)
{
  ArrearsTestKey key = { .name = NAME, .password = PASSWORD };
  g_autoptr (GBytes) p12 = arrears_test_key_make_p12 (&key);
  g_autoptr (ArrearsIdentity) identity = arrears_identity_load (p12, PASSWORD, NULL);
  g_autoptr (GBytes) first = arrears_identity_save (identity, "1", NULL);
  g_autoptr (ArrearsIdentity) again = arrears_identity_load (first, "1", NULL);
  g_autoptr (GBytes) second = arrears_identity_save (again, "1", NULL);

  /* One issuer of two: the stranger was left out at first, nothing more later. */
  g_assert_cmpuint (g_bytes_get_size (first), <, g_bytes_get_size (p12));
  g_assert_cmpuint (g_bytes_get_size (second), ==, g_bytes_get_size (first));
}

static void
test_no_password_and_an_empty_one_are_the_same (void)
{
  ArrearsTestKey key = { .name = NAME, .password = "" };
  g_autoptr (GBytes) p12 = arrears_test_key_make_p12 (&key);
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsIdentity) identity = arrears_identity_load (p12, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (identity);
}

static void
test_a_broken_file_is_no_wrong_password (void)
{
  ArrearsTestKey key = { .name = NAME, .password = PASSWORD };
  g_autoptr (GBytes) p12 = arrears_test_key_make_p12 (&key);
  ArrearsTestKey macless_key = { .name = NAME, .password = PASSWORD, .has_no_mac = TRUE };
  g_autoptr (GBytes) macless = arrears_test_key_make_p12 (&macless_key);
  g_autoptr (GBytes) keyless = arrears_test_key_make_keyless_p12 (PASSWORD);
  g_autoptr (GBytes) pdf = arrears_test_pdf_new ();
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  assert_refused (pdf, PASSWORD, ARREARS_ERROR_FORMAT);
  assert_refused (empty, PASSWORD, ARREARS_ERROR_FORMAT);
  assert_refused (keyless, PASSWORD, ARREARS_ERROR_FORMAT);
  assert_refused (macless, PASSWORD, ARREARS_ERROR_FORMAT);
  for (gsize length = 0; length < g_bytes_get_size (p12); length += 11)
    {
      g_autoptr (GBytes) cut = arrears_test_cut (p12, length);

      assert_refused (cut, PASSWORD, ARREARS_ERROR_FORMAT);
    }
}

static void
test_a_flipped_bit_never_crashes_the_reader (void)
{
  ArrearsTestKey key = { .name = NAME, .password = PASSWORD };
  g_autoptr (GBytes) p12 = arrears_test_key_make_p12 (&key);

  for (gsize position = 0; position < g_bytes_get_size (p12); position += 3)
    {
      g_autoptr (GBytes) flipped = arrears_test_flip_bit (p12, position, position % 8);
      g_autoptr (ArrearsIdentity) identity = NULL;
      g_autoptr (GError) error = NULL;

      /* Labels and counts of rounds may differ unnoticed; whatever is read is the same key. */
      identity = arrears_identity_load (flipped, PASSWORD, &error);
      if (identity != NULL)
        g_assert_cmpstr (arrears_identity_get_common_name (identity), ==, NAME);
      else
        g_assert_true (g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT)
                       || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_PASSWORD));
    }
}

static void
test_only_a_fit_certificate_may_sign (void)
{
  static const ArrearsTestKey keys[] = {
    { .name = "过期", .not_after = ARREARS_TEST_NOW - 1 },
    { .name = "未生效", .not_before = ARREARS_TEST_NOW + 1 },
    { .name = "加密专用", .key_usage = "critical,keyEncipherment" },
    { .name = "弱密钥", .rsa_bits = 1024 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GBytes) p12 = arrears_test_key_make_p12 (&keys[i]);
      g_autoptr (ArrearsIdentity) identity = arrears_identity_load (p12, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (arrears_identity_check (identity, ARREARS_TEST_NOW, &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_CERTIFICATE);
      arrears_test_assert_says (error->message, keys[i].name);
    }
}

static void
test_the_first_and_the_last_second_are_good (void)
{
  g_autoptr (ArrearsIdentity) identity = make_own (NAME);
  gint64 first = arrears_identity_get_not_before (identity);
  gint64 last = arrears_identity_get_not_after (identity);

  g_assert_true (arrears_identity_check (identity, first, NULL));
  g_assert_true (arrears_identity_check (identity, last, NULL));
  g_assert_false (arrears_identity_check (identity, first - 1, NULL));
  g_assert_false (arrears_identity_check (identity, last + 1, NULL));
}

static void
test_openssl_reads_what_was_saved (void)
{
  g_autoptr (ArrearsTestFolder) folder = NULL;
  g_autoptr (ArrearsIdentity) identity = NULL;
  g_autoptr (GBytes) p12 = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  int status;

  if (!arrears_test_program_is_here ("openssl"))
    return;

  folder = arrears_test_folder_new ();
  identity = make_own (NAME);
  p12 = arrears_identity_save (identity, PASSWORD, NULL);
  path = arrears_test_folder_put (folder, "own.p12", p12);
  output = arrears_test_program_run (&status, "openssl", "pkcs12", "-in", path, "-info", "-noout",
                                     "-passin", "pass:" PASSWORD, NULL);
  arrears_test_assert_says (output, "PBES2, PBKDF2, AES-256-CBC");
  g_assert_cmpint (status, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/an-own-key-bears-the-name-and-the-years",
                   test_an_own_key_bears_the_name_and_the_years);
  g_test_add_func ("/identity/a-name-that-no-certificate-holds-is-refused",
                   test_a_name_that_no_certificate_holds_is_refused);
  g_test_add_func ("/identity/years-out-of-range-are-refused", test_years_out_of_range_are_refused);
  g_test_add_func ("/identity/what-was-saved-is-read-back", test_what_was_saved_is_read_back);
  g_test_add_func ("/identity/a-name-with-rare-characters-is-kept",
                   test_a_name_with_rare_characters_is_kept);
  g_test_add_func ("/identity/a-key-is-never-saved-without-a-password",
                   test_a_key_is_never_saved_without_a_password);
  g_test_add_func ("/identity/files-of-other-programs-are-read",
                   test_files_of_other_programs_are_read);
  g_test_add_func ("/identity/a-saved-key-keeps-its-issuers", test_a_saved_key_keeps_its_issuers);
  g_test_add_func ("/identity/no-password-and-an-empty-one-are-the-same",
                   test_no_password_and_an_empty_one_are_the_same);
  g_test_add_func ("/identity/a-broken-file-is-no-wrong-password",
                   test_a_broken_file_is_no_wrong_password);
  g_test_add_func ("/identity/a-flipped-bit-never-crashes-the-reader",
                   test_a_flipped_bit_never_crashes_the_reader);
  g_test_add_func ("/identity/only-a-fit-certificate-may-sign",
                   test_only_a_fit_certificate_may_sign);
  g_test_add_func ("/identity/the-first-and-the-last-second-are-good",
                   test_the_first_and_the_last_second_are_good);
  g_test_add_func ("/identity/openssl-reads-what-was-saved", test_openssl_reads_what_was_saved);
  return g_test_run ();
}

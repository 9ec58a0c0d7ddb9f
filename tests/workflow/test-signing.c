/* test-signing.c: making a signing identity, and saying whose it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "arrears-files.h"
#include "arrears-identity.h"
#include "arrears-signing.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

static gboolean
create_identity (const char *path, const char *password, GError **error)
{
  return arrears_signing_create_identity (path, "杭州青禾食品商行", password,
                                          arrears_test_desk_read_clock (), error);
}

static ArrearsIdentity *
load_identity (const char *path, const char *password, GError **error)
{
  g_autoptr (GBytes) bytes = arrears_files_read (path, NULL);

  g_assert_nonnull (bytes);
  return arrears_identity_load (bytes, password, error);
}

static void
test_an_identity_says_whose_it_is (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "own.p12");
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsIdentity) identity = NULL;
  g_autoptr (GDateTime) last = NULL;
  GStatBuf status;

  create_identity (path, "八个字符的密码啊", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  identity = load_identity (path, "八个字符的密码啊", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (arrears_identity_get_common_name (identity), ==, "杭州青禾食品商行");
  last = g_date_time_new_from_unix_utc (arrears_identity_get_not_after (identity));
  g_assert_cmpint (g_date_time_get_year (last), ==, 2036);
  g_assert_cmpint (g_date_time_get_month (last), ==, 11);
}

static void
test_an_identity_opens_with_its_password_alone (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "own.p12");
  const char *other = arrears_test_folder_get_path (folder, "other.txt");
  g_autoptr (GError) error = NULL;

  create_identity (path, "password", &error);
  g_assert_no_error (error);
  g_assert_null (load_identity (path, "passwort", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_PASSWORD);
  g_clear_error (&error);
  g_assert_null (load_identity (path, "", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_PASSWORD);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (other, "no key", -1, NULL));
  g_assert_null (load_identity (other, "password", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT);
}

static void
test_a_short_password_is_refused (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
      create_identity (arrears_test_folder_get_path (folder, "own.p12"), "七个字的密码啊", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_PASSWORD_SHORT);
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 0);
}

static void
test_no_identity_is_written_over (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "own.p12");
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  g_assert_false (create_identity (path, "password", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "precious");
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 1);
}

static void
test_what_is_no_pdf_has_no_signatures (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "notes.txt");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "notes", -1, NULL));
  g_assert_null (arrears_signing_verify (path, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (
      arrears_signing_verify (arrears_test_folder_get_path (folder, "none.pdf"), &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signing/an-identity-says-whose-it-is", test_an_identity_says_whose_it_is);
  g_test_add_func ("/signing/an-identity-opens-with-its-password-alone",
                   test_an_identity_opens_with_its_password_alone);
  g_test_add_func ("/signing/a-short-password-is-refused", test_a_short_password_is_refused);
  g_test_add_func ("/signing/no-identity-is-written-over", test_no_identity_is_written_over);
  g_test_add_func ("/signing/what-is-no-pdf-has-no-signatures",
                   test_what_is_no_pdf_has_no_signatures);
  return g_test_run ();
}

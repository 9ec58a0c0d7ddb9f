/* test-files.c: files that appear whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "arrears-error.h"
#include "arrears-files.h"
#include "arrears-test-folder.h"

static GBytes *
create_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = arrears_files_read (path, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static void
test_a_file_is_not_seen_before_it_is_placed (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "letter.pdf");
  g_autoptr (GBytes) bytes = create_bytes ("letter");
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPendingFile) file
      = arrears_pending_file_write (bytes, path, ARREARS_FILE_SHARED, &error);

  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  arrears_pending_file_place (file, TRUE, &error);
  g_assert_no_error (error);
  assert_contents (path, "letter");
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 1);
}

static void
test_a_file_that_is_not_placed_leaves_nothing (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "letter.pdf");
  g_autoptr (GBytes) bytes = create_bytes ("letter");
  g_autoptr (GError) error = NULL;

  arrears_pending_file_end (arrears_pending_file_write (bytes, path, ARREARS_FILE_SHARED, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 0);
}

static void
test_a_new_file_replaces_none (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "letter.pdf");
  g_autoptr (GBytes) first = create_bytes ("first");
  g_autoptr (GBytes) second = create_bytes ("second");
  g_autoptr (GError) error = NULL;

  arrears_files_write_new (first, path, ARREARS_FILE_SHARED, &error);
  g_assert_no_error (error);
  g_assert_false (arrears_files_write_new (second, path, ARREARS_FILE_SHARED, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS);
  assert_contents (path, "first");
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 1);
}

static void
test_a_replaced_file_is_the_new_one (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "copy.pdf");
  g_autoptr (GBytes) bytes = create_bytes ("new");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "older and longer", -1, NULL));
  arrears_files_replace (bytes, path, &error);
  g_assert_no_error (error);
  assert_contents (path, "new");
}

static void
test_a_private_file_is_for_its_owner_alone (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "own.p12");
  g_autoptr (GBytes) bytes = create_bytes ("key");
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  arrears_files_write_new (bytes, path, ARREARS_FILE_PRIVATE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_what_cannot_be_read_is_told_apart (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *file = arrears_test_folder_get_path (folder, "file");
  const char *below = arrears_test_folder_get_path (folder, "file/below");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "text", -1, NULL));
  g_assert_null (arrears_files_read (below, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (arrears_files_read (g_get_tmp_dir (), &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_a_folder_that_is_not_there_takes_no_file (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "nowhere/letter.pdf");
  g_autoptr (GBytes) bytes = create_bytes ("letter");
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_files_write_new (bytes, path, ARREARS_FILE_SHARED, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT);
  g_assert_cmpint (arrears_error_get_status (error), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/a-file-is-not-seen-before-it-is-placed",
                   test_a_file_is_not_seen_before_it_is_placed);
  g_test_add_func ("/files/a-file-that-is-not-placed-leaves-nothing",
                   test_a_file_that_is_not_placed_leaves_nothing);
  g_test_add_func ("/files/a-new-file-replaces-none", test_a_new_file_replaces_none);
  g_test_add_func ("/files/a-replaced-file-is-the-new-one", test_a_replaced_file_is_the_new_one);
  g_test_add_func ("/files/a-private-file-is-for-its-owner-alone",
                   test_a_private_file_is_for_its_owner_alone);
  g_test_add_func ("/files/what-cannot-be-read-is-told-apart",
                   test_what_cannot_be_read_is_told_apart);
  g_test_add_func ("/files/a-folder-that-is-not-there-takes-no-file",
                   test_a_folder_that_is_not_there_takes_no_file);
  return g_test_run ();
}

/* test-error.c: what can go wrong, as codes a caller acts on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-error.h"

#include <gio/gio.h>

static void
assert_status (GQuark domain, int code, int status)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "");

  g_assert_cmpint (arrears_error_get_status (error), ==, status);
}

static void
test_own_codes_have_the_status_of_their_group (void)
{
  assert_status (ARREARS_ERROR, ARREARS_ERROR_REFUSED, 1);
  assert_status (ARREARS_ERROR, ARREARS_ERROR_TABLE_ENDED, 1);
  assert_status (ARREARS_ERROR, ARREARS_ERROR_CANCELLED, 1);
  assert_status (ARREARS_ERROR, ARREARS_ERROR_DAMAGED, 3);
  assert_status (ARREARS_ERROR, ARREARS_ERROR_ALTERED, 3);
  assert_status (ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT, 4);
  assert_status (ARREARS_ERROR, ARREARS_ERROR_DISK_FULL, 4);
  assert_status (ARREARS_ERROR, ARREARS_ERROR_PERMISSION, 4);
  assert_status (ARREARS_ERROR, ARREARS_ERROR_LOCKED, 4);
}

static void
test_a_file_that_is_not_there_is_the_requests_fault (void)
{
  assert_status (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, 1);
  assert_status (G_IO_ERROR, G_IO_ERROR_EXISTS, 1);
  assert_status (G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, 1);
  assert_status (G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY, 1);
  assert_status (G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, 1);
  assert_status (G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG, 1);
  assert_status (G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, 1);
  assert_status (G_IO_ERROR, G_IO_ERROR_CANCELLED, 1);
  assert_status (G_FILE_ERROR, G_FILE_ERROR_NOENT, 1);
  assert_status (G_FILE_ERROR, G_FILE_ERROR_ISDIR, 1);
}

static void
test_what_the_system_refuses_is_the_environments (void)
{
  assert_status (G_IO_ERROR, G_IO_ERROR_NO_SPACE, 4);
  assert_status (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, 4);
  assert_status (G_IO_ERROR, G_IO_ERROR_READ_ONLY, 4);
  assert_status (G_IO_ERROR, G_IO_ERROR_FAILED, 4);
  assert_status (G_FILE_ERROR, G_FILE_ERROR_NOSPC, 4);
  assert_status (G_FILE_ERROR, G_FILE_ERROR_ACCES, 4);
  assert_status (G_FILE_ERROR, G_FILE_ERROR_IO, 4);
}

static void
test_what_other_libraries_refuse_to_read_is_the_inputs_fault (void)
{
  assert_status (G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE, 1);
  assert_status (G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error/own-codes-have-the-status-of-their-group",
                   test_own_codes_have_the_status_of_their_group);
  g_test_add_func ("/error/a-file-that-is-not-there-is-the-requests-fault",
                   test_a_file_that_is_not_there_is_the_requests_fault);
  g_test_add_func ("/error/what-the-system-refuses-is-the-environments",
                   test_what_the_system_refuses_is_the_environments);
  g_test_add_func ("/error/what-other-libraries-refuse-to-read-is-the-inputs-fault",
                   test_what_other_libraries_refuse_to_read_is_the_inputs_fault);

  return g_test_run ();
}

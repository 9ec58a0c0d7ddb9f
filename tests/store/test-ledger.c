/* test-ledger.c: making, opening and refusing ledger files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "arrears-ledger.h"
#include "arrears-test-folder.h"
#include "arrears-test-ledger.h"

static void
assert_refused (const char *path, ArrearsError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsLedger) ledger = arrears_ledger_open (path, &error);

  g_assert_error (error, ARREARS_ERROR, (int) code);
  g_assert_null (ledger);
}

static void
write_file (const char *path, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
}

static ArrearsLedger *
open_ledger (const char *path)
{
  g_autoptr (GError) error = NULL;
  ArrearsLedger *ledger = arrears_ledger_open (path, &error);

  g_assert_no_error (error);
  return ledger;
}

static void
test_new_is_sound_and_empty (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);

  arrears_test_ledger_assert_sound (ledger);
  g_assert_cmpstr (arrears_ledger_get_path (ledger), ==, ":memory:");
}

static void
test_stays_on_disk (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "账本.arrears");
  ArrearsLedger *ledger = arrears_test_ledger_create (path);
  g_autoptr (ArrearsLedger) again = NULL;
  g_autoptr (ArrearsCustomer) customer = NULL;

  arrears_test_ledger_fill (ledger);
  arrears_test_ledger_assert_sound (ledger);
  arrears_ledger_close (ledger);
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 1);

  again = open_ledger (path);
  arrears_test_ledger_assert_sound (again);
  customer = arrears_ledger_find_customer (again, "0002", NULL);
  g_assert_cmpstr (customer->name, ==, "老窖酒业");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/a-new-one-is-sound-and-empty", test_new_is_sound_and_empty);
  g_test_add_func ("/ledger/what-was-written-stays-on-disk", test_stays_on_disk);
  return g_test_run ();
}

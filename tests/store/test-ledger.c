/* test-ledger.c: making, opening and refusing ledger files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
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
  customer = arrears_ledger_find_customer (again, "0002", ARREARS_DAY_LAST, NULL);
  g_assert_cmpstr (customer->name, ==, "老窖酒业");
}

static void
test_new_does_not_replace (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  write_file (path, "mine", -1);
  g_assert_null (arrears_ledger_create (path, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 1);
}

/* SQLite would play the log of a ledger that is gone into the new one. */
static void
test_new_beside_an_old_log (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (GError) error = NULL;

  write_file (arrears_test_folder_get_path (folder, "a.arrears-wal"), "old", -1);
  g_assert_null (
      arrears_ledger_create (arrears_test_folder_get_path (folder, "a.arrears"), &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "a.arrears-wal"));
}

static void
test_new_in_no_folder (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *file = arrears_test_folder_get_path (folder, "file");
  g_autofree char *below = g_build_filename (file, "a.arrears", NULL);
  g_autoptr (GError) error = NULL;

  write_file (file, "x", -1);
  g_assert_null (arrears_ledger_create (below, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (arrears_ledger_create ("/proc/self/a.arrears", &error));
  g_assert_cmpint (error->domain, ==, ARREARS_ERROR);
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 1);
}

static void
test_foreign_files_are_refused (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a");
  g_autofree char *zeros = g_malloc0 (8192);

  assert_refused (path, ARREARS_ERROR_NOT_FOUND);
  assert_refused (arrears_test_folder_get_path (folder, "."), ARREARS_ERROR_FORMAT);
  write_file (path, "", 0);
  assert_refused (path, ARREARS_ERROR_FORMAT);
  write_file (path, "customer,amount\n", -1);
  assert_refused (path, ARREARS_ERROR_FORMAT);
  write_file (path, zeros, 8192);
  assert_refused (path, ARREARS_ERROR_FORMAT);
  g_assert_cmpint (g_remove (path), ==, 0);
  arrears_test_ledger_tamper (path, "CREATE TABLE invoice (id); PRAGMA application_id = 7");
  assert_refused (path, ARREARS_ERROR_FORMAT);
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 1);
}

static void
test_newer_one_is_refused_untouched (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;

  arrears_ledger_close (arrears_test_ledger_create (path));
  arrears_test_ledger_tamper (path, "PRAGMA user_version = 1000");
  g_assert_true (g_file_get_contents (path, &before, &size, NULL));
  assert_refused (path, ARREARS_ERROR_NEWER);
  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 1);
}

static void
test_names_of_files_may_be_anything (void)
{
  static const char *const names[]
      = { "a b.arrears", "50%.arrears", "a?mode=memory", "#1.arrears", "file:a" };
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *path = arrears_test_folder_get_path (folder, names[i]);

      arrears_ledger_close (arrears_test_ledger_create (path));
      arrears_ledger_close (open_ledger (path));
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, G_N_ELEMENTS (names));
}

static void
test_company (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsCompany) none = arrears_ledger_load_company (ledger, NULL);
  g_autoptr (ArrearsCompany) company = arrears_company_new ();

  g_assert_cmpstr (none->name, ==, "");
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("示例%d", i);
      g_autoptr (ArrearsCompany) found = NULL;

      arrears_record_set_text (&company->name, name);
      arrears_record_set_text (&company->uscc, "1");
      arrears_record_set_text (&company->address, "2");
      arrears_record_set_text (&company->phone, "3");
      arrears_record_set_text (&company->contact, "4");
      arrears_record_set_text (&company->bank, "5");
      arrears_record_set_text (&company->bank_account, "6");
      g_assert_true (arrears_ledger_save_company (ledger, company, NULL));
      found = arrears_ledger_load_company (ledger, NULL);
      arrears_test_ledger_assert_equal (found, company);
    }
}

static void
test_settings (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  g_assert_null (arrears_ledger_load_setting (ledger, "colour", &error));
  g_assert_no_error (error);
  g_assert_true (arrears_ledger_save_setting (ledger, "colour", "红", &error));
  g_assert_true (arrears_ledger_save_setting (ledger, "colour", "绿", &error));
  value = arrears_ledger_load_setting (ledger, "colour", &error);
  g_assert_cmpstr (value, ==, "绿");
}

static void
test_back_up_is_a_ledger (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *copy_path = arrears_test_folder_get_path (folder, "copy.arrears");
  g_autoptr (ArrearsLedger) ledger
      = arrears_test_ledger_create (arrears_test_folder_get_path (folder, "a.arrears"));
  g_autoptr (ArrearsLedger) copy = NULL;
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_fill (ledger);
  g_assert_true (arrears_ledger_back_up (ledger, copy_path, &error));
  arrears_test_ledger_add_log (ledger, 0, "x", "later than the copy");
  copy = open_ledger (copy_path);
  arrears_test_ledger_assert_sound (copy);
  g_assert_false (arrears_ledger_back_up (ledger, copy_path, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS);
}

static void
test_back_up_of_memory (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "copy.arrears");
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsLedger) copy = NULL;

  arrears_test_ledger_fill (ledger);
  g_assert_true (arrears_ledger_back_up (ledger, path, NULL));
  copy = open_ledger (path);
  arrears_test_ledger_assert_sound (copy);
}

static void
test_back_up_leaves_nothing_half_done (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autofree char *path
      = g_build_filename (arrears_test_folder_get_path (folder, "no"), "copy.arrears", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_ledger_back_up (ledger, path, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 0);
}

typedef struct
{
  ArrearsLedger *ledger;
  gint is_asked_for;
} Interruption;

static gpointer
interrupt_at_request (gpointer user_data)
{
  Interruption *interruption = user_data;

  while (!g_atomic_int_get (&interruption->is_asked_for))
    g_thread_yield ();
  arrears_ledger_interrupt (interruption->ledger);
  return NULL;
}

static gboolean
interrupt_the_walk (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  Interruption *interruption = user_data;
  GThread *thread;

  if (interruption->is_asked_for)
    return TRUE;
  thread = g_thread_new ("interrupter", interrupt_at_request, interruption);
  g_atomic_int_set (&interruption->is_asked_for, TRUE);
  g_thread_join (thread);
  return TRUE;
}

static void
test_interrupting_cancels (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  Interruption interruption = { .ledger = ledger };
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_fill (ledger);
  g_assert_false (arrears_ledger_foreach_open_account (ledger, (ArrearsDay) { 738999 }, NULL, 0,
                                                       interrupt_the_walk, &interruption, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_CANCELLED);
  arrears_test_ledger_assert_sound (ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/a-new-one-is-sound-and-empty", test_new_is_sound_and_empty);
  g_test_add_func ("/ledger/what-was-written-stays-on-disk", test_stays_on_disk);
  g_test_add_func ("/ledger/a-new-one-replaces-nothing", test_new_does_not_replace);
  g_test_add_func ("/ledger/a-new-one-is-not-made-beside-an-old-log", test_new_beside_an_old_log);
  g_test_add_func ("/ledger/a-new-one-needs-a-folder", test_new_in_no_folder);
  g_test_add_func ("/ledger/foreign-files-are-refused", test_foreign_files_are_refused);
  g_test_add_func ("/ledger/a-newer-one-is-refused-untouched",
                   test_newer_one_is_refused_untouched);
  g_test_add_func ("/ledger/names-of-files-may-be-anything", test_names_of_files_may_be_anything);
  g_test_add_func ("/ledger/the-company-is-the-last-one-saved", test_company);
  g_test_add_func ("/ledger/a-setting-is-the-last-one-saved", test_settings);
  g_test_add_func ("/ledger/a-backup-is-a-ledger", test_back_up_is_a_ledger);
  g_test_add_func ("/ledger/memory-can-be-backed-up", test_back_up_of_memory);
  g_test_add_func ("/ledger/a-failed-backup-leaves-nothing",
                   test_back_up_leaves_nothing_half_done);
  g_test_add_func ("/ledger/interrupting-cancels-the-query", test_interrupting_cancels);
  return g_test_run ();
}

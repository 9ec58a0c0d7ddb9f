/* test-ledger-mishaps.c: what is left after a crash, a full disk, a locked folder, a bad sector
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* setresuid() */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arrears-ledger-private.h"
#include "arrears-test-folder.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

#define NOBODY 65534

typedef struct
{
  ArrearsTestFolder *folder;
  const char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ArrearsLedger *ledger;

  fixture->folder = arrears_test_folder_new ();
  fixture->path = arrears_test_folder_get_path (fixture->folder, "a.arrears");
  ledger = arrears_test_ledger_create (fixture->path);
  arrears_test_ledger_fill (ledger);
  arrears_ledger_close (ledger);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_folder_free (fixture->folder);
}

/* Runs in a process of its own. What it returns is its exit status: 0 where all was as expected. */
typedef int (*Child) (const char *path, int argument);

static int
run_child (Child child, const char *path, int argument)
{
  pid_t pid = fork ();
  int status;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    _exit (child (path, argument));
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

static void
assert_child_succeeds (Child child, const char *path, int argument)
{
  int status = run_child (child, path, argument);

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static int
expect_error (const GError *error, ArrearsError code)
{
  if (g_error_matches (error, ARREARS_ERROR, (int) code))
    return 0;
  g_printerr ("expected %u, found %s\n", code, error != NULL ? error->message : "no error");
  return 1;
}

/* SQLite does not always pass on why a write failed; that it was the machine's fault it does. */
static int
expect_full_disk (const GError *error)
{
  if (g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT))
    return 0;
  return expect_error (error, ARREARS_ERROR_DISK_FULL);
}

static void
assert_as_before (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsLedger) ledger = arrears_ledger_open (fixture->path, &error);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  arrears_test_ledger_assert_sound (ledger);
  entries = arrears_ledger_load_log (ledger, 0, ARREARS_DAY_LAST, 0, 100, NULL);
  g_assert_cmpuint (entries->len, ==, 5);
  value = arrears_ledger_load_setting (ledger, "written", NULL);
  g_assert_null (value);
}

/* Ten kinds of writing in turn, with so small a cache that pages reach the file before the end. */
static void
write_step (ArrearsLedger *ledger, int step)
{
  g_autofree char *number = g_strdup_printf ("K%d", step);

  if (step % 2 == 0)
    arrears_test_ledger_add_log (ledger, 1, number, "x");
  else
    arrears_test_ledger_add_invoice (ledger, 1, number, "2024-01-01", "2024-01-31", "1");
  arrears_ledger_save_setting (ledger, "written", number, NULL);
}

static int
die_while_writing (const char *path, int n_steps)
{
  ArrearsLedger *ledger = arrears_ledger_open (path, NULL);
  ArrearsTransaction *transaction;

  arrears_ledger_execute (ledger, "shrink the cache", "PRAGMA cache_size = 4", NULL);
  transaction = arrears_transaction_begin (ledger, NULL);
  for (int i = 0; i < n_steps; i++)
    write_step (ledger, i);
  if (transaction != NULL)
    raise (SIGKILL);
  return 1;
}

static void
test_killed_while_writing (Fixture *fixture, gconstpointer data)
{
  for (int n_steps = 0; n_steps < 40; n_steps += 3)
    {
      int status = run_child (die_while_writing, fixture->path, n_steps);

      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
      assert_as_before (fixture);
    }
}

static int
die_after_writing (const char *path, int argument)
{
  ArrearsLedger *ledger = arrears_ledger_open (path, NULL);
  ArrearsTransaction *transaction = arrears_transaction_begin (ledger, NULL);

  write_step (ledger, 1);
  if (arrears_transaction_commit (transaction, NULL))
    raise (SIGKILL);
  return 1;
}

static void
test_killed_after_writing (Fixture *fixture, gconstpointer data)
{
  int status = run_child (die_after_writing, fixture->path, 0);
  g_autoptr (ArrearsLedger) ledger = NULL;
  g_autoptr (ArrearsInvoice) invoice = NULL;

  g_assert_true (WIFSIGNALED (status));
  ledger = arrears_ledger_open (fixture->path, NULL);
  arrears_test_ledger_assert_sound (ledger);
  invoice = arrears_ledger_find_invoice (ledger, "K1", (ArrearsDay) { 738999 }, NULL);
  g_assert_nonnull (invoice);
}

/* No file may grow beyond `bytes`: to a program this is a disk that is full. */
static void
fill_disk (int bytes)
{
  struct rlimit limit = { .rlim_cur = (rlim_t) bytes, .rlim_max = (rlim_t) bytes };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

static int
write_to_full_disk (const char *path, int bytes)
{
  ArrearsLedger *ledger = arrears_ledger_open (path, NULL);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, NULL);
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  arrears_ledger_execute (ledger, "shrink the cache", "PRAGMA cache_size = 4", NULL);
  fill_disk (bytes);
  if (arrears_ledger_save_setting (ledger, "written", text, &error))
    arrears_transaction_commit (transaction, &error);
  return expect_full_disk (error);
}

static void
test_disk_full_while_writing (Fixture *fixture, gconstpointer data)
{
  for (int bytes = 0; bytes < 100000; bytes += 15000)
    {
      assert_child_succeeds (write_to_full_disk, fixture->path, bytes);
      assert_as_before (fixture);
    }
}

static int
create_on_full_disk (const char *path, int bytes)
{
  g_autofree char *other = g_strconcat (path, "2", NULL);
  g_autoptr (GError) error = NULL;

  fill_disk (bytes);
  arrears_ledger_create (other, &error);
  return expect_full_disk (error);
}

static int
back_up_to_full_disk (const char *path, int bytes)
{
  g_autoptr (ArrearsLedger) ledger = arrears_ledger_open (path, NULL);
  g_autofree char *other = g_strconcat (path, "2", NULL);
  g_autoptr (GError) error = NULL;

  fill_disk (bytes);
  arrears_ledger_back_up (ledger, other, &error);
  return expect_full_disk (error);
}

static void
test_disk_full_while_making_files (Fixture *fixture, gconstpointer data)
{
  static const int sizes[] = { 1, 5000, 60000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      assert_child_succeeds (create_on_full_disk, fixture->path, sizes[i]);
      assert_child_succeeds (back_up_to_full_disk, fixture->path, sizes[i]);
      assert_as_before (fixture);
      g_assert_cmpuint (arrears_test_folder_count (fixture->folder), ==, 1);
    }
}

static void
test_full_ledger_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsLedger) ledger = arrears_ledger_open (fixture->path, NULL);
  g_autofree char *text = g_strnfill (1000000, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_true (
      arrears_ledger_execute (ledger, "limit the file", "PRAGMA max_page_count = 60", NULL));
  g_assert_false (arrears_ledger_save_setting (ledger, "written", text, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DISK_FULL);
  arrears_ledger_close (g_steal_pointer (&ledger));
  assert_as_before (fixture);
}

/* Permissions mean nothing to root. */
static void
become_nobody (void)
{
  if (geteuid () == 0 && (setresgid (NOBODY, NOBODY, NOBODY) != 0
                          || setresuid (NOBODY, NOBODY, NOBODY) != 0))
    _exit (99);
}

static int
read_without_permission (const char *path, int argument)
{
  g_autoptr (ArrearsLedger) ledger = NULL;
  g_autoptr (ArrearsCustomer) customer = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) faults = NULL;

  become_nobody ();
  ledger = arrears_ledger_open (path, &error);
  if (ledger == NULL)
    return expect_error (error, ARREARS_ERROR_PERMISSION) + 10;
  customer = arrears_ledger_find_customer (ledger, "0001", ARREARS_DAY_LAST, NULL);
  faults = arrears_ledger_verify (ledger, NULL);
  if (customer == NULL || faults == NULL || faults[0] != NULL)
    return 1;
  arrears_ledger_save_setting (ledger, "written", "1", &error);
  if (expect_error (error, ARREARS_ERROR_PERMISSION) != 0)
    return 2;
  g_clear_error (&error);
  if (arrears_transaction_begin (ledger, &error) != NULL)
    return 3;
  return expect_error (error, ARREARS_ERROR_PERMISSION);
}

static void
set_modes (Fixture *fixture, int folder_mode, int file_mode)
{
  g_assert_cmpint (g_chmod (arrears_test_folder_get_path (fixture->folder, "."), folder_mode), ==,
                   0);
  g_assert_cmpint (g_chmod (fixture->path, file_mode), ==, 0);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  set_modes (fixture, 0555, 0444);
  assert_child_succeeds (read_without_permission, fixture->path, 0);
  set_modes (fixture, 0755, 0644);
  assert_as_before (fixture);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  set_modes (fixture, 0777, 0444);
  assert_child_succeeds (read_without_permission, fixture->path, 0);
  set_modes (fixture, 0755, 0644);
}

static int
die_with_a_log_behind (const char *path, int argument)
{
  ArrearsLedger *ledger = arrears_ledger_open (path, NULL);

  arrears_ledger_save_setting (ledger, "late", "1", NULL);
  raise (SIGKILL);
  return 1;
}

/* Without what the log holds it would be an older ledger: better none than that one. */
static int
refuse_without_the_log (const char *path, int argument)
{
  g_autoptr (ArrearsLedger) ledger = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  become_nobody ();
  ledger = arrears_ledger_open (path, &error);
  if (ledger == NULL)
    return expect_error (error, ARREARS_ERROR_PERMISSION);
  value = arrears_ledger_load_setting (ledger, "late", NULL);
  return g_strcmp0 (value, "1") == 0 ? 0 : 1;
}

static void
test_read_only_folder_with_a_log (Fixture *fixture, gconstpointer data)
{
  run_child (die_with_a_log_behind, fixture->path, 0);
  g_assert_cmpuint (arrears_test_folder_count (fixture->folder), ==, 3);
  set_modes (fixture, 0555, 0444);
  assert_child_succeeds (refuse_without_the_log, fixture->path, 0);
  set_modes (fixture, 0755, 0644);
}

static int
open_unreadable (const char *path, int argument)
{
  g_autoptr (GError) error = NULL;

  become_nobody ();
  arrears_ledger_open (path, &error);
  return expect_error (error, ARREARS_ERROR_PERMISSION);
}

static void
test_unreadable_file (Fixture *fixture, gconstpointer data)
{
  set_modes (fixture, 0755, 0000);
  assert_child_succeeds (open_unreadable, fixture->path, 0);
  set_modes (fixture, 0755, 0644);
}

static int
create_where_nothing_may_be (const char *path, int argument)
{
  g_autofree char *other = g_strconcat (path, "2", NULL);
  g_autoptr (ArrearsLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  become_nobody ();
  arrears_ledger_create (other, &error);
  if (expect_error (error, ARREARS_ERROR_PERMISSION) != 0)
    return 1;
  g_clear_error (&error);
  ledger = arrears_ledger_open (path, NULL);
  arrears_ledger_back_up (ledger, other, &error);
  return expect_error (error, ARREARS_ERROR_PERMISSION);
}

static void
test_nothing_is_made_in_a_read_only_folder (Fixture *fixture, gconstpointer data)
{
  set_modes (fixture, 0555, 0444);
  assert_child_succeeds (create_where_nothing_may_be, fixture->path, 0);
  set_modes (fixture, 0755, 0644);
  g_assert_cmpuint (arrears_test_folder_count (fixture->folder), ==, 1);
}

/* Reads all that there is. Damage may make any of it fail, but in the language of the store. */
static void
read_everything (ArrearsLedger *ledger)
{
  const ArrearsDay day = { 738999 };
  const gint64 ids[] = { 1, 2, 3, 4 };
  ArrearsInvoiceFilter invoices = { .as_of = day, .search = "礼" };
  ArrearsCustomerFilter customers = { .as_of = day, .sort = ARREARS_CUSTOMER_SORT_BALANCE };
  ArrearsDocumentFilter documents = { .search = "C" };
  g_autoptr (GArray) invoice_ids = arrears_ledger_list_invoices (ledger, &invoices, NULL);
  g_autoptr (GArray) customer_ids = arrears_ledger_list_customers (ledger, &customers, NULL);
  g_autoptr (GArray) document_ids = arrears_ledger_list_documents (ledger, &documents, NULL);
  g_autoptr (GArray) parts = arrears_ledger_load_allocations (ledger, 1, day, NULL);
  g_autoptr (GPtrArray) loaded_invoices
      = arrears_ledger_load_invoices (ledger, ids, G_N_ELEMENTS (ids), day, NULL);
  g_autoptr (GPtrArray) loaded_customers
      = arrears_ledger_load_customers (ledger, ids, G_N_ELEMENTS (ids), day, NULL);
  g_autoptr (GPtrArray) loaded_documents
      = arrears_ledger_load_documents (ledger, ids, G_N_ELEMENTS (ids), NULL);
  g_autoptr (GPtrArray) receipts = arrears_ledger_load_receipts (
      ledger, 0, ARREARS_RECEIPT_STATE_ALL, day, 9, NULL);
  g_autoptr (GPtrArray) contracts = arrears_ledger_load_contracts (ledger, 1, day, NULL);
  g_autoptr (GPtrArray) log = arrears_ledger_load_log (ledger, 0, day, 0, 9, NULL);
  g_autoptr (GBytes) bytes = arrears_ledger_load_document_bytes (ledger, 1, NULL);
  g_autoptr (ArrearsCompany) company = arrears_ledger_load_company (ledger, NULL);
  g_autofree char *code = arrears_ledger_suggest_customer_code (ledger, NULL);
}

static void
damage (char *content, gsize size)
{
  int n_places = g_test_rand_int_range (1, 6);

  for (int i = 0; i < n_places; i++)
    {
      gsize place = (gsize) g_test_rand_int_range (0, (int) size);
      gsize end = place + (gsize) g_test_rand_int_range (1, 200);

      for (gsize j = place; j < MIN (end, size); j++)
        content[j] = (char) g_test_rand_int_range (0, 256);
    }
}

static gboolean
is_word_for_damage (const GError *error)
{
  static const ArrearsError codes[] = { ARREARS_ERROR_DAMAGED, ARREARS_ERROR_FORMAT,
                                        ARREARS_ERROR_NEWER, ARREARS_ERROR_AMOUNT_TOO_LARGE };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, ARREARS_ERROR, (int) codes[i]))
      return TRUE;
  return FALSE;
}

static void
examine (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsLedger) ledger = arrears_ledger_open (path, &error);
  g_auto (GStrv) faults = NULL;

  if (ledger != NULL)
    {
      read_everything (ledger);
      faults = arrears_ledger_verify (ledger, &error);
    }
  if (error != NULL && !is_word_for_damage (error))
    g_error ("damage is called %s", error->message);
}

static void
test_random_damage (Fixture *fixture, gconstpointer data)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "b.arrears");
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *damaged = g_memdup2 (content, size);
      gsize left = i % 10 == 0 ? (gsize) g_test_rand_int_range (0, (int) size) : size;

      damage (damaged, size);
      g_assert_true (g_file_set_contents (path, damaged, (gssize) left, NULL));
      examine (path);
    }
}

static void
assert_damaged (Fixture *fixture, gsize place, gsize n_bytes, char byte)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, "b.arrears");
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  memset (content + place, byte, n_bytes);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
  g_assert_null (arrears_ledger_open (path, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED);
}

static void
test_plain_damage_is_called_so (Fixture *fixture, gconstpointer data)
{
  assert_damaged (fixture, 0, 16, 'x');
  assert_damaged (fixture, 0, 100, '\0');
  assert_damaged (fixture, 0, 4096, 'x');
  assert_damaged (fixture, 16, 2, '\xff');
  assert_damaged (fixture, 68, 4, '\0');
  assert_damaged (fixture, 100, 4, 'x');
  for (gsize page = 1; page < 8; page++)
    assert_damaged (fixture, page * 4096, 4096, 'x');
}

/* An index that shows another's rows. */
static void
test_crossed_trees_are_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_tamper (
      fixture->path,
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
      "sqlite_schema WHERE name = 'invoice_by_issue') WHERE name = 'invoice_by_due'");
  g_assert_null (arrears_ledger_open (fixture->path, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED);
}

static void
test_truncated_file_is_damaged (Fixture *fixture, gconstpointer data)
{
  static const gsize sizes[] = { 50, 100, 4096, 5000, 40960 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const char *path = arrears_test_folder_get_path (fixture->folder, "b.arrears");
      g_autoptr (GError) error = NULL;
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
      g_assert_true (g_file_set_contents (path, content, (gssize) sizes[i], NULL));
      g_assert_null (arrears_ledger_open (path, &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/ledger-mishaps/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("killed-while-writing-it-is-as-before", test_killed_while_writing);
  ADD ("killed-after-writing-it-holds-what-was-written", test_killed_after_writing);
  ADD ("a-full-disk-leaves-it-as-before", test_disk_full_while_writing);
  ADD ("a-full-disk-leaves-no-half-made-file", test_disk_full_while_making_files);
  ADD ("a-full-ledger-goes-on", test_full_ledger_goes_on);
  ADD ("in-a-read-only-folder-it-can-be-read", test_read_only_folder);
  ADD ("a-read-only-file-can-be-read", test_read_only_file);
  ADD ("in-a-read-only-folder-nothing-is-made", test_nothing_is_made_in_a_read_only_folder);
  ADD ("a-pending-log-is-never-passed-over", test_read_only_folder_with_a_log);
  ADD ("an-unreadable-file-is-a-matter-of-permission", test_unreadable_file);
  ADD ("random-damage-never-ends-the-program", test_random_damage);
  ADD ("plain-damage-is-called-so", test_plain_damage_is_called_so);
  ADD ("crossed-trees-are-damage", test_crossed_trees_are_damage);
  ADD ("a-truncated-file-is-damaged", test_truncated_file_is_damaged);
#undef ADD
  return g_test_run ();
}

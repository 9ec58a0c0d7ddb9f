/* test-migration.c: bringing a ledger's schema forward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-ledger-private.h"
#include "arrears-test-folder.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

/* The released schema, and what might come after it. */
typedef struct
{
  ArrearsTestFolder *folder;
  const char *path;
  ArrearsMigration migrations[8];
  gsize n_released;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const ArrearsMigration *released = arrears_migration_list_released (&fixture->n_released);
  ArrearsLedger *ledger;

  g_assert_cmpuint (fixture->n_released, <, G_N_ELEMENTS (fixture->migrations) - 1);
  for (gsize i = 0; i < fixture->n_released; i++)
    fixture->migrations[i] = released[i];
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

static ArrearsLedger *
open_with (Fixture *fixture, gsize n_migrations, GError **error)
{
  return arrears_ledger_open_with (fixture->path, fixture->migrations, n_migrations, error);
}

static void
assert_version (ArrearsLedger *ledger, gsize version)
{
  gint64 found;

  g_assert_true (arrears_ledger_load_pragma (ledger, "PRAGMA user_version", &found, NULL));
  g_assert_cmpint (found, ==, (gint64) version);
}

/* The name of the copy that is made of a ledger of the released schema. */
static char *
name_copy (Fixture *fixture)
{
  return g_strdup_printf ("%s.before-%" G_GSIZE_FORMAT, fixture->path, fixture->n_released);
}

static void
test_goes_forward_after_a_copy (Fixture *fixture, gconstpointer data)
{
  gsize n = fixture->n_released;
  g_autofree char *copy_path = name_copy (fixture);
  g_autoptr (ArrearsLedger) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  ArrearsLedger *ledger;

  fixture->migrations[n].sql = "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT";
  fixture->migrations[n + 1].sql
      = "INSERT INTO later VALUES (7); INSERT INTO setting VALUES ('moved', 'yes')";
  ledger = open_with (fixture, n + 2, &error);
  g_assert_no_error (error);
  assert_version (ledger, n + 2);
  value = arrears_ledger_load_setting (ledger, "moved", NULL);
  g_assert_cmpstr (value, ==, "yes");
  arrears_ledger_close (ledger);

  copy = arrears_ledger_open (copy_path, &error);
  g_assert_no_error (error);
  arrears_test_ledger_assert_sound (copy);
  assert_version (copy, n);

  ledger = open_with (fixture, n + 2, &error);
  arrears_ledger_close (ledger);
  arrears_ledger_close (g_steal_pointer (&copy));
  g_assert_cmpuint (arrears_test_folder_count (fixture->folder), ==, 2);
}

static void
test_failure_leaves_it_as_it_was (Fixture *fixture, gconstpointer data)
{
  gsize n = fixture->n_released;
  g_autoptr (ArrearsLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  fixture->migrations[n].sql
      = "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT; DELETE FROM setting; nonsense";
  g_assert_null (open_with (fixture, n + 1, &error));
  g_assert_cmpint (error->domain, ==, ARREARS_ERROR);
  g_assert_nonnull (strstr (error->message, "bring the ledger to schema"));
  g_assert_cmpuint (arrears_test_folder_count (fixture->folder), ==, 1);
  ledger = arrears_ledger_open (fixture->path, NULL);
  assert_version (ledger, n);
  arrears_test_ledger_assert_sound (ledger);
}

static void
test_step_before_the_failing_one_stays (Fixture *fixture, gconstpointer data)
{
  gsize n = fixture->n_released;
  g_autoptr (ArrearsLedger) ledger = NULL;

  fixture->migrations[n].sql = "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT";
  fixture->migrations[n + 1].sql = "nonsense";
  g_assert_null (open_with (fixture, n + 2, NULL));
  ledger = open_with (fixture, n + 1, NULL);
  assert_version (ledger, n + 1);
}

static void
test_lost_references_are_a_failure (Fixture *fixture, gconstpointer data)
{
  gsize n = fixture->n_released;
  g_autoptr (ArrearsLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  fixture->migrations[n].sql = "DELETE FROM customer";
  g_assert_null (open_with (fixture, n + 1, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED);
  ledger = arrears_ledger_open (fixture->path, NULL);
  arrears_test_ledger_assert_sound (ledger);
}

/* The way of SQLite: a new table, the rows, the old one away, the new one in its place. */
static void
test_table_can_be_built_anew (Fixture *fixture, gconstpointer data)
{
  gsize n = fixture->n_released;
  g_autoptr (ArrearsLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  fixture->migrations[n].sql
      = "CREATE TABLE new_contact (id INTEGER PRIMARY KEY,"
        " customer_id INTEGER NOT NULL REFERENCES customer (id), name TEXT NOT NULL,"
        " phone TEXT NOT NULL, email TEXT NOT NULL, wechat TEXT NOT NULL) STRICT;"
        "INSERT INTO new_contact SELECT id, customer_id, name, phone, email, '' FROM contact;"
        "DROP TABLE contact; ALTER TABLE new_contact RENAME TO contact;"
        "CREATE TABLE new_customer (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,"
        " name TEXT NOT NULL, uscc TEXT NOT NULL, address TEXT NOT NULL,"
        " terms_days INTEGER NOT NULL, credit_limit_fen INTEGER NOT NULL,"
        " industry TEXT NOT NULL, grade TEXT NOT NULL, is_blocked INTEGER NOT NULL) STRICT;"
        "INSERT INTO new_customer SELECT id, code, name, uscc, address, terms_days,"
        " credit_limit_fen, industry, grade, 0 FROM customer;"
        "DROP TABLE customer; ALTER TABLE new_customer RENAME TO customer";
  ledger = open_with (fixture, n + 1, &error);
  g_assert_no_error (error);
  g_assert_false (
      arrears_ledger_execute (ledger, "break a reference", "DELETE FROM customer", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_copy_replaces_nothing (Fixture *fixture, gconstpointer data)
{
  gsize n = fixture->n_released;
  g_autofree char *copy_path = name_copy (fixture);
  g_autofree char *second_path = g_strconcat (copy_path, "-2", NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (copy_path, "mine", -1, NULL));
  fixture->migrations[n].sql = "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT";
  arrears_ledger_close (open_with (fixture, n + 1, NULL));
  g_assert_true (g_file_get_contents (copy_path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_assert_true (g_file_test (second_path, G_FILE_TEST_EXISTS));
}

/* A copy of the ledger that is kept of a schema, opened. */
static ArrearsLedger *
open_released (ArrearsTestFolder *folder, gsize version)
{
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  g_autofree char *name = g_strdup_printf ("%04" G_GSIZE_FORMAT ".arrears", version);
  g_autofree char *source
      = g_build_filename (g_getenv ("ARREARS_TEST_DATA"), "ledgers", name, NULL);
  ArrearsLedger *ledger;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  g_file_get_contents (source, &content, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, content, (gssize) size, &error);
  g_assert_no_error (error);
  ledger = arrears_ledger_open (path, &error);
  g_assert_no_error (error);
  return ledger;
}

static void
test_released_ledgers_open (void)
{
  gsize n_released;

  arrears_migration_list_released (&n_released);
  for (gsize version = 1; version <= n_released; version++)
    {
      g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
      g_autoptr (ArrearsLedger) ledger = open_released (folder, version);
      g_autoptr (ArrearsInvoice) invoice = NULL;
      g_autoptr (GError) error = NULL;

      assert_version (ledger, n_released);
      arrears_test_ledger_assert_sound (ledger);
      invoice = arrears_ledger_find_invoice (ledger, "XS-1", (ArrearsDay) { 738999 }, &error);
      g_assert_no_error (error);
      g_assert_cmpint (invoice->open.fen, ==, 40000);
    }
}

typedef struct
{
  gint64 open;
  gint64 unapplied;
} Totals;

static gboolean
add_account (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  Totals *totals = user_data;

  for (gsize i = 0; i < account->n_items; i++)
    totals->open += account->items[i].open.fen;
  totals->unapplied += account->unapplied.fen;
  return TRUE;
}

/* What the program of that schema answered. */
static void
test_old_ledger_keeps_its_answers (void)
{
  static const struct { const char *as_of; const char *open, *unapplied; guint n_receipts; } days[]
      = { { "2024-01-04", "0", "0", 0 },          { "2024-01-05", "1000.00", "0", 0 },
          { "2024-02-09", "1000.00", "0", 0 },    { "2024-02-10", "1250.50", "0", 0 },
          { "2024-02-20", "1339.38", "0", 0 },    { "2024-02-29", "1339.38", "0", 0 },
          { "2024-03-01", "1339.38", "50.00", 1 }, { "2024-03-04", "1339.38", "50.00", 1 },
          { "2024-03-05", "739.38", "150.00", 2 }, { "2024-03-07", "739.38", "150.00", 2 },
          { "2024-03-08", "689.38", "100.00", 2 }, { "2026-01-01", "689.38", "100.00", 2 } };
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsLedger) ledger = open_released (folder, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      ArrearsDay day = arrears_test_day (days[i].as_of);
      g_autoptr (GPtrArray) receipts = arrears_ledger_load_receipts (
          ledger, 0, ARREARS_RECEIPT_STATE_VALID, day, 9, NULL);
      g_autoptr (GPtrArray) log = arrears_ledger_load_log (ledger, 0, day, 0, 9, NULL);
      Totals totals = { 0 };

      g_assert_true (arrears_ledger_foreach_open_account (ledger, day, NULL, 0, add_account,
                                                          &totals, NULL));
      g_assert_cmpint (totals.open, ==, arrears_test_money (days[i].open).fen);
      g_assert_cmpint (totals.unapplied, ==, arrears_test_money (days[i].unapplied).fen);
      g_assert_cmpuint (receipts->len, ==, days[i].n_receipts);
      g_assert_cmpuint (log->len, ==, 5);
    }
}

/* On such a ledger work goes on, and what is done to it from then on is dated. */
static void
test_old_ledger_is_worked_on (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsLedger) ledger = open_released (folder, 1);
  ArrearsDay before = arrears_test_day ("2026-01-01");
  ArrearsDay after = arrears_test_day ("2026-01-02");
  Totals then = { 0 };
  Totals now = { 0 };

  arrears_ledger_set_day (ledger, after);
  g_assert_true (arrears_ledger_void_receipt (ledger, 1, "退票", NULL));
  arrears_test_ledger_add_log (ledger, 1, "清泉茶行", "退票");
  arrears_ledger_foreach_open_account (ledger, before, NULL, 0, add_account, &then, NULL);
  arrears_ledger_foreach_open_account (ledger, after, NULL, 0, add_account, &now, NULL);
  g_assert_cmpint (then.open, ==, 68938);
  g_assert_cmpint (then.unapplied, ==, 10000);
  g_assert_cmpint (now.open, ==, 128938);
  g_assert_cmpint (now.unapplied, ==, 0);
  arrears_test_ledger_assert_sound (ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/migration/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-ledger-goes-forward-after-a-copy", test_goes_forward_after_a_copy);
  ADD ("a-failure-leaves-the-ledger-as-it-was", test_failure_leaves_it_as_it_was);
  ADD ("the-step-before-a-failing-one-stays", test_step_before_the_failing_one_stays);
  ADD ("lost-references-are-a-failure", test_lost_references_are_a_failure);
  ADD ("a-table-can-be-built-anew", test_table_can_be_built_anew);
  ADD ("the-copy-replaces-nothing", test_copy_replaces_nothing);
#undef ADD
  g_test_add_func ("/migration/ledgers-of-every-released-schema-open", test_released_ledgers_open);
  g_test_add_func ("/migration/an-old-ledger-keeps-its-answers", test_old_ledger_keeps_its_answers);
  g_test_add_func ("/migration/an-old-ledger-is-worked-on", test_old_ledger_is_worked_on);
  return g_test_run ();
}

/* arrears-ledger.c: the ledger file (账本)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger.h"

#include "arrears-ledger-private.h"
#include "arrears-ledger-probe.h"
#include "arrears-new-file.h"
#include "arrears-query.h"
#include "arrears-store-error.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define BUSY_MILLISECONDS 10000

/* What a connection needs that a file does not keep. A schema that someone has tampered with may
 * call nothing, and pages are looked at before they are believed.
 */
static const char connection_pragmas[]
    = "PRAGMA foreign_keys = ON;"
      "PRAGMA synchronous = FULL;"
      "PRAGMA trusted_schema = OFF;"
      "PRAGMA cell_size_check = ON;"
      "PRAGMA temp_store = MEMORY;"
      "PRAGMA cache_size = -16000;"
      "PRAGMA journal_size_limit = 16777216";

static void
finalize_prepared (gpointer prepared)
{
  sqlite3_finalize (prepared);
}

static ArrearsLedger *
allocate_ledger (const char *path)
{
  ArrearsLedger *ledger = g_new0 (ArrearsLedger, 1);

  ledger->path = g_strdup (path);
  ledger->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_prepared);
  ledger->lowest_code = 1;
  return ledger;
}

static int
open_connection (ArrearsLedger *ledger, const char *name, int flags)
{
  int code;

  g_clear_pointer (&ledger->db, sqlite3_close);
  code = sqlite3_open_v2 (name, &ledger->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                          NULL);
  sqlite3_busy_timeout (ledger->db, BUSY_MILLISECONDS);
  sqlite3_db_config (ledger->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (code != SQLITE_OK)
    return code;
  return sqlite3_exec (ledger->db, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
}

/* A write-ahead log with something in it cannot be passed over: the ledger without it is an older
 * one, or half of one.
 */
static gboolean
has_pending_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* Reading a ledger takes a place for its write-ahead log. Where the folder gives none, nobody can
 * write there either, so that the file may be read as one that does not change.
 */
static int
open_unchanging (ArrearsLedger *ledger)
{
  g_autofree char *path = g_canonicalize_filename (ledger->path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_strconcat (uri, "?immutable=1", NULL);

  if (access (folder, W_OK) == 0 || has_pending_log (path))
    return SQLITE_CANTOPEN;
  return open_connection (ledger, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

/* (transfer full) */
static GError *
explain_unopened (ArrearsLedger *ledger, int code)
{
  g_autofree char *action = g_strdup_printf ("open %s", ledger->path);

  if ((code & 0xff) == SQLITE_NOTADB)
    {
      g_clear_pointer (&ledger->db, sqlite3_close);
      return arrears_ledger_probe_foreign (ledger->path);
    }
  if (code == SQLITE_CANTOPEN && has_pending_log (ledger->path))
    return g_error_new (ARREARS_ERROR, ARREARS_ERROR_PERMISSION,
                        "cannot %s: what was written last stands in its write-ahead log, which "
                        "takes a folder that can be written to", action);
  return arrears_store_error_new (ledger->db, code, action);
}

/* (transfer full) Takes `path` as it is; the file must be there, if only empty. */
static ArrearsLedger *
connect (const char *path, GError **error)
{
  g_autoptr (ArrearsLedger) ledger = allocate_ledger (path);
  int code = open_connection (ledger, path, SQLITE_OPEN_READWRITE);

  if ((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY)
    code = open_unchanging (ledger);
  if (code != SQLITE_OK)
    {
      g_propagate_error (error, explain_unopened (ledger, code));
      return NULL;
    }
  if (!arrears_ledger_execute (ledger, "set up the connection", connection_pragmas, error))
    return NULL;
  return g_steal_pointer (&ledger);
}

static gboolean
is_writable (ArrearsLedger *ledger)
{
  return sqlite3_db_readonly (ledger->db, "main") == 0;
}

/* A file keeps its journal mode; a copy may have come without. Nothing is lost where it cannot be
 * set: the next opening tries again.
 */
static void
write_ahead (ArrearsLedger *ledger)
{
  if (is_writable (ledger))
    sqlite3_exec (ledger->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
}

gboolean
arrears_ledger_execute (ArrearsLedger *ledger, const char *action, const char *sql,
                        GError **error)
{
  int code = sqlite3_exec (ledger->db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  g_propagate_error (error, arrears_store_error_new (ledger->db, code, action));
  return FALSE;
}

gboolean
arrears_ledger_load_pragma (ArrearsLedger *ledger, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "read the header", sql);

  return arrears_query_collect_integer (query, 0, value, error);
}

gboolean
arrears_ledger_explain_duplicate (GError **error, const char *thing, const char *value)
{
  if (error != NULL && g_error_matches (*error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE))
    {
      g_clear_error (error);
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE, "the %s %s is taken", thing,
                   value);
    }
  return FALSE;
}

gboolean
arrears_ledger_explain_missing (GError **error, GError **failure, const char *thing, gint64 id)
{
  if (*failure == NULL)
    g_set_error (failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "there is no %s with the id %" G_GINT64_FORMAT, thing, id);
  g_propagate_error (error, g_steal_pointer (failure));
  return FALSE;
}

static gboolean
fill_new_file (const char *path, const ArrearsMigration *migrations, gsize n_migrations,
               GError **error)
{
  g_autoptr (ArrearsLedger) ledger = connect (path, error);

  if (ledger == NULL)
    return FALSE;
  write_ahead (ledger);
  return arrears_migration_run (ledger, migrations, n_migrations, error);
}

static ArrearsLedger *
create_in_memory (const ArrearsMigration *migrations, gsize n_migrations, GError **error)
{
  g_autoptr (ArrearsLedger) ledger = connect (ARREARS_LEDGER_MEMORY, error);

  if (ledger == NULL || !arrears_migration_run (ledger, migrations, n_migrations, error))
    return NULL;
  return g_steal_pointer (&ledger);
}

ArrearsLedger *
arrears_ledger_create_with (const char *path, const ArrearsMigration *migrations,
                            gsize n_migrations, GError **error)
{
  g_autoptr (ArrearsNewFile) file = NULL;

  if (g_str_equal (path, ARREARS_LEDGER_MEMORY))
    return create_in_memory (migrations, n_migrations, error);
  file = arrears_new_file_begin (path, error);
  if (file == NULL
      || !fill_new_file (arrears_new_file_get_temporary_path (file), migrations, n_migrations,
                         error)
      || !arrears_new_file_commit (file, error))
    return NULL;
  return arrears_ledger_open_with (path, migrations, n_migrations, error);
}

ArrearsLedger *
arrears_ledger_create (const char *path, GError **error)
{
  gsize n_migrations;
  const ArrearsMigration *migrations = arrears_migration_list_released (&n_migrations);

  g_return_val_if_fail (path != NULL, NULL);

  return arrears_ledger_create_with (path, migrations, n_migrations, error);
}

/* FILE.before-1, or with a further number where someone has put such a file there already. */
static char *
name_copy (ArrearsLedger *ledger, gint64 version)
{
  g_autofree char *first
      = g_strdup_printf ("%s.before-%" G_GINT64_FORMAT, ledger->path, version);
  g_autofree char *name = g_strdup (first);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%d", first, i);
    }
  return g_steal_pointer (&name);
}

/* A migration that fails leaves the ledger as it was: the copy is then of no use. */
static gboolean
bring_forward (ArrearsLedger *ledger, const ArrearsMigration *migrations, gsize n_migrations,
               GError **error)
{
  g_autofree char *copy = NULL;
  gint64 version;

  if (!arrears_ledger_load_pragma (ledger, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version < 0 || version >= (gint64) n_migrations)
    return arrears_migration_run (ledger, migrations, n_migrations, error);
  copy = name_copy (ledger, version);
  if (!arrears_ledger_back_up (ledger, copy, error))
    return FALSE;
  if (arrears_migration_run (ledger, migrations, n_migrations, error))
    return TRUE;
  g_unlink (copy);
  return FALSE;
}

ArrearsLedger *
arrears_ledger_open_with (const char *path, const ArrearsMigration *migrations,
                          gsize n_migrations, GError **error)
{
  g_autoptr (ArrearsLedger) ledger = NULL;

  if (!arrears_ledger_probe_path (path, error))
    return NULL;
  ledger = connect (path, error);
  if (ledger == NULL || !arrears_ledger_probe_schema (ledger, error)
      || !bring_forward (ledger, migrations, n_migrations, error))
    return NULL;
  write_ahead (ledger);
  return g_steal_pointer (&ledger);
}

ArrearsLedger *
arrears_ledger_open (const char *path, GError **error)
{
  gsize n_migrations;
  const ArrearsMigration *migrations = arrears_migration_list_released (&n_migrations);

  g_return_val_if_fail (path != NULL, NULL);

  return arrears_ledger_open_with (path, migrations, n_migrations, error);
}

void
arrears_ledger_close (ArrearsLedger *ledger)
{
  g_return_if_fail (ledger->depth == 0);

  g_hash_table_unref (ledger->queries);
  if (sqlite3_close (ledger->db) != SQLITE_OK)
    g_critical ("a query is still open on %s", ledger->path);
  g_free (ledger->path);
  g_free (ledger);
}

const char *
arrears_ledger_get_path (const ArrearsLedger *ledger)
{
  return ledger->path;
}

void
arrears_ledger_interrupt (ArrearsLedger *ledger)
{
  sqlite3_interrupt (ledger->db);
}

ArrearsCompany *
arrears_ledger_load_company (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "load the company",
                            "SELECT name, uscc, address, phone, contact, bank, bank_account "
                            "FROM company");
  ArrearsCompany *company
      = arrears_query_collect_record (query, ARREARS_TYPE_COMPANY, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (company == NULL)
    company = arrears_company_new ();
  return company;
}

gboolean
arrears_ledger_save_company (ArrearsLedger *ledger, ArrearsCompany *company, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "save the company",
      "INSERT INTO company VALUES (1, :name, :uscc, :address, :phone, :contact, :bank, "
      ":bank_account) "
      "ON CONFLICT DO UPDATE SET name = :name, uscc = :uscc, address = :address, "
      "phone = :phone, contact = :contact, bank = :bank, bank_account = :bank_account");

  arrears_query_bind_record (query, company);
  return arrears_query_run (query, error);
}

void
arrears_ledger_set_day (ArrearsLedger *ledger, ArrearsDay day)
{
  g_return_if_fail (ledger != NULL);

  ledger->day = day;
}

ArrearsDay
arrears_ledger_get_day (const ArrearsLedger *ledger)
{
  return ledger->day;
}

ArrearsDay
arrears_ledger_get_recorded_on (const ArrearsLedger *ledger, ArrearsDay own_day)
{
  return arrears_day_is_set (ledger->day) ? ledger->day : own_day;
}

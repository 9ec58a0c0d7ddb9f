/* arrears-migration.c: bringing a ledger's schema forward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-migration.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"
#include "arrears-store-resource.h"

#define MIGRATIONS "/io/github/arrears/Arrears/store/migrations/"

static const char *const released_paths[] = {
  MIGRATIONS "0001-first-ledger.sql",
  MIGRATIONS "0002-receivables-in-full.sql",
};

/* GResource ends each file with a NUL that it does not count. Looked up in the room's own
 * resource: one that nobody names is dropped when a static library is linked.
 */
static const char *
load_sql (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (arrears_store_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("a migration is missing from the program: %s", error->message);
  return g_bytes_get_data (bytes, NULL);
}

const ArrearsMigration *
arrears_migration_list_released (gsize *n_migrations)
{
  static ArrearsMigration released[G_N_ELEMENTS (released_paths)];
  static gsize is_loaded = 0;

  if (g_once_init_enter (&is_loaded))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (released_paths); i++)
        released[i].sql = load_sql (released_paths[i]);
      g_once_init_leave (&is_loaded, 1);
    }
  *n_migrations = G_N_ELEMENTS (released_paths);
  return released;
}

static gboolean
check_references (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "check the references", "PRAGMA foreign_key_check");

  if (arrears_query_next (query))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED,
                   "a row of %s refers to a row of %s that is not there",
                   arrears_query_get_text (query, 0), arrears_query_get_text (query, 2));
      return FALSE;
    }
  return arrears_query_finish (query, error);
}

/* `version` is the one that this step leads to. */
static gboolean
run_one (ArrearsLedger *ledger, const ArrearsMigration *migration, gint64 version, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autofree char *action
      = g_strdup_printf ("bring the ledger to schema %" G_GINT64_FORMAT, version);
  g_autofree char *mark
      = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version);
  gint64 present;

  if (transaction == NULL
      || !arrears_ledger_load_pragma (ledger, "PRAGMA user_version", &present, error))
    return FALSE;
  if (present >= version) /* another program was faster */
    return TRUE;
  return arrears_ledger_execute (ledger, action, migration->sql, error)
         && check_references (ledger, error)
         && arrears_ledger_execute (ledger, action, mark, error)
         && arrears_transaction_commit (transaction, error);
}

gboolean
arrears_migration_run (ArrearsLedger *ledger, const ArrearsMigration *migrations,
                       gsize n_migrations, GError **error)
{
  gint64 version;
  gboolean is_done = TRUE;

  if (!arrears_ledger_load_pragma (ledger, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version < 0 || version > (gint64) n_migrations)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NEWER,
                   "%s has schema %" G_GINT64_FORMAT ", this program knows those up to %"
                   G_GSIZE_FORMAT, ledger->path, version, n_migrations);
      return FALSE;
    }

  if (version == (gint64) n_migrations)
    return TRUE;

  /* A table that is built anew would lose what refers to it. A pragma within a transaction would
   * do nothing.
   */
  if (!arrears_ledger_execute (ledger, "unfasten references", "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  for (gint64 i = version; is_done && i < (gint64) n_migrations; i++)
    is_done = run_one (ledger, &migrations[i], i + 1, error);
  return arrears_ledger_execute (ledger, "fasten references", "PRAGMA foreign_keys = ON",
                                 is_done ? error : NULL)
         && is_done;
}

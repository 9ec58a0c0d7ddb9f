/* arrears-ledger-back-up.c: a copy of the ledger while it is in use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-private.h"
#include "arrears-new-file.h"
#include "arrears-store-error.h"

/* In one step: copying by and by would begin anew each time that someone writes. */
static int
copy_pages (sqlite3 *from, sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return sqlite3_extended_errcode (to);
  sqlite3_backup_step (backup, -1);
  return sqlite3_backup_finish (backup);
}

static gboolean
copy_into (ArrearsLedger *ledger, const char *path, const char *action, GError **error)
{
  sqlite3 *copy = NULL;
  int code = sqlite3_open_v2 (path, &copy,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                              NULL);

  if (code == SQLITE_OK)
    code = copy_pages (ledger->db, copy);
  if (code != SQLITE_OK)
    g_propagate_error (error, arrears_store_error_new (copy, code, action));
  sqlite3_close (copy);
  return code == SQLITE_OK;
}

gboolean
arrears_ledger_back_up (ArrearsLedger *ledger, const char *path, GError **error)
{
  g_autoptr (ArrearsNewFile) file = NULL;
  g_autofree char *action = g_strdup_printf ("back the ledger up to %s", path);

  g_return_val_if_fail (ledger->depth == 0 || ledger->is_reading, FALSE);

  file = arrears_new_file_begin (path, error);
  return file != NULL
         && copy_into (ledger, arrears_new_file_get_temporary_path (file), action, error)
         && arrears_new_file_commit (file, error);
}

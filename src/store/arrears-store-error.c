/* arrears-store-error.c: what SQLite and the system report, as ARREARS_ERROR
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-store-error.h"

#include "arrears-error.h"

#include <errno.h>
#include <string.h>

static ArrearsError
map_errno (int number, ArrearsError otherwise)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return ARREARS_ERROR_DISK_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return ARREARS_ERROR_PERMISSION;
    case ENOENT:
    case ENOTDIR:
      return ARREARS_ERROR_NOT_FOUND;
    case EEXIST:
      return ARREARS_ERROR_EXISTS;
    default:
      return otherwise;
    }
}

static ArrearsError
map_constraint (int code)
{
  switch (code)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return ARREARS_ERROR_DUPLICATE;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return ARREARS_ERROR_NOT_FOUND;
    case SQLITE_CONSTRAINT_NOTNULL:
      return ARREARS_ERROR_MISSING;
    default:
      return ARREARS_ERROR_REFUSED;
    }
}

/* SQLite keeps the errno of the last call that failed, which may have come after the one that
 * mattered: it is believed where it explains, and never where it would blame the request.
 */
static ArrearsError
map_system (sqlite3 *db, ArrearsError otherwise)
{
  ArrearsError code = map_errno (sqlite3_system_errno (db), otherwise);

  return code == ARREARS_ERROR_DISK_FULL || code == ARREARS_ERROR_PERMISSION ? code : otherwise;
}

static ArrearsError
map_input_output (sqlite3 *db, int code)
{
  if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS)
    return ARREARS_ERROR_DAMAGED;
  return map_system (db, ARREARS_ERROR_ENVIRONMENT);
}

/* SQLite has no code for a sum that does not fit, nor for tables that are not those of the schema
 * or not as FTS5 left them. A query that is wrong in itself does not leave the tests.
 */
static ArrearsError
map_general (sqlite3 *db)
{
  if (strstr (sqlite3_errmsg (db), "integer overflow") != NULL)
    return ARREARS_ERROR_AMOUNT_TOO_LARGE;
  return ARREARS_ERROR_DAMAGED;
}

static ArrearsError
map_code (sqlite3 *db, int code)
{
  switch (code & 0xff)
    {
    case SQLITE_ERROR:
      return map_general (db);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return ARREARS_ERROR_DAMAGED;
    case SQLITE_FULL:
      return ARREARS_ERROR_DISK_FULL;
    case SQLITE_IOERR:
      return map_input_output (db, code);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return ARREARS_ERROR_PERMISSION;
    case SQLITE_CANTOPEN:
      return map_system (db, ARREARS_ERROR_PERMISSION);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return ARREARS_ERROR_LOCKED;
    case SQLITE_INTERRUPT:
      return ARREARS_ERROR_CANCELLED;
    case SQLITE_CONSTRAINT:
      return map_constraint (code);
    default:
      return ARREARS_ERROR_ENVIRONMENT;
    }
}

GError *
arrears_store_error_new (sqlite3 *db, int code, const char *action)
{
  const char *message = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);

  if ((code & 0xff) == SQLITE_IOERR && sqlite3_system_errno (db) != 0)
    return g_error_new (ARREARS_ERROR, (int) map_code (db, code), "cannot %s: %s: %s (SQLite %d)",
                        action, message, g_strerror (sqlite3_system_errno (db)), code);
  return g_error_new (ARREARS_ERROR, (int) map_code (db, code), "cannot %s: %s (SQLite %d)",
                      action, message, code);
}

GError *
arrears_store_error_new_from_errno (int number, const char *action)
{
  return g_error_new (ARREARS_ERROR, (int) map_errno (number, ARREARS_ERROR_ENVIRONMENT),
                      "cannot %s: %s", action, g_strerror (number));
}

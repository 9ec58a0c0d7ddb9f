/* arrears-transaction.c: a scope over which the ledger changes as a whole, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-private.h"
#include "arrears-query.h"

struct _ArrearsTransaction
{
  ArrearsLedger *ledger;
  guint depth;
  gboolean is_joined; /* part of the scope around it: begins and ends nothing */
  gboolean is_done;
  gint64 first_unindexed; /* as it was at the beginning */
};

static ArrearsTransaction *
open_scope (ArrearsLedger *ledger, gboolean is_joined)
{
  ArrearsTransaction *self = g_new0 (ArrearsTransaction, 1);

  self->ledger = ledger;
  self->is_joined = is_joined;
  self->first_unindexed = ledger->first_unindexed;
  self->depth = ++ledger->depth;
  return self;
}

static gboolean
run (ArrearsLedger *ledger, const char *action, const char *sql, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, action, sql);

  return arrears_query_run (query, error);
}

static gboolean
is_outermost (const ArrearsTransaction *self)
{
  return self->depth == 1;
}

/* SQLite would begin to read instead, and refuse at the first change. */
static gboolean
check_writable (ArrearsLedger *ledger, GError **error)
{
  if (sqlite3_db_readonly (ledger->db, "main") == 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_PERMISSION,
               "cannot begin to write: %s can only be read", ledger->path);
  return FALSE;
}

ArrearsTransaction *
arrears_transaction_begin (ArrearsLedger *ledger, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (!ledger->is_reading, NULL);

  if (!check_writable (ledger, error))
    return NULL;
  if (!run (ledger, "begin to write", ledger->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT step",
            error))
    return NULL;
  if (ledger->depth == 0)
    ledger->lowest_code = 1;
  return open_scope (ledger, FALSE);
}

ArrearsTransaction *
arrears_transaction_join (ArrearsLedger *ledger, GError **error)
{
  g_return_val_if_fail (!ledger->is_reading, NULL);

  if (ledger->depth > 0)
    return open_scope (ledger, TRUE);
  return arrears_transaction_begin (ledger, error);
}

ArrearsTransaction *
arrears_transaction_begin_reading (ArrearsLedger *ledger, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  if (ledger->depth > 0)
    return open_scope (ledger, TRUE);
  if (!run (ledger, "begin to read", "BEGIN", error))
    return NULL;
  ledger->is_reading = TRUE;
  return open_scope (ledger, FALSE);
}

static void
leave_scope (ArrearsTransaction *self)
{
  self->ledger->depth--;
  if (self->ledger->depth == 0)
    self->ledger->is_reading = FALSE;
}

/* The scope is left here already: whoever is told of the change reads the ledger at once. */
gboolean
arrears_transaction_commit (ArrearsTransaction *transaction, GError **error)
{
  ArrearsLedger *ledger = transaction->ledger;

  g_return_val_if_fail (!transaction->is_done, FALSE);
  g_return_val_if_fail (transaction->depth == ledger->depth, FALSE);

  if (!transaction->is_joined && is_outermost (transaction)
      && (!arrears_ledger_index_invoices (ledger, error)
          || !run (ledger, "write what was changed", "COMMIT", error)))
    return FALSE;
  if (!transaction->is_joined && !is_outermost (transaction)
      && !run (ledger, "keep a step", "RELEASE step", error))
    return FALSE;
  transaction->is_done = TRUE;
  leave_scope (transaction);
  return TRUE;
}

/* Rolling back fails only where SQLite has rolled back itself. */
static void
roll_back (ArrearsTransaction *self)
{
  ArrearsLedger *ledger = self->ledger;

  ledger->first_unindexed = self->first_unindexed;
  ledger->lowest_code = 1;
  if (sqlite3_get_autocommit (ledger->db) != 0)
    return;
  sqlite3_exec (ledger->db,
                is_outermost (self) ? "ROLLBACK" : "ROLLBACK TO step; RELEASE step", NULL, NULL,
                NULL);
}

void
arrears_transaction_end (ArrearsTransaction *transaction)
{
  if (!transaction->is_done)
    {
      g_return_if_fail (transaction->depth == transaction->ledger->depth);

      if (!transaction->is_joined)
        roll_back (transaction);
      leave_scope (transaction);
    }
  g_free (transaction);
}

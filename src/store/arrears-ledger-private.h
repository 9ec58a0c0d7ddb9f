/* arrears-ledger-private.h: the ledger as the store itself sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "arrears-grade.h"
#include "arrears-ledger.h"
#include "arrears-migration.h"

G_BEGIN_DECLS

struct _ArrearsLedger
{
  char *path;
  sqlite3 *db;
  GHashTable *queries;    /* SQL text to the prepared sqlite3_stmt that nobody uses now */
  ArrearsDay day;         /* on which entries are made; may be not set */
  guint depth;            /* scopes that are open, one within the other */
  gboolean is_reading;    /* the outermost of them is a read scope */
  gint64 first_unindexed; /* of the invoices that the search index does not know yet; 0: none */
  gint64 lowest_code;     /* all lower customer codes are taken; for one write scope */
};

#define ARREARS_LEDGER_MEMORY ":memory:"

/* The file holds the word of a grade, a record its number: its place in BAC, less one; B for what
 * is no grade.
 */
#define ARREARS_LEDGER_GRADE_NUMBER "max (instr ('BAC', grade) - 1, 0)"
#define ARREARS_LEDGER_GRADE_WORD "substr ('BAC', :grade + 1, 1)"
G_STATIC_ASSERT (ARREARS_GRADE_B == 0 && ARREARS_GRADE_A == 1 && ARREARS_GRADE_C == 2);

/* As arrears_ledger_open() and _create(), with another list of migrations than the released one:
 * for tests of what comes after it.
 */
ArrearsLedger *arrears_ledger_open_with   (const char *path, const ArrearsMigration *migrations,
                                           gsize n_migrations, GError **error);
ArrearsLedger *arrears_ledger_create_with (const char *path, const ArrearsMigration *migrations,
                                           gsize n_migrations, GError **error);

/* Runs one or several queries that return nothing and bind nothing. */
gboolean arrears_ledger_execute (ArrearsLedger *ledger, const char *action, const char *sql,
                                 GError **error);

/* The integer that a pragma of the main database returns. */
gboolean arrears_ledger_load_pragma (ArrearsLedger *ledger, const char *sql, gint64 *value,
                                     GError **error);

/* A write scope for a call whose only change is one query: the caller's where one is open,
 * without a step of its own within it.
 */
ArrearsTransaction *arrears_transaction_join (ArrearsLedger *ledger, GError **error);

/* The day to note on an entry whose own day is `own_day`. */
ArrearsDay arrears_ledger_get_recorded_on (const ArrearsLedger *ledger, ArrearsDay own_day);

/* Brings the search index up to the last invoice. */
gboolean arrears_ledger_index_invoices (ArrearsLedger *ledger, GError **error);

/* Sets a message that names the value where the error is ARREARS_ERROR_DUPLICATE. Returns FALSE. */
gboolean arrears_ledger_explain_duplicate (GError **error, const char *thing, const char *value);

G_END_DECLS

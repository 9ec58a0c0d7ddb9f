/* arrears-ledger-private.h: the ledger as the store itself sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "arrears-grade.h"
#include "arrears-invoice.h"
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

/* Of an allocation a, receipt r or invoice i: it had been made by :as_of, was known on :known_on,
 * and was not yet undone, void or ended as far as was known. The + keeps SQLite from looking for
 * open invoices by the day on which the others ended.
 */
#define ARREARS_LEDGER_ALLOCATION_COUNTS                                                           \
  "a.allocated_on <= :as_of AND a.recorded_on <= :known_on "                                       \
  "AND (a.undone_on = 0 OR a.undone_on > :known_on) "
#define ARREARS_LEDGER_RECEIPT_COUNTS                                                              \
  "r.received_on <= :as_of AND r.recorded_on <= :known_on "                                        \
  "AND (r.voided_on = 0 OR r.voided_on > :known_on) "
#define ARREARS_LEDGER_INVOICE_COUNTS                                                              \
  "i.issued_on <= :as_of AND i.recorded_on <= :known_on "                                          \
  "AND (+i.ended_on = 0 OR +i.ended_on > :known_on) "

#define ARREARS_LEDGER_OPEN_THEN                                                                   \
  "iif (i.ended_on BETWEEN 1 AND :known_on, 0, i.amount_fen - "                                    \
  "(SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a WHERE a.invoice_id = i.id "          \
  "AND a.part = 'principal' AND " ARREARS_LEDGER_ALLOCATION_COUNTS "))"

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

/* Takes back all allocations of a receipt, and what was paid back of it. */
gboolean arrears_ledger_undo_all_of_receipt (ArrearsLedger *ledger, gint64 receipt_id,
                                             GError **error);

/* Whether anything was entered, undone, ended or changed, or counts, after a day, so that accounts on
 * it are not simply what is stored.
 */
gboolean arrears_ledger_is_past (ArrearsLedger *ledger, ArrearsDay as_of, gboolean *is_past,
                                 GError **error);

/* Brings the search index up to the last invoice. */
gboolean arrears_ledger_index_invoices (ArrearsLedger *ledger, GError **error);

/* Brings it up to the texts of an invoice that were changed. */
gboolean arrears_ledger_index_anew (ArrearsLedger *ledger, ArrearsInvoice *before,
                                    ArrearsInvoice *now, GError **error);

/* Sets a message that names the value where the error is ARREARS_ERROR_DUPLICATE. Returns FALSE. */
gboolean arrears_ledger_explain_duplicate (GError **error, const char *thing, const char *value);

/* Hands on why nothing was found: `failure`, or ARREARS_ERROR_NOT_FOUND where there is none. Returns
 * FALSE.
 */
gboolean arrears_ledger_explain_missing (GError **error, GError **failure, const char *thing,
                                         gint64 id);

G_END_DECLS

/* arrears-ledger.h: the ledger file (账本)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "arrears-company.h"
#include "arrears-day.h"
#include "arrears-error.h"

G_BEGIN_DECLS

/* One connection to one ledger: an SQLite file that can be copied to a USB stick. A connection
 * belongs to one thread at a time; open the file once more for another thread. What one call does
 * is done in one transaction: the caller's where one is open, else one of its own.
 *
 * Every call that takes `error` may give ARREARS_ERROR_DAMAGED (the file is not a sound ledger),
 * _DISK_FULL, _PERMISSION, _LOCKED (another writer for longer than ten seconds), _ENVIRONMENT or
 * _CANCELLED (interrupted); further codes are named where they occur.
 */
typedef struct _ArrearsLedger ArrearsLedger;

/* Makes a new ledger; the file must not exist (ARREARS_ERROR_EXISTS). Written beside and renamed,
 * so that a half-made ledger is never seen. ":memory:" makes one for tests.
 */
ArrearsLedger *arrears_ledger_create (const char *path, GError **error);

/* Opens a ledger, bringing an older schema forward after a copy was made beside it
 * (FILE.before-N). ARREARS_ERROR_NOT_FOUND, _NEWER, _FORMAT (a file of another kind) or _DAMAGED.
 * Where nothing can be written it is opened for reading: changes give ARREARS_ERROR_PERMISSION.
 */
ArrearsLedger *arrears_ledger_open (const char *path, GError **error);

void arrears_ledger_close (ArrearsLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsLedger, arrears_ledger_close)

const char *arrears_ledger_get_path (const ArrearsLedger *ledger);

/* Makes the query that runs on this connection end with ARREARS_ERROR_CANCELLED. The only call
 * that another thread may make.
 */
void arrears_ledger_interrupt (ArrearsLedger *ledger);

/* A write scope: BEGIN IMMEDIATE now, rolled back at the end of the C scope unless committed.
 * Within another write scope it is a step of it, which can be rolled back alone and is committed
 * with the whole. Scopes end in the reverse order of their beginning.
 *     g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
 *     if (transaction == NULL) return FALSE;
 *     ...
 *     return arrears_transaction_commit (transaction, error);
 */
typedef struct _ArrearsTransaction ArrearsTransaction;

ArrearsTransaction *arrears_transaction_begin  (ArrearsLedger *ledger, GError **error);
gboolean            arrears_transaction_commit (ArrearsTransaction *transaction, GError **error);
void                arrears_transaction_end    (ArrearsTransaction *transaction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsTransaction, arrears_transaction_end)

/* A read scope over which all queries see the same ledger. Ends as above; nothing to commit, and
 * nothing may be changed in it. Within another scope it is part of that one.
 */
ArrearsTransaction *arrears_transaction_begin_reading (ArrearsLedger *ledger, GError **error);

/* The day on which entries are being made: each notes it as its recorded_on. Set by whoever opened
 * the ledger; while it is not, an entry counts as made on its own day.
 */
void       arrears_ledger_set_day (ArrearsLedger *ledger, ArrearsDay day);
ArrearsDay arrears_ledger_get_day (const ArrearsLedger *ledger);

/* As of a day: every call that takes `as_of` answers with what had happened up to and with that
 * day, as far as it had been entered by then; so it gives the same answer whenever it is asked. On
 * days before the ledger was begun (the day on which its first invoice was entered) nobody asked:
 * they are answered with all that is known now.
 */

/* The user's own firm; empty texts before it was set. (transfer full) */
ArrearsCompany *arrears_ledger_load_company (ArrearsLedger *ledger, GError **error);
gboolean        arrears_ledger_save_company (ArrearsLedger *ledger, ArrearsCompany *company,
                                             GError **error);

/* Settings by name, as they are and as they were on a day; NULL without error where it was not set.
 * "log_head" is the log's own. (transfer full)
 */
char    *arrears_ledger_load_setting (ArrearsLedger *ledger, const char *name, GError **error);
char    *arrears_ledger_load_setting_then (ArrearsLedger *ledger, const char *name,
                                           ArrearsDay as_of, GError **error);
gboolean arrears_ledger_save_setting (ArrearsLedger *ledger, const char *name, const char *value,
                                      GError **error);

/* Checks everything that can be checked: SQLite's structure, foreign keys, that every stored open
 * and unapplied amount equals what its entries come to, no allocation beyond an invoice, a receipt
 * or a credit note or of what is void, instalments that add up, entries of registers that belong
 * together, hashes of documents and vouchers, numbers of documents without gaps, the chain of the
 * log (a changed, removed, swapped or inserted entry is named). Returns an array of technical
 * sentences, one a fault, empty where all is well; NULL only where the check itself could not run.
 */
GStrv arrears_ledger_verify (ArrearsLedger *ledger, GError **error);

/* A consistent copy of the ledger while it is in use; written beside, synced and renamed. Not
 * within a write scope. ARREARS_ERROR_EXISTS where `path` stands already.
 */
gboolean arrears_ledger_back_up (ArrearsLedger *ledger, const char *path, GError **error);

G_END_DECLS

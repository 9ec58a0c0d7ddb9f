/* arrears-ledger-checks.h: what arrears_ledger_verify() is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"

G_BEGIN_DECLS

/* Adds a sentence to `faults` for each fault; FALSE where the check could not run. */
typedef gboolean (*ArrearsLedgerCheck) (ArrearsLedger *ledger, GPtrArray *faults, GError **error);

/* The query returns the sentences. */
gboolean arrears_ledger_check_by_query (ArrearsLedger *ledger, const char *action, const char *sql,
                                        GPtrArray *faults, GError **error);

/* The query returns what each thing is called, the SHA-256 it was stored with, and its bytes. */
gboolean arrears_ledger_check_hashes (ArrearsLedger *ledger, const char *action, const char *sql,
                                      GPtrArray *faults, GError **error);

/* The account: what is stored as open and unapplied is what the entries come to, and they fit. */
gboolean arrears_ledger_check_invoices    (ArrearsLedger *ledger, GPtrArray *faults,
                                           GError **error);
gboolean arrears_ledger_check_instalments (ArrearsLedger *ledger, GPtrArray *faults,
                                           GError **error);
gboolean arrears_ledger_check_receipts    (ArrearsLedger *ledger, GPtrArray *faults,
                                           GError **error);
gboolean arrears_ledger_check_allocations (ArrearsLedger *ledger, GPtrArray *faults,
                                           GError **error);

/* What is kept beside it, and what it refers to. */
gboolean arrears_ledger_check_changes   (ArrearsLedger *ledger, GPtrArray *faults, GError **error);
gboolean arrears_ledger_check_registers (ArrearsLedger *ledger, GPtrArray *faults, GError **error);
gboolean arrears_ledger_check_vouchers  (ArrearsLedger *ledger, GPtrArray *faults, GError **error);

G_END_DECLS

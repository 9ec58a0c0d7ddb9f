/* arrears-test-ledger.h: ledgers with something in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger-customers.h"
#include "arrears-ledger-documents.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-log.h"
#include "arrears-ledger-receipts.h"

G_BEGIN_DECLS

/* Whatever fails in here ends the test. Days and amounts as arrears-test-values.h reads them. */

/* A new ledger, in memory where path is NULL. */
ArrearsLedger *arrears_test_ledger_create (const char *path);

/* Records with the texts given and something sensible in every other field. (transfer full) */
ArrearsCustomer *arrears_test_ledger_make_customer (const char *code, const char *name);
ArrearsInvoice  *arrears_test_ledger_make_invoice  (gint64 customer_id, const char *number,
                                                    const char *issued_on, const char *due_on,
                                                    const char *amount);
ArrearsReceipt  *arrears_test_ledger_make_receipt  (gint64 customer_id, const char *kind,
                                                    const char *received_on, const char *amount,
                                                    const char *reference);
ArrearsDocument *arrears_test_ledger_make_document (gint64 customer_id, const char *number,
                                                    const char *issued_on);
ArrearsLogEntry *arrears_test_ledger_make_log_entry (gint64 customer_id, const char *subject,
                                                     const char *note);

/* The same, stored; return the id. */
gint64 arrears_test_ledger_add_customer (ArrearsLedger *ledger, const char *code,
                                         const char *name);
gint64 arrears_test_ledger_add_invoice  (ArrearsLedger *ledger, gint64 customer_id,
                                         const char *number, const char *issued_on,
                                         const char *due_on, const char *amount);
gint64 arrears_test_ledger_add_receipt  (ArrearsLedger *ledger, gint64 customer_id,
                                         const char *received_on, const char *amount);
gint64 arrears_test_ledger_add_document (ArrearsLedger *ledger, gint64 customer_id,
                                         const char *number, const char *issued_on);
void   arrears_test_ledger_add_log      (ArrearsLedger *ledger, gint64 customer_id,
                                         const char *subject, const char *note);
void   arrears_test_ledger_allocate     (ArrearsLedger *ledger, gint64 receipt_id,
                                         gint64 invoice_id, const char *allocated_on,
                                         const char *amount);

/* A small shop: two customers, three invoices, a receipt, a credit note, allocations, a document
 * and five log entries.
 */
void arrears_test_ledger_fill (ArrearsLedger *ledger);

/* Puts to it what schema 2 knows beside: an invoice split in two, a void receipt and one of which a
 * part was paid back, a dispute, a pause, a promise withdrawn, a voucher, a policy and a changed
 * customer, all of the second customer.
 */
void arrears_test_ledger_fill_registers (ArrearsLedger *ledger);

/* Two records are equal in every field. */
void arrears_test_ledger_assert_equal (gpointer found, gpointer expected);

/* Verifying finds nothing. */
void arrears_test_ledger_assert_sound (ArrearsLedger *ledger);

/* Verifying finds a fault whose sentence contains `part`. */
void arrears_test_ledger_assert_fault (ArrearsLedger *ledger, const char *part);

/* Runs SQL on the file behind the back of the store. */
void arrears_test_ledger_tamper (const char *path, const char *sql);

G_END_DECLS

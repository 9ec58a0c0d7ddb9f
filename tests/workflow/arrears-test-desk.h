/* arrears-test-desk.h: a bookkeeper's desk over a ledger file, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-account-page.h"
#include "arrears-desk.h"
#include "arrears-import.h"
#include "arrears-listing.h"
#include "arrears-payment.h"
#include "arrears-test-folder.h"

G_BEGIN_DECLS

/* Whatever fails in here ends the test, unless an error is asked for. Days and amounts as
 * arrears-test-values.h reads them.
 */

/* 2026-11-20 09:30 in China, whatever the desk's day. */
#define ARREARS_TEST_NOW G_GINT64_CONSTANT (1795138200)
ArrearsInstant arrears_test_desk_read_clock (void);

/* A new ledger in the folder, and one that stands there. */
ArrearsDesk *arrears_test_desk_new (ArrearsTestFolder *folder, const char *name, const char *as_of);
ArrearsDesk *arrears_test_desk_open (const char *path, const char *as_of);

void arrears_test_desk_set_day (ArrearsDesk *desk, const char *as_of);

/* The particulars that a letter needs. */
void arrears_test_desk_set_company (ArrearsDesk *desk);

/* Takes in a file, all or nothing; `options` may be NULL. */
ArrearsImportReport *arrears_test_desk_import (ArrearsDesk *desk, ArrearsImportKind kind,
                                               const char *path, const char *map,
                                               const ArrearsImportOptions *options,
                                               gboolean is_dry_run);

/* The same of a CSV text, through a file that is gone afterwards. */
ArrearsImportReport *arrears_test_desk_import_text (ArrearsDesk *desk, ArrearsImportKind kind,
                                                    const char *text,
                                                    const ArrearsImportOptions *options);

/* Every count and sum of a report and every fault, but not whether it was taken. */
char *arrears_test_desk_describe_report (const ArrearsImportReport *report);

/* Rows of a sheet, which must all be taken: code,name,terms,grade and
 * code,number,issued,due,amount,paid,contract, a line each.
 */
void arrears_test_desk_add_customers (ArrearsDesk *desk, const char *rows);
void arrears_test_desk_add_invoices (ArrearsDesk *desk, const char *rows);

gint64 arrears_test_desk_find (ArrearsDesk *desk, const char *code);
ArrearsAccountPage *arrears_test_desk_load_page (ArrearsDesk *desk, const char *code);

/* The account as the list of accounts shows it. */
ArrearsAccount *arrears_test_desk_load_account (ArrearsDesk *desk, const char *code);

/* The invoice as the list of invoices shows it. */
ArrearsInvoice *arrears_test_desk_load_invoice (ArrearsDesk *desk, const char *number);

/* Every record of a listing, in its order. */
GPtrArray *arrears_test_desk_list (ArrearsDesk *desk, const ArrearsListing *listing);

/* A payment as "XS-1 100.00, XS-2 50.00, rest 3.00"; `invoice` may be NULL. */
char *arrears_test_desk_pay (ArrearsDesk *desk, const char *code, const char *amount,
                             const char *on, const char *invoice);

/* Verifying finds nothing. */
void arrears_test_desk_assert_sound (ArrearsDesk *desk);

/* What an SQL query finds, a line each row, asked behind the back of the store. */
char *arrears_test_desk_ask (ArrearsDesk *desk, const char *sql);

/* All that is in the ledger, table by table, as text. Two ledgers in which the same was done on
 * the same day read alike.
 */
char *arrears_test_desk_dump (ArrearsDesk *desk);

G_END_DECLS

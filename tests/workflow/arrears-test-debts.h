/* arrears-test-debts.h: debts, what pays them and what they cost, in few words, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-charge-balance.h"
#include "arrears-payment.h"
#include "arrears-receipts.h"
#include "arrears-rules.h"
#include "arrears-test-desk.h"

G_BEGIN_DECLS

/* Whatever fails in here ends the test. */

/* What a contract of a customer says about paying late; `signed_on` may be NULL. */
void arrears_test_debts_set_terms (ArrearsDesk *desk, const char *code, const char *contract,
                                   const char *terms, const char *signed_on);

/* One of the rules, as arrears_rules_set_value() reads it. */
void arrears_test_debts_set_rule (ArrearsDesk *desk, const char *name, const char *value);

void arrears_test_debts_add_cost (ArrearsDesk *desk, const char *invoice, const char *amount,
                                  const char *on);

/* "XS-1 charge 10.00, XS-1 principal 90.00, rest 3.00". */
char *arrears_test_debts_describe (const ArrearsPaymentResult *result);

/* "XS-1 charge 10.00, XS-2 rest 0.03": what is to be asked about. */
char *arrears_test_debts_describe_leftovers (const ArrearsPaymentResult *result);

/* Records a payment in an order (NULL: what is agreed) and describes what it did. */
char *arrears_test_debts_pay (ArrearsDesk *desk, const char *code, const char *amount,
                              const char *on, const char *order);

/* The same by hand: "XS-1 principal 90.00, XS-1 charge 10.00". */
char *arrears_test_debts_share (ArrearsDesk *desk, const char *code, const char *amount,
                                const char *on, const char *shares);

/* Shares as above, whose texts live as long as the array. */
GArray *arrears_test_debts_parse_shares (const char *text, GStrv *words);

ArrearsChargeBalance arrears_test_debts_load_charge (ArrearsDesk *desk, const char *invoice);

/* Its unpaid charge is so many yuan. */
void arrears_test_debts_assert_charge (ArrearsDesk *desk, const char *invoice,
                                       const char *expected);

/* What is open of it is so many yuan, as the list of invoices shows it. */
void arrears_test_debts_assert_open (ArrearsDesk *desk, const char *invoice, const char *expected);

/* The last receipt, credit note or write-off that was entered. */
gint64 arrears_test_debts_find_last_receipt (ArrearsDesk *desk);

G_END_DECLS

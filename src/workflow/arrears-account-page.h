/* arrears-account-page.h: one account in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-account.h"
#include "arrears-contract.h"
#include "arrears-crediting.h"
#include "arrears-customer.h"
#include "arrears-desk.h"
#include "arrears-invoice.h"
#include "arrears-log-entry.h"
#include "arrears-receipt.h"

G_BEGIN_DECLS

typedef struct
{
  ArrearsCustomer *customer;
  ArrearsAccount *account;
  ArrearsMoney charge;   /* late charge of all open items up to the day, and what was kept of
                            those whose principal is paid */
  GPtrArray *invoices;   /* of ArrearsInvoice: open items by due day, each with its charge and the
                            end of its limitation period */
  GPtrArray *kept;       /* of ArrearsInvoice: principal paid, a charge kept as a claim, or costs
                            unpaid */
  GPtrArray *contracts;  /* of ArrearsContract */
  GPtrArray *receipts;   /* of ArrearsReceipt, void ones too, latest first, at most 500 */
  GPtrArray *log;        /* of ArrearsLogEntry, latest first, at most 500 */
  GPtrArray *promises;   /* of ArrearsJudgedPromise, latest first, those ended too */
  GPtrArray *disputes;   /* of ArrearsDispute, latest first, those ended too */
  GPtrArray *pauses;     /* of ArrearsPause, latest first, those that are over too */
  GPtrArray *marks;      /* of ArrearsMark, latest first: those that hold */
  GPtrArray *guarantees; /* of ArrearsGuarantee that stand */
  GPtrArray *costs;      /* of ArrearsCost that stand */
  ArrearsCreditReport *credit;
  ArrearsDay follow_up_on; /* the next step that the latest contact planned; not set: none */
} ArrearsAccountPage;

/* Loads and computes an account for the desk's day. ARREARS_ERROR_NOT_FOUND. */
ArrearsAccountPage *arrears_account_page_load (ArrearsDesk *desk, gint64 customer_id,
                                               GError **error);
void                arrears_account_page_free (ArrearsAccountPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsAccountPage, arrears_account_page_free)

/* The id of the customer with a code. 0 with ARREARS_ERROR_NOT_FOUND. */
gint64 arrears_account_find (ArrearsDesk *desk, const char *code, GError **error);

/* The contract of a customer with this number or, where there is none, a new one that is not yet
 * saved, its id 0. (transfer full)
 */
ArrearsContract *arrears_account_find_contract (ArrearsDesk *desk, gint64 customer_id,
                                                const char *number, GError **error);

/* Enters what a contract says about paying late, its title and the day it was signed; one whose id
 * is 0 is added: ARREARS_ERROR_MISSING without a number, _DUPLICATE where the customer has one with
 * it. Refuses terms, a ceiling and an order of payment that cannot be read, and grace of less than
 * no days. Logged.
 */
gboolean arrears_account_save_contract (ArrearsDesk *desk, ArrearsContract *contract,
                                        GError **error);

/* Corrects the particulars of a customer (name, address, contact, terms, grade, owner, policy,
 * order of payment ...); a past day keeps those that held on it. Refuses an empty name, a code of
 * wrong length or alphabet and an unknown order of payment. Logged.
 */
gboolean arrears_account_save_customer (ArrearsDesk *desk, ArrearsCustomer *customer,
                                        GError **error);

G_END_DECLS

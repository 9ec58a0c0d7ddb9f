/* arrears-payment-form.h: what is typed about money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-payment.h"

G_BEGIN_DECLS

/* What is owed of one part of an invoice, and how much of it the user allocates by hand. */
typedef struct
{
  char *invoice_number;
  ArrearsAllocationPart part;
  ArrearsMoney owed;
  char *amount; /* as typed; empty: nothing */
} ArrearsPaymentFormShare;

/* All as typed. */
typedef struct
{
  gint64 customer_id;
  ArrearsDay as_of; /* no money is received later than this */
  char *amount;
  char *on;
  char *reference;
  char *invoice_number; /* that the payer named; empty: none */
  char *order;          /* a word of ArrearsPaymentOrder; empty: as agreed, or the ledger's rule */
  gboolean is_by_hand;  /* the shares count, in place of all rules */
  GPtrArray *shares;    /* of ArrearsPaymentFormShare */
} ArrearsPaymentForm;

/* The names of its typed fields, in their order on the screen. */
extern const char *const arrears_payment_form_fields[];

void arrears_payment_form_init (ArrearsPaymentForm *form, gint64 customer_id, ArrearsDay as_of);
void arrears_payment_form_clear (ArrearsPaymentForm *form);
void arrears_payment_form_copy (const ArrearsPaymentForm *form, ArrearsPaymentForm *copy);

/* Its amount is empty. (transfer none) */
ArrearsPaymentFormShare *arrears_payment_form_add_share (ArrearsPaymentForm *form,
                                                         const char *invoice_number,
                                                         ArrearsAllocationPart part,
                                                         ArrearsMoney owed);

void arrears_payment_form_set_text (ArrearsPaymentForm *form, const char *field, const char *text);

/* GArray of ArrearsFormIssue: an amount above zero and a day that is not after the desk's are
 * needed; by hand, so are shares: amounts that are owed and that the amount covers (issue of
 * "by_hand_row").
 * (transfer full)
 */
GArray *arrears_payment_form_check (const ArrearsPaymentForm *form);

/* Whether one share is an amount up to what is owed; nothing at all is. */
gboolean arrears_payment_form_check_share (const ArrearsPaymentFormShare *share, GError **error);

/* What the shares leave of the amount; nothing where either cannot be read. */
ArrearsMoney arrears_payment_form_get_rest (const ArrearsPaymentForm *form);

/* The payment, with texts that the form lends and shares that are written to `shares` (GArray of
 * ArrearsPaymentShare). FALSE where the check finds anything.
 */
gboolean arrears_payment_form_get_payment (const ArrearsPaymentForm *form, GArray *shares,
                                           ArrearsPayment *payment);

G_END_DECLS

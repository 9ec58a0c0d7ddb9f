/* arrears-payment-form.h: what is typed about money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-payment.h"

G_BEGIN_DECLS

/* All as typed. */
typedef struct
{
  gint64 customer_id;
  ArrearsDay as_of; /* no money is received later than this */
  char *amount;
  char *on;
  char *reference;
  char *invoice_number; /* that the payer named; empty: none */
} ArrearsPaymentForm;

/* The names of its typed fields, in their order on the screen. */
extern const char *const arrears_payment_form_fields[];

void arrears_payment_form_init  (ArrearsPaymentForm *form, gint64 customer_id, ArrearsDay as_of);
void arrears_payment_form_clear (ArrearsPaymentForm *form);

void arrears_payment_form_set_text (ArrearsPaymentForm *form, const char *field, const char *text);

/* GArray of ArrearsFormIssue: an amount above zero and a day that is not after the desk's are
 * needed. (transfer full)
 */
GArray *arrears_payment_form_check (const ArrearsPaymentForm *form);

/* The payment, with texts that the form lends. FALSE where the check finds anything. */
gboolean arrears_payment_form_get_payment (const ArrearsPaymentForm *form,
                                           ArrearsPayment *payment);

G_END_DECLS

/* arrears-demand.h: what a letter claims (催款)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-company.h"
#include "arrears-contract.h"
#include "arrears-customer.h"
#include "arrears-invoice.h"
#include "arrears-late-charge.h"

G_BEGIN_DECLS

/* One invoice in a demand. Owns its members. */
typedef struct
{
  ArrearsInvoice *invoice;   /* open and days_overdue as of the demand's day, after unapplied money */
  ArrearsMoney left_out;     /* unpaid as well, but contested or resting: not claimed */
  ArrearsContract *contract; /* NULL where the invoice names none */
  gboolean is_agreed;        /* the charge rests on the contract's clause, not on the statute */
  ArrearsChargeTerms terms;
  ArrearsLateCharge charge;
} ArrearsDemandLine;

/* All facts of a demand letter, none of its words. What is claimed is what was owed at the moment
 * it was made: no item that was not overdue, paid, or covered by unapplied money.
 */
typedef struct
{
  ArrearsCompany *creditor;
  ArrearsCustomer *debtor;
  char *number;          /* of the document; empty in a preview */
  ArrearsDay issued_on;
  ArrearsDay as_of;
  ArrearsDay pay_by;     /* a workday */
  ArrearsDay dispute_by; /* until when objections are asked for; on or before pay_by */
  GPtrArray *lines;      /* of ArrearsDemandLine, by due day and number */
  ArrearsMoney principal;
  ArrearsMoney charge;
  ArrearsMoney left_out;   /* of these items: contested or resting, and not claimed */
  ArrearsMoney unapplied;  /* money received and not yet allocated, already taken off the lines */
  ArrearsDay lpr_table_end; /* the last publication that the program knew */
} ArrearsDemand;

ArrearsDemand *arrears_demand_new  (void);
void           arrears_demand_free (ArrearsDemand *demand);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsDemand, arrears_demand_free)

/* Takes the line's members over and adds it to the totals. An overflow is
 * ARREARS_ERROR_AMOUNT_TOO_LARGE; the line is then freed.
 */
gboolean arrears_demand_take_line (ArrearsDemand *demand, ArrearsDemandLine *line, GError **error);

G_END_DECLS

/* arrears-flags.h: which accounts crossed a threshold (预警), and what is owed in all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-account.h"
#include "arrears-aging.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

/* Accounts at stage 1 or higher on the desk's day, most urgent first: by stage, then by the amount
 * overdue, then by days, then by customer. One pass over the open items. GPtrArray of ArrearsAccount.
 */
GPtrArray *arrears_flags_list (ArrearsDesk *desk, GError **error);

/* What the head of Today shows. */
typedef struct
{
  ArrearsAging aging;        /* of the whole ledger; its total is the balance */
  ArrearsMoney overdue;
  ArrearsMoney unapplied;
  guint n_accounts;          /* with something open */
  guint n_flagged;
  guint n_by_stage[7];       /* accounts at each stage, 0 unused */
} ArrearsOverview;

gboolean arrears_overview_compute (ArrearsDesk *desk, ArrearsOverview *overview, GError **error);

typedef struct
{
  char *customer_code;
  char *customer_name;
  char *invoice_number; /* NULL by customer */
  ArrearsAging aging;
} ArrearsAgingRow;

typedef struct
{
  GPtrArray *rows; /* of ArrearsAgingRow, by code (and due day and number of the invoice) */
  ArrearsAging totals;
} ArrearsAgingReport;

/* Open amounts by bucket on the desk's day, before unapplied money is taken off. */
ArrearsAgingReport *arrears_aging_report_run  (ArrearsDesk *desk, gboolean by_invoice,
                                               GError **error);
void                arrears_aging_report_free (ArrearsAgingReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsAgingReport, arrears_aging_report_free)

G_END_DECLS

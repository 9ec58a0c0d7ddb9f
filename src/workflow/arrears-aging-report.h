/* arrears-aging-report.h: open amounts of the whole ledger by how long they are overdue (账龄表)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-aging.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

typedef struct
{
  char *customer_code;
  char *customer_name;
  char *invoice_number; /* NULL by customer */
  ArrearsDay due_on;    /* of the invoice; not set by customer */
  ArrearsAging aging;
} ArrearsAgingRow;

typedef struct
{
  GPtrArray *rows; /* of ArrearsAgingRow, by code, then due day and number of the invoice */
  ArrearsAging totals;
} ArrearsAgingReport;

/* Open amounts by bucket on the desk's day, before unapplied money is taken off. */
ArrearsAgingReport *arrears_aging_report_run  (ArrearsDesk *desk, gboolean by_invoice,
                                               GError **error);
void                arrears_aging_report_free (ArrearsAgingReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsAgingReport, arrears_aging_report_free)

G_END_DECLS

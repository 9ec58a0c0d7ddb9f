/* arrears-row-filter.h: telling rows of data from totals, signatures and repeated headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-import-reading.h"

G_BEGIN_DECLS

/* A row is judged by its key cells, those that every row of data fills: number and date of an
 * invoice, date and customer of a payment, code and name of a customer. So a customer called
 * 合计百货 stays in, and one who is just called 合计 does if the rest of the row is there.
 */
typedef struct _ArrearsRowFilter ArrearsRowFilter;

/* The mapping must outlive the filter. */
ArrearsRowFilter *arrears_row_filter_new  (const ArrearsMapping *mapping);
void              arrears_row_filter_free (ArrearsRowFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsRowFilter, arrears_row_filter_free)

/* Whether the row at `index` is to be left out, and why. */
gboolean arrears_row_filter_leaves_out (const ArrearsRowFilter *filter, guint index,
                                        ArrearsLeftOutReason *reason);

/* Whether a total that was left out is one of the whole sheet, not of a page, month or group. */
gboolean arrears_row_filter_is_grand_total (const ArrearsRowFilter *filter, guint index);

G_END_DECLS

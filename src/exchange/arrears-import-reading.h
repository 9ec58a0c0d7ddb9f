/* arrears-import-reading.h: what reading a mapped sheet gave: rows, faults, rows left out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-import-fault.h"
#include "arrears-import-row.h"
#include "arrears-mapping.h"

G_BEGIN_DECLS

/* Why a row below the headings is no data. */
typedef enum
{
  ARREARS_LEFT_OUT_BLANK,     /* nothing in it */
  ARREARS_LEFT_OUT_TOTAL,     /* 小计, 合计, 总计, 累计, total ... */
  ARREARS_LEFT_OUT_SIGNATURE, /* 制表：, 审核：, 打印日期：, 第1页 ... */
  ARREARS_LEFT_OUT_REPEATED,  /* title and headings again, at the top of a printed page */
  ARREARS_LEFT_OUT_N_REASONS
} ArrearsLeftOutReason;

typedef struct
{
  guint row; /* number in the file */
  ArrearsLeftOutReason reason;
} ArrearsLeftOut;

typedef struct
{
  ArrearsImportKind kind;

  /* The rows without a fault, in the order of the file: of ArrearsCustomerRow, ArrearsInvoiceRow
   * or ArrearsPaymentRow, by kind.
   */
  GArray *rows;

  GPtrArray *faults; /* of ArrearsImportFault, by row; warnings are among them */
  guint n_read;      /* rows of data: those above and the rejected ones */
  guint n_rejected;  /* rows with a fault that is more than a warning */

  GArray *left_out; /* of ArrearsLeftOut, by row */
  guint n_left_out[ARREARS_LEFT_OUT_N_REASONS];

  /* The sheet's own sums, from its last 合计 or 总计, to compare with. */
  gboolean has_stated_amount;
  gboolean has_stated_paid_amount;
  ArrearsMoney stated_amount;
  ArrearsMoney stated_paid_amount;

  /*< private >*/
  ArrearsSheet *sheet;
  GStringChunk *texts;
} ArrearsImportReading;

/* Reads every row below the headings. A cell that cannot be read is a fault of the reading, not
 * an error; a row may have several. Fails with ARREARS_ERROR_HEADING as arrears_mapping_check()
 * does, and with ARREARS_ERROR_DAY_AMBIGUOUS, naming both readings of the first such cell, where
 * `order` is UNKNOWN and a day can be read in two ways: a file is never read half by guess.
 *
 * Rules of the cells: a lone -, —, / or 无 is an empty cell, in an amount zero. Needed and empty is
 * ARREARS_ERROR_MISSING. A number that a spreadsheet has cut short (2.6332E+19) in a column of
 * codes is ARREARS_ERROR_NUMBER_CUT. A bare serial number is no day. Terms are 0 to 3650 whole
 * days. Warnings: a credit code whose check character fails, a due day before the invoice's, and a
 * code of 16 or more digits that ends in zeros from the 16th on.
 */
ArrearsImportReading *arrears_import_reading_new  (const ArrearsMapping *mapping,
                                                   ArrearsDayOrder order, GError **error);
void                  arrears_import_reading_free (ArrearsImportReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsImportReading, arrears_import_reading_free)

G_END_DECLS

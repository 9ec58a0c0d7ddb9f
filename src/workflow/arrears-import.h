/* arrears-import.h: taking in a file of another program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-import-fault.h"

G_BEGIN_DECLS

/* A file that was read and whose columns were matched to fields. */
typedef struct _ArrearsImport ArrearsImport;

/* Reads CSV or xlsx. `map` is COLUMN=FIELD,... or NULL. A file without a header row that can be
 * recognised opens all the same where `map` is NULL, with needed fields missing, so that the user
 * can match the columns by hand.
 */
ArrearsImport *arrears_import_open (ArrearsImportKind kind, const char *path, const char *map,
                                    GError **error);
void           arrears_import_close (ArrearsImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsImport, arrears_import_close)

ArrearsImportKind arrears_import_get_kind (ArrearsImport *import);
const char       *arrears_import_get_name (ArrearsImport *import); /* base name of the file */

guint              arrears_import_get_n_columns (ArrearsImport *import);
const char        *arrears_import_get_heading   (ArrearsImport *import, guint column);
ArrearsImportField arrears_import_get_field     (ArrearsImport *import, guint column);
void               arrears_import_set_field     (ArrearsImport *import, guint column,
                                                 ArrearsImportField field);

/* The rows under the header, for a preview. */
guint       arrears_import_get_n_rows (ArrearsImport *import);
const char *arrears_import_get_cell   (ArrearsImport *import, guint row, guint column);

/* Which day a receipt made from a paid amount bears, where the file does not say. The due day asks
 * for the least: no charge runs on what was paid. What has been paid since an earlier file is dated
 * by `paid_on` all the same: it was not there before.
 */
typedef enum
{
  ARREARS_PAID_ON_DUE_DAY, /* of the invoice; none of them is later than the desk's day */
  ARREARS_PAID_ON_ISSUE_DAY,
  ARREARS_PAID_ON_DAY, /* `paid_on` of the options */
} ArrearsPaidOnRule;

typedef struct
{
  ArrearsDayOrder day_order;
  gboolean skips_bad;        /* take the good rows where others are faulty */
  ArrearsPaidOnRule paid_rule;
  ArrearsDay paid_on;        /* not set: the desk's day */
} ArrearsImportOptions;

typedef struct
{
  guint n_read;        /* data rows, without totals, signatures and blank rows */
  guint n_added;
  guint n_unchanged;
  guint n_updated;
  guint n_rejected;    /* rows */
  guint n_left_out;    /* totals, signatures, titles */
  guint n_new_customers; /* made because an invoice or a payment named them */
  GPtrArray *faults;   /* of ArrearsImportFault, by row; warnings are among them */
  ArrearsMoney amount; /* sum of the rows taken or unchanged */
  ArrearsMoney paid;
  gboolean has_stated_amount; /* the sheet has a total of its own */
  ArrearsMoney stated_amount;
  gboolean has_stated_paid;
  ArrearsMoney stated_paid;
  gboolean is_taken;   /* FALSE: nothing was changed, for a dry run or because of faults */
} ArrearsImportReport;

/* Called now and then with 0.0 to 1.0. */
typedef void (*ArrearsImportProgress) (double fraction, gpointer user_data);

/* Takes the file in, in one transaction, or with `is_dry_run` says exactly what that would do.
 * All or nothing: with a faulty row and without `skips_bad` nothing is taken, and the report names
 * every fault (is_taken FALSE; no GError). The same file again changes nothing. Negative amounts
 * become credit notes, allocated by Civil Code 560; an invoice without a due day takes its
 * customer's terms; a paid amount becomes a receipt allocated to its invoice. An invoice whose
 * number is there with another customer, amount or day is a fault (ARREARS_ERROR_DUPLICATE); a
 * paid amount that has grown adds the difference. Customers are updated. ARREARS_ERROR_HEADING
 * where a needed field has no column, _DAY_AMBIGUOUS where the day order is needed and not given,
 * _DAY_ORDER where `paid_on` is after the desk's day.
 */
ArrearsImportReport *arrears_import_run (ArrearsImport *import, ArrearsDesk *desk,
                                         const ArrearsImportOptions *options, gboolean is_dry_run,
                                         ArrearsImportProgress progress, gpointer user_data,
                                         GError **error);
void                 arrears_import_report_free (ArrearsImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsImportReport, arrears_import_report_free)

G_END_DECLS

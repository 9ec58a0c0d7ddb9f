/* arrears-import-outcome.h: what taking a file in would do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-import.h"

G_BEGIN_DECLS

/* How many rows do what, whether the sums agree with the sheet's own total, and each fault. */
#define ARREARS_TYPE_IMPORT_OUTCOME (arrears_import_outcome_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsImportOutcome, arrears_import_outcome, ARREARS, IMPORT_OUTCOME,
                      AdwBin)

void arrears_import_outcome_show_report (ArrearsImportOutcome *self,
                                         const ArrearsImportReport *report);

/* In place of a report: why there is none. NULL: it is being worked on. */
void arrears_import_outcome_show_obstacle (ArrearsImportOutcome *self, const char *sentence,
                                           const char *technical);

/* One line: how many rows are added, changed, known already and faulty. (transfer full) */
char *arrears_import_outcome_describe (const ArrearsImportReport *report);

/* The table's rows, of ArrearsImportProblem. (transfer none) */
GListModel *arrears_import_outcome_get_problems (ArrearsImportOutcome *self);

/* What is said of the sums; "" where nothing is. */
const char *arrears_import_outcome_get_sums (ArrearsImportOutcome *self);

G_END_DECLS

/* arrears-import-taking.h: putting the rows of a read file into the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-import-reading.h"
#include "arrears-import.h"

G_BEGIN_DECLS

/* Puts every row of the reading that can be taken into the ledger, inside the caller's
 * transaction, and counts what it did in the report. Rows that the ledger speaks against become
 * faults there. FALSE only where the ledger failed.
 */
gboolean arrears_import_taking_run (ArrearsDesk *desk, const ArrearsImportReading *reading,
                                    const ArrearsImportOptions *options,
                                    ArrearsImportReport *report, ArrearsImportProgress progress,
                                    gpointer user_data, GError **error);

G_END_DECLS

/* arrears-words-receipts.h: sentences on money, write-offs and what became of invoices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-late-charge.h"
#include "arrears-log-entry.h"

G_BEGIN_DECLS

/* One line for a log entry on one of these; NULL for any other. */
char *arrears_words_describe_receipts (ArrearsLogEntry *entry);

/* What one warning on a late charge says. */
const char *arrears_words_get_for_charge_warning (ArrearsChargeWarnings warning);

/* What a write-off of a bad debt is not: a release (Civil Code 575). */
const char *arrears_words_get_for_bad_debt (void);

G_END_DECLS

/* arrears-import-choices.h: what a file leaves open and the user decides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-import.h"

G_BEGIN_DECLS

/* Only what the file at hand makes necessary is asked for.
 *
 * ::changed is emitted when the user has decided otherwise.
 */
#define ARREARS_TYPE_IMPORT_CHOICES (arrears_import_choices_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsImportChoices, arrears_import_choices, ARREARS, IMPORT_CHOICES,
                      AdwBin)

/* As for a file that nothing is known of. */
void arrears_import_choices_reset (ArrearsImportChoices *self);

/* Asks in which order year, month and day stand. */
void arrears_import_choices_ask_day_order (ArrearsImportChoices *self);

/* Whether to ask how receipts made from paid amounts are dated. */
void arrears_import_choices_ask_paid_rule (ArrearsImportChoices *self, gboolean is_asked);

/* Whether to ask if faulty rows are to be left out. */
void arrears_import_choices_ask_skipping (ArrearsImportChoices *self, gboolean is_asked);

ArrearsImportOptions arrears_import_choices_get_options (ArrearsImportChoices *self);

void arrears_import_choices_set_day_order (ArrearsImportChoices *self, ArrearsDayOrder order);
void arrears_import_choices_set_skips_bad (ArrearsImportChoices *self, gboolean skips_bad);

G_END_DECLS

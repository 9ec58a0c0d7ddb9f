/* arrears-policy-stage-row.h: one stage of a policy that is being edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-policy.h"

G_BEGIN_DECLS

/* A row that says in one line what the stage does, and opens to its fields.
 *
 * Signals:
 *   ::changed: the user changed something
 */
#define ARREARS_TYPE_POLICY_STAGE_ROW (arrears_policy_stage_row_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPolicyStageRow, arrears_policy_stage_row, ARREARS, POLICY_STAGE_ROW,
                      AdwExpanderRow)

/* Stage `number`, counted from 1. */
GtkWidget *arrears_policy_stage_row_new (int number);

void arrears_policy_stage_row_set_stage (ArrearsPolicyStageRow *self, const ArrearsStage *stage);

/* What stands in the fields. One that cannot be read is marked: FALSE with its error. */
gboolean arrears_policy_stage_row_read (ArrearsPolicyStageRow *self, ArrearsStage *stage,
                                        GError **error);

/* Marks the row as the one that does not fit with the others. */
void arrears_policy_stage_row_set_fault (ArrearsPolicyStageRow *self, gboolean is_fault);

/* The field of a name ("name", "days", "least", "actions" as "call+letter", "letter", "tone")
 * holds a text, as if it were entered. FALSE where there is no such field or word.
 */
gboolean arrears_policy_stage_row_enter (ArrearsPolicyStageRow *self, const char *name,
                                         const char *text);

G_END_DECLS

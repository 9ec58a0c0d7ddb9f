/* arrears-policies-dialog.h: escalation policies, and for whom each holds (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* First the policies with whom each holds for; behind each its stages to edit, beside the dated
 * preview of an example. An edited policy takes the place of the one of the same name.
 *
 * Actions:
 *   policy.open (s)        the policy of a name; "" a new one; "A", "B", "C" a grade's standard one
 *   policy.enter (ss)      a field holds a text: "name", "n-stages", "amount", "due-on", or of a
 *                          stage "3.days", "3.least", "3.actions", "3.letter", "3.tone", "3.name"
 *   policy.reset           the stages of the standard policy
 *   policy.save
 *   policy.assign (sss)    for "grade" A, B or C, for "customer" by code, for "invoice" by
 *                          number, the policy of a name; "" the usual one
 *   policy.back            to the list
 */
#define ARREARS_TYPE_POLICIES_DIALOG (arrears_policies_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPoliciesDialog, arrears_policies_dialog, ARREARS, POLICIES_DIALOG,
                      AdwWindow)

GtkWidget *arrears_policies_dialog_new (ArrearsDesk *desk);

G_END_DECLS

/* arrears-policy-preview.h: when an example would reach the stages of a policy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"
#include "arrears-policy.h"

G_BEGIN_DECLS

/* An amount and a due day to try, and under them the days on which the stages would be reached and
 * their letters could go out if nothing was paid.
 */
#define ARREARS_TYPE_POLICY_PREVIEW (arrears_policy_preview_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPolicyPreview, arrears_policy_preview, ARREARS, POLICY_PREVIEW, AdwBin)

/* Begins with an example that falls due on the desk's day. */
void arrears_policy_preview_set_desk (ArrearsPolicyPreview *self, ArrearsDesk *desk);

/* NULL where the policy cannot be read: the days are then left out. */
void arrears_policy_preview_set_policy (ArrearsPolicyPreview *self, const ArrearsPolicy *policy);

/* "amount" or "due-on" holds a text. FALSE where there is no such field. */
gboolean arrears_policy_preview_enter (ArrearsPolicyPreview *self, const char *name,
                                       const char *text);

/* How many stages the example reaches. */
guint arrears_policy_preview_get_n_reached (ArrearsPolicyPreview *self);

G_END_DECLS

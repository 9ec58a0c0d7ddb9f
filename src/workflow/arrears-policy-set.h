/* arrears-policy-set.h: the policies that hold on a day, read at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-policy.h"

G_BEGIN_DECLS

/* All policies as of the desk's day, and for which grades and invoices they hold. */
typedef struct _ArrearsPolicySet ArrearsPolicySet;

ArrearsPolicySet *arrears_policy_set_load (ArrearsDesk *desk, GError **error);
void              arrears_policy_set_free (ArrearsPolicySet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsPolicySet, arrears_policy_set_free)

/* The policy `id`, where it is 0 the one of the grade. Borrowed. */
const ArrearsPolicy *arrears_policy_set_get (const ArrearsPolicySet *set, gint64 id,
                                             ArrearsGrade grade);

/* Which policy holds for a grade; 0: the standard one. */
gint64 arrears_policy_set_get_id (const ArrearsPolicySet *set, ArrearsGrade grade);

/* The policy of an invoice's own, NULL where it has none. Borrowed. */
const ArrearsPolicy *arrears_policy_set_get_for_invoice (const ArrearsPolicySet *set,
                                                         gint64 invoice_id);
gboolean             arrears_policy_set_has_invoices    (const ArrearsPolicySet *set);

/* The name of the setting that holds the policy of a grade. */
const char *arrears_policy_set_get_setting (ArrearsGrade grade);

G_END_DECLS

/* arrears-policies.h: escalation policies, and for whom each holds (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-policy.h"

G_BEGIN_DECLS

/* A policy as the ledger keeps it; one that is edited becomes a new one of the same name, which
 * takes the place of the old, whose days stay answered by it.
 */
typedef struct
{
  gint64 id; /* 0: the standard policy of a grade */
  char *name;
  ArrearsPolicy policy;
  ArrearsDay recorded_on;
  guint n_grades;    /* for which it holds on the desk's day */
  guint n_customers; /* that have it now, of their own */
  guint n_invoices;
} ArrearsPolicyEntry;

void arrears_policy_entry_free (ArrearsPolicyEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsPolicyEntry, arrears_policy_entry_free)

/* The policies of the desk's day, the last of each name, by name. GPtrArray of ArrearsPolicyEntry. */
GPtrArray *arrears_policies_list (ArrearsDesk *desk, GError **error);

/* By name, or the one with an id. ARREARS_ERROR_NOT_FOUND. */
ArrearsPolicyEntry *arrears_policies_find (ArrearsDesk *desk, const char *name, GError **error);
ArrearsPolicyEntry *arrears_policies_load (ArrearsDesk *desk, gint64 id, GError **error);

/* Saves a policy under a name, in place of the one that bears it, for all for whom that one held.
 * Returns its id, 0 on error: ARREARS_ERROR_MISSING without a name, and what
 * arrears_policy_check() refuses. Logged.
 */
gint64 arrears_policies_save (ArrearsDesk *desk, const char *name, const ArrearsPolicy *policy,
                              GError **error);

/* From the desk's day on the policy `id` holds for a grade, a customer or an invoice; 0: the
 * standard one for a grade, its grade's for a customer, its customer's for an invoice. Logged.
 */
gboolean arrears_policies_assign_to_grade    (ArrearsDesk *desk, gint64 id, ArrearsGrade grade,
                                              GError **error);
gboolean arrears_policies_assign_to_customer (ArrearsDesk *desk, gint64 id, gint64 customer_id,
                                              GError **error);
gboolean arrears_policies_assign_to_invoice  (ArrearsDesk *desk, gint64 id, gint64 invoice_id,
                                              GError **error);

/* The id of the invoice with a number. 0 with ARREARS_ERROR_NOT_FOUND. */
gint64 arrears_policies_find_invoice (ArrearsDesk *desk, const char *number, GError **error);

/* The policy that holds for a grade or a customer on the desk's day. */
ArrearsPolicyEntry *arrears_policies_get_for_grade    (ArrearsDesk *desk, ArrearsGrade grade,
                                                       GError **error);
ArrearsPolicyEntry *arrears_policies_get_for_customer (ArrearsDesk *desk, gint64 customer_id,
                                                       GError **error);

/* A stage in the dated preview of a policy. */
typedef struct
{
  int stage;
  ArrearsStage what;    /* its days, least amount, actions, letter, tone and name */
  ArrearsDay day;       /* on which it is reached if nothing is paid; not set: never */
  ArrearsMoney counted; /* what counts for it then */
  ArrearsDay letter_on; /* the first workday from then on which its letter may go out, so many days
                           after the one before as the rules want; not set where it has none */
} ArrearsPolicyStep;

/* How an invoice of `amount` due on `due_on` would be chased by a policy, or what is open of a
 * customer now, stage by stage. GArray of ArrearsPolicyStep.
 */
GArray *arrears_policies_preview          (ArrearsDesk *desk, const ArrearsPolicy *policy,
                                           ArrearsMoney amount, ArrearsDay due_on,
                                           GError **error);
GArray *arrears_policies_preview_customer (ArrearsDesk *desk, const ArrearsPolicy *policy,
                                           gint64 customer_id, GError **error);

G_END_DECLS

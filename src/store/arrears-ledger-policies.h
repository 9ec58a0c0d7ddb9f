/* arrears-ledger-policies.h: escalation policies, as texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *name;
  char *stages; /* as arrears_policy_parse() reads it */
  ArrearsDay recorded_on;
  guint n_customers; /* that have it now */
  guint n_invoices;
} ArrearsStoredPolicy;

/* All that had been entered by a day, by id. GPtrArray of ArrearsStoredPolicy. */
GPtrArray *arrears_ledger_load_policies (ArrearsLedger *ledger, ArrearsDay as_of, GError **error);

/* Returns the new id, 0 on error. */
gint64 arrears_ledger_insert_policy (ArrearsLedger *ledger, const char *name, const char *stages,
                                     GError **error);

/* From the ledger's day on, the customers and invoices that have the policy `old_id` have `new_id`;
 * a past day is still answered with the old one.
 */
gboolean arrears_ledger_replace_policy (ArrearsLedger *ledger, gint64 old_id, gint64 new_id,
                                        GError **error);

/* Invoices with a policy of their own, as of a day. GHashTable of gint64 policy ids by gint64
 * invoice ids.
 */
GHashTable *arrears_ledger_load_invoice_policies (ArrearsLedger *ledger, ArrearsDay as_of,
                                                  GError **error);

G_END_DECLS

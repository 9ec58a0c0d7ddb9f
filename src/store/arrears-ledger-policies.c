/* arrears-ledger-policies.c: escalation policies, as texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-policies.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"

static void
free_policy (gpointer data)
{
  ArrearsStoredPolicy *policy = data;

  g_free (policy->name);
  g_free (policy->stages);
  g_free (policy);
}

static ArrearsStoredPolicy *
read_policy (ArrearsQuery *query)
{
  ArrearsStoredPolicy *policy = g_new0 (ArrearsStoredPolicy, 1);

  policy->id = arrears_query_get_integer (query, 0);
  policy->name = g_strdup (arrears_query_get_text (query, 1));
  policy->stages = g_strdup (arrears_query_get_text (query, 2));
  policy->recorded_on = arrears_query_get_day (query, 3);
  policy->n_customers = (guint) arrears_query_get_integer (query, 4);
  policy->n_invoices = (guint) arrears_query_get_integer (query, 5);
  return policy;
}

GPtrArray *
arrears_ledger_load_policies (ArrearsLedger *ledger, ArrearsDay as_of, GError **error)
{
  g_autoptr (GPtrArray) policies = g_ptr_array_new_with_free_func (free_policy);
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "read the policies",
      "SELECT p.id, p.name, p.stages, p.recorded_on, "
      "(SELECT count (*) FROM customer c WHERE c.policy_id = p.id), "
      "(SELECT count (*) FROM invoice i WHERE i.policy_id = p.id AND i.ended_on = 0) "
      "FROM policy p WHERE p.recorded_on <= :known_on ORDER BY p.id");

  arrears_query_bind_as_of (query, as_of);
  while (arrears_query_next (query))
    g_ptr_array_add (policies, read_policy (query));
  return arrears_query_finish (query, error) ? g_steal_pointer (&policies) : NULL;
}

gint64
arrears_ledger_insert_policy (ArrearsLedger *ledger, const char *name, const char *stages,
                              GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_join (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 id;

  if (transaction == NULL)
    return 0;
  query = arrears_query_open (ledger, "insert a policy",
                              "INSERT INTO policy (name, stages, recorded_on) "
                              "VALUES (:name, :stages, :recorded_on)");
  arrears_query_bind_text (query, ":name", name);
  arrears_query_bind_text (query, ":stages", stages);
  arrears_query_bind_day (query, ":recorded_on", arrears_ledger_get_day (ledger));
  id = arrears_query_run_insert (query, error);
  return id != 0 && arrears_transaction_commit (transaction, error) ? id : 0;
}

static gboolean
run_replacing (ArrearsLedger *ledger, const char *sql, gint64 old_id, gint64 new_id, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "replace a policy", sql);

  arrears_query_bind_integer (query, ":old_id", old_id);
  if (arrears_query_has_parameter (query, ":new_id"))
    arrears_query_bind_integer (query, ":new_id", new_id);
  else
    arrears_query_bind_day (query, ":day", arrears_ledger_get_day (ledger));
  return arrears_query_run (query, error);
}

gboolean
arrears_ledger_replace_policy (ArrearsLedger *ledger, gint64 old_id, gint64 new_id, GError **error)
{
  static const char *const steps[] = {
    "INSERT INTO change (subject, subject_id, field, before, recorded_on) "
    "SELECT 'customer', id, 'policy_id', policy_id, :day FROM customer WHERE policy_id = :old_id",
    "INSERT INTO change (subject, subject_id, field, before, recorded_on) "
    "SELECT 'invoice', id, 'policy_id', policy_id, :day FROM invoice WHERE policy_id = :old_id",
    "UPDATE customer SET policy_id = :new_id WHERE policy_id = :old_id",
    "UPDATE invoice SET policy_id = :new_id WHERE policy_id = :old_id",
  };
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);

  for (gsize i = 0; transaction != NULL && i < G_N_ELEMENTS (steps); i++)
    if (!run_replacing (ledger, steps[i], old_id, new_id, error))
      return FALSE;
  return transaction != NULL && arrears_transaction_commit (transaction, error);
}

static void
set_policy (GHashTable *policies, gint64 invoice_id, gint64 policy_id)
{
  g_hash_table_replace (policies, g_memdup2 (&invoice_id, sizeof invoice_id),
                        g_memdup2 (&policy_id, sizeof policy_id));
}

/* What there is now, then what stood there before the first of the later changes: min() picks its
 * row.
 */
GHashTable *
arrears_ledger_load_invoice_policies (ArrearsLedger *ledger, ArrearsDay as_of, GError **error)
{
  g_autoptr (GHashTable) policies
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "read the policies of invoices",
      "SELECT id, policy_id, 0 FROM invoice "
      "WHERE policy_id IS NOT NULL AND issued_on <= :as_of "
      "UNION ALL "
      "SELECT subject_id, coalesce (before, 0), min (id) FROM change "
      "WHERE subject = 'invoice' AND recorded_on > :known_on AND field = 'policy_id' "
      "GROUP BY subject_id ORDER BY 3");

  arrears_query_bind_as_of (query, as_of);
  while (arrears_query_next (query))
    {
      gint64 invoice_id = arrears_query_get_integer (query, 0);
      gint64 policy_id = arrears_query_get_integer (query, 1);

      if (policy_id != 0)
        set_policy (policies, invoice_id, policy_id);
      else
        g_hash_table_remove (policies, &invoice_id);
    }
  return arrears_query_finish (query, error) ? g_steal_pointer (&policies) : NULL;
}

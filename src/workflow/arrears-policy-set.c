/* arrears-policy-set.c: the policies that hold on a day, read at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-policy-set.h"

#include "arrears-desk-private.h"
#include "arrears-ledger-policies.h"

enum
{
  N_GRADES = ARREARS_GRADE_C + 1,
};

struct _ArrearsPolicySet
{
  ArrearsPolicy standard[N_GRADES];
  gint64 grade_ids[N_GRADES]; /* 0: the standard one */
  GHashTable *policies;       /* gint64 id to ArrearsPolicy */
  GHashTable *invoices;       /* gint64 invoice id to gint64 policy id */
};

/* What the ledger holds was checked when it was saved. */
static gboolean
add_policy (ArrearsPolicySet *set, const ArrearsStoredPolicy *stored, GError **error)
{
  g_autoptr (GError) failure = NULL;
  ArrearsPolicy policy;

  if (!arrears_policy_parse (stored->stages, &policy, &failure))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED, "policy %s: %s", stored->name,
                   failure->message);
      return FALSE;
    }
  g_hash_table_replace (set->policies, g_memdup2 (&stored->id, sizeof stored->id),
                        g_memdup2 (&policy, sizeof policy));
  return TRUE;
}

static gboolean
load_grade (ArrearsDesk *desk, ArrearsPolicySet *set, ArrearsGrade grade, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *value = arrears_ledger_load_setting_then (
      arrears_desk_get_ledger (desk), arrears_policy_set_get_setting (grade),
      arrears_desk_get_as_of (desk), &failure);

  set->standard[grade] = arrears_policy_get_default (grade);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  set->grade_ids[grade] = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
  return TRUE;
}

ArrearsPolicySet *
arrears_policy_set_load (ArrearsDesk *desk, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autoptr (GPtrArray) stored = arrears_ledger_load_policies (ledger, as_of, error);
  g_autoptr (ArrearsPolicySet) set = g_new0 (ArrearsPolicySet, 1);

  set->policies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (stored == NULL)
    return NULL;
  for (guint i = 0; i < stored->len; i++)
    if (!add_policy (set, g_ptr_array_index (stored, i), error))
      return NULL;
  for (int grade = 0; grade < N_GRADES; grade++)
    if (!load_grade (desk, set, (ArrearsGrade) grade, error))
      return NULL;
  set->invoices = arrears_ledger_load_invoice_policies (ledger, as_of, error);
  return set->invoices != NULL ? g_steal_pointer (&set) : NULL;
}

void
arrears_policy_set_free (ArrearsPolicySet *set)
{
  g_clear_pointer (&set->policies, g_hash_table_unref);
  g_clear_pointer (&set->invoices, g_hash_table_unref);
  g_free (set);
}

const ArrearsPolicy *
arrears_policy_set_get (const ArrearsPolicySet *set, gint64 id, ArrearsGrade grade)
{
  const ArrearsPolicy *policy = NULL;

  if (id == 0)
    id = set->grade_ids[grade];
  if (id != 0)
    policy = g_hash_table_lookup (set->policies, &id);
  return policy != NULL ? policy : &set->standard[grade];
}

gint64
arrears_policy_set_get_id (const ArrearsPolicySet *set, ArrearsGrade grade)
{
  return set->grade_ids[grade];
}

const ArrearsPolicy *
arrears_policy_set_get_for_invoice (const ArrearsPolicySet *set, gint64 invoice_id)
{
  const gint64 *id = g_hash_table_lookup (set->invoices, &invoice_id);

  return id != NULL ? g_hash_table_lookup (set->policies, id) : NULL;
}

gboolean
arrears_policy_set_has_invoices (const ArrearsPolicySet *set)
{
  return g_hash_table_size (set->invoices) > 0;
}

const char *
arrears_policy_set_get_setting (ArrearsGrade grade)
{
  static const char *const names[N_GRADES] = {
    [ARREARS_GRADE_A] = "policy.A",
    [ARREARS_GRADE_B] = "policy.B",
    [ARREARS_GRADE_C] = "policy.C",
  };

  return names[grade];
}

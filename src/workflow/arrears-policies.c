/* arrears-policies.c: escalation policies, and for whom each holds (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-policies.h"

#include "arrears-desk-private.h"
#include "arrears-due-day.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-policies.h"
#include "arrears-policy-set.h"
#include "arrears-rules.h"
#include "arrears-standings.h"

#include <string.h>

static const ArrearsGrade grades[] = { ARREARS_GRADE_A, ARREARS_GRADE_B, ARREARS_GRADE_C };

void
arrears_policy_entry_free (ArrearsPolicyEntry *entry)
{
  g_free (entry->name);
  g_free (entry);
}

static void
free_entry (gpointer entry)
{
  arrears_policy_entry_free (entry);
}

static ArrearsPolicyEntry *
create_entry (const ArrearsPolicySet *set, const ArrearsStoredPolicy *stored)
{
  ArrearsPolicyEntry *entry = g_new0 (ArrearsPolicyEntry, 1);

  entry->id = stored->id;
  entry->name = g_strdup (stored->name);
  entry->policy = *arrears_policy_set_get (set, stored->id, ARREARS_GRADE_B);
  entry->recorded_on = stored->recorded_on;
  entry->n_customers = stored->n_customers;
  entry->n_invoices = stored->n_invoices;
  for (gsize i = 0; i < G_N_ELEMENTS (grades); i++)
    if (arrears_policy_set_get_id (set, grades[i]) == stored->id)
      entry->n_grades++;
  return entry;
}

/* All of them, with those that a later one of the same name took the place of. */
static GPtrArray *
load_entries (ArrearsDesk *desk, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) reading = arrears_transaction_begin_reading (ledger, error);
  g_autoptr (ArrearsPolicySet) set = NULL;
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *entries;

  if (reading == NULL)
    return NULL;
  set = arrears_policy_set_load (desk, error);
  if (set == NULL)
    return NULL;
  stored = arrears_ledger_load_policies (ledger, arrears_desk_get_as_of (desk), error);
  if (stored == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func (free_entry);
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (entries, create_entry (set, g_ptr_array_index (stored, i)));
  return entries;
}

/* The last one wins: they stand by id. */
static int
find_name (GPtrArray *entries, const char *name)
{
  for (guint i = entries->len; i > 0; i--)
    if (g_str_equal (((ArrearsPolicyEntry *) g_ptr_array_index (entries, i - 1))->name, name))
      return (int) i - 1;
  return -1;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(ArrearsPolicyEntry *const *) a)->name,
                 (*(ArrearsPolicyEntry *const *) b)->name);
}

GPtrArray *
arrears_policies_list (ArrearsDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  entries = load_entries (desk, error);
  if (entries == NULL)
    return NULL;
  for (guint i = entries->len; i > 0; i--)
    {
      ArrearsPolicyEntry *entry = g_ptr_array_index (entries, i - 1);

      if (find_name (entries, entry->name) != (int) i - 1)
        g_ptr_array_remove_index (entries, i - 1);
    }
  g_ptr_array_sort (entries, compare_names);
  return g_steal_pointer (&entries);
}

ArrearsPolicyEntry *
arrears_policies_find (ArrearsDesk *desk, const char *name, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  int place;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  entries = load_entries (desk, error);
  if (entries == NULL)
    return NULL;
  place = find_name (entries, name);
  if (place >= 0)
    return g_ptr_array_steal_index (entries, (guint) place);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND, "policy %s: not in the ledger", name);
  return NULL;
}

ArrearsPolicyEntry *
arrears_policies_load (ArrearsDesk *desk, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  entries = load_entries (desk, error);
  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    if (((ArrearsPolicyEntry *) g_ptr_array_index (entries, i))->id == id)
      return g_ptr_array_steal_index (entries, i);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
               "policy %" G_GINT64_FORMAT ": not in the ledger", id);
  return NULL;
}

/* Logs what was done with a policy and ends the act. */
static gboolean
finish_act (ArrearsDesk *desk, ArrearsTransaction *transaction, ArrearsLogEntry *entry,
            const char *note, GError **error)
{
  arrears_record_set_text (&entry->note, note);
  return arrears_desk_log (desk, entry, error) && arrears_desk_commit (desk, transaction, error);
}

static gboolean
save_grade (ArrearsDesk *desk, gint64 id, ArrearsGrade grade, GError **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return arrears_ledger_save_setting (arrears_desk_get_ledger (desk),
                                      arrears_policy_set_get_setting (grade), value, error);
}

/* The new policy takes the place of the old one wherever that holds. */
static gboolean
take_place (ArrearsDesk *desk, gint64 old_id, gint64 new_id, GError **error)
{
  g_autoptr (ArrearsPolicySet) set = arrears_policy_set_load (desk, error);

  if (set == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (grades); i++)
    if (arrears_policy_set_get_id (set, grades[i]) == old_id
        && !save_grade (desk, new_id, grades[i], error))
      return FALSE;
  return arrears_ledger_replace_policy (arrears_desk_get_ledger (desk), old_id, new_id, error);
}

static gboolean
find_former (ArrearsDesk *desk, const char *name, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) entries = load_entries (desk, error);
  int place;

  if (entries == NULL)
    return FALSE;
  place = find_name (entries, name);
  *id = place >= 0 ? ((ArrearsPolicyEntry *) g_ptr_array_index (entries, place))->id : 0;
  return TRUE;
}

gint64
arrears_policies_save (ArrearsDesk *desk, const char *name, const ArrearsPolicy *policy,
                       GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *stages = NULL;
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  gint64 former_id;
  gint64 id;

  if (trimmed[0] == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "name: a policy needs a name");
      return 0;
    }
  if (!arrears_policy_check (policy, error))
    return 0;
  stages = arrears_policy_to_string (policy);
  transaction = arrears_transaction_begin (ledger, error);
  if (transaction == NULL || !find_former (desk, trimmed, &former_id, error))
    return 0;
  id = arrears_ledger_insert_policy (ledger, trimmed, stages, error);
  if (id == 0 || (former_id != 0 && !take_place (desk, former_id, id, error)))
    return 0;
  entry = arrears_desk_new_entry (ARREARS_LOG_POLICY_SAVED, 0, trimmed);
  return finish_act (desk, transaction, entry, stages, error) ? id : 0;
}

/* The name of a policy that is to hold; "" for the standard one. */
static char *
load_name (ArrearsDesk *desk, gint64 id, GError **error)
{
  g_autoptr (ArrearsPolicyEntry) entry = NULL;

  if (id == 0)
    return g_strdup ("");
  entry = arrears_policies_load (desk, id, error);
  return entry != NULL ? g_steal_pointer (&entry->name) : NULL;
}

gboolean
arrears_policies_assign_to_grade (ArrearsDesk *desk, gint64 id, ArrearsGrade grade, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  if (transaction == NULL)
    return FALSE;
  name = load_name (desk, id, error);
  if (name == NULL || !save_grade (desk, id, grade, error))
    return FALSE;
  entry = arrears_desk_new_entry (ARREARS_LOG_POLICY_ASSIGNED, 0, arrears_grade_to_word (grade));
  return finish_act (desk, transaction, entry, name, error);
}

gboolean
arrears_policies_assign_to_customer (ArrearsDesk *desk, gint64 id, gint64 customer_id,
                                     GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsCustomer) customer = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autofree char *name = NULL;

  if (transaction == NULL)
    return FALSE;
  name = load_name (desk, id, error);
  if (name == NULL)
    return FALSE;
  customer = arrears_desk_load_customer (desk, customer_id, error);
  if (customer == NULL)
    return FALSE;
  customer->policy_id = id;
  if (!arrears_ledger_update_customer (ledger, customer, error))
    return FALSE;
  entry = arrears_desk_new_entry (ARREARS_LOG_POLICY_ASSIGNED, customer_id, customer->code);
  return finish_act (desk, transaction, entry, name, error);
}

static ArrearsInvoice *
load_invoice (ArrearsDesk *desk, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) invoices = arrears_ledger_load_invoices (
      arrears_desk_get_ledger (desk), &id, 1, arrears_desk_get_as_of (desk), error);

  if (invoices == NULL)
    return NULL;
  if (g_ptr_array_index (invoices, 0) != NULL)
    return g_object_ref (g_ptr_array_index (invoices, 0));
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
               "invoice %" G_GINT64_FORMAT ": not in the ledger", id);
  return NULL;
}

gboolean
arrears_policies_assign_to_invoice (ArrearsDesk *desk, gint64 id, gint64 invoice_id, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsInvoice) invoice = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autofree char *name = NULL;

  if (transaction == NULL)
    return FALSE;
  name = load_name (desk, id, error);
  if (name == NULL)
    return FALSE;
  invoice = load_invoice (desk, invoice_id, error);
  if (invoice == NULL)
    return FALSE;
  invoice->policy_id = id;
  if (!arrears_ledger_update_invoice (ledger, invoice, error))
    return FALSE;
  entry
      = arrears_desk_new_entry (ARREARS_LOG_POLICY_ASSIGNED, invoice->customer_id, invoice->number);
  return finish_act (desk, transaction, entry, name, error);
}

gint64
arrears_policies_find_invoice (ArrearsDesk *desk, const char *number, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice = arrears_ledger_find_invoice (
      arrears_desk_get_ledger (desk), number, arrears_desk_get_as_of (desk), &failure);

  if (invoice != NULL)
    return invoice->id;
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND, "invoice %s: not in the ledger",
                 number);
  g_propagate_error (error, g_steal_pointer (&failure));
  return 0;
}

static ArrearsPolicyEntry *
load_or_standard (ArrearsDesk *desk, gint64 id, ArrearsGrade grade, GError **error)
{
  ArrearsPolicyEntry *entry;

  if (id != 0)
    return arrears_policies_load (desk, id, error);
  entry = g_new0 (ArrearsPolicyEntry, 1);
  entry->name = g_strdup ("");
  entry->policy = arrears_policy_get_default (grade);
  return entry;
}

ArrearsPolicyEntry *
arrears_policies_get_for_grade (ArrearsDesk *desk, ArrearsGrade grade, GError **error)
{
  g_autoptr (ArrearsPolicySet) set = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  set = arrears_policy_set_load (desk, error);
  if (set == NULL)
    return NULL;
  return load_or_standard (desk, arrears_policy_set_get_id (set, grade), grade, error);
}

ArrearsPolicyEntry *
arrears_policies_get_for_customer (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsCustomer) customer = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  customer = arrears_desk_load_customer (desk, customer_id, error);
  if (customer == NULL)
    return NULL;
  if (customer->policy_id != 0)
    return arrears_policies_load (desk, customer->policy_id, error);
  return arrears_policies_get_for_grade (desk, (ArrearsGrade) customer->grade, error);
}

typedef struct
{
  ArrearsDesk *desk;
  const ArrearsPolicy *policy;
  ArrearsRules rules;
  GArray *steps; /* of ArrearsPolicyStep */
} Preview;

/* Sending passes over days off, and letters keep their distance. */
static ArrearsDay
find_letter_day (const Preview *preview, ArrearsDay day, ArrearsDay last_letter_on)
{
  if (arrears_day_is_set (last_letter_on))
    day = arrears_day_max (
        day, arrears_day_add_days (last_letter_on, preview->rules.fewest_days_between_letters));
  return arrears_calendar_get_workday_from (arrears_desk_get_calendar (preview->desk), day);
}

static void
preview_items (Preview *preview, const ArrearsOpenItem *items, gsize n_items,
               ArrearsDay last_letter_on)
{
  for (int stage = 1; stage <= preview->policy->n_stages; stage++)
    {
      ArrearsPolicyStep step = { .stage = stage, .what = preview->policy->stages[stage - 1] };

      step.day
          = arrears_standing_find_reach (preview->policy, stage, items, n_items, &step.counted);
      if (step.what.letter != ARREARS_LETTER_NONE && arrears_day_is_set (step.day))
        last_letter_on = step.letter_on = find_letter_day (preview, step.day, last_letter_on);
      g_array_append_val (preview->steps, step);
    }
}

static gboolean
preview_account (const ArrearsStandingVisit *visit, gpointer user_data, GError **error)
{
  preview_items (user_data, visit->items, visit->n_items, visit->account->last_letter_on);
  return TRUE;
}

static gboolean
begin_preview (Preview *preview, ArrearsDesk *desk, const ArrearsPolicy *policy, GArray *steps,
               GError **error)
{
  *preview = (Preview) { .desk = desk, .policy = policy, .steps = steps };
  return arrears_policy_check (policy, error) && arrears_rules_load (desk, &preview->rules, error);
}

GArray *
arrears_policies_preview (ArrearsDesk *desk, const ArrearsPolicy *policy, ArrearsMoney amount,
                          ArrearsDay due_on, GError **error)
{
  const ArrearsOpenItem item = { .due_on = due_on, .open = amount };
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (ArrearsPolicyStep));
  Preview preview;

  g_return_val_if_fail (arrears_day_is_set (due_on), NULL);

  if (amount.fen <= 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "amount: expected more than zero");
      return NULL;
    }
  if (!begin_preview (&preview, desk, policy, steps, error))
    return NULL;
  preview_items (&preview, &item, 1, ARREARS_DAY_NONE);
  return g_steal_pointer (&steps);
}

/* A customer without anything open reaches no stage. */
GArray *
arrears_policies_preview_customer (ArrearsDesk *desk, const ArrearsPolicy *policy,
                                   gint64 customer_id, GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (ArrearsPolicyStep));
  Preview preview;

  if (!begin_preview (&preview, desk, policy, steps, error)
      || !arrears_standings_foreach (desk, &customer_id, 1, NULL, preview_account, &preview, error))
    return NULL;
  if (steps->len == 0)
    preview_items (&preview, NULL, 0, ARREARS_DAY_NONE);
  return g_steal_pointer (&steps);
}

/* arrears-ownership.c: who looks after which account, and who did what (责任到人)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ownership.h"

#include "arrears-ledger-customers.h"
#include "arrears-ledger-people.h"
#include "arrears-measure-private.h"
#include "arrears-promises.h"
#include "arrears-standings.h"

#include <string.h>

static gboolean
give (ArrearsDesk *desk, ArrearsCustomer *customer, const char *name, const char *note,
      GError **error)
{
  g_autoptr (ArrearsCustomer) given = arrears_record_copy (customer);
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (ARREARS_LOG_OWNER_CHANGED, customer->id, name);

  g_free (entry->note);
  entry->note = g_strdup_printf ("%s\n%s", customer->owner, note != NULL ? note : "");
  arrears_record_set_text (&given->owner, name);
  return arrears_ledger_update_customer (arrears_desk_get_ledger (desk), given, error)
         && arrears_desk_log (desk, entry, error);
}

gboolean
arrears_ownership_assign (ArrearsDesk *desk, gint64 customer_id, const char *name, const char *note,
                          GError **error)
{
  g_autofree char *owner = g_strstrip (g_strdup (name));
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsCustomer) customer = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  customer = transaction != NULL ? arrears_desk_load_customer (desk, customer_id, error) : NULL;
  if (customer == NULL)
    return FALSE;
  if (g_str_equal (customer->owner, owner))
    return TRUE;
  return give (desk, customer, owner, note, error)
         && arrears_desk_commit (desk, transaction, error);
}

static gboolean
check_hand_over (const char *from, const char *to, GError **error)
{
  if (!arrears_measure_need (from, "who hands over", error)
      || !arrears_measure_need (to, "who takes over", error))
    return FALSE;
  if (!g_str_equal (from, to))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED, "%s cannot hand over to themselves",
               from);
  return FALSE;
}

static GPtrArray *
load_owned (ArrearsDesk *desk, const char *owner, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (GArray) ids = arrears_ledger_list_owned (ledger, owner, error);

  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND, "%s looks after no account",
                   owner);
      return NULL;
    }
  return arrears_ledger_load_customers (ledger, (const gint64 *) (gpointer) ids->data, ids->len,
                                        arrears_desk_get_as_of (desk), error);
}

gboolean
arrears_ownership_hand_over (ArrearsDesk *desk, const char *from, const char *to, const char *note,
                             guint *n_accounts, GError **error)
{
  g_autofree char *former = g_strstrip (g_strdup (from));
  g_autofree char *owner = g_strstrip (g_strdup (to));
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (GPtrArray) customers = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  if (!check_hand_over (former, owner, error))
    return FALSE;
  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  customers = transaction != NULL ? load_owned (desk, former, error) : NULL;
  if (customers == NULL)
    return FALSE;
  for (guint i = 0; i < customers->len; i++)
    if (!arrears_desk_goes_on (desk, error)
        || !give (desk, g_ptr_array_index (customers, i), owner, note, error))
      return FALSE;
  *n_accounts = customers->len;
  return arrears_desk_commit (desk, transaction, error);
}

/* The rows as they are being filled: of ArrearsPerson by name, "" for nobody. */
typedef struct
{
  GHashTable *people;
  GHashTable *owners;
} Report;

static ArrearsPerson *
find_person (Report *report, const char *name)
{
  ArrearsPerson *person = g_hash_table_lookup (report->people, name);

  if (person == NULL)
    {
      person = arrears_person_new ();
      arrears_record_set_text (&person->name, name);
      g_hash_table_insert (report->people, person->name, person);
    }
  return person;
}

static ArrearsPerson *
find_owner (Report *report, gint64 customer_id)
{
  const char *owner = g_hash_table_lookup (report->owners, &customer_id);

  return find_person (report, owner != NULL ? owner : "");
}

static void
count_accounts (Report *report)
{
  GHashTableIter iter;
  gpointer owner;

  g_hash_table_iter_init (&iter, report->owners);
  while (g_hash_table_iter_next (&iter, NULL, &owner))
    find_person (report, owner)->n_accounts++;
}

/* Of the accounts that nobody looks after, those with something open count. */
static gboolean
add_standings (Report *report, GArray *standings, GError **error)
{
  for (guint i = 0; i < standings->len; i++)
    {
      const ArrearsAccountStanding *standing
          = &g_array_index (standings, ArrearsAccountStanding, i);
      ArrearsPerson *person = find_owner (report, standing->customer_id);

      person->n_accounts += person->name[0] == '\0';
      person->n_overdue += standing->standing.overdue.fen > 0;
      if (!arrears_money_accumulate (&person->balance, standing->standing.balance, error)
          || !arrears_money_accumulate (&person->overdue, standing->standing.overdue, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_promises (Report *report, GHashTable *records)
{
  GHashTableIter iter;
  gpointer customer_id, value;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &customer_id, &value))
    {
      const ArrearsPromiseRecord *record = value;
      ArrearsPerson *person = find_owner (report, *(const gint64 *) customer_id);

      person->n_promises_kept += (int) record->n_kept;
      person->n_promises_partly += (int) record->n_partly;
      person->n_promises_broken += (int) record->n_broken;
    }
}

static void
add_acts (Report *report, GHashTable *acts)
{
  GHashTableIter iter;
  gpointer name, n_acts;

  g_hash_table_iter_init (&iter, acts);
  while (g_hash_table_iter_next (&iter, &name, &n_acts))
    find_person (report, name)->n_acts = GPOINTER_TO_INT (n_acts);
}

/* By name, nobody last. */
static int
compare_people (gconstpointer a, gconstpointer b)
{
  const ArrearsPerson *first = *(ArrearsPerson *const *) a;
  const ArrearsPerson *second = *(ArrearsPerson *const *) b;

  if ((first->name[0] == '\0') != (second->name[0] == '\0'))
    return first->name[0] == '\0' ? 1 : -1;
  return strcmp (first->name, second->name);
}

static GPtrArray *
list_people (Report *report)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, report->people);
  while (g_hash_table_iter_next (&iter, NULL, &person))
    g_ptr_array_add (people, g_object_ref (person));
  g_ptr_array_sort (people, compare_people);
  return people;
}

GPtrArray *
arrears_ownership_report (ArrearsDesk *desk, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autoptr (ArrearsTransaction) reading = arrears_transaction_begin_reading (ledger, error);
  g_autoptr (GHashTable) people
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GHashTable) owners = NULL;
  g_autoptr (GArray) standings = NULL;
  g_autoptr (GHashTable) records = NULL;
  g_autoptr (GHashTable) acts = NULL;
  Report report = { .people = people };

  if (reading == NULL || (owners = arrears_ledger_load_owners (ledger, as_of, error)) == NULL
      || (standings = arrears_standings_compute (desk, NULL, 0, NULL, error)) == NULL
      || (records = arrears_promises_judge_all (desk, 0, error)) == NULL
      || (acts = arrears_ledger_count_acts (ledger, as_of, error)) == NULL)
    return NULL;
  report.owners = owners;
  count_accounts (&report);
  if (!add_standings (&report, standings, error))
    return NULL;
  add_promises (&report, records);
  add_acts (&report, acts);
  return list_people (&report);
}

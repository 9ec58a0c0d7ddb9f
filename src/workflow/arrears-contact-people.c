/* arrears-contact-people.c: the people of customers, and what is written to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contact.h"

#include "arrears-contract.h"
#include "arrears-desk-private.h"
#include "arrears-ledger-contacts.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-register.h"
#include "arrears-limitation-event.h"

#include <string.h>

GPtrArray *
arrears_contact_load_people (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return arrears_ledger_load_people (arrears_desk_get_ledger (desk), customer_id, error);
}

static ArrearsContactPerson *
load_person (ArrearsDesk *desk, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  ArrearsContactPerson *person
      = arrears_ledger_load_person (arrears_desk_get_ledger (desk), id, &failure);

  if (person != NULL)
    return person;
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "person %" G_GINT64_FORMAT ": not in the ledger", id);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
check_name (ArrearsDesk *desk, ArrearsContactPerson *person, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;

  if (person->name[0] == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "name: a person needs a name");
      return FALSE;
    }
  people = arrears_contact_load_people (desk, person->customer_id, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      ArrearsContactPerson *other = g_ptr_array_index (people, i);

      if (other->id != person->id && g_str_equal (other->name, person->name))
        {
          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE,
                       "%s: the customer has a person of this name", person->name);
          return FALSE;
        }
    }
  return people != NULL;
}

/* The record as it is to be stored: of one who is in the ledger, what is not theirs to change stays
 * as it stands there. (transfer full)
 */
static ArrearsContactPerson *
prepare_person (ArrearsDesk *desk, ArrearsContactPerson *person, GError **error)
{
  g_autoptr (ArrearsContactPerson) prepared = arrears_record_copy (person);
  g_autoptr (ArrearsContactPerson) former = NULL;
  g_autoptr (ArrearsCustomer) customer = NULL;

  g_strstrip (prepared->name);
  prepared->is_stopped = FALSE;
  if (person->id != 0)
    {
      former = load_person (desk, person->id, error);
      if (former == NULL)
        return NULL;
      prepared->customer_id = former->customer_id;
      prepared->position = former->position;
      prepared->is_stopped = former->is_stopped;
    }
  customer = arrears_desk_load_customer (desk, prepared->customer_id, error);
  if (customer == NULL || !check_name (desk, prepared, error))
    return NULL;
  return g_steal_pointer (&prepared);
}

/* The one named for payment is part of the customer's record, whose changes are noted. */
static gboolean
save_first (ArrearsDesk *desk, ArrearsContactPerson *person, GError **error)
{
  g_autoptr (ArrearsCustomer) customer
      = arrears_desk_load_customer (desk, person->customer_id, error);

  if (customer == NULL)
    return FALSE;
  arrears_record_set_text (&customer->contact, person->name);
  arrears_record_set_text (&customer->phone, person->phone);
  arrears_record_set_text (&customer->email, person->email);
  return arrears_ledger_update_customer (arrears_desk_get_ledger (desk), customer, error);
}

static gboolean
store_person (ArrearsDesk *desk, ArrearsContactPerson *person, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);

  if (person->id == 0)
    {
      person->id = arrears_ledger_insert_person (ledger, person, error);
      return person->id != 0;
    }
  return (person->position != 0 || save_first (desk, person, error))
         && arrears_ledger_update_person (ledger, person, error);
}

static gboolean
log_person (ArrearsDesk *desk, ArrearsContactPerson *person, const char *kind, const char *note,
            GError **error)
{
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (kind, person->customer_id, person->name);

  arrears_record_set_text (&entry->note, note);
  return arrears_desk_log (desk, entry, error);
}

gint64
arrears_contact_save_person (ArrearsDesk *desk, ArrearsContactPerson *person, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction
      = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  g_autoptr (ArrearsContactPerson) prepared = NULL;

  if (transaction == NULL)
    return 0;
  prepared = prepare_person (desk, person, error);
  if (prepared == NULL || !store_person (desk, prepared, error)
      || !log_person (desk, prepared, ARREARS_LOG_PERSON_SAVED, prepared->role, error)
      || !arrears_desk_commit (desk, transaction, error))
    return 0;
  return prepared->id;
}

gboolean
arrears_contact_stop_person (ArrearsDesk *desk, gint64 person_id, const char *reason,
                             GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsContactPerson) person = NULL;
  g_autofree char *why = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  if (why[0] == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                   "reason: expected why the person is not to be contacted");
      return FALSE;
    }
  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  person = transaction != NULL ? load_person (desk, person_id, error) : NULL;
  if (person == NULL)
    return FALSE;
  person->is_stopped = TRUE;
  return arrears_ledger_update_person (arrears_desk_get_ledger (desk), person, error)
         && log_person (desk, person, ARREARS_LOG_PERSON_STOPPED, why, error)
         && arrears_desk_commit (desk, transaction, error);
}

#define LATE_FEE "滞纳金"

static gboolean
load_contract_words (ArrearsDesk *desk, gint64 customer_id, ArrearsWordingFacts *facts,
                     GError **error)
{
  g_autoptr (GPtrArray) contracts = arrears_ledger_load_contracts (
      arrears_desk_get_ledger (desk), customer_id, arrears_desk_get_as_of (desk), error);

  for (guint i = 0; contracts != NULL && i < contracts->len; i++)
    {
      ArrearsContract *contract = g_ptr_array_index (contracts, i);

      if (strstr (contract->charge_clause, LATE_FEE) != NULL
          || strstr (contract->title, LATE_FEE) != NULL)
        facts->contract_says_late_fee = TRUE;
    }
  return contracts != NULL;
}

static gboolean
load_suits (ArrearsDesk *desk, gint64 customer_id, ArrearsWordingFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) events = arrears_ledger_load_register (
      arrears_desk_get_ledger (desk), ARREARS_TYPE_LIMITATION_EVENT, customer_id,
      ARREARS_REGISTER_STANDING, arrears_desk_get_as_of (desk), error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    if (g_str_equal (ARREARS_LIMITATION_EVENT (events->pdata[i])->kind, "suit"))
      facts->is_in_court = TRUE;
  return events != NULL;
}

GArray *
arrears_contact_check_text (ArrearsDesk *desk, gint64 customer_id, const char *text, GError **error)
{
  ArrearsWordingFacts facts = { 0 };

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENCODING, "text: expected UTF-8");
      return NULL;
    }
  if (customer_id != 0
      && (!load_contract_words (desk, customer_id, &facts, error)
          || !load_suits (desk, customer_id, &facts, error)))
    return NULL;
  return arrears_wording_check (text, &facts);
}

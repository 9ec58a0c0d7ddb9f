/* arrears-import-customers.c: taking customers, and finding those that invoices and payments name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-taking-private.h"

#include "arrears-ledger-customers.h"

static void
remember_code (ArrearsImportTaking *taking, ArrearsCustomer *customer)
{
  g_hash_table_insert (taking->customers_by_code, g_strdup (customer->code),
                       g_object_ref (customer));
}

/* What a name finds is to be asked anew: it may be borne by nobody now, or by two. */
static void
forget_name (ArrearsImportTaking *taking, const char *name)
{
  g_hash_table_remove (taking->customers_by_name, name);
}

static ArrearsCustomer *
find_by_code (ArrearsImportTaking *taking, const char *code, GError **error)
{
  ArrearsCustomer *known = g_hash_table_lookup (taking->customers_by_code, code);
  g_autoptr (ArrearsCustomer) found = NULL;

  if (known != NULL)
    return known;
  found = arrears_ledger_find_customer (taking->ledger, code,
                                        arrears_desk_get_as_of (taking->desk), error);
  if (found != NULL)
    remember_code (taking, found);
  return found;
}

/* Only a name that was looked up is remembered: that a customer bears it does not say that no
 * other one does.
 */
static ArrearsCustomer *
find_by_name (ArrearsImportTaking *taking, const char *name, GError **error)
{
  ArrearsCustomer *known = g_hash_table_lookup (taking->customers_by_name, name);
  g_autoptr (ArrearsCustomer) found = NULL;

  if (known != NULL)
    return known;
  found = arrears_ledger_find_customer_by_name (taking->ledger, name,
                                                arrears_desk_get_as_of (taking->desk), error);
  if (found != NULL)
    g_hash_table_insert (taking->customers_by_name, g_strdup (name), g_object_ref (found));
  return found;
}

/* Borrowed; NULL without error where neither the file nor the ledger knows the customer. */
static ArrearsCustomer *
find_customer (ArrearsImportTaking *taking, const char *code, const char *name, GError **error)
{
  gboolean by_code = code[0] != '\0';

  taking->sought_field
      = by_code ? ARREARS_IMPORT_FIELD_CUSTOMER_CODE : ARREARS_IMPORT_FIELD_CUSTOMER_NAME;
  taking->sought = by_code ? code : name;
  return by_code ? find_by_code (taking, code, error) : find_by_name (taking, name, error);
}

static gboolean
insert_customer (ArrearsImportTaking *taking, ArrearsCustomer *customer, GError **error)
{
  taking->has_written = TRUE;
  if (customer->code[0] == '\0')
    {
      g_autofree char *code = arrears_ledger_suggest_customer_code (taking->ledger, error);

      if (code == NULL)
        return FALSE;
      arrears_record_set_text (&customer->code, code);
    }
  if (customer->name[0] == '\0')
    arrears_record_set_text (&customer->name, customer->code);
  customer->id = arrears_ledger_insert_customer (taking->ledger, customer, error);
  if (customer->id == 0)
    return FALSE;
  remember_code (taking, customer);
  forget_name (taking, customer->name);
  return TRUE;
}

static void
warn_of_other_name (ArrearsImportTaking *taking, guint row, ArrearsCustomer *customer,
                    const char *name)
{
  g_autoptr (GError) why
      = g_error_new (ARREARS_ERROR, ARREARS_ERROR_NAME_DIFFERS,
                     "customer %s is called %s in the ledger", customer->code, customer->name);

  arrears_import_taking_warn (taking, row, ARREARS_IMPORT_FIELD_CUSTOMER_NAME, name, why);
}

gboolean
arrears_import_taking_find_debtor (ArrearsImportTaking *taking, guint row, const char *code,
                                   const char *name, ArrearsCustomer **customer, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *customer = find_customer (taking, code, name, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (*customer != NULL && name[0] != '\0' && !g_str_equal (name, (*customer)->name))
    warn_of_other_name (taking, row, *customer, name);
  return TRUE;
}

ArrearsCustomer *
arrears_import_taking_ensure_debtor (ArrearsImportTaking *taking, ArrearsCustomer *found,
                                     const char *code, const char *name, GError **error)
{
  g_autoptr (ArrearsCustomer) made = NULL;

  if (found != NULL)
    return found;
  made = arrears_customer_new ();
  arrears_record_set_text (&made->code, code);
  arrears_record_set_text (&made->name, name);
  made->terms_days = -1;
  if (!insert_customer (taking, made, error))
    return NULL;
  taking->report->n_new_customers++;
  return made;
}

/* Takes the value where the file has one; says whether that changed anything. */
static gboolean
merge_text (char **member, const char *text)
{
  if (text[0] == '\0' || g_str_equal (*member, text))
    return FALSE;
  arrears_record_set_text (member, text);
  return TRUE;
}

static gboolean
merge_customer (ArrearsCustomer *customer, const ArrearsCustomerRow *row)
{
  gboolean is_changed = merge_text (&customer->name, row->customer_name);

  is_changed |= merge_text (&customer->uscc, row->uscc);
  is_changed |= merge_text (&customer->address, row->address);
  is_changed |= merge_text (&customer->contact, row->contact);
  is_changed |= merge_text (&customer->phone, row->phone);
  is_changed |= merge_text (&customer->email, row->email);
  is_changed |= merge_text (&customer->industry, row->industry);
  if (row->terms_days >= 0 && row->terms_days != customer->terms_days)
    {
      customer->terms_days = row->terms_days;
      is_changed = TRUE;
    }
  if (row->has_credit_limit && row->credit_limit.fen != customer->credit_limit.fen)
    {
      customer->credit_limit = row->credit_limit;
      is_changed = TRUE;
    }
  if (row->has_grade && (int) row->grade != customer->grade)
    {
      customer->grade = (int) row->grade;
      is_changed = TRUE;
    }
  return is_changed;
}

static gboolean
take_new_customer (ArrearsImportTaking *taking, const ArrearsCustomerRow *row, GError **error)
{
  g_autoptr (ArrearsCustomer) customer = arrears_customer_new ();

  customer->terms_days = -1;
  arrears_record_set_text (&customer->code, row->customer_code);
  merge_customer (customer, row);
  if (!insert_customer (taking, customer, error))
    return FALSE;
  taking->report->n_added++;
  return TRUE;
}

static gboolean
take_known_customer (ArrearsImportTaking *taking, ArrearsCustomer *known,
                     const ArrearsCustomerRow *row, GError **error)
{
  g_autoptr (ArrearsCustomer) customer = arrears_record_copy (known);
  g_autofree char *former_name = g_strdup (known->name);

  if (!merge_customer (customer, row))
    {
      taking->report->n_unchanged++;
      return TRUE;
    }
  taking->has_written = TRUE;
  if (!arrears_ledger_update_customer (taking->ledger, customer, error))
    return FALSE;
  forget_name (taking, former_name);
  forget_name (taking, customer->name);
  remember_code (taking, customer);
  taking->report->n_updated++;
  return TRUE;
}

gboolean
arrears_import_taking_take_customer (ArrearsImportTaking *taking, const ArrearsCustomerRow *row,
                                     GError **error)
{
  g_autoptr (GError) failure = NULL;
  ArrearsCustomer *known = find_customer (taking, row->customer_code, row->customer_name, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return known != NULL ? take_known_customer (taking, known, row, error)
                       : take_new_customer (taking, row, error);
}

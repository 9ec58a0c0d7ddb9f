/* arrears-ledger-customers.c: customers and their contracts in the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-customers.h"

#include "arrears-ledger-changes.h"
#include "arrears-ledger-private.h"
#include "arrears-query.h"

#define CUSTOMER_COLUMNS                                                                           \
  "c.id, c.code, c.name, c.uscc, c.address, p.name AS contact, p.phone, p.email, c.terms_days, "   \
  "c.credit_limit_fen AS credit_limit, c.industry, " ARREARS_LEDGER_GRADE_NUMBER " AS grade, "       \
  "c.owner, c.policy_id, c.payment_order "
#define CONTACT_JOIN "LEFT JOIN contact p ON p.customer_id = c.id AND p.position = 0 "

ArrearsCustomer *
arrears_ledger_load_customer (ArrearsLedger *ledger, gint64 id, ArrearsDay as_of, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load a customer",
      "SELECT " CUSTOMER_COLUMNS "FROM customer c " CONTACT_JOIN "WHERE c.id = :id");

  arrears_query_bind_integer (query, ":id", id);
  return arrears_ledger_rewind_one (
      ledger, arrears_query_collect_record (query, ARREARS_TYPE_CUSTOMER, error), as_of, error);
}

ArrearsCustomer *
arrears_ledger_find_customer (ArrearsLedger *ledger, const char *code, ArrearsDay as_of,
                              GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "find a customer by code",
      "SELECT " CUSTOMER_COLUMNS "FROM customer c " CONTACT_JOIN "WHERE c.code = :code");

  arrears_query_bind_text (query, ":code", code);
  return arrears_ledger_rewind_one (
      ledger, arrears_query_collect_record (query, ARREARS_TYPE_CUSTOMER, error), as_of, error);
}

ArrearsCustomer *
arrears_ledger_find_customer_by_name (ArrearsLedger *ledger, const char *name, ArrearsDay as_of,
                                      GError **error)
{
  g_autoptr (GPtrArray) customers = NULL;
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "find a customer by name",
      "SELECT " CUSTOMER_COLUMNS "FROM customer c " CONTACT_JOIN "WHERE c.name = :name LIMIT 2");

  arrears_query_bind_text (query, ":name", name);
  customers = arrears_query_collect_records (query, ARREARS_TYPE_CUSTOMER, error);
  if (customers == NULL || customers->len == 0)
    return NULL;
  if (customers->len > 1)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE,
                   "several customers are named %s; a code is needed", name);
      return NULL;
    }
  return arrears_ledger_rewind_one (ledger, g_ptr_array_steal_index (customers, 0), as_of, error);
}

GPtrArray *
arrears_ledger_load_customers (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                               ArrearsDay as_of, GError **error)
{
  g_autoptr (GPtrArray) customers = NULL;
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load customers",
      "SELECT chosen.key AS position, " CUSTOMER_COLUMNS
      "FROM json_each (:ids) chosen CROSS JOIN customer c ON c.id = chosen.value " CONTACT_JOIN);

  arrears_query_bind_ids (query, ":ids", ids, n_ids);
  customers = arrears_query_collect_by_position (query, ARREARS_TYPE_CUSTOMER, n_ids, error);
  if (customers == NULL || !arrears_ledger_rewind (ledger, customers, as_of, error))
    return NULL;
  return g_steal_pointer (&customers);
}

/* Whoever asked not to be contacted stays on the list when another takes their place. */
static gboolean
keep_stopped_contact (ArrearsLedger *ledger, gint64 customer_id, ArrearsCustomer *customer,
                      GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "keep a contact that is stopped",
      "INSERT INTO contact (customer_id, position, name, phone, email, role, is_stopped) "
      "SELECT customer_id, (SELECT max (position) + 1 FROM contact "
      "WHERE customer_id = :customer_id), name, phone, email, role, 1 FROM contact "
      "WHERE customer_id = :customer_id AND position = 0 AND is_stopped = 1 AND name <> :contact");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_text (query, ":contact", customer->contact);
  return arrears_query_run (query, error);
}

static gboolean
save_contact (ArrearsLedger *ledger, gint64 customer_id, ArrearsCustomer *customer,
              GError **error)
{
  g_autoptr (ArrearsQuery) query = NULL;

  if (!keep_stopped_contact (ledger, customer_id, customer, error))
    return FALSE;
  query = arrears_query_open (ledger, "save the contact of a customer",
                              "INSERT INTO contact (customer_id, name, phone, email) "
                              "VALUES (:customer_id, :contact, :phone, :email) "
                              "ON CONFLICT (customer_id, position) DO UPDATE "
                              "SET name = :contact, phone = :phone, email = :email, "
                              "role = iif (name = :contact, role, ''), "
                              "is_stopped = iif (name = :contact, is_stopped, 0)");
  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_record (query, customer);
  return arrears_query_run (query, error);
}

gint64
arrears_ledger_insert_customer (ArrearsLedger *ledger, ArrearsCustomer *customer, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 id;

  if (transaction == NULL)
    return 0;
  query = arrears_query_open (ledger, "insert a customer",
                              "INSERT INTO customer (code, name, uscc, address, terms_days, "
                              "credit_limit_fen, industry, grade, owner, policy_id, "
                              "payment_order, recorded_on) "
                              "VALUES (:code, :name, :uscc, :address, :terms_days, "
                              ":credit_limit, :industry, " ARREARS_LEDGER_GRADE_WORD ", :owner, "
                              "nullif (:policy_id, 0), :payment_order, :day)");
  arrears_query_bind_record (query, customer);
  arrears_query_bind_day (query, ":day", arrears_ledger_get_day (ledger));
  id = arrears_query_run_insert (query, error);
  if (id == 0)
    return arrears_ledger_explain_duplicate (error, "customer code", customer->code);
  if (!save_contact (ledger, id, customer, error)
      || !arrears_transaction_commit (transaction, error))
    return 0;
  return id;
}

static gboolean
update_row (ArrearsLedger *ledger, ArrearsCustomer *customer, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "update a customer",
      "UPDATE customer SET code = :code, name = :name, uscc = :uscc, address = :address, "
      "terms_days = :terms_days, credit_limit_fen = :credit_limit, industry = :industry, "
      "grade = " ARREARS_LEDGER_GRADE_WORD ", owner = :owner, policy_id = nullif (:policy_id, 0), "
      "payment_order = :payment_order WHERE id = :id");

  arrears_query_bind_record (query, customer);
  return arrears_query_run (query, error)
         || arrears_ledger_explain_duplicate (error, "customer code", customer->code);
}

gboolean
arrears_ledger_update_customer (ArrearsLedger *ledger, ArrearsCustomer *customer, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsCustomer) before = NULL;

  if (transaction == NULL)
    return FALSE;
  before = arrears_ledger_load_customer (ledger, customer->id, ARREARS_DAY_LAST, &failure);
  if (before == NULL)
    return arrears_ledger_explain_missing (error, &failure, "customer", customer->id);
  if (!update_row (ledger, customer, error)
      || !save_contact (ledger, customer->id, customer, error)
      || !arrears_ledger_note_changes (ledger, before, customer, error))
    return FALSE;
  ledger->lowest_code = 1;
  return arrears_transaction_commit (transaction, error);
}

/* Within one write scope the codes below the last answer stay taken, so that an import of many
 * customers does not begin at 0001 each time.
 */
char *
arrears_ledger_suggest_customer_code (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for a free customer code",
      "WITH RECURSIVE candidate (number) AS ("
      "  SELECT :lowest UNION ALL SELECT number + 1 FROM candidate"
      "  WHERE EXISTS (SELECT 1 FROM customer WHERE code = printf ('%04d', number))) "
      "SELECT max (number) FROM candidate");
  gboolean is_writing = ledger->depth > 0 && !ledger->is_reading;
  gint64 number;

  arrears_query_bind_integer (query, ":lowest", is_writing ? ledger->lowest_code : 1);
  if (!arrears_query_collect_integer (query, 1, &number, error))
    return NULL;
  ledger->lowest_code = number;
  return g_strdup_printf ("%04" G_GINT64_FORMAT, number);
}

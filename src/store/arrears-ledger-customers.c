/* arrears-ledger-customers.c: customers and their contracts in the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-customers.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"

#define CUSTOMER_COLUMNS                                                                           \
  "c.id, c.code, c.name, c.uscc, c.address, p.name AS contact, p.phone, p.email, c.terms_days, "   \
  "c.credit_limit_fen AS credit_limit, c.industry, " ARREARS_LEDGER_GRADE_NUMBER " AS grade "
#define CONTACT_JOIN "LEFT JOIN contact p ON p.customer_id = c.id AND p.position = 0 "

ArrearsCustomer *
arrears_ledger_load_customer (ArrearsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load a customer",
      "SELECT " CUSTOMER_COLUMNS "FROM customer c " CONTACT_JOIN "WHERE c.id = :id");

  arrears_query_bind_integer (query, ":id", id);
  return arrears_query_collect_record (query, ARREARS_TYPE_CUSTOMER, error);
}

ArrearsCustomer *
arrears_ledger_find_customer (ArrearsLedger *ledger, const char *code, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "find a customer by code",
      "SELECT " CUSTOMER_COLUMNS "FROM customer c " CONTACT_JOIN "WHERE c.code = :code");

  arrears_query_bind_text (query, ":code", code);
  return arrears_query_collect_record (query, ARREARS_TYPE_CUSTOMER, error);
}

ArrearsCustomer *
arrears_ledger_find_customer_by_name (ArrearsLedger *ledger, const char *name, GError **error)
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
  return g_ptr_array_steal_index (customers, 0);
}

GPtrArray *
arrears_ledger_load_customers (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                               GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load customers",
      "SELECT chosen.key AS position, " CUSTOMER_COLUMNS
      "FROM json_each (:ids) chosen CROSS JOIN customer c ON c.id = chosen.value " CONTACT_JOIN);

  arrears_query_bind_ids (query, ":ids", ids, n_ids);
  return arrears_query_collect_by_position (query, ARREARS_TYPE_CUSTOMER, n_ids, error);
}

static gboolean
save_contact (ArrearsLedger *ledger, gint64 customer_id, ArrearsCustomer *customer,
              GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "save the contact of a customer",
                            "INSERT INTO contact (customer_id, name, phone, email) "
                            "VALUES (:customer_id, :contact, :phone, :email) "
                            "ON CONFLICT (customer_id, position) DO UPDATE "
                            "SET name = :contact, phone = :phone, email = :email");

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
                              "credit_limit_fen, industry, grade) "
                              "VALUES (:code, :name, :uscc, :address, :terms_days, "
                              ":credit_limit, :industry, " ARREARS_LEDGER_GRADE_WORD ")");
  arrears_query_bind_record (query, customer);
  id = arrears_query_run_insert (query, error);
  if (id == 0)
    return arrears_ledger_explain_duplicate (error, "customer code", customer->code);
  if (!save_contact (ledger, id, customer, error)
      || !arrears_transaction_commit (transaction, error))
    return 0;
  return id;
}

static gboolean
fail_not_found (const char *thing, gint64 id, GError **error)
{
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
               "there is no %s with the id %" G_GINT64_FORMAT, thing, id);
  return FALSE;
}

gboolean
arrears_ledger_update_customer (ArrearsLedger *ledger, ArrearsCustomer *customer, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 id;

  if (transaction == NULL)
    return FALSE;
  query = arrears_query_open (ledger, "update a customer",
                              "UPDATE customer SET code = :code, name = :name, uscc = :uscc, "
                              "address = :address, terms_days = :terms_days, "
                              "credit_limit_fen = :credit_limit, industry = :industry, "
                              "grade = " ARREARS_LEDGER_GRADE_WORD " WHERE id = :id RETURNING id");
  arrears_query_bind_record (query, customer);
  if (!arrears_query_collect_integer (query, 0, &id, error))
    return arrears_ledger_explain_duplicate (error, "customer code", customer->code);
  if (id == 0)
    return fail_not_found ("customer", customer->id, error);
  ledger->lowest_code = 1;
  return save_contact (ledger, id, customer, error)
         && arrears_transaction_commit (transaction, error);
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

#define CONTRACT_COLUMNS                                                                           \
  "id, customer_id, number, title, signed_on, charge_clause, charge_terms, grace_days, charge_cap "

static gboolean
find_contract (ArrearsLedger *ledger, gint64 customer_id, const char *number, gint64 *id,
               GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "find a contract",
                            "SELECT id FROM contract WHERE customer_id = :customer_id "
                            "AND number = :number");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_text (query, ":number", number);
  return arrears_query_collect_integer (query, 0, id, error);
}

gint64
arrears_ledger_ensure_contract (ArrearsLedger *ledger, gint64 customer_id, const char *number,
                                GError **error)
{
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 id;

  if (!find_contract (ledger, customer_id, number, &id, error) || id != 0)
    return id;
  query = arrears_query_open (ledger, "insert a contract",
                              "INSERT INTO contract (customer_id, number, title, signed_on, "
                              "charge_clause, charge_terms, grace_days, charge_cap) "
                              "VALUES (:customer_id, :number, '', 0, '', '', 0, '')");
  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_text (query, ":number", number);
  return arrears_query_run_insert (query, error);
}

GPtrArray *
arrears_ledger_load_contracts (ArrearsLedger *ledger, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "load the contracts of a customer",
                            "SELECT " CONTRACT_COLUMNS "FROM contract "
                            "WHERE customer_id = :customer_id ORDER BY number");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  return arrears_query_collect_records (query, ARREARS_TYPE_CONTRACT, error);
}

gboolean
arrears_ledger_update_contract (ArrearsLedger *ledger, ArrearsContract *contract, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "update a contract",
                            "UPDATE contract SET number = :number, title = :title, "
                            "signed_on = :signed_on, charge_clause = :charge_clause, "
                            "charge_terms = :charge_terms, grace_days = :grace_days, "
                            "charge_cap = :charge_cap WHERE id = :id RETURNING id");
  gint64 id;

  arrears_query_bind_record (query, contract);
  if (!arrears_query_collect_integer (query, 0, &id, error))
    return arrears_ledger_explain_duplicate (error, "contract number", contract->number);
  return id != 0 || fail_not_found ("contract", contract->id, error);
}

/* arrears-ledger-invoices.c: invoices and what is open of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-invoices.h"

#include "arrears-ledger-changes.h"
#include "arrears-ledger-private.h"
#include "arrears-query.h"

#define HAS_ENDED "i.ended_on BETWEEN 1 AND :known_on"
#define STANDS(x)                                                                                  \
  x ".from_on <= :as_of AND " x ".recorded_on <= :known_on "                                       \
    "AND (" x ".ended_on = 0 OR " x ".ended_on > :as_of)"
#define SUM_OF_DISPUTES                                                                            \
  "(SELECT coalesce (sum (d.amount_fen), 0) FROM dispute d WHERE d.customer_id = i.customer_id "   \
  "AND d.invoice_id = i.id AND " STANDS ("d") ")"
#define IS_PAUSED                                                                                  \
  "EXISTS (SELECT 1 FROM pause p WHERE p.customer_id = i.customer_id "                             \
  "AND (p.invoice_id IS NULL OR p.invoice_id = i.id) AND p.until_on > :as_of AND " STANDS (        \
      "p") ")"
#define INVOICE_COLUMNS                                                                            \
  "i.id, i.customer_id, c.code AS customer_code, c.name AS customer_name, i.contract_id, "         \
  "k.number AS contract_number, i.number, i.fapiao_number, i.order_number, i.delivery_number, "    \
  "i.issued_on, i.delivered_on, i.due_on, i.amount_fen AS amount, " ARREARS_LEDGER_OPEN_THEN       \
  " AS open, i.note, i.recorded_on, i.whole_id, i.policy_id, "                                     \
  "iif (" HAS_ENDED ", i.ended_on, 0) AS ended_on, "                                               \
  "iif (" HAS_ENDED ", i.ended_how, '') AS ended_how, "                                            \
  "iif (" HAS_ENDED ", i.ended_note, '') AS ended_note, " SUM_OF_DISPUTES                          \
  " AS disputed, " IS_PAUSED " AS is_paused "
#define NAMES_JOIN                                                                                 \
  "JOIN customer c ON c.id = i.customer_id LEFT JOIN contract k ON k.id = i.contract_id "

/* Sets back what was changed since, and adds what follows from the rest. */
static GPtrArray *
complete (ArrearsLedger *ledger, GPtrArray *invoices, ArrearsDay as_of, GError **error)
{
  g_autoptr (GPtrArray) owned = invoices;

  if (invoices == NULL || !arrears_ledger_rewind (ledger, invoices, as_of, error))
    return NULL;
  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      if (invoice == NULL)
        continue;
      invoice->days_overdue = arrears_day_count (invoice->due_on, as_of);
      invoice->disputed = arrears_money_min (invoice->disputed, invoice->open);
    }
  return g_steal_pointer (&owned);
}

ArrearsInvoice *
arrears_ledger_find_invoice (ArrearsLedger *ledger, const char *number, ArrearsDay as_of,
                             GError **error)
{
  g_autoptr (GPtrArray) invoices = NULL;
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "find an invoice",
      "SELECT " INVOICE_COLUMNS "FROM invoice i " NAMES_JOIN "WHERE i.number = :number");

  arrears_query_bind_text (query, ":number", number);
  arrears_query_bind_as_of (query, as_of);
  invoices = complete (ledger, arrears_query_collect_records (query, ARREARS_TYPE_INVOICE, error),
                       as_of, error);
  return invoices != NULL && invoices->len > 0 ? g_ptr_array_steal_index (invoices, 0) : NULL;
}

GPtrArray *
arrears_ledger_load_invoices (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                              ArrearsDay as_of, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load invoices",
      "SELECT chosen.key AS position, " INVOICE_COLUMNS
      "FROM json_each (:ids) chosen CROSS JOIN invoice i ON i.id = chosen.value " NAMES_JOIN);

  arrears_query_bind_ids (query, ":ids", ids, n_ids);
  arrears_query_bind_as_of (query, as_of);
  return complete (ledger,
                   arrears_query_collect_by_position (query, ARREARS_TYPE_INVOICE, n_ids, error),
                   as_of, error);
}

static int
compare_due_days (gconstpointer a, gconstpointer b)
{
  ArrearsInvoice *left = *(gpointer const *) a;
  ArrearsInvoice *right = *(gpointer const *) b;
  int order = arrears_day_compare (left->due_on, right->due_on);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

GPtrArray *
arrears_ledger_load_instalments (ArrearsLedger *ledger, gint64 whole_id, ArrearsDay as_of,
                                 GError **error)
{
  GPtrArray *instalments = NULL;
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "load instalments",
                            "SELECT " INVOICE_COLUMNS "FROM invoice i " NAMES_JOIN
                            "WHERE i.whole_id = :whole_id AND " ARREARS_LEDGER_INVOICE_COUNTS);

  arrears_query_bind_integer (query, ":whole_id", whole_id);
  arrears_query_bind_as_of (query, as_of);
  instalments = complete (
      ledger, arrears_query_collect_records (query, ARREARS_TYPE_INVOICE, error), as_of, error);
  if (instalments != NULL)
    g_ptr_array_sort (instalments, compare_due_days);
  return instalments;
}

static gboolean
check_new (ArrearsInvoice *invoice, GError **error)
{
  g_autofree char *amount = arrears_money_to_string (invoice->amount);

  if (invoice->amount.fen > 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
               "invoice %s: the amount %s must be more than zero", invoice->number, amount);
  return FALSE;
}

static ArrearsInvoice *
load_now (ArrearsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) invoices
      = arrears_ledger_load_invoices (ledger, &id, 1, ARREARS_DAY_LAST, error);

  return invoices != NULL ? g_ptr_array_steal_index (invoices, 0) : NULL;
}

/* A number that a voided invoice bears is free again: that one goes on as NUMBER#ID, and by its own
 * number on the days before.
 */
static gboolean
free_number (ArrearsLedger *ledger, ArrearsInvoice *voided, GError **error)
{
  g_autoptr (ArrearsInvoice) now = NULL;
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "free the number of a voided invoice",
      "UPDATE invoice SET number = number || '#' || id WHERE id = :id");

  arrears_query_bind_integer (query, ":id", voided->id);
  return arrears_query_run (query, error) && (now = load_now (ledger, voided->id, error)) != NULL
         && arrears_ledger_note_changes (ledger, voided, now, error)
         && arrears_ledger_index_anew (ledger, voided, now, error);
}

static gint64
insert_row (ArrearsLedger *ledger, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "insert an invoice",
      "INSERT INTO invoice (customer_id, contract_id, number, fapiao_number, order_number, "
      "delivery_number, issued_on, delivered_on, due_on, amount_fen, open_fen, note, recorded_on, "
      "whole_id, policy_id) "
      "VALUES (:customer_id, nullif (:contract_id, 0), :number, :fapiao_number, :order_number, "
      ":delivery_number, :issued_on, :delivered_on, :due_on, :amount, :amount, :note, "
      ":entered_on, nullif (:whole_id, 0), nullif (:policy_id, 0))");

  arrears_query_bind_record (query, invoice);
  arrears_query_bind_day (query, ":entered_on",
                          arrears_ledger_get_recorded_on (ledger, invoice->issued_on));
  return arrears_query_run_insert (query, error);
}

/* Where the number is taken, it may be by an invoice that was voided. */
static gint64
insert_under_number (ArrearsLedger *ledger, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autoptr (ArrearsInvoice) taken = NULL;
  gint64 id = insert_row (ledger, invoice, &refusal);

  if (id != 0)
    return id;
  if (g_error_matches (refusal, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE))
    taken = arrears_ledger_find_invoice (ledger, invoice->number, ARREARS_DAY_LAST, NULL);
  if (taken == NULL || !g_str_equal (taken->ended_how, "voided"))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return 0;
    }
  return free_number (ledger, taken, error) ? insert_row (ledger, invoice, error) : 0;
}

gint64
arrears_ledger_insert_invoice (ArrearsLedger *ledger, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  gint64 id;

  if (!check_new (invoice, error))
    return 0;
  transaction = arrears_transaction_join (ledger, error);
  if (transaction == NULL)
    return 0;
  id = insert_under_number (ledger, invoice, error);
  if (id == 0)
    return arrears_ledger_explain_duplicate (error, "invoice number", invoice->number);
  if (ledger->first_unindexed == 0)
    ledger->first_unindexed = id;
  return arrears_transaction_commit (transaction, error) ? id : 0;
}

/* Money that came in for its charge or its costs holds it as well. */
static gboolean
check_unpaid (ArrearsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for allocations to an invoice",
      "SELECT EXISTS (SELECT 1 FROM allocation WHERE invoice_id = :id AND undone_on = 0)");
  gint64 is_paid;

  arrears_query_bind_integer (query, ":id", id);
  if (!arrears_query_collect_integer (query, 0, &is_paid, error))
    return FALSE;
  if (is_paid == 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
               "invoice %" G_GINT64_FORMAT " cannot end: something is allocated to it", id);
  return FALSE;
}

gboolean
arrears_ledger_end_invoice (ArrearsLedger *ledger, gint64 id, const char *how, const char *note,
                            GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 ended_id;

  if (transaction == NULL || !check_unpaid (ledger, id, error))
    return FALSE;
  query = arrears_query_open (
      ledger, "end an invoice",
      "UPDATE invoice SET open_fen = 0, ended_on = iif (:day > 0, :day, issued_on), "
      "ended_how = :how, ended_note = :note WHERE id = :id AND ended_on = 0 RETURNING id");
  arrears_query_bind_integer (query, ":id", id);
  arrears_query_bind_day (query, ":day", arrears_ledger_get_day (ledger));
  arrears_query_bind_text (query, ":how", how);
  arrears_query_bind_text (query, ":note", note);
  if (!arrears_query_collect_integer (query, 0, &ended_id, error))
    return FALSE;
  if (ended_id == 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                   "there is no invoice %" G_GINT64_FORMAT " that has not ended", id);
      return FALSE;
    }
  return arrears_transaction_commit (transaction, error);
}

static gboolean
update_row (ArrearsLedger *ledger, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "update an invoice",
      "UPDATE invoice SET due_on = :due_on, contract_id = nullif (:contract_id, 0), "
      "policy_id = nullif (:policy_id, 0), note = :note WHERE id = :id");

  arrears_query_bind_record (query, invoice);
  return arrears_query_run (query, error);
}

gboolean
arrears_ledger_update_invoice (ArrearsLedger *ledger, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) before = NULL;
  g_autoptr (ArrearsInvoice) now = NULL;

  if (transaction == NULL)
    return FALSE;
  before = load_now (ledger, invoice->id, &failure);
  if (before == NULL)
    return arrears_ledger_explain_missing (error, &failure, "invoice", invoice->id);
  if (!update_row (ledger, invoice, error) || (now = load_now (ledger, invoice->id, error)) == NULL
      || !arrears_ledger_note_changes (ledger, before, now, error)
      || !arrears_ledger_index_anew (ledger, before, now, error))
    return FALSE;
  return arrears_transaction_commit (transaction, error);
}

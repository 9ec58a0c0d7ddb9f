/* arrears-ledger-receipts.c: receipts, credit notes and write-offs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-receipts.h"

#include "arrears-ledger-changes.h"
#include "arrears-ledger-private.h"
#include "arrears-query.h"

#define SUM_OF_ALLOCATIONS                                                                         \
  "(SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a "                                    \
  "WHERE a.receipt_id = r.id AND " ARREARS_LEDGER_ALLOCATION_COUNTS
#define IS_VOID "r.voided_on BETWEEN 1 AND :known_on"
#define RECEIPT_COLUMNS                                                                            \
  "r.id, r.customer_id, c.code AS customer_code, c.name AS customer_name, r.kind, "                \
  "r.received_on, r.amount_fen AS amount, r.reference, r.note, r.recorded_on, "                    \
  "iif (" IS_VOID ", 0, r.amount_fen - " SUM_OF_ALLOCATIONS ")) AS unapplied, " SUM_OF_ALLOCATIONS \
  "AND a.part = 'refund') AS refunded, "                                                           \
  "iif (" IS_VOID ", r.voided_on, 0) AS voided_on, "                                               \
  "iif (" IS_VOID ", r.void_reason, '') AS void_reason "
#define NAMES_JOIN "CROSS JOIN customer c ON c.id = r.customer_id "

static gboolean
check_new (ArrearsReceipt *receipt, GError **error)
{
  static const char *const kinds[] = { "receipt", "credit_note", "write_off", NULL };
  g_autofree char *amount = arrears_money_to_string (receipt->amount);

  if (!g_strv_contains (kinds, receipt->kind))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                   "the kind %s is none of receipt, credit_note and write_off", receipt->kind);
      return FALSE;
    }
  if (receipt->amount.fen > 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
               "%s %s: the amount %s must be more than zero", receipt->kind, receipt->reference,
               amount);
  return FALSE;
}

gint64
arrears_ledger_insert_receipt (ArrearsLedger *ledger, ArrearsReceipt *receipt, GError **error)
{
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 id;

  if (!check_new (receipt, error))
    return 0;
  query = arrears_query_open (ledger, "insert a receipt",
                              "INSERT INTO receipt (customer_id, kind, received_on, recorded_on, "
                              "amount_fen, unapplied_fen, reference, note) "
                              "VALUES (:customer_id, :kind, :received_on, :entered_on, :amount, "
                              ":amount, :reference, :note)");
  arrears_query_bind_record (query, receipt);
  arrears_query_bind_day (query, ":entered_on",
                          arrears_ledger_get_recorded_on (ledger, receipt->received_on));
  id = arrears_query_run_insert (query, error);
  if (id == 0)
    return arrears_ledger_explain_duplicate (error, "credit note number", receipt->reference);
  return id;
}

ArrearsReceipt *
arrears_ledger_load_receipt (ArrearsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load a receipt",
      "SELECT " RECEIPT_COLUMNS "FROM receipt r " NAMES_JOIN "WHERE r.id = :id");

  arrears_query_bind_integer (query, ":id", id);
  arrears_query_bind_as_of (query, ARREARS_DAY_LAST);
  return arrears_query_collect_record (query, ARREARS_TYPE_RECEIPT, error);
}

ArrearsReceipt *
arrears_ledger_find_credit_note (ArrearsLedger *ledger, const char *number, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "find a credit note",
                            "SELECT " RECEIPT_COLUMNS "FROM receipt r " NAMES_JOIN
                            "WHERE r.kind = 'credit_note' AND r.voided_on = 0 "
                            "AND r.reference = :number");

  arrears_query_bind_text (query, ":number", number);
  arrears_query_bind_as_of (query, ARREARS_DAY_LAST);
  return arrears_query_collect_record (query, ARREARS_TYPE_RECEIPT, error);
}

int
arrears_ledger_count_receipts (ArrearsLedger *ledger, ArrearsReceipt *receipt, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "count equal receipts",
      "SELECT count (*) FROM receipt WHERE customer_id = :customer_id "
      "AND received_on = :received_on AND amount_fen = :amount AND reference = :reference "
      "AND kind = :kind AND voided_on = 0");
  gint64 n_receipts;

  arrears_query_bind_record (query, receipt);
  if (!arrears_query_collect_integer (query, 0, &n_receipts, error))
    return -1;
  return (int) n_receipts;
}

GPtrArray *
arrears_ledger_load_receipts (ArrearsLedger *ledger, gint64 customer_id, ArrearsReceiptState state,
                              ArrearsDay as_of, guint limit, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT " RECEIPT_COLUMNS "FROM receipt r " NAMES_JOIN
                                          "WHERE r.received_on <= :as_of "
                                          "AND r.recorded_on <= :known_on ");
  g_autoptr (ArrearsQuery) query = NULL;
  g_autoptr (GPtrArray) receipts = NULL;

  if (customer_id != 0)
    g_string_append (sql, "AND r.customer_id = :customer_id ");
  if (state == ARREARS_RECEIPT_STATE_VALID)
    g_string_append (sql, "AND NOT (" IS_VOID ") ");
  g_string_append (sql, "ORDER BY r.received_on DESC, r.id DESC LIMIT :limit");
  query = arrears_query_open (ledger, "load receipts", sql->str);
  if (customer_id != 0)
    arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_as_of (query, as_of);
  arrears_query_bind_integer (query, ":limit", limit);
  receipts = arrears_query_collect_records (query, ARREARS_TYPE_RECEIPT, error);
  if (receipts == NULL || !arrears_ledger_rewind (ledger, receipts, as_of, error))
    return NULL;
  return g_steal_pointer (&receipts);
}

gboolean
arrears_ledger_void_receipt (ArrearsLedger *ledger, gint64 id, const char *reason, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 voided_id;

  if (transaction == NULL || !arrears_ledger_undo_all_of_receipt (ledger, id, error))
    return FALSE;
  query = arrears_query_open (
      ledger, "void a receipt",
      "UPDATE receipt SET unapplied_fen = 0, voided_on = iif (:day > 0, :day, received_on), "
      "void_reason = :reason WHERE id = :id AND voided_on = 0 RETURNING id");
  arrears_query_bind_integer (query, ":id", id);
  arrears_query_bind_day (query, ":day", arrears_ledger_get_day (ledger));
  arrears_query_bind_text (query, ":reason", reason);
  if (!arrears_query_collect_integer (query, 0, &voided_id, error))
    return FALSE;
  if (voided_id == 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                   "there is no receipt %" G_GINT64_FORMAT " that is not void", id);
      return FALSE;
    }
  return arrears_transaction_commit (transaction, error);
}

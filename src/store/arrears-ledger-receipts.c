/* arrears-ledger-receipts.c: receipts, credit notes and allocations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-receipts.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"

#define RECEIPT_COLUMNS                                                                            \
  "r.id, r.customer_id, c.code AS customer_code, c.name AS customer_name, r.kind, "                \
  "r.received_on, r.amount_fen AS amount, r.reference, r.note, "
#define UNAPPLIED_NOW "r.unapplied_fen AS unapplied "
#define UNAPPLIED_THEN                                                                             \
  "r.unapplied_fen + (SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a "                  \
  "WHERE a.receipt_id = r.id AND a.allocated_on > :as_of AND a.undone_on = 0) AS unapplied "
#define NAMES_JOIN "CROSS JOIN customer c ON c.id = r.customer_id "

static gboolean
check_new (ArrearsReceipt *receipt, GError **error)
{
  g_autofree char *amount = arrears_money_to_string (receipt->amount);

  if (!g_str_equal (receipt->kind, "receipt") && !g_str_equal (receipt->kind, "credit_note"))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                   "the kind %s is neither receipt nor credit_note", receipt->kind);
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
                              "VALUES (:customer_id, :kind, :received_on, :recorded_on, :amount, "
                              ":amount, :reference, :note)");
  arrears_query_bind_record (query, receipt);
  arrears_query_bind_day (query, ":recorded_on",
                          arrears_ledger_get_recorded_on (ledger, receipt->received_on));
  id = arrears_query_run_insert (query, error);
  if (id == 0)
    return arrears_ledger_explain_duplicate (error, "credit note number", receipt->reference);
  return id;
}

ArrearsReceipt *
arrears_ledger_load_receipt (ArrearsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "load a receipt",
                            "SELECT " RECEIPT_COLUMNS UNAPPLIED_NOW "FROM receipt r " NAMES_JOIN
                            "WHERE r.id = :id");

  arrears_query_bind_integer (query, ":id", id);
  return arrears_query_collect_record (query, ARREARS_TYPE_RECEIPT, error);
}

ArrearsReceipt *
arrears_ledger_find_credit_note (ArrearsLedger *ledger, const char *number, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "find a credit note",
                            "SELECT " RECEIPT_COLUMNS UNAPPLIED_NOW "FROM receipt r " NAMES_JOIN
                            "WHERE r.kind = 'credit_note' AND r.reference = :number");

  arrears_query_bind_text (query, ":number", number);
  return arrears_query_collect_record (query, ARREARS_TYPE_RECEIPT, error);
}

int
arrears_ledger_count_receipts (ArrearsLedger *ledger, ArrearsReceipt *receipt, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "count equal receipts",
      "SELECT count (*) FROM receipt WHERE customer_id = :customer_id "
      "AND received_on = :received_on AND amount_fen = :amount AND reference = :reference "
      "AND kind = :kind");
  gint64 n_receipts;

  arrears_query_bind_record (query, receipt);
  if (!arrears_query_collect_integer (query, 0, &n_receipts, error))
    return -1;
  return (int) n_receipts;
}

GPtrArray *
arrears_ledger_load_receipts (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay as_of,
                              guint limit, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load receipts",
      customer_id != 0
          ? "SELECT " RECEIPT_COLUMNS UNAPPLIED_THEN "FROM receipt r " NAMES_JOIN
            "WHERE r.customer_id = :customer_id AND r.received_on <= :as_of "
            "ORDER BY r.received_on DESC, r.id DESC LIMIT :limit"
          : "SELECT " RECEIPT_COLUMNS UNAPPLIED_THEN "FROM receipt r " NAMES_JOIN
            "WHERE r.received_on <= :as_of "
            "ORDER BY r.received_on DESC, r.id DESC LIMIT :limit");

  if (customer_id != 0)
    arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_day (query, ":as_of", as_of);
  arrears_query_bind_integer (query, ":limit", limit);
  return arrears_query_collect_records (query, ARREARS_TYPE_RECEIPT, error);
}

/* Both sides of an allocation that is to be made. */
typedef struct
{
  gint64 invoice_customer_id;
  gint64 receipt_customer_id;
  ArrearsDay issued_on;
  ArrearsDay received_on;
  ArrearsMoney open;
  ArrearsMoney unapplied;
} Sides;

static gboolean
load_sides (ArrearsLedger *ledger, const ArrearsAllocation *allocation, Sides *sides,
            GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "read both sides of an allocation",
      "SELECT i.customer_id, r.customer_id, i.issued_on, r.received_on, i.open_fen, "
      "r.unapplied_fen FROM invoice i CROSS JOIN receipt r "
      "WHERE i.id = :invoice_id AND r.id = :receipt_id");

  arrears_query_bind_integer (query, ":invoice_id", allocation->invoice_id);
  arrears_query_bind_integer (query, ":receipt_id", allocation->receipt_id);
  if (arrears_query_next (query))
    {
      *sides = (Sides) {
        .invoice_customer_id = arrears_query_get_integer (query, 0),
        .receipt_customer_id = arrears_query_get_integer (query, 1),
        .issued_on = arrears_query_get_day (query, 2),
        .received_on = arrears_query_get_day (query, 3),
        .open = arrears_query_get_money (query, 4),
        .unapplied = arrears_query_get_money (query, 5),
      };
      return TRUE;
    }
  if (arrears_query_finish (query, error))
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "there is no invoice %" G_GINT64_FORMAT " or no receipt %" G_GINT64_FORMAT,
                 allocation->invoice_id, allocation->receipt_id);
  return FALSE;
}

static gboolean
check_amount (const ArrearsAllocation *allocation, const Sides *sides, GError **error)
{
  g_autofree char *amount = arrears_money_to_string (allocation->amount);
  g_autofree char *open = arrears_money_to_string (sides->open);
  g_autofree char *unapplied = arrears_money_to_string (sides->unapplied);

  if (allocation->amount.fen <= 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                 "the amount %s to allocate must be more than zero", amount);
  else if (arrears_money_compare (allocation->amount, sides->open) > 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE,
                 "%s cannot be allocated to an invoice of which %s is open", amount, open);
  else if (arrears_money_compare (allocation->amount, sides->unapplied) > 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE,
                 "%s cannot be allocated from a receipt of which %s is unapplied", amount,
                 unapplied);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_allocation (const ArrearsAllocation *allocation, const Sides *sides, GError **error)
{
  ArrearsDay first = arrears_day_max (sides->issued_on, sides->received_on);
  g_autofree char *day = arrears_day_to_string (allocation->allocated_on);
  g_autofree char *first_day = arrears_day_to_string (first);

  if (sides->invoice_customer_id != sides->receipt_customer_id)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                 "the invoice is of customer %" G_GINT64_FORMAT
                 ", the receipt of customer %" G_GINT64_FORMAT,
                 sides->invoice_customer_id, sides->receipt_customer_id);
  else if (arrears_day_compare (allocation->allocated_on, first) < 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                 "an allocation on %s lies before %s, when there were both the invoice and the "
                 "receipt", day, first_day);
  else
    return check_amount (allocation, sides, error);
  return FALSE;
}

static gboolean
insert_allocation (ArrearsLedger *ledger, const ArrearsAllocation *allocation, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "insert an allocation",
                            "INSERT INTO allocation (receipt_id, invoice_id, part, allocated_on, "
                            "recorded_on, amount_fen) VALUES (:receipt_id, :invoice_id, "
                            "'principal', :allocated_on, :recorded_on, :amount)");

  arrears_query_bind_day (query, ":recorded_on",
                          arrears_ledger_get_recorded_on (ledger, allocation->allocated_on));

  arrears_query_bind_integer (query, ":receipt_id", allocation->receipt_id);
  arrears_query_bind_integer (query, ":invoice_id", allocation->invoice_id);
  arrears_query_bind_day (query, ":allocated_on", allocation->allocated_on);
  arrears_query_bind_money (query, ":amount", allocation->amount);
  return arrears_query_run (query, error);
}

/* The schema refuses what does not fit, in its own words; why is looked up afterwards. */
gboolean
arrears_ledger_insert_allocation (ArrearsLedger *ledger, const ArrearsAllocation *allocation,
                                  GError **error)
{
  g_autoptr (GError) refusal = NULL;
  Sides sides;

  if (insert_allocation (ledger, allocation, &refusal))
    return TRUE;
  if (g_error_matches (refusal, ARREARS_ERROR, ARREARS_ERROR_REFUSED)
      && (!load_sides (ledger, allocation, &sides, error)
          || !check_allocation (allocation, &sides, error)))
    return FALSE;
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

gboolean
arrears_ledger_sum_received (ArrearsLedger *ledger, gint64 invoice_id, ArrearsMoney *received,
                             GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "sum what was received",
      "SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a "
      "CROSS JOIN receipt r ON r.id = a.receipt_id "
      "WHERE a.invoice_id = :invoice_id AND r.kind = 'receipt'");

  arrears_query_bind_integer (query, ":invoice_id", invoice_id);
  *received = ARREARS_MONEY_ZERO;
  while (arrears_query_next (query))
    *received = arrears_query_get_money (query, 0);
  return arrears_query_finish (query, error);
}

GArray *
arrears_ledger_load_allocations (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay as_of,
                                 GError **error)
{
  g_autoptr (GArray) allocations = g_array_new (FALSE, FALSE, sizeof (ArrearsAllocation));
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load allocations",
      "SELECT a.receipt_id, a.invoice_id, a.allocated_on, a.amount_fen, r.kind = 'receipt' "
      "FROM invoice i CROSS JOIN allocation a ON a.invoice_id = i.id "
      "CROSS JOIN receipt r ON r.id = a.receipt_id "
      "WHERE i.customer_id = :customer_id AND a.allocated_on <= :as_of "
      "ORDER BY a.invoice_id, a.allocated_on, a.id");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_day (query, ":as_of", as_of);
  while (arrears_query_next (query))
    {
      ArrearsAllocation allocation = {
        .receipt_id = arrears_query_get_integer (query, 0),
        .invoice_id = arrears_query_get_integer (query, 1),
        .allocated_on = arrears_query_get_day (query, 2),
        .amount = arrears_query_get_money (query, 3),
        .is_payment = arrears_query_get_integer (query, 4) != 0,
      };

      g_array_append_val (allocations, allocation);
    }
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&allocations);
}

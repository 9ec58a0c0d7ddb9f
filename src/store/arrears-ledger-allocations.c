/* arrears-ledger-allocations.c: which part of a receipt pays which invoice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-receipts.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"

/* Both sides of an allocation that is to be made. */
typedef struct
{
  gint64 invoice_customer_id;
  gint64 receipt_customer_id;
  ArrearsDay issued_on; /* not set where it is for no invoice */
  ArrearsDay received_on;
  ArrearsMoney open;
  ArrearsMoney unapplied;
  gboolean has_ended; /* the invoice was split or voided, or the receipt is void */
} Sides;

static void
read_sides (ArrearsQuery *query, Sides *sides)
{
  *sides = (Sides) {
    .invoice_customer_id = arrears_query_get_integer (query, 0),
    .receipt_customer_id = arrears_query_get_integer (query, 1),
    .issued_on = arrears_query_get_day (query, 2),
    .received_on = arrears_query_get_day (query, 3),
    .open = arrears_query_get_money (query, 4),
    .unapplied = arrears_query_get_money (query, 5),
    .has_ended = arrears_query_get_integer (query, 6) != 0,
  };
}

static gboolean
load_sides (ArrearsLedger *ledger, const ArrearsAllocation *allocation, Sides *sides,
            GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "read both sides of an allocation",
      "SELECT coalesce (i.customer_id, r.customer_id), r.customer_id, i.issued_on, r.received_on, "
      "i.open_fen, r.unapplied_fen, r.voided_on > 0 OR coalesce (i.ended_on, 0) > 0 "
      "FROM receipt r LEFT JOIN invoice i ON i.id = :invoice_id "
      "WHERE r.id = :receipt_id AND (i.id IS NOT NULL OR :invoice_id = 0)");

  arrears_query_bind_integer (query, ":invoice_id", allocation->invoice_id);
  arrears_query_bind_integer (query, ":receipt_id", allocation->receipt_id);
  if (arrears_query_next (query))
    {
      read_sides (query, sides);
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
  else if (allocation->part == ARREARS_PART_PRINCIPAL
           && arrears_money_compare (allocation->amount, sides->open) > 0)
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
  else if (sides->has_ended)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                 "invoice %" G_GINT64_FORMAT " or receipt %" G_GINT64_FORMAT " was voided or split",
                 allocation->invoice_id, allocation->receipt_id);
  else if (arrears_day_compare (allocation->allocated_on, first) < 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                 "an allocation on %s lies before %s, when there were both the invoice and the "
                 "receipt",
                 day, first_day);
  else
    return check_amount (allocation, sides, error);
  return FALSE;
}

static gboolean
insert_allocation (ArrearsLedger *ledger, const ArrearsAllocation *allocation, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "insert an allocation",
      "INSERT INTO allocation (receipt_id, invoice_id, part, allocated_on, recorded_on, "
      "amount_fen) VALUES (:receipt_id, nullif (:invoice_id, 0), :part, :allocated_on, "
      ":recorded_on, :amount)");

  arrears_query_bind_integer (query, ":receipt_id", allocation->receipt_id);
  arrears_query_bind_integer (query, ":invoice_id", allocation->invoice_id);
  arrears_query_bind_text (query, ":part", arrears_allocation_part_to_word (allocation->part));
  arrears_query_bind_day (query, ":allocated_on", allocation->allocated_on);
  arrears_query_bind_day (query, ":recorded_on",
                          arrears_ledger_get_recorded_on (ledger, allocation->allocated_on));
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

static gboolean
undo (ArrearsLedger *ledger, const char *sql, gint64 id, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_join (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;

  if (transaction == NULL)
    return FALSE;
  query = arrears_query_open (ledger, "undo allocations", sql);
  arrears_query_bind_integer (query, ":id", id);
  arrears_query_bind_day (query, ":day", arrears_ledger_get_day (ledger));
  return arrears_query_run (query, error) && arrears_transaction_commit (transaction, error);
}

#define UNDO                                                                                       \
  "UPDATE allocation SET undone_on = iif (:day > 0, :day, allocated_on) WHERE undone_on = 0 "

gboolean
arrears_ledger_undo_receipt_allocations (ArrearsLedger *ledger, gint64 receipt_id, GError **error)
{
  return undo (ledger, UNDO "AND receipt_id = :id AND part <> 'refund'", receipt_id, error);
}

gboolean
arrears_ledger_undo_all_of_receipt (ArrearsLedger *ledger, gint64 receipt_id, GError **error)
{
  return undo (ledger, UNDO "AND receipt_id = :id", receipt_id, error);
}

gboolean
arrears_ledger_undo_invoice_allocations (ArrearsLedger *ledger, gint64 invoice_id, GError **error)
{
  return undo (ledger, UNDO "AND invoice_id = :id", invoice_id, error);
}

gboolean
arrears_ledger_sum_received (ArrearsLedger *ledger, gint64 invoice_id, ArrearsMoney *received,
                             GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "sum what was received",
      "SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a "
      "CROSS JOIN receipt r ON r.id = a.receipt_id "
      "WHERE a.invoice_id = :invoice_id AND a.undone_on = 0 AND a.part = 'principal' "
      "AND r.kind = 'receipt'");

  arrears_query_bind_integer (query, ":invoice_id", invoice_id);
  *received = ARREARS_MONEY_ZERO;
  while (arrears_query_next (query))
    *received = arrears_query_get_money (query, 0);
  return arrears_query_finish (query, error);
}

/* The file holds the word of a part, a record its number: the tens of its place in this text. */
#define PART_NUMBER "instr ('principal charge    cost      refund    ', a.part) / 10"

GArray *
arrears_ledger_load_allocations (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay as_of,
                                 GError **error)
{
  g_autoptr (GArray) allocations = g_array_new (FALSE, FALSE, sizeof (ArrearsAllocation));
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load allocations",
      "SELECT a.receipt_id, a.invoice_id, " PART_NUMBER ", a.allocated_on, a.amount_fen, "
      "r.kind = 'receipt' FROM invoice i CROSS JOIN allocation a ON a.invoice_id = i.id "
      "CROSS JOIN receipt r ON r.id = a.receipt_id "
      "WHERE i.customer_id = :customer_id AND " ARREARS_LEDGER_ALLOCATION_COUNTS
      "ORDER BY a.invoice_id, a.allocated_on, a.id");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_as_of (query, as_of);
  while (arrears_query_next (query))
    {
      ArrearsAllocation allocation = {
        .receipt_id = arrears_query_get_integer (query, 0),
        .invoice_id = arrears_query_get_integer (query, 1),
        .part = (ArrearsAllocationPart) arrears_query_get_integer (query, 2),
        .allocated_on = arrears_query_get_day (query, 3),
        .amount = arrears_query_get_money (query, 4),
        .is_payment = arrears_query_get_integer (query, 5) != 0,
      };

      g_array_append_val (allocations, allocation);
    }
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&allocations);
}

/* test-conservation.c: no fen comes from nowhere or is lost, by whatever rules it is allocated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-allocation.h"
#include "arrears-instalments.h"
#include "arrears-late-charge.h"
#include "arrears-test-values.h"

/* Books kept in memory as a ledger keeps them: everything bears the day it was entered, nothing is
 * removed, and what is open and unapplied is kept beside it.
 */

enum
{
  N_HISTORIES = 10000,
  MAX_DAYS = 12,
  MAX_INVOICES = 48,
  MAX_RECEIPTS = 48,
  MAX_ENTRIES = 600,
};

typedef struct
{
  ArrearsDay from;
  ArrearsDay ended_on; /* voided or split */
  ArrearsDay due_on;
  ArrearsMoney amount;
  ArrearsMoney open;
} Invoice;

typedef enum
{
  RECEIPT,
  CREDIT_NOTE,
  WRITE_OFF,
} Kind;

typedef struct
{
  Kind kind;
  ArrearsDay from;
  ArrearsDay ended_on;
  ArrearsMoney amount;
  ArrearsMoney unapplied;
} Receipt;

typedef struct
{
  int receipt;
  int invoice; /* -1: paid back */
  ArrearsAllocationPart part;
  ArrearsDay from;
  ArrearsDay ended_on;
  ArrearsMoney amount;
} Entry;

typedef struct
{
  ArrearsDay day;
  Invoice invoices[MAX_INVOICES];
  int n_invoices;
  Receipt receipts[MAX_RECEIPTS];
  int n_receipts;
  Entry entries[MAX_ENTRIES];
  int n_entries;
} Books;

static gboolean
holds_on (ArrearsDay from, ArrearsDay ended_on, ArrearsDay day)
{
  return arrears_day_compare (from, day) <= 0
         && (!arrears_day_is_set (ended_on) || arrears_day_compare (day, ended_on) < 0);
}

/* Keeping books. */

static void
add_entry (Books *books, int receipt, int invoice, ArrearsAllocationPart part, ArrearsMoney amount)
{
  if (amount.fen == 0)
    return;
  g_assert_cmpint (books->n_entries, <, MAX_ENTRIES);
  books->entries[books->n_entries++] = (Entry) {
    .receipt = receipt, .invoice = invoice, .part = part, .from = books->day, .amount = amount
  };
  books->receipts[receipt].unapplied.fen -= amount.fen;
  if (part == ARREARS_PART_PRINCIPAL)
    books->invoices[invoice].open.fen -= amount.fen;
}

static void
undo_entry (Books *books, Entry *entry)
{
  entry->ended_on = books->day;
  books->receipts[entry->receipt].unapplied.fen += entry->amount.fen;
  if (entry->part == ARREARS_PART_PRINCIPAL)
    books->invoices[entry->invoice].open.fen += entry->amount.fen;
}

static gboolean
is_undone (const Entry *entry)
{
  return arrears_day_is_set (entry->ended_on);
}

static int
add_invoice (Books *books, ArrearsDay due_on, ArrearsMoney amount)
{
  if (books->n_invoices == MAX_INVOICES)
    return -1;
  books->invoices[books->n_invoices]
      = (Invoice) { .from = books->day, .due_on = due_on, .amount = amount, .open = amount };
  return books->n_invoices++;
}

static int
add_receipt (Books *books, Kind kind, ArrearsMoney amount)
{
  if (books->n_receipts == MAX_RECEIPTS)
    return -1;
  books->receipts[books->n_receipts]
      = (Receipt) { .kind = kind, .from = books->day, .amount = amount, .unapplied = amount };
  return books->n_receipts++;
}

/* What has accrued on a debt at 0.1 % a day and was not paid. */
static ArrearsMoney
compute_charge (const Books *books, int invoice)
{
  const ArrearsRateTables none = { NULL, NULL };
  const ArrearsChargeTerms terms = { .form = ARREARS_CHARGE_DAILY, .rate = arrears_rate (1, 1000) };
  ArrearsChargePayment payments[MAX_ENTRIES];
  ArrearsChargeCase charge_case = { .amount = books->invoices[invoice].amount,
                                    .due_on = books->invoices[invoice].due_on,
                                    .until = books->day,
                                    .payments = payments,
                                    .are_split = TRUE };
  g_auto (ArrearsLateCharge) charge = { 0 };

  for (int i = 0; i < books->n_entries; i++)
    {
      const Entry *entry = &books->entries[i];
      ArrearsChargePayment payment = { .on = entry->from, .amount = entry->amount };

      if (entry->invoice != invoice || is_undone (entry))
        continue;
      *(entry->part == ARREARS_PART_CHARGE ? &payment.to_charge : &payment.to_principal)
          = entry->amount;
      payments[charge_case.n_payments++] = payment;
    }
  g_assert_true (arrears_late_charge_compute (&charge_case, &terms, &none, &charge, NULL));
  return charge.unpaid_charge;
}

static void
allocate (Books *books, int receipt, ArrearsPaymentOrder order, gint64 designated)
{
  gboolean is_money = books->receipts[receipt].kind == RECEIPT;
  ArrearsDebt debts[MAX_INVOICES];
  ArrearsMoney parts[MAX_INVOICES];
  ArrearsMoney rest;

  for (int i = 0; i < books->n_invoices; i++)
    {
      const Invoice *invoice = &books->invoices[i];
      gboolean is_open = !arrears_day_is_set (invoice->ended_on);

      debts[i] = (ArrearsDebt) {
        .item
        = { i + 1, invoice->from, invoice->due_on, is_open ? invoice->open : ARREARS_MONEY_ZERO },
        .order = order,
      };
      if (is_open && is_money && order == ARREARS_PAYMENT_ORDER_STATUTORY)
        debts[i].charge = compute_charge (books, i);
    }
  arrears_allocation_split (debts, (gsize) books->n_invoices, books->receipts[receipt].unapplied,
                            books->day, designated, parts, &rest);
  for (int i = 0; i < books->n_invoices; i++)
    {
      ArrearsDebtPayment payment = arrears_allocation_divide (&debts[i], parts[i]);

      add_entry (books, receipt, i, ARREARS_PART_CHARGE, payment.charge);
      add_entry (books, receipt, i, ARREARS_PART_PRINCIPAL, payment.principal);
    }
  g_assert_cmpint (books->receipts[receipt].unapplied.fen, ==, rest.fen);
}

/* What happens on a day, at random. */

static ArrearsMoney
choose_amount (void)
{
  return arrears_money (g_test_rand_int_range (1, 200000));
}

static int
choose_invoice (const Books *books)
{
  int i = books->n_invoices > 0 ? g_test_rand_int_range (0, books->n_invoices) : -1;

  return i >= 0 && !arrears_day_is_set (books->invoices[i].ended_on) ? i : -1;
}

static int
choose_receipt (const Books *books)
{
  int i = books->n_receipts > 0 ? g_test_rand_int_range (0, books->n_receipts) : -1;

  return i >= 0 && !arrears_day_is_set (books->receipts[i].ended_on) ? i : -1;
}

static void
deliver (Books *books)
{
  add_invoice (books, arrears_day_add_days (books->day, g_test_rand_int_range (0, 10)),
               choose_amount ());
}

static void
receive (Books *books)
{
  int receipt = add_receipt (books, g_test_rand_int_range (0, 4) == 0 ? CREDIT_NOTE : RECEIPT,
                             choose_amount ());

  if (receipt >= 0 && g_test_rand_int_range (0, 5) > 0)
    allocate (books, receipt, (ArrearsPaymentOrder) g_test_rand_int_range (0, 2),
              g_test_rand_int_range (0, MAX_INVOICES));
}

static void
allocate_later (Books *books)
{
  int receipt = choose_receipt (books);

  if (receipt >= 0)
    allocate (books, receipt, (ArrearsPaymentOrder) g_test_rand_int_range (0, 2), 0);
}

static void
pay_back (Books *books)
{
  int receipt = choose_receipt (books);

  if (receipt >= 0 && books->receipts[receipt].kind == RECEIPT
      && books->receipts[receipt].unapplied.fen > 0)
    add_entry (books, receipt, -1, ARREARS_PART_REFUND,
               arrears_money (1 + books->receipts[receipt].unapplied.fen / 2));
}

static void
write_off (Books *books)
{
  int invoice = choose_invoice (books);
  int receipt;

  if (invoice < 0 || books->invoices[invoice].open.fen == 0)
    return;
  receipt = add_receipt (books, WRITE_OFF, books->invoices[invoice].open);
  if (receipt >= 0)
    add_entry (books, receipt, invoice, ARREARS_PART_PRINCIPAL, books->receipts[receipt].amount);
}

static void
void_receipt (Books *books, int receipt)
{
  for (int i = 0; i < books->n_entries; i++)
    if (books->entries[i].receipt == receipt && !is_undone (&books->entries[i]))
      undo_entry (books, &books->entries[i]);
  g_assert_cmpint (books->receipts[receipt].unapplied.fen, ==, books->receipts[receipt].amount.fen);
  books->receipts[receipt].ended_on = books->day;
}

static void
take_receipt_back (Books *books)
{
  int receipt = choose_receipt (books);

  if (receipt >= 0)
    void_receipt (books, receipt);
}

/* Takes what was paid on an invoice off it, and ends it. Fills `freed` with copies. */
static int
end_invoice (Books *books, int invoice, Entry *freed)
{
  int n_freed = 0;

  for (int i = 0; i < books->n_entries; i++)
    {
      Entry *entry = &books->entries[i];

      if (entry->invoice != invoice || is_undone (entry))
        continue;
      freed[n_freed++] = *entry;
      undo_entry (books, entry);
    }
  g_assert_cmpint (books->invoices[invoice].open.fen, ==, books->invoices[invoice].amount.fen);
  books->invoices[invoice].ended_on = books->day;
  return n_freed;
}

static void
void_invoice (Books *books)
{
  Entry freed[MAX_ENTRIES];
  int invoice = choose_invoice (books);
  int n_freed = invoice >= 0 ? end_invoice (books, invoice, freed) : 0;

  for (int i = 0; i < n_freed; i++)
    if (books->receipts[freed[i].receipt].kind == WRITE_OFF)
      void_receipt (books, freed[i].receipt);
}

static void
split_invoice (Books *books)
{
  Entry freed[MAX_ENTRIES];
  ArrearsInstalment parts[3];
  int invoice = choose_invoice (books);
  int n_freed, first;

  if (invoice < 0 || books->n_invoices + 3 > MAX_INVOICES
      || books->invoices[invoice].amount.fen < 3)
    return;
  arrears_instalments_propose (books->invoices[invoice].amount, books->day, 1, parts, 3);
  g_assert_true (
      arrears_instalments_check (parts, 3, books->invoices[invoice].amount, books->day, NULL));
  n_freed = end_invoice (books, invoice, freed);
  first = books->n_invoices;
  for (int p = 0; p < 3; p++)
    add_invoice (books, parts[p].due_on, parts[p].amount);
  for (int i = 0; i < n_freed; i++)
    for (int p = 0; p < 3 && freed[i].amount.fen > 0; p++)
      {
        gboolean is_principal = freed[i].part == ARREARS_PART_PRINCIPAL;
        ArrearsMoney amount
            = is_principal ? arrears_money_min (freed[i].amount, books->invoices[first + p].open)
                           : freed[i].amount;

        add_entry (books, freed[i].receipt, first + p, freed[i].part, amount);
        freed[i].amount.fen -= amount.fen;
      }
}

/* The laws. */

typedef struct
{
  gint64 invoiced;
  gint64 open;
  gint64 settled[3]; /* principal, by kind of receipt */
  gint64 came_in[3]; /* by kind */
  gint64 allocated[3];
  gint64 unapplied[3];
  gint64 paid_back;
} Sums;

static void
add_entries (const Books *books, ArrearsDay day, gint64 *open, gint64 *unapplied, Sums *sums)
{
  for (int i = 0; i < books->n_entries; i++)
    {
      const Entry *entry = &books->entries[i];
      Kind kind = books->receipts[entry->receipt].kind;

      if (!holds_on (entry->from, entry->ended_on, day))
        continue;
      unapplied[entry->receipt] -= entry->amount.fen;
      if (entry->part == ARREARS_PART_REFUND)
        sums->paid_back += entry->amount.fen;
      else
        sums->allocated[kind] += entry->amount.fen;
      if (entry->part == ARREARS_PART_PRINCIPAL)
        {
          sums->settled[kind] += entry->amount.fen;
          open[entry->invoice] -= entry->amount.fen;
        }
    }
}

/* What a question about a day finds. */
static Sums
sum_up (const Books *books, ArrearsDay day)
{
  Sums sums = { 0 };
  gint64 open[MAX_INVOICES] = { 0 };
  gint64 unapplied[MAX_RECEIPTS] = { 0 };

  for (int i = 0; i < books->n_invoices; i++)
    if (holds_on (books->invoices[i].from, books->invoices[i].ended_on, day))
      open[i] = books->invoices[i].amount.fen;
  for (int i = 0; i < books->n_receipts; i++)
    if (holds_on (books->receipts[i].from, books->receipts[i].ended_on, day))
      unapplied[i] = books->receipts[i].amount.fen;
  for (int i = 0; i < books->n_invoices; i++)
    sums.invoiced += open[i];
  for (int i = 0; i < books->n_receipts; i++)
    sums.came_in[books->receipts[i].kind] += unapplied[i];
  add_entries (books, day, open, unapplied, &sums);
  for (int i = 0; i < books->n_invoices; i++)
    {
      g_assert_cmpint (open[i], >=, 0);
      sums.open += open[i];
    }
  for (int i = 0; i < books->n_receipts; i++)
    {
      g_assert_cmpint (unapplied[i], >=, 0);
      sums.unapplied[books->receipts[i].kind] += unapplied[i];
    }
  return sums;
}

static void
assert_conserved (const Sums *sums)
{
  g_assert_cmpint (sums->invoiced, ==,
                   sums->open + sums->settled[RECEIPT] + sums->settled[CREDIT_NOTE]
                       + sums->settled[WRITE_OFF]);
  g_assert_cmpint (sums->came_in[RECEIPT], ==,
                   sums->allocated[RECEIPT] + sums->unapplied[RECEIPT] + sums->paid_back);
  g_assert_cmpint (sums->came_in[CREDIT_NOTE], ==,
                   sums->allocated[CREDIT_NOTE] + sums->unapplied[CREDIT_NOTE]);
  g_assert_cmpint (sums->came_in[WRITE_OFF], ==, sums->allocated[WRITE_OFF]);
}

/* What is kept beside the entries comes to what they do. */
static void
assert_kept (const Books *books, const Sums *sums)
{
  gint64 open = 0;
  gint64 unapplied = 0;

  for (int i = 0; i < books->n_invoices; i++)
    if (!arrears_day_is_set (books->invoices[i].ended_on))
      open += books->invoices[i].open.fen;
  for (int i = 0; i < books->n_receipts; i++)
    if (!arrears_day_is_set (books->receipts[i].ended_on))
      unapplied += books->receipts[i].unapplied.fen;
  g_assert_cmpint (open, ==, sums->open);
  g_assert_cmpint (unapplied, ==,
                   sums->unapplied[RECEIPT] + sums->unapplied[CREDIT_NOTE]
                       + sums->unapplied[WRITE_OFF]);
}

static void
live_through_a_day (Books *books)
{
  static void (*const acts[]) (Books * books)
      = { deliver, deliver, deliver,           receive,      receive,
          receive, receive, allocate_later,    pay_back,     write_off,
          deliver, receive, take_receipt_back, void_invoice, split_invoice };

  for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
    acts[g_test_rand_int_range (0, G_N_ELEMENTS (acts))](books);
}

static void
assert_same (const Sums *now, const Sums *then)
{
  g_assert_cmpmem (now, sizeof *now, then, sizeof *then);
}

/* And a day that is past is answered as it was on it. */
static void
test_every_day_of_10000_histories_adds_up (void)
{
  ArrearsDay first = arrears_test_day ("2026-01-01");

  for (int h = 0; h < N_HISTORIES; h++)
    {
      Books books = { .day = first };
      Sums sums[MAX_DAYS];

      for (int d = 0; d < MAX_DAYS; d++)
        {
          books.day = arrears_day_add_days (first, d);
          live_through_a_day (&books);
          sums[d] = sum_up (&books, books.day);
          assert_conserved (&sums[d]);
          assert_kept (&books, &sums[d]);
        }
      for (int d = 0; d < MAX_DAYS; d++)
        {
          Sums again = sum_up (&books, arrears_day_add_days (first, d));

          assert_same (&again, &sums[d]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conservation/every-day-of-10000-histories-adds-up",
                   test_every_day_of_10000_histories_adds_up);
  return g_test_run ();
}

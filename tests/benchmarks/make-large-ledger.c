/* make-large-ledger.c: a ledger of any size for the benchmarks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * make-large-ledger FILE INVOICES YYYY-MM-DD: a tenth as many customers, one in five with a credit
 * limit; six in ten invoices paid, one in ten not due on the day, the rest overdue and some of them
 * part-paid; amounts log-normal. One customer in fifty has promised, one in a hundred is paused,
 * one in two hundred is in bad faith, one in ten was spoken to; one open invoice in fifty is
 * disputed.
 */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "arrears-dispute.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-log.h"
#include "arrears-ledger-receipts.h"
#include "arrears-ledger-register.h"
#include "arrears-mark.h"
#include "arrears-pause.h"
#include "arrears-promise.h"

enum
{
  SEED = 7,
  TERMS_DAYS = 30,
  INVOICES_A_CUSTOMER = 10,
};

static const char *const places[]
    = { "临安", "余杭", "鄞州", "柯桥", "婺城", "定海", "黄岩", "安吉" };
static const char *const trades[]
    = { "便民超市", "烟酒店", "副食批发部", "日用百货商行", "餐饮管理有限公司" };
static const char *const goods[]
    = { "米面粮油一批", "酱油、料酒一批", "中秋礼盒", "冷冻水饺等", "纸品、日化" };

typedef struct
{
  ArrearsLedger *ledger;
  ArrearsDay as_of;
  GRand *random;
} Maker;

#define CHOOSE(random, texts) (texts)[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]

static gboolean
add_customer (Maker *maker, int number, GError **error)
{
  g_autoptr (ArrearsCustomer) customer = arrears_customer_new ();
  g_autofree char *code = g_strdup_printf ("C%06d", number);
  g_autofree char *name = g_strdup_printf ("%s%s%d", CHOOSE (maker->random, places),
                                           CHOOSE (maker->random, trades), number);

  arrears_record_set_text (&customer->code, code);
  arrears_record_set_text (&customer->name, name);
  customer->terms_days = TERMS_DAYS;
  customer->grade = number % 3;
  if (number % 5 == 0)
    customer->credit_limit = arrears_money (5000000);
  return arrears_ledger_insert_customer (maker->ledger, customer, error) != 0;
}

static gboolean
add_promise (Maker *maker, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsPromise) promise = arrears_promise_new ();

  promise->customer_id = customer_id;
  promise->from_on = arrears_day_add_days (maker->as_of, -g_rand_int_range (maker->random, 5, 40));
  promise->due_on = arrears_day_add_days (promise->from_on, 14);
  promise->amount = arrears_money (100000);
  return arrears_ledger_enter (maker->ledger, promise, error) != 0;
}

static gboolean
add_pause (Maker *maker, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsPause) pause = arrears_pause_new ();

  pause->customer_id = customer_id;
  arrears_record_set_text (&pause->kind, "hardship");
  arrears_record_set_text (&pause->reason, "水灾");
  pause->from_on = arrears_day_add_days (maker->as_of, -20);
  pause->until_on = arrears_day_add_days (maker->as_of, g_rand_int_range (maker->random, -5, 40));
  return arrears_ledger_enter (maker->ledger, pause, error) != 0;
}

static gboolean
add_mark (Maker *maker, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsMark) mark = arrears_mark_new ();

  mark->customer_id = customer_id;
  arrears_record_set_text (&mark->kind, ARREARS_MARK_BAD_FAITH);
  arrears_record_set_text (&mark->reason, "转移财产");
  mark->from_on = arrears_day_add_days (maker->as_of, -30);
  return arrears_ledger_enter (maker->ledger, mark, error) != 0;
}

static gboolean
add_talk (Maker *maker, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();

  entry->at = G_GINT64_CONSTANT (1700000000);
  arrears_record_set_text (&entry->kind, "contact");
  entry->customer_id = customer_id;
  arrears_record_set_text (&entry->channel, "call");
  arrears_record_set_text (&entry->outcome, "reached");
  entry->day = arrears_day_add_days (maker->as_of, -10);
  entry->recorded_on = entry->day;
  entry->next_on = arrears_day_add_days (maker->as_of, g_rand_int_range (maker->random, -3, 10));
  return arrears_ledger_append_log (maker->ledger, entry, error);
}

/* What stands in the registers beside the debts. */
static gboolean
add_measures (Maker *maker, gint64 customer_id, GError **error)
{
  return (customer_id % 50 != 0 || add_promise (maker, customer_id, error))
         && (customer_id % 100 != 1 || add_pause (maker, customer_id, error))
         && (customer_id % 200 != 2 || add_mark (maker, customer_id, error))
         && (customer_id % 10 != 3 || add_talk (maker, customer_id, error));
}

static gboolean
add_dispute (Maker *maker, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (ArrearsDispute) dispute = arrears_dispute_new ();

  dispute->customer_id = invoice->customer_id;
  dispute->invoice_id = invoice->id;
  dispute->from_on = invoice->issued_on;
  dispute->amount = arrears_money (MAX (1, invoice->amount.fen / 3));
  arrears_record_set_text (&dispute->reason, ARREARS_DISPUTE_QUALITY);
  dispute->review_on
      = arrears_day_add_days (maker->as_of, g_rand_int_range (maker->random, -3, 20));
  return arrears_ledger_enter (maker->ledger, dispute, error) != 0;
}

static ArrearsMoney
choose_amount (GRand *random)
{
  double u = g_rand_double_range (random, 1e-9, 1);
  double v = g_rand_double (random);
  double normal = sqrt (-2 * log (u)) * cos (2 * G_PI * v);

  return arrears_money ((gint64) exp (12 + normal) + 1);
}

static gboolean
pay (Maker *maker, ArrearsInvoice *invoice, ArrearsMoney amount, GError **error)
{
  g_autoptr (ArrearsReceipt) receipt = arrears_receipt_new ();
  ArrearsAllocation allocation = { .invoice_id = invoice->id, .amount = amount };
  int days = g_rand_int_range (maker->random, 1, 60);

  receipt->customer_id = invoice->customer_id;
  arrears_record_set_text (&receipt->kind, "receipt");
  receipt->received_on = arrears_day_add_days (invoice->issued_on, days);
  if (arrears_day_compare (receipt->received_on, maker->as_of) > 0)
    receipt->received_on = maker->as_of;
  receipt->amount = amount;
  allocation.allocated_on = receipt->received_on;
  allocation.receipt_id = arrears_ledger_insert_receipt (maker->ledger, receipt, error);
  return allocation.receipt_id != 0
         && arrears_ledger_insert_allocation (maker->ledger, &allocation, error);
}

static gboolean
add_invoice (Maker *maker, int number, int n_customers, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_invoice_new ();
  g_autofree char *text = g_strdup_printf ("XS%08d", number);
  int lot = g_rand_int_range (maker->random, 0, 100);
  int days_ago = lot >= 90 ? g_rand_int_range (maker->random, 0, TERMS_DAYS)
                           : g_rand_int_range (maker->random, TERMS_DAYS + 1, 700);

  invoice->customer_id = 1 + g_rand_int_range (maker->random, 0, n_customers);
  arrears_record_set_text (&invoice->number, text);
  arrears_record_set_text (&invoice->note, CHOOSE (maker->random, goods));
  invoice->issued_on = arrears_day_add_days (maker->as_of, -days_ago);
  invoice->due_on = arrears_day_add_days (invoice->issued_on, TERMS_DAYS);
  invoice->amount = choose_amount (maker->random);
  invoice->id = arrears_ledger_insert_invoice (maker->ledger, invoice, error);
  if (invoice->id == 0)
    return FALSE;
  if (lot < 60)
    return pay (maker, invoice, invoice->amount, error);
  if (lot % 2 == 0 && number % 25 == 0 && !add_dispute (maker, invoice, error))
    return FALSE;
  return lot >= 65 || invoice->amount.fen < 2
         || pay (maker, invoice, arrears_money (invoice->amount.fen / 2), error);
}

static gboolean
fill_ledger (Maker *maker, int n_invoices, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (maker->ledger, error);
  int n_customers = MAX (1, n_invoices / INVOICES_A_CUSTOMER);

  if (transaction == NULL)
    return FALSE;
  for (int i = 0; i < n_customers; i++)
    if (!add_customer (maker, i, error))
      return FALSE;
  for (int i = 0; i < n_invoices; i++)
    if (!add_invoice (maker, i, n_customers, error))
      return FALSE;
  for (int i = 1; i <= n_customers; i++)
    if (!add_measures (maker, i, error))
      return FALSE;
  return arrears_transaction_commit (transaction, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (ArrearsLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  Maker maker = { 0 };
  gboolean is_made;

  if (argc != 4 || !arrears_day_parse (argv[3], ARREARS_DAY_ORDER_YMD, &maker.as_of, NULL))
    {
      fputs ("usage: make-large-ledger FILE INVOICES YYYY-MM-DD\n", stderr);
      return 2;
    }
  ledger = arrears_ledger_create (argv[1], &error);
  maker.ledger = ledger;
  maker.random = g_rand_new_with_seed (SEED);
  is_made = ledger != NULL && fill_ledger (&maker, atoi (argv[2]), &error);
  g_rand_free (maker.random);
  if (!is_made)
    fprintf (stderr, "make-large-ledger: %s\n", error->message);
  return is_made ? 0 : 1;
}

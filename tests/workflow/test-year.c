/* test-year.c: a year of days, recorded each evening and asked about again at its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-account-page.h"
#include "arrears-aging-report.h"
#include "arrears-charge-left.h"
#include "arrears-contact.h"
#include "arrears-disputes.h"
#include "arrears-flags.h"
#include "arrears-invoices.h"
#include "arrears-limitation-watch.h"
#include "arrears-marks.h"
#include "arrears-ownership.h"
#include "arrears-pauses.h"
#include "arrears-policies.h"
#include "arrears-promises.h"
#include "arrears-receipts.h"
#include "arrears-rules.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"
#include "arrears-today.h"
#include "arrears-vouchers.h"
#include "arrears-write-off.h"

enum
{
  N_DAYS = 365,
  N_CUSTOMERS = 6,
  ACTS_A_DAY = 3,
};

static void
add_record (GString *text, gpointer record)
{
  gsize n_fields;
  const ArrearsField *fields;

  if (record == NULL)
    return;
  fields = arrears_record_get_fields (record, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    {
      gpointer member = arrears_record_get_member (record, &fields[i]);

      g_string_append_printf (text, "%s=", fields[i].name);
      switch (fields[i].kind)
        {
        case ARREARS_FIELD_TEXT:
          g_string_append_printf (text, "%s ", *(char **) member);
          break;
        case ARREARS_FIELD_MONEY:
        case ARREARS_FIELD_LONG:
          g_string_append_printf (text, "%" G_GINT64_FORMAT " ", *(gint64 *) member);
          break;
        case ARREARS_FIELD_DAY:
        case ARREARS_FIELD_INTEGER:
        case ARREARS_FIELD_BOOLEAN:
          g_string_append_printf (text, "%d ", *(int *) member);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  g_string_append_c (text, '\n');
}

static void
add_records (GString *text, const char *name, GPtrArray *records)
{
  g_string_append_printf (text, "%s\n", name);
  for (guint i = 0; i < records->len; i++)
    add_record (text, g_ptr_array_index (records, i));
}

static void
add_lists (GString *text, ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, &error);
  g_autoptr (GPtrArray) today = arrears_today_list_accounts (desk, NULL, &error);
  g_autoptr (ArrearsAgingReport) aging = arrears_aging_report_run (desk, TRUE, &error);

  g_assert_no_error (error);
  add_records (text, "flags", flags);
  add_records (text, "today", today);
  g_string_append (text, "aging\n");
  for (guint i = 0; i < aging->rows->len; i++)
    {
      ArrearsAgingRow *row = g_ptr_array_index (aging->rows, i);

      g_string_append_printf (text, "%s %s %s %d", row->customer_code, row->customer_name,
                              row->invoice_number, row->due_on.number);
      for (guint j = 0; j < ARREARS_AGING_N_BUCKETS; j++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT, row->aging.amounts[j].fen);
      g_string_append_c (text, '\n');
    }
}

static void
add_account (GString *text, ArrearsDesk *desk, gint64 customer_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAccountPage) page = arrears_account_page_load (desk, customer_id, &error);
  g_autoptr (GPtrArray) limitation = NULL;
  g_autoptr (GPtrArray) vouchers = NULL;

  g_assert_no_error (error);
  limitation = arrears_limitation_watch_load (desk, customer_id, &error);
  g_assert_no_error (error);
  vouchers = arrears_vouchers_list (desk, customer_id, &error);
  g_assert_no_error (error);
  add_record (text, page->customer);
  add_record (text, page->account);
  g_string_append_printf (text, "charge %" G_GINT64_FORMAT " follow-up %d\n", page->charge.fen,
                          page->follow_up_on.number);
  add_records (text, "invoices", page->invoices);
  add_records (text, "contracts", page->contracts);
  add_records (text, "receipts", page->receipts);
  add_records (text, "log", page->log);
  add_records (text, "promises", page->promises);
  add_records (text, "disputes", page->disputes);
  add_records (text, "pauses", page->pauses);
  add_records (text, "marks", page->marks);
  add_records (text, "guarantees", page->guarantees);
  add_records (text, "costs", page->costs);
  add_records (text, "limitation", limitation);
  add_records (text, "vouchers", vouchers);
}

/* All that the desk answers on its day. */
static char *
ask_everything (ArrearsDesk *desk, const gint64 *customer_ids)
{
  GString *text = g_string_new (NULL);

  add_lists (text, desk);
  for (int i = 0; i < N_CUSTOMERS; i++)
    add_account (text, desk, customer_ids[i]);
  return g_string_free (text, FALSE);
}

/* A year at the desk. */
typedef struct
{
  ArrearsDesk *desk;
  gint64 customer_ids[N_CUSTOMERS];
  int n_invoices;
  int n_notes;
  guint n_done;
} Year;

static ArrearsDay
get_day (Year *year, int days)
{
  return arrears_day_add_days (arrears_desk_get_as_of (year->desk), days);
}

static int
choose (int from, int to)
{
  return g_test_rand_int_range (from, to);
}

static gint64
choose_customer (Year *year)
{
  return year->customer_ids[choose (0, N_CUSTOMERS)];
}

/* A random open invoice of a random customer; NULL where it owes nothing. (transfer full) */
static ArrearsInvoice *
choose_invoice (Year *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAccountPage) page
      = arrears_account_page_load (year->desk, choose_customer (year), &error);

  g_assert_no_error (error);
  if (page->invoices->len == 0)
    return NULL;
  return g_object_ref (g_ptr_array_index (page->invoices, choose (0, (int) page->invoices->len)));
}

/* Acts may be refused; what is refused changes nothing. */
typedef gboolean (*Act) (Year *year, GError **error);

static gboolean
sell (Year *year, GError **error)
{
  g_autofree char *issued_on = arrears_day_to_string (get_day (year, -choose (0, 4)));
  g_autofree char *due_on = arrears_day_to_string (get_day (year, choose (0, 30)));
  g_autofree char *row
      = g_strdup_printf ("C%d,XS-%d,%s,%s,%d.%02d,,HT-1\n", choose (1, 4), ++year->n_invoices,
                         issued_on, due_on, choose (100, 9000), choose (0, 100));

  arrears_test_desk_add_invoices (year->desk, row);
  return TRUE;
}

static gboolean
receive (Year *year, GError **error)
{
  const ArrearsPayment payment = {
    .customer_id = choose_customer (year),
    .amount = arrears_money (choose (1, 600000)),
    .on = get_day (year, -choose (0, 9)),
    .has_order = choose (0, 2) == 0,
    .order
    = choose (0, 2) == 0 ? ARREARS_PAYMENT_ORDER_STATUTORY : ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST,
  };
  g_autoptr (ArrearsPaymentResult) result = arrears_payment_record (year->desk, &payment, error);

  return result != NULL;
}

static gint64
choose_receipt (Year *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines
      = arrears_receipts_load (year->desk, choose_customer (year), 20, &error);
  ArrearsReceiptLine *line;

  g_assert_no_error (error);
  if (lines->len == 0)
    return 0;
  line = g_ptr_array_index (lines, choose (0, (int) lines->len));
  return line->receipt->id;
}

static gboolean
void_receipt (Year *year, GError **error)
{
  return arrears_receipts_void (year->desk, choose_receipt (year), "串户", error);
}

static gboolean
refund (Year *year, GError **error)
{
  const ArrearsRefund back = { .receipt_id = choose_receipt (year),
                               .amount = arrears_money (choose (1, 5000)),
                               .on = get_day (year, 0) };

  return arrears_receipts_refund (year->desk, &back, error);
}

static gboolean
allocate (Year *year, GError **error)
{
  const ArrearsPayment how = { .customer_id = choose_customer (year) };
  g_autoptr (ArrearsPaymentResult) result = arrears_receipts_allocate (year->desk, &how, error);

  return result != NULL;
}

static gboolean
credit (Year *year, GError **error)
{
  g_autofree char *number = g_strdup_printf ("HC-%d", ++year->n_notes);
  const ArrearsCreditNote note = { .customer_id = choose_customer (year),
                                   .number = number,
                                   .amount = arrears_money (choose (1, 20000)),
                                   .on = get_day (year, -choose (0, 5)) };
  g_autoptr (ArrearsPaymentResult) result = arrears_receipts_credit (year->desk, &note, error);

  return result != NULL;
}

static gboolean
dispute (Year *year, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = choose_invoice (year);
  g_autoptr (ArrearsDispute) raised = arrears_dispute_new ();

  if (invoice == NULL)
    return TRUE;
  raised->invoice_id = invoice->id;
  raised->from_on = get_day (year, -choose (0, 3));
  raised->amount = arrears_money (choose (0, 2) * (invoice->open.fen / 2));
  raised->review_on = get_day (year, choose (1, 20));
  arrears_record_set_text (&raised->reason, ARREARS_DISPUTE_QUALITY);
  return arrears_disputes_raise (year->desk, raised, error) != 0;
}

static gboolean
end_dispute (Year *year, GError **error)
{
  static const char *const outcomes[] = { "credited", "rejected", "withdrawn" };
  g_autoptr (GPtrArray) disputes = arrears_disputes_load (year->desk, 0, FALSE, error);
  g_autofree char *number = g_strdup_printf ("HD-%d", ++year->n_notes);
  const ArrearsDisputeOutcome outcome
      = { .how = outcomes[choose (0, 3)], .credit_note_number = number };

  return disputes->len == 0
         || arrears_disputes_end (year->desk, ((ArrearsDispute *) disputes->pdata[0])->id, &outcome,
                                  error);
}

static gboolean
rest (Year *year, GError **error)
{
  static const char *const kinds[] = { "agreed", "hardship", "force_majeure" };
  g_autoptr (ArrearsPause) pause = arrears_pause_new ();

  pause->customer_id = choose_customer (year);
  pause->until_on = get_day (year, choose (1, 15));
  arrears_record_set_text (&pause->kind, kinds[choose (0, 3)]);
  arrears_record_set_text (&pause->reason, "停业整顿");
  return arrears_pauses_begin (year->desk, pause, NULL, error) != 0;
}

static gboolean
end_rest (Year *year, GError **error)
{
  g_autoptr (GPtrArray) pauses = arrears_pauses_load (year->desk, choose_customer (year), error);

  return pauses->len == 0
         || arrears_pauses_end (year->desk, ((ArrearsPause *) pauses->pdata[0])->id, "恢复营业",
                                error);
}

static gboolean
promise (Year *year, GError **error)
{
  g_autoptr (ArrearsPromise) given = arrears_promise_new ();

  given->customer_id = choose_customer (year);
  given->from_on = get_day (year, -choose (0, 3));
  given->due_on = get_day (year, choose (1, 12));
  given->amount = arrears_money (choose (100, 300000));
  arrears_record_set_text (&given->channel, "call");
  return arrears_promises_give (year->desk, given, 0, error) != 0;
}

static gboolean
mark (Year *year, GError **error)
{
  static const char *const kinds[]
      = { ARREARS_MARK_BAD_FAITH, ARREARS_MARK_CREDIT_HOLD, ARREARS_MARK_BLACKLISTED };
  g_autoptr (ArrearsMark) set = arrears_mark_new ();

  set->customer_id = choose_customer (year);
  arrears_record_set_text (&set->kind, kinds[choose (0, 3)]);
  arrears_record_set_text (&set->reason, "转移财产");
  if (choose (0, 2) == 0)
    set->until_on = get_day (year, choose (1, 20));
  return arrears_marks_set (year->desk, set, error) != 0;
}

static gboolean
unmark (Year *year, GError **error)
{
  g_autoptr (GPtrArray) marks
      = arrears_marks_load (year->desk, choose_customer (year), FALSE, error);

  return marks->len == 0
         || arrears_marks_end (year->desk, ((ArrearsMark *) marks->pdata[0])->id, "已结清", error);
}

static gboolean
regrade (Year *year, GError **error)
{
  g_autoptr (ArrearsAccountPage) page
      = arrears_account_page_load (year->desk, choose_customer (year), error);
  g_autoptr (ArrearsCustomer) customer = arrears_record_copy (page->customer);

  customer->grade = choose (0, 3);
  customer->credit_limit = arrears_money (choose (0, 3) * 500000);
  return arrears_account_save_customer (year->desk, customer, error);
}

static gboolean
hand_over (Year *year, GError **error)
{
  static const char *const people[] = { "王磊", "李敏", "" };

  return arrears_ownership_assign (year->desk, choose_customer (year), people[choose (0, 3)], NULL,
                                   error);
}

static gboolean
change_policy (Year *year, GError **error)
{
  ArrearsPolicy policy = arrears_policy_get_default (choose (0, 3));
  gint64 id;

  policy.stages[0].days_overdue = 1 + choose (0, 2);
  id = arrears_policies_save (year->desk, choose (0, 2) == 0 ? "宽" : "严", &policy, error);
  if (id == 0)
    return FALSE;
  if (choose (0, 2) == 0)
    return arrears_policies_assign_to_grade (year->desk, id, choose (0, 3), error);
  return arrears_policies_assign_to_customer (year->desk, id, choose_customer (year), error);
}

static gboolean
change_rules (Year *year, GError **error)
{
  ArrearsRules rules;

  if (!arrears_rules_load (year->desk, &rules, error))
    return FALSE;
  rules.promise_grace_days = choose (0, 3);
  rules.remind_days_before = choose (0, 6);
  rules.statutory.rate = arrears_rate (choose (13, 16), 10);
  return arrears_rules_save (year->desk, &rules, error);
}

static gboolean
change_contract (Year *year, GError **error)
{
  static const char *const terms[] = { "daily:0.0005", "annual:0.12", "", "lpr:1.3", "none" };
  g_autofree char *code = g_strdup_printf ("C%d", choose (1, 4));
  g_autoptr (ArrearsContract) contract = arrears_account_find_contract (
      year->desk, arrears_test_desk_find (year->desk, code), "HT-1", error);

  arrears_record_set_text (&contract->charge_terms, terms[choose (0, 5)]);
  return arrears_account_save_contract (year->desk, contract, error);
}

static gboolean
split (Year *year, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = choose_invoice (year);
  ArrearsInstalment instalments[3];

  if (invoice == NULL)
    return TRUE;
  arrears_instalments_propose (invoice->amount, get_day (year, choose (0, 10)), 1, instalments, 3);
  return arrears_invoices_split (year->desk, invoice->number, instalments, 3, error);
}

static gboolean
defer (Year *year, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = choose_invoice (year);

  return invoice == NULL
         || arrears_invoices_change_due_day (
             year->desk, invoice->number, get_day (year, choose (-5, 20)), "书面同意延期", error);
}

static gboolean
void_invoice (Year *year, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = choose_invoice (year);

  return invoice == NULL || arrears_invoices_void (year->desk, invoice->number, "开错抬头", error);
}

static gboolean
write_off (Year *year, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = choose_invoice (year);
  ArrearsBadDebtWriteOff loss = { .condition = ARREARS_BAD_DEBT_INSOLVENT, .reason = "已注销" };

  if (invoice == NULL)
    return TRUE;
  loss.invoice_number = invoice->number;
  loss.amount = arrears_money (MAX (1, invoice->open.fen / 3));
  loss.confirmed = arrears_bad_debt_get_confirmable (loss.condition);
  return arrears_write_off_bad_debt (year->desk, &loss, error);
}

static gboolean
decide_charge (Year *year, GError **error)
{
  g_autoptr (GPtrArray) left = arrears_charge_left_list (year->desk, choose_customer (year), error);

  return left->len == 0
         || arrears_charge_left_decide (
             year->desk, ((ArrearsInvoice *) left->pdata[0])->number,
             (ArrearsChargeFate) choose (ARREARS_CHARGE_KEPT, ARREARS_CHARGE_WRITTEN_OFF + 1),
             "协商", error);
}

static gboolean
speak (Year *year, GError **error)
{
  const ArrearsContact contact = { .customer_id = choose_customer (year),
                                   .channel = ARREARS_CHANNEL_CALL,
                                   .on = get_day (year, 0),
                                   .minute = 9 * 60,
                                   .said = "问何时付款",
                                   .next_on = get_day (year, choose (0, 8)),
                                   .reason = "客户要求" };

  return arrears_contact_log (year->desk, &contact, error) != 0;
}

static gboolean
finish_stage (Year *year, GError **error)
{
  return arrears_today_complete (year->desk, choose_customer (year), "王磊", "已电话联系", error);
}

static gboolean
interrupt (Year *year, GError **error)
{
  g_autoptr (ArrearsLimitationEvent) event = arrears_limitation_event_new ();

  event->customer_id = choose_customer (year);
  event->from_on = get_day (year, -choose (0, 5));
  arrears_record_set_text (&event->kind, "demand");
  arrears_record_set_text (&event->proof, "B");
  return arrears_limitation_watch_add_event (year->desk, event, error) != 0;
}

static gboolean
keep_paper (Year *year, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%%PDF-1.4 送货单 %d", choose (0, 1000000));
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ArrearsVoucher) voucher = arrears_voucher_new ();
  g_autoptr (ArrearsVoucher) kept = NULL;

  voucher->customer_id = choose_customer (year);
  arrears_record_set_text (&voucher->kind, ARREARS_VOUCHER_DELIVERY_NOTE);
  arrears_record_set_text (&voucher->name, "送货单.pdf");
  kept = arrears_vouchers_add (year->desk, voucher, bytes, error);
  return kept != NULL;
}

static const Act acts[] = {
  sell,         sell,         sell,      receive,       receive,      receive,
  void_receipt, refund,       allocate,  credit,        dispute,      end_dispute,
  rest,         end_rest,     promise,   promise,       mark,         unmark,
  regrade,      hand_over,    split,     change_policy, change_rules, change_contract,
  defer,        void_invoice, write_off, decide_charge, speak,        finish_stage,
  interrupt,    keep_paper,
};

static void
spend_day (Year *year)
{
  for (int i = 0; i < ACTS_A_DAY; i++)
    {
      g_autoptr (GError) error = NULL;

      if (acts[choose (0, G_N_ELEMENTS (acts))](year, &error))
        year->n_done++;
      g_assert_false (g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED));
    }
}

static void
begin_year (Year *year, ArrearsTestFolder *folder)
{
  year->desk = arrears_test_desk_new (folder, "year.arrears", "2025-07-01");
  arrears_test_desk_set_company (year->desk);
  arrears_test_desk_add_customers (year->desk, "C1,一号店,30,B\nC2,二号店,15,C\nC3,三号店,45,A\n"
                                               "C4,四号店,30,B\nC5,五号店,0,C\nC6,六号店,30,A\n");
  for (int i = 0; i < N_CUSTOMERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%d", i + 1);

      year->customer_ids[i] = arrears_test_desk_find (year->desk, code);
    }
  arrears_test_desk_add_invoices (year->desk, "C1,QC-1,2025-05-01,2025-06-01,1000.00,,HT-1\n"
                                              "C2,QC-2,2022-07-20,2022-08-01,2000.00,300.00,\n"
                                              "C5,QC-3,2025-06-20,2025-06-20,350.00,,\n");
}

static void
assert_same (ArrearsDay day, const char *then, const char *now)
{
  g_autofree char *name = arrears_day_to_string (day);
  g_auto (GStrv) lines_then = NULL;
  g_auto (GStrv) lines_now = NULL;

  if (g_str_equal (then, now))
    return;
  g_test_message ("asked about %s again", name);
  lines_then = g_strsplit (then, "\n", -1);
  lines_now = g_strsplit (now, "\n", -1);
  for (guint i = 0; lines_then[i] != NULL && lines_now[i] != NULL; i++)
    g_assert_cmpstr (lines_now[i], ==, lines_then[i]);
  g_assert_cmpstr (now, ==, then);
}

static void
test_a_past_day_is_answered_as_it_was_then (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (GPtrArray) evenings = g_ptr_array_new_with_free_func (g_free);
  Year year = { 0 };
  ArrearsDay first;

  begin_year (&year, folder);
  first = arrears_desk_get_as_of (year.desk);
  for (int i = 0; i < N_DAYS; i++)
    {
      arrears_desk_set_as_of (year.desk, arrears_day_add_days (first, i));
      spend_day (&year);
      g_ptr_array_add (evenings, ask_everything (year.desk, year.customer_ids));
    }
  g_test_message ("%u acts done", year.n_done);
  g_assert_cmpuint (year.n_done, >, N_DAYS);
  arrears_test_desk_assert_sound (year.desk);
  for (int i = 0; i < N_DAYS; i++)
    {
      g_autofree char *now = NULL;

      arrears_desk_set_as_of (year.desk, arrears_day_add_days (first, i));
      now = ask_everything (year.desk, year.customer_ids);
      assert_same (arrears_desk_get_as_of (year.desk), g_ptr_array_index (evenings, i), now);
    }
  g_object_unref (year.desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/year/a-past-day-is-answered-as-it-was-then",
                   test_a_past_day_is_answered_as_it_was_then);
  return g_test_run ();
}

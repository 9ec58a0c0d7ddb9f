/* arrears-sample-shop.c: the fictional shop that Arrears is shown with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-sample-shop.h"

#include "arrears-charge-left.h"
#include "arrears-charging.h"
#include "arrears-contact.h"
#include "arrears-due-day.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-payment.h"
#include "arrears-sample-private.h"

static const char *const goods[] = {
  "米面粮油一批", "酱油、料酒一批", "牛奶 24盒/件", "休闲零食（含促销品）", "冷冻水饺等",
  "纸品、日化",   "中秋礼盒",       "饮料、啤酒",   "干货调味品",           "生鲜水果",
};

enum
{
  SEED = 20260101,
  STUCK_SINCE = 110,   /* days: what fell due later is not paid by those who stopped paying */
  LOG_SINCE = 365,     /* days: before that nobody wrote down whom they spoke to */
  LETTERS_SINCE = 150, /* days: nor sent letters through the program */
  MORNING = 10 * 3600, /* the time at which things are entered */
};

/* The shop writes its log in its own time; a clock is handed nothing to read it from. */
static GPrivate shop_now = G_PRIVATE_INIT (g_free);

static ArrearsInstant
tell_shop_time (void)
{
  return *(ArrearsInstant *) g_private_get (&shop_now);
}

static void
set_shop_day (ArrearsDesk *desk, ArrearsDay day)
{
  const gint64 day_of_epoch = 719163; /* 1970-01-01 */
  ArrearsInstant *now = g_new (ArrearsInstant, 1);

  *now = (ArrearsInstant) { .at = (day.number - day_of_epoch) * 86400 + MORNING - 8 * 3600,
                            .offset_minutes = 480 };
  g_private_replace (&shop_now, now);
  if (desk != NULL)
    arrears_desk_set_as_of (desk, day);
}

int
arrears_sample_shop_get_days_ago (const ArrearsSampleShop *shop, ArrearsDay day)
{
  return arrears_day_count (day, shop->end);
}

void
arrears_sample_shop_plan (ArrearsSampleShop *shop, const ArrearsSampleEvent *event)
{
  int today = arrears_sample_shop_get_days_ago (shop, arrears_desk_get_as_of (shop->desk));
  int days_ago = MIN (event->days_ago, today);

  if (days_ago >= 0)
    g_array_append_val (shop->days[days_ago], *event);
}

char *
arrears_sample_shop_write_number (int invoice)
{
  return g_strdup_printf ("XS%06d", invoice);
}

ArrearsInvoice *
arrears_sample_shop_find_open (ArrearsSampleShop *shop, const ArrearsSampleEvent *event,
                               GError **error)
{
  g_autoptr (GPtrArray) invoices = arrears_charging_load_open_invoices (
      shop->desk, shop->customer_ids[event->customer], arrears_desk_get_as_of (shop->desk), error);
  g_autofree char *number = arrears_sample_shop_write_number (event->invoice);

  if (event->invoice == ARREARS_SAMPLE_LATEST && invoices != NULL && invoices->len > 0)
    return g_object_ref (g_ptr_array_index (invoices, invoices->len - 1));
  for (guint i = 0; invoices != NULL && i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      if (event->invoice == 0 || g_str_equal (invoice->number, number))
        return g_object_ref (invoice);
    }
  return NULL;
}

gboolean
arrears_sample_shop_shrug (gboolean is_done, GError *refusal, GError **error)
{
  static const ArrearsError of_life[] = {
    ARREARS_ERROR_NOTHING_DUE,  ARREARS_ERROR_REFUSED,     ARREARS_ERROR_TOO_SOON,
    ARREARS_ERROR_BELOW_LEAST,  ARREARS_ERROR_TABLE_ENDED, ARREARS_ERROR_GUARDED,
    ARREARS_ERROR_PAID_EXCEEDS, ARREARS_ERROR_NOTHING_NEW, ARREARS_ERROR_LIMITATION_ENDED,
  };

  if (is_done)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (of_life); i++)
    if (g_error_matches (refusal, ARREARS_ERROR, of_life[i]))
      {
        g_error_free (refusal);
        return TRUE;
      }
  g_propagate_error (error, refusal);
  return FALSE;
}

static gboolean
save_company (ArrearsSampleShop *shop, GError **error)
{
  g_autoptr (ArrearsCompany) company = arrears_company_new ();

  arrears_record_set_text (&company->name, "杭州青禾食品商行（示例）");
  arrears_record_set_text (&company->uscc, "91330106MA0007030Q");
  arrears_record_set_text (&company->address, "杭州市拱墅区示例路88号");
  arrears_record_set_text (&company->phone, "0571-00000000");
  arrears_record_set_text (&company->contact, "张会计");
  arrears_record_set_text (&company->bank, "示例银行杭州拱墅支行");
  arrears_record_set_text (&company->bank_account, "1200000000000000001");
  return arrears_desk_save_company (shop->desk, company, error);
}

static gboolean
add_customer (ArrearsSampleShop *shop, int index, GError **error)
{
  const ArrearsSampleCustomer *sample = &shop->customers[index];
  g_autoptr (ArrearsCustomer) customer = arrears_customer_new ();
  g_autofree char *code = g_strdup_printf ("%04d", index + 1);

  arrears_record_set_text (&customer->code, code);
  arrears_record_set_text (&customer->name, sample->name);
  arrears_record_set_text (&customer->uscc, sample->uscc);
  arrears_record_set_text (&customer->address, sample->address);
  arrears_record_set_text (&customer->contact, sample->contact);
  arrears_record_set_text (&customer->phone, sample->phone);
  arrears_record_set_text (&customer->industry, sample->industry);
  arrears_record_set_text (&customer->owner, sample->owner);
  customer->grade = (int) sample->grade;
  customer->terms_days = sample->terms_days;
  customer->credit_limit = arrears_money (sample->credit_limit_yuan * G_GINT64_CONSTANT (100));
  shop->customer_ids[index] = arrears_ledger_insert_customer (shop->ledger, customer, error);
  return shop->customer_ids[index] != 0;
}

/* The contract of a customer; its terms only where the sample names some. */
static gboolean
add_contract (ArrearsSampleShop *shop, int index, GError **error)
{
  const char *terms = shop->customers[index].charge_terms;
  g_autofree char *number = g_strdup_printf ("HT-%03d", index + 1);
  g_autoptr (ArrearsContract) contract = NULL;

  shop->contract_ids[index]
      = arrears_ledger_ensure_contract (shop->ledger, shop->customer_ids[index], number, error);
  if (shop->contract_ids[index] == 0 || terms == NULL)
    return shop->contract_ids[index] != 0;
  contract = arrears_contract_new ();
  contract->id = shop->contract_ids[index];
  contract->customer_id = shop->customer_ids[index];
  arrears_record_set_text (&contract->number, number);
  arrears_record_set_text (&contract->title, "购销合同");
  contract->signed_on = arrears_day_add_days (arrears_desk_get_as_of (shop->desk), -20);
  arrears_record_set_text (&contract->charge_clause, "8.2");
  arrears_record_set_text (&contract->charge_terms, terms);
  return arrears_ledger_update_contract (shop->ledger, contract, error);
}

static ArrearsMoney
choose_amount (ArrearsSampleShop *shop, int typical_yuan)
{
  int tenths = g_rand_int_range (shop->random, 4, 18);

  return arrears_money ((gint64) typical_yuan * tenths * 10
                        + g_rand_int_range (shop->random, 0, 1000));
}

/* Whoever was spoken to about money that has come in is thanked. */
static gboolean
thank (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  const ArrearsContact contact = { .customer_id = shop->customer_ids[event->customer],
                                   .channel = ARREARS_CHANNEL_TEXT,
                                   .on = arrears_desk_get_as_of (shop->desk),
                                   .minute = 10 * 60,
                                   .said = "货款已到账，短信致谢并附收款确认",
                                   .outcome = ARREARS_OUTCOME_REACHED };
  GError *refusal = NULL;
  gboolean is_done;

  if (shop->customers[event->customer].habit == ARREARS_HABIT_PROMPT
      || arrears_sample_shop_get_days_ago (shop, contact.on) > LOG_SINCE)
    return TRUE;
  is_done = arrears_contact_log (shop->desk, &contact, &refusal) != 0;
  return arrears_sample_shop_shrug (is_done, refusal, error);
}

/* The shop lets most of its customers off the charge once they have paid; of some it is still to
 * be asked about.
 */
static gboolean
waive_charge (ArrearsSampleShop *shop, ArrearsInvoice *invoice, GError **error)
{
  GError *refusal = NULL;
  gboolean is_done;

  if (invoice->id % 11 == 0)
    return TRUE;
  is_done = arrears_charge_left_decide (shop->desk, invoice->number, ARREARS_CHARGE_WAIVED,
                                        "货款已付清，按惯例免收", &refusal);
  return arrears_sample_shop_shrug (is_done, refusal, error);
}

/* Yuan: how many percent of the invoice are paid; days: how long ago the money came in. */
static gboolean
receive (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, error);
  g_autoptr (ArrearsPaymentResult) result = NULL;
  ArrearsPayment payment = { .customer_id = shop->customer_ids[event->customer] };

  if (invoice == NULL)
    return error == NULL || *error == NULL;
  payment.amount = arrears_money (event->yuan == 100 ? invoice->open.fen
                                                     : invoice->amount.fen * event->yuan / 100);
  payment.on = arrears_day_max (
      invoice->issued_on, arrears_day_add_days (arrears_desk_get_as_of (shop->desk), -event->days));
  payment.reference = invoice->number;
  payment.invoice_number = invoice->number;
  result = arrears_payment_record (shop->desk, &payment, error);
  return result != NULL
         && (event->yuan != 100
             || (thank (shop, event, error) && waive_charge (shop, invoice, error)));
}

/* An invoice is paid so many days after its due day; the bank's statement is entered a little
 * later still.
 */
static void
plan_receipt (ArrearsSampleShop *shop, int customer, ArrearsInvoice *invoice, int percent,
              int days_late)
{
  ArrearsDay on
      = arrears_day_max (arrears_day_add_days (invoice->due_on, days_late), invoice->issued_on);
  int delay = g_rand_int_range (shop->random, 0, 3);
  const ArrearsSampleEvent event = {
    .days_ago = arrears_sample_shop_get_days_ago (shop, on) - delay,
    .customer = customer,
    .act = receive,
    .yuan = percent,
    .days = delay,
    .invoice = shop->n_invoices,
  };

  arrears_sample_shop_plan (shop, &event);
}

/* What the customer's habit makes of an invoice. */
static void
plan_payments (ArrearsSampleShop *shop, int customer, ArrearsInvoice *invoice)
{
  int days_since_due = arrears_sample_shop_get_days_ago (shop, invoice->due_on);

  switch (shop->customers[customer].habit)
    {
    case ARREARS_HABIT_PROMPT:
      plan_receipt (shop, customer, invoice, 100, g_rand_int_range (shop->random, -6, 5));
      break;
    case ARREARS_HABIT_SLOW:
      plan_receipt (shop, customer, invoice, 50, g_rand_int_range (shop->random, 3, 15));
      plan_receipt (shop, customer, invoice, 100, g_rand_int_range (shop->random, 18, 45));
      break;
    case ARREARS_HABIT_STUCK:
      if (days_since_due > STUCK_SINCE)
        plan_receipt (shop, customer, invoice, 100, g_rand_int_range (shop->random, 5, 40));
      else if (days_since_due >= 80 && g_rand_int_range (shop->random, 0, 3) == 0)
        plan_receipt (shop, customer, invoice, 50, 20);
      break;
    default:
      g_return_if_reached ();
    }
}

/* Whoever pays late is spoken to: what is said, and when, follows the stages. */
static void
plan_talks (ArrearsSampleShop *shop, int customer, ArrearsInvoice *invoice)
{
  static const struct
  {
    int days_late;
    int next;
    const char *channel;
    const char *outcome;
    const char *said;
  } talks[] = {
    { 2, 5, "call", "reached", "电话核对是否收到账单，对方确认已收到发票，说在走付款流程" },
    { 9, 5, "wechat", "reached", "微信发送应收单明细和收款账号，请对方回复付款日期" },
    { 13, 3, "call_unanswered", "no_answer", "拨打两次无人接听，改发微信" },
    { 24, 6, "call", "refused", "对方称资金紧张，暂时排不出付款日期；已说明将上报负责人并发函" },
    { 38, 10, "visit", "reached", "上门对账，当面递交应收单明细，对方签收；约定下周答复付款计划" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (talks); i++)
    {
      ArrearsSampleEvent event = {
        .days_ago = arrears_sample_shop_get_days_ago (shop, invoice->due_on) - talks[i].days_late,
        .customer = customer,
        .act = arrears_sample_story_speak,
        .days = talks[i].next,
        .word = talks[i].channel,
        .other = talks[i].outcome,
        .text = talks[i].said,
        .invoice = shop->n_invoices,
      };

      if (event.days_ago <= LOG_SINCE)
        arrears_sample_shop_plan (shop, &event);
    }
}

static void
plan_follow_ups (ArrearsSampleShop *shop, int customer, ArrearsInvoice *invoice)
{
  int days_ago = arrears_sample_shop_get_days_ago (shop, arrears_desk_get_as_of (shop->desk));
  const ArrearsSampleEvent papers = { .days_ago = days_ago,
                                      .customer = customer,
                                      .act = arrears_sample_papers_of_invoice,
                                      .invoice = shop->n_invoices };
  ArrearsSampleEvent demand
      = { .customer = customer, .act = arrears_sample_story_demand, .invoice = shop->n_invoices };

  plan_payments (shop, customer, invoice);
  if (shop->customers[customer].habit != ARREARS_HABIT_PROMPT)
    plan_talks (shop, customer, invoice);
  demand.days_ago = arrears_sample_shop_get_days_ago (shop, invoice->due_on) - 17;
  if (*shop->customers[customer].uscc != '\0' && demand.days_ago <= LETTERS_SINCE)
    arrears_sample_shop_plan (shop, &demand);
  if (shop->n_invoices % 20 == 0
      || (days_ago <= STUCK_SINCE + 30 && shop->customers[customer].habit == ARREARS_HABIT_STUCK))
    arrears_sample_shop_plan (shop, &papers);
}

gboolean
arrears_sample_shop_sell (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  const ArrearsSampleCustomer *sample = &shop->customers[event->customer];
  g_autoptr (ArrearsInvoice) invoice = arrears_invoice_new ();
  int serial = ++shop->n_invoices;
  g_autofree char *number = arrears_sample_shop_write_number (serial);
  g_autofree char *fapiao = g_strdup_printf ("2633200000000%07d", serial);
  g_autofree char *delivery = g_strdup_printf ("SH%06d", serial);

  invoice->customer_id = shop->customer_ids[event->customer];
  invoice->contract_id = shop->contract_ids[event->customer];
  arrears_record_set_text (&invoice->number, number);
  arrears_record_set_text (&invoice->fapiao_number, fapiao);
  arrears_record_set_text (&invoice->delivery_number, delivery);
  arrears_record_set_text (&invoice->note,
                           event->text != NULL
                               ? event->text
                               : goods[g_rand_int_range (shop->random, 0, G_N_ELEMENTS (goods))]);
  invoice->issued_on = arrears_day_add_days (arrears_desk_get_as_of (shop->desk), -event->days);
  invoice->delivered_on = invoice->issued_on;
  invoice->due_on
      = arrears_due_day_from_terms (invoice->issued_on, invoice->delivered_on, sample->terms_days);
  invoice->amount = event->yuan != 0 ? arrears_money (event->yuan * G_GINT64_CONSTANT (100))
                                     : choose_amount (shop, sample->typical_yuan);
  if (arrears_ledger_insert_invoice (shop->ledger, invoice, error) == 0)
    return FALSE;
  if (event->days == 0)
    plan_follow_ups (shop, event->customer, invoice);
  return TRUE;
}

static void
plan_invoices (ArrearsSampleShop *shop, int customer)
{
  int every = shop->customers[customer].every_days;
  ArrearsSampleEvent event = { .customer = customer, .act = arrears_sample_shop_sell };

  for (event.days_ago = ARREARS_SAMPLE_DAYS - 2 - g_rand_int_range (shop->random, 0, every);
       event.days_ago > 0;
       event.days_ago -= g_rand_int_range (shop->random, every * 3 / 4, every * 5 / 4))
    arrears_sample_shop_plan (shop, &event);
}

/* What was open when the books were begun: old enough for its limitation period to be near. */
static void
plan_opening_items (ArrearsSampleShop *shop)
{
  const ArrearsSampleEvent items[] = {
    { ARREARS_SAMPLE_DAYS, 27, arrears_sample_shop_sell, 18640, 275, NULL, NULL,
      "期初余额：农副产品一批", 0 },
    { ARREARS_SAMPLE_DAYS, 37, arrears_sample_shop_sell, 3480, 120, NULL, NULL,
      "期初余额：黄酒一批", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    arrears_sample_shop_plan (shop, &items[i]);
}

static gboolean
open_shop (ArrearsSampleShop *shop, GError **error)
{
  gsize n_customers;

  shop->customers = arrears_sample_customers_get (&n_customers);
  g_assert (n_customers == ARREARS_SAMPLE_CUSTOMERS);
  if (!save_company (shop, error))
    return FALSE;
  for (int i = 0; i < ARREARS_SAMPLE_CUSTOMERS; i++)
    {
      const ArrearsSampleEvent papers = { .days_ago = ARREARS_SAMPLE_DAYS,
                                          .customer = i,
                                          .act = arrears_sample_papers_of_contract };

      if (!add_customer (shop, i, error) || !add_contract (shop, i, error))
        return FALSE;
      if (shop->customers[i].charge_terms != NULL)
        arrears_sample_shop_plan (shop, &papers);
    }
  plan_opening_items (shop);
  for (int i = 0; i < ARREARS_SAMPLE_CUSTOMERS; i++)
    plan_invoices (shop, i);
  arrears_sample_story_plan (shop);
  return TRUE;
}

/* Day by day, as it would have been: each entry is made on the day on which it was known. */
static gboolean
live (ArrearsSampleShop *shop, GError **error)
{
  set_shop_day (shop->desk, arrears_day_add_days (shop->end, -ARREARS_SAMPLE_DAYS));
  if (!open_shop (shop, error))
    return FALSE;
  for (int days_ago = ARREARS_SAMPLE_DAYS; days_ago >= 0; days_ago--)
    {
      if (shop->days[days_ago]->len > 0)
        set_shop_day (shop->desk, arrears_day_add_days (shop->end, -days_ago));
      for (guint i = 0; i < shop->days[days_ago]->len; i++)
        {
          ArrearsSampleEvent event = g_array_index (shop->days[days_ago], ArrearsSampleEvent, i);

          arrears_desk_set_actor (shop->desk, shop->customers[event.customer].owner);
          if (!event.act (shop, &event, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
fill (ArrearsDesk *desk, ArrearsDay end, GError **error)
{
  g_autoptr (ArrearsFontSet) fonts = arrears_font_set_new (error);
  g_autoptr (ArrearsTransaction) transaction = NULL;
  ArrearsSampleShop shop = { .desk = desk,
                             .ledger = arrears_desk_get_ledger (desk),
                             .end = end,
                             .random = g_rand_new_with_seed (SEED),
                             .fonts = fonts };
  gboolean is_filled;

  for (int i = 0; i <= ARREARS_SAMPLE_DAYS; i++)
    shop.days[i] = g_array_new (FALSE, FALSE, sizeof (ArrearsSampleEvent));
  if (fonts != NULL)
    transaction = arrears_transaction_begin (shop.ledger, error);
  is_filled = transaction != NULL && live (&shop, error)
              && arrears_desk_commit (desk, transaction, error);
  for (int i = 0; i <= ARREARS_SAMPLE_DAYS; i++)
    g_array_unref (shop.days[i]);
  g_rand_free (shop.random);
  return is_filled;
}

ArrearsDesk *
arrears_sample_shop_create (const char *path, ArrearsDay as_of, ArrearsClock clock, GError **error)
{
  ArrearsDay first = arrears_day_add_days (as_of, -ARREARS_SAMPLE_DAYS);
  ArrearsDesk *desk;
  gboolean is_filled;

  set_shop_day (NULL, first);
  desk = arrears_desk_create (path, first, tell_shop_time, error);
  if (desk == NULL)
    return NULL;
  is_filled = fill (desk, as_of, error);
  if (!is_filled)
    {
      arrears_desk_discard (desk);
      return NULL;
    }
  g_object_unref (desk);
  return arrears_desk_open (path, as_of, clock, error);
}

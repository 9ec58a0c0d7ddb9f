/* arrears-sample-story.c: what is told of the customers of the fictional shop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-account-page.h"
#include "arrears-charge-left.h"
#include "arrears-contact.h"
#include "arrears-disputes.h"
#include "arrears-invoices.h"
#include "arrears-ledger-customers.h"
#include "arrears-letter.h"
#include "arrears-limitation-watch.h"
#include "arrears-marks.h"
#include "arrears-ownership.h"
#include "arrears-pauses.h"
#include "arrears-payment.h"
#include "arrears-policies.h"
#include "arrears-promises.h"
#include "arrears-receipts.h"
#include "arrears-sample-private.h"
#include "arrears-today.h"
#include "arrears-write-off.h"

static ArrearsMoney
get_yuan (const ArrearsSampleEvent *event)
{
  return arrears_money (event->yuan * G_GINT64_CONSTANT (100));
}

static ArrearsDay
get_later_day (ArrearsSampleShop *shop, int days)
{
  return arrears_day_add_days (arrears_desk_get_as_of (shop->desk), days);
}

static gint64
get_customer_id (const ArrearsSampleShop *shop, const ArrearsSampleEvent *event)
{
  return shop->customer_ids[event->customer];
}

/* Speaks only while there is something to speak of, and then has done what the stage asks for. */
gboolean
arrears_sample_story_speak (ArrearsSampleShop *shop, const ArrearsSampleEvent *event,
                            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, &failure);
  ArrearsContact contact = { .customer_id = get_customer_id (shop, event),
                             .on = arrears_desk_get_as_of (shop->desk),
                             .minute = 9 * 60 + 30,
                             .said = event->text,
                             .measure = event->days > 0 ? "按约定日期回访" : NULL };
  GError *refusal = NULL;
  gboolean is_done;

  if (invoice == NULL)
    return arrears_sample_shop_shrug (failure == NULL, g_steal_pointer (&failure), error);
  if (!arrears_channel_parse (event->word, &contact.channel, error)
      || !arrears_outcome_parse (event->other, &contact.outcome, error))
    return FALSE;
  if (event->days > 0)
    contact.next_on = get_later_day (shop, event->days);
  is_done = arrears_contact_log (shop->desk, &contact, &refusal) != 0;
  if (!arrears_sample_shop_shrug (is_done, refusal, error))
    return FALSE;
  refusal = NULL;
  is_done = arrears_today_complete (shop->desk, contact.customer_id,
                                    shop->customers[event->customer].owner, event->text, &refusal);
  return arrears_sample_shop_shrug (is_done, refusal, error);
}

gboolean
arrears_sample_story_demand (ArrearsSampleShop *shop, const ArrearsSampleEvent *event,
                             GError **error)
{
  const ArrearsLetterOptions options = { 0 };
  GError *refusal = NULL;
  g_autoptr (ArrearsDocument) letter
      = arrears_letter_issue (shop->desk, get_customer_id (shop, event), &options, &refusal);

  return arrears_sample_shop_shrug (letter != NULL, refusal, error);
}

/* Yuan: how much; 0: all that is open of the oldest; days: due so much later; text: by whom. */
static gboolean
promise (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, error);
  g_autoptr (ArrearsPromise) given = arrears_promise_new ();

  if (invoice == NULL)
    return error == NULL || *error == NULL;
  given->customer_id = get_customer_id (shop, event);
  given->due_on = get_later_day (shop, event->days);
  given->amount = event->yuan != 0 ? get_yuan (event) : invoice->open;
  arrears_record_set_text (&given->promised_by, event->text);
  arrears_record_set_text (&given->channel, event->word);
  return arrears_promises_give (shop->desk, given, 0, error) != 0;
}

/* Yuan: how much; 0: all that is open of the invoice, and `days` yuan on top, which pay nothing
 * yet.
 */
static gboolean
pay (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, error);
  g_autoptr (ArrearsPaymentResult) result = NULL;
  ArrearsPaymentShare share = { .part = ARREARS_PART_PRINCIPAL };
  ArrearsPayment payment = { .customer_id = get_customer_id (shop, event),
                             .amount = get_yuan (event),
                             .on = arrears_desk_get_as_of (shop->desk),
                             .reference = event->text };

  if (invoice == NULL)
    return error == NULL || *error == NULL;
  if (event->yuan == 0)
    {
      share.invoice_number = invoice->number;
      share.amount = invoice->open;
      payment.amount = arrears_money (invoice->open.fen + event->days * 100);
      payment.shares = &share;
      payment.n_shares = 1;
    }
  result = arrears_payment_record (shop->desk, &payment, error);
  return result != NULL;
}

/* The last receipt of a customer. (transfer full) */
static ArrearsReceipt *
find_last_receipt (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (GPtrArray) lines
      = arrears_receipts_load (shop->desk, get_customer_id (shop, event), 1, error);

  if (lines == NULL || lines->len == 0)
    return NULL;
  return g_object_ref (((ArrearsReceiptLine *) g_ptr_array_index (lines, 0))->receipt);
}

static gboolean
refund (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsReceipt) receipt = find_last_receipt (shop, event, error);
  ArrearsRefund refund = { .amount = get_yuan (event),
                           .on = arrears_desk_get_as_of (shop->desk),
                           .reason = event->text };
  GError *refusal = NULL;
  gboolean is_done;

  if (receipt == NULL)
    return error == NULL || *error == NULL;
  refund.receipt_id = receipt->id;
  is_done = arrears_receipts_refund (shop->desk, &refund, &refusal);
  return arrears_sample_shop_shrug (is_done, refusal, error);
}

static gboolean
void_receipt (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsReceipt) receipt = find_last_receipt (shop, event, error);

  if (receipt == NULL)
    return error == NULL || *error == NULL;
  return arrears_receipts_void (shop->desk, receipt->id, event->text, error);
}

static gboolean
credit (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autofree char *number = g_strdup_printf ("HC%04d", ++shop->n_credit_notes);
  const ArrearsCreditNote note = { .customer_id = get_customer_id (shop, event),
                                   .number = number,
                                   .amount = get_yuan (event),
                                   .on = arrears_desk_get_as_of (shop->desk),
                                   .note = event->text };
  g_autoptr (ArrearsPaymentResult) result = arrears_receipts_credit (shop->desk, &note, error);

  return result != NULL;
}

/* Pays all but a few cents of the oldest invoice, and writes those off. */
static gboolean
write_off_cents (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, error);
  g_autoptr (ArrearsPaymentResult) result = NULL;
  ArrearsPayment payment = { .customer_id = get_customer_id (shop, event),
                             .on = arrears_desk_get_as_of (shop->desk) };

  if (invoice == NULL)
    return error == NULL || *error == NULL;
  payment.amount = arrears_money (invoice->open.fen - event->days);
  payment.invoice_number = invoice->number;
  result = arrears_payment_record (shop->desk, &payment, error);
  return result != NULL
         && arrears_write_off_cents (shop->desk, invoice->number, event->text, error);
}

static gboolean
write_off_bad_debt (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, error);
  ArrearsBadDebtWriteOff write_off = { .reason = event->text };

  if (invoice == NULL)
    return error == NULL || *error == NULL;
  if (!arrears_bad_debt_condition_parse (event->word, &write_off.condition, error))
    return FALSE;
  write_off.invoice_number = invoice->number;
  write_off.confirmed = arrears_bad_debt_get_confirmable (write_off.condition);
  return arrears_write_off_bad_debt (shop->desk, &write_off, error);
}

/* Every charge that is left of the customer's paid invoices. */
static gboolean
decide_charge (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (GPtrArray) invoices
      = arrears_charge_left_list (shop->desk, get_customer_id (shop, event), error);
  ArrearsChargeFate fate;

  if (invoices == NULL || !arrears_charge_fate_parse (event->word, &fate, error))
    return FALSE;
  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      if (!arrears_charge_left_decide (shop->desk, invoice->number, fate, event->text, error))
        return FALSE;
    }
  return TRUE;
}

/* Days: until it is looked at again; yuan: the contested part, 0: all. */
static gboolean
dispute (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, error);
  g_autoptr (ArrearsDispute) raised = arrears_dispute_new ();

  if (invoice == NULL)
    return error == NULL || *error == NULL;
  raised->invoice_id = invoice->id;
  raised->customer_id = invoice->customer_id;
  raised->amount = get_yuan (event);
  raised->review_on = get_later_day (shop, event->days);
  arrears_record_set_text (&raised->reason, event->word);
  arrears_record_set_text (&raised->note, event->text);
  return arrears_disputes_raise (shop->desk, raised, error) != 0;
}

static gboolean
end_dispute (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (GPtrArray) disputes
      = arrears_disputes_load (shop->desk, get_customer_id (shop, event), FALSE, error);
  g_autofree char *number = NULL;
  ArrearsDisputeOutcome outcome = { .how = event->word, .note = event->text };

  if (disputes == NULL || disputes->len == 0)
    return disputes != NULL;
  if (g_str_equal (event->word, "credited"))
    {
      outcome.amount = get_yuan (event);
      number = g_strdup_printf ("HC%04d", ++shop->n_credit_notes);
      outcome.credit_note_number = number;
    }
  return arrears_disputes_end (shop->desk, ((ArrearsDispute *) disputes->pdata[0])->id, &outcome,
                               error);
}

static gboolean
pause_collection (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsPause) begun = arrears_pause_new ();

  begun->customer_id = get_customer_id (shop, event);
  begun->until_on = get_later_day (shop, event->days);
  arrears_record_set_text (&begun->kind, event->word);
  arrears_record_set_text (&begun->reason, event->text);
  return arrears_pauses_begin (shop->desk, begun, event->other, error) != 0;
}

/* Days: until it ends, 0: when somebody ends it. */
static gboolean
mark (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsMark) set = arrears_mark_new ();

  set->customer_id = get_customer_id (shop, event);
  arrears_record_set_text (&set->kind, event->word);
  arrears_record_set_text (&set->code, event->other);
  arrears_record_set_text (&set->reason, event->text);
  set->amount = get_yuan (event);
  if (event->days > 0)
    set->until_on = get_later_day (shop, event->days);
  return arrears_marks_set (shop->desk, set, error) != 0;
}

/* Cut into `yuan` parts, the first due today, one every `days`. */
static gboolean
split (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, error);
  ArrearsInstalment instalments[6];
  const guint n = (guint) event->yuan;

  if (invoice == NULL)
    return error == NULL || *error == NULL;
  g_assert (n <= G_N_ELEMENTS (instalments));
  arrears_instalments_propose (invoice->amount, get_later_day (shop, 0), 1, instalments, n);
  for (guint i = 0; i < n; i++)
    instalments[i].due_on = get_later_day (shop, (int) i * event->days);
  return arrears_invoices_split (shop->desk, invoice->number, instalments, n, error);
}

static gboolean
defer (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, error);

  if (invoice == NULL)
    return error == NULL || *error == NULL;
  return arrears_invoices_change_due_day (shop->desk, invoice->number,
                                          arrears_day_add_days (invoice->due_on, event->days),
                                          event->text, error);
}

static gboolean
enter_cost (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_sample_shop_find_open (shop, event, error);
  ArrearsCostOfInvoice cost = { .amount = get_yuan (event),
                                .on = arrears_desk_get_as_of (shop->desk),
                                .note = event->text };

  if (invoice == NULL)
    return error == NULL || *error == NULL;
  cost.number = invoice->number;
  return arrears_invoices_enter_cost (shop->desk, &cost, error);
}

/* Days: how long ago the principal fell due; text: the guarantor. */
static gboolean
guarantee (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsGuarantee) given = arrears_guarantee_new ();

  given->customer_id = get_customer_id (shop, event);
  given->from_on = arrears_desk_get_as_of (shop->desk);
  given->principal_due_on = get_later_day (shop, event->days);
  arrears_record_set_text (&given->guarantor, event->text);
  arrears_record_set_text (&given->kind, event->word);
  return arrears_limitation_watch_add_guarantee (shop->desk, given, error) != 0;
}

static gboolean
interrupt_limitation (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsLimitationEvent) happened = arrears_limitation_event_new ();

  happened->customer_id = get_customer_id (shop, event);
  happened->from_on = arrears_desk_get_as_of (shop->desk);
  arrears_record_set_text (&happened->kind, event->word);
  arrears_record_set_text (&happened->proof, event->other);
  arrears_record_set_text (&happened->note, event->text);
  return arrears_limitation_watch_add_event (shop->desk, happened, error) != 0;
}

static gboolean
regrade (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  g_autoptr (ArrearsCustomer) customer
      = arrears_desk_load_customer (shop->desk, get_customer_id (shop, event), error);
  g_autoptr (ArrearsCustomer) changed = NULL;
  ArrearsGrade grade;

  if (customer == NULL || !arrears_grade_parse (event->word, &grade, error))
    return FALSE;
  changed = arrears_record_copy (customer);
  changed->grade = (int) grade;
  return arrears_account_save_customer (shop->desk, changed, error);
}

/* A policy for large customers: more days, and no letter below 5,000 yuan. */
static gboolean
give_policy (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  ArrearsPolicy policy = arrears_policy_get_default (ARREARS_GRADE_B);
  static const int days[] = { 5, 15, 30, 45, 75, 120 };
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    policy.stages[i].days_overdue = days[i];
  policy.stages[ARREARS_STAGE_DEMAND - 1].least = arrears_money (500000);
  policy.stages[ARREARS_STAGE_HARD - 1].least = arrears_money (500000);
  policy.stages[ARREARS_STAGE_LAWYER - 1].least = arrears_money (1000000);
  policy.stages[ARREARS_STAGE_COURT - 1].least = arrears_money (1000000);
  id = arrears_policies_save (shop->desk, event->text, &policy, error);
  return id != 0
         && arrears_policies_assign_to_customer (shop->desk, id, get_customer_id (shop, event),
                                                 error);
}

static gboolean
hand_over (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, GError **error)
{
  guint n_accounts;

  return arrears_ownership_hand_over (shop->desk, event->word, event->other, event->text,
                                      &n_accounts, error);
}

/* Places in the table of customers. */
enum
{
  YUNQI = 0,
  CHENGDONG = 1,
  SIJI = 3,
  DONGHAI = 6,
  WANJIA = 7,
  HONGDENGLONG = 9,
  TONGFULI = 11,
  JINSUI = 12,
  JIXIANG = 13,
  QILIXIANG = 14,
  TIANMUHU = 15,
  BAITALING = 18,
  DAYUNHE = 20,
  HAITANG = 22,
  XINFENGSHANG = 24,
  CHANGHE = 27,
  FENGHUANGSHAN = 29,
  LANWAN = 30,
  FENGDENG = 33,
  LAODUKOU = 37,
};

#define SELL arrears_sample_shop_sell
#define LATEST ARREARS_SAMPLE_LATEST

/* days ago, customer, act, yuan, days, word, other, text, invoice */
static const ArrearsSampleEvent story[] = {
  { 300, DAYUNHE, give_policy, 0, 0, NULL, NULL, "大客户宽限", 0 },
  { 210, TONGFULI, regrade, 0, 0, "B", NULL, NULL, 0 },
  { 160, TONGFULI, regrade, 0, 0, "A", NULL, NULL, 0 },
  { 120, YUNQI, hand_over, 0, 0, "陈晓东", "周倩", "岗位调整，客户资料和承诺记录已当面交接", 0 },
  { 45, CHANGHE, regrade, 0, 0, "C", NULL, NULL, 0 },

  /* A promise kept, one kept in part, one broken, two that run. */
  { 105, YUNQI, SELL, 5200, 1, NULL, NULL, NULL, 0 },
  { 62, YUNQI, promise, 5200, 10, "call", NULL, "陈店长", LATEST },
  { 54, YUNQI, pay, 0, 0, NULL, NULL, "按承诺付款", LATEST },
  { 130, HONGDENGLONG, SELL, 26000, 1, NULL, NULL, NULL, 0 },
  { 75, HONGDENGLONG, promise, 20000, 14, "call", NULL, "朱经理", 0 },
  { 64, HONGDENGLONG, pay, 8000, 0, NULL, NULL, "部分付款", 0 },
  { 12, HONGDENGLONG, promise, 18000, 8, "wechat", NULL, "朱经理", 0 },
  { 5, HAITANG, promise, 0, 9, "call", NULL, "郑女士", 0 },
  { 38, WANJIA, SELL, 3000, 1, NULL, NULL, NULL, 0 },
  { 6, WANJIA, promise, 3000, 6, "wechat", NULL, "黄女士", LATEST },

  /* A dispute that stands, one rejected, one credited. */
  { 75, JIXIANG, SELL, 26800, 1, NULL, NULL, "干货调味品", 0 },
  { 30, JIXIANG, dispute, 2600, 29, "quality", NULL, "称其中一批干货受潮，要求退换；已取样待仓库复核",
    LATEST },
  { 118, CHANGHE, SELL, 6800, 1, NULL, NULL, NULL, 0 },
  { 95, CHANGHE, dispute, 0, 14, "delivery", NULL, "称未收到货", LATEST },
  { 80, CHANGHE, end_dispute, 0, 0, "rejected", NULL, "送货单有对方仓库签字，已把复印件发给对方", 0 },
  { 200, XINFENGSHANG, SELL, 5600, 1, NULL, NULL, "休闲零食（含促销品）", 0 },
  { 150, XINFENGSHANG, dispute, 600, 14, "price", NULL, "促销价与送货单单价不一致", LATEST },
  { 141, XINFENGSHANG, end_dispute, 600, 0, "credited", NULL, "核对促销协议属实，冲减差价", 0 },

  /* Rest for hardship, for force majeure, as agreed. */
  { 25, CHENGDONG, pause_collection, 0, 45, "hardship", "同意先付货款后谈违约金", "店主住院，停业一个月",
    0 },
  { 28, TIANMUHU, pause_collection, 0, 28, "force_majeure", NULL, "台风后店面进水，暂缓至复核日", 0 },
  { 200, BAITALING, pause_collection, 0, 15, "agreed", NULL, "门店搬迁，约定搬迁后对账", 0 },

  /* What holds of an account. */
  { 40, DONGHAI, mark, 0, 0, "lateness", "bad_faith", "多次承诺后失联，设备已转移", 0 },
  { 20, DONGHAI, mark, 0, 0, "bad_faith", NULL, "转移设备、拒不对账", 0 },
  { 18, DONGHAI, mark, 0, 0, "blacklisted", NULL, "恶意拖欠，不再赊销", 0 },
  { 33, CHENGDONG, mark, 0, 0, "lateness", "cash_flow", "店主住院，资金周转困难", 0 },
  { 26, JIXIANG, mark, 0, 0, "lateness", "quality_dispute", "质量异议待复核", 0 },
  { 16, JINSUI, mark, 0, 0, "credit_hold", NULL, "逾期超过一个月", 0 },
  { 4, JINSUI, mark, 260000, 10, "hold_override", NULL, "对方已付一半并书面承诺，先供一车", 0 },
  { 35, XINFENGSHANG, mark, 0, 0, "lateness", "internal_process", "对方总部付款审批慢", 0 },

  /* Money: too much and back, the wrong account, a rest of cents, a loss, charges that were left. */
  { 130, SIJI, SELL, 4100, 1, NULL, NULL, "生鲜水果", 0 },
  { 112, SIJI, pay, 0, 500, NULL, NULL, "多付", LATEST },
  { 104, SIJI, refund, 300, 0, NULL, NULL, "按客户要求退回多付款", 0 },
  { 90, WANJIA, pay, 5000, 0, NULL, NULL, "银行回单", 0 },
  { 88, WANJIA, void_receipt, 0, 0, NULL, NULL, "串户：实为另一客户的款", 0 },
  { 160, QILIXIANG, SELL, 640, 1, NULL, NULL, "干货调味品", 0 },
  { 140, QILIXIANG, write_off_cents, 0, 37, NULL, NULL, "对方抹零", LATEST },
  { 15, LAODUKOU, write_off_bad_debt, 0, 0, "insolvent", NULL,
    "门店已注销，清算材料存档；账销案存", 0 },
  { 112, BAITALING, SELL, 2450, 1, NULL, NULL, "饮料、啤酒", 0 },
  { 58, BAITALING, pay, 0, 0, NULL, NULL, "货款", 0 },
  { 48, BAITALING, decide_charge, 0, 0, "waive", NULL, "老客户，首次逾期，免收", 0 },
  { 120, XINFENGSHANG, pay, 0, 0, NULL, NULL, "货款", LATEST },
  { 30, XINFENGSHANG, decide_charge, 0, 0, "keep", NULL, "合同有约定，保留追索", 0 },
  { 130, SIJI, credit, 420, 0, NULL, NULL, "退货", 0 },
  { 70, JIXIANG, credit, 880, 0, NULL, NULL, "破损退货", 0 },
  { 22, WANJIA, credit, 150, 0, NULL, NULL, "数量短少", 0 },

  /* What was said lately, and goods that fall due in two days. */
  { 19, DONGHAI, arrears_sample_story_speak, 0, 0, "visit", "refused",
    "上门未见负责人，店员称已停业；现场拍照存档，不再安排上门", 0 },
  { 11, HONGDENGLONG, arrears_sample_story_speak, 0, 8, "call", "promised",
    "朱经理承诺八日内再付 18,000 元，已记承诺", 0 },
  { 9, LANWAN, arrears_sample_story_speak, 0, 12, "wechat", "reached",
    "已发分期表，提醒第三期到期日", 0 },
  { 7, CHANGHE, arrears_sample_story_speak, 0, 7, "call", "refused", "仍称账目不清，已约下周对账", 0 },
  { 5, HAITANG, arrears_sample_story_speak, 0, 9, "call", "promised", "郑女士承诺月底前付清最早一笔", 0 },
  { 28, FENGDENG, SELL, 21600, 1, NULL, NULL, "米面粮油一批", 0 },

  /* Days and parts that were agreed anew, costs, a guarantor, a demand with proof. */
  { 66, LANWAN, SELL, 9600, 1, NULL, NULL, "冷冻水饺等", 0 },
  { 60, LANWAN, split, 3, 30, NULL, NULL, NULL, LATEST },
  { 58, LANWAN, pay, 3200, 0, NULL, NULL, "首期款", 0 },
  { 70, FENGHUANGSHAN, SELL, 16400, 1, NULL, NULL, "牛奶 24盒/件", 0 },
  { 25, FENGHUANGSHAN, defer, 0, 20, NULL, NULL, "对方财政拨款推迟，书面同意延期", LATEST },
  { 21, HONGDENGLONG, enter_cost, 1200, 0, NULL, NULL, "律师咨询费，发票 26330000000000000001", 0 },
  { 90, HONGDENGLONG, guarantee, 0, -45, "joint", NULL, "朱某某（法定代表人）", 0 },
  { 29, HONGDENGLONG, interrupt_limitation, 0, 0, "demand", "B",
    "EMS 面单注明催款函及合同号，已签收", 0 },
};

void
arrears_sample_story_plan (ArrearsSampleShop *shop)
{
  for (gsize i = 0; i < G_N_ELEMENTS (story); i++)
    arrears_sample_shop_plan (shop, &story[i]);
}

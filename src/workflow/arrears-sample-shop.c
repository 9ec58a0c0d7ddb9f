/* arrears-sample-shop.c: the fictional shop that Arrears is shown with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-sample-shop.h"

#include "arrears-desk-private.h"
#include "arrears-due-day.h"
#include "arrears-grade.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-settling.h"

/* How a customer of the shop pays; what it owes follows from it. */
typedef enum
{
  HABIT_PROMPT, /* in time or a few days late */
  HABIT_SLOW,   /* weeks late, in parts */
  HABIT_STUCK,  /* stopped paying some months ago */
} Habit;

typedef struct
{
  const char *name;
  const char *uscc;
  const char *address;
  const char *contact;
  const char *phone;
  const char *industry;
  ArrearsGrade grade;
  int terms_days;
  int credit_limit_yuan;
  Habit habit;
  int typical_yuan;         /* about the size of an invoice */
  const char *charge_terms; /* of its contract; NULL: nothing agreed */
} Sample;

static const Sample samples[] = {
  { "云栖路便民超市有限公司", "91330106MA0000373L", "杭州市西湖区示例路12号", "陈店长", "13800000001", "超市",
    ARREARS_GRADE_B, 30, 80000, HABIT_SLOW, 6200, "daily:0.0005" },
  { "城东老街坊烟酒店", "", "杭州市江干区示例路4号", "李女士", "13800000002", "便利店",
    ARREARS_GRADE_B, 30, 30000, HABIT_STUCK, 2400, NULL },
  { "湖畔人家餐饮管理有限公司", "91330106MA0001114D", "湖州市吴兴区示例路247号", "周经理", "13800000003", "餐饮",
    ARREARS_GRADE_A, 45, 150000, HABIT_PROMPT, 15800, "daily:0.0003" },
  { "四季鲜果行", "", "嘉兴市南湖区示例路33号", "吴先生", "13800000004", "批发",
    ARREARS_GRADE_B, 15, 40000, HABIT_SLOW, 4300, NULL },
  { "好邻居便利连锁有限公司", "91330106MA00018510", "宁波市鄞州区示例路361号", "赵总", "13800000005", "便利店",
    ARREARS_GRADE_A, 30, 300000, HABIT_PROMPT, 26800, "annual:0.12" },
  { "江南春茶社", "", "绍兴市越城区示例路103号", "王经理", "13800000006", "餐饮",
    ARREARS_GRADE_B, 60, 20000, HABIT_SLOW, 1900, NULL },
  { "东海渔港海鲜楼", "", "舟山市普陀区示例路5号", "刘店长", "13800000007", "餐饮",
    ARREARS_GRADE_C, 15, 60000, HABIT_STUCK, 38500, "daily:0.0005" },
  { "万家灯火日用百货商行", "", "义乌市示例路118号", "黄女士", "13800000008", "批发",
    ARREARS_GRADE_B, 30, 120000, HABIT_SLOW, 12600, "lpr:1.5" },
  { "山里人家民宿", "", "安吉县示例路247号", "沈老板", "13800000009", "住宿",
    ARREARS_GRADE_A, 30, 20000, HABIT_PROMPT, 2200, NULL },
  { "红灯笼酒店管理有限公司", "91330106MA000370XA", "杭州市余杭区示例路77号", "朱经理", "13800000010", "住宿",
    ARREARS_GRADE_B, 45, 200000, HABIT_STUCK, 46500, "daily:0.0005" },
  { "学府路文具百货店", "", "杭州市下沙示例路313号", "何先生", "13800000011", "零售",
    ARREARS_GRADE_B, 15, 10000, HABIT_PROMPT, 1350, NULL },
  { "同福里糕团店", "", "上海市奉贤区示例路324号", "孙师傅", "13800000012", "餐饮",
    ARREARS_GRADE_A, 15, 30000, HABIT_PROMPT, 3600, NULL },
  { "金穗粮油批发部", "", "金华市婺城区示例路362号", "马经理", "13800000013", "批发",
    ARREARS_GRADE_B, 30, 250000, HABIT_SLOW, 31200, "daily:0.0004" },
  { "𠮷祥副食贸易有限公司", "91330106MA0005182B", "上海市闵行区示例路125号", "叶女士", "13800000014", "批发",
    ARREARS_GRADE_B, 45, 100000, HABIT_STUCK, 27400, NULL },
  { "七里香小吃店", "", "苏州市吴中区示例路263号", "潘店长", "13800000015", "餐饮",
    ARREARS_GRADE_B, -1, 5000, HABIT_SLOW, 680, NULL },
  { "天目湖渔具店", "", "溧阳市示例路195号", "蒋先生", "13800000016", "零售",
    ARREARS_GRADE_C, 15, 15000, HABIT_STUCK, 5200, NULL },
  { "望江门供销社", "", "杭州市上城区示例路64号", "顾主任", "13800000017", "超市",
    ARREARS_GRADE_A, 60, 80000, HABIT_PROMPT, 9400, NULL },
  { "小满咖啡馆", "", "杭州市拱墅区示例路9号", "林小姐", "13800000018", "餐饮",
    ARREARS_GRADE_B, 30, 0, HABIT_PROMPT, 1750, NULL },
};

static const char *const goods[] = {
  "米面粮油一批", "酱油、料酒一批", "牛奶 24盒/件", "休闲零食（含促销品）", "冷冻水饺等", "纸品、日化",
  "中秋礼盒", "饮料、啤酒", "干货调味品", "生鲜水果",
};

/* The same shop each time: every number comes from this generator in this order. */
typedef struct
{
  ArrearsDesk *desk;
  ArrearsLedger *ledger;
  ArrearsDay as_of;
  GRand *random;
  int n_invoices;
} Shop;

enum
{
  SEED = 20260101,
  FIRST_DAY = 420, /* days before the desk's day */
};

static gboolean
save_company (Shop *shop, GError **error)
{
  g_autoptr (ArrearsCompany) company = arrears_company_new ();

  arrears_record_set_text (&company->name, "杭州青禾食品商行（示例）");
  arrears_record_set_text (&company->uscc, "91330106MA0007030Q");
  arrears_record_set_text (&company->address, "杭州市拱墅区示例路88号");
  arrears_record_set_text (&company->phone, "0571-00000000");
  arrears_record_set_text (&company->contact, "张会计");
  arrears_record_set_text (&company->bank, "示例银行杭州拱墅支行");
  arrears_record_set_text (&company->bank_account, "1200000000000000001");
  return arrears_ledger_save_company (shop->ledger, company, error);
}

static gint64
add_customer (Shop *shop, guint index, GError **error)
{
  const Sample *sample = &samples[index];
  g_autoptr (ArrearsCustomer) customer = arrears_customer_new ();
  g_autofree char *code = g_strdup_printf ("%04u", index + 1);

  arrears_record_set_text (&customer->code, code);
  arrears_record_set_text (&customer->name, sample->name);
  arrears_record_set_text (&customer->uscc, sample->uscc);
  arrears_record_set_text (&customer->address, sample->address);
  arrears_record_set_text (&customer->contact, sample->contact);
  arrears_record_set_text (&customer->phone, sample->phone);
  arrears_record_set_text (&customer->industry, sample->industry);
  customer->grade = (int) sample->grade;
  customer->terms_days = sample->terms_days;
  customer->credit_limit = arrears_money (sample->credit_limit_yuan * G_GINT64_CONSTANT (100));
  return arrears_ledger_insert_customer (shop->ledger, customer, error);
}

/* The contract of a customer; its terms only where the sample names some. */
static gint64
add_contract (Shop *shop, gint64 customer_id, guint index, GError **error)
{
  g_autofree char *number = g_strdup_printf ("HT-%03u", index + 1);
  gint64 id = arrears_ledger_ensure_contract (shop->ledger, customer_id, number, error);
  g_autoptr (ArrearsContract) contract = NULL;

  if (id == 0 || samples[index].charge_terms == NULL)
    return id;
  contract = arrears_contract_new ();
  contract->id = id;
  contract->customer_id = customer_id;
  arrears_record_set_text (&contract->number, number);
  arrears_record_set_text (&contract->title, "购销合同");
  contract->signed_on = arrears_day_add_days (shop->as_of, -FIRST_DAY - 20);
  arrears_record_set_text (&contract->charge_clause, "8.2");
  arrears_record_set_text (&contract->charge_terms, samples[index].charge_terms);
  return arrears_ledger_update_contract (shop->ledger, contract, error) ? id : 0;
}

static ArrearsMoney
choose_amount (Shop *shop, int typical_yuan)
{
  int tenths = g_rand_int_range (shop->random, 4, 18);

  return arrears_money ((gint64) typical_yuan * tenths * 10
                        + g_rand_int_range (shop->random, 0, 1000));
}

static gboolean
receive (Shop *shop, ArrearsInvoice *invoice, ArrearsMoney amount, int days_late, GError **error)
{
  ArrearsDay on = arrears_day_add_days (invoice->due_on, days_late);
  g_autoptr (ArrearsReceipt) receipt = arrears_receipt_new ();
  g_autoptr (GArray) allocations = g_array_new (FALSE, TRUE, sizeof (ArrearsAllocation));
  ArrearsAllocation allocation = { .invoice_id = invoice->id, .amount = amount };

  on = arrears_day_max (on, invoice->issued_on);
  if (arrears_day_compare (on, shop->as_of) > 0)
    return TRUE;
  receipt->customer_id = invoice->customer_id;
  arrears_record_set_text (&receipt->kind, "receipt");
  receipt->received_on = on;
  receipt->amount = amount;
  arrears_record_set_text (&receipt->reference, invoice->number);
  allocation.allocated_on = on;
  g_array_append_val (allocations, allocation);
  return arrears_settling_store (shop->desk, receipt, allocations, error) != 0;
}

/* What the customer's habit makes of an invoice. */
static gboolean
pay_by_habit (Shop *shop, const Sample *sample, ArrearsInvoice *invoice, GError **error)
{
  int days_since_due = arrears_day_count (invoice->due_on, shop->as_of);
  ArrearsMoney half = arrears_money (invoice->amount.fen / 2);
  ArrearsMoney rest = arrears_money (invoice->amount.fen - half.fen);

  switch (sample->habit)
    {
    case HABIT_PROMPT:
      return receive (shop, invoice, invoice->amount, g_rand_int_range (shop->random, -6, 5),
                      error);
    case HABIT_SLOW:
      return receive (shop, invoice, half, g_rand_int_range (shop->random, 3, 15), error)
             && receive (shop, invoice, rest, g_rand_int_range (shop->random, 18, 45), error);
    case HABIT_STUCK:
      if (days_since_due > 110)
        return receive (shop, invoice, invoice->amount, g_rand_int_range (shop->random, 5, 40),
                        error);
      return days_since_due < 80 || g_rand_int_range (shop->random, 0, 3) > 0
             || receive (shop, invoice, half, 20, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
add_invoice (Shop *shop, const Sample *sample, gint64 customer_id, gint64 contract_id, int days_ago,
             GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_invoice_new ();
  int serial = ++shop->n_invoices;
  g_autofree char *number = g_strdup_printf ("XS%06d", serial);
  g_autofree char *fapiao = g_strdup_printf ("2633200000000%07d", serial);
  g_autofree char *delivery = g_strdup_printf ("SH%06d", serial);

  invoice->customer_id = customer_id;
  invoice->contract_id = contract_id;
  arrears_record_set_text (&invoice->number, number);
  arrears_record_set_text (&invoice->fapiao_number, fapiao);
  arrears_record_set_text (&invoice->delivery_number, delivery);
  arrears_record_set_text (
      &invoice->note, goods[g_rand_int_range (shop->random, 0, G_N_ELEMENTS (goods))]);
  invoice->issued_on = arrears_day_add_days (shop->as_of, -days_ago);
  invoice->delivered_on = invoice->issued_on;
  invoice->due_on = arrears_due_day_from_terms (invoice->issued_on, invoice->delivered_on,
                                                sample->terms_days);
  invoice->amount = choose_amount (shop, sample->typical_yuan);
  invoice->id = arrears_ledger_insert_invoice (shop->ledger, invoice, error);
  return invoice->id != 0 && pay_by_habit (shop, sample, invoice, error);
}

/* Goods that came back, taken off what is open. */
static gboolean
add_credit_note (Shop *shop, gint64 customer_id, guint serial, GError **error)
{
  g_autoptr (ArrearsReceipt) note = arrears_receipt_new ();
  g_autofree char *number = g_strdup_printf ("HC%04u", serial);
  g_autoptr (GArray) allocations = NULL;
  ArrearsMoney rest;

  note->customer_id = customer_id;
  arrears_record_set_text (&note->kind, "credit_note");
  note->received_on = arrears_day_add_days (shop->as_of, -25);
  note->amount = arrears_money (g_rand_int_range (shop->random, 8000, 60000));
  arrears_record_set_text (&note->reference, number);
  arrears_record_set_text (&note->note, "退货");
  allocations = arrears_settling_plan (shop->desk, customer_id, note->amount, note->received_on,
                                       0, &rest, error);
  return allocations != NULL && arrears_settling_store (shop->desk, note, allocations, error) != 0;
}

static gboolean
add_account (Shop *shop, guint index, GError **error)
{
  gint64 customer_id = add_customer (shop, index, error);
  gint64 contract_id = customer_id != 0 ? add_contract (shop, customer_id, index, error) : 0;

  if (contract_id == 0)
    return FALSE;
  for (int days_ago = FIRST_DAY - g_rand_int_range (shop->random, 0, 30); days_ago > 0;
       days_ago -= g_rand_int_range (shop->random, 25, 60))
    if (!add_invoice (shop, &samples[index], customer_id, contract_id, days_ago, error))
      return FALSE;
  return index % 5 != 3 || add_credit_note (shop, customer_id, index / 5 + 1, error);
}

static gboolean
fill_shop (Shop *shop, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (shop->ledger, error);

  if (transaction == NULL || !save_company (shop, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (!add_account (shop, i, error))
      return FALSE;
  return arrears_desk_commit (shop->desk, transaction, error);
}

gboolean
arrears_sample_shop_fill (ArrearsDesk *desk, GError **error)
{
  Shop shop = { .desk = desk,
                .ledger = arrears_desk_get_ledger (desk),
                .as_of = arrears_desk_get_as_of (desk),
                .random = g_rand_new_with_seed (SEED) };
  gboolean is_filled = fill_shop (&shop, error);

  g_rand_free (shop.random);
  return is_filled;
}

ArrearsDesk *
arrears_sample_shop_create (const char *path, ArrearsDay as_of, ArrearsClock clock, GError **error)
{
  ArrearsDesk *desk = arrears_desk_create (path, as_of, clock, error);

  if (desk == NULL || arrears_sample_shop_fill (desk, error))
    return desk;
  arrears_desk_discard (desk);
  return NULL;
}

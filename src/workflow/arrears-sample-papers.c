/* arrears-sample-papers.c: the papers of the fictional shop: real PDF and JPEG files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-sample-private.h"
#include "arrears-sample-resource.h"
#include "arrears-trade-paper.h"
#include "arrears-vouchers.h"

#define PICTURES "/io/github/arrears/Arrears/sample-shop/"
#define ISSUER "杭州青禾食品商行（示例）"
#define SIGNED_SLIP "signed-slip.jpg"
#define GOODS_DELIVERED "goods-delivered.jpg"

/* Takes the bytes. */
static gboolean
keep (ArrearsSampleShop *shop, ArrearsVoucher *voucher, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) taken = bytes;
  g_autoptr (ArrearsVoucher) kept = NULL;

  if (taken == NULL)
    return FALSE;
  kept = arrears_vouchers_add (shop->desk, voucher, taken, error);
  return kept != NULL;
}

static ArrearsVoucher *
create_voucher (ArrearsSampleShop *shop, int customer, const char *kind, const char *name)
{
  ArrearsVoucher *voucher = arrears_voucher_new ();

  voucher->customer_id = shop->customer_ids[customer];
  arrears_record_set_text (&voucher->kind, kind);
  arrears_record_set_text (&voucher->name, name);
  return voucher;
}

/* 8.2 as the terms of the contract say it. */
static const char *
write_charge_clause (const char *terms)
{
  static const struct
  {
    const char *prefix;
    const char *text;
  } clauses[] = {
    { "daily:0.0003", "8.2　甲方逾期付款的，每逾期一日按未付金额的万分之三支付违约金。" },
    { "daily:0.0004", "8.2　甲方逾期付款的，每逾期一日按未付金额的万分之四支付违约金。" },
    { "daily:0.0005", "8.2　甲方逾期付款的，每逾期一日按未付金额的万分之五支付违约金。" },
    { "annual", "8.2　甲方逾期付款的，按约定的年利率支付逾期付款违约金。" },
    { "lpr", "8.2　甲方逾期付款的，按违约时一年期贷款市场报价利率（LPR）的约定倍数支付违约金。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (clauses); i++)
    if (g_str_has_prefix (terms, clauses[i].prefix))
      return clauses[i].text;
  return "8.2　甲方逾期付款的，依法承担逾期付款责任。";
}

gboolean
arrears_sample_papers_of_contract (ArrearsSampleShop *shop, const ArrearsSampleEvent *event,
                                   GError **error)
{
  const ArrearsSampleCustomer *customer = &shop->customers[event->customer];
  g_autofree char *number = g_strdup_printf ("HT-%03d", event->customer + 1);
  g_autofree char *name = g_strdup_printf ("购销合同 %s.pdf", number);
  g_autoptr (ArrearsVoucher) voucher
      = create_voucher (shop, event->customer, ARREARS_VOUCHER_CONTRACT, name);
  const char *const facts[]
      = { "甲方（买方）", customer->name, "住所", customer->address, "乙方（卖方）", ISSUER, NULL };
  const char *const clauses[] = {
    "1　乙方按甲方订单供应食品及日用百货，品名、数量、价格以双方确认的送货单为准。",
    "5　货到当面清点，甲方经办人在送货单上签字或者盖章即为收货。",
    "7　账期自开单之日起按双方约定的天数计算，甲方应在到期日前将货款汇入乙方账户。",
    write_charge_clause (customer->charge_terms),
    "10　双方在本合同中载明的地址为通知及争议解决程序中法律文书的送达地址。",
    NULL,
  };
  const char *const signatures[] = { "甲方（盖章）", "乙方（盖章）", NULL };
  const ArrearsTradePaper paper = { .issuer = ISSUER,
                                    .title = "购销合同",
                                    .number = number,
                                    .on = arrears_desk_get_as_of (shop->desk),
                                    .facts = facts,
                                    .clauses = clauses,
                                    .signatures = signatures };

  voucher->contract_id = shop->contract_ids[event->customer];
  return keep (shop, voucher, arrears_trade_paper_write (&paper, shop->fonts, error), error);
}

/* A delivery note or an order: the goods in one line, to the fen. */
static GBytes *
write_goods_paper (ArrearsSampleShop *shop, const char *title, const char *number,
                   ArrearsInvoice *invoice, GError **error)
{
  g_autofree char *amount = arrears_money_to_string (invoice->amount);
  const char *const facts[]
      = { "购货单位", invoice->customer_name, "应收单号", invoice->number, NULL };
  const ArrearsTradeGoods goods = { invoice->note, "批", "1", amount, amount };
  const char *const clauses[] = { "收货人请当面清点，签收后如有异议请于三日内书面提出。", NULL };
  const char *const signatures[] = { "经办人", "收货人（签字盖章）", NULL };
  const ArrearsTradePaper paper = { .issuer = ISSUER,
                                    .title = title,
                                    .number = number,
                                    .on = invoice->issued_on,
                                    .facts = facts,
                                    .goods = &goods,
                                    .n_goods = 1,
                                    .total = amount,
                                    .clauses = clauses,
                                    .signatures = signatures };

  return arrears_trade_paper_write (&paper, shop->fonts, error);
}

static gboolean
keep_paper (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, ArrearsInvoice *invoice,
            const char *kind, const char *title, const char *number, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", title, number);
  g_autoptr (ArrearsVoucher) voucher = create_voucher (shop, event->customer, kind, name);

  voucher->invoice_id = invoice->id;
  return keep (shop, voucher, write_goods_paper (shop, title, number, invoice, error), error);
}

static gboolean
keep_picture (ArrearsSampleShop *shop, const ArrearsSampleEvent *event, ArrearsInvoice *invoice,
              const char *kind, const char *file, const char *title, GError **error)
{
  g_autofree char *path = g_strconcat (PICTURES, file, NULL);
  g_autofree char *name = g_strdup_printf ("%s %s.jpg", title, invoice->number);
  g_autoptr (ArrearsVoucher) voucher = create_voucher (shop, event->customer, kind, name);

  voucher->invoice_id = invoice->id;
  return keep (shop, voucher,
               g_resource_lookup_data (arrears_sample_get_resource (), path,
                                       G_RESOURCE_LOOKUP_FLAGS_NONE, error),
               error);
}

gboolean
arrears_sample_papers_of_invoice (ArrearsSampleShop *shop, const ArrearsSampleEvent *event,
                                  GError **error)
{
  g_autofree char *number = arrears_sample_shop_write_number (event->invoice);
  g_autoptr (ArrearsInvoice) invoice = arrears_ledger_find_invoice (
      shop->ledger, number, arrears_desk_get_as_of (shop->desk), error);

  if (invoice == NULL)
    return FALSE;
  return keep_paper (shop, event, invoice, ARREARS_VOUCHER_DELIVERY_NOTE, "送货单",
                     invoice->delivery_number, error)
         && (event->invoice % 8 != 0
             || keep_picture (shop, event, invoice, ARREARS_VOUCHER_RECEIPT_SLIP, SIGNED_SLIP,
                              "签收单", error))
         && (event->invoice % 5 != 0
             || keep_paper (shop, event, invoice, ARREARS_VOUCHER_FAPIAO, "发票（示例）",
                            invoice->fapiao_number, error))
         && (event->invoice % 7 != 0
             || keep_picture (shop, event, invoice, ARREARS_VOUCHER_PHOTO, GOODS_DELIVERED,
                              "到货照片", error));
}

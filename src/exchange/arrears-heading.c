/* arrears-heading.c: headings that accounting programs and hand-made sheets use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-heading.h"

#include <string.h>

#define FIELD(name) ARREARS_IMPORT_FIELD_##name

enum
{
  IN_CUSTOMERS = 1 << ARREARS_IMPORT_CUSTOMERS,
  IN_INVOICES = 1 << ARREARS_IMPORT_INVOICES,
  IN_PAYMENTS = 1 << ARREARS_IMPORT_PAYMENTS,
  IN_ALL = IN_CUSTOMERS | IN_INVOICES | IN_PAYMENTS,
  IN_ENTRIES = IN_INVOICES | IN_PAYMENTS,

  RANKS_PER_GROUP = 1000, /* a later group of names of the same field ranks behind */
  RANK_OF_STEM = 500,     /* a name without its brackets ranks behind all that are whole */
};

/* Normalised names, the surest first, as found in 用友 (U8, T+), 金蝶 (KIS, K/3), 管家婆, in bank
 * and tax exports, and in sheets made by hand. A heading that names two fields goes to the one
 * where it ranks better. The last names of a list are makeshifts: 发票号 is the number of an
 * invoice only where the sheet has no number of its own.
 */
typedef struct
{
  guint kinds;
  ArrearsImportField field;
  const char *names;
} Names;

static const Names table[] = {
  { IN_ALL, FIELD (CUSTOMER_CODE),
    "customercode 客户编码 客户编号 客户代码 客户号 客户id 往来单位编码 往来单位编号 "
    "往来单位代码 往来户编码 单位编码 单位编号 单位代码 购货单位编码 购货单位编号 购货单位代码 "
    "购货方编码 客商编码 客商编号 客商代码 核算项目代码 核算项目编码 付款单位编码 会员编号 "
    "customerid customerno customernumber customer# custcode custid custno clientcode clientid "
    "clientno accountcode accountno accountnumber" },
  { IN_CUSTOMERS, FIELD (CUSTOMER_CODE),
    "编码 编号 代码 code id" },

  { IN_ALL, FIELD (CUSTOMER_NAME),
    "customername 客户名称 客户全称 客户全名 客户单位名称 客户单位 客户 往来单位名称 "
    "往来单位全名 往来单位全称 往来单位 单位名称 单位全名 单位全称 购货单位名称 购货单位 "
    "购货方名称 购货方 购买方名称 购买方 购方名称 购方 客商名称 客商 核算项目名称 公司名称 "
    "企业名称 企业全称 付款单位名称 付款单位 付款方名称 付款方 付款人名称 付款人 对方户名 "
    "对方单位 对方名称 收货单位 债务人 欠款单位 欠款客户 客户简称 往来单位简称 单位简称 customer "
    "custname client clientname company companyname accountname debtor buyer payer billto soldto" },
  { IN_CUSTOMERS, FIELD (CUSTOMER_NAME),
    "名称 全称 全名 单位 户名 name" },

  { IN_CUSTOMERS, FIELD (USCC),
    "uscc 统一社会信用代码 社会信用代码 统一信用代码 统一社会代码 信用代码 纳税人识别号 "
    "统一社会信用代码/纳税人识别号 纳税人识别号/统一社会信用代码 纳税人登记号 税务登记号 税号 "
    "纳税号 单位税号 客户税号 购方税号 营业执照号 营业执照注册号 creditcode taxid taxno "
    "taxnumber" },
  { IN_CUSTOMERS, FIELD (ADDRESS),
    "address 地址 单位地址 客户地址 公司地址 联系地址 通讯地址 通信地址 详细地址 注册地址 "
    "经营地址 收货地址 送货地址 addr" },
  { IN_CUSTOMERS, FIELD (CONTACT),
    "contact 联系人 联系人姓名 主联系人 第一联系人 财务联系人 业务联系人 对账联系人 客户联系人 "
    "负责人 收货人 contactperson contactname attention" },
  { IN_CUSTOMERS, FIELD (PHONE),
    "phone 手机 手机号 手机号码 移动电话 联系手机 联系人手机 联系电话 联系人电话 电话 电话号码 "
    "单位电话 办公电话 固定电话 座机 联系方式 mobile mobilephone cell cellphone tel telephone "
    "phonenumber" },
  { IN_CUSTOMERS, FIELD (EMAIL),
    "email 邮箱 电子邮箱 电子邮件 邮箱地址 邮件地址 联系人邮箱 emailaddress mail" },
  { IN_CUSTOMERS, FIELD (TERMS_DAYS),
    "termsdays 账期 帐期 账期天数 帐期天数 信用账期 信用期限 信用期 信用天数 付款天数 收款天数 "
    "回款天数 结算天数 付款期限 收款期限 回款期限 结算期限 结算周期 付款条件 收款条件 "
    "paymentterms paymenttermsdays terms termdays creditdays creditterms netdays" },
  { IN_CUSTOMERS, FIELD (CREDIT_LIMIT),
    "creditlimit 信用额度 授信额度 信用限额 信用额 授信 赊销额度 赊销限额 欠款上限 应收款上限 "
    "应收上限 欠款额度 limit" },
  { IN_CUSTOMERS, FIELD (INDUSTRY),
    "industry 行业 所属行业 行业分类 行业类型 客户行业 客户类型 客户类别 客户分类 sector" },
  { IN_CUSTOMERS, FIELD (GRADE),
    "grade 等级 客户等级 信用等级 客户信用等级 客户级别 信用级别 信用评级 评级 级别 风险等级 "
    "creditgrade rating" },

  { IN_INVOICES, FIELD (INVOICE_NUMBER),
    "invoicenumber 单据号 单据编号 单据号码 应收单号 应收单编号 应收单据号 销售单号 销售单编号 "
    "销售单据号 销货单号 销货单编号 账单号 账单编号 帐单号 业务单号 业务编号 往来单据号 单号 "
    "销售单 销货单 invoiceno invoice# invoiceid invoicenum invoice billnumber billno "
    "documentnumber documentno docnumber docno 出库单号 出库单编号 销售出库单号 送货单号 "
    "发货单号 发票号 发票号码 发票编号 订单号 订单编号 凭证号 凭证字号 凭证编号 编号 number no" },
  { IN_INVOICES, FIELD (INVOICE_DATE),
    "invoicedate 单据日期 业务日期 发票日期 开票日期 开单日期 立账日期 立帐日期 账单日期 "
    "销售日期 销货日期 制单日期 出库日期 发货日期 记账日期 记帐日期 凭证日期 财务日期 入账日期 "
    "发生日期 交易日期 日期 issuedate issuedon dateissued issued billdate billingdate "
    "documentdate docdate date" },
  { IN_INVOICES, FIELD (DUE_DATE),
    "duedate 到期日 到期日期 应收到期日 收款到期日 付款到期日 账期到期日 到期付款日 应收日期 "
    "应收款日期 应收款日 应收日 付款期限 收款期限 付款截止日期 付款截止日 截止付款日 最后付款日 "
    "最迟付款日 约定付款日期 约定付款日 约定收款日期 预计收款日期 预计收款日 计划收款日期 "
    "预计回款日期 应付款日期 应付日期 dueon due datedue paymentdue paymentduedate maturitydate "
    "maturity" },
  { IN_INVOICES, FIELD (AMOUNT),
    "amount 价税合计 价税合计金额 价税合计(本位币) 应收金额 本次应收金额 本期应收金额 应收款金额 "
    "应收账款金额 应收账款 应收帐款 应收款 应收 本次应收 本期应收 含税金额 金额(含税) 含税合计 "
    "含税总额 发票金额 开票金额 单据金额 账单金额 销售金额 销货金额 货款金额 货款 应收本币金额 "
    "本币金额 本位币金额 借方本币金额 借方本币 本币借方 借方金额 借方 本币 应收增加 "
    "invoiceamount invoicetotal totalamount amountdue grossamount gross total 合计金额 金额合计 "
    "总金额 总额 金额 合计 欠款金额 欠款 未收金额 未收款" },
  { IN_INVOICES, FIELD (PAID_AMOUNT),
    "paidamount 已收金额 已收款金额 已收款 已收 已核销金额 已核销 核销金额 已结算金额 已结金额 "
    "已回款金额 已回款 累计收款金额 累计收款 累计已收 累计回款 已付金额 已付款金额 已付款 已付 "
    "收款金额 回款金额 实收金额 本期实收 本期收款 本次收款 收款 回款 实收 应收减少 贷方本币金额 "
    "贷方本币 本币贷方 贷方金额 贷方 amountpaid paid paidtodate amountreceived receivedamount "
    "received settledamount settled" },
  { IN_INVOICES, FIELD (FAPIAO_NUMBER),
    "fapiaonumber 发票号码 发票号 发票编号 增值税发票号码 增值税发票号 数电票号码 数电发票号码 "
    "数电票号 全电发票号码 税票号码 税票号 开票号码 fapiaono fapiao vatinvoicenumber "
    "vatinvoiceno" },
  { IN_INVOICES, FIELD (CONTRACT_NUMBER),
    "contractnumber 合同编号 合同号 合同号码 销售合同编号 销售合同号 协议编号 协议号 合同 "
    "contractno contractid contract" },
  { IN_INVOICES, FIELD (ORDER_NUMBER),
    "ordernumber 订单号 订单编号 销售订单号 销售订单编号 客户订单号 客户订单编号 订货单号 "
    "采购订单号 订单 orderno orderid order purchaseorder ponumber pono po" },
  { IN_INVOICES, FIELD (DELIVERY_NUMBER),
    "deliverynumber 送货单号 送货单编号 发货单号 发货单编号 出库单号 出库单编号 销售出库单号 "
    "签收单号 运单号 物流单号 送货单 deliveryno deliverynote deliverynotenumber" },
  { IN_INVOICES, FIELD (DELIVERED_ON),
    "deliveredon 签收日期 签收日 签收时间 送达日期 收货日期 到货日期 交货日期 送货日期 验收日期 "
    "deliverydate datedelivered delivereddate" },

  { IN_PAYMENTS, FIELD (DATE),
    "date 收款日期 回款日期 到账日期 到帐日期 收款日 回款日 到账日 入账日期 入帐日期 付款日期 "
    "收款时间 到账时间 付款时间 结算日期 单据日期 业务日期 交易日期 交易时间 记账日期 记帐日期 "
    "制单日期 核销日期 发生日期 凭证日期 日期 时间 paymentdate paidon datepaid receiveddate "
    "receivedon datereceived receiptdate transactiondate" },
  { IN_PAYMENTS, FIELD (AMOUNT),
    "amount 收款金额 回款金额 到账金额 到帐金额 实收金额 本次收款金额 本次收款 本次回款 实收款 "
    "付款金额 收款本币金额 贷方本币金额 贷方金额 贷方发生额 收入金额 收款 回款 实收 贷方 收入 "
    "交易金额 结算金额 核销金额 本币金额 本币 应收减少 已收金额 金额 合计 paymentamount "
    "amountpaid amountreceived receivedamount paidamount received paid total" },
  { IN_PAYMENTS, FIELD (INVOICE_NUMBER),
    "invoicenumber 核销单据号 核销单号 被核销单据号 对应单据号 对应单号 应收单号 应收单编号 "
    "关联单号 关联单据号 原单号 源单号 源单编号 销售单号 销售单编号 账单号 账单编号 发票号码 "
    "发票号 发票编号 invoiceno invoice# invoiceid invoicenum invoice appliedto" },
  { IN_PAYMENTS, FIELD (REFERENCE),
    "reference 交易流水号 银行流水号 流水号 交易流水 收款单号 收款单编号 收款单据号 回单编号 "
    "回单号 结算号 票据号 票号 交易单号 单据号 单据编号 单据号码 单号 凭证号 凭证字号 编号 ref "
    "referencenumber referenceno refno transactionid paymentnumber paymentno receiptnumber "
    "receiptno" },

  { IN_ENTRIES, FIELD (NOTE),
    "note 备注 摘要 附言 交易附言 备注信息 用途 说明 附注 内容 notes remark remarks memo "
    "description comment comments" },
};

static gboolean
is_passed_over (gunichar character)
{
  return g_unichar_isspace (character) || g_unichar_iscntrl (character)
         || g_unichar_type (character) == G_UNICODE_FORMAT
         || (character < 0x80 && strchr ("_-.:*'\"", (char) character) != NULL);
}

char *
arrears_heading_normalize (const char *heading)
{
  g_autofree char *compatible = NULL;
  g_autofree char *folded = NULL;
  GString *plain = g_string_new (NULL);

  g_return_val_if_fail (heading != NULL, g_string_free (plain, FALSE));

  compatible = g_utf8_normalize (heading, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (compatible != NULL ? compatible : "", -1);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_passed_over (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

/* The place of the word among those of the list, -1 if it is not one. */
static int
find_word (const char *list, const char *word, gsize length)
{
  int place = 0;

  for (const char *p = list; p != NULL; place++)
    {
      if (strncmp (p, word, length) == 0 && (p[length] == ' ' || p[length] == '\0'))
        return place;
      p = strchr (p, ' ');
      if (p != NULL)
        p++;
    }
  return -1;
}

static int
find_rank (const char *word, gsize length, ArrearsImportKind kind, ArrearsImportField field)
{
  int group = 0;

  if (length == 0)
    return ARREARS_HEADING_UNKNOWN;

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].field == field && (table[i].kinds & (1u << kind)) != 0)
      {
        int place = find_word (table[i].names, word, length);

        if (place >= 0)
          return group * RANKS_PER_GROUP + place;
        group++;
      }
  return ARREARS_HEADING_UNKNOWN;
}

static gboolean
says_without_tax (const char *heading)
{
  return strstr (heading, "不含税") != NULL || strstr (heading, "未税") != NULL
         || strstr (heading, "税前") != NULL || strstr (heading, "excl") != NULL;
}

/* How long the heading is before a remark: 金额(元), 金额【元】, 金额/元. */
static gsize
measure_stem (const char *heading)
{
  static const char *const openings[] = { "(", "[", "【", "〔", "{", "<", "/元", "/天", "/日" };
  gsize length = strlen (heading);

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      const char *found = strstr (heading, openings[i]);

      if (found != NULL)
        length = MIN (length, (gsize) (found - heading));
    }
  return length;
}

int
arrears_heading_get_rank (const char *normalized, ArrearsImportKind kind,
                          ArrearsImportField field)
{
  int rank;
  gsize length, stem;

  g_return_val_if_fail (normalized != NULL, ARREARS_HEADING_UNKNOWN);

  length = strlen (normalized);
  rank = find_rank (normalized, length, kind, field);
  if (rank != ARREARS_HEADING_UNKNOWN || says_without_tax (normalized))
    return rank;

  stem = measure_stem (normalized);
  if (stem == length)
    return ARREARS_HEADING_UNKNOWN;
  rank = find_rank (normalized, stem, kind, field);
  return rank == ARREARS_HEADING_UNKNOWN ? rank : rank + RANK_OF_STEM;
}

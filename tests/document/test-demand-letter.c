/* test-demand-letter.c: the demand letter (催款函)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-demand-letter.h"

#include "arrears-error.h"
#include "arrears-line-break.h"
#include "arrears-page.h"
#include "read-back.h"
#include "sample-demand.h"

#include <string.h>

enum
{
  ONE_PAGE_BYTES = 80 * 1024,
};

typedef struct
{
  ArrearsFontSet *fonts;
  ArrearsDemand *demand;
  ArrearsLetterStyle style;
  GBytes *seal;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->fonts = arrears_font_set_new (&error);
  g_assert_no_error (error);
  fixture->seal = sample_demand_new_seal ();
  fixture->demand = sample_demand_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_demand_free (fixture->demand);
  g_bytes_unref (fixture->seal);
  arrears_font_set_free (fixture->fonts);
}

/* All text of the pages in the order it was laid, without white space and line ends. */
static char *
join_text (GPtrArray *pages)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const ArrearsPage *page = g_ptr_array_index (pages, i);

      for (guint j = 0; j < page->marks->len; j++)
        {
          const ArrearsMark *mark = g_ptr_array_index (page->marks, j);

          for (guint k = 0; mark->glyphs != NULL && k < mark->glyphs->len; k++)
            g_string_append_unichar (text,
                                     g_array_index (mark->glyphs, ArrearsPlacedGlyph, k).character);
        }
    }
  return read_back_densify (text->str);
}

static GPtrArray *
compose (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pages
      = arrears_demand_letter_compose (fixture->demand, &fixture->style, fixture->fonts, &error);

  g_assert_no_error (error);
  return pages;
}

static char *
compose_text (Fixture *fixture)
{
  g_autoptr (GPtrArray) pages = compose (fixture);

  return join_text (pages);
}

static GBytes *
write_letter (Fixture *fixture, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *letter = arrears_demand_letter_write (fixture->demand, &fixture->style, fixture->fonts,
                                                n_pages, &error);

  g_assert_no_error (error);
  return letter;
}

static void
add_plain_item (Fixture *fixture)
{
  SampleItem item = { .number = "XS-2025-00317",
                      .fapiao = "25332000000123456789",
                      .issued_on = "2025-03-12",
                      .due_on = "2025-04-11",
                      .amount = "86400" };

  sample_demand_add (fixture->demand, &item);
}

static void
add_contract_items (Fixture *fixture)
{
  g_autoptr (ArrearsContract) contract = sample_demand_new_contract (1, "GH-2023-0618");
  SampleItem items[] = {
    { .number = "XS-101",
      .fapiao = "25332000000123450001",
      .delivery = "SH250110",
      .delivered_on = "2025-01-10",
      .issued_on = "2025-01-12",
      .due_on = "2025-02-09",
      .amount = "120000",
      .paid = "50000",
      .paid_on = "2025-03-31",
      .terms = "daily:0.0005",
      .contract = contract },
    { .number = "XS-148",
      .delivery = "SH250221",
      .delivered_on = "2025-02-21",
      .issued_on = "2025-02-25",
      .due_on = "2025-03-23",
      .amount = "66150",
      .terms = "daily:0.0005",
      .contract = contract },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    sample_demand_add (fixture->demand, &items[i]);
}

static void
replace_demand (Fixture *fixture, guint n_items)
{
  arrears_demand_free (fixture->demand);
  fixture->demand = sample_demand_new_with_items (n_items);
}

/* All parts stand in the text, one after the other. */
static void
assert_in_order (const char *text, const char *const *parts, gsize n_parts)
{
  for (gsize i = 0; i < n_parts; i++)
    {
      const char *found = strstr (text, parts[i]);

      if (found == NULL)
        g_error ("%s is not in, or not behind the part before: %s", parts[i], text);
      text = found + strlen (parts[i]);
    }
}

static void
test_contents (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "杭州青禾文具用品有限公司",
    "催款函编号：催-2025-0012",
    "致：宁波海曙晨光办公服务有限公司",
    "统一社会信用代码：91330203MA2CJ8Q47D",
    "地址：宁波市海曙区中山西路1120号8楼",
    "收件人：张经理电话：13800001234",
    "根据贵我双方2023年6月18日签订的《购销合同》（编号：GH-2023-0618），我方已于2025年1月10日至"
    "2025年2月21日期间陆续交付货物，贵方已签收。截至2025年6月30日，",
    "我方尚未足额收到：",
    "单据号发票号码送货单号签收日开票日应付日金额（元）已付及冲减（元）未付（元）逾期天数",
    "1XS-10125332000000123450001SH2501102025-01-102025-01-122025-02-09120,000.0050,000.00"
    "70,000.00141",
    "合计186,150.0050,000.00136,150.00",
    "以上2笔未付货款合计人民币壹拾叁万陆仟壹佰伍拾元整（¥136,150.00）。",
    "按《购销合同》（编号：GH-2023-0618）第8.2条的约定，",
    "此后按同一标准计至实际付清之日。计算过程见附表。",
    "以上货款与逾期付款违约金合计人民币壹拾肆万伍仟陆佰零玖元肆角叁分（¥145,609.43）。",
    "依照《中华人民共和国民法典》第五百七十九条、第六百二十六条、第六百二十八条的规定，请贵方于"
    "2025年7月15日（含当日）前将上述款项汇入下列账户：",
    "户名：杭州青禾文具用品有限公司",
    "开户行：中国工商银行杭州文三支行",
    "账号：1202026619900123456",
    "请于2025年7月11日（含当日）前书面说明",
    "依法申请支付令、提起诉讼，",
    "第一百九十五条向贵方提出的履行请求。本函未提及的权利，我方予以保留。",
    "附表：逾期付款违约金计算表",
    "联系人：李会计",
    "电话：0571-88001234",
    "杭州青禾文具用品有限公司（盖章）2025年7月1日",
    "附表逾期付款违约金计算表",
    "单据号本金（元）起算日（不含）截止日（含）天数利率金额（元）",
    "XS-101120,000.002025-02-092025-03-3150日0.05%3,000.00",
    "XS-10170,000.002025-03-312025-06-3091日0.05%3,185.00",
    "合计9,459.43",
    "回执",
    "收到编号为催-2025-0012的催款函及附表，共＿＿页。（签收不代表对金额无异议）",
  };
  g_autofree char *text = NULL;

  add_contract_items (fixture);
  text = compose_text (fixture);
  assert_in_order (strstr (text, "催款函"), parts + 1, 1);
  assert_in_order (text, parts, G_N_ELEMENTS (parts));
}

static void
test_one_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) letter = NULL;
  guint n_pages;

  add_plain_item (fixture);
  fixture->style.seal = fixture->seal;
  letter = write_letter (fixture, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_cmpuint (g_bytes_get_size (letter), <=, ONE_PAGE_BYTES);
}

static void
test_bare (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[]
      = { "地址", "收件人", "电话",     "统一社会信用代码", "联系人",   "开户行", "账号",
          "户名", "附表",   "发票号码", "合同号",           "送货单号", "开票日", "已付及" };
  SampleItem item = { .number = "1", .due_on = "2025-06-01", .amount = "300", .terms = "none" };
  ArrearsCompany *creditor = fixture->demand->creditor;
  ArrearsCustomer *debtor = fixture->demand->debtor;
  char **texts[]
      = { &creditor->uscc,  &creditor->address,      &creditor->phone, &creditor->contact,
          &creditor->bank,  &creditor->bank_account, &debtor->uscc,    &debtor->address,
          &debtor->contact, &debtor->phone };
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    arrears_record_set_text (texts[i], "");
  sample_demand_add (fixture->demand, &item);
  text = compose_text (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_test_message ("%s", labels[i]);
      g_assert_null (strstr (text, labels[i]));
    }
  g_assert_nonnull (strstr (text, "前向我方付清上述款项。"));
  g_assert_nonnull (strstr (text, "贵我双方存在货物买卖往来，我方已向贵方供货。"));
}

static void
test_basis (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsContract) contract = sample_demand_new_contract (1, "GH-2023-0618");
  SampleItem with
      = { .number = "1", .due_on = "2025-06-01", .amount = "300", .contract = contract };
  SampleItem without = {
    .number = "2", .due_on = "2025-06-01", .amount = "300", .order = "PO-7", .delivery = "SH-7"
  };
  g_autofree char *text = NULL;

  sample_demand_add (fixture->demand, &with);
  sample_demand_add (fixture->demand, &without);
  text = compose_text (fixture);
  g_assert_nonnull (strstr (text, "签订的《购销合同》（编号：GH-2023-0618）及订单、送货单，"
                                  "我方已向贵方供货。"));
  g_assert_nonnull (strstr (text, "合同号订单号送货单号应付日"));
  g_assert_nonnull (strstr (text, "1GH-2023-0618—"));
  g_assert_nonnull (strstr (text, "—PO-7SH-7"));
}

/* Neither a receipt of goods nor a tax invoice is claimed where the ledger knows of none. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  SampleItem item = { .number = "1",
                      .delivery = "SH-7",
                      .issued_on = "2025-05-01",
                      .due_on = "2025-06-01",
                      .amount = "300" };
  g_autofree char *text = NULL;

  sample_demand_add (fixture->demand, &item);
  text = compose_text (fixture);
  g_assert_nonnull (strstr (text, "单据号送货单号单据日期应付日"));
  g_assert_null (strstr (text, "签收日"));
  g_assert_null (strstr (text, "已签收"));
  g_assert_null (strstr (text, "开票"));
}

static void
test_only_remark (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  replace_demand (fixture, 2);
  text = compose_text (fixture);
  g_assert_nonnull (strstr (text, "注：天数"));
}

static void
test_unapplied (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_plain_item (fixture);
  fixture->demand->unapplied = arrears_money (123456);
  text = compose_text (fixture);
  g_assert_nonnull (strstr (text, "；我方收到的、贵方尚未指定用途的款项¥1,234.56已先行抵扣"
                                  "到期货款。"));
}

static void
test_delivery_to_come (Fixture *fixture, gconstpointer data)
{
  SampleItem item
      = { .number = "1", .delivered_on = "2025-07-01", .due_on = "2025-06-01", .amount = "300" };
  g_autofree char *text = NULL;

  sample_demand_add (fixture->demand, &item);
  text = compose_text (fixture);
  g_assert_nonnull (strstr (text, "我方已向贵方供货。"));
  g_assert_null (strstr (text, "已签收"));
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = NULL;
  g_autofree char *text = NULL;

  replace_demand (fixture, 30);
  fixture->demand->number[0] = '\0';
  fixture->style.is_preview = TRUE;
  pages = compose (fixture);
  g_assert_cmpuint (pages->len, >, 1);
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *dump = arrears_page_to_text (g_ptr_array_index (pages, i));

      g_assert_nonnull (strstr (dump, "预览"));
    }
  text = join_text (pages);
  g_assert_null (strstr (text, "编号：\n"));
  g_assert_nonnull (strstr (text, "日收到催款函"));
}

static void
test_seal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) without = NULL;
  g_autoptr (GPtrArray) with = NULL;
  g_autofree char *text_without = NULL;
  g_autofree char *text_with = NULL;
  g_autofree char *dump = NULL;

  add_plain_item (fixture);
  without = compose (fixture);
  fixture->style.seal = fixture->seal;
  with = compose (fixture);
  text_without = arrears_page_to_text (g_ptr_array_index (without, 0));
  text_with = arrears_page_to_text (g_ptr_array_index (with, 0));

  /* Room is kept for it either way: one line more, none moved. */
  dump = g_strndup (
      strstr (text_with, "picture"),
      (gsize) (strchr (strstr (text_with, "picture"), '\n') - strstr (text_with, "picture") + 1));
  g_assert_true (g_str_has_suffix (dump, " 119.1 119.1\n"));
  g_assert_cmpuint (strlen (text_with), ==, strlen (text_without) + strlen (dump));
}

static void
test_damaged_seal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) cut_off = g_bytes_new_from_bytes (fixture->seal, 0, 300);
  g_autoptr (GError) error = NULL;

  add_plain_item (fixture);
  fixture->style.seal = cut_off;
  g_assert_null (
      arrears_demand_letter_write (fixture->demand, &fixture->style, fixture->fonts, NULL, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT);
}

static void
test_missing_glyph (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_plain_item (fixture);
  arrears_record_set_text (&fixture->demand->debtor->name, "独角兽\xf0\x9f\xa6\x84有限公司");
  g_assert_null (
      arrears_demand_letter_write (fixture->demand, &fixture->style, fixture->fonts, NULL, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_GLYPH);
  g_assert_nonnull (strstr (error->message, "U+1F984"));
}

/* Every form of charge, and texts longer than any form should hold. */
static void
add_hostile_items (Fixture *fixture)
{
  static const char *const forms[]
      = { "lpr:1.3", "daily:0.00035", "annual:0.0545/360", "fixed:500.00", "sme", "none",
          "lpr:1",   "lpr:0.8" };
  g_autoptr (ArrearsContract) contract
      = sample_demand_new_contract (7, "XSHT-HZ-2019-CG-000000000000123456789-补充协议之三");

  arrears_record_set_text (
      &fixture->demand->debtor->name,
      "内蒙古自治区鄂尔多斯市达拉特旗㙍𠮷䶮㐂“金犇淼鑫”农牧业综合开发与现代物流"
      "供应链管理（集团）股份有限公司呼和浩特第一分公司");
  arrears_record_set_text (&fixture->demand->creditor->name,
                           "北京市海淀区中关村东升科技园𬭚光闪烁文化用品与办公设备进出口贸易有限"
                           "责任"
                           "公司第二采购供应与售后服务中心甲乙丙");
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      SampleItem item = { .number = "XS-2018-HANGZHOU-BRANCH-NO.001/A-THE-VERY-LONG-ONE",
                          .fapiao = "3300191130 12345678",
                          .order = "PO-0000000000000000000000000012345678",
                          .delivery = i % 2 == 0 ? "送货单第20190305号" : NULL,
                          .issued_on = "2019-03-05",
                          /* the rule for small firms begins in 2020 */
                          .due_on = i == 4 ? "2020-10-05" : "2019-04-05",
                          .amount = "99999999.99",
                          .paid = "12345678.90",
                          .paid_on = "2021-02-28",
                          .terms = forms[i],
                          .cap = i == 2 ? "20%" : NULL,
                          .contract = i >= 1 && i <= 3 ? contract : NULL };

      sample_demand_add (fixture->demand, &item);
    }
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) letter = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) words = NULL;

  add_hostile_items (fixture);
  fixture->style.seal = fixture->seal;
  letter = write_letter (fixture, NULL);
  text = read_back_dense_text (letter);
  words = read_back_words (letter);

  g_assert_nonnull (strstr (text, "㙍𠮷䶮㐂“金犇淼鑫”"));
  g_assert_nonnull (strstr (text, "99,999,999.99"));
  for (guint i = 0; i < words->len; i++)
    {
      const ReadBackWord *word = g_ptr_array_index (words, i);

      g_test_message ("%s", word->text);
      g_assert_cmpfloat (word->x_min, >=, 65 - 6);
      g_assert_cmpfloat (word->x_max, <=, 595.28 - 65 + 6); /* marks hang by half a square */
    }
  read_back_check_structure (letter);
}

static void
test_never (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_hostile_items (fixture);
  text = compose_text (fixture);
  g_assert_null (strstr (text, "滞纳金"));
  g_assert_null (strstr (text, "律师函"));
  g_assert_null (strstr (text, "借款"));
}

static gboolean
is_amount (const char *text)
{
  return g_regex_match_simple ("^[0-9,]+\\.[0-9]{2}$", text, 0, 0);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) letter = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GPtrArray) words = NULL;
  double edges[3] = { 0 };
  guint n_pages;

  replace_demand (fixture, 200);
  letter = write_letter (fixture, &n_pages);
  pages = compose (fixture);
  words = read_back_words (letter);
  g_assert_cmpuint (n_pages, ==, pages->len);

  /* On the first pages, three amounts or fewer stand in a row: as many right edges. */
  for (guint i = 0; i < words->len; i++)
    {
      const ReadBackWord *word = g_ptr_array_index (words, i);
      gsize j = 0;

      if (word->page > 3 || !is_amount (word->text))
        continue;
      while (j < G_N_ELEMENTS (edges) && edges[j] > 0 && ABS (edges[j] - word->x_max) > 0.5)
        j++;
      g_assert_cmpuint (j, <, G_N_ELEMENTS (edges));
      edges[j] = word->x_max;
    }

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *dump = arrears_page_to_text (g_ptr_array_index (pages, i));
      g_autofree char *count = g_strdup_printf ("第 %u 页 共 %u 页", i + 1, n_pages);

      g_assert_nonnull (strstr (dump, count));
      if (strstr (dump, " XS-2025-") != NULL)
        g_assert_nonnull (strstr (dump, " 单据号\n"));
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const ReadBackWord *left = *(const ReadBackWord *const *) a;
  const ReadBackWord *right = *(const ReadBackWord *const *) b;

  if (left->page != right->page)
    return left->page < right->page ? -1 : 1;
  if (ABS (left->y_min - right->y_min) > 2)
    return left->y_min < right->y_min ? -1 : 1;
  return left->x_min < right->x_min ? -1 : 1;
}

static gboolean
begins_line (const ReadBackWord *word, const ReadBackWord *before)
{
  return before == NULL || word->page != before->page || ABS (word->y_min - before->y_min) > 2;
}

static void
test_kinsoku (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) letter = NULL;
  g_autoptr (GPtrArray) words = NULL;
  const ReadBackWord *before = NULL;
  guint n_lines = 0;

  add_hostile_items (fixture);
  letter = write_letter (fixture, NULL);
  words = read_back_words (letter);
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    {
      const ReadBackWord *word = g_ptr_array_index (words, i);

      if (begins_line (word, before))
        {
          n_lines++;
          g_test_message ("%s", word->text);
          g_assert_false (arrears_line_break_is_closing (g_utf8_get_char (word->text)));
          if (before != NULL)
            g_assert_false (arrears_line_break_is_opening (
                g_utf8_get_char (g_utf8_prev_char (before->text + strlen (before->text)))));
        }
      before = word;
    }
  g_assert_cmpuint (n_lines, >, 60);
}

static void
test_repeatable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) again = NULL;

  add_contract_items (fixture);
  fixture->style.seal = fixture->seal;
  once = write_letter (fixture, NULL);
  again = write_letter (fixture, NULL);
  g_assert_true (g_bytes_equal (once, again));
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) letter = NULL;

  add_contract_items (fixture);
  fixture->style.seal = fixture->seal;
  letter = write_letter (fixture, NULL);
  read_back_check_fonts (letter);
  read_back_check_structure (letter);
  if (!read_back_check_pdfa (letter))
    g_test_skip ("Java is not installed");
}

static void
test_overflow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_plain_item (fixture);
  fixture->demand->principal = arrears_money (G_MAXINT64);
  g_assert_null (
      arrears_demand_letter_compose (fixture->demand, &fixture->style, fixture->fonts, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE);
}

/* What is contested is neither claimed nor said to have been paid. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  ArrearsDemandLine *line;

  add_plain_item (fixture);
  line = g_ptr_array_index (fixture->demand->lines, 0);
  line->left_out = arrears_money (640000);
  line->invoice->open = arrears_money (8000000);
  fixture->demand->principal = line->invoice->open;
  fixture->demand->left_out = line->left_out;
  text = compose_text (fixture);
  g_assert_nonnull (strstr (text, "暂未列入（元）"));
  g_assert_nonnull (strstr (text, "6,400.00"));
  g_assert_nonnull (strstr (text, "因贵方提出异议或双方另有付款约定，暂未列入本函"));
  g_assert_null (strstr (text, "已付及冲减"));
  g_assert_nonnull (strstr (text, "我方尚未收到："));
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/demand-letter/what-is-contested-is-not-said-to-be-paid", test_left_out);
  ADD ("/demand-letter/says-everything-in-order", test_contents);
  ADD ("/demand-letter/one-item-takes-one-page", test_one_page);
  ADD ("/demand-letter/what-is-not-known-leaves-nothing-behind", test_bare);
  ADD ("/demand-letter/rests-on-contracts-and-papers", test_basis);
  ADD ("/demand-letter/headings-claim-no-more-than-is-known", test_headings);
  ADD ("/demand-letter/one-remark-is-not-numbered", test_only_remark);
  ADD ("/demand-letter/goods-to-come-are-not-signed-for", test_delivery_to_come);
  ADD ("/demand-letter/money-taken-off-is-told", test_unapplied);
  ADD ("/demand-letter/a-preview-is-marked-on-every-page", test_preview);
  ADD ("/demand-letter/the-seal-moves-nothing", test_seal);
  ADD ("/demand-letter/a-damaged-seal-is-refused", test_damaged_seal);
  ADD ("/demand-letter/a-character-of-no-font-is-named", test_missing_glyph);
  ADD ("/demand-letter/long-names-and-large-sums-stay-within-the-page", test_hostile);
  ADD ("/demand-letter/never-uses-words-that-the-law-keeps-for-others", test_never);
  ADD ("/demand-letter/two-hundred-items-keep-headings-edges-and-counts", test_many);
  ADD ("/demand-letter/no-line-begins-or-ends-with-the-wrong-mark", test_kinsoku);
  ADD ("/demand-letter/the-same-demand-gives-the-same-bytes", test_repeatable);
  ADD ("/demand-letter/is-pdf-a-1b-with-embedded-fonts", test_sound);
  ADD ("/demand-letter/an-overflow-is-reported", test_overflow);
  return g_test_run ();
}

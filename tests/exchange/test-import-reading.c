/* test-import-reading.c: rows, faults, and rows that are no data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-file.h"

#include <string.h>

#define INVOICES "客户编码,客户名称,单据号,日期,到期日,价税合计,已收金额,备注\n"

static const ArrearsImportFault *
get_fault (ArrearsImportReading *reading, guint index)
{
  g_assert_cmpuint (index, <, reading->faults->len);
  return g_ptr_array_index (reading->faults, index);
}

static const ArrearsInvoiceRow *
get_invoice (ArrearsImportReading *reading, guint index)
{
  g_assert_cmpuint (index, <, reading->rows->len);
  return &g_array_index (reading->rows, ArrearsInvoiceRow, index);
}

static void
test_rows_that_are_no_data_are_left_out (void)
{
  static const struct
  {
    const char *row;
    int reason; /* -1: it is data */
  } cases[] = {
    { "合计,,,,,\"3,000.00\",0.00,", ARREARS_LEFT_OUT_TOTAL },
    { "合 计：,,,,,\"3,000.00\",,", ARREARS_LEFT_OUT_TOTAL },
    { "【总计】,,,,,\"3,000.00\",,", ARREARS_LEFT_OUT_TOTAL },
    { "合计（24笔）,,,,,3,,", ARREARS_LEFT_OUT_TOTAL },
    { "合计人民币（大写）叁元整,,,,,3,,", ARREARS_LEFT_OUT_TOTAL },
    { ",,,本页小计,,3,,", ARREARS_LEFT_OUT_TOTAL },
    { ",,本月合计,2026-03-31,,3,,", ARREARS_LEFT_OUT_TOTAL },
    { "0001,,,2026-03-31,,3,,本年累计", ARREARS_LEFT_OUT_TOTAL },
    { "0001,甲公司 小计,,,,3,,", ARREARS_LEFT_OUT_TOTAL },
    { "Total,,,,,3,,", ARREARS_LEFT_OUT_TOTAL },
    { "Sub-total:,,,,,3,,", ARREARS_LEFT_OUT_TOTAL },
    { "制表：张会计,,复核：,,打印日期：2026-11-20,,,", ARREARS_LEFT_OUT_SIGNATURE },
    { "制表人:张,,,,,,,", ARREARS_LEFT_OUT_SIGNATURE },
    { "审核,,,,,,,", ARREARS_LEFT_OUT_SIGNATURE },
    { "第 1 页 共 3 页,,,,,,,", ARREARS_LEFT_OUT_SIGNATURE },
    { "注：以上金额含税,,,,,,,", ARREARS_LEFT_OUT_SIGNATURE },
    { "开户行：某某银行,,,,,,,", ARREARS_LEFT_OUT_SIGNATURE },
    { "客户编码,客户名称,单据号,日期,到期日,价税合计,已收金额,备注", ARREARS_LEFT_OUT_REPEATED },
    { "应收账款明细账,,,,,,,", ARREARS_LEFT_OUT_REPEATED },
    { "0001,合计百货商行,XS1,2026-01-01,,3,,", -1 },
    { "0001,合计百货商行,XS1,2026-01-01,,3,,合计", -1 },
    { "0001,合计,XS1,2026-01-01,,3,,", -1 },
    { "0001,甲公司合计,XS1,2026-01-01,,3,,", -1 },
    { "0001,会计：甲公司,XS1,2026-01-01,,3,,", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("应收账款明细账\n" INVOICES, cases[i].row, "\n", NULL);
      g_autoptr (ArrearsImportReading) reading
        = arrears_test_file_import (ARREARS_IMPORT_INVOICES, text);

      g_test_message ("%s", cases[i].row);
      g_assert_cmpuint (reading->faults->len, ==, 0);
      g_assert_cmpuint (reading->left_out->len, ==, cases[i].reason >= 0 ? 1 : 0);
      g_assert_cmpuint (reading->n_read, ==, cases[i].reason >= 0 ? 0 : 1);
      if (cases[i].reason >= 0)
        {
          const ArrearsLeftOut *left_out = &g_array_index (reading->left_out, ArrearsLeftOut, 0);

          g_assert_cmpint (left_out->reason, ==, cases[i].reason);
          g_assert_cmpuint (left_out->row, ==, 3);
        }
    }
}

static void
test_a_label_among_data_is_a_fault (void)
{
  g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (
    ARREARS_IMPORT_INVOICES, INVOICES "开户行：某某银行,,,,,,,\n1,,a,2026-01-01,,1.00,,\n");

  g_assert_cmpuint (reading->left_out->len, ==, 0);
  g_assert_cmpuint (reading->n_rejected, ==, 1);
}

static void
test_blank_rows_are_counted (void)
{
  g_autoptr (ArrearsImportReading) reading
    = arrears_test_file_import (ARREARS_IMPORT_INVOICES,
                                INVOICES "\n1,,a,2026-01-01,,1,,\n,,,,,,,\n\n"
                                         "1,,b,2026-01-01,,1,,\n\n");

  g_assert_cmpuint (reading->n_left_out[ARREARS_LEFT_OUT_BLANK], ==, 3);
  g_assert_cmpuint (g_array_index (reading->left_out, ArrearsLeftOut, 2).row, ==, 5);
  g_assert_cmpuint (get_invoice (reading, 1)->row, ==, 6);
}

static void
test_the_last_total_of_the_sheet_is_stated (void)
{
  g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (
    ARREARS_IMPORT_INVOICES,
    INVOICES "1,,a,2026-01-01,,1.00,,\n小计,,,,,1.00,,\n合计,,,,,1.00,0.50,\n"
             "1,,b,2026-01-01,,2.00,,\n总计,,,,,3.00,1.50,\n本页小计,,,,,2.00,,\n");

  g_assert_true (reading->has_stated_amount);
  g_assert_cmpint (reading->stated_amount.fen, ==, 300);
  g_assert_cmpint (reading->stated_paid_amount.fen, ==, 150);
}

static void
test_a_sheet_without_a_total_states_none (void)
{
  g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (
    ARREARS_IMPORT_INVOICES, INVOICES "1,,a,2026-01-01,,1.00,,\n本页小计,,,,,1.00,,\n");

  g_assert_false (reading->has_stated_amount);
  g_assert_false (reading->has_stated_paid_amount);
}

static void
test_every_bad_cell_of_a_row_is_named (void)
{
  g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (
    ARREARS_IMPORT_INVOICES,
    INVOICES ",,,2026-13-01,2026-02-30,1.234,\"1,23\",\n1,,ok,2026-01-01,,5,,\n");
  static const struct
  {
    const char *column;
    ArrearsError code;
  } expected[] = {
    { "单据号", ARREARS_ERROR_MISSING },
    { "日期", ARREARS_ERROR_DAY_IMPOSSIBLE },
    { "到期日", ARREARS_ERROR_DAY_IMPOSSIBLE },
    { "价税合计", ARREARS_ERROR_AMOUNT_DECIMALS },
    { "已收金额", ARREARS_ERROR_AMOUNT_GROUPING },
    { "客户编码", ARREARS_ERROR_MISSING },
  };

  g_assert_cmpuint (reading->n_read, ==, 2);
  g_assert_cmpuint (reading->n_rejected, ==, 1);
  g_assert_cmpuint (reading->rows->len, ==, 1);
  g_assert_cmpuint (reading->faults->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const ArrearsImportFault *fault = get_fault (reading, i);

      g_assert_cmpuint (fault->row, ==, 2);
      g_assert_cmpstr (fault->column, ==, expected[i].column);
      g_assert_cmpint (fault->code, ==, expected[i].code);
      g_assert_false (fault->is_warning);
      g_assert_nonnull (fault->message);
    }
  g_assert_cmpstr (get_fault (reading, 3)->text, ==, "1.234");
}

static void
test_single_cells_are_judged (void)
{
  static const struct
  {
    ArrearsImportKind kind;
    const char *heading;
    const char *cell;
    int code; /* -1: sound */
    gboolean is_warning;
  } cases[] = {
    { ARREARS_IMPORT_CUSTOMERS, "账期", "0", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "30天", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "３０", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "30.00", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "3650", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "-", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "3651", ARREARS_ERROR_NUMBER_UNREADABLE, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "-1", ARREARS_ERROR_NUMBER_UNREADABLE, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "30.5", ARREARS_ERROR_NUMBER_UNREADABLE, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "月结30天", ARREARS_ERROR_NUMBER_UNREADABLE, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "账期", "99999999999", ARREARS_ERROR_NUMBER_UNREADABLE, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "信用额度", "5万", ARREARS_ERROR_AMOUNT_UNREADABLE, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "信用额度", "-5", ARREARS_ERROR_AMOUNT_SIGN, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "信用额度", "无", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "等级", "a", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "等级", "优质", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "等级", "VIP", ARREARS_ERROR_WORD_UNKNOWN, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "税号", "9133011", ARREARS_ERROR_USCC_LENGTH, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "税号", "91330110MAIUJ07K5J", ARREARS_ERROR_USCC_ALPHABET, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "税号", "91330110MARUJ07K5K", ARREARS_ERROR_USCC_CHECK, TRUE },
    { ARREARS_IMPORT_CUSTOMERS, "税号", "/", -1, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "手机", "1.56629E+10", ARREARS_ERROR_NUMBER_CUT, FALSE },
    { ARREARS_IMPORT_CUSTOMERS, "地址", "#REF!", ARREARS_ERROR_MISSING, FALSE },
    { ARREARS_IMPORT_INVOICES, "发票号码", "2.6332E+19", ARREARS_ERROR_NUMBER_CUT, FALSE },
    { ARREARS_IMPORT_INVOICES, "发票号码", "26332000000000000000", ARREARS_ERROR_NUMBER_CUT, TRUE },
    { ARREARS_IMPORT_INVOICES, "发票号码", "26332000000000000001", -1, FALSE },
    { ARREARS_IMPORT_INVOICES, "订单号", "3E5", -1, FALSE },
    { ARREARS_IMPORT_INVOICES, "到期日", "46114", ARREARS_ERROR_DAY_UNREADABLE, FALSE },
    { ARREARS_IMPORT_INVOICES, "到期日", "46114.5", ARREARS_ERROR_DAY_UNREADABLE, FALSE },
    { ARREARS_IMPORT_INVOICES, "到期日", "月底", ARREARS_ERROR_DAY_UNREADABLE, FALSE },
    { ARREARS_IMPORT_INVOICES, "到期日", "2026/2/29", ARREARS_ERROR_DAY_IMPOSSIBLE, FALSE },
    { ARREARS_IMPORT_INVOICES, "到期日", "—", -1, FALSE },
    { ARREARS_IMPORT_INVOICES, "到期日", "2026-05-01 00:00:00", -1, FALSE },
    { ARREARS_IMPORT_INVOICES, "到期日", "25/12/2026", -1, FALSE },
    { ARREARS_IMPORT_INVOICES, "到期日", "2025-12-31", ARREARS_ERROR_DAY_ORDER, TRUE },
    { ARREARS_IMPORT_INVOICES, "已收金额", "-", -1, FALSE },
    { ARREARS_IMPORT_INVOICES, "已收金额", "/", -1, FALSE },
    { ARREARS_IMPORT_INVOICES, "已收金额", "1.2E+3", ARREARS_ERROR_AMOUNT_UNREADABLE, FALSE },
    { ARREARS_IMPORT_INVOICES, "已收金额", "#VALUE!", ARREARS_ERROR_MISSING, FALSE },
    { ARREARS_IMPORT_INVOICES, "已收金额", "99999999999999999999",
      ARREARS_ERROR_AMOUNT_TOO_LARGE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
        = g_strdup_printf (cases[i].kind == ARREARS_IMPORT_CUSTOMERS
                             ? "客户编码,%s\n1,%s\n"
                             : "客户编码,单据号,日期,金额,%s\n1,a,2026-01-01,5,%s\n",
                           cases[i].heading, cases[i].cell);
      g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (cases[i].kind, text);

      g_test_message ("%s %s", cases[i].heading, cases[i].cell);
      g_assert_cmpuint (reading->faults->len, ==, cases[i].code >= 0 ? 1 : 0);
      g_assert_cmpuint (reading->rows->len, ==,
                        cases[i].code < 0 || cases[i].is_warning ? 1 : 0);
      if (cases[i].code >= 0)
        {
          const ArrearsImportFault *fault = get_fault (reading, 0);

          g_assert_cmpint (fault->code, ==, cases[i].code);
          g_assert_cmpint (fault->is_warning, ==, cases[i].is_warning);
          g_assert_cmpstr (fault->column, ==, cases[i].heading);
          g_assert_cmpstr (fault->text, ==, cases[i].cell);
        }
    }
}

static void
test_an_empty_customer_row_has_defaults (void)
{
  g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (
    ARREARS_IMPORT_CUSTOMERS, "客户名称,税号,账期,信用额度,等级,手机\n甲公司,,,,,\n");
  const ArrearsCustomerRow *row = &g_array_index (reading->rows, ArrearsCustomerRow, 0);

  g_assert_cmpstr (row->customer_name, ==, "甲公司");
  g_assert_cmpstr (row->customer_code, ==, "");
  g_assert_cmpstr (row->uscc, ==, "");
  g_assert_cmpstr (row->email, ==, "");
  g_assert_cmpint (row->terms_days, ==, -1);
  g_assert_false (row->has_credit_limit);
  g_assert_false (row->has_grade);
}

static void
test_a_credit_code_is_normalised (void)
{
  g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (
    ARREARS_IMPORT_CUSTOMERS, "客户名称,税号\n甲公司,９１330110 maruj07k5j\n");

  g_assert_cmpstr (g_array_index (reading->rows, ArrearsCustomerRow, 0).uscc, ==,
                   "91330110MARUJ07K5J");
}

static void
test_line_breaks_stay_in_notes_alone (void)
{
  g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (
    ARREARS_IMPORT_INVOICES,
    INVOICES "1,\"杭州某某\r\n商贸公司\",\"XS\n1\",2026-01-01,,5,,\"一\r\n二\"\n");

  g_assert_cmpstr (get_invoice (reading, 0)->customer_name, ==, "杭州某某商贸公司");
  g_assert_cmpstr (get_invoice (reading, 0)->invoice_number, ==, "XS 1");
  g_assert_cmpstr (get_invoice (reading, 0)->note, ==, "一\n二");
}

static void
test_red_letter_amounts_are_negative (void)
{
  g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (
    ARREARS_IMPORT_INVOICES,
    INVOICES "1,,a,2026-01-01,,-5.10,,\n1,,b,2026-01-01,,\"(1,200.00)\",,\n"
             "1,,c,2026-01-01,,￥1，234.50元,,\n");

  g_assert_cmpuint (reading->faults->len, ==, 0);
  g_assert_cmpint (get_invoice (reading, 0)->amount.fen, ==, -510);
  g_assert_cmpint (get_invoice (reading, 1)->amount.fen, ==, -120000);
  g_assert_cmpint (get_invoice (reading, 2)->amount.fen, ==, 123450);
}

static ArrearsImportReading *
import_ordered (const char *text, ArrearsDayOrder order, GError **error)
{
  g_autoptr (GPtrArray) sheets = arrears_test_file_read_text (text);
  g_autoptr (ArrearsMapping) mapping = NULL;

  mapping = arrears_mapping_new (ARREARS_IMPORT_INVOICES, sheets, NULL, error);
  g_assert_nonnull (mapping);
  return arrears_import_reading_new (mapping, order, error);
}

#define MONTH_FIRST                                                                                \
  "invoiceNumber,customerID,InvoiceDate,DueDate,InvoiceAmount\n"                                   \
  "7001,A-1,1/26/2026,2/25/2026,61.74\n7002,A-1,3/4/2026,4/3/2026,65.88\n"

static void
test_an_ambiguous_file_is_refused_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImportReading) reading
    = import_ordered (MONTH_FIRST, ARREARS_DAY_ORDER_UNKNOWN, &error);

  g_assert_null (reading);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_AMBIGUOUS);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "row 3"));
  g_assert_nonnull (strstr (error->message, "InvoiceDate"));
  g_assert_nonnull (strstr (error->message, "2026-03-04"));
  g_assert_nonnull (strstr (error->message, "2026-04-03"));
}

static void
test_an_order_settles_days (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImportReading) reading
    = import_ordered (MONTH_FIRST, ARREARS_DAY_ORDER_MDY, &error);
  g_autofree char *issued = NULL;
  g_autofree char *due = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (reading->rows->len, ==, 2);
  issued = arrears_day_to_string (get_invoice (reading, 1)->invoice_date);
  due = arrears_day_to_string (get_invoice (reading, 1)->due_date);
  g_assert_cmpstr (issued, ==, "2026-03-04");
  g_assert_cmpstr (due, ==, "2026-04-03");
}

static void
test_a_day_against_the_order_is_a_fault (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImportReading) reading
    = import_ordered (MONTH_FIRST, ARREARS_DAY_ORDER_DMY, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reading->n_rejected, ==, 1);
  g_assert_cmpuint (get_fault (reading, 0)->row, ==, 2);
}

static void
test_a_sheet_without_needed_headings_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImportReading) reading
    = import_ordered ("客户,单据号\n甲,1\n", ARREARS_DAY_ORDER_UNKNOWN, &error);

  g_assert_null (reading);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING);
}

static void
test_payments_are_read (void)
{
  g_autoptr (ArrearsImportReading) reading = arrears_test_file_import (
    ARREARS_IMPORT_PAYMENTS,
    "收款日期,客户名称,收款金额,流水号,发票号,附言\n"
    "2026-03-01,甲公司,\"1,000.00\",20260301000123,INV1,货款\n"
    "2026-03-02,乙公司,0,x,,\n2026-03-03,丙公司,-5,x,,\n,丁公司,5,x,,\n"
    "合计,,\"1,000.00\",,,\n");
  const ArrearsPaymentRow *row = &g_array_index (reading->rows, ArrearsPaymentRow, 0);

  g_assert_cmpuint (reading->n_read, ==, 4);
  g_assert_cmpuint (reading->rows->len, ==, 1);
  g_assert_cmpuint (row->row, ==, 2);
  g_assert_cmpstr (row->customer_name, ==, "甲公司");
  g_assert_cmpint (row->amount.fen, ==, 100000);
  g_assert_cmpstr (row->reference, ==, "20260301000123");
  g_assert_cmpstr (row->invoice_number, ==, "INV1");
  g_assert_cmpstr (row->note, ==, "货款");

  g_assert_cmpuint (reading->faults->len, ==, 3);
  g_assert_cmpint (get_fault (reading, 0)->code, ==, ARREARS_ERROR_AMOUNT_SIGN);
  g_assert_cmpint (get_fault (reading, 1)->code, ==, ARREARS_ERROR_AMOUNT_SIGN);
  g_assert_cmpint (get_fault (reading, 2)->code, ==, ARREARS_ERROR_MISSING);
  g_assert_cmpint (reading->stated_amount.fen, ==, 100000);
  g_assert_false (reading->has_stated_paid_amount);
}

static void
test_a_long_cell_is_cut_in_a_fault (void)
{
  g_autofree char *blob = g_strnfill (5000, 'x');
  g_autofree char *text = g_strconcat (INVOICES "1,,a,", blob, ",,5,,\n", NULL);
  g_autoptr (ArrearsImportReading) reading
    = arrears_test_file_import (ARREARS_IMPORT_INVOICES, text);

  g_assert_cmpuint (strlen (get_fault (reading, 0)->text), ==, 80);
  g_assert_cmpuint (strlen (get_fault (reading, 0)->message), <, 500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-reading/rows-that-are-no-data-are-left-out",
                   test_rows_that_are_no_data_are_left_out);
  g_test_add_func ("/import-reading/a-label-among-data-is-a-fault",
                   test_a_label_among_data_is_a_fault);
  g_test_add_func ("/import-reading/blank-rows-are-counted", test_blank_rows_are_counted);
  g_test_add_func ("/import-reading/the-last-total-of-the-sheet-is-stated",
                   test_the_last_total_of_the_sheet_is_stated);
  g_test_add_func ("/import-reading/a-sheet-without-a-total-states-none",
                   test_a_sheet_without_a_total_states_none);
  g_test_add_func ("/import-reading/every-bad-cell-of-a-row-is-named",
                   test_every_bad_cell_of_a_row_is_named);
  g_test_add_func ("/import-reading/single-cells-are-judged", test_single_cells_are_judged);
  g_test_add_func ("/import-reading/an-empty-customer-row-has-defaults",
                   test_an_empty_customer_row_has_defaults);
  g_test_add_func ("/import-reading/a-credit-code-is-normalised",
                   test_a_credit_code_is_normalised);
  g_test_add_func ("/import-reading/line-breaks-stay-in-notes-alone",
                   test_line_breaks_stay_in_notes_alone);
  g_test_add_func ("/import-reading/red-letter-amounts-are-negative",
                   test_red_letter_amounts_are_negative);
  g_test_add_func ("/import-reading/an-ambiguous-file-is-refused-once",
                   test_an_ambiguous_file_is_refused_once);
  g_test_add_func ("/import-reading/an-order-settles-days", test_an_order_settles_days);
  g_test_add_func ("/import-reading/a-day-against-the-order-is-a-fault",
                   test_a_day_against_the_order_is_a_fault);
  g_test_add_func ("/import-reading/a-sheet-without-needed-headings-is-refused",
                   test_a_sheet_without_needed_headings_is_refused);
  g_test_add_func ("/import-reading/payments-are-read", test_payments_are_read);
  g_test_add_func ("/import-reading/a-long-cell-is-cut-in-a-fault",
                   test_a_long_cell_is_cut_in_a_fault);
  return g_test_run ();
}

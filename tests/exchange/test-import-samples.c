/* test-import-samples.c: two sheets of a wholesaler, as accounting programs export them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-file.h"

static const ArrearsInvoiceRow *
find_invoice (ArrearsImportReading *reading, const char *number)
{
  for (guint i = 0; i < reading->rows->len; i++)
    {
      const ArrearsInvoiceRow *row = &g_array_index (reading->rows, ArrearsInvoiceRow, i);

      if (g_str_equal (row->invoice_number, number))
        return row;
    }
  return NULL;
}

static ArrearsImportReading *
import_sample (ArrearsImportKind kind, const char *name)
{
  g_autoptr (GBytes) bytes = arrears_test_file_load (name);

  return arrears_test_file_import_bytes (kind, bytes);
}

static void
test_receivables_are_counted (void)
{
  g_autoptr (ArrearsImportReading) reading
    = import_sample (ARREARS_IMPORT_INVOICES, "receivables_gb18030.csv");

  g_assert_cmpuint (reading->n_read, ==, 262);
  g_assert_cmpuint (reading->rows->len, ==, 261);
  g_assert_cmpuint (reading->n_rejected, ==, 1);
  g_assert_cmpuint (reading->n_left_out[ARREARS_LEFT_OUT_TOTAL], ==, 3);
  g_assert_cmpuint (reading->n_left_out[ARREARS_LEFT_OUT_SIGNATURE], ==, 1);
  g_assert_cmpuint (reading->n_left_out[ARREARS_LEFT_OUT_BLANK], ==, 0);
  g_assert_cmpuint (reading->n_left_out[ARREARS_LEFT_OUT_REPEATED], ==, 0);
  g_assert_cmpuint (g_array_index (reading->left_out, ArrearsLeftOut, 0).row, ==, 96);
  g_assert_cmpuint (g_array_index (reading->left_out, ArrearsLeftOut, 3).row, ==, 270);
}

static void
test_the_impossible_day_is_named (void)
{
  g_autoptr (ArrearsImportReading) reading
    = import_sample (ARREARS_IMPORT_INVOICES, "receivables_gb18030.csv");
  const ArrearsImportFault *fault;

  g_assert_cmpuint (reading->faults->len, ==, 1);
  fault = g_ptr_array_index (reading->faults, 0);
  g_assert_cmpuint (fault->row, ==, 267);
  g_assert_cmpstr (fault->column, ==, "业务日期");
  g_assert_cmpint (fault->field, ==, ARREARS_IMPORT_FIELD_INVOICE_DATE);
  g_assert_cmpstr (fault->text, ==, "2026/2/30");
  g_assert_cmpint (fault->code, ==, ARREARS_ERROR_DAY_IMPOSSIBLE);
  g_assert_false (fault->is_warning);
}

static void
test_amounts_add_up (void)
{
  g_autoptr (ArrearsImportReading) reading
    = import_sample (ARREARS_IMPORT_INVOICES, "receivables_gb18030.csv");
  gint64 amount = 0, paid = 0;
  guint n_negative = 0;

  for (guint i = 0; i < reading->rows->len; i++)
    {
      const ArrearsInvoiceRow *row = &g_array_index (reading->rows, ArrearsInvoiceRow, i);

      amount += row->amount.fen;
      paid += row->paid_amount.fen;
      n_negative += row->amount.fen < 0;
    }
  g_assert_cmpint (amount, ==, 329570730);
  g_assert_cmpint (paid, ==, 232323782);
  g_assert_cmpuint (n_negative, ==, 5);

  g_assert_true (reading->has_stated_amount);
  g_assert_true (reading->has_stated_paid_amount);
  g_assert_cmpint (reading->stated_amount.fen, ==, 329210680);
  g_assert_cmpint (reading->stated_paid_amount.fen, ==, 232323782);
}

static void
test_rows_keep_what_the_sheet_says (void)
{
  g_autoptr (ArrearsImportReading) reading
    = import_sample (ARREARS_IMPORT_INVOICES, "receivables_gb18030.csv");
  const ArrearsInvoiceRow *quoted = find_invoice (reading, "XS202600001");
  const ArrearsInvoiceRow *broken = find_invoice (reading, "XS202600006");
  const ArrearsInvoiceRow *undated = find_invoice (reading, "XS202601000");

  g_assert_nonnull (quoted);
  g_assert_cmpuint (quoted->row, ==, 5);
  g_assert_cmpstr (quoted->customer_code, ==, "0017");
  g_assert_cmpstr (quoted->customer_name, ==, "常州武进湖塘\"好又多\"便利店");
  g_assert_cmpstr (quoted->fapiao_number, ==, "26332000000000000001");
  g_assert_cmpstr (quoted->contract_number, ==, "HT-2026-017");
  g_assert_cmpint (arrears_day_compare (quoted->invoice_date, arrears_day_from_ymd (2026, 4, 2)),
                   ==, 0);
  g_assert_cmpint (arrears_day_compare (quoted->due_date, arrears_day_from_ymd (2026, 5, 2)), ==,
                   0);
  g_assert_cmpint (quoted->amount.fen, ==, 94171);
  g_assert_cmpint (quoted->paid_amount.fen, ==, 94171);

  g_assert_nonnull (broken);
  g_assert_cmpuint (broken->row, ==, 10);
  g_assert_cmpstr (broken->note, ==, "休闲零食\n（含促销品）");

  g_assert_nonnull (undated);
  g_assert_cmpuint (undated->row, ==, 268);
  g_assert_false (arrears_day_is_set (undated->due_date));
  g_assert_cmpint (undated->amount.fen, ==, 360050);
  g_assert_cmpint (undated->paid_amount.fen, ==, 0);
}

static void
test_customers_are_read (void)
{
  g_autoptr (ArrearsImportReading) reading
    = import_sample (ARREARS_IMPORT_CUSTOMERS, "customers_gb18030.csv");
  const ArrearsCustomerRow *first, *rare, *ungraded;

  g_assert_cmpuint (reading->n_read, ==, 24);
  g_assert_cmpuint (reading->rows->len, ==, 24);
  g_assert_cmpuint (reading->left_out->len, ==, 0);

  first = &g_array_index (reading->rows, ArrearsCustomerRow, 0);
  g_assert_cmpstr (first->customer_code, ==, "0001");
  g_assert_cmpstr (first->phone, ==, "15662946327");
  g_assert_cmpint (first->terms_days, ==, 30);
  g_assert_false (first->has_credit_limit);
  g_assert_cmpint (first->grade, ==, ARREARS_GRADE_C);

  rare = &g_array_index (reading->rows, ArrearsCustomerRow, 13);
  g_assert_cmpstr (rare->customer_name, ==, "𠮷祥（上海）贸易有限公司");
  g_assert_true (rare->has_credit_limit);
  g_assert_cmpint (rare->credit_limit.fen, ==, 5000000);
  g_assert_cmpstr (g_array_index (reading->rows, ArrearsCustomerRow, 20).customer_name, ==,
                   "上海奉贤南桥镇䶮记糕团店");

  ungraded = &g_array_index (reading->rows, ArrearsCustomerRow, 18);
  g_assert_cmpint (ungraded->terms_days, ==, 60);
  g_assert_false (ungraded->has_grade);
  g_assert_cmpint (ungraded->grade, ==, ARREARS_GRADE_B);
  g_assert_cmpstr (ungraded->uscc, ==, "");
}

static void
test_a_wrong_check_character_is_a_warning (void)
{
  g_autoptr (ArrearsImportReading) reading
    = import_sample (ARREARS_IMPORT_CUSTOMERS, "customers_gb18030.csv");
  const ArrearsImportFault *fault;

  g_assert_cmpuint (reading->faults->len, ==, 1);
  fault = g_ptr_array_index (reading->faults, 0);
  g_assert_cmpuint (fault->row, ==, 6);
  g_assert_cmpstr (fault->column, ==, "统一社会信用代码");
  g_assert_cmpint (fault->code, ==, ARREARS_ERROR_USCC_CHECK);
  g_assert_true (fault->is_warning);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-samples/receivables-are-counted", test_receivables_are_counted);
  g_test_add_func ("/import-samples/the-impossible-day-is-named", test_the_impossible_day_is_named);
  g_test_add_func ("/import-samples/amounts-add-up", test_amounts_add_up);
  g_test_add_func ("/import-samples/rows-keep-what-the-sheet-says",
                   test_rows_keep_what_the_sheet_says);
  g_test_add_func ("/import-samples/customers-are-read", test_customers_are_read);
  g_test_add_func ("/import-samples/a-wrong-check-character-is-a-warning",
                   test_a_wrong_check_character_is_a_warning);
  return g_test_run ();
}

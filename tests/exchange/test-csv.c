/* test-csv.c: delimited text, in every encoding and delimiter it comes in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-file.h"

#include <string.h>

#define CUSTOMERS "客户,金额\n𠮷祥贸易,1.00\n䶮記糕团店,2.50\n"

static char *
join_row (ArrearsSheet *sheet, guint index)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  g_string_printf (joined, "%u:", arrears_sheet_get_row_number (sheet, index));
  for (guint column = 0; column < arrears_sheet_get_n_cells (sheet, index); column++)
    g_string_append_printf (joined, "[%s]", arrears_sheet_peek_cell (sheet, index, column));
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* The rows as 1:[a][b] 2:[c], to be compared at a glance. */
static char *
join_sheet (GPtrArray *sheets)
{
  ArrearsSheet *sheet = g_ptr_array_index (sheets, 0);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < arrears_sheet_get_n_rows (sheet); i++)
    {
      g_autofree char *row = join_row (sheet, i);

      g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", row);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
test_every_encoding_reads_the_same (void)
{
  static const struct
  {
    const char *charset;
    const char *mark;
  } cases[] = {
    { "UTF-8", "" },        { "UTF-8", "\xef\xbb\xbf" }, { "GB18030", "" },
    { "GB18030", "\x84\x31\x95\x33" }, { "UTF-16LE", "\xff\xfe" }, { "UTF-16BE", "\xfe\xff" },
    { "UTF-16LE", "" },     { "UTF-16BE", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes
        = arrears_test_file_encode (CUSTOMERS, cases[i].charset, cases[i].mark);
      g_autoptr (GPtrArray) sheets = arrears_test_file_read (bytes);
      g_autofree char *joined = join_sheet (sheets);

      g_test_message ("%s", cases[i].charset);
      g_assert_cmpstr (joined, ==, "1:[客户][金额] 2:[𠮷祥贸易][1.00] 3:[䶮記糕团店][2.50]");
    }
}

static void
test_big5_is_told_from_gb18030 (void)
{
  g_autoptr (GBytes) bytes = arrears_test_file_encode (
    "客戶編號,客戶名稱,發票日期,金額,備註\n"
    "A001,臺北聯合貿易股份有限公司,2026-01-02,100.00,請於月底前付款\n"
    "A002,高雄寶島食品企業有限公司,2026-01-03,250.00,貨物已經簽收\n",
    "BIG5", "");
  g_autoptr (GPtrArray) sheets = arrears_test_file_read (bytes);

  g_assert_cmpstr (arrears_sheet_peek_cell (g_ptr_array_index (sheets, 0), 1, 1), ==,
                   "臺北聯合貿易股份有限公司");
}

static void
test_every_delimiter_is_found (void)
{
  static const char *const cases[] = {
    "客户,金额,备注\nA,\"1,234.50\",x;y\nB,2.00,\n",
    "客户;金额;备注\nA;1,234.50;\"x;y\"\nB;2.00;\n",
    "客户\t金额\t备注\nA\t1,234.50\tx;y\nB\t2.00\t\n",
    "客户|金额|备注\nA|1,234.50|x;y\nB|2.00|\n",
    "sep=;\r\n客户;金额;备注\r\nA;1,234.50;\"x;y\"\r\nB;2.00;\r\n",
    "客户,金额,备注\rA,\"1,234.50\",x;y\rB,2.00,",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) sheets = arrears_test_file_read_text (cases[i]);
      g_autofree char *joined = join_sheet (sheets);

      g_test_message ("%s", cases[i]);
      g_assert_cmpstr (joined, ==, "1:[客户][金额][备注] 2:[A][1,234.50][x;y] 3:[B][2.00]");
    }
}

static void
test_quotes_are_understood_as_they_come (void)
{
  static const struct
  {
    const char *text;
    const char *rows;
  } cases[] = {
    { "a,\"b\"\"c\"\"\",d", "1:[a][b\"c\"][d]" },
    { "a,湖塘\"好又多\"店,d", "1:[a][湖塘\"好又多\"店][d]" },
    { "a,\"好又多\"便利店,d", "1:[a][好又多便利店][d]" },
    { "a, \"b\" ,d", "1:[a][b][d]" },
    { "a,\"3985734\"\t,d", "1:[a][3985734][d]" },
    { "a,\"\",d", "1:[a][][d]" },
    { "a,\"x\ny\",d\ne,f", "1:[a][x\ny][d] 2:[e][f]" },
    { "a,=\"0001\",d", "1:[a][0001][d]" },
    { "a,\"=\"\"0001\"\"\",d", "1:[a][0001][d]" },
    { "a,'0001,'-5,'n", "1:[a][0001][-5]['n]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) sheets = arrears_test_file_read_text (cases[i].text);
      g_autofree char *joined = join_sheet (sheets);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (joined, ==, cases[i].rows);
    }
}

static void
test_white_space_around_a_text_is_dropped (void)
{
  g_autoptr (GPtrArray) sheets
    = arrears_test_file_read_text ("  a ,　b　,\xc2\xa0"
                                   "c\xe2\x80\x8b,\xe2\x80\xad"
                                   "d\xe2\x80\xac,x y");
  g_autofree char *joined = join_sheet (sheets);

  g_assert_cmpstr (joined, ==, "1:[a][b][c][d][x y]");
}

static void
test_blank_rows_show_as_a_gap (void)
{
  g_autoptr (GPtrArray) sheets = arrears_test_file_read_text ("a,b\n\n,,\n  \nc,d,,\n\n");
  g_autofree char *joined = join_sheet (sheets);

  g_assert_cmpstr (joined, ==, "1:[a][b] 5:[c][d]");
  g_assert_cmpuint (arrears_sheet_get_n_columns (g_ptr_array_index (sheets, 0)), ==, 2);
}

typedef struct
{
  const char *bytes;
  gsize size;
  ArrearsError code;
  const char *hint;
} Refusal;

#define BYTES(text) (text), sizeof (text) - 1

static void
test_what_is_no_table_is_refused (void)
{
  static const Refusal cases[] = {
    { BYTES (""), ARREARS_ERROR_FORMAT, "empty" },
    { BYTES ("\n\n ,,\n"), ARREARS_ERROR_FORMAT, "empty" },
    { BYTES ("\xef\xbb\xbf"), ARREARS_ERROR_FORMAT, "empty" },
    { BYTES ("a,b\nc,\"d\ne,f\n"), ARREARS_ERROR_FORMAT, "row 2" },
    { BYTES ("a,b\nc,\"5寸\ne,\"f\"\ng,h\n"), ARREARS_ERROR_FORMAT, "row 2" },
    { BYTES ("a,b\n\"c\nd\",e\nf,\"g"), ARREARS_ERROR_FORMAT, "row 3" },
    { BYTES ("a,b\nc\0d,e\nf,g"), ARREARS_ERROR_ENCODING, "row 2" },
    { BYTES ("a,b\nc,\x01\nf,g"), ARREARS_ERROR_ENCODING, "row 2" },
    { BYTES ("a,b\n客户名称,\xff\nf,g"), ARREARS_ERROR_ENCODING, "row 2" },
    { BYTES ("\xef\xbb\xbf" "a,b\nc,\xb0\xa1\nf,g"), ARREARS_ERROR_ENCODING, "row 2" },
    { BYTES ("a,b\nc,\xb0\xa1\nf,\xff\xff\n"), ARREARS_ERROR_ENCODING, "row 3" },
    { BYTES ("a,b\nc,\xb0\xa1\nf,\xb0"), ARREARS_ERROR_ENCODING, "row 3" },
    { BYTES ("\xff\xfe" "a\0,\0b\0\n\0\0\xd8"), ARREARS_ERROR_ENCODING, "row 2" },
    { BYTES ("\xff\xfe" "a\0,\0b"), ARREARS_ERROR_ENCODING, "row 1" },
    { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ARREARS_ERROR_ENCODING, "no text" },
    { BYTES ("%PDF-1.7\n"), ARREARS_ERROR_FORMAT, "PDF" },
    { BYTES ("<html><table><tr><td>1"), ARREARS_ERROR_FORMAT, "web page" },
    { BYTES ("\xef\xbb\xbf\r\n <table border=1>"), ARREARS_ERROR_FORMAT, "web page" },
    { BYTES ("MIME-Version: 1.0\r\n"), ARREARS_ERROR_FORMAT, "web page" },
    { BYTES ("<?xml version=\"1.0\"?><Workbook/>"), ARREARS_ERROR_FORMAT, "XML" },
    { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook"), ARREARS_ERROR_FORMAT, "old .xls" },
    { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
             "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
      ARREARS_ERROR_FORMAT, "password" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].size);
      g_autoptr (GError) error = NULL;

      g_assert_null (arrears_sheet_read_all (bytes, "far.csv", &error));
      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, error->message);
      g_assert_error (error, ARREARS_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, "far.csv"));
      g_assert_nonnull (strstr (error->message, cases[i].hint));
    }
}

static void
test_a_cell_ends_where_excel_could_hold_no_more (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\nc,\"");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (text, "x\n");
  g_string_append (text, "\",d\n");
  bytes = g_bytes_new_static (text->str, text->len);
  g_assert_null (arrears_sheet_read_all (bytes, "test", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "row 2"));
}

static void
test_more_columns_than_excel_has_are_refused (void)
{
  g_autofree char *text = g_strnfill (20000, ',');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  text[19999] = 'x';
  bytes = g_bytes_new_static (text, 20000);
  g_assert_null (arrears_sheet_read_all (bytes, "test", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT);
}

/* Whatever stands in a file, it is read or refused with a reason. */
static void
test_no_bytes_break_the_reader (void)
{
  static const char alphabet[] = "\"\",,\n\r\t;|=' a1\0\xff\xfe\xe5\xae\xa2\xb0\xa1\x81\x30";

  for (int round = 0; round < 20000; round++)
    {
      gsize size = (gsize) g_test_rand_int_range (0, 60);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) sheets = NULL;
      g_autoptr (GError) error = NULL;
      char *data = g_malloc (size + 1);

      for (gsize i = 0; i < size; i++)
        data[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      bytes = g_bytes_new_take (data, size);
      sheets = arrears_sheet_read_all (bytes, "test", &error);
      g_assert_true ((sheets != NULL) == (error == NULL));
      for (guint i = 0; sheets != NULL && i < 1; i++)
        {
          g_autofree char *joined = join_sheet (sheets);

          g_assert_true (g_utf8_validate (joined, -1, NULL));
        }
    }
}

static void
test_a_hundred_thousand_rows_are_read (void)
{
  g_autoptr (GString) text = g_string_new ("单据号,客户名称,业务日期,价税合计\n");
  g_autoptr (ArrearsImportReading) reading = NULL;
  const ArrearsInvoiceRow *last;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, "XS%06d,客户%d,2026/%d/%d,\"%d,%03d.50\"\n", i, i % 500,
                            i % 12 + 1, i % 28 + 1, i % 9 + 1, i % 1000);
  reading = arrears_test_file_import (ARREARS_IMPORT_INVOICES, text->str);

  g_assert_cmpuint (reading->rows->len, ==, 100000);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  last = &g_array_index (reading->rows, ArrearsInvoiceRow, 99999);
  g_assert_cmpuint (last->row, ==, 100001);
  g_assert_cmpstr (last->invoice_number, ==, "XS099999");
  g_assert_cmpint (last->amount.fen, ==, 199950);
}

static void
test_columns_have_letters (void)
{
  static const struct
  {
    guint column;
    const char *letters;
  } cases[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 701, "ZZ" }, { 702, "AAA" },
                { 16383, "XFD" } };
  guint column;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *letters = arrears_sheet_column_to_letters (cases[i].column);

      g_assert_cmpstr (letters, ==, cases[i].letters);
      g_assert_true (arrears_sheet_column_from_letters (letters, &column));
      g_assert_cmpuint (column, ==, cases[i].column);
    }
  g_assert_true (arrears_sheet_column_from_letters ("c", &column));
  g_assert_cmpuint (column, ==, 2);
  g_assert_false (arrears_sheet_column_from_letters ("XFE", &column));
  g_assert_false (arrears_sheet_column_from_letters ("", &column));
  g_assert_false (arrears_sheet_column_from_letters ("A1", &column));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/every-encoding-reads-the-same", test_every_encoding_reads_the_same);
  g_test_add_func ("/csv/big5-is-told-from-gb18030", test_big5_is_told_from_gb18030);
  g_test_add_func ("/csv/every-delimiter-is-found", test_every_delimiter_is_found);
  g_test_add_func ("/csv/quotes-are-understood-as-they-come",
                   test_quotes_are_understood_as_they_come);
  g_test_add_func ("/csv/white-space-around-a-text-is-dropped",
                   test_white_space_around_a_text_is_dropped);
  g_test_add_func ("/csv/blank-rows-show-as-a-gap", test_blank_rows_show_as_a_gap);
  g_test_add_func ("/csv/what-is-no-table-is-refused", test_what_is_no_table_is_refused);
  g_test_add_func ("/csv/a-cell-ends-where-excel-could-hold-no-more",
                   test_a_cell_ends_where_excel_could_hold_no_more);
  g_test_add_func ("/csv/more-columns-than-excel-has-are-refused",
                   test_more_columns_than_excel_has_are_refused);
  g_test_add_func ("/csv/no-bytes-break-the-reader", test_no_bytes_break_the_reader);
  g_test_add_func ("/csv/a-hundred-thousand-rows-are-read",
                   test_a_hundred_thousand_rows_are_read);
  g_test_add_func ("/csv/columns-have-letters", test_columns_have_letters);
  return g_test_run ();
}

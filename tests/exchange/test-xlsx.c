/* test-xlsx.c: workbooks, written by a library and made by hand, sound and not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-file.h"

#include "arrears-xlsx-styles.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#define NAMESPACE "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "           \
                  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "<Relationships "                                                                  \
                "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

/* A part of a workbook that is made by hand. */
typedef struct
{
  const char *name;
  const char *contents;
} Part;

static const Part root_part
  = { "_rels/.rels", PACKAGE "<Relationship Id=\"rId1\" Type=\"" RELATIONS
                             "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" };

static const Part relations_part
  = { "xl/_rels/workbook.xml.rels",
      PACKAGE "<Relationship Id=\"rId1\" Type=\"" RELATIONS
              "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
              "<Relationship Id=\"rId2\" Type=\"" RELATIONS
              "worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
              "<Relationship Id=\"rId3\" Type=\"" RELATIONS
              "chartsheet\" Target=\"charts/c.xml\"/></Relationships>" };

static const Part workbook_part
  = { "xl/workbook.xml", "<workbook " NAMESPACE "><sheets>"
                         "<sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>" };

static void
write_part (struct archive *zip, const Part *part, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip, part->contents, length), ==, (gssize) length);
  archive_entry_free (entry);
}

/* A zip file of the parts, up to one without a name. */
static GBytes *
pack (const Part *parts)
{
  gsize capacity = 64 * 1024;
  size_t size = 0;
  struct archive *zip = archive_write_new ();
  char *data;

  for (const Part *part = parts; part->name != NULL; part++)
    capacity += strlen (part->contents);
  data = g_malloc (capacity);
  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_memory (zip, data, capacity, &size), ==, ARCHIVE_OK);
  for (const Part *part = parts; part->name != NULL; part++)
    write_part (zip, part, strlen (part->contents));
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);
  return g_bytes_new_take (data, size);
}

/* A workbook of one sheet with this inside its sheetData. */
static GBytes *
pack_rows (const char *rows)
{
  g_autofree char *sheet
    = g_strconcat ("<worksheet " NAMESPACE "><sheetData>", rows, "</sheetData></worksheet>", NULL);
  Part parts[] = { root_part, relations_part, workbook_part,
                   { "xl/worksheets/sheet1.xml", sheet }, { NULL, NULL } };

  return pack (parts);
}

typedef void (*WriteBook) (lxw_workbook *book);

/* What the library writes, read back into memory. */
static GBytes *
write_book (WriteBook write)
{
  g_autofree char *folder = g_dir_make_tmp ("arrears-xlsx-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  lxw_workbook *book = workbook_new (path);
  char *contents;
  gsize length;

  write (book);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return g_bytes_new_take (contents, length);
}

static void
assert_cell (GPtrArray *sheets, guint sheet, guint row, guint column, const char *expected)
{
  g_assert_cmpuint (sheet, <, sheets->len);
  g_assert_cmpstr (
    arrears_sheet_peek_cell (g_ptr_array_index (sheets, sheet), row, column), ==, expected);
}

static void
write_receivables (lxw_workbook *book)
{
  static const char *const headings[]
    = { "客户编码", "客户名称", "单据号", "单据日期", "到期日", "价税合计", "已收金额" };
  lxw_worksheet *cover = workbook_add_worksheet (book, "说明");
  lxw_worksheet *sheet = workbook_add_worksheet (book, "应收");
  lxw_format *day = workbook_add_format (book);
  lxw_format *code = workbook_add_format (book);
  lxw_format *chinese = workbook_add_format (book);
  lxw_datetime issued = { 2026, 4, 2, 0, 0, 0 };
  lxw_datetime due = { 2026, 5, 2, 14, 30, 0 };

  format_set_num_format (day, "yyyy/m/d");
  format_set_num_format (chinese, "[$-804]yyyy\"年\"m\"月\"d\"日\";@");
  format_set_num_format (code, "0000");
  worksheet_write_string (cover, 0, 0, "导出说明", NULL);
  worksheet_write_string (sheet, 0, 0, "应收账款明细账", NULL);
  for (guint16 column = 0; column < G_N_ELEMENTS (headings); column++)
    worksheet_write_string (sheet, 2, column, headings[column], NULL);

  worksheet_write_number (sheet, 3, 0, 17, code);
  worksheet_write_string (sheet, 3, 1, " 𠮷祥贸易 ", NULL);
  worksheet_write_string (sheet, 3, 2, "XS1", NULL);
  worksheet_write_datetime (sheet, 3, 3, &issued, day);
  worksheet_write_datetime (sheet, 3, 4, &due, chinese);
  worksheet_write_number (sheet, 3, 5, 1000.1 - 1000 + 941.61, NULL);
  worksheet_write_formula_num (sheet, 3, 6, "=1+1", NULL, 2);

  worksheet_write_number (sheet, 5, 0, 18, code);
  worksheet_write_string (sheet, 5, 2, "XS2", NULL);
  worksheet_write_number (sheet, 5, 3, 46114, NULL);
  worksheet_write_number (sheet, 5, 5, -100, NULL);

  worksheet_write_string (sheet, 6, 0, "合计", NULL);
  worksheet_write_number (sheet, 6, 5, 841.71, NULL);
}

static void
test_a_workbook_is_imported (void)
{
  g_autoptr (GBytes) bytes = write_book (write_receivables);
  g_autoptr (ArrearsImportReading) reading
    = arrears_test_file_import_bytes (ARREARS_IMPORT_INVOICES, bytes);
  const ArrearsInvoiceRow *row = &g_array_index (reading->rows, ArrearsInvoiceRow, 0);
  const ArrearsImportFault *fault;

  g_assert_cmpuint (reading->rows->len, ==, 1);
  g_assert_cmpuint (row->row, ==, 4);
  g_assert_cmpstr (row->customer_code, ==, "0017");
  g_assert_cmpstr (row->customer_name, ==, "𠮷祥贸易");
  g_assert_cmpint (row->invoice_date.number, ==, arrears_day_from_ymd (2026, 4, 2).number);
  g_assert_cmpint (row->due_date.number, ==, arrears_day_from_ymd (2026, 5, 2).number);
  g_assert_cmpint (row->amount.fen, ==, 94171);
  g_assert_cmpint (row->paid_amount.fen, ==, 200);

  g_assert_cmpuint (reading->faults->len, ==, 1);
  fault = g_ptr_array_index (reading->faults, 0);
  g_assert_cmpuint (fault->row, ==, 6);
  g_assert_cmpstr (fault->text, ==, "46114");
  g_assert_cmpint (fault->code, ==, ARREARS_ERROR_DAY_UNREADABLE);
  g_assert_cmpuint (reading->n_left_out[ARREARS_LEFT_OUT_BLANK], ==, 1);
  g_assert_cmpint (reading->stated_amount.fen, ==, 84171);
}

static void
test_the_sheet_with_the_headings_is_taken (void)
{
  g_autoptr (GBytes) bytes = write_book (write_receivables);
  g_autoptr (GPtrArray) sheets = arrears_test_file_read (bytes);
  g_autoptr (ArrearsMapping) mapping
    = arrears_mapping_new (ARREARS_IMPORT_INVOICES, sheets, NULL, NULL);

  g_assert_cmpuint (sheets->len, ==, 2);
  g_assert_cmpstr (arrears_sheet_get_title (arrears_mapping_get_sheet (mapping)), ==, "应收");
}

static void
write_hidden (lxw_workbook *book)
{
  lxw_worksheet *hidden = workbook_add_worksheet (book, "old");
  lxw_worksheet *shown = workbook_add_worksheet (book, "new");

  worksheet_write_string (hidden, 0, 0, "旧", NULL);
  worksheet_write_string (shown, 0, 0, "新", NULL);
  worksheet_hide (hidden);
  worksheet_activate (shown);
}

static void
test_hidden_sheets_are_passed_over (void)
{
  g_autoptr (GBytes) bytes = write_book (write_hidden);
  g_autoptr (GPtrArray) sheets = arrears_test_file_read (bytes);

  g_assert_cmpuint (sheets->len, ==, 1);
  assert_cell (sheets, 0, 0, 0, "新");
}

static void
test_every_kind_of_cell_is_read (void)
{
  g_autoptr (GBytes) bytes = pack_rows (
    "<row><c t=\"inlineStr\"><is><r><t>富</t></r><r><t>文本</t></r><rPh><t>ふ</t></rPh></is></c>"
    "<c t=\"str\"><f>A1</f><v> a_x000D_\nb&amp;c </v></c><c t=\"b\"><v>1</v></c>"
    "<c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2026-04-02T00:00:00</v></c>"
    "<c r=\"H1\"><v>0.10000000000002274</v></c><c><v>26332000000000000001</v></c>"
    "<c><v>1.5E3</v></c><c><v>-0.0000001</v></c><c><v>123456789012345</v></c></row>"
    "<row r=\"7\"><c r=\"B7\" s=\"9\"><v>5</v></c><c r=\"XFD7\" s=\"1\"/></row>");
  g_autoptr (GPtrArray) sheets = arrears_test_file_read (bytes);
  ArrearsSheet *sheet = g_ptr_array_index (sheets, 0);

  assert_cell (sheets, 0, 0, 0, "富文本");
  assert_cell (sheets, 0, 0, 1, "a\nb&c");
  assert_cell (sheets, 0, 0, 2, "TRUE");
  assert_cell (sheets, 0, 0, 3, "#N/A");
  assert_cell (sheets, 0, 0, 4, "2026-04-02 00:00:00");
  assert_cell (sheets, 0, 0, 5, "");
  assert_cell (sheets, 0, 0, 7, "0.1");
  assert_cell (sheets, 0, 0, 8, "2.6332E+19");
  assert_cell (sheets, 0, 0, 9, "1500");
  assert_cell (sheets, 0, 0, 10, "0");
  assert_cell (sheets, 0, 0, 11, "123456789012345");
  assert_cell (sheets, 0, 1, 1, "5");
  g_assert_cmpuint (arrears_sheet_get_row_number (sheet, 1), ==, 7);
  g_assert_cmpuint (arrears_sheet_get_n_cells (sheet, 1), ==, 2);
}

static void
test_days_count_from_the_workbooks_own_year (void)
{
  static const struct
  {
    const char *flag;
    const char *serial;
    const char *day;
  } cases[] = {
    { "0", "46114", "2026-04-02" },      { "1", "44652", "2026-04-02" },
    { "true", "44652", "2026-04-02" },   { "false", "61", "1900-03-01" },
    { "0", "46114.5", "2026-04-02 12:00:00" }, { "0", "46113.9999999", "2026-04-02" },
    { "0", "60", "60" },                 { "0", "-3", "-3" },
    { "0", "0.5", "0.5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *workbook
        = g_strconcat ("<workbook " NAMESPACE "><workbookPr date1904=\"", cases[i].flag,
                       "\"/><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>", NULL);
      g_autofree char *sheet
        = g_strconcat ("<worksheet " NAMESPACE "><sheetData><row><c s=\"1\"><v>", cases[i].serial,
                       "</v></c></row></sheetData></worksheet>", NULL);
      const Part parts[] = {
        root_part,
        { "xl/_rels/workbook.xml.rels",
          PACKAGE "<Relationship Id=\"rId1\" Type=\"" RELATIONS "worksheet\" Target=\"a.xml\"/>"
                  "<Relationship Id=\"rId2\" Type=\"" RELATIONS "styles\" Target=\"s.xml\"/>"
                  "</Relationships>" },
        { "xl\\Workbook.xml", workbook },
        { "xl/s.xml", "<styleSheet " NAMESPACE "><cellStyleXfs><xf numFmtId=\"0\"/><xf/><xf/>"
                      "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
                      "</styleSheet>" },
        { "xl/a.xml", sheet },
        { NULL, NULL },
      };
      g_autoptr (GBytes) bytes = pack (parts);
      g_autoptr (GPtrArray) sheets = arrears_test_file_read (bytes);

      g_test_message ("%s %s", cases[i].flag, cases[i].serial);
      assert_cell (sheets, 0, 0, 0, cases[i].day);
    }
}

static void
test_formats_of_days_are_told_from_others (void)
{
  static const char *const days[]
    = { "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-F800]dddd, mmmm dd, yyyy", "d-mmm", "m/d",
        "[DBNum1][$-804]yyyy\"年\"m\"月\"", "yyyy/m/d h:mm", "[Red]yy.m.d" };
  static const char *const others[]
    = { "General",      "0.00",       "#,##0.00;[Red]-#,##0.00", "0.00E+00", "@",
        "h:mm:ss",      "[h]:mm",     "\"day\" 0",               "\\d0",     "_d0",
        "\"¥\"#,##0.00", "0%",        "[$¥-804]#,##0.00",        "[Red]0",   "mm:ss",
        "0;yyyy",       "[unclosed" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_test_message ("%s", days[i]);
      g_assert_true (arrears_xlsx_format_is_day (days[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (arrears_xlsx_format_is_day (others[i]));
    }
}

static void
assert_refused (GBytes *bytes, const char *hint)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_sheet_read_all (bytes, "far.xlsx", &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "far.xlsx"));
  g_assert_nonnull (strstr (error->message, hint));
}

static void
test_unsound_sheets_are_refused (void)
{
  static const struct
  {
    const char *rows;
    const char *hint;
  } cases[] = {
    { "", "empty" },
    { "<row r=\"1\"/>", "empty" },
    { "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>", "row 2" },
    { "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-1</v></c></row>", "row 2" },
    { "<row r=\"2\"/><row r=\"2\"/>", "ascend" },
    { "<row r=\"1048577\"/>", "ascend" },
    { "<row><row/></row>", "ascend" },
    { "<row r=\"3\"/><c r=\"A1\"><v>1</v></c>", "row 3" },
    { "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "row 1" },
    { "<row><c r=\"XFE1\"><v>1</v></c></row>", "row 1" },
    { "<row><c r=\"7\"><v>1</v></c></row>", "row 1" },
    { "<row><c><v>1</c></row>", "malformed XML" },
    { "<row><c><v>&boom;</v></c></row>", "malformed XML" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = pack_rows (cases[i].rows);

      assert_refused (bytes, cases[i].hint);
    }
}

static void
test_entities_are_refused (void)
{
  Part parts[] = {
    root_part,
    relations_part,
    workbook_part,
    { "xl/worksheets/sheet1.xml",
      "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
      "<worksheet><sheetData><row><c t=\"str\"><v>&b;&f;</v></c></row></sheetData></worksheet>" },
    { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = pack (parts);

  assert_refused (bytes, "document type");
}

static void
test_other_zip_files_are_refused (void)
{
  const Part text[] = { { "content.xml", "<a/>" }, { NULL, NULL } };
  const Part binary[] = {
    { "_rels/.rels", PACKAGE "<Relationship Id=\"rId1\" Type=\"" RELATIONS
                             "officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>" },
    { NULL, NULL },
  };
  const Part rootless[] = { root_part, { NULL, NULL } };
  g_autoptr (GBytes) text_bytes = pack (text);
  g_autoptr (GBytes) binary_bytes = pack (binary);
  g_autoptr (GBytes) rootless_bytes = pack (rootless);

  assert_refused (text_bytes, "no xlsx workbook");
  assert_refused (binary_bytes, "xlsb");
  assert_refused (rootless_bytes, "no xlsx workbook");
}

/* However a workbook is cut or changed, it is read or refused with a reason. */
static void
test_damaged_workbooks_do_not_break_the_reader (void)
{
  g_autoptr (GBytes) sound = write_book (write_receivables);
  gsize size;
  const guint8 *data = g_bytes_get_data (sound, &size);

  for (int round = 0; round < 400; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      gsize kept = round % 2 == 0 ? size : (gsize) g_test_rand_int_range (4, (gint32) size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) sheets = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = 0; i < 3; i++)
        copy[g_test_rand_int_range (4, (gint32) size)] = (guint8) g_test_rand_int_range (0, 256);
      bytes = g_bytes_new_static (copy, kept);
      sheets = arrears_sheet_read_all (bytes, "test", &error);
      g_assert_true ((sheets != NULL) == (error == NULL));
    }
}

/* Well formed XML of elements that mean something, in any order and depth. */
static void
append_random_elements (GString *xml, int depth)
{
  static const char *const names[] = { "row", "c", "v", "t", "is", "rPh", "f", "sheetData" };
  static const char *const attributes[]
    = { "", " r=\"1\"", " r=\"B1\"", " r=\"XFD9\"", " t=\"s\"", " t=\"str\"", " t=\"b\"",
        " t=\"d\"", " t=\"inlineStr\"", " s=\"99999999999\"", " r=\"\"", " t=\"\"" };
  static const char *const texts[] = { "0", "-1", "1e400", "nan", "&lt;", "_x0000_", "T", "甲" };
  int n_children = g_test_rand_int_range (0, 4);

  for (int i = 0; i < n_children; i++)
    {
      const char *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];

      g_string_append_printf (xml, "<%s%s>", name,
                              attributes[g_test_rand_int_range (0, G_N_ELEMENTS (attributes))]);
      g_string_append (xml, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
      if (depth < 5)
        append_random_elements (xml, depth + 1);
      g_string_append_printf (xml, "</%s>", name);
    }
}

static void
test_no_elements_break_the_reader (void)
{
  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GString) rows = g_string_new ("<row r=\"1\"><c t=\"str\"><v>x</v></c></row>");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) sheets = NULL;
      g_autoptr (GError) error = NULL;

      append_random_elements (rows, 0);
      bytes = pack_rows (rows->str);
      sheets = arrears_sheet_read_all (bytes, "test", &error);
      g_assert_true ((sheets != NULL) == (error == NULL));
    }
}

static void
test_what_a_file_swells_to_is_bounded (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (int row = 1; row <= 1100; row++)
    g_string_append_printf (rows, "<row r=\"%d\"><c r=\"XFD%d\"><v>1</v></c></row>", row, row);
  bytes = pack_rows (rows->str);
  assert_refused (bytes, "cells");
}

static void
write_many (lxw_workbook *book)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  lxw_format *day = workbook_add_format (book);

  format_set_num_format_index (day, 14);
  worksheet_write_string (sheet, 0, 0, "客户名称", NULL);
  worksheet_write_string (sheet, 0, 1, "单据号", NULL);
  worksheet_write_string (sheet, 0, 2, "日期", NULL);
  worksheet_write_string (sheet, 0, 3, "金额", NULL);
  for (guint32 row = 1; row <= 20000; row++)
    {
      char number[16];

      g_snprintf (number, sizeof number, "XS%06u", row);
      worksheet_write_string (sheet, row, 0, "甲公司", NULL);
      worksheet_write_string (sheet, row, 1, number, NULL);
      worksheet_write_number (sheet, row, 2, 45000 + row % 1000, day);
      worksheet_write_number (sheet, row, 3, row / 100.0, NULL);
    }
}

static void
test_twenty_thousand_rows_are_read (void)
{
  g_autoptr (GBytes) bytes = write_book (write_many);
  g_autoptr (ArrearsImportReading) reading
    = arrears_test_file_import_bytes (ARREARS_IMPORT_INVOICES, bytes);
  gint64 sum = 0;

  g_assert_cmpuint (reading->rows->len, ==, 20000);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  for (guint i = 0; i < reading->rows->len; i++)
    sum += g_array_index (reading->rows, ArrearsInvoiceRow, i).amount.fen;
  g_assert_cmpint (sum, ==, 20000LL * 20001 / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/a-workbook-is-imported", test_a_workbook_is_imported);
  g_test_add_func ("/xlsx/the-sheet-with-the-headings-is-taken",
                   test_the_sheet_with_the_headings_is_taken);
  g_test_add_func ("/xlsx/hidden-sheets-are-passed-over", test_hidden_sheets_are_passed_over);
  g_test_add_func ("/xlsx/every-kind-of-cell-is-read", test_every_kind_of_cell_is_read);
  g_test_add_func ("/xlsx/days-count-from-the-workbooks-own-year",
                   test_days_count_from_the_workbooks_own_year);
  g_test_add_func ("/xlsx/formats-of-days-are-told-from-others",
                   test_formats_of_days_are_told_from_others);
  g_test_add_func ("/xlsx/unsound-sheets-are-refused", test_unsound_sheets_are_refused);
  g_test_add_func ("/xlsx/entities-are-refused", test_entities_are_refused);
  g_test_add_func ("/xlsx/other-zip-files-are-refused", test_other_zip_files_are_refused);
  g_test_add_func ("/xlsx/damaged-workbooks-do-not-break-the-reader",
                   test_damaged_workbooks_do_not_break_the_reader);
  g_test_add_func ("/xlsx/no-elements-break-the-reader", test_no_elements_break_the_reader);
  g_test_add_func ("/xlsx/what-a-file-swells-to-is-bounded",
                   test_what_a_file_swells_to_is_bounded);
  g_test_add_func ("/xlsx/twenty-thousand-rows-are-read", test_twenty_thousand_rows_are_read);
  return g_test_run ();
}

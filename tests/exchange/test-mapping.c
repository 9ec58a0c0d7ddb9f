/* test-mapping.c: headings, found and matched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-file.h"
#include "arrears-test-table.h"

#include "arrears-heading.h"

#include <string.h>

static ArrearsMapping *
map_text (ArrearsImportKind kind, const char *text, const char *map)
{
  g_autoptr (GPtrArray) sheets = arrears_test_file_read_text (text);
  g_autoptr (GError) error = NULL;
  ArrearsMapping *mapping = arrears_mapping_new (kind, sheets, map, &error);

  g_assert_no_error (error);
  return mapping;
}

/* The fields of the columns as words: "customer_name,,amount". */
static char *
join_fields (const ArrearsMapping *mapping)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint column = 0; column < arrears_mapping_get_n_columns (mapping); column++)
    {
      ArrearsImportField field = arrears_mapping_get_field (mapping, column);

      g_string_append_printf (joined, "%s%s", column > 0 ? "," : "",
                              arrears_import_field_to_word (field));
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
assert_fields (ArrearsImportKind kind, const char *text, const char *map, const char *expected)
{
  g_autoptr (ArrearsMapping) mapping = map_text (kind, text, map);
  g_autofree char *fields = join_fields (mapping);

  g_assert_cmpstr (fields, ==, expected);
}

static ArrearsImportKind
read_kind (const char *word)
{
  for (ArrearsImportKind kind = ARREARS_IMPORT_CUSTOMERS; kind <= ARREARS_IMPORT_PAYMENTS; kind++)
    if (g_str_equal (arrears_import_kind_to_word (kind), word))
      return kind;
  g_assert_not_reached ();
}

static ArrearsImportField
find_field (ArrearsImportKind kind, const char *heading)
{
  g_autofree char *normalized = arrears_heading_normalize (heading);
  ArrearsImportField best_field = ARREARS_IMPORT_FIELD_NONE;
  int best = ARREARS_HEADING_UNKNOWN;
  guint n_fields;
  const ArrearsImportField *fields = arrears_import_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      int rank = arrears_heading_get_rank (normalized, kind, fields[i]);

      if (rank < best)
        {
          best = rank;
          best_field = fields[i];
        }
    }
  return best_field;
}

static void
test_headings_of_common_programs_are_known (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("import-headings.tsv");

  for (guint row = 0; row < arrears_test_table_get_n_rows (table); row++)
    {
      ArrearsImportKind kind = read_kind (arrears_test_table_get (table, row, "kind"));
      const char *heading = arrears_test_table_get (table, row, "heading");

      arrears_test_table_announce (table, row);
      g_assert_cmpstr (arrears_import_field_to_word (find_field (kind, heading)), ==,
                       arrears_test_table_get (table, row, "field"));
    }
}

static void
test_every_field_is_known_by_its_word (void)
{
  for (ArrearsImportKind kind = ARREARS_IMPORT_CUSTOMERS; kind <= ARREARS_IMPORT_PAYMENTS; kind++)
    {
      guint n_fields;
      const ArrearsImportField *fields = arrears_import_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          const char *word = arrears_import_field_to_word (fields[i]);
          g_autofree char *blank = g_strdelimit (g_ascii_strup (word, -1), "_", ' ');

          g_assert_cmpint (arrears_import_field_from_word (kind, word), ==, fields[i]);
          g_assert_cmpint (arrears_import_field_from_word (kind, blank), ==, fields[i]);
          g_assert_cmpint (find_field (kind, word), ==, fields[i]);
        }
    }
  g_assert_cmpint (arrears_import_field_from_word (ARREARS_IMPORT_CUSTOMERS, "amount"), ==,
                   ARREARS_IMPORT_FIELD_NONE);
  g_assert_cmpint (arrears_import_field_from_word (ARREARS_IMPORT_CUSTOMERS, ""), ==,
                   ARREARS_IMPORT_FIELD_NONE);
}

static void
test_title_rows_are_passed_over (void)
{
  g_autoptr (ArrearsMapping) mapping
    = map_text (ARREARS_IMPORT_INVOICES,
                "应收账款明细账,,,\n客户：全部,,期间：2026年,\n\n"
                "客户名称,单据号,日期,金额\n甲,1,2026-01-01,1\n",
                NULL);

  g_assert_cmpuint (arrears_mapping_get_header_row (mapping), ==, 2);
  g_assert_cmpuint (arrears_sheet_get_row_number (arrears_mapping_get_sheet (mapping), 2), ==, 4);
  g_assert_cmpstr (arrears_mapping_get_heading (mapping, 1), ==, "单据号");
  g_assert_true (arrears_mapping_check (mapping, NULL));
}

static void
test_the_surest_heading_wins (void)
{
  assert_fields (ARREARS_IMPORT_INVOICES, "客户,单据号,日期,金额,税额,价税合计\n", NULL,
                 "customer_name,invoice_number,invoice_date,,,amount");
  assert_fields (ARREARS_IMPORT_INVOICES, "客户,单据号,开票日期,单据日期,应收金额,已收金额\n", NULL,
                 "customer_name,invoice_number,,invoice_date,amount,paid_amount");
  assert_fields (ARREARS_IMPORT_INVOICES, "客户,单据号,日期,金额(不含税),金额\n", NULL,
                 "customer_name,invoice_number,invoice_date,,amount");
}

static void
test_a_needed_field_takes_a_makeshift (void)
{
  assert_fields (ARREARS_IMPORT_INVOICES, "客户,单据号,发票号,日期,金额\n", NULL,
                 "customer_name,invoice_number,fapiao_number,invoice_date,amount");
  assert_fields (ARREARS_IMPORT_INVOICES, "客户,发票号,日期,金额\n", NULL,
                 "customer_name,invoice_number,invoice_date,amount");
  assert_fields (ARREARS_IMPORT_INVOICES, "客户,订单号,发票号,日期,金额\n", NULL,
                 "customer_name,order_number,invoice_number,invoice_date,amount");
}

static void
test_a_map_wins_over_what_is_recognised (void)
{
  assert_fields (ARREARS_IMPORT_INVOICES, "客户,单据号,日期,金额,本次欠款\n甲,1,2,3,4\n",
                 "本次欠款=amount", "customer_name,invoice_number,invoice_date,,amount");
  assert_fields (ARREARS_IMPORT_INVOICES, "客户,单据号,日期,金额\n甲,1,2,3\n",
                 " 单据号 = Fapiao Number , C=due_date",
                 "customer_name,fapiao_number,due_date,amount");
  assert_fields (ARREARS_IMPORT_INVOICES, "countryCode,customerID,invoiceNumber,Day,Sum\n",
                 "invoicenumber=invoice_number,customerid=customer_code,"
                 "day=invoice_date,SUM=amount",
                 ",customer_code,invoice_number,invoice_date,amount");
  assert_fields (ARREARS_IMPORT_CUSTOMERS, "\"甲,乙=丙\",户\n1,2\n",
                 "甲,乙=丙=customer_code,户=customer_name", "customer_code,customer_name");
}

static void
test_a_map_leads_to_its_row (void)
{
  g_autoptr (ArrearsMapping) mapping
    = map_text (ARREARS_IMPORT_CUSTOMERS, "明细\n名字,代号\n甲,1\n", "名字=customer_name");

  g_assert_cmpuint (arrears_mapping_get_header_row (mapping), ==, 1);
}

static void
test_a_heading_goes_before_a_letter (void)
{
  assert_fields (ARREARS_IMPORT_CUSTOMERS, "B,A\n1,2\n", "B=customer_code,A=customer_name",
                 "customer_code,customer_name");
  assert_fields (ARREARS_IMPORT_CUSTOMERS, "x,y\n1,2\n", "B=customer_code,a=customer_name",
                 "customer_name,customer_code");
}

static void
test_a_wrong_map_is_refused (void)
{
  static const struct
  {
    const char *map;
    const char *hint;
  } cases[] = {
    { "卡号=customer_code", "\"客户\", \"电话\"" },
    { "D=customer_code", "\"D\"" },
    { "客户=amount", "customer_code, customer_name" },
    { "客户", "COLUMN=FIELD" },
    { "=customer_code", "no column" },
    { "客户=customer_code,电话=customer_code", "two columns" },
    { "客户=customer_code,客户=customer_name", "twice" },
    { "客户=customer_code,A=customer_name", "twice" },
  };
  g_autoptr (GPtrArray) sheets = arrears_test_file_read_text ("客户,电话\n甲,1\n");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (arrears_mapping_new (ARREARS_IMPORT_CUSTOMERS, sheets, cases[i].map, &error));
      g_test_message ("%s: %s", cases[i].map, error->message);
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING);
      g_assert_nonnull (strstr (error->message, cases[i].hint));
    }
}

static void
test_what_is_missing_is_named (void)
{
  g_autoptr (ArrearsMapping) mapping
    = map_text (ARREARS_IMPORT_INVOICES, "单号,品名,数量\n1,2,3\n", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_mapping_check (mapping, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING);
  g_assert_nonnull (
    strstr (error->message, "customer_code or customer_name, invoice_date, amount;"));
  g_assert_nonnull (strstr (error->message, "\"单号\", \"品名\", \"数量\""));
}

static void
test_a_user_can_change_the_mapping (void)
{
  g_autoptr (ArrearsMapping) mapping
    = map_text (ARREARS_IMPORT_CUSTOMERS, "客户,别名,\n甲,乙,丙\n", NULL);
  g_autofree char *name = NULL;
  guint column;

  arrears_mapping_set_field (mapping, 1, ARREARS_IMPORT_FIELD_CUSTOMER_NAME);
  g_assert_cmpint (arrears_mapping_get_field (mapping, 0), ==, ARREARS_IMPORT_FIELD_NONE);
  g_assert_true (
    arrears_mapping_find_column (mapping, ARREARS_IMPORT_FIELD_CUSTOMER_NAME, &column));
  g_assert_cmpuint (column, ==, 1);

  arrears_mapping_set_field (mapping, 1, ARREARS_IMPORT_FIELD_NONE);
  g_assert_false (arrears_mapping_check (mapping, NULL));

  name = arrears_mapping_get_column_name (mapping, 2);
  g_assert_cmpstr (name, ==, "C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapping/headings-of-common-programs-are-known",
                   test_headings_of_common_programs_are_known);
  g_test_add_func ("/mapping/every-field-is-known-by-its-word",
                   test_every_field_is_known_by_its_word);
  g_test_add_func ("/mapping/title-rows-are-passed-over", test_title_rows_are_passed_over);
  g_test_add_func ("/mapping/the-surest-heading-wins", test_the_surest_heading_wins);
  g_test_add_func ("/mapping/a-needed-field-takes-a-makeshift",
                   test_a_needed_field_takes_a_makeshift);
  g_test_add_func ("/mapping/a-map-wins-over-what-is-recognised",
                   test_a_map_wins_over_what_is_recognised);
  g_test_add_func ("/mapping/a-map-leads-to-its-row", test_a_map_leads_to_its_row);
  g_test_add_func ("/mapping/a-heading-goes-before-a-letter",
                   test_a_heading_goes_before_a_letter);
  g_test_add_func ("/mapping/a-wrong-map-is-refused", test_a_wrong_map_is_refused);
  g_test_add_func ("/mapping/what-is-missing-is-named", test_what_is_missing_is_named);
  g_test_add_func ("/mapping/a-user-can-change-the-mapping", test_a_user_can_change_the_mapping);
  return g_test_run ();
}

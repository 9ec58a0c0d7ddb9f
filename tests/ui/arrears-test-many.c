/* arrears-test-many.c: a ledger with many invoices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-many.h"

#include "arrears-import.h"
#include "arrears-test-screen.h"

static char *
write_file (ArrearsDesk *desk, guint n)
{
  g_autoptr (GString) text
    = g_string_new ("customer_code,customer_name,invoice_number,invoice_date,due_date,amount\n");
  g_autoptr (GError) error = NULL;
  char *path = arrears_test_screen_make_path (desk, "many.csv");

  for (guint i = 1; i <= n; i++)
    {
      ArrearsDay due = arrears_day_add_days (arrears_desk_get_as_of (desk), (int) i - (int) n);
      g_autofree char *due_on = arrears_day_to_string (due);
      g_autofree char *issued_on = arrears_day_to_string (arrears_day_add_days (due, -30));

      g_string_append_printf (text, "K%u,客户%u,N%05u,%s,%s,%u.00\n", i % 10, i % 10, i, issued_on,
                              due_on, i);
    }
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  return path;
}

void
arrears_test_many_import (ArrearsDesk *desk, guint n)
{
  const ArrearsImportOptions options = { 0 };
  g_autofree char *path = write_file (desk, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsImport) import
    = arrears_import_open (ARREARS_IMPORT_INVOICES, path, NULL, &error);
  g_autoptr (ArrearsImportReport) report = NULL;

  g_assert_no_error (error);
  report = arrears_import_run (import, desk, &options, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->is_taken);
  g_assert_cmpuint (report->n_added, ==, n);
}

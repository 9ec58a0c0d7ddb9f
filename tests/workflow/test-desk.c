/* test-desk.c: opening a ledger, the user's own firm, and what a desk knows of day and rates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-tables.h"
#include "arrears-test-desk.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

static void
on_ledger_changed_cb (ArrearsDesk *desk, gpointer user_data)
{
  (*(int *) user_data)++;
}

static ArrearsCompany *
load_company (ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  ArrearsCompany *company = arrears_desk_load_company (desk, &error);

  g_assert_no_error (error);
  return company;
}

static void
test_a_new_ledger_opens_again_as_it_was_made (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_autofree char *dump = arrears_test_desk_dump (desk);
  g_autofree char *log = arrears_test_desk_ask (desk, "SELECT kind, at, offset_minutes, "
                                                      "date (day + 1721424.5) FROM log_entry");
  g_autofree char *again = NULL;

  g_assert_cmpstr (log, ==, "ledger-created|1795138200|480|2026-11-20\n");
  g_clear_object (&desk);
  desk = arrears_test_desk_open (arrears_test_folder_get_path (folder, "a.arrears"), "2026-11-23");
  again = arrears_test_desk_dump (desk);
  g_assert_cmpstr (again, ==, dump);
  g_assert_cmpint (
      arrears_day_compare (arrears_desk_get_as_of (desk), arrears_test_day ("2026-11-23")), ==, 0);
  arrears_test_desk_assert_sound (desk);
}

static void
test_nothing_is_made_over_a_file_that_stands (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "notes.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "notes", -1, NULL));
  desk = arrears_desk_create (path, arrears_test_day ("2026-11-20"), arrears_test_desk_read_clock,
                              &error);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS);
  g_assert_null (desk);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "notes");
  g_assert_cmpuint (arrears_test_folder_count (folder), ==, 1);
}

static void
assert_does_not_open (const char *path, ArrearsError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDesk) desk = arrears_desk_open (path, arrears_test_day ("2026-11-20"),
                                                    arrears_test_desk_read_clock, &error);

  g_assert_error (error, ARREARS_ERROR, (int) code);
  g_assert_null (desk);
}

static void
test_what_is_no_ledger_is_refused (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *sheet = arrears_test_folder_get_path (folder, "sheet.csv");

  g_assert_true (g_file_set_contents (sheet, "a,b\n1,2\n", -1, NULL));
  assert_does_not_open (arrears_test_folder_get_path (folder, "none.arrears"),
                        ARREARS_ERROR_NOT_FOUND);
  assert_does_not_open (sheet, ARREARS_ERROR_FORMAT);
}

static void
test_two_desks_see_the_same_ledger (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDesk) other = arrears_desk_open_again (desk, &error);
  g_autoptr (ArrearsCompany) company = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (arrears_desk_get_path (other), ==, arrears_desk_get_path (desk));
  g_assert_cmpint (
      arrears_day_compare (arrears_desk_get_as_of (other), arrears_desk_get_as_of (desk)), ==, 0);
  arrears_test_desk_set_company (other);
  company = load_company (desk);
  g_assert_cmpstr (company->name, ==, "杭州禾顺食品贸易有限公司");
}

static void
test_listeners_hear_of_each_change (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_autoptr (ArrearsCompany) nameless = arrears_company_new ();
  g_autoptr (GError) error = NULL;
  int n_changes = 0;

  g_signal_connect (desk, "ledger-changed", G_CALLBACK (on_ledger_changed_cb), &n_changes);
  arrears_test_desk_set_company (desk);
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_false (arrears_desk_save_company (desk, nameless, &error));
  arrears_test_desk_set_day (desk, "2026-11-20");
  g_assert_cmpint (n_changes, ==, 1);
  arrears_test_desk_set_day (desk, "2026-11-21");
  g_assert_cmpint (n_changes, ==, 2);
  arrears_test_desk_add_invoices (desk, "0001,XS-1,2026-11-01,2026-11-10,100,,\n");
  g_assert_cmpint (n_changes, ==, 3);
  g_free (arrears_test_desk_pay (desk, "0001", "40", "2026-11-21", NULL));
  g_assert_cmpint (n_changes, ==, 4);
}

static void
test_a_firm_is_kept_with_its_code_in_one_form (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_autoptr (ArrearsCompany) company = load_company (desk);
  g_autoptr (ArrearsCompany) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;

  g_assert_cmpstr (company->name, ==, "");
  arrears_record_set_text (&company->name, "  杭州青禾食品商行 ");
  arrears_record_set_text (&company->uscc, " 91330106 ma0007030q ");
  arrears_desk_save_company (desk, company, &error);
  g_assert_no_error (error);
  saved = load_company (desk);
  g_assert_cmpstr (saved->name, ==, "杭州青禾食品商行");
  g_assert_cmpstr (saved->uscc, ==, "91330106MA0007030Q");
  log = arrears_test_desk_ask (desk, "SELECT kind, subject FROM log_entry WHERE id = 2");
  g_assert_cmpstr (log, ==, "company-saved|杭州青禾食品商行\n");
}

static void
test_a_firm_that_cannot_be_is_refused_and_changes_nothing (void)
{
  static const struct
  {
    const char *name;
    const char *uscc;
    ArrearsError code;
  } cases[] = {
    { "", "", ARREARS_ERROR_MISSING },
    { " \t ", "", ARREARS_ERROR_MISSING },
    { "青禾", "91330106MA000703", ARREARS_ERROR_USCC_LENGTH },
    { "青禾", "91330106MA0007030I", ARREARS_ERROR_USCC_ALPHABET },
  };
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_autofree char *before = NULL;

  arrears_test_desk_set_company (desk);
  before = arrears_test_desk_dump (desk);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsCompany) company = arrears_company_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      arrears_record_set_text (&company->name, cases[i].name);
      arrears_record_set_text (&company->uscc, cases[i].uscc);
      g_assert_false (arrears_desk_save_company (desk, company, &error));
      g_assert_error (error, ARREARS_ERROR, (int) cases[i].code);
      after = arrears_test_desk_dump (desk);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_a_copy_is_the_same_ledger (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  const char *path = arrears_test_folder_get_path (folder, "copy.arrears");
  g_autoptr (ArrearsDesk) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *copied = NULL;

  arrears_test_desk_add_invoices (desk, "0001,XS-1,2026-11-01,2026-11-10,100,30,\n");
  dump = arrears_test_desk_dump (desk);
  arrears_desk_back_up (desk, path, &error);
  g_assert_no_error (error);
  copy = arrears_test_desk_open (path, "2026-11-20");
  copied = arrears_test_desk_dump (copy);
  g_assert_cmpstr (copied, ==, dump);
  arrears_test_desk_assert_sound (copy);
  g_assert_false (arrears_desk_back_up (desk, path, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS);
}

static void
test_a_changed_entry_is_found (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  g_auto (GStrv) faults = NULL;
  g_autoptr (GError) error = NULL;

  arrears_test_desk_set_company (desk);
  g_free (arrears_test_desk_ask (desk, "DROP TRIGGER log_entry_stays; UPDATE log_entry "
                                       "SET subject = '别的商行' WHERE id = 2;"));
  faults = arrears_desk_verify (desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (faults), >=, 1);
}

static char *
get_last_cell (const char *table, const char *column)
{
  g_autoptr (ArrearsTestTable) rows = arrears_test_table_load ("ARREARS_TABLES", table);
  const char *last = "";

  for (guint i = 0; i < arrears_test_table_get_n_rows (rows); i++)
    if (strcmp (arrears_test_table_get (rows, i, column), last) > 0)
      last = arrears_test_table_get (rows, i, column);
  return g_strdup (last);
}

static void
assert_ends (const ArrearsRateTable *rates, const char *table, const char *column)
{
  g_autofree char *last = get_last_cell (table, column);
  g_autofree char *end = arrears_day_to_string (arrears_rate_table_get_end (rates));

  g_assert_cmpstr (end, ==, last);
}

static void
test_the_published_tables_are_all_there (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");
  const ArrearsRateTables rates = arrears_desk_get_rates (desk);
  const ArrearsCalendar *calendar = arrears_desk_get_calendar (desk);
  g_autofree char *last = get_last_cell ("holidays.csv", "date");
  ArrearsDay last_day = arrears_test_day (last);

  assert_ends (rates.lpr, "lpr_1y.csv", "date");
  assert_ends (rates.benchmark, "benchmark_1y.csv", "date");
  g_assert_cmpint (arrears_day_compare (arrears_calendar_get_end (calendar), last_day), >=, 0);
  g_assert_cmpint (arrears_day_count (last_day, arrears_calendar_get_end (calendar)), <, 366);
}

static void
test_days_off_are_those_of_the_notices (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_tables_load_calendar ();
  g_autoptr (ArrearsTestTable) rows = arrears_test_table_load ("ARREARS_TABLES", "holidays.csv");

  g_assert_cmpuint (arrears_test_table_get_n_rows (rows), >, 100);
  for (guint i = 0; i < arrears_test_table_get_n_rows (rows); i++)
    {
      ArrearsDay day = arrears_test_day (arrears_test_table_get (rows, i, "date"));

      arrears_test_table_announce (rows, i);
      g_assert_true (arrears_calendar_is_workday (calendar, day)
                     == !g_str_equal (arrears_test_table_get (rows, i, "kind"), "holiday"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/a-new-ledger-opens-again-as-it-was-made",
                   test_a_new_ledger_opens_again_as_it_was_made);
  g_test_add_func ("/desk/nothing-is-made-over-a-file-that-stands",
                   test_nothing_is_made_over_a_file_that_stands);
  g_test_add_func ("/desk/what-is-no-ledger-is-refused", test_what_is_no_ledger_is_refused);
  g_test_add_func ("/desk/two-desks-see-the-same-ledger", test_two_desks_see_the_same_ledger);
  g_test_add_func ("/desk/listeners-hear-of-each-change", test_listeners_hear_of_each_change);
  g_test_add_func ("/desk/a-firm-is-kept-with-its-code-in-one-form",
                   test_a_firm_is_kept_with_its_code_in_one_form);
  g_test_add_func ("/desk/a-firm-that-cannot-be-is-refused-and-changes-nothing",
                   test_a_firm_that_cannot_be_is_refused_and_changes_nothing);
  g_test_add_func ("/desk/a-copy-is-the-same-ledger", test_a_copy_is_the_same_ledger);
  g_test_add_func ("/desk/a-changed-entry-is-found", test_a_changed_entry_is_found);
  g_test_add_func ("/desk/the-published-tables-are-all-there",
                   test_the_published_tables_are_all_there);
  g_test_add_func ("/desk/days-off-are-those-of-the-notices",
                   test_days_off_are_those_of_the_notices);
  return g_test_run ();
}

/* test-reports.c: flags, aging and accounts from the command line, as table, JSON and CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-test-cli.h"
#include "arrears-test-values.h"

#define BOM "\xEF\xBB\xBF"

static ArrearsTestCli *cli;

static gint64
get_fen (JsonObject *object, const char *member)
{
  return arrears_test_money (json_object_get_string_member (object, member)).fen;
}

static void
test_flags_are_listed_most_urgent_first (void)
{
  g_autoptr (JsonNode) answer = arrears_test_cli_ask (cli, 0, "flags", NULL);
  JsonArray *flags = json_node_get_array (answer);

  guint n_paused = 0;

  g_assert_cmpuint (json_array_get_length (flags), >=, 5);
  for (guint i = 0; i < json_array_get_length (flags); i++)
    {
      JsonObject *flag = json_array_get_object_element (flags, i);

      arrears_test_cli_assert_members (flag, "customer name stage stage_name crossed_on "
                                             "days_overdue overdue reason paused");
      g_assert_cmpint (json_object_get_int_member (flag, "stage"), >=, 1);
      g_assert_cmpint (get_fen (flag, "overdue"), >, 0);
      arrears_test_day (json_object_get_string_member (flag, "crossed_on"));
      n_paused += json_object_get_boolean_member (flag, "paused");
      if (i > 0)
        g_assert_cmpint (
            json_object_get_int_member (flag, "stage"), <=,
            json_object_get_int_member (json_array_get_object_element (flags, i - 1), "stage"));
    }
  g_assert_cmpuint (n_paused, <, json_array_get_length (flags));
}

static void
add_amounts (gint64 *sums, JsonArray *amounts)
{
  g_assert_cmpuint (json_array_get_length (amounts), ==, 9);
  for (guint i = 0; i < 9; i++)
    sums[i] += arrears_test_money (json_array_get_string_element (amounts, i)).fen;
}

static void
assert_aging (const char *by, const char *members)
{
  static const char *const buckets[]
      = { "not_due", "1-30", "31-60", "61-90", "91-180", "181-365", "1-2y", "2-3y", "3y+" };
  g_autoptr (JsonNode) answer = arrears_test_cli_ask (cli, 0, "aging", "--by", by, NULL);
  JsonObject *report = json_node_get_object (answer);
  JsonArray *rows = json_object_get_array_member (report, "rows");
  gint64 sums[9] = { 0 };
  gint64 totals[9] = { 0 };
  gint64 total = 0;

  arrears_test_cli_assert_members (report, "as_of buckets rows totals total");
  g_assert_cmpstr (json_object_get_string_member (report, "as_of"), ==, "2026-11-20");
  for (guint i = 0; i < G_N_ELEMENTS (buckets); i++)
    g_assert_cmpstr (
        json_array_get_string_element (json_object_get_array_member (report, "buckets"), i), ==,
        buckets[i]);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      arrears_test_cli_assert_members (row, members);
      add_amounts (sums, json_object_get_array_member (row, "amounts"));
      total += get_fen (row, "total");
    }
  add_amounts (totals, json_object_get_array_member (report, "totals"));
  g_assert_cmpmem (sums, sizeof sums, totals, sizeof totals);
  g_assert_cmpint (total, ==, get_fen (report, "total"));
  g_assert_cmpint (total, >, 0);
}

static void
test_aging_adds_up_by_customer_and_by_invoice (void)
{
  assert_aging ("customer", "customer name amounts total");
  assert_aging ("invoice", "customer name invoice amounts total");
}

static void
test_an_account_is_shown_in_full (void)
{
  g_autoptr (JsonNode) answer = arrears_test_cli_ask (cli, 0, "account", "0002", NULL);
  JsonObject *account = json_node_get_object (answer);
  JsonObject *customer = json_object_get_object_member (account, "customer");
  JsonArray *invoices = json_object_get_array_member (account, "invoices");
  gint64 open = 0;
  gint64 charge = 0;

  arrears_test_cli_assert_members (
      account, "customer code name balance overdue late_charge unapplied stage stage_name "
               "crossed_on invoices promises agreements disputes pauses marks guarantees "
               "costs owner follow_up_on credit");
  arrears_test_cli_assert_members (customer, "code name uscc address contact phone email "
                                             "terms_days credit_limit industry grade");
  g_assert_cmpstr (json_object_get_string_member (customer, "grade"), ==, "B");
  for (guint i = 0; i < json_array_get_length (invoices); i++)
    {
      JsonObject *invoice = json_array_get_object_element (invoices, i);

      arrears_test_cli_assert_members (invoice, "number issued_on due_on amount open days_overdue "
                                                "late_charge limitation_ends_on disputed "
                                                "disputed_amount paused");
      open += get_fen (invoice, "open");
      charge += get_fen (invoice, "late_charge");
      g_assert_false (json_object_get_boolean_member (invoice, "disputed"));
    }
  g_assert_cmpint (get_fen (account, "balance"), ==, open);
  g_assert_cmpint (get_fen (account, "late_charge"), ==, charge);
}

static void
test_an_unknown_account_is_refused (void)
{
  g_autoptr (ArrearsTestRun) run
      = arrears_test_cli_run (cli, "--format", "json", "account", "0404", NULL);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_nonnull (strstr (run->err, "0404"));
}

/* Rows of a CSV text without quoted line ends. */
static guint
assert_csv (const char *text, guint n_columns)
{
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_str_has_prefix (text, BOM));
  lines = g_strsplit (text + strlen (BOM), "\r\n", -1);
  for (; lines[n + 1] != NULL; n++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[n], ",", -1);

      g_assert_null (strchr (lines[n], '\n'));
      if (strchr (lines[n], '"') == NULL)
        g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
    }
  g_assert_cmpstr (lines[n], ==, "");
  return n;
}

/* Particulars above a table are part of the same file. */
static void
test_csv_has_one_mark_and_that_at_its_beginning (void)
{
  g_autofree char *account
      = arrears_test_cli_expect (cli, 0, "account", "0010", "--format", "csv", NULL);
  g_autofree char *charge = arrears_test_cli_expect (
      cli, 0, "charge", "--amount", "100", "--due", "2026-01-01", "--until", "2026-02-01",
      "--rate", "daily:0.0005", "--format", "csv", NULL);

  g_assert_true (g_str_has_prefix (account, BOM));
  g_assert_null (strstr (account + strlen (BOM), BOM));
  g_assert_true (g_str_has_prefix (charge, BOM));
  g_assert_null (strstr (charge + strlen (BOM), BOM));
}

static void
test_csv_opens_in_a_spreadsheet (void)
{
  g_autoptr (JsonNode) answer = arrears_test_cli_ask (cli, 0, "flags", NULL);
  g_autofree char *flags = arrears_test_cli_expect (cli, 0, "flags", "--format", "csv", NULL);
  g_autofree char *aging
      = arrears_test_cli_expect (cli, 0, "aging", "--by", "invoice", "--format", "csv", NULL);

  g_assert_cmpuint (assert_csv (flags, 7), ==,
                    json_array_get_length (json_node_get_array (answer)) + 1);
  g_assert_cmpuint (assert_csv (aging, 13), >, 10);
}

/* Columns stand below each other: every line of the table is as wide as the first. */
static void
test_a_table_stands_in_columns (void)
{
  g_autofree char *table = arrears_test_cli_expect (cli, 0, "aging", NULL);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint width = 0;

  for (guint i = 0; lines[i + 1] != NULL; i++)
    {
      guint places = 0;

      for (const char *at = lines[i]; *at != '\0'; at = g_utf8_next_char (at))
        places += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
      if (i == 0)
        width = places;
      g_assert_cmpuint (places, ==, width);
    }
  g_assert_nonnull (strstr (table, "Total"));
}

static void
test_chinese_is_spoken_where_it_is_asked_for (void)
{
  g_autofree char *chinese = arrears_test_cli_expect (cli, 0, "--lang", "zh_CN", "flags", NULL);
  g_autofree char *english = arrears_test_cli_expect (cli, 0, "flags", NULL);
  g_autoptr (JsonNode) answer = arrears_test_cli_ask (cli, 0, "--lang", "zh_CN", "flags", NULL);
  g_autoptr (ArrearsTestRun) refused
      = arrears_test_cli_run (cli, "account", "0404", "--lang", "zh_CN", NULL);
  JsonObject *flag = json_array_get_object_element (json_node_get_array (answer), 0);

  g_assert_nonnull (strstr (chinese, "诉讼/仲裁"));
  g_assert_nonnull (strstr (chinese, "逾期"));
  g_assert_nonnull (strstr (english, "Court"));
  g_assert_cmpstr (json_object_get_string_member (flag, "stage_name"), ==, "诉讼/仲裁");
  g_assert_cmpint (json_object_get_int_member (flag, "stage"), ==, 6);
  g_assert_cmpint (refused->status, ==, 1);
  g_assert_null (strstr (refused->err, "It is not there"));
}

/* A day's answer is the same whenever it is asked for. */
static void
test_as_of_asks_the_past (void)
{
  g_autofree char *before = arrears_test_cli_expect (cli, 0, "flags", NULL);
  g_autofree char *after = NULL;

  g_free (cli->day);
  cli->day = g_strdup ("2026-12-20");
  g_free (arrears_test_cli_expect (cli, 0, "pay", "0010", "--amount", "5000", "--on", "2026-12-01",
                                   NULL));
  g_free (cli->day);
  cli->day = g_strdup ("2026-11-20");
  after = arrears_test_cli_expect (cli, 0, "flags", NULL);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  cli = arrears_test_cli_new ();
  arrears_test_cli_put_shop (cli);
  g_test_add_func ("/cli-reports/flags-are-listed-most-urgent-first",
                   test_flags_are_listed_most_urgent_first);
  g_test_add_func ("/cli-reports/aging-adds-up-by-customer-and-by-invoice",
                   test_aging_adds_up_by_customer_and_by_invoice);
  g_test_add_func ("/cli-reports/an-account-is-shown-in-full", test_an_account_is_shown_in_full);
  g_test_add_func ("/cli-reports/an-unknown-account-is-refused",
                   test_an_unknown_account_is_refused);
  g_test_add_func ("/cli-reports/csv-has-one-mark-and-that-at-its-beginning",
                   test_csv_has_one_mark_and_that_at_its_beginning);
  g_test_add_func ("/cli-reports/csv-opens-in-a-spreadsheet", test_csv_opens_in_a_spreadsheet);
  g_test_add_func ("/cli-reports/a-table-stands-in-columns", test_a_table_stands_in_columns);
  g_test_add_func ("/cli-reports/chinese-is-spoken-where-it-is-asked-for",
                   test_chinese_is_spoken_where_it_is_asked_for);
  g_test_add_func ("/cli-reports/as-of-asks-the-past", test_as_of_asks_the_past);
  status = g_test_run ();
  g_clear_pointer (&cli, arrears_test_cli_free);
  return status;
}

/* test-plans.c: how SQLite goes about the queries that must stay fast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-ledger-limitation.h"
#include "arrears-ledger-private.h"
#include "arrears-ledger-vouchers.h"
#include "arrears-test-ledger.h"

/* The day of the lists: nothing was allocated later, as is so with today. */
#define TODAY ((ArrearsDay) { 738999 })

/* The ledger keeps the queries that it has prepared: the one of which the text begins so. */
static const char *
find_query (ArrearsLedger *ledger, const char *beginning)
{
  GHashTableIter iter;
  gpointer sql;
  const char *found = NULL;

  g_hash_table_iter_init (&iter, ledger->queries);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    if (g_str_has_prefix (sql, beginning))
      {
        g_assert_null (found);
        found = sql;
      }
  g_assert_nonnull (found);
  return found;
}

/* The lines of the plan, each with a line feed behind it. */
static char *
explain (ArrearsLedger *ledger, const char *beginning)
{
  g_autofree char *sql
      = g_strconcat ("EXPLAIN QUERY PLAN ", find_query (ledger, beginning), NULL);
  sqlite3_stmt *explanation;
  GString *plan = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (ledger->db, sql, -1, &explanation, NULL), ==, SQLITE_OK);
  while (sqlite3_step (explanation) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", sqlite3_column_text (explanation, 3));
  sqlite3_finalize (explanation);
  return g_string_free (plan, FALSE);
}

static void
assert_has (const char *plan, const char *part)
{
  if (strstr (plan, part) == NULL)
    g_error ("the plan has no %s:\n%s", part, plan);
}

static void
assert_has_not (const char *plan, const char *part)
{
  if (strstr (plan, part) != NULL)
    g_error ("the plan has a %s:\n%s", part, plan);
}

static char *
plan_invoices (const ArrearsInvoiceFilter *filter)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_fill (ledger);
  ids = arrears_ledger_list_invoices (ledger, filter, &error);
  g_assert_no_error (error);
  return explain (ledger, "SELECT i.id FROM");
}

static void
test_invoices_come_sorted_from_an_index (void)
{
  static const char *const ways[ARREARS_INVOICE_N_SORTS] = {
    [ARREARS_INVOICE_SORT_NUMBER] = "SCAN i USING INDEX sqlite_autoindex_invoice_1",
    [ARREARS_INVOICE_SORT_CUSTOMER] = "SEARCH i USING COVERING INDEX invoice_of_customer",
    [ARREARS_INVOICE_SORT_ISSUED_ON] = "SEARCH i USING COVERING INDEX invoice_by_issue",
    [ARREARS_INVOICE_SORT_DUE_ON] = "SEARCH i USING COVERING INDEX invoice_by_due",
    [ARREARS_INVOICE_SORT_AMOUNT] = "SEARCH i USING COVERING INDEX invoice_by_amount",
    [ARREARS_INVOICE_SORT_OPEN] = "SEARCH i USING COVERING INDEX invoice_by_open",
  };

  for (int i = 0; i < 2 * ARREARS_INVOICE_N_SORTS; i++)
    {
      ArrearsInvoiceFilter filter = { .sort = i / 2, .is_descending = i % 2, .as_of = TODAY };
      g_autofree char *plan = plan_invoices (&filter);

      assert_has (plan, ways[i / 2]);
      assert_has_not (plan, "TEMP B-TREE");
    }
}

static void
test_open_invoices_are_read_alone (void)
{
  for (int state = ARREARS_INVOICE_STATE_OPEN; state <= ARREARS_INVOICE_STATE_OVERDUE; state++)
    for (int sort = 0; sort < ARREARS_INVOICE_N_SORTS; sort++)
      for (int is_past = 0; is_past < 2; is_past++)
        {
          ArrearsInvoiceFilter filter
              = { .sort = sort, .state = state, .as_of = is_past ? (ArrearsDay) { 1 } : TODAY };
          g_autofree char *plan = plan_invoices (&filter);

          assert_has (plan, sort == ARREARS_INVOICE_SORT_NUMBER && !is_past
                                ? "SCAN i USING INDEX sqlite_autoindex_invoice_1"
                                : "USING COVERING INDEX invoice_open");
          assert_has_not (plan, "SCAN i\n");
        }
}

static void
test_search_goes_from_the_hits (void)
{
  for (int sort = 0; sort < ARREARS_INVOICE_N_SORTS; sort++)
    for (int state = ARREARS_INVOICE_STATE_ALL; state <= ARREARS_INVOICE_STATE_OVERDUE; state++)
      {
        ArrearsInvoiceFilter filter
            = { .search = "礼盒", .sort = sort, .state = state, .as_of = TODAY };
        g_autofree char *plan = plan_invoices (&filter);

        assert_has (plan, "SCAN invoice_search VIRTUAL TABLE INDEX");
        assert_has (plan, "SEARCH m USING INTEGER PRIMARY KEY");
        assert_has (plan, "SEARCH n USING COVERING INDEX invoice_of_customer");
        assert_has (plan, "SEARCH i USING INTEGER PRIMARY KEY");
        assert_has_not (plan, "SCAN i ");
      }
}

static gboolean
do_nothing (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  return TRUE;
}

/* A day after which something was entered, and the account of one customer or all of them. */
static char *
plan_accounts (gboolean is_past, gboolean is_chosen)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  const gint64 id = 1;

  arrears_test_ledger_fill (ledger);
  g_assert_true (arrears_ledger_foreach_open_account (
      ledger, is_past ? (ArrearsDay) { 1 } : TODAY, is_chosen ? &id : NULL, is_chosen ? 1 : 0,
      do_nothing, NULL, NULL));
  return explain (ledger, "SELECT customer_id, due_on");
}

static void
test_open_accounts_are_merged (void)
{
  for (int is_past = 0; is_past <= 1; is_past++)
    {
      g_autofree char *plan = plan_accounts (is_past, FALSE);

      assert_has (plan, "SCAN invoice USING COVERING INDEX invoice_open");
      assert_has (plan, "SCAN receipt USING COVERING INDEX receipt_unapplied");
      assert_has (plan, "SEARCH document USING COVERING INDEX document_of_kind (kind=?)");
      assert_has (plan, "SCAN customer USING COVERING INDEX customer_special");
    }
}

static void
test_present_accounts_are_what_is_open (void)
{
  g_autofree char *plan = plan_accounts (FALSE, FALSE);

  assert_has_not (plan, "allocation");
  assert_has_not (plan, "change");
  assert_has_not (plan, "PRIMARY KEY");
}

static void
test_past_accounts_add_what_came_later (void)
{
  g_autofree char *plan = plan_accounts (TRUE, FALSE);

  assert_has (plan, "SEARCH allocation USING COVERING INDEX allocation_by_day (allocated_on>?)");
  assert_has (plan, "SEARCH allocation USING COVERING INDEX allocation_recorded (recorded_on>?)");
  assert_has (plan, "SEARCH allocation USING COVERING INDEX allocation_undone (undone_on>?)");
  assert_has (plan, "SEARCH a USING INTEGER PRIMARY KEY");
  assert_has (plan, "SEARCH i USING INTEGER PRIMARY KEY");
  assert_has (plan, "SEARCH r USING INTEGER PRIMARY KEY");
  assert_has (plan, "SEARCH i USING INDEX invoice_by_issue (ended_on>?)");
  assert_has (plan, "SEARCH r USING INDEX receipt_voided (voided_on>?)");
  assert_has (plan, "SEARCH h USING INDEX change_by_day (subject=? AND recorded_on>?)");
  assert_has_not (plan, "SCAN a");
  assert_has_not (plan, "SCAN i\n");
  assert_has_not (plan, "SCAN r\n");
}

static void
test_chosen_accounts_are_searched (void)
{
  for (int is_past = 0; is_past <= 1; is_past++)
    {
      g_autofree char *plan = plan_accounts (is_past, TRUE);

      assert_has (plan, "SEARCH invoice USING COVERING INDEX invoice_open (customer_id=?)");
      assert_has (plan, "SEARCH receipt USING COVERING INDEX receipt_unapplied (customer_id=?");
      assert_has_not (plan, "SCAN invoice");
      assert_has_not (plan, "SCAN receipt");
      assert_has_not (plan, "SCAN a");
      assert_has_not (plan, "SCAN customer");
      assert_has_not (plan, "allocation_by_day");
    }
}

static void
test_pages_are_searched (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  const gint64 id = 1;
  g_autoptr (GPtrArray) invoices = arrears_ledger_load_invoices (ledger, &id, 1, TODAY, NULL);
  g_autoptr (GPtrArray) customers = arrears_ledger_load_customers (ledger, &id, 1, TODAY, NULL);
  g_autoptr (GPtrArray) documents = arrears_ledger_load_documents (ledger, &id, 1, NULL);
  g_autofree char *invoice_plan
      = explain (ledger, "SELECT chosen.key AS position, i.id, i.customer_id");
  g_autofree char *customer_plan = explain (ledger, "SELECT chosen.key AS position, c.id");
  g_autofree char *document_plan = explain (ledger, "SELECT chosen.key AS position, d.id");

  assert_has (invoice_plan, "SEARCH i USING INTEGER PRIMARY KEY");
  assert_has (invoice_plan, "SEARCH a USING COVERING INDEX allocation_of_invoice");
  assert_has_not (invoice_plan, "TEMP B-TREE");
  assert_has (customer_plan, "SEARCH c USING INTEGER PRIMARY KEY");
  assert_has (customer_plan, "SEARCH p USING INDEX contact_of_customer");
  assert_has (document_plan, "SEARCH d USING INTEGER PRIMARY KEY");
}

static void
test_customers_come_sorted_from_an_index (void)
{
  static const char *const ways[]
      = { [ARREARS_CUSTOMER_SORT_CODE] = "USING COVERING INDEX sqlite_autoindex_customer_1",
          [ARREARS_CUSTOMER_SORT_NAME] = "USING COVERING INDEX customer_by_name" };

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      ArrearsCustomerFilter filter = { .sort = i / 2, .is_descending = i % 2, .as_of = TODAY };
      g_autoptr (GArray) ids = arrears_ledger_list_customers (ledger, &filter, NULL);
      g_autofree char *plan = explain (ledger, "SELECT c.id FROM");

      assert_has (plan, ways[i / 2]);
      assert_has_not (plan, "TEMP B-TREE");
    }
}

static void
test_documents_come_sorted_from_an_index (void)
{
  for (int i = 0; i < 2 * ARREARS_DOCUMENT_N_SORTS; i++)
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      ArrearsDocumentFilter filter = { .sort = i / 2, .is_descending = i % 2 };
      g_autoptr (GArray) ids = arrears_ledger_list_documents (ledger, &filter, NULL);
      g_autofree char *plan = explain (ledger, "SELECT d.id FROM");

      assert_has_not (plan, "TEMP B-TREE");
    }
}

static void
test_histories_come_sorted_from_an_index (void)
{
  for (gint64 customer_id = 0; customer_id <= 1; customer_id++)
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      g_autoptr (GPtrArray) receipts
          = arrears_ledger_load_receipts (ledger, customer_id, ARREARS_RECEIPT_STATE_VALID,
                                          TODAY, 9, NULL);
      g_autoptr (GPtrArray) log = arrears_ledger_load_log (ledger, customer_id, TODAY, 0, 9, NULL);
      g_autofree char *receipt_plan = explain (ledger, "SELECT r.id");
      g_autofree char *log_plan = explain (ledger, "SELECT e.id");

      assert_has (receipt_plan, "SEARCH r USING INDEX receipt_");
      assert_has_not (receipt_plan, "TEMP B-TREE");
      assert_has (log_plan, "SEARCH e USING ");
      assert_has_not (log_plan, "TEMP B-TREE");
    }
}

/* What the statements have done since they were last asked, triggers and references included. */
static int
sum_status (ArrearsLedger *ledger, int counter)
{
  GHashTableIter iter;
  gpointer prepared;
  int sum = 0;

  g_hash_table_iter_init (&iter, ledger->queries);
  while (g_hash_table_iter_next (&iter, NULL, &prepared))
    sum += sqlite3_stmt_status (prepared, counter, TRUE);
  return sum;
}

/* A ledger with `n` paid invoices, and the number of steps that the day's work takes in it. */
static int
count_steps_of_a_day (int n)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, NULL);
  g_autoptr (ArrearsInvoice) invoice = NULL;
  gint64 customer_id = arrears_test_ledger_add_customer (ledger, "1", "甲");
  gint64 receipt_id = 0;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      gint64 id = arrears_test_ledger_add_invoice (ledger, customer_id, number, "2024-01-01",
                                                   "2024-01-31", "10");

      receipt_id = arrears_test_ledger_add_receipt (ledger, customer_id, "2024-01-05", "10");
      arrears_test_ledger_allocate (ledger, receipt_id, id, "2024-01-05", "9");
    }
  invoice = arrears_ledger_find_invoice (ledger, "0", TODAY, NULL);
  arrears_ledger_set_day (ledger, TODAY);
  sum_status (ledger, SQLITE_STMTSTATUS_VM_STEP);
  sum_status (ledger, SQLITE_STMTSTATUS_FULLSCAN_STEP);

  receipt_id = arrears_test_ledger_add_receipt (ledger, customer_id, "2024-01-05", "1");
  arrears_test_ledger_allocate (ledger, receipt_id, invoice->id, "2024-01-05", "1");
  g_assert_true (arrears_ledger_undo_receipt_allocations (ledger, receipt_id, NULL));
  g_assert_true (arrears_ledger_void_receipt (ledger, receipt_id, "退票", NULL));
  g_assert_true (arrears_ledger_undo_invoice_allocations (ledger, invoice->id, NULL));
  g_assert_true (arrears_ledger_end_invoice (ledger, invoice->id, "voided", "开错", NULL));
  g_assert_cmpint (sum_status (ledger, SQLITE_STMTSTATUS_FULLSCAN_STEP), ==, 0);
  return sum_status (ledger, SQLITE_STMTSTATUS_VM_STEP);
}

static void
test_recording_is_independent_of_size (void)
{
  int n_steps = count_steps_of_a_day (10);

  g_assert_cmpint (n_steps, >, 0);
  g_assert_cmpint (count_steps_of_a_day (1000), ==, n_steps);
}

static gboolean
drop_item (ArrearsLimitationItem *item, GArray *chain, gpointer user_data, GError **error)
{
  g_array_unref (chain);
  return TRUE;
}

static char *
plan_limitation (gint64 customer_id)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  ArrearsLimitationScope scope = { .customer_id = customer_id, .due_until = TODAY, .as_of = TODAY };
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_fill (ledger);
  arrears_ledger_foreach_limitation (ledger, &scope, drop_item, NULL, &error);
  g_assert_no_error (error);
  return explain (ledger, "WITH ");
}

static void
test_limitation_is_read_of_what_is_open (void)
{
  g_autofree char *all = plan_limitation (0);
  g_autofree char *one = plan_limitation (1);

  assert_has (all, "SCAN i USING INDEX invoice_open");
  assert_has (all, "SEARCH allocation USING INDEX allocation_by_day");
  assert_has (all, "SEARCH allocation USING INDEX allocation_recorded");
  assert_has_not (all, "MULTI-INDEX OR");
  assert_has (one, "SEARCH i USING INDEX invoice_open (customer_id=?)");
  assert_has_not (one, "SCAN i");
  assert_has_not (one, "SEARCH allocation USING INDEX allocation_by_day");
}

static gboolean
drop_papers (ArrearsInvoicePapers *papers, gpointer user_data, GError **error)
{
  return TRUE;
}

static void
test_papers_are_read_of_what_is_open (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  const gint64 ids[] = { 1, 2 };
  ArrearsPapersScope scope = { .customer_ids = ids, .n_customer_ids = 2, .as_of = TODAY };
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = NULL;

  arrears_test_ledger_fill (ledger);
  arrears_ledger_foreach_papers (ledger, &scope, drop_papers, NULL, &error);
  g_assert_no_error (error);
  plan = explain (ledger, "WITH ");
  assert_has (plan, "SEARCH i USING INDEX invoice_open (customer_id=? AND due_on<?)");
  assert_has (plan, "SEARCH v USING INDEX voucher_of_customer (customer_id=?)");
  assert_has_not (plan, "SCAN i");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plans/invoices-come-sorted-from-an-index",
                   test_invoices_come_sorted_from_an_index);
  g_test_add_func ("/plans/open-invoices-are-read-alone", test_open_invoices_are_read_alone);
  g_test_add_func ("/plans/a-search-goes-from-the-hits", test_search_goes_from_the_hits);
  g_test_add_func ("/plans/open-accounts-are-merged-from-indexes", test_open_accounts_are_merged);
  g_test_add_func ("/plans/present-accounts-are-what-is-open",
                   test_present_accounts_are_what_is_open);
  g_test_add_func ("/plans/past-accounts-add-what-came-later",
                   test_past_accounts_add_what_came_later);
  g_test_add_func ("/plans/chosen-accounts-are-searched", test_chosen_accounts_are_searched);
  g_test_add_func ("/plans/pages-are-searched", test_pages_are_searched);
  g_test_add_func ("/plans/recording-takes-as-many-steps-in-any-ledger",
                   test_recording_is_independent_of_size);
  g_test_add_func ("/plans/customers-come-sorted-from-an-index",
                   test_customers_come_sorted_from_an_index);
  g_test_add_func ("/plans/documents-come-sorted-from-an-index",
                   test_documents_come_sorted_from_an_index);
  g_test_add_func ("/plans/histories-come-sorted-from-an-index",
                   test_histories_come_sorted_from_an_index);  g_test_add_func ("/plans/limitation-is-read-of-what-is-open",
                   test_limitation_is_read_of_what_is_open);
  g_test_add_func ("/plans/papers-are-read-of-what-is-open", test_papers_are_read_of_what_is_open);

  return g_test_run ();
}

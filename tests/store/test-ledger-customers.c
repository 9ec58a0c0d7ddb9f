/* test-ledger-customers.c: customers and their contracts in the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-grade.h"
#include "arrears-ledger-customers.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsLedger *ledger;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ledger = arrears_test_ledger_create (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_ledger_assert_sound (fixture->ledger);
  arrears_ledger_close (fixture->ledger);
}

static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsCustomer) customer = arrears_test_ledger_make_customer ("C-1", "清泉茶行");
  g_autoptr (ArrearsCustomer) by_id = NULL;
  g_autoptr (ArrearsCustomer) by_code = NULL;
  g_autoptr (ArrearsCustomer) by_name = NULL;
  g_autoptr (GError) error = NULL;

  customer->grade = ARREARS_GRADE_C;
  customer->terms_days = -1;
  customer->id = arrears_ledger_insert_customer (fixture->ledger, customer, &error);
  g_assert_no_error (error);
  by_id = arrears_ledger_load_customer (fixture->ledger, customer->id, ARREARS_DAY_LAST, &error);
  arrears_test_ledger_assert_equal (by_id, customer);
  by_code = arrears_ledger_find_customer (fixture->ledger, "C-1", ARREARS_DAY_LAST, &error);
  arrears_test_ledger_assert_equal (by_code, customer);
  by_name = arrears_ledger_find_customer_by_name (fixture->ledger, "清泉茶行", ARREARS_DAY_LAST, &error);
  arrears_test_ledger_assert_equal (by_name, customer);
  g_assert_no_error (error);
}

static void
test_nobody_is_no_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_ledger_load_customer (fixture->ledger, 99, ARREARS_DAY_LAST, &error));
  g_assert_null (arrears_ledger_find_customer (fixture->ledger, "99", ARREARS_DAY_LAST, &error));
  g_assert_null (arrears_ledger_find_customer_by_name (fixture->ledger, "nobody", ARREARS_DAY_LAST, &error));
  g_assert_no_error (error);
}

static void
test_every_grade_comes_back (Fixture *fixture, gconstpointer data)
{
  for (int grade = ARREARS_GRADE_B; grade <= ARREARS_GRADE_C; grade++)
    {
      g_autofree char *code = g_strdup_printf ("G%d", grade);
      g_autoptr (ArrearsCustomer) customer = arrears_test_ledger_make_customer (code, "x");
      g_autoptr (ArrearsCustomer) found = NULL;

      customer->grade = grade;
      arrears_ledger_insert_customer (fixture->ledger, customer, NULL);
      found = arrears_ledger_find_customer (fixture->ledger, code, ARREARS_DAY_LAST, NULL);
      g_assert_cmpint (found->grade, ==, grade);
    }
}

static void
test_taken_code_is_a_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsCustomer) second = arrears_test_ledger_make_customer ("1", "乙");
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  g_assert_cmpint (arrears_ledger_insert_customer (fixture->ledger, second, &error), ==, 0);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE);
  g_assert_cmpstr (error->message, ==, "the customer code 1 is taken");
}

static void
test_same_names_need_a_code (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  arrears_test_ledger_add_customer (fixture->ledger, "2", "甲");
  g_assert_null (arrears_ledger_find_customer_by_name (fixture->ledger, "甲", ARREARS_DAY_LAST, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE);
}

static void
test_update_changes_all_and_only_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsCustomer) changed = arrears_test_ledger_make_customer ("9", "丙");
  g_autoptr (ArrearsCustomer) other = NULL;
  g_autoptr (ArrearsCustomer) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 other_id = arrears_test_ledger_add_customer (fixture->ledger, "2", "乙");

  changed->id = arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  changed->grade = ARREARS_GRADE_A;
  arrears_record_set_text (&changed->phone, "021-5555");
  g_assert_true (arrears_ledger_update_customer (fixture->ledger, changed, &error));
  found = arrears_ledger_load_customer (fixture->ledger, changed->id, ARREARS_DAY_LAST, &error);
  arrears_test_ledger_assert_equal (found, changed);
  other = arrears_ledger_load_customer (fixture->ledger, other_id, ARREARS_DAY_LAST, &error);
  g_assert_cmpstr (other->phone, ==, "13800000000");

  arrears_record_set_text (&changed->code, "2");
  g_assert_false (arrears_ledger_update_customer (fixture->ledger, changed, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE);
  g_clear_error (&error);
  arrears_record_set_text (&changed->code, "3");
  changed->id = 99;
  g_assert_false (arrears_ledger_update_customer (fixture->ledger, changed, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
assert_suggested (ArrearsLedger *ledger, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *suggested = arrears_ledger_suggest_customer_code (ledger, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (suggested, ==, code);
}

static void
test_suggested_code_is_the_lowest_free (Fixture *fixture, gconstpointer data)
{
  assert_suggested (fixture->ledger, "0001");
  arrears_test_ledger_add_customer (fixture->ledger, "0002", "乙");
  arrears_test_ledger_add_customer (fixture->ledger, "3", "丙");
  arrears_test_ledger_add_customer (fixture->ledger, "KH0001", "丁");
  assert_suggested (fixture->ledger, "0001");
  arrears_test_ledger_add_customer (fixture->ledger, "0001", "甲");
  assert_suggested (fixture->ledger, "0003");
}

static void
test_suggested_code_after_a_rollback (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *outer = arrears_transaction_begin (fixture->ledger, NULL);
  ArrearsTransaction *inner;

  assert_suggested (fixture->ledger, "0001");
  arrears_test_ledger_add_customer (fixture->ledger, "0001", "甲");
  assert_suggested (fixture->ledger, "0002");
  inner = arrears_transaction_begin (fixture->ledger, NULL);
  arrears_test_ledger_add_customer (fixture->ledger, "0002", "乙");
  assert_suggested (fixture->ledger, "0003");
  arrears_transaction_end (inner);
  assert_suggested (fixture->ledger, "0002");
  arrears_transaction_end (outer);
  assert_suggested (fixture->ledger, "0001");
}

static void
test_suggested_code_after_a_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (fixture->ledger, NULL);
  g_autoptr (ArrearsCustomer) customer = NULL;

  arrears_test_ledger_add_customer (fixture->ledger, "0001", "甲");
  assert_suggested (fixture->ledger, "0002");
  customer = arrears_ledger_find_customer (fixture->ledger, "0001", ARREARS_DAY_LAST, NULL);
  arrears_record_set_text (&customer->code, "甲");
  g_assert_true (arrears_ledger_update_customer (fixture->ledger, customer, NULL));
  assert_suggested (fixture->ledger, "0001");
  g_assert_true (arrears_transaction_commit (transaction, NULL));
}

static void
test_load_keeps_the_order (Fixture *fixture, gconstpointer data)
{
  gint64 first = arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  gint64 second = arrears_test_ledger_add_customer (fixture->ledger, "2", "乙");
  gint64 ids[] = { second, 99, first, second };
  g_autoptr (GPtrArray) customers
      = arrears_ledger_load_customers (
      fixture->ledger, ids, G_N_ELEMENTS (ids), ARREARS_DAY_LAST, NULL);
  g_autoptr (GPtrArray) nobody = arrears_ledger_load_customers (fixture->ledger, NULL, 0, ARREARS_DAY_LAST, NULL);

  g_assert_cmpuint (customers->len, ==, 4);
  g_assert_cmpstr (ARREARS_CUSTOMER (customers->pdata[0])->name, ==, "乙");
  g_assert_null (customers->pdata[1]);
  g_assert_cmpstr (ARREARS_CUSTOMER (customers->pdata[2])->name, ==, "甲");
  g_assert_cmpstr (ARREARS_CUSTOMER (customers->pdata[3])->name, ==, "乙");
  g_assert_cmpuint (nobody->len, ==, 0);
}

/* The codes of a list, in order: "1 3 2". */
static char *
list_codes (ArrearsLedger *ledger, const ArrearsCustomerFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = arrears_ledger_list_customers (ledger, filter, &error);
  g_autoptr (GPtrArray) customers = NULL;
  g_autoptr (GString) codes = g_string_new (NULL);

  g_assert_no_error (error);
  customers = arrears_ledger_load_customers (ledger, (const gint64 *) (gpointer) ids->data,
                                             ids->len, filter->as_of, &error);
  for (guint i = 0; i < customers->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "",
                            ARREARS_CUSTOMER (customers->pdata[i])->code);
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

static void
assert_listed (ArrearsLedger *ledger, const ArrearsCustomerFilter *filter, const char *codes)
{
  g_autofree char *found = list_codes (ledger, filter);

  g_assert_cmpstr (found, ==, codes);
}

static void
test_search_finds_any_part (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *search, *codes; } cases[] = {
    { NULL, "A1 B2" },   { "", "A1 B2" },   { " ", "A1 B2" }, { "茶", "A1" },
    { "清泉", "A1" },    { "2", "B2" },     { "a1", "A1" },   { "小明", "A1 B2" },
    { "138", "A1 B2" },  { "%", "" },       { "_", "" },      { "' OR 1", "" },
    { "100%", "" },      { "\xff", "" },
  };

  arrears_test_ledger_add_customer (fixture->ledger, "A1", "清泉茶行");
  arrears_test_ledger_add_customer (fixture->ledger, "B2", "老窖酒业");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ArrearsCustomerFilter filter = { .search = cases[i].search };

      g_test_message ("search %" G_GSIZE_FORMAT, i);
      assert_listed (fixture->ledger, &filter, cases[i].codes);
    }
}

/* Three accounts on 2024-03-31:
 *   1: 100 due long ago, 500 unapplied           balance -400, overdue 0, 0 days
 *   2: 300 due 30 days ago, 100 not yet due      balance  400, overdue 300, 30 days
 *   3: 200 due 90 days ago, of which 50 covered  balance  150, overdue 150, 90 days
 *   4: nothing at all
 */
static void
test_sorts (Fixture *fixture, gconstpointer data)
{
  ArrearsCustomerFilter filter = { .as_of = arrears_test_day ("2024-03-31") };
  ArrearsLedger *ledger = fixture->ledger;
  gint64 ids[4];

  for (int i = 3; i >= 0; i--)
    {
      g_autofree char *code = g_strdup_printf ("%d", i + 1);
      const char *names[] = { "D", "C", "A", "B" };

      ids[i] = arrears_test_ledger_add_customer (ledger, code, names[i]);
    }
  arrears_test_ledger_add_invoice (ledger, ids[0], "A", "2023-01-01", "2023-01-31", "100");
  arrears_test_ledger_add_receipt (ledger, ids[0], "2024-01-01", "500");
  arrears_test_ledger_add_invoice (ledger, ids[1], "B", "2024-02-01", "2024-03-01", "300");
  arrears_test_ledger_add_invoice (ledger, ids[1], "C", "2024-03-20", "2024-04-20", "100");
  arrears_test_ledger_add_invoice (ledger, ids[2], "D", "2023-12-01", "2024-01-01", "200");
  arrears_test_ledger_add_receipt (ledger, ids[2], "2024-02-01", "50");

  assert_listed (ledger, &filter, "1 2 3 4");
  filter.sort = ARREARS_CUSTOMER_SORT_NAME;
  assert_listed (ledger, &filter, "3 4 2 1");
  filter.sort = ARREARS_CUSTOMER_SORT_BALANCE;
  assert_listed (ledger, &filter, "1 4 3 2");
  filter.sort = ARREARS_CUSTOMER_SORT_OVERDUE;
  assert_listed (ledger, &filter, "1 4 3 2");
  filter.sort = ARREARS_CUSTOMER_SORT_DAYS_OVERDUE;
  assert_listed (ledger, &filter, "1 4 2 3");
  filter.is_descending = TRUE;
  assert_listed (ledger, &filter, "3 2 1 4");
  filter.sort = ARREARS_CUSTOMER_SORT_CODE;
  assert_listed (ledger, &filter, "4 3 2 1");
  filter.as_of = arrears_test_day ("2024-01-15");
  filter.sort = ARREARS_CUSTOMER_SORT_BALANCE;
  assert_listed (ledger, &filter, "3 2 4 1");
}

static void
test_contract_is_made_once (Fixture *fixture, gconstpointer data)
{
  gint64 customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  gint64 other_id = arrears_test_ledger_add_customer (fixture->ledger, "2", "乙");
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_ledger_ensure_contract (fixture->ledger, customer_id, "HT-1", &error);
  g_autoptr (GPtrArray) contracts = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (arrears_ledger_ensure_contract (fixture->ledger, customer_id, "HT-1", &error),
                   ==, id);
  g_assert_cmpint (arrears_ledger_ensure_contract (fixture->ledger, other_id, "HT-1", &error), !=,
                   id);
  g_assert_cmpint (arrears_ledger_ensure_contract (fixture->ledger, customer_id, "HT-0", &error),
                   !=, id);
  contracts = arrears_ledger_load_contracts (fixture->ledger, customer_id, ARREARS_DAY_LAST, &error);
  g_assert_cmpuint (contracts->len, ==, 2);
  g_assert_cmpstr (ARREARS_CONTRACT (contracts->pdata[0])->number, ==, "HT-0");
  g_assert_cmpstr (ARREARS_CONTRACT (contracts->pdata[1])->charge_terms, ==, "");
  g_assert_cmpint (arrears_ledger_ensure_contract (fixture->ledger, 99, "HT-1", &error), ==, 0);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

static void
test_contract_is_updated (Fixture *fixture, gconstpointer data)
{
  gint64 customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  g_autoptr (ArrearsContract) contract = arrears_contract_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  contract->customer_id = customer_id;
  contract->id = arrears_ledger_ensure_contract (fixture->ledger, customer_id, "HT-1", NULL);
  arrears_ledger_ensure_contract (fixture->ledger, customer_id, "HT-2", NULL);
  arrears_record_set_text (&contract->number, "HT-1a");
  arrears_record_set_text (&contract->title, "购销合同");
  arrears_record_set_text (&contract->charge_clause, "8.2");
  arrears_record_set_text (&contract->charge_terms, "daily:0.0005");
  arrears_record_set_text (&contract->charge_cap, "0.3");
  contract->signed_on = arrears_test_day ("2024-01-01");
  contract->grace_days = 3;
  g_assert_true (arrears_ledger_update_contract (fixture->ledger, contract, &error));
  found = arrears_ledger_load_contracts (fixture->ledger, customer_id, ARREARS_DAY_LAST, &error);
  arrears_test_ledger_assert_equal (found->pdata[0], contract);

  arrears_record_set_text (&contract->number, "HT-2");
  g_assert_false (arrears_ledger_update_contract (fixture->ledger, contract, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE);
  g_clear_error (&error);
  contract->id = 99;
  g_assert_false (arrears_ledger_update_contract (fixture->ledger, contract, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/ledger-customers/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-customer-comes-back-as-it-was-stored", test_comes_back);
  ADD ("nobody-is-no-error", test_nobody_is_no_error);
  ADD ("every-grade-comes-back", test_every_grade_comes_back);
  ADD ("a-taken-code-is-a-duplicate", test_taken_code_is_a_duplicate);
  ADD ("the-same-name-twice-needs-a-code", test_same_names_need_a_code);
  ADD ("an-update-changes-all-of-it-and-no-other", test_update_changes_all_and_only_it);
  ADD ("the-suggested-code-is-the-lowest-free", test_suggested_code_is_the_lowest_free);
  ADD ("the-suggested-code-follows-a-rollback", test_suggested_code_after_a_rollback);
  ADD ("the-suggested-code-follows-a-change", test_suggested_code_after_a_change);
  ADD ("loading-keeps-the-order-of-the-ids", test_load_keeps_the_order);
  ADD ("searching-finds-any-part-from-one-character-on", test_search_finds_any_part);
  ADD ("every-order-is-that-of-what-is-shown", test_sorts);
  ADD ("a-contract-is-made-once", test_contract_is_made_once);
  ADD ("a-contract-is-updated", test_contract_is_updated);
#undef ADD
  return g_test_run ();
}

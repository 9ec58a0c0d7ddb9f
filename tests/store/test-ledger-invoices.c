/* test-ledger-invoices.c: invoices, their lists and the search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-invoices.h"
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

static ArrearsInvoice *
find (Fixture *fixture, const char *number, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  ArrearsInvoice *invoice = arrears_ledger_find_invoice (fixture->ledger, number,
                                                         arrears_test_day (as_of), &error);

  g_assert_no_error (error);
  return invoice;
}

static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  gint64 customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "清泉茶行");
  g_autoptr (ArrearsInvoice) invoice = arrears_test_ledger_make_invoice (
      customer_id, "XS-1", "2024-01-05", "2024-02-04", "1000.01");
  g_autoptr (ArrearsInvoice) found = NULL;
  g_autoptr (GError) error = NULL;

  invoice->contract_id
      = arrears_ledger_ensure_contract (fixture->ledger, customer_id, "HT-1", NULL);
  invoice->id = arrears_ledger_insert_invoice (fixture->ledger, invoice, &error);
  g_assert_no_error (error);
  arrears_record_set_text (&invoice->customer_code, "1");
  arrears_record_set_text (&invoice->customer_name, "清泉茶行");
  arrears_record_set_text (&invoice->contract_number, "HT-1");
  invoice->open = invoice->amount;
  invoice->recorded_on = invoice->issued_on;
  invoice->days_overdue = 1;
  found = find (fixture, "XS-1", "2024-02-05");
  arrears_test_ledger_assert_equal (found, invoice);
  g_assert_null (find (fixture, "XS-2", "2024-02-05"));
}

static void
test_days_overdue_run_from_the_due_day (Fixture *fixture, gconstpointer data)
{
  gint64 customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  static const struct { const char *as_of; int days; } cases[]
      = { { "2024-02-03", -1 }, { "2024-02-04", 0 }, { "2024-03-05", 30 } };

  arrears_test_ledger_add_invoice (fixture->ledger, customer_id, "XS-1", "2024-01-05",
                                   "2024-02-04", "1");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsInvoice) invoice = find (fixture, "XS-1", cases[i].as_of);

      g_assert_cmpint (invoice->days_overdue, ==, cases[i].days);
    }
}

static void
assert_refused (Fixture *fixture, ArrearsInvoice *invoice, ArrearsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (arrears_ledger_insert_invoice (fixture->ledger, invoice, &error), ==, 0);
  g_assert_error (error, ARREARS_ERROR, (int) code);
}

static void
test_wrong_ones_are_refused (Fixture *fixture, gconstpointer data)
{
  gint64 customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  gint64 other_id = arrears_test_ledger_add_customer (fixture->ledger, "2", "乙");
  g_autoptr (ArrearsInvoice) invoice = arrears_test_ledger_make_invoice (
      customer_id, "XS-1", "2024-01-05", "2024-02-04", "1");

  g_assert_cmpint (arrears_ledger_insert_invoice (fixture->ledger, invoice, NULL), >, 0);
  assert_refused (fixture, invoice, ARREARS_ERROR_DUPLICATE);
  arrears_record_set_text (&invoice->number, "XS-2");
  invoice->amount = ARREARS_MONEY_ZERO;
  assert_refused (fixture, invoice, ARREARS_ERROR_AMOUNT_SIGN);
  invoice->amount = arrears_money (-1);
  assert_refused (fixture, invoice, ARREARS_ERROR_AMOUNT_SIGN);
  invoice->amount = arrears_money (1);
  invoice->customer_id = 99;
  assert_refused (fixture, invoice, ARREARS_ERROR_NOT_FOUND);
  invoice->customer_id = customer_id;
  invoice->contract_id = arrears_ledger_ensure_contract (fixture->ledger, other_id, "H", NULL);
  assert_refused (fixture, invoice, ARREARS_ERROR_NOT_FOUND);
  invoice->contract_id = 0;
  invoice->due_on = ARREARS_DAY_NONE;
  assert_refused (fixture, invoice, ARREARS_ERROR_REFUSED);
  invoice->due_on = invoice->issued_on;
  arrears_record_set_text (&invoice->number, "");
  assert_refused (fixture, invoice, ARREARS_ERROR_REFUSED);
}

static void
test_load_keeps_the_order (Fixture *fixture, gconstpointer data)
{
  gint64 customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  g_autoptr (GPtrArray) invoices = NULL;
  gint64 ids[500];

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      ids[499 - i] = arrears_test_ledger_add_invoice (fixture->ledger, customer_id, number,
                                                      "2024-01-05", "2024-02-04", "1");
    }
  ids[250] = 100000;
  invoices = arrears_ledger_load_invoices (fixture->ledger, ids, 500,
                                           arrears_test_day ("2024-02-05"), NULL);
  g_assert_cmpuint (invoices->len, ==, 500);
  for (int i = 0; i < 500; i++)
    if (i == 250)
      g_assert_null (invoices->pdata[i]);
    else
      g_assert_cmpint (ARREARS_INVOICE (invoices->pdata[i])->id, ==, ids[i]);
}

/* The numbers of a list, in order. */
static char *
list_numbers (Fixture *fixture, const ArrearsInvoiceFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = arrears_ledger_list_invoices (fixture->ledger, filter, &error);
  g_autoptr (GPtrArray) invoices = NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);

  g_assert_no_error (error);
  invoices = arrears_ledger_load_invoices (
      fixture->ledger, (const gint64 *) (gpointer) ids->data, ids->len, filter->as_of, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < invoices->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "",
                            ARREARS_INVOICE (invoices->pdata[i])->number);
  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static char *
reverse_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);

  for (guint i = 0; i < n / 2; i++)
    {
      char *word = words[i];

      words[i] = words[n - 1 - i];
      words[n - 1 - i] = word;
    }
  return g_strjoinv (" ", words);
}

/* In both directions. */
static void
assert_listed (Fixture *fixture, ArrearsInvoiceFilter *filter, const char *numbers)
{
  g_autofree char *backwards = reverse_words (numbers);
  g_autofree char *found = NULL;
  g_autofree char *found_backwards = NULL;

  filter->is_descending = FALSE;
  found = list_numbers (fixture, filter);
  g_assert_cmpstr (found, ==, numbers);
  filter->is_descending = TRUE;
  found_backwards = list_numbers (fixture, filter);
  g_assert_cmpstr (found_backwards, ==, backwards);
}

/*          customer  issued      due         amount   paid
 *   E      B         2024-01-01  2024-01-31  100      40 on 2024-02-10
 *   D      A         2024-01-02  2024-01-31  500      all on 2024-02-20
 *   C      A         2024-01-03  2024-02-15   50
 *   B      B         2024-02-01  2024-03-02  300
 *   A      A         2024-03-01  2024-03-31   70
 */
static void
fill_shop (Fixture *fixture)
{
  ArrearsLedger *ledger = fixture->ledger;
  gint64 b = arrears_test_ledger_add_customer (ledger, "1", "B 酒业");
  gint64 a = arrears_test_ledger_add_customer (ledger, "2", "A 茶行");
  gint64 e = arrears_test_ledger_add_invoice (ledger, b, "E", "2024-01-01", "2024-01-31", "100");
  gint64 d = arrears_test_ledger_add_invoice (ledger, a, "D", "2024-01-02", "2024-01-31", "500");

  arrears_test_ledger_add_invoice (ledger, a, "C", "2024-01-03", "2024-02-15", "50");
  arrears_test_ledger_add_invoice (ledger, b, "B", "2024-02-01", "2024-03-02", "300");
  arrears_test_ledger_add_invoice (ledger, a, "A", "2024-03-01", "2024-03-31", "70");
  arrears_test_ledger_allocate (ledger,
                                arrears_test_ledger_add_receipt (ledger, b, "2024-02-10", "40"), e,
                                "2024-02-10", "40");
  arrears_test_ledger_allocate (ledger,
                                arrears_test_ledger_add_receipt (ledger, a, "2024-02-20", "500"),
                                d, "2024-02-20", "500");
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *as_of;
    ArrearsInvoiceSort sort;
    ArrearsInvoiceState state;
    const char *numbers;
  } cases[] = {
    { "2024-04-01", ARREARS_INVOICE_SORT_NUMBER, ARREARS_INVOICE_STATE_ALL, "A B C D E" },
    { "2024-04-01", ARREARS_INVOICE_SORT_CUSTOMER, ARREARS_INVOICE_STATE_ALL, "D C A E B" },
    { "2024-04-01", ARREARS_INVOICE_SORT_ISSUED_ON, ARREARS_INVOICE_STATE_ALL, "E D C B A" },
    { "2024-04-01", ARREARS_INVOICE_SORT_DUE_ON, ARREARS_INVOICE_STATE_ALL, "E D C B A" },
    { "2024-04-01", ARREARS_INVOICE_SORT_AMOUNT, ARREARS_INVOICE_STATE_ALL, "C A E B D" },
    { "2024-04-01", ARREARS_INVOICE_SORT_OPEN, ARREARS_INVOICE_STATE_ALL, "D C E A B" },
    { "2024-04-01", ARREARS_INVOICE_SORT_NUMBER, ARREARS_INVOICE_STATE_OPEN, "A B C E" },
    { "2024-04-01", ARREARS_INVOICE_SORT_CUSTOMER, ARREARS_INVOICE_STATE_OPEN, "C A E B" },
    { "2024-04-01", ARREARS_INVOICE_SORT_DUE_ON, ARREARS_INVOICE_STATE_OPEN, "E C B A" },
    { "2024-03-31", ARREARS_INVOICE_SORT_DUE_ON, ARREARS_INVOICE_STATE_OVERDUE, "E C B" },
    { "2024-04-01", ARREARS_INVOICE_SORT_DUE_ON, ARREARS_INVOICE_STATE_OVERDUE, "E C B A" },
    /* before the second receipt, after the first */
    { "2024-02-19", ARREARS_INVOICE_SORT_OPEN, ARREARS_INVOICE_STATE_ALL, "C E B D" },
    { "2024-02-19", ARREARS_INVOICE_SORT_OPEN, ARREARS_INVOICE_STATE_OPEN, "C E B D" },
    { "2024-02-19", ARREARS_INVOICE_SORT_CUSTOMER, ARREARS_INVOICE_STATE_OPEN, "D C E B" },
    { "2024-02-19", ARREARS_INVOICE_SORT_DUE_ON, ARREARS_INVOICE_STATE_OVERDUE, "E D C" },
    { "2024-02-20", ARREARS_INVOICE_SORT_DUE_ON, ARREARS_INVOICE_STATE_OVERDUE, "E C" },
    { "2024-02-15", ARREARS_INVOICE_SORT_DUE_ON, ARREARS_INVOICE_STATE_OVERDUE, "E D" },
    /* before the first receipt, and before there was anything */
    { "2024-02-09", ARREARS_INVOICE_SORT_OPEN, ARREARS_INVOICE_STATE_ALL, "C E B D" },
    { "2024-01-02", ARREARS_INVOICE_SORT_AMOUNT, ARREARS_INVOICE_STATE_ALL, "E D" },
    { "2023-12-31", ARREARS_INVOICE_SORT_NUMBER, ARREARS_INVOICE_STATE_ALL, "" },
    { "2023-12-31", ARREARS_INVOICE_SORT_CUSTOMER, ARREARS_INVOICE_STATE_OPEN, "" },
  };

  fill_shop (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ArrearsInvoiceFilter filter = {
        .as_of = arrears_test_day (cases[i].as_of),
        .sort = cases[i].sort,
        .state = cases[i].state,
      };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_listed (fixture, &filter, cases[i].numbers);
    }
}

static void
test_lists_of_one_customer (Fixture *fixture, gconstpointer data)
{
  ArrearsInvoiceFilter filter = { .customer_id = 1, .as_of = arrears_test_day ("2024-04-01") };

  fill_shop (fixture);
  for (int sort = 0; sort < ARREARS_INVOICE_N_SORTS; sort++)
    {
      filter.sort = sort;
      filter.state = ARREARS_INVOICE_STATE_ALL;
      assert_listed (fixture, &filter, sort == ARREARS_INVOICE_SORT_NUMBER ? "B E" : "E B");
      filter.state = ARREARS_INVOICE_STATE_OPEN;
      assert_listed (fixture, &filter, sort == ARREARS_INVOICE_SORT_NUMBER ? "B E" : "E B");
    }
  filter.search = "酒业";
  assert_listed (fixture, &filter, "E B");
  filter.search = "茶";
  assert_listed (fixture, &filter, "");
}

static void
add_noted (Fixture *fixture, gint64 customer_id, const char *number, const char *fapiao_number,
           const char *note)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_test_ledger_make_invoice (
      customer_id, number, "2024-01-05", "2024-02-04", "1");
  g_autoptr (GError) error = NULL;

  arrears_record_set_text (&invoice->fapiao_number, fapiao_number);
  arrears_record_set_text (&invoice->order_number, "");
  arrears_record_set_text (&invoice->delivery_number, "");
  arrears_record_set_text (&invoice->note, note);
  arrears_ledger_insert_invoice (fixture->ledger, invoice, &error);
  g_assert_no_error (error);
}

static void
fill_for_search (Fixture *fixture)
{
  gint64 tea = arrears_test_ledger_add_customer (fixture->ledger, "1", "清泉茶行");
  gint64 wine = arrears_test_ledger_add_customer (fixture->ledger, "2", "100% 老窖_酒业");

  add_noted (fixture, tea, "XS-2024-0017", "25310000000000000001", "中秋礼盒两箱");
  add_noted (fixture, tea, "XS-2024-0117", "25310000000000000002", "礼品中的秋茶盒");
  add_noted (fixture, wine, "PF/9", "25319999999999999999", "A级 5%折扣，_急_");
}

/* Each search with the numbers that it finds, 1, 2 and 3 for the invoices above. */
static const struct
{
  const char *search;
  const char *found;
} searches[] = {
  { "中秋", "1" },       { "中秋礼盒", "1" }, { "盒", "12" },      { "秋", "12" },
  { "礼", "12" },        { "箱", "1" },       { "茶盒", "2" },     { "茶", "12" },
  { "清泉茶行", "12" },  { "行", "12" },      { "酒", "3" },       { "XS-2024-0017", "1" },
  { "xs-2024", "12" },   { "017", "1" },      { "17", "12" },      { "4-0", "12" },
  { "2531", "123" },     { "0001", "1" },     { "9999999", "3" },  { "PF/9", "3" },
  { "F/", "3" },         { "/", "3" },        { "%", "3" },        { "_", "3" },
  { "5%", "3" },         { "5%折", "3" },     { "5_折", "" },      { "，", "3" },
  { "a级", "3" },        { "中茶", "" },      { "秋礼盒中", "" },  { "\"", "" },
  { "'", "" },           { "\\", "" },        { "*", "" },         { "中秋 OR 礼", "" },
  { "NOT", "" },         { " 中秋 ", "1" },   { "\xe4\xb8", "" },  { "盒*", "" },
};

static void
test_search_finds_any_part (Fixture *fixture, gconstpointer data)
{
  static const char *const numbers[] = { "XS-2024-0017", "XS-2024-0117", "PF/9" };
  ArrearsInvoiceFilter filter = {
    .sort = ARREARS_INVOICE_SORT_ISSUED_ON,
    .as_of = arrears_test_day ("2024-04-01"),
  };

  fill_for_search (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *found = NULL;

      for (const char *p = searches[i].found; *p != '\0'; p++)
        g_string_append_printf (expected, "%s%s", expected->len > 0 ? " " : "",
                                numbers[*p - '1']);
      filter.search = searches[i].search;
      found = list_numbers (fixture, &filter);
      g_test_message ("search %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (found, ==, expected->str);
    }
}

static void
test_search_in_every_order (Fixture *fixture, gconstpointer data)
{
  ArrearsInvoiceFilter filter
      = { .search = "2024", .as_of = arrears_test_day ("2024-04-01") };

  fill_for_search (fixture);
  for (int state = ARREARS_INVOICE_STATE_ALL; state <= ARREARS_INVOICE_STATE_OVERDUE; state++)
    for (int sort = 0; sort < ARREARS_INVOICE_N_SORTS; sort++)
      {
        filter.sort = sort;
        filter.state = state;
        assert_listed (fixture, &filter, "XS-2024-0017 XS-2024-0117");
      }
}

static void
assert_found (Fixture *fixture, const char *search, const char *numbers)
{
  ArrearsInvoiceFilter filter = { .search = search, .as_of = arrears_test_day ("2024-04-01") };
  g_autofree char *found = list_numbers (fixture, &filter);

  g_assert_cmpstr (found, ==, numbers);
}

/* The index is written at the end of a transaction, or when somebody searches before. */
static void
test_search_within_a_transaction (Fixture *fixture, gconstpointer data)
{
  gint64 customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  ArrearsTransaction *outer = arrears_transaction_begin (fixture->ledger, NULL);
  ArrearsTransaction *inner;

  add_noted (fixture, customer_id, "A", "", "白酒");
  inner = arrears_transaction_begin (fixture->ledger, NULL);
  add_noted (fixture, customer_id, "B", "", "白酒");
  assert_found (fixture, "白酒", "A B");
  arrears_transaction_end (inner);
  assert_found (fixture, "白酒", "A");
  add_noted (fixture, customer_id, "C", "", "白酒");
  g_assert_true (arrears_transaction_commit (outer, NULL));
  arrears_transaction_end (outer);
  assert_found (fixture, "白酒", "A C");

  outer = arrears_transaction_begin (fixture->ledger, NULL);
  add_noted (fixture, customer_id, "D", "", "白酒");
  assert_found (fixture, "白酒", "A C D");
  arrears_transaction_end (outer);
  assert_found (fixture, "白酒", "A C");
  add_noted (fixture, customer_id, "E", "", "白酒");
  assert_found (fixture, "白酒", "A C E");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/ledger-invoices/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("an-invoice-comes-back-as-it-was-stored", test_comes_back);
  ADD ("days-overdue-run-from-the-due-day", test_days_overdue_run_from_the_due_day);
  ADD ("wrong-ones-are-refused", test_wrong_ones_are_refused);
  ADD ("loading-keeps-the-order-of-the-ids", test_load_keeps_the_order);
  ADD ("lists-are-those-of-the-day-in-every-order", test_lists);
  ADD ("lists-can-be-of-one-customer", test_lists_of_one_customer);
  ADD ("searching-finds-any-part-from-one-character-on", test_search_finds_any_part);
  ADD ("searching-works-in-every-order", test_search_in_every_order);
  ADD ("searching-sees-what-a-transaction-has-written", test_search_within_a_transaction);
#undef ADD
  return g_test_run ();
}

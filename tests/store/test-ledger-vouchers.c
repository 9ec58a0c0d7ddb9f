/* test-ledger-vouchers.c: vouchers and their bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-ledger-register.h"
#include "arrears-ledger-vouchers.h"
#include "arrears-query.h"
#include "arrears-test-folder.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsLedger *ledger;
  gint64 customer_id;
  gint64 other_id;
  gint64 contract_id;
  gint64 invoice_id;
} Fixture;

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsInvoice) invoice = NULL;

  fixture->customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "清泉茶行");
  fixture->other_id = arrears_test_ledger_add_customer (fixture->ledger, "2", "好又多便利店");
  fixture->contract_id
      = arrears_ledger_ensure_contract (fixture->ledger, fixture->customer_id, "HT-1", &error);
  g_assert_no_error (error);
  invoice = arrears_test_ledger_make_invoice (fixture->customer_id, "XS-1", "2024-01-10",
                                              "2024-02-10", "1000.00");
  invoice->contract_id = fixture->contract_id;
  arrears_record_set_text (&invoice->order_number, "DD-1");
  fixture->invoice_id = arrears_ledger_insert_invoice (fixture->ledger, invoice, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ledger = arrears_test_ledger_create (NULL);
  fill (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_ledger_close (fixture->ledger);
}

static ArrearsVoucher *
make_voucher (Fixture *fixture, const char *kind)
{
  ArrearsVoucher *voucher = arrears_voucher_new ();

  voucher->customer_id = fixture->customer_id;
  voucher->from_on = arrears_test_day ("2024-02-01");
  arrears_record_set_text (&voucher->kind, kind);
  arrears_record_set_text (&voucher->name, "file.pdf");
  return voucher;
}

static gint64
insert (Fixture *fixture, ArrearsVoucher *voucher, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_ledger_insert_voucher (fixture->ledger, voucher, bytes, &error);

  g_assert_no_error (error);
  return id;
}

static void
assert_refused (Fixture *fixture, ArrearsVoucher *voucher, const char *text, ArrearsError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (arrears_ledger_insert_voucher (fixture->ledger, voucher, bytes, &error), ==, 0);
  g_assert_error (error, ARREARS_ERROR, (int) code);
}

static gint64
count (ArrearsLedger *ledger, const char *sql)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "count", sql);
  gint64 n;

  g_assert_true (arrears_query_collect_integer (query, 0, &n, NULL));
  return n;
}

static void
test_bytes_come_back_as_they_were (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsVoucher) voucher = make_voucher (fixture, "contract");
  g_autoptr (ArrearsVoucher) found = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = insert (fixture, voucher, "甲方与乙方");

  g_assert_cmpint (voucher->n_bytes, ==, 15);
  found = arrears_ledger_load_entry (fixture->ledger, ARREARS_TYPE_VOUCHER, id,
                                     arrears_test_day ("2024-02-01"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->sha256, ==, voucher->sha256);
  bytes = arrears_ledger_load_voucher_bytes (fixture->ledger, found->sha256, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "甲方与乙方", 15);
  arrears_test_ledger_assert_sound (fixture->ledger);
}

static GBytes *
make_random_bytes (gsize length)
{
  guint32 *words = g_malloc (length);

  for (gsize i = 0; i < length / sizeof *words; i++)
    words[i] = (guint32) g_test_rand_int ();
  return g_bytes_new_take (words, length);
}

static void
test_fifty_megabytes_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsVoucher) voucher = make_voucher (fixture, "photo");
  g_autoptr (GBytes) bytes = make_random_bytes (ARREARS_VOUCHER_MOST_BYTES);
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GError) error = NULL;

  arrears_ledger_insert_voucher (fixture->ledger, voucher, bytes, &error);
  g_assert_no_error (error);
  found = arrears_ledger_load_voucher_bytes (fixture->ledger, voucher->sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, bytes));
}

static void
test_the_same_bytes_are_kept_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsVoucher) with_customer = make_voucher (fixture, "contract");
  g_autoptr (ArrearsVoucher) with_contract = make_voucher (fixture, "contract");

  with_contract->contract_id = fixture->contract_id;
  insert (fixture, with_customer, "one");
  insert (fixture, with_contract, "one");
  g_assert_cmpint (count (fixture->ledger, "SELECT count (*) FROM voucher"), ==, 2);
  g_assert_cmpint (count (fixture->ledger, "SELECT count (*) FROM voucher_bytes"), ==, 1);
}

static void
test_the_same_file_with_the_same_thing_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsVoucher) voucher = make_voucher (fixture, "delivery_note");
  gint64 id;

  voucher->invoice_id = fixture->invoice_id;
  id = insert (fixture, voucher, "one");
  assert_refused (fixture, voucher, "one", ARREARS_ERROR_FILE_KEPT);
  insert (fixture, voucher, "two");
  arrears_ledger_set_day (fixture->ledger, arrears_test_day ("2024-02-02"));
  arrears_ledger_end_entry (fixture->ledger, ARREARS_TYPE_VOUCHER, id, "mistaken", "", NULL);
  insert (fixture, voucher, "one");
}

static void
assert_not_placed (Fixture *fixture, ArrearsVoucher *voucher, ArrearsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_ledger_place_voucher (fixture->ledger, voucher, &error));
  g_assert_error (error, ARREARS_ERROR, (int) code);
}

static void
test_things_of_others_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsVoucher) with_invoice = make_voucher (fixture, "fapiao");
  g_autoptr (ArrearsVoucher) with_contract = make_voucher (fixture, "contract");
  g_autoptr (ArrearsVoucher) with_entry = make_voucher (fixture, "photo");

  with_invoice->customer_id = with_contract->customer_id = fixture->other_id;
  with_invoice->invoice_id = fixture->invoice_id;
  with_contract->contract_id = fixture->contract_id;
  with_entry->log_entry_id = 99;
  assert_not_placed (fixture, with_invoice, ARREARS_ERROR_NOT_FOUND);
  assert_not_placed (fixture, with_contract, ARREARS_ERROR_NOT_FOUND);
  assert_not_placed (fixture, with_entry, ARREARS_ERROR_NOT_FOUND);
}

static void
test_a_number_tells_whose_it_is (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsVoucher) by_invoice = make_voucher (fixture, "fapiao");
  g_autoptr (ArrearsVoucher) by_contract = make_voucher (fixture, "contract");
  g_autoptr (GError) error = NULL;

  by_invoice->customer_id = by_contract->customer_id = 0;
  assert_not_placed (fixture, by_invoice, ARREARS_ERROR_MISSING);
  arrears_record_set_text (&by_invoice->invoice_number, "XS-9");
  assert_not_placed (fixture, by_invoice, ARREARS_ERROR_NOT_FOUND);
  arrears_record_set_text (&by_invoice->invoice_number, "XS-1");
  arrears_ledger_place_voucher (fixture->ledger, by_invoice, &error);
  g_assert_no_error (error);
  g_assert_cmpint (by_invoice->invoice_id, ==, fixture->invoice_id);
  g_assert_cmpint (by_invoice->customer_id, ==, fixture->customer_id);
  arrears_record_set_text (&by_contract->contract_number, "HT-1");
  arrears_ledger_ensure_contract (fixture->ledger, fixture->other_id, "HT-1", &error);
  assert_not_placed (fixture, by_contract, ARREARS_ERROR_MISSING);
  by_contract->customer_id = fixture->customer_id;
  arrears_ledger_place_voucher (fixture->ledger, by_contract, &error);
  g_assert_no_error (error);
  g_assert_cmpint (by_contract->contract_id, ==, fixture->contract_id);
}

static void
test_changed_bytes_are_found (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "ledger.arrears");
  Fixture fixture = { .ledger = arrears_test_ledger_create (path) };
  g_autoptr (ArrearsVoucher) voucher = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  fill (&fixture);
  voucher = make_voucher (&fixture, "contract");
  insert (&fixture, voucher, "甲方与乙方");
  arrears_ledger_close (fixture.ledger);
  arrears_test_ledger_tamper (path, "DROP TRIGGER voucher_bytes_stay;"
                                    "UPDATE voucher_bytes SET bytes = CAST ('甲方' AS BLOB);");
  fixture.ledger = arrears_ledger_open (path, &error);
  g_assert_no_error (error);
  bytes = arrears_ledger_load_voucher_bytes (fixture.ledger, voucher->sha256, &error);
  g_assert_null (bytes);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ALTERED);
  arrears_test_ledger_assert_fault (fixture.ledger, "voucher 1");
  arrears_ledger_close (fixture.ledger);
}

static gboolean
print_papers (ArrearsInvoicePapers *papers, gpointer user_data, GError **error)
{
  GString *text = user_data;

  g_string_append_printf (text, "%s%s:", text->len > 0 ? " " : "", papers->invoice_number);
  for (guint paper = 0; paper < ARREARS_N_PAPERS; paper++)
    if (arrears_paper_set_has ((ArrearsPaperSet) papers->missing, paper))
      g_string_append_printf (text, "-%s", arrears_paper_to_word (paper));
  return TRUE;
}

static void
assert_papers (Fixture *fixture, gint64 customer_id, const char *as_of, const char *expected)
{
  ArrearsPapersScope scope = { .customer_id = customer_id, .as_of = arrears_test_day (as_of) };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  arrears_ledger_foreach_papers (fixture->ledger, &scope, print_papers, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_papers_are_held_with_invoice_contract_or_customer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsVoucher) order = make_voucher (fixture, "order");
  g_autoptr (ArrearsVoucher) note = make_voucher (fixture, "delivery_note");
  g_autoptr (ArrearsVoucher) framework = make_voucher (fixture, "contract");
  g_autoptr (ArrearsVoucher) fapiao = make_voucher (fixture, "fapiao");

  assert_papers (fixture, fixture->customer_id, "2024-02-01",
                 "XS-1:-contract-order-delivery-fapiao");
  order->contract_id = fixture->contract_id;
  insert (fixture, order, "order");
  note->invoice_id = fixture->invoice_id;
  insert (fixture, note, "note");
  insert (fixture, framework, "framework");
  insert (fixture, fapiao, "fapiao");
  assert_papers (fixture, fixture->customer_id, "2024-02-01", "XS-1:-fapiao");
  assert_papers (fixture, 0, "2024-02-01", "XS-1:-fapiao");
  assert_papers (fixture, fixture->other_id, "2024-02-01", "");
  assert_papers (fixture, 0, "2024-01-31", "XS-1:-contract-order-delivery-fapiao");
}

static void
test_papers_of_another_customer_are_not_counted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsVoucher) framework = make_voucher (fixture, "contract");

  arrears_test_ledger_add_invoice (fixture->ledger, fixture->other_id, "XS-2", "2024-01-10",
                                   "2024-02-10", "1.00");
  insert (fixture, framework, "framework");
  assert_papers (fixture, 0, "2024-02-01",
                 "XS-1:-order-delivery-fapiao XS-2:-contract-order-delivery-fapiao");
}

static void
test_an_instalment_has_the_papers_of_the_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsVoucher) note = make_voucher (fixture, "receipt_slip");
  g_autoptr (ArrearsInvoice) part = arrears_test_ledger_make_invoice (
      fixture->customer_id, "XS-1/1", "2024-01-10", "2024-03-10", "1000.00");
  g_autoptr (GError) error = NULL;

  note->invoice_id = fixture->invoice_id;
  insert (fixture, note, "slip");
  arrears_ledger_set_day (fixture->ledger, arrears_test_day ("2024-02-05"));
  arrears_ledger_end_invoice (fixture->ledger, fixture->invoice_id, "split", "", &error);
  g_assert_no_error (error);
  part->whole_id = fixture->invoice_id;
  g_assert_cmpint (arrears_ledger_insert_invoice (fixture->ledger, part, &error), >, 0);
  assert_papers (fixture, 0, "2024-02-04", "XS-1:-contract-order-fapiao");
  assert_papers (fixture, 0, "2024-02-05", "XS-1/1:-contract-order-fapiao");
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/ledger-vouchers/bytes-come-back-as-they-were", test_bytes_come_back_as_they_were);
  ADD ("/ledger-vouchers/fifty-megabytes-are-kept", test_fifty_megabytes_are_kept);
  ADD ("/ledger-vouchers/the-same-bytes-are-kept-once", test_the_same_bytes_are_kept_once);
  ADD ("/ledger-vouchers/the-same-file-with-the-same-thing-is-refused",
       test_the_same_file_with_the_same_thing_is_refused);
  ADD ("/ledger-vouchers/things-of-others-are-refused", test_things_of_others_are_refused);
  ADD ("/ledger-vouchers/a-number-tells-whose-it-is", test_a_number_tells_whose_it_is);
  g_test_add_func ("/ledger-vouchers/changed-bytes-are-found", test_changed_bytes_are_found);
  ADD ("/ledger-vouchers/papers-are-held-with-invoice-contract-or-customer",
       test_papers_are_held_with_invoice_contract_or_customer);
  ADD ("/ledger-vouchers/papers-of-another-customer-are-not-counted",
       test_papers_of_another_customer_are_not_counted);
  ADD ("/ledger-vouchers/an-instalment-has-the-papers-of-the-whole",
       test_an_instalment_has_the_papers_of_the_whole);

  return g_test_run ();
}

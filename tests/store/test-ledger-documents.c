/* test-ledger-documents.c: documents as issued
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-documents.h"
#include "arrears-ledger-private.h"
#include "arrears-test-folder.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsLedger *ledger;
  gint64 customer_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ledger = arrears_test_ledger_create (NULL);
  fixture->customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "清泉茶行");
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
  g_autoptr (ArrearsDocument) document = arrears_test_ledger_make_document (
      fixture->customer_id, "CK-2024-0001", "2024-03-01");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) found_bytes = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 invoice_id = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "A",
                                                       "2024-01-01", "2024-01-31", "1");

  document->id = arrears_ledger_insert_document (fixture->ledger, document, bytes, &invoice_id, 1,
                                                 &error);
  g_assert_no_error (error);
  g_assert_cmpstr (document->sha256, ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  arrears_record_set_text (&document->customer_code, "1");
  arrears_record_set_text (&document->customer_name, "清泉茶行");
  found = arrears_ledger_load_documents (fixture->ledger, &document->id, 1, &error);
  arrears_test_ledger_assert_equal (found->pdata[0], document);
  found_bytes = arrears_ledger_load_document_bytes (fixture->ledger, document->id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found_bytes, bytes));
  g_assert_null (arrears_ledger_load_document_bytes (fixture->ledger, 99, &error));
  g_assert_no_error (error);
}

static void
assert_next (Fixture *fixture, int year, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *next
      = arrears_ledger_get_next_document_number (fixture->ledger, "demand", year, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (next, ==, number);
}

static void
test_numbers_run_on_by_year (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_next (fixture, 2024, "CK-2024-0001");
  arrears_test_ledger_add_document (fixture->ledger, fixture->customer_id, "CK-2024-0001",
                                    "2024-03-01");
  assert_next (fixture, 2024, "CK-2024-0002");
  assert_next (fixture, 2025, "CK-2025-0001");
  g_assert_null (
      arrears_ledger_get_next_document_number (fixture->ledger, "poem", 2024, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN);
}

static void
test_numbers_go_past_four_digits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (fixture->ledger, NULL);

  for (int i = 1; i <= 10001; i++)
    {
      g_autofree char *number
          = arrears_ledger_get_next_document_number (fixture->ledger, "demand", 2024, NULL);

      arrears_test_ledger_add_document (fixture->ledger, fixture->customer_id, number,
                                        "2024-03-01");
    }
  assert_next (fixture, 2024, "CK-2024-10002");
  g_assert_true (arrears_transaction_commit (transaction, NULL));
}

static void
assert_refused (Fixture *fixture, const char *number, ArrearsError code)
{
  g_autoptr (ArrearsDocument) document
      = arrears_test_ledger_make_document (fixture->customer_id, number, "2024-03-01");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      arrears_ledger_insert_document (fixture->ledger, document, bytes, NULL, 0, &error), ==, 0);
  g_assert_error (error, ARREARS_ERROR, (int) code);
}

static void
test_numbers_neither_repeat_nor_leave_gaps (Fixture *fixture, gconstpointer data)
{
  arrears_test_ledger_add_document (fixture->ledger, fixture->customer_id, "CK-2024-0001",
                                    "2024-03-01");
  assert_refused (fixture, "CK-2024-0001", ARREARS_ERROR_DUPLICATE);
  assert_refused (fixture, "CK-2024-0003", ARREARS_ERROR_REFUSED);
  assert_refused (fixture, "CK-2024-0000", ARREARS_ERROR_REFUSED);
  assert_refused (fixture, "CK-2024-2", ARREARS_ERROR_REFUSED);
  assert_refused (fixture, "CK-2024-0002x", ARREARS_ERROR_REFUSED);
  assert_refused (fixture, "", ARREARS_ERROR_REFUSED);
}

static void
test_wrong_claim_leaves_no_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsDocument) document = arrears_test_ledger_make_document (
      fixture->customer_id, "CK-2024-0001", "2024-03-01");
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (fixture->ledger, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (GError) error = NULL;
  gint64 nowhere = 99;

  g_assert_cmpint (
      arrears_ledger_insert_document (fixture->ledger, document, bytes, &nowhere, 1, &error), ==,
      0);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  assert_next (fixture, 2024, "CK-2024-0001");
  g_assert_true (arrears_transaction_commit (transaction, NULL));
}

static void
test_last_letter_day (Fixture *fixture, gconstpointer data)
{
  ArrearsDay day = { 1 };
  g_autofree char *text = NULL;

  g_assert_true (arrears_ledger_get_last_letter_day (fixture->ledger, fixture->customer_id,
                                                     arrears_test_day ("2024-12-31"), &day, NULL));
  g_assert_false (arrears_day_is_set (day));
  arrears_test_ledger_add_document (fixture->ledger, fixture->customer_id, "CK-2024-0001",
                                    "2024-03-01");
  arrears_test_ledger_add_document (fixture->ledger, fixture->customer_id, "CK-2024-0002",
                                    "2024-04-01");
  g_assert_true (arrears_ledger_get_last_letter_day (fixture->ledger, fixture->customer_id,
                                                     arrears_test_day ("2024-03-31"), &day, NULL));
  text = arrears_day_to_string (day);
  g_assert_cmpstr (text, ==, "2024-03-01");
}

static void
assert_listed (Fixture *fixture, const ArrearsDocumentFilter *filter, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = arrears_ledger_list_documents (fixture->ledger, filter, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (found, "%s%d", i > 0 ? " " : "",
                            (int) g_array_index (ids, gint64, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  gint64 other_id = arrears_test_ledger_add_customer (fixture->ledger, "2", "A 酒业");
  static const struct { ArrearsDocumentFilter filter; const char *ids; } cases[] = {
    { { .sort = ARREARS_DOCUMENT_SORT_NUMBER }, "3 1 2" },
    { { .sort = ARREARS_DOCUMENT_SORT_NUMBER, .is_descending = TRUE }, "2 1 3" },
    { { .sort = ARREARS_DOCUMENT_SORT_CUSTOMER }, "2 3 1" },
    { { .sort = ARREARS_DOCUMENT_SORT_ISSUED_ON }, "3 2 1" },
    { { .sort = ARREARS_DOCUMENT_SORT_CLAIMED, .is_descending = TRUE }, "3 2 1" },
    { { .customer_id = 1 }, "3 1" },
    { { .search = "酒" }, "2" },
    { { .search = "2024" }, "1 2" },
    { { .search = "%" }, "" },
  };

  arrears_test_ledger_add_document (fixture->ledger, 1, "CK-2024-0001", "2024-03-09");
  arrears_test_ledger_add_document (fixture->ledger, other_id, "CK-2024-0002", "2024-03-01");
  arrears_test_ledger_add_document (fixture->ledger, 1, "CK-2023-0001", "2023-12-31");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_listed (fixture, &cases[i].filter, cases[i].ids);
    }
}

static void
test_stays_as_issued (Fixture *fixture, gconstpointer data)
{
  static const char *const forbidden[] = {
    "UPDATE document SET bytes = x'00'",
    "UPDATE document SET claimed_fen = 0",
    "DELETE FROM document",
    "UPDATE document_invoice SET invoice_id = 1",
    "DELETE FROM document_invoice",
  };
  g_autoptr (ArrearsDocument) document = arrears_test_ledger_make_document (
      fixture->customer_id, "CK-2024-0001", "2024-03-01");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  gint64 invoice_id = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "A",
                                                       "2024-01-01", "2024-01-31", "1");

  arrears_ledger_insert_document (fixture->ledger, document, bytes, &invoice_id, 1, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          arrears_ledger_execute (fixture->ledger, "do harm", forbidden[i], &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED);
    }
}

static void
test_altered_bytes_are_found (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  ArrearsLedger *ledger = arrears_test_ledger_create (path);
  g_autoptr (ArrearsLedger) again = NULL;
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_fill (ledger);
  arrears_ledger_close (ledger);
  arrears_test_ledger_tamper (path, "DROP TRIGGER document_stays; "
                                    "UPDATE document SET bytes = CAST ('ck' AS BLOB)");
  again = arrears_ledger_open (path, &error);
  g_assert_no_error (error);
  g_assert_null (arrears_ledger_load_document_bytes (again, 1, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ALTERED);
  arrears_test_ledger_assert_fault (again, "document CK-2024-0001 was altered");
  arrears_test_ledger_assert_fault (again, "the trigger document_stays is missing");
}

/* Bytes and hash exchanged together: the log still knows the letter by the other hash. */
static void
test_exchanged_document_is_found (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  ArrearsLedger *ledger = arrears_test_ledger_create (path);
  g_autoptr (ArrearsLogEntry) entry
      = arrears_test_ledger_make_log_entry (1, "CK-2024-0001", "");
  g_autoptr (GPtrArray) documents = NULL;
  const gint64 id = 1;

  arrears_test_ledger_fill (ledger);
  documents = arrears_ledger_load_documents (ledger, &id, 1, NULL);
  arrears_record_set_text (&entry->kind, ARREARS_LOG_LETTER_ISSUED);
  arrears_record_set_text (&entry->note, ARREARS_DOCUMENT (documents->pdata[0])->sha256);
  g_assert_true (arrears_ledger_append_log (ledger, entry, NULL));
  arrears_test_ledger_assert_sound (ledger);
  arrears_ledger_close (ledger);
  arrears_test_ledger_tamper (
      path, "DROP TRIGGER document_stays; UPDATE document SET bytes = CAST ('abc' AS BLOB), "
            "sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'");
  ledger = arrears_ledger_open (path, NULL);
  arrears_test_ledger_assert_fault (
      ledger, "document CK-2024-0001 was altered: the log knows it by another hash");
  arrears_ledger_close (ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/ledger-documents/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-document-comes-back-byte-for-byte", test_comes_back);
  ADD ("numbers-run-on-by-year", test_numbers_run_on_by_year);
  ADD ("numbers-go-past-four-digits", test_numbers_go_past_four_digits);
  ADD ("numbers-neither-repeat-nor-leave-gaps", test_numbers_neither_repeat_nor_leave_gaps);
  ADD ("a-wrong-claim-leaves-no-document", test_wrong_claim_leaves_no_document);
  ADD ("the-last-letter-is-that-of-the-day", test_last_letter_day);
  ADD ("lists-come-in-every-order", test_lists);
  ADD ("a-document-stays-as-it-was-issued", test_stays_as_issued);
#undef ADD
  g_test_add_func ("/ledger-documents/altered-bytes-are-found", test_altered_bytes_are_found);
  g_test_add_func ("/ledger-documents/an-exchanged-document-is-found",
                   test_exchanged_document_is_found);
  return g_test_run ();
}

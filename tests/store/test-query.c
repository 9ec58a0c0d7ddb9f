/* test-query.c: the one door to SQLite
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-customer.h"
#include "arrears-document.h"
#include "arrears-error.h"
#include "arrears-query.h"
#include "arrears-test-ledger.h"

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
  arrears_ledger_close (fixture->ledger);
}

static void
test_values_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      fixture->ledger, "echo", "SELECT :integer, :text, :bytes, :day, :money, :ids");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (GBytes) found = NULL;
  gint64 ids[] = { 3, -1, G_MAXINT64 };

  arrears_query_bind_integer (query, ":integer", G_MININT64);
  arrears_query_bind_text (query, ":text", "账'本\"");
  arrears_query_bind_bytes (query, ":bytes", bytes);
  arrears_query_bind_day (query, ":day", (ArrearsDay) { 738000 });
  arrears_query_bind_money (query, ":money", arrears_money (-5));
  arrears_query_bind_ids (query, ":ids", ids, G_N_ELEMENTS (ids));
  g_assert_true (arrears_query_next (query));
  g_assert_cmpint (arrears_query_get_integer (query, 0), ==, G_MININT64);
  g_assert_cmpstr (arrears_query_get_text (query, 1), ==, "账'本\"");
  found = arrears_query_get_bytes (query, 2);
  g_assert_true (g_bytes_equal (found, bytes));
  g_assert_cmpint (arrears_query_get_day (query, 3).number, ==, 738000);
  g_assert_cmpint (arrears_query_get_money (query, 4).fen, ==, -5);
  g_assert_cmpstr (arrears_query_get_text (query, 5), ==, "[3,-1,9223372036854775807]");
  g_assert_false (arrears_query_next (query));
  g_assert_true (arrears_query_finish (query, NULL));
}

static void
test_no_bytes_are_not_null (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (fixture->ledger, "echo", "SELECT :bytes IS NULL, length (:bytes)");
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);

  arrears_query_bind_bytes (query, ":bytes", nothing);
  g_assert_true (arrears_query_next (query));
  g_assert_cmpint (arrears_query_get_integer (query, 0), ==, 0);
  g_assert_cmpint (arrears_query_get_integer (query, 1), ==, 0);
}

static void
test_end_is_the_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (fixture->ledger, "count", "SELECT 1");

  g_assert_true (arrears_query_next (query));
  g_assert_false (arrears_query_next (query));
  g_assert_false (arrears_query_next (query));
  g_assert_true (arrears_query_finish (query, NULL));
}

static void
test_same_text_may_run_within_itself (Fixture *fixture, gconstpointer data)
{
  const char *sql = "SELECT value FROM json_each ('[1,2,3]')";
  int n = 0;

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (ArrearsQuery) outer = arrears_query_open (fixture->ledger, "walk", sql);

      while (arrears_query_next (outer))
        {
          g_autoptr (ArrearsQuery) inner = arrears_query_open (fixture->ledger, "walk", sql);

          while (arrears_query_next (inner))
            n++;
          g_assert_true (arrears_query_finish (inner, NULL));
        }
      g_assert_true (arrears_query_finish (outer, NULL));
    }
  g_assert_cmpint (n, ==, 18);
}

static void
test_record_is_filled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      fixture->ledger, "read a document",
      "SELECT 9 AS position, 7 AS id, 'CK-2024-0001' AS number, 738000 AS issued_on, "
      "-12 AS claimed, 3 AS n_pages, 1 AS is_signed, NULL AS sha256, NULL AS charge");
  g_autoptr (ArrearsDocument) document
      = arrears_query_collect_record (query, ARREARS_TYPE_DOCUMENT, NULL);

  g_assert_cmpint (document->id, ==, 7);
  g_assert_cmpstr (document->number, ==, "CK-2024-0001");
  g_assert_cmpint (document->issued_on.number, ==, 738000);
  g_assert_cmpint (document->claimed.fen, ==, -12);
  g_assert_cmpint (document->n_pages, ==, 3);
  g_assert_true (document->is_signed);
  g_assert_cmpstr (document->sha256, ==, "");
  g_assert_cmpstr (document->kind, ==, "");
  g_assert_cmpint (document->charge.fen, ==, 0);
}

static void
test_text_is_always_utf8 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      fixture->ledger, "read a broken text",
      "SELECT CAST (x'41FF42' AS TEXT), CAST (x'E4B8' AS TEXT), 'whole'");

  g_assert_true (arrears_query_next (query));
  g_assert_cmpstr (arrears_query_get_text (query, 0), ==, "A\357\277\275B");
  g_assert_true (g_utf8_validate (arrears_query_get_text (query, 1), -1, NULL));
  g_assert_cmpstr (arrears_query_get_text (query, 2), ==, "whole");
}

static void
test_failure_is_kept_until_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      fixture->ledger, "read what is not there", "SELECT * FROM nowhere WHERE id = :id");
  g_autoptr (GError) error = NULL;

  arrears_query_bind_integer (query, ":id", 1);
  g_assert_false (arrears_query_next (query));
  g_assert_false (arrears_query_finish (query, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED);
  g_assert_true (g_str_has_prefix (error->message, "cannot read what is not there: "));
}

static void
test_sum_that_does_not_fit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (fixture->ledger, "add up",
                            "SELECT sum (value) FROM json_each ('[9223372036854775807, 1]')");
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_query_run (query, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE);
}

/* Faults of the program end it. */

static void
test_wrong_name (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "echo", "SELECT :this");

      arrears_query_bind_integer (query, ":that", 1);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*no parameter :that in the query that is to echo*");
}

static void
test_unbound_parameter (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "echo", "SELECT :this, :that");

      arrears_query_bind_integer (query, ":that", 1);
      arrears_query_run (query, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*a parameter is not bound*");
}

static void
test_column_without_field (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      g_autoptr (ArrearsQuery) query
          = arrears_query_open (ledger, "read a customer", "SELECT 1 AS idd");

      arrears_query_collect_record (query, ARREARS_TYPE_CUSTOMER, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*ArrearsCustomer has no field idd*");
}

static void
test_unasked_failure (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "fail", "SELECT nonsense");

      arrears_query_next (query);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*nobody asked what went wrong*");
}

static void
test_change_within_a_read_scope (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      g_autoptr (ArrearsTransaction) reading = arrears_transaction_begin_reading (ledger, NULL);

      arrears_ledger_save_setting (ledger, "x", "1", NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*a read scope would undo*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/query/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("values-come-back-as-they-were-bound", test_values_come_back);
  ADD ("no-bytes-are-not-null", test_no_bytes_are_not_null);
  ADD ("after-the-last-row-nothing-begins-anew", test_end_is_the_end);
  ADD ("the-same-text-may-run-within-itself", test_same_text_may_run_within_itself);
  ADD ("columns-fill-the-fields-of-their-names", test_record_is_filled);
  ADD ("a-text-is-utf8-whatever-the-file-holds", test_text_is_always_utf8);
  ADD ("a-failure-is-kept-until-it-is-asked-for", test_failure_is_kept_until_asked_for);
  ADD ("a-sum-that-does-not-fit-is-too-large", test_sum_that_does_not_fit);
#undef ADD
  g_test_add_func ("/query/a-wrong-name-ends-the-program", test_wrong_name);
  g_test_add_func ("/query/an-unbound-parameter-ends-the-program", test_unbound_parameter);
  g_test_add_func ("/query/a-column-without-a-field-ends-the-program", test_column_without_field);
  g_test_add_func ("/query/a-failure-nobody-asks-for-ends-the-test", test_unasked_failure);
  g_test_add_func ("/query/a-change-within-a-read-scope-ends-the-program",
                   test_change_within_a_read_scope);
  return g_test_run ();
}

/* test-transaction.c: a scope over which the ledger changes as a whole, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-private.h"
#include "arrears-test-folder.h"
#include "arrears-test-ledger.h"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsLedger *ledger;
  ArrearsLedger *other; /* a second connection to the same file */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *path;

  fixture->folder = arrears_test_folder_new ();
  path = arrears_test_folder_get_path (fixture->folder, "a.arrears");
  fixture->ledger = arrears_test_ledger_create (path);
  fixture->other = arrears_ledger_open (path, NULL);
  g_assert_nonnull (fixture->other);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_ledger_assert_sound (fixture->ledger);
  arrears_ledger_close (fixture->ledger);
  arrears_ledger_close (fixture->other);
  arrears_test_folder_free (fixture->folder);
}

static void
save (ArrearsLedger *ledger, const char *value)
{
  g_autoptr (GError) error = NULL;

  arrears_ledger_save_setting (ledger, "x", value, &error);
  g_assert_no_error (error);
}

static void
assert_saved (ArrearsLedger *ledger, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = arrears_ledger_load_setting (ledger, "x", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, value);
}

static ArrearsTransaction *
begin (ArrearsLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  ArrearsTransaction *transaction = arrears_transaction_begin (ledger, &error);

  g_assert_no_error (error);
  return transaction;
}

static void
commit (ArrearsTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  arrears_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  arrears_transaction_end (transaction);
}

static void
test_committed_is_seen_by_others (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *transaction = begin (fixture->ledger);

  save (fixture->ledger, "1");
  assert_saved (fixture->other, NULL);
  commit (transaction);
  assert_saved (fixture->other, "1");
}

/* Whoever is told of the change reads, and may write, before the C scope ends. */
static void
test_scope_is_left_when_committed (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *transaction = begin (fixture->ledger);

  save (fixture->ledger, "1");
  g_assert_true (arrears_transaction_commit (transaction, NULL));
  assert_saved (fixture->ledger, "1");
  save (fixture->ledger, "2");
  commit (begin (fixture->ledger));
  arrears_transaction_end (transaction);
  assert_saved (fixture->other, "2");
}

static void
test_not_committed_is_undone (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *transaction = begin (fixture->ledger);

  save (fixture->ledger, "1");
  arrears_transaction_end (transaction);
  assert_saved (fixture->ledger, NULL);
}

static void
test_step_within_is_undone_alone (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *outer = begin (fixture->ledger);
  ArrearsTransaction *inner;

  save (fixture->ledger, "1");
  inner = begin (fixture->ledger);
  save (fixture->ledger, "2");
  arrears_transaction_end (inner);
  assert_saved (fixture->ledger, "1");
  inner = begin (fixture->ledger);
  save (fixture->ledger, "3");
  commit (inner);
  assert_saved (fixture->ledger, "3");
  commit (outer);
  assert_saved (fixture->other, "3");
}

static void
test_kept_step_goes_with_the_whole (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *outer = begin (fixture->ledger);
  ArrearsTransaction *inner = begin (fixture->ledger);

  save (fixture->ledger, "1");
  commit (inner);
  arrears_transaction_end (outer);
  assert_saved (fixture->ledger, NULL);
}

/* A call of several queries that fails takes none of its own back half. */
static void
test_failed_call_leaves_the_rest (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *transaction = begin (fixture->ledger);
  g_autoptr (ArrearsCustomer) again = arrears_test_ledger_make_customer ("1", "乙");
  g_autoptr (ArrearsCustomer) found = NULL;

  arrears_test_ledger_add_customer (fixture->ledger, "1", "甲");
  g_assert_cmpint (arrears_ledger_insert_customer (fixture->ledger, again, NULL), ==, 0);
  arrears_test_ledger_add_customer (fixture->ledger, "2", "丙");
  commit (transaction);
  found = arrears_ledger_find_customer (fixture->other, "2", ARREARS_DAY_LAST, NULL);
  g_assert_nonnull (found);
}

static void
test_reading_sees_one_ledger (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *reading = arrears_transaction_begin_reading (fixture->ledger, NULL);
  ArrearsTransaction *within;

  assert_saved (fixture->ledger, NULL);
  save (fixture->other, "1");
  within = arrears_transaction_begin_reading (fixture->ledger, NULL);
  assert_saved (fixture->ledger, NULL);
  arrears_transaction_end (within);
  assert_saved (fixture->ledger, NULL);
  arrears_transaction_end (reading);
  assert_saved (fixture->ledger, "1");
}

static void
test_reading_within_writing_sees_the_writing (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *writing = begin (fixture->ledger);
  ArrearsTransaction *reading;

  save (fixture->ledger, "1");
  reading = arrears_transaction_begin_reading (fixture->ledger, NULL);
  assert_saved (fixture->ledger, "1");
  arrears_transaction_end (reading);
  commit (writing);
  assert_saved (fixture->other, "1");
}

static void
test_second_writer_is_locked_out (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *writing = begin (fixture->ledger);
  g_autoptr (GError) error = NULL;

  sqlite3_busy_timeout (fixture->other->db, 1);
  g_assert_null (arrears_transaction_begin (fixture->other, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (arrears_ledger_save_setting (fixture->other, "x", "1", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_LOCKED);
  commit (writing);
  commit (begin (fixture->other));
}

/* SQLite ends a transaction of its own accord when it fails badly. What the program then still
 * does in the same scope must not be written.
 */
static void
test_lost_scope_writes_nothing (Fixture *fixture, gconstpointer data)
{
  ArrearsTransaction *transaction = begin (fixture->ledger);
  g_autoptr (GError) error = NULL;

  save (fixture->ledger, "1");
  g_assert_true (arrears_ledger_execute (fixture->ledger, "fail badly", "ROLLBACK", NULL));
  g_assert_false (arrears_ledger_save_setting (fixture->ledger, "x", "2", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT);
  g_assert_false (arrears_transaction_commit (transaction, NULL));
  arrears_transaction_end (transaction);
  assert_saved (fixture->ledger, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/transaction/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("what-is-committed-is-seen-by-others", test_committed_is_seen_by_others);
  ADD ("the-scope-is-left-when-it-is-committed", test_scope_is_left_when_committed);
  ADD ("what-is-not-committed-is-undone", test_not_committed_is_undone);
  ADD ("a-step-within-is-undone-alone", test_step_within_is_undone_alone);
  ADD ("a-step-that-was-kept-goes-with-the-whole", test_kept_step_goes_with_the_whole);
  ADD ("a-failed-call-leaves-the-rest", test_failed_call_leaves_the_rest);
  ADD ("reading-sees-one-ledger", test_reading_sees_one_ledger);
  ADD ("reading-within-writing-sees-the-writing", test_reading_within_writing_sees_the_writing);
  ADD ("a-second-writer-is-locked-out", test_second_writer_is_locked_out);
  ADD ("a-lost-scope-writes-nothing", test_lost_scope_writes_nothing);
#undef ADD
  return g_test_run ();
}

/* test-ledger-verify.c: everything that can be wrong with a ledger is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-folder.h"
#include "arrears-test-ledger.h"

/* What was done to the small shop, and a part of the sentence that must be said of it. */
static const struct
{
  const char *name;
  const char *sql;
  const char *fault;
} tamperings[] = {
  { "an-open-amount", "UPDATE invoice SET open_fen = open_fen - 1 WHERE number = 'XS-1'",
    "invoice XS-1: 39999 fen are stored as open, its entries come to 100000 - 60000" },
  { "an-amount", "UPDATE invoice SET amount_fen = 70000 WHERE number = 'XS-1'",
    "invoice XS-1: 40000 fen are stored as open, its entries come to 70000 - 60000" },
  { "an-unapplied-amount", "UPDATE receipt SET unapplied_fen = 0 WHERE id = 1",
    "receipt 1: 0 fen are stored as unapplied, its entries come to 70000 - 60000" },
  { "a-credit-note", "UPDATE receipt SET unapplied_fen = 1 WHERE kind = 'credit_note'",
    "credit_note 2: 1 fen are stored as unapplied" },
  { "an-allocation-without-its-trigger",
    "DROP TRIGGER allocation_stays; UPDATE allocation SET amount_fen = 60001 WHERE id = 1",
    "invoice XS-1: 40000 fen are stored as open, its entries come to 100000 - 60001" },
  { "an-allocation-beyond-its-invoice",
    "DROP TRIGGER allocation_stays; UPDATE allocation SET amount_fen = 900000 WHERE id = 1",
    "receipt 1: 10000 fen are stored as unapplied, its entries come to 70000 - 900000" },
  { "an-allocation-before-its-invoice",
    "DROP TRIGGER allocation_stays; UPDATE allocation SET allocated_on = 1000 WHERE id = 1",
    "allocation 1: the invoice XS-1 and the receipt 1 do not fit" },
  { "an-allocation-to-another-customer",
    "UPDATE receipt SET customer_id = 2 WHERE id = 1",
    "allocation 1: the invoice XS-1 and the receipt 1 do not fit" },
  { "a-lost-customer", "DELETE FROM customer WHERE id = 2",
    "refers to a customer that is not there" },
  { "a-lost-allocation", "DROP TRIGGER allocation_remains; DELETE FROM allocation WHERE id = 2",
    "invoice XS-2: 20050 fen are stored as open, its entries come to 25050 - 0" },
  { "a-gap-in-the-numbers",
    "DROP TRIGGER document_follows; INSERT INTO document (kind, number, customer_id, issued_on, "
    "pay_by, claimed_fen, charge_fen, n_pages, is_signed, sha256, bytes) SELECT kind, "
    "'CK-2024-0003', customer_id, issued_on, pay_by, claimed_fen, charge_fen, n_pages, is_signed, "
    "sha256, bytes FROM document",
    "documents CK-2024: 2 numbers up to 3" },
  { "a-dropped-trigger", "DROP TRIGGER allocation_made", "the trigger allocation_made is missing" },
  { "a-weakened-trigger",
    "DROP TRIGGER document_stays; "
    "CREATE TRIGGER document_stays BEFORE UPDATE ON document BEGIN SELECT 1; END",
    "the trigger document_stays was changed" },
  { "a-dropped-index", "DROP INDEX invoice_by_due", "the index invoice_by_due is missing" },
  { "a-foreign-table", "CREATE TABLE stowaway (id)", "the table stowaway does not belong here" },
  { "a-broken-check",
    "PRAGMA ignore_check_constraints = ON; UPDATE customer SET grade = 'Z' WHERE id = 1",
    "CHECK constraint failed in customer" },
  { "a-torn-search-index", "UPDATE invoice_search_data SET block = x'00' WHERE id > 10",
    "cannot check the search index" },
};

static void
test_fault_is_found (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  ArrearsLedger *ledger = arrears_test_ledger_create (path);
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_fill (ledger);
  arrears_ledger_close (ledger);
  arrears_test_ledger_tamper (path, tamperings[i].sql);
  ledger = arrears_ledger_open (path, &error);
  g_assert_no_error (error);
  arrears_test_ledger_assert_fault (ledger, tamperings[i].fault);
  arrears_ledger_close (ledger);
}

static void
test_verifying_changes_nothing (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  ArrearsLedger *ledger = arrears_test_ledger_create (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;

  arrears_test_ledger_fill (ledger);
  arrears_ledger_close (ledger);
  g_assert_true (g_file_get_contents (path, &before, &size, NULL));
  ledger = arrears_ledger_open (path, NULL);
  arrears_test_ledger_assert_sound (ledger);
  arrears_ledger_close (ledger);
  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
}

static void
test_verifying_within_a_scope (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  ArrearsTransaction *transaction = arrears_transaction_begin_reading (ledger, NULL);

  arrears_test_ledger_assert_sound (ledger);
  arrears_transaction_end (transaction);
  transaction = arrears_transaction_begin (ledger, NULL);
  arrears_test_ledger_fill (ledger);
  arrears_test_ledger_assert_sound (ledger);
  arrears_transaction_end (transaction);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *name = g_strconcat ("/ledger-verify/finds-", tamperings[i].name, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_fault_is_found);
    }
  g_test_add_func ("/ledger-verify/verifying-changes-nothing", test_verifying_changes_nothing);
  g_test_add_func ("/ledger-verify/verifying-works-within-a-scope",
                   test_verifying_within_a_scope);
  return g_test_run ();
}

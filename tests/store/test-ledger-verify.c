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
  { "an-allocation-of-a-void-receipt",
    "DROP TRIGGER allocation_stays; DROP TRIGGER allocation_undone; "
    "UPDATE allocation SET undone_on = 0 WHERE undone_on > 0",
    "invoice XS-3: 8888 fen are stored as open, its entries come to 8888 - 4000" },
  { "a-receipt-that-was-void", "UPDATE receipt SET voided_on = 0, void_reason = '' WHERE id = 3",
    "receipt 3: 0 fen are stored as unapplied, its entries come to 4000 - 0" },
  { "a-refund", "DROP TRIGGER allocation_stays; UPDATE allocation SET amount_fen = 1 "
    "WHERE part = 'refund'",
    "receipt 4: 5000 fen are stored as unapplied, its entries come to 6000 - 1" },
  { "a-refund-before-its-receipt",
    "DROP TRIGGER allocation_stays; UPDATE allocation SET allocated_on = 1 WHERE part = 'refund'",
    "allocation 4: the invoice - and the receipt 4 do not fit" },
  { "an-ended-invoice", "UPDATE invoice SET ended_on = 0, ended_how = '' WHERE number = 'XS-4'",
    "invoice XS-4: 0 fen are stored as open, its entries come to 30000 - 0" },
  { "an-instalment", "UPDATE invoice SET amount_fen = 1, open_fen = 1 WHERE number = 'XS-4/2'",
    "invoice XS-4: 30000 fen were split into instalments of 15001 fen" },
  { "an-instalment-of-another", "UPDATE invoice SET whole_id = 1 WHERE number = 'XS-4/2'",
    "invoice XS-4/2 is no instalment of the invoice XS-1" },
  { "a-lost-subject-of-a-change", "UPDATE change SET subject_id = 99",
    "change 1 refers to a customer that is not there" },
  { "a-dispute-of-another-customer", "UPDATE dispute SET invoice_id = 1",
    "dispute 1: the invoice XS-1 is of another customer" },
  { "a-pause-of-nobody", "UPDATE pause SET customer_id = 99",
    "pause 1 refers to a customer that is not there" },
  { "a-promise-of-no-kind",
    "PRAGMA ignore_check_constraints = ON; UPDATE promise SET ended_how = 'forgotten'",
    "CHECK constraint failed in promise" },
  { "a-voucher-with-another-size", "UPDATE voucher SET n_bytes = 11",
    "voucher 1: 11 bytes were stored, there are 12" },
  { "a-voucher-with-a-foreign-entry", "UPDATE voucher SET log_entry_id = 1",
    "voucher 1: what it is kept with is of another customer" },
  { "the-bytes-of-a-voucher",
    "DROP TRIGGER voucher_bytes_stay; UPDATE voucher_bytes SET bytes = CAST ('forged' AS BLOB)",
    "voucher 1 was altered: its bytes have the hash" },
  { "lost-bytes-of-a-voucher",
    "DROP TRIGGER voucher_bytes_remain; DELETE FROM voucher_bytes",
    "voucher 1 refers to a voucher_bytes that is not there" },
  { "a-lost-voucher", "DELETE FROM voucher",
    "log entry 6 names a voucher 送货单.pdf that is not there" },
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
  arrears_test_ledger_fill_registers (ledger);
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

/* test-ledger.c: making, filling in, verifying and copying a ledger from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "arrears-test-cli.h"

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("expected “%s” in: %s", part, text);
}

static void
assert_refused (ArrearsTestRun *run, int status, const char *part)
{
  g_assert_cmpint (run->status, ==, status);
  g_assert_cmpstr (run->out, ==, "");
  assert_says (run->err, part);
}

static void
test_a_new_ledger_is_empty_and_sound (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autofree char *out = arrears_test_cli_expect (cli, 0, "new", cli->ledger, NULL);
  g_autoptr (JsonNode) flags = arrears_test_cli_ask (cli, 0, "flags", NULL);
  g_autoptr (JsonNode) verdict = arrears_test_cli_ask (cli, 0, "verify", NULL);
  g_autoptr (ArrearsTestRun) again = arrears_test_cli_run (cli, "new", cli->ledger, NULL);

  g_assert_cmpstr (out, ==, "");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (flags)), ==, 0);
  arrears_test_cli_assert_members (json_node_get_object (verdict), "ok faults");
  g_assert_true (json_object_get_boolean_member (json_node_get_object (verdict), "ok"));
  assert_refused (again, 1, "stands already");
}

static void
test_the_sample_shop_is_made_in_one_go (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (JsonNode) flags = NULL;
  g_autoptr (ArrearsTestRun) again = NULL;

  g_free (arrears_test_cli_expect (cli, 0, "new", cli->ledger, "--sample", NULL));
  flags = arrears_test_cli_ask (cli, 0, "flags", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (flags)), >=, 5);
  g_free (arrears_test_cli_expect (cli, 0, "verify", NULL));
  again = arrears_test_cli_run (cli, "new", cli->ledger, "--sample", NULL);
  assert_refused (again, 1, "stands already");
}

static char *
ask_ledger (ArrearsTestCli *cli, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *query = NULL;
  char *answer;

  g_assert_cmpint (sqlite3_open (cli->ledger, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &query, NULL), ==, SQLITE_OK);
  answer = sqlite3_step (query) == SQLITE_ROW
               ? g_strdup ((const char *) sqlite3_column_text (query, 0))
               : g_strdup ("");
  sqlite3_finalize (query);
  sqlite3_close (db);
  return answer;
}

static void
test_the_particulars_of_the_firm_are_entered (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autofree char *kept = NULL;

  g_free (arrears_test_cli_expect (cli, 0, "new", cli->ledger, NULL));
  g_free (arrears_test_cli_expect (cli, 0, "company", "set", "name=青禾=食品",
                                   "uscc=91330106 ma0007030q", "address=示例路 88 号", "phone=0571",
                                   "contact=张会计", "bank=示例银行", "bank_account=12 00", NULL));
  g_free (arrears_test_cli_expect (cli, 0, "company", "set", "contact=李会计", NULL));
  kept = ask_ledger (cli, "SELECT name || '|' || uscc || '|' || address || '|' || phone || '|' "
                          "|| contact || '|' || bank || '|' || bank_account FROM company");
  g_assert_cmpstr (kept, ==,
                   "青禾=食品|91330106MA0007030Q|示例路 88 号|0571|李会计|示例银行|12 00");
}

static void
test_particulars_that_cannot_be_are_refused (void)
{
  static const char *const assignments[]
      = { "name=", "colour=red", "name", "uscc=123", "id=2", "=x" };
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();

  g_free (arrears_test_cli_expect (cli, 0, "new", cli->ledger, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (assignments); i++)
    {
      g_autoptr (ArrearsTestRun) run
          = arrears_test_cli_run (cli, "company", "set", "name=青禾", assignments[i], NULL);

      g_test_message ("%s", assignments[i]);
      assert_refused (run, 1, "arrears-cli: ");
    }
}

static void
test_a_contract_decides_the_charge (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  const char *sheet
      = arrears_test_cli_put (cli, "invoices.csv",
                              "customer_code,invoice_number,invoice_date,due_date,amount,"
                              "contract_number\n0001,XS-1,2026-08-01,2026-08-12,1000,HT-1\n");
  g_autoptr (JsonNode) answer = NULL;

  g_free (arrears_test_cli_expect (cli, 0, "new", cli->ledger, NULL));
  g_free (arrears_test_cli_expect (cli, 0, "import", "invoices", sheet, NULL));
  g_free (arrears_test_cli_expect (
      cli, 0, "contract", "set", "0001", "HT-1", "title=购销合同", "signed_on=2026-01-05",
      "charge_clause=8.2", "charge_terms=daily:0.001", "grace_days=10", "charge_cap=20%", NULL));
  answer = arrears_test_cli_ask (cli, 0, "account", "0001", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (answer), "late_charge"), ==,
                   "90.00");
}

static void
test_contracts_that_cannot_be_are_refused (void)
{
  static const char *const assignments[]
      = { "signed_on=2026-02-30",  "grace_days=-1",   "grace_days=ten",
          "charge_terms=weekly:1", "charge_cap=much", "number=HT-2" };
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (ArrearsTestRun) unknown = NULL;

  arrears_test_cli_put_shop (cli);
  for (gsize i = 0; i < G_N_ELEMENTS (assignments); i++)
    {
      g_autoptr (ArrearsTestRun) run
          = arrears_test_cli_run (cli, "contract", "set", "0001", "HT-001", assignments[i], NULL);

      g_test_message ("%s", assignments[i]);
      assert_refused (run, 1, "arrears-cli: ");
    }
  unknown = arrears_test_cli_run (cli, "contract", "set", "0404", "HT-1", "title=x", NULL);
  assert_refused (unknown, 1, "0404");
}

/* A contract that was refused was not made either. */
static void
test_a_refused_contract_leaves_nothing_behind (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  arrears_test_cli_put_shop (cli);
  before = ask_ledger (cli, "SELECT count (*) || ' ' || (SELECT count (*) FROM log_entry) "
                            "FROM contract");
  g_free (arrears_test_cli_expect (cli, 1, "contract", "set", "0001", "HT-NEW", "title=x",
                                   "charge_terms=weekly:1", NULL));
  after = ask_ledger (cli, "SELECT count (*) || ' ' || (SELECT count (*) FROM log_entry) "
                           "FROM contract");
  g_assert_cmpstr (after, ==, before);
}

static void
test_an_identity_is_for_its_owner_alone (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  const char *password = arrears_test_cli_put (cli, "password", "梧桐-2026-秋\n");
  const char *too_short = arrears_test_cli_put (cli, "short", "1234567\n");
  const char *path = arrears_test_cli_get_path (cli, "own.p12");
  g_autoptr (ArrearsTestRun) again = NULL;
  g_autoptr (ArrearsTestRun) weak = NULL;
  g_autoptr (ArrearsTestRun) without = NULL;
  GStatBuf status;

  g_free (arrears_test_cli_expect (cli, 0, "identity", "new", path, "--name", "青禾",
                                   "--password-file", password, NULL));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  again = arrears_test_cli_run (cli, "identity", "new", path, "--name", "青禾", "--password-file",
                                password, NULL);
  assert_refused (again, 1, "own.p12");
  weak = arrears_test_cli_run (cli, "identity", "new", arrears_test_cli_get_path (cli, "w.p12"),
                               "--name", "青禾", "--password-file", too_short, NULL);
  assert_refused (weak, 1, "at least 8");
  without = arrears_test_cli_run (cli, "identity", "new", arrears_test_cli_get_path (cli, "x.p12"),
                                  "--name", "青禾", "--password-file",
                                  arrears_test_cli_get_path (cli, "none"), NULL);
  assert_refused (without, 1, "none");
}

static void
test_a_copy_is_a_ledger_of_its_own (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  const char *path = arrears_test_cli_get_path (cli, "copy.arrears");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ArrearsTestRun) again = NULL;

  arrears_test_cli_put_shop (cli);
  before = arrears_test_cli_expect (cli, 0, "flags", NULL);
  g_free (arrears_test_cli_expect (cli, 0, "backup", path, NULL));
  again = arrears_test_cli_run (cli, "backup", path, NULL);
  assert_refused (again, 1, "copy.arrears");
  g_free (arrears_test_cli_expect (cli, 0, "--ledger", path, "verify", NULL));
  after = arrears_test_cli_expect (cli, 0, "--ledger", path, "flags", NULL);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-ledger/a-new-ledger-is-empty-and-sound",
                   test_a_new_ledger_is_empty_and_sound);
  g_test_add_func ("/cli-ledger/the-sample-shop-is-made-in-one-go",
                   test_the_sample_shop_is_made_in_one_go);
  g_test_add_func ("/cli-ledger/the-particulars-of-the-firm-are-entered",
                   test_the_particulars_of_the_firm_are_entered);
  g_test_add_func ("/cli-ledger/particulars-that-cannot-be-are-refused",
                   test_particulars_that_cannot_be_are_refused);
  g_test_add_func ("/cli-ledger/a-contract-decides-the-charge", test_a_contract_decides_the_charge);
  g_test_add_func ("/cli-ledger/contracts-that-cannot-be-are-refused",
                   test_contracts_that_cannot_be_are_refused);
  g_test_add_func ("/cli-ledger/a-refused-contract-leaves-nothing-behind",
                   test_a_refused_contract_leaves_nothing_behind);
  g_test_add_func ("/cli-ledger/an-identity-is-for-its-owner-alone",
                   test_an_identity_is_for_its_owner_alone);
  g_test_add_func ("/cli-ledger/a-copy-is-a-ledger-of-its-own", test_a_copy_is_a_ledger_of_its_own);
  return g_test_run ();
}

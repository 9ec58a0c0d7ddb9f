/* make-ledger.c: writes the ledger that is kept of a released schema
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: make-ledger FILE. See tests/data/ledgers/README.md.
 */

#include "arrears-test-ledger.h"

int
main (int argc, char **argv)
{
  g_autoptr (ArrearsLedger) ledger = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: make-ledger FILE\n");
      return 2;
    }
  ledger = arrears_test_ledger_create (argv[1]);
  arrears_test_ledger_fill (ledger);
  arrears_test_ledger_fill_registers (ledger);
  return 0;
}

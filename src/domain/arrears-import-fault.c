/* arrears-import-fault.c: a cell of an imported file that is wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-fault.h"

void
arrears_import_fault_free (ArrearsImportFault *fault)
{
  g_return_if_fail (fault != NULL);

  g_free (fault->column);
  g_free (fault->text);
  g_free (fault->message);
  g_free (fault);
}

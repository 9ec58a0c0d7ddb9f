/* arrears-import-problem.h: a cell of a file that is wrong, as a row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-import-fault.h"
#include "arrears-record.h"

G_BEGIN_DECLS

#define ARREARS_TYPE_IMPORT_PROBLEM (arrears_import_problem_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsImportProblem, arrears_import_problem, ARREARS, IMPORT_PROBLEM,
                      ArrearsRecord)

struct _ArrearsImportProblem
{
  ArrearsRecord parent_instance;

  int row; /* number in the file */
  char *column;
  char *text; /* what stands there */
  char *sentence; /* what is wrong, and what to do */
  char *technical;
  gboolean is_warning;
};

ArrearsImportProblem *arrears_import_problem_new (const ArrearsImportFault *fault);

G_END_DECLS

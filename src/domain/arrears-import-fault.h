/* arrears-import-fault.h: a cell of an imported file that is wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-error.h"
#include "arrears-import-field.h"

G_BEGIN_DECLS

typedef struct
{
  guint row;    /* number in the file */
  char *column; /* the heading, or the letter of a column without one */
  ArrearsImportField field;
  char *text; /* what stands in the cell, cut where it is long */
  ArrearsError code;
  char *message;       /* technical English */
  gboolean is_warning; /* the row was taken all the same */
} ArrearsImportFault;

void arrears_import_fault_free (ArrearsImportFault *fault);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsImportFault, arrears_import_fault_free)

G_END_DECLS

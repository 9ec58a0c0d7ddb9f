/* arrears-import-file.h: an import that is shown and run at the same time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-import.h"

G_BEGIN_DECLS

/* Shared by the dialog and its worker; whoever lets go last closes the import. The matching of its
 * columns is changed only while no worker runs it.
 */
typedef struct
{
  ArrearsImport *import;
} ArrearsImportFile;

ArrearsImportFile *arrears_import_file_new   (ArrearsImport *import); /* taken */
ArrearsImportFile *arrears_import_file_ref   (ArrearsImportFile *file);
void               arrears_import_file_unref (ArrearsImportFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsImportFile, arrears_import_file_unref)

G_END_DECLS

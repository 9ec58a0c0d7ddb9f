/* arrears-import-file.c: an import that is shown and run at the same time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-file.h"

static void
close_import (gpointer data)
{
  ArrearsImportFile *file = data;

  arrears_import_close (file->import);
}

ArrearsImportFile *
arrears_import_file_new (ArrearsImport *import)
{
  ArrearsImportFile *file = g_atomic_rc_box_new0 (ArrearsImportFile);

  file->import = import;
  return file;
}

ArrearsImportFile *
arrears_import_file_ref (ArrearsImportFile *file)
{
  return g_atomic_rc_box_acquire (file);
}

void
arrears_import_file_unref (ArrearsImportFile *file)
{
  g_atomic_rc_box_release_full (file, close_import);
}

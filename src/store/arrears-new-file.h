/* arrears-new-file.h: a file that appears complete or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A database file is written under another name in the same folder; committing syncs it and gives
 * it its own name, without ever replacing a file. At the end of the C scope what was not
 * committed is removed, with the companions that SQLite may have left beside it.
 */
typedef struct _ArrearsNewFile ArrearsNewFile;

/* ARREARS_ERROR_EXISTS where the file stands already, or where a write-ahead log of a former one
 * does: SQLite would play it into the new file.
 */
ArrearsNewFile *arrears_new_file_begin  (const char *path, GError **error);
gboolean        arrears_new_file_commit (ArrearsNewFile *file, GError **error);
void            arrears_new_file_end    (ArrearsNewFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsNewFile, arrears_new_file_end)

/* Where to write until it is committed: an empty file. */
const char *arrears_new_file_get_temporary_path (const ArrearsNewFile *file);

G_END_DECLS

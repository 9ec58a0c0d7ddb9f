/* arrears-files.h: reading whole files, and writing them so that none is ever half there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* ARREARS_ERROR_NOT_FOUND, _PERMISSION or _ENVIRONMENT. */
GBytes *arrears_files_read (const char *path, GError **error);

typedef enum
{
  ARREARS_FILE_SHARED = 0644,
  ARREARS_FILE_PRIVATE = 0600,
} ArrearsFileMode;

/* A file that is written and synced beside its place and not yet seen there. Ending it without
 * putting it in place removes it.
 */
typedef struct _ArrearsPendingFile ArrearsPendingFile;

ArrearsPendingFile *arrears_pending_file_write (GBytes *bytes, const char *path,
                                                ArrearsFileMode mode, GError **error);

/* Puts the file in its place: over what stands there, or, `is_new`, refusing with
 * ARREARS_ERROR_EXISTS.
 */
gboolean arrears_pending_file_place (ArrearsPendingFile *file, gboolean is_new, GError **error);
void     arrears_pending_file_end   (ArrearsPendingFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsPendingFile, arrears_pending_file_end)

/* Both steps at once. */
gboolean arrears_files_write_new (GBytes *bytes, const char *path, ArrearsFileMode mode,
                                  GError **error);
gboolean arrears_files_replace   (GBytes *bytes, const char *path, GError **error);

G_END_DECLS

/* arrears-new-file.c: a file that appears complete or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* renameat2() */

#include "arrears-new-file.h"

#include "arrears-error.h"
#include "arrears-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

struct _ArrearsNewFile
{
  char *path;
  char *temporary_path;
};

static const char *const companions[] = { "-wal", "-shm", "-journal" };

static gboolean
check_absent (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS, "%s stands already", path);
  return FALSE;
}

static gboolean
fail_with_errno (const char *verb, const char *path, GError **error)
{
  int number = errno;
  g_autofree char *action = g_strdup_printf ("%s %s", verb, path);

  g_propagate_error (error, arrears_store_error_new_from_errno (number, action));
  return FALSE;
}

ArrearsNewFile *
arrears_new_file_begin (const char *path, GError **error)
{
  g_autoptr (ArrearsNewFile) self = g_new0 (ArrearsNewFile, 1);
  int descriptor;

  if (!check_absent (path, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (path, companions[i], NULL);

      if (!check_absent (companion, error))
        return NULL;
    }
  self->path = g_strdup (path);
  self->temporary_path = g_strconcat (path, ".XXXXXX", NULL);
  descriptor = g_mkstemp_full (self->temporary_path, O_RDWR | O_CLOEXEC, 0666);
  if (descriptor < 0)
    {
      g_clear_pointer (&self->temporary_path, g_free);
      fail_with_errno ("make", path, error);
      return NULL;
    }
  close (descriptor);
  return g_steal_pointer (&self);
}

static gboolean
sync_path (const char *path, GError **error)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_synced;

  if (descriptor < 0)
    return fail_with_errno ("open", path, error);
  is_synced = fsync (descriptor) == 0 || errno == EINVAL;
  if (!is_synced)
    fail_with_errno ("sync", path, error);
  close (descriptor);
  return is_synced;
}

/* Not every file system can refuse to replace: those that cannot are asked to link, which never
 * replaces either, and those that cannot link (FAT) are looked at once more.
 */
static gboolean
rename_without_replacing (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (from, to) == 0)
    return g_unlink (from) == 0;
  if (errno == EEXIST)
    return FALSE;
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (from, to) == 0;
}

gboolean
arrears_new_file_commit (ArrearsNewFile *file, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file->path);

  if (!sync_path (file->temporary_path, error))
    return FALSE;
  if (!rename_without_replacing (file->temporary_path, file->path))
    return fail_with_errno ("make", file->path, error);
  g_clear_pointer (&file->temporary_path, g_free);
  return sync_path (folder, error);
}

static void
remove_temporary (ArrearsNewFile *self)
{
  g_unlink (self->temporary_path);
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (self->temporary_path, companions[i], NULL);

      g_unlink (companion);
    }
}

void
arrears_new_file_end (ArrearsNewFile *file)
{
  if (file->temporary_path != NULL)
    remove_temporary (file);
  g_free (file->temporary_path);
  g_free (file->path);
  g_free (file);
}

const char *
arrears_new_file_get_temporary_path (const ArrearsNewFile *file)
{
  return file->temporary_path;
}

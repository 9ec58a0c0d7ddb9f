/* arrears-files.c: reading whole files, and writing them so that none is ever half there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-files.h"

#include "arrears-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _ArrearsPendingFile
{
  char *path;
  char *beside; /* NULL once it is in place */
};

static ArrearsError
get_code (int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
      return ARREARS_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS:
      return ARREARS_ERROR_PERMISSION;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return ARREARS_ERROR_DISK_FULL;
    case EEXIST:
      return ARREARS_ERROR_EXISTS;
    default:
      return ARREARS_ERROR_ENVIRONMENT;
    }
}

static void
set_error_from_errno (GError **error, const char *path, const char *action)
{
  int number = errno;

  g_set_error (error, ARREARS_ERROR, get_code (number), "%s: cannot %s: %s", path, action,
               g_strerror (number));
}

GBytes *
arrears_files_read (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;
  char *contents;
  gsize length;

  if (g_file_get_contents (path, &contents, &length, &failure))
    return g_bytes_new_take (contents, length);
  g_set_error_literal (error, ARREARS_ERROR,
                       g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT)
                               || g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOTDIR)
                               || g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ISDIR)
                           ? ARREARS_ERROR_NOT_FOUND
                       : g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ACCES)
                           ? ARREARS_ERROR_PERMISSION
                           : ARREARS_ERROR_ENVIRONMENT,
                       failure->message);
  return NULL;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      length -= (gsize) written;
    }
  return fsync (fd) == 0;
}

ArrearsPendingFile *
arrears_pending_file_write (GBytes *bytes, const char *path, ArrearsFileMode mode, GError **error)
{
  g_autoptr (ArrearsPendingFile) file = g_new0 (ArrearsPendingFile, 1);
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, (int) mode);
  gboolean is_written;

  if (fd < 0)
    {
      ArrearsError code = get_code (errno);

      /* It is the folder that is not there; asking for a file to be made in it is no bad input. */
      g_set_error (error, ARREARS_ERROR,
                   code == ARREARS_ERROR_NOT_FOUND ? ARREARS_ERROR_ENVIRONMENT : code,
                   "%s: cannot be made: %s", path, g_strerror (errno));
      return NULL;
    }
  file->path = g_strdup (path);
  file->beside = g_steal_pointer (&beside);
  is_written = write_all (fd, bytes);
  if (!is_written)
    set_error_from_errno (error, path, "write");
  if (close (fd) != 0 && is_written)
    {
      set_error_from_errno (error, path, "close");
      is_written = FALSE;
    }
  return is_written ? g_steal_pointer (&file) : NULL;
}

static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean is_synced;

  if (fd < 0)
    return FALSE;
  is_synced = fsync (fd) == 0 || errno == EINVAL; /* a file system that syncs no folders */
  close (fd);
  return is_synced;
}

/* link() refuses where rename() would replace, but memory sticks know no links. */
static gboolean
place_new (ArrearsPendingFile *file)
{
  if (link (file->beside, file->path) == 0)
    return TRUE;
  if (errno != EPERM && errno != EOPNOTSUPP)
    return FALSE;
  if (access (file->path, F_OK) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (file->beside, file->path) == 0;
}

gboolean
arrears_pending_file_place (ArrearsPendingFile *file, gboolean is_new, GError **error)
{
  if (is_new ? !place_new (file) : g_rename (file->beside, file->path) != 0)
    {
      set_error_from_errno (error, file->path, "put in place");
      return FALSE;
    }
  g_unlink (file->beside);
  g_clear_pointer (&file->beside, g_free);
  if (!sync_folder (file->path))
    {
      set_error_from_errno (error, file->path, "sync the folder");
      return FALSE;
    }
  return TRUE;
}

void
arrears_pending_file_end (ArrearsPendingFile *file)
{
  if (file->beside != NULL)
    g_unlink (file->beside);
  g_free (file->beside);
  g_free (file->path);
  g_free (file);
}

gboolean
arrears_files_write_new (GBytes *bytes, const char *path, ArrearsFileMode mode, GError **error)
{
  g_autoptr (ArrearsPendingFile) file = arrears_pending_file_write (bytes, path, mode, error);

  return file != NULL && arrears_pending_file_place (file, TRUE, error);
}

gboolean
arrears_files_replace (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (ArrearsPendingFile) file
      = arrears_pending_file_write (bytes, path, ARREARS_FILE_SHARED, error);

  return file != NULL && arrears_pending_file_place (file, FALSE, error);
}

/* arrears-test-folder.c: a folder for the files of one test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-folder.h"

#include <glib/gstdio.h>

struct _ArrearsTestFolder
{
  char *path;
  GPtrArray *names; /* paths that were handed out */
};

ArrearsTestFolder *
arrears_test_folder_new (void)
{
  ArrearsTestFolder *folder = g_new0 (ArrearsTestFolder, 1);
  g_autoptr (GError) error = NULL;

  folder->path = g_dir_make_tmp ("arrears-test-XXXXXX", &error);
  g_assert_no_error (error);
  folder->names = g_ptr_array_new_with_free_func (g_free);
  return folder;
}

static GDir *
open_folder (ArrearsTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  GDir *dir = g_dir_open (folder->path, 0, &error);

  g_assert_no_error (error);
  return dir;
}

void
arrears_test_folder_free (ArrearsTestFolder *folder)
{
  g_autoptr (GDir) dir = open_folder (folder);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_cmpint (g_remove (arrears_test_folder_get_path (folder, name)), ==, 0);
  g_assert_cmpint (g_rmdir (folder->path), ==, 0);
  g_ptr_array_unref (folder->names);
  g_free (folder->path);
  g_free (folder);
}

const char *
arrears_test_folder_get_path (ArrearsTestFolder *folder, const char *name)
{
  char *path = g_build_filename (folder->path, name, NULL);

  g_ptr_array_add (folder->names, path);
  return path;
}

guint
arrears_test_folder_count (ArrearsTestFolder *folder)
{
  g_autoptr (GDir) dir = open_folder (folder);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

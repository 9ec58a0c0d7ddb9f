/* arrears-test-program.c: other programs as witnesses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-program.h"

#include <glib/gstdio.h>

ArrearsTestFolder *
arrears_test_folder_new (void)
{
  ArrearsTestFolder *folder = g_new0 (ArrearsTestFolder, 1);
  g_autoptr (GError) error = NULL;

  folder->path = g_dir_make_tmp ("arrears-signature-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

void
arrears_test_folder_free (ArrearsTestFolder *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder->path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder->path, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder->path);
  g_free (folder->path);
  g_free (folder);
}

char *
arrears_test_folder_put (ArrearsTestFolder *folder, const char *name, GBytes *bytes)
{
  char *path = g_build_filename (folder->path, name, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}

gboolean
arrears_test_program_is_here (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *reason = g_strdup_printf ("%s is not installed", program);

  if (path == NULL)
    g_test_skip (reason);
  return path != NULL;
}

char *
arrears_test_program_run (int *status, const char *program, ...)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data;
  va_list arguments;

  g_ptr_array_add (words, (gpointer) program);
  va_start (arguments, program);
  do
    g_ptr_array_add (words, va_arg (arguments, gpointer));
  while (words->pdata[words->len - 1] != NULL);
  va_end (arguments);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                        | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);

  if (status != NULL)
    *status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  data = g_bytes_get_data (output, &length);
  return g_strndup (data != NULL ? data : "", length);
}

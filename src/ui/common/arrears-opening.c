/* arrears-opening.c: opening or making a ledger, away from the thread that draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-opening.h"

#include "arrears-job.h"
#include "arrears-sample-shop.h"

#include <errno.h>

static ArrearsOpening *
copy_opening (const ArrearsOpening *opening)
{
  ArrearsOpening *copy = g_memdup2 (opening, sizeof *opening);

  copy->path = g_strdup (opening->path);
  return copy;
}

static void
free_opening (gpointer data)
{
  ArrearsOpening *opening = data;

  g_free ((char *) opening->path);
  g_free (opening);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               "cannot make the folder %s: %s", folder, g_strerror (errno));
  return FALSE;
}

static ArrearsDesk *
create_ledger (const ArrearsOpening *opening, GError **error)
{
  if (!make_folder (opening->path, error))
    return NULL;

  return arrears_desk_create (opening->path, opening->as_of, opening->clock, error);
}

static ArrearsDesk *
create_sample (const ArrearsOpening *opening, GError **error)
{
  if (!make_folder (opening->path, error))
    return NULL;

  return arrears_sample_shop_create (opening->path, opening->as_of, opening->clock, error);
}

static gpointer
open_ledger (ArrearsDesk *no_desk, gpointer input, GError **error)
{
  const ArrearsOpening *opening = input;

  if (opening->kind == ARREARS_OPENING_CREATE)
    return create_ledger (opening, error);
  if (opening->kind == ARREARS_OPENING_SAMPLE
      && !g_file_test (opening->path, G_FILE_TEST_EXISTS))
    return create_sample (opening, error);
  return arrears_desk_open (opening->path, opening->as_of, opening->clock, error);
}

void
arrears_opening_start (const ArrearsOpening *opening,
                       gpointer owner,
                       GCancellable *cancellable,
                       GAsyncReadyCallback done,
                       gpointer user_data)
{
  ArrearsJob job = { open_ledger, copy_opening (opening), free_opening, g_object_unref };

  arrears_job_start (&job, NULL, owner, cancellable, done, user_data);
}

ArrearsDesk *
arrears_opening_finish (GAsyncResult *result, GError **error)
{
  return arrears_job_finish (result, error);
}

char *
arrears_opening_make_path (const char *name, gboolean is_new)
{
  char *path = g_strdup_printf ("%s/arrears/%s.arrears", g_get_user_data_dir (), name);

  for (int n = 2; is_new && g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_free (path);
      path = g_strdup_printf ("%s/arrears/%s-%d.arrears", g_get_user_data_dir (), name, n);
    }
  return path;
}

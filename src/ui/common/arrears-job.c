/* arrears-job.c: work on the ledger away from the thread that draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-job.h"

typedef struct
{
  ArrearsJob job;
  ArrearsDesk *desk;
  GApplication *application; /* kept from ending under the thread; NULL where there is none */
} RunningJob;

static void
free_running (gpointer data)
{
  RunningJob *running = data;

  if (running->job.free_input != NULL)
    running->job.free_input (running->job.input);
  g_clear_object (&running->desk);
  if (running->application != NULL)
    g_application_release (running->application);
  g_clear_object (&running->application);
  g_free (running);
}

static void
on_job_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  arrears_desk_interrupt (user_data);
}

static gpointer
work_at_desk (RunningJob *running, GCancellable *cancellable, GError **error)
{
  g_autoptr (ArrearsDesk) desk = NULL;
  gpointer result;
  gulong handler = 0;

  if (running->desk == NULL)
    return running->job.work (NULL, running->job.input, error);

  desk = arrears_desk_open_again (running->desk, error);
  if (desk == NULL)
    return NULL;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_job_cancelled_cb), desk, NULL);
  result = running->job.work (desk, running->job.input, error);
  if (cancellable != NULL)
    g_cancellable_disconnect (cancellable, handler);
  return result;
}

/* `data` is the task data of the owner's task. */
static void
run_in_thread (GTask *work, gpointer source, gpointer data, GCancellable *cancellable)
{
  RunningJob *running = data;
  g_autoptr (GError) error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (work))
    return;

  result = work_at_desk (running, cancellable, &error);
  if (result == NULL)
    g_task_return_error (work, g_steal_pointer (&error));
  else
    g_task_return_pointer (work, result, running->job.free_result);
}

static void
on_work_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RunningJob *running = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  if (value == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, value, running->job.free_result);
}

/* The thread is the last to let go of its task now and then, and of all that the task holds: so it
 * has one of its own, which holds nothing, and the owner's is let go of where it was made.
 */
void
arrears_job_start (const ArrearsJob *job, ArrearsDesk *desk, gpointer owner,
                   GCancellable *cancellable, GAsyncReadyCallback done, gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) work = NULL;
  RunningJob *running = g_new0 (RunningJob, 1);

  g_return_if_fail (job != NULL && job->work != NULL);

  running->job = *job;
  g_set_object (&running->desk, desk);
  g_set_object (&running->application, g_application_get_default ());
  if (running->application != NULL)
    g_application_hold (running->application);
  task = g_task_new (owner, cancellable, done, user_data);
  g_task_set_source_tag (task, arrears_job_start);
  g_task_set_check_cancellable (task, !job->is_act);
  g_task_set_task_data (task, running, free_running);

  work = g_task_new (NULL, cancellable, on_work_done_cb, task);
  g_task_set_source_tag (work, run_in_thread);
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, running, NULL);
  g_task_run_in_thread (work, run_in_thread);
}

gpointer
arrears_job_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GCancellable *
arrears_job_renew (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
  return *cancellable;
}

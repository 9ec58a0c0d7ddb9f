/* test-job.c: work on the ledger away from the thread that draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-job.h"

#include "arrears-message.h"
#include "arrears-test-screen.h"

enum
{
  N_JOBS = 3000,
  N_AT_ONCE = 4,
};

typedef struct
{
  GThread *home;
  int n_gone;      /* atomic */
  int n_elsewhere; /* atomic: gone in another thread than their own */
} Count;

static void
on_owner_gone_cb (gpointer user_data, GObject *owner)
{
  Count *count = user_data;

  if (g_thread_self () != count->home)
    g_atomic_int_inc (&count->n_elsewhere);
  g_atomic_int_inc (&count->n_gone);
}

static gpointer
copy_text (ArrearsDesk *desk, gpointer input, GError **error)
{
  return g_strdup (input);
}

static void
on_text_copied_cb (GObject *owner, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *text = arrears_job_finish (result, NULL);

  g_assert_cmpstr (text, ==, "text");
}

static void
start_and_let_go_of_owner (Count *count)
{
  const ArrearsJob job = { copy_text, g_strdup ("text"), g_free, g_free };
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_weak_ref (owner, on_owner_gone_cb, count);
  arrears_job_start (&job, NULL, owner, NULL, on_text_copied_cb, NULL);
}

/* A dialog that its job was the last to hold would else be taken apart beside the thread that
 * draws.
 */
static void
test_an_owner_goes_in_the_thread_it_came_from (void)
{
  Count count = { .home = g_thread_self () };

  for (int i = 0; i < N_JOBS; i++)
    {
      start_and_let_go_of_owner (&count);
      while (i - g_atomic_int_get (&count.n_gone) >= N_AT_ONCE)
        g_main_context_iteration (NULL, TRUE);
    }
  while (g_atomic_int_get (&count.n_gone) < N_JOBS)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count.n_elsewhere, ==, 0);
}

typedef struct
{
  gboolean is_finished;
  char *text;
  GError *error;
} Outcome;

static void
on_outcome_known_cb (GObject *owner, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->text = arrears_job_finish (result, &outcome->error);
  outcome->is_finished = TRUE;
}

static gboolean
is_finished (gpointer user_data)
{
  return ((Outcome *) user_data)->is_finished;
}

static Outcome
run_cancelled (ArrearsJob job)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { 0 };

  job.input = cancellable;
  arrears_job_start (&job, NULL, owner, cancellable, on_outcome_known_cb, &outcome);
  arrears_test_screen_wait_until (is_finished, &outcome);
  return outcome;
}

static gpointer
cancel_too_late (ArrearsDesk *desk, gpointer input, GError **error)
{
  g_cancellable_cancel (input);
  return g_strdup ("done");
}

static void
test_what_was_cancelled_has_no_result (void)
{
  Outcome outcome = run_cancelled ((ArrearsJob) { cancel_too_late, .free_result = g_free });

  g_assert_null (outcome.text);
  g_assert_true (arrears_message_is_cancelled (outcome.error));
  g_clear_error (&outcome.error);
}

static void
test_an_act_that_was_cancelled_too_late_counts (void)
{
  Outcome outcome
      = run_cancelled ((ArrearsJob) { cancel_too_late, .free_result = g_free, .is_act = TRUE });

  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.text, ==, "done");
  g_free (outcome.text);
}

int
main (int argc, char *argv[])
{
  arrears_test_screen_init (&argc, &argv);
  g_test_add_func ("/job/an-owner-goes-in-the-thread-it-came-from",
                   test_an_owner_goes_in_the_thread_it_came_from);
  g_test_add_func ("/job/what-was-cancelled-has-no-result", test_what_was_cancelled_has_no_result);
  g_test_add_func ("/job/an-act-that-was-cancelled-too-late-counts",
                   test_an_act_that_was_cancelled_too_late_counts);
  return g_test_run ();
}

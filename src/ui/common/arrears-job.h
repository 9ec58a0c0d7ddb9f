/* arrears-job.h: work on the ledger away from the thread that draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Runs in a worker, on a desk of its own; NULL with an error. `desk` is NULL where the job was
 * started without one.
 */
typedef gpointer (*ArrearsJobWork) (ArrearsDesk *desk, gpointer input, GError **error);

typedef struct
{
  ArrearsJobWork work;
  gpointer input;             /* taken */
  GDestroyNotify free_input;  /* may be NULL */
  GDestroyNotify free_result; /* may be NULL */
  gboolean is_act;            /* changes the ledger, so that its result counts even where it was
                                 cancelled too late */
} ArrearsJob;

/* `owner` is kept alive until `done` was called in the thread that draws. Cancelling interrupts
 * the query that runs; arrears_job_finish() then gives G_IO_ERROR_CANCELLED whatever the work did,
 * unless that was an act.
 */
void arrears_job_start (const ArrearsJob *job, ArrearsDesk *desk, gpointer owner,
                        GCancellable *cancellable, GAsyncReadyCallback done, gpointer user_data);

/* The result of the work. (transfer full) */
gpointer arrears_job_finish (GAsyncResult *result, GError **error);

/* Cancels what runs with *cancellable, if anything, and puts a fresh one there. (transfer none) */
GCancellable *arrears_job_renew (GCancellable **cancellable);

G_END_DECLS

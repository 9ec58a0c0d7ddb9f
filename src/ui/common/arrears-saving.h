/* arrears-saving.h: a dialog that saves and closes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Runs in a worker, on a desk of its own. FALSE with an error. */
typedef gboolean (*ArrearsSavingWork) (ArrearsDesk *desk, gpointer input, GError **error);

/* Another program may hold the ledger for seconds, so nothing is saved in the thread that draws.
 * Until the work is done `dialog` takes no input and does not close. Then it closes, and `desk`
 * tells of the change; or the error is shown under `heading`, and the dialog is as it was.
 *
 * `input` is taken.
 */
void arrears_saving_start (AdwWindow *dialog, ArrearsDesk *desk, ArrearsSavingWork work,
                           gpointer input, GDestroyNotify free_input, const char *heading);

typedef struct
{
  ArrearsSavingWork work;
  gpointer input; /* taken */
  GDestroyNotify free_input;
  void (*saved) (AdwWindow *dialog, gpointer input);        /* before it closes; or NULL */
  void (*refused) (AdwWindow *dialog, const GError *error); /* once it is as it was */
} ArrearsSaving;

/* The same, for a dialog that shows errors in its own way, or looks at what the work has left in
 * its input.
 */
void arrears_saving_try (AdwWindow *dialog, ArrearsDesk *desk, const ArrearsSaving *saving);

G_END_DECLS

/* arrears-opening.h: opening or making a ledger, away from the thread that draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_OPENING_OPEN,   /* the file that is there */
  ARREARS_OPENING_CREATE, /* a new one */
  ARREARS_OPENING_SAMPLE, /* the sample shop: made and filled unless it is there */
} ArrearsOpeningKind;

typedef struct
{
  ArrearsOpeningKind kind;
  const char *path; /* its folder is made where a new file is */
  ArrearsDay as_of;
  ArrearsClock clock;
} ArrearsOpening;

/* `done` gets a desk for the thread that draws. */
void arrears_opening_start (const ArrearsOpening *opening, gpointer owner,
                            GCancellable *cancellable, GAsyncReadyCallback done,
                            gpointer user_data);

/* (transfer full) */
ArrearsDesk *arrears_opening_finish (GAsyncResult *result, GError **error);

/* Where ledgers stand unless the user has chosen another place: NAME.arrears in the user's data
 * folder, with a number behind the name where `is_new` and the file is there already.
 */
char *arrears_opening_make_path (const char *name, gboolean is_new);

G_END_DECLS

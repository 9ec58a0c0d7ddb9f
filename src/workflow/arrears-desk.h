/* arrears-desk.h: an open ledger, the day, and the published tables: where all work begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "arrears-calendar.h"
#include "arrears-charge-terms.h"
#include "arrears-company.h"
#include "arrears-error.h"

G_BEGIN_DECLS

/* An instant with the local offset of the place it was taken in. */
typedef struct
{
  gint64 at; /* seconds since 1970-01-01 UTC */
  int offset_minutes;
} ArrearsInstant;

/* Where the desk takes the time of its log entries from; main() gives the real one. */
typedef ArrearsInstant (*ArrearsClock) (void);

/* A desk belongs to one thread; a worker opens its own with arrears_desk_open_again(). The day,
 * `as_of`, is what the program takes for today: every rule follows it.
 *
 * ::ledger-changed is emitted after each act through this desk that changed the ledger, and by
 * arrears_desk_notify_changed().
 */
#define ARREARS_TYPE_DESK (arrears_desk_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsDesk, arrears_desk, ARREARS, DESK, GObject)

/* Makes a new ledger and opens it. ARREARS_ERROR_EXISTS where the file stands already. */
ArrearsDesk *arrears_desk_create (const char *path, ArrearsDay as_of, ArrearsClock clock,
                                  GError **error);

ArrearsDesk *arrears_desk_open (const char *path, ArrearsDay as_of, ArrearsClock clock,
                                GError **error);

/* The same ledger, day, clock and actor over a connection of its own: to be called in the thread that will
 * work at it, whichever thread `desk` belongs to.
 */
ArrearsDesk *arrears_desk_open_again (ArrearsDesk *desk, GError **error);

const char *arrears_desk_get_path  (ArrearsDesk *desk);
ArrearsDay  arrears_desk_get_as_of (ArrearsDesk *desk);

/* The published tables with what the user had added to them by the desk's day. They stay as they
 * are while the desk is open; ask again after the day or the tables changed.
 */
const ArrearsCalendar *arrears_desk_get_calendar (ArrearsDesk *desk);
ArrearsRateTables      arrears_desk_get_rates    (ArrearsDesk *desk);

/* Who works at the desk: each entry of the log bears it. "" until it is set; a desk that is opened
 * again takes it over.
 */
void        arrears_desk_set_actor (ArrearsDesk *desk, const char *actor);
const char *arrears_desk_get_actor (ArrearsDesk *desk);

/* What the desk's clock says. */
ArrearsInstant arrears_desk_get_now (ArrearsDesk *desk);

/* Moves to another day, such as the next morning; emits ::ledger-changed. */
void arrears_desk_set_as_of (ArrearsDesk *desk, ArrearsDay as_of);

/* May be called from any thread: ends the query that runs, and lets no act of this desk change the
 * ledger any more (ARREARS_ERROR_CANCELLED). For the desk of a worker, which is left behind then.
 */
void arrears_desk_interrupt (ArrearsDesk *desk);

/* To be called on the desk of the window when a worker's desk has changed the ledger. */
void arrears_desk_notify_changed (ArrearsDesk *desk);

/* The user's own firm. (transfer full) */
ArrearsCompany *arrears_desk_load_company (ArrearsDesk *desk, GError **error);

/* Refused: no name (ARREARS_ERROR_MISSING), a code of wrong length or alphabet. The code is
 * normalised. Logged.
 */
gboolean arrears_desk_save_company (ArrearsDesk *desk, ArrearsCompany *company, GError **error);

/* Faults of the ledger as technical sentences, empty where it is sound. See the store. */
GStrv arrears_desk_verify (ArrearsDesk *desk, GError **error);

/* A consistent copy while the ledger is in use. */
gboolean arrears_desk_back_up (ArrearsDesk *desk, const char *path, GError **error);

G_END_DECLS

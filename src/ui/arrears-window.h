/* arrears-window.h: the main window, with one ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-application.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

/* The sections on the left, and beside them one section or the page of an account. What the user
 * can do is an action of the window, with all it needs as its parameter; those that need a ledger
 * are disabled while none is open. A path that is '' lets the user choose a file.
 *
 *   win.section (s)          today, accounts, invoices, letters, agreements, log
 *   win.search               puts the cursor into the section's search
 *   win.back                 from an account to where it was opened, or to the list of sections
 *   win.open-account (x)     id of a customer, as for the next two
 *   win.issue-letter (x)
 *   win.receive-payment (x)
 *   win.enter (sx)           an entry about an account by its name: contact, promise, dispute ...
 *   win.complete-stage (x)   what the account's stage asks for was done
 *   win.acknowledge-stage (x)  somebody has seen the stage
 *   win.import (ss)          customers, invoices or payments, and a path
 *   win.edit-company
 *   win.verify-document (s)  the signatures of any PDF file
 *   win.new-ledger (s), win.open-ledger (s), win.back-up (s)
 *   win.check-ledger
 *   win.start-ledger         a new ledger at the usual place
 *   win.try-sample           the sample shop, made at the first time
 *   win.edit-policies, win.edit-rules, win.show-tables, win.show-owners
 *   win.show-log (s)         what a person did
 *   win.set-actor (s)        who works here; '' asks
 *   win.show-shortcuts
 *   win.dialog (sav)         an action of the dialog that is open, or of what the content shows,
 *                            with its parameter: ('form.set', [<('note', 'called')>])
 */
#define ARREARS_TYPE_WINDOW (arrears_window_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsWindow, arrears_window, ARREARS, WINDOW, AdwApplicationWindow)

/* With `fixed_day` the window takes that day for today; ARREARS_DAY_NONE goes by the clock. */
ArrearsWindow *arrears_window_new (ArrearsApplication *application, ArrearsDay fixed_day);

ArrearsDay arrears_window_get_fixed_day (ArrearsWindow *self);

/* Opens a ledger, in a worker and not before the window has been drawn for the first time. What
 * was open before is closed once that succeeds.
 */
void arrears_window_open_ledger (ArrearsWindow *self, const char *path);

/* The path of the ledger that is open or being opened; NULL for none. */
const char *arrears_window_get_ledger_path (ArrearsWindow *self);

/* NULL until a ledger is open. (transfer none) */
ArrearsDesk *arrears_window_get_desk (ArrearsWindow *self);

/* Where the user is: "today" ... */
const char *arrears_window_get_section (ArrearsWindow *self);

/* Shows a page in place of the sections until the user goes back. Its property "title", if it has
 * one, names the window's content meanwhile. (transfer floating)
 */
void arrears_window_push (ArrearsWindow *self, GtkWidget *page);

/* A short message that goes away by itself. */
void arrears_window_tell (ArrearsWindow *self, const char *text);

G_END_DECLS

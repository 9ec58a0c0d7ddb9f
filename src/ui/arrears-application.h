/* arrears-application.h: the program with its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Opens the ledger named on the command line, else the one that was open last, else a welcome.
 * With --as-of a window keeps that day; without, it goes by the clock.
 *
 * Actions: app.quit, app.about.
 */
#define ARREARS_TYPE_APPLICATION (arrears_application_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsApplication, arrears_application, ARREARS, APPLICATION,
                      AdwApplication)

ArrearsApplication *arrears_application_new (ArrearsClock clock);

ArrearsClock arrears_application_get_clock (ArrearsApplication *self);

/* The day that it is by the clock, where the user is. */
ArrearsDay arrears_application_get_today (ArrearsApplication *self);

/* How the user left the window; NULL where the schema is not installed. (transfer none) */
GSettings *arrears_application_get_settings (ArrearsApplication *self);

G_END_DECLS

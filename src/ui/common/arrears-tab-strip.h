/* arrears-tab-strip.h: the tabs of a stack, in as many lines as they need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A view switcher makes all tabs as wide as the widest: too wide for many.
 *
 * Properties:
 *   "stack" (AdwViewStack): whose pages there are when it is set
 */
#define ARREARS_TYPE_TAB_STRIP (arrears_tab_strip_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsTabStrip, arrears_tab_strip, ARREARS, TAB_STRIP, GtkWidget)

G_END_DECLS

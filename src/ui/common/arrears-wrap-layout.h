/* arrears-wrap-layout.h: children beside each other, and in further lines where they do not fit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Each child is as wide as it wants to be, up to the whole width; what its line leaves goes to the
 * first that has "hexpand" set. Where everything fits into one line, the last child stands at the
 * end of it if "has-end" is set.
 *
 * Properties:
 *   "spacing" (int): between children
 *   "line-spacing" (int): between lines
 *   "has-end" (boolean)
 */
#define ARREARS_TYPE_WRAP_LAYOUT (arrears_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsWrapLayout, arrears_wrap_layout, ARREARS, WRAP_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *arrears_wrap_layout_new (int spacing, int line_spacing);

G_END_DECLS

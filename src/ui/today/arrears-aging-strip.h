/* arrears-aging-strip.h: what is owed, by how long it is overdue, as a strip with its figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "arrears-aging.h"

G_BEGIN_DECLS

/* A bar divided as the amounts are, and below it each bucket that holds money by name and amount.
 * Colour only repeats what the figures say.
 */
#define ARREARS_TYPE_AGING_STRIP (arrears_aging_strip_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsAgingStrip, arrears_aging_strip, ARREARS, AGING_STRIP, GtkWidget)

void arrears_aging_strip_set_aging (ArrearsAgingStrip *self, const ArrearsAging *aging);

G_END_DECLS

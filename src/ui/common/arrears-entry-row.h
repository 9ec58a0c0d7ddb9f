/* arrears-entry-row.h: the row that one field of an entry is typed into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-entry.h"

G_BEGIN_DECLS

/* Signals:
 *   ::changed: the user changed its text
 */
#define ARREARS_TYPE_ENTRY_ROW (arrears_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsEntryRow, arrears_entry_row, ARREARS, ENTRY_ROW, GObject)

/* Holds what `values` have for the field. `field` must live as long as the program. A text of
 * several lines is saved with Ctrl+Enter, all others with Enter.
 */
ArrearsEntryRow *arrears_entry_row_new (const ArrearsEntryField *field,
                                        const ArrearsEntryValues *values);

/* The row of a list that shows it. (transfer none) */
GtkWidget *arrears_entry_row_get_widget (ArrearsEntryRow *self);

const char *arrears_entry_row_get_name (ArrearsEntryRow *self);

/* As arrears_entry_values_set_text() takes it: of a choice its word. (transfer full) */
char *arrears_entry_row_get_text (ArrearsEntryRow *self);
void arrears_entry_row_set_text (ArrearsEntryRow *self, const char *text);

G_END_DECLS

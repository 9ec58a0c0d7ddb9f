/* arrears-record-tab.h: one table on the page of an account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-record.h"

G_BEGIN_DECLS

/* Holds the records; the columns stand in the template of each tab.
 *
 * Properties:
 *   "selection" (GtkSingleSelection, read-only): over the records
 *   "is-empty" (boolean, read-only)
 * Signals:
 *   ::activated (ArrearsRecord): double click, Enter, or tab.activate-selected
 */
#define ARREARS_TYPE_RECORD_TAB (arrears_record_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (ArrearsRecordTab, arrears_record_tab, ARREARS, RECORD_TAB, AdwBin)

struct _ArrearsRecordTabClass
{
  AdwBinClass parent_class;
};

/* Gives the class its template, in which the column view is `view`, the closures of arrears_format_bind_closures() and, as the
 * handler of a column view's ::activate, on_row_activated_cb, which emits ::activated.
 */
void arrears_record_tab_class_set_template (ArrearsRecordTabClass *klass, const char *resource);

/* The columns from `first` to `last` hold numbers. After the template was made. */
void arrears_record_tab_align_numbers (ArrearsRecordTab *self, guint first, guint last);

/* Puts the focus into the table. */
gboolean arrears_record_tab_grab_focus (ArrearsRecordTab *self);

/* `records`: GPtrArray of ArrearsRecord. */
void arrears_record_tab_show (ArrearsRecordTab *self, GPtrArray *records);

G_END_DECLS

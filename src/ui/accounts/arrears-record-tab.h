/* arrears-record-tab.h: one table on the page of an account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-record.h"

G_BEGIN_DECLS

/* Holds the records; the columns stand in the template of each tab, and sort by their sorters. What
 * can be done with the selected row (arrears-account-acts.h) stands in a menu: in that of its
 * button, at the row with the right mouse button, or with the Menu key.
 *
 * Properties:
 *   "selection" (GtkSingleSelection, read-only): over the records
 *   "is-empty" (boolean, read-only)
 * Signals:
 *   ::activated (ArrearsRecord): double click, Enter, or tab.activate-selected
 * Actions:
 *   tab.activate-selected
 *   tab.show-menu
 */
#define ARREARS_TYPE_RECORD_TAB (arrears_record_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (ArrearsRecordTab, arrears_record_tab, ARREARS, RECORD_TAB, AdwBin)

struct _ArrearsRecordTabClass
{
  AdwBinClass parent_class;
};

/* Gives the class its template, in which the column view is `view` and the button of the menu
 * `acts`, the closures of arrears_format_bind_closures() and, as the handler of a column view's
 * ::activate, on_row_activated_cb, which emits ::activated.
 */
void arrears_record_tab_class_set_template (ArrearsRecordTabClass *klass, const char *resource);

/* Makes the template, and what works on it. To be called in init. */
void arrears_record_tab_init_template (ArrearsRecordTab *self);

/* The columns from `first` to `last` hold numbers. After the template was made. */
void arrears_record_tab_align_numbers (ArrearsRecordTab *self, guint first, guint last);

/* Puts the focus into the table. */
gboolean arrears_record_tab_grab_focus (ArrearsRecordTab *self);

/* The record of a kind that an act is for, by its id among its kind; NULL where it is not listed.
 * (transfer none)
 */
ArrearsRecord *arrears_record_tab_find (ArrearsRecordTab *self, const char *act, gint64 id);

/* `records`: GPtrArray of ArrearsRecord. The same row stays selected, as far as it is still there.
 */
void arrears_record_tab_show (ArrearsRecordTab *self, GPtrArray *records);

G_END_DECLS

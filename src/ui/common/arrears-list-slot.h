/* arrears-list-slot.h: a place in a list, which shows one record now and another later
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* The item of an ArrearsListModel. Its property "record" changes in place when the list is put in
 * another order; cells look up item, then record, then a field, and follow.
 */
#define ARREARS_TYPE_LIST_SLOT (arrears_list_slot_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsListSlot, arrears_list_slot, ARREARS, LIST_SLOT, GObject)

ArrearsListSlot *arrears_list_slot_new (ArrearsRecord *record);

/* Never NULL. (transfer none) */
ArrearsRecord *arrears_list_slot_get_record (ArrearsListSlot *self);
void           arrears_list_slot_set_record (ArrearsListSlot *self, ArrearsRecord *record);

G_END_DECLS

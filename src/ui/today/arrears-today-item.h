/* arrears-today-item.h: an account on the list of the day, with its reasons in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-account.h"
#include "arrears-today.h"

G_BEGIN_DECLS

/* Properties, all read-only:
 *   "account" (ArrearsAccount)
 *   "reasons" (string): all of them in one line, the most urgent first
 *   "next-step" (string): what the first of them asks to do
 */
#define ARREARS_TYPE_TODAY_ITEM (arrears_today_item_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsTodayItem, arrears_today_item, ARREARS, TODAY_ITEM, GObject)

/* The row is read and not kept. */
ArrearsTodayItem *arrears_today_item_new (const ArrearsTodayRow *row, ArrearsAccount *account);

/* The rows of the list with their accounts, those left out that are not there. GPtrArray of
 * ArrearsTodayItem.
 */
GPtrArray *arrears_today_item_list (ArrearsDesk *desk, GError **error);

/* (transfer none) */
ArrearsAccount *arrears_today_item_get_account (ArrearsTodayItem *self);

/* A line for each reason. (transfer full) */
char *arrears_today_item_make_lines (ArrearsTodayItem *self);

gboolean arrears_today_item_has_kind (ArrearsTodayItem *self, ArrearsTodayKind kind);

G_END_DECLS

/* arrears-format.h: how values of records are written on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "arrears-day.h"
#include "arrears-money.h"

G_BEGIN_DECLS

/* Makes these closures known to the template of a widget class, for <closure function="...">
 * over the properties of records:
 *
 *   format_money (gint64 fen)                   1,234.50
 *   format_money_or_blank (gint64 fen)          the same, "" for nothing
 *   format_day (gint day)                       2026-03-05, "" for no day
 *   format_stage (gint stage)                   正式催款函, "" for none
 *   format_grade (gint grade)                   优质
 *   format_days_overdue (gint days)             45, "" where nothing is overdue
 *   format_open_days_overdue (gint days, gint64 open)   the same, "" also where nothing is open
 *   format_document_kind (gchararray word)      催款函
 *   format_channel (gchararray word)            通话
 *   format_outcome (gchararray word)            承诺付款, "" where nothing is noted
 *   format_invoice_state (gint64 open, gint64 charge, gboolean is_paused, gint64 whole_id,
 *                         gchararray ended_how)         暂缓, 分期, 已作废 ...; "" for nothing
 * special style_state (gboolean is_over, gboolean is_urgent) -> GStrv     CSS classes for a state
 *   format_signed (gboolean is_signed)          已签名
 *   format_count (gint n)                       1,234
 *   format_flag (gint days, gint64 counted, gchararray invoice)     why an account is flagged
 *   format_pair (gchararray a, gchararray b)    both with a space between, or the one there is
 *   style_stage (gint stage) -> GStrv           CSS classes for a cell that names a stage
 *   style_grade (gint grade) -> GStrv           CSS classes for a cell that names a grade
 *   style_overdue (gint64 fen) -> GStrv         CSS classes for an amount that is overdue
 */
void arrears_format_bind_closures (GtkWidgetClass *klass);

/* (transfer full) */
char *arrears_format_money (ArrearsMoney money); /* "1,234.50" */
char *arrears_format_yuan (ArrearsMoney money);  /* "1,234.50 yuan", in the user's language */
char *arrears_format_day (ArrearsDay day);       /* "2026-03-05" */

G_END_DECLS

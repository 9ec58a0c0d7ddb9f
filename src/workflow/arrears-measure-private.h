/* arrears-measure-private.h: what disputes, pauses, promises and marks have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk-private.h"
#include "arrears-invoice.h"

G_BEGIN_DECLS

/* The open invoice with this id or, where it is 0, this number, as it is on the desk's day; NULL
 * without error where neither is given. ARREARS_ERROR_NOT_FOUND where there is none, it is not of
 * the customer (0: of any) or nothing is open of it. (transfer full)
 */
ArrearsInvoice *arrears_measure_find_invoice (ArrearsDesk *desk, gint64 customer_id, gint64 id,
                                              const char *number, GError **error);

/* Sets a beginning that is not set to the desk's day. ARREARS_ERROR_DAY_ORDER after it. */
gboolean arrears_measure_begin (ArrearsDesk *desk, ArrearsDay *from_on, GError **error);

/* ARREARS_ERROR_MISSING where a text is empty; `name` is what it is called. */
gboolean arrears_measure_need (const char *text, const char *name, GError **error);

/* The entry of a register that stands on the desk's day. ARREARS_ERROR_NOT_FOUND. (transfer full)
 */
gpointer arrears_measure_load (ArrearsDesk *desk, GType type, gint64 id, GError **error);

/* Enters an entry and logs it, in one transaction; returns its id, 0 on error. */
gint64 arrears_measure_enter (ArrearsDesk *desk, gpointer entry, ArrearsLogEntry *log,
                              GError **error);

/* Ends one and logs it, in one transaction. */
gboolean arrears_measure_end (ArrearsDesk *desk, gpointer entry, const char *how,
                              const char *note, ArrearsLogEntry *log, GError **error);

/* "WORD REST", without the blank where there is no rest: how the note of a log entry begins. */
void arrears_measure_set_note (ArrearsLogEntry *log, const char *word, const char *rest);

/* Turns a register round: the latest first. */
void arrears_measure_reverse (GPtrArray *entries);

G_END_DECLS

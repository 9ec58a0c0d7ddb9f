/* arrears-entry-help.h: what the entries of an account have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-entry.h"
#include "arrears-words-terms.h"

G_BEGIN_DECLS

gint64 arrears_entry_help_get_customer_id (const ArrearsEntryValues *values);

/* The line below the heading: whose account, and which invoice. */
void arrears_entry_help_set_subtitle (ArrearsEntryValues *values);

/* Prepares an entry that needs no more than that line. */
gboolean arrears_entry_help_prepare (ArrearsDesk *desk, ArrearsEntryValues *values,
                                     GError **error);

/* A first value, unless there is one. */
void arrears_entry_help_set_default (ArrearsEntryValues *values, const char *name,
                                     const char *text);

/* The words of a list as choices of a field. */
void arrears_entry_help_add_terms (ArrearsEntryValues *values, const char *field,
                                   ArrearsTermKind kind);

/* The numbers of the customer's open invoices as choices of the field "invoice", and the invoice
 * that the entry is about chosen. Before them, where `none` is not NULL, stands what no invoice is
 * called.
 */
gboolean arrears_entry_help_add_invoices (ArrearsDesk *desk, ArrearsEntryValues *values,
                                          const char *none, GError **error);

/* The id of the invoice that was chosen; 0: none. */
gint64 arrears_entry_help_get_invoice_id (const ArrearsEntryValues *values);

/* As the default of a field, the desk's day. */
void arrears_entry_help_set_today (ArrearsDesk *desk, ArrearsEntryValues *values,
                                   const char *field);

G_END_DECLS

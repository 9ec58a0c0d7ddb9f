/* arrears-desk-private.h: what the other acts of this room need of a desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-customer.h"
#include "arrears-desk.h"
#include "arrears-ledger.h"
#include "arrears-log-entry.h"

G_BEGIN_DECLS

ArrearsLedger *arrears_desk_get_ledger (ArrearsDesk *desk);

/* The customer with this id; ARREARS_ERROR_NOT_FOUND where the ledger has none. (transfer full) */
ArrearsCustomer *arrears_desk_load_customer (ArrearsDesk *desk, gint64 customer_id,
                                             GError **error);

/* Appends an entry inside the caller's transaction. Of the entry, kind, customer_id, subject, day,
 * amount and note are read; the instant is taken from the desk's clock, the day from its as_of
 * where the entry names none.
 */
gboolean arrears_desk_log (ArrearsDesk *desk, ArrearsLogEntry *entry, GError **error);

/* Closes the desk of a ledger that was just made and could not be filled, and removes the file. */
void arrears_desk_discard (ArrearsDesk *desk);

/* A new entry with its kind and subject. */
ArrearsLogEntry *arrears_desk_new_entry (const char *kind, gint64 customer_id,
                                         const char *subject);

/* What the user's own firm and its customers have in common: the name is trimmed and needed
 * (ARREARS_ERROR_MISSING), a credit code is normalised and refused where its length or alphabet is
 * wrong.
 */
gboolean arrears_desk_check_firm (char *name, char **uscc, GError **error);

/* FALSE with ARREARS_ERROR_CANCELLED once the desk was interrupted: to be asked in long acts, as
 * between two queries there is none to end.
 */
gboolean arrears_desk_goes_on (ArrearsDesk *desk, GError **error);

/* Commits the act's transaction and tells the lists. FALSE once the desk was interrupted. */
gboolean arrears_desk_commit (ArrearsDesk *desk, ArrearsTransaction *transaction, GError **error);

G_END_DECLS

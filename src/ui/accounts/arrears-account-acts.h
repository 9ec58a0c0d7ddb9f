/* arrears-account-acts.h: what can be done with an account and what it holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "arrears-entry.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* What kind of thing a record is, for acts: "invoice", "charge-left" (an invoice that is paid but
 * for its charge), "paid" (an invoice), "receipt", "credit_note", "write_off", "promise",
 * "dispute", "pause", "mark", "event", "guarantee", "papers" (of an invoice, missing), "voucher",
 * "contract", "document", "contact" (an entry of the log), "log"; "" where nothing can be done.
 */
const char *arrears_account_acts_get_subject (ArrearsRecord *record);

/* The id that the record has among its kind. */
gint64 arrears_account_acts_get_id (ArrearsRecord *record);

/* The acts that fit a record: items that activate account.act with the name of an entry and the id
 * of the record, or another action of account.* with its subject and id, all (sx). NULL: none.
 */
GMenuModel *arrears_account_acts_make_menu (ArrearsRecord *record);

/* The entry with a name, or NULL. *is_of_record is whether it is about a record. */
const ArrearsEntry *arrears_account_acts_find (const char *name, gboolean *is_of_record);

/* Whether an entry, by its name, fits what the record is. */
gboolean arrears_account_acts_fits (const char *name, ArrearsRecord *record);

G_END_DECLS

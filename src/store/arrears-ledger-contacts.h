/* arrears-ledger-contacts.h: the people of customers, and the log as far as it tells of talks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-contact-person.h"
#include "arrears-ledger.h"
#include "arrears-log-entry.h"
#include "arrears-log-filter.h"

G_BEGIN_DECLS

/* The people of a customer that have a name, by position. GPtrArray of ArrearsContactPerson. */
GPtrArray *arrears_ledger_load_people (ArrearsLedger *ledger, gint64 customer_id, GError **error);

/* NULL without error where there is none. (transfer full) */
ArrearsContactPerson *arrears_ledger_load_person (ArrearsLedger *ledger, gint64 id,
                                                  GError **error);

/* Stores a person behind the customer's others; id and position are not read. Returns the id, 0 on
 * error.
 */
gint64 arrears_ledger_insert_person (ArrearsLedger *ledger, ArrearsContactPerson *person,
                                     GError **error);

/* Saves name, phone, e-mail, role and whether they are stopped. */
gboolean arrears_ledger_update_person (ArrearsLedger *ledger, ArrearsContactPerson *person,
                                       GError **error);

/* Entries that had been made by a day, latest written first, at most `limit`, older than the entry
 * `before` (0: from the latest). GPtrArray of ArrearsLogEntry.
 */
GPtrArray *arrears_ledger_filter_log (ArrearsLedger *ledger, const ArrearsLogFilter *filter,
                                      ArrearsDay as_of, gint64 before, guint limit,
                                      GError **error);

/* The entry with this number. NULL without error where there is none. (transfer full) */
ArrearsLogEntry *arrears_ledger_load_log_entry (ArrearsLedger *ledger, gint64 id, GError **error);

/* Contacts with a customer from one day to another, without those that were corrected and the entry
 * `except`. GPtrArray of ArrearsLogEntry.
 */
GPtrArray *arrears_ledger_load_contacts (ArrearsLedger *ledger, gint64 customer_id,
                                         ArrearsDay from, ArrearsDay to, gint64 except,
                                         GError **error);

/* Whether a contact has been corrected by a later entry. */
gboolean arrears_ledger_is_corrected (ArrearsLedger *ledger, ArrearsLogEntry *entry,
                                      gboolean *is_corrected, GError **error);

/* When a formal letter was posted, and until when it bade to pay; not set: nothing is known. */
typedef struct
{
  ArrearsDay posted_on;
  ArrearsDay pay_by;
} ArrearsPosting;

/* The last letter to a customer up to a day, by the log, without the entry `except`. Its day of
 * payment is that of the last one printed up to then.
 */
gboolean arrears_ledger_load_last_posting (ArrearsLedger *ledger, gint64 customer_id,
                                           ArrearsDay until, gint64 except,
                                           ArrearsPosting *posting, GError **error);

/* Of each customer the latest contact that had been made by a day, where it planned a next step that
 * was due by then; by next_on. GPtrArray of ArrearsLogEntry.
 */
GPtrArray *arrears_ledger_load_follow_ups (ArrearsLedger *ledger, ArrearsDay as_of,
                                           GError **error);

G_END_DECLS

/* arrears-contact.h: speaking with customers: the log of it, the guard, the people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-channel.h"
#include "arrears-contact-guard.h"
#include "arrears-contact-person.h"
#include "arrears-desk.h"
#include "arrears-log-entry.h"
#include "arrears-log-filter.h"
#include "arrears-wording.h"

G_BEGIN_DECLS

/* A contact with a customer that is planned or has been made. Texts may be NULL. */
typedef struct
{
  gint64 customer_id;
  ArrearsChannel channel;
  const char *spoke_with; /* whom; empty: the one named for payment, or, of a letter, the firm */
  ArrearsDay on;          /* not set: now */
  int minute;             /* of that day in China (UTC+8), 0 to 1439; where `on` is set */
  const char *said;       /* what was said; needed to log a contact */
  ArrearsOutcome outcome;
  const char *measure; /* what is done about it */
  ArrearsDay next_on;  /* the next step is due; not set: none is planned */
  const char *reason;  /* why it was made against a rule of the guard */
  gint64 corrects;     /* the entry that this one stands in the place of; 0: none */
} ArrearsContact;

/* What the guard has against it: GArray of ArrearsGuardFinding. ARREARS_ERROR_NOT_FOUND, and
 * _DAY_ORDER for an instant after the desk's day or the present minute of it.
 */
GArray *arrears_contact_check (ArrearsDesk *desk, const ArrearsContact *contact, GError **error);

/* Writes it to the log, with the desk's actor, beside the instant of writing; a hard finding of the
 * guard is logged with its reason in an entry of its own before it. Returns the number of the
 * entry, which attachments (ArrearsVoucher) are kept with; 0 on error. As arrears_contact_check(),
 * and
 *   ARREARS_ERROR_MISSING    nothing is said of it, or, without `corrects`, there is no channel
 *   ARREARS_ERROR_GUARDED    a hard finding and no reason
 *   ARREARS_ERROR_STOPPED    the person is on the stop list: no reason helps
 *   ARREARS_ERROR_DAY_ORDER  the next step would lie before the contact
 *   ARREARS_ERROR_NOT_FOUND  `corrects` is no contact of the customer, or has been corrected
 * A correction without a channel says that the contact was never made. An entry is never changed:
 * the corrected one stays in the log, and no longer counts.
 */
gint64 arrears_contact_log (ArrearsDesk *desk, const ArrearsContact *contact, GError **error);

/* Entries, latest written first, at most `limit`, written before the entry `before` (0: from the
 * latest), as far as they were known on the desk's day. GPtrArray of ArrearsLogEntry.
 */
GPtrArray *arrears_contact_list_log (ArrearsDesk *desk, const ArrearsLogFilter *filter,
                                     gint64 before, guint limit, GError **error);

/* When a contact was made (of its kind alone): "HH:MM" in China on its day; and the entry that it
 * corrects, 0 for none. FALSE for entries of other kinds.
 */
gboolean arrears_contact_read_entry (ArrearsLogEntry *entry, int *minute, gint64 *corrects);

/* The planned next steps that are due up to the desk's day: of each customer the latest contact,
 * where it planned one; earliest first. A later contact, whoever began it, takes its place.
 * GPtrArray of ArrearsLogEntry (next_on, measure, note, spoke_with ...).
 */
GPtrArray *arrears_contact_list_follow_ups (ArrearsDesk *desk, GError **error);

/* The people of a customer: first who is named for payment (position 0), then the others. GPtrArray
 * of ArrearsContactPerson.
 */
GPtrArray *arrears_contact_load_people (ArrearsDesk *desk, gint64 customer_id, GError **error);

/* Adds a person (id 0) or changes one; `position` of one who is added is not read: the first free.
 * Returns the id, 0 on error: ARREARS_ERROR_MISSING without a name, _DUPLICATE where the customer
 * has a person of this name, _NOT_FOUND. Whether they are stopped is not changed. Logged.
 */
gint64 arrears_contact_save_person (ArrearsDesk *desk, ArrearsContactPerson *person,
                                    GError **error);

/* Puts a person on the stop list: nobody may contact them any more. Takes a reason
 * (ARREARS_ERROR_MISSING). Logged.
 */
gboolean arrears_contact_stop_person (ArrearsDesk *desk, gint64 person_id, const char *reason,
                                      GError **error);

/* What in a text to a customer (0: to nobody known) must not stand in it: GArray of
 * ArrearsWordingFinding. 滞纳金 is left alone where a contract of theirs names it in its title or
 * clause, 已立案 where a suit is on record. ARREARS_ERROR_ENCODING for what is not UTF-8.
 */
GArray *arrears_contact_check_text (ArrearsDesk *desk, gint64 customer_id, const char *text,
                                    GError **error);

G_END_DECLS

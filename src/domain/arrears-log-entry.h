/* arrears-log-entry.h: an entry of the log (台账): what happened, append-only and chained
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* What an entry is about: the words of its `kind`. */
#define ARREARS_LOG_LEDGER_CREATED "ledger-created"
#define ARREARS_LOG_COMPANY_SAVED "company-saved"
#define ARREARS_LOG_CUSTOMER_SAVED "customer-saved" /* subject: the code */
#define ARREARS_LOG_CONTRACT_SAVED "contract-saved" /* subject: the number, note: the terms */
#define ARREARS_LOG_IMPORTED "imported"             /* subject: the file, note: kind and counts */
#define ARREARS_LOG_RECEIVED "received"             /* subject: the reference, amount */
#define ARREARS_LOG_LETTER_ISSUED "letter-issued"   /* subject: the number, amount: principal, note:
                                                       see below */

#define ARREARS_LOG_ALLOCATED "allocated" /* of unapplied money: the amount */
#define ARREARS_LOG_REFUNDED "refunded"   /* subject: the reference, amount, note: why */
#define ARREARS_LOG_RECEIPT_VOIDED "receipt-voided" /* subject: the reference, amount, note: receipt
                                                       or credit_note, and why */
#define ARREARS_LOG_CREDITED "credited" /* subject: the number of the credit note, amount */

/* Of these, subject is the number of the invoice. */
#define ARREARS_LOG_WRITTEN_OFF "written-off" /* amount, note: cents or the condition, and why */
#define ARREARS_LOG_REINSTATED "reinstated"   /* amount, note: why */
#define ARREARS_LOG_CHARGE_DECIDED "charge-decided" /* amount, note: keep, waive or write_off, and
                                                       why */
#define ARREARS_LOG_COST_ENTERED "cost-entered"     /* amount, note */
#define ARREARS_LOG_INVOICE_VOIDED "invoice-voided" /* amount, note: why */
#define ARREARS_LOG_INVOICE_SPLIT "invoice-split"   /* amount, note: DAY=AMOUNT ... */
#define ARREARS_LOG_DUE_DAY_CHANGED "due-day-changed" /* note: the old day, the new one, and why */

/* Of these, subject is the number of the invoice, empty for the whole account; the note begins
 * with the word or day that is named, and goes on with what was said.
 */
#define ARREARS_LOG_PROMISE_GIVEN "promise-given"   /* its day, amount */
#define ARREARS_LOG_PROMISE_ENDED "promise-ended"   /* replaced or withdrawn, amount */
#define ARREARS_LOG_DISPUTE_RAISED "dispute-raised" /* the reason, amount */
#define ARREARS_LOG_DISPUTE_ENDED "dispute-ended"   /* credited, rejected or withdrawn, amount */
#define ARREARS_LOG_PAUSE_BEGUN "pause-begun"       /* the day of review; measure: relief */
#define ARREARS_LOG_PAUSE_ENDED "pause-ended"       /* the kind */
#define ARREARS_LOG_MARK_SET "mark-set"     /* subject: the kind; note: the reason, of a lateness
                                               behind its code; amount: of an override */
#define ARREARS_LOG_MARK_ENDED "mark-ended" /* the same */
#define ARREARS_LOG_OWNER_CHANGED "owner-changed" /* subject: the new one; note: the former one, and
                                                     on a line of its own what was said */

#define ARREARS_LOG_LIMITATION_EVENT "limitation-event" /* subject: the invoice, empty: all; note: its
                                                           kind and proof, then its own note */
#define ARREARS_LOG_LIMITATION_VOIDED "limitation-voided" /* as above; note: its kind and why */
#define ARREARS_LOG_GUARANTEE_ENTERED "guarantee-entered" /* subject: the guarantor, amount, note: its
                                                             kind and the end of its period */
#define ARREARS_LOG_GUARANTEE_ENDED "guarantee-ended" /* subject: the guarantor, note: how, and why */
#define ARREARS_LOG_VOUCHER_ADDED "voucher-added" /* subject: the name of the file, note: the SHA-256
                                                     of its bytes and its kind */
#define ARREARS_LOG_VOUCHER_ENDED "voucher-ended" /* the same; note: the SHA-256, how, and why */

/* Of a talk, spoke_with, channel, outcome, measure and next_on tell; note: what was said. */
#define ARREARS_LOG_CONTACT "contact" /* subject: "HH:MM" in China */
#define ARREARS_LOG_CONTACT_CORRECTED "contact-corrected" /* subject: "12 HH:MM" stands in the place
                                                             of entry 12 */
#define ARREARS_LOG_GUARD_OVERRIDDEN "guard-overridden" /* subject: the rules, note: why; the contact
                                                           is the next entry */
#define ARREARS_LOG_PERSON_SAVED "person-saved"         /* subject: the name, note: the role */
#define ARREARS_LOG_PERSON_STOPPED "person-stopped"     /* subject: the name, note: why */
#define ARREARS_LOG_RULES_SAVED "rules-saved"           /* note: KEY=VALUE ... */
#define ARREARS_LOG_RATE_ADDED "rate-added"             /* subject: its day, note: the rate */
#define ARREARS_LOG_DAY_ADDED "day-added"               /* subject: the day, note: kind and name */
#define ARREARS_LOG_POLICY_SAVED "policy-saved"       /* subject: its name, note: the stages */
#define ARREARS_LOG_POLICY_ASSIGNED "policy-assigned" /* subject: a grade, the code of a customer or
                                                         the number of an invoice, note: the name of
                                                         the policy; empty: the usual one again */
#define ARREARS_LOG_CROSSING_SEEN "crossing-seen"     /* subject: the stage, day: crossed on, note: by
                                                         whom */
#define ARREARS_LOG_CROSSING_DONE "crossing-done"     /* the same, note: how */

/* The note of a letter begins with the SHA-256 of its file, 64 hexadecimal digits, so that the
 * chain vouches for the letter too. Behind a blank follows why it went out although the last one
 * was less than seven days old, too little was overdue or a limitation period had ended, if so.
 */
#define ARREARS_LOG_LENGTH_OF_HASH 64

/* hash = SHA-256 over all other members and previous_hash; see the store. */
#define ARREARS_TYPE_LOG_ENTRY (arrears_log_entry_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsLogEntry, arrears_log_entry, ARREARS, LOG_ENTRY, ArrearsRecord)

struct _ArrearsLogEntry
{
  ArrearsRecord parent_instance;

  gint64 id; /* 1, 2, 3 ... without gaps */
  gint64 at; /* seconds since 1970-01-01 UTC */
  int offset_minutes; /* of local time, when and where it was written */
  char *kind; /* one of the words above */
  gint64 customer_id; /* 0 where it concerns no single customer */
  char *customer_name;
  char *subject; /* number or name of the thing it is about */
  ArrearsDay day; /* the day it counts for */
  ArrearsMoney amount;
  char *note;
  ArrearsDay recorded_on; /* the day that the program took for today */
  char *actor; /* who wrote it */
  char *spoke_with; /* who of the customer was spoken to */
  char *channel; /* see arrears-contact.h */
  char *outcome;
  char *measure; /* what was done about it */
  ArrearsDay next_on; /* the next step is due; not set: none is planned */
  char *previous_hash;
  char *hash;
};

ArrearsLogEntry *arrears_log_entry_new (void);

G_END_DECLS

/* arrears-contact-guard.h: when and how often a debtor may be contacted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"
#include "arrears-channel.h"

G_BEGIN_DECLS

/* Harassing somebody over a lawful debt is punishable (Public Security Administration Punishments
 * Law 50; Civil Code 1033). The limits follow the norms for consumer finance (GB/T 45251-2025 and
 * the banks' guide of 2026), which do not bind a trade debt and are a measure all the same.
 */
typedef enum
{
  ARREARS_GUARD_STOPPED,         /* the person is on the stop list */
  ARREARS_GUARD_NOT_NAMED,       /* nobody whom the customer named for payment */
  ARREARS_GUARD_QUIET_HOURS,     /* 22:00 to 08:00; no letters, no meetings */
  ARREARS_GUARD_BUSINESS_HOURS,  /* outside 09:00 to 18:00 of a workday: firms, and visits */
  ARREARS_GUARD_CALENDAR_ENDED,  /* whether the day is a workday is not known */
  ARREARS_GUARD_CALLS_A_DAY,     /* answered: 1, at most 3 */
  ARREARS_GUARD_CALLS_A_WEEK,    /* answered: 3 */
  ARREARS_GUARD_ATTEMPTS_A_DAY,  /* dialled, one number: 3, at most 6 */
  ARREARS_GUARD_MESSAGES_A_DAY,  /* text, WeChat and e-mail together: 1 */
  ARREARS_GUARD_MESSAGES_A_WEEK, /* 3 */
  ARREARS_GUARD_LETTERS_APART,   /* 7 days, unless the deadline of the former has passed */
  ARREARS_GUARD_N_RULES
} ArrearsGuardRule;

typedef enum
{
  ARREARS_GUARD_SOFT,  /* to be shown */
  ARREARS_GUARD_HARD,  /* takes a reason, which is logged */
  ARREARS_GUARD_FINAL, /* not to be passed over */
} ArrearsGuardSeverity;

typedef struct
{
  ArrearsGuardRule rule;
  ArrearsGuardSeverity severity;
  int count;      /* with this contact; LETTERS_APART: days since the former; hours: the minute */
  int limit;      /* that was passed; LETTERS_APART: days that should lie between; hours: 0 */
  ArrearsDay day; /* LETTERS_APART: of the former letter; CALENDAR_ENDED: the last day known */
} ArrearsGuardFinding;

/* A contact as the guard sees it. */
typedef struct
{
  ArrearsChannel channel;
  ArrearsDay on;
  int minute;         /* of the day in China (UTC+8), 0 to 1439 */
  const char *number; /* that was dialled, or the name of whom it belongs to; "" where not known */
} ArrearsGuardContact;

typedef enum
{
  ARREARS_GUARD_PERSON_NAMED,
  ARREARS_GUARD_PERSON_NOT_NAMED,
  ARREARS_GUARD_PERSON_NONE_NAMED, /* the customer has named nobody */
  ARREARS_GUARD_PERSON_STOPPED,
} ArrearsGuardPerson;

typedef struct
{
  ArrearsGuardContact contact;
  ArrearsGuardPerson person;
  gboolean is_natural_person;        /* the debtor: business hours are a firm's */
  const ArrearsGuardContact *others; /* with the same debtor, in any order; those of the day and of
                                        the six days before it count */
  gsize n_others;
  ArrearsDay last_letter_on;       /* before this contact; not set: none */
  ArrearsDay last_letter_deadline; /* not set: none was given */
  int fewest_days_between_letters;
} ArrearsGuardCase;

/* What stands against a contact, in the order of the rules; at most one finding a rule. What the
 * customer began (ARREARS_CHANNEL_INCOMING) is free. A week is the day and the six days before it.
 * GArray of ArrearsGuardFinding.
 */
GArray *arrears_contact_guard_check (const ArrearsGuardCase *guard_case,
                                     const ArrearsCalendar *calendar);

/* The gravest severity among findings; FALSE where there are none. */
gboolean arrears_contact_guard_get_gravest (const GArray *findings, ArrearsGuardSeverity *gravest);

/* A debtor without a credit code whose name has no more than three characters: a person. */
gboolean arrears_contact_guard_is_person (const char *name, const char *uscc);

/* "quiet_hours", "calls_a_day" ...; "soft", "hard", "final". */
const char *arrears_guard_rule_to_word (ArrearsGuardRule rule);
const char *arrears_guard_severity_to_word (ArrearsGuardSeverity severity);

G_END_DECLS

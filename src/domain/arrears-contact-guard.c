/* arrears-contact-guard.c: when and how often a debtor may be contacted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contact-guard.h"

enum
{
  QUIET_UNTIL = 8 * 60,
  BUSINESS_FROM = 9 * 60,
  BUSINESS_UNTIL = 18 * 60,
  QUIET_FROM = 22 * 60,

  CALLS_A_DAY = 1,
  MOST_CALLS_A_DAY = 3,
  CALLS_A_WEEK = 3,
  ATTEMPTS_A_DAY = 3,
  MOST_ATTEMPTS_A_DAY = 6,
  MESSAGES_A_DAY = 1,
  MESSAGES_A_WEEK = 3,

  DAYS_A_WEEK = 7,
  NO_CEILING = G_MAXINT,
};

/* What a channel is taken for. */
typedef enum
{
  TRAIT_CALL = 1 << 0,    /* somebody answered */
  TRAIT_ATTEMPT = 1 << 1, /* a number was dialled */
  TRAIT_MESSAGE = 1 << 2,
  TRAIT_DISTURBS = 1 << 3, /* makes a sound or a message, or stands at the door */
} Traits;

static const Traits traits[ARREARS_N_CHANNELS] = {
  [ARREARS_CHANNEL_CALL] = TRAIT_CALL | TRAIT_ATTEMPT | TRAIT_DISTURBS,
  [ARREARS_CHANNEL_CALL_UNANSWERED] = TRAIT_ATTEMPT | TRAIT_DISTURBS,
  [ARREARS_CHANNEL_TEXT] = TRAIT_MESSAGE | TRAIT_DISTURBS,
  [ARREARS_CHANNEL_WECHAT] = TRAIT_MESSAGE | TRAIT_DISTURBS,
  [ARREARS_CHANNEL_EMAIL] = TRAIT_MESSAGE | TRAIT_DISTURBS,
  [ARREARS_CHANNEL_VISIT] = TRAIT_DISTURBS,
};

static void
add_finding (GArray *findings, ArrearsGuardRule rule, ArrearsGuardSeverity severity, int count,
             int limit)
{
  ArrearsGuardFinding finding
      = { .rule = rule, .severity = severity, .count = count, .limit = limit };

  g_array_append_val (findings, finding);
}

static void
check_person (GArray *findings, const ArrearsGuardCase *c)
{
  switch (c->person)
    {
    case ARREARS_GUARD_PERSON_STOPPED:
      add_finding (findings, ARREARS_GUARD_STOPPED, ARREARS_GUARD_FINAL, 0, 0);
      break;
    case ARREARS_GUARD_PERSON_NOT_NAMED:
      add_finding (findings, ARREARS_GUARD_NOT_NAMED, ARREARS_GUARD_HARD, 0, 0);
      break;
    case ARREARS_GUARD_PERSON_NONE_NAMED:
      add_finding (findings, ARREARS_GUARD_NOT_NAMED, ARREARS_GUARD_SOFT, 0, 0);
      break;
    case ARREARS_GUARD_PERSON_NAMED:
    default:
      break;
    }
}

/* On a weekend nobody works whatever the table says: only a make-up workday could make one of it,
 * and that the table would have to name.
 */
static void
check_business_hours (GArray *findings, const ArrearsGuardContact *contact,
                      const ArrearsCalendar *calendar)
{
  gboolean is_workday = arrears_calendar_is_workday (calendar, contact->on);

  if (!is_workday || contact->minute < BUSINESS_FROM || contact->minute >= BUSINESS_UNTIL)
    add_finding (findings, ARREARS_GUARD_BUSINESS_HOURS, ARREARS_GUARD_SOFT, contact->minute, 0);
  if (!arrears_calendar_covers (calendar, contact->on))
    {
      ArrearsGuardFinding ended = {
        .rule = ARREARS_GUARD_CALENDAR_ENDED,
        .severity = ARREARS_GUARD_SOFT,
        .day = arrears_calendar_get_end (calendar),
      };

      g_array_append_val (findings, ended);
    }
}

static void
check_hours (GArray *findings, const ArrearsGuardCase *c, const ArrearsCalendar *calendar)
{
  const ArrearsGuardContact *contact = &c->contact;

  if (!(traits[contact->channel] & TRAIT_DISTURBS))
    return;
  if (contact->minute < QUIET_UNTIL || contact->minute >= QUIET_FROM)
    add_finding (findings, ARREARS_GUARD_QUIET_HOURS, ARREARS_GUARD_HARD, contact->minute, 0);
  else if (!c->is_natural_person || contact->channel == ARREARS_CHANNEL_VISIT)
    check_business_hours (findings, contact, calendar);
}

/* Contacts with a trait on the last `n_days` up to the day, this one with them. */
static int
count_contacts (const ArrearsGuardCase *c, Traits trait, int n_days)
{
  int n = 1;

  for (gsize i = 0; i < c->n_others; i++)
    {
      int ago = arrears_day_count (c->others[i].on, c->contact.on);

      if (ago >= 0 && ago < n_days && traits[c->others[i].channel] & trait)
        n++;
    }
  return n;
}

static int
count_attempts (const ArrearsGuardCase *c)
{
  int n = 1;

  for (gsize i = 0; i < c->n_others; i++)
    if (arrears_day_compare (c->others[i].on, c->contact.on) == 0
        && traits[c->others[i].channel] & TRAIT_ATTEMPT
        && g_strcmp0 (c->others[i].number, c->contact.number) == 0)
      n++;
  return n;
}

static void
check_count (GArray *findings, ArrearsGuardRule rule, int count, int limit, int ceiling)
{
  if (count > ceiling)
    add_finding (findings, rule, ARREARS_GUARD_HARD, count, ceiling);
  else if (count > limit)
    add_finding (findings, rule, ARREARS_GUARD_SOFT, count, limit);
}

static void
check_counts (GArray *findings, const ArrearsGuardCase *c)
{
  Traits trait = traits[c->contact.channel];

  if (trait & TRAIT_CALL)
    {
      check_count (findings, ARREARS_GUARD_CALLS_A_DAY, count_contacts (c, TRAIT_CALL, 1),
                   CALLS_A_DAY, MOST_CALLS_A_DAY);
      check_count (findings, ARREARS_GUARD_CALLS_A_WEEK,
                   count_contacts (c, TRAIT_CALL, DAYS_A_WEEK), CALLS_A_WEEK, NO_CEILING);
    }
  if (trait & TRAIT_ATTEMPT)
    check_count (findings, ARREARS_GUARD_ATTEMPTS_A_DAY, count_attempts (c), ATTEMPTS_A_DAY,
                 MOST_ATTEMPTS_A_DAY);
  if (trait & TRAIT_MESSAGE)
    {
      check_count (findings, ARREARS_GUARD_MESSAGES_A_DAY, count_contacts (c, TRAIT_MESSAGE, 1),
                   MESSAGES_A_DAY, NO_CEILING);
      check_count (findings, ARREARS_GUARD_MESSAGES_A_WEEK,
                   count_contacts (c, TRAIT_MESSAGE, DAYS_A_WEEK), MESSAGES_A_WEEK, NO_CEILING);
    }
}

static void
check_letters (GArray *findings, const ArrearsGuardCase *c)
{
  ArrearsGuardFinding finding = {
    .rule = ARREARS_GUARD_LETTERS_APART,
    .severity = ARREARS_GUARD_HARD,
    .limit = c->fewest_days_between_letters,
    .day = c->last_letter_on,
  };

  if (c->contact.channel != ARREARS_CHANNEL_LETTER || !arrears_day_is_set (c->last_letter_on)
      || (arrears_day_is_set (c->last_letter_deadline)
          && arrears_day_compare (c->last_letter_deadline, c->contact.on) < 0))
    return;
  finding.count = arrears_day_count (c->last_letter_on, c->contact.on);
  if (finding.count >= 0 && finding.count < finding.limit)
    g_array_append_val (findings, finding);
}

GArray *
arrears_contact_guard_check (const ArrearsGuardCase *guard_case, const ArrearsCalendar *calendar)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (ArrearsGuardFinding));

  g_return_val_if_fail (arrears_day_is_set (guard_case->contact.on), findings);
  g_return_val_if_fail (guard_case->contact.channel < ARREARS_N_CHANNELS, findings);

  if (guard_case->contact.channel == ARREARS_CHANNEL_INCOMING
      || guard_case->contact.channel == ARREARS_CHANNEL_NONE)
    return findings;
  check_person (findings, guard_case);
  check_hours (findings, guard_case, calendar);
  check_counts (findings, guard_case);
  check_letters (findings, guard_case);
  return findings;
}

gboolean
arrears_contact_guard_get_gravest (const GArray *findings, ArrearsGuardSeverity *gravest)
{
  *gravest = ARREARS_GUARD_SOFT;
  for (guint i = 0; i < findings->len; i++)
    *gravest = MAX (*gravest, g_array_index (findings, ArrearsGuardFinding, i).severity);
  return findings->len > 0;
}

gboolean
arrears_contact_guard_is_person (const char *name, const char *uscc)
{
  enum
  {
    LONGEST_NAME = 3,
  };

  return uscc[0] == '\0' && g_utf8_strlen (name, -1) <= LONGEST_NAME;
}

const char *
arrears_guard_rule_to_word (ArrearsGuardRule rule)
{
  static const char *const words[ARREARS_GUARD_N_RULES] = {
    [ARREARS_GUARD_STOPPED] = "stopped",
    [ARREARS_GUARD_NOT_NAMED] = "not_named",
    [ARREARS_GUARD_QUIET_HOURS] = "quiet_hours",
    [ARREARS_GUARD_BUSINESS_HOURS] = "business_hours",
    [ARREARS_GUARD_CALENDAR_ENDED] = "calendar_ended",
    [ARREARS_GUARD_CALLS_A_DAY] = "calls_a_day",
    [ARREARS_GUARD_CALLS_A_WEEK] = "calls_a_week",
    [ARREARS_GUARD_ATTEMPTS_A_DAY] = "attempts_a_day",
    [ARREARS_GUARD_MESSAGES_A_DAY] = "messages_a_day",
    [ARREARS_GUARD_MESSAGES_A_WEEK] = "messages_a_week",
    [ARREARS_GUARD_LETTERS_APART] = "letters_apart",
  };

  g_return_val_if_fail (rule >= 0 && rule < ARREARS_GUARD_N_RULES, "");

  return words[rule];
}

const char *
arrears_guard_severity_to_word (ArrearsGuardSeverity severity)
{
  static const char *const words[] = { "soft", "hard", "final" };

  g_return_val_if_fail (severity >= 0 && (gsize) severity < G_N_ELEMENTS (words), "");

  return words[severity];
}

/* arrears-words-contact.c: what the log tells of talks, people, rules and published tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-words-contact.h"

#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
arrears_words_get_for_calendar_kind (ArrearsCalendarKind kind)
{
  static const char *const names[] = {
    [ARREARS_CALENDAR_ORDINARY] = N_("an ordinary day"),
    [ARREARS_CALENDAR_HOLIDAY] = N_("a day off"),
    [ARREARS_CALENDAR_MAKEUP_WORKDAY] = N_("a make-up workday"),
  };

  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (names), "");

  return _(names[kind]);
}

/* A further part, if there is any. */
static void
append_part (GString *text, const char *name, const char *part)
{
  if (part[0] != '\0')
    /* Translators: what a part of a sentence tells of, and the part. */
    g_string_append_printf (text, _("; %s: %s"), name, part);
}

static char *
describe_contact (ArrearsLogEntry *entry)
{
  const char *channel = arrears_words_get_for_term (ARREARS_TERM_CHANNEL, entry->channel);
  const char *outcome
      = entry->outcome[0] != '\0'
            ? arrears_words_get_for_term (ARREARS_TERM_CONTACT_OUTCOME, entry->outcome)
            : "";
  g_autofree char *next_on = arrears_day_to_string (entry->next_on);
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry->spoke_with[0] != '\0')
    /* Translators: how somebody was contacted, who it was, and what was said. */
    g_string_printf (text, _("%s (%s): %s"), channel, entry->spoke_with, entry->note);
  else
    g_string_printf (text, _("%s: %s"), channel, entry->note);
  append_part (text, _("outcome"), outcome);
  append_part (text, _("measure"), entry->measure);
  append_part (text, _("next"), next_on);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_correction (ArrearsLogEntry *entry)
{
  g_autofree char *number = g_strndup (entry->subject, strcspn (entry->subject, " "));
  g_autofree char *contact = NULL;

  if (entry->channel[0] == '\0')
    /* Translators: the number of an entry of the log, and why. */
    return g_strdup_printf (_("The contact of entry %s was never made: %s"), number, entry->note);
  contact = describe_contact (entry);
  return g_strdup_printf (_("Instead of entry %s: %s"), number, contact);
}

static char *
describe_person (ArrearsLogEntry *entry)
{
  if (entry->note[0] == '\0')
    return g_strdup_printf (_("Contact person %s was entered"), entry->subject);
  return g_strdup_printf (_("Contact person %s (%s) was entered"), entry->subject, entry->note);
}

/* The note is the word of the kind, a blank, and the name. */
static char *
describe_day (ArrearsLogEntry *entry)
{
  gsize length = strcspn (entry->note, " ");
  g_autofree char *word = g_strndup (entry->note, length);
  const char *name = entry->note + length + strspn (entry->note + length, " ");
  ArrearsCalendarKind kind;

  if (!arrears_calendar_kind_parse (word, &kind, NULL))
    return g_strdup_printf ("%s: %s", entry->subject, entry->note);
  if (name[0] == '\0')
    /* Translators: a day, and whether it is a day off. */
    return g_strdup_printf (_("Calendar: %s is %s"), entry->subject,
                               arrears_words_get_for_calendar_kind (kind));
  return g_strdup_printf (_("Calendar: %s is %s (%s)"), entry->subject,
                             arrears_words_get_for_calendar_kind (kind), name);
}

char *
arrears_words_describe_talk (ArrearsLogEntry *entry)
{
  const char *kind = entry->kind;

  if (g_str_equal (kind, ARREARS_LOG_CONTACT))
    return describe_contact (entry);
  if (g_str_equal (kind, ARREARS_LOG_CONTACT_CORRECTED))
    return describe_correction (entry);
  if (g_str_equal (kind, ARREARS_LOG_GUARD_OVERRIDDEN))
    return g_strdup_printf (_("Contacted against the rule because: %s"), entry->note);
  if (g_str_equal (kind, ARREARS_LOG_PERSON_SAVED))
    return describe_person (entry);
  if (g_str_equal (kind, ARREARS_LOG_PERSON_STOPPED))
    return g_strdup_printf (_("%s must not be contacted any more: %s"), entry->subject,
                               entry->note);
  if (g_str_equal (kind, ARREARS_LOG_RULES_SAVED))
    return g_strdup_printf (_("Rules were changed: %s"), entry->note);
  if (g_str_equal (kind, ARREARS_LOG_RATE_ADDED))
    return g_strdup_printf (_("LPR published on %s was added: %s"), entry->subject, entry->note);
  if (g_str_equal (kind, ARREARS_LOG_DAY_ADDED))
    return describe_day (entry);
  return NULL;
}

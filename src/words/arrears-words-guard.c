/* arrears-words-guard.c: what speaks against a contact, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-words-guard.h"

#include <glib/gi18n-lib.h>

/* Those that count nothing. */
static const char *
get_plain (ArrearsGuardRule rule)
{
  static const char *const sentences[ARREARS_GUARD_N_RULES] = {
    [ARREARS_GUARD_STOPPED] = N_("This person asked not to be contacted any more."),
    [ARREARS_GUARD_NOT_NAMED] = N_("The customer did not name this person for payment."),
    [ARREARS_GUARD_QUIET_HOURS] = N_("From 22:00 to 08:00 nobody is contacted."),
    [ARREARS_GUARD_BUSINESS_HOURS]
    = N_("It is outside of business hours (09:00 to 18:00 of a workday)."),
  };

  return sentences[rule];
}

static char *
describe_count (const ArrearsGuardFinding *finding)
{
  switch (finding->rule)
    {
    case ARREARS_GUARD_CALLS_A_DAY:
      return g_strdup_printf (_("Calls answered that day: %d; the limit is %d."), finding->count,
                                 finding->limit);
    case ARREARS_GUARD_CALLS_A_WEEK:
      return g_strdup_printf (_("Calls answered within a week: %d; the limit is %d."),
                                 finding->count, finding->limit);
    case ARREARS_GUARD_ATTEMPTS_A_DAY:
      return g_strdup_printf (_("Times dialled that day: %d; the limit is %d."), finding->count,
                                 finding->limit);
    case ARREARS_GUARD_MESSAGES_A_DAY:
      return g_strdup_printf (_("Messages that day: %d; the limit is %d."), finding->count,
                                 finding->limit);
    case ARREARS_GUARD_MESSAGES_A_WEEK:
      return g_strdup_printf (_("Messages within a week: %d; the limit is %d."), finding->count,
                                 finding->limit);
    case ARREARS_GUARD_STOPPED:
    case ARREARS_GUARD_NOT_NAMED:
    case ARREARS_GUARD_QUIET_HOURS:
    case ARREARS_GUARD_BUSINESS_HOURS:
    case ARREARS_GUARD_CALENDAR_ENDED:
    case ARREARS_GUARD_LETTERS_APART:
    case ARREARS_GUARD_N_RULES:
    default:
      g_assert_not_reached ();
    }
}

char *
arrears_words_describe_guard (const ArrearsGuardFinding *finding)
{
  g_autofree char *day = arrears_day_to_string (finding->day);

  g_return_val_if_fail (finding->rule < ARREARS_GUARD_N_RULES, NULL);

  if (get_plain (finding->rule) != NULL)
    return g_strdup (_(get_plain (finding->rule)));
  if (finding->rule == ARREARS_GUARD_CALENDAR_ENDED)
    /* Translators: a day. */
    return g_strdup_printf (
        _("Whether it is a workday is not known: days off are known up to %s."), day);
  if (finding->rule == ARREARS_GUARD_LETTERS_APART)
    /* Translators: a day, and a number of days. */
    return g_strdup_printf (_("The last formal letter went out on %s; letters should be %d days "
                              "apart."),
                               day, finding->limit);
  return describe_count (finding);
}

const char *
arrears_words_get_for_wording_kind (ArrearsWordingKind kind)
{
  static const char *const names[ARREARS_WORDING_N_KINDS] = {
    [ARREARS_WORDING_THREAT] = N_("a threat"),
    [ARREARS_WORDING_FALSE_AUTHORITY] = N_("an authority that we do not have"),
    [ARREARS_WORDING_FALSE_CONSEQUENCE] = N_("a consequence that the debt does not have"),
    [ARREARS_WORDING_INSULT] = N_("an insult"),
    [ARREARS_WORDING_DISCLOSURE] = N_("telling others about it"),
    [ARREARS_WORDING_LATE_FEE] = N_("a fee that only public bodies levy"),
  };

  g_return_val_if_fail (kind < ARREARS_WORDING_N_KINDS, "");

  return _(names[kind]);
}

char *
arrears_words_describe_wording (const char *text, const ArrearsWordingFinding *finding)
{
  g_autofree char *found = g_strndup (text + finding->start, finding->length);
  const char *kind = arrears_words_get_for_wording_kind (finding->kind);

  if (finding->better == NULL || *finding->better == '\0')
    /* Translators: words of a text, and what is wrong with them. */
    return g_strdup_printf (_("“%s” is %s."), found, kind);

  /* Translators: words of a text, what is wrong with them, and what to write instead. */
  return g_strdup_printf (_("“%s” is %s; better: %s"), found, kind, finding->better);
}

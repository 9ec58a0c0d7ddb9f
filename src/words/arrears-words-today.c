/* arrears-words-today.c: why an account is on the list of the day, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-words-today.h"

#include "arrears-policy.h"
#include "arrears-words-terms.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *next_step;
} kinds[ARREARS_TODAY_N_KINDS] = {
  [ARREARS_TODAY_PROMISE_BROKEN]
  = { N_("Promise broken"), N_("Call, and ask why it was not kept") },
      [ARREARS_TODAY_CROSSING]
      = { N_("Stage reached"), NULL },
          [ARREARS_TODAY_PROMISE_DUE]
          = { N_("Promise due"), N_("Look for the money") },
              [ARREARS_TODAY_INSTALMENT_DUE]
              = { N_("Instalment due"), N_("Look for the money") },
                  [ARREARS_TODAY_FOLLOW_UP]
                  = { N_("Follow-up planned"), NULL },
                      [ARREARS_TODAY_LIMIT_EXCEEDED]
                      = { N_("Credit limit exceeded"),
                              N_("Stop supplying on credit, or change the limit") },
                          [ARREARS_TODAY_SUPPLIED]
                          = { N_("Supplied against the rule"),
                                  N_("Find out who let the goods go") },
                              [ARREARS_TODAY_LIMITATION]
                              = { N_("Limitation period ends"),
                                      N_("Send a demand with proof of delivery") },
                                  [ARREARS_TODAY_DISPUTE_REVIEW]
                                  = { N_("Dispute to review"), N_("Decide the dispute") },
                                      [ARREARS_TODAY_PAUSE_REVIEW]
                                      = { N_("Pause to review"),
                                              N_("Go on, or pause for longer") },
                                          [ARREARS_TODAY_VOUCHER_MISSING]
                                          = { N_("Vouchers missing"), N_("Add the vouchers") },
                                              [ARREARS_TODAY_DUE_SOON] = { N_("Due soon"), N_("Remind before the due day") },
                                              };

const char *
arrears_words_get_for_today_kind (ArrearsTodayKind kind)
{
  g_return_val_if_fail (kind < ARREARS_TODAY_N_KINDS, "");

  return _(kinds[kind].name);
}

const char *
arrears_words_get_for_next_step (ArrearsTodayKind kind)
{
  g_return_val_if_fail (kind < ARREARS_TODAY_N_KINDS, "");

  return kinds[kind].next_step != NULL ? _(kinds[kind].next_step) : "";
}

static void
add_part (GString *text, const char *part)
{
  if (text->len > 0)
    /* Translators: stands between the parts of a list. */
    g_string_append (text, _(", "));
  g_string_append (text, part);
}

/* The words of papers, with blanks between. */
static char *
describe_papers (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      add_part (text, arrears_words_get_for_term (ARREARS_TERM_PAPER, parts[i]));
  return g_string_free (text, FALSE);
}

static char *
describe_stages (const char *numbers)
{
  g_auto (GStrv) parts = g_strsplit (numbers, " ", -1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      gint64 stage = g_ascii_strtoll (parts[i], NULL, 10);

      if (stage > ARREARS_STAGE_NONE && stage <= ARREARS_N_STAGES)
        add_part (text, arrears_words_get_for_stage ((int) stage));
    }
  return g_string_free (text, FALSE);
}

static char *
describe_crossing (const char *day, const char *amount, int stage, const char *passed_stages)
{
  g_autofree char *passed = describe_stages (passed_stages != NULL ? passed_stages : "");
  const char *name = arrears_words_get_for_stage (stage);

  if (*passed == '\0')
    return g_strdup_printf (_("%s reached on %s; %s yuan count"), name, day, amount);
  return g_strdup_printf (_("%s reached on %s; %s yuan count; passed over: %s"), name, day, amount,
                             passed);
}

static char *
describe_limitation (const ArrearsTodayReason *reason, const char *day)
{
  if (reason->days_left < 0)
    return g_strdup_printf (_("Limitation period ended on %s"), day);
  return g_strdup_printf (_("Limitation period ends on %s, in %d days"), day, reason->days_left);
}

static char *
describe_missing (const ArrearsTodayReason *reason)
{
  g_autofree char *missing = describe_papers (reason->note != NULL ? reason->note : "");

  return g_strdup_printf (_("Missing: %s"), missing);
}

/* Without the invoice that it is about. */
static char *
describe (const ArrearsTodayReason *reason, int stage, const char *passed_stages)
{
  g_autofree char *day = arrears_day_to_string (reason->day);
  g_autofree char *amount = arrears_money_to_grouped (reason->amount);
  const char *note = reason->note != NULL ? reason->note : "";

  switch (reason->kind)
    {
    case ARREARS_TODAY_PROMISE_BROKEN:
      return g_strdup_printf (_("%s yuan promised did not come in; broken since %s"), amount, day);
    case ARREARS_TODAY_CROSSING:
      return describe_crossing (day, amount, stage, passed_stages);
    case ARREARS_TODAY_PROMISE_DUE:
      return g_strdup_printf (_("%s yuan are promised for %s"), amount, day);
    case ARREARS_TODAY_INSTALMENT_DUE:
      return g_strdup_printf (_("Instalment of %s yuan due on %s"), amount, day);
    case ARREARS_TODAY_FOLLOW_UP:
      return g_strdup_printf (_("Planned for %s: %s"), day, note);
    case ARREARS_TODAY_LIMIT_EXCEEDED:
      return g_strdup_printf (_("%s yuan above the credit limit"), amount);
    case ARREARS_TODAY_SUPPLIED:
      return g_strdup_printf (_("Supplied on %s, above the limit or on hold"), day);
    case ARREARS_TODAY_LIMITATION:
      return describe_limitation (reason, day);
    case ARREARS_TODAY_DISPUTE_REVIEW:
      return g_strdup_printf (_("Dispute over %s yuan to review since %s"), amount, day);
    case ARREARS_TODAY_PAUSE_REVIEW:
      return g_strdup_printf (_("Pause to review since %s: %s"), day, note);
    case ARREARS_TODAY_VOUCHER_MISSING:
      return describe_missing (reason);
    case ARREARS_TODAY_DUE_SOON:
      return g_strdup_printf (_("%s yuan fall due on %s"), amount, day);
    case ARREARS_TODAY_N_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
arrears_words_describe_today (const ArrearsTodayReason *reason, int stage,
                              const char *passed_stages)
{
  g_autofree char *text = describe (reason, stage, passed_stages);

  if (reason->invoice == NULL || *reason->invoice == '\0')
    return g_steal_pointer (&text);
  if (reason->n > 1)
    /* Translators: why an account is listed, the first invoice, and how many there are. */
    return g_strdup_printf (_("%s (invoice %s, and %u more)"), text, reason->invoice,
                               reason->n - 1);
  /* Translators: why an account is listed, and the invoice that it is about. */
  return g_strdup_printf (_("%s (invoice %s)"), text, reason->invoice);
}

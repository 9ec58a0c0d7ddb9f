/* arrears-words-policy.c: what a policy does, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-words-policy.h"

#include "arrears-words.h"

#include <glib/gi18n-lib.h>

static const char *const actions[] = {
  N_("Call"),  N_("Text message"), N_("Notice"), N_("Letter"),
                                                        N_("Visit"), N_("Stop supply"),  N_("Lawyer"), N_("Court"),
                                                        };

static const char *const letters[ARREARS_N_LETTER_KINDS] = {
  [ARREARS_LETTER_NONE]
  = N_("No letter"), [ARREARS_LETTER_REMINDER]
                      = N_("Payment reminder"),
                            [ARREARS_LETTER_NOTICE]
                            = N_("Reminder notice"), [ARREARS_LETTER_DEMAND]
                                                      = N_("Demand letter"), [ARREARS_LETTER_FINAL]
                                                                              = N_("Final demand"),
                                                        };

static const char *const tones[ARREARS_N_TONES] = {
  [ARREARS_TONE_FRIENDLY] = N_("Friendly"), [ARREARS_TONE_POLITE]
                                             = N_("Polite"), [ARREARS_TONE_FORMAL]
                                                              = N_("Formal"), [ARREARS_TONE_STERN]
                                                                               = N_("Stern"),
                                                                };

const char *
arrears_words_get_for_action (ArrearsActions action)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (actions); i++)
    if (action == (ArrearsActions) (1 << i))
      return _(actions[i]);
  g_return_val_if_reached ("");
}

const char *
arrears_words_get_for_letter_kind (ArrearsLetterKind kind)
{
  g_return_val_if_fail (kind < ARREARS_N_LETTER_KINDS, "");

  return _(letters[kind]);
}

const char *
arrears_words_get_for_tone (ArrearsTone tone)
{
  g_return_val_if_fail (tone < ARREARS_N_TONES, "");

  return _(tones[tone]);
}

const char *
arrears_words_get_for_policy_stage (const ArrearsStage *stage, int number)
{
  return *stage->name != '\0' ? stage->name : arrears_words_get_for_stage (number);
}

const char *
arrears_words_get_for_account_stage (ArrearsAccount *account)
{
  return account->stage_name[0] != '\0' ? account->stage_name
                                        : arrears_words_get_for_stage (account->stage);
}

char *
arrears_words_describe_actions (ArrearsActions set)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < (int) G_N_ELEMENTS (actions); i++)
    if ((set & 1 << i) != 0)
      {
        if (text->len > 0)
          /* Translators: stands between the parts of a list. */
          g_string_append (text, _(", "));
        g_string_append (text, _(actions[i]));
      }
  return g_string_free (text, FALSE);
}

static char *
describe_condition (const ArrearsStage *stage)
{
  g_autofree char *least = arrears_money_to_grouped (stage->least);

  if (stage->least.fen == 0)
    return g_strdup_printf (_("%d days overdue or more"), stage->days_overdue);
  return g_strdup_printf (_("%d days overdue or more, at least %s yuan"), stage->days_overdue,
                             least);
}

char *
arrears_words_describe_stage (const ArrearsStage *stage)
{
  g_autofree char *condition = describe_condition (stage);
  g_autofree char *todo = arrears_words_describe_actions (stage->actions);
  const char *tone = arrears_words_get_for_tone (stage->tone);

  if (*todo == '\0')
    return g_strdup (condition);
  if (stage->letter == ARREARS_LETTER_NONE)
    /* Translators: when a stage is reached, what is done then, and in which tone. */
    return g_strdup_printf (_("%s: %s (%s)"), condition, todo, tone);
  /* Translators: when a stage is reached, what is done then, the letter, and its tone. */
  return g_strdup_printf (_("%s: %s; %s (%s)"), condition, todo,
                             arrears_words_get_for_letter_kind (stage->letter), tone);
}

/* The subject of a crossing is the number of the stage. */
static const char *
name_stage (const char *subject)
{
  gint64 stage = g_ascii_strtoll (subject, NULL, 10);

  return stage >= ARREARS_STAGE_FRIENDLY && stage <= ARREARS_N_STAGES
             ? arrears_words_get_for_stage ((int) stage)
             : subject;
}

/* To a grade, by its word, or to whoever is named. */
static char *
describe_assignment (ArrearsLogEntry *entry)
{
  ArrearsGrade grade;
  const char *whom = entry->subject;

  if (entry->customer_id == 0 && arrears_grade_parse (whom, &grade, NULL))
    whom = arrears_words_get_for_grade (grade);
  if (*entry->note == '\0')
    return g_strdup_printf (_("The usual policy holds for %s again"), whom);
  return g_strdup_printf (_("Policy %s holds for %s"), entry->note, whom);
}

char *
arrears_words_describe_escalation (ArrearsLogEntry *entry)
{
  if (g_str_equal (entry->kind, ARREARS_LOG_POLICY_SAVED))
    return g_strdup_printf (_("Policy %s was saved"), entry->subject);
  if (g_str_equal (entry->kind, ARREARS_LOG_POLICY_ASSIGNED))
    return describe_assignment (entry);
  if (g_str_equal (entry->kind, ARREARS_LOG_CROSSING_SEEN))
    return g_strdup_printf (_("%s was seen by %s"), name_stage (entry->subject), entry->note);
  if (g_str_equal (entry->kind, ARREARS_LOG_CROSSING_DONE))
    return g_strdup_printf (_("%s was done: %s"), name_stage (entry->subject), entry->note);
  return NULL;
}

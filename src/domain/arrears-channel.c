/* arrears-channel.c: how a customer was reached, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-channel.h"

#include "arrears-error.h"

static const char *const channels[ARREARS_N_CHANNELS + 1] = {
  [ARREARS_CHANNEL_NONE] = "",
  [ARREARS_CHANNEL_CALL] = "call",
  [ARREARS_CHANNEL_CALL_UNANSWERED] = "call_unanswered",
  [ARREARS_CHANNEL_TEXT] = "text",
  [ARREARS_CHANNEL_WECHAT] = "wechat",
  [ARREARS_CHANNEL_EMAIL] = "email",
  [ARREARS_CHANNEL_LETTER] = "letter",
  [ARREARS_CHANNEL_VISIT] = "visit",
  [ARREARS_CHANNEL_MEETING] = "meeting",
  [ARREARS_CHANNEL_INCOMING] = "incoming",
};

static const char *const outcomes[ARREARS_N_OUTCOMES + 1] = {
  [ARREARS_OUTCOME_NONE] = "",
  [ARREARS_OUTCOME_REACHED] = "reached",
  [ARREARS_OUTCOME_PROMISED] = "promised",
  [ARREARS_OUTCOME_REFUSED] = "refused",
  [ARREARS_OUTCOME_DISPUTED] = "disputed",
  [ARREARS_OUTCOME_SAYS_PAID] = "says_paid",
  [ARREARS_OUTCOME_NO_ANSWER] = "no_answer",
  [ARREARS_OUTCOME_WRONG_PERSON] = "wrong_person",
  [ARREARS_OUTCOME_UNDELIVERED] = "undelivered",
};

/* The place of a word in a list that ends in NULL; -1 with an error where it is not in it. */
static int
find_word (const char *const *words, const char *thing, const char *word, GError **error)
{
  g_autofree char *known = NULL;

  for (int i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word != NULL ? word : "") == 0)
      return i;
  known = g_strjoinv (", ", (char **) words + 1);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN, "%s '%s': expected one of %s",
               thing, word, known);
  return -1;
}

const char *
arrears_channel_to_word (ArrearsChannel channel)
{
  g_return_val_if_fail (channel >= 0 && channel < ARREARS_N_CHANNELS, "");

  return channels[channel];
}

const char *
arrears_outcome_to_word (ArrearsOutcome outcome)
{
  g_return_val_if_fail (outcome >= 0 && outcome < ARREARS_N_OUTCOMES, "");

  return outcomes[outcome];
}

gboolean
arrears_channel_parse (const char *word, ArrearsChannel *channel, GError **error)
{
  int place = find_word (channels, "channel", word, error);

  *channel = (ArrearsChannel) MAX (place, 0);
  return place >= 0;
}

gboolean
arrears_outcome_parse (const char *word, ArrearsOutcome *outcome, GError **error)
{
  int place = find_word (outcomes, "outcome", word, error);

  *outcome = (ArrearsOutcome) MAX (place, 0);
  return place >= 0;
}

/* arrears-channel.h: how a customer was reached, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of a contact: the words of `channel` in the log and of a promise. */
typedef enum
{
  ARREARS_CHANNEL_NONE,            /* "" */
  ARREARS_CHANNEL_CALL,            /* "call": somebody answered (通话) */
  ARREARS_CHANNEL_CALL_UNANSWERED, /* "call_unanswered": it was dialled (未接) */
  ARREARS_CHANNEL_TEXT,            /* "text" (短信) */
  ARREARS_CHANNEL_WECHAT,          /* "wechat" (微信) */
  ARREARS_CHANNEL_EMAIL,           /* "email" */
  ARREARS_CHANNEL_LETTER,          /* "letter": a formal one, posted or handed over (函件) */
  ARREARS_CHANNEL_VISIT,           /* "visit": we called on them (上门) */
  ARREARS_CHANNEL_MEETING,         /* "meeting": by appointment (面谈) */
  ARREARS_CHANNEL_INCOMING,        /* "incoming": they called, wrote or came (来电、来访) */
  ARREARS_N_CHANNELS
} ArrearsChannel;

/* The words of `outcome`. */
typedef enum
{
  ARREARS_OUTCOME_NONE,         /* "": nothing is said about it */
  ARREARS_OUTCOME_REACHED,      /* "reached": told, without an answer to act on */
  ARREARS_OUTCOME_PROMISED,     /* "promised" */
  ARREARS_OUTCOME_REFUSED,      /* "refused" */
  ARREARS_OUTCOME_DISPUTED,     /* "disputed" */
  ARREARS_OUTCOME_SAYS_PAID,    /* "says_paid": to be looked for among the receipts */
  ARREARS_OUTCOME_NO_ANSWER,    /* "no_answer" */
  ARREARS_OUTCOME_WRONG_PERSON, /* "wrong_person" */
  ARREARS_OUTCOME_UNDELIVERED,  /* "undelivered": came back, or did not go through */
  ARREARS_N_OUTCOMES
} ArrearsOutcome;

/* "" for what is none. */
const char *arrears_channel_to_word (ArrearsChannel channel);
const char *arrears_outcome_to_word (ArrearsOutcome outcome);

/* "" is none. ARREARS_ERROR_WORD_UNKNOWN names the words that are taken. */
gboolean arrears_channel_parse (const char *word, ArrearsChannel *channel, GError **error);
gboolean arrears_outcome_parse (const char *word, ArrearsOutcome *outcome, GError **error);

G_END_DECLS

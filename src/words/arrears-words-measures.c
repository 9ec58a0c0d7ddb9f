/* arrears-words-measures.c: sentences on promises, disputes, pauses, marks and owners
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-words-measures.h"

#include "arrears-mark.h"
#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "WORD REST": (transfer full) the word; *rest points into the note. */
static char *
split_note (ArrearsLogEntry *entry, const char **rest)
{
  const char *blank = strchr (entry->note, ' ');

  *rest = blank != NULL ? blank + 1 : "";
  return blank != NULL ? g_strndup (entry->note, (gsize) (blank - entry->note))
                       : g_strdup (entry->note);
}

/* Takes `text`. */
static char *
append_rest (char *text, const char *rest)
{
  char *whole;

  if (rest[0] == '\0')
    return text;
  whole = g_strdup_printf (_("%s: %s"), text, rest);
  g_free (text);
  return whole;
}

/* Takes `text`: which invoice it is about, if not the whole account. */
static char *
append_invoice (char *text, const char *number)
{
  char *whole;

  if (number[0] == '\0')
    return text;
  whole = g_strdup_printf (_("%s (invoice %s)"), text, number);
  g_free (text);
  return whole;
}

static char *
describe_promise (ArrearsLogEntry *entry, const char *amount)
{
  const char *rest;
  g_autofree char *due = split_note (entry, &rest);
  char *text = g_strdup_printf (_("Promised to pay %s yuan by %s"), amount, due);

  return append_rest (append_invoice (text, entry->subject), rest);
}

static char *
describe_promise_end (ArrearsLogEntry *entry, const char *amount)
{
  const char *rest;
  g_autofree char *how = split_note (entry, &rest);
  char *text = g_str_equal (how, "replaced")
      ? g_strdup_printf (_("The promise of %s yuan was replaced by another"), amount)
      : g_strdup_printf (_("The promise of %s yuan was withdrawn"), amount);

  return append_rest (append_invoice (text, entry->subject), rest);
}

static char *
describe_dispute (ArrearsLogEntry *entry, const char *amount)
{
  const char *rest;
  g_autofree char *reason = split_note (entry, &rest);
  char *text
      = g_strdup_printf (_("Contested %s yuan of invoice %s, for %s"), amount, entry->subject,
                            arrears_words_get_for_term (ARREARS_TERM_DISPUTE_REASON, reason));

  return append_rest (text, rest);
}

static char *
describe_dispute_end (ArrearsLogEntry *entry, const char *amount)
{
  const char *rest;
  g_autofree char *how = split_note (entry, &rest);
  char *text = g_strdup_printf (_("The dispute over %s yuan of invoice %s ended: %s"), amount,
                                   entry->subject,
                                   arrears_words_get_for_term (ARREARS_TERM_DISPUTE_OUTCOME, how));

  return append_rest (text, rest);
}

static char *
describe_pause (ArrearsLogEntry *entry)
{
  const char *rest;
  g_autofree char *until = split_note (entry, &rest);
  char *text = g_strdup_printf (_("Collection rests until %s"), until);

  text = append_rest (append_invoice (text, entry->subject), rest);
  return append_rest (text, entry->measure);
}

static char *
describe_pause_end (ArrearsLogEntry *entry)
{
  const char *rest;
  g_autofree char *kind = split_note (entry, &rest);
  char *text = g_strdup (_("Collection goes on"));

  return append_rest (append_invoice (text, entry->subject), rest);
}

static char *
describe_mark (ArrearsLogEntry *entry, gboolean is_set)
{
  const char *rest = entry->note;
  g_autofree char *code = NULL;
  const char *name = arrears_words_get_for_term (ARREARS_TERM_MARK_KIND, entry->subject);
  char *text;

  if (g_str_equal (entry->subject, ARREARS_MARK_LATENESS))
    {
      code = split_note (entry, &rest);
      name = arrears_words_get_for_term (ARREARS_TERM_LATENESS, code);
    }
  text = is_set ? g_strdup_printf (_("Marked: %s"), name)
                : g_strdup_printf (_("Mark taken away: %s"), name);
  return append_rest (text, rest);
}

static char *
describe_owner (ArrearsLogEntry *entry)
{
  g_auto (GStrv) lines = g_strsplit (entry->note, "\n", 2);
  gboolean has_note = g_strv_length (lines) == 2;
  gboolean had_owner = lines[0] != NULL && lines[0][0] != '\0';
  char *text;

  if (entry->subject[0] == '\0')
    text = g_strdup_printf (_("%s no longer looks after the account"), had_owner ? lines[0] : "");
  else if (had_owner)
    text = g_strdup_printf (_("%s handed the account over to %s"), lines[0], entry->subject);
  else
    text = g_strdup_printf (_("%s looks after the account"), entry->subject);
  return append_rest (text, has_note ? lines[1] : "");
}

char *
arrears_words_describe_measure (ArrearsLogEntry *entry)
{
  g_autofree char *amount = arrears_money_to_grouped (entry->amount);
  const char *kind = entry->kind;

  if (g_str_equal (kind, ARREARS_LOG_PROMISE_GIVEN))
    return describe_promise (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_PROMISE_ENDED))
    return describe_promise_end (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_DISPUTE_RAISED))
    return describe_dispute (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_DISPUTE_ENDED))
    return describe_dispute_end (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_PAUSE_BEGUN))
    return describe_pause (entry);
  if (g_str_equal (kind, ARREARS_LOG_PAUSE_ENDED))
    return describe_pause_end (entry);
  if (g_str_equal (kind, ARREARS_LOG_MARK_SET))
    return describe_mark (entry, TRUE);
  if (g_str_equal (kind, ARREARS_LOG_MARK_ENDED))
    return describe_mark (entry, FALSE);
  if (g_str_equal (kind, ARREARS_LOG_OWNER_CHANGED))
    return describe_owner (entry);
  return NULL;
}

const char *
arrears_words_get_for_promise_warning (ArrearsPromiseWarnings warning)
{
  switch (warning)
    {
    case ARREARS_PROMISE_WARNING_EXCEEDS:
      return _("More is promised than is owed, late charge included.");
    case ARREARS_PROMISE_WARNING_DISPUTED:
      return _("Part of it is contested. A promise does not settle the dispute.");
    case ARREARS_PROMISE_WARNING_RUNNING:
      return _("Another promise for the same is still running; it stays unless this one takes "
               "its place.");
    case ARREARS_PROMISE_WARNING_BROKEN:
      return _("The last promise was not kept in full.");
    default:
      g_return_val_if_reached ("");
    }
}

static char *
describe_verdict (const ArrearsCreditAnswer *answer)
{
  const char *verdict = arrears_words_get_for_term (
      ARREARS_TERM_CREDIT_VERDICT, arrears_credit_verdict_to_word (answer->verdict));
  g_autofree char *over_by = arrears_money_to_grouped (answer->over_by);

  if (answer->verdict == ARREARS_CREDIT_OVER_LIMIT)
    return g_strdup_printf (_("%s, by %s yuan"), verdict, over_by);
  return g_strdup (verdict);
}

char *
arrears_words_describe_credit (const ArrearsCreditAnswer *answer)
{
  g_autoptr (GString) reasons = g_string_new (NULL);
  g_autofree char *verdict = describe_verdict (answer);

  for (int i = 0; i < ARREARS_CREDIT_N_REASONS; i++)
    if (answer->reasons & (1 << i))
      g_string_append_printf (
          reasons, "%s%s",
          reasons->len > 0
          ? _("; ") : "", arrears_words_get_for_term (
                               ARREARS_TERM_CREDIT_REASON,
                               arrears_credit_reason_to_word ((ArrearsCreditReasons) (1 << i))));
  if (reasons->len == 0)
    return g_steal_pointer (&verdict);
  return g_strdup_printf (_("%s (%s)"), verdict, reasons->str);
}

char *
arrears_words_describe_next_steps (ArrearsLateness reason)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ArrearsNextSteps steps = arrears_lateness_suggest (reason);

  for (int i = 0; i < ARREARS_N_NEXT_STEPS; i++)
    if (steps & (1 << i))
      g_string_append_printf (text, "%s%s",
                              text->len > 0
                              ? _("; ") : "",
                                   arrears_words_get_for_term (
                                       ARREARS_TERM_LATENESS_STEP,
                                       arrears_next_step_to_word ((ArrearsNextSteps) (1 << i))));
  return g_strdup (text->str);
}

/* arrears-words-proof.c: sentences on limitation, guarantees and vouchers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-words-proof.h"

#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Takes the first word off a text. (transfer full) */
static char *
take_word (const char **text)
{
  const char *blank = strchr (*text, ' ');
  char *word = blank != NULL ? g_strndup (*text, (gsize) (blank - *text)) : g_strdup (*text);

  *text = blank != NULL ? blank + 1 : "";
  return word;
}

/* Takes `text`: what else the entry says. */
static char *
append_rest (char *text, const char *rest)
{
  g_autofree char *sentence = text;

  return rest[0] == '\0' ? g_steal_pointer (&sentence)
                         : g_strdup_printf (_("%s: %s"), sentence, rest);
}

static char *
describe_event (ArrearsLogEntry *entry)
{
  const char *rest = entry->note;
  g_autofree char *kind = take_word (&rest);
  g_autofree char *proof = take_word (&rest);
  const char *name = arrears_words_get_for_term (ARREARS_TERM_LIMITATION_CAUSE, kind);
  char *text = entry->subject[0] == '\0'
      ? g_strdup_printf (_("Limitation of the whole account: %s, proof %s"), name, proof)
      : g_strdup_printf (_("Limitation of invoice %s: %s, proof %s"), entry->subject, name, proof);

  return append_rest (text, rest);
}

static char *
describe_voided_event (ArrearsLogEntry *entry)
{
  const char *rest = entry->note;
  g_autofree char *kind = take_word (&rest);
  const char *name = arrears_words_get_for_term (ARREARS_TERM_LIMITATION_CAUSE, kind);

  return append_rest (g_strdup_printf (_("Limitation event taken back: %s"), name), rest);
}

static char *
describe_guarantee (ArrearsLogEntry *entry)
{
  const char *rest = entry->note;
  g_autofree char *kind = take_word (&rest);

  return g_strdup_printf (_("%s by %s was entered; its period ends on %s"),
                             arrears_words_get_for_term (ARREARS_TERM_GUARANTEE_KIND, kind),
                             entry->subject, rest);
}

static char *
describe_guarantee_end (ArrearsLogEntry *entry)
{
  const char *rest = entry->note;
  g_autofree char *how = take_word (&rest);
  char *text = g_strdup_printf (_("Guarantee of %s: %s"), entry->subject,
                                   arrears_words_get_for_term (ARREARS_TERM_GUARANTEE_END, how));

  return append_rest (text, rest);
}

/* The note begins with the hash, which people do not read. */
static char *
describe_voucher (ArrearsLogEntry *entry)
{
  const char *rest = entry->note;
  g_autofree char *hash = take_word (&rest);

  return g_strdup_printf (_("File %s was kept as %s"), entry->subject,
                             arrears_words_get_for_term (ARREARS_TERM_VOUCHER_KIND, rest));
}

static char *
describe_voucher_end (ArrearsLogEntry *entry)
{
  const char *rest = entry->note;
  g_autofree char *hash = take_word (&rest);
  g_autofree char *how = take_word (&rest);
  char *text = g_strdup_printf (_("File %s counts no more: %s"), entry->subject,
                                   arrears_words_get_for_term (ARREARS_TERM_VOUCHER_END, how));

  return append_rest (text, rest);
}

char *
arrears_words_describe_proof (ArrearsLogEntry *entry)
{
  static const struct
  {
    const char *kind;
    char *(*describe) (ArrearsLogEntry *entry);
  } kinds[] = {
    { ARREARS_LOG_LIMITATION_EVENT, describe_event },
    { ARREARS_LOG_LIMITATION_VOIDED, describe_voided_event },
    { ARREARS_LOG_GUARANTEE_ENTERED, describe_guarantee },
    { ARREARS_LOG_GUARANTEE_ENDED, describe_guarantee_end },
    { ARREARS_LOG_VOUCHER_ADDED, describe_voucher },
    { ARREARS_LOG_VOUCHER_ENDED, describe_voucher_end },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (entry->kind, kinds[i].kind))
      return kinds[i].describe (entry);
  return NULL;
}

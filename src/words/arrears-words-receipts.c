/* arrears-words-receipts.c: sentences on money, write-offs and what became of invoices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-words-receipts.h"

#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Cuts a word off the front of a note; (transfer full). *rest points behind it. */
static char *
cut_word (const char *note, const char **rest)
{
  const char *blank = strchr (note, ' ');

  *rest = blank != NULL ? blank + 1 : "";
  return blank != NULL ? g_strndup (note, (gsize) (blank - note)) : g_strdup (note);
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

static char *
describe_void (ArrearsLogEntry *entry, const char *amount)
{
  const char *reason;
  g_autofree char *kind = cut_word (entry->note, &reason);
  const char *name = arrears_words_get_for_term (ARREARS_TERM_RECEIPT_KIND, kind);
  char *text = entry->subject[0] == '\0'
                   ? g_strdup_printf (_("%s of %s yuan is void"), name, amount)
                   : g_strdup_printf (_("%s %s of %s yuan is void"), name, entry->subject, amount);

  return append_rest (text, reason);
}

static char *
describe_write_off (ArrearsLogEntry *entry, const char *amount)
{
  const char *reason;
  g_autofree char *kind = cut_word (entry->note, &reason);

  if (g_str_equal (kind, "cents"))
    return append_rest (g_strdup_printf (_("A rest of %s yuan of invoice %s was written off"),
                                         amount, entry->subject),
                        reason);
  return append_rest (
      g_strdup_printf (_("%s yuan of invoice %s were written off as a bad debt (%s)"), amount,
                       entry->subject,
                       arrears_words_get_for_term (ARREARS_TERM_BAD_DEBT_CONDITION, kind)),
      reason);
}

static char *
describe_decision (ArrearsLogEntry *entry, const char *amount)
{
  const char *reason;
  g_autofree char *fate = cut_word (entry->note, &reason);
  char *text;

  if (g_str_equal (fate, "keep"))
    text = g_strdup_printf (_("The late charge of %s yuan on invoice %s stays a claim"), amount,
                            entry->subject);
  else if (g_str_equal (fate, "waive"))
    text = g_strdup_printf (_("The late charge of %s yuan on invoice %s was waived"), amount,
                            entry->subject);
  else
    text = g_strdup_printf (_("The late charge of %s yuan on invoice %s was written off"), amount,
                            entry->subject);
  return append_rest (text, reason);
}

static char *
describe_due_day (ArrearsLogEntry *entry)
{
  const char *days;
  const char *reason;
  g_autofree char *before = cut_word (entry->note, &days);
  g_autofree char *after = cut_word (days, &reason);

  return append_rest (g_strdup_printf (_("Invoice %s is due on %s, no longer on %s"),
                                       entry->subject, after, before),
                      reason);
}

/* "DAY=AMOUNT DAY=AMOUNT ..." */
static char *
describe_split (ArrearsLogEntry *entry)
{
  guint n_parts = 1;

  for (const char *blank = strchr (entry->note, ' '); blank != NULL;
       blank = strchr (blank + 1, ' '))
    n_parts++;
  return g_strdup_printf (_("Invoice %s was split into %u instalments: %s"), entry->subject,
                          n_parts, entry->note);
}

static char *
describe_refund (ArrearsLogEntry *entry, const char *amount)
{
  char *text = entry->subject[0] == '\0'
                   ? g_strdup_printf (_("%s yuan were paid back"), amount)
                   : g_strdup_printf (_("%s yuan of the receipt %s were paid back"), amount,
                                      entry->subject);

  return append_rest (text, entry->note);
}

static char *
describe_money (ArrearsLogEntry *entry, const char *amount)
{
  const char *kind = entry->kind;

  if (g_str_equal (kind, ARREARS_LOG_ALLOCATED))
    return g_strdup_printf (_("%s yuan of unapplied money were allocated"), amount);
  if (g_str_equal (kind, ARREARS_LOG_REFUNDED))
    return describe_refund (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_RECEIPT_VOIDED))
    return describe_void (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_CREDITED))
    return append_rest (
        g_strdup_printf (_("Credit note %s of %s yuan"), entry->subject, amount), entry->note);
  return NULL;
}

static char *
describe_debt (ArrearsLogEntry *entry, const char *amount)
{
  const char *kind = entry->kind;

  if (g_str_equal (kind, ARREARS_LOG_WRITTEN_OFF))
    return describe_write_off (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_REINSTATED))
    return append_rest (
        g_strdup_printf (_("%s yuan of invoice %s stand in the books again"), amount,
                         entry->subject),
        entry->note);
  if (g_str_equal (kind, ARREARS_LOG_CHARGE_DECIDED))
    return describe_decision (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_COST_ENTERED))
    return append_rest (
        g_strdup_printf (_("Cost of %s yuan on invoice %s"), amount, entry->subject),
        entry->note);
  if (g_str_equal (kind, ARREARS_LOG_INVOICE_VOIDED))
    return append_rest (
        g_strdup_printf (_("Invoice %s of %s yuan is void"), entry->subject, amount),
        entry->note);
  if (g_str_equal (kind, ARREARS_LOG_INVOICE_SPLIT))
    return describe_split (entry);
  if (g_str_equal (kind, ARREARS_LOG_DUE_DAY_CHANGED))
    return describe_due_day (entry);
  return NULL;
}

char *
arrears_words_describe_receipts (ArrearsLogEntry *entry)
{
  g_autofree char *amount = arrears_money_to_grouped (entry->amount);
  char *text = describe_money (entry, amount);

  return text != NULL ? text : describe_debt (entry, amount);
}

const char *
arrears_words_get_for_charge_warning (ArrearsChargeWarnings warning)
{
  switch (warning)
    {
    case ARREARS_CHARGE_WARNING_ABOVE_LOSS:
      return _("the charge passes 1.3 times the loss; a court may cut it when asked");
    case ARREARS_CHARGE_WARNING_ABOVE_24:
      return _("the rate passes 24 percent a year");
    case ARREARS_CHARGE_WARNING_ABOVE_PRINCIPAL:
      return _("the charge passes the principal");
    case ARREARS_CHARGE_WARNING_TABLE_ENDED:
    default:
      return _("the table of published rates ends before the day of breach; compare it");
    }
}

const char *
arrears_words_get_for_bad_debt (void)
{
  return _("Writing off is no release: the debt is still owed, its limitation period runs on, and "
           "it can be taken back into the books.");
}

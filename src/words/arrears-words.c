/* arrears-words.c: the sentences for codes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-words.h"

#include "arrears-aging.h"
#include "arrears-words-contact.h"
#include "arrears-words-measures.h"
#include "arrears-words-policy.h"
#include "arrears-words-proof.h"
#include "arrears-words-receipts.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static const char *const errors[] = {
  [ARREARS_ERROR_REFUSED] = N_("This cannot be done as it stands."),
  [ARREARS_ERROR_MISSING] = N_("A value that is needed is empty. Please fill it in."),
  [ARREARS_ERROR_AMOUNT_UNREADABLE] = N_("This is not an amount. Write it as 1234.50 or 1,234.50."),
  [ARREARS_ERROR_AMOUNT_DECIMALS]
  = N_("The amount has more than two decimals. Write whole fen, such as 1234.50."),
  [ARREARS_ERROR_AMOUNT_GROUPING]
  = N_("The thousands separators stand in the wrong place. Write 1,234.50 or 1234.50."),
  [ARREARS_ERROR_AMOUNT_TOO_LARGE]
  = N_("The amount is larger than what it may be taken from, or than can be counted."),
  [ARREARS_ERROR_AMOUNT_SIGN] = N_("The amount must be more than zero here."),
  [ARREARS_ERROR_DAY_UNREADABLE] = N_("This is not a date. Write it as 2026-03-05 or 2026年3月5日."),
  [ARREARS_ERROR_DAY_IMPOSSIBLE]
  = N_("There is no such day in the calendar. Please check the date."),
  [ARREARS_ERROR_DAY_AMBIGUOUS]
  = N_("Day and month can be read either way. Please say in which order they stand."),
  [ARREARS_ERROR_DAY_ORDER]
  = N_("The date is too early or too late: money is not received after today, nor is an "
       "invoice due before its own date. Please check it."),
  [ARREARS_ERROR_RATE_UNREADABLE] = N_("This is not a rate. Write it as 0.0005 or 万分之五."),
  [ARREARS_ERROR_NUMBER_UNREADABLE] = N_("A whole number is expected here."),
  [ARREARS_ERROR_NUMBER_CUT]
  = N_("The spreadsheet has cut the number short. Format the column as text and export it "
       "again."),
  [ARREARS_ERROR_WORD_UNKNOWN] = N_("This is not one of the words that can stand here."),
  [ARREARS_ERROR_USCC_LENGTH] = N_("A unified social credit code has 18 places. Please check it."),
  [ARREARS_ERROR_USCC_ALPHABET]
  = N_("A unified social credit code has digits and capital letters without I, O, S, V and "
       "Z. Please check it."),
  [ARREARS_ERROR_USCC_CHECK]
  = N_("The check character of the unified social credit code does not fit. Please compare "
       "it with the licence."),
  [ARREARS_ERROR_DUPLICATE]
  = N_("This number is in the ledger already, with other contents. Please compare the two."),
  [ARREARS_ERROR_REPEATED] = N_("The same row stands in the file twice. It is taken once."),
  [ARREARS_ERROR_NAME_DIFFERS]
  = N_("The ledger knows this customer code under another name. Please check that the code "
       "is right."),
  [ARREARS_ERROR_PAID_EXCEEDS]
  = N_("More was paid than the invoice comes to. Please check the amounts."),
  [ARREARS_ERROR_NOT_FOUND]
  = N_("It is not there. Please check the number or the name; a file may have been moved or "
       "renamed."),
  [ARREARS_ERROR_ENCODING]
  = N_("The text of the file cannot be read. Please save it as CSV in UTF-8, or as xlsx."),
  [ARREARS_ERROR_HEADING]
  = N_("A column that is needed was not found. Please say which column is which."),
  [ARREARS_ERROR_FORMAT] = N_("This is not a file of the kind expected. Please choose another."),
  [ARREARS_ERROR_EXISTS]
  = N_("A file with this name is there already. Please choose another name."),
  [ARREARS_ERROR_NEWER]
  = N_("The ledger was written by a newer version of Arrears. Please update the program."),
  [ARREARS_ERROR_COMPANY_MISSING]
  = N_("The particulars of your own firm are incomplete. Please enter its name, bank and "
       "account first."),
  [ARREARS_ERROR_NOTHING_DUE] = N_("Nothing is overdue and unpaid, so there is nothing to demand."),
  [ARREARS_ERROR_BELOW_LEAST]
  = N_("What is overdue is less than the policy's least amount for a letter. Give a reason "
       "if it must go out."),
  [ARREARS_ERROR_LIMITATION_ENDED]
  = N_("The limitation period of an item has ended; a demand does not revive it. Ask a lawyer, or "
       "give a reason if the letter must go out."),
  [ARREARS_ERROR_TOO_SOON]
  = N_("The last formal letter went out less than seven days ago. Wait, or give a reason."),
  [ARREARS_ERROR_NOTHING_NEW]
  = N_("All of this was claimed already since the account came to its stage. Wait for the next "
       "stage, or give a reason."),
  [ARREARS_ERROR_GUARDED]
  = N_("This contact would come at a bad time, too often or to the wrong person. Wait, or give a "
       "reason; it is logged."),
  [ARREARS_ERROR_STOPPED]
  = N_("This person is on the stop list and must not be contacted. Please turn to somebody else."),
  [ARREARS_ERROR_TABLE_ENDED] = N_("The table of published rates has no value for that day."),
  [ARREARS_ERROR_GLYPH]
  = N_("No font on this computer has one of the characters. Please install the Noto CJK "
       "fonts."),
  [ARREARS_ERROR_FILE_EMPTY] = N_("The file is empty. Please choose another."),
  [ARREARS_ERROR_FILE_TOO_LARGE]
  = N_("The file is larger than 50 MB. Please make it smaller, or keep it in parts."),
  [ARREARS_ERROR_FILE_KEPT] = N_("The same file is kept there already."),
  [ARREARS_ERROR_PASSWORD] = N_("The password is wrong. Please enter it again."),
  [ARREARS_ERROR_PASSWORD_SHORT] = N_("The password is too short. Use at least eight characters."),
  [ARREARS_ERROR_CERTIFICATE]
  = N_("The certificate cannot be used to sign: it has expired, is not valid yet, or is not "
       "meant for signing."),
  [ARREARS_ERROR_CANCELLED] = N_("It was stopped. Nothing was changed."),
  [ARREARS_ERROR_DAMAGED] = N_("The file is damaged. Please restore the latest backup."),
  [ARREARS_ERROR_ALTERED] = N_("Something was changed after it was recorded or signed."),
  [ARREARS_ERROR_ENVIRONMENT]
  = N_("The computer refused the work. Nothing was changed. Please try again, or in another "
       "folder."),
  [ARREARS_ERROR_DISK_FULL]
  = N_("The disk is full. Free some space and try again; nothing was changed."),
  [ARREARS_ERROR_PERMISSION]
  = N_("Writing or reading there is not permitted. Please choose another folder."),
  [ARREARS_ERROR_LOCKED]
  = N_("Another program is using the ledger. Please close it and try again."),
};

static const char *const stages[] = {
  N_("Nothing due"),
  N_("Friendly reminder"),
  N_("Second reminder"),
  N_("Formal demand"),
  N_("Hard measures"),
  N_("Lawyer"),
  N_("Court"),
};

static const char *const grades[] = {
  [ARREARS_GRADE_A] = N_("Prime"),
  [ARREARS_GRADE_B] = N_("Ordinary"),
  [ARREARS_GRADE_C] = N_("High risk"),
};

static const char *const buckets[ARREARS_AGING_N_BUCKETS] = {
  N_("Not due"),
  N_("1–30 days"),
  N_("31–60 days"),
  N_("61–90 days"),
  N_("91–180 days"),
  N_("181–365 days"),
  N_("1–2 years"),
  N_("2–3 years"),
  N_("Over 3 years"),
};

static const char *const fields[ARREARS_IMPORT_N_FIELDS] = {
  [ARREARS_IMPORT_FIELD_NONE] = N_("(leave out)"),
  [ARREARS_IMPORT_FIELD_CUSTOMER_CODE] = N_("Customer code"),
  [ARREARS_IMPORT_FIELD_CUSTOMER_NAME] = N_("Customer name"),
  [ARREARS_IMPORT_FIELD_USCC] = N_("Unified social credit code"),
  [ARREARS_IMPORT_FIELD_ADDRESS] = N_("Address"),
  [ARREARS_IMPORT_FIELD_CONTACT] = N_("Contact"),
  [ARREARS_IMPORT_FIELD_PHONE] = N_("Phone"),
  [ARREARS_IMPORT_FIELD_EMAIL] = N_("E-mail"),
  [ARREARS_IMPORT_FIELD_TERMS_DAYS] = N_("Terms (days)"),
  [ARREARS_IMPORT_FIELD_CREDIT_LIMIT] = N_("Credit limit"),
  [ARREARS_IMPORT_FIELD_INDUSTRY] = N_("Industry"),
  [ARREARS_IMPORT_FIELD_GRADE] = N_("Grade"),
  [ARREARS_IMPORT_FIELD_INVOICE_NUMBER] = N_("Invoice number"),
  [ARREARS_IMPORT_FIELD_INVOICE_DATE] = N_("Invoice date"),
  [ARREARS_IMPORT_FIELD_DUE_DATE] = N_("Due date"),
  [ARREARS_IMPORT_FIELD_AMOUNT] = N_("Amount"),
  [ARREARS_IMPORT_FIELD_PAID_AMOUNT] = N_("Amount paid"),
  [ARREARS_IMPORT_FIELD_FAPIAO_NUMBER] = N_("Fapiao number"),
  [ARREARS_IMPORT_FIELD_CONTRACT_NUMBER] = N_("Contract number"),
  [ARREARS_IMPORT_FIELD_ORDER_NUMBER] = N_("Order number"),
  [ARREARS_IMPORT_FIELD_DELIVERY_NUMBER] = N_("Delivery note number"),
  [ARREARS_IMPORT_FIELD_DELIVERED_ON] = N_("Delivered on"),
  [ARREARS_IMPORT_FIELD_DATE] = N_("Date received"),
  [ARREARS_IMPORT_FIELD_REFERENCE] = N_("Reference"),
  [ARREARS_IMPORT_FIELD_NOTE] = N_("Note"),
};

void
arrears_words_init (void)
{
  const char *folder = g_getenv ("ARREARS_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : ARREARS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static const char *
pick (const char *const *texts, gsize n_texts, int index)
{
  g_return_val_if_fail (index >= 0 && (gsize) index < n_texts && texts[index] != NULL, "");

  return _(texts[index]);
}

const char *
arrears_words_get_for_code (ArrearsError code)
{
  return pick (errors, G_N_ELEMENTS (errors), (int) code);
}

static ArrearsError
find_code (const GError *error)
{
  if (error->domain == ARREARS_ERROR)
    return (ArrearsError) error->code;

  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return ARREARS_ERROR_PERMISSION;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return ARREARS_ERROR_DISK_FULL;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return ARREARS_ERROR_NOT_FOUND;
  return arrears_error_get_status (error) == 1 ? ARREARS_ERROR_REFUSED : ARREARS_ERROR_ENVIRONMENT;
}

const char *
arrears_words_get_for_error (const GError *error)
{
  return arrears_words_get_for_code (find_code (error));
}

const char *
arrears_words_get_for_stage (int stage)
{
  return pick (stages, G_N_ELEMENTS (stages), stage);
}

const char *
arrears_words_get_for_grade (ArrearsGrade grade)
{
  return pick (grades, G_N_ELEMENTS (grades), (int) grade);
}

const char *
arrears_words_get_for_bucket (int bucket)
{
  return pick (buckets, G_N_ELEMENTS (buckets), bucket);
}

const char *
arrears_words_get_for_field (ArrearsImportField field)
{
  return pick (fields, G_N_ELEMENTS (fields), (int) field);
}

const char *
arrears_words_get_for_document_kind (const char *word)
{
  g_return_val_if_fail (g_str_equal (word, "demand"), "");

  return _("Demand letter");
}

/* The counts that an import leaves in its note: "invoices added=3 updated=0 rejected=1". */
static char *
describe_import (const char *note)
{
  g_auto (GStrv) parts = g_strsplit_set (note, " =", -1);
  const char *kind;

  if (g_strv_length (parts) != 7)
    return g_strdup (note);
  kind = g_str_equal (parts[0], "customers")  ? _("Customers")
         : g_str_equal (parts[0], "invoices") ? _("Invoices")
                                              : _("Payments");
  return g_strdup_printf (_("%s added %s, changed %s, left out %s"), kind, parts[2], parts[4],
                          parts[6]);
}

static char *
describe_contract (ArrearsLogEntry *entry)
{
  g_autofree char *text = NULL;
  ArrearsChargeTerms terms;

  if (entry->note[0] == '\0' || !arrears_charge_terms_parse (entry->note, &terms, NULL))
    return g_strdup_printf (_("Contract %s was entered"), entry->subject);
  text = arrears_words_describe_terms (&terms);
  return g_strdup_printf (_("Contract %s was entered: %s"), entry->subject, text);
}

static char *
describe_receipt (ArrearsLogEntry *entry, const char *amount)
{
  if (entry->subject[0] == '\0')
    return g_strdup_printf (_("Received %s yuan"), amount);
  return g_strdup_printf (_("Received %s yuan, reference %s"), amount, entry->subject);
}

static char *
describe_letter (ArrearsLogEntry *entry, const char *amount)
{
  const char *reason = strlen (entry->note) > ARREARS_LOG_LENGTH_OF_HASH
                           ? entry->note + ARREARS_LOG_LENGTH_OF_HASH + 1
                           : "";

  if (reason[0] == '\0')
    return g_strdup_printf (_("Demand letter %s was issued for %s yuan"), entry->subject, amount);
  return g_strdup_printf (_("Demand letter %s was issued for %s yuan, against the rule because: %s"),
                          entry->subject, amount, reason);
}

char *
arrears_words_describe_log_entry (ArrearsLogEntry *entry)
{
  g_autofree char *amount = arrears_money_to_grouped (entry->amount);
  g_autofree char *measure = arrears_words_describe_measure (entry);
  g_autofree char *receipts = arrears_words_describe_receipts (entry);
  g_autofree char *talk = arrears_words_describe_talk (entry);
  g_autofree char *proof = arrears_words_describe_proof (entry);
  g_autofree char *escalation = arrears_words_describe_escalation (entry);
  const char *kind = entry->kind;

  if (measure != NULL)
    return g_steal_pointer (&measure);
  if (receipts != NULL)
    return g_steal_pointer (&receipts);
  if (talk != NULL)
    return g_steal_pointer (&talk);
  if (proof != NULL)
    return g_steal_pointer (&proof);
  if (escalation != NULL)
    return g_steal_pointer (&escalation);
  if (g_str_equal (kind, ARREARS_LOG_LEDGER_CREATED))
    return g_strdup (_("The ledger was made"));
  if (g_str_equal (kind, ARREARS_LOG_COMPANY_SAVED))
    return g_strdup_printf (_("Particulars of the firm: %s"), entry->subject);
  if (g_str_equal (kind, ARREARS_LOG_CUSTOMER_SAVED))
    return g_strdup_printf (_("Particulars of customer %s were changed"), entry->subject);
  if (g_str_equal (kind, ARREARS_LOG_CONTRACT_SAVED))
    return describe_contract (entry);
  if (g_str_equal (kind, ARREARS_LOG_RECEIVED))
    return describe_receipt (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_LETTER_ISSUED))
    return describe_letter (entry, amount);
  if (g_str_equal (kind, ARREARS_LOG_IMPORTED))
    {
      g_autofree char *counts = describe_import (entry->note);

      return g_strdup_printf (_("File %s was imported: %s"), entry->subject, counts);
    }
  return g_strdup (kind);
}

/* Of the forms that have a rate; the others have none that could be printed. */
static char *
describe_rate (const ArrearsChargeTerms *terms)
{
  g_autofree char *percent = arrears_rate_to_percent (terms->rate);
  g_autofree char *plain = arrears_rate_to_string (terms->rate);

  if (terms->form == ARREARS_CHARGE_DAILY)
    return g_strdup_printf (_("%s a day"), percent);
  if (terms->form == ARREARS_CHARGE_LPR)
    return g_strdup_printf (_("LPR times %s"), plain);
  return g_strdup_printf (
      terms->year_days == 360 ? _("%s a year (of 360 days)") : _("%s a year"), percent);
}

static char *
describe_form (const ArrearsChargeTerms *terms)
{
  g_autofree char *fixed = arrears_money_to_grouped (terms->fixed);

  switch (terms->form)
    {
    case ARREARS_CHARGE_DAILY:
    case ARREARS_CHARGE_ANNUAL:
    case ARREARS_CHARGE_LPR:
      return describe_rate (terms);
    case ARREARS_CHARGE_SME:
      return g_strdup (_("five in ten thousand a day, by the SME payment regulation"));
    case ARREARS_CHARGE_FIXED:
      return g_strdup_printf (_("%s yuan, once"), fixed);
    case ARREARS_CHARGE_NONE:
    default:
      return g_strdup (_("none"));
    }
}

char *
arrears_words_describe_terms (const ArrearsChargeTerms *terms)
{
  g_autofree char *text = describe_form (terms);

  if (terms->grace_days > 0)
    {
      char *with_grace = g_strdup_printf (_("%s, %d days of grace"), text, terms->grace_days);

      g_free (text);
      text = with_grace;
    }
  if (arrears_rate_is_set (terms->cap))
    {
      g_autofree char *cap = arrears_rate_to_percent (terms->cap);

      return g_strdup_printf (_("%s, at most %s of the principal"), text, cap);
    }
  return g_steal_pointer (&text);
}

char *
arrears_words_describe_flag (int days_overdue, ArrearsMoney counted, const char *oldest_invoice)
{
  g_autofree char *amount = arrears_money_to_grouped (counted);

  return g_strdup_printf (_("%d days overdue; %s yuan count; oldest invoice %s"), days_overdue,
                          amount, oldest_invoice);
}

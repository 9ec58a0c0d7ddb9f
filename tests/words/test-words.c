/* test-words.c: the sentences for codes, as msgids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-words.h"

#include "arrears-aging.h"
#include "arrears-policy.h"
#include "arrears-test-values.h"

static void
test_every_code_has_words (void)
{
  for (int code = ARREARS_ERROR_REFUSED; code <= ARREARS_ERROR_LOCKED; code++)
    g_assert_cmpstr (arrears_words_get_for_code ((ArrearsError) code), !=, "");
  for (int field = ARREARS_IMPORT_FIELD_NONE; field < ARREARS_IMPORT_N_FIELDS; field++)
    g_assert_cmpstr (arrears_words_get_for_field ((ArrearsImportField) field), !=, "");
  for (int stage = ARREARS_STAGE_NONE; stage <= ARREARS_N_STAGES; stage++)
    g_assert_cmpstr (arrears_words_get_for_stage (stage), !=, "");
  for (int bucket = 0; bucket < ARREARS_AGING_N_BUCKETS; bucket++)
    g_assert_cmpstr (arrears_words_get_for_bucket (bucket), !=, "");
  for (int grade = ARREARS_GRADE_B; grade <= ARREARS_GRADE_C; grade++)
    g_assert_cmpstr (arrears_words_get_for_grade ((ArrearsGrade) grade), !=, "");
}

static void
test_a_file_error_says_what_to_do (void)
{
  g_autoptr (GError) refused = g_error_new (G_FILE_ERROR, G_FILE_ERROR_ACCES, "cannot write x");
  g_autoptr (GError) full = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "cannot write x");
  g_autoptr (GError) gone = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT, "cannot read x");

  g_assert_cmpstr (arrears_words_get_for_error (refused), ==,
                   arrears_words_get_for_code (ARREARS_ERROR_PERMISSION));
  g_assert_cmpstr (arrears_words_get_for_error (full), ==,
                   arrears_words_get_for_code (ARREARS_ERROR_DISK_FULL));
  g_assert_cmpstr (arrears_words_get_for_error (gone), ==,
                   arrears_words_get_for_code (ARREARS_ERROR_NOT_FOUND));
}

static void
test_terms_of_every_form_have_words (void)
{
  static const char *const cases[][2] = {
    { "daily:0.0005", "0.05% a day" },
    { "annual:0.12", "12% a year" },
    { "annual:0.12/360", "12% a year (of 360 days)" },
    { "lpr:1.5", "LPR times 1.5" },
    { "sme", "five in ten thousand a day, by the SME payment regulation" },
    { "fixed:500", "500.00 yuan, once" },
    { "none", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      ArrearsChargeTerms terms;

      arrears_charge_terms_parse (cases[i][0], &terms, &error);
      g_assert_no_error (error);
      text = arrears_words_describe_terms (&terms);
      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_grace_and_ceiling_stand_behind_the_terms (void)
{
  g_autofree char *text = NULL;
  ArrearsChargeTerms terms;

  g_assert_true (arrears_charge_terms_parse ("daily:0.0005", &terms, NULL));
  terms.grace_days = 7;
  terms.cap = arrears_test_rate ("30%");
  text = arrears_words_describe_terms (&terms);
  g_assert_cmpstr (text, ==, "0.05% a day, 7 days of grace, at most 30% of the principal");
}

static char *
describe (const char *kind, const char *subject, const char *amount, const char *note)
{
  g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();

  arrears_record_set_text (&entry->kind, kind);
  arrears_record_set_text (&entry->subject, subject);
  arrears_record_set_text (&entry->note, note);
  entry->amount = arrears_test_money (amount);
  return arrears_words_describe_log_entry (entry);
}

static void
test_every_kind_of_log_entry_has_words (void)
{
  const char *hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  g_autofree char *reasoned = g_strconcat (hash, " they asked", NULL);
  const struct
  {
    const char *kind;
    const char *subject;
    const char *amount;
    const char *note;
    const char *expected;
  } cases[] = {
    { ARREARS_LOG_LEDGER_CREATED, "", "0", "", "The ledger was made" },
    { ARREARS_LOG_COMPANY_SAVED, "F", "0", "", "Particulars of the firm: F" },
    { ARREARS_LOG_CUSTOMER_SAVED, "0001", "0", "", "Particulars of customer 0001 were changed" },
    { ARREARS_LOG_CONTRACT_SAVED, "HT-1", "0", "", "Contract HT-1 was entered" },
    { ARREARS_LOG_CONTRACT_SAVED, "HT-1", "0", "none", "Contract HT-1 was entered: none" },
    { ARREARS_LOG_RECEIVED, "", "1234.5", "", "Received 1,234.50 yuan" },
    { ARREARS_LOG_RECEIVED, "R", "1", "", "Received 1.00 yuan, reference R" },
    { ARREARS_LOG_LETTER_ISSUED, "CK-2026-0001", "5", hash,
      "Demand letter CK-2026-0001 was issued for 5.00 yuan" },
    { ARREARS_LOG_LETTER_ISSUED, "CK-2026-0001", "5", reasoned,
      "Demand letter CK-2026-0001 was issued for 5.00 yuan, against the rule because: they asked" },
    { ARREARS_LOG_IMPORTED, "a.csv", "0", "invoices added=3 updated=0 rejected=1",
      "File a.csv was imported: Invoices added 3, changed 0, left out 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = describe (cases[i].kind, cases[i].subject, cases[i].amount, cases[i].note);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/every-code-has-words", test_every_code_has_words);
  g_test_add_func ("/words/a-file-error-says-what-to-do", test_a_file_error_says_what_to_do);
  g_test_add_func ("/words/terms-of-every-form-have-words", test_terms_of_every_form_have_words);
  g_test_add_func ("/words/grace-and-ceiling-stand-behind-the-terms",
                   test_grace_and_ceiling_stand_behind_the_terms);
  g_test_add_func ("/words/every-kind-of-log-entry-has-words",
                   test_every_kind_of_log_entry_has_words);
  return g_test_run ();
}

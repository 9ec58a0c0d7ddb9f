/* test-words-receipts.c: sentences on money, write-offs and what became of invoices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-words-receipts.h"

#include "arrears-words.h"

static void
test_what_was_logged_reads_as_a_sentence (void)
{
  static const struct
  {
    const char *kind;
    const char *subject;
    const char *note;
    const char *expected;
  } cases[] = {
    { ARREARS_LOG_ALLOCATED, "", "", "1,234.50 yuan of unapplied money were allocated" },
    { ARREARS_LOG_REFUNDED, "", "", "1,234.50 yuan were paid back" },
    { ARREARS_LOG_REFUNDED, "TT-9", "多付",
      "1,234.50 yuan of the receipt TT-9 were paid back: 多付" },
    { ARREARS_LOG_RECEIPT_VOIDED, "", "receipt 退票", "Receipt of 1,234.50 yuan is void: 退票" },
    { ARREARS_LOG_RECEIPT_VOIDED, "HC-1", "credit_note 开错",
      "Credit Note HC-1 of 1,234.50 yuan is void: 开错" },
    { ARREARS_LOG_CREDITED, "HC-1", "退货", "Credit note HC-1 of 1,234.50 yuan: 退货" },
    { ARREARS_LOG_WRITTEN_OFF, "XS-1", "cents",
      "A rest of 1,234.50 yuan of invoice XS-1 was written off" },
    { ARREARS_LOG_WRITTEN_OFF, "XS-1", "insolvent 已注销",
      "1,234.50 yuan of invoice XS-1 were written off as a bad debt (Bankrupt, closed, dissolved "
      "or struck off): 已注销" },
    { ARREARS_LOG_REINSTATED, "XS-1", "找到财产",
      "1,234.50 yuan of invoice XS-1 stand in the books again: 找到财产" },
    { ARREARS_LOG_CHARGE_DECIDED, "XS-1", "keep 待议",
      "The late charge of 1,234.50 yuan on invoice XS-1 stays a claim: 待议" },
    { ARREARS_LOG_CHARGE_DECIDED, "XS-1", "waive",
      "The late charge of 1,234.50 yuan on invoice XS-1 was waived" },
    { ARREARS_LOG_CHARGE_DECIDED, "XS-1", "write_off",
      "The late charge of 1,234.50 yuan on invoice XS-1 was written off" },
    { ARREARS_LOG_COST_ENTERED, "XS-1", "公证费",
      "Cost of 1,234.50 yuan on invoice XS-1: 公证费" },
    { ARREARS_LOG_INVOICE_VOIDED, "XS-1", "开错",
      "Invoice XS-1 of 1,234.50 yuan is void: 开错" },
    { ARREARS_LOG_INVOICE_SPLIT, "XS-1", "2026-05-31=500.00 2026-06-30=734.50",
      "Invoice XS-1 was split into 2 instalments: 2026-05-31=500.00 2026-06-30=734.50" },
    { ARREARS_LOG_DUE_DAY_CHANGED, "XS-1", "2026-05-31 2026-06-30 延期",
      "Invoice XS-1 is due on 2026-06-30, no longer on 2026-05-31: 延期" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();
      g_autofree char *said = NULL;

      arrears_record_set_text (&entry->kind, cases[i].kind);
      arrears_record_set_text (&entry->subject, cases[i].subject);
      arrears_record_set_text (&entry->note, cases[i].note);
      entry->amount = arrears_money (123450);
      said = arrears_words_describe_log_entry (entry);
      g_assert_cmpstr (said, ==, cases[i].expected);
    }
}

static void
test_other_entries_are_not_of_receipts (void)
{
  g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();

  arrears_record_set_text (&entry->kind, ARREARS_LOG_LEDGER_CREATED);
  g_assert_null (arrears_words_describe_receipts (entry));
}

static void
test_every_warning_says_something_else (void)
{
  for (guint a = 0; a < 4; a++)
    for (guint b = 0; b < a; b++)
      g_assert_cmpstr (arrears_words_get_for_charge_warning ((ArrearsChargeWarnings) (1u << a)),
                       !=,
                       arrears_words_get_for_charge_warning ((ArrearsChargeWarnings) (1u << b)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  arrears_words_init ();
  g_test_add_func ("/words-receipts/what-was-logged-reads-as-a-sentence",
                   test_what_was_logged_reads_as_a_sentence);
  g_test_add_func ("/words-receipts/other-entries-are-not-of-receipts",
                   test_other_entries_are_not_of_receipts);
  g_test_add_func ("/words-receipts/every-warning-says-something-else",
                   test_every_warning_says_something_else);
  return g_test_run ();
}

/* test-words-proof.c: sentences on limitation, guarantees and vouchers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-words-proof.h"

#include "arrears-words.h"

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

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
    { ARREARS_LOG_LIMITATION_EVENT, "XS-1", "demand B EMS 1234567890123",
      "Limitation of invoice XS-1: Demand, proof B: EMS 1234567890123" },
    { ARREARS_LOG_LIMITATION_EVENT, "", "acknowledgement A",
      "Limitation of the whole account: Acknowledgement, proof A" },
    { ARREARS_LOG_LIMITATION_VOIDED, "", "demand 寄错地址",
      "Limitation event taken back: Demand: 寄错地址" },
    { ARREARS_LOG_GUARANTEE_ENTERED, "王建国", "joint 2026-12-01",
      "Joint and several guarantee by 王建国 was entered; its period ends on 2026-12-01" },
    { ARREARS_LOG_GUARANTEE_ENDED, "王建国", "claimed 书面通知",
      "Guarantee of 王建国: Claimed in time: 书面通知" },
    { ARREARS_LOG_VOUCHER_ADDED, "scan.pdf", HASH " delivery_note",
      "File scan.pdf was kept as delivery note" },
    { ARREARS_LOG_VOUCHER_ENDED, "scan.pdf", HASH " mistaken 别家的",
      "File scan.pdf counts no more: Added by mistake: 别家的" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();
      g_autofree char *said = NULL;

      arrears_record_set_text (&entry->kind, cases[i].kind);
      arrears_record_set_text (&entry->subject, cases[i].subject);
      arrears_record_set_text (&entry->note, cases[i].note);
      said = arrears_words_describe_log_entry (entry);
      g_assert_cmpstr (said, ==, cases[i].expected);
    }
}

static void
test_other_entries_are_not_of_proof (void)
{
  g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();

  arrears_record_set_text (&entry->kind, ARREARS_LOG_LEDGER_CREATED);
  g_assert_null (arrears_words_describe_proof (entry));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words-proof/what-was-logged-reads-as-a-sentence",
                   test_what_was_logged_reads_as_a_sentence);
  g_test_add_func ("/words-proof/other-entries-are-not-of-proof",
                   test_other_entries_are_not_of_proof);

  return g_test_run ();
}

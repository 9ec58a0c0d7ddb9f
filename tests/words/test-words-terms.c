/* test-words-terms.c: the names of words, as msgids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-words-terms.h"

#include "arrears-allocation.h"
#include "arrears-bad-debt.h"
#include "arrears-channel.h"
#include "arrears-charge-balance.h"
#include "arrears-credit.h"
#include "arrears-lateness.h"
#include "arrears-limitation.h"
#include "arrears-papers.h"
#include "arrears-payment-order.h"
#include "arrears-promise-keeping.h"

static gboolean
is_listed (ArrearsTermKind kind, const char *word)
{
  gsize n_terms;
  const ArrearsTerm *terms = arrears_words_list_terms (kind, &n_terms);

  for (gsize i = 0; i < n_terms; i++)
    if (g_str_equal (terms[i].word, word))
      return TRUE;
  return FALSE;
}

static void
test_every_list_has_names (void)
{
  for (int kind = 0; kind < ARREARS_N_TERM_KINDS; kind++)
    {
      g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
      gsize n_terms;
      const ArrearsTerm *terms = arrears_words_list_terms ((ArrearsTermKind) kind, &n_terms);

      g_assert_cmpuint (n_terms, >, 1);
      for (gsize i = 0; i < n_terms; i++)
        {
          g_assert_true (g_hash_table_add (words, (char *) terms[i].word));
          g_assert_cmpstr (terms[i].name, !=, "");
          g_assert_cmpstr (arrears_words_get_for_term ((ArrearsTermKind) kind, terms[i].word), !=,
                           "");
        }
    }
}

static void
test_an_unknown_word_stands_for_itself (void)
{
  g_assert_cmpstr (arrears_words_get_for_term (ARREARS_TERM_CHANNEL, "pigeon"), ==, "pigeon");
}

static void
test_every_word_of_the_domain_has_a_name (void)
{
  for (int i = 0; i <= ARREARS_PART_REFUND; i++)
    g_assert_true (is_listed (ARREARS_TERM_ALLOCATION_PART,
                              arrears_allocation_part_to_word ((ArrearsAllocationPart) i)));
  for (int i = 0; i <= ARREARS_PAYMENT_ORDER_STATUTORY; i++)
    g_assert_true (is_listed (ARREARS_TERM_PAYMENT_ORDER,
                              arrears_payment_order_to_word ((ArrearsPaymentOrder) i)));
  for (int i = 0; i <= ARREARS_CHARGE_WRITTEN_OFF; i++)
    g_assert_true (
        is_listed (ARREARS_TERM_CHARGE_FATE, arrears_charge_fate_to_word ((ArrearsChargeFate) i)));
  for (int i = 0; i < ARREARS_BAD_DEBT_N_CONDITIONS; i++)
    g_assert_true (is_listed (ARREARS_TERM_BAD_DEBT_CONDITION,
                              arrears_bad_debt_condition_to_word ((ArrearsBadDebtCondition) i)));
  for (int need = 1; need <= ARREARS_BAD_DEBT_NEEDS_STATEMENT; need <<= 1)
    g_assert_true (is_listed (ARREARS_TERM_BAD_DEBT_NEED,
                              arrears_bad_debt_need_to_word ((ArrearsBadDebtNeeds) need)));
  for (int i = 0; i <= ARREARS_PROMISE_BROKEN; i++)
    g_assert_true (is_listed (ARREARS_TERM_PROMISE_STATE,
                              arrears_promise_state_to_word ((ArrearsPromiseState) i)));
  for (int i = 0; i < ARREARS_LATENESS_N_REASONS; i++)
    g_assert_true (
        is_listed (ARREARS_TERM_LATENESS, arrears_lateness_to_word ((ArrearsLateness) i)));
  for (int i = 0; i < ARREARS_N_NEXT_STEPS; i++)
    g_assert_true (is_listed (ARREARS_TERM_LATENESS_STEP,
                              arrears_next_step_to_word ((ArrearsNextSteps) (1 << i))));
}

static void
test_every_word_of_credit_and_proof_has_a_name (void)
{
  for (int i = 0; i <= ARREARS_CREDIT_ALLOWED; i++)
    g_assert_true (is_listed (ARREARS_TERM_CREDIT_VERDICT,
                              arrears_credit_verdict_to_word ((ArrearsCreditVerdict) i)));
  for (int i = 0; i < ARREARS_CREDIT_N_REASONS; i++)
    g_assert_true (is_listed (ARREARS_TERM_CREDIT_REASON,
                              arrears_credit_reason_to_word ((ArrearsCreditReasons) (1 << i))));
  for (int i = ARREARS_CHANNEL_CALL; i < ARREARS_N_CHANNELS; i++)
    g_assert_true (is_listed (ARREARS_TERM_CHANNEL, arrears_channel_to_word ((ArrearsChannel) i)));
  for (int i = 0; i < ARREARS_N_OUTCOMES; i++)
    g_assert_true (
        is_listed (ARREARS_TERM_CONTACT_OUTCOME, arrears_outcome_to_word ((ArrearsOutcome) i)));
  for (int i = 0; i < ARREARS_LIMITATION_N_CAUSES; i++)
    g_assert_true (is_listed (ARREARS_TERM_LIMITATION_CAUSE,
                              arrears_limitation_cause_to_word ((ArrearsLimitationCause) i)));
  for (int i = 0; i < ARREARS_LIMITATION_N_EFFECTS; i++)
    g_assert_true (is_listed (ARREARS_TERM_LIMITATION_EFFECT,
                              arrears_limitation_effect_to_word ((ArrearsLimitationEffect) i)));
  for (int i = 0; i <= ARREARS_LIMITATION_EXPIRED; i++)
    g_assert_true (is_listed (ARREARS_TERM_LIMITATION_BAND,
                              arrears_limitation_band_to_word ((ArrearsLimitationBand) i)));
  for (int i = ARREARS_PROOF_SIGNED; i < ARREARS_N_PROOFS; i++)
    g_assert_true (is_listed (ARREARS_TERM_PROOF, arrears_proof_to_word ((ArrearsProof) i)));
  for (int i = 0; i < ARREARS_N_PAPERS; i++)
    g_assert_true (is_listed (ARREARS_TERM_PAPER, arrears_paper_to_word ((ArrearsPaper) i)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words-terms/every-list-has-names", test_every_list_has_names);
  g_test_add_func ("/words-terms/an-unknown-word-stands-for-itself",
                   test_an_unknown_word_stands_for_itself);
  g_test_add_func ("/words-terms/every-word-of-the-domain-has-a-name",
                   test_every_word_of_the_domain_has_a_name);
  g_test_add_func ("/words-terms/every-word-of-credit-and-proof-has-a-name",
                   test_every_word_of_credit_and_proof_has_a_name);
  return g_test_run ();
}

/* test-words-guard.c: what speaks against a contact, as msgids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-words-guard.h"

#include "arrears-test-values.h"

static void
test_every_rule_has_a_sentence (void)
{
  for (int rule = 0; rule < ARREARS_GUARD_N_RULES; rule++)
    {
      const ArrearsGuardFinding finding = {
        .rule = (ArrearsGuardRule) rule,
        .count = 4,
        .limit = 3,
        .day = arrears_test_day ("2026-03-05"),
      };
      g_autofree char *text = arrears_words_describe_guard (&finding);

      g_assert_cmpstr (text, !=, "");
    }
}

static void
test_counts_are_named_with_their_limit (void)
{
  const ArrearsGuardFinding calls = { .rule = ARREARS_GUARD_CALLS_A_DAY, .count = 2, .limit = 1 };
  const ArrearsGuardFinding letters = {
    .rule = ARREARS_GUARD_LETTERS_APART,
    .count = 3,
    .limit = 7,
    .day = arrears_test_day ("2026-03-05"),
  };
  g_autofree char *of_calls = arrears_words_describe_guard (&calls);
  g_autofree char *of_letters = arrears_words_describe_guard (&letters);

  g_assert_cmpstr (of_calls, ==, "Calls answered that day: 2; the limit is 1.");
  g_assert_cmpstr (
      of_letters, ==,
      "The last formal letter went out on 2026-03-05; letters should be 7 days apart.");
}

static void
test_words_are_quoted_with_better_ones (void)
{
  const char *text = "再不付款就坐牢";
  const ArrearsWordingFinding finding = {
    .start = strlen ("再不付款就"),
    .length = strlen ("坐牢"),
    .kind = ARREARS_WORDING_FALSE_CONSEQUENCE,
    .better = "依法起诉",
  };
  g_autofree char *described = arrears_words_describe_wording (text, &finding);

  for (int kind = 0; kind < ARREARS_WORDING_N_KINDS; kind++)
    g_assert_cmpstr (arrears_words_get_for_wording_kind ((ArrearsWordingKind) kind), !=, "");
  g_assert_cmpstr (described, ==,
                   "“坐牢” is a consequence that the debt does not have; better: 依法起诉");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words-guard/every-rule-has-a-sentence", test_every_rule_has_a_sentence);
  g_test_add_func ("/words-guard/counts-are-named-with-their-limit",
                   test_counts_are_named_with_their_limit);
  g_test_add_func ("/words-guard/words-are-quoted-with-better-ones",
                   test_words_are_quoted_with_better_ones);
  return g_test_run ();
}

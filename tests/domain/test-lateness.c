/* test-lateness.c: why a customer pays late, and what to do about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-lateness.h"

#include "arrears-test-values.h"

static void
test_each_reason_suggests_a_fitting_step (void)
{
  static const struct
  {
    const char *reason;
    const char *steps;
  } cases[] = {
    { "cash_flow", "plan promise" },
    { "internal_process", "promise send_papers" },
    { "bad_faith", "mark_bad_faith credit_hold" },
    { "misunderstanding", "send_papers reconcile" },
    { "quality_dispute", "dispute" },
    { "force_majeure", "plan pause" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, ARREARS_LATENESS_N_REASONS);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) steps = g_string_new (NULL);
      ArrearsLateness reason;

      g_assert_true (arrears_lateness_parse (cases[i].reason, &reason, NULL));
      g_assert_cmpstr (arrears_lateness_to_word (reason), ==, cases[i].reason);
      for (int k = 0; k < ARREARS_N_NEXT_STEPS; k++)
        if (arrears_lateness_suggest (reason) & (1 << k))
          g_string_append_printf (steps, "%s%s", steps->len > 0 ? " " : "",
                                  arrears_next_step_to_word ((ArrearsNextSteps) (1 << k)));
      g_assert_cmpstr (steps->str, ==, cases[i].steps);
    }
}

static void
test_another_word_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  ArrearsLateness reason;

  g_assert_false (arrears_lateness_parse ("lazy", &reason, &error));
  arrears_test_assert_error (&error, "WORD_UNKNOWN");
  g_assert_false (arrears_lateness_parse (NULL, &reason, &error));
  arrears_test_assert_error (&error, "WORD_UNKNOWN");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lateness/each-reason-suggests-a-fitting-step",
                   test_each_reason_suggests_a_fitting_step);
  g_test_add_func ("/lateness/another-word-is-refused", test_another_word_is_refused);
  return g_test_run ();
}

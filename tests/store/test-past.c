/* test-past.c: a past day is answered as it was answered then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-history.h"
#include "arrears-test-ledger.h"

#define FIRST_DAY 738900
#define N_DAYS 30

static void
assert_same (const char *then, const char *now, int day)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  if (g_str_equal (then, now))
    return;
  before = g_strsplit (then, "\n", -1);
  after = g_strsplit (now, "\n", -1);
  for (guint i = 0; before[i] != NULL && after[i] != NULL; i++)
    if (!g_str_equal (before[i], after[i]))
      g_error ("day %d, line %u: it was\n%s\nand is now\n%s", day, i, before[i], after[i]);
  g_error ("day %d: it was\n%s\nand is now\n%s", day, then, now);
}

static void
run_history (int n_acts_a_day)
{
  ArrearsTestHistory history;
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_free);

  arrears_test_history_begin (&history, (ArrearsDay) { FIRST_DAY });
  for (int i = 0; i < N_DAYS; i++)
    {
      ArrearsDay day = { FIRST_DAY + i };

      arrears_test_history_go_to (&history, day);
      for (int j = g_test_rand_int_range (0, 2 * n_acts_a_day); j > 0; j--)
        arrears_test_history_act (&history);
      arrears_test_history_assert_conserved (&history, day);
      g_ptr_array_add (answers, arrears_test_history_describe (&history, day));
    }
  arrears_test_ledger_assert_sound (history.ledger);
  for (int i = 0; i < N_DAYS; i++)
    {
      ArrearsDay day = { FIRST_DAY + i };
      g_autofree char *now = arrears_test_history_describe (&history, day);

      assert_same (g_ptr_array_index (answers, (guint) i), now, i);
      arrears_test_history_assert_conserved (&history, day);
    }
  for (int i = 1; i < 20; i++) /* what nobody asked then adds up all the same */
    arrears_test_history_assert_conserved (&history, (ArrearsDay) { FIRST_DAY - i });
  g_test_message ("%u acts, %u of them refused", history.n_acts, history.n_refused);
  arrears_test_history_end (&history);
}

static void
test_quiet_histories (void)
{
  for (int i = 0; i < 20; i++)
    run_history (2);
}

static void
test_busy_histories (void)
{
  for (int i = 0; i < 2; i++)
    run_history (20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/past/quiet-histories-are-answered-as-they-were", test_quiet_histories);
  g_test_add_func ("/past/busy-histories-are-answered-as-they-were", test_busy_histories);
  return g_test_run ();
}

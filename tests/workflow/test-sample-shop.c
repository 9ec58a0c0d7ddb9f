/* test-sample-shop.c: the fictional shop that Arrears is shown with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-flags.h"
#include "arrears-letter.h"
#include "arrears-sample-shop.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

static ArrearsDesk *
open_shop (ArrearsTestFolder *folder, const char *name, const char *as_of)
{
  ArrearsDesk *desk = arrears_test_desk_new (folder, name, as_of);
  g_autoptr (GError) error = NULL;

  arrears_sample_shop_fill (desk, &error);
  g_assert_no_error (error);
  return desk;
}

static void
test_it_is_the_same_shop_each_time (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) one = open_shop (folder, "one.arrears", "2026-11-20");
  g_autoptr (ArrearsDesk) two = open_shop (folder, "two.arrears", "2026-11-20");
  g_autofree char *dump_of_one = arrears_test_desk_dump (one);
  g_autofree char *dump_of_two = arrears_test_desk_dump (two);

  g_assert_cmpstr (dump_of_one, ==, dump_of_two);
  arrears_test_desk_assert_sound (one);
}

static void
test_it_has_something_to_show (gconstpointer as_of)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = open_shop (folder, "a.arrears", as_of);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, &error);
  guint n_by_stage[7] = { 0 };
  guint n_stages = 0;

  g_assert_no_error (error);
  arrears_test_desk_assert_sound (desk);
  for (guint i = 0; i < flags->len; i++)
    n_by_stage[((ArrearsAccount *) g_ptr_array_index (flags, i))->stage]++;
  for (gsize i = 1; i < G_N_ELEMENTS (n_by_stage); i++)
    n_stages += n_by_stage[i] > 0;
  g_assert_cmpuint (flags->len, >=, 5);
  g_assert_cmpuint (flags->len, <, 18);
  g_assert_cmpuint (n_stages, >=, 3);
}

/* Whoever is chased hardest can be sent a letter at once. */
static void
test_a_letter_can_be_written_at_once (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = open_shop (folder, "a.arrears", "2026-11-20");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, &error);
  g_autoptr (ArrearsDocument) letter = NULL;

  g_assert_no_error (error);
  letter = arrears_letter_issue (desk, ((ArrearsAccount *) g_ptr_array_index (flags, 0))->id,
                                 &(ArrearsLetterOptions) { 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (letter->number, ==, "CK-2026-0001");
}

/* Nothing in it lies in the future of its day. */
static void
test_nothing_of_it_is_yet_to_come (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = open_shop (folder, "a.arrears", "2026-11-20");
  g_autofree char *latest = arrears_test_desk_ask (
      desk, "SELECT max (day) <= julianday ('2026-11-20') - 1721424.5 FROM "
            "(SELECT issued_on AS day FROM invoice UNION ALL SELECT received_on FROM receipt "
            "UNION ALL SELECT allocated_on FROM allocation)");

  g_assert_cmpstr (latest, ==, "1\n");
}

int
main (int argc, char *argv[])
{
  static const char *const days[] = { "2026-11-20", "2026-02-28", "2027-01-01" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-shop/it-is-the-same-shop-each-time",
                   test_it_is_the_same_shop_each_time);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path
          = g_strconcat ("/sample-shop/it-has-something-to-show-on-", days[i], NULL);

      g_test_add_data_func (path, days[i], test_it_has_something_to_show);
    }
  g_test_add_func ("/sample-shop/a-letter-can-be-written-at-once",
                   test_a_letter_can_be_written_at_once);
  g_test_add_func ("/sample-shop/nothing-of-it-is-yet-to-come", test_nothing_of_it_is_yet_to_come);
  return g_test_run ();
}

/* test-sample-shop.c: the fictional shop that Arrears is shown with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-flags.h"
#include "arrears-letter.h"
#include "arrears-sample-shop.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"
#include "arrears-today.h"
#include "arrears-vouchers.h"

/* The shop of one day, which most look at; it takes a while to make. */
static ArrearsTestFolder *folder;
static ArrearsDesk *shop;

static ArrearsDesk *
create_shop (const char *name, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  ArrearsDesk *desk
      = arrears_sample_shop_create (arrears_test_folder_get_path (folder, name),
                                    arrears_test_day (as_of), arrears_test_desk_read_clock, &error);

  g_assert_no_error (error);
  return desk;
}

static void
test_it_is_the_same_shop_each_time (void)
{
  g_autoptr (ArrearsDesk) again = create_shop ("again.arrears", "2026-11-20");
  g_autofree char *dump = arrears_test_desk_dump (shop);
  g_autofree char *dump_of_again = arrears_test_desk_dump (again);

  g_assert_cmpstr (dump, ==, dump_of_again);
}

static void
test_it_has_something_to_show (gconstpointer as_of)
{
  g_autoptr (ArrearsDesk) desk = create_shop (as_of, as_of);
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
  g_assert_cmpuint (flags->len, >=, 8);
  g_assert_cmpuint (flags->len, <, 25);
  g_assert_cmpuint (n_stages, >=, 4);
}

/* What each rule needs to be seen at work: at least so many. */
static const struct
{
  const char *sql;
  int least;
} examples[] = {
  { "SELECT count (*) FROM customer", 40 },
  { "SELECT count (DISTINCT grade) FROM customer", 3 },
  { "SELECT count (*) FROM invoice", 300 },
  { "SELECT max (issued_on) - min (issued_on) FROM invoice", 730 },
  { "SELECT count (*) FROM (SELECT 1 FROM allocation GROUP BY invoice_id HAVING count (*) > 1)",
    50 },
  { "SELECT count (*) FROM receipt WHERE recorded_on > received_on", 50 },
  { "SELECT count (*) FROM receipt WHERE kind = 'credit_note'", 4 },
  { "SELECT count (DISTINCT reference) FROM receipt WHERE kind = 'write_off'", 2 },
  { "SELECT count (*) FROM receipt WHERE voided_on > 0", 1 },
  { "SELECT count (*) FROM receipt WHERE kind = 'receipt' AND unapplied_fen > 0", 1 },
  { "SELECT count (*) FROM allocation WHERE part = 'refund'", 1 },
  { "SELECT count (*) FROM invoice WHERE whole_id IS NOT NULL", 3 },
  { "SELECT count (*) FROM change WHERE subject = 'invoice' AND field = 'due_on'", 1 },
  { "SELECT count (*) FROM change WHERE field = 'grade'", 2 },
  { "SELECT count (*) FROM change WHERE field = 'owner'", 10 },
  { "SELECT count (DISTINCT kind) FROM charge_decision", 2 },
  { "SELECT count (*) FROM promise", 5 },
  { "SELECT count (DISTINCT ended_how) FROM dispute", 3 },
  { "SELECT count (DISTINCT kind) FROM pause", 3 },
  { "SELECT count (DISTINCT kind) FROM mark", 5 },
  { "SELECT count (*) FROM guarantee", 1 },
  { "SELECT count (*) FROM limitation_event", 1 },
  { "SELECT count (*) FROM cost", 1 },
  { "SELECT count (*) FROM policy", 1 },
  { "SELECT count (*) FROM crossing WHERE ended_on > 0", 50 },
  { "SELECT count (*) FROM document", 10 },
  { "SELECT count (DISTINCT kind) FROM voucher", 5 },
  { "SELECT count (DISTINCT media_type) FROM voucher", 2 },
  { "SELECT count (*) FROM log_entry WHERE kind = 'contact'", 200 },
  { "SELECT max (day) - min (day) FROM log_entry WHERE kind = 'contact'", 330 },
};

static void
test_every_rule_has_an_example (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *answer = arrears_test_desk_ask (shop, examples[i].sql);

      g_test_message ("%s: %s", examples[i].sql, answer);
      g_assert_cmpint (g_ascii_strtoll (answer, NULL, 10), >=, examples[i].least);
    }
}

/* Every kind of reason that the registers can give. */
static void
test_today_has_reasons_of_many_kinds (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = arrears_today_list (shop, NULL, 0, &error);
  guint kinds = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const ArrearsTodayRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->reasons->len; j++)
        kinds |= 1u << g_array_index (row->reasons, ArrearsTodayReason, j).kind;
    }
  for (guint kind = 0; kind < ARREARS_TODAY_N_KINDS; kind++)
    {
      g_test_message ("%s", arrears_today_kind_to_word ((ArrearsTodayKind) kind));
      g_assert_true ((kinds & 1u << kind) != 0);
    }
}

static void
test_its_papers_are_real_files (void)
{
  g_autofree char *types = arrears_test_desk_ask (
      shop, "SELECT DISTINCT v.media_type, substr (hex (b.bytes), 1, 6) FROM voucher v "
            "JOIN voucher_bytes b USING (sha256) ORDER BY 1");

  g_assert_cmpstr (types, ==, "application/pdf|255044\nimage/jpeg|FFD8FF\n");
}

/* Whoever is chased hardest can be sent a letter at once. */
static void
test_a_letter_can_be_written_at_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (shop, &error);
  const ArrearsLetterOptions options = { .override_reason = "负责人要求" };
  g_autoptr (ArrearsDocument) letter = NULL;

  g_assert_no_error (error);
  letter = arrears_letter_issue (shop, ((ArrearsAccount *) g_ptr_array_index (flags, 0))->id,
                                 &options, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (letter->number, "CK-2026-"));
}

/* Nothing in it lies in the future of its day. */
static void
test_nothing_of_it_is_yet_to_come (void)
{
  g_autofree char *latest = arrears_test_desk_ask (
      shop, "SELECT max (day) <= julianday ('2026-11-20') - 1721424.5 FROM "
            "(SELECT issued_on AS day FROM invoice UNION ALL SELECT received_on FROM receipt "
            "UNION ALL SELECT allocated_on FROM allocation UNION ALL SELECT recorded_on "
            "FROM log_entry UNION ALL SELECT day FROM log_entry)");

  g_assert_cmpstr (latest, ==, "1\n");
}

int
main (int argc, char *argv[])
{
  static const char *const days[] = { "2026-11-20", "2026-02-28", "2027-01-01" };
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = arrears_test_folder_new ();
  shop = create_shop ("shop.arrears", "2026-11-20");
  g_test_add_func ("/sample-shop/it-is-the-same-shop-each-time",
                   test_it_is_the_same_shop_each_time);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path
          = g_strconcat ("/sample-shop/it-has-something-to-show-on-", days[i], NULL);

      g_test_add_data_func (path, days[i], test_it_has_something_to_show);
    }
  g_test_add_func ("/sample-shop/every-rule-has-an-example", test_every_rule_has_an_example);
  g_test_add_func ("/sample-shop/today-has-reasons-of-many-kinds",
                   test_today_has_reasons_of_many_kinds);
  g_test_add_func ("/sample-shop/its-papers-are-real-files", test_its_papers_are_real_files);
  g_test_add_func ("/sample-shop/a-letter-can-be-written-at-once",
                   test_a_letter_can_be_written_at_once);
  g_test_add_func ("/sample-shop/nothing-of-it-is-yet-to-come", test_nothing_of_it_is_yet_to_come);
  status = g_test_run ();
  g_object_unref (shop);
  arrears_test_folder_free (folder);
  return status;
}

/* test-flags.c: flags, overview and aging, beside a second opinion worked out from the lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-aging-report.h"
#include "arrears-flags.h"
#include "arrears-grade.h"
#include "arrears-overview.h"
#include "arrears-test-shop.h"
#include "arrears-test-values.h"

enum
{
  N_SHOPS = 6,
  N_CUSTOMERS = 12,
  N_DAYS = 20,
};

/* An open item as one would note it on paper. */
typedef struct
{
  gint64 id;
  const char *number;
  int days;
  gint64 open;
  gint64 owed; /* less what unapplied money covers */
} Item;

static GArray *
note_items (GPtrArray *invoices, gint64 customer_id)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));

  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);
      Item item = { invoice->id, invoice->number, invoice->days_overdue, invoice->open.fen,
                    invoice->open.fen };

      if (invoice->customer_id == customer_id && invoice->open.fen > 0)
        g_array_append_val (items, item);
    }
  return items;
}

#define ITEM(items, i) g_array_index (items, Item, i)

/* The days of the items that unapplied money pays next: the due ones first, the oldest of them;
 * of those not due the one that is due first.
 */
static gboolean
find_next_days (GArray *items, int *days)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < items->len; i++)
    if (ITEM (items, i).owed > 0 && (!is_found || ITEM (items, i).days > *days))
      {
        *days = ITEM (items, i).days;
        is_found = TRUE;
      }
  return is_found;
}

static gint64
sum_owed (GArray *items, int least_days, int most_days)
{
  gint64 sum = 0;

  for (guint i = 0; i < items->len; i++)
    if (ITEM (items, i).days >= least_days && ITEM (items, i).days <= most_days)
      sum += ITEM (items, i).owed;
  return sum;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return (((const Item *) a)->id > ((const Item *) b)->id) * 2 - 1;
}

/* A sum below what is owed on one day: in proportion, odd fen to the lowest ids. */
static void
cover_in_part (GArray *items, int days, gint64 money, gint64 total)
{
  gint64 left = money;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < items->len; i++)
      if (ITEM (items, i).days == days)
        {
          gint64 part = pass == 0 ? (gint64) ((__int128) money * ITEM (items, i).open / total)
                                  : left > 0 && ITEM (items, i).owed > 0;

          ITEM (items, i).owed -= part;
          left -= part;
        }
}

static void
cover_items (GArray *items, gint64 money)
{
  int days = 0;

  g_array_sort (items, compare_ids);
  while (money > 0 && find_next_days (items, &days))
    {
      gint64 total = sum_owed (items, days, days);

      if (money < total)
        {
          cover_in_part (items, days, money, total);
          return;
        }
      for (guint i = 0; i < items->len; i++)
        if (ITEM (items, i).days == days)
          ITEM (items, i).owed = 0;
      money -= total;
    }
}

/* Days and least amounts of the six stages, as the sources of the project name them. */
static int
get_stage_days (int grade, int stage)
{
  static const int days[] = { 0, 1, 7, 15, 31, 60, 90 };

  if (grade == ARREARS_GRADE_A)
    return (days[stage] * 3 + 1) / 2;
  if (grade == ARREARS_GRADE_C)
    return (days[stage] + 1) / 2;
  return days[stage];
}

static gboolean
is_met (GArray *items, int grade, int stage, int days_ago)
{
  static const gint64 least[] = { 0, 1, 1, 20000, 20000, 200000, 200000 };

  return sum_owed (items, get_stage_days (grade, stage) + days_ago, G_MAXINT) >= least[stage];
}

static int
find_stage (GArray *items, int grade)
{
  int stage = 6;

  while (stage > 0 && !is_met (items, grade, stage, 0))
    stage--;
  return stage;
}

static ArrearsDay
find_crossing (GArray *items, int grade, int stage, ArrearsDay as_of)
{
  int days_ago = 0;

  while (is_met (items, grade, stage, days_ago + 1))
    days_ago++;
  return arrears_day_add_days (as_of, -days_ago);
}

static const Item *
find_oldest (GArray *items)
{
  const Item *oldest = NULL;

  for (guint i = 0; i < items->len; i++)
    if (ITEM (items, i).owed > 0 && ITEM (items, i).days > 0
        && (oldest == NULL || ITEM (items, i).days > oldest->days))
      oldest = &ITEM (items, i);
  return oldest;
}

/* Whether an account is flagged, and if so with what. */
static gboolean
assert_account (ArrearsAccount *account, ArrearsAccount *flag, GArray *items, ArrearsDay as_of)
{
  int stage;
  const Item *oldest;

  cover_items (items, account->unapplied.fen);
  stage = find_stage (items, account->grade);
  oldest = find_oldest (items);
  g_test_message ("%s", account->code);
  g_assert_true ((flag != NULL) == (stage > 0));
  g_assert_cmpint (account->stage, ==, stage);
  g_assert_cmpint (account->overdue.fen, ==, sum_owed (items, 1, G_MAXINT));
  g_assert_cmpint (account->days_overdue, ==, oldest != NULL ? oldest->days : 0);
  if (stage == 0)
    return FALSE;
  g_assert_cmpint (flag->stage, ==, stage);
  g_assert_cmpint (flag->overdue.fen, ==, account->overdue.fen);
  g_assert_cmpint (flag->days_overdue, ==, oldest->days);
  g_assert_cmpint (flag->counted.fen, ==,
                   sum_owed (items, get_stage_days (account->grade, stage), G_MAXINT));
  g_assert_cmpint (flag->crossed_on.number, ==,
                   find_crossing (items, account->grade, stage, as_of).number);
  return TRUE;
}

static ArrearsAccount *
find_flag (GPtrArray *flags, gint64 customer_id)
{
  for (guint i = 0; i < flags->len; i++)
    if (((ArrearsAccount *) g_ptr_array_index (flags, i))->id == customer_id)
      return g_ptr_array_index (flags, i);
  return NULL;
}

static void
assert_most_urgent_first (GPtrArray *flags)
{
  for (guint i = 1; i < flags->len; i++)
    {
      ArrearsAccount *before = g_ptr_array_index (flags, i - 1);
      ArrearsAccount *after = g_ptr_array_index (flags, i);

      g_assert_cmpint (before->stage, >=, after->stage);
      if (before->stage != after->stage)
        continue;
      g_assert_cmpint (before->overdue.fen, >=, after->overdue.fen);
      if (before->overdue.fen != after->overdue.fen)
        continue;
      g_assert_cmpint (before->days_overdue, >=, after->days_overdue);
      if (before->days_overdue == after->days_overdue)
        g_assert_cmpint (before->id, <, after->id);
    }
}

static GPtrArray *
list_all (ArrearsDesk *desk, ArrearsListingKind kind)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (kind);

  return arrears_test_desk_list (desk, listing);
}

static void
assert_flags (ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, &error);
  g_autoptr (GPtrArray) accounts = list_all (desk, ARREARS_LISTING_ACCOUNTS);
  g_autoptr (GPtrArray) invoices = list_all (desk, ARREARS_LISTING_INVOICES);
  ArrearsOverview overview;
  guint n_flagged = 0;
  gint64 overdue = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < accounts->len; i++)
    {
      ArrearsAccount *account = g_ptr_array_index (accounts, i);
      g_autoptr (GArray) items = note_items (invoices, account->id);

      overdue += account->overdue.fen;
      n_flagged += assert_account (account, find_flag (flags, account->id), items,
                                   arrears_desk_get_as_of (desk));
    }
  g_assert_cmpuint (flags->len, ==, n_flagged);
  assert_most_urgent_first (flags);
  arrears_overview_compute (desk, &overview, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overview.n_flagged, ==, n_flagged);
  g_assert_cmpint (overview.overdue.fen, ==, overdue);
}

static int
find_bucket (int days)
{
  static const int last_days[] = { 0, 30, 60, 90, 180, 365, 730, 1095 };
  guint bucket = 0;

  while (bucket < G_N_ELEMENTS (last_days) && days > last_days[bucket])
    bucket++;
  return (int) bucket;
}

static gboolean
belongs (ArrearsInvoice *invoice, const ArrearsAgingRow *row)
{
  return row == NULL
         || (g_str_equal (invoice->customer_code, row->customer_code)
             && (row->invoice_number == NULL
                 || g_str_equal (invoice->number, row->invoice_number)));
}

/* Of one row or, where it is NULL, of the whole ledger. */
static void
assert_amounts (GPtrArray *invoices, const ArrearsAgingRow *row, const ArrearsAging *aging)
{
  ArrearsAging noted = { 0 };

  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      if (!belongs (invoice, row))
        continue;
      noted.amounts[find_bucket (invoice->days_overdue)].fen += invoice->open.fen;
      noted.total.fen += invoice->open.fen;
    }
  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    g_assert_cmpint (aging->amounts[i].fen, ==, noted.amounts[i].fen);
  g_assert_cmpint (aging->total.fen, ==, noted.total.fen);
}

static void
assert_aging (ArrearsDesk *desk, gboolean by_invoice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAgingReport) report = arrears_aging_report_run (desk, by_invoice, &error);
  g_autoptr (GPtrArray) invoices = list_all (desk, ARREARS_LISTING_INVOICES);
  ArrearsOverview overview;
  gint64 total = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < report->rows->len; i++)
    {
      const ArrearsAgingRow *row = g_ptr_array_index (report->rows, i);

      g_assert_true ((row->invoice_number != NULL) == by_invoice);
      g_assert_cmpint (row->aging.total.fen, >, 0);
      assert_amounts (invoices, row, &row->aging);
      total += row->aging.total.fen;
    }
  g_assert_cmpint (total, ==, report->totals.total.fen);
  assert_amounts (invoices, NULL, &report->totals);
  arrears_overview_compute (desk, &overview, &error);
  g_assert_no_error (error);
  assert_amounts (invoices, NULL, &overview.aging);
}

static void
assert_order (ArrearsDesk *desk, gboolean by_invoice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAgingReport) report = arrears_aging_report_run (desk, by_invoice, &error);

  g_assert_no_error (error);
  for (guint i = 1; i < report->rows->len; i++)
    {
      const ArrearsAgingRow *before = g_ptr_array_index (report->rows, i - 1);
      const ArrearsAgingRow *after = g_ptr_array_index (report->rows, i);
      int order = strcmp (before->customer_code, after->customer_code);

      if (order == 0)
        order = arrears_day_compare (before->due_on, after->due_on);
      if (order == 0)
        order = g_strcmp0 (before->invoice_number, after->invoice_number);
      g_assert_cmpint (order, <, 0);
    }
}

static void
test_a_second_opinion_agrees (void)
{
  for (int i = 0; i < N_SHOPS; i++)
    {
      g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
      g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-01-05");
      ArrearsTestShop shop = arrears_test_shop_new (desk, N_CUSTOMERS);

      for (int day = 0; day < N_DAYS; day++)
        {
          arrears_test_shop_trade (&shop, g_test_rand_bit ());
          arrears_desk_set_as_of (desk, arrears_day_add_days (arrears_desk_get_as_of (desk),
                                                              g_test_rand_int_range (1, 8)));
        }
      for (int day = 0; day < 8; day++)
        {
          assert_flags (desk);
          assert_aging (desk, FALSE);
          assert_aging (desk, TRUE);
          assert_order (desk, FALSE);
          assert_order (desk, TRUE);
          arrears_desk_set_as_of (desk, arrears_day_add_days (arrears_desk_get_as_of (desk),
                                                              g_test_rand_int_range (-40, 250)));
        }
    }
}

static void
test_an_empty_ledger_has_nothing_to_chase (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-01-05");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, &error);
  g_autoptr (ArrearsAgingReport) report = NULL;
  ArrearsOverview overview;

  g_assert_no_error (error);
  g_assert_cmpuint (flags->len, ==, 0);
  report = arrears_aging_report_run (desk, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->rows->len, ==, 0);
  arrears_overview_compute (desk, &overview, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overview.n_accounts, ==, 0);
  g_assert_cmpint (overview.aging.total.fen, ==, 0);
}

static void
test_the_due_day_itself_is_not_late (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-03-10");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) today = NULL;
  g_autoptr (GPtrArray) tomorrow = NULL;

  arrears_test_desk_add_invoices (desk, "0001,A,2026-03-01,2026-03-10,600,,\n");
  today = arrears_flags_list (desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (today->len, ==, 0);
  arrears_test_desk_set_day (desk, "2026-03-11");
  tomorrow = arrears_flags_list (desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tomorrow->len, ==, 1);
  g_assert_cmpint (((ArrearsAccount *) g_ptr_array_index (tomorrow, 0))->stage, ==, 1);
}

/* The day on which a threshold was crossed is a fact, however long nobody looked. */
static void
test_a_crossing_bears_its_day_however_late_one_looks (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-03-10");
  static const char *const days[] = { "2026-04-10", "2026-04-15", "2026-05-08" };

  arrears_test_desk_add_invoices (desk, "0001,A,2026-03-01,2026-03-10,600,,\n");
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) flags = NULL;
      g_autofree char *crossed_on = NULL;
      ArrearsAccount *flag;

      arrears_test_desk_set_day (desk, days[i]);
      flags = arrears_flags_list (desk, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (flags->len, ==, 1);
      flag = g_ptr_array_index (flags, 0);
      crossed_on = arrears_day_to_string (flag->crossed_on);
      g_assert_cmpint (flag->stage, ==, 4);
      g_assert_cmpstr (crossed_on, ==, "2026-04-10");
      g_assert_cmpstr (flag->oldest_invoice, ==, "A");
      g_assert_cmpint (flag->counted.fen, ==, 60000);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flags/a-second-opinion-agrees", test_a_second_opinion_agrees);
  g_test_add_func ("/flags/an-empty-ledger-has-nothing-to-chase",
                   test_an_empty_ledger_has_nothing_to_chase);
  g_test_add_func ("/flags/the-due-day-itself-is-not-late", test_the_due_day_itself_is_not_late);
  g_test_add_func ("/flags/a-crossing-bears-its-day-however-late-one-looks",
                   test_a_crossing_bears_its_day_however_late_one_looks);
  return g_test_run ();
}

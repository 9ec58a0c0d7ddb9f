/* test-past.c: what was asked on a day is answered alike when it is asked again later
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-aging-report.h"
#include "arrears-flags.h"
#include "arrears-letter.h"
#include "arrears-overview.h"
#include "arrears-test-shop.h"
#include "arrears-test-values.h"

enum
{
  N_CUSTOMERS = 8,
  N_DAYS = 24,
};

/* Every field of a record, by name. */
static void
append_record (GString *text, gpointer record)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);

  for (gsize i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *property = g_strdelimit (g_strdup (fields[i].name), "_", '-');
      g_autofree char *contents = NULL;

      g_object_get_property (record, property, &value);
      contents = g_strdup_value_contents (&value);
      g_string_append_printf (text, " %s=%s", fields[i].name, contents);
    }
  g_string_append_c (text, '\n');
}

static void
append_records (GString *text, const char *title, GPtrArray *records)
{
  g_string_append_printf (text, "[%s]\n", title);
  for (guint i = 0; i < records->len; i++)
    append_record (text, g_ptr_array_index (records, i));
}

static void
append_flags (GString *text, ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, &error);

  g_assert_no_error (error);
  append_records (text, "flags", flags);
}

static void
append_aging (GString *text, const char *name, const ArrearsAging *aging)
{
  g_string_append (text, name);
  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, aging->amounts[i].fen);
  g_string_append_printf (text, " = %" G_GINT64_FORMAT "\n", aging->total.fen);
}

static void
append_reports (GString *text, ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsAgingReport) report = arrears_aging_report_run (desk, TRUE, &error);
  ArrearsOverview overview;

  g_assert_no_error (error);
  g_string_append (text, "[aging]\n");
  for (guint i = 0; i < report->rows->len; i++)
    {
      const ArrearsAgingRow *row = g_ptr_array_index (report->rows, i);

      append_aging (text, row->invoice_number, &row->aging);
    }
  append_aging (text, "total", &report->totals);
  arrears_overview_compute (desk, &overview, &error);
  g_assert_no_error (error);
  g_string_append_printf (text,
                          "[overview] overdue=%" G_GINT64_FORMAT " unapplied=%" G_GINT64_FORMAT
                          " accounts=%u flagged=%u\n",
                          overview.overdue.fen, overview.unapplied.fen, overview.n_accounts,
                          overview.n_flagged);
}

static void
append_list (GString *text, ArrearsDesk *desk, const char *title, ArrearsListingKind kind,
             ArrearsListingState state, const char *sort)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  listing->state = state;
  g_free (listing->sort);
  listing->sort = g_strdup (sort);
  records = arrears_test_desk_list (desk, listing);
  append_records (text, title, records);
}

static void
append_page (GString *text, ArrearsDesk *desk, const char *code)
{
  g_autoptr (ArrearsAccountPage) page = arrears_test_desk_load_page (desk, code);

  append_records (text, "open items", page->invoices);
  append_records (text, "receipts", page->receipts);
}

/* All that the lists and reports say on the desk's day. */
static char *
describe_day (ArrearsDesk *desk)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_flags (text, desk);
  append_reports (text, desk);
  append_list (text, desk, "accounts", ARREARS_LISTING_ACCOUNTS, ARREARS_LISTING_STATE_ALL,
               "balance");
  append_list (text, desk, "open", ARREARS_LISTING_INVOICES, ARREARS_LISTING_STATE_OPEN, "open");
  append_list (text, desk, "overdue", ARREARS_LISTING_INVOICES, ARREARS_LISTING_STATE_OVERDUE,
               "customer_name");
  for (int i = 1; i <= N_CUSTOMERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("%04d", i);

      append_page (text, desk, code);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A letter to whoever is chased hardest, as a bookkeeper would. */
static void
send_letter (ArrearsDesk *desk)
{
  const ArrearsLetterOptions options = { .override_reason = "老板要求" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, &error);
  g_autoptr (ArrearsDocument) letter = NULL;

  g_assert_no_error (error);
  if (flags->len == 0)
    return;
  letter = arrears_letter_issue (desk, ((ArrearsAccount *) g_ptr_array_index (flags, 0))->id,
                                 &options, &error);
  g_assert_no_error (error);
}

static void
test_the_past_is_answered_as_it_was (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_new (folder, "a.arrears", "2026-01-05");
  ArrearsTestShop shop = arrears_test_shop_new (desk, N_CUSTOMERS);
  ArrearsDay days[N_DAYS];
  char *answers[N_DAYS];

  arrears_test_desk_set_company (desk);
  for (int i = 0; i < N_DAYS; i++)
    {
      arrears_test_shop_trade (&shop, FALSE);
      if (i % 8 == 7)
        send_letter (desk);
      days[i] = arrears_desk_get_as_of (desk);
      answers[i] = describe_day (desk);
      arrears_desk_set_as_of (desk, arrears_day_add_days (days[i], g_test_rand_int_range (1, 4)));
    }
  for (int i = N_DAYS - 1; i >= 0; i--)
    {
      g_autofree char *again = NULL;

      arrears_desk_set_as_of (desk, days[i]);
      again = describe_day (desk);
      g_assert_cmpstr (again, ==, answers[i]);
      g_free (answers[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/past/the-past-is-answered-as-it-was", test_the_past_is_answered_as_it_was);
  return g_test_run ();
}

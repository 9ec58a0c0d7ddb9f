/* test-listing.c: every order, search and filter of the lists, beside the records themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-letter.h"
#include "arrears-sample-shop.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsListingKind kind;
  const char *field;
} Order;

static const Order orders[] = {
  { ARREARS_LISTING_FLAGS, "stage" },
  { ARREARS_LISTING_FLAGS, "overdue" },
  { ARREARS_LISTING_FLAGS, "days_overdue" },
  { ARREARS_LISTING_FLAGS, "name" },
  { ARREARS_LISTING_FLAGS, "code" },
  { ARREARS_LISTING_FLAGS, "crossed_on" },
  { ARREARS_LISTING_ACCOUNTS, "code" },
  { ARREARS_LISTING_ACCOUNTS, "name" },
  { ARREARS_LISTING_ACCOUNTS, "balance" },
  { ARREARS_LISTING_ACCOUNTS, "overdue" },
  { ARREARS_LISTING_ACCOUNTS, "days_overdue" },
  { ARREARS_LISTING_INVOICES, "number" },
  { ARREARS_LISTING_INVOICES, "customer_name" },
  { ARREARS_LISTING_INVOICES, "issued_on" },
  { ARREARS_LISTING_INVOICES, "due_on" },
  { ARREARS_LISTING_INVOICES, "days_overdue" },
  { ARREARS_LISTING_INVOICES, "amount" },
  { ARREARS_LISTING_INVOICES, "open" },
  { ARREARS_LISTING_DOCUMENTS, "number" },
  { ARREARS_LISTING_DOCUMENTS, "customer_name" },
  { ARREARS_LISTING_DOCUMENTS, "issued_on" },
  { ARREARS_LISTING_DOCUMENTS, "claimed" },
};

/* The fields that a search of a kind looks through. */
static const char *const searched[][8] = {
  [ARREARS_LISTING_FLAGS] = { "name", "code", "contact", "phone" },
  [ARREARS_LISTING_ACCOUNTS] = { "name", "code", "contact", "phone" },
  [ARREARS_LISTING_INVOICES]
  = { "customer_name", "number", "fapiao_number", "order_number", "delivery_number", "note" },
  [ARREARS_LISTING_DOCUMENTS] = { "number", "customer_name" },
};

static ArrearsTestFolder *folder;
static ArrearsDesk *desk;

/* The letters issued here, behind those of the shop. */
static char *letters[3];

/* The sample shop, a customer more whose texts are awkward to search for, and letters. */
static void
fill_desk (void)
{
  g_autoptr (GError) error = NULL;

  desk = arrears_sample_shop_create (arrears_test_folder_get_path (folder, "a.arrears"),
                                     arrears_test_day ("2026-11-20"), arrears_test_desk_read_clock,
                                     &error);
  g_assert_no_error (error);
  arrears_test_desk_add_customers (desk, "KH-100%,Smith & Söhne_GmbH ''特别'',0,B\n");
  arrears_test_desk_add_invoices (desk, "KH-100%,Ab-12/3,2026-10-01,2026-10-20,5000,,\n");
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      static const char *const codes[] = { "0014", "0007", "KH-100%" };
      const ArrearsLetterOptions options = { 0 };
      g_autoptr (ArrearsDocument) letter = NULL;

      arrears_desk_set_as_of (desk,
                              arrears_day_add_days (arrears_test_day ("2026-11-20"), (int) i));
      letter
          = arrears_letter_issue (desk, arrears_test_desk_find (desk, codes[i]), &options, &error);
      g_assert_no_error (error);
      letters[i] = g_strdup (letter->number);
    }
}

static ArrearsListing *
create_listing (ArrearsListingKind kind, const char *sort, gboolean is_descending,
                const char *search)
{
  ArrearsListing *listing = arrears_listing_new (kind);

  g_free (listing->sort);
  listing->sort = g_strdup (sort);
  listing->is_descending = is_descending;
  g_free (listing->search);
  listing->search = g_strdup (search);
  return listing;
}

static GArray *
list_ids (const ArrearsListing *listing)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = arrears_listing_list_ids (listing, desk, &error);

  g_assert_no_error (error);
  return ids;
}

static const ArrearsField *
find_field (gpointer record, const char *name)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, name))
      return &fields[i];
  g_error ("no field is called %s", name);
}

static int
compare_field (gpointer left, gpointer right, const char *name)
{
  const ArrearsField *field = find_field (left, name);
  gpointer a = arrears_record_get_member (left, field);
  gpointer b = arrears_record_get_member (right, field);

  switch (field->kind)
    {
    case ARREARS_FIELD_TEXT:
      return strcmp (*(char **) a, *(char **) b);
    case ARREARS_FIELD_MONEY:
      return arrears_money_compare (*(ArrearsMoney *) a, *(ArrearsMoney *) b);
    case ARREARS_FIELD_DAY:
      return arrears_day_compare (*(ArrearsDay *) a, *(ArrearsDay *) b);
    case ARREARS_FIELD_INTEGER:
      return (*(int *) a > *(int *) b) - (*(int *) a < *(int *) b);
    case ARREARS_FIELD_LONG:
    case ARREARS_FIELD_BOOLEAN:
    default:
      g_assert_not_reached ();
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return (*(const gint64 *) a > *(const gint64 *) b) - (*(const gint64 *) a < *(const gint64 *) b);
}

static void
assert_same_ids (GArray *left, GArray *right)
{
  g_array_sort (left, compare_ids);
  g_array_sort (right, compare_ids);
  g_assert_cmpmem (left->data, left->len * sizeof (gint64), right->data,
                   right->len * sizeof (gint64));
}

static void
assert_ordered (const Order *order, gboolean is_descending)
{
  g_autoptr (ArrearsListing) listing
      = create_listing (order->kind, order->field, is_descending, "");
  g_autoptr (ArrearsListing) unordered = arrears_listing_new (order->kind);
  g_autoptr (GArray) ids = list_ids (listing);
  g_autoptr (GArray) all = list_ids (unordered);
  g_autoptr (GPtrArray) records = arrears_test_desk_list (desk, listing);

  g_test_message ("kind %d by %s", (int) order->kind, order->field);
  g_assert_cmpuint (records->len, >=, 3);
  for (guint i = 1; i < records->len; i++)
    {
      int result = compare_field (g_ptr_array_index (records, i - 1),
                                  g_ptr_array_index (records, i), order->field);

      g_assert_cmpint (is_descending ? -result : result, <=, 0);
    }
  assert_same_ids (ids, all);
}

static void
test_every_order_is_that_of_the_records (void)
{
  static const char *const days[] = { "2026-11-22", "2026-09-15" };

  for (gsize day = 0; day < G_N_ELEMENTS (days); day++)
    for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
      {
        arrears_test_desk_set_day (desk, days[day]);
        g_assert_true (arrears_listing_can_sort (orders[i].kind, orders[i].field));
        assert_ordered (&orders[i], FALSE);
        assert_ordered (&orders[i], TRUE);
      }
  arrears_test_desk_set_day (desk, "2026-11-22");
}

static void
test_other_fields_order_nothing (void)
{
  g_assert_false (arrears_listing_can_sort (ARREARS_LISTING_FLAGS, "phone"));
  g_assert_false (arrears_listing_can_sort (ARREARS_LISTING_ACCOUNTS, "stage"));
  g_assert_false (arrears_listing_can_sort (ARREARS_LISTING_INVOICES, "claimed"));
  g_assert_false (arrears_listing_can_sort (ARREARS_LISTING_DOCUMENTS, "due_on"));
  g_assert_false (arrears_listing_can_sort (ARREARS_LISTING_DOCUMENTS, ""));
}

/* Flags in an order of the user's keep that of urgency between equals. */
static void
test_flags_of_one_stage_stay_most_urgent_first (void)
{
  g_autoptr (ArrearsListing) listing = create_listing (ARREARS_LISTING_FLAGS, "stage", FALSE, "");
  g_autoptr (GPtrArray) flags = arrears_test_desk_list (desk, listing);

  for (guint i = 1; i < flags->len; i++)
    {
      ArrearsAccount *before = g_ptr_array_index (flags, i - 1);
      ArrearsAccount *after = g_ptr_array_index (flags, i);

      if (before->stage == after->stage)
        g_assert_cmpint (before->overdue.fen, >=, after->overdue.fen);
    }
}

static gboolean
contains (gpointer record, ArrearsListingKind kind, const char *part)
{
  g_autofree char *folded = g_ascii_strdown (part, -1);

  for (int i = 0; searched[kind][i] != NULL; i++)
    {
      const ArrearsField *field = find_field (record, searched[kind][i]);
      g_autofree char *text
          = g_ascii_strdown (*(char **) arrears_record_get_member (record, field), -1);

      if (strstr (text, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gint64
get_id (gpointer record)
{
  return *(gint64 *) arrears_record_get_member (record, find_field (record, "id"));
}

/* What the list finds is what a look at every record finds. Returns how many that are. */
static guint
assert_finds (ArrearsListingKind kind, const char *part)
{
  g_autoptr (ArrearsListing) everything = arrears_listing_new (kind);
  g_autoptr (ArrearsListing) listing = create_listing (kind, "", FALSE, part);
  g_autoptr (GPtrArray) records = arrears_test_desk_list (desk, everything);
  g_autoptr (GArray) found = list_ids (listing);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_found = found->len;

  g_test_message ("kind %d: “%s”", (int) kind, part);
  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = get_id (g_ptr_array_index (records, i));

      if (contains (g_ptr_array_index (records, i), kind, part))
        g_array_append_val (expected, id);
    }
  assert_same_ids (found, expected);
  return n_found;
}

static void
test_every_part_of_a_text_is_found (void)
{
  static const char *const parts[] = {
    "店", "𠮷",      "一批",    "有限公司", "XS00", "xs0001",   "Ab", "ab-12/3", "12/3", "26332",
    "00", "138000",  "李女士",  "kh-",      "100%", "%",        "_",  "''",      "'",    "&",
    "ö",  "smith &", "CK-2026", "0002",     "礼盒", "没有这个", "\\", "\"",      "*",
  };

  for (int kind = ARREARS_LISTING_FLAGS; kind <= ARREARS_LISTING_DOCUMENTS; kind++)
    {
      guint n_found = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        n_found += assert_finds ((ArrearsListingKind) kind, parts[i]) > 0;
      g_assert_cmpuint (n_found, >=, 3);
    }
}

static void
test_blanks_around_a_search_do_not_count (void)
{
  for (int kind = ARREARS_LISTING_FLAGS; kind <= ARREARS_LISTING_DOCUMENTS; kind++)
    {
      g_autoptr (ArrearsListing) bare = create_listing ((ArrearsListingKind) kind, "", FALSE, "00");
      g_autoptr (ArrearsListing) padded
          = create_listing ((ArrearsListingKind) kind, "", FALSE, "  00 ");
      g_autoptr (ArrearsListing) blank
          = create_listing ((ArrearsListingKind) kind, "", FALSE, "   ");
      g_autoptr (ArrearsListing) everything = arrears_listing_new ((ArrearsListingKind) kind);
      g_autoptr (GArray) found = list_ids (bare);
      g_autoptr (GArray) found_padded = list_ids (padded);
      g_autoptr (GArray) found_blank = list_ids (blank);
      g_autoptr (GArray) all = list_ids (everything);

      assert_same_ids (found, found_padded);
      assert_same_ids (found_blank, all);
    }
}

static gboolean
belongs (ArrearsInvoice *invoice, const ArrearsListing *listing)
{
  return (listing->customer_id == 0 || invoice->customer_id == listing->customer_id)
         && (listing->state == ARREARS_LISTING_STATE_ALL || invoice->open.fen > 0)
         && (listing->state != ARREARS_LISTING_STATE_OVERDUE || invoice->days_overdue > 0);
}

static void
assert_filtered (const ArrearsListing *listing)
{
  g_autoptr (ArrearsListing) everything = arrears_listing_new (ARREARS_LISTING_INVOICES);
  g_autoptr (GPtrArray) invoices = arrears_test_desk_list (desk, everything);
  g_autoptr (GArray) found = list_ids (listing);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      if (belongs (invoice, listing) && contains (invoice, listing->kind, listing->search))
        g_array_append_val (expected, invoice->id);
    }
  assert_same_ids (found, expected);
}

static void
test_invoices_are_filtered_by_state_and_customer (void)
{
  static const char *const days[] = { "2026-11-22", "2026-10-01", "2026-03-03", "2027-02-01" };
  static const char *const codes[] = { NULL, "0001", "0010" };
  static const char *const parts[] = { "", "一批", "XS0000" };

  for (gsize i = 0; i < G_N_ELEMENTS (days) * G_N_ELEMENTS (codes) * G_N_ELEMENTS (parts); i++)
    for (int state = ARREARS_LISTING_STATE_ALL; state <= ARREARS_LISTING_STATE_OVERDUE; state++)
      {
        const char *code = codes[i / G_N_ELEMENTS (days) % G_N_ELEMENTS (codes)];
        g_autoptr (ArrearsListing) listing
            = create_listing (ARREARS_LISTING_INVOICES, i % 2 != 0 ? "open" : "customer_name",
                              FALSE, parts[i / (G_N_ELEMENTS (days) * G_N_ELEMENTS (codes))]);

        arrears_test_desk_set_day (desk, days[i % G_N_ELEMENTS (days)]);
        listing->state = (ArrearsListingState) state;
        listing->customer_id = code != NULL ? arrears_test_desk_find (desk, code) : 0;
        assert_filtered (listing);
      }
  arrears_test_desk_set_day (desk, "2026-11-22");
}

static void
test_documents_of_one_customer_are_listed (void)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_DOCUMENTS);
  g_autoptr (GPtrArray) documents = NULL;

  listing->customer_id = arrears_test_desk_find (desk, "0007");
  documents = arrears_test_desk_list (desk, listing);
  g_assert_cmpuint (documents->len, ==, 1);
  g_assert_cmpstr (((ArrearsDocument *) g_ptr_array_index (documents, 0))->number, ==, letters[1]);
}

static void
test_the_latest_letter_stands_first (void)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_DOCUMENTS);
  g_autoptr (GPtrArray) documents = arrears_test_desk_list (desk, listing);

  g_assert_cmpstr (((ArrearsDocument *) g_ptr_array_index (documents, 0))->number, ==, letters[2]);
}

/* Any part of the ids, in any order, one of them of nothing. */
static void
assert_page (const ArrearsListing *listing, GArray *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) records = NULL;
  gint64 nothing = 987654;

  for (guint i = ids->len; i-- > 0;)
    if (i % 3 != 1)
      g_array_append_val (page, g_array_index (ids, gint64, i));
  records = arrears_listing_load_page (listing, desk, (const gint64 *) (gpointer) page->data,
                                       page->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, page->len);
  for (guint i = 0; i < page->len; i++)
    g_assert_cmpint (get_id (g_ptr_array_index (records, i)), ==, g_array_index (page, gint64, i));
  g_clear_pointer (&records, g_ptr_array_unref);

  g_array_insert_val (page, 1, nothing);
  records = arrears_listing_load_page (listing, desk, (const gint64 *) (gpointer) page->data,
                                       page->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, page->len);
  g_assert_null (g_ptr_array_index (records, 1));
  g_assert_cmpint (get_id (g_ptr_array_index (records, 2)), ==, g_array_index (page, gint64, 2));
}

static void
test_a_page_comes_in_the_order_that_was_asked_for (void)
{
  for (int kind = ARREARS_LISTING_FLAGS; kind <= ARREARS_LISTING_DOCUMENTS; kind++)
    {
      g_autoptr (ArrearsListing) listing = arrears_listing_new ((ArrearsListingKind) kind);
      g_autoptr (GArray) ids = list_ids (listing);
      g_autoptr (GPtrArray) empty = NULL;
      g_autoptr (GError) error = NULL;

      assert_page (listing, ids);
      empty = arrears_listing_load_page (listing, desk, NULL, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (empty->len, ==, 0);
    }
}

/* A worker has a desk of its own; what it lists the window loads. */
static void
test_another_desk_lists_the_same (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ArrearsDesk) other = arrears_desk_open_again (desk, &error);
      g_autoptr (ArrearsListing) listing
          = create_listing (orders[i].kind, orders[i].field, TRUE, "");
      g_autoptr (ArrearsListing) copy = arrears_listing_copy (listing);
      g_autoptr (GArray) ids = list_ids (listing);
      g_autoptr (GArray) others = NULL;

      g_assert_no_error (error);
      others = arrears_listing_list_ids (copy, other, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), others->data,
                       others->len * sizeof (gint64));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = arrears_test_folder_new ();
  fill_desk ();
  g_test_add_func ("/listing/every-order-is-that-of-the-records",
                   test_every_order_is_that_of_the_records);
  g_test_add_func ("/listing/other-fields-order-nothing", test_other_fields_order_nothing);
  g_test_add_func ("/listing/flags-of-one-stage-stay-most-urgent-first",
                   test_flags_of_one_stage_stay_most_urgent_first);
  g_test_add_func ("/listing/every-part-of-a-text-is-found", test_every_part_of_a_text_is_found);
  g_test_add_func ("/listing/blanks-around-a-search-do-not-count",
                   test_blanks_around_a_search_do_not_count);
  g_test_add_func ("/listing/invoices-are-filtered-by-state-and-customer",
                   test_invoices_are_filtered_by_state_and_customer);
  g_test_add_func ("/listing/documents-of-one-customer-are-listed",
                   test_documents_of_one_customer_are_listed);
  g_test_add_func ("/listing/the-latest-letter-stands-first", test_the_latest_letter_stands_first);
  g_test_add_func ("/listing/a-page-comes-in-the-order-that-was-asked-for",
                   test_a_page_comes_in_the_order_that_was_asked_for);
  g_test_add_func ("/listing/another-desk-lists-the-same", test_another_desk_lists_the_same);
  status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    g_free (letters[i]);
  g_clear_object (&desk);
  g_clear_pointer (&folder, arrears_test_folder_free);
  return status;
}

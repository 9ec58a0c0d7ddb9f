/* arrears-listing.c: what a list in the window shows, a page at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-listing.h"

#include "arrears-desk-private.h"
#include "arrears-flags.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-documents.h"
#include "arrears-ledger-invoices.h"
#include "arrears-standings.h"

typedef struct
{
  ArrearsListingKind kind;
  const char *field;
  int sort;            /* of the store's filter; for flags only its being there counts */
  gboolean is_reverse; /* the field runs against the column that is sorted by */
} Sort;

static const Sort sorts[] = {
  { ARREARS_LISTING_FLAGS, "stage", 0, FALSE },
  { ARREARS_LISTING_FLAGS, "overdue", 0, FALSE },
  { ARREARS_LISTING_FLAGS, "days_overdue", 0, FALSE },
  { ARREARS_LISTING_FLAGS, "name", 0, FALSE },
  { ARREARS_LISTING_FLAGS, "code", 0, FALSE },
  { ARREARS_LISTING_FLAGS, "crossed_on", 0, FALSE },
  { ARREARS_LISTING_ACCOUNTS, "code", ARREARS_CUSTOMER_SORT_CODE, FALSE },
  { ARREARS_LISTING_ACCOUNTS, "name", ARREARS_CUSTOMER_SORT_NAME, FALSE },
  { ARREARS_LISTING_ACCOUNTS, "balance", ARREARS_CUSTOMER_SORT_BALANCE, FALSE },
  { ARREARS_LISTING_ACCOUNTS, "overdue", ARREARS_CUSTOMER_SORT_OVERDUE, FALSE },
  { ARREARS_LISTING_ACCOUNTS, "days_overdue", ARREARS_CUSTOMER_SORT_DAYS_OVERDUE, FALSE },
  { ARREARS_LISTING_INVOICES, "number", ARREARS_INVOICE_SORT_NUMBER, FALSE },
  { ARREARS_LISTING_INVOICES, "customer_name", ARREARS_INVOICE_SORT_CUSTOMER, FALSE },
  { ARREARS_LISTING_INVOICES, "issued_on", ARREARS_INVOICE_SORT_ISSUED_ON, FALSE },
  { ARREARS_LISTING_INVOICES, "due_on", ARREARS_INVOICE_SORT_DUE_ON, FALSE },
  { ARREARS_LISTING_INVOICES, "days_overdue", ARREARS_INVOICE_SORT_DUE_ON, TRUE },
  { ARREARS_LISTING_INVOICES, "amount", ARREARS_INVOICE_SORT_AMOUNT, FALSE },
  { ARREARS_LISTING_INVOICES, "open", ARREARS_INVOICE_SORT_OPEN, FALSE },
  { ARREARS_LISTING_DOCUMENTS, "number", ARREARS_DOCUMENT_SORT_NUMBER, FALSE },
  { ARREARS_LISTING_DOCUMENTS, "customer_name", ARREARS_DOCUMENT_SORT_CUSTOMER, FALSE },
  { ARREARS_LISTING_DOCUMENTS, "issued_on", ARREARS_DOCUMENT_SORT_ISSUED_ON, FALSE },
  { ARREARS_LISTING_DOCUMENTS, "claimed", ARREARS_DOCUMENT_SORT_CLAIMED, FALSE },
};

static const Sort *
find_sort (ArrearsListingKind kind, const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].kind == kind && g_str_equal (sorts[i].field, field))
      return &sorts[i];
  return NULL;
}

ArrearsListing *
arrears_listing_new (ArrearsListingKind kind)
{
  ArrearsListing *listing = g_new0 (ArrearsListing, 1);

  listing->kind = kind;
  listing->search = g_strdup ("");
  listing->sort = g_strdup ("");
  return listing;
}

ArrearsListing *
arrears_listing_copy (const ArrearsListing *listing)
{
  ArrearsListing *copy = g_memdup2 (listing, sizeof *listing);

  copy->search = g_strdup (listing->search);
  copy->sort = g_strdup (listing->sort);
  return copy;
}

void
arrears_listing_free (ArrearsListing *listing)
{
  g_free (listing->search);
  g_free (listing->sort);
  g_free (listing);
}

gboolean
arrears_listing_can_sort (ArrearsListingKind kind, const char *field)
{
  return find_sort (kind, field) != NULL;
}

static int
compare_members (gconstpointer left, gconstpointer right, ArrearsFieldKind kind)
{
  switch (kind)
    {
    case ARREARS_FIELD_TEXT:
      return strcmp (*(char *const *) left, *(char *const *) right);
    case ARREARS_FIELD_MONEY:
      return arrears_money_compare (*(const ArrearsMoney *) left, *(const ArrearsMoney *) right);
    case ARREARS_FIELD_DAY:
      return arrears_day_compare (*(const ArrearsDay *) left, *(const ArrearsDay *) right);
    case ARREARS_FIELD_INTEGER:
    case ARREARS_FIELD_BOOLEAN:
      return (*(const int *) left > *(const int *) right)
             - (*(const int *) left < *(const int *) right);
    case ARREARS_FIELD_LONG:
      return (*(const gint64 *) left > *(const gint64 *) right)
             - (*(const gint64 *) left < *(const gint64 *) right);
    default:
      g_assert_not_reached ();
    }
}

typedef struct
{
  const ArrearsField *field;
  gboolean is_descending;
} FieldOrder;

static int
compare_by_field (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const FieldOrder *order = user_data;
  ArrearsRecord *left = *(ArrearsRecord *const *) a;
  ArrearsRecord *right = *(ArrearsRecord *const *) b;
  int result = compare_members (arrears_record_get_member (left, order->field),
                                arrears_record_get_member (right, order->field),
                                order->field->kind);

  return order->is_descending ? -result : result;
}

/* g_ptr_array_sort_with_data() is a stable merge sort: equal rows keep their order of urgency. */
static void
sort_by_field (GPtrArray *records, const char *name, gboolean is_descending)
{
  gsize n_fields;
  const ArrearsField *fields;

  if (records->len == 0)
    return;
  fields = arrears_record_get_fields (g_ptr_array_index (records, 0), &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, name))
      {
        FieldOrder order = { &fields[i], is_descending };

        g_ptr_array_sort_with_data (records, compare_by_field, &order);
      }
}

/* Ids of the customers that the list of accounts finds, as keys. */
static GHashTable *
find_customers (ArrearsDesk *desk, const char *search, GError **error)
{
  const ArrearsCustomerFilter filter = { .search = search,
                                         .sort = ARREARS_CUSTOMER_SORT_CODE,
                                         .as_of = arrears_desk_get_as_of (desk) };
  g_autoptr (GArray) ids
      = arrears_ledger_list_customers (arrears_desk_get_ledger (desk), &filter, error);
  GHashTable *found;

  if (ids == NULL)
    return NULL;
  found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (found, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return found;
}

static GArray *
list_flags (const ArrearsListing *listing, ArrearsDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, error);
  g_autoptr (GHashTable) found = NULL; /* NULL: all of them */
  GArray *ids;

  if (flags == NULL)
    return NULL;
  if (listing->search[0] != '\0')
    {
      found = find_customers (desk, listing->search, error);
      if (found == NULL)
        return NULL;
    }
  if (listing->sort[0] != '\0')
    sort_by_field (flags, listing->sort, listing->is_descending);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < flags->len; i++)
    {
      ArrearsAccount *account = g_ptr_array_index (flags, i);

      if (found == NULL || g_hash_table_contains (found, &account->id))
        g_array_append_val (ids, account->id);
    }
  return ids;
}

static GArray *
list_accounts (const ArrearsListing *listing, const Sort *sort, ArrearsDesk *desk, GError **error)
{
  ArrearsCustomerFilter filter = {
    .search = listing->search,
    .sort = sort != NULL ? (ArrearsCustomerSort) sort->sort : ARREARS_CUSTOMER_SORT_CODE,
    .is_descending = listing->is_descending,
    .as_of = arrears_desk_get_as_of (desk),
  };

  return arrears_ledger_list_customers (arrears_desk_get_ledger (desk), &filter, error);
}

static GArray *
list_invoices (const ArrearsListing *listing, const Sort *sort, ArrearsDesk *desk, GError **error)
{
  ArrearsInvoiceFilter filter = {
    .search = listing->search,
    .customer_id = listing->customer_id,
    .state = (ArrearsInvoiceState) listing->state,
    .sort = sort != NULL ? (ArrearsInvoiceSort) sort->sort : ARREARS_INVOICE_SORT_DUE_ON,
    .is_descending = (sort != NULL && sort->is_reverse) != (listing->is_descending != FALSE),
    .as_of = arrears_desk_get_as_of (desk),
  };

  return arrears_ledger_list_invoices (arrears_desk_get_ledger (desk), &filter, error);
}

static GArray *
list_documents (const ArrearsListing *listing, const Sort *sort, ArrearsDesk *desk, GError **error)
{
  ArrearsDocumentFilter filter = {
    .search = listing->search,
    .customer_id = listing->customer_id,
    .sort = sort != NULL ? (ArrearsDocumentSort) sort->sort : ARREARS_DOCUMENT_SORT_NUMBER,
    .is_descending = sort != NULL ? listing->is_descending : TRUE,
  };

  return arrears_ledger_list_documents (arrears_desk_get_ledger (desk), &filter, error);
}

GArray *
arrears_listing_list_ids (const ArrearsListing *listing, ArrearsDesk *desk, GError **error)
{
  const Sort *sort = find_sort (listing->kind, listing->sort);

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);
  g_return_val_if_fail (sort != NULL || listing->sort[0] == '\0', NULL);

  switch (listing->kind)
    {
    case ARREARS_LISTING_FLAGS:
      return list_flags (listing, desk, error);
    case ARREARS_LISTING_ACCOUNTS:
      return list_accounts (listing, sort, desk, error);
    case ARREARS_LISTING_INVOICES:
      return list_invoices (listing, sort, desk, error);
    case ARREARS_LISTING_DOCUMENTS:
      return list_documents (listing, sort, desk, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

static int
compare_customer (gconstpointer standing, gconstpointer key)
{
  gint64 id = ((const ArrearsAccountStanding *) standing)->customer_id;
  gint64 other = *(const gint64 *) key;

  return (id > other) - (id < other);
}

/* Customers without anything open have no standing of their own: they get an empty one. */
static GPtrArray *
load_accounts (ArrearsDesk *desk, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (GArray) standings = arrears_standings_compute (desk, ids, n_ids, NULL, error);
  g_autofree ArrearsAccountStanding *ordered = g_new0 (ArrearsAccountStanding, n_ids + 1);

  if (standings == NULL)
    return NULL;
  for (gsize i = 0; i < n_ids; i++)
    {
      guint index;

      if (g_array_binary_search (standings, &ids[i], compare_customer, &index))
        ordered[i] = g_array_index (standings, ArrearsAccountStanding, index);
      else
        ordered[i].customer_id = ids[i];
    }
  return arrears_standings_load_accounts (desk, ordered, n_ids, error);
}

GPtrArray *
arrears_listing_load_page (const ArrearsListing *listing, ArrearsDesk *desk, const gint64 *ids,
                           gsize n_ids, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);

  switch (listing->kind)
    {
    case ARREARS_LISTING_FLAGS:
    case ARREARS_LISTING_ACCOUNTS:
      return load_accounts (desk, ids, n_ids, error);
    case ARREARS_LISTING_INVOICES:
      return arrears_ledger_load_invoices (ledger, ids, n_ids, arrears_desk_get_as_of (desk),
                                           error);
    case ARREARS_LISTING_DOCUMENTS:
      return arrears_ledger_load_documents (ledger, ids, n_ids, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

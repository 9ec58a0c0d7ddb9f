/* arrears-account-content.c: all that the page of an account shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-account-content.h"

#include "arrears-account-rows.h"
#include "arrears-charge-left.h"
#include "arrears-limitation-watch.h"
#include "arrears-listing.h"
#include "arrears-marks.h"
#include "arrears-receipts.h"
#include "arrears-vouchers.h"

enum
{
  MOST_DOCUMENTS = 500,
  MOST_RECEIPTS = 500,
};

static GPtrArray *
load_documents (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_DOCUMENTS);
  g_autoptr (GArray) ids = NULL;

  listing->customer_id = customer_id;
  ids = arrears_listing_list_ids (listing, desk, error);
  if (ids == NULL)
    return NULL;
  return arrears_listing_load_page (listing, desk, (const gint64 *) (gpointer) ids->data,
                                    MIN (ids->len, MOST_DOCUMENTS), error);
}

/* What is open, and below what is paid but for a charge that nobody has decided about. */
static GPtrArray *
load_open_items (ArrearsDesk *desk, GPtrArray *invoices, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) left = arrears_charge_left_list (desk, customer_id, error);
  GPtrArray *items;

  if (left == NULL)
    return NULL;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < invoices->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (invoices, i)));
  for (guint i = 0; i < left->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (left, i)));
  return items;
}

static GPtrArray *
load_receipts (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) lines = arrears_receipts_load (desk, customer_id, MOST_RECEIPTS, error);

  return lines != NULL ? arrears_account_rows_list_receipts (lines) : NULL;
}

static GPtrArray *
load_matters (ArrearsDesk *desk, const ArrearsAccountPage *page, GError **error)
{
  g_autoptr (GPtrArray) marks = arrears_marks_load (desk, page->customer->id, TRUE, error);

  if (marks == NULL)
    return NULL;
  return arrears_account_rows_list_matters (page, marks, arrears_desk_get_as_of (desk));
}

static GPtrArray *
load_limitation (ArrearsDesk *desk, const ArrearsAccountPage *page, GError **error)
{
  g_autoptr (GPtrArray) items = arrears_limitation_watch_load (desk, page->customer->id, error);

  if (items == NULL)
    return NULL;
  return arrears_account_rows_list_limitation (items, page->guarantees,
                                               arrears_desk_get_as_of (desk));
}

static GPtrArray *
load_vouchers (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) missing = arrears_vouchers_load_missing (desk, customer_id, error);
  g_autoptr (GPtrArray) vouchers
      = missing != NULL ? arrears_vouchers_list (desk, customer_id, error) : NULL;

  return vouchers != NULL ? arrears_account_rows_list_vouchers (missing, vouchers) : NULL;
}

ArrearsAccountContent *
arrears_account_content_load (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsAccountContent) content = g_new0 (ArrearsAccountContent, 1);
  const ArrearsAccountPage *page;

  page = content->page = arrears_account_page_load (desk, customer_id, error);
  if (page == NULL
      || (content->open_items = load_open_items (desk, page->invoices, customer_id, error)) == NULL
      || (content->receipts = load_receipts (desk, customer_id, error)) == NULL
      || (content->matters = load_matters (desk, page, error)) == NULL
      || (content->limitation = load_limitation (desk, page, error)) == NULL
      || (content->vouchers = load_vouchers (desk, customer_id, error)) == NULL
      || (content->documents = load_documents (desk, customer_id, error)) == NULL)
    return NULL;
  return g_steal_pointer (&content);
}

void
arrears_account_content_free (ArrearsAccountContent *content)
{
  g_clear_pointer (&content->page, arrears_account_page_free);
  g_clear_pointer (&content->open_items, g_ptr_array_unref);
  g_clear_pointer (&content->receipts, g_ptr_array_unref);
  g_clear_pointer (&content->matters, g_ptr_array_unref);
  g_clear_pointer (&content->limitation, g_ptr_array_unref);
  g_clear_pointer (&content->vouchers, g_ptr_array_unref);
  g_clear_pointer (&content->documents, g_ptr_array_unref);
  g_free (content);
}

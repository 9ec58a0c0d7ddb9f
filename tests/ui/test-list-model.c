/* test-list-model.c: a list of the ledger as rows for a table, however long
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-list-model.h"

#include "arrears-invoice.h"
#include "arrears-list-slot.h"
#include "arrears-test-many.h"
#include "arrears-test-screen.h"

#include <glib/gstdio.h>

#define N_INVOICES 3000

typedef struct
{
  ArrearsDesk *desk;
  ArrearsListModel *model;
  guint n_refilled;
  guint n_failed;
  guint n_changed; /* announcements of changed items */
  guint position;  /* of the last one */
  guint n_removed;
  guint n_added;
} Fixture;

static void
on_refilled_cb (Fixture *fixture)
{
  fixture->n_refilled++;
}

static void
on_failed_cb (Fixture *fixture)
{
  fixture->n_failed++;
}

static void
on_items_changed_cb (Fixture *fixture, guint position, guint n_removed, guint n_added)
{
  fixture->n_changed++;
  fixture->position = position;
  fixture->n_removed = n_removed;
  fixture->n_added = n_added;
}

static gboolean
is_idle (gpointer user_data)
{
  Fixture *fixture = user_data;

  return !arrears_list_model_is_busy (fixture->model);
}

static void
query (Fixture *fixture)
{
  arrears_list_model_query (fixture->model);
  arrears_test_screen_wait_until (is_idle, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desk = arrears_test_screen_open_ledger (FALSE);
  arrears_test_many_import (fixture->desk, N_INVOICES);
  fixture->model = arrears_list_model_new (ARREARS_LISTING_INVOICES);
  arrears_list_model_set_desk (fixture->model, fixture->desk);
  g_signal_connect_swapped (fixture->model, "refilled", G_CALLBACK (on_refilled_cb), fixture);
  g_signal_connect_swapped (fixture->model, "failed", G_CALLBACK (on_failed_cb), fixture);
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (on_items_changed_cb),
                            fixture);
}

/* The worker of the last query may hold the model for a moment longer. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_list_model_set_desk (fixture->model, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->model), (gpointer *) &fixture->model);
  g_object_unref (fixture->model);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &fixture->model);
  arrears_test_screen_close_ledger (fixture->desk);
}

static void
sort (Fixture *fixture, const char *field, gboolean is_descending)
{
  ArrearsListing *listing = arrears_list_model_get_listing (fixture->model);

  g_free (listing->sort);
  listing->sort = g_strdup (field);
  listing->is_descending = is_descending;
  query (fixture);
}

static void
search (Fixture *fixture, const char *text)
{
  ArrearsListing *listing = arrears_list_model_get_listing (fixture->model);

  g_free (listing->search);
  listing->search = g_strdup (text);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
}

static const char *
get_number (ArrearsListSlot *slot)
{
  return ARREARS_INVOICE (arrears_list_slot_get_record (slot))->number;
}

static void
assert_number (Fixture *fixture, guint position, const char *number)
{
  g_autoptr (ArrearsListSlot) slot
    = g_list_model_get_item (G_LIST_MODEL (fixture->model), position);

  g_assert_cmpstr (get_number (slot), ==, number);
}

static void
test_lists_all_in_order (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count (fixture), ==, 0);
  sort (fixture, "number", FALSE);

  g_assert_cmpuint (count (fixture), ==, N_INVOICES);
  g_assert_cmpuint (fixture->n_refilled, ==, 1);
  assert_number (fixture, 0, "N00001");
  assert_number (fixture, 127, "N00128");
  assert_number (fixture, 128, "N00129");
  assert_number (fixture, N_INVOICES - 1, "N03000");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), N_INVOICES));
}

/* The table goes on showing the same objects; no announcement makes GTK look at all rows. */
static void
test_another_order_keeps_the_slots (Fixture *fixture, gconstpointer data)
{
  ArrearsListSlot *slots[200];

  sort (fixture, "number", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    slots[i] = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);
  fixture->n_changed = 0;
  sort (fixture, "amount", TRUE);

  g_assert_cmpuint (fixture->n_changed, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autoptr (ArrearsListSlot) slot = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);
      g_autofree char *number = g_strdup_printf ("N%05u", N_INVOICES - i);

      g_assert_true (slot == slots[i]);
      g_assert_cmpstr (get_number (slot), ==, number);
      g_object_unref (slots[i]);
    }
}

static void
test_a_search_announces_the_tail (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsListSlot) slot = NULL;

  sort (fixture, "number", FALSE);
  slot = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  fixture->n_changed = 0;
  search (fixture, "N0050");
  query (fixture);

  g_assert_cmpuint (count (fixture), ==, 10);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 10);
  g_assert_cmpuint (fixture->n_removed, ==, N_INVOICES - 10);
  g_assert_cmpuint (fixture->n_added, ==, 0);
  g_assert_cmpstr (get_number (slot), ==, "N00500");

  search (fixture, "");
  query (fixture);
  g_assert_cmpuint (count (fixture), ==, N_INVOICES);
  g_assert_cmpuint (fixture->position, ==, 10);
  g_assert_cmpuint (fixture->n_removed, ==, 0);
  g_assert_cmpuint (fixture->n_added, ==, N_INVOICES - 10);
  g_assert_cmpstr (get_number (slot), ==, "N00001");
  assert_number (fixture, 11, "N00012");
}

/* As with fast typing: what was asked for first never shows. */
static void
test_an_overtaken_query_shows_nothing (Fixture *fixture, gconstpointer data)
{
  search (fixture, "N0000");
  arrears_list_model_query (fixture->model);
  search (fixture, "N00012");
  arrears_list_model_query (fixture->model);
  arrears_test_screen_wait_until (is_idle, fixture);
  arrears_test_screen_settle ();

  g_assert_cmpuint (fixture->n_refilled, ==, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  g_assert_cmpuint (count (fixture), ==, 1);
  assert_number (fixture, 0, "N00012");
}

static void
test_pages_that_nobody_uses_go (Fixture *fixture, gconstpointer data)
{
  ArrearsListSlot *first;
  ArrearsListSlot *kept;

  sort (fixture, "number", FALSE);
  kept = g_list_model_get_item (G_LIST_MODEL (fixture->model), 200);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  g_object_unref (first);
  for (guint i = 0; i < N_INVOICES; i += 100)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (fixture->model), i));

  g_assert_null (first);
  g_assert_true (arrears_list_model_peek_record (fixture->model, 200)
                 == arrears_list_slot_get_record (kept));
  g_object_unref (kept);
}

static void
test_rows_are_found_by_id (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  sort (fixture, "number", FALSE);
  id = arrears_list_model_get_id (fixture->model, 700);
  g_assert_cmpuint (arrears_list_model_find_id (fixture->model, id), ==, 700);
  sort (fixture, "number", TRUE);
  g_assert_cmpuint (arrears_list_model_find_id (fixture->model, id), ==, N_INVOICES - 1 - 700);
  g_assert_cmpuint (arrears_list_model_find_id (fixture->model, G_MAXINT64), ==, G_MAXUINT);
  g_assert_cmpint (arrears_list_model_get_id (fixture->model, N_INVOICES), ==, 0);
}

static void
test_without_a_ledger_it_is_empty (Fixture *fixture, gconstpointer data)
{
  query (fixture);
  arrears_list_model_set_desk (fixture->model, NULL);

  g_assert_cmpuint (count (fixture), ==, 0);
  arrears_list_model_query (fixture->model);
  g_assert_false (arrears_list_model_is_busy (fixture->model));
}

static gboolean
has_failed (gpointer user_data)
{
  return ((Fixture *) user_data)->n_failed > 0;
}

static void
test_a_failed_query_leaves_the_rows (Fixture *fixture, gconstpointer data)
{
  query (fixture);
  g_assert_cmpint (g_remove (arrears_desk_get_path (fixture->desk)), ==, 0);
  arrears_list_model_query (fixture->model);
  arrears_test_screen_wait_until (has_failed, fixture);

  g_assert_cmpuint (count (fixture), ==, N_INVOICES);
  g_assert_cmpuint (fixture->n_refilled, ==, 1);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/list-model/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);

  add ("lists-all-in-the-order-asked-for", test_lists_all_in_order);
  add ("another-order-gives-the-slots-in-use-other-records", test_another_order_keeps_the_slots);
  add ("a-search-announces-only-the-difference-at-the-end", test_a_search_announces_the_tail);
  add ("a-query-that-was-overtaken-shows-nothing", test_an_overtaken_query_shows_nothing);
  add ("pages-that-nobody-uses-go", test_pages_that_nobody_uses_go);
  add ("rows-are-found-by-id", test_rows_are_found_by_id);
  add ("without-a-ledger-it-is-empty", test_without_a_ledger_it_is_empty);
  add ("a-query-that-failed-leaves-the-rows", test_a_failed_query_leaves_the_rows);

  return g_test_run ();
}

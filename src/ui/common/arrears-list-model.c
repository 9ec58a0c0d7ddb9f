/* arrears-list-model.c: a list of the ledger as rows for a table, however long
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-list-model.h"

#include "arrears-account.h"
#include "arrears-document.h"
#include "arrears-invoice.h"
#include "arrears-job.h"
#include "arrears-list-slot.h"
#include "arrears-message.h"

/* A table keeps about 200 rows alive: three pages. The others save reading again when scrolling
 * back and forth.
 */
#define PAGE_ROWS 128
#define MAX_PAGES 8

typedef struct
{
  guint number; /* its first row is number * PAGE_ROWS */
  ArrearsListSlot *slots[PAGE_ROWS];
} Page;

struct _ArrearsListModel
{
  GObject parent_instance;

  ArrearsDesk *desk;
  ArrearsListing *listing;
  GArray *ids;         /* of gint64 */
  GQueue pages;        /* of Page, the one used last first */
  GCancellable *query; /* while one is under way */
  GError *failure;     /* to be told when idle */
  guint failure_source;
};

static void implement_list_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ArrearsListModel, arrears_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list_model))

enum
{
  WILL_REFILL,
  REFILLED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_page (gpointer data)
{
  Page *page = data;

  for (guint i = 0; i < PAGE_ROWS; i++)
    g_clear_object (&page->slots[i]);
  g_free (page);
}

static gboolean
tell_failure (gpointer user_data)
{
  ArrearsListModel *self = user_data;
  g_autoptr (GError) failure = g_steal_pointer (&self->failure);

  self->failure_source = 0;
  g_signal_emit (self, signals[FAILED], 0, failure);
  return G_SOURCE_REMOVE;
}

/* A page may be wanted while the table is being laid out: not the time to show anything else. */
static void
queue_failure (ArrearsListModel *self, GError *error)
{
  g_clear_error (&self->failure);
  self->failure = error;
  if (self->failure_source == 0)
    self->failure_source = g_idle_add (tell_failure, self);
}

/* What stands for a record that has just gone from the ledger, until the list is queried anew. */
static ArrearsRecord *
create_blank_record (ArrearsListModel *self)
{
  switch (self->listing->kind)
    {
    case ARREARS_LISTING_INVOICES:
      return ARREARS_RECORD (arrears_invoice_new ());
    case ARREARS_LISTING_DOCUMENTS:
      return ARREARS_RECORD (arrears_document_new ());
    case ARREARS_LISTING_FLAGS:
    case ARREARS_LISTING_ACCOUNTS:
    default:
      return ARREARS_RECORD (arrears_account_new ());
    }
}

static void
set_slot (ArrearsListModel *self, ArrearsListSlot **slot, ArrearsRecord *record)
{
  g_autoptr (ArrearsRecord) shown
    = record != NULL ? g_object_ref (record) : create_blank_record (self);

  if (*slot == NULL)
    *slot = arrears_list_slot_new (shown);
  else
    arrears_list_slot_set_record (*slot, shown);
}

/* Reads the records of a page into its slots, as far as the list reaches. */
static void
fill_page (ArrearsListModel *self, Page *page)
{
  guint first = page->number * PAGE_ROWS;
  guint n = MIN (PAGE_ROWS, self->ids->len - first);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
    = arrears_listing_load_page (self->listing, self->desk,
                                 &g_array_index (self->ids, gint64, first), n, &error);

  if (records == NULL)
    queue_failure (self, g_steal_pointer (&error));
  for (guint i = 0; i < n; i++)
    set_slot (self, &page->slots[i], records != NULL ? g_ptr_array_index (records, i) : NULL);
  for (guint i = n; i < PAGE_ROWS; i++)
    g_clear_object (&page->slots[i]);
}

/* Whether anyone but the page holds one of its slots. Such a page must be kept: the same row has
 * to be the same object until it is announced as changed.
 */
static gboolean
is_page_in_use (const Page *page)
{
  for (guint i = 0; i < PAGE_ROWS; i++)
    if (page->slots[i] != NULL
        && g_atomic_int_get ((gint *) &G_OBJECT (page->slots[i])->ref_count) > 1)
      return TRUE;
  return FALSE;
}

static void
drop_unused_pages (ArrearsListModel *self)
{
  GList *previous;

  for (GList *link = self->pages.tail; link != NULL && self->pages.length > MAX_PAGES;
       link = previous)
    {
      previous = link->prev;
      if (!is_page_in_use (link->data))
        {
          free_page (link->data);
          g_queue_delete_link (&self->pages, link);
        }
    }
}

static Page *
get_page (ArrearsListModel *self, guint number)
{
  Page *page;

  for (GList *link = self->pages.head; link != NULL; link = link->next)
    {
      page = link->data;
      if (page->number == number)
        {
          g_queue_unlink (&self->pages, link);
          g_queue_push_head_link (&self->pages, link);
          return page;
        }
    }

  page = g_new0 (Page, 1);
  page->number = number;
  fill_page (self, page);
  drop_unused_pages (self);
  g_queue_push_head (&self->pages, page);
  return page;
}

static void
refill_pages (ArrearsListModel *self)
{
  GList *next;

  for (GList *link = self->pages.head; link != NULL; link = next)
    {
      Page *page = link->data;

      next = link->next;
      if (page->number * PAGE_ROWS < self->ids->len && is_page_in_use (page))
        {
          fill_page (self, page);
        }
      else
        {
          free_page (page);
          g_queue_delete_link (&self->pages, link);
        }
    }
}

static void
take_ids (ArrearsListModel *self, GArray *ids)
{
  guint n_old = self->ids->len;
  guint n_common = MIN (n_old, ids->len);

  g_signal_emit (self, signals[WILL_REFILL], 0);
  g_array_unref (self->ids);
  self->ids = ids;
  refill_pages (self);
  if (n_old != ids->len)
    g_list_model_items_changed (G_LIST_MODEL (self), n_common, n_old - n_common,
                                ids->len - n_common);
  g_signal_emit (self, signals[REFILLED], 0);
}

static gpointer
list_ids (ArrearsDesk *desk, gpointer input, GError **error)
{
  return arrears_listing_list_ids (input, desk, error);
}

static void
on_ids_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsListModel *self = ARREARS_LIST_MODEL (object);
  g_autoptr (GError) error = NULL;
  GArray *ids = arrears_job_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) == self->query)
    g_clear_object (&self->query);

  if (ids != NULL)
    take_ids (self, ids);
  else if (!arrears_message_is_cancelled (error))
    queue_failure (self, g_steal_pointer (&error));
}

static GType
arrears_list_model_get_item_type (GListModel *list)
{
  return ARREARS_TYPE_LIST_SLOT;
}

static guint
arrears_list_model_get_n_items (GListModel *list)
{
  return ARREARS_LIST_MODEL (list)->ids->len;
}

static gpointer
arrears_list_model_get_item (GListModel *list, guint position)
{
  ArrearsListModel *self = ARREARS_LIST_MODEL (list);

  if (position >= self->ids->len)
    return NULL;

  return g_object_ref (get_page (self, position / PAGE_ROWS)->slots[position % PAGE_ROWS]);
}

static void
implement_list_model (GListModelInterface *iface)
{
  iface->get_item_type = arrears_list_model_get_item_type;
  iface->get_n_items = arrears_list_model_get_n_items;
  iface->get_item = arrears_list_model_get_item;
}

static void
stop_query (ArrearsListModel *self)
{
  if (self->query != NULL)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
}

static void
arrears_list_model_dispose (GObject *object)
{
  ArrearsListModel *self = ARREARS_LIST_MODEL (object);

  stop_query (self);
  g_clear_handle_id (&self->failure_source, g_source_remove);
  g_clear_error (&self->failure);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (arrears_list_model_parent_class)->dispose (object);
}

static void
arrears_list_model_finalize (GObject *object)
{
  ArrearsListModel *self = ARREARS_LIST_MODEL (object);

  g_queue_clear_full (&self->pages, free_page);
  g_array_unref (self->ids);
  arrears_listing_free (self->listing);

  G_OBJECT_CLASS (arrears_list_model_parent_class)->finalize (object);
}

static void
arrears_list_model_class_init (ArrearsListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = arrears_list_model_dispose;
  object_class->finalize = arrears_list_model_finalize;

  signals[WILL_REFILL] = g_signal_new ("will-refill", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[REFILLED] = g_signal_new ("refilled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
arrears_list_model_init (ArrearsListModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_queue_init (&self->pages);
}

ArrearsListModel *
arrears_list_model_new (ArrearsListingKind kind)
{
  ArrearsListModel *self = g_object_new (ARREARS_TYPE_LIST_MODEL, NULL);

  self->listing = arrears_listing_new (kind);
  return self;
}

void
arrears_list_model_set_desk (ArrearsListModel *self, ArrearsDesk *desk)
{
  g_return_if_fail (ARREARS_IS_LIST_MODEL (self));

  if (self->desk == desk)
    return;

  stop_query (self);
  take_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)));
  g_set_object (&self->desk, desk);
}

ArrearsListing *
arrears_list_model_get_listing (ArrearsListModel *self)
{
  g_return_val_if_fail (ARREARS_IS_LIST_MODEL (self), NULL);

  return self->listing;
}

void
arrears_list_model_query (ArrearsListModel *self)
{
  ArrearsJob job = { list_ids, NULL, (GDestroyNotify) arrears_listing_free,
                     (GDestroyNotify) g_array_unref };

  g_return_if_fail (ARREARS_IS_LIST_MODEL (self));

  if (self->desk == NULL)
    return;

  job.input = arrears_listing_copy (self->listing);
  arrears_job_start (&job, self->desk, self, arrears_job_renew (&self->query), on_ids_listed_cb,
                     NULL);
}

gboolean
arrears_list_model_is_busy (ArrearsListModel *self)
{
  g_return_val_if_fail (ARREARS_IS_LIST_MODEL (self), FALSE);

  return self->query != NULL;
}

gint64
arrears_list_model_get_id (ArrearsListModel *self, guint position)
{
  g_return_val_if_fail (ARREARS_IS_LIST_MODEL (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

guint
arrears_list_model_find_id (ArrearsListModel *self, gint64 id)
{
  g_return_val_if_fail (ARREARS_IS_LIST_MODEL (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}

ArrearsRecord *
arrears_list_model_peek_record (ArrearsListModel *self, guint position)
{
  g_return_val_if_fail (ARREARS_IS_LIST_MODEL (self), NULL);

  if (position >= self->ids->len)
    return NULL;

  return arrears_list_slot_get_record (
    get_page (self, position / PAGE_ROWS)->slots[position % PAGE_ROWS]);
}

/* arrears-desk.c: an open ledger, the day, and the published tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-desk-private.h"

#include "arrears-ledger-customers.h"
#include "arrears-ledger-log.h"
#include "arrears-published-tables.h"
#include "arrears-uscc.h"

#include <glib/gstdio.h>

struct _ArrearsDesk
{
  GObject parent_instance;

  ArrearsLedger *ledger;
  ArrearsDay as_of; /* written atomically: a worker may be reading it */
  ArrearsClock clock;
  GMutex actor_lock; /* a worker that opens the desk again reads the name */
  char *actor;
  ArrearsPublishedTables *published;
  int is_interrupted; /* atomic: set by another thread */
};

G_DEFINE_FINAL_TYPE (ArrearsDesk, arrears_desk, G_TYPE_OBJECT)

enum
{
  LEDGER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ArrearsDesk *
take_ledger (ArrearsLedger *ledger, ArrearsDay as_of, ArrearsClock clock)
{
  ArrearsDesk *self = g_object_new (ARREARS_TYPE_DESK, NULL);

  self->ledger = ledger;
  self->as_of = as_of;
  arrears_ledger_set_day (ledger, as_of);
  self->clock = clock;
  self->published = arrears_published_tables_new (ledger);
  return self;
}

static gboolean
log_creation (ArrearsDesk *self, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (self->ledger, error);
  g_autoptr (ArrearsLogEntry) entry = arrears_desk_new_entry (ARREARS_LOG_LEDGER_CREATED, 0, "");

  return transaction != NULL && arrears_desk_log (self, entry, error)
         && arrears_desk_commit (self, transaction, error);
}

static void
arrears_desk_finalize (GObject *object)
{
  ArrearsDesk *self = ARREARS_DESK (object);

  g_clear_pointer (&self->published, arrears_published_tables_free);
  g_clear_pointer (&self->ledger, arrears_ledger_close);
  g_mutex_clear (&self->actor_lock);
  g_free (self->actor);

  G_OBJECT_CLASS (arrears_desk_parent_class)->finalize (object);
}

static void
arrears_desk_class_init (ArrearsDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = arrears_desk_finalize;

  signals[LEDGER_CHANGED] = g_signal_new ("ledger-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
arrears_desk_init (ArrearsDesk *self)
{
  g_mutex_init (&self->actor_lock);
  self->actor = g_strdup ("");
}

ArrearsLedger *
arrears_desk_get_ledger (ArrearsDesk *desk)
{
  return desk->ledger;
}

ArrearsInstant
arrears_desk_get_now (ArrearsDesk *desk)
{
  return desk->clock ();
}

ArrearsCustomer *
arrears_desk_load_customer (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  ArrearsCustomer *customer
      = arrears_ledger_load_customer (desk->ledger, customer_id, desk->as_of, &failure);

  if (customer != NULL)
    return customer;
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "customer %" G_GINT64_FORMAT ": not in the ledger", customer_id);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

ArrearsLogEntry *
arrears_desk_new_entry (const char *kind, gint64 customer_id, const char *subject)
{
  ArrearsLogEntry *entry = arrears_log_entry_new ();

  arrears_record_set_text (&entry->kind, kind);
  arrears_record_set_text (&entry->subject, subject);
  entry->customer_id = customer_id;
  return entry;
}

gboolean
arrears_desk_log (ArrearsDesk *desk, ArrearsLogEntry *entry, GError **error)
{
  ArrearsInstant now = desk->clock ();

  entry->at = now.at;
  entry->offset_minutes = now.offset_minutes;
  entry->recorded_on = desk->as_of;
  arrears_record_set_text (&entry->actor, desk->actor);
  if (!arrears_day_is_set (entry->day))
    entry->day = desk->as_of;
  return arrears_ledger_append_log (desk->ledger, entry, error);
}

gboolean
arrears_desk_check_firm (char *name, char **uscc, GError **error)
{
  g_autofree char *given = NULL;
  ArrearsUsccVerdict verdict;

  g_strstrip (name);
  if (name[0] == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "name: a firm needs a name");
      return FALSE;
    }
  if ((*uscc)[0] == '\0')
    return TRUE;
  given = g_steal_pointer (uscc);
  return arrears_uscc_parse (given, uscc, &verdict, error);
}

gboolean
arrears_desk_goes_on (ArrearsDesk *desk, GError **error)
{
  if (!g_atomic_int_get (&desk->is_interrupted))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_CANCELLED, "the work was interrupted");
  return FALSE;
}

gboolean
arrears_desk_commit (ArrearsDesk *desk, ArrearsTransaction *transaction, GError **error)
{
  if (!arrears_desk_goes_on (desk, error) || !arrears_transaction_commit (transaction, error))
    return FALSE;
  arrears_desk_notify_changed (desk);
  return TRUE;
}

void
arrears_desk_discard (ArrearsDesk *desk)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *path = g_strdup (arrears_desk_get_path (desk));

  g_object_unref (desk);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

ArrearsDesk *
arrears_desk_create (const char *path, ArrearsDay as_of, ArrearsClock clock, GError **error)
{
  ArrearsLedger *ledger = arrears_ledger_create (path, error);
  g_autoptr (ArrearsDesk) desk = NULL;

  if (ledger == NULL)
    return NULL;
  desk = take_ledger (ledger, as_of, clock);
  if (!log_creation (desk, error))
    {
      arrears_desk_discard (g_steal_pointer (&desk));
      return NULL;
    }
  return g_steal_pointer (&desk);
}

ArrearsDesk *
arrears_desk_open (const char *path, ArrearsDay as_of, ArrearsClock clock, GError **error)
{
  ArrearsLedger *ledger = arrears_ledger_open (path, error);

  return ledger != NULL ? take_ledger (ledger, as_of, clock) : NULL;
}

static char *
dup_actor (ArrearsDesk *desk)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&desk->actor_lock);

  return g_strdup (desk->actor);
}

ArrearsDesk *
arrears_desk_open_again (ArrearsDesk *desk, GError **error)
{
  ArrearsDesk *other;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  other = arrears_desk_open (arrears_ledger_get_path (desk->ledger), arrears_desk_get_as_of (desk),
                             desk->clock, error);
  if (other != NULL)
    {
      g_free (other->actor);
      other->actor = dup_actor (desk);
    }
  return other;
}

void
arrears_desk_set_actor (ArrearsDesk *desk, const char *actor)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ARREARS_IS_DESK (desk));
  g_return_if_fail (actor != NULL);

  locker = g_mutex_locker_new (&desk->actor_lock);
  g_free (desk->actor);
  desk->actor = g_utf8_make_valid (actor, -1);
  g_strstrip (desk->actor);
}

const char *
arrears_desk_get_actor (ArrearsDesk *desk)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return desk->actor;
}

const char *
arrears_desk_get_path (ArrearsDesk *desk)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return arrears_ledger_get_path (desk->ledger);
}

ArrearsDay
arrears_desk_get_as_of (ArrearsDesk *desk)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), ARREARS_DAY_NONE);

  return (ArrearsDay) { g_atomic_int_get (&desk->as_of.number) };
}

const ArrearsCalendar *
arrears_desk_get_calendar (ArrearsDesk *desk)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return arrears_published_tables_get_calendar (desk->published);
}

ArrearsRateTables
arrears_desk_get_rates (ArrearsDesk *desk)
{
  return arrears_published_tables_get_rates (desk->published);
}

void
arrears_desk_set_as_of (ArrearsDesk *desk, ArrearsDay as_of)
{
  g_return_if_fail (ARREARS_IS_DESK (desk));
  g_return_if_fail (arrears_day_is_set (as_of));

  if (arrears_day_compare (desk->as_of, as_of) == 0)
    return;
  g_atomic_int_set (&desk->as_of.number, as_of.number);
  arrears_ledger_set_day (desk->ledger, as_of);
  arrears_desk_notify_changed (desk);
}

void
arrears_desk_interrupt (ArrearsDesk *desk)
{
  g_return_if_fail (ARREARS_IS_DESK (desk));

  g_atomic_int_set (&desk->is_interrupted, TRUE);
  arrears_ledger_interrupt (desk->ledger);
}

void
arrears_desk_notify_changed (ArrearsDesk *desk)
{
  g_return_if_fail (ARREARS_IS_DESK (desk));

  arrears_published_tables_mark_stale (desk->published);
  g_signal_emit (desk, signals[LEDGER_CHANGED], 0);
}

ArrearsCompany *
arrears_desk_load_company (ArrearsDesk *desk, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return arrears_ledger_load_company (desk->ledger, error);
}

gboolean
arrears_desk_save_company (ArrearsDesk *desk, ArrearsCompany *company, GError **error)
{
  g_autoptr (ArrearsCompany) checked = arrears_record_copy (company);
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autoptr (ArrearsTransaction) transaction = NULL;

  if (!arrears_desk_check_firm (checked->name, &checked->uscc, error))
    return FALSE;
  entry = arrears_desk_new_entry (ARREARS_LOG_COMPANY_SAVED, 0, checked->name);
  transaction = arrears_transaction_begin (desk->ledger, error);
  return transaction != NULL && arrears_ledger_save_company (desk->ledger, checked, error)
         && arrears_desk_log (desk, entry, error) && arrears_desk_commit (desk, transaction, error);
}

GStrv
arrears_desk_verify (ArrearsDesk *desk, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return arrears_ledger_verify (desk->ledger, error);
}

gboolean
arrears_desk_back_up (ArrearsDesk *desk, const char *path, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  return arrears_ledger_back_up (desk->ledger, path, error);
}

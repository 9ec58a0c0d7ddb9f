/* arrears-measure.c: what disputes, pauses, promises and marks have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-measure-private.h"

#include "arrears-ledger-invoices.h"
#include "arrears-ledger-register.h"

static ArrearsInvoice *
load_invoice (ArrearsDesk *desk, gint64 id, const char *number, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autoptr (GPtrArray) invoices = NULL;

  if (id == 0)
    return arrears_ledger_find_invoice (ledger, number, as_of, error);
  invoices = arrears_ledger_load_invoices (ledger, &id, 1, as_of, error);
  if (invoices == NULL || g_ptr_array_index (invoices, 0) == NULL)
    return NULL;
  return g_object_ref (g_ptr_array_index (invoices, 0));
}

ArrearsInvoice *
arrears_measure_find_invoice (ArrearsDesk *desk, gint64 customer_id, gint64 id, const char *number,
                              GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice = NULL;

  if (id == 0 && number[0] == '\0')
    return NULL;
  invoice = load_invoice (desk, id, number, &failure);
  if (invoice != NULL && (customer_id == 0 || invoice->customer_id == customer_id)
      && invoice->open.fen > 0)
    return g_steal_pointer (&invoice);
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "invoice %s: expected one with something open",
                 invoice != NULL ? invoice->number : number);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
arrears_measure_begin (ArrearsDesk *desk, ArrearsDay *from_on, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autofree char *from = NULL;
  g_autofree char *today = NULL;

  if (!arrears_day_is_set (*from_on))
    *from_on = as_of;
  if (arrears_day_compare (*from_on, as_of) <= 0)
    return TRUE;
  from = arrears_day_to_string (*from_on);
  today = arrears_day_to_string (as_of);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
               "from %s: expected a day not after %s", from, today);
  return FALSE;
}

gboolean
arrears_measure_need (const char *text, const char *name, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (stripped[0] != '\0')
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "%s: it must be given", name);
  return FALSE;
}

static gboolean
has_ended (gpointer entry)
{
  int ended_on;

  g_object_get (entry, "ended-on", &ended_on, NULL);
  return ended_on > 0;
}

gpointer
arrears_measure_load (ArrearsDesk *desk, GType type, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsRecord) entry = arrears_ledger_load_entry (
      arrears_desk_get_ledger (desk), type, id, arrears_desk_get_as_of (desk), &failure);

  if (entry != NULL && !has_ended (entry))
    return g_steal_pointer (&entry);
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "%" G_GINT64_FORMAT ": there is none with this id that has not ended", id);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gint64
arrears_measure_enter (ArrearsDesk *desk, gpointer entry, ArrearsLogEntry *log, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  gint64 id;

  if (transaction == NULL)
    return 0;
  id = arrears_ledger_enter (ledger, entry, error);
  if (id == 0 || !arrears_desk_log (desk, log, error)
      || !arrears_desk_commit (desk, transaction, error))
    return 0;
  return id;
}

gboolean
arrears_measure_end (ArrearsDesk *desk, gpointer entry, const char *how, const char *note,
                     ArrearsLogEntry *log, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  gint64 id;

  g_object_get (entry, "id", &id, NULL);
  return transaction != NULL
         && arrears_ledger_end_entry (ledger, G_OBJECT_TYPE (entry), id, how,
                                      note != NULL ? note : "", error)
         && arrears_desk_log (desk, log, error) && arrears_desk_commit (desk, transaction, error);
}

void
arrears_measure_set_note (ArrearsLogEntry *log, const char *word, const char *rest)
{
  gboolean has_rest = rest != NULL && rest[0] != '\0';

  g_free (log->note);
  log->note = g_strconcat (word, has_rest ? " " : "", has_rest ? rest : "", NULL);
}

void
arrears_measure_reverse (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len / 2; i++)
    {
      gpointer *first = &g_ptr_array_index (entries, i);
      gpointer *last = &g_ptr_array_index (entries, entries->len - 1 - i);
      gpointer entry = *first;

      *first = *last;
      *last = entry;
    }
}

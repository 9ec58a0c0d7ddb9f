/* arrears-ledger-invoice-search.c: the index that invoices are searched by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-private.h"
#include "arrears-query.h"
#include "arrears-search-terms.h"

static void
append_invoice_terms (GString *terms, ArrearsQuery *invoice)
{
  const int first_text = 1;
  const int n_texts = 5;

  g_string_truncate (terms, 0);
  for (int i = first_text; i < first_text + n_texts; i++)
    arrears_search_terms_append (terms, arrears_query_get_text (invoice, i));
}

static gboolean
insert_terms (ArrearsLedger *ledger, gint64 id, const char *terms, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "index an invoice", "INSERT INTO invoice_search (rowid, terms) VALUES (:id, :terms)");

  arrears_query_bind_integer (query, ":id", id);
  arrears_query_bind_text (query, ":terms", terms);
  return arrears_query_run (query, error);
}

/* At the end of a transaction and in the order of ids: FTS5 writes out what it has gathered at
 * every step in between, and is several times slower in any other order.
 */
gboolean
arrears_ledger_index_invoices (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (ArrearsQuery) invoices = NULL;
  g_autoptr (GString) terms = g_string_new (NULL);

  if (ledger->first_unindexed == 0)
    return TRUE;
  invoices = arrears_query_open (ledger, "read the invoices to index",
                                 "SELECT id, number, fapiao_number, order_number, "
                                 "delivery_number, note FROM invoice WHERE id >= :first "
                                 "ORDER BY id");
  arrears_query_bind_integer (invoices, ":first", ledger->first_unindexed);
  while (arrears_query_next (invoices))
    {
      append_invoice_terms (terms, invoices);
      if (!insert_terms (ledger, arrears_query_get_integer (invoices, 0), terms->str, error))
        return FALSE;
    }
  if (!arrears_query_finish (invoices, error))
    return FALSE;
  ledger->first_unindexed = 0;
  return TRUE;
}

static char *
list_terms (ArrearsInvoice *invoice)
{
  GString *terms = g_string_new (NULL);

  arrears_search_terms_append (terms, invoice->number);
  arrears_search_terms_append (terms, invoice->fapiao_number);
  arrears_search_terms_append (terms, invoice->order_number);
  arrears_search_terms_append (terms, invoice->delivery_number);
  arrears_search_terms_append (terms, invoice->note);
  return g_string_free (terms, FALSE);
}

/* The index keeps no texts: it has to be told which terms to forget. */
gboolean
arrears_ledger_index_anew (ArrearsLedger *ledger, ArrearsInvoice *before, ArrearsInvoice *now,
                           GError **error)
{
  g_autofree char *old_terms = list_terms (before);
  g_autofree char *new_terms = list_terms (now);
  g_autoptr (ArrearsQuery) query = NULL;

  if (g_str_equal (old_terms, new_terms)
      || (ledger->first_unindexed != 0 && now->id >= ledger->first_unindexed))
    return TRUE;
  query = arrears_query_open (ledger, "take an invoice out of the index",
                              "INSERT INTO invoice_search (invoice_search, rowid, terms) "
                              "VALUES ('delete', :id, :terms)");
  arrears_query_bind_integer (query, ":id", before->id);
  arrears_query_bind_text (query, ":terms", old_terms);
  return arrears_query_run (query, error) && insert_terms (ledger, now->id, new_terms, error);
}

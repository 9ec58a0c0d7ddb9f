/* arrears-aging-report.c: open amounts of the whole ledger by how long they are overdue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-aging-report.h"

#include "arrears-desk-private.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"

typedef struct
{
  ArrearsDay as_of;
  ArrearsAging *totals;
  GPtrArray *rows;
  GArray *ids;          /* of customers or invoices, one a row */
  gboolean by_invoice;
} AgingPass;

static void
free_aging_row (gpointer data)
{
  ArrearsAgingRow *row = data;

  g_free (row->customer_code);
  g_free (row->customer_name);
  g_free (row->invoice_number);
  g_free (row);
}

static ArrearsAgingRow *
add_aging_row (AgingPass *pass, gint64 id)
{
  ArrearsAgingRow *row = g_new0 (ArrearsAgingRow, 1);

  g_ptr_array_add (pass->rows, row);
  g_array_append_val (pass->ids, id);
  return row;
}

static gboolean
age_account (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  AgingPass *pass = user_data;
  ArrearsAgingRow *row = NULL;

  if (!pass->by_invoice && account->n_items > 0)
    row = add_aging_row (pass, account->customer_id);
  for (gsize i = 0; i < account->n_items; i++)
    {
      const ArrearsOpenItem *item = &account->items[i];
      int days = arrears_open_item_get_days_overdue (item, pass->as_of);

      if (pass->by_invoice)
        row = add_aging_row (pass, item->invoice_id);
      if (!arrears_aging_add (&row->aging, days, item->open, error)
          || !arrears_aging_add (pass->totals, days, item->open, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
name_rows_by_customer (ArrearsDesk *desk, const AgingPass *pass, GError **error)
{
  g_autoptr (GPtrArray) customers = arrears_ledger_load_customers (
      arrears_desk_get_ledger (desk), (const gint64 *) (gpointer) pass->ids->data,
      pass->ids->len, pass->as_of, error);

  if (customers == NULL)
    return FALSE;
  for (guint i = 0; i < customers->len; i++)
    {
      ArrearsAgingRow *row = g_ptr_array_index (pass->rows, i);
      ArrearsCustomer *customer = g_ptr_array_index (customers, i);

      row->customer_code = g_strdup (customer->code);
      row->customer_name = g_strdup (customer->name);
    }
  return TRUE;
}

static gboolean
name_rows_by_invoice (ArrearsDesk *desk, const AgingPass *pass, GError **error)
{
  g_autoptr (GPtrArray) invoices = arrears_ledger_load_invoices (
      arrears_desk_get_ledger (desk), (const gint64 *) (gpointer) pass->ids->data,
      pass->ids->len, pass->as_of, error);

  if (invoices == NULL)
    return FALSE;
  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsAgingRow *row = g_ptr_array_index (pass->rows, i);
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      row->customer_code = g_strdup (invoice->customer_code);
      row->customer_name = g_strdup (invoice->customer_name);
      row->invoice_number = g_strdup (invoice->number);
      row->due_on = invoice->due_on;
    }
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const ArrearsAgingRow *left = *(ArrearsAgingRow *const *) a;
  const ArrearsAgingRow *right = *(ArrearsAgingRow *const *) b;
  int order = strcmp (left->customer_code, right->customer_code);

  if (order == 0)
    order = arrears_day_compare (left->due_on, right->due_on);
  if (order == 0)
    order = g_strcmp0 (left->invoice_number, right->invoice_number);
  return order;
}

ArrearsAgingReport *
arrears_aging_report_run (ArrearsDesk *desk, gboolean by_invoice, GError **error)
{
  g_autoptr (ArrearsAgingReport) report = g_new0 (ArrearsAgingReport, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AgingPass pass = { .as_of = arrears_desk_get_as_of (desk),
                     .totals = &report->totals,
                     .ids = ids,
                     .by_invoice = by_invoice };

  report->rows = g_ptr_array_new_with_free_func (free_aging_row);
  pass.rows = report->rows;
  if (!arrears_ledger_foreach_open_account (arrears_desk_get_ledger (desk), pass.as_of, NULL, 0,
                                            age_account, &pass, error))
    return NULL;
  if (!(by_invoice ? name_rows_by_invoice (desk, &pass, error)
                   : name_rows_by_customer (desk, &pass, error)))
    return NULL;
  g_ptr_array_sort (report->rows, compare_rows);
  return g_steal_pointer (&report);
}

void
arrears_aging_report_free (ArrearsAgingReport *report)
{
  g_ptr_array_unref (report->rows);
  g_free (report);
}

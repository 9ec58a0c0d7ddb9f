/* arrears-entry-help.c: what the entries of an account have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entry-help.h"

#include "arrears-charging.h"
#include "arrears-format.h"

#include <glib/gi18n-lib.h>

gint64
arrears_entry_help_get_customer_id (const ArrearsEntryValues *values)
{
  return arrears_entry_values_get_number (values, "customer_id");
}

void
arrears_entry_help_set_subtitle (ArrearsEntryValues *values)
{
  const char *name = arrears_entry_values_get_text (values, "customer_name");
  const char *number = arrears_entry_values_get_text (values, "of.number");
  g_autofree char *text
      = *number != '\0' ? g_strdup_printf ("%s · %s", name, number) : g_strdup (name);

  arrears_entry_values_set_text (values, ARREARS_ENTRY_SUBTITLE, text);
}

gboolean
arrears_entry_help_prepare (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  return TRUE;
}

void
arrears_entry_help_set_default (ArrearsEntryValues *values, const char *name, const char *text)
{
  if (arrears_entry_values_get_optional (values, name) == NULL)
    arrears_entry_values_set_text (values, name, text);
}

void
arrears_entry_help_add_terms (ArrearsEntryValues *values, const char *field, ArrearsTermKind kind)
{
  gsize n_terms;
  const ArrearsTerm *terms = arrears_words_list_terms (kind, &n_terms);

  for (gsize i = 0; i < n_terms; i++)
    arrears_entry_values_add_choice (values, field, terms[i].word, _(terms[i].name));
}

/* Where the id of an invoice is kept beside its number. */
static char *
make_key (const char *number)
{
  return g_strconcat ("id of ", number, NULL);
}

static void
add_invoice (ArrearsEntryValues *values, ArrearsInvoice *invoice)
{
  g_autofree char *open = arrears_format_money (invoice->open);
  g_autofree char *label = g_strdup_printf ("%s  %s", invoice->number, open);

  g_autofree char *key = make_key (invoice->number);

  arrears_entry_values_set_number (values, key, invoice->id);
  arrears_entry_values_add_choice (values, "invoice", invoice->number, label);
}

/* The invoice that the entry is about may be paid. */
static void
add_subject (ArrearsEntryValues *values)
{
  const char *number = arrears_entry_values_get_text (values, "of.number");
  g_autofree char *key = make_key (number);

  if (*number == '\0' || arrears_entry_values_get_number (values, key) != 0)
    return;

  arrears_entry_values_set_number (values, key, arrears_entry_values_get_number (values, "of.id"));
  arrears_entry_values_add_choice (values, "invoice", number, number);
}

gboolean
arrears_entry_help_add_invoices (ArrearsDesk *desk, ArrearsEntryValues *values, const char *none,
                                 GError **error)
{
  g_autoptr (GPtrArray) invoices = arrears_charging_load_open_invoices (
      desk, arrears_entry_help_get_customer_id (values), arrears_desk_get_as_of (desk), error);

  if (invoices == NULL)
    return FALSE;

  if (none != NULL)
    arrears_entry_values_add_choice (values, "invoice", "", none);
  for (guint i = 0; i < invoices->len; i++)
    add_invoice (values, g_ptr_array_index (invoices, i));
  add_subject (values);
  arrears_entry_help_set_default (values, "invoice",
                                  arrears_entry_values_get_text (values, "of.number"));
  return TRUE;
}

gint64
arrears_entry_help_get_invoice_id (const ArrearsEntryValues *values)
{
  g_autofree char *key = make_key (arrears_entry_values_get_text (values, "invoice"));

  return arrears_entry_values_get_number (values, key);
}

void
arrears_entry_help_set_today (ArrearsDesk *desk, ArrearsEntryValues *values, const char *field)
{
  g_autofree char *today = arrears_day_to_string (arrears_desk_get_as_of (desk));

  arrears_entry_help_set_default (values, field, today);
}

/* arrears-payment-lines.c: what money pays, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-payment-lines.h"

#include "arrears-entry.h"
#include "arrears-format.h"
#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>

enum
{
  MOST_LINES = 50,
};

char *
arrears_payment_lines_name_part (const ArrearsPaymentPart *part)
{
  const char *name = arrears_words_get_for_term (ARREARS_TERM_ALLOCATION_PART,
                                                 arrears_allocation_part_to_word (part->part));

  if (part->invoice_number == NULL || *part->invoice_number == '\0')
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", part->invoice_number, name);
}

static void
add_part (GPtrArray *lines, const ArrearsPaymentPart *part)
{
  g_autofree char *name = arrears_payment_lines_name_part (part);
  g_autofree char *amount = arrears_format_money (part->amount);

  arrears_entry_lines_add (lines, g_strdup_printf ("%s  %s", name, amount));
}

GPtrArray *
arrears_payment_lines_describe (const ArrearsPaymentResult *result)
{
  GPtrArray *lines = arrears_entry_lines_new ();
  g_autofree char *unapplied = arrears_format_money (result->unapplied);

  for (guint i = 0; i < MIN (result->parts->len, MOST_LINES); i++)
    add_part (lines, g_ptr_array_index (result->parts, i));
  if (result->parts->len > MOST_LINES)
    {
      guint n_more = result->parts->len - MOST_LINES;

      arrears_entry_lines_add (
          lines, g_strdup_printf (ngettext ("%u more part", "%u more parts", n_more), n_more));
    }
  if (result->unapplied.fen > 0)
    /* Translators: an amount of money. */
    arrears_entry_lines_add (lines, g_strdup_printf (_("Kept for later invoices: %s"), unapplied));
  return lines;
}

/* arrears-order-row.c: which order payments within one debt follow, as a row of a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-order-row.h"

#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>

void
arrears_order_row_fill (AdwComboRow *row, const char *usual, const char *word)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  gsize n_terms;
  const ArrearsTerm *terms = arrears_words_list_terms (ARREARS_TERM_PAYMENT_ORDER, &n_terms);
  guint selected = 0;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  gtk_string_list_append (labels, usual);
  for (guint i = 0; i < n_terms; i++)
    {
      gtk_string_list_append (labels, _(terms[i].name));
      if (g_str_equal (terms[i].word, word))
        selected = i + 1;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (row, selected);
}

const char *
arrears_order_row_get_word (AdwComboRow *row)
{
  gsize n_terms;
  const ArrearsTerm *terms = arrears_words_list_terms (ARREARS_TERM_PAYMENT_ORDER, &n_terms);
  guint selected = adw_combo_row_get_selected (row);

  return selected > 0 && selected <= n_terms ? terms[selected - 1].word : "";
}

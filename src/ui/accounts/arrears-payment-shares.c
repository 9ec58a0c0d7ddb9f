/* arrears-payment-shares.c: what money pays, as the user wants it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-payment-shares.h"

#include "arrears-form.h"
#include "arrears-format.h"
#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>

struct _ArrearsPaymentShares
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* of AdwEntryRow, in the order of the shares */
  ArrearsPaymentForm *form;
};

G_DEFINE_FINAL_TYPE (ArrearsPaymentShares, arrears_payment_shares, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ArrearsPaymentFormShare *
get_share (ArrearsPaymentShares *self, guint position)
{
  return g_ptr_array_index (self->form->shares, position);
}

static void
on_row_changed_cb (ArrearsPaymentShares *self, GtkEditable *row)
{
  guint position;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;

  arrears_record_set_text (&get_share (self, position)->amount, gtk_editable_get_text (row));
  g_strstrip (get_share (self, position)->amount);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_row (ArrearsPaymentShares *self, const ArrearsPaymentFormShare *share)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *part = arrears_words_get_for_term (ARREARS_TERM_ALLOCATION_PART,
                                                 arrears_allocation_part_to_word (share->part));
  g_autofree char *owed = arrears_format_money (share->owed);
  g_autofree char *title = g_strdup_printf ("%s · %s · %s", share->invoice_number, part, owed);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
arrears_payment_shares_finalize (GObject *object)
{
  g_clear_pointer (&ARREARS_PAYMENT_SHARES (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (arrears_payment_shares_parent_class)->finalize (object);
}

static void
arrears_payment_shares_class_init (ArrearsPaymentSharesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = arrears_payment_shares_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
arrears_payment_shares_init (ArrearsPaymentShares *self)
{
  self->rows = g_ptr_array_new ();
}

void
arrears_payment_shares_show (ArrearsPaymentShares *self, ArrearsPaymentForm *form)
{
  g_return_if_fail (ARREARS_IS_PAYMENT_SHARES (self));
  g_return_if_fail (self->form == NULL);

  self->form = form;
  for (guint i = 0; i < form->shares->len; i++)
    add_row (self, g_ptr_array_index (form->shares, i));
}

gboolean
arrears_payment_shares_set (ArrearsPaymentShares *self, const char *invoice_number,
                            ArrearsAllocationPart part, const char *amount)
{
  g_return_val_if_fail (ARREARS_IS_PAYMENT_SHARES (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (get_share (self, i)->part == part
        && g_str_equal (get_share (self, i)->invoice_number, invoice_number))
      {
        gtk_editable_set_text (g_ptr_array_index (self->rows, i), amount);
        return TRUE;
      }
  return FALSE;
}

void
arrears_payment_shares_fill (ArrearsPaymentShares *self, const ArrearsPaymentResult *result)
{
  g_return_if_fail (ARREARS_IS_PAYMENT_SHARES (self));

  for (guint i = 0; i < self->rows->len; i++)
    gtk_editable_set_text (g_ptr_array_index (self->rows, i), "");
  for (guint i = 0; i < result->parts->len; i++)
    {
      const ArrearsPaymentPart *part = g_ptr_array_index (result->parts, i);
      g_autofree char *amount = arrears_money_to_string (part->amount);

      arrears_payment_shares_set (self, part->invoice_number, part->part, amount);
    }
}

void
arrears_payment_shares_mark (ArrearsPaymentShares *self)
{
  g_return_if_fail (ARREARS_IS_PAYMENT_SHARES (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      ArrearsFormIssue issue = { .field = "share" };
      GError *error = NULL;
      gboolean is_sound = arrears_payment_form_check_share (get_share (self, i), &error);

      if (!is_sound)
        issue.code = (ArrearsError) error->code;
      g_clear_error (&error);
      arrears_form_mark_row (g_ptr_array_index (self->rows, i), is_sound ? NULL : &issue);
    }
}

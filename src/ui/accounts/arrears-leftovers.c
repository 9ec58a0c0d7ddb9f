/* arrears-leftovers.c: asks about what a payment leaves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-leftovers.h"

#include "arrears-entries.h"
#include "arrears-entry-dialog.h"

/* One dialog that is still to come. */
typedef struct
{
  const ArrearsEntry *entry;
  ArrearsEntryValues *values;
} Question;

typedef struct
{
  GtkWindow *parent; /* weak */
  ArrearsDesk *desk;
  GQueue *questions;
} Asking;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->values, arrears_entry_values_free);
  g_free (question);
}

static void
free_asking (Asking *asking)
{
  g_clear_weak_pointer (&asking->parent);
  g_clear_object (&asking->desk);
  g_queue_free_full (asking->questions, free_question);
  g_free (asking);
}

static void ask_next (Asking *asking);

static void
on_dialog_destroyed_cb (GtkWidget *dialog, gpointer user_data)
{
  ask_next (user_data);
}

/* Takes what is asked for. */
static void
ask_next (Asking *asking)
{
  Question *question = g_queue_pop_head (asking->questions);
  GtkWidget *dialog;

  if (question == NULL || asking->parent == NULL)
    {
      g_clear_pointer (&question, free_question);
      free_asking (asking);
      return;
    }

  dialog = arrears_entry_dialog_present (GTK_WIDGET (asking->parent), asking->desk, question->entry,
                                         g_steal_pointer (&question->values));
  free_question (question);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_dialog_destroyed_cb), asking);
}

static void
add_question (GQueue *questions, const ArrearsEntry *entry, const ArrearsPaymentLeftover *leftover,
              const ArrearsEntryValues *known)
{
  Question *question = g_new0 (Question, 1);

  question->entry = entry;
  question->values = arrears_entry_values_copy (known);
  arrears_entry_values_set_number (question->values, "of.id", leftover->invoice_id);
  arrears_entry_values_set_text (question->values, "of.number", leftover->invoice_number);
  arrears_entry_values_set_money (question->values, "of.charge", leftover->charge);
  arrears_entry_values_set_money (question->values, "of.open", leftover->rest);
  g_queue_push_tail (questions, question);
}

void
arrears_leftovers_ask (GtkWindow *parent, ArrearsDesk *desk, const char *customer_name,
                       gint64 customer_id, const GPtrArray *leftovers)
{
  g_autoptr (ArrearsEntryValues) known = arrears_entry_values_new ();
  Asking *asking = g_new0 (Asking, 1);

  arrears_entry_values_set_text (known, "customer_name", customer_name);
  arrears_entry_values_set_number (known, "customer_id", customer_id);
  g_set_weak_pointer (&asking->parent, parent);
  asking->desk = g_object_ref (desk);
  asking->questions = g_queue_new ();
  for (guint i = 0; i < leftovers->len; i++)
    {
      const ArrearsPaymentLeftover *leftover = g_ptr_array_index (leftovers, i);

      if (leftover->rest.fen > 0)
        add_question (asking->questions, &arrears_entry_write_off_cents, leftover, known);
      if (leftover->charge.fen > 0)
        add_question (asking->questions, &arrears_entry_charge_left, leftover, known);
    }
  ask_next (asking);
}

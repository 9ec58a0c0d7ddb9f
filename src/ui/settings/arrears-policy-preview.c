/* arrears-policy-preview.c: when an example would reach the stages of a policy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-policy-preview.h"

#include "arrears-format.h"
#include "arrears-policies.h"
#include "arrears-words-policy.h"

#include <glib/gi18n-lib.h>

struct _ArrearsPolicyPreview
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkEditable *amount;
  GtkEditable *due_on;
  GtkListBox *steps;

  ArrearsDesk *desk;
  ArrearsPolicy policy;
  gboolean has_policy;
  guint n_reached;
};

G_DEFINE_FINAL_TYPE (ArrearsPolicyPreview, arrears_policy_preview, ADW_TYPE_BIN)

static char *
describe_letter (const ArrearsPolicyStep *step)
{
  g_autofree char *day = arrears_format_day (step->letter_on);

  if (!arrears_day_is_set (step->letter_on))
    return NULL;
  /* Translators: a document, and the first day on which it may go out. */
  return g_strdup_printf (_("%s from %s on"),
                             arrears_words_get_for_letter_kind (step->what.letter), day);
}

static char *
describe_step (const ArrearsPolicyStep *step)
{
  g_autofree char *actions = arrears_words_describe_actions (step->what.actions);
  g_autofree char *letter = describe_letter (step);

  if (!arrears_day_is_set (step->day))
    return g_strdup (_("Never reached: the amount is below the least one"));
  if (letter == NULL)
    return g_steal_pointer (&actions);
  /* Translators: what is done at a stage, and when its letter goes out. */
  return g_strdup_printf (_("%s; %s"), actions, letter);
}

static GtkWidget *
create_row (const ArrearsPolicyStep *step)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *day = gtk_label_new (NULL);
  g_autofree char *text = arrears_format_day (step->day);
  g_autofree char *what = describe_step (step);

  gtk_label_set_label (GTK_LABEL (day), *text != '\0' ? text : "—");
  gtk_label_set_width_chars (GTK_LABEL (day), 10);
  gtk_widget_add_css_class (day, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 arrears_words_get_for_policy_stage (&step->what, step->stage));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  gtk_widget_set_sensitive (row, arrears_day_is_set (step->day));
  return row;
}

static void
clear_steps (ArrearsPolicyPreview *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_list_box_remove (self->steps, row);
  self->n_reached = 0;
}

static void
show_steps (ArrearsPolicyPreview *self, GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const ArrearsPolicyStep *step = &g_array_index (steps, ArrearsPolicyStep, i);

      gtk_list_box_append (self->steps, create_row (step));
      self->n_reached += arrears_day_is_set (step->day);
    }
}

static gboolean
mark (GtkEditable *entry, gboolean is_read)
{
  if (is_read)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return is_read;
}

static void
show (ArrearsPolicyPreview *self)
{
  g_autoptr (GArray) steps = NULL;
  ArrearsMoney amount;
  ArrearsDay due_on;
  gboolean is_amount = mark (
      self->amount,
      arrears_money_parse (gtk_editable_get_text (self->amount), &amount, NULL) && amount.fen > 0);
  gboolean is_day = mark (self->due_on, arrears_day_parse (gtk_editable_get_text (self->due_on),
                                                           ARREARS_DAY_ORDER_YMD, &due_on, NULL));

  clear_steps (self);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), FALSE);
  if (!is_amount || !is_day || !self->has_policy || self->desk == NULL)
    return;

  steps = arrears_policies_preview (self->desk, &self->policy, amount, due_on, NULL);
  if (steps != NULL)
    show_steps (self, steps);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), steps != NULL);
}

static void
on_example_changed_cb (ArrearsPolicyPreview *self)
{
  show (self);
}

static void
arrears_policy_preview_dispose (GObject *object)
{
  ArrearsPolicyPreview *self = ARREARS_POLICY_PREVIEW (object);

  g_clear_object (&self->desk);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ARREARS_TYPE_POLICY_PREVIEW);

  G_OBJECT_CLASS (arrears_policy_preview_parent_class)->dispose (object);
}

static void
arrears_policy_preview_class_init (ArrearsPolicyPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_policy_preview_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/settings/arrears-policy-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsPolicyPreview, amount);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPolicyPreview, due_on);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPolicyPreview, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_example_changed_cb);
}

static void
arrears_policy_preview_init (ArrearsPolicyPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
arrears_policy_preview_set_desk (ArrearsPolicyPreview *self, ArrearsDesk *desk)
{
  g_autofree char *day = NULL;

  g_return_if_fail (ARREARS_IS_POLICY_PREVIEW (self));
  g_return_if_fail (ARREARS_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  day = arrears_format_day (arrears_desk_get_as_of (desk));
  gtk_editable_set_text (self->due_on, day);
}

void
arrears_policy_preview_set_policy (ArrearsPolicyPreview *self, const ArrearsPolicy *policy)
{
  g_return_if_fail (ARREARS_IS_POLICY_PREVIEW (self));

  self->has_policy = policy != NULL;
  if (policy != NULL)
    self->policy = *policy;
  show (self);
}

gboolean
arrears_policy_preview_enter (ArrearsPolicyPreview *self, const char *name, const char *text)
{
  g_return_val_if_fail (ARREARS_IS_POLICY_PREVIEW (self), FALSE);

  if (g_str_equal (name, "amount"))
    gtk_editable_set_text (self->amount, text);
  else if (g_str_equal (name, "due-on"))
    gtk_editable_set_text (self->due_on, text);
  else
    return FALSE;
  return TRUE;
}

guint
arrears_policy_preview_get_n_reached (ArrearsPolicyPreview *self)
{
  g_return_val_if_fail (ARREARS_IS_POLICY_PREVIEW (self), 0);

  return self->n_reached;
}

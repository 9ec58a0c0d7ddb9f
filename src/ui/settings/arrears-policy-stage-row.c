/* arrears-policy-stage-row.c: one stage of a policy that is being edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-policy-stage-row.h"

#include "arrears-error.h"
#include "arrears-format.h"
#include "arrears-words-policy.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  N_ACTIONS = 8,
};

struct _ArrearsPolicyStageRow
{
  AdwExpanderRow parent_instance;

  /* Template widgets */
  GtkEditable *name;
  GtkSpinButton *days;
  GtkEditable *least;
  GtkFlowBox *actions;
  AdwComboRow *letter;
  AdwComboRow *tone;

  GtkCheckButton *checks[N_ACTIONS];
  int number;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ArrearsPolicyStageRow, arrears_policy_stage_row, ADW_TYPE_EXPANDER_ROW)

static guint changed_signal;

static ArrearsActions
read_actions (ArrearsPolicyStageRow *self)
{
  guint actions = 0;

  for (int i = 0; i < N_ACTIONS; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      actions |= 1u << i;
  return (ArrearsActions) actions;
}

static void
mark (GtkWidget *row, gboolean is_fault)
{
  if (is_fault)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
}

static void
show_summary (ArrearsPolicyStageRow *self)
{
  ArrearsStage stage;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;

  if (!arrears_policy_stage_row_read (self, &stage, NULL))
    return;

  /* Translators: the number of a stage, and its name. */
  title = g_strdup_printf (_("%d. %s"), self->number,
                              arrears_words_get_for_policy_stage (&stage, self->number));
  summary = arrears_words_describe_stage (&stage);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
}

static void
on_field_changed_cb (ArrearsPolicyStageRow *self)
{
  if (self->is_filling)
    return;

  show_summary (self);
  g_signal_emit (self, changed_signal, 0);
}

static GtkStringList *
list_letters (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int kind = 0; kind < ARREARS_N_LETTER_KINDS; kind++)
    gtk_string_list_append (names, arrears_words_get_for_letter_kind ((ArrearsLetterKind) kind));
  return names;
}

static GtkStringList *
list_tones (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int tone = 0; tone < ARREARS_N_TONES; tone++)
    gtk_string_list_append (names, arrears_words_get_for_tone ((ArrearsTone) tone));
  return names;
}

static void
add_checks (ArrearsPolicyStageRow *self)
{
  for (int i = 0; i < N_ACTIONS; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (
          arrears_words_get_for_action ((ArrearsActions) (1 << i)));

      self->checks[i] = GTK_CHECK_BUTTON (check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_field_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_flow_box_append (self->actions, check);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
}

static void
arrears_policy_stage_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ARREARS_TYPE_POLICY_STAGE_ROW);

  G_OBJECT_CLASS (arrears_policy_stage_row_parent_class)->dispose (object);
}

static void
arrears_policy_stage_row_class_init (ArrearsPolicyStageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_policy_stage_row_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/settings/arrears-policy-stage-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsPolicyStageRow, name);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPolicyStageRow, days);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPolicyStageRow, least);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPolicyStageRow, actions);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPolicyStageRow, letter);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPolicyStageRow, tone);
  gtk_widget_class_bind_template_callback (widget_class, on_field_changed_cb);
}

static void
arrears_policy_stage_row_init (ArrearsPolicyStageRow *self)
{
  g_autoptr (GtkStringList) letters = list_letters ();
  g_autoptr (GtkStringList) tones = list_tones ();

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->letter, G_LIST_MODEL (letters));
  adw_combo_row_set_model (self->tone, G_LIST_MODEL (tones));
  add_checks (self);
  self->is_filling = FALSE;
}

GtkWidget *
arrears_policy_stage_row_new (int number)
{
  ArrearsPolicyStageRow *self = g_object_new (ARREARS_TYPE_POLICY_STAGE_ROW, NULL);

  self->number = number;
  return GTK_WIDGET (self);
}

void
arrears_policy_stage_row_set_stage (ArrearsPolicyStageRow *self, const ArrearsStage *stage)
{
  g_autofree char *least = NULL;

  g_return_if_fail (ARREARS_IS_POLICY_STAGE_ROW (self));
  g_return_if_fail (stage != NULL);

  least = arrears_money_to_string (stage->least);
  self->is_filling = TRUE;
  gtk_editable_set_text (self->name, stage->name);
  gtk_spin_button_set_value (self->days, stage->days_overdue);
  gtk_editable_set_text (self->least, least);
  for (int i = 0; i < N_ACTIONS; i++)
    gtk_check_button_set_active (self->checks[i], (stage->actions & (1u << i)) != 0);
  adw_combo_row_set_selected (self->letter, stage->letter);
  adw_combo_row_set_selected (self->tone, stage->tone);
  self->is_filling = FALSE;
  show_summary (self);
}

gboolean
arrears_policy_stage_row_read (ArrearsPolicyStageRow *self, ArrearsStage *stage, GError **error)
{
  gboolean is_read;

  g_return_val_if_fail (ARREARS_IS_POLICY_STAGE_ROW (self), FALSE);

  memset (stage, 0, sizeof *stage);
  stage->days_overdue = gtk_spin_button_get_value_as_int (self->days);
  stage->actions = read_actions (self);
  stage->letter = (ArrearsLetterKind) adw_combo_row_get_selected (self->letter);
  stage->tone = (ArrearsTone) adw_combo_row_get_selected (self->tone);
  if (g_strlcpy (stage->name, gtk_editable_get_text (self->name), sizeof stage->name)
      >= sizeof stage->name)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN, "the name is too long");
      mark (GTK_WIDGET (self->name), TRUE);
      return FALSE;
    }

  mark (GTK_WIDGET (self->name), FALSE);
  is_read = arrears_money_parse (gtk_editable_get_text (self->least), &stage->least, error);
  mark (GTK_WIDGET (self->least), !is_read);
  return is_read;
}

void
arrears_policy_stage_row_set_fault (ArrearsPolicyStageRow *self, gboolean is_fault)
{
  g_return_if_fail (ARREARS_IS_POLICY_STAGE_ROW (self));

  mark (GTK_WIDGET (self), is_fault);
}

static gboolean
enter_actions (ArrearsPolicyStageRow *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, "+", -1);

  for (int i = 0; i < N_ACTIONS; i++)
    gtk_check_button_set_active (
        self->checks[i], g_strv_contains ((const char *const *) words,
                                          arrears_action_to_word ((ArrearsActions) (1 << i))));
  return TRUE;
}

static gboolean
enter_letter (ArrearsPolicyStageRow *self, const char *text)
{
  for (int kind = 0; kind < ARREARS_N_LETTER_KINDS; kind++)
    if (g_str_equal (text, arrears_letter_kind_to_word ((ArrearsLetterKind) kind)))
      {
        adw_combo_row_set_selected (self->letter, (guint) kind);
        return TRUE;
      }
  return FALSE;
}

static gboolean
enter_tone (ArrearsPolicyStageRow *self, const char *text)
{
  for (int tone = 0; tone < ARREARS_N_TONES; tone++)
    if (g_str_equal (text, arrears_tone_to_word ((ArrearsTone) tone)))
      {
        adw_combo_row_set_selected (self->tone, (guint) tone);
        return TRUE;
      }
  return FALSE;
}

gboolean
arrears_policy_stage_row_enter (ArrearsPolicyStageRow *self, const char *name, const char *text)
{
  g_return_val_if_fail (ARREARS_IS_POLICY_STAGE_ROW (self), FALSE);

  if (g_str_equal (name, "actions"))
    return enter_actions (self, text);
  if (g_str_equal (name, "letter"))
    return enter_letter (self, text);
  if (g_str_equal (name, "tone"))
    return enter_tone (self, text);
  if (g_str_equal (name, "days"))
    gtk_spin_button_set_value (self->days, g_ascii_strtod (text, NULL));
  else if (g_str_equal (name, "name"))
    gtk_editable_set_text (self->name, text);
  else if (g_str_equal (name, "least"))
    gtk_editable_set_text (self->least, text);
  else
    return FALSE;
  return TRUE;
}

/* arrears-entry-row.c: the row that one field of an entry is typed into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entry-row.h"

#include "arrears-day-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ArrearsEntryRow
{
  GObject parent_instance;

  const ArrearsEntryField *field;
  GtkWidget *widget;
  GtkTextBuffer *buffer; /* of a text of several lines */
  GtkSwitch *toggle;     /* of a switch */
  GStrv words;           /* of a choice */
};

G_DEFINE_FINAL_TYPE (ArrearsEntryRow, arrears_entry_row, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  HEIGHT_OF_LONG_TEXT = 72,
  MOST_BYTES_BESIDE_TITLE = 32,
};

static void
emit_changed (ArrearsEntryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_title (GtkWidget *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

/* Where a row has no place for its hint but in its title. */
static char *
make_title (const ArrearsEntryField *field)
{
  if (field->hint == NULL)
    return g_strdup (_(field->label));

  /* Translators: the name of a field, and a hint how to fill it. */
  return g_strdup_printf (_("%s (%s)"), _(field->label), _(field->hint));
}

static GtkWidget *
build_entry (ArrearsEntryRow *self)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *title = make_title (self->field);

  set_title (row, title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  if (self->field->kind == ARREARS_ENTRY_DAY)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), arrears_day_button_new (GTK_EDITABLE (row)));
  g_signal_connect_object (row, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
build_text_view (ArrearsEntryRow *self)
{
  GtkWidget *view = gtk_text_view_new ();

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (view, -1, HEIGHT_OF_LONG_TEXT);
  gtk_widget_add_css_class (view, "entry-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->field->label), -1);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  return view;
}

static void
save_with_keys (GtkWidget *row)
{
  static const char *const keys[] = { "<Control>Return", "<Control>KP_Enter" };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]),
                          gtk_named_action_new ("form.save")));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (row, controller);
}

static GtkWidget *
build_long_text (ArrearsEntryRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *text = make_title (self->field);
  GtkWidget *title = gtk_label_new (text);

  set_title (row, text);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (box, "entry-box");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), build_text_view (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  save_with_keys (row);
  return row;
}

/* Returns whether the label is too long to stand beside the title. */
static gboolean
add_choice (ArrearsEntryRow *self, GStrvBuilder *words, GtkStringList *labels,
            const ArrearsEntryChoice *choice)
{
  const char *label = self->field->choices != NULL ? _(choice->label) : choice->label;

  g_strv_builder_add (words, choice->word);
  gtk_string_list_append (labels, label);
  return strlen (label) > MOST_BYTES_BESIDE_TITLE;
}

static GtkWidget *
build_choice (ArrearsEntryRow *self, const ArrearsEntryValues *values)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  GPtrArray *known = arrears_entry_values_get_choices (values, self->field->name);
  const ArrearsEntryChoice *choice = self->field->choices;
  gboolean is_long = FALSE;

  for (; choice != NULL && choice->word != NULL; choice++)
    is_long |= add_choice (self, words, labels, choice);
  for (guint i = 0; self->field->choices == NULL && known != NULL && i < known->len; i++)
    is_long |= add_choice (self, words, labels, g_ptr_array_index (known, i));

  set_title (row, _(self->field->label));
  if (self->field->hint != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(self->field->hint));
  else
    adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), is_long);
  self->words = g_strv_builder_end (words);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
build_switch (ArrearsEntryRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  self->toggle = GTK_SWITCH (toggle);
  set_title (row, _(self->field->label));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (self->field->hint != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(self->field->hint));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
build (ArrearsEntryRow *self, const ArrearsEntryValues *values)
{
  switch (self->field->kind)
    {
    case ARREARS_ENTRY_TEXT:
    case ARREARS_ENTRY_MONEY:
    case ARREARS_ENTRY_DAY:
    case ARREARS_ENTRY_NUMBER:
      return build_entry (self);
    case ARREARS_ENTRY_LONG_TEXT:
      return build_long_text (self);
    case ARREARS_ENTRY_CHOICE:
      return build_choice (self, values);
    case ARREARS_ENTRY_SWITCH:
      return build_switch (self);
    default:
      g_assert_not_reached ();
    }
}

static void
arrears_entry_row_finalize (GObject *object)
{
  ArrearsEntryRow *self = ARREARS_ENTRY_ROW (object);

  g_clear_pointer (&self->words, g_strfreev);
  g_clear_object (&self->widget);

  G_OBJECT_CLASS (arrears_entry_row_parent_class)->finalize (object);
}

static void
arrears_entry_row_class_init (ArrearsEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = arrears_entry_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
arrears_entry_row_init (ArrearsEntryRow *self)
{
}

ArrearsEntryRow *
arrears_entry_row_new (const ArrearsEntryField *field, const ArrearsEntryValues *values)
{
  ArrearsEntryRow *self;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  self = g_object_new (ARREARS_TYPE_ENTRY_ROW, NULL);
  self->field = field;
  self->widget = g_object_ref_sink (build (self, values));
  arrears_entry_row_set_text (self, arrears_entry_values_get_text (values, field->name));
  return self;
}

GtkWidget *
arrears_entry_row_get_widget (ArrearsEntryRow *self)
{
  g_return_val_if_fail (ARREARS_IS_ENTRY_ROW (self), NULL);

  return self->widget;
}

const char *
arrears_entry_row_get_name (ArrearsEntryRow *self)
{
  g_return_val_if_fail (ARREARS_IS_ENTRY_ROW (self), "");

  return self->field->name;
}

static char *
get_word (ArrearsEntryRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));

  return g_strdup (selected < g_strv_length (self->words) ? self->words[selected] : "");
}

static char *
get_long_text (ArrearsEntryRow *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

char *
arrears_entry_row_get_text (ArrearsEntryRow *self)
{
  g_return_val_if_fail (ARREARS_IS_ENTRY_ROW (self), NULL);

  if (self->buffer != NULL)
    return get_long_text (self);
  if (self->toggle != NULL)
    return g_strdup (gtk_switch_get_active (self->toggle) ? "1" : "0");
  if (self->words != NULL)
    return get_word (self);
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
}

static void
select_word (ArrearsEntryRow *self, const char *word)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    if (g_str_equal (self->words[i], word))
      {
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->widget), i);
        return;
      }
}

void
arrears_entry_row_set_text (ArrearsEntryRow *self, const char *text)
{
  g_return_if_fail (ARREARS_IS_ENTRY_ROW (self));
  g_return_if_fail (text != NULL);

  if (self->buffer != NULL)
    gtk_text_buffer_set_text (self->buffer, text, -1);
  else if (self->toggle != NULL)
    gtk_switch_set_active (self->toggle, g_str_equal (text, "1"));
  else if (self->words != NULL)
    select_word (self, text);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
}

/* arrears-import-choices.c: what a file leaves open and the user decides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-choices.h"

struct _ArrearsImportChoices
{
  AdwBin parent_instance;

  GtkWidget *day_order_box;
  GtkDropDown *day_order;
  GtkWidget *paid_rule_box;
  GtkDropDown *paid_rule;
  GtkCheckButton *skips_bad;

  gboolean is_resetting;
};

G_DEFINE_FINAL_TYPE (ArrearsImportChoices, arrears_import_choices, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As they stand in the lists. To date a receipt on the due day claims least. */
static const ArrearsDayOrder day_orders[] = { ARREARS_DAY_ORDER_UNKNOWN, ARREARS_DAY_ORDER_YMD,
                                              ARREARS_DAY_ORDER_DMY, ARREARS_DAY_ORDER_MDY };
static const ArrearsPaidOnRule paid_rules[]
    = { ARREARS_PAID_ON_DUE_DAY, ARREARS_PAID_ON_ISSUE_DAY, ARREARS_PAID_ON_DAY };

static void
on_choice_changed_cb (ArrearsImportChoices *self)
{
  if (!self->is_resetting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
arrears_import_choices_class_init (ArrearsImportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/import/arrears-import-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportChoices, day_order_box);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportChoices, day_order);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportChoices, paid_rule_box);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportChoices, paid_rule);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportChoices, skips_bad);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed_cb);
}

static void
arrears_import_choices_init (ArrearsImportChoices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
arrears_import_choices_reset (ArrearsImportChoices *self)
{
  g_return_if_fail (ARREARS_IS_IMPORT_CHOICES (self));

  self->is_resetting = TRUE;
  gtk_drop_down_set_selected (self->day_order, 0);
  gtk_drop_down_set_selected (self->paid_rule, 0);
  gtk_check_button_set_active (self->skips_bad, FALSE);
  gtk_widget_set_visible (self->day_order_box, FALSE);
  gtk_widget_set_visible (self->paid_rule_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->skips_bad), FALSE);
  self->is_resetting = FALSE;
}

void
arrears_import_choices_ask_day_order (ArrearsImportChoices *self)
{
  g_return_if_fail (ARREARS_IS_IMPORT_CHOICES (self));

  gtk_widget_set_visible (self->day_order_box, TRUE);
}

void
arrears_import_choices_ask_paid_rule (ArrearsImportChoices *self, gboolean is_asked)
{
  g_return_if_fail (ARREARS_IS_IMPORT_CHOICES (self));

  gtk_widget_set_visible (self->paid_rule_box, is_asked);
}

void
arrears_import_choices_ask_skipping (ArrearsImportChoices *self, gboolean is_asked)
{
  g_return_if_fail (ARREARS_IS_IMPORT_CHOICES (self));

  gtk_widget_set_visible (GTK_WIDGET (self->skips_bad),
                          is_asked || gtk_check_button_get_active (self->skips_bad));
}

ArrearsImportOptions
arrears_import_choices_get_options (ArrearsImportChoices *self)
{
  ArrearsImportOptions options = { 0 };

  g_return_val_if_fail (ARREARS_IS_IMPORT_CHOICES (self), options);

  options.day_order = day_orders[gtk_drop_down_get_selected (self->day_order)];
  options.paid_rule = paid_rules[gtk_drop_down_get_selected (self->paid_rule)];
  options.skips_bad = gtk_check_button_get_active (self->skips_bad);
  return options;
}

void
arrears_import_choices_set_day_order (ArrearsImportChoices *self, ArrearsDayOrder order)
{
  g_return_if_fail (ARREARS_IS_IMPORT_CHOICES (self));

  for (guint i = 0; i < G_N_ELEMENTS (day_orders); i++)
    if (day_orders[i] == order)
      gtk_drop_down_set_selected (self->day_order, i);
}

void
arrears_import_choices_set_skips_bad (ArrearsImportChoices *self, gboolean skips_bad)
{
  g_return_if_fail (ARREARS_IS_IMPORT_CHOICES (self));

  gtk_check_button_set_active (self->skips_bad, skips_bad);
}

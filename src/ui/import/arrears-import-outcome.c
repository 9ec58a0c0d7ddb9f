/* arrears-import-outcome.c: what taking a file in would do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-import-outcome.h"

#include "arrears-format.h"
#include "arrears-import-problem.h"

#include <glib/gi18n-lib.h>

struct _ArrearsImportOutcome
{
  AdwBin parent_instance;

  GtkLabel *counts;
  GtkWidget *sums_box;
  GtkImage *sums_icon;
  GtkLabel *sums;
  GtkLabel *notes;
  GtkWidget *table;
  GListStore *problems;
};

G_DEFINE_FINAL_TYPE (ArrearsImportOutcome, arrears_import_outcome, ADW_TYPE_BIN)

enum
{
  MOST_PROBLEMS_SHOWN = 1000,
};

static void G_GNUC_PRINTF (3, 4)
add_count (GPtrArray *parts, guint n, const char *format, ...)
{
  va_list arguments;

  if (n == 0)
    return;

  va_start (arguments, format);
  g_ptr_array_add (parts, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between parts of a sentence. */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}

char *
arrears_import_outcome_describe (const ArrearsImportReport *report)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_added = report->n_added;
  guint n_updated = report->n_updated;
  guint n_unchanged = report->n_unchanged;
  guint n_rejected = report->n_rejected;

  add_count (parts, n_added, ngettext ("%u row to add", "%u rows to add", n_added), n_added);
  add_count (parts, n_updated, ngettext ("%u to change", "%u to change", n_updated), n_updated);
  add_count (parts, n_unchanged,
             ngettext ("%u known already", "%u known already", n_unchanged), n_unchanged);
  add_count (parts, n_rejected, ngettext ("%u faulty", "%u faulty", n_rejected), n_rejected);
  if (parts->len == 0)
    return g_strdup (_("The file has no rows that could be imported"));
  return join (parts);
}

/* The difference of two amounts as people read it; NULL where they are the same. */
static char *
describe_difference (ArrearsMoney own, ArrearsMoney stated)
{
  ArrearsMoney difference;

  if (arrears_money_compare (own, stated) == 0
      || !arrears_money_subtract (own, stated, &difference))
    return NULL;
  return arrears_format_yuan (difference);
}

static void
show_sums (ArrearsImportOutcome *self, const ArrearsImportReport *report)
{
  g_autofree char *sum = arrears_format_yuan (report->amount);
  g_autofree char *stated = arrears_format_yuan (report->stated_amount);
  g_autofree char *difference = describe_difference (report->amount, report->stated_amount);
  g_autofree char *text = NULL;
  const char *icon = "dialog-information-symbolic";
  const char *style = "dim-label";

  if (!report->has_stated_amount)
    text = g_strdup_printf (_("Sum: %s. The sheet has no total of its own to compare with."), sum);
  else if (difference == NULL)
    {
      text = g_strdup_printf (_("Sum: %s. It equals the sheet's total."), sum);
      icon = "emblem-ok-symbolic";
      style = "success";
    }
  else
    {
      text = g_strdup_printf (_("Sum: %s. The sheet says %s: a difference of %s."), sum, stated,
                              difference);
      icon = "dialog-warning-symbolic";
      style = "warning";
    }
  gtk_label_set_text (self->sums, text);
  gtk_image_set_from_icon_name (self->sums_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sums_icon), (const char *[]) { style, NULL });
}

static void
show_notes (ArrearsImportOutcome *self, const ArrearsImportReport *report)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  guint n_new = report->n_new_customers;
  guint n_passed = report->n_left_out;
  guint n_hidden = report->faults->len - MIN (report->faults->len, MOST_PROBLEMS_SHOWN);

  add_count (parts, n_new, ngettext ("%u customer is new", "%u customers are new", n_new), n_new);
  add_count (parts, n_passed,
             ngettext ("%u row of totals, titles or signatures is passed over",
                       "%u rows of totals, titles or signatures are passed over", n_passed),
             n_passed);
  add_count (parts, n_hidden,
             ngettext ("%u more problem is not listed", "%u more problems are not listed",
                       n_hidden),
             n_hidden);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), parts->len > 0);
  text = join (parts);
  gtk_label_set_text (self->notes, text);
}

static void
show_problems (ArrearsImportOutcome *self, GPtrArray *faults)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (faults->len, MOST_PROBLEMS_SHOWN); i++)
    g_ptr_array_add (problems, arrears_import_problem_new (g_ptr_array_index (faults, i)));
  g_list_store_splice (self->problems, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->problems)), problems->pdata,
                       problems->len);
  gtk_widget_set_visible (self->table, problems->len > 0);
}

static char *
format_problem_kind (gpointer self, gboolean is_warning)
{
  return g_strdup (is_warning ? _("Warning") : _("Fault"));
}

static GStrv
style_problem_kind (gpointer self, gboolean is_warning)
{
  const char *const classes[] = { is_warning ? "warning" : "error", NULL };

  return g_strdupv ((GStrv) classes);
}

static void
arrears_import_outcome_class_init (ArrearsImportOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ARREARS_TYPE_IMPORT_PROBLEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/import/arrears-import-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportOutcome, counts);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportOutcome, sums_box);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportOutcome, sums_icon);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportOutcome, sums);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportOutcome, notes);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportOutcome, table);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportOutcome, problems);
  gtk_widget_class_bind_template_callback (widget_class, format_problem_kind);
  gtk_widget_class_bind_template_callback (widget_class, style_problem_kind);
  arrears_format_bind_closures (widget_class);
}

static void
arrears_import_outcome_init (ArrearsImportOutcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
arrears_import_outcome_show_report (ArrearsImportOutcome *self, const ArrearsImportReport *report)
{
  g_autofree char *counts = NULL;

  g_return_if_fail (ARREARS_IS_IMPORT_OUTCOME (self));
  g_return_if_fail (report != NULL);

  counts = arrears_import_outcome_describe (report);
  gtk_label_set_text (self->counts, counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counts), NULL);
  gtk_widget_set_visible (self->sums_box, report->amount.fen != 0 || report->has_stated_amount);
  show_sums (self, report);
  show_notes (self, report);
  show_problems (self, report->faults);
}

void
arrears_import_outcome_show_obstacle (ArrearsImportOutcome *self,
                                      const char *sentence,
                                      const char *technical)
{
  g_return_if_fail (ARREARS_IS_IMPORT_OUTCOME (self));

  gtk_label_set_text (self->counts, sentence != NULL ? sentence : _("Checking…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counts), technical);
  gtk_widget_set_visible (self->sums_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE);
  gtk_widget_set_visible (self->table, FALSE);
  g_list_store_remove_all (self->problems);
}

GListModel *
arrears_import_outcome_get_problems (ArrearsImportOutcome *self)
{
  g_return_val_if_fail (ARREARS_IS_IMPORT_OUTCOME (self), NULL);

  return G_LIST_MODEL (self->problems);
}

const char *
arrears_import_outcome_get_sums (ArrearsImportOutcome *self)
{
  g_return_val_if_fail (ARREARS_IS_IMPORT_OUTCOME (self), "");

  return gtk_widget_get_visible (self->sums_box) ? gtk_label_get_text (self->sums) : "";
}

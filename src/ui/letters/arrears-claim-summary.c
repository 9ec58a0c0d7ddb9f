/* arrears-claim-summary.c: what a letter claims, at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-claim-summary.h"

#include "arrears-format.h"

#include <glib/gi18n-lib.h>

struct _ArrearsClaimSummary
{
  AdwPreferencesGroup parent_instance;

  GtkLabel *principal;
  AdwPreferencesRow *charge_row;
  GtkLabel *charge;
  GtkLabel *n_items;
  GtkLabel *pay_by;
  GtkListBox *warnings;

  guint n_warnings;
};

G_DEFINE_FINAL_TYPE (ArrearsClaimSummary, arrears_claim_summary, ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  ArrearsChargeWarnings warning;
  const char *text;
} charge_warnings[] = {
  { ARREARS_CHARGE_WARNING_ABOVE_LOSS,
    N_("The late charge is more than 1.3 times the loss; a court may lower it.") },
  { ARREARS_CHARGE_WARNING_ABOVE_24, N_("The yearly rate of late charge is above 24 %.") },
  { ARREARS_CHARGE_WARNING_ABOVE_PRINCIPAL,
    N_("The late charge of an invoice is more than its principal.") },
  { ARREARS_CHARGE_WARNING_TABLE_ENDED,
    N_("The table of LPR rates that Arrears knows ends before the day it is needed for. "
        "Compare the rate with the published one.") },
};

static void
add_warning (ArrearsClaimSummary *self, const char *text)
{
  const int gap = 12;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, gap);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (box, gap);
  gtk_widget_set_margin_bottom (box, gap);
  gtk_widget_set_margin_start (box, gap);
  gtk_widget_set_margin_end (box, gap);
  /* GTK 4.8 may find a wrapping label a pixel taller than the icon only on a second look. */
  gtk_widget_set_size_request (box, -1, 2 * gap);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_append (self->warnings, box);
  self->n_warnings++;
}

static void
clear_warnings (ArrearsClaimSummary *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->warnings, 0)) != NULL)
    gtk_list_box_remove (self->warnings, GTK_WIDGET (row));
  self->n_warnings = 0;
}

static void
warn_of_charges (ArrearsClaimSummary *self, const ArrearsDemand *demand)
{
  ArrearsChargeWarnings found = 0;

  for (guint i = 0; i < demand->lines->len; i++)
    {
      const ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);

      found |= line->charge.warnings;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (charge_warnings); i++)
    if ((found & charge_warnings[i].warning) != 0)
      add_warning (self, _(charge_warnings[i].text));
}

static void
warn_of_unapplied (ArrearsClaimSummary *self, const ArrearsDemand *demand)
{
  g_autofree char *amount = arrears_format_yuan (demand->unapplied);
  g_autofree char *text = NULL;

  if (demand->unapplied.fen == 0)
    return;

  text = g_strdup_printf (_("%s received and not yet allocated were taken off the claim."),
                          amount);
  add_warning (self, text);
}

static void
warn_of_limitation (ArrearsClaimSummary *self, const ArrearsDemand *demand)
{
  for (guint i = 0; i < demand->lines->len; i++)
    {
      const ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);
      ArrearsDay end = line->invoice->limitation_ends_on;
      g_autofree char *text = NULL;

      if (!arrears_day_is_set (end) || arrears_day_compare (end, demand->as_of) >= 0)
        continue;
      text = g_strdup_printf (_("The limitation period of invoice %s may have ended. A letter "
                                "alone does not start it anew."),
                              line->invoice->number);
      add_warning (self, text);
      return;
    }
}

static void
warn_of_last_letter (ArrearsClaimSummary *self, const ArrearsDemand *demand, ArrearsDay last)
{
  g_autofree char *day = arrears_format_day (last);
  g_autofree char *text = NULL;
  int n_days;

  if (!arrears_day_is_set (last))
    return;

  n_days = arrears_day_count (last, demand->as_of);
  if (n_days <= 0)
    {
      add_warning (self, _("A letter went out today already."));
      return;
    }
  text = g_strdup_printf (ngettext ("The last letter went out on %s, %d day ago.",
                                    "The last letter went out on %s, %d days ago.",
                                    (gulong) n_days),
                          day, n_days);
  add_warning (self, text);
}

/* A contract makes it a charge; without a clause it is the loss that the law lets one claim, or the
 * interest of the SME payment regulation.
 */
static const char *
name_charge (const ArrearsDemand *demand)
{
  guint n_agreed = 0;
  guint n_interest = 0;

  for (guint i = 0; i < demand->lines->len; i++)
    {
      const ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);

      n_agreed += line->is_agreed != FALSE;
      n_interest += !line->is_agreed && line->terms.form == ARREARS_CHARGE_SME;
    }
  if (n_agreed == demand->lines->len)
    return _("Late Charge");
  if (n_interest == demand->lines->len)
    return _("Interest for Late Payment");
  return n_agreed == 0 && n_interest == 0 ? _("Loss from Late Payment")
                                          : _("Late Charge and Loss from Late Payment");
}

static void
show_figures (ArrearsClaimSummary *self, const ArrearsDemand *demand)
{
  g_autofree char *principal = arrears_format_yuan (demand->principal);
  g_autofree char *charge = arrears_format_yuan (demand->charge);
  g_autofree char *n_items = g_strdup_printf ("%u", demand->lines->len);
  g_autofree char *pay_by = arrears_format_day (demand->pay_by);

  gtk_label_set_text (self->principal, principal);
  adw_preferences_row_set_title (self->charge_row, name_charge (demand));
  gtk_label_set_text (self->charge, charge);
  gtk_label_set_text (self->n_items, n_items);
  gtk_label_set_text (self->pay_by, pay_by);
}

static void
arrears_claim_summary_class_init (ArrearsClaimSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/letters/arrears-claim-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsClaimSummary, principal);
  gtk_widget_class_bind_template_child (widget_class, ArrearsClaimSummary, charge_row);
  gtk_widget_class_bind_template_child (widget_class, ArrearsClaimSummary, charge);
  gtk_widget_class_bind_template_child (widget_class, ArrearsClaimSummary, n_items);
  gtk_widget_class_bind_template_child (widget_class, ArrearsClaimSummary, pay_by);
  gtk_widget_class_bind_template_child (widget_class, ArrearsClaimSummary, warnings);
}

static void
arrears_claim_summary_init (ArrearsClaimSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
arrears_claim_summary_show (ArrearsClaimSummary *self,
                            const ArrearsDemand *demand,
                            ArrearsDay last_letter_on)
{
  g_return_if_fail (ARREARS_IS_CLAIM_SUMMARY (self));
  g_return_if_fail (demand != NULL);

  show_figures (self, demand);
  clear_warnings (self);
  warn_of_last_letter (self, demand, last_letter_on);
  warn_of_unapplied (self, demand);
  warn_of_charges (self, demand);
  warn_of_limitation (self, demand);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), self->n_warnings > 0);
}

guint
arrears_claim_summary_get_n_warnings (ArrearsClaimSummary *self)
{
  g_return_val_if_fail (ARREARS_IS_CLAIM_SUMMARY (self), 0);

  return self->n_warnings;
}

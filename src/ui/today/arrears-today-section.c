/* arrears-today-section.c: what is owed, and whom to chase today (今日)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-today-section.h"

#include "arrears-account.h"
#include "arrears-aging-strip.h"
#include "arrears-format.h"
#include "arrears-job.h"
#include "arrears-list-slot.h"
#include "arrears-list-table.h"
#include "arrears-message.h"
#include "arrears-overview.h"
#include "arrears-policy.h"

#include <glib/gi18n-lib.h>

struct _ArrearsTodaySection
{
  ArrearsSection parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *balance;
  GtkLabel *overdue;
  GtkLabel *unapplied;
  GtkWidget *unapplied_group;
  GtkLabel *flagged;
  ArrearsAgingStrip *aging;
  ArrearsListTable *table;

  /* Owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ArrearsTodaySection, arrears_today_section, ARREARS_TYPE_SECTION)

static gpointer
compute_overview (ArrearsDesk *desk, gpointer input, GError **error)
{
  g_autofree ArrearsOverview *overview = g_new0 (ArrearsOverview, 1);

  if (!arrears_overview_compute (desk, overview, error))
    return NULL;

  return g_steal_pointer (&overview);
}

static void
set_money (GtkLabel *label, ArrearsMoney money)
{
  g_autofree char *text = arrears_format_money (money);

  gtk_label_set_label (label, text);
}

static void
set_count (GtkLabel *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  gtk_label_set_label (label, text);
}

static void
show_indicator (ArrearsTodaySection *self, guint n_flagged)
{
  g_autofree char *indicator = n_flagged > 0 ? g_strdup_printf ("%u", n_flagged) : NULL;

  arrears_section_set_indicator (ARREARS_SECTION (self), indicator);
}

static void
show_overview (ArrearsTodaySection *self, const ArrearsOverview *overview)
{
  set_money (self->balance, overview->aging.total);
  set_money (self->overdue, overview->overdue);
  set_money (self->unapplied, overview->unapplied);
  gtk_widget_set_visible (self->unapplied_group, overview->unapplied.fen != 0);
  set_count (self->flagged, overview->n_flagged);
  arrears_aging_strip_set_aging (self->aging, &overview->aging);
  show_indicator (self, overview->n_flagged);
  gtk_stack_set_visible_child_name (self->stack, overview->n_accounts > 0 ? "flags" : "start");
}

static void
on_overview_computed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsTodaySection *self = ARREARS_TODAY_SECTION (object);
  g_autoptr (GError) error = NULL;
  g_autofree ArrearsOverview *overview = arrears_job_finish (result, &error);

  if (overview != NULL)
    show_overview (self, overview);
  else if (!arrears_message_is_cancelled (error))
    arrears_message_show_error (GTK_WIDGET (self), _("The Figures Could Not Be Computed"), error);
}

static void
on_table_activated_cb (ArrearsTodaySection *self, ArrearsAccount *account)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-account", "x", account->id);
}

/* A letter is what the policy asks for from its third stage on. */
static gboolean
stage_has_letter (gpointer self, int stage)
{
  return stage >= ARREARS_STAGE_DEMAND;
}

/* Texts in the template of a cell are out of reach of translators. */
static char *
label_letter_button (gpointer self, int stage)
{
  return g_strdup (_("Issue Letter"));
}

static void
on_letter_clicked_cb (GtkListItem *item, GtkWidget *button)
{
  ArrearsRecord *record = arrears_list_slot_get_record (gtk_list_item_get_item (item));

  gtk_widget_activate_action (button, "win.issue-letter", "x", ARREARS_ACCOUNT (record)->id);
}

static void
arrears_today_section_build (ArrearsSection *section)
{
  arrears_list_table_set_kind (ARREARS_TODAY_SECTION (section)->table, ARREARS_LISTING_FLAGS);
}

static void
arrears_today_section_set_desk (ArrearsSection *section, ArrearsDesk *desk)
{
  ArrearsTodaySection *self = ARREARS_TODAY_SECTION (section);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  arrears_list_table_set_desk (self->table, desk);
  show_indicator (self, 0);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
}

static void
arrears_today_section_refresh (ArrearsSection *section)
{
  ArrearsTodaySection *self = ARREARS_TODAY_SECTION (section);
  ArrearsJob job = { compute_overview, NULL, NULL, g_free };

  arrears_list_table_refresh (self->table);
  arrears_job_start (&job, arrears_section_get_desk (section), self,
                     arrears_job_renew (&self->cancellable), on_overview_computed_cb, NULL);
}

static void
arrears_today_section_dispose (GObject *object)
{
  ArrearsTodaySection *self = ARREARS_TODAY_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (arrears_today_section_parent_class)->dispose (object);
}

static void
arrears_today_section_class_init (ArrearsTodaySectionClass *klass)
{
  ArrearsSectionClass *section_class = ARREARS_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_today_section_dispose;
  section_class->refreshes_unseen = TRUE;
  section_class->build = arrears_today_section_build;
  section_class->set_desk = arrears_today_section_set_desk;
  section_class->refresh = arrears_today_section_refresh;

  g_type_ensure (ARREARS_TYPE_ACCOUNT);
  g_type_ensure (ARREARS_TYPE_AGING_STRIP);
  arrears_list_table_ensure_types ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/arrears/Arrears/ui/today/arrears-today-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, stack);
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, balance);
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, overdue);
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, unapplied);
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, unapplied_group);
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, flagged);
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, aging);
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, table);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_letter_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_has_letter);
  gtk_widget_class_bind_template_callback (widget_class, label_letter_button);
  arrears_format_bind_closures (widget_class);
}

static void
arrears_today_section_init (ArrearsTodaySection *self)
{
}

/* arrears-today-section.c: what is owed, and whom to chase today (今日)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-today-section.h"

#include "arrears-aging-strip.h"
#include "arrears-format.h"
#include "arrears-job.h"
#include "arrears-message.h"
#include "arrears-overview.h"
#include "arrears-today-table.h"

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
  GtkWidget *absence;
  GtkLabel *absence_text;
  ArrearsTodayTable *table;

  /* Owned */
  GCancellable *cancellable;

  ArrearsDay looked_on; /* the day before, on which somebody looked here; not set: never */
};

G_DEFINE_FINAL_TYPE (ArrearsTodaySection, arrears_today_section, ARREARS_TYPE_SECTION)

/* What the section shows of a ledger. */
typedef struct
{
  ArrearsOverview overview;
  GPtrArray *items; /* of ArrearsTodayItem */
} Morning;

static void
free_morning (gpointer data)
{
  Morning *morning = data;

  g_clear_pointer (&morning->items, g_ptr_array_unref);
  g_free (morning);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Morning, free_morning)

static gpointer
compute_morning (ArrearsDesk *desk, gpointer input, GError **error)
{
  g_autoptr (Morning) morning = g_new0 (Morning, 1);

  if (!arrears_overview_compute (desk, &morning->overview, error))
    return NULL;

  morning->items = arrears_today_item_list (desk, error);
  return morning->items != NULL ? g_steal_pointer (&morning) : NULL;
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
show_indicator (ArrearsTodaySection *self, guint n_accounts)
{
  g_autofree char *indicator = n_accounts > 0 ? g_strdup_printf ("%u", n_accounts) : NULL;

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
}

/* Whoever was away sees that the list is not of one day alone. */
static void
show_absence (ArrearsTodaySection *self, ArrearsDay as_of)
{
  int days = arrears_day_is_set (self->looked_on) ? arrears_day_count (self->looked_on, as_of) : 0;
  g_autofree char *day = arrears_format_day (self->looked_on);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->absence, days > 1);
  if (days <= 1)
    return;

  /* Translators: %s is a day, %d how many days have passed since then. */
  text = g_strdup_printf (
      _("Nobody has looked here since %s, %d days ago. Each account stands below "
                            "once, at the stage that it has reached."),
         day, days);
  gtk_label_set_label (self->absence_text, text);
}

static void
show_morning (ArrearsTodaySection *self, Morning *morning)
{
  ArrearsDesk *desk = arrears_section_get_desk (ARREARS_SECTION (self));
  gboolean has_anything = morning->overview.n_accounts > 0 || morning->items->len > 0;

  show_overview (self, &morning->overview);
  show_indicator (self, morning->items->len);
  if (desk != NULL)
    show_absence (self, arrears_desk_get_as_of (desk));
  arrears_today_table_show (self->table, morning->items);
  gtk_stack_set_visible_child_name (self->stack, has_anything ? "flags" : "start");
}

static void
on_morning_computed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsTodaySection *self = ARREARS_TODAY_SECTION (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (Morning) morning = arrears_job_finish (result, &error);

  if (morning != NULL)
    show_morning (self, morning);
  else if (!arrears_message_is_cancelled (error))
    arrears_message_show_error (GTK_WIDGET (self), _("The Figures Could Not Be Computed"), error);
}

static void
on_absence_closed_cb (ArrearsTodaySection *self)
{
  self->looked_on = ARREARS_DAY_NONE;
  gtk_widget_set_visible (self->absence, FALSE);
}

/* For programs that drive the window: an empty word or name shows all. */
static void
narrow (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsTodaySection *self = ARREARS_TODAY_SECTION (widget);
  ArrearsTodayKind kind = ARREARS_TODAY_N_KINDS;
  g_autoptr (GError) error = NULL;
  const char *word;
  const char *owner;

  g_variant_get (parameter, "(&s&s)", &word, &owner);
  if (*word != '\0' && !arrears_today_kind_parse (word, &kind, &error))
    {
      g_warning ("today.narrow: %s", error->message);
      return;
    }
  arrears_today_table_set_kind (self->table, kind);
  arrears_today_table_set_owner (self->table, *owner != '\0' ? owner : NULL);
}

static void
arrears_today_section_set_desk (ArrearsSection *section, ArrearsDesk *desk)
{
  ArrearsTodaySection *self = ARREARS_TODAY_SECTION (section);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (desk == NULL)
    arrears_today_table_show (self->table, nothing);
  show_indicator (self, 0);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
}

static void
arrears_today_section_refresh (ArrearsSection *section)
{
  ArrearsTodaySection *self = ARREARS_TODAY_SECTION (section);
  const ArrearsJob job = { compute_morning, NULL, NULL, free_morning };

  arrears_job_start (&job, arrears_section_get_desk (section), self,
                     arrears_job_renew (&self->cancellable), on_morning_computed_cb, NULL);
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
  section_class->set_desk = arrears_today_section_set_desk;
  section_class->refresh = arrears_today_section_refresh;

  g_type_ensure (ARREARS_TYPE_AGING_STRIP);
  g_type_ensure (ARREARS_TYPE_TODAY_TABLE);
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
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, absence);
  gtk_widget_class_bind_template_child (widget_class, ArrearsTodaySection, absence_text);
  gtk_widget_class_bind_template_callback (widget_class, on_absence_closed_cb);
  gtk_widget_class_install_action (widget_class, "today.narrow", "(ss)", narrow);
}

static void
arrears_today_section_init (ArrearsTodaySection *self)
{
}

void
arrears_today_section_set_looked_on (ArrearsTodaySection *self, ArrearsDay day)
{
  g_return_if_fail (ARREARS_IS_TODAY_SECTION (self));

  self->looked_on = day;
}

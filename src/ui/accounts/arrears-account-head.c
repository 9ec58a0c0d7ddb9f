/* arrears-account-head.c: whose account it is, how it stands and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-head.h"

#include "arrears-dispute.h"
#include "arrears-format.h"
#include "arrears-judged-promise.h"
#include "arrears-mark.h"
#include "arrears-policy.h"
#include "arrears-words-measures.h"
#include "arrears-words-policy.h"
#include "arrears-words-terms.h"
#include "arrears-words.h"
#include "arrears-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _ArrearsAccountHead
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *grade;
  GtkLabel *particulars;
  GtkWidget *standing;
  GtkLabel *stage;
  GtkLabel *reason;
  GtkLabel *balance;
  GtkLabel *overdue;
  GtkLabel *unapplied;
  GtkLabel *charge;
  GtkActionable *issue_letter;
  GtkBox *pills;
  GtkLabel *credit;
};

G_DEFINE_FINAL_TYPE (ArrearsAccountHead, arrears_account_head, ADW_TYPE_BIN)

static void
show_grade (ArrearsAccountHead *self, ArrearsGrade grade)
{
  static const char *const styles[] = {
    [ARREARS_GRADE_A] = "success",
    [ARREARS_GRADE_B] = "dim-label",
    [ARREARS_GRADE_C] = "error",
  };

  gtk_label_set_text (self->grade, arrears_words_get_for_grade (grade));
  gtk_widget_set_css_classes (GTK_WIDGET (self->grade),
                              (const char *[]) { "grade", styles[grade], NULL });
}

static void
show_particulars (ArrearsAccountHead *self, ArrearsCustomer *customer)
{
  /* Translators: who looks after the account. */
  g_autofree char *owner
      = *customer->owner != '\0' ? g_strdup_printf (_("looked after by %s"), customer->owner)
                                 : g_strdup ("");
  const char *const texts[]
      = { customer->code, customer->contact, customer->phone, customer->address, owner };
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (*texts[i] == '\0')
        continue;
      if (line->len > 0)
        g_string_append (line, " · ");
      g_string_append (line, texts[i]);
    }
  gtk_label_set_text (self->particulars, line->str);
}

static void
show_standing (ArrearsAccountHead *self, ArrearsAccount *account)
{
  g_autofree char *crossed_on = arrears_format_day (account->crossed_on);
  g_autofree char *stage = NULL;
  g_autofree char *reason = NULL;

  gtk_widget_set_visible (self->standing, account->stage > ARREARS_STAGE_NONE);
  if (account->stage == ARREARS_STAGE_NONE)
    return;

  /* Translators: the name of a stage, and the day on which the account came to it. */
  stage = g_strdup_printf (_("%s since %s"), arrears_words_get_for_account_stage (account),
                              crossed_on);
  reason = arrears_words_describe_flag (account->days_overdue, account->counted,
                                        account->oldest_invoice);
  gtk_label_set_text (self->stage, stage);
  gtk_label_set_text (self->reason, reason);
  gtk_widget_remove_css_class (GTK_WIDGET (self->stage), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->stage), "warning");
  if (account->stage >= ARREARS_STAGE_DEMAND)
    gtk_widget_add_css_class (GTK_WIDGET (self->stage),
                              account->stage >= ARREARS_STAGE_LAWYER ? "error" : "warning");
}

static void
show_money (GtkLabel *label, ArrearsMoney money)
{
  g_autofree char *text = arrears_format_money (money);

  gtk_label_set_text (label, text);
}

static void
show_figures (ArrearsAccountHead *self, const ArrearsAccountPage *page)
{
  show_money (self->balance, page->account->balance);
  show_money (self->overdue, page->account->overdue);
  show_money (self->unapplied, page->account->unapplied);
  show_money (self->charge, page->charge);
  if (page->account->overdue.fen > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->overdue), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->overdue), "error");
}

static void
add_pill (ArrearsAccountHead *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_css_classes (label, (const char *[]) { "pill-mark", style, NULL });
  gtk_box_append (self->pills, label);
}

static void
add_count (ArrearsAccountHead *self, const char *text, guint n, const char *style)
{
  g_autofree char *counted = n > 1 ? g_strdup_printf ("%s × %u", text, n) : g_strdup (text);

  if (n > 0)
    add_pill (self, counted, style);
}

static void
add_mark (ArrearsAccountHead *self, ArrearsMark *mark)
{
  gboolean is_lateness = g_str_equal (mark->kind, ARREARS_MARK_LATENESS);
  gboolean is_override = g_str_equal (mark->kind, ARREARS_MARK_HOLD_OVERRIDE);

  if (is_lateness)
    {
      /* Translators: why the customer pays late. */
      g_autofree char *text = g_strdup_printf (
          _("Late: %s"), arrears_words_get_for_term (ARREARS_TERM_LATENESS, mark->code));

      add_pill (self, text, NULL);
    }
  else
    add_pill (self, arrears_words_get_for_term (ARREARS_TERM_MARK_KIND, mark->kind),
              is_override ? "warning" : "error");
}

static guint
count_disputes (GPtrArray *disputes)
{
  guint n = 0;

  for (guint i = 0; i < disputes->len; i++)
    if (!arrears_day_is_set (((ArrearsDispute *) g_ptr_array_index (disputes, i))->ended_on))
      n++;
  return n;
}

static guint
count_promises (GPtrArray *promises, const char *state)
{
  guint n = 0;

  for (guint i = 0; i < promises->len; i++)
    if (g_str_equal (((ArrearsJudgedPromise *) g_ptr_array_index (promises, i))->state, state))
      n++;
  return n;
}

static void
clear_pills (ArrearsAccountHead *self)
{
  GtkWidget *pill;

  while ((pill = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    gtk_box_remove (self->pills, pill);
}

static void
show_pills (ArrearsAccountHead *self, const ArrearsAccountPage *page)
{
  clear_pills (self);
  for (guint i = 0; i < page->marks->len; i++)
    add_mark (self, g_ptr_array_index (page->marks, i));
  add_count (self, _("Dispute"), count_disputes (page->disputes), "warning");
  add_count (self, _("Promise running"), count_promises (page->promises, "running"), NULL);
  if (page->account->is_paused)
    add_pill (self, _("Paused"), "warning");
  gtk_widget_set_visible (GTK_WIDGET (self->pills),
                          gtk_widget_get_first_child (GTK_WIDGET (self->pills)) != NULL);
}

static void
show_credit (ArrearsAccountHead *self, const ArrearsAccountPage *page)
{
  g_autofree char *credit = arrears_words_describe_credit (&page->credit->answer);
  g_autofree char *day = arrears_format_day (page->follow_up_on);
  g_autofree char *line = NULL;

  if (*day != '\0')
    /* Translators: whether goods may go out, and a day. */
    line = g_strdup_printf (_("%s · Next step on %s"), credit, day);
  gtk_label_set_text (self->credit, line != NULL ? line : credit);
}

static void
arrears_account_head_class_init (ArrearsAccountHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ARREARS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/accounts/arrears-account-head.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, name);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, grade);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, particulars);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, standing);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, stage);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, reason);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, balance);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, overdue);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, unapplied);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, charge);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, issue_letter);
  gtk_widget_class_bind_template_child_full (widget_class, "record", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, pills);
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, credit);
}

static void
arrears_account_head_init (ArrearsAccountHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
arrears_account_head_show (ArrearsAccountHead *self, const ArrearsAccountPage *page)
{
  g_return_if_fail (ARREARS_IS_ACCOUNT_HEAD (self));
  g_return_if_fail (page != NULL);

  gtk_label_set_text (self->name, page->customer->name);
  show_grade (self, (ArrearsGrade) page->customer->grade);
  show_particulars (self, page->customer);
  show_standing (self, page->account);
  show_figures (self, page);
  show_pills (self, page);
  show_credit (self, page);
  gtk_actionable_set_action_target (self->issue_letter, "x", page->customer->id);
  gtk_widget_set_visible (GTK_WIDGET (self->issue_letter), page->account->overdue.fen > 0);
}

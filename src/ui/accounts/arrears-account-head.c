/* arrears-account-head.c: whose account it is, how it stands and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-head.h"

#include "arrears-format.h"
#include "arrears-policy.h"
#include "arrears-words.h"

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
  GtkActionable *receive_payment;
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
  const char *const texts[]
      = { customer->code, customer->contact, customer->phone, customer->address };
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
  stage = g_strdup_printf (_("%s since %s"), arrears_words_get_for_stage (account->stage),
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
arrears_account_head_class_init (ArrearsAccountHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
  gtk_widget_class_bind_template_child (widget_class, ArrearsAccountHead, receive_payment);
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
  gtk_actionable_set_action_target (self->issue_letter, "x", page->customer->id);
  gtk_actionable_set_action_target (self->receive_payment, "x", page->customer->id);
  gtk_widget_set_visible (GTK_WIDGET (self->issue_letter), page->account->overdue.fen > 0);
}

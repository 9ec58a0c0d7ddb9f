/* arrears-format.c: how values of records are written on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-format.h"

#include "arrears-policy.h"
#include "arrears-words-terms.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

/* Expressions pass the object that they are watched for first; no formatting depends on it. */

static char *
format_money (gpointer self, gint64 fen)
{
  return arrears_money_to_grouped (arrears_money (fen));
}

static char *
format_money_or_blank (gpointer self, gint64 fen)
{
  return fen != 0 ? arrears_money_to_grouped (arrears_money (fen)) : g_strdup ("");
}

static char *
format_day (gpointer self, int day)
{
  return arrears_day_to_string ((ArrearsDay) { day });
}

static char *
format_stage (gpointer self, int stage)
{
  return g_strdup (stage > ARREARS_STAGE_NONE ? arrears_words_get_for_stage (stage) : "");
}

static char *
format_grade (gpointer self, int grade)
{
  return g_strdup (arrears_words_get_for_grade ((ArrearsGrade) grade));
}

static char *
format_count (gpointer self, int n)
{
  return g_strdup_printf ("%'d", n);
}

static char *
format_days_overdue (gpointer self, int days)
{
  return days > 0 ? format_count (self, days) : g_strdup ("");
}

static char *
format_open_days_overdue (gpointer self, int days, gint64 open)
{
  return open != 0 ? format_days_overdue (self, days) : g_strdup ("");
}

static char *
format_document_kind (gpointer self, const char *word)
{
  return g_strdup (word != NULL && *word != '\0' ? arrears_words_get_for_document_kind (word) : "");
}

static char *
format_channel (gpointer self, const char *word)
{
  return g_strdup (word != NULL ? arrears_words_get_for_term (ARREARS_TERM_CHANNEL, word) : "");
}

/* What was left open about a contact is left blank. */
static char *
format_outcome (gpointer self, const char *word)
{
  return g_strdup (word != NULL && *word != '\0'
                       ? arrears_words_get_for_term (ARREARS_TERM_CONTACT_OUTCOME, word)
                       : "");
}

static char *
format_invoice_state (gpointer self, gint64 open, gint64 charge, gboolean is_paused,
                      gint64 whole_id, const char *ended_how)
{
  if (ended_how != NULL && *ended_how != '\0')
    return g_strdup (arrears_words_get_for_term (ARREARS_TERM_INVOICE_END, ended_how));
  if (is_paused)
    return g_strdup (_("Paused"));
  if (open == 0 && charge > 0)
    return g_strdup (_("Paid, charge left"));
  return g_strdup (whole_id != 0 ? _("Instalment") : "");
}

static char *
format_signed (gpointer self, gboolean is_signed)
{
  return g_strdup (is_signed ? _("Signed") : _("Not signed"));
}

static gboolean
is_set (gpointer self, const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
format_flag (gpointer self, int days_overdue, gint64 counted, const char *oldest_invoice)
{
  if (!is_set (self, oldest_invoice))
    return g_strdup ("");

  return arrears_words_describe_flag (days_overdue, arrears_money (counted), oldest_invoice);
}

static char *
format_pair (gpointer self, const char *a, const char *b)
{
  if (!is_set (self, a) || !is_set (self, b))
    return g_strdup (is_set (self, a) ? a : b);

  return g_strconcat (a, " ", b, NULL);
}

/* Colour only repeats what the text of the cell says. */
static GStrv
make_classes (const char *first, const char *second)
{
  const char *const classes[] = { first, second, NULL };

  return g_strdupv ((GStrv) classes);
}

static GStrv
style_stage (gpointer self, int stage)
{
  if (stage >= ARREARS_STAGE_LAWYER)
    return make_classes ("error", NULL);
  return make_classes (stage >= ARREARS_STAGE_DEMAND ? "warning" : NULL, NULL);
}

static GStrv
style_grade (gpointer self, int grade)
{
  switch ((ArrearsGrade) grade)
    {
    case ARREARS_GRADE_A:
      return make_classes ("success", NULL);
    case ARREARS_GRADE_C:
      return make_classes ("error", NULL);
    case ARREARS_GRADE_B:
    default:
      return make_classes (NULL, NULL);
    }
}

static GStrv
style_overdue (gpointer self, gint64 fen)
{
  return make_classes ("numeric", fen > 0 ? "overdue" : NULL);
}

static GStrv
style_state (gpointer self, gboolean is_over, gboolean is_urgent)
{
  if (is_urgent)
    return make_classes ("warning", NULL);
  return make_classes (is_over ? "dim-label" : NULL, NULL);
}

void
arrears_format_bind_closures (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, format_channel);
  gtk_widget_class_bind_template_callback (klass, format_outcome);
  gtk_widget_class_bind_template_callback (klass, format_invoice_state);
  gtk_widget_class_bind_template_callback (klass, style_state);
  gtk_widget_class_bind_template_callback (klass, format_money);
  gtk_widget_class_bind_template_callback (klass, format_money_or_blank);
  gtk_widget_class_bind_template_callback (klass, format_day);
  gtk_widget_class_bind_template_callback (klass, format_stage);
  gtk_widget_class_bind_template_callback (klass, format_grade);
  gtk_widget_class_bind_template_callback (klass, format_days_overdue);
  gtk_widget_class_bind_template_callback (klass, format_open_days_overdue);
  gtk_widget_class_bind_template_callback (klass, format_document_kind);
  gtk_widget_class_bind_template_callback (klass, format_signed);
  gtk_widget_class_bind_template_callback (klass, format_count);
  gtk_widget_class_bind_template_callback (klass, format_flag);
  gtk_widget_class_bind_template_callback (klass, format_pair);
  gtk_widget_class_bind_template_callback (klass, style_stage);
  gtk_widget_class_bind_template_callback (klass, style_grade);
  gtk_widget_class_bind_template_callback (klass, style_overdue);
}

char *
arrears_format_money (ArrearsMoney money)
{
  return arrears_money_to_grouped (money);
}

char *
arrears_format_yuan (ArrearsMoney money)
{
  g_autofree char *amount = arrears_money_to_grouped (money);

  /* Translators: an amount of money in yuan. */
  return g_strdup_printf (_("%s yuan"), amount);
}

char *
arrears_format_day (ArrearsDay day)
{
  return arrears_day_to_string (day);
}

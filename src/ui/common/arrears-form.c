/* arrears-form.c: what every form does: take texts, and say what is wrong with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-form.h"

#include "arrears-text.h"
#include "arrears-uscc.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

GArray *
arrears_form_new_issues (void)
{
  return g_array_new (FALSE, TRUE, sizeof (ArrearsFormIssue));
}

void
arrears_form_add_issue (GArray *issues, const char *field, ArrearsError code)
{
  ArrearsFormIssue issue = { field, code, code == ARREARS_ERROR_USCC_CHECK };

  g_array_append_val (issues, issue);
}

void
arrears_form_add_error (GArray *issues, const char *field, GError *error)
{
  arrears_form_add_issue (issues, field,
                          error->domain == ARREARS_ERROR ? (ArrearsError) error->code
                                                         : ARREARS_ERROR_REFUSED);
  g_error_free (error);
}

gboolean
arrears_form_has_faults (GArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    if (!g_array_index (issues, ArrearsFormIssue, i).is_warning)
      return TRUE;
  return FALSE;
}

void
arrears_form_check_uscc (GArray *issues, const char *field, const char *text)
{
  g_autofree char *code = NULL;
  ArrearsUsccVerdict verdict;
  GError *error = NULL;

  if (*text == '\0')
    return;
  if (!arrears_uscc_parse (text, &code, &verdict, &error))
    arrears_form_add_error (issues, field, error);
  else if (verdict == ARREARS_USCC_CHECK_FAILS)
    arrears_form_add_issue (issues, field, ARREARS_ERROR_USCC_CHECK);
}

gboolean
arrears_form_read_number (const char *text, gint64 least, gint64 most, gint64 *number,
                          GError **error)
{
  g_autofree char *plain = arrears_text_normalize (text);

  if (plain != NULL && g_ascii_string_to_signed (plain, 10, least, most, number, NULL))
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
               "“%s” is not a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, text,
               least, most);
  return FALSE;
}

static const ArrearsField *
find_field (gpointer record, const char *name)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, name))
      return &fields[i];
  return NULL;
}

const char *
arrears_form_get_text (gpointer record, const char *field)
{
  const ArrearsField *found = find_field (record, field);

  g_return_val_if_fail (found != NULL && found->kind == ARREARS_FIELD_TEXT, "");

  return *(char *const *) arrears_record_get_member (record, found);
}

void
arrears_form_set_text (gpointer record, const char *field, const char *text)
{
  const ArrearsField *found = find_field (record, field);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  g_return_if_fail (found != NULL && found->kind == ARREARS_FIELD_TEXT);

  arrears_record_set_text (arrears_record_get_member (record, found), stripped);
}

static gboolean
is_member_equal (gpointer a, gpointer b, const ArrearsField *field)
{
  gconstpointer member_a = arrears_record_get_member (a, field);
  gconstpointer member_b = arrears_record_get_member (b, field);

  switch (field->kind)
    {
    case ARREARS_FIELD_TEXT:
      return g_str_equal (*(char *const *) member_a, *(char *const *) member_b);
    case ARREARS_FIELD_MONEY:
    case ARREARS_FIELD_LONG:
      return memcmp (member_a, member_b, sizeof (gint64)) == 0;
    case ARREARS_FIELD_DAY:
    case ARREARS_FIELD_INTEGER:
    case ARREARS_FIELD_BOOLEAN:
      return memcmp (member_a, member_b, sizeof (gint32)) == 0;
    default:
      g_assert_not_reached ();
    }
}

gboolean
arrears_form_is_changed (gpointer orig, gpointer curr)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (orig, &n_fields);

  g_return_val_if_fail (G_OBJECT_TYPE (orig) == G_OBJECT_TYPE (curr), FALSE);

  for (gsize i = 0; i < n_fields; i++)
    if (!is_member_equal (orig, curr, &fields[i]))
      return TRUE;
  return FALSE;
}

const ArrearsFormIssue *
arrears_form_find_issue (GArray *issues, const char *field)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const ArrearsFormIssue *issue = &g_array_index (issues, ArrearsFormIssue, i);

      if (g_str_equal (issue->field, field))
        return issue;
    }
  return NULL;
}

static GtkWidget *
get_row (GtkWidget *dialog, const char *field)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), field));
}

void
arrears_form_start (GtkWidget *dialog, const char *const *fields)
{
  gsize i = 0;

  g_return_if_fail (GTK_IS_WIDGET (dialog));
  g_return_if_fail (fields[0] != NULL);

  while (fields[i] != NULL
         && *gtk_editable_get_text (GTK_EDITABLE (get_row (dialog, fields[i]))) != '\0')
    i++;
  gtk_widget_grab_focus (get_row (dialog, fields[i] != NULL ? fields[i] : fields[0]));
}

void
arrears_form_mark_row (GtkWidget *row, const ArrearsFormIssue *issue)
{
  gboolean is_marked = issue != NULL && issue->code != ARREARS_ERROR_MISSING;

  gtk_widget_remove_css_class (row, "error");
  gtk_widget_remove_css_class (row, "warning");
  if (is_marked)
    gtk_widget_add_css_class (row, issue->is_warning ? "warning" : "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_marked && !issue->is_warning ? GTK_ACCESSIBLE_INVALID_TRUE
                                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* The title of a row as it is read: "名称(_N)" is 名称. */
static char *
get_plain_title (GtkWidget *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autoptr (GString) plain = g_string_new (title);
  char *mnemonic = strstr (plain->str, "(_");

  if (mnemonic != NULL)
    g_string_truncate (plain, (gsize) (mnemonic - plain->str));
  g_string_replace (plain, "_", "", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

void
arrears_form_show_issue (GtkWidget *row, const ArrearsFormIssue *issue, GtkLabel *hint)
{
  g_autofree char *title = get_plain_title (row);
  /* Translators: the name of a field, and what is wrong with it. */
  g_autofree char *text
      = g_strdup_printf (_("%s: %s"), title, arrears_words_get_for_code (issue->code));

  gtk_label_set_text (hint, text);
  gtk_widget_remove_css_class (GTK_WIDGET (hint), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (hint), "warning");
  if (issue->code != ARREARS_ERROR_MISSING)
    gtk_widget_add_css_class (GTK_WIDGET (hint), issue->is_warning ? "warning" : "error");
  gtk_widget_set_visible (GTK_WIDGET (hint), TRUE);
}

void
arrears_form_show_issues (GtkWidget *dialog, const char *const *fields, GArray *issues,
                          GtkLabel *hint)
{
  g_return_if_fail (GTK_IS_WIDGET (dialog));
  g_return_if_fail (issues != NULL);

  for (gsize i = 0; fields[i] != NULL; i++)
    arrears_form_mark_row (get_row (dialog, fields[i]), arrears_form_find_issue (issues, fields[i]));

  gtk_widget_set_visible (GTK_WIDGET (hint), FALSE);
  if (issues->len > 0)
    {
      const ArrearsFormIssue *first = &g_array_index (issues, ArrearsFormIssue, 0);

      arrears_form_show_issue (get_row (dialog, first->field), first, hint);
    }
}

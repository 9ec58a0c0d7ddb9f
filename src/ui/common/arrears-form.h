/* arrears-form.h: what every form does: take texts, and say what is wrong with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-error.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* One field that is not as it should be. */
typedef struct
{
  const char *field; /* the field of the record, and the id of its row; static */
  ArrearsError code;
  gboolean is_warning; /* may be saved all the same */
} ArrearsFormIssue;

/* The list that a form's check fills. (transfer full) */
GArray  *arrears_form_new_issues (void);
void     arrears_form_add_issue  (GArray *issues, const char *field, ArrearsError code);
void     arrears_form_add_error  (GArray *issues, const char *field, GError *error); /* taken */
gboolean arrears_form_has_faults (GArray *issues); /* more than warnings */

/* A credit code may be empty. A wrong check character only warns. */
void arrears_form_check_uscc (GArray *issues, const char *field, const char *text);

/* A whole number from `least` to `most`; full-width digits are understood. Anything else is
 * ARREARS_ERROR_NUMBER_UNREADABLE.
 */
gboolean arrears_form_read_number (const char *text, gint64 least, gint64 most, gint64 *number,
                                   GError **error);

/* Text fields of a record that is being made. Blanks around a text are dropped. */
const char *arrears_form_get_text (gpointer record, const char *field);
void        arrears_form_set_text (gpointer record, const char *field, const char *text);

/* Whether any field differs. Both are records of one type. */
gboolean arrears_form_is_changed (gpointer orig, gpointer curr);

/* Puts the focus where the user begins to type: into the first row that is empty, or the first. */
void arrears_form_start (GtkWidget *dialog, const char *const *fields);

/* The dialog has a row for each of `fields`, named like the field. Marks the rows with an issue,
 * and says in `hint` what the first of them wants; without any, `hint` is hidden. A field that is
 * only empty is not marked: the user has just not come to it.
 */
void arrears_form_show_issues (GtkWidget *dialog, const char *const *fields, GArray *issues,
                               GtkLabel *hint);

/* The parts of that, for rows that are no children of a template: the issue of a field, or NULL; a
 * row marked as its issue says, or cleared; the hint for an issue of a row.
 */
const ArrearsFormIssue *arrears_form_find_issue (GArray *issues, const char *field);
void arrears_form_mark_row   (GtkWidget *row, const ArrearsFormIssue *issue);
void arrears_form_show_issue (GtkWidget *row, const ArrearsFormIssue *issue, GtkLabel *hint);

G_END_DECLS

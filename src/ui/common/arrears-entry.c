/* arrears-entry.c: one small act and the form that it is entered with, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-entry.h"

#include "arrears-form.h"

static void
free_line (gpointer data)
{
  ArrearsEntryLine *line = data;

  g_free (line->text);
  g_free (line);
}

GPtrArray *
arrears_entry_lines_new (void)
{
  return g_ptr_array_new_with_free_func (free_line);
}

static void
append_line (GPtrArray *lines, char *text, gboolean is_warning)
{
  ArrearsEntryLine *line = g_new0 (ArrearsEntryLine, 1);

  *line = (ArrearsEntryLine) { text, is_warning };
  g_ptr_array_add (lines, line);
}

void
arrears_entry_lines_add (GPtrArray *lines, char *text)
{
  append_line (lines, text, FALSE);
}

void
arrears_entry_lines_warn (GPtrArray *lines, char *text)
{
  append_line (lines, text, TRUE);
}

static gboolean
check_money (const char *text, GError **error)
{
  ArrearsMoney money;

  if (!arrears_money_parse (text, &money, error))
    return FALSE;
  if (money.fen > 0)
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
               "an amount of %s: expected more than zero", text);
  return FALSE;
}

static gboolean
check_text (const ArrearsEntryField *field, const char *text, GError **error)
{
  ArrearsDay day;
  gint64 number;

  switch (field->kind)
    {
    case ARREARS_ENTRY_MONEY:
      return check_money (text, error);
    case ARREARS_ENTRY_DAY:
      return arrears_day_parse (text, ARREARS_DAY_ORDER_UNKNOWN, &day, error);
    case ARREARS_ENTRY_NUMBER:
      return arrears_form_read_number (text, field->least, field->most, &number, error);
    case ARREARS_ENTRY_TEXT:
    case ARREARS_ENTRY_LONG_TEXT:
    case ARREARS_ENTRY_CHOICE:
    case ARREARS_ENTRY_SWITCH:
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

gboolean
arrears_entry_shows_field (const ArrearsEntry *entry, const ArrearsEntryField *field,
                           const ArrearsEntryValues *values)
{
  return entry->is_shown == NULL || entry->is_shown (field, values);
}

GArray *
arrears_entry_check (const ArrearsEntry *entry, const ArrearsEntryValues *values)
{
  GArray *issues = arrears_form_new_issues ();

  for (gsize i = 0; i < entry->n_fields; i++)
    {
      const ArrearsEntryField *field = &entry->fields[i];
      const char *text = arrears_entry_values_get_text (values, field->name);
      GError *error = NULL;

      if (!arrears_entry_shows_field (entry, field, values))
        continue;
      if (*text == '\0' && field->is_needed)
        arrears_form_add_issue (issues, field->name, ARREARS_ERROR_MISSING);
      else if (*text != '\0' && !check_text (field, text, &error))
        arrears_form_add_error (issues, field->name, error);
    }
  return issues;
}

gboolean
arrears_entry_asks_reason (const ArrearsEntry *entry, const GError *error)
{
  const ArrearsError *codes = entry->reason_codes;

  if (codes == NULL || error->domain != ARREARS_ERROR)
    return FALSE;

  while (*codes != 0 && (int) *codes != error->code)
    codes++;
  return *codes != 0;
}

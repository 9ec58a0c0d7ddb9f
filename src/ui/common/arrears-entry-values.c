/* arrears-entry-values.c: what is entered into one small form, by the names of its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-entry-values.h"

#include "arrears-form.h"

struct _ArrearsEntryValues
{
  GHashTable *texts;
  GHashTable *choices; /* GPtrArray of ArrearsEntryChoice by name of the field */
};

/* The texts stand behind the structure, in one piece with it. */
static ArrearsEntryChoice *
create_choice (const char *word, const char *label)
{
  gsize n_word = strlen (word) + 1;
  gsize n_label = strlen (label) + 1;
  ArrearsEntryChoice *choice = g_malloc (sizeof *choice + n_word + n_label);
  char *texts = (char *) (choice + 1);

  memcpy (texts, word, n_word);
  memcpy (texts + n_word, label, n_label);
  *choice = (ArrearsEntryChoice) { texts, texts + n_word };
  return choice;
}

ArrearsEntryValues *
arrears_entry_values_new (void)
{
  ArrearsEntryValues *values = g_new0 (ArrearsEntryValues, 1);

  values->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  values->choices
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return values;
}

ArrearsEntryValues *
arrears_entry_values_copy (const ArrearsEntryValues *values)
{
  ArrearsEntryValues *copy = arrears_entry_values_new ();
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, values->texts);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (copy->texts, g_strdup (name), g_strdup (value));

  g_hash_table_iter_init (&iter, values->choices);
  while (g_hash_table_iter_next (&iter, &name, &value))
    for (guint i = 0; i < ((GPtrArray *) value)->len; i++)
      {
        const ArrearsEntryChoice *choice = g_ptr_array_index ((GPtrArray *) value, i);

        arrears_entry_values_add_choice (copy, name, choice->word, choice->label);
      }
  return copy;
}

void
arrears_entry_values_free (ArrearsEntryValues *values)
{
  g_hash_table_unref (values->texts);
  g_hash_table_unref (values->choices);
  g_free (values);
}

void
arrears_entry_values_set_text (ArrearsEntryValues *values, const char *name, const char *text)
{
  g_hash_table_insert (values->texts, g_strdup (name), g_strstrip (g_strdup (text)));
}

void
arrears_entry_values_set_money (ArrearsEntryValues *values, const char *name, ArrearsMoney money)
{
  g_hash_table_insert (values->texts, g_strdup (name), arrears_money_to_string (money));
}

void
arrears_entry_values_set_day (ArrearsEntryValues *values, const char *name, ArrearsDay day)
{
  g_hash_table_insert (values->texts, g_strdup (name), arrears_day_to_string (day));
}

void
arrears_entry_values_set_number (ArrearsEntryValues *values, const char *name, gint64 number)
{
  g_hash_table_insert (values->texts, g_strdup (name),
                       g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

void
arrears_entry_values_set_flag (ArrearsEntryValues *values, const char *name, gboolean flag)
{
  arrears_entry_values_set_number (values, name, flag ? 1 : 0);
}

static void
set_member (ArrearsEntryValues *values, const char *name, gconstpointer member,
            ArrearsFieldKind kind)
{
  switch (kind)
    {
    case ARREARS_FIELD_TEXT:
      arrears_entry_values_set_text (values, name, *(char *const *) member);
      break;
    case ARREARS_FIELD_MONEY:
      arrears_entry_values_set_money (values, name, *(const ArrearsMoney *) member);
      break;
    case ARREARS_FIELD_DAY:
      arrears_entry_values_set_day (values, name, *(const ArrearsDay *) member);
      break;
    case ARREARS_FIELD_LONG:
      arrears_entry_values_set_number (values, name, *(const gint64 *) member);
      break;
    case ARREARS_FIELD_INTEGER:
    case ARREARS_FIELD_BOOLEAN:
      arrears_entry_values_set_number (values, name, *(const int *) member);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
arrears_entry_values_set_record (ArrearsEntryValues *values, ArrearsRecord *record)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);

  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *name = g_strconcat ("of.", fields[i].name, NULL);

      set_member (values, name, arrears_record_get_member (record, &fields[i]), fields[i].kind);
    }
}

const char *
arrears_entry_values_get_text (const ArrearsEntryValues *values, const char *name)
{
  const char *text = g_hash_table_lookup (values->texts, name);

  return text != NULL ? text : "";
}

const char *
arrears_entry_values_get_optional (const ArrearsEntryValues *values, const char *name)
{
  const char *text = arrears_entry_values_get_text (values, name);

  return *text != '\0' ? text : NULL;
}

ArrearsMoney
arrears_entry_values_get_money (const ArrearsEntryValues *values, const char *name)
{
  const char *text = arrears_entry_values_get_text (values, name);
  ArrearsMoney money = ARREARS_MONEY_ZERO;

  if (*text == '\0' || !arrears_money_parse (text, &money, NULL))
    return ARREARS_MONEY_ZERO;
  return money;
}

ArrearsDay
arrears_entry_values_get_day (const ArrearsEntryValues *values, const char *name)
{
  const char *text = arrears_entry_values_get_text (values, name);
  ArrearsDay day = ARREARS_DAY_NONE;

  if (*text == '\0' || !arrears_day_parse (text, ARREARS_DAY_ORDER_UNKNOWN, &day, NULL))
    return ARREARS_DAY_NONE;
  return day;
}

gint64
arrears_entry_values_get_number (const ArrearsEntryValues *values, const char *name)
{
  const char *text = arrears_entry_values_get_text (values, name);
  gint64 number = 0;

  if (*text == '\0' || !arrears_form_read_number (text, G_MININT64, G_MAXINT64, &number, NULL))
    return 0;
  return number;
}

gboolean
arrears_entry_values_get_flag (const ArrearsEntryValues *values, const char *name)
{
  return arrears_entry_values_get_number (values, name) != 0;
}

void
arrears_entry_values_add_choice (ArrearsEntryValues *values, const char *name, const char *word,
                                 const char *label)
{
  GPtrArray *choices = g_hash_table_lookup (values->choices, name);

  if (choices == NULL)
    {
      choices = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (values->choices, g_strdup (name), choices);
    }
  g_ptr_array_add (choices, create_choice (word, label));
}

GPtrArray *
arrears_entry_values_get_choices (const ArrearsEntryValues *values, const char *name)
{
  return g_hash_table_lookup (values->choices, name);
}

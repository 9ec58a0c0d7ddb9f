/* arrears-log-export.c: the log as a CSV file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-log-export.h"

#include "arrears-words-terms.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  ENTRIES_AT_ONCE = 500,
};

static const char *const headings[]
    = {
        N_("Number"),        N_("Written"),    N_("Day"),     N_("Customer"),
                                                                     N_("What Happened"), N_("Written By"), N_("Channel"), N_("Spoke With"),
                                                                                                                         N_("Outcome"),       N_("Note"),       N_("Measure"), N_("Next Step On"),
                                                                                                                                                                                      N_("Checksum"),
                                                                                                                         };

/* A leading sign would make a formula of a text. */
static void
add_cell (GString *line, const char *text)
{
  gboolean is_formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  if (line->len > 0)
    g_string_append_c (line, ',');
  if (!is_formula && strpbrk (text, ",\"\r\n") == NULL)
    {
      /* The first cell of a line is never empty, so that the comma above is not left out. */
      g_string_append (line, text);
      return;
    }

  g_string_append (line, is_formula ? "\"'" : "\"");
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *at);
    }
  g_string_append_c (line, '"');
}

/* A word of an entry; most entries have none. */
static void
add_term (GString *line, ArrearsTermKind kind, const char *word)
{
  add_cell (line, *word != '\0' ? arrears_words_get_for_term (kind, word) : "");
}

static void
add_entry (GString *line, ArrearsLogEntry *entry)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->id);
  g_autofree char *instant = arrears_log_export_format_instant (entry->at, entry->offset_minutes);
  g_autofree char *day = arrears_day_to_string (entry->day);
  g_autofree char *text = arrears_words_describe_log_entry (entry);
  g_autofree char *next = arrears_day_to_string (entry->next_on);

  add_cell (line, number);
  add_cell (line, instant);
  add_cell (line, day);
  add_cell (line, entry->customer_name);
  add_cell (line, text);
  add_cell (line, entry->actor);
  add_term (line, ARREARS_TERM_CHANNEL, entry->channel);
  add_cell (line, entry->spoke_with);
  add_term (line, ARREARS_TERM_CONTACT_OUTCOME, entry->outcome);
  add_cell (line, entry->note);
  add_cell (line, entry->measure);
  add_cell (line, next);
  add_cell (line, entry->hash);
}

static gboolean
write_line (GOutputStream *stream, GString *line, GError **error)
{
  g_string_append (line, "\r\n");
  return g_output_stream_write_all (stream, line->str, line->len, NULL, NULL, error);
}

static gboolean
write_headings (GOutputStream *stream, GError **error)
{
  static const char mark[] = "\xEF\xBB\xBF";
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    add_cell (line, _(headings[i]));
  return g_output_stream_write_all (stream, mark, strlen (mark), NULL, NULL, error)
         && write_line (stream, line, error);
}

/* The next entries; *before is moved to the last of them, 0 when there are no more. */
static gboolean
write_entries (ArrearsDesk *desk, const ArrearsLogFilter *filter, gint64 *before,
               GOutputStream *stream, GError **error)
{
  g_autoptr (GPtrArray) entries
      = arrears_contact_list_log (desk, filter, *before, ENTRIES_AT_ONCE, error);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      ArrearsLogEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GString) line = g_string_new (NULL);

      add_entry (line, entry);
      if (!write_line (stream, line, error))
        return FALSE;
      *before = entry->id;
    }
  if (entries->len < ENTRIES_AT_ONCE)
    *before = 0;
  return TRUE;
}

gboolean
arrears_log_export_write (ArrearsDesk *desk, const ArrearsLogFilter *filter, const char *path,
                          GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  g_autoptr (GCancellable) never_mind = g_cancellable_new ();
  gint64 before = 0;

  if (stream == NULL || !write_headings (G_OUTPUT_STREAM (stream), error))
    return FALSE;

  do
    if (!write_entries (desk, filter, &before, G_OUTPUT_STREAM (stream), error))
      {
        /* Closed like this, the stream leaves what stood there. */
        g_cancellable_cancel (never_mind);
        g_output_stream_close (G_OUTPUT_STREAM (stream), never_mind, NULL);
        return FALSE;
      }
  while (before != 0);
  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

char *
arrears_log_export_format_instant (gint64 at, int offset_minutes)
{
  const int seconds_per_minute = 60;
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset_minutes * seconds_per_minute);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) there = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return there != NULL ? g_date_time_format (there, "%Y-%m-%d %H:%M") : g_strdup ("");
}

/* arrears-cli-log.c: the log (台账) on the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-measures.h"
#include "arrears-cli-output.h"
#include "arrears-contact.h"
#include "arrears-words-terms.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

enum
{
  ENTRIES_A_PAGE = 500,
};

/* "2026-11-20T09:30:00+08" */
static char *
format_instant (gint64 at, int offset_minutes)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset_minutes * 60);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format_iso8601 (local) : g_strdup ("");
}

static void
add_moment (JsonBuilder *builder, ArrearsLogEntry *entry)
{
  g_autofree char *time = NULL;
  gint64 corrects;
  int minute;

  if (arrears_contact_read_entry (entry, &minute, &corrects))
    time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  arrears_output_add_day (builder, "day", entry->day);
  arrears_output_add_text (builder, "time", time != NULL ? time : "");
  json_builder_set_member_name (builder, "corrects");
  if (time != NULL && corrects != 0)
    json_builder_add_int_value (builder, corrects);
  else
    json_builder_add_null_value (builder);
}

/* The name of a word, of no word none. */
static void
add_name (JsonBuilder *builder, const char *member, ArrearsTermKind kind, const char *word)
{
  arrears_output_add_text (builder, member,
                           word[0] != '\0' ? arrears_words_get_for_term (kind, word) : "");
}

static void
add_entry (JsonBuilder *builder, ArrearsLogEntry *entry)
{
  g_autofree char *at = format_instant (entry->at, entry->offset_minutes);
  g_autofree char *text = arrears_words_describe_log_entry (entry);

  json_builder_begin_object (builder);
  arrears_output_add_number (builder, "entry", entry->id);
  arrears_output_add_text (builder, "at", at);
  arrears_output_add_text (builder, "kind", entry->kind);
  arrears_output_add_text (builder, "customer", entry->customer_name);
  add_moment (builder, entry);
  arrears_output_add_text (builder, "actor", entry->actor);
  arrears_output_add_text (builder, "with", entry->spoke_with);
  arrears_output_add_text (builder, "channel", entry->channel);
  add_name (builder, "channel_name", ARREARS_TERM_CHANNEL, entry->channel);
  arrears_output_add_text (builder, "subject", entry->subject);
  arrears_output_add_money (builder, "amount", entry->amount);
  arrears_output_add_text (builder, "note", entry->note);
  arrears_output_add_text (builder, "outcome", entry->outcome);
  add_name (builder, "outcome_name", ARREARS_TERM_CONTACT_OUTCOME, entry->outcome);
  arrears_output_add_text (builder, "measure", entry->measure);
  arrears_output_add_day (builder, "next_on", entry->next_on);
  arrears_output_add_text (builder, "text", text);
  arrears_output_add_text (builder, "hash", entry->hash);
  json_builder_end_object (builder);
}

/* In a file each thing has a column of its own; on a screen one sentence tells of all. */
static void
print_log (ArrearsCli *cli, JsonBuilder *builder)
{
  static const ArrearsColumn screen[] = {
    { "entry", N_("Entry"), TRUE },
    { "day", N_("Day"), FALSE },
    { "time", N_("Time"), FALSE },
    { "customer", N_("Customer"), FALSE },
    { "actor", N_("Who"), FALSE },
    { "text", N_("What"), FALSE },
    { NULL },
  };
  static const ArrearsColumn file[] = {
    { "entry", N_("Entry"), TRUE },
    { "at", N_("Written at"), FALSE },
    { "day", N_("Day"), FALSE },
    { "time", N_("Time"), FALSE },
    { "customer", N_("Customer"), FALSE },
    { "actor", N_("Who"), FALSE },
    { "with", N_("With whom"), FALSE },
    { "channel_name", N_("Channel"), FALSE },
    { "text", N_("What"), FALSE },
    { "amount", N_("Amount"), TRUE },
    { "note", N_("What was said"), FALSE },
    { "outcome_name", N_("Outcome"), FALSE },
    { "measure", N_("Measure"), FALSE },
    { "next_on", N_("Next step on"), FALSE },
    { "corrects", N_("Corrects entry"), TRUE },
    { "hash", N_("Hash"), FALSE },
    { NULL },
  };

  arrears_output_print_list (cli, builder, NULL, cli->format == ARREARS_FORMAT_CSV ? file : screen);
}

/* Up to `limit` entries (0: all), a page at a time. */
static gboolean
add_entries (JsonBuilder *builder, ArrearsDesk *desk, const ArrearsLogFilter *filter, guint limit,
             GError **error)
{
  gint64 before = 0;
  guint n = 0;

  while (limit == 0 || n < limit)
    {
      guint wanted = limit == 0 ? ENTRIES_A_PAGE : MIN (limit - n, ENTRIES_A_PAGE);
      g_autoptr (GPtrArray) page = arrears_contact_list_log (desk, filter, before, wanted, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        add_entry (builder, g_ptr_array_index (page, i));
      if (page->len < wanted)
        return TRUE;
      before = ARREARS_LOG_ENTRY (page->pdata[page->len - 1])->id;
      n += page->len;
    }
  return TRUE;
}

/* The texts of the options; NULL where one was not given. */
typedef struct
{
  char *person;
  char *channel;
  char *from;
  char *to;
  char *search;
  int limit;
  gboolean is_contact;
} LogTexts;

static void
clear_texts (LogTexts *texts)
{
  g_free (texts->person);
  g_free (texts->channel);
  g_free (texts->from);
  g_free (texts->to);
  g_free (texts->search);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LogTexts, clear_texts)

static gboolean
read_filter (const LogTexts *texts, ArrearsLogFilter *filter, int *status)
{
  g_autoptr (GError) error = NULL;

  filter->person = texts->person;
  filter->search = texts->search;
  filter->is_contact = texts->is_contact;
  if (texts->channel != NULL && !arrears_channel_parse (texts->channel, &filter->channel, &error))
    {
      *status = arrears_cli_fail_option ("--channel", error);
      return FALSE;
    }
  return arrears_measure_read_day ("--from", texts->from, &filter->from, status)
         && arrears_measure_read_day ("--to", texts->to, &filter->to, status);
}

int
arrears_command_log (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "[CODE] [--contacts] [--person P] [--channel W] [--from D] [--to D] "
                         "[--search T] [--limit N]";
  g_auto (LogTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    { "contacts", 0, 0, G_OPTION_ARG_NONE, &texts.is_contact, NULL, NULL },
    { "person", 0, 0, G_OPTION_ARG_STRING, &texts.person, NULL, NULL },
    { "channel", 0, 0, G_OPTION_ARG_STRING, &texts.channel, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &texts.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &texts.to, NULL, NULL },
    { "search", 0, 0, G_OPTION_ARG_STRING, &texts.search, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &texts.limit, NULL, NULL },
    { NULL },
  };
  ArrearsLogFilter filter = { 0 };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 0, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.limit < 0)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!read_filter (&texts, &filter, &status))
    return status;
  desk = arrears_measure_open (cli, argc > 1 ? argv[1] : NULL, &filter.customer_id, &status);
  if (desk == NULL)
    return status;
  json_builder_begin_array (builder);
  if (!add_entries (builder, desk, &filter, (guint) texts.limit, &error))
    return arrears_cli_fail (error);
  json_builder_end_array (builder);
  print_log (cli, builder);
  return ARREARS_EXIT_DONE;
}

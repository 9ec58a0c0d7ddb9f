/* arrears-cli-rules.c: commands on what was chosen and published: rules, rates, holidays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-measures.h"
#include "arrears-cli-output.h"
#include "arrears-published.h"
#include "arrears-rules.h"
#include "arrears-words-contact.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static int
print_rules (ArrearsCli *cli, const ArrearsRules *rules)
{
  static const ArrearsColumn columns[] = {
    { "statutory", N_("Late charge where nothing is agreed"), FALSE },
    { "payment_order", N_("What a payment pays first"), FALSE },
    { "cent_tolerance", N_("Rest that is offered as a write-off"), TRUE },
    { "promise_grace_days", N_("Workdays until a promise is broken"), TRUE },
    { "remind_days_before", N_("Days before the due day to remind"), TRUE },
    { "fewest_days_between_letters", N_("Days between formal letters"), TRUE },
    { NULL },
  };
  const char *const *names = arrears_rules_list_names ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *value = arrears_rules_dup_value (rules, names[i]);

      if (strstr (names[i], "days") != NULL)
        arrears_output_add_number (builder, names[i], g_ascii_strtoll (value, NULL, 10));
      else
        arrears_output_add_text (builder, names[i], value);
    }
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, columns);
  return ARREARS_EXIT_DONE;
}

/* NAME=VALUE. */
static gboolean
set_rule (ArrearsRules *rules, const char *assignment, GError **error)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *name = NULL;

  if (equals == NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN, "%s: expected KEY=VALUE",
                   assignment);
      return FALSE;
    }
  name = g_strndup (assignment, (gsize) (equals - assignment));
  return arrears_rules_set_value (rules, name, equals + 1, error);
}

int
arrears_command_rules (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "[set KEY=VALUE ...]";
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsRules rules;
  int status;

  if (!arrears_cli_parse (entries, operands, 0, G_MAXINT - 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (argc == 2 || (argc > 2 && !g_str_equal (argv[1], "set")))
    return arrears_cli_fail_usage (argv[0], operands);
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  if (!arrears_rules_load (desk, &rules, &error))
    return arrears_cli_fail (error);
  if (argc == 1)
    return print_rules (cli, &rules);
  for (int i = 2; i < argc; i++)
    if (!set_rule (&rules, argv[i], &error))
      return arrears_cli_fail (error);
  return arrears_rules_save (desk, &rules, &error) ? ARREARS_EXIT_DONE : arrears_cli_fail (error);
}

static void
warn_of_ends (ArrearsDesk *desk, ArrearsPublishedWarnings wanted)
{
  ArrearsDay rates_end, calendar_end;
  ArrearsPublishedWarnings warnings
      = arrears_published_get_warnings (desk, &rates_end, &calendar_end) & wanted;
  g_autofree char *rates = arrears_day_to_string (rates_end);
  g_autofree char *calendar = arrears_day_to_string (calendar_end);

  if (warnings & ARREARS_PUBLISHED_RATES_ENDED)
    {
      fputs ("arrears-cli: ", stderr);
      fprintf (stderr, _("The last LPR known is that of %s. Please add what was published since."),
               rates);
      fputc ('\n', stderr);
    }
  if (warnings & ARREARS_PUBLISHED_CALENDAR_ENDED)
    {
      fputs ("arrears-cli: ", stderr);
      fprintf (stderr, _("Days off are known up to %s. Please add those of the year."), calendar);
      fputc ('\n', stderr);
    }
}

static int
print_rates (ArrearsCli *cli, ArrearsDesk *desk)
{
  static const ArrearsColumn columns[] = {
    { "published_on", N_("Published on"), FALSE },
    { "rate", N_("LPR, one year"), TRUE },
    { "added", N_("Added by hand"), FALSE },
    { "recorded_on", N_("Added on"), FALSE },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rates = arrears_published_list_rates (desk, &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (rates == NULL)
    return arrears_cli_fail (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < rates->len; i++)
    {
      ArrearsPublishedRate *rate = g_ptr_array_index (rates, i);

      json_builder_begin_object (builder);
      arrears_output_add_day (builder, "published_on", rate->published_on);
      arrears_output_add_text (builder, "rate", rate->rate);
      arrears_output_add_boolean (builder, "added", rate->is_added);
      arrears_output_add_day (builder, "recorded_on", rate->recorded_on);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return ARREARS_EXIT_DONE;
}

static int
add_rate (ArrearsDesk *desk, const char *day_text, const char *rate_text)
{
  g_autoptr (GError) error = NULL;
  ArrearsDay day;
  ArrearsRate rate;

  if (!arrears_day_parse (day_text, ARREARS_DAY_ORDER_YMD, &day, &error)
      || !arrears_rate_parse (rate_text, &rate, &error)
      || !arrears_published_add_rate (desk, day, rate, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_rates (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "[add DAY RATE]";
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 0, 3, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (argc != 1 && (argc != 4 || !g_str_equal (argv[1], "add")))
    return arrears_cli_fail_usage (argv[0], operands);
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  status = argc == 1 ? print_rates (cli, desk) : add_rate (desk, argv[2], argv[3]);
  if (status == ARREARS_EXIT_DONE)
    warn_of_ends (desk, ARREARS_PUBLISHED_RATES_ENDED);
  return status;
}

static void
add_day_row (JsonBuilder *builder, ArrearsPublishedDay *day)
{
  ArrearsCalendarKind kind = ARREARS_CALENDAR_ORDINARY;

  arrears_calendar_kind_parse (day->kind, &kind, NULL);
  json_builder_begin_object (builder);
  arrears_output_add_day (builder, "day", day->day);
  arrears_output_add_text (builder, "kind", day->kind);
  arrears_output_add_text (builder, "kind_name", arrears_words_get_for_calendar_kind (kind));
  arrears_output_add_text (builder, "name", day->name);
  arrears_output_add_boolean (builder, "added", day->is_added);
  arrears_output_add_day (builder, "recorded_on", day->recorded_on);
  json_builder_end_object (builder);
}

static int
print_days (ArrearsCli *cli, ArrearsDesk *desk)
{
  static const ArrearsColumn columns[] = {
    { "day", N_("Day"), FALSE },
    { "kind_name", N_("What it is"), FALSE },
    { "name", N_("Name"), FALSE },
    { "added", N_("Added by hand"), FALSE },
    { "recorded_on", N_("Added on"), FALSE },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days = arrears_published_list_days (desk, &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (days == NULL)
    return arrears_cli_fail (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < days->len; i++)
    add_day_row (builder, g_ptr_array_index (days, i));
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return ARREARS_EXIT_DONE;
}

static int
add_day (ArrearsDesk *desk, const char *day_text, const char *word, const char *name)
{
  g_autoptr (GError) error = NULL;
  ArrearsCalendarKind kind;
  ArrearsDay day;

  if (!arrears_day_parse (day_text, ARREARS_DAY_ORDER_YMD, &day, &error)
      || !arrears_calendar_kind_parse (word, &kind, &error)
      || !arrears_published_add_day (desk, day, kind, name, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_holidays (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "[add DAY holiday|makeup_workday|ordinary [NAME]]";
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 0, 4, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (argc != 1 && (argc < 4 || !g_str_equal (argv[1], "add")))
    return arrears_cli_fail_usage (argv[0], operands);
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  status = argc == 1 ? print_days (cli, desk)
                     : add_day (desk, argv[2], argv[3], argc > 4 ? argv[4] : NULL);
  if (status == ARREARS_EXIT_DONE)
    warn_of_ends (desk, ARREARS_PUBLISHED_CALENDAR_ENDED);
  return status;
}

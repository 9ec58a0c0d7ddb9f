/* arrears-cli-contact.c: commands on speaking with customers: contact, contact-check, contacts,
 * wording
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-measures.h"
#include "arrears-cli-output.h"
#include "arrears-contact.h"
#include "arrears-words-guard.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The texts of the options; NULL where one was not given. */
typedef struct
{
  char *at;
  char *channel;
  char *corrects;
  char *measure;
  char *next;
  char *outcome;
  char *reason;
  char *said;
  char *with;
} ContactTexts;

static void
clear_texts (ContactTexts *texts)
{
  g_free (texts->at);
  g_free (texts->channel);
  g_free (texts->corrects);
  g_free (texts->measure);
  g_free (texts->next);
  g_free (texts->outcome);
  g_free (texts->reason);
  g_free (texts->said);
  g_free (texts->with);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ContactTexts, clear_texts)

#define OPTION(texts, member)                                                                      \
  {                                                                                                \
#    member, 0, 0, G_OPTION_ARG_STRING, &(texts).member, NULL, NULL                                \
  }

/* "HH:MM" and nothing behind it. */
static gboolean
parse_time (const char *text, int *minute)
{
  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0])
      || !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  *minute = ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
  return *minute < 24 * 60 && text[3] < '6';
}

/* "YYYY-MM-DD HH:MM", or the time alone, of the desk's day. */
static gboolean
read_moment (ArrearsCli *cli, const char *text, ArrearsContact *contact, int *status)
{
  const char *time = text != NULL ? strrchr (text, ' ') : NULL;
  g_autofree char *day = time != NULL ? g_strndup (text, (gsize) (time - text)) : NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return TRUE;
  contact->on = cli->as_of;
  if ((day == NULL || arrears_day_parse (day, ARREARS_DAY_ORDER_YMD, &contact->on, &error))
      && parse_time (time != NULL ? time + 1 : text, &contact->minute))
    return TRUE;
  if (error == NULL)
    error = g_error_new (ARREARS_ERROR, ARREARS_ERROR_DAY_UNREADABLE,
                         "'%s': expected a day and a time, such as 2026-03-05 14:30", text);
  *status = arrears_cli_fail_option ("--at", error);
  return FALSE;
}

static gboolean
read_words (const ContactTexts *texts, ArrearsContact *contact, int *status)
{
  g_autoptr (GError) error = NULL;

  if (texts->channel != NULL && !arrears_channel_parse (texts->channel, &contact->channel, &error))
    *status = arrears_cli_fail_option ("--channel", error);
  else if (texts->outcome != NULL
           && !arrears_outcome_parse (texts->outcome, &contact->outcome, &error))
    *status = arrears_cli_fail_option ("--outcome", error);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_contact (ArrearsCli *cli, const ContactTexts *texts, ArrearsContact *contact, int *status)
{
  contact->spoke_with = texts->with;
  contact->said = texts->said;
  contact->measure = texts->measure;
  contact->reason = texts->reason;
  return read_words (texts, contact, status) && read_moment (cli, texts->at, contact, status)
         && arrears_measure_read_day ("--next", texts->next, &contact->next_on, status)
         && arrears_measure_read_id (texts->corrects, &contact->corrects, status);
}

static void
add_finding (JsonBuilder *builder, const ArrearsGuardFinding *finding)
{
  g_autofree char *text = arrears_words_describe_guard (finding);

  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "rule", arrears_guard_rule_to_word (finding->rule));
  arrears_output_add_text (builder, "severity", arrears_guard_severity_to_word (finding->severity));
  arrears_output_add_number (builder, "count", finding->count);
  arrears_output_add_number (builder, "limit", finding->limit);
  arrears_output_add_day (builder, "day", finding->day);
  arrears_output_add_text (builder, "text", text);
  json_builder_end_object (builder);
}

static void
warn_of_findings (const GArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text
          = arrears_words_describe_guard (&g_array_index (findings, ArrearsGuardFinding, i));

      fprintf (stderr, "arrears-cli: %s\n", text);
    }
}

int
arrears_command_contact (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "CODE --channel W --said TEXT [--with NAME] [--at \"YYYY-MM-DD HH:MM\"] "
                         "[--outcome W] [--measure T] [--next D] [--reason R] [--corrects ENTRY]";
  g_auto (ContactTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    OPTION (texts, at),       OPTION (texts, channel),
    OPTION (texts, corrects), OPTION (texts, measure),
    OPTION (texts, next),     OPTION (texts, outcome),
    OPTION (texts, reason),   OPTION (texts, said),
    OPTION (texts, with),     { NULL },
  };
  ArrearsContact contact = { 0 };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.said == NULL || (texts.channel == NULL && texts.corrects == NULL))
    return arrears_cli_fail_usage (argv[0], operands);
  if (!read_contact (cli, &texts, &contact, &status))
    return status;
  desk = arrears_measure_open (cli, argv[1], &contact.customer_id, &status);
  if (desk == NULL)
    return status;
  findings = arrears_contact_check (desk, &contact, &error);
  if (findings == NULL)
    return arrears_cli_fail (error);
  warn_of_findings (findings);
  id = arrears_contact_log (desk, &contact, &error);
  return arrears_measure_print_id (cli, id, error);
}

static void
print_findings (ArrearsCli *cli, const GArray *findings)
{
  static const ArrearsColumn columns[] = {
    { "rule", N_("Rule"), FALSE },
    { "severity", N_("Severity"), FALSE },
    { "text", N_("Why"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    add_finding (builder, &g_array_index (findings, ArrearsGuardFinding, i));
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
}

int
arrears_command_contact_check (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "CODE --channel W [--with NAME] [--at \"YYYY-MM-DD HH:MM\"]";
  g_auto (ContactTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    OPTION (texts, at),
    OPTION (texts, channel),
    OPTION (texts, with),
    { NULL },
  };
  ArrearsContact contact = { 0 };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.channel == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!read_contact (cli, &texts, &contact, &status))
    return status;
  desk = arrears_measure_open (cli, argv[1], &contact.customer_id, &status);
  if (desk == NULL)
    return status;
  findings = arrears_contact_check (desk, &contact, &error);
  if (findings == NULL)
    return arrears_cli_fail (error);
  print_findings (cli, findings);
  return ARREARS_EXIT_DONE;
}

typedef struct
{
  char *phone;
  char *email;
  char *role;
  char *reason;
} PersonTexts;

static void
clear_person_texts (PersonTexts *texts)
{
  g_free (texts->phone);
  g_free (texts->email);
  g_free (texts->role);
  g_free (texts->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PersonTexts, clear_person_texts)

static int
print_people (ArrearsCli *cli, const GPtrArray *people)
{
  static const ArrearsColumn columns[] = {
    { "name", N_("Name"), FALSE },
    { "role", N_("Role"), FALSE },
    { "phone", N_("Phone"), FALSE },
    { "email", N_("E-mail"), FALSE },
    { "stopped", N_("Not to be contacted"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < people->len; i++)
    {
      ArrearsContactPerson *person = g_ptr_array_index (people, i);

      json_builder_begin_object (builder);
      arrears_output_add_number (builder, "id", person->id);
      arrears_output_add_number (builder, "position", person->position);
      arrears_output_add_text (builder, "name", person->name);
      arrears_output_add_text (builder, "role", person->role);
      arrears_output_add_text (builder, "phone", person->phone);
      arrears_output_add_text (builder, "email", person->email);
      arrears_output_add_boolean (builder, "stopped", person->is_stopped);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return ARREARS_EXIT_DONE;
}

static void
set_given (char **member, const char *text)
{
  if (text != NULL)
    arrears_record_set_text (member, text);
}

/* NULL where nobody bears the name. (transfer full) */
static ArrearsContactPerson *
find_person (const GPtrArray *people, const char *name)
{
  for (guint i = 0; i < people->len; i++)
    {
      ArrearsContactPerson *person = g_ptr_array_index (people, i);

      if (g_str_equal (person->name, name))
        return g_object_ref (person);
    }
  return NULL;
}

static int
fail_no_person (const char *name)
{
  g_autoptr (GError) error = g_error_new (ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                                          "the customer has no such contact person");

  return arrears_cli_fail_option (name, error);
}

/* Saves a person with what was given of them. */
static int
save_person (ArrearsCli *cli, ArrearsDesk *desk, ArrearsContactPerson *person,
             const PersonTexts *texts)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  set_given (&person->phone, texts->phone);
  set_given (&person->email, texts->email);
  set_given (&person->role, texts->role);
  id = arrears_contact_save_person (desk, person, &error);
  return arrears_measure_print_id (cli, id, error);
}

static int
add_person (ArrearsCli *cli, ArrearsDesk *desk, gint64 customer_id, const char *name,
            const PersonTexts *texts)
{
  g_autoptr (ArrearsContactPerson) person = arrears_contact_person_new ();

  person->customer_id = customer_id;
  arrears_record_set_text (&person->name, name);
  return save_person (cli, desk, person, texts);
}

/* What is done with the person of a name: add, change or stop. */
static int
act_on_person (ArrearsCli *cli, ArrearsDesk *desk, gint64 customer_id, char **operands,
               const PersonTexts *texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = arrears_contact_load_people (desk, customer_id, &error);
  g_autoptr (ArrearsContactPerson) person = NULL;

  if (people == NULL)
    return arrears_cli_fail (error);
  if (g_str_equal (operands[0], "add"))
    return add_person (cli, desk, customer_id, operands[1], texts);
  person = find_person (people, operands[1]);
  if (person == NULL)
    return fail_no_person (operands[1]);
  if (g_str_equal (operands[0], "change"))
    return save_person (cli, desk, person, texts);
  if (!arrears_contact_stop_person (desk, person->id, texts->reason, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_contacts (ArrearsCli *cli, int argc, char **argv)
{
  static const char *const acts[] = { "add", "change", "stop", NULL };
  const char *operands = "CODE [add|change NAME [--phone P] [--email E] [--role R] | "
                         "stop NAME --reason R]";
  g_auto (PersonTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    OPTION (texts, phone),
    OPTION (texts, email),
    OPTION (texts, role),
    OPTION (texts, reason),
    { NULL },
  };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  gint64 customer_id;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 3, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (argc == 3 || (argc == 4 && !g_strv_contains (acts, argv[2])))
    return arrears_cli_fail_usage (argv[0], operands);
  desk = arrears_measure_open (cli, argv[1], &customer_id, &status);
  if (desk == NULL)
    return status;
  if (argc == 4)
    return act_on_person (cli, desk, customer_id, argv + 2, &texts);
  people = arrears_contact_load_people (desk, customer_id, &error);
  return people != NULL ? print_people (cli, people) : arrears_cli_fail (error);
}

/* All of the standard input; NULL on failure. */
static char *
read_input (GError **error)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (STDIN_FILENO);
  char *text = NULL;

  if (g_io_channel_set_encoding (input, NULL, error) != G_IO_STATUS_NORMAL
      || g_io_channel_read_to_end (input, &text, NULL, error) != G_IO_STATUS_NORMAL)
    return NULL;
  return text;
}

static void
add_wording (JsonBuilder *builder, const char *text, const ArrearsWordingFinding *finding)
{
  g_autofree char *found = g_strndup (text + finding->start, finding->length);

  json_builder_begin_object (builder);
  arrears_output_add_number (builder, "at",
                             g_utf8_pointer_to_offset (text, text + finding->start) + 1);
  arrears_output_add_text (builder, "found", found);
  arrears_output_add_text (builder, "kind", arrears_wording_kind_to_word (finding->kind));
  arrears_output_add_text (builder, "kind_name",
                           arrears_words_get_for_wording_kind (finding->kind));
  arrears_output_add_text (builder, "better", finding->better);
  json_builder_end_object (builder);
}

static void
print_wording (ArrearsCli *cli, const char *text, const GArray *findings)
{
  static const ArrearsColumn columns[] = {
    { "at", N_("At character"), TRUE },
    { "found", N_("Found"), FALSE },
    { "kind_name", N_("What it is"), FALSE },
    { "better", N_("Better"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    add_wording (builder, text, &g_array_index (findings, ArrearsWordingFinding, i));
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
}

/* For a customer, what is true of them counts; without one, no ledger is opened. */
static GArray *
check_text (ArrearsCli *cli, const char *code, const char *text, int *status)
{
  const ArrearsWordingFacts facts = { 0 };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  GArray *findings;
  gint64 customer_id;

  if (!g_utf8_validate (text, -1, NULL))
    {
      error = g_error_new (ARREARS_ERROR, ARREARS_ERROR_ENCODING, "the text is not UTF-8");
      *status = arrears_cli_fail (error);
      return NULL;
    }
  if (code == NULL)
    return arrears_wording_check (text, &facts);
  desk = arrears_measure_open (cli, code, &customer_id, status);
  if (desk == NULL)
    return NULL;
  findings = arrears_contact_check_text (desk, customer_id, text, &error);
  if (findings == NULL)
    *status = arrears_cli_fail (error);
  return findings;
}

int
arrears_command_wording (ArrearsCli *cli, int argc, char **argv)
{
  g_autofree char *code = NULL;
  const GOptionEntry entries[] = {
    { "customer", 0, 0, G_OPTION_ARG_STRING, &code, NULL, NULL },
    { NULL },
  };
  g_autofree char *text = NULL;
  g_autoptr (GArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, "[TEXT|-] [--customer CODE]", 0, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  text = argc > 1 && !g_str_equal (argv[1], "-") ? g_strdup (argv[1]) : read_input (&error);
  if (text == NULL)
    return arrears_cli_fail (error);
  findings = check_text (cli, code, text, &status);
  if (findings == NULL)
    return status;
  print_wording (cli, text, findings);
  return ARREARS_EXIT_DONE;
}

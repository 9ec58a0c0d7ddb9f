/* main.c: arrears-cli, the command-line companion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli.h"
#include "arrears-words.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *name;
  ArrearsCommandFunc run;
  const char *usage;
  const char *purpose;
} Command;

static const Command commands[] = {
  { "new", arrears_command_new, "FILE [--sample]", N_("make a ledger") },
  { "company", arrears_command_company, "set KEY=VALUE ...",
    N_("enter the particulars of your own firm") },
  { "contract", arrears_command_contract, "set CUSTOMER NUMBER KEY=VALUE ...",
    N_("enter what a contract says about paying late") },
  { "import", arrears_command_import, "customers|invoices|payments FILE [...]",
    N_("take in a CSV or xlsx file") },
  { "today", arrears_command_today, "[--owner NAME]", N_("list what wants to be done today") },
  { "seen", arrears_command_seen, "CODE [--by NAME]",
    N_("say that an account's new stage was seen") },
  { "done", arrears_command_done, "CODE --note N [--by NAME]",
    N_("say that what the stage asks for was done") },
  { "policy", arrears_command_policy, "list|show|set|assign|preview [...]",
    N_("edit escalation policies, and say for whom each holds") },
  { "flags", arrears_command_flags, "", N_("list the accounts at or past a threshold") },
  { "aging", arrears_command_aging, "[--by customer|invoice]",
    N_("list open amounts by how long they are overdue") },
  { "account", arrears_command_account, "CODE", N_("show one account in full") },
  { "charge", arrears_command_charge, "--amount A --due D --until D --rate R [...]",
    N_("compute a late charge, step by step") },
  { "pay", arrears_command_pay, "CODE --amount A --on D [...]",
    N_("record a receipt and allocate it") },
  { "receipts", arrears_command_receipts, "CODE",
    N_("list what came in, and what it paid") },
  { "allocate", arrears_command_allocate, "CODE [...]",
    N_("allocate what was paid and pays nothing yet") },
  { "refund", arrears_command_refund, "RECEIPT --amount A [...]",
    N_("pay unapplied money back") },
  { "credit-note", arrears_command_credit_note, "CODE --number N --amount A [...]",
    N_("lower what a customer owes") },
  { "void", arrears_command_void, "receipt ID | invoice NUMBER --reason R",
    N_("take back what was entered by mistake") },
  { "write-off", arrears_command_write_off, "INVOICE --kind cents|bad_debt --reason R [...]",
    N_("take off the books what will not be paid") },
  { "charge-left", arrears_command_charge_left, "CODE | INVOICE keep|waive|write_off --reason R",
    N_("list late charges that are left, or decide about one") },
  { "split", arrears_command_split, "INVOICE DAY=AMOUNT DAY=AMOUNT ...",
    N_("split an invoice into instalments") },
  { "due", arrears_command_due, "INVOICE --on D --reason R", N_("change the due day of an invoice") },
  { "cost", arrears_command_cost, "INVOICE --amount A --on D --note N",
    N_("enter a cost of enforcing a claim") },
  { "log", arrears_command_log, "[CODE] [--contacts] [--person P] [--channel W] [--from D] [...]",
    N_("list what was done and said") },
  { "contact", arrears_command_contact, "CODE --channel W --said TEXT [...]",
    N_("log a contact with a customer") },
  { "contact-check", arrears_command_contact_check, "CODE --channel W [--with NAME] [--at MOMENT]",
    N_("say what speaks against a contact") },
  { "contacts", arrears_command_contacts, "CODE [add|change|stop NAME ...]",
    N_("list whom of a customer to speak with, or change that") },
  { "wording", arrears_command_wording, "[TEXT|-] [--customer CODE]",
    N_("find words that a demand must not use") },
  { "rules", arrears_command_rules, "[set KEY=VALUE ...]",
    N_("show or choose what the law leaves open") },
  { "rates", arrears_command_rates, "[add DAY RATE]", N_("list the LPR, or add a value") },
  { "holidays", arrears_command_holidays, "[add DAY KIND [NAME]]",
    N_("list days off and make-up workdays, or add one") },
  { "letter", arrears_command_letter, "CODE --kind demand -o FILE.pdf [...]",
    N_("issue a letter") },
  { "limitation", arrears_command_limitation, "CODE",
    N_("tell until when each claim can be enforced, and why") },
  { "limitation-event", arrears_command_limitation_event, "CODE --kind K --on D --proof A..G [...]",
    N_("enter what started a limitation period anew") },
  { "limitation-event-void", arrears_command_limitation_event_void, "ID --reason R",
    N_("take such an event back") },
  { "guarantee", arrears_command_guarantee, "CODE --guarantor NAME --kind K --due D [...]",
    N_("enter a guarantee, whose period is watched") },
  { "guarantee-end", arrears_command_guarantee_end, "ID claimed|lapsed|released [...]",
    N_("say what became of a guarantee") },
  { "voucher", arrears_command_voucher, "add|list|export|end [...]",
    N_("keep contracts, delivery notes and other files with the books") },
  { "vouchers-missing", arrears_command_vouchers_missing, "[CODE]",
    N_("list the open invoices that lack papers") },
  { "identity", arrears_command_identity, "new FILE.p12 --name NAME --password-file F",
    N_("make a signing identity of your own") },
  { "verify", arrears_command_verify, "[FILE.pdf]",
    N_("check the ledger, or the signatures of a PDF file") },
  { "promise", arrears_command_promise, "CODE --amount A --due D [...]",
    N_("enter what a customer promised to pay") },
  { "promise-end", arrears_command_promise_end, "ID [--note N]", N_("withdraw a promise") },
  { "dispute", arrears_command_dispute, "INVOICE --reason WORD [--amount A] [...]",
    N_("enter what a customer contests of an invoice") },
  { "dispute-end", arrears_command_dispute_end, "ID credited|rejected|withdrawn [...]",
    N_("enter how a dispute ended") },
  { "pause", arrears_command_pause, "CODE --kind WORD --until D --reason R [...]",
    N_("let collection rest until a day of review") },
  { "pause-end", arrears_command_pause_end, "ID [--note N]", N_("go on before that day") },
  { "mark", arrears_command_mark, "CODE KIND [--reason R] [...]",
    N_("mark bad faith, blacklist, credit hold, its override, or why one pays late") },
  { "unmark", arrears_command_unmark, "ID --reason R", N_("take a mark away") },
  { "credit", arrears_command_credit, "CODE [--amount X]",
    N_("see whether a customer can have more on credit") },
  { "owner", arrears_command_owner, "CODE NAME [--note N]",
    N_("say who looks after an account") },
  { "hand-over", arrears_command_hand_over, "FROM TO [--note N]",
    N_("hand all accounts of one person over to another") },
  { "people", arrears_command_people, "", N_("report what each person looks after and did") },
  { "backup", arrears_command_backup, "FILE", N_("copy the ledger while it is in use") },
};

static ArrearsInstant
read_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (ArrearsInstant) {
    .at = g_date_time_to_unix (now),
    .offset_minutes = (int) (g_date_time_get_utc_offset (now) / G_TIME_SPAN_MINUTE),
  };
}

static ArrearsDay
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return arrears_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                               g_date_time_get_day_of_month (now));
}

/* A language was asked for: gettext wants a locale that is not C before it listens. */
static void
choose_language (const char *language)
{
  static const char *const locales[] = { "C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8" };

  g_setenv ("LANGUAGE", language, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_ALL, locales[i]) != NULL)
      {
        g_setenv ("LC_ALL", locales[i], TRUE);
        return;
      }
}

static void
print_usage (FILE *stream)
{
  fprintf (stream, "%s\n  arrears-cli [--ledger %s] [--as-of YYYY-MM-DD] "
                   "[--format table|json|csv] [--lang zh_CN|en] [--by %s] %s ...\n\n%s\n",
           _("Usage:"), _("FILE"), _("NAME"), _("COMMAND"), _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %s %s\n      %s\n", commands[i].name, commands[i].usage,
             _(commands[i].purpose));
}

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static gboolean
parse_format (const char *text, ArrearsFormat *format)
{
  static const char *const words[] = { "table", "json", "csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (text != NULL && g_str_equal (text, words[i]))
      {
        *format = (ArrearsFormat) i;
        return TRUE;
      }
  return text == NULL;
}

static gboolean
takes_value (const char *option)
{
  static const char *const options[]
      = { "--ledger", "--as-of", "--format", "--lang", "--by", NULL };

  return g_strv_contains (options, option);
}

/* Takes --by NAME out from before the command; behind it the word is the command's own. */
static void
take_actor (ArrearsCli *cli, int *argc, char **argv)
{
  int i = 1;

  while (i < *argc && argv[i][0] == '-')
    {
      int length = takes_value (argv[i]) ? 2 : 1;

      if (g_str_has_prefix (argv[i], "--by=") || (length == 2 && i + 1 < *argc
                                                  && g_str_equal (argv[i], "--by")))
        {
          cli->actor = length == 2 ? argv[i + 1] : argv[i] + strlen ("--by=");
          memmove (argv + i, argv + i + length, sizeof *argv * (size_t) (*argc - i - length + 1));
          *argc -= length;
        }
      else
        i += length;
    }
}

/* The name of whoever is logged in, as far as the system knows one. */
static const char *
get_user (void)
{
  const char *name = g_get_real_name ();

  return g_str_equal (name, "Unknown") || name[0] == '\0' ? g_get_user_name () : name;
}

/* The options that all commands share, wherever they stand; argv is left with the command and what
 * is its own, *command with what is to be run: NULL where help was asked for or the status is not
 * DONE.
 */
static int
parse_globals (ArrearsCli *cli, int *argc, char ***argv, const Command **command)
{
  g_autofree char *as_of = NULL;
  g_autofree char *format = NULL;
  g_autofree char *language = NULL;
  gboolean wants_help = FALSE;
  const GOptionEntry entries[] = {
    { "ledger", 0, 0, G_OPTION_ARG_FILENAME, &cli->ledger, NULL, NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_parsed;

  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  is_parsed = g_option_context_parse (context, argc, argv, &error);
  if (language != NULL)
    choose_language (language);
  arrears_words_init ();
  if (wants_help)
    {
      print_usage (stdout);
      return ARREARS_EXIT_DONE;
    }
  *command = *argc > 1 ? find_command ((*argv)[1]) : NULL;
  if (!is_parsed || !parse_format (format, &cli->format) || *command == NULL)
    {
      *command = NULL;
      if (error != NULL)
        fprintf (stderr, "arrears-cli: %s\n", error->message);
      print_usage (stderr);
      return ARREARS_EXIT_USAGE;
    }
  if (as_of == NULL)
    cli->as_of = get_today ();
  else if (!arrears_day_parse (as_of, ARREARS_DAY_ORDER_YMD, &cli->as_of, &error))
    return arrears_cli_fail_option ("--as-of", error);
  return ARREARS_EXIT_DONE;
}

/* A result that did not reach its reader is no result. */
static int
finish_output (void)
{
  g_autoptr (GError) error = NULL;

  if (fflush (stdout) == 0 && !ferror (stdout))
    return ARREARS_EXIT_DONE;
  error = g_error_new (ARREARS_ERROR,
                       errno == ENOSPC ? ARREARS_ERROR_DISK_FULL : ARREARS_ERROR_ENVIRONMENT,
                       "standard output: %s", g_strerror (errno));
  return arrears_cli_fail (error);
}

int
main (int argc, char **argv)
{
  ArrearsCli cli = { .clock = read_clock, .actor = get_user () };
  const Command *command = NULL;
  int status;

  take_actor (&cli, &argc, argv);
  status = parse_globals (&cli, &argc, &argv, &command);

  if (status == ARREARS_EXIT_DONE && command != NULL)
    status = command->run (&cli, argc - 1, argv + 1);
  if (status == ARREARS_EXIT_DONE)
    status = finish_output ();
  g_free (cli.ledger);
  return status;
}

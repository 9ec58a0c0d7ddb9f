/* arrears-cli-ledger.c: commands on the ledger itself: new, company, contract, identity, verify,
 * backup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-page.h"
#include "arrears-cli-output.h"
#include "arrears-sample-shop.h"
#include "arrears-signing.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

int
arrears_command_new (ArrearsCli *cli, int argc, char **argv)
{
  gboolean wants_sample = FALSE;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &wants_sample, NULL, NULL },
    { NULL },
  };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  if (!arrears_cli_parse (entries, "FILE [--sample]", 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = wants_sample ? arrears_sample_shop_create (argv[1], cli->as_of, cli->clock, &error)
                      : arrears_desk_create (argv[1], cli->as_of, cli->clock, &error);
  if (desk == NULL)
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

/* Sets the text member that KEY=VALUE names. Keys are the fields of the record. */
static gboolean
set_member (gpointer record, const char *assignment, const char *const *keys, GError **error)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *key = equals != NULL ? g_strndup (assignment, (gsize) (equals - assignment))
                                        : g_strdup (assignment);
  g_autofree char *known = g_strjoinv (", ", (char **) keys);
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);

  for (gsize i = 0; equals != NULL && i < n_fields; i++)
    if (g_strv_contains (keys, key) && g_str_equal (fields[i].name, key))
      {
        arrears_record_set_text (arrears_record_get_member (record, &fields[i]), equals + 1);
        return TRUE;
      }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "%s: expected KEY=VALUE with a key of %s", assignment, known);
  return FALSE;
}

int
arrears_command_company (ArrearsCli *cli, int argc, char **argv)
{
  static const char *const keys[]
      = { "name", "uscc", "address", "phone", "contact", "bank", "bank_account", NULL };
  const char *operands = "set KEY=VALUE ...";
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsCompany) company = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 2, G_MAXINT, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!g_str_equal (argv[1], "set"))
    return arrears_cli_fail_usage (argv[0], operands);
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  company = arrears_desk_load_company (desk, &error);
  for (int i = 2; company != NULL && i < argc; i++)
    if (!set_member (company, argv[i], keys, &error))
      return arrears_cli_fail (error);
  if (company == NULL || !arrears_desk_save_company (desk, company, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

/* The members of a contract that are no texts are read here, the others by set_member(). */
static gboolean
set_contract_member (ArrearsContract *contract, const char *assignment, GError **error)
{
  static const char *const keys[]
      = { "title", "charge_clause", "charge_terms", "charge_cap", NULL };

  if (g_str_has_prefix (assignment, "signed_on="))
    return arrears_day_parse (assignment + strlen ("signed_on="), ARREARS_DAY_ORDER_YMD,
                              &contract->signed_on, error);
  if (g_str_has_prefix (assignment, "grace_days="))
    {
      guint64 days;

      if (!g_ascii_string_to_unsigned (assignment + strlen ("grace_days="), 10, 0, 3650, &days,
                                       NULL))
        {
          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                       "%s: expected 0 to 3650 days", assignment);
          return FALSE;
        }
      contract->grace_days = (int) days;
      return TRUE;
    }
  return set_member (contract, assignment, keys, error);
}

int
arrears_command_contract (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "set CUSTOMER NUMBER [title=T] [signed_on=D] [charge_clause=C] "
                         "[charge_terms=RATE] [grace_days=N] [charge_cap=R]";
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsContract) contract = NULL;
  g_autoptr (GError) error = NULL;
  gint64 customer_id;
  int status;

  if (!arrears_cli_parse (entries, operands, 3, G_MAXINT, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!g_str_equal (argv[1], "set"))
    return arrears_cli_fail_usage (argv[0], operands);
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  customer_id = arrears_account_find (desk, argv[2], &error);
  if (customer_id == 0)
    return arrears_cli_fail (error);
  contract = arrears_account_find_contract (desk, customer_id, argv[3], &error);
  for (int i = 4; contract != NULL && i < argc; i++)
    if (!set_contract_member (contract, argv[i], &error))
      return arrears_cli_fail (error);
  if (contract == NULL || !arrears_account_save_contract (desk, contract, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_identity (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "new FILE.p12 --name NAME --password-file F";
  g_autofree char *name = NULL;
  g_autofree char *password_file = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file, NULL, NULL },
    { NULL },
  };
  g_autofree char *password = NULL;
  g_autoptr (GError) error = NULL;

  if (!arrears_cli_parse (entries, operands, 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!g_str_equal (argv[1], "new") || name == NULL || password_file == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  password = arrears_cli_read_password (password_file, &error);
  if (password == NULL
      || !arrears_signing_create_identity (argv[2], name, password, cli->clock (), &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

static int
print_verdict (ArrearsCli *cli, GStrv faults, int status_of_faults)
{
  static const ArrearsColumn columns[] = {
    { "ok", N_("Sound"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean is_sound = g_strv_length (faults) == 0;

  json_builder_begin_object (builder);
  arrears_output_add_boolean (builder, "ok", is_sound);
  json_builder_set_member_name (builder, "faults");
  json_builder_begin_array (builder);
  for (guint i = 0; faults[i] != NULL; i++)
    {
      json_builder_add_string_value (builder, faults[i]);
      fprintf (stderr, "arrears-cli: %s\n", faults[i]);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, columns);
  return is_sound ? ARREARS_EXIT_DONE : status_of_faults;
}

static int
verify_ledger (ArrearsCli *cli)
{
  g_auto (GStrv) faults = NULL;
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  faults = arrears_desk_verify (desk, &error);
  if (faults == NULL)
    return arrears_cli_fail (error);
  return print_verdict (cli, faults, ARREARS_EXIT_DAMAGED);
}

static char *
describe_signature_fault (const ArrearsSigningVerdict *verdict)
{
  if (!verdict->is_intact)
    return g_strdup_printf (_("%s: the file was changed after it was signed"), verdict->signer);
  if (!verdict->covers_whole_file)
    return g_strdup_printf (_("%s: something was added after the signature"), verdict->signer);
  return NULL;
}

static int
verify_file (ArrearsCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts = arrears_signing_verify (path, &error);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  gboolean is_sound;

  if (verdicts == NULL)
    return arrears_cli_fail (error);
  is_sound = arrears_signing_is_sound (verdicts);
  for (guint i = 0; !is_sound && i < verdicts->len; i++)
    {
      char *fault = describe_signature_fault (g_ptr_array_index (verdicts, i));

      if (fault != NULL)
        g_ptr_array_add (faults, fault);
    }
  if (verdicts->len == 0)
    g_ptr_array_add (faults, g_strdup (_("the file is not signed")));
  g_ptr_array_add (faults, NULL);
  return print_verdict (cli, (GStrv) faults->pdata,
                        verdicts->len > 0 ? ARREARS_EXIT_DAMAGED : ARREARS_EXIT_REFUSED);
}

int
arrears_command_verify (ArrearsCli *cli, int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };

  if (!arrears_cli_parse (entries, "[FILE.pdf]", 0, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  return argc > 1 ? verify_file (cli, argv[1]) : verify_ledger (cli);
}

int
arrears_command_backup (ArrearsCli *cli, int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, "FILE", 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  if (!arrears_desk_back_up (desk, argv[1], &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

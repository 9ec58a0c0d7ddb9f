/* arrears-cli-policy.c: the command policy: escalation policies, and for whom each holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-page.h"
#include "arrears-cli-measures.h"
#include "arrears-cli-output.h"
#include "arrears-policies.h"
#include "arrears-words-policy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OPERANDS                                                                                   \
  "list | show NAME | set NAME --stages TEXT | assign NAME grade:A|customer:CODE|invoice:N | "     \
  "preview [NAME] --amount A --due D [--grade A|B|C] | preview [NAME] --customer CODE"

/* The name that stands for what holds without a policy of one's own. */
#define STANDARD "standard"

typedef struct
{
  char *stages;
  char *amount;
  char *due;
  char *grade;
  char *customer;
} PolicyTexts;

static void
clear_texts (PolicyTexts *texts)
{
  g_free (texts->stages);
  g_free (texts->amount);
  g_free (texts->due);
  g_free (texts->grade);
  g_free (texts->customer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PolicyTexts, clear_texts)

static gboolean
add_grades (ArrearsDesk *desk, JsonBuilder *builder, gint64 id, GError **error)
{
  static const ArrearsGrade grades[] = { ARREARS_GRADE_A, ARREARS_GRADE_B, ARREARS_GRADE_C };

  json_builder_set_member_name (builder, "grades");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      g_autoptr (ArrearsPolicyEntry) holds
          = arrears_policies_get_for_grade (desk, grades[i], error);

      if (holds == NULL)
        return FALSE;
      if (holds->id == id)
        json_builder_add_string_value (builder, arrears_grade_to_word (grades[i]));
    }
  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
add_policy (ArrearsDesk *desk, JsonBuilder *builder, const ArrearsPolicyEntry *entry,
            GError **error)
{
  g_autofree char *stages = arrears_policy_to_string (&entry->policy);

  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "name", entry->name);
  arrears_output_add_day (builder, "recorded_on", entry->recorded_on);
  if (!add_grades (desk, builder, entry->id, error))
    return FALSE;
  arrears_output_add_number (builder, "customers", entry->n_customers);
  arrears_output_add_number (builder, "invoices", entry->n_invoices);
  arrears_output_add_text (builder, "stages", stages);
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
list_policies (ArrearsCli *cli, ArrearsDesk *desk, GError **error)
{
  static const ArrearsColumn columns[] = {
    { "name", N_("Policy"), FALSE },
    { "recorded_on", N_("Saved on"), FALSE },
    { "customers", N_("Customers with it"), TRUE },
    { "invoices", N_("Invoices with it"), TRUE },
    { "stages", N_("Stages"), FALSE },
    { NULL },
  };
  g_autoptr (GPtrArray) entries = arrears_policies_list (desk, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (entries == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    if (!add_policy (desk, builder, g_ptr_array_index (entries, i), error))
      return FALSE;
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return TRUE;
}

static void
add_actions (ArrearsCli *cli, JsonBuilder *builder, ArrearsActions actions)
{
  g_autofree char *words = NULL;

  if (cli->format != ARREARS_FORMAT_JSON)
    {
      words = arrears_words_describe_actions (actions);
      arrears_output_add_text (builder, "actions", words);
      return;
    }
  json_builder_set_member_name (builder, "actions");
  json_builder_begin_array (builder);
  for (guint bit = 0; bit < 32; bit++)
    if ((guint) actions & (1u << bit))
      json_builder_add_string_value (builder,
                                     arrears_action_to_word ((ArrearsActions) (1u << bit)));
  json_builder_end_array (builder);
}

/* The members that a stage has in itself. */
static void
add_stage (ArrearsCli *cli, JsonBuilder *builder, int number, const ArrearsStage *stage)
{
  arrears_output_add_number (builder, "stage", number);
  arrears_output_add_text (builder, "stage_name",
                           arrears_words_get_for_policy_stage (stage, number));
  arrears_output_add_number (builder, "days", stage->days_overdue);
  arrears_output_add_money (builder, "least", stage->least);
  add_actions (cli, builder, stage->actions);
  arrears_output_add_text (builder, "document", arrears_letter_kind_to_word (stage->letter));
  arrears_output_add_text (builder, "tone", arrears_tone_to_word (stage->tone));
}

#define STAGE_COLUMNS                                                                              \
  { "stage", N_("No."), TRUE }, { "stage_name", N_("Stage"), FALSE },                              \
      { "days", N_("Days"), TRUE }, { "least", N_("At least"), TRUE },                             \
      { "actions", N_("Actions"), FALSE }, { "document", N_("Document"), FALSE }

static void
print_policy (ArrearsCli *cli, const ArrearsPolicyEntry *entry)
{
  static const ArrearsColumn columns[]
      = { STAGE_COLUMNS, { "tone", N_("Tone"), FALSE }, { NULL } };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "name", entry->name);
  json_builder_set_member_name (builder, "stages");
  json_builder_begin_array (builder);
  for (int i = 0; i < entry->policy.n_stages; i++)
    {
      json_builder_begin_object (builder);
      add_stage (cli, builder, i + 1, &entry->policy.stages[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  arrears_output_print_list (cli, builder, "stages", columns);
}

/* The policy of a name, or of a grade written as grade:A. */
static ArrearsPolicyEntry *
find_policy (ArrearsDesk *desk, const char *name, GError **error)
{
  ArrearsGrade grade;

  if (!g_str_has_prefix (name, "grade:"))
    return arrears_policies_find (desk, name, error);
  if (!arrears_grade_parse (name + strlen ("grade:"), &grade, error))
    return NULL;
  return arrears_policies_get_for_grade (desk, grade, error);
}

static gboolean
show_policy (ArrearsCli *cli, ArrearsDesk *desk, const char *name, GError **error)
{
  g_autoptr (ArrearsPolicyEntry) entry = find_policy (desk, name, error);

  if (entry == NULL)
    return FALSE;
  print_policy (cli, entry);
  return TRUE;
}

static gboolean
set_policy (ArrearsDesk *desk, const char *name, const char *stages, GError **error)
{
  ArrearsPolicy policy;

  return arrears_policy_parse (stages, &policy, error)
         && arrears_policies_save (desk, name, &policy, error) != 0;
}

static gboolean
assign_policy (ArrearsDesk *desk, const char *name, const char *target, GError **error)
{
  g_autoptr (ArrearsPolicyEntry) entry = NULL;
  const char *whom = strchr (target, ':') != NULL ? strchr (target, ':') + 1 : "";
  gint64 id = 0;
  ArrearsGrade grade;

  if (!g_str_equal (name, STANDARD))
    {
      entry = arrears_policies_find (desk, name, error);
      if (entry == NULL)
        return FALSE;
      id = entry->id;
    }
  if (g_str_has_prefix (target, "grade:"))
    return arrears_grade_parse (whom, &grade, error)
           && arrears_policies_assign_to_grade (desk, id, grade, error);
  if (g_str_has_prefix (target, "customer:"))
    {
      gint64 customer_id = arrears_account_find (desk, whom, error);

      return customer_id != 0
             && arrears_policies_assign_to_customer (desk, id, customer_id, error);
    }
  if (g_str_has_prefix (target, "invoice:"))
    {
      gint64 invoice_id = arrears_policies_find_invoice (desk, whom, error);

      return invoice_id != 0 && arrears_policies_assign_to_invoice (desk, id, invoice_id, error);
    }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s”: expected grade:A, customer:CODE or invoice:NUMBER", target);
  return FALSE;
}

static void
print_preview (ArrearsCli *cli, GArray *steps)
{
  static const ArrearsColumn columns[]
      = { { "day", N_("Day"), FALSE }, STAGE_COLUMNS, { "letter_on", N_("Letter on"), FALSE },
          { "counted", N_("Counted"), TRUE }, { NULL } };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    {
      const ArrearsPolicyStep *step = &g_array_index (steps, ArrearsPolicyStep, i);

      json_builder_begin_object (builder);
      arrears_output_add_day (builder, "day", step->day);
      add_stage (cli, builder, step->stage, &step->what);
      arrears_output_add_day (builder, "letter_on", step->letter_on);
      arrears_output_add_money (builder, "counted", step->counted);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
}

/* The policy that is previewed: the one named, else the customer's, else the grade's. */
static ArrearsPolicyEntry *
choose_policy (ArrearsDesk *desk, const char *name, gint64 customer_id, const char *grade,
               GError **error)
{
  ArrearsGrade read;

  if (name != NULL)
    return find_policy (desk, name, error);
  if (customer_id != 0)
    return arrears_policies_get_for_customer (desk, customer_id, error);
  if (!arrears_grade_parse (grade != NULL ? grade : "", &read, error))
    return NULL;
  return arrears_policies_get_for_grade (desk, read, error);
}

static int
preview_policy (ArrearsCli *cli, ArrearsDesk *desk, const char *name, const PolicyTexts *texts)
{
  g_autoptr (ArrearsPolicyEntry) entry = NULL;
  g_autoptr (GArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsMoney amount = ARREARS_MONEY_ZERO;
  ArrearsDay due_on = ARREARS_DAY_NONE;
  gint64 customer_id = 0;
  int status;

  if (!arrears_measure_read_amount ("--amount", texts->amount, &amount, &status)
      || !arrears_measure_read_day ("--due", texts->due, &due_on, &status))
    return status;
  if (texts->customer != NULL)
    {
      customer_id = arrears_account_find (desk, texts->customer, &error);
      if (customer_id == 0)
        return arrears_cli_fail (error);
    }
  entry = choose_policy (desk, name, customer_id, texts->grade, &error);
  if (entry != NULL)
    steps = texts->amount == NULL
                ? arrears_policies_preview_customer (desk, &entry->policy, customer_id, &error)
                : arrears_policies_preview (desk, &entry->policy, amount, due_on, &error);
  if (steps == NULL)
    return arrears_cli_fail (error);
  print_preview (cli, steps);
  return ARREARS_EXIT_DONE;
}

/* Whether the operands and options are those of one of the forms. */
static gboolean
fits (int argc, char **argv, const PolicyTexts *texts)
{
  gboolean is_preview = g_str_equal (argv[1], "preview");

  if (g_str_equal (argv[1], "list"))
    return argc == 2;
  if (g_str_equal (argv[1], "show"))
    return argc == 3;
  if (g_str_equal (argv[1], "set"))
    return argc == 3 && texts->stages != NULL;
  if (g_str_equal (argv[1], "assign"))
    return argc == 4;
  return is_preview && argc <= 3 && (texts->amount != NULL) == (texts->due != NULL)
         && (texts->amount != NULL || texts->customer != NULL);
}

static int
run_policy (ArrearsCli *cli, ArrearsDesk *desk, int argc, char **argv, const PolicyTexts *texts)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (g_str_equal (argv[1], "preview"))
    return preview_policy (cli, desk, argc == 3 ? argv[2] : NULL, texts);
  if (g_str_equal (argv[1], "list"))
    is_done = list_policies (cli, desk, &error);
  else if (g_str_equal (argv[1], "show"))
    is_done = show_policy (cli, desk, argv[2], &error);
  else if (g_str_equal (argv[1], "set"))
    is_done = set_policy (desk, argv[2], texts->stages, &error);
  else
    is_done = assign_policy (desk, argv[2], argv[3], &error);
  return is_done ? ARREARS_EXIT_DONE : arrears_cli_fail (error);
}

int
arrears_command_policy (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (PolicyTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    { "stages", 0, 0, G_OPTION_ARG_STRING, &texts.stages, NULL, NULL },
    { "amount", 0, 0, G_OPTION_ARG_STRING, &texts.amount, NULL, NULL },
    { "due", 0, 0, G_OPTION_ARG_STRING, &texts.due, NULL, NULL },
    { "grade", 0, 0, G_OPTION_ARG_STRING, &texts.grade, NULL, NULL },
    { "customer", 0, 0, G_OPTION_ARG_STRING, &texts.customer, NULL, NULL },
    { NULL },
  };
  g_autoptr (ArrearsDesk) desk = NULL;
  int status;

  if (!arrears_cli_parse (entries, OPERANDS, 1, 3, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!fits (argc, argv, &texts))
    return arrears_cli_fail_usage (argv[0], OPERANDS);
  desk = arrears_cli_open (cli, &status);
  return desk != NULL ? run_policy (cli, desk, argc, argv, &texts) : status;
}

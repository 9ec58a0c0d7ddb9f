/* arrears-entries-marks.c: what holds of an account, and whether goods may go out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entries.h"

#include "arrears-crediting.h"
#include "arrears-entry-help.h"
#include "arrears-format.h"
#include "arrears-lateness.h"
#include "arrears-marks.h"
#include "arrears-ownership.h"
#include "arrears-policies.h"
#include "arrears-words-measures.h"
#include "arrears-words-policy.h"

#include <glib/gi18n-lib.h>

static const char *
get_text (const ArrearsEntryValues *values, const char *name)
{
  return arrears_entry_values_get_text (values, name);
}

static gboolean
record_mark (ArrearsDesk *desk, const ArrearsEntryValues *values, const char *kind, GError **error)
{
  g_autoptr (ArrearsMark) mark = arrears_mark_new ();

  mark->customer_id = arrears_entry_help_get_customer_id (values);
  mark->until_on = arrears_entry_values_get_day (values, "until_on");
  mark->amount = arrears_entry_values_get_money (values, "amount");
  arrears_record_set_text (&mark->kind, kind);
  arrears_record_set_text (&mark->code, get_text (values, "code"));
  arrears_record_set_text (&mark->reason, get_text (values, "reason"));
  return arrears_marks_set (desk, mark, error) != 0;
}

static const ArrearsEntryField mark_fields[] = {
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
  { "until_on", N_("Until"), ARREARS_ENTRY_DAY, FALSE, N_("Empty: until it is taken away") },
};

static gboolean
record_blacklist (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return record_mark (desk, values, ARREARS_MARK_BLACKLISTED, error);
}

const ArrearsEntry arrears_entry_blacklist = {
  .name = "blacklist",
  .heading = N_("Blacklist Customer"),
  .about = N_("No new credit. The list is the shop’s own: it is never published or shared."),
  .save_label = N_("_Blacklist"),
  .failure = N_("The Mark Was Not Set"),
  .fields = mark_fields,
  .n_fields = G_N_ELEMENTS (mark_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_blacklist,
};

static gboolean
record_bad_faith (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return record_mark (desk, values, ARREARS_MARK_BAD_FAITH, error);
}

const ArrearsEntry arrears_entry_bad_faith = {
  .name = "bad-faith",
  .heading = N_("Mark Bad Faith"),
  .about = N_("The account goes straight to the lawyer’s stage."),
  .save_label = N_("_Mark"),
  .failure = N_("The Mark Was Not Set"),
  .fields = mark_fields,
  .n_fields = G_N_ELEMENTS (mark_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_bad_faith,
};

static gboolean
record_credit_hold (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return record_mark (desk, values, ARREARS_MARK_CREDIT_HOLD, error);
}

const ArrearsEntry arrears_entry_credit_hold = {
  .name = "credit-hold",
  .heading = N_("Stop Supply"),
  .about = N_("Nothing goes out on credit until the hold is taken away."),
  .save_label = N_("_Stop"),
  .failure = N_("The Mark Was Not Set"),
  .fields = mark_fields,
  .n_fields = G_N_ELEMENTS (mark_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_credit_hold,
};

static const ArrearsEntryField override_fields[] = {
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
  { "until_on", N_("Until"), ARREARS_ENTRY_DAY },
  { "amount", N_("Up to a Balance of (Yuan)"), ARREARS_ENTRY_MONEY },
};

static gboolean
record_override (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return record_mark (desk, values, ARREARS_MARK_HOLD_OVERRIDE, error);
}

const ArrearsEntry arrears_entry_override = {
  .name = "override",
  .heading = N_("Let Goods Go Out"),
  .about = N_("In spite of the credit limit or a hold. A last day or a highest balance is needed."),
  .save_label = N_("_Allow"),
  .failure = N_("The Mark Was Not Set"),
  .fields = override_fields,
  .n_fields = G_N_ELEMENTS (override_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_override,
};

static const ArrearsEntryField lateness_fields[] = {
  { "code", N_("Why They Pay Late"), ARREARS_ENTRY_CHOICE, TRUE },
  { "reason", N_("Note"), ARREARS_ENTRY_TEXT },
};

static gboolean
prepare_lateness (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_add_terms (values, "code", ARREARS_TERM_LATENESS);
  return TRUE;
}

static GPtrArray *
describe_lateness (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  GPtrArray *lines = arrears_entry_lines_new ();
  ArrearsLateness reason;

  if (arrears_lateness_parse (get_text (values, "code"), &reason, NULL))
    arrears_entry_lines_add (lines, arrears_words_describe_next_steps (reason));
  return lines;
}

static gboolean
record_lateness (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return record_mark (desk, values, ARREARS_MARK_LATENESS, error);
}

const ArrearsEntry arrears_entry_lateness = {
  .name = "lateness",
  .heading = N_("Reason for Lateness"),
  .save_label = N_("_Record"),
  .failure = N_("The Mark Was Not Set"),
  .fields = lateness_fields,
  .n_fields = G_N_ELEMENTS (lateness_fields),
  .prepare = prepare_lateness,
  .describe = describe_lateness,
  .record = record_lateness,
};

static const ArrearsEntryField end_mark_fields[] = {
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
};

static gboolean
record_end_of_mark (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_marks_end (desk, arrears_entry_values_get_number (values, "of.id"),
                            get_text (values, "reason"), error);
}

const ArrearsEntry arrears_entry_end_mark = {
  .name = "end-mark",
  .heading = N_("Take Mark Away"),
  .save_label = N_("_Take Away"),
  .failure = N_("The Mark Was Not Taken Away"),
  .fields = end_mark_fields,
  .n_fields = G_N_ELEMENTS (end_mark_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_end_of_mark,
};

/* Whether they can have it. */

static const ArrearsEntryField credit_fields[] = {
  { "amount", N_("Order in Yuan"), ARREARS_ENTRY_MONEY, FALSE, N_("Empty: as it stands now") },
};

static void
add_credit_figures (GPtrArray *lines, const ArrearsCreditReport *report)
{
  g_autofree char *after = arrears_format_yuan (report->answer.balance_after);
  g_autofree char *limit = arrears_format_yuan (report->position.limit);

  /* Translators: an amount of money. */
  arrears_entry_lines_add (lines, g_strdup_printf (_("Balance with the order: %s"), after));
  if (report->position.limit.fen > 0)
    /* Translators: an amount of money. */
    arrears_entry_lines_add (lines, g_strdup_printf (_("Credit limit: %s"), limit));
}

static GPtrArray *
describe_credit (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsCreditReport) report
      = arrears_credit_ask (desk, arrears_entry_help_get_customer_id (values),
                            arrears_entry_values_get_money (values, "amount"), error);
  g_autofree char *verdict = NULL;
  GPtrArray *lines;

  if (report == NULL)
    return NULL;

  lines = arrears_entry_lines_new ();
  verdict = arrears_words_describe_credit (&report->answer);
  if (report->answer.verdict == ARREARS_CREDIT_YES
      || report->answer.verdict == ARREARS_CREDIT_ALLOWED)
    arrears_entry_lines_add (lines, g_steal_pointer (&verdict));
  else
    arrears_entry_lines_warn (lines, g_steal_pointer (&verdict));
  add_credit_figures (lines, report);
  if (*report->hold_reason != '\0')
    /* Translators: why supply was stopped. */
    arrears_entry_lines_add (lines, g_strdup_printf (_("Hold: %s"), report->hold_reason));
  if (*report->override_reason != '\0')
    /* Translators: why goods may go out all the same. */
    arrears_entry_lines_add (lines, g_strdup_printf (_("Override: %s"), report->override_reason));
  return lines;
}

const ArrearsEntry arrears_entry_credit = {
  .name = "credit",
  .heading = N_("Can They Have It?"),
  .fields = credit_fields,
  .n_fields = G_N_ELEMENTS (credit_fields),
  .prepare = arrears_entry_help_prepare,
  .describe = describe_credit,
};

/* Who looks after it. */

static const ArrearsEntryField owner_fields[] = {
  { "name", N_("Who Looks After It"), ARREARS_ENTRY_TEXT, FALSE, N_("Empty: nobody") },
  { "note", N_("What the Next One Should Know"), ARREARS_ENTRY_LONG_TEXT },
};

static gboolean
prepare_owner (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_default (values, "name", get_text (values, "owner"));
  return TRUE;
}

static gboolean
record_owner (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_ownership_assign (desk, arrears_entry_help_get_customer_id (values),
                                   get_text (values, "name"),
                                   arrears_entry_values_get_optional (values, "note"), error);
}

const ArrearsEntry arrears_entry_owner = {
  .name = "owner",
  .heading = N_("Hand Account Over"),
  .save_label = N_("_Hand Over"),
  .failure = N_("The Account Was Not Handed Over"),
  .fields = owner_fields,
  .n_fields = G_N_ELEMENTS (owner_fields),
  .prepare = prepare_owner,
  .record = record_owner,
};

/* By which policy it is chased. */

static const ArrearsEntryField policy_fields[] = {
  { "policy", N_("Escalation Policy"), ARREARS_ENTRY_CHOICE },
};

static gboolean
add_policies (ArrearsDesk *desk, ArrearsEntryValues *values, const char *usual, GError **error)
{
  g_autoptr (GPtrArray) policies = arrears_policies_list (desk, error);

  if (policies == NULL)
    return FALSE;

  arrears_entry_help_set_subtitle (values);
  arrears_entry_values_add_choice (values, "policy", "0", usual);
  for (guint i = 0; i < policies->len; i++)
    {
      const ArrearsPolicyEntry *policy = g_ptr_array_index (policies, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, policy->id);

      if (policy->id != 0)
        arrears_entry_values_add_choice (values, "policy", id, policy->name);
    }
  return TRUE;
}

static gboolean
prepare_policy (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_default (values, "policy", get_text (values, "policy_id"));
  return add_policies (desk, values, _("The policy of its grade"), error);
}

static gboolean
prepare_invoice_policy (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_default (values, "policy", get_text (values, "of.policy_id"));
  return add_policies (desk, values, _("The policy of its customer"), error);
}

static void
add_steps (GPtrArray *lines, const GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const ArrearsPolicyStep *step = &g_array_index (steps, ArrearsPolicyStep, i);
      g_autofree char *day = arrears_format_day (step->day);
      const char *name = arrears_words_get_for_policy_stage (&step->what, step->stage);

      if (arrears_day_is_set (step->day))
        arrears_entry_lines_add (lines, g_strdup_printf ("%s  %s", day, name));
      else
        /* Translators: the name of a stage of escalation. */
        arrears_entry_lines_add (lines, g_strdup_printf (_("Never: %s"), name));
    }
}

static GPtrArray *
describe_policy (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  gint64 id = arrears_entry_values_get_number (values, "policy");
  g_autoptr (GPtrArray) lines = arrears_entry_lines_new ();
  g_autoptr (ArrearsPolicyEntry) policy = NULL;
  g_autoptr (GArray) steps = NULL;

  if (id == 0)
    return g_steal_pointer (&lines);

  policy = arrears_policies_load (desk, id, error);
  if (policy != NULL)
    steps = arrears_policies_preview_customer (desk, &policy->policy,
                                               arrears_entry_help_get_customer_id (values), error);
  if (steps == NULL)
    return NULL;

  add_steps (lines, steps);
  return g_steal_pointer (&lines);
}

static gboolean
record_policy (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_policies_assign_to_customer (desk,
                                              arrears_entry_values_get_number (values, "policy"),
                                              arrears_entry_help_get_customer_id (values), error);
}

const ArrearsEntry arrears_entry_policy = {
  .name = "policy",
  .heading = N_("Escalation Policy"),
  .about = N_("By which steps this account is chased. Policies are written in the settings."),
  .save_label = N_("_Save"),
  .failure = N_("The Policy Was Not Changed"),
  .fields = policy_fields,
  .n_fields = G_N_ELEMENTS (policy_fields),
  .prepare = prepare_policy,
  .describe = describe_policy,
  .record = record_policy,
};

static gboolean
record_invoice_policy (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_policies_assign_to_invoice (
      desk, arrears_entry_values_get_number (values, "policy"),
      arrears_entry_values_get_number (values, "of.id"), error);
}

const ArrearsEntry arrears_entry_invoice_policy = {
  .name = "invoice-policy",
  .heading = N_("Policy of the Invoice"),
  .save_label = N_("_Save"),
  .failure = N_("The Policy Was Not Changed"),
  .fields = policy_fields,
  .n_fields = G_N_ELEMENTS (policy_fields),
  .prepare = prepare_invoice_policy,
  .record = record_invoice_policy,
};

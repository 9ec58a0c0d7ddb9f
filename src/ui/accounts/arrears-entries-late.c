/* arrears-entries-late.c: promises, disputes and pauses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entries.h"

#include "arrears-account-page.h"
#include "arrears-disputes.h"
#include "arrears-entry-help.h"
#include "arrears-format.h"
#include "arrears-pauses.h"
#include "arrears-promises.h"
#include "arrears-words-measures.h"

#include <glib/gi18n-lib.h>

static const char *
get_text (const ArrearsEntryValues *values, const char *name)
{
  return arrears_entry_values_get_text (values, name);
}

/* Promises. */

static const ArrearsEntryField promise_fields[] = {
  { "invoice", N_("For"), ARREARS_ENTRY_CHOICE },
  { "amount", N_("Amount in Yuan"), ARREARS_ENTRY_MONEY, TRUE },
  { "due_on", N_("Will Pay On"), ARREARS_ENTRY_DAY, TRUE },
  { "promised_by", N_("Promised By"), ARREARS_ENTRY_TEXT },
  { "channel", N_("Through"), ARREARS_ENTRY_CHOICE },
  { "replaced", N_("In Place Of"), ARREARS_ENTRY_CHOICE },
  { "note", N_("What Was Said"), ARREARS_ENTRY_LONG_TEXT },
};

static void
add_running (ArrearsEntryValues *values, GPtrArray *promises)
{
  arrears_entry_values_add_choice (values, "replaced", "", _("None: a further promise"));
  for (guint i = 0; i < promises->len; i++)
    {
      ArrearsJudgedPromise *promise = g_ptr_array_index (promises, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, promise->id);
      g_autofree char *due_on = arrears_format_day (promise->due_on);
      g_autofree char *amount = arrears_format_money (promise->amount);
      g_autofree char *label = g_strdup_printf ("%s  %s", due_on, amount);

      if (g_str_equal (promise->state, "running"))
        arrears_entry_values_add_choice (values, "replaced", id, label);
    }
}

static gboolean
prepare_promise (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) promises
      = arrears_promises_load (desk, arrears_entry_help_get_customer_id (values), error);

  if (promises == NULL
      || !arrears_entry_help_add_invoices (desk, values, _("The whole account"), error))
    return FALSE;

  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_add_terms (values, "channel", ARREARS_TERM_CHANNEL);
  arrears_entry_help_set_default (values, "amount", get_text (values, "of.open"));
  arrears_entry_help_set_default (values, "promised_by", get_text (values, "contact"));
  add_running (values, promises);
  return TRUE;
}

static ArrearsPromise *
make_promise (const ArrearsEntryValues *values)
{
  ArrearsPromise *promise = arrears_promise_new ();

  promise->customer_id = arrears_entry_help_get_customer_id (values);
  promise->due_on = arrears_entry_values_get_day (values, "due_on");
  promise->amount = arrears_entry_values_get_money (values, "amount");
  arrears_record_set_text (&promise->invoice_number, get_text (values, "invoice"));
  arrears_record_set_text (&promise->promised_by, get_text (values, "promised_by"));
  arrears_record_set_text (&promise->channel, get_text (values, "channel"));
  arrears_record_set_text (&promise->note, get_text (values, "note"));
  return promise;
}

static GPtrArray *
describe_promise (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsPromise) promise = make_promise (values);
  g_autoptr (GPtrArray) lines = arrears_entry_lines_new ();
  ArrearsPromiseWarnings warnings;

  if (!arrears_promises_check (desk, promise, &warnings, error))
    return NULL;

  if (arrears_entry_values_get_number (values, "replaced") != 0)
    warnings &= ~(guint) ARREARS_PROMISE_WARNING_RUNNING;
  for (guint warning = 1; warning <= ARREARS_PROMISE_WARNING_BROKEN; warning <<= 1)
    if ((warnings & warning) != 0)
      arrears_entry_lines_warn (lines, g_strdup (arrears_words_get_for_promise_warning (
                                           (ArrearsPromiseWarnings) warning)));
  arrears_entry_lines_add (lines, g_strdup (_("Chasing rests until then, and the debt counts as "
                                              "acknowledged.")));
  return g_steal_pointer (&lines);
}

static gboolean
record_promise (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsPromise) promise = make_promise (values);

  return arrears_promises_give (desk, promise, arrears_entry_values_get_number (values, "replaced"),
                                error)
         != 0;
}

const ArrearsEntry arrears_entry_promise = {
  .name = "promise",
  .heading = N_("Record Promise"),
  .save_label = N_("_Record"),
  .failure = N_("The Promise Was Not Recorded"),
  .fields = promise_fields,
  .n_fields = G_N_ELEMENTS (promise_fields),
  .prepare = prepare_promise,
  .describe = describe_promise,
  .record = record_promise,
};

static const ArrearsEntryField withdraw_promise_fields[] = {
  { "note", N_("Why"), ARREARS_ENTRY_TEXT },
};

static gboolean
record_withdrawal (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_promises_withdraw (desk, arrears_entry_values_get_number (values, "of.id"),
                                    get_text (values, "note"), error);
}

const ArrearsEntry arrears_entry_withdraw_promise = {
  .name = "withdraw-promise",
  .heading = N_("Withdraw Promise"),
  .about = N_("The customer took it back, or it was entered by mistake. It stays in the log."),
  .save_label = N_("_Withdraw"),
  .failure = N_("The Promise Was Not Withdrawn"),
  .fields = withdraw_promise_fields,
  .n_fields = G_N_ELEMENTS (withdraw_promise_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_withdrawal,
};

/* Disputes. */

static const ArrearsEntryField dispute_fields[] = {
  { "invoice", N_("Invoice"), ARREARS_ENTRY_CHOICE, TRUE },
  { "amount", N_("Contested Amount in Yuan"), ARREARS_ENTRY_MONEY, FALSE,
    N_("Empty: all that is open") },
  { "reason", N_("Reason"), ARREARS_ENTRY_CHOICE, TRUE },
  { "review_on", N_("Look Again On"), ARREARS_ENTRY_DAY, FALSE,
    N_("Empty: in two weeks, on a workday") },
  { "note", N_("What the Customer Says"), ARREARS_ENTRY_LONG_TEXT },
};

static gboolean
prepare_dispute (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_add_terms (values, "reason", ARREARS_TERM_DISPUTE_REASON);
  return arrears_entry_help_add_invoices (desk, values, NULL, error);
}

static gboolean
record_dispute (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsDispute) dispute = arrears_dispute_new ();

  dispute->customer_id = arrears_entry_help_get_customer_id (values);
  dispute->amount = arrears_entry_values_get_money (values, "amount");
  dispute->review_on = arrears_entry_values_get_day (values, "review_on");
  arrears_record_set_text (&dispute->invoice_number, get_text (values, "invoice"));
  arrears_record_set_text (&dispute->reason, get_text (values, "reason"));
  arrears_record_set_text (&dispute->note, get_text (values, "note"));
  return arrears_disputes_raise (desk, dispute, error) != 0;
}

const ArrearsEntry arrears_entry_dispute = {
  .name = "dispute",
  .heading = N_("Record Dispute"),
  .about = N_("While it stands, the contested part is neither chased nor claimed and bears no "
              "late charge; where it is rejected, the charge is made up for."),
  .save_label = N_("_Record"),
  .failure = N_("The Dispute Was Not Recorded"),
  .fields = dispute_fields,
  .n_fields = G_N_ELEMENTS (dispute_fields),
  .prepare = prepare_dispute,
  .record = record_dispute,
};

static const ArrearsEntryField end_dispute_fields[] = {
  { "how", N_("Outcome"), ARREARS_ENTRY_CHOICE, TRUE },
  { "number", N_("Number of the Credit Note"), ARREARS_ENTRY_TEXT, TRUE },
  { "amount", N_("Credited Amount in Yuan"), ARREARS_ENTRY_MONEY, FALSE,
    N_("Empty: all that is contested") },
  { "note", N_("Note"), ARREARS_ENTRY_LONG_TEXT },
};

static gboolean
is_outcome_field_shown (const ArrearsEntryField *field, const ArrearsEntryValues *values)
{
  gboolean is_about_credit
      = g_str_equal (field->name, "number") || g_str_equal (field->name, "amount");

  return !is_about_credit || g_str_equal (get_text (values, "how"), "credited");
}

static gboolean
prepare_end_dispute (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_add_terms (values, "how", ARREARS_TERM_DISPUTE_OUTCOME);
  return TRUE;
}

static gboolean
record_outcome (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  const ArrearsDisputeOutcome outcome = {
    .how = get_text (values, "how"),
    .amount = arrears_entry_values_get_money (values, "amount"),
    .credit_note_number = arrears_entry_values_get_optional (values, "number"),
    .note = arrears_entry_values_get_optional (values, "note"),
  };

  return arrears_disputes_end (desk, arrears_entry_values_get_number (values, "of.id"), &outcome,
                               error);
}

const ArrearsEntry arrears_entry_end_dispute = {
  .name = "end-dispute",
  .heading = N_("Decide Dispute"),
  .save_label = N_("_Decide"),
  .failure = N_("The Dispute Was Not Decided"),
  .fields = end_dispute_fields,
  .n_fields = G_N_ELEMENTS (end_dispute_fields),
  .is_shown = is_outcome_field_shown,
  .prepare = prepare_end_dispute,
  .record = record_outcome,
};

/* Pauses. */

static const ArrearsEntryField pause_fields[] = {
  { "invoice", N_("For"), ARREARS_ENTRY_CHOICE },
  { "kind", N_("Kind"), ARREARS_ENTRY_CHOICE, TRUE },
  { "until_on", N_("Look Again On"), ARREARS_ENTRY_DAY, TRUE },
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
  { "relief", N_("What Else Was Granted"), ARREARS_ENTRY_TEXT, FALSE,
    N_("Such as smaller instalments; for the log") },
};

static gboolean
prepare_pause (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_add_terms (values, "kind", ARREARS_TERM_PAUSE_KIND);
  return arrears_entry_help_add_invoices (desk, values, _("The whole account"), error);
}

static gboolean
record_pause (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsPause) pause = arrears_pause_new ();

  pause->customer_id = arrears_entry_help_get_customer_id (values);
  pause->until_on = arrears_entry_values_get_day (values, "until_on");
  arrears_record_set_text (&pause->invoice_number, get_text (values, "invoice"));
  arrears_record_set_text (&pause->kind, get_text (values, "kind"));
  arrears_record_set_text (&pause->reason, get_text (values, "reason"));
  return arrears_pauses_begin (desk, pause, arrears_entry_values_get_optional (values, "relief"),
                               error)
         != 0;
}

const ArrearsEntry arrears_entry_pause = {
  .name = "pause",
  .heading = N_("Pause Collection"),
  .about = N_("Nothing is chased until the day of review. The limitation period runs on: no pause "
              "stops it."),
  .save_label = N_("_Pause"),
  .failure = N_("Collection Was Not Paused"),
  .fields = pause_fields,
  .n_fields = G_N_ELEMENTS (pause_fields),
  .prepare = prepare_pause,
  .record = record_pause,
};

static const ArrearsEntryField end_pause_fields[] = {
  { "note", N_("Why"), ARREARS_ENTRY_TEXT },
};

static gboolean
record_end_of_pause (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_pauses_end (desk, arrears_entry_values_get_number (values, "of.id"),
                             get_text (values, "note"), error);
}

const ArrearsEntry arrears_entry_end_pause = {
  .name = "end-pause",
  .heading = N_("End Pause"),
  .about = N_("Collection goes on from today."),
  .save_label = N_("_End"),
  .failure = N_("The Pause Was Not Ended"),
  .fields = end_pause_fields,
  .n_fields = G_N_ELEMENTS (end_pause_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_end_of_pause,
};

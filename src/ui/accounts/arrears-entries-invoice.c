/* arrears-entries-invoice.c: what is done with one invoice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entries.h"

#include "arrears-charging.h"
#include "arrears-entry-help.h"
#include "arrears-format.h"
#include "arrears-instalment-plan.h"
#include "arrears-invoices.h"
#include "arrears-words-receipts.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

static const char *
get_text (const ArrearsEntryValues *values, const char *name)
{
  return arrears_entry_values_get_text (values, name);
}

static const ArrearsEntryField due_day_fields[] = {
  { "due_on", N_("New Due Date"), ARREARS_ENTRY_DAY, TRUE },
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
};

static gboolean
prepare_due_day (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_default (values, "due_on", get_text (values, "of.due_on"));
  return TRUE;
}

static gboolean
record_due_day (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_invoices_change_due_day (desk, get_text (values, "of.number"),
                                          arrears_entry_values_get_day (values, "due_on"),
                                          get_text (values, "reason"), error);
}

const ArrearsEntry arrears_entry_due_day = {
  .name = "due-day",
  .heading = N_("Change Due Date"),
  .about = N_("An agreed deferral, or a mistake put right. The late charge starts after the new "
              "date."),
  .save_label = N_("_Change"),
  .failure = N_("The Due Date Was Not Changed"),
  .fields = due_day_fields,
  .n_fields = G_N_ELEMENTS (due_day_fields),
  .prepare = prepare_due_day,
  .record = record_due_day,
};

enum
{
  MOST_INSTALMENTS = 60,
  MOST_MONTHS_APART = 12,
};

static const ArrearsEntryField split_fields[] = {
  { "n", N_("Number of Instalments"), ARREARS_ENTRY_NUMBER, TRUE, NULL, NULL, 2, MOST_INSTALMENTS },
  { "first", N_("First Is Due On"), ARREARS_ENTRY_DAY, TRUE },
  { "months", N_("Months Between Them"), ARREARS_ENTRY_NUMBER, TRUE, NULL, NULL, 1,
    MOST_MONTHS_APART },
  { "by_hand", N_("Or by Hand: Date and Amount, One a Line"), ARREARS_ENTRY_LONG_TEXT, FALSE,
    N_("Such as 2026-05-01 1000.00; takes the place of the plan above") },
};

static gboolean
prepare_split (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_default (values, "n", "3");
  arrears_entry_help_set_default (values, "months", "1");
  arrears_entry_help_set_today (desk, values, "first");
  return TRUE;
}

/* GArray of ArrearsInstalment */
static GArray *
make_plan (const ArrearsEntryValues *values, GError **error)
{
  const char *by_hand = get_text (values, "by_hand");
  guint n = (guint) arrears_entry_values_get_number (values, "n");
  GArray *plan;

  if (*by_hand != '\0')
    return arrears_instalment_plan_parse (by_hand, error);

  plan = g_array_sized_new (FALSE, TRUE, sizeof (ArrearsInstalment), n);
  g_array_set_size (plan, n);
  arrears_instalments_propose (arrears_entry_values_get_money (values, "of.amount"),
                               arrears_entry_values_get_day (values, "first"),
                               (int) arrears_entry_values_get_number (values, "months"),
                               (ArrearsInstalment *) (gpointer) plan->data, n);
  return plan;
}

static GPtrArray *
describe_split (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GArray) plan = make_plan (values, error);
  GPtrArray *lines;

  if (plan == NULL)
    return NULL;

  lines = arrears_entry_lines_new ();
  for (guint i = 0; i < plan->len; i++)
    {
      const ArrearsInstalment *part = &g_array_index (plan, ArrearsInstalment, i);
      g_autofree char *day = arrears_format_day (part->due_on);
      g_autofree char *amount = arrears_format_money (part->amount);

      arrears_entry_lines_add (
          lines,
          g_strdup_printf ("%s/%u  %s  %s", get_text (values, "of.number"), i + 1, day, amount));
    }
  return lines;
}

static gboolean
record_split (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GArray) plan = make_plan (values, error);

  return plan != NULL
         && arrears_invoices_split (desk, get_text (values, "of.number"),
                                    (const ArrearsInstalment *) (gpointer) plan->data, plan->len,
                                    error);
}

const ArrearsEntry arrears_entry_split = {
  .name = "split",
  .heading = N_("Split into Instalments"),
  .about = N_("Each instalment becomes an open item of its own. What was paid pays the first "
              "ones."),
  .save_label = N_("_Split"),
  .failure = N_("The Invoice Was Not Split"),
  .fields = split_fields,
  .n_fields = G_N_ELEMENTS (split_fields),
  .prepare = prepare_split,
  .describe = describe_split,
  .record = record_split,
};

static const ArrearsEntryField cost_fields[] = {
  { "amount", N_("Amount in Yuan"), ARREARS_ENTRY_MONEY, TRUE },
  { "on", N_("Spent On the Day"), ARREARS_ENTRY_DAY, TRUE },
  { "note", N_("What For, with Its Paper"), ARREARS_ENTRY_TEXT, TRUE },
};

static gboolean
prepare_cost (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_today (desk, values, "on");
  return TRUE;
}

static gboolean
record_cost (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  const ArrearsCostOfInvoice cost = {
    .number = get_text (values, "of.number"),
    .amount = arrears_entry_values_get_money (values, "amount"),
    .on = arrears_entry_values_get_day (values, "on"),
    .note = get_text (values, "note"),
  };

  return arrears_invoices_enter_cost (desk, &cost, error);
}

const ArrearsEntry arrears_entry_cost = {
  .name = "cost",
  .heading = N_("Record Cost"),
  .about = N_("A cost of enforcing the claim, only where it was agreed or plainly incurred."),
  .save_label = N_("_Record"),
  .failure = N_("The Cost Was Not Recorded"),
  .fields = cost_fields,
  .n_fields = G_N_ELEMENTS (cost_fields),
  .prepare = prepare_cost,
  .record = record_cost,
};

static const ArrearsEntryField void_fields[] = {
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
};

static gboolean
record_void (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_invoices_void (desk, get_text (values, "of.number"), get_text (values, "reason"),
                                error);
}

const ArrearsEntry arrears_entry_void_invoice = {
  .name = "void-invoice",
  .heading = N_("Void Invoice"),
  .about = N_("From today on it is as if it had never been; what was paid on it is unapplied "
              "again. Its history remains."),
  .save_label = N_("_Void"),
  .failure = N_("The Invoice Was Not Voided"),
  .fields = void_fields,
  .n_fields = G_N_ELEMENTS (void_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_void,
};

/* How the late charge came about. */

static ArrearsInvoice *
find_open (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) invoices = arrears_charging_load_open_invoices (
      desk, arrears_entry_help_get_customer_id (values), arrears_desk_get_as_of (desk), error);
  gint64 id = arrears_entry_values_get_number (values, "of.id");

  for (guint i = 0; invoices != NULL && i < invoices->len; i++)
    if (((ArrearsInvoice *) g_ptr_array_index (invoices, i))->id == id)
      return g_object_ref (g_ptr_array_index (invoices, i));
  if (invoices != NULL)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND, "invoice %s is not open",
                 get_text (values, "of.number"));
  return NULL;
}

static void
add_step (GPtrArray *lines, const ArrearsChargeStep *step)
{
  g_autofree char *from = arrears_format_day (step->from);
  g_autofree char *to = arrears_format_day (step->to);
  g_autofree char *base = arrears_format_money (step->base);
  g_autofree char *rate = arrears_rate_to_percent (step->rate);
  g_autofree char *amount = arrears_format_money (step->amount);

  if (step->year_days > 0)
    /* Translators: two days, the days between, principal, rate a year, days of a year, amount. */
    arrears_entry_lines_add (
        lines, g_strdup_printf (_("%s to %s: %d days × %s × %s a year / %d = %s"), from, to,
                                   step->days, base, rate, step->year_days, amount));
  else
    /* Translators: two days, the days between, the principal, a rate a day, the amount. */
    arrears_entry_lines_add (lines, g_strdup_printf (_("%s to %s: %d days × %s × %s a day = %s"),
                                                        from, to, step->days, base, rate, amount));
}

static void
add_charge (GPtrArray *lines, const ArrearsLateCharge *charge)
{
  g_autofree char *sum = arrears_format_money (charge->charge);
  g_autofree char *unpaid = arrears_format_money (charge->unpaid_charge);

  for (guint i = 0; i < charge->steps->len; i++)
    add_step (lines, &g_array_index (charge->steps, ArrearsChargeStep, i));
  if (charge->is_capped)
    arrears_entry_lines_add (lines, g_strdup (_("Cut to the agreed ceiling.")));
  /* Translators: two amounts of money. */
  arrears_entry_lines_add (lines, g_strdup_printf (_("Accrued %s, unpaid %s"), sum, unpaid));
  for (guint bit = 0; 1u << bit <= ARREARS_CHARGE_WARNING_TABLE_ENDED; bit++)
    if ((charge->warnings & (1u << bit)) != 0)
      arrears_entry_lines_warn (lines, g_strdup (arrears_words_get_for_charge_warning (
                                           (ArrearsChargeWarnings) (1u << bit))));
}

static GPtrArray *
describe_charge (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = find_open (desk, values, error);
  g_autoptr (ArrearsCharging) charging = NULL;
  g_autoptr (GPtrArray) lines = arrears_entry_lines_new ();
  g_auto (ArrearsLateCharge) charge = { 0 };
  ArrearsChargeTerms terms;
  gboolean is_agreed;

  if (invoice == NULL)
    return NULL;
  charging = arrears_charging_load (desk, invoice->customer_id, error);
  if (charging == NULL || !arrears_charging_get_terms (charging, invoice, &terms, &is_agreed, error)
      || !arrears_charging_compute (charging, invoice, ARREARS_MONEY_ZERO, &terms, &charge, error))
    return NULL;

  arrears_entry_lines_add (lines, arrears_words_describe_terms (&terms));
  arrears_entry_lines_add (lines, g_strdup (is_agreed ? _("As the contract says.")
                                                      : _("As the law gives without a clause.")));
  add_charge (lines, &charge);
  return g_steal_pointer (&lines);
}

const ArrearsEntry arrears_entry_charge_steps = {
  .name = "charge-steps",
  .heading = N_("How the Late Charge Came About"),
  .prepare = arrears_entry_help_prepare,
  .describe = describe_charge,
};

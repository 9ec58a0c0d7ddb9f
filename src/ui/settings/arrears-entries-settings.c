/* arrears-entries-settings.c: what is entered about rules, published tables and persons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entries-settings.h"

#include "arrears-format.h"
#include "arrears-ownership.h"
#include "arrears-published.h"
#include "arrears-rules.h"

#include <glib/gi18n-lib.h>

enum
{
  LEAST_PERCENT_ABOVE_LPR = 30, /* sale interpretation 18.4 */
  MOST_PERCENT_ABOVE_LPR = 50,
  MOST_DAYS = 365,
  MOST_GRACE_DAYS = 30,
};

/* What the user chose where the law leaves a choice (规则设置). */

static const ArrearsEntryChoice statutory_choices[] = {
  { "lpr", N_("LPR plus a percentage") },
    { "sme", N_("Five in ten thousand a day") }, { NULL },
  };

static const ArrearsEntryChoice order_choices[] = {
  { "principal_first", N_("Principal first") },
    { "statutory", N_("Statutory order: costs, late charge, principal") }, { NULL },
  };

static const ArrearsEntryField rules_fields[] = {
  { "statutory", N_("Late Charge Where Nothing Is Agreed"), ARREARS_ENTRY_CHOICE, TRUE,
                     N_("Sale interpretation 18; five in ten thousand only from a state body or large enterprise, SME regulation 17."),
                         statutory_choices },
    { "percent",
      N_("Percent above the LPR, 30 to 50"), ARREARS_ENTRY_NUMBER, TRUE, NULL, NULL,
          LEAST_PERCENT_ABOVE_LPR, MOST_PERCENT_ABOVE_LPR },
      { "payment_order",
        N_("What a Payment Pays First"), ARREARS_ENTRY_CHOICE, TRUE,
            N_("Within one debt, unless the contract or the customer says otherwise."),
                order_choices },
        { "cent_tolerance", N_("Rest Offered as a Write-off, up to Yuan"), ARREARS_ENTRY_MONEY,
                                FALSE, N_("Leave it empty to be offered none.") },
          { "promise_grace_days",
            N_("Workdays until a Promise Counts as Broken"), ARREARS_ENTRY_NUMBER, TRUE, NULL,
                NULL, 0, MOST_GRACE_DAYS },
            { "remind_days_before",
              N_("Remind So Many Days before the Due Day"), ARREARS_ENTRY_NUMBER, TRUE, NULL, NULL,
                  0, MOST_DAYS },
              { "fewest_days_between_letters",
                N_("Fewest Days between Formal Letters"), ARREARS_ENTRY_NUMBER, TRUE, NULL, NULL,
                    0, MOST_DAYS },
            };

static gboolean
is_rule_shown (const ArrearsEntryField *field, const ArrearsEntryValues *values)
{
  return !g_str_equal (field->name, "percent")
         || g_str_equal (arrears_entry_values_get_text (values, "statutory"), "lpr");
}

/* 3/2 is plus 50 %. */
static gint64
get_percent (ArrearsRate multiple)
{
  return arrears_rate_is_set (multiple) ? multiple.numerator * 100 / multiple.denominator - 100
                                        : MOST_PERCENT_ABOVE_LPR;
}

static gboolean
prepare_rules (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  ArrearsRules rules;
  gboolean is_sme;

  if (!arrears_rules_load (desk, &rules, error))
    return FALSE;

  is_sme = rules.statutory.form == ARREARS_CHARGE_SME;
  arrears_entry_values_set_text (values, "statutory", is_sme ? "sme" : "lpr");
  arrears_entry_values_set_number (values, "percent", get_percent (rules.statutory.rate));
  arrears_entry_values_set_text (values, "payment_order",
                                 arrears_payment_order_to_word (rules.payment_order));
  if (rules.cent_tolerance.fen > 0)
    arrears_entry_values_set_money (values, "cent_tolerance", rules.cent_tolerance);
  arrears_entry_values_set_number (values, "promise_grace_days", rules.promise_grace_days);
  arrears_entry_values_set_number (values, "remind_days_before", rules.remind_days_before);
  arrears_entry_values_set_number (values, "fewest_days_between_letters",
                                   rules.fewest_days_between_letters);
  return TRUE;
}

static gboolean
read_statutory (const ArrearsEntryValues *values, ArrearsChargeTerms *terms, GError **error)
{
  if (g_str_equal (arrears_entry_values_get_text (values, "statutory"), "sme"))
    return arrears_charge_terms_parse ("sme", terms, error);

  *terms = arrears_charge_terms_get_statutory ();
  terms->rate = arrears_rate (100 + arrears_entry_values_get_number (values, "percent"), 100);
  return TRUE;
}

static gboolean
record_rules (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  ArrearsRules rules;

  if (!arrears_rules_load (desk, &rules, error) || !read_statutory (values, &rules.statutory, error)
      || !arrears_payment_order_parse (arrears_entry_values_get_text (values, "payment_order"),
                                       &rules.payment_order, error))
    return FALSE;

  rules.cent_tolerance = arrears_entry_values_get_money (values, "cent_tolerance");
  rules.promise_grace_days = (int) arrears_entry_values_get_number (values, "promise_grace_days");
  rules.remind_days_before = (int) arrears_entry_values_get_number (values, "remind_days_before");
  rules.fewest_days_between_letters
      = (int) arrears_entry_values_get_number (values, "fewest_days_between_letters");
  return arrears_rules_save (desk, &rules, error);
}

const ArrearsEntry arrears_entry_rules = {
  .name = "rules",
  .heading
  = N_("Rules"),
        .about
        = N_("What the law or good practice leaves to you. A change holds from today on; earlier "
              "days stay as they were answered."),
              .save_label = N_("_Save"), .failure
                                          = N_("The Rules Were Not Saved"), .fields = rules_fields,
                                                .n_fields = G_N_ELEMENTS (rules_fields),
                                                .is_shown = is_rule_shown, .prepare = prepare_rules,
                                                .record = record_rules,
              };

/* The published tables, which end where the program was made. */

static const ArrearsEntryField rate_fields[] = {
  { "published_on", N_("Published On"), ARREARS_ENTRY_DAY, TRUE,
                        N_("The LPR is published on the 20th of each month.") },
    { "rate", N_("One-Year LPR, Such as 3.00%"), ARREARS_ENTRY_TEXT, TRUE },
   };

static GPtrArray *
describe_rate (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) lines = arrears_entry_lines_new ();
  g_autofree char *end = NULL;
  ArrearsDay rates_end;

  arrears_published_get_warnings (desk, &rates_end, NULL);
  end = arrears_format_day (rates_end);
  arrears_entry_lines_add (lines, g_strdup_printf (_("The table ends on %s"), end));
  return g_steal_pointer (&lines);
}

static gboolean
record_rate (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  ArrearsRate rate;

  return arrears_rate_parse (arrears_entry_values_get_text (values, "rate"), &rate, error)
         && arrears_published_add_rate (desk, arrears_entry_values_get_day (values, "published_on"),
                                        rate, error);
}

const ArrearsEntry arrears_entry_rate = {
  .name = "rate",
  .heading
  = N_("Add an LPR"),
        .about
        = N_("Take it from the National Interbank Funding Center or the central bank. Letters "
              "that were issued stay as they are."),
              .save_label = N_("_Add"), .failure
                                         = N_("The Rate Was Not Added"), .fields = rate_fields,
                                               .n_fields = G_N_ELEMENTS (rate_fields),
                                               .describe = describe_rate, .record = record_rate,
              };

static const ArrearsEntryChoice day_choices[] = {
  { "holiday", N_("Day off") },
    { "makeup_workday", N_("Workday in place of a day off") },
      { "ordinary", N_("As the week has it") }, { NULL },
    };

static const ArrearsEntryField day_fields[] = {
  { "day", N_("Day"), ARREARS_ENTRY_DAY, TRUE },
    { "kind", N_("Kind"), ARREARS_ENTRY_CHOICE, TRUE, NULL, day_choices },
      { "name", N_("Name, Such as 国庆节"), ARREARS_ENTRY_TEXT, TRUE },
    };

static gboolean
is_day_field_shown (const ArrearsEntryField *field, const ArrearsEntryValues *values)
{
  return !g_str_equal (field->name, "name")
         || !g_str_equal (arrears_entry_values_get_text (values, "kind"), "ordinary");
}

static gboolean
record_day (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  ArrearsCalendarKind kind;

  return arrears_calendar_kind_parse (arrears_entry_values_get_text (values, "kind"), &kind, error)
         && arrears_published_add_day (desk, arrears_entry_values_get_day (values, "day"), kind,
                                       arrears_entry_values_get_text (values, "name"), error);
}

const ArrearsEntry arrears_entry_day = {
  .name = "day",
  .heading
  = N_("Add a Day Off or Workday"),
        .about
        = N_("From the yearly notice of the State Council. Letters and promises go by workdays."),
              .save_label = N_("_Add"), .failure
                                         = N_("The Day Was Not Added"), .fields = day_fields,
                                               .n_fields = G_N_ELEMENTS (day_fields),
                                               .is_shown = is_day_field_shown, .record = record_day,
              };

/* Persons. */

static const ArrearsEntryField hand_over_fields[] = {
  { "from", N_("From"), ARREARS_ENTRY_CHOICE, TRUE },
    { "to", N_("To"), ARREARS_ENTRY_TEXT, TRUE },
      { "note", N_("What the Next One Should Know"), ARREARS_ENTRY_LONG_TEXT },
    };

static gboolean
prepare_hand_over (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) persons = arrears_ownership_report (desk, error);

  if (persons == NULL)
    return FALSE;

  for (guint i = 0; i < persons->len; i++)
    {
      ArrearsPerson *person = g_ptr_array_index (persons, i);

      if (*person->name != '\0' && person->n_accounts > 0)
        arrears_entry_values_add_choice (values, "from", person->name, person->name);
    }
  return TRUE;
}

static GPtrArray *
describe_hand_over (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) lines = arrears_entry_lines_new ();
  g_autoptr (GPtrArray) persons = arrears_ownership_report (desk, error);
  const char *from = arrears_entry_values_get_text (values, "from");

  if (persons == NULL)
    return NULL;

  for (guint i = 0; i < persons->len; i++)
    {
      ArrearsPerson *person = g_ptr_array_index (persons, i);
      g_autofree char *balance = arrears_money_to_grouped (person->balance);

      if (g_str_equal (person->name, from))
        arrears_entry_lines_add (
            lines,
            g_strdup_printf (ngettext ("%d account with %s yuan goes over",
                                       "%d accounts with %s yuan go over", person->n_accounts),
                             person->n_accounts, balance));
    }
  return g_steal_pointer (&lines);
}

static gboolean
record_hand_over (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  guint n_accounts;

  return arrears_ownership_hand_over (desk, arrears_entry_values_get_text (values, "from"),
                                      arrears_entry_values_get_text (values, "to"),
                                      arrears_entry_values_get_optional (values, "note"),
                                      &n_accounts, error);
}

const ArrearsEntry arrears_entry_hand_over = {
  .name = "hand-over",
  .heading = N_("Hand Over All Accounts"),
                 .save_label = N_("_Hand Over"), .failure
                                                  = N_("The Accounts Were Not Handed Over"),
                                                        .fields = hand_over_fields,
                                                        .n_fields = G_N_ELEMENTS (hand_over_fields),
                                                        .prepare = prepare_hand_over,
                                                        .describe = describe_hand_over,
                                                        .record = record_hand_over,
                 };

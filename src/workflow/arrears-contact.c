/* arrears-contact.c: speaking with customers: the log of it, the guard, the people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contact.h"

#include "arrears-desk-private.h"
#include "arrears-ledger-contacts.h"
#include "arrears-rules.h"

#include <string.h>

enum
{
  CHINA_OFFSET_SECONDS = 8 * 60 * 60,
  SECONDS_A_DAY = 24 * 60 * 60,
  MINUTES_A_DAY = 24 * 60,
  DAYS_A_WEEK = 7,
};

#define EPOCH ((ArrearsDay) { 719163 }) /* 1970-01-01 */

/* A contact as it is judged and written: the moment settled, the person found. */
typedef struct
{
  const ArrearsContact *contact;
  ArrearsDay on;
  int minute;
  ArrearsCustomer *customer;
  GPtrArray *people;            /* of ArrearsContactPerson */
  ArrearsContactPerson *person; /* borrowed; NULL: nobody who was named */
} Plan;

static void
clear_plan (Plan *plan)
{
  g_clear_object (&plan->customer);
  g_clear_pointer (&plan->people, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, clear_plan)

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static char *
dup_stripped (const char *text)
{
  return text != NULL ? g_strstrip (g_strdup (text)) : g_strdup ("");
}

/* The wall clock where the debtors are. */
static ArrearsDay
read_china_clock (ArrearsDesk *desk, int *minute)
{
  gint64 local = arrears_desk_get_now (desk).at + CHINA_OFFSET_SECONDS;

  *minute = (int) (local % SECONDS_A_DAY / 60);
  return arrears_day_add_days (EPOCH, (int) (local / SECONDS_A_DAY));
}

static gboolean
settle_moment (Plan *plan, ArrearsDesk *desk, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  int minute;
  ArrearsDay today = read_china_clock (desk, &minute);
  gboolean is_given = arrears_day_is_set (plan->contact->on);
  int order;

  plan->on = is_given ? plan->contact->on : as_of;
  plan->minute = is_given ? plan->contact->minute : minute;
  if (plan->minute < 0 || plan->minute >= MINUTES_A_DAY)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                   "minute %d: expected 0 to 1439", plan->minute);
      return FALSE;
    }
  order = arrears_day_compare (plan->on, as_of);
  if (order < 0
      || (order == 0 && (arrears_day_compare (as_of, today) != 0 || plan->minute <= minute)))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
               "the contact would be yet to come: expected a moment that has been");
  return FALSE;
}

/* Of several with one name, the one on the stop list. */
static ArrearsContactPerson *
find_person (const GPtrArray *people, const char *name)
{
  ArrearsContactPerson *found = NULL;

  for (guint i = 0; i < people->len; i++)
    {
      ArrearsContactPerson *person = g_ptr_array_index (people, i);

      if (g_str_equal (person->name, name) && (found == NULL || person->is_stopped))
        found = person;
    }
  return found;
}

/* Where nobody is named, it is whoever is named for payment. */
static ArrearsContactPerson *
find_addressee (const GPtrArray *people, const char *spoke_with)
{
  g_autofree char *name = dup_stripped (spoke_with);

  if (name[0] != '\0')
    return find_person (people, name);
  return people->len > 0 ? find_person (people, ARREARS_CONTACT_PERSON (people->pdata[0])->name)
                         : NULL;
}

static gboolean
is_to_the_firm (const ArrearsContact *contact)
{
  return contact->channel == ARREARS_CHANNEL_LETTER && is_empty (contact->spoke_with);
}

static gboolean
load_plan (Plan *plan, ArrearsDesk *desk, const ArrearsContact *contact, GError **error)
{
  plan->contact = contact;
  if (!settle_moment (plan, desk, error))
    return FALSE;
  plan->customer = arrears_desk_load_customer (desk, contact->customer_id, error);
  if (plan->customer == NULL)
    return FALSE;
  plan->people
      = arrears_ledger_load_people (arrears_desk_get_ledger (desk), contact->customer_id, error);
  if (plan->people == NULL)
    return FALSE;
  if (!is_to_the_firm (contact)
      && !(contact->channel == ARREARS_CHANNEL_INCOMING && is_empty (contact->spoke_with)))
    plan->person = find_addressee (plan->people, contact->spoke_with);
  return TRUE;
}

static ArrearsGuardPerson
judge_person (const Plan *plan)
{
  if (plan->person != NULL)
    return plan->person->is_stopped ? ARREARS_GUARD_PERSON_STOPPED : ARREARS_GUARD_PERSON_NAMED;
  if (is_to_the_firm (plan->contact))
    return ARREARS_GUARD_PERSON_NAMED;
  return plan->people->len == 0 ? ARREARS_GUARD_PERSON_NONE_NAMED : ARREARS_GUARD_PERSON_NOT_NAMED;
}

/* The number of whoever bears a name, as far as it is known. */
static const char *
get_number (const GPtrArray *people, const char *name)
{
  ArrearsContactPerson *person = find_addressee (people, name);

  if (person != NULL)
    return person->phone[0] != '\0' ? person->phone : person->name;
  return name != NULL ? name : "";
}

/* The log was written by this program; a word that it does not know is another hand's. */
static ArrearsGuardContact
read_contact (const Plan *plan, ArrearsLogEntry *entry)
{
  ArrearsGuardContact contact = { .on = entry->day };

  arrears_channel_parse (entry->channel, &contact.channel, NULL);
  contact.number = get_number (plan->people, entry->spoke_with);
  return contact;
}

static GArray *
read_contacts (const Plan *plan, const GPtrArray *entries)
{
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (ArrearsGuardContact));

  for (guint i = 0; i < entries->len; i++)
    {
      ArrearsGuardContact contact = read_contact (plan, g_ptr_array_index (entries, i));

      g_array_append_val (contacts, contact);
    }
  return contacts;
}

/* What has to be known of letters, for a letter alone. */
static gboolean
load_letters (const Plan *plan, ArrearsDesk *desk, ArrearsGuardCase *guard_case, GError **error)
{
  ArrearsRules rules;
  ArrearsPosting posting;

  if (plan->contact->channel != ARREARS_CHANNEL_LETTER)
    return TRUE;
  if (!arrears_rules_load (desk, &rules, error)
      || !arrears_ledger_load_last_posting (arrears_desk_get_ledger (desk), plan->customer->id,
                                            plan->on, plan->contact->corrects, &posting, error))
    return FALSE;
  guard_case->last_letter_on = posting.posted_on;
  guard_case->last_letter_deadline = posting.pay_by;
  guard_case->fewest_days_between_letters = rules.fewest_days_between_letters;
  return TRUE;
}

static GArray *
check_plan (const Plan *plan, ArrearsDesk *desk, GError **error)
{
  ArrearsGuardCase guard_case = {
    .contact = { .channel = plan->contact->channel,
                 .on = plan->on,
                 .minute = plan->minute,
                 .number = get_number (plan->people, plan->contact->spoke_with) },
    .person = judge_person (plan),
    .is_natural_person
    = arrears_contact_guard_is_person (plan->customer->name, plan->customer->uscc),
  };
  g_autoptr (GPtrArray) entries = arrears_ledger_load_contacts (
      arrears_desk_get_ledger (desk), plan->customer->id,
      arrears_day_add_days (plan->on, 1 - DAYS_A_WEEK), plan->on, plan->contact->corrects, error);
  g_autoptr (GArray) others = NULL;

  if (entries == NULL || !load_letters (plan, desk, &guard_case, error))
    return NULL;
  others = read_contacts (plan, entries);
  guard_case.others = (const ArrearsGuardContact *) (gpointer) others->data;
  guard_case.n_others = others->len;
  return arrears_contact_guard_check (&guard_case, arrears_desk_get_calendar (desk));
}

GArray *
arrears_contact_check (ArrearsDesk *desk, const ArrearsContact *contact, GError **error)
{
  g_auto (Plan) plan = { 0 };

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return load_plan (&plan, desk, contact, error) ? check_plan (&plan, desk, error) : NULL;
}

static char *
list_rules (const GArray *findings)
{
  g_autoptr (GString) rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (
        rules, "%s%s", i > 0 ? " " : "",
        arrears_guard_rule_to_word (g_array_index (findings, ArrearsGuardFinding, i).rule));
  return g_string_free (g_steal_pointer (&rules), FALSE);
}

static gboolean
pass_guard (const Plan *plan, const GArray *findings, GError **error)
{
  g_autofree char *rules = list_rules (findings);
  ArrearsGuardSeverity gravest;

  if (!arrears_contact_guard_get_gravest (findings, &gravest) || gravest == ARREARS_GUARD_SOFT)
    return TRUE;
  if (gravest == ARREARS_GUARD_FINAL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_STOPPED, "%s is on the stop list",
                   plan->person->name);
      return FALSE;
    }
  if (!is_empty (plan->contact->reason))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_GUARDED, "against the contact guard: %s", rules);
  return FALSE;
}

static gboolean
fail_missing (const char *what, GError **error)
{
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "%s", what);
  return FALSE;
}

static gboolean
check_content (const Plan *plan, GError **error)
{
  const ArrearsContact *contact = plan->contact;

  if (contact->channel == ARREARS_CHANNEL_NONE && contact->corrects == 0)
    return fail_missing ("channel: expected how the customer was contacted", error);
  if (is_empty (contact->said))
    return fail_missing ("said: expected what was said", error);
  if (arrears_day_is_set (contact->next_on) && arrears_day_compare (contact->next_on, plan->on) < 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                   "the next step would lie before the contact");
      return FALSE;
    }
  return TRUE;
}

/* The entry that is to be corrected is a contact of the customer which still counts. */
static gboolean
check_corrected (const Plan *plan, ArrearsLedger *ledger, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  gboolean is_corrected = FALSE;
  int minute;
  gint64 former;

  if (plan->contact->corrects == 0)
    return TRUE;
  entry = arrears_ledger_load_log_entry (ledger, plan->contact->corrects, &failure);
  if (entry != NULL && entry->customer_id == plan->customer->id
      && arrears_contact_read_entry (entry, &minute, &former)
      && arrears_ledger_is_corrected (ledger, entry, &is_corrected, &failure) && !is_corrected)
    return TRUE;
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND, "entry %" G_GINT64_FORMAT ": %s",
                 plan->contact->corrects,
                 is_corrected ? "has been corrected already" : "is no contact of the customer");
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Why a rule was passed over, where one was. */
static gboolean
log_reason (const Plan *plan, ArrearsDesk *desk, const GArray *findings, GError **error)
{
  g_autofree char *rules = list_rules (findings);
  g_autofree char *reason = dup_stripped (plan->contact->reason);
  g_autoptr (ArrearsLogEntry) entry = NULL;

  if (findings->len == 0 || reason[0] == '\0')
    return TRUE;
  entry = arrears_desk_new_entry (ARREARS_LOG_GUARD_OVERRIDDEN, plan->customer->id, rules);
  entry->day = plan->on;
  arrears_record_set_text (&entry->note, reason);
  return arrears_desk_log (desk, entry, error);
}

static char *
format_subject (const Plan *plan)
{
  if (plan->contact->corrects == 0)
    return g_strdup_printf ("%02d:%02d", plan->minute / 60, plan->minute % 60);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %02d:%02d", plan->contact->corrects,
                          plan->minute / 60, plan->minute % 60);
}

static ArrearsLogEntry *
create_entry (const Plan *plan)
{
  const ArrearsContact *contact = plan->contact;
  g_autofree char *subject = format_subject (plan);
  g_autofree char *said = dup_stripped (contact->said);
  g_autofree char *measure = dup_stripped (contact->measure);
  g_autofree char *spoke_with = dup_stripped (contact->spoke_with);
  ArrearsLogEntry *entry = arrears_desk_new_entry (
      contact->corrects != 0 ? ARREARS_LOG_CONTACT_CORRECTED : ARREARS_LOG_CONTACT,
      plan->customer->id, subject);

  entry->day = plan->on;
  entry->next_on = contact->next_on;
  arrears_record_set_text (&entry->note, said);
  arrears_record_set_text (&entry->measure, measure);
  arrears_record_set_text (&entry->spoke_with,
                           plan->person != NULL ? plan->person->name : spoke_with);
  arrears_record_set_text (&entry->channel, arrears_channel_to_word (contact->channel));
  arrears_record_set_text (&entry->outcome, arrears_outcome_to_word (contact->outcome));
  return entry;
}

gint64
arrears_contact_log (ArrearsDesk *desk, const ArrearsContact *contact, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_auto (Plan) plan = { 0 };
  g_autoptr (GArray) findings = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;

  if (transaction == NULL || !load_plan (&plan, desk, contact, error)
      || !check_content (&plan, error) || !check_corrected (&plan, ledger, error))
    return 0;
  findings = check_plan (&plan, desk, error);
  if (findings == NULL || !pass_guard (&plan, findings, error)
      || !log_reason (&plan, desk, findings, error))
    return 0;
  entry = create_entry (&plan);
  if (!arrears_desk_log (desk, entry, error) || !arrears_desk_commit (desk, transaction, error))
    return 0;
  return entry->id;
}

GPtrArray *
arrears_contact_list_log (ArrearsDesk *desk, const ArrearsLogFilter *filter, gint64 before,
                          guint limit, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return arrears_ledger_filter_log (arrears_desk_get_ledger (desk), filter,
                                    arrears_desk_get_as_of (desk), before, limit, error);
}

gboolean
arrears_contact_read_entry (ArrearsLogEntry *entry, int *minute, gint64 *corrects)
{
  gboolean is_correction = g_str_equal (entry->kind, ARREARS_LOG_CONTACT_CORRECTED);
  char *time = entry->subject;
  gint64 hours;
  char *end;

  *minute = 0;
  *corrects = 0;
  if (!is_correction && !g_str_equal (entry->kind, ARREARS_LOG_CONTACT))
    return FALSE;
  if (is_correction)
    *corrects = g_ascii_strtoll (entry->subject, &time, 10);
  hours = g_ascii_strtoll (time, &end, 10);
  *minute = (int) (hours * 60 + (*end == ':' ? g_ascii_strtoll (end + 1, NULL, 10) : 0));
  return TRUE;
}

GPtrArray *
arrears_contact_list_follow_ups (ArrearsDesk *desk, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  return arrears_ledger_load_follow_ups (arrears_desk_get_ledger (desk),
                                         arrears_desk_get_as_of (desk), error);
}

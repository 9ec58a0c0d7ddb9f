/* arrears-entries-contact.c: speaking with people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entries.h"

#include "arrears-contact.h"
#include "arrears-entry-help.h"
#include "arrears-words-guard.h"

#include <glib/gi18n-lib.h>

enum
{
  MINUTES_PER_HOUR = 60,
  HOURS_ON_DIAL = 100, /* 1430 is half past two */
  LAST_TIME = 2359,
  SECONDS_PER_MINUTE = 60,
  MINUTES_PER_DAY = 1440,
  CHINA_MINUTES = 8 * MINUTES_PER_HOUR,
};

static const char *const somebody_else = "?";

static const char *
get_text (const ArrearsEntryValues *values, const char *name)
{
  return arrears_entry_values_get_text (values, name);
}

static const ArrearsEntryField contact_fields[] = {
  { "channel", N_("Through"), ARREARS_ENTRY_CHOICE },
  { "person", N_("With"), ARREARS_ENTRY_CHOICE },
  { "other", N_("Name of Somebody Else"), ARREARS_ENTRY_TEXT, TRUE },
  { "on", N_("On the Day"), ARREARS_ENTRY_DAY, TRUE },
  { "time", N_("Time, Such as 1430"), ARREARS_ENTRY_NUMBER, TRUE, NULL, NULL, 0, LAST_TIME },
  { "said", N_("What Was Said"), ARREARS_ENTRY_LONG_TEXT, TRUE },
  { "outcome", N_("Outcome"), ARREARS_ENTRY_CHOICE },
  { "measure", N_("What Is Done about It"), ARREARS_ENTRY_TEXT },
  { "next_on", N_("Next Step On"), ARREARS_ENTRY_DAY },
};

static gboolean
is_contact_field_shown (const ArrearsEntryField *field, const ArrearsEntryValues *values)
{
  return !g_str_equal (field->name, "other")
         || g_str_equal (get_text (values, "person"), somebody_else);
}

static void
add_person (ArrearsEntryValues *values, const char *word, ArrearsContactPerson *person)
{
  g_autoptr (GString) label = g_string_new (person->name);

  if (*person->role != '\0')
    g_string_append_printf (label, " · %s", person->role);
  if (person->is_stopped)
    g_string_append_printf (label, " · %s", _("wants no contact"));
  arrears_entry_values_add_choice (values, "person", word, label->str);
}

/* Whoever is no person of the customer is named in a field of its own. */
static void
name_somebody_else (ArrearsEntryValues *values)
{
  const char *name = get_text (values, "person");
  GPtrArray *people = arrears_entry_values_get_choices (values, "person");

  for (guint i = 0; i < people->len; i++)
    if (g_str_equal (((ArrearsEntryChoice *) g_ptr_array_index (people, i))->word, name))
      return;
  if (*name == '\0')
    return;

  arrears_entry_values_set_text (values, "other", name);
  arrears_entry_values_set_text (values, "person", somebody_else);
}

static gboolean
add_people (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) people
      = arrears_contact_load_people (desk, arrears_entry_help_get_customer_id (values), error);

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      ArrearsContactPerson *person = g_ptr_array_index (people, i);

      add_person (values, person->name, person);
    }
  arrears_entry_values_add_choice (values, "person", somebody_else, _("Somebody else"));
  name_somebody_else (values);
  return TRUE;
}

/* The guard goes by the time in China, wherever the program runs. */
static void
set_present_time (ArrearsDesk *desk, ArrearsEntryValues *values)
{
  ArrearsInstant now = arrears_desk_get_now (desk);
  int minute = (int) ((now.at / SECONDS_PER_MINUTE + CHINA_MINUTES) % MINUTES_PER_DAY);
  g_autofree char *time
      = g_strdup_printf ("%02d%02d", minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);

  arrears_entry_help_set_default (values, "time", time);
}

static gboolean
prepare_contact (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_add_terms (values, "channel", ARREARS_TERM_CHANNEL);
  arrears_entry_help_add_terms (values, "outcome", ARREARS_TERM_CONTACT_OUTCOME);
  arrears_entry_help_set_today (desk, values, "on");
  set_present_time (desk, values);
  return add_people (desk, values, error);
}

static gboolean
make_contact (const ArrearsEntryValues *values, ArrearsContact *contact, GError **error)
{
  int time = (int) arrears_entry_values_get_number (values, "time");
  const char *person = get_text (values, "person");

  if (time % HOURS_ON_DIAL >= MINUTES_PER_HOUR)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                   "“%s” is not a time such as 1430", get_text (values, "time"));
      return FALSE;
    }
  *contact = (ArrearsContact) {
    .customer_id = arrears_entry_help_get_customer_id (values),
    .spoke_with = g_str_equal (person, somebody_else) ? get_text (values, "other") : person,
    .on = arrears_entry_values_get_day (values, "on"),
    .minute = time / HOURS_ON_DIAL * MINUTES_PER_HOUR + time % HOURS_ON_DIAL,
    .said = get_text (values, "said"),
    .measure = arrears_entry_values_get_optional (values, "measure"),
    .next_on = arrears_entry_values_get_day (values, "next_on"),
    .reason = arrears_entry_values_get_optional (values, ARREARS_ENTRY_REASON),
    .corrects = arrears_entry_values_get_number (values, "corrects"),
  };
  return arrears_channel_parse (get_text (values, "channel"), &contact->channel, error)
         && arrears_outcome_parse (get_text (values, "outcome"), &contact->outcome, error);
}

static gboolean
add_guard_lines (ArrearsDesk *desk, const ArrearsContact *contact, GPtrArray *lines, GError **error)
{
  g_autoptr (GArray) findings = arrears_contact_check (desk, contact, error);

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    arrears_entry_lines_warn (
        lines, arrears_words_describe_guard (&g_array_index (findings, ArrearsGuardFinding, i)));
  return TRUE;
}

static gboolean
add_wording_lines (ArrearsDesk *desk, const ArrearsContact *contact, GPtrArray *lines,
                   GError **error)
{
  g_autoptr (GArray) findings
      = arrears_contact_check_text (desk, contact->customer_id, contact->said, error);

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    arrears_entry_lines_warn (
        lines, arrears_words_describe_wording (
                   contact->said, &g_array_index (findings, ArrearsWordingFinding, i)));
  return TRUE;
}

static GPtrArray *
describe_contact (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) lines = arrears_entry_lines_new ();
  ArrearsContact contact;

  if (!make_contact (values, &contact, error))
    return NULL;
  if (contact.channel == ARREARS_CHANNEL_NONE)
    return g_steal_pointer (&lines);
  if (!add_guard_lines (desk, &contact, lines, error)
      || !add_wording_lines (desk, &contact, lines, error))
    return NULL;
  return g_steal_pointer (&lines);
}

static gboolean
record_contact (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  ArrearsContact contact;

  return make_contact (values, &contact, error) && arrears_contact_log (desk, &contact, error) != 0;
}

static const ArrearsError guard_codes[] = { ARREARS_ERROR_GUARDED, 0 };

const ArrearsEntry arrears_entry_contact = {
  .name = "contact",
  .heading = N_("Log Contact"),
  .save_label = N_("_Log"),
  .failure = N_("The Contact Was Not Logged"),
  .fields = contact_fields,
  .n_fields = G_N_ELEMENTS (contact_fields),
  .reason_codes = guard_codes,
  .is_shown = is_contact_field_shown,
  .prepare = prepare_contact,
  .describe = describe_contact,
  .record = record_contact,
};

static gboolean
prepare_correction (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_values_add_choice (values, "channel", "", _("It was never made"));
  arrears_entry_help_set_default (values, "channel", get_text (values, "of.channel"));
  arrears_entry_help_set_default (values, "person", get_text (values, "of.spoke_with"));
  arrears_entry_help_set_default (values, "on", get_text (values, "of.day"));
  arrears_entry_help_set_default (values, "said", get_text (values, "of.note"));
  arrears_entry_help_set_default (values, "outcome", get_text (values, "of.outcome"));
  arrears_entry_help_set_default (values, "measure", get_text (values, "of.measure"));
  arrears_entry_help_set_default (values, "next_on", get_text (values, "of.next_on"));
  arrears_entry_values_set_text (values, "corrects", get_text (values, "of.id"));
  return prepare_contact (desk, values, error);
}

const ArrearsEntry arrears_entry_correct_contact = {
  .name = "correct-contact",
  .heading = N_("Correct Contact"),
  .about = N_("The entry stays in the log; this one stands in its place."),
  .save_label = N_("_Log"),
  .failure = N_("The Contact Was Not Corrected"),
  .fields = contact_fields,
  .n_fields = G_N_ELEMENTS (contact_fields),
  .reason_codes = guard_codes,
  .is_shown = is_contact_field_shown,
  .prepare = prepare_correction,
  .describe = describe_contact,
  .record = record_contact,
};

/* The people themselves. */

static const ArrearsEntryField person_fields[] = {
  { "person", N_("Which Person"), ARREARS_ENTRY_CHOICE },
  { "name", N_("Name"), ARREARS_ENTRY_TEXT, TRUE },
  { "role", N_("Role"), ARREARS_ENTRY_TEXT },
  { "phone", N_("Business Phone"), ARREARS_ENTRY_TEXT },
  { "email", N_("Business E-mail"), ARREARS_ENTRY_TEXT },
};

static gboolean
prepare_person (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) people
      = arrears_contact_load_people (desk, arrears_entry_help_get_customer_id (values), error);

  if (people == NULL)
    return FALSE;

  arrears_entry_help_set_subtitle (values);
  arrears_entry_values_add_choice (values, "person", "0", _("Somebody new"));
  for (guint i = 0; i < people->len; i++)
    {
      ArrearsContactPerson *person = g_ptr_array_index (people, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person->id);

      add_person (values, id, person);
    }
  return TRUE;
}

static ArrearsContactPerson *
find_person (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  gint64 id = arrears_entry_values_get_number (values, "person");
  g_autoptr (GPtrArray) people
      = arrears_contact_load_people (desk, arrears_entry_help_get_customer_id (values), error);

  for (guint i = 0; people != NULL && i < people->len; i++)
    if (((ArrearsContactPerson *) g_ptr_array_index (people, i))->id == id)
      return arrears_record_copy (g_ptr_array_index (people, i));
  return people != NULL ? arrears_contact_person_new () : NULL;
}

static gboolean
record_person (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsContactPerson) person = find_person (desk, values, error);

  if (person == NULL)
    return FALSE;

  person->customer_id = arrears_entry_help_get_customer_id (values);
  arrears_record_set_text (&person->name, get_text (values, "name"));
  if (arrears_entry_values_get_optional (values, "role") != NULL)
    arrears_record_set_text (&person->role, get_text (values, "role"));
  if (arrears_entry_values_get_optional (values, "phone") != NULL)
    arrears_record_set_text (&person->phone, get_text (values, "phone"));
  if (arrears_entry_values_get_optional (values, "email") != NULL)
    arrears_record_set_text (&person->email, get_text (values, "email"));
  return arrears_contact_save_person (desk, person, error) != 0;
}

const ArrearsEntry arrears_entry_person = {
  .name = "person",
  .heading = N_("Person to Speak With"),
  .about = N_("Of somebody who is known already, what stays empty stays as it was."),
  .save_label = N_("_Save"),
  .failure = N_("The Person Was Not Saved"),
  .fields = person_fields,
  .n_fields = G_N_ELEMENTS (person_fields),
  .prepare = prepare_person,
  .record = record_person,
};

static const ArrearsEntryField stop_person_fields[] = {
  { "person", N_("Which Person"), ARREARS_ENTRY_CHOICE, TRUE },
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
};

static gboolean
prepare_stop_person (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) people
      = arrears_contact_load_people (desk, arrears_entry_help_get_customer_id (values), error);

  if (people == NULL)
    return FALSE;

  arrears_entry_help_set_subtitle (values);
  for (guint i = 0; i < people->len; i++)
    {
      ArrearsContactPerson *person = g_ptr_array_index (people, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person->id);

      if (!person->is_stopped)
        add_person (values, id, person);
    }
  return TRUE;
}

static gboolean
record_stop (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_contact_stop_person (desk, arrears_entry_values_get_number (values, "person"),
                                      get_text (values, "reason"), error);
}

const ArrearsEntry arrears_entry_stop_person = {
  .name = "stop-person",
  .heading = N_("Stop Contacting Somebody"),
  .about = N_("Nobody may contact this person any more; no reason helps against that."),
  .save_label = N_("_Stop"),
  .failure = N_("The Person Was Not Stopped"),
  .fields = stop_person_fields,
  .n_fields = G_N_ELEMENTS (stop_person_fields),
  .prepare = prepare_stop_person,
  .record = record_stop,
};

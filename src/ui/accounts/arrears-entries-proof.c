/* arrears-entries-proof.c: limitation, guarantees and vouchers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entries.h"

#include "arrears-entry-help.h"
#include "arrears-limitation-watch.h"
#include "arrears-vouchers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_text (const ArrearsEntryValues *values, const char *name)
{
  return arrears_entry_values_get_text (values, name);
}

/* Limitation. */

static const ArrearsEntryChoice causes[] = {
  { "demand", N_("Demand") },
  { "acknowledgement", N_("Acknowledgement") },
  { "payment", N_("Part payment") },
  { "agreement", N_("Signed agreement") },
  { "suit", N_("Suit or arbitration") },
  { "obstacle", N_("Obstacle") },
  { NULL, NULL },
};

static const ArrearsEntryField limitation_event_fields[] = {
  { "kind", N_("What Happened"), ARREARS_ENTRY_CHOICE, TRUE, NULL, causes },
  { "invoice", N_("For"), ARREARS_ENTRY_CHOICE },
  { "from_on", N_("On the Day"), ARREARS_ENTRY_DAY, TRUE,
    N_("Of a demand, the day on which it reached the customer") },
  { "until_on", N_("Until"), ARREARS_ENTRY_DAY, FALSE, N_("Empty: it goes on") },
  { "new_due_on", N_("New Due Date"), ARREARS_ENTRY_DAY },
  { "proof", N_("Proof"), ARREARS_ENTRY_CHOICE, TRUE },
  { "note", N_("Note"), ARREARS_ENTRY_LONG_TEXT },
};

static gboolean
is_limitation_field_shown (const ArrearsEntryField *field, const ArrearsEntryValues *values)
{
  const char *kind = get_text (values, "kind");

  if (g_str_equal (field->name, "until_on"))
    return g_str_equal (kind, "obstacle") || g_str_equal (kind, "suit");
  if (g_str_equal (field->name, "new_due_on"))
    return g_str_equal (kind, "agreement");
  return TRUE;
}

static gboolean
prepare_limitation_event (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_today (desk, values, "from_on");
  arrears_entry_help_add_terms (values, "proof", ARREARS_TERM_PROOF);
  return arrears_entry_help_add_invoices (desk, values, _("All that was owed then"), error);
}

static gboolean
record_limitation_event (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsLimitationEvent) event = arrears_limitation_event_new ();

  event->invoice_id = arrears_entry_help_get_invoice_id (values);
  event->customer_id = arrears_entry_help_get_customer_id (values);
  event->from_on = arrears_entry_values_get_day (values, "from_on");
  arrears_record_set_text (&event->kind, get_text (values, "kind"));
  if (is_limitation_field_shown (&limitation_event_fields[3], values))
    event->until_on = arrears_entry_values_get_day (values, "until_on");
  if (is_limitation_field_shown (&limitation_event_fields[4], values))
    event->new_due_on = arrears_entry_values_get_day (values, "new_due_on");
  arrears_record_set_text (&event->proof, get_text (values, "proof"));
  arrears_record_set_text (&event->note, get_text (values, "note"));
  return arrears_limitation_watch_add_event (desk, event, error) != 0;
}

const ArrearsEntry arrears_entry_limitation_event = {
  .name = "limitation-event",
  .heading = N_("Record Limitation Event"),
  .about = N_("What starts the three years anew, or keeps them from ending. Payments, promises "
              "and letters that are in the ledger count by themselves."),
  .save_label = N_("_Record"),
  .failure = N_("The Event Was Not Recorded"),
  .fields = limitation_event_fields,
  .n_fields = G_N_ELEMENTS (limitation_event_fields),
  .is_shown = is_limitation_field_shown,
  .prepare = prepare_limitation_event,
  .record = record_limitation_event,
};

static const ArrearsEntryField reason_fields[] = {
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
};

static gboolean
record_void_event (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_limitation_watch_void_event (
      desk, arrears_entry_values_get_number (values, "of.id"), get_text (values, "reason"), error);
}

const ArrearsEntry arrears_entry_void_event = {
  .name = "void-event",
  .heading = N_("Void Limitation Event"),
  .save_label = N_("_Void"),
  .failure = N_("The Event Was Not Voided"),
  .fields = reason_fields,
  .n_fields = G_N_ELEMENTS (reason_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_void_event,
};

/* Guarantees. */

enum
{
  MOST_MONTHS_OF_GUARANTEE = 1200,
};

static const ArrearsEntryField guarantee_fields[] = {
  { "guarantor", N_("Guarantor"), ARREARS_ENTRY_TEXT, TRUE },
  { "kind", N_("Kind"), ARREARS_ENTRY_CHOICE, TRUE },
  { "invoice", N_("For"), ARREARS_ENTRY_CHOICE },
  { "from_on", N_("Given On"), ARREARS_ENTRY_DAY, TRUE },
  { "principal_due_on", N_("The Debt Falls Due On"), ARREARS_ENTRY_DAY, TRUE },
  { "months", N_("Months Agreed"), ARREARS_ENTRY_NUMBER, FALSE,
    N_("Empty: none agreed, so six months"), NULL, 1, MOST_MONTHS_OF_GUARANTEE },
  { "amount", N_("Up to (Yuan)"), ARREARS_ENTRY_MONEY, FALSE, N_("Empty: the whole debt") },
  { "note", N_("Note"), ARREARS_ENTRY_TEXT },
};

static gboolean
prepare_guarantee (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_today (desk, values, "from_on");
  arrears_entry_help_set_default (values, "principal_due_on", get_text (values, "of.due_on"));
  arrears_entry_help_add_terms (values, "kind", ARREARS_TERM_GUARANTEE_KIND);
  return arrears_entry_help_add_invoices (desk, values, _("The whole account"), error);
}

static gboolean
record_guarantee (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsGuarantee) guarantee = arrears_guarantee_new ();

  guarantee->invoice_id = arrears_entry_help_get_invoice_id (values);
  guarantee->customer_id = arrears_entry_help_get_customer_id (values);
  guarantee->from_on = arrears_entry_values_get_day (values, "from_on");
  guarantee->principal_due_on = arrears_entry_values_get_day (values, "principal_due_on");
  guarantee->months = (int) arrears_entry_values_get_number (values, "months");
  guarantee->amount = arrears_entry_values_get_money (values, "amount");
  arrears_record_set_text (&guarantee->guarantor, get_text (values, "guarantor"));
  arrears_record_set_text (&guarantee->kind, get_text (values, "kind"));
  arrears_record_set_text (&guarantee->note, get_text (values, "note"));
  return arrears_limitation_watch_add_guarantee (desk, guarantee, error) != 0;
}

const ArrearsEntry arrears_entry_guarantee = {
  .name = "guarantee",
  .heading = N_("Record Guarantee"),
  .about = N_("Its period neither rests nor starts anew, and is watched like the limitation "
              "period."),
  .save_label = N_("_Record"),
  .failure = N_("The Guarantee Was Not Recorded"),
  .fields = guarantee_fields,
  .n_fields = G_N_ELEMENTS (guarantee_fields),
  .prepare = prepare_guarantee,
  .record = record_guarantee,
};

static const ArrearsEntryField end_guarantee_fields[] = {
  { "how", N_("What Became of It"), ARREARS_ENTRY_CHOICE, TRUE },
  { "on", N_("On the Day"), ARREARS_ENTRY_DAY, TRUE },
  { "note", N_("Note"), ARREARS_ENTRY_TEXT },
};

static gboolean
prepare_end_guarantee (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_today (desk, values, "on");
  arrears_entry_help_add_terms (values, "how", ARREARS_TERM_GUARANTEE_END);
  return TRUE;
}

static gboolean
record_end_of_guarantee (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_limitation_watch_end_guarantee (
      desk, arrears_entry_values_get_number (values, "of.id"), get_text (values, "how"),
      arrears_entry_values_get_day (values, "on"), get_text (values, "note"), error);
}

const ArrearsEntry arrears_entry_end_guarantee = {
  .name = "end-guarantee",
  .heading = N_("End Guarantee"),
  .save_label = N_("_End"),
  .failure = N_("The Guarantee Was Not Ended"),
  .fields = end_guarantee_fields,
  .n_fields = G_N_ELEMENTS (end_guarantee_fields),
  .prepare = prepare_end_guarantee,
  .record = record_end_of_guarantee,
};

/* Vouchers. */

static const ArrearsEntryField voucher_fields[] = {
  { "kind", N_("What It Is"), ARREARS_ENTRY_CHOICE, TRUE },
  { "invoice", N_("For"), ARREARS_ENTRY_CHOICE },
  { "note", N_("Note"), ARREARS_ENTRY_TEXT },
};

static gboolean
is_voucher_field_shown (const ArrearsEntryField *field, const ArrearsEntryValues *values)
{
  return !g_str_equal (field->name, "invoice")
         || (arrears_entry_values_get_number (values, "log_entry_id") == 0
             && arrears_entry_values_get_number (values, "contract_id") == 0);
}

/* The names of the files that are to be added, where there is but one. */
static gboolean
prepare_voucher (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  const char *paths = get_text (values, "paths");
  g_autofree char *name = g_filename_display_basename (paths);

  arrears_entry_help_set_subtitle (values);
  if (strchr (paths, '\n') == NULL)
    arrears_entry_values_set_text (values, ARREARS_ENTRY_SUBTITLE, name);
  arrears_entry_help_add_terms (values, "kind", ARREARS_TERM_VOUCHER_KIND);
  return arrears_entry_help_add_invoices (desk, values, _("The whole account"), error);
}

static gboolean
add_file (ArrearsDesk *desk, const ArrearsEntryValues *values, const char *path, GError **error)
{
  g_autoptr (ArrearsVoucher) voucher = arrears_voucher_new ();
  g_autoptr (ArrearsVoucher) kept = NULL;

  voucher->customer_id = arrears_entry_help_get_customer_id (values);
  voucher->log_entry_id = arrears_entry_values_get_number (values, "log_entry_id");
  voucher->contract_id = arrears_entry_values_get_number (values, "contract_id");
  if (voucher->log_entry_id == 0 && voucher->contract_id == 0)
    voucher->invoice_id = arrears_entry_help_get_invoice_id (values);
  arrears_record_set_text (&voucher->kind, get_text (values, "kind"));
  arrears_record_set_text (&voucher->note, get_text (values, "note"));
  kept = arrears_vouchers_add_file (desk, voucher, path, error);
  return kept != NULL;
}

/* Files that went in stay in where a later one is refused; that one is named. */
static gboolean
record_voucher (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_auto (GStrv) paths = g_strsplit (get_text (values, "paths"), "\n", -1);

  for (gsize i = 0; paths[i] != NULL; i++)
    if (!add_file (desk, values, paths[i], error))
      {
        g_prefix_error (error, "%s: ", paths[i]);
        return FALSE;
      }
  return TRUE;
}

const ArrearsEntry arrears_entry_voucher = {
  .name = "voucher",
  .heading = N_("Add Voucher"),
  .about = N_("The file is kept in the ledger byte for byte."),
  .save_label = N_("_Add"),
  .failure = N_("The Voucher Was Not Added"),
  .fields = voucher_fields,
  .n_fields = G_N_ELEMENTS (voucher_fields),
  .is_shown = is_voucher_field_shown,
  .prepare = prepare_voucher,
  .record = record_voucher,
};

static const ArrearsEntryField end_voucher_fields[] = {
  { "how", N_("Why"), ARREARS_ENTRY_CHOICE, TRUE },
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
};

static gboolean
prepare_end_voucher (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_add_terms (values, "how", ARREARS_TERM_VOUCHER_END);
  return TRUE;
}

static gboolean
record_end_of_voucher (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_vouchers_end (desk, arrears_entry_values_get_number (values, "of.id"),
                               get_text (values, "how"), get_text (values, "reason"), error);
}

const ArrearsEntry arrears_entry_end_voucher = {
  .name = "end-voucher",
  .heading = N_("Withdraw Voucher"),
  .about = N_("It no longer counts as a paper of the account; its bytes stay in the ledger."),
  .save_label = N_("_Withdraw"),
  .failure = N_("The Voucher Was Not Withdrawn"),
  .fields = end_voucher_fields,
  .n_fields = G_N_ELEMENTS (end_voucher_fields),
  .prepare = prepare_end_voucher,
  .record = record_end_of_voucher,
};

/* arrears-cli-account.c: one account in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-page.h"
#include "arrears-cli-measures.h"
#include "arrears-cli-output.h"
#include "arrears-cost.h"
#include "arrears-dispute.h"
#include "arrears-guarantee.h"
#include "arrears-judged-promise.h"
#include "arrears-mark.h"
#include "arrears-pause.h"
#include "arrears-words-policy.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

static void
add_customer (JsonBuilder *builder, ArrearsCustomer *customer)
{
  json_builder_set_member_name (builder, "customer");
  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "code", customer->code);
  arrears_output_add_text (builder, "name", customer->name);
  arrears_output_add_text (builder, "uscc", customer->uscc);
  arrears_output_add_text (builder, "address", customer->address);
  arrears_output_add_text (builder, "contact", customer->contact);
  arrears_output_add_text (builder, "phone", customer->phone);
  arrears_output_add_text (builder, "email", customer->email);
  arrears_output_add_number (builder, "terms_days", customer->terms_days);
  arrears_output_add_money (builder, "credit_limit", customer->credit_limit);
  arrears_output_add_text (builder, "industry", customer->industry);
  arrears_output_add_text (builder, "grade",
                           arrears_grade_to_word ((ArrearsGrade) customer->grade));
  json_builder_end_object (builder);
}

static void
add_invoice (JsonBuilder *builder, ArrearsInvoice *invoice)
{
  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "number", invoice->number);
  arrears_output_add_day (builder, "issued_on", invoice->issued_on);
  arrears_output_add_day (builder, "due_on", invoice->due_on);
  arrears_output_add_money (builder, "amount", invoice->amount);
  arrears_output_add_money (builder, "open", invoice->open);
  arrears_output_add_number (builder, "days_overdue", invoice->days_overdue);
  arrears_output_add_money (builder, "late_charge", invoice->charge);
  arrears_output_add_day (builder, "limitation_ends_on", invoice->limitation_ends_on);
  arrears_output_add_boolean (builder, "disputed", invoice->disputed.fen > 0);
  arrears_output_add_money (builder, "disputed_amount", invoice->disputed);
  arrears_output_add_boolean (builder, "paused", invoice->is_paused);
  json_builder_end_object (builder);
}

static void
add_promise (JsonBuilder *builder, gpointer entry)
{
  ArrearsJudgedPromise *promise = entry;

  arrears_output_add_number (builder, "id", promise->id);
  arrears_output_add_day (builder, "given_on", promise->from_on);
  arrears_output_add_day (builder, "due_on", promise->due_on);
  arrears_output_add_money (builder, "amount", promise->amount);
  arrears_output_add_text (builder, "state", promise->state);
  arrears_output_add_money (builder, "received", promise->received);
  arrears_output_add_text (builder, "by", promise->promised_by);
  arrears_output_add_text (builder, "channel", promise->channel);
  arrears_output_add_text (builder, "invoice", promise->invoice_number);
  arrears_output_add_day (builder, "judged_on", promise->judged_on);
  arrears_output_add_text (builder, "note", promise->note);
}

static void
add_dispute (JsonBuilder *builder, gpointer entry)
{
  ArrearsDispute *dispute = entry;

  arrears_output_add_number (builder, "id", dispute->id);
  arrears_output_add_text (builder, "invoice", dispute->invoice_number);
  arrears_output_add_day (builder, "from", dispute->from_on);
  arrears_output_add_money (builder, "amount", dispute->amount);
  arrears_output_add_text (builder, "reason", dispute->reason);
  arrears_output_add_day (builder, "review_on", dispute->review_on);
  arrears_output_add_text (builder, "note", dispute->note);
  arrears_output_add_day (builder, "ended_on", dispute->ended_on);
  arrears_output_add_text (builder, "ended_how", dispute->ended_how);
  arrears_output_add_text (builder, "ended_note", dispute->ended_note);
}

static void
add_pause (JsonBuilder *builder, gpointer entry)
{
  ArrearsPause *pause = entry;

  arrears_output_add_number (builder, "id", pause->id);
  arrears_output_add_text (builder, "invoice", pause->invoice_number);
  arrears_output_add_text (builder, "kind", pause->kind);
  arrears_output_add_day (builder, "from", pause->from_on);
  arrears_output_add_day (builder, "until", pause->until_on);
  arrears_output_add_text (builder, "reason", pause->reason);
  arrears_output_add_day (builder, "ended_on", pause->ended_on);
  arrears_output_add_text (builder, "ended_note", pause->ended_note);
}

static void
add_mark (JsonBuilder *builder, gpointer entry)
{
  ArrearsMark *mark = entry;

  arrears_output_add_number (builder, "id", mark->id);
  arrears_output_add_text (builder, "kind", mark->kind);
  arrears_output_add_text (builder, "code", mark->code);
  arrears_output_add_day (builder, "from", mark->from_on);
  arrears_output_add_day (builder, "until", mark->until_on);
  arrears_output_add_money (builder, "amount", mark->amount);
  arrears_output_add_text (builder, "reason", mark->reason);
}

static void
add_guarantee (JsonBuilder *builder, gpointer entry)
{
  ArrearsGuarantee *guarantee = entry;

  arrears_output_add_number (builder, "id", guarantee->id);
  arrears_output_add_text (builder, "guarantor", guarantee->guarantor);
  arrears_output_add_text (builder, "kind", guarantee->kind);
  arrears_output_add_text (builder, "invoice", guarantee->invoice_number);
  arrears_output_add_money (builder, "amount", guarantee->amount);
  arrears_output_add_day (builder, "principal_due_on", guarantee->principal_due_on);
  arrears_output_add_number (builder, "months", guarantee->months);
}

static void
add_cost (JsonBuilder *builder, gpointer entry)
{
  ArrearsCost *cost = entry;

  arrears_output_add_number (builder, "id", cost->id);
  arrears_output_add_text (builder, "invoice", cost->invoice_number);
  arrears_output_add_day (builder, "on", cost->from_on);
  arrears_output_add_money (builder, "amount", cost->amount);
  arrears_output_add_text (builder, "note", cost->note);
}

static void
add_entries (JsonBuilder *builder, const char *member, GPtrArray *entries,
             void (*add) (JsonBuilder *builder, gpointer entry))
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      json_builder_begin_object (builder);
      add (builder, g_ptr_array_index (entries, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
arrears_output_add_credit (JsonBuilder *builder, const ArrearsCreditReport *report)
{
  const ArrearsCreditPosition *position = &report->position;
  const ArrearsCreditAnswer *answer = &report->answer;

  arrears_output_add_text (builder, "verdict", arrears_credit_verdict_to_word (answer->verdict));
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (int i = 0; i < ARREARS_CREDIT_N_REASONS; i++)
    if (answer->reasons & (1 << i))
      json_builder_add_string_value (
          builder, arrears_credit_reason_to_word ((ArrearsCreditReasons) (1 << i)));
  json_builder_end_array (builder);
  arrears_output_add_money (builder, "limit", position->limit);
  arrears_output_add_money (builder, "balance", position->balance);
  arrears_output_add_money (builder, "balance_after", answer->balance_after);
  arrears_output_add_money (builder, "headroom", answer->headroom);
  arrears_output_add_money (builder, "over_by", answer->over_by);
  arrears_output_add_day (builder, "allowed_until", position->override_until);
  arrears_output_add_text (builder, "hold_reason", report->hold_reason);
  arrears_output_add_text (builder, "override_reason", report->override_reason);
}

static void
add_measures (JsonBuilder *builder, const ArrearsAccountPage *page)
{
  add_entries (builder, "promises", page->promises, add_promise);
  json_builder_set_member_name (builder, "agreements");
  json_builder_begin_array (builder);
  json_builder_end_array (builder);
  add_entries (builder, "disputes", page->disputes, add_dispute);
  add_entries (builder, "pauses", page->pauses, add_pause);
  add_entries (builder, "marks", page->marks, add_mark);
  add_entries (builder, "guarantees", page->guarantees, add_guarantee);
  add_entries (builder, "costs", page->costs, add_cost);
  arrears_output_add_text (builder, "owner", page->customer->owner);
  arrears_output_add_day (builder, "follow_up_on", page->follow_up_on);
  json_builder_set_member_name (builder, "credit");
  json_builder_begin_object (builder);
  arrears_output_add_credit (builder, page->credit);
  json_builder_end_object (builder);
}

static void
add_account (JsonBuilder *builder, const ArrearsAccountPage *page)
{
  ArrearsAccount *account = page->account;

  json_builder_begin_object (builder);
  add_customer (builder, page->customer);
  arrears_output_add_text (builder, "code", account->code);
  arrears_output_add_text (builder, "name", account->name);
  arrears_output_add_money (builder, "balance", account->balance);
  arrears_output_add_money (builder, "overdue", account->overdue);
  arrears_output_add_money (builder, "late_charge", page->charge);
  arrears_output_add_money (builder, "unapplied", account->unapplied);
  arrears_output_add_number (builder, "stage", account->stage);
  arrears_output_add_text (builder, "stage_name", arrears_words_get_for_account_stage (account));
  arrears_output_add_day (builder, "crossed_on", account->crossed_on);
  json_builder_set_member_name (builder, "invoices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->invoices->len; i++)
    add_invoice (builder, g_ptr_array_index (page->invoices, i));
  json_builder_end_array (builder);
  add_measures (builder, page);
  json_builder_end_object (builder);
}

static void
print_invoices (ArrearsCli *cli, JsonBuilder *builder)
{
  static const ArrearsColumn columns[] = {
    { "number", N_("Invoice"), FALSE },
    { "issued_on", N_("Issued"), FALSE },
    { "due_on", N_("Due"), FALSE },
    { "amount", N_("Amount"), TRUE },
    { "open", N_("Open"), TRUE },
    { "disputed_amount", N_("Disputed"), TRUE },
    { "days_overdue", N_("Days overdue"), TRUE },
    { "late_charge", N_("Late charge"), TRUE },
    { "limitation_ends_on", N_("Limitation ends"), FALSE },
    { NULL },
  };

  arrears_output_print_list (cli, builder, "invoices", columns);
}

static void
print_promises (ArrearsCli *cli, JsonBuilder *builder)
{
  static const ArrearsColumn columns[] = {
    { "id", N_("Promise"), TRUE },
    { "given_on", N_("Given on"), FALSE },
    { "due_on", N_("Promised for"), FALSE },
    { "amount", N_("Amount"), TRUE },
    { "received", N_("Received"), TRUE },
    { "state", N_("State"), FALSE },
    { "by", N_("By"), FALSE },
    { NULL },
  };

  arrears_output_print_list (cli, builder, "promises", columns);
}

static void
print_disputes (ArrearsCli *cli, JsonBuilder *builder)
{
  static const ArrearsColumn columns[] = {
    { "id", N_("Dispute"), TRUE },
    { "invoice", N_("Invoice"), FALSE },
    { "amount", N_("Amount"), TRUE },
    { "reason", N_("Reason"), FALSE },
    { "review_on", N_("Review on"), FALSE },
    { "ended_how", N_("Outcome"), FALSE },
    { NULL },
  };

  arrears_output_print_list (cli, builder, "disputes", columns);
}

static void
print_account (ArrearsCli *cli, JsonBuilder *builder, const ArrearsAccountPage *page)
{
  static const ArrearsColumn head[] = {
    { "code", N_("Code"), FALSE },
    { "name", N_("Customer"), FALSE },
    { "owner", N_("Looked after by"), FALSE },
    { "stage_name", N_("Stage"), FALSE },
    { "crossed_on", N_("Since"), FALSE },
    { "balance", N_("Balance"), TRUE },
    { "overdue", N_("Overdue"), TRUE },
    { "late_charge", N_("Late charge"), TRUE },
    { "unapplied", N_("Not yet allocated"), TRUE },
    { "follow_up_on", N_("Next follow-up"), FALSE },
    { NULL },
  };

  arrears_output_print_object (cli, builder, head);
  if (cli->format == ARREARS_FORMAT_JSON)
    return;
  print_invoices (cli, builder);
  if (page->promises->len > 0)
    print_promises (cli, builder);
  if (page->disputes->len > 0)
    print_disputes (cli, builder);
}

int
arrears_command_account (ArrearsCli *cli, int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsAccountPage) page = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  gint64 customer_id;
  int status;

  if (!arrears_cli_parse (entries, "CODE", 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  customer_id = arrears_account_find (desk, argv[1], &error);
  page = customer_id != 0 ? arrears_account_page_load (desk, customer_id, &error) : NULL;
  if (page == NULL)
    return arrears_cli_fail (error);
  add_account (builder, page);
  print_account (cli, builder, page);
  return ARREARS_EXIT_DONE;
}

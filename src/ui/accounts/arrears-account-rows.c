/* arrears-account-rows.c: what an account holds, as lines of its lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-rows.h"

#include "arrears-cost.h"
#include "arrears-dispute.h"
#include "arrears-format.h"
#include "arrears-guarantee.h"
#include "arrears-judged-promise.h"
#include "arrears-limitation-item.h"
#include "arrears-mark.h"
#include "arrears-marks.h"
#include "arrears-papers.h"
#include "arrears-pause.h"
#include "arrears-pauses.h"
#include "arrears-payment-lines.h"
#include "arrears-receipts.h"
#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* The row belongs to `rows`. */
static ArrearsAccountRow *
add_row (GPtrArray *rows, const char *subject, gint64 id)
{
  ArrearsAccountRow *row = arrears_account_row_new ();

  row->id = id;
  arrears_record_set_text (&row->subject, subject);
  g_ptr_array_add (rows, row);
  return row;
}

static const char *
get_term (ArrearsTermKind kind, const char *word)
{
  return arrears_words_get_for_term (kind, word);
}

/* `text` behind what stands there. */
static void
append (char **member, const char *text)
{
  g_autofree char *before = *member;

  if (*text == '\0' || *before == '\0')
    *member = g_strdup (*text == '\0' ? before : text);
  else
    *member = g_strdup_printf ("%s · %s", before, text);
}

static void
set_reference (ArrearsAccountRow *row, const char *invoice_number)
{
  arrears_record_set_text (&row->reference,
                           *invoice_number != '\0' ? invoice_number : _("The whole account"));
}

/* Receipts. */

static void
add_part (GString *text, const ArrearsPaymentPart *part)
{
  g_autofree char *name = arrears_payment_lines_name_part (part);
  g_autofree char *amount = arrears_format_money (part->amount);

  g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", name, amount);
}

static void
describe_receipt (ArrearsAccountRow *row, ArrearsReceipt *receipt)
{
  g_autofree char *voided_on = arrears_format_day (receipt->voided_on);
  g_autofree char *refunded = arrears_format_money (receipt->refunded);

  g_free (row->state);
  if (row->is_over)
    /* Translators: a day, and why. */
    row->state = g_strdup_printf (_("Voided %s: %s"), voided_on, receipt->void_reason);
  else if (receipt->refunded.fen > 0)
    /* Translators: an amount of money. */
    row->state = g_strdup_printf (_("Refunded %s"), refunded);
  else
    row->state = g_strdup ("");
}

static void
add_receipt (GPtrArray *rows, const ArrearsReceiptLine *line)
{
  ArrearsReceipt *receipt = line->receipt;
  gboolean is_over = arrears_day_is_set (receipt->voided_on);
  ArrearsAccountRow *row = add_row (rows, is_over ? "" : receipt->kind, receipt->id);
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; i < line->parts->len; i++)
    add_part (parts, g_ptr_array_index (line->parts, i));
  row->is_over = is_over;
  row->from_on = receipt->received_on;
  row->amount = receipt->amount;
  row->rest = receipt->unapplied;
  arrears_record_set_text (&row->what, get_term (ARREARS_TERM_RECEIPT_KIND, receipt->kind));
  arrears_record_set_text (&row->reference, receipt->reference);
  arrears_record_set_text (&row->note, parts->str);
  append (&row->note, receipt->note);
  describe_receipt (row, receipt);
}

GPtrArray *
arrears_account_rows_list_receipts (GPtrArray *lines)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; i < lines->len; i++)
    add_receipt (rows, g_ptr_array_index (lines, i));
  return rows;
}

/* Promises, disputes, pauses, marks, costs. */

static void
add_promise (GPtrArray *rows, ArrearsJudgedPromise *promise)
{
  gboolean has_ended
      = g_str_equal (promise->state, "replaced") || g_str_equal (promise->state, "withdrawn");
  ArrearsAccountRow *row = add_row (rows, has_ended ? "" : "promise", promise->id);

  row->is_over = !g_str_equal (promise->state, "running");
  row->is_urgent = g_str_equal (promise->state, "broken") || g_str_equal (promise->state, "partly");
  row->from_on = promise->from_on;
  row->until_on = promise->due_on;
  row->amount = promise->amount;
  arrears_money_subtract (promise->amount, promise->received, &row->rest);
  arrears_record_set_text (&row->what, _("Promise"));
  set_reference (row, promise->invoice_number);
  arrears_record_set_text (&row->state, get_term (ARREARS_TERM_PROMISE_STATE, promise->state));
  arrears_record_set_text (&row->note, promise->promised_by);
  append (&row->note, get_term (ARREARS_TERM_CHANNEL, promise->channel));
  append (&row->note, promise->note);
}

static void
add_dispute (GPtrArray *rows, ArrearsDispute *dispute, ArrearsDay as_of)
{
  gboolean is_over = arrears_day_is_set (dispute->ended_on);
  ArrearsAccountRow *row = add_row (rows, is_over ? "" : "dispute", dispute->id);

  row->is_over = is_over;
  row->is_urgent = !is_over && arrears_day_compare (dispute->review_on, as_of) <= 0;
  row->from_on = dispute->from_on;
  row->until_on = dispute->review_on;
  row->amount = dispute->amount;
  arrears_record_set_text (&row->what, _("Dispute"));
  append (&row->what, get_term (ARREARS_TERM_DISPUTE_REASON, dispute->reason));
  set_reference (row, dispute->invoice_number);
  arrears_record_set_text (&row->state,
                           is_over ? get_term (ARREARS_TERM_DISPUTE_OUTCOME, dispute->ended_how)
                                   : _("Stands"));
  arrears_record_set_text (&row->note, dispute->note);
  append (&row->note, dispute->ended_note);
}

static void
add_pause (GPtrArray *rows, ArrearsPause *pause, ArrearsDay as_of)
{
  gboolean rests = arrears_pauses_rests_on (pause, as_of);
  gboolean has_ended = arrears_day_is_set (pause->ended_on);
  ArrearsAccountRow *row = add_row (rows, has_ended ? "" : "pause", pause->id);

  row->is_over = !rests;
  row->is_urgent = !rests && !has_ended;
  row->from_on = pause->from_on;
  row->until_on = has_ended ? pause->ended_on : pause->until_on;
  arrears_record_set_text (&row->what, _("Pause"));
  append (&row->what, get_term (ARREARS_TERM_PAUSE_KIND, pause->kind));
  set_reference (row, pause->invoice_number);
  arrears_record_set_text (&row->state,
                           rests ? _("Rests") : has_ended ? _("Ended") : _("To be reviewed"));
  arrears_record_set_text (&row->note, pause->reason);
  append (&row->note, pause->ended_note);
}

static void
add_mark (GPtrArray *rows, ArrearsMark *mark, ArrearsDay as_of)
{
  gboolean holds = arrears_marks_holds_on (mark, as_of);
  ArrearsAccountRow *row = add_row (rows, holds ? "mark" : "", mark->id);

  row->is_over = !holds;
  row->from_on = mark->from_on;
  row->until_on = arrears_day_is_set (mark->ended_on) ? mark->ended_on : mark->until_on;
  row->amount = mark->amount;
  arrears_record_set_text (&row->what, get_term (ARREARS_TERM_MARK_KIND, mark->kind));
  append (&row->what, get_term (ARREARS_TERM_LATENESS, mark->code));
  set_reference (row, "");
  arrears_record_set_text (&row->state, holds ? _("Holds") : _("Ended"));
  arrears_record_set_text (&row->note, mark->reason);
  append (&row->note, mark->ended_note);
}

static void
add_cost (GPtrArray *rows, ArrearsCost *cost)
{
  ArrearsAccountRow *row = add_row (rows, "", cost->id);

  row->from_on = cost->from_on;
  row->amount = cost->amount;
  arrears_record_set_text (&row->what, _("Cost"));
  set_reference (row, cost->invoice_number);
  arrears_record_set_text (&row->note, cost->note);
}

static int
compare_matters (gconstpointer a, gconstpointer b)
{
  const ArrearsAccountRow *row_a = *(ArrearsAccountRow *const *) a;
  const ArrearsAccountRow *row_b = *(ArrearsAccountRow *const *) b;

  if (row_a->is_over != row_b->is_over)
    return row_a->is_over ? 1 : -1;
  return arrears_day_compare (row_b->from_on, row_a->from_on);
}

GPtrArray *
arrears_account_rows_list_matters (const ArrearsAccountPage *page, GPtrArray *marks,
                                   ArrearsDay as_of)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; i < page->promises->len; i++)
    add_promise (rows, g_ptr_array_index (page->promises, i));
  for (guint i = 0; i < page->disputes->len; i++)
    add_dispute (rows, g_ptr_array_index (page->disputes, i), as_of);
  for (guint i = 0; i < page->pauses->len; i++)
    add_pause (rows, g_ptr_array_index (page->pauses, i), as_of);
  for (guint i = 0; i < marks->len; i++)
    add_mark (rows, g_ptr_array_index (marks, i), as_of);
  for (guint i = 0; i < page->costs->len; i++)
    add_cost (rows, g_ptr_array_index (page->costs, i));
  g_ptr_array_sort (rows, compare_matters);
  return rows;
}

/* Limitation and guarantees. */

static char *
describe_days_left (int days)
{
  if (days < 0)
    return g_strdup_printf (ngettext ("Ended %d day ago", "Ended %d days ago", (gulong) -days),
                            -days);
  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
}

static void
add_link (GPtrArray *rows, const ArrearsLimitationLink *link)
{
  gboolean is_event = link->source == ARREARS_LIMITATION_FROM_EVENT;
  ArrearsAccountRow *row = add_row (rows, is_event ? "event" : "", link->source_id);
  const char *cause
      = get_term (ARREARS_TERM_LIMITATION_CAUSE, arrears_limitation_cause_to_word (link->cause));
  const char *proof = arrears_proof_to_word (link->proof);

  row->is_over = link->effect != ARREARS_LIMITATION_COUNTS;
  row->from_on = link->on;
  row->until_on = link->ends_on;
  g_free (row->what);
  row->what = g_strdup_printf ("　%s", cause);
  arrears_record_set_text (
      &row->state,
      get_term (ARREARS_TERM_LIMITATION_EFFECT, arrears_limitation_effect_to_word (link->effect)));
  if (*proof != '\0')
    arrears_record_set_text (&row->note, get_term (ARREARS_TERM_PROOF, proof));
}

static void
add_item (GPtrArray *rows, ArrearsLimitationItem *item)
{
  ArrearsAccountRow *row = add_row (rows, "", item->invoice_id);
  g_autofree char *after = arrears_format_day (item->ends_on_after_203);

  row->is_urgent = item->band != ARREARS_LIMITATION_FAR;
  row->from_on = item->due_on;
  row->until_on = item->ends_on;
  row->amount = item->open;
  arrears_record_set_text (&row->what, _("Limitation period"));
  arrears_record_set_text (&row->reference, item->invoice_number);
  g_free (row->state);
  row->state = describe_days_left (item->days_left);
  if (*after != '\0')
    {
      g_free (row->note);
      /* Translators: a day. */
      row->note = g_strdup_printf (_("After Article 203: %s"), after);
    }
  if (item->has_expired_before)
    append (&row->note, _("It had expired before, and was not revived"));
  for (guint i = 0; item->chain != NULL && i < item->chain->len; i++)
    add_link (rows, &g_array_index (item->chain, ArrearsLimitationLink, i));
}

static void
add_guarantee (GPtrArray *rows, ArrearsGuarantee *guarantee, ArrearsDay as_of)
{
  ArrearsAccountRow *row = add_row (rows, "guarantee", guarantee->id);
  int months = guarantee->months > 0 ? guarantee->months : ARREARS_GUARANTEE_MONTHS;
  int days;

  row->from_on = guarantee->from_on;
  row->until_on = arrears_limitation_get_period_end (guarantee->principal_due_on, months);
  row->amount = guarantee->amount;
  days = arrears_day_count (as_of, row->until_on);
  row->is_urgent = days <= ARREARS_GUARANTEE_WARNING_DAYS;
  arrears_record_set_text (&row->what, get_term (ARREARS_TERM_GUARANTEE_KIND, guarantee->kind));
  set_reference (row, guarantee->invoice_number);
  g_free (row->state);
  row->state = describe_days_left (days);
  arrears_record_set_text (&row->note, guarantee->guarantor);
  append (&row->note, guarantee->note);
}

GPtrArray *
arrears_account_rows_list_limitation (GPtrArray *items, GPtrArray *guarantees, ArrearsDay as_of)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; i < items->len; i++)
    add_item (rows, g_ptr_array_index (items, i));
  for (guint i = 0; i < guarantees->len; i++)
    add_guarantee (rows, g_ptr_array_index (guarantees, i), as_of);
  return rows;
}

/* Vouchers. */

static void
add_missing (GPtrArray *rows, ArrearsInvoicePapers *papers)
{
  ArrearsAccountRow *row = add_row (rows, "papers", papers->invoice_id);
  g_autoptr (GString) names = g_string_new (NULL);

  for (int paper = 0; paper < ARREARS_N_PAPERS; paper++)
    if (arrears_paper_set_has ((ArrearsPaperSet) papers->missing, (ArrearsPaper) paper))
      g_string_append_printf (
          names, "%s%s",
          names->len > 0 ? _(", ") : "", get_term (ARREARS_TERM_PAPER,
                                                    arrears_paper_to_word ((ArrearsPaper) paper)));
  row->is_urgent = TRUE;
  row->amount = papers->open;
  arrears_record_set_text (&row->what, _("Missing"));
  arrears_record_set_text (&row->reference, papers->invoice_number);
  arrears_record_set_text (&row->note, names->str);
}

static void
set_voucher_reference (ArrearsAccountRow *row, ArrearsVoucher *voucher)
{
  if (voucher->log_entry_id != 0)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, voucher->log_entry_id);

      g_free (row->reference);
      /* Translators: the number of an entry of the log. */
      row->reference = g_strdup_printf (_("Log entry %s"), id);
    }
  else if (voucher->contract_id != 0)
    arrears_record_set_text (&row->reference, voucher->contract_number);
  else
    set_reference (row, voucher->invoice_number);
}

static void
add_voucher (GPtrArray *rows, ArrearsVoucher *voucher)
{
  gboolean is_over = arrears_day_is_set (voucher->ended_on);
  ArrearsAccountRow *row = add_row (rows, is_over ? "" : "voucher", voucher->id);

  row->is_over = is_over;
  row->from_on = voucher->from_on;
  arrears_record_set_text (&row->what, get_term (ARREARS_TERM_VOUCHER_KIND, voucher->kind));
  set_voucher_reference (row, voucher);
  g_free (row->state);
  row->state = is_over ? g_strdup (get_term (ARREARS_TERM_VOUCHER_END, voucher->ended_how))
                       : g_format_size ((guint64) voucher->n_bytes);
  arrears_record_set_text (&row->note, voucher->name);
  append (&row->note, voucher->note);
}

GPtrArray *
arrears_account_rows_list_vouchers (GPtrArray *missing, GPtrArray *vouchers)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; i < missing->len; i++)
    add_missing (rows, g_ptr_array_index (missing, i));
  for (guint i = vouchers->len; i-- > 0;)
    add_voucher (rows, g_ptr_array_index (vouchers, i));
  return rows;
}

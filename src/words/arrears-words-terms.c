/* arrears-words-terms.c: what the words that records are kept with are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const ArrearsTerm terms_of_receipt_kind[] = {
  { "receipt", N_("Receipt") },
  { "credit_note", N_("Credit Note") },
  { "write_off", N_("Write-off") },
};

static const ArrearsTerm terms_of_allocation_part[] = {
  { "principal", N_("Principal") },
  { "charge", N_("Late charge") },
  { "cost", N_("Costs") },
  { "refund", N_("Refund") },
};

static const ArrearsTerm terms_of_payment_order[] = {
  { "principal_first", N_("Principal first") },
  { "statutory", N_("Statutory order: costs, late charge, principal") },
};

static const ArrearsTerm terms_of_charge_fate[] = {
  { "undecided", N_("Not decided") },
  { "keep", N_("Keep it as a claim") },
  { "waive", N_("Waive it") },
  { "write_off", N_("Write it off") },
};

static const ArrearsTerm terms_of_bad_debt_condition[] = {
  { "insolvent", N_("Bankrupt, closed, dissolved or struck off") },
  { "deceased", N_("Dead or declared missing") },
  { "three_years", N_("Overdue for more than three years and unable to pay") },
  { "restructured", N_("Cannot be recovered after a restructuring") },
  { "force_majeure", N_("Disaster or war") },
  { "prescribed", N_("Another condition set by the authorities") },
};

static const ArrearsTerm terms_of_bad_debt_need[] = {
  { "ending", N_("Ruling, notice or register extract of the end") },
  { "liquidation", N_("Report: the assets do not suffice") },
  { "death", N_("Certificate of death, or judgment") },
  { "estate", N_("Proof that the estate does not suffice") },
  { "three_years", N_("Overdue for more than three years") },
  { "inability", N_("Conclusive evidence that it cannot pay") },
  { "arrangement", N_("The agreement, or the plan with its ruling") },
  { "event", N_("Proof of the disaster or war") },
  { "futility", N_("Proof that it cannot be recovered") },
  { "rule", N_("The provision that sets the condition") },
  { "statement", N_("The firm’s own statement of the loss") },
};

static const ArrearsTerm terms_of_invoice_end[] = {
  { "split", N_("Split into instalments") },
  { "voided", N_("Voided") },
};

static const ArrearsTerm terms_of_dispute_reason[] = {
  { "quality", N_("Quality") },
  { "quantity", N_("Quantity") },
  { "price", N_("Price") },
  { "delivery", N_("Not delivered") },
  { "billing", N_("Billing or reconciliation") },
  { "other", N_("Other") },
};

static const ArrearsTerm terms_of_dispute_outcome[] = {
  { "credited", N_("Accepted, with a credit note") },
  { "rejected", N_("Rejected") },
  { "withdrawn", N_("Withdrawn") },
};

static const ArrearsTerm terms_of_pause_kind[] = {
  { "agreed", N_("Agreed") },
  { "hardship", N_("Hardship") },
  { "force_majeure", N_("Force majeure") },
};

static const ArrearsTerm terms_of_promise_state[] = {
  { "running", N_("Running") },
  { "kept", N_("Kept") },
  { "partly", N_("Partly kept") },
  { "broken", N_("Broken") },
  { "replaced", N_("Replaced") },
  { "withdrawn", N_("Withdrawn") },
};

static const ArrearsTerm terms_of_mark_kind[] = {
  { "bad_faith", N_("Bad faith") },
  { "blacklisted", N_("Blacklisted") },
  { "credit_hold", N_("Credit hold") },
  { "hold_override", N_("Hold overridden") },
  { "lateness", N_("Reason for lateness") },
};

static const ArrearsTerm terms_of_lateness[] = {
  { "cash_flow", N_("Short of cash") },
  { "internal_process", N_("Internal payment process") },
  { "bad_faith", N_("Bad faith") },
  { "misunderstanding", N_("Misunderstood statement or terms") },
  { "quality_dispute", N_("Quality dispute") },
  { "force_majeure", N_("Force majeure") },
};

static const ArrearsTerm terms_of_lateness_step[] = {
  { "plan", N_("offer instalments or a later day") },
  { "promise", N_("ask for a day and an amount") },
  { "send_papers", N_("send the papers that their approval needs") },
  { "reconcile", N_("send a statement and compare") },
  { "dispute", N_("enter the dispute and have it looked into") },
  { "pause", N_("rest until a day of review") },
  { "mark_bad_faith", N_("mark bad faith: straight to the lawyer") },
  { "credit_hold", N_("stop supplying") },
};

static const ArrearsTerm terms_of_credit_verdict[] = {
  { "yes", N_("Goods may go out") },
  { "hold_suggested", N_("Goods may go out, but supply ought to be stopped") },
  { "over_limit", N_("No: above the credit limit") },
  { "on_hold", N_("No: supply is stopped") },
  { "blacklisted", N_("No: blacklisted") },
  { "allowed", N_("Goods may go out, by the override") },
};

static const ArrearsTerm terms_of_credit_reason[] = {
  { "overdue", N_("something is overdue") },
  { "stage", N_("the account is past the stage of hard measures") },
  { "limit", N_("it would pass the credit limit") },
  { "hold", N_("supply is stopped") },
  { "bad_faith", N_("bad faith") },
  { "blacklist", N_("blacklisted") },
  { "override_exceeded", N_("the override reaches less far") },
};

static const ArrearsTerm terms_of_channel[] = {
  { "call", N_("Call, answered") },
  { "call_unanswered", N_("Call, not answered") },
  { "text", N_("Text message") },
  { "wechat", N_("WeChat") },
  { "email", N_("E-mail message") },
  { "letter", N_("Letter") },
  { "visit", N_("Visit") },
  { "meeting", N_("Meeting") },
  { "incoming", N_("They called, wrote or came") },
};

static const ArrearsTerm terms_of_contact_outcome[] = {
  { "", N_("Nothing to note") },
  { "reached", N_("Told") },
  { "promised", N_("Promised to pay") },
  { "refused", N_("Refused") },
  { "disputed", N_("Disputed") },
  { "says_paid", N_("Says it is paid") },
  { "no_answer", N_("No answer") },
  { "wrong_person", N_("Wrong person") },
  { "undelivered", N_("Came back undelivered") },
};

static const ArrearsTerm terms_of_limitation_cause[] = {
  { "due", N_("Due day") },
  { "demand", N_("Demand") },
  { "payment", N_("Part payment") },
  { "acknowledgement", N_("Acknowledgement") },
  { "agreement", N_("Signed agreement") },
  { "suit", N_("Suit or arbitration") },
  { "obstacle", N_("Obstacle") },
};

static const ArrearsTerm terms_of_limitation_effect[] = {
  { "counts", N_("counts") },
  { "unproven", N_("not proven, does not count") },
  { "before-due", N_("before the due day, does not count") },
  { "after-end", N_("after the end, revives nothing") },
  { "without-need", N_("gone before the last six months, does not count") },
};

static const ArrearsTerm terms_of_limitation_band[] = {
  { "far", N_("More than 180 days") },
  { "180", N_("Within 180 days") },
  { "90", N_("Within 90 days") },
  { "30", N_("Within 30 days") },
  { "expired", N_("Expired") },
};

static const ArrearsTerm terms_of_proof[] = {
  { "A", N_("A: signed or sealed by the customer") },
  { "B", N_("B: EMS naming its content, delivered") },
  { "C", N_("C: EMS refused or returned at the agreed address") },
  { "D", N_("D: message to an agreed address, answered") },
  { "E", N_("E: message to an address in use") },
  { "F", N_("F: recording of a talk") },
  { "G", N_("G: nothing") },
};

static const ArrearsTerm terms_of_guarantee_kind[] = {
  { "general", N_("General guarantee") },
  { "joint", N_("Joint and several guarantee") },
};

static const ArrearsTerm terms_of_guarantee_end[] = {
  { "claimed", N_("Claimed in time") },
  { "lapsed", N_("Lapsed") },
  { "released", N_("Released") },
};

static const ArrearsTerm terms_of_voucher_kind[] = {
  { "contract", N_("contract") },
  { "order", N_("order") },
  { "delivery_note", N_("delivery note") },
  { "receipt_slip", N_("receipt slip") },
  { "fapiao", N_("fapiao") },
  { "photo", N_("photo") },
  { "other", N_("other paper") },
};

static const ArrearsTerm terms_of_voucher_end[] = {
  { "mistaken", N_("Added by mistake") },
  { "replaced", N_("Replaced by another") },
};

static const ArrearsTerm terms_of_paper[] = {
  { "contract", N_("contract") },
  { "order", N_("order") },
  { "delivery", N_("signed delivery note") },
  { "fapiao", N_("fapiao") },
};

#define LIST(terms) { terms, G_N_ELEMENTS (terms) }

static const struct
{
  const ArrearsTerm *terms;
  gsize n_terms;
} lists[ARREARS_N_TERM_KINDS] = {
  [ARREARS_TERM_RECEIPT_KIND] = LIST (terms_of_receipt_kind),
  [ARREARS_TERM_ALLOCATION_PART] = LIST (terms_of_allocation_part),
  [ARREARS_TERM_PAYMENT_ORDER] = LIST (terms_of_payment_order),
  [ARREARS_TERM_CHARGE_FATE] = LIST (terms_of_charge_fate),
  [ARREARS_TERM_BAD_DEBT_CONDITION] = LIST (terms_of_bad_debt_condition),
  [ARREARS_TERM_BAD_DEBT_NEED] = LIST (terms_of_bad_debt_need),
  [ARREARS_TERM_INVOICE_END] = LIST (terms_of_invoice_end),
  [ARREARS_TERM_DISPUTE_REASON] = LIST (terms_of_dispute_reason),
  [ARREARS_TERM_DISPUTE_OUTCOME] = LIST (terms_of_dispute_outcome),
  [ARREARS_TERM_PAUSE_KIND] = LIST (terms_of_pause_kind),
  [ARREARS_TERM_PROMISE_STATE] = LIST (terms_of_promise_state),
  [ARREARS_TERM_MARK_KIND] = LIST (terms_of_mark_kind),
  [ARREARS_TERM_LATENESS] = LIST (terms_of_lateness),
  [ARREARS_TERM_LATENESS_STEP] = LIST (terms_of_lateness_step),
  [ARREARS_TERM_CREDIT_VERDICT] = LIST (terms_of_credit_verdict),
  [ARREARS_TERM_CREDIT_REASON] = LIST (terms_of_credit_reason),
  [ARREARS_TERM_CHANNEL] = LIST (terms_of_channel),
  [ARREARS_TERM_CONTACT_OUTCOME] = LIST (terms_of_contact_outcome),
  [ARREARS_TERM_LIMITATION_CAUSE] = LIST (terms_of_limitation_cause),
  [ARREARS_TERM_LIMITATION_EFFECT] = LIST (terms_of_limitation_effect),
  [ARREARS_TERM_LIMITATION_BAND] = LIST (terms_of_limitation_band),
  [ARREARS_TERM_PROOF] = LIST (terms_of_proof),
  [ARREARS_TERM_GUARANTEE_KIND] = LIST (terms_of_guarantee_kind),
  [ARREARS_TERM_GUARANTEE_END] = LIST (terms_of_guarantee_end),
  [ARREARS_TERM_VOUCHER_KIND] = LIST (terms_of_voucher_kind),
  [ARREARS_TERM_VOUCHER_END] = LIST (terms_of_voucher_end),
  [ARREARS_TERM_PAPER] = LIST (terms_of_paper),
};
/* clang-format on */

const char *
arrears_words_get_for_term (ArrearsTermKind kind, const char *word)
{
  g_return_val_if_fail (kind < ARREARS_N_TERM_KINDS, "");
  g_return_val_if_fail (word != NULL, "");

  for (gsize i = 0; i < lists[kind].n_terms; i++)
    if (g_str_equal (lists[kind].terms[i].word, word))
      return _(lists[kind].terms[i].name);
  return word;
}

const ArrearsTerm *
arrears_words_list_terms (ArrearsTermKind kind, gsize *n_terms)
{
  g_return_val_if_fail (kind < ARREARS_N_TERM_KINDS, NULL);

  *n_terms = lists[kind].n_terms;
  return lists[kind].terms;
}

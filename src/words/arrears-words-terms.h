/* arrears-words-terms.h: what the words that records are kept with are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word is about: one list of words each. */
typedef enum
{
  ARREARS_TERM_RECEIPT_KIND,       /* "receipt" ...: 收款 */
  ARREARS_TERM_ALLOCATION_PART,    /* see arrears-allocation.h: 本金 */
  ARREARS_TERM_PAYMENT_ORDER,      /* see arrears-payment-order.h: 先本后息 */
  ARREARS_TERM_CHARGE_FATE,        /* see arrears-charge-balance.h: 保留 */
  ARREARS_TERM_BAD_DEBT_CONDITION, /* see arrears-bad-debt.h */
  ARREARS_TERM_BAD_DEBT_NEED,
  ARREARS_TERM_INVOICE_END,     /* "split", "voided": 已分期 */
  ARREARS_TERM_DISPUTE_REASON,  /* see arrears-dispute.h: 质量 */
  ARREARS_TERM_DISPUTE_OUTCOME, /* "credited", "rejected", "withdrawn": 驳回 */
  ARREARS_TERM_PAUSE_KIND,      /* see arrears-pause.h: 经营困难 */
  ARREARS_TERM_PROMISE_STATE,   /* see arrears-judged-promise.h: 已兑现 */
  ARREARS_TERM_MARK_KIND,       /* see arrears-mark.h: 黑名单 */
  ARREARS_TERM_LATENESS,        /* see arrears-lateness.h: 资金周转困难 */
  ARREARS_TERM_LATENESS_STEP,   /* what a reason for lateness suggests: 谈分期 */
  ARREARS_TERM_CREDIT_VERDICT,  /* see arrears-credit.h: 可以发货 */
  ARREARS_TERM_CREDIT_REASON,
  ARREARS_TERM_CHANNEL, /* see arrears-channel.h: 通话 */
  ARREARS_TERM_CONTACT_OUTCOME,
  ARREARS_TERM_LIMITATION_CAUSE, /* see arrears-limitation.h: 催告 */
  ARREARS_TERM_LIMITATION_EFFECT,
  ARREARS_TERM_LIMITATION_BAND,
  ARREARS_TERM_PROOF,          /* "A" to "G" */
  ARREARS_TERM_GUARANTEE_KIND, /* "general", "joint": 连带责任保证 */
  ARREARS_TERM_GUARANTEE_END,  /* "claimed", "lapsed", "released" */
  ARREARS_TERM_VOUCHER_KIND,   /* see arrears-voucher.h: 送货单 */
  ARREARS_TERM_VOUCHER_END,    /* "mistaken", "replaced" */
  ARREARS_TERM_PAPER,          /* see arrears-papers.h */
  ARREARS_N_TERM_KINDS
} ArrearsTermKind;

typedef struct
{
  const char *word;
  const char *name; /* to be translated; arrears_words_get_for_term() has done so */
} ArrearsTerm;

/* The translated name of a word, which lives as long as the program; the word itself where it is
 * none of the list.
 */
const char *arrears_words_get_for_term (ArrearsTermKind kind, const char *word);

/* All words of a list, in the order in which people are asked. */
const ArrearsTerm *arrears_words_list_terms (ArrearsTermKind kind, gsize *n_terms);

G_END_DECLS

/* arrears-papers.c: which papers prove an invoice, and which of them are missing (凭证是否齐全)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-papers.h"

#define PAPER(paper) (1u << ARREARS_PAPER_##paper)

static const struct
{
  const char *word;
  ArrearsEvidenceGroup group;
} papers[ARREARS_N_PAPERS] = {
  [ARREARS_PAPER_CONTRACT] = { "contract", ARREARS_EVIDENCE_CONTRACT },
  [ARREARS_PAPER_ORDER] = { "order", ARREARS_EVIDENCE_CONTRACT },
  [ARREARS_PAPER_DELIVERY] = { "delivery", ARREARS_EVIDENCE_DELIVERY },
  [ARREARS_PAPER_FAPIAO] = { "fapiao", ARREARS_EVIDENCE_INVOICE },
};

static const char *const groups[] = {
  [ARREARS_EVIDENCE_CONTRACT] = "contract",
  [ARREARS_EVIDENCE_DELIVERY] = "delivery",
  [ARREARS_EVIDENCE_INVOICE] = "invoice",
};

const char *
arrears_paper_to_word (ArrearsPaper paper)
{
  g_return_val_if_fail (paper < ARREARS_N_PAPERS, "");

  return papers[paper].word;
}

ArrearsEvidenceGroup
arrears_paper_get_group (ArrearsPaper paper)
{
  g_return_val_if_fail (paper < ARREARS_N_PAPERS, ARREARS_EVIDENCE_CONTRACT);

  return papers[paper].group;
}

const char *
arrears_evidence_group_to_word (ArrearsEvidenceGroup group)
{
  g_return_val_if_fail (group < G_N_ELEMENTS (groups), "");

  return groups[group];
}

ArrearsPaperSet
arrears_papers_get_for_voucher (const char *kind)
{
  static const struct
  {
    const char *kind;
    ArrearsPaperSet set;
  } good_for[] = {
    { ARREARS_VOUCHER_CONTRACT, PAPER (CONTRACT) },
    { ARREARS_VOUCHER_ORDER, PAPER (ORDER) },
    { ARREARS_VOUCHER_DELIVERY_NOTE, PAPER (DELIVERY) },
    { ARREARS_VOUCHER_RECEIPT_SLIP, PAPER (DELIVERY) },
    { ARREARS_VOUCHER_FAPIAO, PAPER (FAPIAO) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good_for); i++)
    if (g_str_equal (kind, good_for[i].kind))
      return good_for[i].set;
  return 0;
}

ArrearsPaperSet
arrears_papers_find_missing (const ArrearsPapersHeld *held)
{
  ArrearsPaperSet needed = PAPER (CONTRACT) | PAPER (DELIVERY) | PAPER (FAPIAO)
                           | (held->names_order ? PAPER (ORDER) : 0);

  return needed
         & ~(held->with_invoice | held->with_contract | (held->with_customer & PAPER (CONTRACT)));
}

G_DEFINE_FINAL_TYPE (ArrearsInvoicePapers, arrears_invoice_papers, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsInvoicePapers, LONG, invoice_id),
  ARREARS_FIELD (ArrearsInvoicePapers, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsInvoicePapers, LONG, customer_id),
  ARREARS_FIELD (ArrearsInvoicePapers, TEXT, customer_code),
  ARREARS_FIELD (ArrearsInvoicePapers, TEXT, customer_name),
  ARREARS_FIELD (ArrearsInvoicePapers, DAY, due_on),
  ARREARS_FIELD (ArrearsInvoicePapers, MONEY, open),
  ARREARS_FIELD (ArrearsInvoicePapers, INTEGER, missing),
};

static void
arrears_invoice_papers_class_init (ArrearsInvoicePapersClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_invoice_papers_init (ArrearsInvoicePapers *self)
{
}

ArrearsInvoicePapers *
arrears_invoice_papers_new (void)
{
  return arrears_record_new (ARREARS_TYPE_INVOICE_PAPERS);
}

/* arrears-papers.h: which papers prove an invoice, and which of them are missing (凭证是否齐全)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-voucher.h"

G_BEGIN_DECLS

/* What a court will ask for. A fapiao alone does not prove that the goods were delivered (sale
 * interpretation 5.1).
 */
typedef enum
{
  ARREARS_PAPER_CONTRACT,
  ARREARS_PAPER_ORDER,    /* where the invoice names one */
  ARREARS_PAPER_DELIVERY, /* a delivery note or a receipt slip that the customer signed */
  ARREARS_PAPER_FAPIAO,
  ARREARS_N_PAPERS
} ArrearsPaper;

/* "contract", "order", "delivery", "fapiao". */
const char *arrears_paper_to_word (ArrearsPaper paper);

/* The group of the evidence list that a paper stands in: what it is needed for. */
typedef enum
{
  ARREARS_EVIDENCE_CONTRACT, /* 合同关系: that there is a contract, and its terms */
  ARREARS_EVIDENCE_DELIVERY, /* 交货履行: that the goods arrived */
  ARREARS_EVIDENCE_INVOICE,  /* 发票与对账: the amount */
} ArrearsEvidenceGroup;

ArrearsEvidenceGroup arrears_paper_get_group (ArrearsPaper paper);

/* "contract", "delivery", "invoice". */
const char *arrears_evidence_group_to_word (ArrearsEvidenceGroup group);

/* A set of papers, each as 1 << ArrearsPaper. */
typedef guint ArrearsPaperSet;

static inline gboolean
arrears_paper_set_has (ArrearsPaperSet set, ArrearsPaper paper)
{
  return (set & (1u << paper)) != 0;
}

/* What a voucher is good for, from its kind; nothing for a photo. */
ArrearsPaperSet arrears_papers_get_for_voucher (const char *kind);

/* What is held for one invoice, by what it is held with. */
typedef struct
{
  gboolean names_order;
  ArrearsPaperSet with_invoice;
  ArrearsPaperSet with_contract; /* the one that it names */
  ArrearsPaperSet with_customer; /* a contract held there stands for all invoices; nothing else */
} ArrearsPapersHeld;

ArrearsPaperSet arrears_papers_find_missing (const ArrearsPapersHeld *held);

/* An open invoice and its papers. */
#define ARREARS_TYPE_INVOICE_PAPERS (arrears_invoice_papers_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsInvoicePapers, arrears_invoice_papers, ARREARS, INVOICE_PAPERS,
                      ArrearsRecord)

struct _ArrearsInvoicePapers
{
  ArrearsRecord parent_instance;

  gint64 invoice_id;
  char *invoice_number;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  ArrearsDay due_on;
  ArrearsMoney open;
  int missing; /* ArrearsPaperSet; 0: complete */
};

ArrearsInvoicePapers *arrears_invoice_papers_new (void);

G_END_DECLS

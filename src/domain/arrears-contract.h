/* arrears-contract.h: a contract (合同) and what it says about paying late
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

#define ARREARS_TYPE_CONTRACT (arrears_contract_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsContract, arrears_contract, ARREARS, CONTRACT, ArrearsRecord)

struct _ArrearsContract
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *number; /* unique for its customer */
  char *title;
  ArrearsDay signed_on;
  char *charge_clause; /* number of the clause on late payment, such as 8.2; may be empty */
  char *charge_terms; /* as arrears_charge_terms_parse() reads it; empty: nothing agreed */
  int grace_days;
  char *charge_cap; /* a rate of the principal; empty: none */
  char *payment_order; /* "principal_first" or "statutory"; empty: its customer's */
};

ArrearsContract *arrears_contract_new (void);

G_END_DECLS

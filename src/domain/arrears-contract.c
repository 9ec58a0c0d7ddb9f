/* arrears-contract.c: a contract (合同) and what it says about paying late
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contract.h"

G_DEFINE_FINAL_TYPE (ArrearsContract, arrears_contract, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsContract, LONG, id),
  ARREARS_FIELD (ArrearsContract, LONG, customer_id),
  ARREARS_FIELD (ArrearsContract, TEXT, number),
  ARREARS_FIELD (ArrearsContract, TEXT, title),
  ARREARS_FIELD (ArrearsContract, DAY, signed_on),
  ARREARS_FIELD (ArrearsContract, TEXT, charge_clause),
  ARREARS_FIELD (ArrearsContract, TEXT, charge_terms),
  ARREARS_FIELD (ArrearsContract, INTEGER, grace_days),
  ARREARS_FIELD (ArrearsContract, TEXT, charge_cap),
  ARREARS_FIELD (ArrearsContract, TEXT, payment_order),
};

static void
arrears_contract_class_init (ArrearsContractClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_contract_init (ArrearsContract *self)
{
}

ArrearsContract *
arrears_contract_new (void)
{
  return arrears_record_new (ARREARS_TYPE_CONTRACT);
}

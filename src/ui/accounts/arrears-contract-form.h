/* arrears-contract-form.h: what is typed about a contract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-charge-terms.h"
#include "arrears-contract.h"

G_BEGIN_DECLS

/* What can be chosen for the late charge, in the order of the list on the screen. */
typedef enum
{
  ARREARS_CONTRACT_CHARGE_STATUTE, /* the contract is silent: what the law gives */
  ARREARS_CONTRACT_CHARGE_DAILY,
  ARREARS_CONTRACT_CHARGE_ANNUAL,
  ARREARS_CONTRACT_CHARGE_LPR,
  ARREARS_CONTRACT_CHARGE_FIXED,
  ARREARS_CONTRACT_CHARGE_SME,
  ARREARS_CONTRACT_CHARGE_NONE,
  ARREARS_CONTRACT_N_CHARGES
} ArrearsContractCharge;

typedef struct
{
  ArrearsContract *orig; /* as the ledger has it; its id is 0 for a new contract */
  ArrearsContract *curr; /* as typed, where that can be read */
  ArrearsContractCharge charge;
  gboolean has_bank_year; /* 360 days */
  char *signed_on;        /* these as typed */
  char *rate;
  char *grace_days;
  char *charge_cap;
} ArrearsContractForm;

/* The names of its typed fields, in their order on the screen. */
extern const char *const arrears_contract_form_fields[];

void arrears_contract_form_init  (ArrearsContractForm *form, ArrearsContract *contract);
void arrears_contract_form_clear (ArrearsContractForm *form);

const char *arrears_contract_form_get_text      (const ArrearsContractForm *form,
                                                 const char *field);
void        arrears_contract_form_set_text      (ArrearsContractForm *form, const char *field,
                                                 const char *text);
void        arrears_contract_form_set_charge    (ArrearsContractForm *form,
                                                 ArrearsContractCharge charge);
void        arrears_contract_form_set_bank_year (ArrearsContractForm *form,
                                                 gboolean has_bank_year);

/* Whether a rate, or a sum, goes with the form of charge that is chosen. */
gboolean arrears_contract_form_has_rate (const ArrearsContractForm *form);

/* The terms as chosen and typed, grace and cap among them. Fails where the rate cannot be read. */
gboolean arrears_contract_form_get_terms (const ArrearsContractForm *form,
                                          ArrearsChargeTerms *terms, GError **error);

/* GArray of ArrearsFormIssue: a number is needed; a day, rate, sum, number of days and part must
 * be readable where they are typed. (transfer full)
 */
GArray *arrears_contract_form_check (const ArrearsContractForm *form);

gboolean arrears_contract_form_is_changed (const ArrearsContractForm *form);

G_END_DECLS

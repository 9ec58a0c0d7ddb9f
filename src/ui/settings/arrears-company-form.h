/* arrears-company-form.h: what is typed about the user's own firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-company.h"

G_BEGIN_DECLS

typedef struct
{
  ArrearsCompany *orig; /* as the ledger has it */
  ArrearsCompany *curr; /* as typed */
} ArrearsCompanyForm;

/* The names of its fields, in their order on the screen. */
extern const char *const arrears_company_form_fields[];

void arrears_company_form_init  (ArrearsCompanyForm *form, ArrearsCompany *company);
void arrears_company_form_clear (ArrearsCompanyForm *form);

/* GArray of ArrearsFormIssue: a name is needed, a credit code must be one. (transfer full) */
GArray *arrears_company_form_check (const ArrearsCompanyForm *form);

G_END_DECLS

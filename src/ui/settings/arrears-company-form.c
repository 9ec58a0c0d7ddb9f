/* arrears-company-form.c: what is typed about the user's own firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-company-form.h"

#include "arrears-form.h"

const char *const arrears_company_form_fields[]
    = { "name", "uscc", "address", "phone", "contact", "bank", "bank_account", NULL };

void
arrears_company_form_init (ArrearsCompanyForm *form, ArrearsCompany *company)
{
  form->orig = g_object_ref (company);
  form->curr = arrears_record_copy (company);
}

void
arrears_company_form_clear (ArrearsCompanyForm *form)
{
  g_clear_object (&form->orig);
  g_clear_object (&form->curr);
}

GArray *
arrears_company_form_check (const ArrearsCompanyForm *form)
{
  GArray *issues = arrears_form_new_issues ();

  if (*form->curr->name == '\0')
    arrears_form_add_issue (issues, "name", ARREARS_ERROR_MISSING);
  arrears_form_check_uscc (issues, "uscc", form->curr->uscc);
  return issues;
}

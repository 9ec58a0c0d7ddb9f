/* arrears-company.c: the user's own firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-company.h"

G_DEFINE_FINAL_TYPE (ArrearsCompany, arrears_company, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsCompany, TEXT, name),
  ARREARS_FIELD (ArrearsCompany, TEXT, uscc),
  ARREARS_FIELD (ArrearsCompany, TEXT, address),
  ARREARS_FIELD (ArrearsCompany, TEXT, phone),
  ARREARS_FIELD (ArrearsCompany, TEXT, contact),
  ARREARS_FIELD (ArrearsCompany, TEXT, bank),
  ARREARS_FIELD (ArrearsCompany, TEXT, bank_account),
};

static void
arrears_company_class_init (ArrearsCompanyClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_company_init (ArrearsCompany *self)
{
}

ArrearsCompany *
arrears_company_new (void)
{
  return arrears_record_new (ARREARS_TYPE_COMPANY);
}

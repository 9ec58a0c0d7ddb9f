/* arrears-company.h: the user's own firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* The creditor of every claim. All texts as they are to be printed. */
#define ARREARS_TYPE_COMPANY (arrears_company_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsCompany, arrears_company, ARREARS, COMPANY, ArrearsRecord)

struct _ArrearsCompany
{
  ArrearsRecord parent_instance;

  char *name;
  char *uscc;
  char *address;
  char *phone;
  char *contact; /* who answers for receivables */
  char *bank; /* branch that keeps the account, 开户行 */
  char *bank_account;
};

ArrearsCompany *arrears_company_new (void);

G_END_DECLS

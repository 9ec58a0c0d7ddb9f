/* arrears-customer-form.h: what is typed about a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-customer.h"
#include "arrears-grade.h"

G_BEGIN_DECLS

typedef struct
{
  ArrearsCustomer *orig; /* as the ledger has it */
  ArrearsCustomer *curr; /* as typed, where that can be read */
  char *terms_days;      /* as typed; empty: none are agreed */
  char *credit_limit;    /* as typed; empty: none is set */
} ArrearsCustomerForm;

/* The names of its fields, in their order on the screen; all but the grade are typed. */
extern const char *const arrears_customer_form_fields[];

void arrears_customer_form_init  (ArrearsCustomerForm *form, ArrearsCustomer *customer);
void arrears_customer_form_clear (ArrearsCustomerForm *form);

const char *arrears_customer_form_get_text (const ArrearsCustomerForm *form, const char *field);
void        arrears_customer_form_set_text (ArrearsCustomerForm *form, const char *field,
                                            const char *text);
void        arrears_customer_form_set_grade (ArrearsCustomerForm *form, ArrearsGrade grade);

/* GArray of ArrearsFormIssue: a name is needed; a credit code must be one; terms are 0 to 3650
 * whole days, and a credit limit is an amount that is not negative. (transfer full)
 */
GArray *arrears_customer_form_check (const ArrearsCustomerForm *form);

gboolean arrears_customer_form_is_changed (const ArrearsCustomerForm *form);

G_END_DECLS

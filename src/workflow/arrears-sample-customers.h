/* arrears-sample-customers.h: the customers of the fictional shop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-grade.h"

G_BEGIN_DECLS

/* How a customer of the shop pays where nothing else is told of it. */
typedef enum
{
  ARREARS_HABIT_PROMPT, /* in time or a few days late */
  ARREARS_HABIT_SLOW,   /* weeks late, in parts */
  ARREARS_HABIT_STUCK,  /* stopped paying some months ago */
} ArrearsHabit;

typedef struct
{
  const char *name;
  const char *uscc;
  const char *address;
  const char *contact;
  const char *phone;
  const char *industry;
  ArrearsGrade grade;
  int terms_days;
  int credit_limit_yuan;
  ArrearsHabit habit;
  int every_days;           /* about so many days from one invoice to the next */
  int typical_yuan;         /* about the size of an invoice */
  const char *charge_terms; /* of its contract; NULL: nothing agreed */
  const char *owner;        /* who looks after it */
} ArrearsSampleCustomer;

/* None of them exists: addresses are on 示例路, telephone numbers are not in use. */
const ArrearsSampleCustomer *arrears_sample_customers_get (gsize *n_customers);

G_END_DECLS

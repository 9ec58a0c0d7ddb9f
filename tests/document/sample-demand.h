/* sample-demand.h: demands to print, and a seal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-demand.h"

G_BEGIN_DECLS

/* One item as a test writes it down; texts may be NULL. */
typedef struct
{
  const char *number;
  const char *fapiao;
  const char *order;
  const char *delivery;
  const char *delivered_on;
  const char *issued_on;
  const char *due_on;
  const char *amount;
  const char *paid;    /* on paid_on; off what is open */
  const char *paid_on;
  const char *terms;   /* as arrears_charge_terms_parse() reads them */
  const char *cap;
  ArrearsContract *contract; /* borrowed; the terms are then its clause's */
} SampleItem;

/* As of 2025-06-30, with creditor, debtor and all days set. */
ArrearsDemand *sample_demand_new (void);

void sample_demand_add (ArrearsDemand *demand, const SampleItem *item);

/* 购销合同 GH-2023-0618, clause 8.2. */
ArrearsContract *sample_demand_new_contract (gint64 id, const char *number);

/* n items without a contract, statutory charge, each different. */
ArrearsDemand *sample_demand_new_with_items (guint n_items);

/* A round seal with a star, red on nothing, as a PNG file. */
GBytes *sample_demand_new_seal (void);

G_END_DECLS

/* arrears-sample-private.h: what the parts of the fictional shop have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk-private.h"
#include "arrears-font-set.h"
#include "arrears-invoice.h"
#include "arrears-sample-customers.h"

G_BEGIN_DECLS

enum
{
  ARREARS_SAMPLE_DAYS = 760, /* that the shop has lived */
  ARREARS_SAMPLE_CUSTOMERS = 40,
  ARREARS_SAMPLE_LATEST = -1, /* the open invoice that falls due last */
};

/* The same shop each time: every number comes from this generator in this order. */
typedef struct
{
  ArrearsDesk *desk;
  ArrearsLedger *ledger;
  ArrearsDay end; /* the day on which the shop is looked at */
  GRand *random;
  ArrearsFontSet *fonts;
  const ArrearsSampleCustomer *customers;
  gint64 customer_ids[ARREARS_SAMPLE_CUSTOMERS];
  gint64 contract_ids[ARREARS_SAMPLE_CUSTOMERS];
  GArray *days[ARREARS_SAMPLE_DAYS + 1]; /* of ArrearsSampleEvent, by days before the end */
  int n_invoices;
  int n_credit_notes;
} ArrearsSampleShop;

typedef struct _ArrearsSampleEvent ArrearsSampleEvent;

/* Does what happens; on the desk's day, in the shop's transaction. */
typedef gboolean (*ArrearsSampleAct) (ArrearsSampleShop *shop, const ArrearsSampleEvent *event,
                                      GError **error);

/* Something that happens to a customer on a day. What the members behind `act` mean is for the act
 * to say.
 */
struct _ArrearsSampleEvent
{
  int days_ago;
  int customer; /* its place in the table */
  ArrearsSampleAct act;
  int yuan;
  int days;
  const char *word;
  const char *other;
  const char *text;
  int invoice; /* number of one, 0: the open one of the customer that is due longest, or LATEST */
};

/* Lets something happen on a later day, or today behind what else does; what would lie behind the
 * end never happens.
 */
void arrears_sample_shop_plan (ArrearsSampleShop *shop, const ArrearsSampleEvent *event);

/* How many days before the end a day lies. */
int arrears_sample_shop_get_days_ago (const ArrearsSampleShop *shop, ArrearsDay day);

/* The invoice that an event is about, with what is open of it; NULL without error where nothing is.
 * (transfer full)
 */
ArrearsInvoice *arrears_sample_shop_find_open (ArrearsSampleShop *shop,
                                               const ArrearsSampleEvent *event, GError **error);

/* An invoice. Days: how long before the day it was issued, 0: nothing is told of it, so that habit
 * brings what follows; yuan: its amount, 0: what is usual; text: what for.
 */
gboolean arrears_sample_shop_sell (ArrearsSampleShop *shop, const ArrearsSampleEvent *event,
                                   GError **error);

/* "XS000012" (transfer full) */
char *arrears_sample_shop_write_number (int invoice);

/* TRUE where an act was done, or refused for what life may bring: nothing due, too soon ... */
gboolean arrears_sample_shop_shrug (gboolean is_done, GError *refusal, GError **error);

/* What is told of some of them, beside what their habits bring. */
void arrears_sample_story_plan (ArrearsSampleShop *shop);

/* The person who looks after a customer speaks with it. Text: what is said; word: the channel;
 * other: the outcome; days: until the next step, 0: none.
 */
gboolean arrears_sample_story_speak (ArrearsSampleShop *shop, const ArrearsSampleEvent *event,
                                     GError **error);

/* A demand letter, where one may go out. */
gboolean arrears_sample_story_demand (ArrearsSampleShop *shop, const ArrearsSampleEvent *event,
                                      GError **error);

/* Keeps the papers of a contract or an invoice. */
gboolean arrears_sample_papers_of_contract (ArrearsSampleShop *shop,
                                            const ArrearsSampleEvent *event, GError **error);
gboolean arrears_sample_papers_of_invoice  (ArrearsSampleShop *shop,
                                            const ArrearsSampleEvent *event, GError **error);

G_END_DECLS

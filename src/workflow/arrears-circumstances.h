/* arrears-circumstances.h: what bears on accounts beside what they owe, read at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-policy-set.h"
#include "arrears-promises.h"
#include "arrears-standing.h"

G_BEGIN_DECLS

/* What is known of one customer on the day. */
typedef struct
{
  GPtrArray *disputes;  /* of ArrearsDispute, those that ended too; NULL: none, as for the others */
  GPtrArray *pauses;    /* of ArrearsPause, those that are over too */
  GPtrArray *marks;     /* of ArrearsMark, those that hold */
  GPtrArray *crossings; /* of ArrearsCrossing, those that are done too */
  const ArrearsPromiseRecord *promises;
} ArrearsCircumstance;

/* The registers of all customers, or of one where customer_id is not 0, as of the desk's day and
 * the policies that hold, with a fixed number of queries.
 */
typedef struct _ArrearsCircumstances ArrearsCircumstances;

ArrearsCircumstances *arrears_circumstances_load (ArrearsDesk *desk, gint64 customer_id,
                                                  GError **error);

/* Those of all customers; the desk keeps them until the ledger or its day changes, so that a list
 * that is read page by page does not read them page by page.
 */
ArrearsCircumstances *arrears_circumstances_load_kept (ArrearsDesk *desk, GError **error);

void arrears_circumstances_unref (ArrearsCircumstances *circumstances);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsCircumstances, arrears_circumstances_unref)

/* Of one customer; NULL where nothing is known. Borrowed. */
const ArrearsCircumstance *arrears_circumstances_get (const ArrearsCircumstances *circumstances,
                                                      gint64 customer_id);

const ArrearsPolicySet *
arrears_circumstances_get_policies (const ArrearsCircumstances *circumstances);

/* Writes the items of an account to `parts` with what rests of each: disputed, paused, under a
 * running promise. A part that was contested until a day stands as an item of its own.
 */
void arrears_circumstance_apply (const ArrearsCircumstance *circumstance,
                                 const ArrearsOpenItem *items, gsize n_items, ArrearsDay as_of,
                                 GArray *parts);

/* What of the account's own raises its stage or was seen of it. */
void arrears_circumstance_fill_basis (const ArrearsCircumstance *circumstance,
                                      ArrearsStandingBasis *basis);

G_END_DECLS

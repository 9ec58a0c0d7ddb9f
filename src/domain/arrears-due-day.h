/* arrears-due-day.h: when a debt falls due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"

G_BEGIN_DECLS

/* A term counted in days from receipt of the goods ("within 30 days of receipt"): the day of
 * receipt does not count, and a last day that is a day off moves to the next workday (Civil Code
 * 201, 203). A fixed calendar day is never moved; do not pass it here.
 */
ArrearsDay arrears_due_day_from_receipt_of_goods (ArrearsDay received_on, int term_days,
                                                  const ArrearsCalendar *calendar);

/* The customer's terms on an invoice: issue day plus the days, not moved. No terms (negative):
 * due on receipt of the goods (Civil Code 628), which is the issue day where no other is known.
 */
ArrearsDay arrears_due_day_from_terms (ArrearsDay issued_on, ArrearsDay delivered_on,
                                       int terms_days);

/* The day that a letter sets for payment: the first workday at least 7 days after the letter can
 * have arrived, three days after it is issued. In a year that no notice covers yet, New Year's Day,
 * 1 to 5 May and 1 to 7 October are passed over all the same: a later day harms nobody.
 */
ArrearsDay arrears_due_day_for_letter (ArrearsDay issued_on, const ArrearsCalendar *calendar);

G_END_DECLS

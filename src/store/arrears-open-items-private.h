/* arrears-open-items-private.h: parts of SQL for what was open on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The open amounts that the ledger keeps are those of now (what has ended has none). So invoices
 * that something was entered about since :as_of or :known_on are looked at apart, one by one; on
 * the present day there are none. These give their ids: of all, and of the customers in
 * `chosen (id)`. A + before a column, here and below, keeps SQLite from looking by it.
 */
#define ARREARS_SQL_CHANGED_SINCE                                                                  \
  "SELECT invoice_id FROM allocation WHERE allocated_on > :as_of AND +invoice_id > 0 "             \
  "UNION SELECT invoice_id FROM allocation WHERE recorded_on > :known_on AND +invoice_id > 0 "     \
  "UNION SELECT invoice_id FROM allocation WHERE undone_on > :known_on AND undone_on > 0 "         \
  "AND +invoice_id > 0 "                                                                           \
  "UNION SELECT id FROM invoice WHERE ended_on > :known_on "                                       \
  "UNION SELECT subject_id FROM change "                                                           \
  "WHERE subject = 'invoice' AND recorded_on > :known_on AND field = 'due_on' "
#define ARREARS_SQL_CHANGED_SINCE_OF_CHOSEN                                                        \
  "SELECT i.id FROM chosen CROSS JOIN invoice i ON i.customer_id = chosen.id "                     \
  "WHERE i.ended_on > :known_on OR EXISTS (SELECT 1 FROM allocation a WHERE a.invoice_id = i.id "  \
  "AND (a.allocated_on > :as_of OR a.recorded_on > :known_on OR a.undone_on > :known_on)) "        \
  "OR EXISTS (SELECT 1 FROM change WHERE subject = 'invoice' AND subject_id = i.id "               \
  "AND recorded_on > :known_on AND field = 'due_on') "

/* Of an invoice `i` that is open now and not among those in `apart (id)`. */
#define ARREARS_SQL_OPEN_NOW                                                                       \
  "i.open_fen > 0 AND i.issued_on <= :as_of AND i.recorded_on <= :known_on "                       \
  "AND i.id NOT IN (SELECT id FROM apart) "

/* Of any invoice `i`, as arrears_ledger_rewind() does: what the first change since then replaced. */
#define ARREARS_SQL_DUE_THEN                                                                       \
  "coalesce ((SELECT before FROM change WHERE subject = 'invoice' AND subject_id = i.id "          \
  "AND field = 'due_on' AND recorded_on > :known_on ORDER BY id LIMIT 1), i.due_on)"

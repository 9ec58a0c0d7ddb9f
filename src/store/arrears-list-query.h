/* arrears-list-query.h: what the lists of ids have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-query.h"

G_BEGIN_DECLS

/* What a field of the customer c was on :known_on, where it is `now` now. */
#define ARREARS_LIST_CUSTOMER_THEN(field, now)                                                     \
  "coalesce ((SELECT h.before FROM change h WHERE h.subject = 'customer' "                         \
  "AND h.subject_id = c.id AND h.field = '" field "' AND h.recorded_on > :known_on "               \
  "ORDER BY h.id LIMIT 1), " now ")"

/* What a user typed into a search box, made ready. All NULL where it is empty. */
typedef struct
{
  char *pattern;    /* for LIKE ... ESCAPE '\' */
  char *expression; /* for the search index; NULL where there is nothing to look up by */
} ArrearsListSearch;

ArrearsListSearch arrears_list_search       (const char *text);
void              arrears_list_search_clear (ArrearsListSearch *search);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArrearsListSearch, arrears_list_search_clear)

/* Binds :pattern and :expression where the query has them. */
void arrears_list_search_bind (const ArrearsListSearch *search, ArrearsQuery *query);

/* Appends "ORDER BY" with the terms up to NULL, all of them in one direction. */
void arrears_list_query_append_order (GString *sql, const char *const *terms,
                                      gboolean is_descending);

G_END_DECLS

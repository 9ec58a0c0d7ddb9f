/* arrears-list-query.c: what the lists of ids have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-list-query.h"

#include "arrears-search-terms.h"

ArrearsListSearch
arrears_list_search (const char *text)
{
  g_autofree char *part = g_strstrip (g_utf8_make_valid (text != NULL ? text : "", -1));
  ArrearsListSearch search = { NULL, NULL };

  if (part[0] == '\0')
    return search;
  search.pattern = arrears_search_terms_to_pattern (part);
  search.expression = arrears_search_terms_to_expression (part);
  return search;
}

void
arrears_list_search_clear (ArrearsListSearch *search)
{
  g_free (search->pattern);
  g_free (search->expression);
}

void
arrears_list_search_bind (const ArrearsListSearch *search, ArrearsQuery *query)
{
  if (search->pattern != NULL && arrears_query_has_parameter (query, ":pattern"))
    arrears_query_bind_text (query, ":pattern", search->pattern);
  if (search->expression != NULL && arrears_query_has_parameter (query, ":expression"))
    arrears_query_bind_text (query, ":expression", search->expression);
}

void
arrears_list_query_append_order (GString *sql, const char *const *terms, gboolean is_descending)
{
  for (gsize i = 0; terms[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s%s", i == 0 ? "ORDER BY " : ", ", terms[i],
                            is_descending ? " DESC" : "");
}

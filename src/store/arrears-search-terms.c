/* arrears-search-terms.c: a text cut into terms that any part of it can be found by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-search-terms.h"

#include <string.h>

/* FTS5 takes expressions of limited depth; what a search has beyond is left to the second look. */
#define MAX_TERMS 32
#define MAX_CHARACTERS 1000

/* By bytes, so that it never changes with a new version of Unicode. */
static gboolean
is_in_run (const char *p)
{
  return g_ascii_isalnum (*p) || (guchar) *p >= 0x80;
}

/* The next run at or after `p`, its end in *end; NULL where there is none. */
static const char *
find_run (const char *p, const char **end)
{
  while (*p != '\0' && !is_in_run (p))
    p++;
  if (*p == '\0')
    return NULL;
  for (*end = p; **end != '\0' && is_in_run (*end);)
    *end = g_utf8_next_char (*end);
  return p;
}

static void
append_run (GString *terms, const char *run, const char *end)
{
  const char *next;

  for (const char *p = run; p < end; p = next)
    {
      next = g_utf8_next_char (p);
      g_string_append_len (terms, p, (next < end ? g_utf8_next_char (next) : next) - p);
      g_string_append_c (terms, ' ');
    }
}

void
arrears_search_terms_append (GString *terms, const char *text)
{
  const char *end;

  for (const char *run = find_run (text, &end); run != NULL; run = find_run (end, &end))
    append_run (terms, run, end);
}

static void
join_term (GString *expression, const char *term, gsize length, gboolean is_prefix)
{
  if (expression->len > 0)
    g_string_append (expression, " AND ");
  g_string_append_c (expression, '"');
  g_string_append_len (expression, term, (gssize) length);
  g_string_append_c (expression, '"');
  if (is_prefix)
    g_string_append_c (expression, '*');
}

static int
join_run (GString *expression, const char *run, const char *end, int n_left)
{
  const char *second = g_utf8_next_char (run);

  if (second == end)
    {
      join_term (expression, run, (gsize) (end - run), TRUE);
      return n_left - 1;
    }
  for (; second < end && n_left > 0; n_left--)
    {
      const char *third = g_utf8_next_char (second);

      join_term (expression, run, (gsize) (third - run), FALSE);
      run = second;
      second = third;
    }
  return n_left;
}

char *
arrears_search_terms_to_expression (const char *part)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  const char *end;
  int n_left = MAX_TERMS;

  for (const char *run = find_run (part, &end); run != NULL && n_left > 0;
       run = find_run (end, &end))
    n_left = join_run (expression, run, end, n_left);
  if (expression->len == 0)
    return NULL;
  return g_string_free (g_steal_pointer (&expression), FALSE);
}

char *
arrears_search_terms_to_pattern (const char *part)
{
  GString *pattern = g_string_new ("%");
  const char *p = part;

  for (int i = 0; *p != '\0' && i < MAX_CHARACTERS; i++)
    {
      const char *next = g_utf8_next_char (p);

      if (strchr ("%_\\", *p) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_len (pattern, p, next - p);
      p = next;
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

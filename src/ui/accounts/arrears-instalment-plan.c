/* arrears-instalment-plan.c: instalments as typed, one a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-instalment-plan.h"

#include "arrears-error.h"

#include <string.h>

static gboolean
parse_line (const char *line, ArrearsInstalment *instalment, GError **error)
{
  const char *gap = strpbrk (line, " \t");
  g_autofree char *day = NULL;

  if (gap == NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                   "instalment “%s”: expected a day and an amount", line);
      return FALSE;
    }
  day = g_strndup (line, (gsize) (gap - line));
  return arrears_day_parse (day, ARREARS_DAY_ORDER_UNKNOWN, &instalment->due_on, error)
         && arrears_money_parse (gap, &instalment->amount, error);
}

GArray *
arrears_instalment_plan_parse (const char *text, GError **error)
{
  g_autoptr (GArray) plan = g_array_new (FALSE, TRUE, sizeof (ArrearsInstalment));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      ArrearsInstalment instalment;

      if (*line == '\0')
        continue;
      if (!parse_line (line, &instalment, error))
        return NULL;
      g_array_append_val (plan, instalment);
    }
  return g_steal_pointer (&plan);
}

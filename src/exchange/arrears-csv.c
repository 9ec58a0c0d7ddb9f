/* arrears-csv.c: delimited text as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-csv.h"

#include "arrears-encoding.h"
#include "arrears-error.h"
#include "arrears-sheet-private.h"

#include <string.h>

static const char delimiters[] = { ',', '\t', ';', '|' };

enum
{
  SAMPLE_BYTES = 64 * 1024,
  MAX_SAMPLE_CELLS = 256,
  MAX_CELL_BYTES = 4 * ARREARS_SHEET_MAX_CELL_CHARACTERS,
};

/* The text is cut into cells in place: a zero goes where a delimiter was, and what quotes leave
 * behind is moved together. So the sheet's cells point into the one text.
 */
typedef struct
{
  char *in;
  char *end; /* a zero stands there */
  char delimiter;
  guint row;
  gboolean is_row_ended;
} Cutter;

static gboolean
is_line_end (char character)
{
  return character == '\n' || character == '\r';
}

/* Finding the delimiter. */

static const char *
skip_quoted (const char *p, const char *end)
{
  for (p++; p < end; p++)
    if (*p == '"' && p[1] == '"')
      p++;
    else if (*p == '"')
      return p + 1;
  return end;
}

/* The most cells that rows of one length have together, with this delimiter. */
static guint
score_delimiter (const char *text, gsize length, char delimiter)
{
  const char *end = text + length;
  guint n_rows[MAX_SAMPLE_CELLS] = { 0 };
  guint n_delimiters = 0, best = 0;
  gboolean is_cell_start = TRUE;

  for (const char *p = text; p < end;)
    {
      if (*p == '"' && is_cell_start)
        {
          p = skip_quoted (p, end);
          is_cell_start = FALSE;
          continue;
        }
      is_cell_start = *p == delimiter || is_line_end (*p);
      if (*p == delimiter)
        n_delimiters++;
      if (is_line_end (*p) || p + 1 == end)
        {
          n_rows[MIN (n_delimiters, MAX_SAMPLE_CELLS - 1)]++;
          n_delimiters = 0;
        }
      p++;
    }

  for (guint n = 1; n < MAX_SAMPLE_CELLS; n++)
    best = MAX (best, n * n_rows[n]);
  return best;
}

static char
find_delimiter (const char *text, gsize length)
{
  char delimiter = delimiters[0];
  guint best = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint score = score_delimiter (text, MIN (length, SAMPLE_BYTES), delimiters[i]);

      if (score > best)
        {
          best = score;
          delimiter = delimiters[i];
        }
    }
  return delimiter;
}

/* Excel takes a first line "sep=;" as a word to itself and does not show it as a row. */
static gboolean
take_separator_line (Cutter *cutter)
{
  const char *p = cutter->in;
  gsize length = (gsize) (cutter->end - cutter->in);

  if (length < 6 || g_ascii_strncasecmp (p, "sep=", 4) != 0 || !is_line_end (p[5]) || p[4] == '"'
      || !(g_ascii_ispunct (p[4]) || p[4] == '\t'))
    return FALSE;

  cutter->delimiter = p[4];
  cutter->in += p[5] == '\r' && p[6] == '\n' ? 7 : 6;
  return TRUE;
}

/* Cutting. */

static gboolean
set_open_quote (const Cutter *cutter, const char *reason, GError **error)
{
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
               "row %u: a quote is opened and not closed: %s", cutter->row, reason);
  return FALSE;
}

/* Moves `in` behind the delimiter or line end that it stands on. */
static void
pass_cell_end (Cutter *cutter)
{
  cutter->is_row_ended = *cutter->in != cutter->delimiter || cutter->in == cutter->end;
  if (cutter->in == cutter->end)
    return;
  if (cutter->in[0] == '\r' && cutter->in[1] == '\n')
    cutter->in++;
  cutter->in++;
}

static void
skip_to_cell_end (Cutter *cutter)
{
  while (cutter->in < cutter->end && *cutter->in != cutter->delimiter && !is_line_end (*cutter->in))
    cutter->in++;
}

/* Copies what the quotes hold to *out, with "" as one quote, and leaves `in` behind the closing
 * one.
 */
static gboolean
take_quoted (Cutter *cutter, char **out, GError **error)
{
  const char *start = ++cutter->in;

  while (TRUE)
    {
      char *quote = memchr (cutter->in, '"', (gsize) (cutter->end - cutter->in));
      gsize length;

      if (quote == NULL)
        return set_open_quote (cutter, "the file ends", error);
      if (quote - start > MAX_CELL_BYTES)
        return set_open_quote (cutter, "the cell is longer than Excel can hold", error);

      length = (gsize) (quote - cutter->in);
      memmove (*out, cutter->in, length);
      *out += length;
      cutter->in = quote + 1;
      if (*cutter->in != '"')
        return TRUE;
      *(*out)++ = '"';
      cutter->in++;
    }
}

/* Blanks behind a closing quote mean nothing; other text belongs to the cell, unless the quotes
 * hold a line break: then this "closing" quote is likely to open the next cell.
 */
static gboolean
take_behind_quote (Cutter *cutter, const char *cell, char **out, GError **error)
{
  const char *start = cutter->in;
  const char *end;

  skip_to_cell_end (cutter);
  end = cutter->in;
  arrears_sheet_trim (&start, &end);
  if (start == end)
    return TRUE;
  if (memchr (cell, '\n', (gsize) (*out - cell)) != NULL
      || memchr (cell, '\r', (gsize) (*out - cell)) != NULL)
    return set_open_quote (cutter, "the next quote stands in the middle of a cell", error);

  memmove (*out, start, (gsize) (end - start));
  *out += end - start;
  return TRUE;
}

/* ="0001" keeps the zeros for Excel, and '0001 is what some programs make of that. */
static void
strip_text_marks (char **start, char **end)
{
  if (*end - *start >= 3 && (*start)[0] == '=' && (*start)[1] == '"' && (*end)[-1] == '"')
    {
      *start += 2;
      (*end)--;
    }
  else if (*end - *start >= 2 && (*start)[0] == '\''
           && (g_ascii_isdigit ((*start)[1]) || strchr ("=+-@", (*start)[1]) != NULL))
    (*start)++;
}

static char *
finish_cell (char *start, char *end)
{
  const char *trimmed_start = start;
  const char *trimmed_end = end;

  arrears_sheet_trim (&trimmed_start, &trimmed_end);
  start += trimmed_start - start;
  end -= end - trimmed_end;
  strip_text_marks (&start, &end);
  *end = '\0';
  return start;
}

static gboolean
cut_cell (Cutter *cutter, ArrearsSheet *sheet, guint column, GError **error)
{
  char *start, *out;

  while (*cutter->in == ' ' && cutter->delimiter != ' ')
    cutter->in++;
  start = out = cutter->in;
  if (*cutter->in == '"')
    {
      if (!take_quoted (cutter, &out, error) || !take_behind_quote (cutter, start, &out, error))
        return FALSE;
    }
  else
    {
      skip_to_cell_end (cutter);
      out = cutter->in;
    }

  pass_cell_end (cutter);
  return arrears_sheet_set_cell (sheet, column, finish_cell (start, out), error);
}

static gboolean
cut_row (Cutter *cutter, ArrearsSheet *sheet, GError **error)
{
  arrears_sheet_begin_row (sheet, cutter->row);
  cutter->is_row_ended = FALSE;
  for (guint column = 0; !cutter->is_row_ended; column++)
    if (!cut_cell (cutter, sheet, column, error))
      return FALSE;
  arrears_sheet_end_row (sheet);
  return TRUE;
}

ArrearsSheet *
arrears_csv_read (GBytes *bytes, GError **error)
{
  g_autoptr (ArrearsSheet) sheet = NULL;
  Cutter cutter = { .row = 1 };
  const char *data;
  char *text;
  gsize size, length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  text = arrears_encoding_decode (data != NULL ? data : "", size, &length, error);
  if (text == NULL)
    return NULL;

  sheet = arrears_sheet_new ("");
  arrears_sheet_keep (sheet, text, g_free);
  cutter.in = text;
  cutter.end = text + length;
  if (!take_separator_line (&cutter))
    cutter.delimiter = find_delimiter (text, length);

  for (; cutter.in < cutter.end; cutter.row++)
    if (!cut_row (&cutter, sheet, error))
      return NULL;
  return g_steal_pointer (&sheet);
}

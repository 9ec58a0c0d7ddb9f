/* arrears-line.c: shaped text broken into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-line.h"

enum
{
  MIN_LAST_LINE = 2000, /* two characters */
  MAX_STRETCH = 100,    /* at one place; above it a ragged line looks better */
};

static ArrearsCluster *
peek_cluster (const ArrearsShapedText *text, guint index)
{
  return &g_array_index (text->clusters, ArrearsCluster, index);
}

static guint
skip_blanks_back (const ArrearsShapedText *text, guint begin, guint end)
{
  while (end > begin && peek_cluster (text, end - 1)->character == ' ')
    end--;
  return end;
}

/* The first line of an indented paragraph keeps the blank of its opening mark. */
static int
find_left_trim (const ArrearsShapedText *text, guint begin, int indent)
{
  return indent > 0 ? 0 : peek_cluster (text, begin)->trim_left;
}

static int
measure_line (const ArrearsShapedText *text, guint begin, guint end, int indent)
{
  int width;

  end = skip_blanks_back (text, begin, end);
  if (begin == end)
    return 0;

  width = -find_left_trim (text, begin, indent) - peek_cluster (text, end - 1)->trim_right;
  for (guint i = begin; i < end; i++)
    width += peek_cluster (text, i)->advance + (i + 1 < end ? peek_cluster (text, i)->gap : 0);
  return width;
}

static ArrearsLineBreak
get_break (const ArrearsShapedText *text, guint index)
{
  return index == text->clusters->len ? ARREARS_LINE_BREAK_FORCED
                                      : peek_cluster (text, index)->line_break;
}

static gboolean
tears_mark (const ArrearsShapedText *text, guint index)
{
  return arrears_line_break_is_closing (peek_cluster (text, index)->character)
         || arrears_line_break_is_opening (peek_cluster (text, index - 1)->character);
}

/* Where a run that must be cut is cut best; `limit` is the first cluster that does not fit. */
static guint
find_emergency_break (const ArrearsShapedText *text, guint begin, guint limit)
{
  guint half = begin + (limit - begin) / 2;

  for (guint i = limit; i > half && i > begin + 1; i--)
    {
      gunichar before = peek_cluster (text, i - 1)->character;

      if (before == '-' || before == '/' || before == '.' || before == '_')
        return i;
    }
  while (limit > half + 1 && tears_mark (text, limit))
    limit--;
  return MAX (limit, begin + 1);
}

/* The end of the line that starts at `begin`: the last place to break that still fits. */
static guint
find_line_end (const ArrearsShapedText *text, guint begin, int measure, int indent)
{
  guint best = 0;
  guint n_fitting = 0;

  for (guint i = begin + 1; i <= text->clusters->len; i++)
    {
      ArrearsLineBreak kind = get_break (text, i);
      gboolean fits = indent + measure_line (text, begin, i, indent) <= measure;

      if (!fits && kind != ARREARS_LINE_BREAK_NEVER)
        break;
      if (fits)
        n_fitting = i - begin;
      if (fits && kind != ARREARS_LINE_BREAK_NEVER)
        best = i;
      if (fits && kind == ARREARS_LINE_BREAK_FORCED)
        break;
    }
  return best > 0 ? best : find_emergency_break (text, begin, begin + n_fitting);
}

static ArrearsLine
make_line (const ArrearsShapedText *text, guint begin, guint end, int indent)
{
  return (ArrearsLine) {
    .begin = begin,
    .end = skip_blanks_back (text, begin, end),
    .indent = indent,
    .width = measure_line (text, begin, end, indent),
    .is_last = get_break (text, end) == ARREARS_LINE_BREAK_FORCED,
  };
}

/* A last line of one character is filled up from the line before, unless that would leave the
 * line before too loose to justify.
 */
static void
fill_last_line (const ArrearsShapedText *text, GArray *lines, int measure)
{
  ArrearsLine *last, *before;

  if (lines->len < 2)
    return;
  last = &g_array_index (lines, ArrearsLine, lines->len - 1);
  before = last - 1;
  if (before->is_last || last->width >= MIN_LAST_LINE)
    return;

  for (guint i = last->begin - 1; i > before->begin; i--)
    {
      int width = measure_line (text, before->begin, i, before->indent);

      if (get_break (text, i) == ARREARS_LINE_BREAK_NEVER)
        continue;
      if (before->indent + width < measure * 4 / 5)
        return;
      if (measure_line (text, i, last->end, 0) < MIN_LAST_LINE)
        continue;

      *before = make_line (text, before->begin, i, before->indent);
      *last = make_line (text, i, text->clusters->len, last->indent);
      return;
    }
}

GArray *
arrears_line_break_text (const ArrearsShapedText *text, int measure, int indent)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (ArrearsLine));
  guint begin = 0;

  while (begin < text->clusters->len)
    {
      guint end = find_line_end (text, begin, measure, indent);
      ArrearsLine line = make_line (text, begin, end, indent);

      g_array_append_val (lines, line);
      begin = end;
      indent = 0;
    }
  fill_last_line (text, lines, measure);
  return lines;
}

/* The widest stretch between two breaks of at least that kind. */
static int
measure_widest (const ArrearsShapedText *text, ArrearsLineBreak kind)
{
  int widest = 0;
  guint begin = 0;

  for (guint i = 1; i <= text->clusters->len; i++)
    if (get_break (text, i) >= kind)
      {
        widest = MAX (widest, measure_line (text, begin, i, 0));
        begin = i;
      }
  return widest;
}

int
arrears_line_measure_text (const ArrearsShapedText *text)
{
  return measure_widest (text, ARREARS_LINE_BREAK_FORCED);
}

int
arrears_line_measure_widest_run (const ArrearsShapedText *text)
{
  return measure_widest (text, ARREARS_LINE_BREAK_ALLOWED);
}

static gboolean
can_stretch (const ArrearsCluster *left, const ArrearsCluster *right)
{
  return left->is_wide || right->is_wide || left->character == ' ';
}

static int
count_stretches (const ArrearsShapedText *text, const ArrearsLine *line)
{
  int n = 0;

  for (guint i = line->begin; i + 1 < line->end; i++)
    n += can_stretch (peek_cluster (text, i), peek_cluster (text, i + 1));
  return n;
}

GArray *
arrears_line_place (const ArrearsShapedText *text, const ArrearsLine *line, int measure,
                    ArrearsAlignment alignment)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (int), line->end - line->begin);
  int slack = measure - line->indent - line->width;
  int n_stretches
      = alignment == ARREARS_ALIGNMENT_JUSTIFY && !line->is_last ? count_stretches (text, line) : 0;
  int n_done = 0;
  int x = line->indent;

  if (line->begin == line->end)
    return places;

  x -= find_left_trim (text, line->begin, line->indent);
  if (alignment == ARREARS_ALIGNMENT_CENTER)
    x += slack / 2;
  else if (alignment == ARREARS_ALIGNMENT_RIGHT)
    x += slack;
  if (n_stretches == 0 || slack < 0 || slack / n_stretches > MAX_STRETCH)
    n_stretches = 0;

  for (guint i = line->begin; i < line->end; i++)
    {
      ArrearsCluster *cluster = peek_cluster (text, i);

      g_array_append_val (places, x);
      if (i + 1 == line->end)
        break;
      x += cluster->advance + cluster->gap;
      if (n_stretches > 0 && can_stretch (cluster, cluster + 1))
        {
          x += slack * (n_done + 1) / n_stretches - slack * n_done / n_stretches;
          n_done++;
        }
    }
  return places;
}

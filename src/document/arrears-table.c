/* arrears-table.c: rows and columns on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-table.h"

#include <math.h>

#define EM 1000.0
#define ASCENT 0.88

#define PADDING 3.5     /* at either side of a cell */
#define ROW_PADDING 2.6 /* above and below */
#define LEADING 1.32    /* of the size */
#define SMALLEST_SIZE 7.0
#define SIZE_STEP 0.25

/* A text column is cut even inside words rather than set smaller, down to this many ems. */
#define LEAST_TEXT_WIDTH 5.5

#define RULE_OUTER 0.9
#define RULE_INNER 0.5
#define RULE_ROW 0.25

/* Under a heading, and above the total. */
#define MIN_ROWS_TOGETHER 2

typedef struct
{
  ArrearsColumnKind kind;
  ArrearsAlignment alignment;
  double widest;     /* line and ... */
  double widest_run; /* ... run without a break, in ems */
  double width;      /* points, padding included */
} Column;

typedef struct
{
  GPtrArray *texts; /* of char *, by column */
  GPtrArray *cells; /* of ArrearsShapedText, once composed */
  GPtrArray *lines; /* of GArray of ArrearsLine, once the widths are known */
  ArrearsTypeface typeface;
  double height;
} Row;

struct _ArrearsTable
{
  GArray *columns;
  Row *heading;
  GPtrArray *rows;
  Row *total; /* or NULL */
};

/* Where the table is being composed. */
typedef struct
{
  ArrearsTable *table;
  ArrearsLayout *layout;
  double size;
} Composition;

static Row *
new_row (ArrearsTypeface typeface)
{
  Row *row = g_new0 (Row, 1);

  row->texts = g_ptr_array_new_with_free_func (g_free);
  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) arrears_shaped_text_free);
  row->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  row->typeface = typeface;
  return row;
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->texts);
  g_ptr_array_unref (row->cells);
  g_ptr_array_unref (row->lines);
  g_free (row);
}

ArrearsTable *
arrears_table_new (void)
{
  ArrearsTable *self = g_new0 (ArrearsTable, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->heading = new_row (ARREARS_TYPEFACE_HEADING);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

void
arrears_table_free (ArrearsTable *table)
{
  g_array_unref (table->columns);
  free_row (table->heading);
  g_ptr_array_unref (table->rows);
  g_clear_pointer (&table->total, free_row);
  g_free (table);
}

void
arrears_table_add_column (ArrearsTable *table, ArrearsColumnKind kind, ArrearsAlignment alignment,
                          const char *heading)
{
  Column column = { .kind = kind, .alignment = alignment };

  g_return_if_fail (table->rows->len == 0);

  g_array_append_val (table->columns, column);
  g_ptr_array_add (table->heading->texts, g_strdup (heading));
}

static Row *
make_row (ArrearsTable *self, ArrearsTypeface typeface, const char *const *cells)
{
  Row *row = new_row (typeface);

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (row->texts, g_strdup (cells[i]));
  return row;
}

void
arrears_table_add_row (ArrearsTable *table, const char *const *cells)
{
  g_ptr_array_add (table->rows, make_row (table, ARREARS_TYPEFACE_BODY, cells));
}

void
arrears_table_set_total (ArrearsTable *table, const char *const *cells)
{
  g_clear_pointer (&table->total, free_row);
  table->total = make_row (table, ARREARS_TYPEFACE_HEADING, cells);
}

static Column *
peek_column (ArrearsTable *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

static gboolean
shape_row (ArrearsTable *self, Row *row, ArrearsLayout *layout)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = peek_column (self, i);
      g_autoptr (GError) error = NULL;
      ArrearsShapedText *text = arrears_shaped_text_new (arrears_layout_get_fonts (layout),
                                                         row->typeface, ARREARS_FIGURES_TABULAR,
                                                         g_ptr_array_index (row->texts, i), &error);

      if (text == NULL)
        return arrears_layout_take_error (layout, g_steal_pointer (&error));

      g_ptr_array_add (row->cells, text);
      column->widest = MAX (column->widest, arrears_line_measure_text (text) / EM);
      column->widest_run = MAX (column->widest_run, arrears_line_measure_widest_run (text) / EM);
    }
  return TRUE;
}

static gboolean
shape_rows (ArrearsTable *self, ArrearsLayout *layout)
{
  if (!arrears_layout_take_error (layout, NULL) || !shape_row (self, self->heading, layout))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    if (!shape_row (self, g_ptr_array_index (self->rows, i), layout))
      return FALSE;
  return self->total == NULL || shape_row (self, self->total, layout);
}

static double
get_least_ems (const Column *column)
{
  return column->kind == ARREARS_COLUMN_FIXED ? column->widest
                                              : MIN (column->widest_run, LEAST_TEXT_WIDTH);
}

/* What all columns take at least, and at most want. */
static void
sum_widths (ArrearsTable *self, double size, double *least, double *wanted)
{
  *least = *wanted = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = peek_column (self, i);

      *least += get_least_ems (column) * size + 2 * PADDING;
      *wanted += column->widest * size + 2 * PADDING;
    }
}

static double
choose_size (ArrearsTable *self, double width, double size)
{
  double least, wanted;

  for (;; size -= SIZE_STEP)
    {
      sum_widths (self, size, &least, &wanted);
      if (least <= width || size - SIZE_STEP < SMALLEST_SIZE)
        return size;
    }
}

/* What is left over goes to all columns by their width; what is short is taken from the text
 * columns, from each by what it has above its least.
 */
static void
share_width (ArrearsTable *self, double width, double size)
{
  double least, wanted;

  sum_widths (self, size, &least, &wanted);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = peek_column (self, i);
      double lowest = get_least_ems (column) * size + 2 * PADDING;
      double wish = column->widest * size + 2 * PADDING;

      if (wanted <= width)
        column->width = wish * width / wanted;
      else if (wanted > least)
        column->width = lowest + (wish - lowest) * MAX (width - least, 0) / (wanted - least);
      else
        column->width = lowest;
    }
}

static int
get_measure (const Column *column, double size)
{
  return (int) lround ((column->width - 2 * PADDING) * EM / size);
}

static void
break_row (ArrearsTable *self, Row *row, double size)
{
  guint most = 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      GArray *lines = arrears_line_break_text (g_ptr_array_index (row->cells, i),
                                               get_measure (peek_column (self, i), size), 0);

      most = MAX (most, lines->len);
      g_ptr_array_add (row->lines, lines);
    }
  row->height = most * size * LEADING + 2 * ROW_PADDING;
}

static void
break_rows (ArrearsTable *self, double size)
{
  break_row (self, self->heading, size);
  for (guint i = 0; i < self->rows->len; i++)
    break_row (self, g_ptr_array_index (self->rows, i), size);
  if (self->total != NULL)
    break_row (self, self->total, size);
}

/* Lines of a cell stand in the middle of the row's height. */
static void
add_cell (Composition *composition, const Row *row, guint index, double x)
{
  const Column *column = peek_column (composition->table, index);
  GArray *lines = g_ptr_array_index (row->lines, index);
  double size = composition->size;
  double leading = size * LEADING;
  double left, y;
  ArrearsPage *page = arrears_layout_peek_page (composition->layout, &left, &y);

  y += (row->height - lines->len * leading) / 2 + (leading - size) / 2 + ASCENT * size;
  for (guint i = 0; i < lines->len; i++, y += leading)
    arrears_page_add_line (page, g_ptr_array_index (row->cells, index),
                           &g_array_index (lines, ArrearsLine, i), get_measure (column, size),
                           column->alignment, left + x + PADDING, y, size);
}

static void
add_row (Composition *composition, const Row *row)
{
  double x = 0;

  for (guint i = 0; i < composition->table->columns->len; i++)
    {
      add_cell (composition, row, i, x);
      x += peek_column (composition->table, i)->width;
    }
  arrears_layout_advance (composition->layout, row->height);
}

static void
add_heading (Composition *composition)
{
  arrears_layout_add_rule (composition->layout, RULE_OUTER, 0, ARREARS_INK_BLACK);
  add_row (composition, composition->table->heading);
  arrears_layout_add_rule (composition->layout, RULE_INNER, 0, ARREARS_INK_BLACK);
}

/* Goes to a new page where the row, and what must stay with it, does not fit on this one. */
static gboolean
keep_room (Composition *composition, double height)
{
  if (arrears_layout_has_room (composition->layout, height))
    return FALSE;

  arrears_layout_add_rule (composition->layout, RULE_OUTER, 0, ARREARS_INK_BLACK);
  arrears_layout_break_page (composition->layout);
  add_heading (composition);
  return TRUE;
}

/* A row by itself, but the last two and the total are not parted. */
static double
measure_kept_together (const ArrearsTable *table, guint index)
{
  double height = 0;

  if (index + MIN_ROWS_TOGETHER < table->rows->len)
    return ((Row *) g_ptr_array_index (table->rows, index))->height;

  for (guint i = index; i < table->rows->len; i++)
    height += ((Row *) g_ptr_array_index (table->rows, i))->height;
  return height + (table->total != NULL ? table->total->height : 0);
}

static void
add_rows (Composition *composition)
{
  ArrearsTable *table = composition->table;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (table->rows, i);

      if (!keep_room (composition, measure_kept_together (table, i)) && i > 0)
        arrears_layout_add_rule (composition->layout, RULE_ROW, 0, ARREARS_INK_GREY);
      add_row (composition, row);
    }
  if (table->total != NULL)
    {
      arrears_layout_add_rule (composition->layout, RULE_INNER, 0, ARREARS_INK_BLACK);
      add_row (composition, table->total);
    }
  arrears_layout_add_rule (composition->layout, RULE_OUTER, 0, ARREARS_INK_BLACK);
}

static double
measure_opening (const ArrearsTable *table)
{
  double height = table->heading->height;

  for (guint i = 0; i < MIN (table->rows->len, MIN_ROWS_TOGETHER); i++)
    height += ((Row *) g_ptr_array_index (table->rows, i))->height;
  return height;
}

void
arrears_table_add_to_layout (ArrearsTable *table, ArrearsLayout *layout, double size)
{
  double width = arrears_layout_get_width (layout);
  Composition composition = { .table = table, .layout = layout };

  if (!shape_rows (table, layout))
    return;

  composition.size = choose_size (table, width, size);
  share_width (table, width, composition.size);
  break_rows (table, composition.size);

  if (!arrears_layout_has_room (layout, measure_opening (table)))
    arrears_layout_break_page (layout);
  add_heading (&composition);
  add_rows (&composition);
}

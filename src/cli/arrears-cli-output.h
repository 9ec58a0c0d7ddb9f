/* arrears-cli-output.h: results as a table, JSON or CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-cli.h"

G_BEGIN_DECLS

/* A column of a table or CSV file: a member of the objects that are listed. */
typedef struct
{
  const char *member;
  const char *heading; /* N_() */
  gboolean is_number;  /* set at the right */
} ArrearsColumn;

/* Members of an object under construction. */
void arrears_output_add_text    (JsonBuilder *builder, const char *member, const char *text);
void arrears_output_add_money   (JsonBuilder *builder, const char *member, ArrearsMoney money);
void arrears_output_add_day     (JsonBuilder *builder, const char *member, ArrearsDay day);
void arrears_output_add_number  (JsonBuilder *builder, const char *member, gint64 number);
void arrears_output_add_boolean (JsonBuilder *builder, const char *member, gboolean value);

/* Prints what was built: as JSON the whole of it, else the objects of the array `list` within it
 * (NULL: it is that array itself) in these columns. A NULL heading ends the columns.
 */
void arrears_output_print_list (ArrearsCli *cli, JsonBuilder *builder, const char *list,
                                const ArrearsColumn *columns);

/* Prints what was built: as JSON the whole of it, else one line a column. */
void arrears_output_print_object (ArrearsCli *cli, JsonBuilder *builder,
                                  const ArrearsColumn *columns);

G_END_DECLS

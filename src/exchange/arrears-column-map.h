/* arrears-column-map.h: columns matched to fields by the user's own words (--map)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-import-field.h"

G_BEGIN_DECLS

typedef struct
{
  char *column;     /* a heading or the letter of a column, as it was written */
  char *normalized; /* the same, for comparing */
  ArrearsImportField field;
} ArrearsColumnMatch;

/* Reads COLUMN=FIELD,COLUMN=FIELD: of ArrearsColumnMatch; none for NULL and "". A comma in a
 * heading needs no escape, since what lacks a = belongs to the heading behind it.
 * ARREARS_ERROR_HEADING names what cannot be read, a word that is no field with those that are,
 * and a field or a column that occurs twice.
 */
GPtrArray *arrears_column_map_parse (const char *map, ArrearsImportKind kind, GError **error);

G_END_DECLS

/* arrears-test-table.h: a table of cases, read from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line of headings, then a case a line. Columns are parted by tabs in a .tsv file, by commas in
 * any other; nothing is quoted. Empty lines and those that begin with # are passed over. In a .tsv
 * file \t, \n and \\ stand for the characters. Whatever is wrong with a table ends the test.
 */
typedef struct _ArrearsTestTable ArrearsTestTable;

/* Loads the file of that name from the directory that an environment variable names. */
ArrearsTestTable *arrears_test_table_load (const char *variable, const char *name);

/* Loads tests/data/cases/<name>. */
ArrearsTestTable *arrears_test_table_load_cases (const char *name);

void arrears_test_table_free (ArrearsTestTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsTestTable, arrears_test_table_free)

guint arrears_test_table_get_n_rows (const ArrearsTestTable *table);

/* Names the case in the log of the test, so that an assertion that fails can be traced to it. */
void arrears_test_table_announce (const ArrearsTestTable *table, guint row);

/* The value of a column, "" where the line is shorter. */
const char *arrears_test_table_get (const ArrearsTestTable *table, guint row, const char *column);

G_END_DECLS

/* arrears-test-program.h: other programs as witnesses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder for the files of one test, with all that is in it removed at the end of its scope. */
typedef struct
{
  char *path;
} ArrearsTestFolder;

ArrearsTestFolder *arrears_test_folder_new (void);
void arrears_test_folder_free (ArrearsTestFolder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsTestFolder, arrears_test_folder_free)

/* Writes a file there and gives its path. */
char *arrears_test_folder_put (ArrearsTestFolder *folder, const char *name, GBytes *bytes);

/* Whether the program is installed; where it is not, the test is marked as skipped. */
gboolean arrears_test_program_is_here (const char *program);

/* Runs a program in the C locale; its arguments end with NULL. Gives what it wrote to both
 * outputs, and its status unless that is NULL.
 */
char *arrears_test_program_run (int *status, const char *program, ...) G_GNUC_NULL_TERMINATED;

/* Fails the test, and shows the text, unless the words stand in it. */
#define arrears_test_assert_says(text, words)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr ((text), (words)) == NULL)                                                          \
      g_error ("%s: expected \"%s\" in:\n%s", G_STRLOC, (words), (text));                          \
  }                                                                                                \
  G_STMT_END

G_END_DECLS

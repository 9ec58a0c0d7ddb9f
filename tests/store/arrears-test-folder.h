/* arrears-test-folder.h: a folder for the files of one test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new empty folder, removed with all that is in it at the end of the C scope. */
typedef struct _ArrearsTestFolder ArrearsTestFolder;

ArrearsTestFolder *arrears_test_folder_new  (void);
void               arrears_test_folder_free (ArrearsTestFolder *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsTestFolder, arrears_test_folder_free)

/* The path of a file in it; owned by the folder. */
const char *arrears_test_folder_get_path (ArrearsTestFolder *folder, const char *name);

/* How many files are in it. */
guint arrears_test_folder_count (ArrearsTestFolder *folder);

G_END_DECLS

/* arrears-test-screen.h: what a test of a widget needs around it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* In place of g_test_init(), on the screen that tools/headless has made. */
void arrears_test_screen_init (int *argc, char ***argv);

/* The day on which these tests take place. */
ArrearsDay arrears_test_screen_get_day (void);

/* A ledger in a folder of its own, with the sample shop in it or empty; closing removes both.
 * Nobody else may hold the desk any longer then.
 */
ArrearsDesk *arrears_test_screen_open_ledger  (gboolean is_filled);
void         arrears_test_screen_close_ledger (ArrearsDesk *desk);

/* The id of the customer of the sample shop who owes most. */
gint64 arrears_test_screen_find_debtor (ArrearsDesk *desk);

/* A path for a new file beside the ledger. (transfer full) */
char *arrears_test_screen_make_path (ArrearsDesk *desk, const char *name);

/* Runs the main loop until `is_reached` holds; fails the test where that takes too long. */
typedef gboolean (*ArrearsTestState) (gpointer user_data);
void arrears_test_screen_wait_until (ArrearsTestState is_reached, gpointer user_data);

/* States: a weak pointer, whose place `user_data` is, has become NULL; the file of a path is there;
 * a row is marked as wrong.
 */
gboolean arrears_test_screen_is_gone   (gpointer user_data);
gboolean arrears_test_screen_is_file   (gpointer user_data);
gboolean arrears_test_screen_is_marked (gpointer user_data);

/* Runs the main loop until nothing is left to do. */
void arrears_test_screen_settle (void);

/* The template child of a widget. (transfer none) */
gpointer arrears_test_screen_get_child (gpointer widget, const char *id);

/* Of an action without a parameter. */
gboolean arrears_test_screen_is_enabled (gpointer widget, const char *action);

/* Draws a window, and writes it to NAME.png in the folder that ARREARS_TEST_SCREENSHOTS names,
 * if it names one.
 */
void arrears_test_screen_picture (gpointer window, const char *name);

/* Closes a window and asserts that nothing keeps it alive. `window` is a GtkWindow **. */
void arrears_test_screen_close (gpointer window);

/* The latest window over `parent`, or NULL. (transfer none) */
GtkWindow *arrears_test_screen_find_over (gpointer parent);

G_END_DECLS

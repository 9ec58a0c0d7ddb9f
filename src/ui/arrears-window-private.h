/* arrears-window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-opening.h"
#include "arrears-window.h"

G_BEGIN_DECLS

/* arrears-window.c */
void arrears_window_start_opening (ArrearsWindow *self, ArrearsOpeningKind kind, const char *path);
void arrears_window_show_section  (ArrearsWindow *self, const char *name);
void arrears_window_start_search  (ArrearsWindow *self);
void arrears_window_go_back       (ArrearsWindow *self);

/* The chooser that is open, kept until it answers; NULL lets go of it. */
void arrears_window_keep_chooser (ArrearsWindow *self, GtkFileChooserNative *chooser);

/* arrears-window-actions.c */
void arrears_window_add_actions    (ArrearsWindow *self);
void arrears_window_enable_actions (ArrearsWindow *self);

G_END_DECLS

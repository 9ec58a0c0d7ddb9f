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

/* What the content shows: a section, or what was pushed in their place. (transfer none) */
GtkWidget *arrears_window_get_place (ArrearsWindow *self);

/* Who works here from now on; remembered on this computer. */
void arrears_window_set_actor (ArrearsWindow *self, const char *name);

/* The chooser that is open, kept until it answers; NULL lets go of it. */
void arrears_window_keep_chooser (ArrearsWindow *self, GtkFileChooserNative *chooser);

/* arrears-window-actions.c */
void arrears_window_add_actions    (ArrearsWindow *self);
void arrears_window_enable_actions (ArrearsWindow *self);

/* arrears-window-acts.c */
void arrears_window_add_acts (ArrearsWindow *self);

G_END_DECLS

/* arrears-text.h: typed text brought into one form before it is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Full-width forms become their ASCII ones (１ ， （ ％), ￥ becomes ¥, every kind of blank a space,
 * every kind of dash a hyphen; blanks around are dropped. NULL where `text` is not UTF-8.
 */
char *arrears_text_normalize (const char *text);

/* Moves *cursor behind `prefix` if the text goes on with it. */
gboolean arrears_text_take (const char **cursor, const char *prefix);

/* Moves *cursor behind the spaces that stand there. */
void arrears_text_skip_spaces (const char **cursor);

G_END_DECLS

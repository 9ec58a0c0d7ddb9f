/* arrears-srgb.h: the colour space of our PDF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An ICC profile (version 2.1, matrix and curves) of IEC 61966-2-1 sRGB: PDF/A asks for one to be
 * inside the file. Computed, so that no profile file need be found or shipped; always the same
 * bytes.
 */
GBytes *arrears_srgb_new_profile (void);

G_END_DECLS

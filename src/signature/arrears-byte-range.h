/* arrears-byte-range.h: the bytes of a file that a signature covers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Two stretches, before and after the gap in which the signature itself stands:
 *
 *   0 ........ gap <30820B..0000> resume ........ end
 *
 * with 0 < gap < resume <= end <= length of the file.
 */
typedef struct
{
  gsize gap;
  gsize resume;
  gsize end;
} ArrearsByteRange;

G_END_DECLS

/* arrears-pdf-content.h: a composed page as PDF operators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-font-subset.h"
#include "arrears-page.h"

G_BEGIN_DECLS

/* By what names a page calls its fonts and pictures. All borrowed. */
typedef struct
{
  GPtrArray *subsets;     /* of ArrearsFontSubset by face; NULL for a face not in use */
  GPtrArray *font_names;  /* by face */
  GHashTable *picture_names; /* ArrearsPicture -> name */
} ArrearsPdfNames;

char *arrears_pdf_content_compose (const ArrearsPage *page, const ArrearsPdfNames *names);

G_END_DECLS

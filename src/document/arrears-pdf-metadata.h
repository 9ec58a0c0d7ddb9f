/* arrears-pdf-metadata.h: what a PDF file says about itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"

G_BEGIN_DECLS

/* Borrowed texts in UTF-8; none is NULL. */
typedef struct
{
  const char *title;
  const char *author;
  const char *creator;  /* the program that composed the pages */
  ArrearsDay created_on; /* stands for every date in the file: the same input, the same bytes */
} ArrearsPdfProperties;

#define ARREARS_PDF_PRODUCER "Arrears with libharu and HarfBuzz"

/* "D:20250701000000+08'00'": the day's first moment in China. */
char *arrears_pdf_metadata_compose_date (ArrearsDay day);

/* The XMP packet that marks the file as PDF/A-1b and repeats the properties. */
char *arrears_pdf_metadata_compose_xmp (const ArrearsPdfProperties *properties);

/* Text as PDF strings take it for every character: UTF-16, high byte first, with a mark. */
GByteArray *arrears_pdf_metadata_encode_text (const char *text);

G_END_DECLS

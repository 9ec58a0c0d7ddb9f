/* arrears-pdf-revision.h: objects appended to a PDF file as an incremental update
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-pdf-file.h"

G_BEGIN_DECLS

/* The old bytes stay as they are, to the last one; changed and new objects follow, then a cross
 * reference section of the kind that the file already has, a table or a stream. So an earlier
 * signature stays intact (ISO 32000-1, 7.5.6).
 */
typedef struct _ArrearsPdfRevision ArrearsPdfRevision;

/* Keeps the file, which must outlive it. ARREARS_ERROR_REFUSED for an encrypted file, for one
 * whose header is not its first byte and for one above 2 GB, ARREARS_ERROR_DAMAGED if the file
 * is not in order.
 */
ArrearsPdfRevision *arrears_pdf_revision_new (ArrearsPdfFile *file, GError **error);

void arrears_pdf_revision_free (ArrearsPdfRevision *revision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsPdfRevision, arrears_pdf_revision_free)

/* The number of a new object, to be added later. */
int arrears_pdf_revision_reserve_number (ArrearsPdfRevision *revision);

/* Writes an object of that number and returns the offset in the file at which body begins. Each
 * number is added once.
 */
gsize arrears_pdf_revision_add_object (ArrearsPdfRevision *revision, int number, int generation,
                                       const char *body);

/* Closes the revision and gives the whole file, to be filled in at offsets that were given. */
GByteArray *arrears_pdf_revision_finish (ArrearsPdfRevision *revision);

G_END_DECLS

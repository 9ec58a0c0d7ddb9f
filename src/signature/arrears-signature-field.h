/* arrears-signature-field.h: the signatures that a PDF file holds, before they are judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-pdf-file.h"

G_BEGIN_DECLS

typedef struct
{
  qpdf_oh signature; /* a dictionary, unless the file is damaged */
  char *name;        /* of the field, with its parents; NULL if no field shows the signature */
} ArrearsSignatureField;

/* An array of ArrearsSignatureField: every signed field of the form, each signature once, then
 * every object of the file that looks like a signature but is in no field. Fields not yet
 * signed are left out, and so are the usage rights that Adobe signs.
 */
GArray *arrears_signature_field_list (ArrearsPdfFile *file);

G_END_DECLS

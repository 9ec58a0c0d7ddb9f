/* arrears-document-view.h: a document as it was issued
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"
#include "arrears-document.h"

G_BEGIN_DECLS

/* Its pages, whether its signature holds, and saving, printing and opening it elsewhere. */
#define ARREARS_TYPE_DOCUMENT_VIEW (arrears_document_view_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsDocumentView, arrears_document_view, ARREARS, DOCUMENT_VIEW, AdwWindow)

GtkWidget *arrears_document_view_new (ArrearsDesk *desk, ArrearsDocument *document);

G_END_DECLS

/* arrears-account-content.h: all that the page of an account shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-account-page.h"

G_BEGIN_DECLS

typedef struct
{
  ArrearsAccountPage *page;
  GPtrArray *open_items; /* of ArrearsInvoice: what is open, then what is paid but for its charge */
  GPtrArray *receipts;   /* of ArrearsAccountRow, as the next three */
  GPtrArray *matters;    /* promises, disputes, pauses, marks, costs */
  GPtrArray *limitation;
  GPtrArray *vouchers;
  GPtrArray *documents; /* of ArrearsDocument */
} ArrearsAccountContent;

/* For a worker. ARREARS_ERROR_NOT_FOUND. */
ArrearsAccountContent *arrears_account_content_load (ArrearsDesk *desk, gint64 customer_id,
                                                     GError **error);
void arrears_account_content_free (ArrearsAccountContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsAccountContent, arrears_account_content_free)

G_END_DECLS

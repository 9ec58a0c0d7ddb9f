/* arrears-demand-letter.h: the demand letter (催款函)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-demand.h"
#include "arrears-font-set.h"

G_BEGIN_DECLS

/* How a letter looks, as opposed to what it claims. Everything may be left empty. */
typedef struct
{
  GBytes *seal;        /* a PNG or JPEG file, printed 42 mm wide over the signature and date */
  gboolean is_preview; /* 预览 across every page */
  const char *creator; /* the program and its version, for the file's properties */
} ArrearsLetterStyle;

/* Writes the letter as an unsigned PDF of A4 pages and says how many there are; `n_pages` may be
 * NULL. The text follows Civil Code 579, 626, 628 and 195, sale interpretation 18.4 and SME
 * payment regulation 17; a charge is called 违约金, 逾期付款损失 or 逾期利息 by its basis. What is
 * not known, such as an address, leaves nothing behind. A letter of few items is set to fit one
 * page. The same demand and style give the same bytes; every date comes from `issued_on`.
 *
 * In any thread. ARREARS_ERROR_GLYPH names a character that no font has, _FORMAT a damaged seal
 * picture, _AMOUNT_TOO_LARGE a sum that does not fit; _ENVIRONMENT is libharu or a broken font.
 */
GBytes *arrears_demand_letter_write (const ArrearsDemand *demand, const ArrearsLetterStyle *style,
                                     ArrearsFontSet *fonts, guint *n_pages, GError **error);

/* The same before it becomes a file: pages of ArrearsPage. (transfer full) */
GPtrArray *arrears_demand_letter_compose (const ArrearsDemand *demand,
                                          const ArrearsLetterStyle *style, ArrearsFontSet *fonts,
                                          GError **error);

G_END_DECLS

/* arrears-trade-paper.h: a contract, order, delivery note or invoice as shops hand them out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "arrears-day.h"
#include "arrears-font-set.h"

G_BEGIN_DECLS

/* A line of goods; texts as they are to be printed. */
typedef struct
{
  const char *name;
  const char *unit;
  const char *quantity;
  const char *price;
  const char *amount;
} ArrearsTradeGoods;

/* What stands on it, from top to bottom. Borrowed; what is NULL or empty leaves nothing behind. */
typedef struct
{
  const char *issuer;            /* whose paper it is: the letterhead */
  const char *title;             /* 送货单 */
  const char *number;
  ArrearsDay on;
  const char *const *facts;      /* label, text, label, text ... NULL */
  const ArrearsTradeGoods *goods;
  gsize n_goods;
  const char *total;             /* beneath the amounts */
  const char *const *clauses;    /* paragraphs; NULL-terminated */
  const char *const *signatures; /* who is to sign, side by side; NULL-terminated */
} ArrearsTradePaper;

/* Writes it as a PDF of A4 pages. The same paper gives the same bytes. In any thread.
 * ARREARS_ERROR_GLYPH names a character that no font has; _ENVIRONMENT is libharu or a broken font.
 */
GBytes *arrears_trade_paper_write (const ArrearsTradePaper *paper, ArrearsFontSet *fonts,
                                   GError **error);

G_END_DECLS

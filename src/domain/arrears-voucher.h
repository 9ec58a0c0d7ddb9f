/* arrears-voucher.h: a file kept with the books (凭证)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* What it is, as its `kind`. */
#define ARREARS_VOUCHER_CONTRACT "contract"           /* 合同 */
#define ARREARS_VOUCHER_ORDER "order"                 /* 订单 */
#define ARREARS_VOUCHER_DELIVERY_NOTE "delivery_note" /* 送货单 */
#define ARREARS_VOUCHER_RECEIPT_SLIP "receipt_slip"   /* 签收单 */
#define ARREARS_VOUCHER_FAPIAO "fapiao"               /* 发票 */
#define ARREARS_VOUCHER_PHOTO "photo"
#define ARREARS_VOUCHER_OTHER "other"

#define ARREARS_VOUCHER_MOST_BYTES (50 * 1024 * 1024)

/* Kept byte for byte under its SHA-256 with a customer and, where known, a contract, an invoice or
 * an entry of the log. Ended: "replaced" or "mistaken"; its bytes stay.
 */
#define ARREARS_TYPE_VOUCHER (arrears_voucher_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsVoucher, arrears_voucher, ARREARS, VOUCHER, ArrearsRecord)

struct _ArrearsVoucher
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  gint64 invoice_id; /* 0: none */
  char *invoice_number;
  ArrearsDay from_on; /* added on */
  gint64 contract_id; /* 0: none */
  char *contract_number;
  gint64 log_entry_id; /* 0: none */
  char *kind;          /* one of the words above */
  char *name;          /* of the file */
  char *media_type;
  gint64 n_bytes; /* up to ARREARS_VOUCHER_MOST_BYTES */
  char *sha256;
  char *note;
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsVoucher *arrears_voucher_new (void);

/* How one can end. */
#define ARREARS_VOUCHER_REPLACED "replaced"
#define ARREARS_VOUCHER_MISTAKEN "mistaken"

/* The kinds, in the order above; ends in NULL. */
const char *const *arrears_voucher_get_kinds (void);

/* ARREARS_ERROR_WORD_UNKNOWN for any other word. */
gboolean arrears_voucher_check_kind (const char *word, GError **error);
gboolean arrears_voucher_check_ending (const char *word, GError **error);

G_END_DECLS

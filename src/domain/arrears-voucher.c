/* arrears-voucher.c: a file kept with the books (凭证)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-voucher.h"

#include "arrears-error.h"

G_DEFINE_FINAL_TYPE (ArrearsVoucher, arrears_voucher, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsVoucher, LONG, id),
  ARREARS_FIELD (ArrearsVoucher, LONG, customer_id),
  ARREARS_FIELD (ArrearsVoucher, TEXT, customer_code),
  ARREARS_FIELD (ArrearsVoucher, TEXT, customer_name),
  ARREARS_FIELD (ArrearsVoucher, LONG, invoice_id),
  ARREARS_FIELD (ArrearsVoucher, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsVoucher, DAY, from_on),
  ARREARS_FIELD (ArrearsVoucher, LONG, contract_id),
  ARREARS_FIELD (ArrearsVoucher, TEXT, contract_number),
  ARREARS_FIELD (ArrearsVoucher, LONG, log_entry_id),
  ARREARS_FIELD (ArrearsVoucher, TEXT, kind),
  ARREARS_FIELD (ArrearsVoucher, TEXT, name),
  ARREARS_FIELD (ArrearsVoucher, TEXT, media_type),
  ARREARS_FIELD (ArrearsVoucher, LONG, n_bytes),
  ARREARS_FIELD (ArrearsVoucher, TEXT, sha256),
  ARREARS_FIELD (ArrearsVoucher, TEXT, note),
  ARREARS_FIELD (ArrearsVoucher, DAY, recorded_on),
  ARREARS_FIELD (ArrearsVoucher, DAY, ended_on),
  ARREARS_FIELD (ArrearsVoucher, TEXT, ended_how),
  ARREARS_FIELD (ArrearsVoucher, TEXT, ended_note),
};

static void
arrears_voucher_class_init (ArrearsVoucherClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_voucher_init (ArrearsVoucher *self)
{
}

ArrearsVoucher *
arrears_voucher_new (void)
{
  return arrears_record_new (ARREARS_TYPE_VOUCHER);
}

const char *const *
arrears_voucher_get_kinds (void)
{
  static const char *const kinds[] = {
    ARREARS_VOUCHER_CONTRACT,      ARREARS_VOUCHER_ORDER,
    ARREARS_VOUCHER_DELIVERY_NOTE, ARREARS_VOUCHER_RECEIPT_SLIP,
    ARREARS_VOUCHER_FAPIAO,        ARREARS_VOUCHER_PHOTO,
    ARREARS_VOUCHER_OTHER,         NULL,
  };

  return kinds;
}

static gboolean
check_word (const char *const *words, const char *word, GError **error)
{
  g_autofree char *expected = NULL;

  if (word != NULL && g_strv_contains (words, word))
    return TRUE;
  expected = g_strjoinv (", ", (char **) words);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN, "“%s”: expected one of %s",
               word != NULL ? word : "", expected);
  return FALSE;
}

gboolean
arrears_voucher_check_kind (const char *word, GError **error)
{
  return check_word (arrears_voucher_get_kinds (), word, error);
}

gboolean
arrears_voucher_check_ending (const char *word, GError **error)
{
  static const char *const endings[] = { ARREARS_VOUCHER_REPLACED, ARREARS_VOUCHER_MISTAKEN, NULL };

  return check_word (endings, word, error);
}

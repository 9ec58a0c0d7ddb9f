/* arrears-words.h: the sentences for codes, the same in the window and on the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-charge-terms.h"
#include "arrears-error.h"
#include "arrears-grade.h"
#include "arrears-import-field.h"
#include "arrears-log-entry.h"

G_BEGIN_DECLS

/* All texts are translated; strings that are returned const live as long as the program. */

/* Binds the message catalogue; once, in main(). */
void arrears_words_init (void);

/* What went wrong and what to do next, in one or two sentences, chosen from the code. */
const char *arrears_words_get_for_error (const GError *error);
const char *arrears_words_get_for_code  (ArrearsError code);

const char *arrears_words_get_for_stage  (int stage);              /* 正式催款函 */
const char *arrears_words_get_for_grade  (ArrearsGrade grade);     /* 优质 */
const char *arrears_words_get_for_bucket (int bucket);             /* 1–30 天 */
const char *arrears_words_get_for_field  (ArrearsImportField field); /* 到期日 */
const char *arrears_words_get_for_document_kind (const char *word); /* 催款函 */

/* One line for a log entry: 发出催款函 CK-2026-0001，要求支付 12,345.00 元. */
char *arrears_words_describe_log_entry (ArrearsLogEntry *entry);

/* Terms of late charge as people say them: 每日万分之五；LPR 加计 50%. */
char *arrears_words_describe_terms (const ArrearsChargeTerms *terms);

/* Why an account is flagged: 逾期 45 天的款项合计 12,345.00 元，最早一笔为 XS001. */
char *arrears_words_describe_flag (int days_overdue, ArrearsMoney counted,
                                   const char *oldest_invoice);

G_END_DECLS

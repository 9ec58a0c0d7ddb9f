/* arrears-chinese.h: values as a Chinese letter writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-money.h"
#include "arrears-rate.h"

G_BEGIN_DECLS

/* All give new strings. */

/* "¥1,234.50". */
char *arrears_chinese_write_amount (ArrearsMoney amount);

/* "人民币壹仟贰佰叁拾肆元伍角（¥1,234.50）": words and figures side by side. */
char *arrears_chinese_write_amount_in_words (ArrearsMoney amount);

/* "4.65%", "3.00%": at least two decimals, as such rates are published. */
char *arrears_chinese_write_percent (ArrearsRate rate);

/* "万分之五（0.05%）" where the rate is so many hundredths, thousandths or ten-thousandths, else
 * "0.035%".
 */
char *arrears_chinese_write_daily_rate (ArrearsRate rate);

/* "6222 0210 0112 3456 789" where the number is digits only, else as it is. */
char *arrears_chinese_write_account_number (const char *number);

/* "1、3、5至8": numbers in ascending order, three and more in a row drawn together. */
char *arrears_chinese_write_numbers (const guint *numbers, gsize n_numbers);

/* "《购销合同》（编号：GH-2023-0618）"; either may be empty, not both. */
char *arrears_chinese_write_contract (const char *title, const char *number);

/* "第8.2条"; "" for none; a clause that is a phrase already (第八条第二款, 附件一第3条) as it is, but
 * for a 第 that it lacks (8条).
 */
char *arrears_chinese_write_clause (const char *clause);

G_END_DECLS

/* arrears-grade.h: how good a customer is to have on credit (等级)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ARREARS_GRADE_B, /* 一般, and whoever nothing is known of */
  ARREARS_GRADE_A, /* 优质 */
  ARREARS_GRADE_C, /* 高风险 */
} ArrearsGrade;

/* "A", "B", "C". */
const char *arrears_grade_to_word (ArrearsGrade grade);

/* Takes the words above in any case, and 优质, 一般, 高风险; an empty text is B. Anything else is
 * ARREARS_ERROR_WORD_UNKNOWN.
 */
gboolean arrears_grade_parse (const char *text, ArrearsGrade *grade, GError **error);

G_END_DECLS

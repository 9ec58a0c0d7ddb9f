/* arrears-grade.c: how good a customer is to have on credit (等级)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-grade.h"

#include "arrears-error.h"
#include "arrears-text.h"

typedef struct
{
  const char *word;
  const char *chinese;
} GradeWords;

static const GradeWords grades[] = {
  [ARREARS_GRADE_B] = { "B", "一般" },
  [ARREARS_GRADE_A] = { "A", "优质" },
  [ARREARS_GRADE_C] = { "C", "高风险" },
};

const char *
arrears_grade_to_word (ArrearsGrade grade)
{
  g_return_val_if_fail (grade < G_N_ELEMENTS (grades), NULL);

  return grades[grade].word;
}

gboolean
arrears_grade_parse (const char *text, ArrearsGrade *grade, GError **error)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (grade != NULL, FALSE);

  plain = arrears_text_normalize (text);
  if (g_strcmp0 (plain, "") == 0)
    {
      *grade = ARREARS_GRADE_B;
      return TRUE;
    }
  for (gsize i = 0; plain != NULL && i < G_N_ELEMENTS (grades); i++)
    if (g_ascii_strcasecmp (plain, grades[i].word) == 0
        || g_str_equal (plain, grades[i].chinese))
      {
        *grade = (ArrearsGrade) i;
        return TRUE;
      }

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is not a grade: expected A, B, C, 优质, 一般 or 高风险",
               plain != NULL ? plain : "(not UTF-8)");
  return FALSE;
}

/* arrears-import-problem.c: a cell of a file that is wrong, as a row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-problem.h"

#include "arrears-words.h"

G_DEFINE_FINAL_TYPE (ArrearsImportProblem, arrears_import_problem, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsImportProblem, INTEGER, row),
  ARREARS_FIELD (ArrearsImportProblem, TEXT, column),
  ARREARS_FIELD (ArrearsImportProblem, TEXT, text),
  ARREARS_FIELD (ArrearsImportProblem, TEXT, sentence),
  ARREARS_FIELD (ArrearsImportProblem, TEXT, technical),
  ARREARS_FIELD (ArrearsImportProblem, BOOLEAN, is_warning),
};

static void
arrears_import_problem_class_init (ArrearsImportProblemClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_import_problem_init (ArrearsImportProblem *self)
{
}

ArrearsImportProblem *
arrears_import_problem_new (const ArrearsImportFault *fault)
{
  ArrearsImportProblem *self = arrears_record_new (ARREARS_TYPE_IMPORT_PROBLEM);

  self->row = (int) fault->row;
  arrears_record_set_text (&self->column, fault->column);
  arrears_record_set_text (&self->text, fault->text);
  arrears_record_set_text (&self->sentence, arrears_words_get_for_code (fault->code));
  arrears_record_set_text (&self->technical, fault->message);
  self->is_warning = fault->is_warning;
  return self;
}

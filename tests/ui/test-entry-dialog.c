/* test-entry-dialog.c: the dialog of all small acts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-entry-dialog.h"

#include "arrears-form.h"
#include "arrears-test-screen.h"

static int n_recorded;
static ArrearsMoney recorded_amount;
static char *recorded_reason;

static gboolean
prepare_sample (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_values_set_day (values, "on", arrears_desk_get_as_of (desk));
  arrears_entry_values_add_choice (values, "invoice", "7", "XS-007");
  arrears_entry_values_add_choice (values, "invoice", "8", "XS-008");
  arrears_entry_values_set_text (values, ARREARS_ENTRY_SUBTITLE, "永盛贸易有限公司");
  return TRUE;
}

static GPtrArray *
describe_sample (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  GPtrArray *lines = arrears_entry_lines_new ();
  g_autofree char *amount
      = arrears_money_to_grouped (arrears_entry_values_get_money (values, "amount"));

  arrears_entry_lines_add (lines, g_strdup_printf ("%s <b>&", amount));
  arrears_entry_lines_warn (lines, g_strdup ("A warning"));
  return lines;
}

/* More than a hundred yuan takes a reason, and a thousand is refused. */
static gboolean
record_sample (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  ArrearsMoney amount = arrears_entry_values_get_money (values, "amount");
  const char *reason = arrears_entry_values_get_text (values, ARREARS_ENTRY_REASON);

  if (amount.fen >= 100000)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE, "too large");
      return FALSE;
    }
  if (amount.fen > 10000 && *reason == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_TOO_SOON, "no reason");
      return FALSE;
    }

  n_recorded++;
  recorded_amount = amount;
  g_free (recorded_reason);
  recorded_reason = g_strdup (reason);
  return TRUE;
}

static const ArrearsEntryChoice kinds[] = {
  { "agreed", "Agreed" },
  { "hardship", "Hardship" },
  { NULL, NULL },
};

static const ArrearsEntryField fields[] = {
  { "amount", "Amount", ARREARS_ENTRY_MONEY, TRUE, "In yuan", NULL, 0, 0 },
  { "on", "Day", ARREARS_ENTRY_DAY, TRUE, NULL, NULL, 0, 0 },
  { "n_parts", "Parts", ARREARS_ENTRY_NUMBER, FALSE, NULL, NULL, 2, 60 },
  { "kind", "Kind", ARREARS_ENTRY_CHOICE, TRUE, NULL, kinds, 0, 0 },
  { "invoice", "Invoice", ARREARS_ENTRY_CHOICE, TRUE, NULL, NULL, 0, 0 },
  { "is_sure", "Sure", ARREARS_ENTRY_SWITCH, FALSE, "A hint", NULL, 0, 0 },
  { "note", "Note", ARREARS_ENTRY_LONG_TEXT, FALSE, NULL, NULL, 0, 0 },
};

static const ArrearsError reason_codes[] = { ARREARS_ERROR_TOO_SOON, 0 };

static const ArrearsEntry sample = {
  .name = "sample",
  .heading = "Record Sample",
  .about = "What it is & does",
  .save_label = "_Record",
  .failure = "The Sample Was Not Recorded",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .reason_codes = reason_codes,
  .prepare = prepare_sample,
  .describe = describe_sample,
  .record = record_sample,
};

static gboolean
is_ready (gpointer dialog)
{
  gboolean ready;

  g_object_get (dialog, "is-ready", &ready, NULL);
  return ready;
}

static GtkWidget *
open_dialog (ArrearsDesk *desk, const ArrearsEntry *entry)
{
  GtkWidget *dialog = arrears_entry_dialog_new (desk, entry, arrears_entry_values_new ());

  gtk_window_present (GTK_WINDOW (dialog));
  arrears_test_screen_wait_until (is_ready, dialog);
  return dialog;
}

static void
set (GtkWidget *dialog, const char *name, const char *text)
{
  gtk_widget_activate_action (dialog, "form.set", "(ss)", name, text);
}

static gboolean
has_lines (gpointer dialog)
{
  return gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "outcome"));
}

static gboolean
has_hint (gpointer dialog)
{
  return gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "hint"));
}

static gboolean
asks_for_reason (gpointer dialog)
{
  return gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "reason_group"))
         && gtk_widget_get_sensitive (adw_window_get_content (dialog));
}

static gboolean
has_error (gpointer dialog)
{
  return has_hint (dialog) && gtk_widget_get_sensitive (adw_window_get_content (dialog));
}

static void
test_says_what_the_act_would_do (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, &sample);
  GtkListBox *lines = arrears_test_screen_get_child (dialog, "lines");
  int least_width;

  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  set (dialog, "amount", "12.50");
  g_assert_true (arrears_test_screen_is_enabled (dialog, "form.save"));
  arrears_test_screen_wait_until (has_lines, dialog);
  g_assert_nonnull (gtk_list_box_get_row_at_index (lines, 1));
  g_assert_null (gtk_list_box_get_row_at_index (lines, 2));
  arrears_test_screen_picture (dialog, "entry-dialog");
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  g_assert_cmpint (least_width, <=, 360);
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_refuses_what_cannot_be_read (void)
{
  static const struct
  {
    const char *field;
    const char *wrong;
    const char *right;
  } cases[] = { { "amount", "12.505", "12.50" },
                { "amount", "-3", "3" },
                { "on", "2026-02-30", "2026-02-28" },
                { "n_parts", "1", "2" },
                { "on", "", "2026-02-28" } };
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, &sample);

  set (dialog, "amount", "1");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set (dialog, cases[i].field, cases[i].wrong);
      g_assert_true (has_hint (dialog));
      g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
      set (dialog, cases[i].field, cases[i].right);
      g_assert_false (has_hint (dialog));
      g_assert_true (arrears_test_screen_is_enabled (dialog, "form.save"));
    }
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_records_and_closes (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, &sample);

  n_recorded = 0;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  set (dialog, "amount", "99");
  set (dialog, "invoice", "8");
  set (dialog, "kind", "hardship");
  set (dialog, "is_sure", "1");
  set (dialog, "note", "多行\n文字");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);
  g_assert_cmpint (n_recorded, ==, 1);
  g_assert_cmpint (recorded_amount.fen, ==, 9900);
  arrears_test_screen_close_ledger (desk);
}

static void
test_takes_a_reason_where_one_is_asked_for (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, &sample);

  n_recorded = 0;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  set (dialog, "amount", "200");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (asks_for_reason, dialog);
  g_assert_cmpint (n_recorded, ==, 0);
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  arrears_test_screen_picture (dialog, "entry-dialog-reason");
  set (dialog, ARREARS_ENTRY_REASON, "老板同意");
  g_assert_true (arrears_test_screen_is_enabled (dialog, "form.save"));
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);
  g_assert_cmpint (n_recorded, ==, 1);
  g_assert_cmpstr (recorded_reason, ==, "老板同意");
  arrears_test_screen_close_ledger (desk);
}

static void
test_says_in_place_why_it_was_refused (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, &sample);

  set (dialog, "amount", "1000");
  arrears_test_screen_wait_until (has_lines, dialog);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (has_error, dialog);
  g_assert_null (arrears_test_screen_find_over (dialog));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_a_question_has_nothing_to_save (void)
{
  static const ArrearsEntry question = {
    .name = "question",
    .heading = "A Question",
    .fields = fields,
    .n_fields = 1,
    .describe = describe_sample,
  };
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *dialog = open_dialog (desk, &question);

  set (dialog, "amount", "1");
  arrears_test_screen_wait_until (has_lines, dialog);
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  g_assert_false (gtk_widget_get_visible (arrears_test_screen_get_child (dialog, "save_button")));
  arrears_test_screen_close (&dialog);
  arrears_test_screen_close_ledger (desk);
}

static void
test_values_keep_what_was_entered (void)
{
  g_autoptr (ArrearsEntryValues) values = arrears_entry_values_new ();
  g_autoptr (ArrearsEntryValues) copy = NULL;

  arrears_entry_values_set_text (values, "text", "  乙 ");
  arrears_entry_values_set_money (values, "money", arrears_money (-5));
  arrears_entry_values_set_day (values, "day", (ArrearsDay) { 739000 });
  arrears_entry_values_set_number (values, "id", G_MAXINT64);
  arrears_entry_values_set_flag (values, "flag", TRUE);
  arrears_entry_values_add_choice (values, "choice", "w", "L");
  copy = arrears_entry_values_copy (values);

  g_assert_cmpstr (arrears_entry_values_get_text (copy, "text"), ==, "乙");
  g_assert_cmpint (arrears_entry_values_get_money (copy, "money").fen, ==, -5);
  g_assert_cmpint (arrears_entry_values_get_day (copy, "day").number, ==, 739000);
  g_assert_cmpint (arrears_entry_values_get_number (copy, "id"), ==, G_MAXINT64);
  g_assert_true (arrears_entry_values_get_flag (copy, "flag"));
  g_assert_cmpuint (arrears_entry_values_get_choices (copy, "choice")->len, ==, 1);
  g_assert_null (arrears_entry_values_get_optional (copy, "absent"));
  g_assert_cmpint (arrears_entry_values_get_money (copy, "absent").fen, ==, 0);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);
  g_test_add_func ("/entry-dialog/says-what-the-act-would-do", test_says_what_the_act_would_do);
  g_test_add_func ("/entry-dialog/refuses-what-cannot-be-read", test_refuses_what_cannot_be_read);
  g_test_add_func ("/entry-dialog/records-and-closes", test_records_and_closes);
  g_test_add_func ("/entry-dialog/takes-a-reason-where-one-is-asked-for",
                   test_takes_a_reason_where_one_is_asked_for);
  g_test_add_func ("/entry-dialog/says-in-place-why-it-was-refused",
                   test_says_in_place_why_it_was_refused);
  g_test_add_func ("/entry-dialog/a-question-has-nothing-to-save",
                   test_a_question_has_nothing_to_save);
  g_test_add_func ("/entry-dialog/values-keep-what-was-entered", test_values_keep_what_was_entered);
  return g_test_run ();
}

/* arrears-policies-dialog.c: escalation policies, and for whom each holds (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-policies-dialog.h"

#include "arrears-account-page.h"
#include "arrears-job.h"
#include "arrears-listing.h"
#include "arrears-message.h"
#include "arrears-policies.h"
#include "arrears-policy-preview.h"
#include "arrears-policy-stage-row.h"
#include "arrears-words-policy.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

enum
{
  N_GRADES = 3,
};

static const ArrearsGrade grades[N_GRADES] = { ARREARS_GRADE_A, ARREARS_GRADE_B, ARREARS_GRADE_C };

struct _ArrearsPoliciesDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkWidget *list_page;
  GtkWidget *editor_page;
  AdwToastOverlay *toasts;
  AdwPreferencesGroup *grades_group;
  AdwPreferencesGroup *policies_group;
  GtkEditable *whose;
  AdwComboRow *which;
  AdwWindowTitle *editor_title;
  GtkEditable *name;
  GtkSpinButton *n_stages;
  AdwPreferencesGroup *stages_group;
  GtkLabel *hint;
  ArrearsPolicyPreview *preview;

  /* Owned */
  ArrearsDesk *desk;
  GPtrArray *policies; /* of ArrearsPolicyEntry, by name */
  GPtrArray *rows;     /* of GtkWidget: one a policy, in its group */

  AdwComboRow *of_grades[N_GRADES];
  ArrearsPolicyStageRow *stages[ARREARS_N_STAGES];
  ArrearsGrade standard; /* the grade whose standard policy is gone back to */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ArrearsPoliciesDialog, arrears_policies_dialog, ADW_TYPE_WINDOW)

/* What is asked of a worker. */
typedef struct
{
  char *name; /* of a policy; "" the usual one */
  ArrearsPolicy policy;
  char *kind; /* grade, customer, invoice; NULL where the policy is to be saved */
  char *what;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->name);
  g_free (request->kind);
  g_free (request->what);
  g_free (request);
}

static ArrearsPolicyEntry *
find_policy (ArrearsPoliciesDialog *self, const char *name)
{
  for (guint i = 0; i < self->policies->len; i++)
    {
      ArrearsPolicyEntry *entry = g_ptr_array_index (self->policies, i);

      if (g_str_equal (entry->name, name))
        return entry;
    }
  return NULL;
}

static gboolean
find_id (ArrearsDesk *desk, const char *name, gint64 *id, GError **error)
{
  g_autoptr (ArrearsPolicyEntry) entry = NULL;

  *id = 0;
  if (*name == '\0')
    return TRUE;
  entry = arrears_policies_find (desk, name, error);
  if (entry == NULL)
    return FALSE;
  *id = entry->id;
  return TRUE;
}

/* The id of the invoice with exactly this number. */
static gint64
find_invoice (ArrearsDesk *desk, const char *number, GError **error)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_INVOICES);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) invoices = NULL;

  g_free (listing->search);
  listing->search = g_strdup (number);
  ids = arrears_listing_list_ids (listing, desk, error);
  if (ids == NULL)
    return 0;
  invoices = arrears_listing_load_page (listing, desk, (const gint64 *) ids->data, ids->len, error);
  for (guint i = 0; invoices != NULL && i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);

      if (invoice != NULL && g_str_equal (invoice->number, number))
        return invoice->id;
    }
  if (invoices != NULL)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND, "invoice %s: not in the ledger",
                 number);
  return 0;
}

static gboolean
assign (ArrearsDesk *desk, const Request *request, gint64 policy_id, GError **error)
{
  ArrearsGrade grade;
  gint64 id;

  if (g_str_equal (request->kind, "grade"))
    return arrears_grade_parse (request->what, &grade, error)
           && arrears_policies_assign_to_grade (desk, policy_id, grade, error);
  if (g_str_equal (request->kind, "customer"))
    {
      id = arrears_account_find (desk, request->what, error);
      return id != 0 && arrears_policies_assign_to_customer (desk, policy_id, id, error);
    }
  id = find_invoice (desk, request->what, error);
  return id != 0 && arrears_policies_assign_to_invoice (desk, policy_id, id, error);
}

static gpointer
run_request (ArrearsDesk *desk, gpointer input, GError **error)
{
  const Request *request = input;
  gint64 id;
  gboolean is_done;

  if (request->kind == NULL)
    is_done = arrears_policies_save (desk, request->name, &request->policy, error) != 0;
  else
    is_done = find_id (desk, request->name, &id, error) && assign (desk, request, id, error);
  return GINT_TO_POINTER (is_done);
}

static void
tell (ArrearsPoliciesDialog *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* "All prime customers, 3 customers, 1 invoice" */
static char *
describe_holders (ArrearsPoliciesDialog *self, ArrearsPolicyEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_GRADES; i++)
    {
      g_autoptr (ArrearsPolicyEntry) holding
          = arrears_policies_get_for_grade (self->desk, grades[i], NULL);

      if (holding != NULL && holding->id == entry->id)
        /* Translators: %s is a grade of customers. */
        g_ptr_array_add (parts, g_strdup_printf (_("all customers of grade %s"),
                                                    arrears_words_get_for_grade (grades[i])));
    }
  if (entry->n_customers > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u customer", "%u customers", entry->n_customers),
                                      entry->n_customers));
  if (entry->n_invoices > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u invoice", "%u invoices", entry->n_invoices),
                                      entry->n_invoices));
  if (parts->len == 0)
    return g_strdup (_("For nobody yet"));
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between the parts of a list. */
  return g_strjoinv (_(", "), (GStrv) parts->pdata);
}

static void
add_policy_row (ArrearsPoliciesDialog *self, const char *title, const char *subtitle,
                const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "policy.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  adw_preferences_group_add (self->policies_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_policies (ArrearsPoliciesDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->policies_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < self->policies->len; i++)
    {
      ArrearsPolicyEntry *entry = g_ptr_array_index (self->policies, i);
      g_autofree char *holders = describe_holders (self, entry);

      add_policy_row (self, entry->name, holders, entry->name);
    }
  for (int i = 0; i < N_GRADES; i++)
    {
      /* Translators: %s is a grade of customers. */
      g_autofree char *title = g_strdup_printf (_("Standard policy for grade %s"),
                                                   arrears_words_get_for_grade (grades[i]));

      add_policy_row (self, title, _("Comes with the program"), arrears_grade_to_word (grades[i]));
    }
}

static GtkStringList *
list_names (ArrearsPoliciesDialog *self, const char *usual)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, usual);
  for (guint i = 0; i < self->policies->len; i++)
    gtk_string_list_append (names,
                            ((ArrearsPolicyEntry *) g_ptr_array_index (self->policies, i))->name);
  return names;
}

/* The row of the policy with an id in a list of names; the first is the usual one. */
static guint
find_place (ArrearsPoliciesDialog *self, gint64 id)
{
  for (guint i = 0; i < self->policies->len; i++)
    if (((ArrearsPolicyEntry *) g_ptr_array_index (self->policies, i))->id == id)
      return i + 1;
  return 0;
}

static void
fill_choices (ArrearsPoliciesDialog *self)
{
  g_autoptr (GtkStringList) usual = list_names (self, _("As usual"));

  adw_combo_row_set_model (self->which, G_LIST_MODEL (usual));
  for (int i = 0; i < N_GRADES; i++)
    {
      g_autoptr (GtkStringList) names = list_names (self, _("Standard"));
      g_autoptr (ArrearsPolicyEntry) holding
          = arrears_policies_get_for_grade (self->desk, grades[i], NULL);

      adw_combo_row_set_model (self->of_grades[i], G_LIST_MODEL (names));
      adw_combo_row_set_selected (self->of_grades[i],
                                  holding != NULL ? find_place (self, holding->id) : 0);
    }
}

static void
show_policies (ArrearsPoliciesDialog *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *policies = arrears_policies_list (self->desk, &error);

  if (policies == NULL)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The Policies Could Not Be Read"), error);
      return;
    }

  g_clear_pointer (&self->policies, g_ptr_array_unref);
  self->policies = policies;
  self->is_filling = TRUE;
  fill_policies (self);
  fill_choices (self);
  self->is_filling = FALSE;
}

static void
on_request_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsPoliciesDialog *self = ARREARS_POLICIES_DIALOG (object);
  g_autoptr (ArrearsDesk) desk = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_done = arrears_job_finish (result, &error) != NULL;

  if (is_done)
    arrears_desk_notify_changed (desk);
  if (self->desk == NULL)
    return;

  gtk_widget_set_sensitive (adw_window_get_content (ADW_WINDOW (self)), TRUE);
  show_policies (self);
  if (!is_done)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The Policy Was Not Changed"), error);
      return;
    }
  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
  tell (self, _("Saved. It holds from today on; earlier days stay as they were."));
}

/* `request` is taken. */
static void
start_request (ArrearsPoliciesDialog *self, Request *request)
{
  const ArrearsJob job = { run_request, request, free_request, NULL, .is_act = TRUE };

  gtk_widget_set_sensitive (adw_window_get_content (ADW_WINDOW (self)), FALSE);
  arrears_job_start (&job, self->desk, self, NULL, on_request_done_cb, g_object_ref (self->desk));
}

static const char *
get_chosen_name (ArrearsPoliciesDialog *self, AdwComboRow *row)
{
  guint place = adw_combo_row_get_selected (row);

  if (place == 0 || place > self->policies->len)
    return "";
  return ((ArrearsPolicyEntry *) g_ptr_array_index (self->policies, place - 1))->name;
}

static void
start_assigning (ArrearsPoliciesDialog *self, const char *kind, const char *what, const char *name)
{
  Request *request = g_new0 (Request, 1);

  request->kind = g_strdup (kind);
  request->what = g_strstrip (g_strdup (what));
  request->name = g_strdup (name);
  start_request (self, request);
}

static void
on_grade_selected_cb (ArrearsPoliciesDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  if (self->is_filling)
    return;

  for (int i = 0; i < N_GRADES; i++)
    if (self->of_grades[i] == row)
      start_assigning (self, "grade", arrears_grade_to_word (grades[i]),
                       get_chosen_name (self, row));
}

static void
assign_to_one (ArrearsPoliciesDialog *self, const char *kind)
{
  if (*gtk_editable_get_text (self->whose) == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->whose));
  else
    start_assigning (self, kind, gtk_editable_get_text (self->whose),
                     get_chosen_name (self, self->which));
}

static void
on_customer_clicked_cb (ArrearsPoliciesDialog *self)
{
  assign_to_one (self, "customer");
}

static void
on_invoice_clicked_cb (ArrearsPoliciesDialog *self)
{
  assign_to_one (self, "invoice");
}

static void
assign_policy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *kind;
  const char *what;
  const char *name;

  g_variant_get (parameter, "(&s&s&s)", &kind, &what, &name);
  start_assigning (ARREARS_POLICIES_DIALOG (widget), kind, what, name);
}

/* FALSE with an error and the stage that it is about, counted from 1. */
static gboolean
read_policy (ArrearsPoliciesDialog *self, ArrearsPolicy *policy, int *fault, GError **error)
{
  *policy = (ArrearsPolicy) { .n_stages = gtk_spin_button_get_value_as_int (self->n_stages) };
  for (int i = 0; i < policy->n_stages; i++)
    {
      ArrearsPolicy begun;

      *fault = i + 1;
      if (!arrears_policy_stage_row_read (self->stages[i], &policy->stages[i], error))
        return FALSE;
      begun = *policy;
      begun.n_stages = i + 1;
      if (!arrears_policy_check (&begun, error))
        return FALSE;
    }
  *fault = 0;
  return TRUE;
}

static void
show_hint (ArrearsPoliciesDialog *self, const GError *error, int fault)
{
  g_autofree char *text = NULL;

  if (error != NULL)
    /* Translators: the number of a stage, and what is wrong with it. */
    text = g_strdup_printf (
        _("Stage %d: %s"), fault,
           g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE)
           ? _("its days must be more than those of the stage before.")
           : arrears_words_get_for_error (error));
  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), error != NULL);
}

static void
check_policy (ArrearsPoliciesDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autoptr (GError) error = NULL;
  ArrearsPolicy policy;
  int fault = 0;
  gboolean is_read = read_policy (self, &policy, &fault, &error);

  for (int i = 0; i < ARREARS_N_STAGES; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->stages[i]),
                              i < gtk_spin_button_get_value_as_int (self->n_stages));
      arrears_policy_stage_row_set_fault (self->stages[i], i + 1 == fault);
    }
  show_hint (self, error, fault);
  arrears_policy_preview_set_policy (self->preview, is_read ? &policy : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "policy.save", is_read && *name != '\0');
}

static void
on_policy_changed_cb (ArrearsPoliciesDialog *self)
{
  if (!self->is_filling)
    check_policy (self);
}

static void
show_stages (ArrearsPoliciesDialog *self, const ArrearsPolicy *policy)
{
  const ArrearsPolicy standard = arrears_policy_get_default (self->standard);

  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->n_stages, policy->n_stages);
  for (int i = 0; i < ARREARS_N_STAGES; i++)
    arrears_policy_stage_row_set_stage (
        self->stages[i], i < policy->n_stages ? &policy->stages[i] : &standard.stages[i]);
  self->is_filling = FALSE;
  check_policy (self);
}

static void
reset_policy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPoliciesDialog *self = ARREARS_POLICIES_DIALOG (widget);
  const ArrearsPolicy standard = arrears_policy_get_default (self->standard);

  show_stages (self, &standard);
}

static void
open_policy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPoliciesDialog *self = ARREARS_POLICIES_DIALOG (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  ArrearsPolicyEntry *entry = find_policy (self, name);
  ArrearsPolicy policy;

  if (entry != NULL || *name == '\0' || !arrears_grade_parse (name, &self->standard, NULL))
    self->standard = ARREARS_GRADE_B;
  policy = entry != NULL ? entry->policy : arrears_policy_get_default (self->standard);
  adw_window_title_set_title (self->editor_title, entry != NULL ? name : _("New Policy"));
  self->is_filling = TRUE;
  gtk_editable_set_text (self->name, entry != NULL ? name : "");
  self->is_filling = FALSE;
  show_stages (self, &policy);
  adw_leaflet_set_visible_child (self->leaflet, self->editor_page);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
save_policy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPoliciesDialog *self = ARREARS_POLICIES_DIALOG (widget);
  Request *request = g_new0 (Request, 1);
  int fault;

  request->name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  if (read_policy (self, &request->policy, &fault, NULL))
    start_request (self, request);
  else
    free_request (request);
}

static void
go_back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPoliciesDialog *self = ARREARS_POLICIES_DIALOG (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
}

/* "3.days" is a field of the third stage. */
static gboolean
enter_into_stage (ArrearsPoliciesDialog *self, const char *name, const char *text)
{
  guint64 number = g_ascii_strtoull (name, NULL, 10);
  const char *point = strchr (name, '.');

  return point != NULL && number >= 1 && number <= ARREARS_N_STAGES
         && arrears_policy_stage_row_enter (self->stages[number - 1], point + 1, text);
}

static void
enter (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPoliciesDialog *self = ARREARS_POLICIES_DIALOG (widget);
  const char *name;
  const char *text;

  g_variant_get (parameter, "(&s&s)", &name, &text);
  if (g_str_equal (name, "name"))
    gtk_editable_set_text (self->name, text);
  else if (g_str_equal (name, "n-stages"))
    gtk_spin_button_set_value (self->n_stages, g_ascii_strtod (text, NULL));
  else if (!arrears_policy_preview_enter (self->preview, name, text)
           && !enter_into_stage (self, name, text))
    g_warning ("policy.enter: there is no field '%s' that could hold '%s'", name, text);
}

static void
arrears_policies_dialog_dispose (GObject *object)
{
  ArrearsPoliciesDialog *self = ARREARS_POLICIES_DIALOG (object);

  self->is_filling = TRUE;
  g_clear_object (&self->desk);
  g_clear_pointer (&self->policies, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ARREARS_TYPE_POLICIES_DIALOG);

  G_OBJECT_CLASS (arrears_policies_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/arrears/Arrears/ui/settings/arrears-policies-dialog.ui");
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, leaflet);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, list_page);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, editor_page);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, toasts);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, grades_group);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, policies_group);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, whose);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, which);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, editor_title);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, name);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, n_stages);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, stages_group);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, hint);
  gtk_widget_class_bind_template_child (klass, ArrearsPoliciesDialog, preview);
  gtk_widget_class_bind_template_callback (klass, on_policy_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_customer_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, on_invoice_clicked_cb);
}

static void
arrears_policies_dialog_class_init (ArrearsPoliciesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_policies_dialog_dispose;

  g_type_ensure (ARREARS_TYPE_POLICY_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "policy.open", "s", open_policy);
  gtk_widget_class_install_action (widget_class, "policy.enter", "(ss)", enter);
  gtk_widget_class_install_action (widget_class, "policy.reset", NULL, reset_policy);
  gtk_widget_class_install_action (widget_class, "policy.save", NULL, save_policy);
  gtk_widget_class_install_action (widget_class, "policy.assign", "(sss)", assign_policy);
  gtk_widget_class_install_action (widget_class, "policy.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "policy.back",
                                       NULL);
}

static void
add_grades (ArrearsPoliciesDialog *self)
{
  for (int i = 0; i < N_GRADES; i++)
    {
      GtkWidget *row = adw_combo_row_new ();

      self->of_grades[i] = ADW_COMBO_ROW (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     arrears_words_get_for_grade (grades[i]));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_grade_selected_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->grades_group, row);
    }
}

static void
add_stages (ArrearsPoliciesDialog *self)
{
  for (int i = 0; i < ARREARS_N_STAGES; i++)
    {
      GtkWidget *row = arrears_policy_stage_row_new (i + 1);

      self->stages[i] = ARREARS_POLICY_STAGE_ROW (row);
      g_signal_connect_object (row, "changed", G_CALLBACK (on_policy_changed_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->stages_group, row);
    }
}

static void
arrears_policies_dialog_init (ArrearsPoliciesDialog *self)
{
  self->is_filling = TRUE;
  self->rows = g_ptr_array_new ();
  self->policies = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_grades (self);
  add_stages (self);
  self->is_filling = FALSE;
}

GtkWidget *
arrears_policies_dialog_new (ArrearsDesk *desk)
{
  ArrearsPoliciesDialog *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  self = g_object_new (ARREARS_TYPE_POLICIES_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  arrears_policy_preview_set_desk (self->preview, desk);
  show_policies (self);
  return GTK_WIDGET (self);
}

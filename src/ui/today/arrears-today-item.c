/* arrears-today-item.c: an account on the list of the day, with its reasons in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-today-item.h"

#include "arrears-words-policy.h"
#include "arrears-words-today.h"

#include <glib/gi18n-lib.h>

struct _ArrearsTodayItem
{
  GObject parent_instance;

  ArrearsAccount *account;
  GStrv reasons;
  char *next_step;
  guint kinds; /* 1 << ArrearsTodayKind, each */
};

G_DEFINE_FINAL_TYPE (ArrearsTodayItem, arrears_today_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_REASONS,
  PROP_NEXT_STEP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
arrears_today_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ArrearsTodayItem *self = ARREARS_TODAY_ITEM (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_REASONS:
      /* Translators: stands between the reasons for which an account is listed. */
      g_value_take_string (value, g_strjoinv (_("; "), self->reasons));
      break;
    case PROP_NEXT_STEP:
      g_value_set_string (value, self->next_step);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_today_item_finalize (GObject *object)
{
  ArrearsTodayItem *self = ARREARS_TODAY_ITEM (object);

  g_clear_object (&self->account);
  g_strfreev (self->reasons);
  g_free (self->next_step);

  G_OBJECT_CLASS (arrears_today_item_parent_class)->finalize (object);
}

static void
arrears_today_item_class_init (ArrearsTodayItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = arrears_today_item_get_property;
  object_class->finalize = arrears_today_item_finalize;

  properties[PROP_ACCOUNT]
      = g_param_spec_object ("account", NULL, NULL, ARREARS_TYPE_ACCOUNT, flags);
  properties[PROP_REASONS] = g_param_spec_string ("reasons", NULL, NULL, "", flags);
  properties[PROP_NEXT_STEP] = g_param_spec_string ("next-step", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
arrears_today_item_init (ArrearsTodayItem *self)
{
}

static char *
describe_next_step (const ArrearsTodayRow *row)
{
  const ArrearsTodayReason *first = &g_array_index (row->reasons, ArrearsTodayReason, 0);

  if (first->kind == ARREARS_TODAY_CROSSING)
    return arrears_words_describe_actions (row->standing.actions);
  if (first->kind == ARREARS_TODAY_FOLLOW_UP)
    return g_strdup (first->note != NULL ? first->note : "");
  return g_strdup (arrears_words_get_for_next_step (first->kind));
}

ArrearsTodayItem *
arrears_today_item_new (const ArrearsTodayRow *row, ArrearsAccount *account)
{
  ArrearsTodayItem *self;

  g_return_val_if_fail (row != NULL && row->reasons->len > 0, NULL);
  g_return_val_if_fail (ARREARS_IS_ACCOUNT (account), NULL);

  self = g_object_new (ARREARS_TYPE_TODAY_ITEM, NULL);
  self->account = g_object_ref (account);
  self->next_step = describe_next_step (row);
  self->reasons = g_new0 (char *, row->reasons->len + 1);
  for (guint i = 0; i < row->reasons->len; i++)
    {
      const ArrearsTodayReason *reason = &g_array_index (row->reasons, ArrearsTodayReason, i);

      self->kinds |= 1u << reason->kind;
      self->reasons[i]
          = arrears_words_describe_today (reason, account->stage, account->passed_stages);
    }
  return self;
}

GPtrArray *
arrears_today_item_list (ArrearsDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) rows = arrears_today_list (desk, NULL, 0, error);
  g_autoptr (GPtrArray) accounts
      = rows != NULL ? arrears_today_load_accounts (desk, rows, error) : NULL;
  GPtrArray *items;

  if (accounts == NULL)
    return NULL;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < accounts->len; i++)
    if (g_ptr_array_index (accounts, i) != NULL)
      g_ptr_array_add (items, arrears_today_item_new (g_ptr_array_index (rows, i),
                                                      g_ptr_array_index (accounts, i)));
  return items;
}

ArrearsAccount *
arrears_today_item_get_account (ArrearsTodayItem *self)
{
  g_return_val_if_fail (ARREARS_IS_TODAY_ITEM (self), NULL);

  return self->account;
}

char *
arrears_today_item_make_lines (ArrearsTodayItem *self)
{
  GString *lines = g_string_new (NULL);

  g_return_val_if_fail (ARREARS_IS_TODAY_ITEM (self), NULL);

  for (gsize i = 0; self->reasons[i] != NULL; i++)
    g_string_append_printf (lines, "%s· %s", i > 0 ? "\n" : "", self->reasons[i]);
  return g_string_free (lines, FALSE);
}

gboolean
arrears_today_item_has_kind (ArrearsTodayItem *self, ArrearsTodayKind kind)
{
  g_return_val_if_fail (ARREARS_IS_TODAY_ITEM (self), FALSE);

  return (self->kinds & 1u << kind) != 0;
}

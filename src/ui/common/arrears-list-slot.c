/* arrears-list-slot.c: a place in a list, which shows one record now and another later
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-list-slot.h"

struct _ArrearsListSlot
{
  GObject parent_instance;

  ArrearsRecord *record;
};

G_DEFINE_FINAL_TYPE (ArrearsListSlot, arrears_list_slot, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
arrears_list_slot_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ArrearsListSlot *self = ARREARS_LIST_SLOT (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_list_slot_finalize (GObject *object)
{
  g_clear_object (&ARREARS_LIST_SLOT (object)->record);

  G_OBJECT_CLASS (arrears_list_slot_parent_class)->finalize (object);
}

static void
arrears_list_slot_class_init (ArrearsListSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = arrears_list_slot_get_property;
  object_class->finalize = arrears_list_slot_finalize;

  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, ARREARS_TYPE_RECORD,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
arrears_list_slot_init (ArrearsListSlot *self)
{
}

ArrearsListSlot *
arrears_list_slot_new (ArrearsRecord *record)
{
  ArrearsListSlot *self = g_object_new (ARREARS_TYPE_LIST_SLOT, NULL);

  self->record = g_object_ref (record);
  return self;
}

ArrearsRecord *
arrears_list_slot_get_record (ArrearsListSlot *self)
{
  g_return_val_if_fail (ARREARS_IS_LIST_SLOT (self), NULL);

  return self->record;
}

void
arrears_list_slot_set_record (ArrearsListSlot *self, ArrearsRecord *record)
{
  g_return_if_fail (ARREARS_IS_LIST_SLOT (self));
  g_return_if_fail (ARREARS_IS_RECORD (record));

  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

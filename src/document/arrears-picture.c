/* arrears-picture.c: the picture of a seal, as ink and no ink
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-picture.h"

#include "arrears-bitmap.h"
#include "arrears-error.h"

#include <string.h>

struct _ArrearsPicture
{
  guint width;
  guint height;
  GBytes *mask;
};

enum
{
  OPAQUE = 255,
  MAX_SIDE_KEPT = 1600, /* 970 dots an inch at 42 mm, more than print shows */
  MIN_SIDE = 800,       /* below it the steps of the edge would be seen */
  LEAST_OPACITY = 128,
  LEAST_DARKNESS = 96, /* of 255: a faint stamp counts, the grey of paper does not */
};

/* How much ink there is at each pixel, 0 to 255. */
typedef struct
{
  guint width;
  guint height;
  guint8 *values;
  guint8 least; /* from here on it is ink */
} InkMap;

static void
clear_ink_map (InkMap *map)
{
  g_clear_pointer (&map->values, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkMap, clear_ink_map)

static gboolean
has_transparent_parts (const ArrearsBitmap *bitmap)
{
  for (gsize i = 0; i < (gsize) bitmap->width * bitmap->height; i++)
    if (bitmap->pixels[i * 4 + 3] < OPAQUE)
      return TRUE;
  return FALSE;
}

static guint8
get_darkness (const guint8 *pixel)
{
  return (guint8) (OPAQUE - MIN (pixel[0], MIN (pixel[1], pixel[2])));
}

/* Every `factor` by `factor` pixels become one. */
static InkMap
map_ink (const ArrearsBitmap *bitmap, guint factor)
{
  gboolean by_opacity = has_transparent_parts (bitmap);
  InkMap map = { .width = MAX (bitmap->width / factor, 1),
                 .height = MAX (bitmap->height / factor, 1),
                 .least = by_opacity ? LEAST_OPACITY : LEAST_DARKNESS };
  guint block_width = MIN (factor, bitmap->width);
  guint block_height = MIN (factor, bitmap->height);

  map.values = g_new0 (guint8, (gsize) map.width * map.height);
  for (guint y = 0; y < map.height; y++)
    for (guint x = 0; x < map.width; x++)
      {
        guint sum = 0;

        for (guint v = 0; v < block_height; v++)
          for (guint u = 0; u < block_width; u++)
            {
              gsize at = (gsize) (y * factor + v) * bitmap->width + x * factor + u;
              const guint8 *pixel = bitmap->pixels + at * 4;

              sum += by_opacity ? pixel[3] : get_darkness (pixel);
            }
        map.values[(gsize) y * map.width + x] = (guint8) (sum / (block_width * block_height));
      }
  return map;
}

/* Between which two pixels of the map one of the mask lies, and how far towards the second. */
typedef struct
{
  guint first;
  guint second;
  guint weight; /* of the second, of TAP_UNIT */
} Tap;

enum
{
  TAP_UNIT = 256,
};

/* `scale` pixels of the mask make one of the `length` of the map. */
static Tap *
make_taps (guint length, guint scale)
{
  Tap *taps = g_new (Tap, (gsize) length * scale);

  for (guint i = 0; i < length * scale; i++)
    {
      int place = (int) ((2 * i + 1) * TAP_UNIT / (2 * scale)) - TAP_UNIT / 2;
      guint at = (guint) MAX (place, 0);

      taps[i].first = at / TAP_UNIT;
      taps[i].second = MIN (taps[i].first + 1, length - 1);
      taps[i].weight = at % TAP_UNIT;
    }
  return taps;
}

/* Bilinear. */
static guint
sample (const InkMap *map, const Tap *across, const Tap *down)
{
  const guint8 *upper = map->values + (gsize) down->first * map->width;
  const guint8 *lower = map->values + (gsize) down->second * map->width;
  guint above
      = upper[across->first] * (TAP_UNIT - across->weight) + upper[across->second] * across->weight;
  guint below
      = lower[across->first] * (TAP_UNIT - across->weight) + lower[across->second] * across->weight;

  return (above * (TAP_UNIT - down->weight) + below * down->weight) / (TAP_UNIT * TAP_UNIT);
}

static ArrearsPicture *
cut_mask (const InkMap *map, guint scale, GError **error)
{
  ArrearsPicture *self;
  guint width = map->width * scale, height = map->height * scale;
  gsize stride = (width + 7) / 8;
  g_autofree guint8 *bits = g_malloc (stride * height);
  g_autofree Tap *across = make_taps (map->width, scale);
  g_autofree Tap *down = make_taps (map->height, scale);
  gboolean has_ink = FALSE;

  memset (bits, 0xff, stride * height);
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      if (sample (map, &across[x], &down[y]) >= map->least)
        {
          bits[y * stride + x / 8] &= (guint8) ~(0x80 >> (x % 8));
          has_ink = TRUE;
        }

  if (!has_ink)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "the picture of the seal is blank");
      return NULL;
    }
  self = g_atomic_rc_box_new0 (ArrearsPicture);
  self->width = width;
  self->height = height;
  self->mask = g_bytes_new_take (g_steal_pointer (&bits), stride * height);
  return self;
}

ArrearsPicture *
arrears_picture_new_seal (GBytes *file, GError **error)
{
  g_auto (ArrearsBitmap) bitmap = { 0 };
  g_auto (InkMap) map = { 0 };
  guint side;

  if (!arrears_bitmap_decode (file, &bitmap, error))
    return NULL;

  side = MAX (bitmap.width, bitmap.height);
  map = map_ink (&bitmap, (side + MAX_SIDE_KEPT - 1) / MAX_SIDE_KEPT);
  side = MAX (map.width, map.height);
  return cut_mask (&map, side < MIN_SIDE ? (MIN_SIDE + side - 1) / side : 1, error);
}

ArrearsPicture *
arrears_picture_ref (ArrearsPicture *picture)
{
  return g_atomic_rc_box_acquire (picture);
}

static void
clear_picture (gpointer data)
{
  g_bytes_unref (((ArrearsPicture *) data)->mask);
}

void
arrears_picture_unref (ArrearsPicture *picture)
{
  g_atomic_rc_box_release_full (picture, clear_picture);
}

guint
arrears_picture_get_width (const ArrearsPicture *picture)
{
  return picture->width;
}

guint
arrears_picture_get_height (const ArrearsPicture *picture)
{
  return picture->height;
}

GBytes *
arrears_picture_get_mask (const ArrearsPicture *picture)
{
  return picture->mask;
}

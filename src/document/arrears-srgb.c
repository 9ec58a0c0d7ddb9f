/* arrears-srgb.c: the colour space of our PDF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-srgb.h"

#include <math.h>
#include <string.h>

enum
{
  HEADER_LENGTH = 128,
  TAG_ENTRY_LENGTH = 12,
  N_CURVE_POINTS = 256,
};

/* Tristimulus values under D50, the white of profiles. */
typedef struct
{
  double x, y, z;
} Colour;

static const Colour d50 = { 0.9642, 1.0, 0.8249 };
static const Colour red = { 0.43607, 0.22249, 0.01392 };
static const Colour green = { 0.38515, 0.71687, 0.09708 };
static const Colour blue = { 0.14307, 0.06061, 0.71410 };

static void
append_number (GByteArray *bytes, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
append_short (GByteArray *bytes, guint16 value)
{
  guint16 big = GUINT16_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
append_name (GByteArray *bytes, const char *four)
{
  g_byte_array_append (bytes, (const guint8 *) four, 4);
}

static void
append_zeros (GByteArray *bytes, guint n)
{
  guint old_length = bytes->len;

  g_byte_array_set_size (bytes, old_length + n);
  memset (bytes->data + old_length, 0, n);
}

static void
append_colour (GByteArray *bytes, Colour colour)
{
  append_number (bytes, (guint32) lround (colour.x * 65536));
  append_number (bytes, (guint32) lround (colour.y * 65536));
  append_number (bytes, (guint32) lround (colour.z * 65536));
}

static GByteArray *
new_element (const char *type)
{
  GByteArray *element = g_byte_array_new ();

  append_name (element, type);
  append_zeros (element, 4);
  return element;
}

static GByteArray *
make_xyz (Colour colour)
{
  GByteArray *element = new_element ("XYZ ");

  append_colour (element, colour);
  return element;
}

static GByteArray *
make_text (const char *text)
{
  GByteArray *element = new_element ("text");

  g_byte_array_append (element, (const guint8 *) text, (guint) strlen (text) + 1);
  return element;
}

/* In ASCII; the Unicode and Macintosh forms that follow it stay empty. */
static GByteArray *
make_description (const char *text)
{
  GByteArray *element = new_element ("desc");

  append_number (element, (guint32) strlen (text) + 1);
  g_byte_array_append (element, (const guint8 *) text, (guint) strlen (text) + 1);
  append_zeros (element, 4 + 4 + 2 + 1 + 67);
  return element;
}

static double
make_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static GByteArray *
make_curve (void)
{
  GByteArray *element = new_element ("curv");

  append_number (element, N_CURVE_POINTS);
  for (int i = 0; i < N_CURVE_POINTS; i++)
    append_short (element, (guint16) lround (make_linear (i / (N_CURVE_POINTS - 1.0)) * 65535));
  return element;
}

static void
append_header (GByteArray *profile, guint32 length)
{
  append_number (profile, length);
  append_zeros (profile, 4);
  append_number (profile, 0x02100000); /* version 2.1 */
  append_name (profile, "mntr");
  append_name (profile, "RGB ");
  append_name (profile, "XYZ ");
  append_short (profile, 2021); /* any fixed day */
  append_short (profile, 1);
  append_short (profile, 1);
  append_zeros (profile, 6);
  append_name (profile, "acsp");
  append_zeros (profile, 28);
  append_colour (profile, d50);
  append_zeros (profile, HEADER_LENGTH - profile->len);
}

GBytes *
arrears_srgb_new_profile (void)
{
  /* The three curves are one element. */
  static const char names[][5]
      = { "desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
  g_autoptr (GPtrArray) elements
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  g_autoptr (GByteArray) profile = g_byte_array_new ();
  g_autoptr (GByteArray) body = g_byte_array_new ();
  guint body_at = HEADER_LENGTH + 4 + G_N_ELEMENTS (names) * TAG_ENTRY_LENGTH;
  g_autoptr (GByteArray) table = g_byte_array_new ();
  guint at = 0, length = 0;

  g_ptr_array_add (elements, make_description ("sRGB IEC61966-2.1"));
  g_ptr_array_add (elements, make_text ("No copyright, use freely"));
  g_ptr_array_add (elements, make_xyz (d50));
  g_ptr_array_add (elements, make_xyz (red));
  g_ptr_array_add (elements, make_xyz (green));
  g_ptr_array_add (elements, make_xyz (blue));
  g_ptr_array_add (elements, make_curve ());

  append_number (table, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (i < elements->len)
        {
          GByteArray *element = g_ptr_array_index (elements, i);

          at = body_at + body->len;
          length = element->len;
          g_byte_array_append (body, element->data, element->len);
          append_zeros (body, (4 - body->len % 4) % 4);
        }
      append_name (table, names[i]);
      append_number (table, at);
      append_number (table, length);
    }

  append_header (profile, body_at + body->len);
  g_byte_array_append (profile, table->data, table->len);
  g_byte_array_append (profile, body->data, body->len);
  return g_byte_array_free_to_bytes (g_steal_pointer (&profile));
}

/* test-picture.c: the picture of a seal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-picture.h"

#include "arrears-bitmap.h"
#include "arrears-error.h"
#include "sample-demand.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>
#include <zlib.h>

enum
{
  SIDE = 40,
};

/* A filled square in the middle of a picture, as rows of 8- or 16-bit samples. */
static GByteArray *
draw_samples (int color_type, int depth)
{
  GByteArray *samples = g_byte_array_new ();
  gboolean has_alpha = color_type & PNG_COLOR_MASK_ALPHA;
  int n_channels = ((color_type & PNG_COLOR_MASK_COLOR) ? 3 : 1) + (has_alpha ? 1 : 0);

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      {
        gboolean is_ink = x >= 10 && x < 30 && y >= 10 && y < 30;

        for (int i = 0; i < n_channels * depth / 8; i++)
          {
            int channel = i * 8 / depth;
            gboolean is_alpha = has_alpha && channel == n_channels - 1;
            guint8 ink = n_channels >= 3 && channel == 0 ? 0xd0 : 0x10;
            guint8 value = is_alpha ? (is_ink ? 0xff : 0) : (is_ink ? ink : 0xff);

            g_byte_array_append (samples, &value, 1);
          }
      }
  return samples;
}

static void
on_png_written_cb (png_structp png, png_bytep data, size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static GByteArray *
encode_png (int color_type, int depth, int interlace)
{
  GByteArray *file = g_byte_array_new ();
  g_autoptr (GByteArray) samples = draw_samples (color_type, depth);
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  png_bytep rows[SIDE];

  for (int i = 0; i < SIDE; i++)
    rows[i] = samples->data + (gsize) i * samples->len / SIDE;
  png_set_write_fn (png, file, on_png_written_cb, NULL);
  png_set_IHDR (png, info, SIDE, SIDE, depth, color_type, interlace, PNG_COMPRESSION_TYPE_DEFAULT,
                PNG_FILTER_TYPE_DEFAULT);
  png_set_rows (png, info, rows);
  png_write_png (png, info, PNG_TRANSFORM_IDENTITY, NULL);
  png_destroy_write_struct (&png, &info);
  return file;
}

static GByteArray *
encode_jpeg (void)
{
  g_autoptr (GByteArray) samples = draw_samples (PNG_COLOR_TYPE_RGB, 8);
  struct jpeg_compress_struct compressor = { 0 };
  struct jpeg_error_mgr errors;
  unsigned char *data = NULL;
  unsigned long length = 0;
  GByteArray *file = g_byte_array_new ();

  compressor.err = jpeg_std_error (&errors);
  jpeg_create_compress (&compressor);
  jpeg_mem_dest (&compressor, &data, &length);
  compressor.image_width = compressor.image_height = SIDE;
  compressor.input_components = 3;
  compressor.in_color_space = JCS_RGB;
  jpeg_set_defaults (&compressor);
  jpeg_start_compress (&compressor, TRUE);
  while (compressor.next_scanline < SIDE)
    {
      JSAMPROW row = samples->data + (gsize) compressor.next_scanline * SIDE * 3;

      jpeg_write_scanlines (&compressor, &row, 1);
    }
  jpeg_finish_compress (&compressor);
  jpeg_destroy_compress (&compressor);
  g_byte_array_append (file, data, (guint) length);
  free (data);
  return file;
}

static ArrearsPicture *
read_seal (const GByteArray *file, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file->data, length);

  return arrears_picture_new_seal (bytes, error);
}

/* The square covers a quarter of the picture. */
static void
assert_square (const GByteArray *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPicture) picture = read_seal (file, file->len, &error);
  gsize n_ink = 0, length;
  const guint8 *bits;

  g_assert_no_error (error);
  bits = g_bytes_get_data (arrears_picture_get_mask (picture), &length);
  for (gsize i = 0; i < length * 8; i++)
    n_ink += !(bits[i / 8] & 0x80 >> i % 8);
  g_assert_cmpfloat_with_epsilon (
      (double) n_ink / (arrears_picture_get_width (picture) * arrears_picture_get_height (picture)),
      0.25, 0.02);
}

static void
assert_refused (const GByteArray *file, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_seal (file, length, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT);
}

static void
test_kinds (void)
{
  static const int types[] = { PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA, PNG_COLOR_TYPE_GRAY,
                               PNG_COLOR_TYPE_GRAY_ALPHA };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    for (int depth = 8; depth <= 16; depth *= 2)
      for (int interlace = 0; interlace < 2; interlace++)
        {
          g_autoptr (GByteArray) file
              = encode_png (types[i], depth, interlace ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE);

          g_test_message ("type %d, depth %d, interlaced %d", types[i], depth, interlace);
          assert_square (file);
        }
}

static void
test_jpeg (void)
{
  g_autoptr (GByteArray) file = encode_jpeg ();

  assert_square (file);
}

static void
test_truncated (void)
{
  g_autoptr (GByteArray) png = encode_png (PNG_COLOR_TYPE_RGB_ALPHA, 8, PNG_INTERLACE_ADAM7);
  g_autoptr (GByteArray) jpeg = encode_jpeg ();

  for (gsize length = 0; length < png->len - 16; length++)
    assert_refused (png, length);
  for (gsize length = 0; length < jpeg->len - 2; length++)
    assert_refused (jpeg, length);
}

static void
test_bad_checksum (void)
{
  g_autoptr (GByteArray) file = encode_png (PNG_COLOR_TYPE_RGB_ALPHA, 8, PNG_INTERLACE_NONE);
  guint at = 0;

  while (memcmp (file->data + at, "IDAT", 4) != 0)
    at++;
  file->data[at + 10] ^= 0x55;
  assert_refused (file, file->len);
}

/* Every single byte of the head turned over: refused or read, but never the end of the program. */
static void
test_bent (void)
{
  g_autoptr (GByteArray) file = encode_png (PNG_COLOR_TYPE_RGB_ALPHA, 8, PNG_INTERLACE_ADAM7);

  for (guint i = 0; i < MIN (file->len, 80); i++)
    {
      g_autoptr (ArrearsPicture) picture = NULL;

      file->data[i] ^= 0xff;
      picture = read_seal (file, file->len, NULL);
      file->data[i] ^= 0xff;
    }
}

static void
test_large (void)
{
  g_autoptr (GByteArray) file = encode_png (PNG_COLOR_TYPE_RGB_ALPHA, 8, PNG_INTERLACE_NONE);
  png_uint_32 crc;

  /* IHDR: 60,000 pixels wide, with the checksum that this takes. */
  file->data[18] = 0xea;
  file->data[19] = 0x60;
  crc = GUINT32_TO_BE ((guint32) crc32 (0, file->data + 12, 17));
  memcpy (file->data + 29, &crc, sizeof crc);
  assert_refused (file, file->len);
}

static void
test_other (void)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();

  g_byte_array_append (file, (const guint8 *) "GIF89a", 6);
  assert_refused (file, file->len);
}

static void
test_blank (void)
{
  guint8 pixels[4 * 4 * 4] = { 0 };
  png_image image
      = { .version = PNG_IMAGE_VERSION, .width = 4, .height = 4, .format = PNG_FORMAT_RGBA };
  guint8 buffer[1000];
  png_alloc_size_t length = sizeof buffer;
  g_autoptr (GByteArray) file = g_byte_array_new ();

  g_assert_true (png_image_write_to_memory (&image, buffer, &length, 0, pixels, 0, NULL));
  g_byte_array_append (file, buffer, (guint) length);
  assert_refused (file, file->len);
}

static void
test_smooth (void)
{
  g_autoptr (GBytes) file = sample_demand_new_seal ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPicture) picture = arrears_picture_new_seal (file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (arrears_picture_get_width (picture), >=, 800);
  g_assert_cmpuint (arrears_picture_get_width (picture), ==, arrears_picture_get_height (picture));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/every-kind-of-png-is-read", test_kinds);
  g_test_add_func ("/picture/a-jpeg-is-read", test_jpeg);
  g_test_add_func ("/picture/a-cut-off-file-is-refused", test_truncated);
  g_test_add_func ("/picture/a-bad-checksum-is-refused", test_bad_checksum);
  g_test_add_func ("/picture/no-bent-byte-ends-the-program", test_bent);
  g_test_add_func ("/picture/a-vast-one-is-refused", test_large);
  g_test_add_func ("/picture/another-kind-of-file-is-refused", test_other);
  g_test_add_func ("/picture/a-blank-one-is-refused", test_blank);
  g_test_add_func ("/picture/a-small-one-is-enlarged", test_smooth);
  return g_test_run ();
}

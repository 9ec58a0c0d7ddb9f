/* arrears-bitmap.c: a PNG or JPEG file as pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-bitmap.h"

#include "arrears-error.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

static const guint8 png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
static const guint8 jpeg_signature[] = { 0xff, 0xd8, 0xff };

static gboolean
begins_with (GBytes *file, const guint8 *signature, gsize length)
{
  gsize size;
  const void *data = g_bytes_get_data (file, &size);

  return size >= length && memcmp (data, signature, length) == 0;
}

static gboolean
allocate (ArrearsBitmap *bitmap, guint width, guint height, GError **error)
{
  if (width == 0 || height == 0 || width > ARREARS_BITMAP_MAX_SIDE
      || height > ARREARS_BITMAP_MAX_SIDE)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
                   "picture of %u x %u pixels; expected 1 to %d a side", width, height,
                   ARREARS_BITMAP_MAX_SIDE);
      return FALSE;
    }

  bitmap->width = width;
  bitmap->height = height;
  bitmap->pixels = g_try_malloc ((gsize) width * height * 4);
  if (bitmap->pixels != NULL)
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT,
               "no memory for a picture of %u x %u pixels", width, height);
  return FALSE;
}

/* The simplified interface of libpng reports what the other one answers with a long jump. */
static gboolean
decode_png (GBytes *file, ArrearsBitmap *bitmap, GError **error)
{
  png_image image = { .version = PNG_IMAGE_VERSION };
  gsize size;
  gconstpointer data = g_bytes_get_data (file, &size);
  gboolean is_done;

  if (png_image_begin_read_from_memory (&image, data, size))
    {
      image.format = PNG_FORMAT_RGBA;
      if (!allocate (bitmap, image.width, image.height, error))
        {
          png_image_free (&image);
          return FALSE;
        }
    }
  is_done = !PNG_IMAGE_FAILED (image)
            && png_image_finish_read (&image, NULL, bitmap->pixels, 0, NULL) != 0
            && !PNG_IMAGE_FAILED (image);
  if (!is_done)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "damaged PNG: %s", image.message);
  png_image_free (&image);
  return is_done;
}

typedef struct
{
  struct jpeg_error_mgr manager;
  jmp_buf failed;
  char message[JMSG_LENGTH_MAX];
} JpegErrors;

static void
on_jpeg_failed_cb (j_common_ptr info)
{
  JpegErrors *errors = (JpegErrors *) info->err;

  info->err->format_message (info, errors->message);
  longjmp (errors->failed, 1);
}

/* A cut-off file is only a warning to libjpeg, which fills up with grey. */
static void
on_jpeg_warned_cb (j_common_ptr info, int level)
{
  if (level < 0)
    on_jpeg_failed_cb (info);
}

static void
copy_jpeg_row (const guint8 *row, guint8 *pixels, guint width)
{
  for (guint x = 0; x < width; x++)
    {
      memcpy (pixels + (gsize) x * 4, row + (gsize) x * 3, 3);
      pixels[(gsize) x * 4 + 3] = 0xff;
    }
}

/* libjpeg jumps back to here on damage: nothing in this function or below it owns memory that
 * libjpeg or the caller does not free.
 */
static gboolean
run_jpeg (struct jpeg_decompress_struct *info, JpegErrors *errors, GBytes *file,
          ArrearsBitmap *bitmap, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  JSAMPARRAY row;

  if (setjmp (errors->failed) != 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "damaged JPEG: %s", errors->message);
      return FALSE;
    }

  jpeg_create_decompress (info);
  jpeg_mem_src (info, data, size);
  jpeg_read_header (info, TRUE);
  info->out_color_space = JCS_RGB;
  if (!allocate (bitmap, info->image_width, info->image_height, error))
    return FALSE;

  jpeg_start_decompress (info);
  row = info->mem->alloc_sarray ((j_common_ptr) info, JPOOL_IMAGE, info->output_width * 3, 1);
  while (info->output_scanline < info->output_height)
    {
      guint8 *pixels = bitmap->pixels + (gsize) info->output_scanline * bitmap->width * 4;

      jpeg_read_scanlines (info, row, 1);
      copy_jpeg_row (row[0], pixels, bitmap->width);
    }
  jpeg_finish_decompress (info);
  return TRUE;
}

static gboolean
decode_jpeg (GBytes *file, ArrearsBitmap *bitmap, GError **error)
{
  struct jpeg_decompress_struct info = { 0 };
  JpegErrors errors = { 0 };
  gboolean is_done;

  info.err = jpeg_std_error (&errors.manager);
  errors.manager.error_exit = on_jpeg_failed_cb;
  errors.manager.emit_message = on_jpeg_warned_cb;
  is_done = run_jpeg (&info, &errors, file, bitmap, error);
  jpeg_destroy_decompress (&info);
  return is_done;
}

gboolean
arrears_bitmap_decode (GBytes *file, ArrearsBitmap *bitmap, GError **error)
{
  if (begins_with (file, png_signature, sizeof png_signature))
    return decode_png (file, bitmap, error);
  if (begins_with (file, jpeg_signature, sizeof jpeg_signature))
    return decode_jpeg (file, bitmap, error);

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "picture is neither PNG nor JPEG");
  return FALSE;
}

void
arrears_bitmap_clear (ArrearsBitmap *bitmap)
{
  g_clear_pointer (&bitmap->pixels, g_free);
}

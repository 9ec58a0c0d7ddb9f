/* arrears-font-set.c: the faces that paper is set in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-font-set.h"

#include "arrears-error.h"

#include <gio/gio.h>

typedef enum
{
  FACE_SERIF,
  FACE_SANS_BOLD,
  FACE_SANS,
  FACE_SYMBOLS,
  N_FACES,
} FaceIndex;

struct _ArrearsFontSet
{
  ArrearsFace *faces[N_FACES];
};

/* Index 0 of a Noto collection is Japanese, with other forms of 直 骨 述: the face is named. */
static const struct
{
  const char *file;
  const char *postscript_name;
} wanted[N_FACES] = {
  [FACE_SERIF] = { "NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc-Regular" },
  [FACE_SANS_BOLD] = { "NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold" },
  [FACE_SANS] = { "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular" },
  [FACE_SYMBOLS] = { "DejaVuSans.ttf", "DejaVuSans" },
};

/* Where a typeface looks, in this order. */
static const FaceIndex chains[][N_FACES] = {
  [ARREARS_TYPEFACE_BODY] = { FACE_SERIF, FACE_SANS, FACE_SYMBOLS, FACE_SANS_BOLD },
  [ARREARS_TYPEFACE_HEADING] = { FACE_SANS_BOLD, FACE_SANS, FACE_SERIF, FACE_SYMBOLS },
};

/* Font folders are shallow everywhere; the bound keeps a looping link from being followed. */
#define MAX_FOLDER_DEPTH 6

static char *
find_file (const char *folder, const char *file, int depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *here = g_build_filename (folder, file, NULL);
  const char *name;

  if (dir == NULL || depth > MAX_FOLDER_DEPTH)
    return NULL;
  if (g_file_test (here, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&here);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *found = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = find_file (path, file, depth + 1);
      if (found != NULL)
        return g_steal_pointer (&found);
    }
  return NULL;
}

static ArrearsFace *
find_face (const char *const *folders, FaceIndex index, GError **error)
{
  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = find_file (folders[i], wanted[index].file, 0);

      if (path != NULL)
        return arrears_face_open (path, wanted[index].postscript_name, error);
    }

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT,
               "font %s (%s) is not installed in any font folder", wanted[index].postscript_name,
               wanted[index].file);
  return NULL;
}

ArrearsFontSet *
arrears_font_set_new_from_folders (const char *const *folders, GError **error)
{
  g_autoptr (ArrearsFontSet) self = g_new0 (ArrearsFontSet, 1);

  for (FaceIndex i = 0; i < N_FACES; i++)
    {
      self->faces[i] = find_face (folders, i, error);
      if (self->faces[i] == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

ArrearsFontSet *
arrears_font_set_new (GError **error)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  const char *const *data = g_get_system_data_dirs ();

  g_ptr_array_add (folders, g_build_filename (g_get_user_data_dir (), "fonts", NULL));
  g_ptr_array_add (folders, g_strdup ("/app/share/fonts"));
  for (gsize i = 0; data[i] != NULL; i++)
    g_ptr_array_add (folders, g_build_filename (data[i], "fonts", NULL));
  g_ptr_array_add (folders, g_strdup ("/usr/local/share/fonts"));
  g_ptr_array_add (folders, g_strdup ("/usr/share/fonts"));
  g_ptr_array_add (folders, g_strdup ("/run/host/fonts"));
  g_ptr_array_add (folders, NULL);
  return arrears_font_set_new_from_folders ((const char *const *) folders->pdata, error);
}

void
arrears_font_set_free (ArrearsFontSet *set)
{
  for (FaceIndex i = 0; i < N_FACES; i++)
    g_clear_pointer (&set->faces[i], arrears_face_free);
  g_free (set);
}

guint
arrears_font_set_get_n_faces (const ArrearsFontSet *set)
{
  return N_FACES;
}

const ArrearsFace *
arrears_font_set_get_face (const ArrearsFontSet *set, guint index)
{
  g_return_val_if_fail (index < N_FACES, NULL);

  return set->faces[index];
}

gboolean
arrears_font_set_lookup (const ArrearsFontSet *set, ArrearsTypeface typeface, gunichar character,
                         ArrearsGlyph *glyph, guint *face, GError **error)
{
  char utf8[7] = { 0 };

  for (gsize i = 0; i < N_FACES; i++)
    {
      *face = chains[typeface][i];
      if (arrears_face_lookup (set->faces[*face], character, glyph))
        return TRUE;
    }

  g_unichar_to_utf8 (character, utf8);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_GLYPH, "no font has the character %s (U+%04X)",
               g_unichar_isprint (character) ? utf8 : "?", character);
  return FALSE;
}

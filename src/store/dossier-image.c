/* dossier-image.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-image.h"

static void
append_number (GByteArray *image,
               guint64     bits)
{
  bits = GUINT64_TO_BE (bits);
  g_byte_array_append (image, (const guint8 *) &bits, sizeof bits);
}

static void
append_bytes (GByteArray   *image,
              gconstpointer data,
              guint32       size)
{
  guint32 length = GUINT32_TO_BE (size);

  g_byte_array_append (image, (const guint8 *) &length, sizeof length);
  if (size > 0)
    g_byte_array_append (image, data, size);
}

/**
 * dossier_image_encode:
 *
 * Returns: (transfer full): the values as one blob
 */
GByteArray *
dossier_image_encode (sqlite3_value **values,
                      int             n_values)
{
  GByteArray *image = g_byte_array_new ();

  for (int i = 0; i < n_values; i++)
    {
      guint8 type = sqlite3_value_type (values[i]);
      double real;
      guint64 bits;

      g_byte_array_append (image, &type, 1);
      switch (type)
        {
        case SQLITE_INTEGER:
          append_number (image, sqlite3_value_int64 (values[i]));
          break;

        case SQLITE_FLOAT:
          real = sqlite3_value_double (values[i]);
          memcpy (&bits, &real, sizeof bits);
          append_number (image, bits);
          break;

        case SQLITE_TEXT:
          append_bytes (image, sqlite3_value_text (values[i]), sqlite3_value_bytes (values[i]));
          break;

        case SQLITE_BLOB:
          append_bytes (image, sqlite3_value_blob (values[i]), sqlite3_value_bytes (values[i]));
          break;

        default:
          break;
        }
    }

  return image;
}

static gboolean
take (const guint8 **at,
      const guint8  *end,
      gpointer       out,
      gsize          size)
{
  if ((gsize) (end - *at) < size)
    return FALSE;
  memcpy (out, *at, size);
  *at += size;
  return TRUE;
}

static gboolean
bind_bytes (const guint8     **at,
            const guint8      *end,
            DossierStatement  *stmt,
            int                index,
            int                type)
{
  guint32 length;

  if (!take (at, end, &length, sizeof length))
    return FALSE;
  length = GUINT32_FROM_BE (length);
  if ((gsize) (end - *at) < length)
    return FALSE;

  if (type == SQLITE_TEXT)
    sqlite3_bind_text64 (stmt, index, (const char *) *at, length, SQLITE_STATIC, SQLITE_UTF8);
  else if (length == 0)
    sqlite3_bind_zeroblob (stmt, index, 0);
  else
    sqlite3_bind_blob64 (stmt, index, *at, length, SQLITE_STATIC);
  *at += length;
  return TRUE;
}

static gboolean
bind_number (const guint8     **at,
             const guint8      *end,
             DossierStatement  *stmt,
             int                index,
             int                type)
{
  guint64 bits;
  double real;

  if (!take (at, end, &bits, sizeof bits))
    return FALSE;
  bits = GUINT64_FROM_BE (bits);
  memcpy (&real, &bits, sizeof real);
  if (type == SQLITE_INTEGER)
    sqlite3_bind_int64 (stmt, index, bits);
  else
    sqlite3_bind_double (stmt, index, real);
  return TRUE;
}

/**
 * dossier_image_bind:
 * @image: borrowed until @stmt is reset
 * @n_columns: at most so many, from parameter 1
 *
 * Returns: how many values @image held: fewer than @n_columns where the table
 * has grown since, 0 where it is damaged
 */
guint
dossier_image_bind (const guint8     *image,
                    gsize             size,
                    DossierStatement *stmt,
                    guint             n_columns)
{
  const guint8 *end = image + size;
  guint n = 0;

  while (image < end && n < n_columns)
    {
      int type = *image++;
      gboolean good;

      if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
        good = bind_number (&image, end, stmt, n + 1, type);
      else if (type == SQLITE_TEXT || type == SQLITE_BLOB)
        good = bind_bytes (&image, end, stmt, n + 1, type);
      else
        good = type == SQLITE_NULL && sqlite3_bind_null (stmt, n + 1) == SQLITE_OK;
      if (!good)
        return 0;
      n++;
    }

  return n;
}

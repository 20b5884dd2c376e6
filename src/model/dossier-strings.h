/* dossier-strings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* Small helps with strings and string arrays, where NULL and empty are the same. */

/* g_set_str() of GLib 2.76. */
static inline gboolean
dossier_set_str (char       **target,
                 const char  *value)
{
  char *copy;

  if (g_strcmp0 (*target, value) == 0)
    return FALSE;

  copy = g_strdup (value);
  g_free (*target);
  *target = copy;

  return TRUE;
}

static inline guint
dossier_strv_length (char **strv)
{
  return strv != NULL ? g_strv_length (strv) : 0;
}

static inline gboolean
dossier_strv_contains (char       **strv,
                       const char  *value)
{
  return strv != NULL && g_strv_contains ((const char * const *) strv, value);
}

/* A new array with @value at its end. */
static inline char **
dossier_strv_with (char       **strv,
                   const char  *value)
{
  guint length = dossier_strv_length (strv);
  char **grown = g_new0 (char *, length + 2);

  for (guint i = 0; i < length; i++)
    grown[i] = g_strdup (strv[i]);
  grown[length] = g_strdup (value);

  return grown;
}

/* A new array without @value. */
static inline char **
dossier_strv_without (char       **strv,
                      const char  *value)
{
  guint length = dossier_strv_length (strv);
  char **rest = g_new0 (char *, length + 1);
  guint n = 0;

  for (guint i = 0; i < length; i++)
    if (strcmp (strv[i], value) != 0)
      rest[n++] = g_strdup (strv[i]);

  return rest;
}

/* @text without outer white space, or NULL where nothing is left. */
static inline char *
dossier_trimmed (const char *text)
{
  char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (trimmed != NULL && *trimmed == '\0')
    g_clear_pointer (&trimmed, g_free);

  return trimmed;
}

G_END_DECLS

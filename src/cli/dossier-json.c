/* dossier-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "dossier-json.h"

/* Bytes. */
#define PIECE (256 * 1024)

/**
 * dossier_json_init:
 * @out: gets the text; kept by the caller
 */
void
dossier_json_init (DossierJson *self,
                   GString     *out)
{
  self->out = out;
  self->file = NULL;
  self->comma = FALSE;
}

/**
 * dossier_json_stream:
 *
 * From now on a long value is handed on to @file piece by piece; the rest of it
 * stays in the string. What was written cannot be taken back.
 */
void
dossier_json_stream (DossierJson *self,
                     FILE        *file)
{
  self->file = file;
}

static inline void
hand_on (DossierJson *self)
{
  if (G_LIKELY (self->out->len < PIECE) || self->file == NULL)
    return;

  fwrite (self->out->str, 1, self->out->len, self->file);
  g_string_truncate (self->out, 0);
}

static inline void
divide (DossierJson *self)
{
  hand_on (self);
  if (self->comma)
    g_string_append_c (self->out, ',');
  self->comma = TRUE;
}

static void
begin (DossierJson *self,
       char         bracket)
{
  divide (self);
  g_string_append_c (self->out, bracket);
  self->comma = FALSE;
}

static void
end (DossierJson *self,
     char         bracket)
{
  g_string_append_c (self->out, bracket);
  self->comma = TRUE;
}

/**
 * dossier_json_begin_object:
 *
 * Opens an object; what is written next stands in it.
 */
void
dossier_json_begin_object (DossierJson *self)
{
  begin (self, '{');
}

/**
 * dossier_json_end_object:
 *
 * Closes the object opened last.
 */
void
dossier_json_end_object (DossierJson *self)
{
  end (self, '}');
}

/**
 * dossier_json_begin_array:
 *
 * Opens an array; what is written next stands in it.
 */
void
dossier_json_begin_array (DossierJson *self)
{
  begin (self, '[');
}

/**
 * dossier_json_end_array:
 *
 * Closes the array opened last.
 */
void
dossier_json_end_array (DossierJson *self)
{
  end (self, ']');
}

/**
 * dossier_json_member:
 * @name: letters only; the value comes next
 */
void
dossier_json_member (DossierJson *self,
                     const char  *name)
{
  divide (self);
  g_string_append_c (self->out, '"');
  g_string_append (self->out, name);
  g_string_append_len (self->out, "\":", 2);
  self->comma = FALSE;
}

static void
append_escape (GString *out,
               guchar   c)
{
  switch (c)
    {
    case '"':
      g_string_append_len (out, "\\\"", 2);
      break;
    case '\\':
      g_string_append_len (out, "\\\\", 2);
      break;
    case '\n':
      g_string_append_len (out, "\\n", 2);
      break;
    case '\r':
      g_string_append_len (out, "\\r", 2);
      break;
    case '\t':
      g_string_append_len (out, "\\t", 2);
      break;
    default:
      g_string_append_printf (out, "\\u%04x", c);
      break;
    }
}

/**
 * dossier_json_text:
 * @utf8: valid UTF-8
 *
 * Writes a string value of known length.
 */
void
dossier_json_text (DossierJson *self,
                   const char  *utf8,
                   gsize        n_bytes)
{
  gsize start = 0;

  divide (self);
  g_string_append_c (self->out, '"');
  for (gsize i = 0; i < n_bytes; i++)
    {
      guchar c = utf8[i];

      if (G_LIKELY (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F))
        continue;
      g_string_append_len (self->out, utf8 + start, i - start);
      append_escape (self->out, c);
      start = i + 1;
      hand_on (self);
    }
  g_string_append_len (self->out, utf8 + start, n_bytes - start);
  g_string_append_c (self->out, '"');
}

/**
 * dossier_json_string:
 * @value: (nullable): a NUL-ended string; %NULL writes null
 */
void
dossier_json_string (DossierJson *self,
                     const char  *value)
{
  if (value != NULL)
    dossier_json_text (self, value, strlen (value));
  else
    dossier_json_raw (self, "null");
}

/**
 * dossier_json_int:
 * @value: a whole number
 *
 * Writes a number, all its digits.
 */
void
dossier_json_int (DossierJson *self,
                  gint64       value)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64)value : (guint64)value;

  do
    *--at = '0' + rest % 10;
  while ((rest /= 10) > 0);
  if (value < 0)
    *--at = '-';
  divide (self);
  g_string_append_len (self->out, at, digits + sizeof digits - at);
}

/**
 * dossier_json_double:
 * @value: written with four decimals, which is what our shares and scores mean;
 *   what is no number becomes null
 */
void
dossier_json_double (DossierJson *self,
                     double       value)
{
  gint64 scaled;

  if (!isfinite (value) || fabs (value) > 1e12)
    {
      dossier_json_raw (self, "null");
      return;
    }

  scaled = llround (fabs (value) * 10000);
  divide (self);
  if (value < 0 && scaled > 0)
    g_string_append_c (self->out, '-');
  self->comma = FALSE;
  dossier_json_int (self, scaled / 10000);
  if (scaled % 10000 != 0)
    {
      char decimals[8];
      gsize length;

      g_snprintf (decimals, sizeof decimals, ".%04d", (int)(scaled % 10000));
      for (length = 5; decimals[length - 1] == '0';)
        length--;
      g_string_append_len (self->out, decimals, length);
    }
}

/**
 * dossier_json_raw:
 * @json: a value that is JSON already
 */
void
dossier_json_raw (DossierJson *self,
                  const char  *json)
{
  divide (self);
  g_string_append (self->out, json);
}

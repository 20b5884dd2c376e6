/* dossier-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "dossier-json.h"

/* Bytes. */
#define PIECE (256 * 1024)

/* Levels whose brackets are written as they come; what stands deeper is a tree of json-glib for one element. */
#define FRAME_DEPTH 2

/**
 * dossier_json_init:
 * @out: gets the text; kept by the caller
 *
 * Free what it holds with dossier_json_clear().
 */
void
dossier_json_init (DossierJson *self,
                   GString     *out)
{
  *self = (DossierJson){ .out = out };
  self->builder = json_builder_new_immutable ();
  self->generator = json_generator_new ();
}

/**
 * dossier_json_clear:
 *
 * Also after a value that was not ended; then what was written is no JSON.
 */
void
dossier_json_clear (DossierJson *self)
{
  g_clear_object (&self->builder);
  g_clear_object (&self->generator);
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

static void
hand_on (DossierJson *self)
{
  if (G_LIKELY (self->out->len < PIECE) || self->file == NULL)
    return;

  fwrite (self->out->str, 1, self->out->len, self->file);
  g_string_truncate (self->out, 0);
}

static void
divide (DossierJson *self)
{
  hand_on (self);
  if (self->comma)
    g_string_append_c (self->out, ',');
  self->comma = TRUE;
}

/* One value of the frame, as json-glib writes it. Takes @node. */
static void
write_node (DossierJson *self,
            JsonNode    *node)
{
  divide (self);
  json_generator_set_root (self->generator, node);
  json_generator_to_gstring (self->generator, self->out);
  json_node_unref (node);
}

/* A value, wherever it stands. Takes @node. */
static void
add_node (DossierJson *self,
          JsonNode    *node)
{
  if (self->level > 0)
    json_builder_add_value (self->builder, node);
  else
    write_node (self, node);
}

static gboolean
begin_frame (DossierJson *self,
             char         bracket)
{
  if (self->level > 0 || self->depth == FRAME_DEPTH)
    {
      self->level++;
      return FALSE;
    }

  divide (self);
  g_string_append_c (self->out, bracket);
  self->comma = FALSE;
  self->depth++;

  return TRUE;
}

/* TRUE where the bracket was one of the frame's. The end of an element writes its tree. */
static gboolean
end_frame (DossierJson *self,
           char         bracket)
{
  if (self->level > 0)
    {
      self->level--;
      return FALSE;
    }

  g_string_append_c (self->out, bracket);
  self->comma = TRUE;
  self->depth--;

  return TRUE;
}

static void
finish_element (DossierJson *self)
{
  if (self->level > 0)
    return;

  write_node (self, json_builder_get_root (self->builder));
  json_builder_reset (self->builder);
}

/**
 * dossier_json_begin_object:
 *
 * Opens an object; what is written next stands in it.
 */
void
dossier_json_begin_object (DossierJson *self)
{
  if (!begin_frame (self, '{'))
    json_builder_begin_object (self->builder);
}

/**
 * dossier_json_end_object:
 *
 * Closes the object opened last.
 */
void
dossier_json_end_object (DossierJson *self)
{
  if (end_frame (self, '}'))
    return;

  json_builder_end_object (self->builder);
  finish_element (self);
}

/**
 * dossier_json_begin_array:
 *
 * Opens an array; what is written next stands in it.
 */
void
dossier_json_begin_array (DossierJson *self)
{
  if (!begin_frame (self, '['))
    json_builder_begin_array (self->builder);
}

/**
 * dossier_json_end_array:
 *
 * Closes the array opened last.
 */
void
dossier_json_end_array (DossierJson *self)
{
  if (end_frame (self, ']'))
    return;

  json_builder_end_array (self->builder);
  finish_element (self);
}

/**
 * dossier_json_member:
 * @name: the value comes next
 */
void
dossier_json_member (DossierJson *self,
                     const char  *name)
{
  if (self->level > 0)
    {
      json_builder_set_member_name (self->builder, name);
      return;
    }

  write_node (self, json_node_init_string (json_node_alloc (), name));
  g_string_append_c (self->out, ':');
  self->comma = FALSE;
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
  g_autofree char *text = g_strndup (utf8, n_bytes);

  add_node (self, json_node_init_string (json_node_alloc (), text));
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
    add_node (self, json_node_init_string (json_node_alloc (), value));
  else
    add_node (self, json_node_init_null (json_node_alloc ()));
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
  add_node (self, json_node_init_int (json_node_alloc (), value));
}

/**
 * dossier_json_double:
 * @value: rounded to four decimals, which is what our shares and scores mean;
 *   what is no number becomes null
 */
void
dossier_json_double (DossierJson *self,
                     double       value)
{
  if (isfinite (value))
    add_node (self, json_node_init_double (json_node_alloc (), round (value * 10000) / 10000));
  else
    add_node (self, json_node_init_null (json_node_alloc ()));
}

/**
 * dossier_json_raw:
 * @json: a value that is JSON already
 */
void
dossier_json_raw (DossierJson *self,
                  const char  *json)
{
  JsonNode *node = json_from_string (json, NULL);

  add_node (self, node != NULL ? node : json_node_init_null (json_node_alloc ()));
}

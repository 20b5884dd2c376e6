/* dossier-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-text.h"

/* A checkpoint every 64 bytes: 6 % of the text's size, and a conversion
 * counts at most 64 bytes. */
#define STEP_SHIFT 6
#define STEP       (1u << STEP_SHIFT)

struct _DossierText
{
  gatomicrefcount ref_count;
  GBytes         *bytes;
  const char     *utf8;
  guint32         n_bytes;
  guint32         n_chars;
  guint32        *checkpoints; /* code points before byte i * STEP; NULL for ASCII */
};

static guint32
count_chars (const char *utf8,
             guint32     n_bytes)
{
  guint32 n = 0;

  /* A code point starts at every byte that is no continuation byte. */
  for (guint32 i = 0; i < n_bytes; i++)
    n += (signed char)utf8[i] > (signed char)0xBF;

  return n;
}

static void
build_checkpoints (DossierText *self)
{
  guint32 n_steps = self->n_bytes / STEP + 1;
  guint32 count = 0;

  self->checkpoints = g_new (guint32, n_steps);
  for (guint32 i = 0; i < n_steps; i++)
    {
      guint32 start = i * STEP;

      self->checkpoints[i] = count;
      count += count_chars (self->utf8 + start, MIN (STEP, self->n_bytes - start));
    }

  self->n_chars = count;
  if (self->n_chars == self->n_bytes)
    g_clear_pointer (&self->checkpoints, g_free);
}

/**
 * dossier_text_new_bytes:
 * @utf8: the text
 *
 * A text over @utf8, of which it holds a reference. Bytes that are no UTF-8 are
 * replaced by U+FFFD, one for each, so that nothing after them has to guess.
 * At most 4 GiB less one byte.
 */
DossierText *
dossier_text_new_bytes (GBytes *utf8)
{
  DossierText *self;
  const char *data;
  gsize size;

  g_return_val_if_fail (utf8 != NULL, NULL);
  g_return_val_if_fail (g_bytes_get_size (utf8) < G_MAXUINT32, NULL);

  self = g_new0 (DossierText, 1);
  g_atomic_ref_count_init (&self->ref_count);

  data = g_bytes_get_data (utf8, &size);
  if (size == 0 || g_utf8_validate_len (data, size, NULL))
    {
      self->bytes = g_bytes_ref (utf8);
    }
  else
    {
      char *valid = g_utf8_make_valid (data, size);

      self->bytes = g_bytes_new_take (valid, strlen (valid));
      data = g_bytes_get_data (self->bytes, &size);
    }

  self->utf8 = size > 0 ? data : "";
  self->n_bytes = (guint32)size;
  build_checkpoints (self);

  return self;
}

/**
 * dossier_text_new:
 * @utf8: the text
 * @n_bytes: its length, -1 when it ends with a NUL
 *
 * A text with its own copy of @utf8.
 */
DossierText *
dossier_text_new (const char *utf8,
                  gssize      n_bytes)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (utf8 != NULL || n_bytes == 0, NULL);

  bytes = g_bytes_new (utf8, n_bytes < 0 ? strlen (utf8) : (gsize)n_bytes);
  return dossier_text_new_bytes (bytes);
}

DossierText *
dossier_text_ref (DossierText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dossier_text_unref (DossierText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->bytes);
  g_free (self->checkpoints);
  g_free (self);
}

/**
 * dossier_text_utf8:
 * @n_bytes: (out) (optional): length in bytes
 *
 * The bytes of the text; not ended by a NUL where it was made from bytes.
 */
const char *
dossier_text_utf8 (DossierText *self,
                   gsize       *n_bytes)
{
  if (n_bytes != NULL)
    *n_bytes = self->n_bytes;

  return self->utf8;
}

guint32
dossier_text_n_bytes (DossierText *self)
{
  return self->n_bytes;
}

guint32
dossier_text_n_chars (DossierText *self)
{
  return self->n_chars;
}

/**
 * dossier_text_offset:
 * @byte: a byte offset, cut at the end of the text
 *
 * The code points that start before @byte. Constant time.
 */
guint32
dossier_text_offset (DossierText *self,
                     guint32      byte)
{
  guint32 step;

  byte = MIN (byte, self->n_bytes);
  if (self->checkpoints == NULL)
    return byte;

  step = byte >> STEP_SHIFT;
  return self->checkpoints[step] + count_chars (self->utf8 + step * STEP, byte - step * STEP);
}

/* The last checkpoint that lies at or before the code point @offset. Characters
 * are spread evenly through most texts, so the search begins where the offset
 * would be then, and widens from there. */
static guint32
find_step (DossierText *self,
           guint32      offset)
{
  guint32 n_steps = self->n_bytes / STEP + 1;
  guint32 low = (guint32)((guint64)offset * self->n_bytes / self->n_chars) >> STEP_SHIFT;
  guint32 high, width = 1;

  low = MIN (low, n_steps - 1);
  high = low + 1;
  while (low > 0 && self->checkpoints[low] > offset)
    {
      high = low;
      low = low > width ? low - width : 0;
      width *= 2;
    }
  while (high < n_steps && self->checkpoints[high] <= offset)
    {
      low = high;
      high = high + width < n_steps ? high + width : n_steps;
      width *= 2;
    }

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->checkpoints[middle] <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * dossier_text_byte:
 * @offset: a code point offset, cut at the end of the text
 *
 * The byte at which code point @offset starts. At worst logarithmic in the length.
 */
guint32
dossier_text_byte (DossierText *self,
                   guint32      offset)
{
  guint32 step, byte, at;

  if (self->checkpoints == NULL)
    return MIN (offset, self->n_bytes);
  if (offset >= self->n_chars)
    return self->n_bytes;

  step = find_step (self, offset);
  byte = step * STEP;
  /* A checkpoint may fall inside a code point that started before it. */
  while (byte < self->n_bytes && (self->utf8[byte] & 0xC0) == 0x80)
    byte++;
  for (at = self->checkpoints[step]; at < offset; at++)
    byte += g_utf8_skip[(guchar)self->utf8[byte]];

  return byte;
}

DossierSpan
dossier_text_span (DossierText *self,
                   DossierBytes bytes)
{
  return (DossierSpan) { dossier_text_offset (self, bytes.start),
                         dossier_text_offset (self, bytes.end) };
}

DossierBytes
dossier_text_bytes (DossierText *self,
                    DossierSpan  span)
{
  return (DossierBytes) { dossier_text_byte (self, span.start),
                          dossier_text_byte (self, span.end) };
}

/**
 * dossier_text_substring:
 * @span: code points, cut at the end of the text
 *
 * Returns: (transfer full): the words of @span
 */
char *
dossier_text_substring (DossierText *self,
                        DossierSpan  span)
{
  DossierBytes bytes = dossier_text_bytes (self, span);

  if (bytes.end <= bytes.start)
    return g_strdup ("");

  return g_strndup (self->utf8 + bytes.start, bytes.end - bytes.start);
}

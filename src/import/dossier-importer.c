/* dossier-importer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-importer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dossier-encoding.h"
#include "dossier-html.h"
#include "dossier-importer.h"
#include "dossier-sniff.h"

/* Places in a text are 32-bit numbers, and UTF-8 may take three bytes for one of the file. */
#define LARGEST_LIMIT ((gsize) 1 << 30)

#define READ_CHUNK (256 * 1024)

#define FILE_ATTRIBUTES                                                                                   \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," \
  G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_ACCESS_CAN_READ "," G_FILE_ATTRIBUTE_ACCESS_CAN_EXECUTE

G_DEFINE_QUARK (dossier-import-error-quark, dossier_import_error)

static gsize
effective_limit (gsize limit)
{
  return limit == 0 ? DOSSIER_IMPORT_LIMIT : MIN (limit, LARGEST_LIMIT);
}

static void
set_too_large (GError     **error,
               const char  *name,
               gsize        limit)
{
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_TOO_LARGE,
               _("“%s” is larger than the limit of %s. Raise the limit in the preferences, or split the file."),
               name, size);
}

static void
set_empty (GError     **error,
           const char  *name)
{
  g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_EMPTY,
               _("“%s” holds no text. Check that it was saved or downloaded completely."), name);
}

static gboolean
check_format (DossierFormat   format,
              const char     *name,
              GError        **error)
{
  const char *reason = NULL;

  switch (format)
    {
    case DOSSIER_FORMAT_TEXT:
    case DOSSIER_FORMAT_HTML:
      return TRUE;
    case DOSSIER_FORMAT_BINARY:
      g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_BINARY,
                   _("“%s” is not a text but a picture, program or other binary file. Add articles as plain text or as saved web pages."),
                   name);
      return FALSE;
    case DOSSIER_FORMAT_PDF:
      reason = _("“%s” is a PDF file, which cannot be read yet. Copy its text and paste it, or save it as plain text.");
      break;
    case DOSSIER_FORMAT_ZIP:
      reason = _("“%s” is an office document, e-book or archive, which cannot be read yet. Save it as plain text or as a web page, or unpack it.");
      break;
    case DOSSIER_FORMAT_OLD_OFFICE:
    case DOSSIER_FORMAT_RTF:
      reason = _("“%s” is an office document, which cannot be read yet. Save it as plain text or as a web page.");
      break;
    case DOSSIER_FORMAT_WEB_ARCHIVE:
      reason = _("“%s” is a web archive, which cannot be read yet. Save the page as “HTML only”.");
      break;
    default:
      g_assert_not_reached ();
    }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNSUPPORTED, reason, name);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;
    }
  return TRUE;
}

static void
keep_original (DossierDocument *document,
               GBytes          *bytes)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  document->original = g_bytes_ref (bytes);
  g_strlcpy (document->sha256, sum, sizeof document->sha256);
}

static gboolean
read_plain (DossierDocument  *document,
            const char       *decoded,
            gsize             n_bytes,
            const char       *name,
            GError          **error)
{
  gsize n_clean;
  char *clean = dossier_encoding_clean (decoded, n_bytes, &n_clean);
  g_autoptr (GBytes) bytes = g_bytes_new_take (clean, n_clean);

  if (is_blank (clean))
    {
      set_empty (error, name);
      return FALSE;
    }

  document->media_type = g_strdup ("text/plain");
  document->text = dossier_text_new_bytes (bytes);
  return TRUE;
}

static gboolean
read_html (DossierDocument  *document,
           const char       *decoded,
           gsize             n_bytes,
           const char       *name,
           GCancellable     *cancellable,
           GError          **error)
{
  GError *cause = NULL;

  document->media_type = g_strdup ("text/html");
  if (!dossier_html_read (document, decoded, n_bytes, cancellable, &cause))
    {
      if (!g_error_matches (cause, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_TOO_LARGE))
        g_propagate_error (error, cause);
      else
        {
          g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_TOO_LARGE,
                       _("“%s” is a page of more elements than can be read. Save it as plain text, or copy its text and paste it."),
                       name);
          g_error_free (cause);
        }
      return FALSE;
    }

  if (dossier_text_n_bytes (document->text) == 0)
    {
      g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_EMPTY,
                   _("“%s” shows no text without its scripts, which are not run. Open the page in a browser and save it again, or copy its text and paste it."),
                   name);
      return FALSE;
    }
  return TRUE;
}

/**
 * dossier_import_bytes:
 * @bytes: a file's content
 * @file_name: (nullable): its display name, for the document and for error messages
 * @limit: the most bytes taken, 0 for %DOSSIER_IMPORT_LIMIT
 * @cancellable: (nullable): stops the work
 * @error: why it was refused, a sentence for the person
 *
 * Makes a document of a plain text in any encoding or of a web page, told apart
 * by the content. Blocking; safe in any thread. Nothing in a page is run or loaded.
 *
 * Returns: (transfer full) (nullable): the document
 */
DossierDocument *
dossier_import_bytes (GBytes        *bytes,
                      const char    *file_name,
                      gsize          limit,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const char *name = file_name != NULL ? file_name : _("The pasted text");
  g_autoptr (DossierDocument) document = NULL;
  g_autofree char *declared = NULL;
  g_autofree char *decoded = NULL;
  DossierFormat format;
  gsize n_bytes, n_decoded;
  const char *encoding;
  const guint8 *data;
  gboolean read;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes == 0)
    {
      set_empty (error, name);
      return NULL;
    }
  if (n_bytes > effective_limit (limit))
    {
      set_too_large (error, name, effective_limit (limit));
      return NULL;
    }

  format = dossier_sniff (data, n_bytes, file_name);
  if (!check_format (format, name, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  document = dossier_document_new ();
  document->file_name = g_strdup (file_name);
  keep_original (document, bytes);

  if (format == DOSSIER_FORMAT_HTML)
    declared = dossier_sniff_charset (data, n_bytes);
  decoded = dossier_encoding_decode (data, n_bytes, declared, &encoding, &n_decoded);
  document->encoding = g_strdup (encoding);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (format == DOSSIER_FORMAT_HTML || dossier_sniff_html (decoded, n_decoded, file_name))
    read = read_html (document, decoded, n_decoded, name, cancellable, error);
  else
    read = read_plain (document, decoded, n_decoded, name, error);

  return read ? g_steal_pointer (&document) : NULL;
}

/**
 * dossier_import_text:
 * @text: what was pasted, UTF-8
 * @limit: the most bytes taken, 0 for %DOSSIER_IMPORT_LIMIT
 * @error: why it was refused
 *
 * Makes a document of pasted text, which is never read as a page.
 *
 * Returns: (transfer full) (nullable): the document
 */
DossierDocument *
dossier_import_text (const char  *text,
                     gsize        limit,
                     GError     **error)
{
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *valid = NULL;
  gsize n_bytes;

  g_return_val_if_fail (text != NULL, NULL);

  n_bytes = strlen (text);
  if (n_bytes > effective_limit (limit))
    {
      set_too_large (error, _("The pasted text"), effective_limit (limit));
      return NULL;
    }

  document = dossier_document_new ();
  bytes = g_bytes_new (text, n_bytes);
  keep_original (document, bytes);
  document->encoding = g_strdup ("UTF-8");
  valid = g_utf8_make_valid (text, n_bytes);

  if (!read_plain (document, valid, strlen (valid), _("The pasted text"), error))
    return NULL;
  return g_steal_pointer (&document);
}

/* Turns what GIO says into a sentence that names the file and what to do. A
 * cancellation passes as it is. */
static void
take_io_error (GError     **error,
               GError      *cause,
               const char  *name)
{
  const char *sentence;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    sentence = _("“%s” is no longer there. It may have been moved, renamed or deleted: add it from its new place.");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    sentence = _("“%s” may not be read: the permission is missing. Change its permissions, or copy it to a folder of your own.");
  else
    sentence = NULL;

  if (sentence == NULL)
    g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNREADABLE,
                 _("“%s” could not be read (%s). Check that its drive is connected, then try again."),
                 name, cause->message);
  else
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNREADABLE, sentence, name);
#pragma GCC diagnostic pop
    }
  g_error_free (cause);
}

/* Only a regular file is opened: reading a pipe or a device may never end. */
static gboolean
check_type (GFileInfo   *info,
            const char  *name,
            GError     **error)
{
  GFileType type = g_file_info_get_file_type (info);
  gboolean locked = !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_READ) ||
                    !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_EXECUTE);

  if (type == G_FILE_TYPE_REGULAR)
    return TRUE;

  /* In a folder that may be listed but not entered nothing is known of a file but its name. */
  if (type == G_FILE_TYPE_UNKNOWN && locked)
    g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNREADABLE,
                 _("“%s” may not be read: the permission is missing. Change its permissions, or copy it to a folder of your own."),
                 name);
  else if (type == G_FILE_TYPE_DIRECTORY && locked)
    g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNREADABLE,
                 _("The folder “%s” may not be read: the permission is missing. Change its permissions, then add it again."),
                 name);
  else if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNSUPPORTED,
                 _("“%s” is a folder, not a file. Add it as a folder to read the files in it."), name);
  else if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNREADABLE,
                 _("“%s” is a link to something that is not there. Add the file itself."), name);
  else
    g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNSUPPORTED,
                 _("“%s” is a device or a pipe, not a file. Save what it delivers in a file and add that."), name);
  return FALSE;
}

/* Reads at most one byte over @limit, so that a file that grows is noticed. */
static GBytes *
read_all (GFile         *file,
          gsize          size_hint,
          gsize          limit,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) array = NULL;
  gssize n = 1;

  if (stream == NULL)
    return NULL;

  array = g_byte_array_sized_new (MIN (size_hint, limit) + 1);
  while (n > 0 && array->len <= limit)
    {
      gsize had = array->len;

      g_byte_array_set_size (array, had + READ_CHUNK);
      n = g_input_stream_read (G_INPUT_STREAM (stream), array->data + had, READ_CHUNK, cancellable, error);
      g_byte_array_set_size (array, had + MAX (n, 0));
    }

  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/**
 * dossier_import_file:
 * @file: what to read
 * @limit: the most bytes taken, 0 for %DOSSIER_IMPORT_LIMIT
 * @cancellable: (nullable): stops the work
 * @error: why it was not read, a sentence for the person
 *
 * Reads one file into a document. Blocking; safe in any thread.
 *
 * Returns: (transfer full) (nullable): the document
 */
DossierDocument *
dossier_import_file (GFile         *file,
                     gsize          limit,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  DossierDocument *document;
  GError *cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  limit = effective_limit (limit);
  info = g_file_query_info (file, FILE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info == NULL)
    {
      g_autofree char *base = g_file_get_basename (file);

      name = g_filename_display_name (base != NULL ? base : "");
      take_io_error (error, cause, name);
      return NULL;
    }

  name = g_strdup (g_file_info_get_display_name (info));
  if (!check_type (info, name, error))
    return NULL;
  if (g_file_info_get_size (info) > (goffset) limit)
    {
      set_too_large (error, name, limit);
      return NULL;
    }

  bytes = read_all (file, g_file_info_get_size (info), limit, cancellable, &cause);
  if (bytes == NULL)
    {
      take_io_error (error, cause, name);
      return NULL;
    }

  document = dossier_import_bytes (bytes, name, limit, cancellable, error);
  if (document != NULL)
    document->file_time = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
  return document;
}

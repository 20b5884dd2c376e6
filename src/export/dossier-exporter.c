/* dossier-exporter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-exporter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dossier-export-writers.h"

static const struct
{
  const char *nick;
  const char *label;
  const char *suffix;
  const char *media;
  const char *losses;
  char       *(*write) (const DossierExportData *data);
} formats[DOSSIER_N_EXPORT_FORMATS] = {
  [DOSSIER_FORMAT_MARKDOWN] = {
    "markdown", N_("Markdown"), "md", "text/markdown",
    N_("The texts of the sources are left out but for the quotes. Links between claims are written as text. The words "
       "that led to a claim and colours of highlights are left out."),
    dossier_export_markdown,
  },
  [DOSSIER_FORMAT_HTML] = {
    "html", N_("Web page"), "html", "text/html",
    N_("The texts of the sources are left out but for the quotes. Pictures in notes become links. The words that led to "
       "a claim and colours of highlights are left out."),
    dossier_export_html,
  },
  [DOSSIER_FORMAT_CSV] = {
    "csv", N_("Table (CSV)"), "csv", "text/csv",
    N_("Only claims are written: notes on passages, on sources and on the dossier are left out. The notes of a claim "
       "share one cell. Links between claims are written as text. Cells that a spreadsheet would take for a formula "
       "begin with an apostrophe."),
    dossier_export_csv,
  },
};

/**
 * dossier_export_format_nick:
 * @format: a format
 *
 * Returns: its name for programs
 */
const char *
dossier_export_format_nick (DossierExportFormat format)
{
  g_return_val_if_fail ((guint) format < DOSSIER_N_EXPORT_FORMATS, NULL);

  return formats[format].nick;
}

/**
 * dossier_export_format_from_nick:
 * @nick: a name, or the suffix of a file
 * @out: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
dossier_export_format_from_nick (const char          *nick,
                                 DossierExportFormat *out)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < DOSSIER_N_EXPORT_FORMATS; i++)
    if (strcmp (formats[i].nick, nick) == 0 || strcmp (formats[i].suffix, nick) == 0)
      {
        *out = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * dossier_export_format_label:
 * @format: a format
 *
 * Returns: its name for people
 */
const char *
dossier_export_format_label (DossierExportFormat format)
{
  g_return_val_if_fail ((guint) format < DOSSIER_N_EXPORT_FORMATS, NULL);

  return _(formats[format].label);
}

/**
 * dossier_export_format_suffix:
 * @format: a format
 *
 * Returns: how the name of its files ends, without the point
 */
const char *
dossier_export_format_suffix (DossierExportFormat format)
{
  g_return_val_if_fail ((guint) format < DOSSIER_N_EXPORT_FORMATS, NULL);

  return formats[format].suffix;
}

/**
 * dossier_export_format_media:
 * @format: a format
 *
 * Returns: its media type
 */
const char *
dossier_export_format_media (DossierExportFormat format)
{
  g_return_val_if_fail ((guint) format < DOSSIER_N_EXPORT_FORMATS, NULL);

  return formats[format].media;
}

/**
 * dossier_export_format_losses:
 * @format: a format
 *
 * Returns: what it does not carry, in sentences
 */
const char *
dossier_export_format_losses (DossierExportFormat format)
{
  g_return_val_if_fail ((guint) format < DOSSIER_N_EXPORT_FORMATS, NULL);

  return _(formats[format].losses);
}

/**
 * dossier_export_to_bytes:
 * @data: what is exported
 * @format: how
 *
 * Returns: (transfer full): the file
 */
GBytes *
dossier_export_to_bytes (const DossierExportData *data,
                         DossierExportFormat      format)
{
  char *text;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail ((guint) format < DOSSIER_N_EXPORT_FORMATS, NULL);

  text = formats[format].write (data);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * dossier_export_write:
 * @bytes: the file
 * @path: where it goes; what is there is replaced
 * @error: a sentence for the person
 *
 * Writes a temporary file beside @path, waits until it is on the disk, and
 * renames it.
 *
 * Returns: whether the file is there; where it is not, @path is as it was
 */
gboolean
dossier_export_write (GBytes      *bytes,
                      const char  *path,
                      GError     **error)
{
  g_autoptr (GError) why = NULL;
  g_autofree char *name = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (path, data != NULL ? data : "", size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &why))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, why->domain, why->code, _("“%s” was not written: %s Choose another place."), name, why->message);

  return FALSE;
}

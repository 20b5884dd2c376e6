/* dossier-export-notes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A note's Markdown, made safe to stand inside another page: raw HTML becomes the text it is, headings go below those of
 * the page, links to scripts are dropped. Free with g_free(). */
char *dossier_export_note_to_markdown (const char *markdown,
                                       gboolean   *starts_with_words);
char *dossier_export_note_to_html     (const char *markdown);

G_END_DECLS

/* dossier-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-text.h"

G_BEGIN_DECLS

/** DossierLineFlags: how a line is written. */
typedef enum
{
  DOSSIER_LINE_TERMINAL    = 1 << 0, /* ends as a sentence does, closing quotation marks and brackets aside */
  DOSSIER_LINE_SENTENCES   = 1 << 1, /* a sentence ends inside it */
  DOSSIER_LINE_QUOTE       = 1 << 2, /* begins with a quotation mark */
  DOSSIER_LINE_NO_LETTERS  = 1 << 3,
  DOSSIER_LINE_ICON        = 1 << 4, /* one word with underscores: the name of an icon */
  DOSSIER_LINE_ALL_CAPITALS = 1 << 5,
  DOSSIER_LINE_COLON       = 1 << 6, /* ends with a colon */
  DOSSIER_LINE_ITEM        = 1 << 7, /* begins as an item of a list */
} DossierLineFlags;

/**
 * DossierLine:
 * @bytes: the line, white space at both ends left out; lines that were wrapped are one
 * @n_words: words; @n_capital, @n_small: those of four letters or more that begin with an upper and a lower case letter
 * @blank_before: empty lines before it
 * @hash: of its letters and digits, lower case: equal for lines that read the same
 * @copies: lines with the same hash, itself included; @first_copy: the first of them
 */
typedef struct
{
  DossierBytes bytes;
  guint32      n_words;
  guint32      n_capital;
  guint32      n_small;
  guint32      n_digits;
  guint32      blank_before;
  guint32      flags;
  guint32      copies;
  guint32      first_copy;
  guint64      hash;
} DossierLine;

GArray *dossier_lines_cut  (const char *utf8,
                            gsize       n_bytes);
gsize   dossier_lines_fold (const char *utf8,
                            gsize       n_bytes,
                            char       *out,
                            gsize       n_out);

G_END_DECLS

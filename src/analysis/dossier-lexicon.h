/* dossier-lexicon.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-vocabulary.h"

G_BEGIN_DECLS

/**
 * DossierLexicon:
 *
 * The tables of one language: `data/lexicon/LANGUAGE/NAME.tsv`, carried in the
 * program as resources. A table is UTF-8 text, one row a line, cells divided by
 * TAB, `#` at the start of a line is a comment; each file's head says what its
 * columns are. The words of a lexicon go into one vocabulary, so that a token is
 * looked up once for all stages.
 *
 * While a stage is made it reads its tables and interns its words; then the
 * vocabulary is frozen and everything is immutable.
 */
typedef struct _DossierLexicon DossierLexicon;

/** DossierTable: the rows of one file; cells are borrowed from it. */
typedef struct _DossierTable DossierTable;

DossierLexicon    *dossier_lexicon_new        (const char      *language,
                                               GError         **error);
DossierLexicon    *dossier_lexicon_ref        (DossierLexicon  *self);
void               dossier_lexicon_unref      (DossierLexicon  *self);
const char        *dossier_lexicon_language   (DossierLexicon  *self);
DossierVocabulary *dossier_lexicon_vocabulary (DossierLexicon  *self);
DossierTable      *dossier_lexicon_open       (DossierLexicon  *self,
                                               const char      *name);
DossierTable      *dossier_table_open         (const char      *resource_path);
void               dossier_table_free         (DossierTable    *self);
guint              dossier_table_n_rows       (DossierTable    *self);
const char        *dossier_table_cell         (DossierTable    *self,
                                               guint            row,
                                               guint            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierLexicon, dossier_lexicon_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTable, dossier_table_free)

G_END_DECLS

/* dossier-tagger-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-tagger.h"

G_BEGIN_DECLS

/* How likely a word that can be a verb is something else. */
typedef enum
{
  VERB_NONE,
  VERB_ONLY,
  VERB_OR_NOUN,
  NOUN_OR_VERB,
  VERB_OR_ADJECTIVE,
} VerbClass;

typedef struct
{
  guint32 classes;
  guint8  forms;
  guint8  verb;     /* VerbClass */
  guint8  function; /* number of a function word, 0 for others */
} WordInfo;

struct _DossierTagger
{
  DossierVocabulary *vocabulary;
  GArray            *infos;     /* WordInfo, by word */
  GArray            *functions; /* guint32: words, by number less one */
};

static inline const WordInfo *
info_of (const DossierTagger *self,
         guint32              word)
{
  static const WordInfo none = { 0 };

  return word < self->infos->len ? &g_array_index (self->infos, WordInfo, word) : &none;
}

G_END_DECLS

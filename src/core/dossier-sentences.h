/* dossier-sentences.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-tokens.h"

G_BEGIN_DECLS

/* The second half of the tokenizer; see dossier_tokens_new(). */
void dossier_sentences_cut (DossierText       *text,
                            DossierVocabulary *vocabulary,
                            DossierToken      *tokens,
                            guint32            first,
                            guint32            n_tokens,
                            guint32            range,
                            GArray            *sentences);

G_END_DECLS

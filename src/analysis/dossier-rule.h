/* dossier-rule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "dossier-kind.h"

G_BEGIN_DECLS

char *dossier_rule_describe         (const char  *rule,
                                     const char  *words);
char *dossier_rule_describe_kind    (const char  *rule,
                                     const char  *words,
                                     DossierKind  kind);
char *dossier_rule_describe_country (const char  *rule,
                                     const char  *words,
                                     const char  *country);
char *dossier_rule_describe_why     (const char  *why);

G_END_DECLS

/* dossier-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-words.h"

#include <glib/gi18n-lib.h>

/* The texts of a kind, by its value. */
static const struct
{
  const char *label;
  const char *plural;
  const char *description;
  const char *sign;
  const char *icon;
} kinds[DOSSIER_N_KINDS] = {
  [DOSSIER_KIND_DENIAL] = {
    N_("Denial"), N_("Denials"),
    N_("Rejects a charge or a report."),
    "×", "dossier-denial-symbolic",
  },
  [DOSSIER_KIND_FINDING] = {
    N_("Finding"), N_("Findings"),
    N_("The result of an inquiry: a study, an audit, a court, an agency; also that no evidence was found."),
    "✓", "dossier-finding-symbolic",
  },
  [DOSSIER_KIND_ALLEGATION] = {
    N_("Allegation"), N_("Allegations"),
    N_("Lays a wrong or a threat to somebody’s charge; not established."),
    "!", "dossier-allegation-symbolic",
  },
  [DOSSIER_KIND_ACTION] = {
    N_("Action"), N_("Actions"),
    N_("An act or a decision of a body: a ban, an audit, an arrest, a lawsuit, an agreement."),
    "→", "dossier-action-symbolic",
  },
  [DOSSIER_KIND_STATEMENT] = {
    N_("Statement"), N_("Statements"),
    N_("Anything else that is said by somebody who is named."),
    "“", "dossier-statement-symbolic",
  },
  [DOSSIER_KIND_FACT] = {
    N_("Fact"), N_("Facts"),
    N_("Something that can be checked, put forward by the reporter."),
    "·", "dossier-fact-symbolic",
  },
};

/**
 * dossier_kind_label:
 * @kind: a kind
 *
 * Returns: its name for people, "Allegation"
 */
const char *
dossier_kind_label (DossierKind kind)
{
  g_return_val_if_fail ((guint) kind < DOSSIER_N_KINDS, "");

  return _(kinds[kind].label);
}

/**
 * dossier_kind_plural:
 * @kind: a kind
 *
 * Returns: its name for several, "Allegations"
 */
const char *
dossier_kind_plural (DossierKind kind)
{
  g_return_val_if_fail ((guint) kind < DOSSIER_N_KINDS, "");

  return _(kinds[kind].plural);
}

/**
 * dossier_kind_description:
 * @kind: a kind
 *
 * Returns: one sentence that says what belongs to it
 */
const char *
dossier_kind_description (DossierKind kind)
{
  g_return_val_if_fail ((guint) kind < DOSSIER_N_KINDS, "");

  return _(kinds[kind].description);
}

/**
 * dossier_kind_sign:
 * @kind: a kind
 *
 * The sign that stands for a kind where colour alone must not: in the margin,
 * in a badge.
 *
 * Returns: one character, the same in all languages
 */
const char *
dossier_kind_sign (DossierKind kind)
{
  g_return_val_if_fail ((guint) kind < DOSSIER_N_KINDS, "");

  return kinds[kind].sign;
}

/**
 * dossier_kind_icon:
 * @kind: a kind
 *
 * Returns: the name of its symbolic icon
 */
const char *
dossier_kind_icon (DossierKind kind)
{
  g_return_val_if_fail ((guint) kind < DOSSIER_N_KINDS, "");

  return kinds[kind].icon;
}

/**
 * dossier_review_label:
 * @review: a state of review
 *
 * Returns: its name for people
 */
const char *
dossier_review_label (DossierReview review)
{
  static const char * const labels[DOSSIER_N_REVIEWS] = {
    N_("Not reviewed"), N_("Confirmed"), N_("Dismissed"),
  };

  g_return_val_if_fail ((guint) review < DOSSIER_N_REVIEWS, "");

  return _(labels[review]);
}

/**
 * dossier_verdict_label:
 * @verdict: a verdict
 *
 * Returns: its name for people
 */
const char *
dossier_verdict_label (DossierVerdict verdict)
{
  static const char * const labels[DOSSIER_N_VERDICTS] = {
    N_("Unchecked"), N_("Checking"), N_("Confirmed"), N_("Disputed"), N_("Unsupported"),
  };

  g_return_val_if_fail ((guint) verdict < DOSSIER_N_VERDICTS, "");

  return _(labels[verdict]);
}

/**
 * dossier_relation_label:
 * @relation: a relation
 * @incoming: whether it is seen from the claim that it points to
 *
 * Returns: "Answers" or "Answered by", and so on
 */
const char *
dossier_relation_label (DossierRelation relation,
                        gboolean        incoming)
{
  static const char * const labels[DOSSIER_N_RELATIONS][2] = {
    [DOSSIER_RELATION_ANSWERS] = { N_("Answers"), N_("Answered by") },
    [DOSSIER_RELATION_SUPPORTS] = { N_("Supports"), N_("Supported by") },
    [DOSSIER_RELATION_CONTRADICTS] = { N_("Contradicts"), N_("Contradicted by") },
    [DOSSIER_RELATION_REPEATS] = { N_("Repeats"), N_("Repeated by") },
  };

  g_return_val_if_fail ((guint) relation < DOSSIER_N_RELATIONS, "");

  return _(labels[relation][incoming ? 1 : 0]);
}

/**
 * dossier_date_basis_label:
 * @basis: which date
 *
 * Returns: "Happened", "Said" or "Published"
 */
const char *
dossier_date_basis_label (DossierDateBasis basis)
{
  static const char * const labels[DOSSIER_N_BASES] = {
    N_("Happened"), N_("Said"), N_("Published"),
  };

  g_return_val_if_fail ((guint) basis < DOSSIER_N_BASES, "");

  return _(labels[basis]);
}

/**
 * dossier_block_kind_label:
 * @kind: what a stretch of text is
 *
 * Returns: its name for people
 */
const char *
dossier_block_kind_label (DossierBlockKind kind)
{
  static const char * const labels[DOSSIER_N_BLOCK_KINDS] = {
    [DOSSIER_BLOCK_PARAGRAPH] = N_("Paragraph"),
    [DOSSIER_BLOCK_TITLE] = N_("Title"),
    [DOSSIER_BLOCK_HEADING] = N_("Heading"),
    [DOSSIER_BLOCK_BYLINE] = N_("Byline"),
    [DOSSIER_BLOCK_DATELINE] = N_("Date line"),
    [DOSSIER_BLOCK_OUTLET] = N_("Outlet"),
    [DOSSIER_BLOCK_CAPTION] = N_("Caption"),
    [DOSSIER_BLOCK_BOILERPLATE] = N_("Not part of the article"),
  };

  g_return_val_if_fail ((guint) kind < DOSSIER_N_BLOCK_KINDS, "");

  return _(labels[kind]);
}

/* A key of the analysis and what it means to a person. */
typedef struct
{
  const char *key;
  const char *label;
} Phrase;

static const char *
phrase_lookup (const Phrase *phrases,
               guint         n_phrases,
               const char   *key)
{
  for (guint i = 0; i < n_phrases; i++)
    if (g_str_has_prefix (key, phrases[i].key))
      return _(phrases[i].label);

  return NULL;
}

/**
 * dossier_reason_label:
 * @reason: (nullable): why a date could not be resolved, as the analysis says it
 *
 * Returns: the same for people; @reason itself where it is already a sentence; "" for %NULL
 */
const char *
dossier_reason_label (const char *reason)
{
  static const Phrase phrases[] = {
    { "no-publication-date", N_("the article has no date") },
    { "vague", N_("too vague for a date") },
    { "duration", N_("a length of time, not a date") },
    { "set", N_("it happens again and again") },
    { "no-expression", N_("the text names no date") },
  };
  const char *label;

  if (reason == NULL)
    return "";

  label = phrase_lookup (phrases, G_N_ELEMENTS (phrases), reason);

  return label != NULL ? label : reason;
}

/**
 * dossier_rule_label:
 * @rule: (nullable): the name of a rule, as in #DossierWhy
 *
 * Returns: what the rule saw in the words it marks, for people
 */
const char *
dossier_rule_label (const char *rule)
{
  /* The longer prefix stands before the shorter. */
  static const Phrase phrases[] = {
    { "kind.cue", N_("the word that reports it") },
    { "kind.negation", N_("words of denial") },
    { "kind.reject", N_("words of denial") },
    { "kind.nothing", N_("says that nothing was found") },
    { "kind.noun", N_("names a charge or an inquiry") },
    { "kind.wrong", N_("words of a charge") },
    { "kind.hedge", N_("a word of caution") },
    { "kind.act", N_("words of an act") },
    { "kind.plan", N_("words of a plan") },
    { "kind.", N_("words that show the kind") },
    { "speaker.", N_("who says it") },
    { "chain.", N_("through whom it came") },
    { "country.demonym", N_("a word for the people of a country") },
    { "country.city", N_("a city of the country") },
    { "country.capital", N_("the capital of the country") },
    { "country.government", N_("a body of the country") },
    { "country.agency", N_("a body of the country") },
    { "country.name", N_("the name of the country") },
    { "country.", N_("names the country") },
    { "date.stated", N_("says when it was said") },
    { "date.publication", N_("the date of the article") },
    { "date.", N_("says when it happened") },
    { "link.", N_("ties it to another claim") },
  };
  const char *label;

  if (rule == NULL)
    return "";

  label = phrase_lookup (phrases, G_N_ELEMENTS (phrases), rule);

  return label != NULL ? label : _("evidence");
}

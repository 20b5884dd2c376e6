/* dossier-rule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-rule"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dossier-rule.h"

/* What each rule saw: %s is the words of the text, in their quotation marks. */
static const struct
{
  const char *rule;
  const char *sentence;
} rules[] = {
  { "kind.cue", N_("%s says how it is put forward") },
  { "kind.noun", N_("%s names a charge or an inquiry") },
  { "kind.negation", N_("%s denies it") },
  { "kind.reject", N_("%s rejects it") },
  { "kind.nothing", N_("%s says that nothing was found") },
  { "kind.hedge", N_("%s says that it is not established") },
  { "kind.wrong", N_("%s lays a wrong to somebody’s charge") },
  { "kind.accuser", N_("%s has accused before") },
  { "kind.act", N_("%s is an act") },
  { "kind.plan", N_("%s tells what is planned") },
  { "kind.continued", N_("%s goes on from the sentence before") },
  { "kind.quotation", N_("%s stands in quotation marks") },
  { "kind.figure", N_("the reporter asserts %s") },
  { "speaker.subject", N_("%s says it") },
  { "speaker.according", N_("it is told after %s") },
  { "speaker.pronoun", N_("%s is the speaker named before") },
  { "speaker.running", N_("the quotation of %s goes on") },
  { "chain.saying", N_("%s passed it on") },
  { "chain.outlet", N_("%s was told it") },
  { "country.name", N_("%s is the name of the country") },
  { "country.demonym", N_("%s is a word for its people") },
  { "country.capital", N_("%s is its capital") },
  { "country.city", N_("%s is a city of it") },
  { "country.region", N_("%s is a part of it") },
  { "country.government", N_("%s is its government") },
  { "country.agency", N_("%s is one of its bodies") },
  { "country.qualified", N_("%s is told apart by the place named beside it") },
  { "country.affiliation", N_("%s belongs to it") },
  { "country.context", N_("the text is about it above all") },
  { "date.expression", N_("%s dates what happened") },
  { "date.stated", N_("%s dates the saying") },
  { "date.publication", N_("the source appeared then") },
  { "link.answers", N_("both speak of %s") },
  { "link.repeats", N_("the same words: %s") },
};

/* For a kind that is known the sentence can name it. */
static const char *const kind_sentences[DOSSIER_N_KINDS] = {
  N_("%s makes it a denial"),
  N_("%s makes it a finding"),
  N_("%s makes it an allegation"),
  N_("%s makes it an action"),
  N_("%s makes it a statement"),
  N_("%s makes it a fact put forward by the reporter"),
};

/* Puts the words in for %s; translations are checked for their one %s by the
 * translators' tools, and one without it is given as it stands. */
static char *
fill (const char *sentence,
      const char *words)
{
  const char *place = strstr (sentence, "%s");
  g_autofree char *quoted = NULL;

  if (place == NULL)
    return g_strdup (sentence);
  /* Translators: the quotation marks around words of a text */
  quoted = g_strdup_printf (_("‘%s’"), words != NULL ? words : "");
  return g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence, quoted, place + 2);
}

/**
 * dossier_rule_describe:
 * @rule: a rule of #DossierWhy, "kind.cue"
 * @words: the words of its span
 *
 * Says in words for people what a rule saw: "‘Lahore’ is a city of it".
 *
 * Returns: (transfer full): part of a sentence, translated; the words alone for a rule that is not known
 */
char *
dossier_rule_describe (const char *rule,
                       const char *words)
{
  for (guint i = 0; rule != NULL && i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].rule, rule))
      return fill (_(rules[i].sentence), words);
  return fill ("%s", words);
}

/**
 * dossier_rule_describe_kind:
 * @kind: the kind that the rule led to
 *
 * As dossier_rule_describe(), for the rules of the kind: "‘alleges’ makes it an allegation".
 *
 * Returns: (transfer full): part of a sentence, translated
 */
char *
dossier_rule_describe_kind (const char  *rule,
                            const char  *words,
                            DossierKind  kind)
{
  if (rule == NULL || !g_str_has_prefix (rule, "kind.") || (guint) kind >= DOSSIER_N_KINDS || g_str_equal (rule, "kind.figure"))
    return dossier_rule_describe (rule, words);
  return fill (_(kind_sentences[kind]), words);
}

/**
 * dossier_rule_describe_country:
 * @country: the country's name, translated
 *
 * As dossier_rule_describe(), for the rules of a country: "Pakistan, because ‘Lahore’ is a city of it".
 *
 * Returns: (transfer full): part of a sentence, translated
 */
char *
dossier_rule_describe_country (const char *rule,
                               const char *words,
                               const char *country)
{
  g_autofree char *because = dossier_rule_describe (rule, words);

  /* Translators: a country, and why it is named: "Pakistan, because ‘Lahore’ is a city of it" */
  return g_strdup_printf (_("%s, because %s"), country, because);
}

/**
 * dossier_rule_describe_why:
 * @why: "RULE: words", as links have it
 *
 * Returns: (transfer full): part of a sentence, translated
 */
char *
dossier_rule_describe_why (const char *why)
{
  const char *colon = why != NULL ? strstr (why, ": ") : NULL;
  g_autofree char *rule = NULL;

  if (colon == NULL)
    return dossier_rule_describe (why, "");
  rule = g_strndup (why, colon - why);
  return dossier_rule_describe (rule, colon + 2);
}

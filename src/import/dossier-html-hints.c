/* dossier-html-hints.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-hints.h"

#include <stdlib.h>
#include <string.h>

#define BOILERPLATE DOSSIER_HTML_BOILERPLATE
#define SUSPECT DOSSIER_HTML_SUSPECT
#define NEVER (DOSSIER_HTML_NEVER | DOSSIER_HTML_BOILERPLATE)
#define BODY (DOSSIER_HTML_BODY | DOSSIER_HTML_CONTENT)

typedef struct
{
  const char *word;
  guint16 hints;
} Word;

/* Words of class, id and role names, cut at signs and at capitals inside: sorted
 * for a binary search. Only words whose sense in page making is beyond doubt. */
static const Word words[] = {
  { "ad", BOILERPLATE },
  { "addthis", BOILERPLATE },
  { "addtoany", BOILERPLATE },
  { "ads", BOILERPLATE },
  { "adsbygoogle", BOILERPLATE },
  { "adslot", BOILERPLATE },
  { "adunit", BOILERPLATE },
  { "advert", BOILERPLATE },
  { "advertisement", BOILERPLATE },
  { "advertising", BOILERPLATE },
  { "adverts", BOILERPLATE },
  { "alsoread", BOILERPLATE },
  { "authorbio", BOILERPLATE },
  { "authorbox", BOILERPLATE },
  { "banner", BOILERPLATE },
  { "bio", BOILERPLATE },
  { "biography", BOILERPLATE },
  { "breadcrumb", BOILERPLATE },
  { "breadcrumbs", BOILERPLATE },
  { "byline", DOSSIER_HTML_BYLINE },
  { "bylines", DOSSIER_HTML_BYLINE },
  { "caption", DOSSIER_HTML_CAPTION },
  { "captions", DOSSIER_HTML_CAPTION },
  { "carousel", SUSPECT },
  { "comment", NEVER },
  { "commentform", NEVER },
  { "commentlist", NEVER },
  { "comments", NEVER },
  { "consent", NEVER },
  { "cookie", NEVER },
  { "cookies", NEVER },
  { "copyright", BOILERPLATE },
  { "credit", DOSSIER_HTML_CAPTION },
  { "credits", DOSSIER_HTML_CAPTION },
  { "crumbs", BOILERPLATE },
  { "cta", BOILERPLATE },
  { "dateline", DOSSIER_HTML_DATELINE },
  { "dfp", BOILERPLATE },
  { "disclaimer", BOILERPLATE },
  { "disqus", NEVER },
  { "donate", BOILERPLATE },
  { "donation", BOILERPLATE },
  { "essb", BOILERPLATE },
  { "feedback", BOILERPLATE },
  { "figcaption", DOSSIER_HTML_CAPTION },
  { "foot", SUSPECT },
  { "footer", BOILERPLATE },
  { "gdpr", NEVER },
  { "hashtags", BOILERPLATE },
  { "heateor", BOILERPLATE },
  { "login", BOILERPLATE },
  { "mailchimp", BOILERPLATE },
  { "mashsb", BOILERPLATE },
  { "masthead", SUSPECT },
  { "menu", BOILERPLATE },
  { "menus", BOILERPLATE },
  { "modal", BOILERPLATE },
  { "mostpopular", BOILERPLATE },
  { "mostread", BOILERPLATE },
  { "nav", BOILERPLATE },
  { "navbar", BOILERPLATE },
  { "navigation", BOILERPLATE },
  { "newsletter", BOILERPLATE },
  { "newsletters", BOILERPLATE },
  { "noprint", BOILERPLATE },
  { "optin", BOILERPLATE },
  { "outbrain", BOILERPLATE },
  { "overlay", SUSPECT },
  { "pager", BOILERPLATE },
  { "pagination", BOILERPLATE },
  { "paywall", SUSPECT },
  { "popular", BOILERPLATE },
  { "popup", BOILERPLATE },
  { "privacy", NEVER },
  { "promo", BOILERPLATE },
  { "promos", BOILERPLATE },
  { "promotion", BOILERPLATE },
  { "ratings", BOILERPLATE },
  { "readmore", BOILERPLATE },
  { "recirc", BOILERPLATE },
  { "recirculation", BOILERPLATE },
  { "recommend", BOILERPLATE },
  { "recommendation", BOILERPLATE },
  { "recommendations", BOILERPLATE },
  { "recommended", BOILERPLATE },
  { "regwall", BOILERPLATE },
  { "related", BOILERPLATE },
  { "relatedcontent", BOILERPLATE },
  { "relatedposts", BOILERPLATE },
  { "replies", NEVER },
  { "respond", NEVER },
  { "search", BOILERPLATE },
  { "share", BOILERPLATE },
  { "sharebar", BOILERPLATE },
  { "sharedaddy", BOILERPLATE },
  { "shares", BOILERPLATE },
  { "sharethis", BOILERPLATE },
  { "sharing", BOILERPLATE },
  { "shopping", SUSPECT },
  { "sidebar", BOILERPLATE },
  { "sidenav", BOILERPLATE },
  { "signin", BOILERPLATE },
  { "signup", BOILERPLATE },
  { "sitenav", BOILERPLATE },
  { "skip", BOILERPLATE },
  { "skyscraper", BOILERPLATE },
  { "social", BOILERPLATE },
  { "socials", BOILERPLATE },
  { "sponsor", BOILERPLATE },
  { "sponsored", BOILERPLATE },
  { "ssba", BOILERPLATE },
  { "subnav", BOILERPLATE },
  { "subscribe", BOILERPLATE },
  { "subscriber", BOILERPLATE },
  { "subscribers", BOILERPLATE },
  { "subscription", BOILERPLATE },
  { "taboola", BOILERPLATE },
  { "tagcloud", BOILERPLATE },
  { "taglist", BOILERPLATE },
  { "tags", BOILERPLATE },
  { "teaser", SUSPECT },
  { "teasers", SUSPECT },
  { "timestamp", DOSSIER_HTML_DATELINE },
  { "toolbar", BOILERPLATE },
  { "tools", SUSPECT },
  { "topnav", BOILERPLATE },
  { "trending", BOILERPLATE },
  { "tweet", SUSPECT },
  { "upnext", BOILERPLATE },
  { "widget", SUSPECT },
  { "widgets", SUSPECT },
  { "yarpp", BOILERPLATE },
};

/* The same for whole names, once a "-" or "_" or nothing between the words. */
static const Word names[] = {
  { "aboutauthor", BOILERPLATE },
  { "abouttheauthor", BOILERPLATE },
  { "alsolike", BOILERPLATE },
  { "alsolikes", BOILERPLATE },
  { "alsoread", BOILERPLATE },
  { "article", DOSSIER_HTML_CONTENT },
  { "articlebody", BODY },
  { "articlebodytext", BODY },
  { "articlecontent", BODY },
  { "articledate", DOSSIER_HTML_DATELINE },
  { "articledetail", DOSSIER_HTML_CONTENT },
  { "articlefooter", BOILERPLATE },
  { "articlemain", DOSSIER_HTML_CONTENT },
  { "articleshare", BOILERPLATE },
  { "articletags", BOILERPLATE },
  { "articletext", BODY },
  { "articletitle", DOSSIER_HTML_TITLE },
  { "author", DOSSIER_HTML_BYLINE },
  { "authorbio", BOILERPLATE },
  { "authorbox", BOILERPLATE },
  { "authorcard", BOILERPLATE },
  { "authordesc", BOILERPLATE },
  { "authordescription", BOILERPLATE },
  { "authorinfo", BOILERPLATE },
  { "authorname", DOSSIER_HTML_BYLINE },
  { "authorprofile", BOILERPLATE },
  { "backtotop", BOILERPLATE },
  { "blogcontent", DOSSIER_HTML_CONTENT },
  { "blogpost", DOSSIER_HTML_CONTENT },
  { "bodycontent", DOSSIER_HTML_CONTENT },
  { "bodycopy", BODY },
  { "bodytext", BODY },
  { "date", DOSSIER_HTML_DATELINE },
  { "editorspicks", BOILERPLATE },
  { "entry", DOSSIER_HTML_CONTENT },
  { "entrycontent", BODY },
  { "entrydate", DOSSIER_HTML_DATELINE },
  { "entryfooter", BOILERPLATE },
  { "entrymeta", DOSSIER_HTML_DATELINE },
  { "entrytags", BOILERPLATE },
  { "entrytitle", DOSSIER_HTML_TITLE },
  { "furtherreading", BOILERPLATE },
  { "hentry", DOSSIER_HTML_CONTENT },
  { "instapaperbody", BODY },
  { "latestarticles", BOILERPLATE },
  { "latestnews", BOILERPLATE },
  { "latestposts", BOILERPLATE },
  { "leavereply", NEVER },
  { "maincontent", DOSSIER_HTML_CONTENT },
  { "morefrom", BOILERPLATE },
  { "morefromauthor", BOILERPLATE },
  { "morestories", BOILERPLATE },
  { "mostpopular", BOILERPLATE },
  { "mostread", BOILERPLATE },
  { "mostshared", BOILERPLATE },
  { "mostviewed", BOILERPLATE },
  { "newsarticle", DOSSIER_HTML_CONTENT },
  { "newsbody", BODY },
  { "newscontent", BODY },
  { "newsdetail", DOSSIER_HTML_CONTENT },
  { "newsletterform", BOILERPLATE },
  { "newstext", BODY },
  { "nextarticle", BOILERPLATE },
  { "nextpost", BOILERPLATE },
  { "pagecontent", DOSSIER_HTML_CONTENT },
  { "pageheader", SUSPECT },
  { "photocaption", DOSSIER_HTML_CAPTION },
  { "post", DOSSIER_HTML_CONTENT },
  { "postbody", BODY },
  { "postcategories", BOILERPLATE },
  { "postcontent", BODY },
  { "postdate", DOSSIER_HTML_DATELINE },
  { "postfooter", BOILERPLATE },
  { "postmeta", DOSSIER_HTML_DATELINE },
  { "postnav", BOILERPLATE },
  { "postnavigation", BOILERPLATE },
  { "postshare", BOILERPLATE },
  { "posttags", BOILERPLATE },
  { "posttaxonomy", BOILERPLATE },
  { "posttext", BODY },
  { "posttitle", DOSSIER_HTML_TITLE },
  { "prevpost", BOILERPLATE },
  { "printonly", BOILERPLATE },
  { "pubdate", DOSSIER_HTML_DATELINE },
  { "publishdate", DOSSIER_HTML_DATELINE },
  { "published", DOSSIER_HTML_DATELINE },
  { "readercomments", NEVER },
  { "readmore", BOILERPLATE },
  { "readnext", BOILERPLATE },
  { "recentnews", BOILERPLATE },
  { "recentposts", BOILERPLATE },
  { "relatedarticle", BOILERPLATE },
  { "relatedarticles", BOILERPLATE },
  { "relatedcontent", BOILERPLATE },
  { "relateditems", BOILERPLATE },
  { "relatedlinks", BOILERPLATE },
  { "relatednews", BOILERPLATE },
  { "relatedpost", BOILERPLATE },
  { "relatedposts", BOILERPLATE },
  { "relatedstories", BOILERPLATE },
  { "relatedstory", BOILERPLATE },
  { "relatedtopics", BOILERPLATE },
  { "richtext", DOSSIER_HTML_CONTENT },
  { "scrolltop", BOILERPLATE },
  { "seealso", BOILERPLATE },
  { "signupform", BOILERPLATE },
  { "singlecontent", BODY },
  { "siteheader", BOILERPLATE },
  { "story", DOSSIER_HTML_CONTENT },
  { "storybody", BODY },
  { "storycontent", BODY },
  { "storyfooter", BOILERPLATE },
  { "storytext", BODY },
  { "textcontent", DOSSIER_HTML_CONTENT },
  { "topnews", BOILERPLATE },
  { "topstories", BOILERPLATE },
  { "twittertweet", DOSSIER_HTML_EMBED },
  { "wpcaptiontext", DOSSIER_HTML_CAPTION },
  { "youmayalsolike", BOILERPLATE },
  { "youmaylike", BOILERPLATE },
  { "youmightlike", BOILERPLATE },
};

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (((const Word *) a)->word, ((const Word *) b)->word);
}

static guint16
look_up (const Word *table,
         guint       n,
         const char *word)
{
  Word key = { word, 0 };
  const Word *found = bsearch (&key, table, n, sizeof (Word), compare_words);

  return found != NULL ? found->hints : 0;
}

/* One name of a class attribute. A blogging program writes the article's own
 * tags and categories into it ("tag-navigation"): those say nothing. */
static guint16
name_hints (const char *name,
            gsize       length)
{
  char whole[48], word[48] = "";
  gsize n_whole = 0, n_word = 0, n_before = 0;
  guint16 hints = 0;

  if (length >= sizeof whole ||
      g_str_has_prefix (name, "tag-") || g_str_has_prefix (name, "category-") ||
      g_str_has_prefix (name, "has-") || g_str_has_prefix (name, "no-") || g_str_has_prefix (name, "with-"))
    return 0;

  for (gsize i = 0; i <= length; i++)
    {
      char c = i < length ? name[i] : '\0';
      gboolean letter = g_ascii_isalpha (c);

      if (n_word > 0 && (!letter || (g_ascii_isupper (c) && g_ascii_islower (name[i - 1]))))
        {
          word[n_word] = '\0';
          hints |= look_up (words, G_N_ELEMENTS (words), word);
          n_before = i < length ? n_word : n_before;
          n_word = 0;
        }
      if (letter)
        whole[n_whole++] = word[n_word++] = g_ascii_tolower (c);
    }

  /* The whole name, or its last two words: "c-entry-content". */
  whole[n_whole] = '\0';
  hints |= look_up (names, G_N_ELEMENTS (names), whole);
  if (n_before + strlen (word) < n_whole)
    hints |= look_up (names, G_N_ELEMENTS (names), whole + n_whole - strlen (word) - n_before);
  return hints;
}

static guint16
list_hints (const char *list)
{
  guint16 hints = 0;

  while (*list != '\0')
    {
      gsize length = strcspn (list, " \t\r\n\f");

      hints |= name_hints (list, length);
      list += length;
      list += strspn (list, " \t\r\n\f");
    }
  return hints;
}

static guint16
tag_hints (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD: case GUMBO_TAG_TITLE: case GUMBO_TAG_SVG: case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT: case GUMBO_TAG_EMBED: case GUMBO_TAG_SELECT: case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_INPUT: case GUMBO_TAG_CANVAS: case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO: case GUMBO_TAG_NOFRAMES: case GUMBO_TAG_NOEMBED: case GUMBO_TAG_APPLET:
      return DOSSIER_HTML_UNSHOWN;
    case GUMBO_TAG_NAV: case GUMBO_TAG_MENU:
      return DOSSIER_HTML_BLOCK | DOSSIER_HTML_PARAGRAPH | BOILERPLATE;
    case GUMBO_TAG_FOOTER:
      return DOSSIER_HTML_BLOCK | DOSSIER_HTML_PARAGRAPH | BOILERPLATE;
    case GUMBO_TAG_ASIDE: case GUMBO_TAG_HEADER: case GUMBO_TAG_FORM:
      return DOSSIER_HTML_BLOCK | DOSSIER_HTML_PARAGRAPH | SUSPECT;
    case GUMBO_TAG_BUTTON: case GUMBO_TAG_LABEL:
      return BOILERPLATE;
    case GUMBO_TAG_TIME:
      return DOSSIER_HTML_DATELINE;
    case GUMBO_TAG_ARTICLE: case GUMBO_TAG_MAIN:
      return DOSSIER_HTML_BLOCK | DOSSIER_HTML_PARAGRAPH | DOSSIER_HTML_CONTENT;
    case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3:
    case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6:
      return DOSSIER_HTML_BLOCK | DOSSIER_HTML_PARAGRAPH | DOSSIER_HTML_HEADING;
    case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_CAPTION:
      return DOSSIER_HTML_BLOCK | DOSSIER_HTML_PARAGRAPH | DOSSIER_HTML_CAPTION;
    case GUMBO_TAG_P: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_PRE: case GUMBO_TAG_UL: case GUMBO_TAG_OL:
    case GUMBO_TAG_DL: case GUMBO_TAG_TABLE: case GUMBO_TAG_SECTION: case GUMBO_TAG_HR:
      return DOSSIER_HTML_BLOCK | DOSSIER_HTML_PARAGRAPH;
    case GUMBO_TAG_HTML: case GUMBO_TAG_BODY: case GUMBO_TAG_DIV: case GUMBO_TAG_LI: case GUMBO_TAG_DD:
    case GUMBO_TAG_DT: case GUMBO_TAG_ADDRESS: case GUMBO_TAG_CENTER: case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY: case GUMBO_TAG_FIELDSET: case GUMBO_TAG_LEGEND: case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_TR: case GUMBO_TAG_TBODY: case GUMBO_TAG_THEAD: case GUMBO_TAG_TFOOT: case GUMBO_TAG_DIR:
      return DOSSIER_HTML_BLOCK;
    default:
      return 0;
    }
}

/* display:none and visibility:hidden in a style attribute. */
static gboolean
style_hides (const char *style)
{
  for (; *style != '\0'; style++)
    {
      const char *value = NULL;

      if (g_ascii_strncasecmp (style, "display", 7) == 0)
        value = style + 7;
      else if (g_ascii_strncasecmp (style, "visibility", 10) == 0)
        value = style + 10;
      if (value == NULL)
        continue;
      value += strspn (value, " \t");
      if (*value != ':')
        continue;
      value++;
      value += strspn (value, " \t");
      if (g_ascii_strncasecmp (value, "none", 4) == 0 || g_ascii_strncasecmp (value, "hidden", 6) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint16
role_hints (const char *role)
{
  static const char *const boilerplate[] = {
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "menu", "menubar", "tablist", "toolbar", "button",
  };

  for (guint i = 0; i < G_N_ELEMENTS (boilerplate); i++)
    {
      if (g_ascii_strcasecmp (role, boilerplate[i]) == 0)
        return BOILERPLATE;
    }
  return g_ascii_strcasecmp (role, "main") == 0 || g_ascii_strcasecmp (role, "article") == 0 ? DOSSIER_HTML_CONTENT : 0;
}

static guint16
itemprop_hints (const char *property)
{
  static const Word properties[] = {
    { "articleBody", BODY },
    { "author", DOSSIER_HTML_BYLINE },
    { "caption", DOSSIER_HTML_CAPTION },
    { "dateModified", DOSSIER_HTML_DATELINE },
    { "datePublished", DOSSIER_HTML_DATELINE },
    { "headline", DOSSIER_HTML_TITLE },
  };

  return look_up (properties, G_N_ELEMENTS (properties), property);
}

/**
 * dossier_html_hints:
 * @element: an element
 *
 * Reads what an element says of itself in its tag, class, id, role, itemprop
 * and style. The words of class names are common knowledge of page making.
 *
 * Returns: a mask of DossierHtmlHints
 */
guint16
dossier_html_hints (const GumboElement *element)
{
  guint16 hints = tag_hints (element->tag);
  gboolean outer = element->tag == GUMBO_TAG_HTML || element->tag == GUMBO_TAG_BODY;

  if ((hints & DOSSIER_HTML_UNSHOWN) || outer)
    return hints;

  for (guint i = 0; i < element->attributes.length; i++)
    {
      const GumboAttribute *attribute = element->attributes.data[i];

      if (strcmp (attribute->name, "class") == 0 || strcmp (attribute->name, "id") == 0)
        hints |= list_hints (attribute->value);
      else if (strcmp (attribute->name, "style") == 0 && style_hides (attribute->value))
        hints |= DOSSIER_HTML_HIDDEN;
      else if (strcmp (attribute->name, "hidden") == 0)
        hints |= DOSSIER_HTML_HIDDEN;
      else if (strcmp (attribute->name, "role") == 0)
        hints |= role_hints (attribute->value);
      else if (strcmp (attribute->name, "itemprop") == 0)
        hints |= itemprop_hints (attribute->value);
      else if (strcmp (attribute->name, "rel") == 0 && strcmp (attribute->value, "author") == 0)
        hints |= DOSSIER_HTML_BYLINE;
    }

  /* What says of itself that it is the text is not made doubtful by another of its names. */
  if (hints & DOSSIER_HTML_BODY)
    hints &= ~(DOSSIER_HTML_BOILERPLATE | DOSSIER_HTML_SUSPECT | DOSSIER_HTML_CAPTION);
  return hints;
}

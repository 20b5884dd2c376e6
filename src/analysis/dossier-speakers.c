/* dossier-speakers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-speakers.h"

/* "He" is somebody named within this many sentences. */
#define MEMORY 12
#define ROLE_MEMORY 3

/* A name has at most this many words. */
#define NAME_WORDS 12

typedef enum
{
  WORD_BODY   = 1 << 0,
  WORD_STANDS = 1 << 1,
  WORD_PLURAL = 1 << 2,
  WORD_ROLE   = 1 << 3,
  WORD_MALE   = 1 << 4,
  WORD_FEMALE = 1 << 5,
} WordFlags;

struct _DossierSpeakers
{
  GArray *flags; /* guint8: WordFlags, by word */
};

/* Somebody or something named. */
typedef struct
{
  DossierRange name;
  guint8       flags;    /* BODY, MALE, FEMALE */
  guint32      sentence; /* of the last mention */
} Entity;

/* One text under work. */
typedef struct
{
  const DossierSpeakers *self;
  const DossierReading  *reading;
  GArray                *entities; /* Entity */
  GHashTable            *by_name;  /* owned string → index + 1 */
  guint32                next;     /* token up to which names are known */
  guint                  male;     /* index + 1 of the last of each sort */
  guint                  female;
  guint                  person;
  guint                  body;
  guint                  speaker;  /* the last that spoke */
  const char            *role;     /* "a spokeswoman for the firm", when that spoke last; borrowed */
  guint32                role_sentence;
} Work;

static void
read_flags (DossierSpeakers *self,
            DossierLexicon  *lexicon,
            const char      *name)
{
  static const struct { const char *name; WordFlags flag; } classes[] = {
    { "body", WORD_BODY }, { "stands", WORD_STANDS }, { "plural", WORD_PLURAL }, { "role", WORD_ROLE },
    { "m", WORD_MALE }, { "f", WORD_FEMALE },
  };
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, name);

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      g_auto (GStrv) words = g_strsplit (dossier_table_cell (table, row, 1), " ", -1);

      for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
        {
          if (!g_str_equal (classes[i].name, dossier_table_cell (table, row, 0)))
            continue;
          for (guint j = 0; words[j] != NULL; j++)
            {
              guint32 word = dossier_vocabulary_intern (dossier_lexicon_vocabulary (lexicon), words[j]);

              if (word >= self->flags->len)
                g_array_set_size (self->flags, word + 1);
              g_array_index (self->flags, guint8, word) |= classes[i].flag;
            }
        }
    }
}

/**
 * dossier_speakers_new:
 * @lexicon: its tables "first-names" and "speaker-words" are read now
 */
DossierSpeakers *
dossier_speakers_new (DossierLexicon *lexicon)
{
  DossierSpeakers *self = g_new0 (DossierSpeakers, 1);

  self->flags = g_array_new (FALSE, TRUE, sizeof (guint8));
  read_flags (self, lexicon, "first-names");
  read_flags (self, lexicon, "speaker-words");

  return self;
}

void
dossier_speakers_free (DossierSpeakers *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->flags);
  g_free (self);
}

static guint
flags_at (const Work *work,
          guint32     token)
{
  guint32 word = work->reading->tokens->tokens[token].word;

  return word < work->self->flags->len ? g_array_index (work->self->flags, guint8, word) : 0;
}

static char *
text_of (const Work   *work,
         DossierRange  range)
{
  const DossierToken *tokens = work->reading->tokens->tokens;

  return g_strndup (work->reading->clauses->utf8 + tokens[range.first].bytes.start,
                    tokens[range.last - 1].bytes.end - tokens[range.first].bytes.start);
}

static gboolean
is_name_token (const Work *work,
               guint32     token)
{
  DossierTag tag = dossier_reading_tag (work->reading, token);

  return tag == DOSSIER_TAG_NAME &&
         !(dossier_clauses_classes (work->reading->clauses, token) & (DOSSIER_CLASS_DAY | DOSSIER_CLASS_MONTH));
}

/* "the Food and Drug Agency": what "and" joins ends in the word for a body. */
static gboolean
joins_body (const Work *work,
            guint32     first,
            guint32     token,
            guint32     last)
{
  if (flags_at (work, first) & (WORD_MALE | WORD_FEMALE) || flags_at (work, token - 1) & WORD_BODY)
    return FALSE;
  for (token++; token < last && is_name_token (work, token); token++)
    {
      if (flags_at (work, token) & WORD_BODY)
        return token + 1 >= last || !is_name_token (work, token + 1);
    }

  return FALSE;
}

/* The name that begins at @token: capitalised words, with "of" and "and"
 * inside the names of bodies, without the titles before it. */
static DossierRange
name_at (const Work *work,
         guint32     token,
         guint8     *flags)
{
  const DossierReading *reading = work->reading;
  guint32 n = MIN (reading->tokens->n_tokens, token + NAME_WORDS);
  DossierRange range = { token, token };
  gboolean after_title = FALSE;

  *flags = 0;
  for (guint32 i = token; i < n; i++)
    {
      if (i > token && reading->tokens->tokens[i].sentence != reading->tokens->tokens[token].sentence)
        break;
      /* "the Office for Security Ann Lee": a body, then a person */
      if (*flags & WORD_BODY && flags_at (work, i) & (WORD_MALE | WORD_FEMALE))
        break;
      if (is_name_token (work, i))
        {
          if (flags_at (work, i) & WORD_BODY && !after_title)
            *flags |= WORD_BODY;
          range.last = i + 1;
        }
      else if (!(dossier_reading_tag (reading, i) == DOSSIER_TAG_HYPHEN ||
                 (dossier_reading_is_word (reading, i, "of") && *flags & WORD_BODY && i + 1 < n && is_name_token (work, i + 1)) ||
                 (dossier_reading_is_word (reading, i, "and") && joins_body (work, token, i, n))))
        break;
    }
  while (range.first + 1 < range.last &&
         dossier_clauses_classes (reading->clauses, range.first) & DOSSIER_CLASS_TITLE && !(*flags & WORD_BODY))
    {
      if (dossier_reading_is_word (reading, range.first, "mr.") || dossier_reading_is_word (reading, range.first, "mr"))
        *flags |= WORD_MALE;
      if (dossier_reading_is_word (reading, range.first, "mrs.") || dossier_reading_is_word (reading, range.first, "ms.") ||
          dossier_reading_is_word (reading, range.first, "ms"))
        *flags |= WORD_FEMALE;
      range.first++;
      after_title = TRUE;
    }
  if (range.last > range.first && !(*flags & (WORD_BODY | WORD_MALE | WORD_FEMALE)))
    *flags |= flags_at (work, range.first) & (WORD_MALE | WORD_FEMALE);
  if (range.last == range.first + 1 && reading->tokens->tokens[range.first].flags & DOSSIER_TOKEN_ALL_CAPITALS)
    *flags |= WORD_BODY;
  if (token > 0 && dossier_reading_is_word (reading, token - 1, "the") && !after_title)
    *flags |= WORD_BODY;

  return range;
}

/* The known entity of a name, the same or the last word of it; index + 1. */
static guint
look_up (const Work   *work,
         DossierRange  name)
{
  g_autofree char *text = text_of (work, name);

  return GPOINTER_TO_UINT (g_hash_table_lookup (work->by_name, text));
}

/* A given name, or a word that no table knows: "Song" may be one, "Czech" not. */
static gboolean
is_given_name (const Work *work,
               guint32     token)
{
  const DossierToken *item = &work->reading->tokens->tokens[token];

  return flags_at (work, token) & (WORD_MALE | WORD_FEMALE) ||
         (item->word == DOSSIER_WORD_UNKNOWN && !(item->flags & DOSSIER_TOKEN_ALL_CAPITALS));
}

static guint
remember (Work         *work,
          DossierRange  name,
          guint8        flags)
{
  guint found = look_up (work, name);
  Entity entity = { name, flags, 0 };
  Entity *known;

  if (found == 0)
    {
      g_array_append_val (work->entities, entity);
      found = work->entities->len;
      g_hash_table_insert (work->by_name, text_of (work, name), GUINT_TO_POINTER (found));
      /* A surname alone means the one of that name who came last. */
      if (name.last > name.first + 1 && !(flags & WORD_BODY) && is_given_name (work, name.first))
        g_hash_table_insert (work->by_name, text_of (work, (DossierRange){ name.last - 1, name.last }),
                             GUINT_TO_POINTER (found));
    }
  known = &g_array_index (work->entities, Entity, found - 1);
  known->sentence = work->reading->tokens->tokens[name.first].sentence;
  if (known->flags & WORD_BODY)
    work->body = found;
  else
    {
      known->flags |= flags & (WORD_MALE | WORD_FEMALE);
      work->person = found;
      if (known->flags & WORD_MALE)
        work->male = found;
      if (known->flags & WORD_FEMALE)
        work->female = found;
    }

  return found;
}

/* "Business Efficiency Solutions LLC (BES)": the short form means the same. */
static void
read_short_form (Work    *work,
                 guint    entity,
                 guint32  token)
{
  const DossierReading *reading = work->reading;
  guint32 i = token + 1;
  DossierRange name;

  if (dossier_reading_tag (reading, token) != DOSSIER_TAG_BRACKET_OPEN)
    return;
  if (dossier_reading_is_word (reading, i, "the"))
    i++;
  if (dossier_reading_tag (reading, i) == DOSSIER_TAG_OPEN)
    i++;
  name = (DossierRange){ i, i };
  while (name.last < reading->tokens->n_tokens && name.last < i + 4 && is_name_token (work, name.last))
    name.last++;
  if (name.last == name.first || (dossier_reading_tag (reading, name.last) != DOSSIER_TAG_BRACKET_CLOSE &&
                                  dossier_reading_tag (reading, name.last) != DOSSIER_TAG_CLOSE))
    return;
  /* "Lee (R)" and "Lee (D)" are no short forms */
  if (reading->tokens->tokens[name.first].bytes.end - reading->tokens->tokens[name.first].bytes.start < 2 ||
      look_up (work, name) != 0)
    return;
  g_hash_table_insert (work->by_name, text_of (work, name), GUINT_TO_POINTER (entity));
  g_array_index (work->entities, Entity, entity - 1).flags |= WORD_BODY;
  work->body = entity;
}

/* Learns the names up to a token. */
static void
read_names (Work    *work,
            guint32  last)
{
  while (work->next < last)
    {
      guint8 flags;
      DossierRange name;

      if (!is_name_token (work, work->next))
        {
          work->next++;
          continue;
        }
      name = name_at (work, work->next, &flags);
      read_short_form (work, remember (work, name, flags), name.last);
      work->next = MAX (name.last, work->next + 1);
    }
}

static guint
recent (const Work *work,
        guint       entity,
        guint32     sentence)
{
  return entity != 0 && sentence - g_array_index (work->entities, Entity, entity - 1).sentence <= MEMORY ? entity : 0;
}

/* Who a pronoun means; index + 1, 0 when nobody near can be meant. */
static guint
resolve_pronoun (const Work *work,
                 guint32     token)
{
  const DossierReading *reading = work->reading;
  guint32 sentence = reading->tokens->tokens[token].sentence;
  guint speaker = work->speaker;
  guint8 flags = speaker > 0 ? g_array_index (work->entities, Entity, speaker - 1).flags : 0;
  gboolean he = dossier_reading_is_word (reading, token, "he") || dossier_reading_is_word (reading, token, "his") ||
                dossier_reading_is_word (reading, token, "him");
  gboolean she = dossier_reading_is_word (reading, token, "she") || dossier_reading_is_word (reading, token, "her");

  if (he || she)
    {
      guint same = he ? work->male : work->female;

      /* who spoke last goes on, when nothing speaks against it */
      if (speaker > 0 && !(flags & (WORD_BODY | (he ? WORD_FEMALE : WORD_MALE))) && recent (work, speaker, sentence))
        return speaker;
      if (recent (work, same, sentence))
        return same;
      if (work->person > 0 &&
          !(g_array_index (work->entities, Entity, work->person - 1).flags & (he ? WORD_FEMALE : WORD_MALE)))
        return recent (work, work->person, sentence);
      return 0;
    }
  if (dossier_reading_is_word (reading, token, "it") || dossier_reading_is_word (reading, token, "its") ||
      dossier_reading_is_word (reading, token, "they") || dossier_reading_is_word (reading, token, "their"))
    return speaker > 0 && flags & WORD_BODY ? recent (work, speaker, sentence) : recent (work, work->body, sentence);

  return 0;
}

/* The head of a source: before its first preposition, comma or relative word. */
static guint32
head_end (const Work   *work,
          DossierRange  source)
{
  for (guint32 i = source.first; i < source.last; i++)
    {
      DossierTag tag = dossier_reading_tag (work->reading, i);

      if (i > source.first && (tag == DOSSIER_TAG_PREPOSITION || tag == DOSSIER_TAG_COMMA || tag == DOSSIER_TAG_WH ||
                               tag == DOSSIER_TAG_THAT || tag == DOSSIER_TAG_BRACKET_OPEN || tag == DOSSIER_TAG_DASH))
        return i;
    }

  return source.last;
}

static char *
name_of (const Work *work,
         guint       entity)
{
  return text_of (work, g_array_index (work->entities, Entity, entity - 1).name);
}

/* The name with which a phrase ends: "company spokesman Joe Lee" is Joe Lee. */
static guint
name_before (const Work *work,
             guint32     first,
             guint32     last)
{
  guint32 i = last;
  guint8 flags;
  DossierRange name;

  while (i > first && (is_name_token (work, i - 1) || dossier_reading_tag (work->reading, i - 1) == DOSSIER_TAG_HYPHEN))
    i--;
  if (i == last)
    return 0;
  do
    {
      name = name_at (work, i, &flags);
      i = MAX (name.last, i + 1);
    }
  while (i < last && is_name_token (work, i));

  return look_up (work, name);
}

/* Who says it, of a source that is a phrase. */
static char *
resolve_phrase (Work         *work,
                DossierRange  source,
                guint        *entity)
{
  const DossierReading *reading = work->reading;
  guint32 end = head_end (work, source);
  guint32 last = end - 1;

  *entity = name_before (work, source.first, end);
  /* "the bank's chief, Ann Lee": the name is in the apposition */
  if (*entity == 0 && end < source.last && dossier_reading_tag (reading, end) == DOSSIER_TAG_COMMA &&
      is_name_token (work, end + 1))
    {
      DossierRange apposition = { end + 1, source.last };

      *entity = name_before (work, end + 1, head_end (work, apposition));
    }
  if (*entity != 0 && !(flags_at (work, last) & WORD_ROLE))
    return name_of (work, *entity);

  /* "the company" */
  if (flags_at (work, last) & WORD_STANDS && end == source.last && last == source.first + 1 &&
      dossier_reading_is_word (reading, source.first, "the"))
    {
      *entity = recent (work, work->body, reading->tokens->tokens[last].sentence);
      if (*entity != 0)
        return name_of (work, *entity);
    }
  /* a phrase with its attributes, as it stands, but no relative clause */
  for (end = source.first; end < source.last; end++)
    {
      DossierTag tag = dossier_reading_tag (reading, end);

      if (end > source.first && (tag == DOSSIER_TAG_COMMA || tag == DOSSIER_TAG_WH || tag == DOSSIER_TAG_DASH))
        break;
    }
  while (end > source.first + 1 && dossier_reading_tag (reading, end - 1) == DOSSIER_TAG_POSSESSIVE)
    end--;

  return text_of (work, (DossierRange){ source.first, end });
}

static gboolean
is_person_pronoun (const Work *work,
                   guint32     token)
{
  return dossier_reading_is_word (work->reading, token, "he") || dossier_reading_is_word (work->reading, token, "she");
}

static char *
resolve (Work                     *work,
         DossierRange              source,
         const DossierAttribution *attribution,
         GPtrArray                *speakers)
{
  const DossierReading *reading = work->reading;
  DossierTag tag = dossier_reading_tag (reading, source.first);
  guint entity = 0;
  char *name = NULL;

  /* "Lee, who leads the firm, said": whom the relative clause hangs on */
  if (source.last == source.first + 1 && (tag == DOSSIER_TAG_WH || tag == DOSSIER_TAG_THAT) && source.first > 0)
    {
      guint32 end = source.first - (dossier_reading_tag (reading, source.first - 1) == DOSSIER_TAG_COMMA);
      guint32 left = end > 0 ? dossier_clauses_phrase_left (reading->clauses, 0, end - 1) : end;

      if (left >= end)
        return NULL;
      source = (DossierRange){ left, end };
      tag = dossier_reading_tag (reading, source.first);
    }
  if (source.last == source.first + 1 && (tag == DOSSIER_TAG_PRONOUN || tag == DOSSIER_TAG_POSSESSIVE))
    {
      guint classes = dossier_clauses_classes (reading->clauses, source.first);

      /* "I" in a quotation is who is quoted */
      if (dossier_reading_is_word (reading, source.first, "i") || dossier_reading_is_word (reading, source.first, "we") ||
          dossier_reading_is_word (reading, source.first, "my") || dossier_reading_is_word (reading, source.first, "our"))
        return attribution->parent >= 0 && (guint)attribution->parent < speakers->len
               ? g_strdup (g_ptr_array_index (speakers, attribution->parent)) : NULL;
      entity = resolve_pronoun (work, source.first);
      if (work->role != NULL && reading->tokens->tokens[source.first].sentence - work->role_sentence <= ROLE_MEMORY &&
          is_person_pronoun (work, source.first))
        {
          entity = 0;
          name = g_strdup (work->role);
        }
      else if (entity != 0)
        name = name_of (work, entity);
      else if (classes & DOSSIER_CLASS_QUANTIFIER)
        name = text_of (work, source);
    }
  else
    name = resolve_phrase (work, source, &entity);
  if (entity != 0)
    {
      work->speaker = entity;
      if (!(g_array_index (work->entities, Entity, entity - 1).flags & WORD_BODY))
        work->role = NULL;
    }

  return name;
}

/**
 * dossier_speakers_find:
 * @attributions: of #DossierAttribution, in the order of their cues
 *
 * Returns: (transfer full): for each attribution the name of who says it, full
 *   where the text gives it; %NULL where it has no source or nobody known
 */
GPtrArray *
dossier_speakers_find (const DossierSpeakers *self,
                       const DossierReading  *reading,
                       const GArray          *attributions)
{
  GPtrArray *speakers = g_ptr_array_new_with_free_func (g_free);
  Work work = { .self = self, .reading = reading };

  work.entities = g_array_new (FALSE, FALSE, sizeof (Entity));
  work.by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < attributions->len; i++)
    {
      const DossierAttribution *attribution = &g_array_index (attributions, DossierAttribution, i);
      DossierRange source;
      char *name = NULL;

      if (attribution->n_source > 0)
        {
          source.first = dossier_tokens_at (reading->tokens, attribution->source[0].start);
          source.last = dossier_tokens_at (reading->tokens, attribution->source[0].end - 1) + 1;
          read_names (&work, source.last);
          if (source.last > source.first)
            name = resolve (&work, source, attribution, speakers);
          if (name != NULL && flags_at (&work, head_end (&work, source) - 1) & WORD_ROLE)
            {
              work.role = name;
              work.role_sentence = reading->tokens->tokens[source.first].sentence;
            }
        }
      g_ptr_array_add (speakers, name);
    }
  g_array_unref (work.entities);
  g_hash_table_unref (work.by_name);

  return speakers;
}

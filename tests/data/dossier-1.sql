-- Version 1 of the dossier file as it was released, with a few rows. Never changed: test-schema opens and upgrades it.
--
-- Places are half-open ranges [start, stop) of Unicode code points of the source's text; (0, 0) is none.
-- Dates are EDTF text; *_first and *_last are their earliest and latest day from 1970-01-01, *_flags how sure the
-- ends are (DossierTimeFlags). Kinds, reviews, verdicts and relations are the numbers of dossier-kind.h, *_fields
-- the bits of dossier-record.h. Lists of names are divided by line ends, of country codes by spaces.
-- No triggers and no views: a file that has any is not opened.
-- New columns are only ever added at the end of a table: the rows kept in change.before and .after rely on it.

CREATE TABLE value (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  title           TEXT,
  outlet          TEXT,
  byline          TEXT,
  url             TEXT,
  published       TEXT,
  published_first INTEGER,
  published_last  INTEGER,
  published_flags INTEGER NOT NULL DEFAULT 0,
  language        TEXT,
  file_name       TEXT,
  media_type      TEXT,
  encoding        TEXT,
  sha256          TEXT NOT NULL,
  countries       TEXT NOT NULL DEFAULT '',
  imported        INTEGER NOT NULL,
  file_time       INTEGER NOT NULL DEFAULT 0,
  n_chars         INTEGER NOT NULL,
  user_fields     INTEGER NOT NULL DEFAULT 0,
  unread          INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX source_sha256 ON source (sha256);

-- original is NULL where the text's own bytes are the original.
CREATE TABLE source_body (
  id       INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  blocks   TEXT NOT NULL DEFAULT '',
  mentions TEXT NOT NULL DEFAULT '',
  text     TEXT NOT NULL,
  original BLOB
) STRICT;

-- alias_of: the name that a person merged this one into.
CREATE TABLE speaker (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL UNIQUE,
  alias_of INTEGER REFERENCES speaker (id)
) STRICT;

CREATE TABLE claim (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id      INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  start          INTEGER NOT NULL,
  stop           INTEGER NOT NULL,
  more_start     INTEGER NOT NULL DEFAULT 0,
  more_stop      INTEGER NOT NULL DEFAULT 0,
  kind           INTEGER NOT NULL,
  quote          TEXT NOT NULL DEFAULT '',
  prefix         TEXT NOT NULL DEFAULT '',
  suffix         TEXT NOT NULL DEFAULT '',
  speaker_id     INTEGER REFERENCES speaker (id),
  speaker_start  INTEGER NOT NULL DEFAULT 0,
  speaker_stop   INTEGER NOT NULL DEFAULT 0,
  cue            TEXT,
  cue_start      INTEGER NOT NULL DEFAULT 0,
  cue_stop       INTEGER NOT NULL DEFAULT 0,
  via            TEXT NOT NULL DEFAULT '',
  countries      TEXT NOT NULL DEFAULT '',
  event          TEXT,
  event_reason   TEXT,
  event_first    INTEGER,
  event_last     INTEGER,
  event_flags    INTEGER NOT NULL DEFAULT 0,
  stated         TEXT,
  stated_reason  TEXT,
  stated_first   INTEGER,
  stated_last    INTEGER,
  stated_flags   INTEGER NOT NULL DEFAULT 0,
  confidence     REAL NOT NULL DEFAULT 0,
  review         INTEGER NOT NULL DEFAULT 0,
  verdict        INTEGER NOT NULL DEFAULT 0,
  verdict_reason TEXT,
  user_fields    INTEGER NOT NULL DEFAULT 0,
  by_person      INTEGER NOT NULL DEFAULT 0,
  why            TEXT NOT NULL DEFAULT ''
) STRICT;

-- All that the columns in memory are made of, in their order: one scan opens a dossier.
CREATE INDEX claim_columns ON claim (source_id, start, id, kind, review, speaker_id, event_first, event_last,
                                     event_flags, stated_first, stated_last, stated_flags, countries);
CREATE INDEX claim_speaker ON claim (speaker_id);

CREATE TABLE note (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER REFERENCES source (id) ON DELETE CASCADE,
  claim_id  INTEGER REFERENCES claim (id) ON DELETE SET NULL,
  start     INTEGER NOT NULL DEFAULT 0,
  stop      INTEGER NOT NULL DEFAULT 0,
  quote     TEXT NOT NULL DEFAULT '',
  prefix    TEXT NOT NULL DEFAULT '',
  suffix    TEXT NOT NULL DEFAULT '',
  text      TEXT NOT NULL DEFAULT '',
  colour    TEXT,
  tags      TEXT NOT NULL DEFAULT '',
  created   INTEGER NOT NULL DEFAULT 0,
  modified  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX note_source ON note (source_id);
CREATE INDEX note_claim ON note (claim_id);

CREATE TABLE link (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  from_claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  to_claim   INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  relation   INTEGER NOT NULL,
  why        TEXT,
  confidence REAL NOT NULL DEFAULT 0,
  review     INTEGER NOT NULL DEFAULT 0,
  by_person  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX link_from ON link (from_claim);
CREATE INDEX link_to ON link (to_claim);

-- One row a step of undo, and what it changed: one row a column, or, with col NULL, the whole row as it was
-- before (deleted) or is after (inserted).
CREATE TABLE edit (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  label     TEXT NOT NULL,
  time      INTEGER NOT NULL,
  undone    INTEGER NOT NULL DEFAULT 0,
  merge_key TEXT
) STRICT;

CREATE TABLE change (
  id      INTEGER PRIMARY KEY,
  edit_id INTEGER NOT NULL REFERENCES edit (id) ON DELETE CASCADE,
  tbl     TEXT NOT NULL,
  row     INTEGER NOT NULL,
  col     TEXT,
  before  ANY,
  after   ANY
) STRICT;

CREATE INDEX edit_undone ON edit (id) WHERE undone = 1;
CREATE INDEX change_edit ON change (edit_id);
CREATE INDEX change_row ON change (row, tbl);

-- Only texts are ranked, so only their sizes are kept.
CREATE VIRTUAL TABLE body_fts USING fts5 (text, content = 'source_body', content_rowid = 'id',
                                          tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE title_fts USING fts5 (title, outlet, byline, content = 'source', content_rowid = 'id',
                                           columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE speaker_fts USING fts5 (name, content = 'speaker', content_rowid = 'id',
                                             columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_fts USING fts5 (quote, content = 'claim', content_rowid = 'id',
                                           columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE note_fts USING fts5 (text, tags, content = 'note', content_rowid = 'id',
                                          columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');

-- Fewer, larger merges: an import writes each word fewer times, a search looks at up to eight parts.
INSERT INTO body_fts (body_fts, rank) VALUES ('automerge', 8);
INSERT INTO claim_fts (claim_fts, rank) VALUES ('automerge', 8);

PRAGMA application_id = 0x446f7373;
PRAGMA user_version = 1;

INSERT INTO value VALUES ('title', 'Old dossier');
INSERT INTO source (id, title, published, published_first, published_last, sha256, countries, imported, n_chars)
  VALUES (1, 'Bridge tender', '2020-02', 18293, 18321,
          '72f6e7e1c84f5ad4f1c2bf7bf1a01f9bbd8bbd1a7c5d8ef2f0ac2a2da2d4fd11', 'NO SE', 1700000000, 29);
INSERT INTO source_body (id, blocks, mentions, text) VALUES (1, '0-29 paragraph' || char (10), '', 'She said the bridge is sound.');
INSERT INTO speaker (id, name) VALUES (1, 'Marta Quell');
INSERT INTO claim (id, source_id, start, stop, kind, quote, speaker_id, countries, event, event_first, event_last, why)
  VALUES (1, 1, 9, 28, 4, 'the bridge is sound', 1, 'NO', '2019', 17897, 18261, '4-8 kind.cue' || char (10));
INSERT INTO note (id, source_id, claim_id, text, tags) VALUES (1, 1, 1, 'Ask again', 'bridge');
INSERT INTO edit (id, label, time) VALUES (1, 'Set kind', 1700000000);
INSERT INTO change (edit_id, tbl, row, col, before, after) VALUES (1, 'claim', 1, 'kind', 5, 4);
INSERT INTO body_fts (rowid, text) VALUES (1, 'She said the bridge is sound.');
INSERT INTO title_fts (rowid, title, outlet, byline) VALUES (1, 'Bridge tender', NULL, NULL);
INSERT INTO speaker_fts (rowid, name) VALUES (1, 'Marta Quell');
INSERT INTO claim_fts (rowid, quote) VALUES (1, 'the bridge is sound');
INSERT INTO note_fts (rowid, text, tags) VALUES (1, 'Ask again', 'bridge');

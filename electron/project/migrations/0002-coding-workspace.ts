/** The words of a memo's body: of each block on a line, put together from its differently set parts. */
const wordsOf = (row: string): string => `coalesce((
  SELECT group_concat(words, char(10) ORDER BY first) FROM (
    SELECT group_concat(value, '' ORDER BY id) AS words, min(id) AS first
      FROM json_tree(CASE ${row}.body WHEN '' THEN 'null' ELSE ${row}.body END)
      WHERE key = 'text' AND type = 'text'
      GROUP BY rtrim(rtrim(path, ']'), '0123456789'))), '')`;

/**
 * Version 2: marks on codings, notes at places of a source, attributes of cases, saved queries, and
 * what is derived for search and for links between memos and what they name.
 */
export const codingWorkspace = `
ALTER TABLE coding ADD COLUMN important INTEGER NOT NULL DEFAULT 0;
ALTER TABLE coding ADD COLUMN level TEXT;

-- A note on a place of a source: a half-open range in UTF-16 code units, else both null.
ALTER TABLE memo ADD COLUMN start INTEGER;
ALTER TABLE memo ADD COLUMN end INTEGER;
-- The day an entry of the journal is about (YYYY-MM-DD), which need not be when it was written.
ALTER TABLE memo ADD COLUMN day TEXT;

-- Words that a memo quotes and that no coding holds; moved when the text is corrected.
CREATE TABLE passage (
  id TEXT PRIMARY KEY,
  sourceId TEXT NOT NULL REFERENCES source(id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_by_source ON passage(sourceId, start);

CREATE TABLE attribute (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute_value (
  id TEXT PRIMARY KEY,
  attributeId TEXT NOT NULL REFERENCES attribute(id),
  caseId TEXT NOT NULL REFERENCES "case"(id),
  value TEXT NOT NULL,
  UNIQUE (attributeId, caseId)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribute_value_by_case ON attribute_value(caseId);

CREATE TABLE query (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  coderId TEXT NOT NULL REFERENCES coder(id),
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Codes with similar names that somebody decided to keep apart.
CREATE TABLE kept_apart (
  id TEXT PRIMARY KEY,
  codeId TEXT NOT NULL REFERENCES code(id),
  otherId TEXT NOT NULL REFERENCES code(id),
  coderId TEXT NOT NULL REFERENCES coder(id),
  createdAt TEXT NOT NULL,
  CHECK (codeId < otherId),
  UNIQUE (codeId, otherId)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_apart_by_other ON kept_apart(otherId);

-- Which codes only one coder has used.
CREATE INDEX coding_by_code_and_coder ON coding(codeId, coderId);

-- Derived, kept by triggers, never recorded: what the memos link to (see shared/text/links.ts).
CREATE TABLE memo_link (
  memoId TEXT NOT NULL,
  targetKind TEXT NOT NULL,
  targetId TEXT NOT NULL,
  PRIMARY KEY (memoId, targetKind, targetId)
) STRICT, WITHOUT ROWID;
CREATE INDEX memo_link_by_target ON memo_link(targetId);
CREATE TRIGGER memo_link_insert AFTER INSERT ON memo WHEN NEW.body <> '' BEGIN
  INSERT INTO memo_link SELECT DISTINCT NEW.id, substr(value, 12, instr(value, '/') - 12),
    substr(value, instr(value, '/') + 1) FROM json_tree(NEW.body)
    WHERE key = 'url' AND type = 'text' AND value LIKE 'understory:_%/_%';
END;
CREATE TRIGGER memo_link_update AFTER UPDATE OF body ON memo BEGIN
  DELETE FROM memo_link WHERE memoId = OLD.id;
  INSERT INTO memo_link SELECT DISTINCT NEW.id, substr(value, 12, instr(value, '/') - 12),
    substr(value, instr(value, '/') + 1)
    FROM json_tree(CASE NEW.body WHEN '' THEN 'null' ELSE NEW.body END)
    WHERE key = 'url' AND type = 'text' AND value LIKE 'understory:_%/_%';
END;
CREATE TRIGGER memo_link_delete AFTER DELETE ON memo BEGIN
  DELETE FROM memo_link WHERE memoId = OLD.id;
END;

-- Derived, never recorded: the plain words of memos, so that lists need not read whole bodies.
CREATE TABLE memo_words (
  memoId TEXT PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;
CREATE TRIGGER memo_words_insert AFTER INSERT ON memo BEGIN
  INSERT INTO memo_words VALUES (NEW.id, ${wordsOf('NEW')});
END;
CREATE TRIGGER memo_words_update AFTER UPDATE OF body ON memo BEGIN
  UPDATE memo_words SET words = ${wordsOf('NEW')} WHERE memoId = NEW.id;
END;
CREATE TRIGGER memo_words_delete AFTER DELETE ON memo BEGIN
  DELETE FROM memo_words WHERE memoId = OLD.id;
END;
INSERT INTO memo_words SELECT id, ${wordsOf('memo')} FROM memo;

-- Derived, never recorded: what full-text search finds. The words themselves are only in the texts
-- and records; an entry's id is its rowid in both indexes, of stems and of words as they stand.
CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  recordId TEXT NOT NULL,
  sourceId TEXT
) STRICT;
CREATE UNIQUE INDEX search_entry_by_record ON search_entry(recordId);
CREATE INDEX search_entry_by_source ON search_entry(sourceId) WHERE sourceId IS NOT NULL;
CREATE VIRTUAL TABLE search_stem USING fts5(words, content='', contentless_delete=1,
  prefix='2 3', tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE search_word USING fts5(words, content='', contentless_delete=1,
  prefix='2 3', tokenize="unicode61 remove_diacritics 2");

-- What has changed since it was indexed: brought up to date before the next search.
CREATE TABLE search_stale (
  kind TEXT NOT NULL,
  recordId TEXT NOT NULL,
  PRIMARY KEY (kind, recordId)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER search_turn_insert AFTER INSERT ON turn BEGIN
  INSERT INTO search_stale VALUES ('source', NEW.sourceId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_turn_update AFTER UPDATE OF start, speechStart, end ON turn BEGIN
  INSERT INTO search_stale VALUES ('source', NEW.sourceId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_turn_delete AFTER DELETE ON turn BEGIN
  INSERT INTO search_stale VALUES ('source', OLD.sourceId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_text_update AFTER UPDATE OF body ON source_text BEGIN
  INSERT INTO search_stale VALUES ('source', NEW.id) ON CONFLICT DO NOTHING;
END;
${(['memo', 'code', 'theme'] as const)
  .map(
    (kind) => `
CREATE TRIGGER search_${kind}_insert AFTER INSERT ON ${kind} BEGIN
  INSERT INTO search_stale VALUES ('${kind}', NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_${kind}_update AFTER UPDATE ON ${kind} BEGIN
  INSERT INTO search_stale VALUES ('${kind}', NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_${kind}_delete AFTER DELETE ON ${kind} BEGIN
  INSERT INTO search_stale VALUES ('${kind}', OLD.id) ON CONFLICT DO NOTHING;
END;`,
  )
  .join('')}
INSERT INTO search_stale SELECT 'source', id FROM source;
INSERT INTO search_stale SELECT 'memo', id FROM memo;
INSERT INTO search_stale SELECT 'code', id FROM code;
INSERT INTO search_stale SELECT 'theme', id FROM theme;
`;

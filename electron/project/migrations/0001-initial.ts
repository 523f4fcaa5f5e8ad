/** Version 1: the study, its sources and codebook, codings, memos, themes, and the change record. */
export const initial = `
CREATE TABLE project (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE coder (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "group" (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE time_point (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "case" (
  id TEXT PRIMARY KEY,
  pseudonym TEXT NOT NULL UNIQUE,
  groupId TEXT REFERENCES "group"(id),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  groupId TEXT REFERENCES "group"(id),
  caseId TEXT REFERENCES "case"(id),
  timePointId TEXT REFERENCES time_point(id),
  fileName TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  sha256 TEXT NOT NULL,
  length INTEGER NOT NULL,
  words INTEGER NOT NULL,
  importedAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX source_by_sha256 ON source(sha256);
CREATE INDEX source_by_case ON source(caseId);

-- The words of a source. A row outlives its source, so that undo and redo of an import need no
-- second copy. "edit" holds the last edit ({replacements, inverse}); a body changes only with it.
CREATE TABLE source_text (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  edit TEXT
) STRICT;

-- The imported bytes, compressed (zlib), by their own SHA-256.
CREATE TABLE original (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE speaker (
  id TEXT PRIMARY KEY,
  sourceId TEXT NOT NULL REFERENCES source(id),
  label TEXT NOT NULL,
  role TEXT NOT NULL,
  caseId TEXT REFERENCES "case"(id),
  UNIQUE (sourceId, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE turn (
  id TEXT PRIMARY KEY,
  sourceId TEXT NOT NULL REFERENCES source(id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  speechStart INTEGER NOT NULL,
  end INTEGER NOT NULL,
  speakerId TEXT REFERENCES speaker(id),
  startMs INTEGER,
  endMs INTEGER,
  CHECK (start <= speechStart AND speechStart <= end)
) STRICT, WITHOUT ROWID;
CREATE INDEX turn_by_source ON turn(sourceId, position);
CREATE INDEX turn_by_start ON turn(sourceId, start);
CREATE INDEX turn_by_speaker ON turn(speakerId);

CREATE TABLE code (
  id TEXT PRIMARY KEY,
  parentId TEXT REFERENCES code(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  colour INTEGER NOT NULL,
  definition TEXT NOT NULL,
  inclusion TEXT NOT NULL,
  exclusion TEXT NOT NULL,
  typicalExample TEXT NOT NULL,
  nearMiss TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX code_by_parent ON code(parentId, position);

CREATE TABLE coding (
  id TEXT PRIMARY KEY,
  sourceId TEXT NOT NULL REFERENCES source(id),
  codeId TEXT NOT NULL REFERENCES code(id),
  coderId TEXT NOT NULL REFERENCES coder(id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  createdAt TEXT NOT NULL,
  CHECK (start >= 0 AND start < end),
  UNIQUE (sourceId, start, end, codeId, coderId)
) STRICT, WITHOUT ROWID;
CREATE INDEX coding_by_code ON coding(codeId, sourceId, start);
CREATE INDEX coding_by_coder ON coding(coderId);

-- Derived, kept by triggers, never recorded: how many codings a code has in a source.
CREATE TABLE code_use (
  codeId TEXT NOT NULL,
  sourceId TEXT NOT NULL,
  codings INTEGER NOT NULL,
  PRIMARY KEY (codeId, sourceId)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_use_insert AFTER INSERT ON coding BEGIN
  INSERT INTO code_use VALUES (NEW.codeId, NEW.sourceId, 1)
    ON CONFLICT DO UPDATE SET codings = codings + 1;
END;
CREATE TRIGGER code_use_delete AFTER DELETE ON coding BEGIN
  UPDATE code_use SET codings = codings - 1 WHERE codeId = OLD.codeId AND sourceId = OLD.sourceId;
  DELETE FROM code_use WHERE codeId = OLD.codeId AND sourceId = OLD.sourceId AND codings = 0;
END;
CREATE TRIGGER code_use_move AFTER UPDATE OF codeId, sourceId ON coding BEGIN
  UPDATE code_use SET codings = codings - 1 WHERE codeId = OLD.codeId AND sourceId = OLD.sourceId;
  DELETE FROM code_use WHERE codeId = OLD.codeId AND sourceId = OLD.sourceId AND codings = 0;
  INSERT INTO code_use VALUES (NEW.codeId, NEW.sourceId, 1)
    ON CONFLICT DO UPDATE SET codings = codings + 1;
END;

CREATE TABLE memo (
  id TEXT PRIMARY KEY,
  targetKind TEXT NOT NULL,
  targetId TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  coderId TEXT NOT NULL REFERENCES coder(id),
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  CHECK ((targetKind = 'project') = (targetId IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX memo_by_target ON memo(targetId);

CREATE TABLE theme (
  id TEXT PRIMARY KEY,
  parentId TEXT REFERENCES theme(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  concept TEXT NOT NULL,
  boundaries TEXT NOT NULL,
  narrative TEXT NOT NULL,
  summary TEXT NOT NULL,
  status TEXT NOT NULL,
  retiredReason TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_by_parent ON theme(parentId, position);

CREATE TABLE theme_code (
  id TEXT PRIMARY KEY,
  themeId TEXT NOT NULL REFERENCES theme(id),
  codeId TEXT NOT NULL REFERENCES code(id),
  position INTEGER NOT NULL,
  UNIQUE (themeId, codeId)
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_code_by_code ON theme_code(codeId);

-- The change record. "hash" chains each set to the one before it; see changes.ts.
CREATE TABLE change_set (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  coderId TEXT,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  inverts TEXT,
  state TEXT NOT NULL DEFAULT 'done',
  hash BLOB
) STRICT;
CREATE INDEX change_set_undone ON change_set(seq) WHERE state = 'undone';
CREATE INDEX change_set_done ON change_set(seq) WHERE state = 'done' AND kind = 'edit';

-- "seal" is a random salt (16 bytes) and the SHA-256 of salt and contents (32 bytes). Where the
-- contents were removed the salt goes too, and the digest still stands in the chain.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  changeSet INTEGER NOT NULL REFERENCES change_set(seq),
  kind TEXT NOT NULL,
  recordId TEXT NOT NULL,
  operation TEXT NOT NULL,
  before TEXT,
  after TEXT,
  seal BLOB NOT NULL
) STRICT;
CREATE INDEX change_by_set ON change(changeSet);
CREATE INDEX change_by_record ON change(recordId);
`;

/** Removes what names a record by kind and id when that record goes, so that it comes back with it. */
const goesWith = (kind: 'theme' | 'code' | 'coding' | 'claim'): string => `
CREATE TRIGGER leave_${kind} AFTER DELETE ON ${kind} BEGIN
  DELETE FROM relation WHERE OLD.id IN (fromId, toId);
  DELETE FROM map_place WHERE nodeId = OLD.id;
  DELETE FROM support WHERE onId = OLD.id;
END;`;

/**
 * Version 3: the approach of a study, the thematic map, how extracts fit a theme, findings,
 * principles and planned changes with what they rest on, reports, review packs and what comes back.
 */
export const themesAndReview = `
ALTER TABLE project ADD COLUMN approach TEXT NOT NULL DEFAULT 'reflexive';

-- A labelled relation on the thematic map, between themes and codes.
CREATE TABLE relation (
  id TEXT PRIMARY KEY,
  fromKind TEXT NOT NULL,
  fromId TEXT NOT NULL,
  toKind TEXT NOT NULL,
  toId TEXT NOT NULL,
  label TEXT NOT NULL,
  CHECK (fromId <> toId)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_by_from ON relation(fromId);
CREATE INDEX relation_by_to ON relation(toId);

-- Where somebody put a theme or code on the map; what has no place here is laid out.
CREATE TABLE map_place (
  id TEXT PRIMARY KEY,
  nodeKind TEXT NOT NULL,
  nodeId TEXT NOT NULL UNIQUE,
  x REAL NOT NULL,
  y REAL NOT NULL
) STRICT, WITHOUT ROWID;

-- How a coding fits a theme, where somebody has said so.
CREATE TABLE extract (
  id TEXT PRIMARY KEY,
  themeId TEXT NOT NULL REFERENCES theme(id) ON DELETE CASCADE,
  codingId TEXT NOT NULL REFERENCES coding(id) ON DELETE CASCADE,
  fit TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (themeId, codingId)
) STRICT, WITHOUT ROWID;
CREATE INDEX extract_by_coding ON extract(codingId);

-- A finding, a guiding principle or a planned change.
CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  statement TEXT NOT NULL,
  note TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a claim rests on: a theme, a code, a coding or another claim.
CREATE TABLE support (
  id TEXT PRIMARY KEY,
  claimId TEXT NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
  onKind TEXT NOT NULL,
  onId TEXT NOT NULL,
  CHECK (claimId <> onId),
  UNIQUE (claimId, onId)
) STRICT, WITHOUT ROWID;
CREATE INDEX support_by_on ON support(onId);

-- A report is put together from parts (JSON, see shared/model/report.ts).
CREATE TABLE report (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  parts TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What reviewers were given to read, as it was given (JSON, see shared/model/review-pack.ts).
CREATE TABLE review_pack (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  contents TEXT NOT NULL,
  coderId TEXT NOT NULL REFERENCES coder(id),
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reply (
  id TEXT PRIMARY KEY,
  packId TEXT NOT NULL REFERENCES review_pack(id),
  reviewer TEXT NOT NULL,
  role TEXT NOT NULL,
  -- Of what was answered, so that the same reply twice is noticed.
  sha256 TEXT NOT NULL UNIQUE,
  answeredAt TEXT NOT NULL,
  receivedAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reply_by_pack ON reply(packId);

-- One answer of a reply: on a theme, or (themeId and themeName null) on the whole.
CREATE TABLE reply_item (
  id TEXT PRIMARY KEY,
  replyId TEXT NOT NULL REFERENCES reply(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  themeId TEXT REFERENCES theme(id) ON DELETE SET NULL,
  themeName TEXT,
  answer TEXT,
  comment TEXT NOT NULL,
  outcome TEXT NOT NULL,
  outcomeNote TEXT NOT NULL,
  outcomeAt TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX reply_item_by_reply ON reply_item(replyId, position);
CREATE INDEX reply_item_by_theme ON reply_item(themeId);

-- What the study says of its public involvement, by the items of GRIPP2 short form.
CREATE TABLE ppi_report (
  id TEXT PRIMARY KEY,
  aim TEXT NOT NULL,
  methods TEXT NOT NULL,
  results TEXT NOT NULL,
  influence TEXT NOT NULL,
  reflection TEXT NOT NULL
) STRICT, WITHOUT ROWID;
${(['theme', 'code', 'coding', 'claim'] as const).map(goesWith).join('')}
`;

import { Failure } from '#shared/contract/errors.ts';
import {
  type Attribute,
  type AttributeValue,
  attributeSchema,
  attributeValueSchema,
} from '#shared/model/attribute.ts';
import { type Case, caseSchema } from '#shared/model/case.ts';
import type { RecordKind } from '#shared/model/change.ts';
import { type Claim, claimSchema, type Support, supportSchema } from '#shared/model/claim.ts';
import { type Code, codeSchema } from '#shared/model/code.ts';
import { type Coder, coderSchema } from '#shared/model/coder.ts';
import { type Coding, codingSchema } from '#shared/model/coding.ts';
import { type Extract, extractSchema } from '#shared/model/extract.ts';
import { type Group, groupSchema } from '#shared/model/group.ts';
import { type KeptApart, keptApartSchema } from '#shared/model/kept-apart.ts';
import { type MapPlace, mapPlaceSchema } from '#shared/model/map-place.ts';
import { type Memo, memoSchema } from '#shared/model/memo.ts';
import { type Passage, passageSchema } from '#shared/model/passage.ts';
import { type PpiReport, ppiReportSchema } from '#shared/model/ppi-report.ts';
import { type Project, projectSchema } from '#shared/model/project.ts';
import { type Query, querySchema } from '#shared/model/query.ts';
import { type Relation, relationSchema } from '#shared/model/relation.ts';
import { type Reply, type ReplyItem, replyItemSchema, replySchema } from '#shared/model/reply.ts';
import { type Report, reportSchema } from '#shared/model/report.ts';
import { type ReviewPack, reviewPackSchema } from '#shared/model/review-pack.ts';
import { type Source, sourceSchema } from '#shared/model/source.ts';
import { type Speaker, speakerSchema } from '#shared/model/speaker.ts';
import { type Theme, type ThemeCode, themeCodeSchema, themeSchema } from '#shared/model/theme.ts';
import { type TimePoint, timePointSchema } from '#shared/model/time-point.ts';
import { type Turn, turnSchema } from '#shared/model/turn.ts';
import type { Store } from './store.ts';

/** The record types that are rows of a table of the same name; texts have rules of their own. */
export interface RecordTypes {
  readonly project: Project;
  readonly coder: Coder;
  readonly group: Group;
  readonly time_point: TimePoint;
  readonly case: Case;
  readonly source: Source;
  readonly speaker: Speaker;
  readonly turn: Turn;
  readonly code: Code;
  readonly coding: Coding;
  readonly memo: Memo;
  readonly theme: Theme;
  readonly theme_code: ThemeCode;
  readonly attribute: Attribute;
  readonly attribute_value: AttributeValue;
  readonly query: Query;
  readonly passage: Passage;
  readonly kept_apart: KeptApart;
  readonly relation: Relation;
  readonly map_place: MapPlace;
  readonly extract: Extract;
  readonly claim: Claim;
  readonly support: Support;
  readonly report: Report;
  readonly review_pack: ReviewPack;
  readonly reply: Reply;
  readonly reply_item: ReplyItem;
  readonly ppi_report: PpiReport;
}
export type Kind = keyof RecordTypes;

const schemas = {
  project: projectSchema,
  coder: coderSchema,
  group: groupSchema,
  time_point: timePointSchema,
  case: caseSchema,
  source: sourceSchema,
  speaker: speakerSchema,
  turn: turnSchema,
  code: codeSchema,
  coding: codingSchema,
  memo: memoSchema,
  theme: themeSchema,
  theme_code: themeCodeSchema,
  attribute: attributeSchema,
  attribute_value: attributeValueSchema,
  query: querySchema,
  passage: passageSchema,
  kept_apart: keptApartSchema,
  relation: relationSchema,
  map_place: mapPlaceSchema,
  extract: extractSchema,
  claim: claimSchema,
  support: supportSchema,
  report: reportSchema,
  review_pack: reviewPackSchema,
  reply: replySchema,
  reply_item: replyItemSchema,
  ppi_report: ppiReportSchema,
} as const;

const columnsOf = (kind: Kind): readonly string[] => Object.keys(schemas[kind].shape);

const insertSql = Object.fromEntries(
  (Object.keys(schemas) as Kind[]).map((kind) => {
    const columns = columnsOf(kind);
    return [
      kind,
      `INSERT INTO "${kind}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ];
  }),
) as Readonly<Record<Kind, string>>;

/** Whether a kind is a table of plain records (all but texts). */
export const isKind = (kind: RecordKind): kind is Kind => Object.hasOwn(schemas, kind);

/** Adds a record. Throws SQLite's constraint errors, which the project words. */
export const insertRecord = <K extends Kind>(
  store: Store,
  kind: K,
  record: RecordTypes[K],
): void => {
  const row = record as Readonly<Record<string, unknown>>;
  store.run(insertSql[kind], ...columnsOf(kind).map((column) => row[column]));
};

/** Changes the given fields of a record; fields that are absent or undefined stay. */
export const updateRecord = <K extends Kind>(
  store: Store,
  kind: K,
  change: { readonly id: string } & {
    readonly [F in keyof RecordTypes[K]]?: RecordTypes[K][F] | undefined;
  },
): void => {
  const row = change as Readonly<Record<string, unknown>>;
  const columns = columnsOf(kind).filter((column) => column !== 'id' && row[column] !== undefined);
  if (columns.length === 0) return;
  const sets = columns.map((column) => `${column} = ?`).join(', ');
  const touched = store.run(
    `UPDATE "${kind}" SET ${sets} WHERE id = ?`,
    ...columns.map((column) => row[column]),
    change.id,
  );
  if (touched === 0) throw new Failure('not-found', undefined, { kind, id: change.id });
};

/** Removes a record that must be there. */
export const deleteRecord = (store: Store, kind: Kind, id: string): void => {
  if (store.run(`DELETE FROM "${kind}" WHERE id = ?`, id) === 0)
    throw new Failure('not-found', undefined, { kind, id });
};

/** The record with this id, or undefined. */
export const findRecord = <K extends Kind>(
  store: Store,
  kind: K,
  id: string,
): RecordTypes[K] | undefined =>
  store.get<RecordTypes[K]>(`SELECT * FROM "${kind}" WHERE id = ?`, id);

/** The record with this id; throws `not-found` where there is none. */
export const getRecord = <K extends Kind>(store: Store, kind: K, id: string): RecordTypes[K] => {
  const record = findRecord(store, kind, id);
  if (record === undefined) throw new Failure('not-found', undefined, { kind, id });
  return record;
};

import type { RecordKind } from '#shared/model/change.ts';
import type { Store } from './store.ts';
import type { Dependent } from './undo-plan.ts';

/** More kinds of later work than this are summed up. */
const mostClauses = 3;

const nouns: Readonly<Record<RecordKind, readonly [one: string, many: string]>> = {
  project: ['the project', 'projects'],
  coder: ['coder', 'coders'],
  group: ['group', 'groups'],
  time_point: ['time point', 'time points'],
  case: ['case', 'cases'],
  source: ['source', 'sources'],
  source_text: ['the text of', 'texts'],
  speaker: ['speaker', 'speakers'],
  turn: ['turn', 'turns'],
  code: ['code', 'codes'],
  coding: ['coding', 'codings'],
  memo: ['memo', 'memos'],
  theme: ['theme', 'themes'],
  theme_code: ['place in a theme', 'places in themes'],
  attribute: ['attribute', 'attributes'],
  attribute_value: ['value of an attribute', 'values of attributes'],
  query: ['saved query', 'saved queries'],
  passage: ['quoted passage', 'quoted passages'],
  kept_apart: ['pair of codes kept apart', 'pairs of codes kept apart'],
  relation: ['relation on the map', 'relations on the map'],
  map_place: ['place on the map', 'places on the map'],
  extract: ['extract', 'extracts'],
  claim: ['claim', 'claims'],
  support: ['piece of support', 'pieces of support'],
  report: ['report', 'reports'],
  review_pack: ['review pack', 'review packs'],
  reply: ['reply', 'replies'],
  reply_item: ['answer of a reply', 'answers of replies'],
  ppi_report: ['PPI report', 'PPI reports'],
};

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

type Row = Readonly<Record<string, unknown>>;

const rowOf = (store: Store, kind: RecordKind, id: string): Row => {
  const table = kind === 'source_text' ? 'source' : kind;
  const row = store.get<Row>(`SELECT * FROM "${table}" WHERE id = ?`, id);
  if (row !== undefined) return row;
  // What is gone is called what it was called last.
  const last = store.get<{ before: string | null }>(
    `SELECT before FROM change WHERE recordId = ? AND operation = 'delete' ORDER BY seq DESC LIMIT 1`,
    id,
  );
  return last?.before == null ? {} : (JSON.parse(last.before) as Row);
};

const nameOf = (store: Store, kind: RecordKind, id: string): string | null => {
  const row = rowOf(store, kind, id);
  const own = text(
    row['name'] ?? row['title'] ?? row['label'] ?? row['pseudonym'] ?? row['statement'],
  );
  if (own !== null || kind !== 'coding') return own;
  const code = text(row['codeId']);
  return code === null ? null : nameOf(store, 'code', code);
};

const called = (store: Store, { kind, recordId }: Dependent): string => {
  const name = nameOf(store, kind, recordId);
  const [noun] = nouns[kind];
  if (kind === 'coding') return name === null ? 'the coding' : `the coding with ‘${name}’`;
  if (kind === 'project') return noun;
  return name === null ? `the ${noun.replace(/^the /u, '')}` : `${noun} ‘${name}’`;
};

const verbs: readonly (readonly [fields: readonly string[], verb: string])[] = [
  [['name', 'title', 'label', 'pseudonym'], 'renamed'],
  [['parentId', 'position'], 'moved'],
  [['codeId'], 'recoded'],
  [['start', 'end', 'speechStart'], 'moved or resized'],
  [['important', 'level'], 'marked'],
  [['colour'], 'given another colour'],
];

const verbOf = ({ reason, fields }: Dependent): string => {
  if (reason === 'text') return 'edited';
  if (fields.length === 0) return 'deleted';
  const known = verbs.find(([names]) => fields.every((field) => names.includes(field)));
  return known?.[1] ?? 'changed';
};

const dayOf = (at: string, now: Date): string => {
  const day = new Date(at);
  return day.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(day.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  });
};

/** When and by whom a set was made: ` on 3 May by Ruth`; nothing where it is not known. */
const whenAndWho = (store: Store, seq: number | null): string => {
  if (seq === null) return '';
  const set = store.get<{ at: string; name: string | null }>(
    `SELECT s.at, coder.name FROM change_set s LEFT JOIN coder ON coder.id = s.coderId WHERE seq = ?`,
    seq,
  );
  if (set === undefined) return '';
  return ` on ${dayOf(set.at, new Date())}${set.name === null ? '' : ` by ${set.name}`}`;
};

const counted = (count: number, kind: RecordKind): string =>
  `${count.toLocaleString('en-GB')} ${nouns[kind][count === 1 ? 0 : 1]}`;

/** What records that refer to another do, said of one and of several. */
const relations: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'coding.codeId': ['made since carries it', 'made since carry it'],
  'coding.sourceId': ['was made in it', 'were made in it'],
  'code.parentId': ['was put inside it', 'were put inside it'],
  'theme.parentId': ['was put inside it', 'were put inside it'],
  'theme_code.codeId': ['was given to it', 'were given to it'],
  'theme_code.themeId': ['was filled in it', 'were filled in it'],
  'support.claimId': ['was given to it', 'were given to it'],
  'support.onId': ['rests on it', 'rest on it'],
  'memo.targetId': ['was written on it', 'were written on it'],
};
const otherRelation = ['refers to it', 'refer to it'] as const;

/** One piece of later work, or several alike, as a clause. */
const clauseOf = (store: Store, alike: readonly Dependent[]): string => {
  const last = alike.reduce((a, b) => ((b.set ?? 0) > (a.set ?? 0) ? b : a));
  const { reason, kind, fields } = last;
  const count = new Set(alike.map((one) => one.recordId)).size;
  const when = whenAndWho(store, last.set);
  switch (reason) {
    case 'refers': {
      const words = relations[`${kind}.${fields[0] ?? ''}`] ?? otherRelation;
      return `${counted(count, kind)} ${words[count === 1 ? 0 : 1]}`;
    }
    case 'taken':
      return `another ${nouns[kind][0]} took its name or place${when}`;
    case 'nested':
      if (kind === 'support') return 'what the claim rested on came to rest on it';
      return `${called(store, last)} was moved into it${when}`;
    case 'made': {
      const steps = new Set(alike.map((one) => one.set)).size;
      return `${steps === 1 ? '1 step was' : `${steps.toLocaleString('en-GB')} steps were`} made as ‘${nameOf(store, kind, last.recordId) ?? ''}’`;
    }
    case 'text':
      if (kind !== 'source_text')
        return `${counted(count, kind)} ${count === 1 ? 'was' : 'were'} made or moved in the text`;
      return `${called(store, last)} was edited${when}`;
    case 'changed':
    case 'gone':
      return count === 1
        ? `${called(store, last)} was ${verbOf(last)}${when}`
        : `${counted(count, kind)} were ${verbOf(last)}, the last${when}`;
  }
};

/**
 * Why a step cannot be undone on its own, in people's words: `Since then code ‘Walking’ was renamed
 * on 3 May by Ruth and 12 codings made since carry it. Undo those first. Nothing was changed.`
 */
export const dependentsSentence = (store: Store, dependents: readonly Dependent[]): string => {
  const alike = Map.groupBy(
    dependents,
    (one) => `${one.reason === 'gone' ? 'changed' : one.reason} ${one.kind} ${verbOf(one)}`,
  );
  const groups = [...alike.values()];
  const clauses = groups.slice(0, mostClauses).map((group) => clauseOf(store, group));
  if (groups.length > mostClauses) clauses.push('more was done that builds on it');
  const sets = new Set(dependents.map((one) => one.set)).size;
  const those = sets === 1 ? 'that' : 'those';
  return `Since then ${new Intl.ListFormat('en-GB').format(clauses)}. Undo ${those} first. Nothing was changed.`;
};

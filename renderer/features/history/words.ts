import { counted } from '#renderer/ui/words.ts';
import type { Change, ChangeSet, RecordKind } from '#shared/model/change.ts';
import { paletteColour } from '#shared/model/code-palette.ts';
import { plainText } from '#shared/text/rich-text.ts';
import { partWords } from './part-words.ts';

/** The names of records by their ids, as far as they are known. */
export type Names = ReadonlyMap<string, string>;

/** One field of a change in people's words; '' where there was or is nothing. */
export interface FieldWords {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What the kinds of record are called within a sentence. */
export const kinds: Readonly<Record<RecordKind, string>> = {
  project: 'project',
  coder: 'coder',
  group: 'group',
  time_point: 'time point',
  case: 'case',
  source: 'source',
  source_text: 'text of source',
  speaker: 'speaker',
  turn: 'turn',
  code: 'code',
  coding: 'coding',
  memo: 'memo',
  theme: 'theme',
  theme_code: 'code in theme',
  attribute: 'attribute',
  attribute_value: 'value of attribute',
  query: 'saved query',
  passage: 'quoted passage',
  kept_apart: 'codes kept apart',
  relation: 'relation on the map',
  map_place: 'place on the map',
  extract: 'extract',
  claim: 'claim',
  support: 'piece of support',
  report: 'report',
  review_pack: 'review pack',
  reply: 'reply',
  reply_item: 'answer of a reply',
  ppi_report: 'PPI report',
};

const operations: Readonly<Record<Change['operation'], string>> = {
  insert: 'New',
  update: 'Changed',
  delete: 'Removed',
  edit: 'Edited',
};

/** What the fields are called on the screen. Those that are not here say nothing to people. */
const fields: Readonly<Record<string, string>> = {
  name: 'Name',
  title: 'Title',
  label: 'Label',
  value: 'Value',
  type: 'Type',
  attributeId: 'Attribute',
  important: 'Important',
  level: 'Level of meaning',
  pseudonym: 'Pseudonym',
  note: 'Note',
  role: 'Role',
  kind: 'Kind',
  parentId: 'Inside',
  sourceId: 'Source',
  codeId: 'Code',
  otherId: 'Other code',
  coderId: 'Coder',
  caseId: 'Case',
  groupId: 'Group',
  timePointId: 'Time point',
  themeId: 'Theme',
  speakerId: 'Speaker',
  targetId: 'About',
  colour: 'Colour',
  definition: 'Definition',
  inclusion: 'Inclusion criteria',
  exclusion: 'Exclusion criteria',
  typicalExample: 'Typical example',
  nearMiss: 'Near miss',
  concept: 'Central organising concept',
  boundaries: 'What it is not',
  approach: 'Approach',
  fit: 'How it fits',
  narrative: 'Narrative',
  summary: 'Plain-language summary',
  status: 'Status',
  retiredReason: 'Reason',
  body: 'Text',
  day: 'Day',
  position: 'Place in the order',
  start: 'Begins at character',
  end: 'Ends at character',
  reviewer: 'Reviewer',
  answer: 'Answer',
  comment: 'Comment',
  themeName: 'On theme',
  outcome: 'Outcome',
  outcomeNote: 'What was changed, or why not',
  aim: 'Aim',
  methods: 'Methods',
  results: 'Study results',
  influence: 'Influence on the study overall',
  reflection: 'Reflections and critical perspective',
  fileName: 'File',
  format: 'Format',
  words: 'Words',
  statement: 'Statement',
  claimId: 'Claim',
  onId: 'Rests on',
  fromId: 'From',
  toId: 'To',
  nodeId: 'Theme or code',
  x: 'Across',
  y: 'Down',
};

type Row = Readonly<Record<string, unknown>>;

const rowOf = (value: Change['before']): Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** What a field is called on the screen; undefined where it says nothing to people. */
export const fieldName = (field: string): string | undefined => fields[field];

/** The value of a field in people's words; '' where there is none. */
export const valueWords = (field: string, value: unknown, names: Names): string => {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') {
    if (field === 'colour') return paletteColour(value).name;
    if (field === 'important') return value === 1 ? 'yes' : 'no';
    // Counted from 0 and half-open inside; people count from 1, both ends included.
    return (field === 'start' || field === 'position' ? value + 1 : value).toLocaleString();
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field.endsWith('Id')) return names.get(value) ?? 'no longer in the project';
  return value.startsWith('{"root"') ? plainText(value) : value;
};

/** What a change did to which record, for example "New code 'Ten minutes'". */
export const titleOf = (
  { kind, operation, recordId, before, after }: Change,
  names: Names,
): string => {
  const row = { ...rowOf(before), ...rowOf(after) };
  const own = row['name'] ?? row['title'] ?? row['label'] ?? row['pseudonym'] ?? row['statement'];
  const name = typeof own === 'string' && own !== '' ? own : names.get(recordId);
  return `${operations[operation]} ${kinds[kind]}${name === undefined ? '' : ` ‘${name}’`}`;
};

/** How many places of an edited text are told one by one. */
const mostPlaces = 50;

const textsOf = (replacements: Change['before']): readonly string[] =>
  Array.isArray(replacements)
    ? replacements.map((one) => {
        const text = rowOf(one)['text'];
        return typeof text === 'string' ? text : '';
      })
    : [];

/** What took the place of what in a text, place by place. */
const placesOf = (before: Change['before'], after: Change['after']): readonly FieldWords[] => {
  const [old, now] = [textsOf(before), textsOf(after)];
  const count = Math.max(old.length, now.length);
  const places = Array.from({ length: Math.min(count, mostPlaces) }, (_, index) => ({
    name: count === 1 ? 'Words' : `Words, place ${index + 1}`,
    before: old[index] ?? '',
    after: now[index] ?? '',
  }));
  return count <= mostPlaces
    ? places
    : [
        ...places,
        { name: 'And', before: '', after: `${counted(count - mostPlaces, 'more place')}` },
      ];
};

/**
 * Whether a change only puts a coding or a turn where its words are after the text was edited, which
 * says nothing to people.
 */
export const isMove = ({ kind, operation, after }: Change): boolean =>
  operation === 'update' &&
  (kind === 'coding' || kind === 'turn') &&
  after !== null &&
  Object.keys(rowOf(after)).every((field) => /^(?:start|speechStart|end|position)$/u.test(field));

/** The fields that a change touched and that say something to people, in the order of the record. */
export const fieldsOf = (
  { kind, operation, before, after }: Change,
  names: Names,
): readonly FieldWords[] => {
  // An edit of a text is recorded as the words that took the place of others.
  if (operation === 'edit') return placesOf(before, after);
  const [old, now] = [rowOf(before), rowOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
    if (kind === 'report' && field === 'parts') return partWords(old[field], now[field], names);
    const name = fields[field];
    if (name === undefined) return [];
    const words = {
      name,
      before: valueWords(field, old[field], names),
      after: valueWords(field, now[field], names),
    };
    return words.before === words.after ? [] : [words];
  });
};

/** What a step was, in front of its name. */
export const setKinds: Readonly<Record<ChangeSet['kind'], string>> = {
  edit: '',
  undo: 'Undone: ',
  redo: 'Redone: ',
};

/** What has become of a step since. */
export const setStates: Readonly<Record<ChangeSet['state'], string>> = {
  done: '',
  undone: 'undone',
  abandoned: 'undone, and other work done since',
  'taken-back': 'taken back later',
};

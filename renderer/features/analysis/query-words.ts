import { listed, quoted } from '#renderer/ui/words.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import type { CodeSet, QueryCondition, QueryDefinition } from '#shared/model/query.ts';
import type { QueryPart } from '#shared/model/retrieval.ts';
import type { Lists } from './retrieval-rows.ts';

type How = QueryCondition['relation']['how'];

/** A relation, asked for or ruled out, as one choice. */
export type Way = `${'and' | 'not'} ${How}`;

/** The relations as they read in a sentence: `and shares words with ...`. */
export const ways: readonly { readonly id: Way; readonly name: string }[] = [
  { id: 'and overlapping', name: 'and shares words with' },
  { id: 'and within', name: 'and lies inside' },
  { id: 'and near', name: 'and is near' },
  { id: 'not overlapping', name: 'but shares no words with' },
  { id: 'not within', name: 'but does not lie inside' },
  { id: 'not near', name: 'but is not near' },
];

/** The choice that a condition has made. */
export const wayOf = ({ not, relation }: QueryCondition): Way =>
  `${not ? 'not' : 'and'} ${relation.how}`;

/** More names than this are counted instead. */
const mostNames = 3;

const saidNames = (names: readonly string[]): string =>
  names.length > mostNames ? `${names.length.toLocaleString()} of them` : listed(names);

type Named = readonly { readonly id: string; readonly name: string }[];

const namesOf = (ids: readonly string[], list: Named): string => {
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return saidNames(ids.map((id) => names.get(id) ?? 'one that is gone'));
};

const codesOf = ({ codeIds, themeIds }: CodeSet, lists: Lists): string =>
  namesOf([...codeIds, ...themeIds], [...lists.codes, ...lists.themes]);

const conditionOf = (condition: QueryCondition | undefined, lists: Lists): string => {
  if (condition === undefined) return 'the condition';
  const words = ways.find(({ id }) => id === wayOf(condition))?.name ?? '';
  const codes = codesOf(condition.codes, lists);
  return `${words} ${codes === '' ? 'any other coding' : codes}`;
};

const wordsOf = ({ part, index }: QueryPart, definition: QueryDefinition, lists: Lists): string => {
  switch (part) {
    case 'codes':
      return `Codes: ${codesOf(definition.codes, lists)}`;
    case 'condition':
      return conditionOf(definition.conditions[index], lists);
    case 'groups':
      return `Groups: ${namesOf(definition.groupIds, lists.groups)}`;
    case 'time points':
      return `Time points: ${namesOf(definition.timePointIds, lists.timePoints)}`;
    case 'cases':
      return `Cases: ${namesOf(definition.caseIds, lists.cases)}`;
    case 'sources':
      return `Sources: ${namesOf(definition.sourceIds, lists.sources)}`;
    case 'coders':
      return `Coders: ${namesOf(definition.coderIds, lists.coders)}`;
    case 'speakers':
      return `Speakers: ${saidNames(definition.speakerLabels)}`;
    case 'attribute': {
      const asked = definition.attributes[index];
      const name = lists.attributes.find(({ id }) => id === asked?.attributeId)?.name;
      return `${name ?? 'An attribute that is gone'}: ${saidNames(asked?.values ?? [])}`;
    }
    case 'important':
      return 'Only what is marked important';
    case 'level':
      return `Level of meaning: ${definition.level}`;
    default:
      return assertNever(part);
  }
};

/** What some parts of a query ask for, in its own words: `‘Groups: GP’ and ‘Codes: Sleep’`. */
export const partsInWords = (
  parts: readonly QueryPart[],
  definition: QueryDefinition,
  lists: Lists,
): string => listed(parts.map((part) => quoted(wordsOf(part, definition, lists))));

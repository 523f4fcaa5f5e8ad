import { fold } from '#renderer/ui/words.ts';
import type { Attribute, AttributeValue } from '#shared/model/attribute.ts';
import type { Case } from '#shared/model/case.ts';
import type { Group } from '#shared/model/group.ts';

/** A case with the name of its group ('' for none) and what attributes say of it, by their ids. */
export interface CaseEntry extends Case {
  readonly sources: number;
  readonly group: string;
  readonly values: ReadonlyMap<string, string>;
}

/** A column of the grid of cases. `width` is in CSS pixels at the usual size of type. */
export interface CaseColumn {
  /** The attribute's id where it is one. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'pseudonym' | 'group' | 'attribute' | 'note' | 'sources';
  readonly width: number;
  readonly attribute?: Attribute;
}

const before: readonly CaseColumn[] = [
  { id: 'pseudonym', name: 'Pseudonym', kind: 'pseudonym', width: 180 },
  { id: 'group', name: 'Group', kind: 'group', width: 140 },
];
const after: readonly CaseColumn[] = [
  { id: 'note', name: 'Note', kind: 'note', width: 300 },
  { id: 'sources', name: 'Sources', kind: 'sources', width: 84 },
];

/** The columns from left to right: who it is, the attributes in their order, note and sources. */
export const caseColumns = (attributes: readonly Attribute[]): readonly CaseColumn[] => [
  ...before,
  ...attributes.map(
    (attribute): CaseColumn => ({
      id: attribute.id,
      name: attribute.name,
      kind: 'attribute',
      width: 160,
      attribute,
    }),
  ),
  ...after,
];

/** Cases with what belongs to them. */
export const caseEntries = (
  cases: readonly (Case & { readonly sources: number })[],
  groups: readonly Group[],
  values: readonly AttributeValue[],
): readonly CaseEntry[] => {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const byCase = new Map(cases.map(({ id }) => [id, new Map<string, string>()]));
  for (const { caseId, attributeId, value } of values) byCase.get(caseId)?.set(attributeId, value);
  return cases.map((record) => ({
    ...record,
    group: names.get(record.groupId ?? '') ?? '',
    values: byCase.get(record.id) ?? new Map(),
  }));
};

/** What a cell says, as it is edited; '' for nothing. */
export const cellText = (entry: CaseEntry, { id, kind }: CaseColumn): string => {
  if (kind === 'attribute') return entry.values.get(id) ?? '';
  return kind === 'sources' ? entry.sources.toLocaleString() : entry[kind];
};

/** The cases that have these words in any cell, without regard to case and accents. */
export const matchingCases = (
  entries: readonly CaseEntry[],
  filter: string,
): readonly CaseEntry[] => {
  const typed = fold(filter.trim());
  return typed === ''
    ? entries
    : entries.filter(({ pseudonym, group, note, values }) =>
        fold([pseudonym, group, note, ...values.values()].join('\n')).includes(typed),
      );
};

const inOrder = new Intl.Collator(undefined, { numeric: true }).compare;

/** Where there are more values than this, each says something else: none is worth offering. */
const mostOffered = 100;

/** The values that an attribute has been given so far, in order, as far as they can be chosen from. */
export const usedValues = (
  entries: readonly CaseEntry[],
  attributeId: string,
): readonly string[] => {
  const used = new Set(entries.flatMap(({ values }) => values.get(attributeId) ?? []));
  return used.size > mostOffered ? [] : [...used].sort(inOrder);
};

/** Cells as spreadsheets put them on the clipboard: lines of cells with tabs between them. */
export const clipboardCells = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));

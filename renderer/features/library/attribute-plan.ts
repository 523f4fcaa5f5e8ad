import { fold } from '#renderer/ui/words.ts';
import type { Input } from '#shared/contract/index.ts';
import {
  type Attribute,
  type AttributeType,
  type AttributeValue,
  misfit,
} from '#shared/model/attribute.ts';
import type { Case } from '#shared/model/case.ts';

/** What a table is set beside. */
export interface Known {
  readonly cases: readonly Pick<Case, 'id' | 'pseudonym'>[];
  readonly attributes: readonly Attribute[];
  readonly values: readonly AttributeValue[];
}

/** A column of the table: the attribute that it is for, and what becomes of its values. */
export interface PlannedColumn {
  /** Its place in the table, counted from 0. */
  readonly index: number;
  readonly name: string;
  readonly type: AttributeType;
  readonly isNew: boolean;
  /** How many values are new or other ones than now, and how many stay as they are. */
  readonly set: number;
  readonly same: number;
}

/** A value that does not fit the type of its attribute; it is left out. */
export interface RefusedValue {
  readonly pseudonym: string;
  readonly column: string;
  readonly why: string;
}

/** What importing a table would do. */
export interface AttributePlan {
  readonly columns: readonly PlannedColumn[];
  readonly newCases: readonly string[];
  readonly knownCases: number;
  readonly refused: readonly RefusedValue[];
  /** Columns and rows that cannot be taken, each with why. */
  readonly leftOut: readonly string[];
  /** The call that does it; null where nothing would be set. */
  readonly input: Input<'attributes.setTable'> | null;
}

const longestName = 200;
const longestValue = 1000;

const fits = (type: AttributeType, cells: readonly string[]): boolean =>
  cells.every((cell) => misfit(type, cell) === null);

/** The type that all cells fit. Digits after a leading 0 are a label, not a number to count with. */
export const guessType = (cells: readonly string[]): AttributeType => {
  if (cells.length === 0) return 'text';
  if (fits('date', cells)) return 'date';
  return fits('number', cells) && !cells.some((cell) => /^-?0\d/u.test(cell)) ? 'number' : 'text';
};

interface Person {
  /** As it is in the project, or as the table writes it first. */
  readonly pseudonym: string;
  readonly id: string | null;
  readonly cells: readonly string[];
}

/** The rows that say something of a case, the first of each; and what is wrong with the others. */
const peopleIn = (rows: readonly (readonly string[])[], { cases }: Known) => {
  const known = new Map(cases.map((one) => [fold(one.pseudonym), one]));
  const people = new Map<string, Person>();
  const leftOut: string[] = [];
  for (const [index, cells] of rows.entries()) {
    const pseudonym = cells[0] ?? '';
    const row = `Row ${index + 2}`;
    if (pseudonym === '') leftOut.push(`${row} has no pseudonym.`);
    else if (pseudonym.length > longestName) leftOut.push(`${row}: its pseudonym is too long.`);
    else if (people.has(fold(pseudonym)))
      leftOut.push(`${row}: ${pseudonym} is in the table already.`);
    else {
      const found = known.get(fold(pseudonym));
      people.set(fold(pseudonym), {
        pseudonym: found?.pseudonym ?? pseudonym,
        id: found?.id ?? null,
        cells,
      });
    }
  }
  return { people: [...people.values()], leftOut };
};

interface Column {
  readonly index: number;
  readonly name: string;
  readonly type: AttributeType;
  readonly attribute: Attribute | undefined;
}

const columnsIn = (
  head: readonly string[],
  people: readonly Person[],
  { known, types }: { readonly known: Known; readonly types: Types },
) => {
  const attributes = new Map(known.attributes.map((one) => [fold(one.name), one]));
  const columns = new Map<string, Column>();
  const leftOut: string[] = [];
  const width = Math.max(head.length, ...people.map(({ cells }) => cells.length));
  for (let index = 1; index < width; index += 1) {
    const name = head[index] ?? '';
    const cells = people.map((one) => one.cells[index] ?? '').filter((cell) => cell !== '');
    if (cells.length === 0) {
      if (name !== '') leftOut.push(`Column ${name} has no values.`);
    } else if (name === '') leftOut.push(`Column ${index + 1} has no name.`);
    else if (name.length > longestName) leftOut.push(`Column ${index + 1}: its name is too long.`);
    else if (columns.has(fold(name))) leftOut.push(`There are two columns called ${name}.`);
    else {
      const attribute = attributes.get(fold(name));
      const type = attribute?.type ?? types[index] ?? guessType(cells);
      columns.set(fold(name), { index, name: attribute?.name ?? name, type, attribute });
    }
  }
  return { columns: [...columns.values()], leftOut };
};

/** The types chosen for new attributes, by the place of their column. */
export type Types = Readonly<Record<number, AttributeType>>;

const problemWith = (type: AttributeType, value: string): string | null =>
  value.length > longestValue ? 'It is longer than 1,000 characters.' : misfit(type, value);

/**
 * What a table would set: the first row has the names of attributes, the first column pseudonyms.
 * Names are those in the project without regard to capitals and accents. An empty cell leaves what
 * is there; a value that does not fit is left out and said.
 */
export const planAttributes = (
  [head = [], ...rows]: readonly (readonly string[])[],
  known: Known,
  types: Types = {},
): AttributePlan => {
  const { people, leftOut } = peopleIn(rows, known);
  const found = columnsIn(head, people, { known, types });
  const now = new Map(
    known.values.map(({ attributeId, caseId, value }) => [`${attributeId} ${caseId}`, value]),
  );
  const refused: RefusedValue[] = [];
  const counts = found.columns.map(() => ({ set: 0, same: 0 }));
  const planned = people.map(({ pseudonym, id, cells }) => ({
    pseudonym,
    values: found.columns.map(({ index, name, type, attribute }, at) => {
      const value = cells[index] ?? '';
      if (value === '') return null;
      const why = problemWith(type, value);
      if (why !== null) {
        refused.push({ pseudonym, column: name, why });
        return null;
      }
      const count = counts[at];
      const isSame = attribute !== undefined && now.get(`${attribute.id} ${id}`) === value;
      if (count !== undefined) count[isSame ? 'same' : 'set'] += 1;
      return isSame ? null : value;
    }),
  }));
  const newCases = people.filter(({ id }) => id === null).map(({ pseudonym }) => pseudonym);
  const isAnything = counts.some(({ set }) => set > 0);
  const added = new Set(newCases);
  return {
    columns: found.columns.map(({ index, name, type, attribute }, at) => ({
      index,
      name,
      type,
      isNew: attribute === undefined,
      set: counts[at]?.set ?? 0,
      same: counts[at]?.same ?? 0,
    })),
    newCases,
    knownCases: people.length - newCases.length,
    refused,
    leftOut: [...leftOut, ...found.leftOut],
    input: isAnything
      ? {
          attributes: found.columns.map(({ name, type }) => ({ name, type })),
          rows: planned.filter(
            ({ pseudonym, values }) =>
              added.has(pseudonym) || values.some((value) => value !== null),
          ),
        }
      : null,
  };
};

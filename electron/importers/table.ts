import Papa from 'papaparse';
import type { ImportWarning } from '#shared/model/document.ts';
import type { Decoded } from './encoding.ts';
import { Refused } from './refusal.ts';

/** Larger tables are refused: a hundred thousand answers are a survey of the largest kind. */
const longestTable = 10_000_000;
const mostCells = 200_000;
const mostColumns = 500;

/** A table of values: its rows from top to bottom, the cells trimmed, rows without words left out. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly warnings: readonly ImportWarning[];
}

const tooLarge = (what: string): Refused =>
  new Refused('too-large', `The table has ${what}. Divide it into several files and import those.`);

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;

/** Rows with more or fewer cells than the first one. Empty cells at the end do not count. */
const uneven = (rows: readonly (readonly string[])[]): ImportWarning[] => {
  const width = rows[0]?.length ?? 0;
  const first = rows.findIndex((row) => row.length > width);
  const count = rows.filter((row) => row.length > width).length;
  return first < 0
    ? []
    : [
        {
          code: 'table-uneven',
          message: `${counted(count, 'row')} (the first is row ${first + 1}) ${count === 1 ? 'has' : 'have'} more cells than the head of the table. No words were left out. Check that quotation marks are right there.`,
        },
      ];
};

const unclosed = (errors: readonly Papa.ParseError[]): ImportWarning[] => {
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  return open === undefined
    ? []
    : [
        {
          code: 'table-uneven',
          message: `A quotation mark is opened in row ${(open.row ?? 0) + 1} and never closed, so that the rest of the table is in one cell.`,
        },
      ];
};

const withoutEmptyEnd = (row: readonly string[]): readonly string[] =>
  row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);

/**
 * A table from text with commas, semicolons, tabs or bars between cells: the one that a first line
 * `sep=;` names, tabs where `isTabbed` says so, else the one that fits best. Throws `Refused` with
 * `empty-file` or `too-large`.
 */
export const readTable = ({ text }: Decoded, isTabbed: boolean): Table => {
  if (text.length > longestTable) throw tooLarge('more than 10 million characters');
  const named = /^"?sep=([^"\n])"?[ \t]*\n/iu.exec(text);
  const { data, errors } = Papa.parse<string[]>(
    named === null ? text : text.slice(named[0].length),
    {
      skipEmptyLines: 'greedy',
      delimitersToGuess: [',', ';', '\t', '|'],
      newline: '\n',
      ...(named?.[1] === undefined ? {} : { delimiter: named[1] }),
      ...(named === null && isTabbed ? { delimiter: '\t' } : {}),
    },
  );
  const rows = data
    .map((row) => withoutEmptyEnd(row.map((cell) => cell.trim())))
    .filter((row) => row.length > 0);
  if (rows.length === 0) throw new Refused('empty-file', 'The table is empty.');
  if (rows.some((row) => row.length > mostColumns))
    throw tooLarge(`more than ${mostColumns} columns`);
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  if (cells > mostCells) throw tooLarge(`more than ${mostCells.toLocaleString('en-GB')} cells`);
  return { rows, warnings: [...uneven(rows), ...unclosed(errors)] };
};

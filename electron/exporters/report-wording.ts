import type { WrittenReport } from '#shared/model/written.ts';
import { longDate } from './wording.ts';

/** What stands under the title: the study and the day. */
export const aboutReport = ({ project, date }: WrittenReport): readonly string[] => [
  project,
  longDate(date),
];

/** The headers of the table of themes. */
export const tableHeaders = ({ hasCounts }: { readonly hasCounts: boolean }): readonly string[] => [
  'Theme',
  'Subtheme',
  ...(hasCounts ? ['Quotes (people)'] : []),
  'Illustrative quote',
];

/** What is said in a cell of the table where no quote stands for a theme. */
export const noQuote = '–';

/** What a claim rests on, in words; '' where nothing is named. */
export const restsOnWords = (names: readonly string[]): string =>
  names.length === 0 ? '' : `Rests on: ${names.join('; ')}`;

/** A quote's words in the marks of a quotation. */
export const inMarks = (text: string): string => `“${text.trim()}”`;

/** Prose as paragraphs: empty lines part them. */
export const paragraphsIn = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\n\s*\n/u)
    .filter((each) => each !== '');

import { paletteColour } from '#shared/model/code-palette.ts';
import { type Codebook, type CodebookCode, codeParts } from '#shared/model/codebook.ts';
import type { CodebookOptions } from './exported.ts';

/** A count with its noun, as British English writes numbers. */
export const countOf = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : `${noun}s`}`;

/** The day as it is read: `24 November 2026`. */
export const longDate = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Who and how much, for a title page: `Coders: A, B`, `57 codes`. */
export const aboutLines = ({ date, coders, codes }: Codebook): readonly string[] => [
  longDate(date),
  ...(coders.length === 0
    ? []
    : [`${coders.length === 1 ? 'Coder' : 'Coders'}: ${coders.join(', ')}`]),
  countOf(codes.length, 'code'),
];

/** How often a code is used: `23 codings in 11 sources`. */
const useOf = ({ codings, sources }: CodebookCode): string =>
  codings === 0
    ? 'No codings yet'
    : `${countOf(codings, 'coding')} in ${countOf(sources, 'source')}`;

/** The line under a code's name: where it is nested, its colour in words, how often it is used. */
export const metaOf = (code: CodebookCode, { counts }: CodebookOptions): readonly string[] => [
  ...(code.path.length > 1 ? [`In ${code.path.slice(0, -1).join(' › ')}`] : []),
  paletteColour(code.colour).name,
  ...(counts ? [useOf(code)] : []),
];

/** The parts of a code's description that are written, with their labels, in reading order. */
export const writtenParts = (
  code: CodebookCode,
): readonly { readonly label: string; readonly text: string }[] =>
  codeParts
    .map(({ key, label }) => ({ label, text: code[key].trim() }))
    .filter(({ text }) => text !== '');

/** Whose words a quote is and where they stand: `Marian, P01 baseline`. */
export const attribution = ({ example }: CodebookCode): string =>
  example === null
    ? ''
    : [example.speaker, example.source].filter((part) => part !== null).join(', ');

/** What is said of a code that nothing has been written about. */
export const undefinedYet = 'No definition yet.';

export const exampleLabel = 'Example quote';

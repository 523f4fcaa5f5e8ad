import type { Code } from './code.ts';
import type { Theme } from './theme.ts';

/** The parts of a code's description, in the order in which people read them. */
export const codeParts = [
  { key: 'definition', label: 'Definition' },
  { key: 'inclusion', label: 'Inclusion' },
  { key: 'exclusion', label: 'Exclusion' },
  { key: 'typicalExample', label: 'Typical example' },
  { key: 'nearMiss', label: 'Near miss' },
] as const satisfies readonly { readonly key: keyof Code; readonly label: string }[];

/** A quote that shows a code in use, with where it is from. */
export interface ExampleQuote {
  readonly text: string;
  readonly source: string;
  /** The pseudonym of the case where the speaker stands for one, else the label; null: nobody. */
  readonly speaker: string | null;
}

/** A code as it stands in a codebook that leaves the project. */
export interface CodebookCode
  extends Pick<Code, 'id' | 'name' | 'colour' | (typeof codeParts)[number]['key']> {
  /** How deep it is nested among the codes of this codebook; 0 at the top. */
  readonly depth: number;
  /** The names from the top of the project's codebook down to the code's own. */
  readonly path: readonly string[];
  /** Codings that carry it, and sources that hold at least one; nested codes not counted in. */
  readonly codings: number;
  readonly sources: number;
  readonly example: ExampleQuote | null;
}

/** A theme as it stands in a codebook that leaves the project. */
export interface CodebookTheme
  extends Pick<
    Theme,
    'id' | 'name' | 'concept' | 'boundaries' | 'summary' | 'status' | 'retiredReason'
  > {
  /** The theme it is a subtheme of. */
  readonly parentName: string | null;
  readonly hasNarrative: boolean;
  /** Codes of this codebook that stand in it, in order. */
  readonly codeIds: readonly string[];
}

/** A codebook on its way out of the project: parents before children, siblings in order. */
export interface Codebook {
  readonly project: string;
  /** The day it was written, `YYYY-MM-DD`, where the researcher is. */
  readonly date: string;
  readonly coders: readonly string[];
  readonly codes: readonly CodebookCode[];
  readonly themes: readonly CodebookTheme[];
}

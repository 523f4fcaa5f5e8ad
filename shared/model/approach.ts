import { z } from 'zod';

/**
 * How a study does thematic analysis; the words and offers of the app follow. In a *reflexive* one
 * themes are made by the researcher, and counts and agreement between coders say little.
 */
export const approaches = ['reflexive', 'codebook', 'framework'] as const;
export const approachSchema = z.enum(approaches);
export type Approach = z.infer<typeof approachSchema>;

/** What the app offers to a study of an approach, and how it speaks of numbers. */
export interface Offers {
  /** What counts of codings say: where to look, or also how much there is. */
  readonly countsAs: 'orientation' | 'measure';
  /** Whether what leaves the project has counts in it, unless somebody asks otherwise. */
  readonly countsByDefault: boolean;
}

const offers: Readonly<Record<Approach, Offers>> = {
  reflexive: { countsAs: 'orientation', countsByDefault: false },
  codebook: { countsAs: 'measure', countsByDefault: true },
  framework: { countsAs: 'measure', countsByDefault: true },
};

/**
 * What an approach offers, after Braun and Clarke (2021), 'One size fits all? What counts as quality
 * practice in (reflexive) thematic analysis?', Qualitative Research in Psychology 18(3). Statistics of
 * agreement between coders, which have no place in a reflexive study, are offered to none.
 */
export const offersOf = (approach: Approach): Offers => offers[approach];

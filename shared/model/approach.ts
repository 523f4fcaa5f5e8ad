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
  /** Whether statistics of agreement between coders are offered at all. */
  readonly agreement: boolean;
  /** Whether the codebook is expected to be settled before everything is coded. */
  readonly codebookFirst: boolean;
}

const offers: Readonly<Record<Approach, Offers>> = {
  reflexive: {
    countsAs: 'orientation',
    countsByDefault: false,
    agreement: false,
    codebookFirst: false,
  },
  codebook: {
    countsAs: 'measure',
    countsByDefault: true,
    agreement: true,
    codebookFirst: true,
  },
  framework: {
    countsAs: 'measure',
    countsByDefault: true,
    agreement: true,
    codebookFirst: true,
  },
};

/**
 * What an approach offers, after Braun and Clarke (2021), 'One size fits all? What counts as quality
 * practice in (reflexive) thematic analysis?', Qualitative Research in Psychology 18(3): agreement
 * between coders belongs to coding reliability and codebook approaches, not to reflexive ones.
 */
export const offersOf = (approach: Approach): Offers => offers[approach];

import type { Approach } from '#shared/model/approach.ts';

/** How each approach is called, and what it means in one plain sentence. */
export const approachWords: Readonly<
  Record<Approach, { readonly name: string; readonly means: string }>
> = {
  reflexive: {
    name: 'Reflexive',
    means:
      'You make the themes through your own reading of the interviews, and codes change as you go.',
  },
  codebook: {
    name: 'Codebook',
    means: 'You settle a codebook early, and several people code with it in the same way.',
  },
  framework: {
    name: 'Framework',
    means: 'You sort what people say into a framework of topics, case by case, and compare.',
  },
};

/** What counts say in a study that does not measure by them. */
export const countsForOrientation =
  'Counts help you find your way here. How often something is said does not tell how much it matters.';

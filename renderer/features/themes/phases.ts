import type { AreaId } from '#renderer/state/navigation.ts';
import type { Theme } from '#shared/model/theme.ts';

/** The six phases of thematic analysis, after Braun and Clarke (2006, 2021), in their order. */
export const phases = [
  'familiarisation',
  'coding',
  'generating',
  'reviewing',
  'naming',
  'writing',
] as const;
export type Phase = (typeof phases)[number];

/** What each phase is called, and where it is done. */
export const phaseWords: Readonly<
  Record<Phase, { readonly name: string; readonly area: AreaId; readonly about: string }>
> = {
  familiarisation: {
    name: 'Familiarisation',
    area: 'coding',
    about: 'Read the interviews, and write down what you notice',
  },
  coding: { name: 'Coding', area: 'coding', about: 'Mark what is said with codes' },
  generating: {
    name: 'Generating themes',
    area: 'themes',
    about: 'Bring codes together into candidate themes',
  },
  reviewing: {
    name: 'Reviewing themes',
    area: 'themes',
    about: 'Hold each theme against its extracts and the whole of the data',
  },
  naming: {
    name: 'Naming themes',
    area: 'themes',
    about: 'Say what each theme is about, what it is not, and what it is called',
  },
  writing: { name: 'Writing up', area: 'writing', about: 'Tell the story of each theme' },
};

interface Study {
  readonly codings: number;
  readonly themes: readonly Pick<Theme, 'status' | 'narrative'>[];
}

/**
 * Where the study stands, by what is there; people go to and fro between phases, so it is a guess and
 * nothing depends on it. Retired themes say nothing of it.
 */
export const phaseOf = ({ codings, themes }: Study): Phase => {
  const kept = themes.filter(({ status }) => status !== 'retired');
  if (kept.length === 0) return codings === 0 ? 'familiarisation' : 'coding';
  if (kept.every(({ status }) => status === 'named'))
    return kept.some(({ narrative }) => narrative !== '') ? 'writing' : 'naming';
  if (kept.every(({ status }) => status !== 'candidate')) return 'naming';
  return kept.some(({ status }) => status !== 'candidate') ? 'reviewing' : 'generating';
};

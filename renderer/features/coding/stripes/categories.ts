import type { Code } from '#shared/model/code.ts';
import { paletteColour } from '#shared/model/code-palette.ts';
import type { Coder } from '#shared/model/coder.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Speaker } from '#shared/model/speaker.ts';
import type { Theme, ThemeCode } from '#shared/model/theme.ts';
import type { Turn } from '#shared/model/turn.ts';
import { turnAt } from '#shared/text/turn-index.ts';

/** What codings can be coloured by. */
export type Colouring = 'code' | 'theme' | 'coder' | 'speaker';

/** What a coding belongs to, as it is drawn: a colour, and a letter that says the same without it. */
export interface Category {
  readonly id: string;
  readonly name: string;
  /** An index of the code palette; null for neither colour nor letter of its own. */
  readonly colour: number | null;
  readonly letter: string;
}

/** The category of each coding, in one respect. */
export interface Categories {
  readonly by: Colouring;
  readonly of: (coding: Coding) => Category;
  /** All there are, in order, without what stands for none. */
  readonly all: readonly Category[];
}

/** What categories are made of. */
export interface Facts {
  readonly codes: readonly Code[];
  readonly themes: readonly Theme[];
  readonly placed: readonly ThemeCode[];
  readonly coders: readonly Coder[];
  readonly speakers: readonly Speaker[];
  readonly turns: readonly Turn[];
}

const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');

/**
 * A letter for each name, all different as far as the alphabet reaches: the first of its own letters
 * that no name before it has, else the first of the alphabet.
 */
export const lettersFor = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    const own = Array.from(name.normalize('NFKD').toLocaleUpperCase('en-GB'));
    const letter =
      own.find((one) => /^[\p{L}\p{N}]$/u.test(one) && !taken.has(one)) ??
      alphabet.find((one) => !taken.has(one)) ??
      '·';
    taken.add(letter);
    return letter;
  });
};

const none = (name: string): Category => ({ id: '', name, colour: null, letter: '–' });

const inOrder = (
  records: readonly { readonly id: string }[],
  names: readonly string[],
): readonly Category[] => {
  const letters = lettersFor(names);
  return records.map(({ id }, index) => ({
    id,
    name: names[index] ?? '',
    colour: index,
    letter: letters[index] ?? '·',
  }));
};

const byCode = ({ codes }: Facts): Categories => {
  const all = codes.map(
    ({ id, name, colour }): Category => ({
      id,
      name,
      colour,
      letter: paletteColour(colour).letter,
    }),
  );
  const known = new Map(all.map((category) => [category.id, category]));
  const gone = none('No code');
  return { by: 'code', all, of: (coding) => known.get(coding.codeId) ?? gone };
};

/** Themes that count: not those that were retired. */
export const currentThemes = (themes: readonly Theme[]): readonly Theme[] =>
  themes.filter((theme) => theme.status !== 'retired');

/** A code in several themes counts as part of the first, in the order of the themes. */
const byTheme = ({ themes, placed }: Facts): Categories => {
  const current = currentThemes(themes);
  const all = inOrder(
    current,
    current.map((theme) => theme.name),
  );
  const places = new Map(all.map((category, index) => [category.id, index]));
  const firstOf = new Map<string, number>();
  for (const { codeId, themeId } of placed) {
    const place = places.get(themeId);
    if (place !== undefined && place < (firstOf.get(codeId) ?? all.length))
      firstOf.set(codeId, place);
  }
  const outside = none('In no theme');
  return {
    by: 'theme',
    all,
    of: (coding) => all[firstOf.get(coding.codeId) ?? all.length] ?? outside,
  };
};

const byCoder = ({ coders }: Facts): Categories => {
  const all = inOrder(
    coders,
    coders.map((coder) => coder.name),
  );
  const known = new Map(all.map((category) => [category.id, category]));
  const gone = none('No coder');
  return { by: 'coder', all, of: (coding) => known.get(coding.coderId) ?? gone };
};

/** The speaker of a coding is the one who speaks where it starts. */
const bySpeaker = ({ speakers, turns }: Facts): Categories => {
  const all = inOrder(
    speakers,
    speakers.map((speaker) => speaker.label),
  );
  const known = new Map<string | null, Category>(all.map((category) => [category.id, category]));
  const nobody = none('No speaker');
  return {
    by: 'speaker',
    all,
    of: (coding) => known.get(turns[turnAt(turns, coding.start)]?.speakerId ?? null) ?? nobody,
  };
};

const makers = { code: byCode, theme: byTheme, coder: byCoder, speaker: bySpeaker } as const;

/** The categories of codings by code, theme, coder or speaker. */
export const categoriesBy = (by: Colouring, facts: Facts): Categories => makers[by](facts);

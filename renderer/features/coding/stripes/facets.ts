import type { Code } from '#shared/model/code.ts';
import type { Coder } from '#shared/model/coder.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Theme, ThemeCode } from '#shared/model/theme.ts';
import { currentThemes } from './categories.ts';

/** One thing that codings can be filtered by, and how many of the source it would leave. */
export interface Facet {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

interface Facts {
  readonly codes: readonly Code[];
  readonly themes: readonly Theme[];
  readonly placed: readonly ThemeCode[];
  readonly coders: readonly Coder[];
}

/** What the codings of a source can be filtered by. */
export interface Facets {
  readonly codes: readonly Facet[];
  readonly themes: readonly Facet[];
  readonly coders: readonly Facet[];
  readonly marks: readonly Facet[];
}

const counting = (ids: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** The codes of each theme with those of the themes nested in it. */
const codesByTheme = ({ themes, placed }: Facts): ReadonlyMap<string, ReadonlySet<string>> => {
  const codes = new Map(themes.map((theme) => [theme.id, new Set<string>()]));
  for (const { themeId, codeId } of placed) codes.get(themeId)?.add(codeId);
  // What is nested comes after its parent, so from the end each is whole when it is handed up.
  for (const { id, parentId } of themes.toReversed())
    if (parentId !== null) for (const code of codes.get(id) ?? []) codes.get(parentId)?.add(code);
  return codes;
};

/**
 * What the codings of a source can be filtered by: its codes in the order of the codebook, its themes
 * and coders, each with how many codings it has here; those without any are left out.
 */
export const facetsOf = (codings: readonly Coding[], facts: Facts): Facets => {
  const perCode = counting(codings.map(({ codeId }) => codeId));
  const perCoder = counting(codings.map(({ coderId }) => coderId));
  const themeCodes = codesByTheme(facts);
  const inTheme = (id: string): number =>
    [...(themeCodes.get(id) ?? [])].reduce((sum, code) => sum + (perCode.get(code) ?? 0), 0);
  const used = (facet: Facet): boolean => facet.count > 0;
  return {
    codes: facts.codes
      .map(({ id, name }) => ({ id, name, count: perCode.get(id) ?? 0 }))
      .filter(used),
    themes: currentThemes(facts.themes)
      .map(({ id, name }) => ({ id, name, count: inTheme(id) }))
      .filter(used),
    coders: facts.coders
      .map(({ id, name }) => ({ id, name, count: perCoder.get(id) ?? 0 }))
      .filter(used),
    marks: [
      {
        id: 'important',
        name: 'Important',
        count: codings.filter((coding) => coding.important === 1).length,
      },
      ...(['semantic', 'latent'] as const).map((level) => ({
        id: level,
        name: level === 'semantic' ? 'Semantic' : 'Latent',
        count: codings.filter((coding) => coding.level === level).length,
      })),
    ],
  };
};

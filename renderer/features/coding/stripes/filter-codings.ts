import type { Coding, CodingLevel } from '#shared/model/coding.ts';
import type { Theme, ThemeCode } from '#shared/model/theme.ts';

/** Which codings are shown. Kinds that name nothing leave everything; kinds add up by "and". */
export interface Filter {
  readonly codes: readonly string[];
  /** With the themes nested in them. */
  readonly themes: readonly string[];
  readonly coders: readonly string[];
  /** Only what was marked as important. */
  readonly important: boolean;
  readonly levels: readonly CodingLevel[];
}

/** Shows everything. */
export const everything: Filter = {
  codes: [],
  themes: [],
  coders: [],
  important: false,
  levels: [],
};

/** What stands where, and what there is: ids that are no longer there filter nothing. */
export interface Known {
  readonly codes: readonly { readonly id: string }[];
  readonly themes: readonly Theme[];
  readonly placed: readonly ThemeCode[];
  readonly coders: readonly { readonly id: string }[];
}

const onlyKnown = (
  wanted: readonly string[],
  known: readonly { readonly id: string }[],
): readonly string[] => {
  if (wanted.length === 0) return wanted;
  const ids = new Set(known.map(({ id }) => id));
  return wanted.filter((id) => ids.has(id));
};

/** The filter without what is no longer in the project. */
const currentFilter = (filter: Filter, known: Known): Filter => ({
  ...filter,
  codes: onlyKnown(filter.codes, known.codes),
  themes: onlyKnown(filter.themes, known.themes),
  coders: onlyKnown(filter.coders, known.coders),
});

/** Whether a filter hides anything at all. */
export const isFiltering = (filter: Filter): boolean =>
  filter.important ||
  [filter.codes, filter.themes, filter.coders, filter.levels].some((kind) => kind.length > 0);

/** The codes that stand in these themes or in what is nested in them. */
const codesOfThemes = (
  wanted: readonly string[],
  { themes, placed }: Pick<Known, 'themes' | 'placed'>,
): ReadonlySet<string> => {
  const inside = new Set(wanted);
  // Parents come before what is nested in them.
  for (const theme of themes)
    if (theme.parentId !== null && inside.has(theme.parentId)) inside.add(theme.id);
  return new Set(placed.filter((place) => inside.has(place.themeId)).map((place) => place.codeId));
};

/** The codings that a filter lets through, in the order given; the same list where it hides none. */
export const filterCodings = (
  codings: readonly Coding[],
  wanted: Filter,
  known: Known,
): readonly Coding[] => {
  const filter = currentFilter(wanted, known);
  if (!isFiltering(filter)) return codings;
  const codes = new Set(filter.codes);
  const inThemes = codesOfThemes(filter.themes, known);
  const coders = new Set(filter.coders);
  return codings.filter(
    (coding) =>
      (codes.size === 0 || codes.has(coding.codeId)) &&
      (filter.themes.length === 0 || inThemes.has(coding.codeId)) &&
      (coders.size === 0 || coders.has(coding.coderId)) &&
      (!filter.important || coding.important === 1) &&
      (filter.levels.length === 0 ||
        (coding.level !== null && filter.levels.includes(coding.level))),
  );
};

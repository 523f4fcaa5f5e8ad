import type { Coding } from '#shared/model/coding.ts';
import { type Bar, barsOf } from '#shared/text/bars.ts';
import type { Categories, Category } from './categories.ts';
import type { Grouping } from './stripes-state.ts';

/** What a stripe in the margin stands for: codings that belong together, under one name. */
export interface CodingBar extends Bar<Coding> {
  readonly name: string;
  /** Its colour and letter; null where its codings have several. */
  readonly category: Category | null;
}

/** How codings are put together, and what they are called and coloured by. */
export interface Drawn {
  readonly groupBy: Grouping;
  /** By what they are put together; by code where each stands alone. */
  readonly groups: Categories;
  readonly colours: Categories;
}

/**
 * The stripes of codings, by start. By code, those of one code and colour become one; by theme or
 * coder, all of a kind, and a stripe of several colours has none. Codings come by start.
 */
export const codingBars = (
  codings: readonly Coding[],
  { groupBy, groups, colours }: Drawn,
): readonly CodingBar[] => {
  const keyOf = (coding: Coding): string => {
    if (groupBy === 'coding') return coding.id;
    const group = groups.of(coding).id;
    return groupBy === 'code' ? `${group} ${colours.of(coding).id}` : group;
  };
  return barsOf(codings, keyOf).map((bar) => {
    const [first] = bar.members;
    const colour = first === undefined ? null : colours.of(first);
    const isOne = bar.members.every((coding) => colours.of(coding) === colour);
    const name = first === undefined ? '' : groups.of(first).name;
    const isApart = isOne && colour !== null && groups.by === 'code' && colours.by !== 'code';
    return {
      ...bar,
      name: isApart ? `${name} · ${colour.name}` : name,
      category: isOne ? colour : null,
    };
  });
};

/** A stripe's name with how many codings it stands for: `Fear of movement × 3`. */
export const nameWithCount = ({ name, members }: Pick<CodingBar, 'name' | 'members'>): string =>
  members.length === 1 ? name : `${name} × ${members.length}`;

/** What is marked within a stripe, and whether a memo is on one of its codings. */
export interface BarSigns {
  readonly important: boolean;
  /** All of what it stands for is read between the lines. */
  readonly latent: boolean;
  readonly memo: boolean;
}

/** The signs that a stripe carries. */
export const signsOf = (
  { members }: Pick<CodingBar, 'members'>,
  memoed: ReadonlySet<string | null>,
): BarSigns => ({
  important: members.some((coding) => coding.important === 1),
  latent: members.every((coding) => coding.level === 'latent'),
  memo: members.some((coding) => memoed.has(coding.id)),
});

/** A stripe in full, as its tag says it: name, count, marks, memo. */
export const describeBar = (bar: CodingBar, memoed: ReadonlySet<string | null>): string => {
  const { important, memo } = signsOf(bar, memoed);
  const levels = new Set(bar.members.map((coding) => coding.level));
  return [
    nameWithCount(bar),
    ...(important ? ['important'] : []),
    ...(['semantic', 'latent'] as const).filter((level) => levels.has(level)),
    ...(memo ? ['with a memo'] : []),
  ].join(', ');
};

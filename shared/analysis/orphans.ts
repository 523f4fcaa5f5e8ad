import type { Claim, Support } from '#shared/model/claim.ts';
import type { Code } from '#shared/model/code.ts';
import type { Orphan } from '#shared/model/orphan.ts';
import type { Theme, ThemeCode } from '#shared/model/theme.ts';

/** Quotes of one code by one person; null: the interviewer's own words, which are nobody's. */
export interface Carrier {
  readonly codeId: string;
  readonly personId: string | null;
  readonly person: string | null;
  readonly quotes: number;
}

/** An extract that fits its theme badly or speaks against it, so that nobody carries it by that. */
export interface Marked {
  readonly themeId: string;
  readonly codeId: string;
  readonly personId: string | null;
}

/** What the checks look at. Codes and themes come with parents before children. */
export interface Chain {
  readonly claims: readonly Claim[];
  readonly supports: readonly Support[];
  readonly themes: readonly Theme[];
  readonly themeCodes: readonly ThemeCode[];
  readonly codes: readonly Pick<Code, 'id' | 'parentId' | 'name'>[];
  /** How often each code is used, by its id. */
  readonly quotes: ReadonlyMap<string, number>;
  readonly carriers: readonly Carrier[];
  readonly marked: readonly Marked[];
}

interface Nested {
  readonly id: string;
  readonly parentId: string | null;
}

/** For each record itself and everything nested in it, as ids. */
const withNested = (records: readonly Nested[]): ReadonlyMap<string, readonly string[]> => {
  const inside = new Map<string, string[]>(records.map(({ id }) => [id, [id]]));
  // Children come after their parents, so from the end each is whole before it is passed up.
  for (const { id, parentId } of records.toReversed())
    if (parentId !== null) inside.get(parentId)?.push(...(inside.get(id) ?? []));
  return inside;
};

/** Themes that were put aside, themselves or with the theme they are nested in. */
const retiredOf = (themes: readonly Theme[]): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const { id, parentId, status } of themes)
    if (status === 'retired' || (parentId !== null && ids.has(parentId))) ids.add(id);
  return ids;
};

const most = 3;

/** Names in quotation marks, the first few and how many more. */
const named = (names: readonly string[]): string => {
  const more = names.length - most;
  const parts = names.slice(0, most).map((name) => `‘${name}’`);
  return new Intl.ListFormat('en-GB').format(more > 0 ? [...parts, `${more} more`] : parts);
};

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;

/** What is looked up again and again. */
const indexOf = (chain: Chain) => {
  const retired = retiredOf(chain.themes);
  const nestedThemes = withNested(chain.themes);
  const nestedCodes = withNested(chain.codes);
  const codesIn = Map.groupBy(chain.themeCodes, ({ themeId }) => themeId);
  const placesOf = Map.groupBy(chain.themeCodes, ({ codeId }) => codeId);
  /** The codes of a theme and of its subthemes that are not retired. */
  const codesOf = (themeId: string): readonly string[] => [
    ...new Set(
      (nestedThemes.get(themeId) ?? [])
        .filter((id) => !retired.has(id))
        .flatMap((id) => (codesIn.get(id) ?? []).map(({ codeId }) => codeId)),
    ),
  ];
  const quotesOf = (codeIds: Iterable<string>): number =>
    [...codeIds].reduce((sum, id) => sum + (chain.quotes.get(id) ?? 0), 0);
  const withCodesInside = (codeIds: readonly string[]): ReadonlySet<string> =>
    new Set(codeIds.flatMap((id) => nestedCodes.get(id) ?? []));
  return {
    retired,
    nestedCodes,
    placesOf,
    codesOf,
    quotesOf,
    withCodesInside,
    themeById: new Map(chain.themes.map((theme) => [theme.id, theme])),
    codeById: new Map(chain.codes.map((code) => [code.id, code])),
    claimById: new Map(chain.claims.map((claim) => [claim.id, claim])),
    supportsOf: Map.groupBy(chain.supports, ({ claimId }) => claimId),
  };
};
type Index = ReturnType<typeof indexOf>;

/** What a claim rests on but claims, directly or through claims; a ring ends where it began. */
const groundsOf = (index: Index, claimId: string): readonly Support[] => {
  const met = new Set([claimId]);
  const grounds: Support[] = [];
  for (const id of met)
    for (const support of index.supportsOf.get(id) ?? [])
      if (support.onKind === 'claim') met.add(support.onId);
      else grounds.push(support);
  return grounds;
};

const leadsToQuote = (index: Index, { onKind, onId }: Support): boolean => {
  if (onKind === 'coding') return true;
  if (onKind === 'theme')
    return (
      !index.retired.has(onId) && index.quotesOf(index.withCodesInside(index.codesOf(onId))) > 0
    );
  return index.quotesOf(index.withCodesInside([onId])) > 0;
};

const nameOn = (index: Index, { onKind, onId }: Support): string =>
  (onKind === 'theme'
    ? index.themeById.get(onId)?.name
    : onKind === 'code'
      ? index.codeById.get(onId)?.name
      : index.claimById.get(onId)?.statement) ?? '';

const claimsWithoutQuote = ({ claims }: Chain, index: Index): readonly Orphan[] =>
  claims.flatMap(({ id, statement }): readonly Orphan[] => {
    const grounds = groundsOf(index, id);
    if (grounds.some((support) => leadsToQuote(index, support))) return [];
    const direct = index.supportsOf.get(id) ?? [];
    const names = named(direct.map((support) => nameOn(index, support)));
    const isAside =
      grounds.length > 0 &&
      grounds.every(({ onKind, onId }) => onKind === 'theme' && index.retired.has(onId));
    const why =
      direct.length === 0
        ? 'It rests on nothing yet.'
        : isAside
          ? `It rests on retired themes only: ${named([
              ...new Set(grounds.map((support) => nameOn(index, support))),
            ])}.`
          : `It rests on ${names}, but no quote is found from there.`;
    return [{ check: 'claim without quote', kind: 'claim', id, name: statement, why }];
  });

const whyNoExtracts = (index: Index, codeIds: readonly string[]): string => {
  if (codeIds.length === 0) return 'It has no codes.';
  const nested = index.quotesOf(index.withCodesInside(codeIds));
  const codes = `${counted(codeIds.length, 'code')}`;
  return nested === 0
    ? `It has ${codes}, and nothing is coded with ${codeIds.length === 1 ? 'it' : 'them'}.`
    : `It has ${codes} without quotes. ${counted(nested, 'quote')} of the codes nested in ${
        codeIds.length === 1 ? 'it' : 'them'
      } are not among its extracts.`;
};

interface Person {
  readonly name: string;
  readonly quotes: number;
}

/** Who carries a theme by quotes that speak for it, and how many quotes are left out as not doing so. */
const carriersOf = (
  {
    carriers,
    left,
  }: { carriers: ReadonlyMap<string, readonly Carrier[]>; left: readonly Marked[] },
  codeIds: readonly string[],
): readonly Person[] => {
  const people = new Map<string, Person>();
  for (const codeId of codeIds)
    for (const { personId, person, quotes } of carriers.get(codeId) ?? []) {
      if (personId === null) continue;
      const out = left.filter((one) => one.codeId === codeId && one.personId === personId).length;
      const before = people.get(personId)?.quotes ?? 0;
      people.set(personId, { name: person ?? '', quotes: before + quotes - out });
    }
  return [...people.values()].filter(({ quotes }) => quotes > 0);
};

const whyCarriedByOne = (person: Person, left: number): string => {
  const rest =
    left === 0
      ? ''
      : ` ${counted(left, 'quote')} marked as fitting badly or contrary ${
          left === 1 ? 'is' : 'are'
        } left out.`;
  return person.quotes === 1
    ? `Its only quote is ${person.name}’s.${rest}`
    : `All its ${counted(person.quotes, 'quote')} are ${person.name}’s.${rest}`;
};

const themeOrphans = (chain: Chain, index: Index): readonly Orphan[] => {
  const carriers = Map.groupBy(chain.carriers, ({ codeId }) => codeId);
  const marked = Map.groupBy(chain.marked, ({ themeId }) => themeId);
  return chain.themes
    .filter(({ id }) => !index.retired.has(id))
    .flatMap(({ id, name }): readonly Orphan[] => {
      const codeIds = index.codesOf(id);
      const row = { kind: 'theme', id, name } as const;
      if (index.quotesOf(codeIds) === 0)
        return [{ ...row, check: 'theme without extracts', why: whyNoExtracts(index, codeIds) }];
      const own = new Set(codeIds);
      const left = (marked.get(id) ?? []).filter(({ codeId }) => own.has(codeId));
      const people = carriersOf({ carriers, left }, codeIds);
      const [person] = people;
      if (people.length > 1) return [];
      const why =
        person !== undefined
          ? whyCarriedByOne(person, left.length)
          : left.length > 0
            ? 'Nobody carries it: each quote is the interviewer’s, or marked as fitting badly or contrary.'
            : 'Nobody carries it: all its quotes are the interviewer’s own words.';
      return [{ ...row, check: 'theme carried by one person', why }];
    });
};

const codesWithoutTheme = ({ codes, quotes }: Chain, index: Index): readonly Orphan[] => {
  const isPlaced = (id: string): boolean =>
    (index.placesOf.get(id) ?? []).some(({ themeId }) => !index.retired.has(themeId));
  const placed = new Set(codes.filter(({ id }) => isPlaced(id)).map(({ id }) => id));
  const nearestPlaced = (id: string | null): string | null =>
    id === null || placed.has(id) ? id : nearestPlaced(index.codeById.get(id)?.parentId ?? null);
  return codes.flatMap(({ id, name, parentId }): readonly Orphan[] => {
    if (placed.has(id)) return [];
    const own = quotes.get(id) ?? 0;
    // A code that only holds others together stands in the themes by those.
    if (own === 0 && (index.nestedCodes.get(id) ?? []).some((one) => placed.has(one))) return [];
    const above = nearestPlaced(parentId);
    const retired = (index.placesOf.get(id) ?? []).map(({ themeId }) => themeId);
    const count = own === 0 ? 'It has no quotes.' : `It has ${counted(own, 'quote')}.`;
    const why =
      retired.length > 0
        ? `It stands in retired themes only: ${named(
            retired.map((themeId) => index.themeById.get(themeId)?.name ?? ''),
          )}. ${count}`
        : above === null
          ? `It stands in no theme. ${count}`
          : `‘${index.codeById.get(above)?.name}’ above it stands in a theme, itself it does not. ${count}`;
    return [{ check: 'code without theme', kind: 'code', id, name, why }];
  });
};

/**
 * Where the chain of evidence is broken or thin. Retired themes count for nothing: they are neither
 * looked at nor lead anywhere. A claim needs one quote, however far below. The extracts of a theme
 * are the quotes of its codes and of its subthemes' codes, not of codes nested in those. A theme is
 * carried by whoever says a quote that was not marked as fitting badly or contrary.
 */
export const findOrphans = (chain: Chain): readonly Orphan[] => {
  const index = indexOf(chain);
  const themes = themeOrphans(chain, index);
  return [
    ...claimsWithoutQuote(chain, index),
    ...themes.filter(({ check }) => check === 'theme without extracts'),
    ...themes.filter(({ check }) => check === 'theme carried by one person'),
    ...codesWithoutTheme(chain, index),
  ];
};

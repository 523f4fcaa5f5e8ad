import type { Input, Method } from '#shared/contract/index.ts';
import type { TestEngine } from '#tests/helpers/engine.ts';

const byId = <R extends { readonly id: string }>(rows: readonly R[]): readonly R[] =>
  rows.toSorted((a, b) => a.id.localeCompare(b.id));

/** Every recorded record there is, through the calls that read whole rows, and the counts kept. */
export const dump = async (app: TestEngine) => {
  const sources = byId(await app.worth('sources.list', {}));
  const themes = byId(await app.worth('themes.list', {}));
  return {
    project: (await app.worth('project.state', {})).project,
    coders: byId(await app.worth('coders.list', {})),
    groups: byId(await app.worth('groups.list', {})),
    timePoints: byId(await app.worth('timePoints.list', {})),
    cases: byId(await app.worth('cases.list', {})),
    attributes: byId(await app.worth('attributes.list', {})),
    values: byId(await app.worth('attributes.values', {})),
    sources,
    readings: await Promise.all(sources.map(({ id }) => app.worth('sources.get', { id }))),
    codings: byId(
      (
        await Promise.all(sources.map(({ id }) => app.worth('codings.list', { sourceId: id })))
      ).flat(),
    ),
    codes: byId(await app.worth('codes.list', {})),
    use: (await app.worth('codes.use', {})).toSorted((a, b) => a.codeId.localeCompare(b.codeId)),
    memos: byId(await app.worth('memos.list', {})),
    themes,
    placed: byId(await app.worth('themes.codes', {})),
    extracts: await Promise.all(
      themes.map(async ({ id }) => ({
        themeId: id,
        extracted: (await app.worth('extracts.list', { themeId: id })).extracts,
      })),
    ),
    claims: byId(await app.worth('claims.list', {})),
    supports: byId(await app.worth('claims.supports', {})),
    reports: byId(await app.worth('reports.list', {})),
    packs: byId(
      await Promise.all(
        (await app.worth('packs.list', {})).map(({ id }) => app.worth('packs.get', { id })),
      ),
    ),
    replied: byId((await app.worth('replies.list', { limit: 1000 })).items),
    ppi: (await app.worth('ppi.log', {})).words,
    map: await app.worth('map.get', {}),
    queries: byId(await app.worth('queries.list', {})),
    keptApart: byId(await app.worth('codes.keptApart', {})),
  };
};
export type Dump = Awaited<ReturnType<typeof dump>>;

/** The numbers and words that a step is made of. */
export interface Dice {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly words: string;
}

export const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % Math.max(list.length, 1)];
  if (found === undefined) throw new Error('There is none to choose from');
  return found;
};
export const some = <T>(list: readonly T[], { a, b }: Dice): T[] => [
  ...new Set([at(list, a), at(list, b)]),
];
export const idsOf = (list: readonly { readonly id: string }[]): string[] =>
  list.map(({ id }) => id);
export const orNone = (list: readonly { readonly id: string }[], index: number): string | null =>
  index % 4 === 0 || list.length === 0 ? null : at(list, index).id;

export const place = ({ sources }: Dump, { a, b, c }: Dice) => {
  const { id, length } = at(sources, a);
  const start = b % (length - 1);
  return { sourceId: id, start, end: start + 1 + (c % (length - start)) };
};
export const setting = ({ attributes, cases }: Dump, number: number) => ({
  attributeId: at(attributes, number).id,
  caseId: at(cases, number).id,
});
export const targetsOf = (state: Dump) => ({
  project: [],
  source: state.sources,
  case: state.cases,
  code: state.codes,
  coding: state.codings,
  theme: state.themes,
});
export const name = (what: string, { a, words }: Dice): string =>
  `${what} ${a} ${words.replaceAll(/\s+/gu, ' ')}`.trim().slice(0, 150).toWellFormed().trim();

/** How each of these edits is thrown together from what there is and the dice. */
export type EditInputs<M extends Method> = {
  readonly [K in M]: (state: Dump, dice: Dice, app: TestEngine) => Input<K> | Promise<Input<K>>;
};

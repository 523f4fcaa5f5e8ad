import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Contract, contract, type Input, type Method } from '#shared/contract/index.ts';
import { attributeTypes } from '#shared/model/attribute.ts';
import { memoTargets } from '#shared/model/memo.ts';
import { sourceKinds } from '#shared/model/source.ts';
import { themeStatuses } from '#shared/model/theme.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

/*
 * Undo and redo of every edit there is. The calls are listed by type: an edit that is added to the
 * contract does not compile here until it is tried.
 */

type EditMethod =
  | { [M in Method]: Contract[M]['effect'] extends 'edit' ? M : never }[Method]
  | 'imports.run';

let app: TestEngine;
let path: string;
let imported = 0;

const byId = <R extends { readonly id: string }>(rows: readonly R[]): readonly R[] =>
  rows.toSorted((a, b) => a.id.localeCompare(b.id));

/** Every recorded record there is, through the calls that read whole rows, and the counts kept. */
const dump = async () => {
  const sources = byId(await app.worth('sources.list', {}));
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
    themes: byId(await app.worth('themes.list', {})),
    placed: byId(await app.worth('themes.codes', {})),
    queries: byId(await app.worth('queries.list', {})),
    keptApart: byId(await app.worth('codes.keptApart', {})),
  };
};
type Dump = Awaited<ReturnType<typeof dump>>;

/** The numbers and words that a step is made of. */
interface Dice {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly words: string;
}

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % Math.max(list.length, 1)];
  if (found === undefined) throw new Error('There is none to choose from');
  return found;
};
const some = <T>(list: readonly T[], { a, b }: Dice): T[] => [
  ...new Set([at(list, a), at(list, b)]),
];
const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
const orNone = (list: readonly { readonly id: string }[], index: number): string | null =>
  index % 4 === 0 || list.length === 0 ? null : at(list, index).id;

const place = ({ sources }: Dump, { a, b, c }: Dice) => {
  const { id, length } = at(sources, a);
  const start = b % (length - 1);
  return { sourceId: id, start, end: start + 1 + (c % (length - start)) };
};
const setting = ({ attributes, cases }: Dump, number: number) => ({
  attributeId: at(attributes, number).id,
  caseId: at(cases, number).id,
});
const targetsOf = (state: Dump) => ({
  project: [],
  source: state.sources,
  case: state.cases,
  code: state.codes,
  coding: state.codings,
  theme: state.themes,
});
const name = (what: string, { a, words }: Dice): string =>
  `${what} ${a} ${words.replaceAll(/\s+/gu, ' ')}`.trim().slice(0, 150).toWellFormed().trim();

const inputs: {
  readonly [M in EditMethod]: (state: Dump, dice: Dice) => Input<M> | Promise<Input<M>>;
} = {
  'project.rename': (_, dice) => ({ name: name('Study', dice) }),
  'coders.create': (_, dice) => ({ name: name('Coder', dice) }),
  'coders.rename': ({ coders }, dice) => ({ id: at(coders, dice.b).id, name: name('He', dice) }),
  'groups.create': (_, dice) => ({ name: name('Group', dice) }),
  'groups.update': ({ groups }, dice) => ({
    id: at(groups, dice.b).id,
    name: name('Group', dice),
    position: dice.c % 5,
  }),
  'groups.delete': ({ groups }, { a }) => ({ id: at(groups, a).id }),
  'timePoints.create': (_, dice) => ({ name: name('Week', dice) }),
  'timePoints.update': ({ timePoints }, dice) => ({
    id: at(timePoints, dice.b).id,
    name: name('Week', dice),
    position: dice.c % 3,
  }),
  'timePoints.delete': ({ timePoints }, { a }) => ({ id: at(timePoints, a).id }),
  'cases.create': ({ groups }, dice) => ({
    pseudonym: name('P', dice),
    groupId: orNone(groups, dice.b),
    note: dice.words,
  }),
  'cases.update': ({ cases, groups }, dice) => ({
    id: at(cases, dice.c).id,
    pseudonym: name('Q', dice),
    groupId: orNone(groups, dice.b),
  }),
  'cases.delete': ({ cases }, { a }) => ({ id: at(cases, a).id }),
  'attributes.create': (_, dice) => ({
    name: name('Attribute', dice),
    type: at(attributeTypes, dice.b),
  }),
  'attributes.update': ({ attributes }, dice) => ({
    id: at(attributes, dice.b).id,
    name: name('Renamed', dice),
    type: at(attributeTypes, dice.c),
  }),
  'attributes.move': ({ attributes }, { a, b }) => ({
    id: at(attributes, a).id,
    position: b % 3,
  }),
  'attributes.setValue': (state, { a, b, c }) => ({
    ...setting(state, a),
    ...(c % 3 === 0 ? { value: null } : { value: String(b) }),
  }),
  'attributes.setValues': (state, { a, b, c }) => ({
    values: [a, b, c].map((number) => ({ ...setting(state, number), value: String(number) })),
  }),
  'attributes.delete': ({ values }, { a }) => ({ id: at(values, a).attributeId }),
  'sources.update': ({ sources, groups, cases, timePoints }, dice) => ({
    ids: idsOf(some(sources, dice)),
    changes: {
      name: name('Interview', dice),
      kind: at(sourceKinds, dice.c),
      groupId: orNone(groups, dice.c),
      caseId: orNone(cases, dice.b),
      timePointId: orNone(timePoints, dice.a),
    },
  }),
  'sources.delete': ({ sources }, dice) => ({ ids: idsOf(some(sources, dice)) }),
  'speakers.update': ({ readings, cases }, dice) => ({
    id: at(
      readings.flatMap(({ speakers }) => speakers),
      dice.a,
    ).id,
    label: name('Speaker', dice),
    caseId: orNone(cases, dice.b),
  }),
  'speakers.merge': ({ readings }, { a, b }) => {
    const { speakers } = at(readings, a);
    return { ids: idsOf(speakers), into: at(speakers, b).id };
  },
  'turns.correct': ({ readings, codings }, { a, b, c, words }) => {
    const { source, text, turns } = at(readings, a);
    const turn = at(turns, b);
    const before = text.slice(turn.speechStart, turn.end);
    const from = Array.from(before)
      .slice(0, c % (before.length + 1))
      .join('');
    const rest = Array.from(before.slice(from.length))
      .slice(a % 9)
      .join('');
    const speech = { turnId: turn.id, before, after: `${from}${words}${rest}` };
    return { sourceId: source.id, speeches: [speech], lose: idsOf(codings) };
  },
  'turns.split': ({ readings }, { a, b, c }) => {
    const { id, speechStart, end } = at(at(readings, a).turns, b);
    return { turnId: id, at: speechStart + (c % Math.max(1, end - speechStart)) };
  },
  'turns.merge': ({ readings, codings }, { a, b }) => ({
    turnId: at(at(readings, a).turns, b).id,
    lose: idsOf(codings),
  }),
  'turns.setSpeaker': ({ readings }, dice) => {
    const { turns, speakers } = at(readings, dice.a);
    const speaker = speakers[dice.c % (speakers.length + 2)];
    const label = name('Somebody', dice);
    return {
      turnIds: idsOf(some(turns, dice)),
      speaker: speaker === undefined ? (dice.c % 2 === 0 ? null : { label }) : { id: speaker.id },
    };
  },
  'codes.create': ({ codes }, dice) => ({
    name: name('Code', dice),
    parentId: orNone(codes, dice.b),
    position: dice.c % 4,
    definition: dice.words,
  }),
  'codes.update': ({ codes }, dice) => ({
    id: at(codes, dice.b).id,
    name: name('Renamed', dice),
    definition: dice.words,
    nearMiss: `${dice.words} ${dice.c}`,
  }),
  'codes.move': ({ codes }, dice) => ({
    ids: idsOf(some(codes, dice)),
    parentId: orNone(codes, dice.c),
    position: dice.c % 3,
  }),
  'codes.merge': ({ codes }, dice) => ({
    ids: idsOf(some(codes, dice)),
    into: at(codes, dice.c).id,
  }),
  'codes.split': ({ codings }, dice) => {
    const { codeId } = at(codings, dice.b);
    const own = codings.filter((coding) => coding.codeId === codeId);
    return { id: codeId, name: name('Split', dice), codingIds: idsOf(some(own, dice)) };
  },
  'codes.splitInto': ({ codings, codes }, dice) => {
    const { codeId } = at(codings, dice.b);
    const own = idsOf(codings.filter((coding) => coding.codeId === codeId));
    const other = at(codes, dice.c).id;
    return {
      id: codeId,
      parts: [
        { name: name('Part', dice), codingIds: own.slice(0, 1), alsoIds: own.slice(1) },
        other === codeId
          ? { name: name('Other part', dice), codingIds: own.slice(1) }
          : { codeId: other, codingIds: own.slice(1), alsoIds: own.slice(0, 1) },
      ],
    };
  },
  'codes.keepApart': ({ codes }, dice) => ({ ids: idsOf(some(codes, dice)) }),
  'history.restore': async ({ codes, themes, memos }, { a, b }) => {
    const lists = { code: codes, theme: themes, memo: memos };
    const kind = at(['code', 'theme', 'memo'] as const, a);
    const { id } = at<{ readonly id: string }>(lists[kind], b);
    const versions = await app.worth('history.ofRecord', { kind, id });
    return { kind, id, changeSetId: at(versions, a).changeSetId };
  },
  'codes.delete': ({ codes }, dice) => ({ ids: idsOf(some(codes, dice)) }),
  'codings.create': (state, dice) => ({
    ...place(state, dice),
    codeId: at(state.codes, dice.c).id,
  }),
  'codings.createMany': (state, dice) => ({
    codes: [
      { name: name('Many', dice) },
      ...state.codes.slice(0, 1).map(({ id }) => ({ codeId: id })),
    ],
    codings: [
      { ...place(state, dice), code: 0 },
      { ...place(state, { ...dice, b: dice.c, c: dice.b }), code: 0 },
    ],
  }),
  'codings.createInVivo': (state, dice) => ({ ...place(state, dice), name: name('Vivo', dice) }),
  'codings.resize': (state, dice) => {
    const { id, sourceId } = at(state.codings, dice.a);
    const length = state.sources.find((source) => source.id === sourceId)?.length ?? 2;
    const start = dice.b % (length - 1);
    return { id, start, end: start + 1 + (dice.c % (length - start)) };
  },
  'codings.recode': ({ codings, codes }, dice) => ({
    ids: idsOf(some(codings, dice)),
    codeId: at(codes, dice.c).id,
  }),
  'codings.mark': ({ codings }, dice) => ({
    ids: idsOf(some(codings, dice)),
    ...(dice.c % 3 === 1 ? {} : { important: dice.c % 2 === 0 ? 1 : 0 }),
    ...(dice.c % 3 === 0 ? {} : { level: at(['semantic', 'latent', null], dice.b) }),
  }),
  'codings.delete': ({ codings }, dice) => ({ ids: idsOf(some(codings, dice)) }),
  'memos.create': (state, dice) => {
    const targetKind = at(memoTargets, dice.a);
    const targets: readonly { readonly id: string }[] = targetsOf(state)[targetKind];
    return {
      targetKind,
      targetId: targetKind === 'project' ? null : at(targets, dice.b).id,
      title: dice.words.slice(0, 100),
    };
  },
  'memos.update': ({ memos }, dice) => ({
    id: at(memos, dice.a).id,
    title: `Memo ${dice.b}`,
    body: JSON.stringify({ root: { words: dice.words } }),
  }),
  'memos.delete': ({ memos }, { a }) => ({ id: at(memos, a).id }),
  'themes.create': ({ themes }, dice) => ({
    name: name('Theme', dice),
    parentId: orNone(themes, dice.b),
    position: dice.c % 3,
    summary: dice.words,
  }),
  'themes.update': ({ themes }, dice) => ({
    id: at(themes, dice.b).id,
    concept: `${dice.words} ${dice.c}`,
    status: at(themeStatuses, dice.c),
    retiredReason: 'It was two',
  }),
  'themes.move': ({ themes }, dice) => ({
    id: at(themes, dice.a).id,
    parentId: orNone(themes, dice.b),
    position: dice.c % 3,
  }),
  'themes.delete': ({ themes }, { a }) => ({ id: at(themes, a).id }),
  'themes.addCode': ({ themes, codes }, dice) => ({
    themeId: at(themes, dice.a).id,
    codeId: at(codes, dice.b).id,
    position: dice.c % 3,
  }),
  'themes.removeCode': ({ placed }, { a }) => {
    const { themeId, codeId } = at(placed, a);
    return { themeId, codeId };
  },
  'themes.moveCode': ({ placed, themes }, { a, b, c }) => {
    const { themeId, codeId } = at(placed, a);
    return { codeId, fromThemeId: themeId, toThemeId: at(themes, b).id, position: c % 3 };
  },
  'queries.create': ({ codes }, dice) => ({
    name: name('Query', dice),
    definition: { codes: { codeIds: idsOf(some(codes, dice)) } },
  }),
  'queries.update': ({ queries }, dice) => ({
    id: at(queries, dice.a).id,
    definition: { speakerLabels: [dice.words.slice(0, 100)], important: dice.c % 2 === 0 },
  }),
  'queries.delete': ({ queries }, { a }) => ({ id: at(queries, a).id }),
  'imports.run': async (_, { a, words }) => {
    imported += 1;
    const file = join(app.folder, `P${imported} 12 weeks.txt`);
    writeFileSync(
      file,
      `INT: Number ${imported}?\nP${a}: In pain, mostly. ${words}\nINT: And?\nDaughter: Tired.\n`,
    );
    return { files: [{ token: await app.engine.offer(file), casePseudonym: `Case ${a % 3}` }] };
  },
};
const methods = Object.keys(inputs) as EditMethod[];

/** Makes one step; false where it could not be made, in which case nothing may have changed. */
const step = async (method: EditMethod, state: Dump, dice: Dice): Promise<boolean> => {
  let input: unknown;
  try {
    input = await inputs[method](state, dice);
  } catch {
    return false;
  }
  if (method === 'imports.run') {
    await app.worth(method, input as Input<'imports.run'>);
    return true;
  }
  const reply = await app.engine.post(method, input);
  if (!reply.ok) expect(['conflict', 'bad-input', 'not-found']).toContain(reply.error.code);
  return reply.ok;
};

const reopen = async (): Promise<void> => {
  await app.worth('project.close', {});
  await app.worth('project.open', { file: await app.engine.offer(path) });
};

/** A study with some of everything. */
const furnish = async (): Promise<void> => {
  const dice = (a: number): Dice => ({ a, b: a + 1, c: a + 2, words: 'As it was' });
  for (let index = 0; index < 3; index += 1)
    await step('imports.run', await dump(), dice(index + 1));
  for (const method of [
    'codes.create',
    'codes.create',
    'codes.create',
    'codes.create',
    'codings.create',
    'codings.create',
    'codings.create',
    'codings.create',
    'themes.create',
    'themes.create',
    'themes.create',
    'themes.addCode',
    'themes.addCode',
    'themes.addCode',
    'attributes.create',
  ] as const)
    for (const a of [1, 2, 3]) expect(await step(method, await dump(), dice(a * 5))).toBe(true);
  for (let a = 4; a < 24; a += 1) await step('attributes.setValue', await dump(), dice(a));
  for (let a = 0; a < memoTargets.length * 2; a += 1)
    expect(await step('memos.create', await dump(), dice(a))).toBe(true);
};

beforeEach(async () => {
  app = await startTestEngine();
  path = await app.newProject();
  imported = 0;
  await furnish();
});
afterEach(() => app.close());

test('every edit of the contract is undone and redone to the letter, after reopening too', {
  timeout: 300_000,
}, async () => {
  const edits = Object.entries(contract).filter(([, { effect }]) => effect === 'edit');
  expect(methods.toSorted()).toEqual(
    [...edits.map(([method]) => method), 'imports.run'].toSorted(),
  );
  const states = [await dump()];
  for (const method of methods) {
    const before = states.at(-1)!;
    // The first throw of the dice that changes something: what a call refuses is tried elsewhere.
    for (let a = 1; a < 40; a += 1) {
      await step(method, states.at(-1)!, { a, b: a * 3 + 1, c: a * 7 + 2, words: 'Other words' });
      const after = await dump();
      if (JSON.stringify(after) === JSON.stringify(before)) continue;
      states.push(after);
      break;
    }
    expect(states.at(-1), `${method} changed nothing`).not.toEqual(before);
    const label = (await app.worth('project.state', {})).undo;
    expect(label).toMatch(/\w/u);
    await app.worth('history.undo', {});
    expect(await dump(), `undo of ${method}`).toEqual(before);
    await reopen();
    await app.worth('history.redo', {});
    expect(await dump(), `redo of ${method}`).toEqual(states.at(-1));
    // What takes away is taken back, so that there is something left for the others.
    if (!/delete|remove|merge/u.test(method)) continue;
    await app.worth('history.undo', {});
    states.pop();
  }
  await reopen();
  for (const expected of states.slice(0, -1).toReversed()) {
    await app.worth('history.undo', {});
    expect(await dump()).toEqual(expected);
  }
  await reopen();
  for (const expected of states.slice(1)) {
    await app.worth('history.redo', {});
    expect(await dump()).toEqual(expected);
  }
  expect((await app.worth('project.check', {})).problems).toEqual([]);
});

/** Tries to undo an older step; answers whether it was, and whether as a step of its own. */
const undoOld = async ({ a }: Dice): Promise<'refused' | 'undone' | 'taken back'> => {
  const sets = await app.worth('history.list', { limit: 1000 });
  const { id } = at(
    sets.filter(({ kind, seq }) => kind === 'edit' && seq > 1),
    a,
  );
  const reply = await app.engine.call('history.undoSet', { id });
  if (!reply.ok) {
    expect(['depends', 'conflict'], JSON.stringify(reply.error)).toContain(reply.error.code);
    if (reply.error.code === 'depends')
      expect(reply.error.message).toMatch(/^Since then .*\. Undo th(at|ose) first\./u);
    return 'refused';
  }
  expect((await app.worth('project.check', {})).problems).toEqual([]);
  return reply.value.state === 'taken-back' ? 'taken back' : 'undone';
};

test('random edits, with undo, redo and undo of older steps between them, are retraced to the letter', {
  timeout: 300_000,
}, async () => {
  const dice = fc.record({
    a: fc.nat(1000),
    b: fc.nat(1000),
    c: fc.nat(1000),
    words: fc.string({ unit: 'binary', maxLength: 30 }),
  });
  const steps = fc.array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...methods) },
        { weight: 2, arbitrary: fc.constantFrom('old' as const) },
        { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
      ),
      dice,
    ),
    { minLength: 20, maxLength: 40 },
  );
  let takenBack = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const trail: Dump[] = [await dump()];
      let here = 0;
      for (const [kind, thrown] of plan) {
        if (kind === 'undo' || kind === 'redo') {
          const to = kind === 'undo' ? here - 1 : here + 1;
          if (trail[to] === undefined) continue;
          await app.worth(`history.${kind}`, {});
          here = to;
          expect(await dump()).toEqual(trail[here]);
          continue;
        }
        if (kind === 'old') {
          const how = await undoOld(thrown);
          // What was there before this run began is beneath the trail.
          if (how === 'undone' && here === 0) await app.worth('history.redo', {});
          else if (how === 'undone') here -= 1;
          else if (how === 'taken back')
            trail.splice(here + 1, Number.POSITIVE_INFINITY, await dump());
          if (how === 'taken back') [here, takenBack] = [here + 1, takenBack + 1];
          expect(await dump()).toEqual(trail[here]);
          continue;
        }
        const sets = (await app.worth('history.list', { limit: 1 }))[0]?.seq;
        const made = await step(kind, trail[here]!, thrown);
        const after = await dump();
        const recorded = (await app.worth('history.list', { limit: 1 }))[0]?.seq !== sets;
        if (!made) expect(after).toEqual(trail[here]);
        if (!recorded) {
          expect(after).toEqual(trail[here]);
          continue;
        }
        trail.splice(here + 1, Number.POSITIVE_INFINITY, after);
        here += 1;
      }
      await reopen();
      for (let to = here; to > 0; to -= 1) {
        expect(await dump()).toEqual(trail[to]);
        await app.worth('history.undo', {});
      }
      expect(await dump()).toEqual(trail[0]);
      expect((await app.worth('project.check', {})).problems).toEqual([]);
      for (let to = 1; to <= here; to += 1) {
        await app.worth('history.redo', {});
        expect(await dump()).toEqual(trail[to]);
      }
      for (let to = here; to > 0; to -= 1) await app.worth('history.undo', {});
    }),
    { numRuns: 25 },
  );
  expect(takenBack).toBeGreaterThan(3);
  // All the way back there is nothing but the project itself, and everything returns from there.
  const state = await dump();
  let count = 0;
  while ((await app.engine.call('history.undo', {})).ok) count += 1;
  const empty = await dump();
  expect([empty.sources, empty.codes, empty.themes, empty.memos, empty.cases]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
  for (; count > 0; count -= 1) await app.worth('history.redo', {});
  expect(await dump()).toEqual(state);
});

import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract, type Input } from '#shared/contract/index.ts';
import { memoTargets } from '#shared/model/memo.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { type EditMethod, inputs } from './undo-inputs.ts';
import { at, type Dice, type Dump, dump } from './undo-state.ts';

/*
 * Undo and redo of every edit there is. The calls are listed by type: an edit that is added to the
 * contract does not compile until it is tried.
 */

let app: TestEngine;
let path: string;

const methods = Object.keys(inputs) as EditMethod[];

/** Makes one step; false where it could not be made, in which case nothing may have changed. */
const step = async (method: EditMethod, state: Dump, dice: Dice): Promise<boolean> => {
  let input: unknown;
  try {
    input = await inputs[method](state, dice, app);
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
    await step('imports.run', await dump(app), dice(index + 1));
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
    'relations.create',
    'map.place',
    'claims.create',
    'claims.rest',
    'attributes.create',
  ] as const)
    for (const a of [1, 2, 3]) expect(await step(method, await dump(app), dice(a * 5))).toBe(true);
  const { themes, codings } = await dump(app);
  for (const codeId of new Set(codings.map((coding) => coding.codeId)))
    await app.worth('themes.addCode', { themeId: at(themes, 0).id, codeId });
  for (const method of ['packs.create', 'replies.add'] as const)
    for (const a of [1, 2, 3]) expect(await step(method, await dump(app), dice(a * 5))).toBe(true);
  for (let a = 4; a < 24; a += 1) await step('attributes.setValue', await dump(app), dice(a));
  for (let a = 0; a < memoTargets.length * 2; a += 1)
    expect(await step('memos.create', await dump(app), dice(a))).toBe(true);
};

beforeEach(async () => {
  app = await startTestEngine();
  path = await app.newProject();
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
  const states = [await dump(app)];
  for (const method of methods) {
    const before = states.at(-1)!;
    // The first throw of the dice that changes something: what a call refuses is tried elsewhere.
    for (let a = 1; a < 40; a += 1) {
      await step(method, states.at(-1)!, { a, b: a * 3 + 1, c: a * 7 + 2, words: 'Other words' });
      const after = await dump(app);
      if (JSON.stringify(after) === JSON.stringify(before)) continue;
      states.push(after);
      break;
    }
    expect(states.at(-1), `${method} changed nothing`).not.toEqual(before);
    const label = (await app.worth('project.state', {})).undo;
    expect(label).toMatch(/\w/u);
    await app.worth('history.undo', {});
    expect(await dump(app), `undo of ${method}`).toEqual(before);
    await reopen();
    await app.worth('history.redo', {});
    expect(await dump(app), `redo of ${method}`).toEqual(states.at(-1));
    // What takes away is taken back, so that there is something left for the others.
    if (!/delete|remove|merge/u.test(method)) continue;
    await app.worth('history.undo', {});
    states.pop();
  }
  await reopen();
  for (const expected of states.slice(0, -1).toReversed()) {
    await app.worth('history.undo', {});
    expect(await dump(app)).toEqual(expected);
  }
  await reopen();
  for (const expected of states.slice(1)) {
    await app.worth('history.redo', {});
    expect(await dump(app)).toEqual(expected);
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
      const trail: Dump[] = [await dump(app)];
      let here = 0;
      for (const [kind, thrown] of plan) {
        if (kind === 'undo' || kind === 'redo') {
          const to = kind === 'undo' ? here - 1 : here + 1;
          if (trail[to] === undefined) continue;
          await app.worth(`history.${kind}`, {});
          here = to;
          expect(await dump(app)).toEqual(trail[here]);
          continue;
        }
        if (kind === 'old') {
          const how = await undoOld(thrown);
          // What was there before this run began is beneath the trail.
          if (how === 'undone' && here === 0) await app.worth('history.redo', {});
          else if (how === 'undone') here -= 1;
          else if (how === 'taken back')
            trail.splice(here + 1, Number.POSITIVE_INFINITY, await dump(app));
          if (how === 'taken back') [here, takenBack] = [here + 1, takenBack + 1];
          expect(await dump(app)).toEqual(trail[here]);
          continue;
        }
        const sets = (await app.worth('history.list', { limit: 1 }))[0]?.seq;
        const made = await step(kind, trail[here]!, thrown);
        const after = await dump(app);
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
        expect(await dump(app)).toEqual(trail[to]);
        await app.worth('history.undo', {});
      }
      expect(await dump(app)).toEqual(trail[0]);
      expect((await app.worth('project.check', {})).problems).toEqual([]);
      for (let to = 1; to <= here; to += 1) {
        await app.worth('history.redo', {});
        expect(await dump(app)).toEqual(trail[to]);
      }
      for (let to = here; to > 0; to -= 1) await app.worth('history.undo', {});
    }),
    { numRuns: 25 },
  );
  expect(takenBack).toBeGreaterThan(3);
  // All the way back there is nothing but the project itself, and everything returns from there.
  const state = await dump(app);
  let count = 0;
  while ((await app.engine.call('history.undo', {})).ok) count += 1;
  const empty = await dump(app);
  expect([empty.sources, empty.codes, empty.themes, empty.memos, empty.cases]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
  for (; count > 0; count -= 1) await app.worth('history.redo', {});
  expect(await dump(app)).toEqual(state);
});

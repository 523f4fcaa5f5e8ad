import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
});
afterEach(() => app.close());

/** Everything a reader of the project sees, to compare before and after. */
const everything = async (): Promise<unknown> => ({
  codes: await app.worth('codes.list', {}),
  themes: await app.worth('themes.list', {}),
  placed: await app.worth('themes.codes', {}),
  memos: await app.worth('memos.list', {}),
});

/** The sequence number of the last change set. */
const latest = async (): Promise<number> =>
  (await app.worth('history.list', { limit: 1 }))[0]?.seq ?? 0;

test('undo and redo retrace random edits exactly, and the chain verifies', async () => {
  await app.newProject();
  const step = fc.tuple(
    fc.constantFrom('create', 'rename', 'move', 'merge', 'delete', 'theme', 'place', 'memo'),
    fc.nat(20),
    fc.nat(20),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const states = [await everything()];
      let last = await latest();
      for (const [kind, a, b] of steps) {
        const codes = await app.worth('codes.list', {});
        const themes = await app.worth('themes.list', {});
        const one = codes[a % Math.max(codes.length, 1)];
        const other = codes[b % Math.max(codes.length, 1)];
        const theme = themes[a % Math.max(themes.length, 1)];
        const { post } = app.engine;
        const call = post.bind(app.engine);
        if (kind === 'create')
          await call('codes.create', { name: `Code ${a}`, parentId: other?.id ?? null });
        if (kind === 'rename') await call('codes.update', { id: one?.id, name: `Name ${b}` });
        if (kind === 'move')
          await call('codes.move', { ids: [one?.id], parentId: other?.id ?? null });
        if (kind === 'merge') await call('codes.merge', { ids: [one?.id], into: other?.id });
        if (kind === 'delete') await call('codes.delete', { ids: [one?.id] });
        if (kind === 'theme') await call('themes.create', { name: `Theme ${a}` });
        if (kind === 'place')
          await call('themes.addCode', { themeId: theme?.id, codeId: one?.id, position: b % 3 });
        if (kind === 'memo')
          await call('memos.create', { targetKind: 'code', targetId: one?.id, title: `Memo ${b}` });
        // A refused call (no code yet, a cycle, a merge into itself) leaves no step behind.
        const now = await latest();
        if (now !== last) states.push(await everything());
        last = now;
      }
      const undone: unknown[] = [];
      for (const expected of states.slice(0, -1).toReversed()) {
        await app.worth('history.undo', {});
        undone.push(expected);
        expect(await everything()).toEqual(expected);
      }
      for (const expected of states.slice(1)) {
        await app.worth('history.redo', {});
        expect(await everything()).toEqual(expected);
      }
      expect(undone).toHaveLength(states.length - 1);
      expect((await app.worth('project.check', {})).problems).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('undo and redo survive closing the project', async () => {
  const path = await app.newProject();
  await app.worth('codes.create', { name: 'Fear of movement' });
  await app.worth('codes.create', { name: 'Rest' });
  await app.worth('history.undo', {});
  await app.worth('project.close', {});
  const state = await app.worth('project.open', { file: await app.engine.offer(path) });
  expect(state).toMatchObject({
    undo: "Create code 'Fear of movement'",
    redo: "Create code 'Rest'",
  });
  await app.worth('history.redo', {});
  expect((await app.worth('codes.list', {})).map((code) => code.name)).toEqual([
    'Fear of movement',
    'Rest',
  ]);
});

test('a new edit makes what was undone unreachable, and it stays in the history', async () => {
  await app.newProject();
  await app.worth('codes.create', { name: 'Rest' });
  await app.worth('history.undo', {});
  await app.worth('codes.create', { name: 'Sleep' });
  expect(await app.engine.post('history.redo', {})).toMatchObject({
    ok: false,
    error: { code: 'nothing-to-undo' },
  });
  const labels = (await app.worth('history.list', {})).map(({ label, kind, state }) => [
    label,
    kind,
    state,
  ]);
  expect(labels).toContainEqual(["Create code 'Rest'", 'edit', 'abandoned']);
});

test('an edit past the triggers is refused, and one in the file is found by the check', async () => {
  const path = await app.newProject();
  await app.worth('codes.create', { name: 'Rest', definition: 'As written' });
  await app.worth('project.close', {});
  const raw = new Database(path);
  expect(() => raw.exec("UPDATE code SET name = 'Other'")).toThrow(/current_change_set/u);
  raw.exec(
    `UPDATE change SET after = replace(after, 'As written', 'Rewritten') WHERE kind = 'code'`,
  );
  raw.close();
  await app.worth('project.open', { file: await app.engine.offer(path) });
  const { sound, problems } = await app.worth('project.check', {});
  expect(sound).toBe(false);
  expect(problems.join()).toContain('was altered after it was recorded');
});

test('contents that are removed for good leave a chain that still verifies', async () => {
  const path = await app.newProject();
  await app.worth('codes.create', { name: 'Rest', definition: 'Names a person' });
  await app.worth('project.close', {});
  const raw = new Database(path);
  raw.exec(
    `UPDATE change SET before = NULL, after = NULL, seal = substr(seal, 17) WHERE kind = 'code'`,
  );
  raw.close();
  await app.worth('project.open', { file: await app.engine.offer(path) });
  expect((await app.worth('project.check', {})).problems).toEqual([]);
});

test('a change set that is taken out of the middle breaks the chain', async () => {
  const path = await app.newProject();
  for (const name of ['One', 'Two', 'Three']) await app.worth('codes.create', { name });
  await app.worth('project.close', {});
  const raw = new Database(path);
  raw.exec('DELETE FROM change WHERE changeSet = 3; DELETE FROM change_set WHERE seq = 3');
  raw.close();
  await app.worth('project.open', { file: await app.engine.offer(path) });
  expect((await app.worth('project.check', {})).problems.join()).toContain('does not follow');
});

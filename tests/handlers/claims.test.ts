import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { finding, interview } from './evidence-study.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

const statements = async (): Promise<readonly string[]> =>
  (await app.worth('claims.list', {})).map(({ kind, statement }) => `${kind}: ${statement}`);
const supports = async () =>
  (await app.worth('claims.supports', {})).map(({ claimId, onId }) => [claimId, onId]);
const undo = () => app.worth('history.undo', {});
const undoes = async () => (await app.worth('project.state', {})).undo;

test('claims keep their order in three lists, and move within and between them', async () => {
  const principle = await app.worth('claims.create', { kind: 'principle', statement: ' Look up ' });
  const change = await app.worth('claims.create', {
    kind: 'planned change',
    statement: 'Turn the screen',
  });
  const one = await finding(app, 'One');
  await finding(app, 'Two');
  await app.worth('claims.create', { kind: 'finding', statement: 'None', position: 0 });
  expect(await statements()).toEqual([
    'finding: None',
    'finding: One',
    'finding: Two',
    'principle: Look up',
    'planned change: Turn the screen',
  ]);
  await app.worth('claims.move', { id: one, position: 2 });
  expect((await statements()).slice(0, 3)).toEqual([
    'finding: None',
    'finding: Two',
    'finding: One',
  ]);
  expect(await undoes()).toBe("Move finding 'One'");
  await app.worth('claims.move', { id: change.id, kind: 'principle', position: 0 });
  expect((await statements()).slice(3)).toEqual([
    'principle: Turn the screen',
    'principle: Look up',
  ]);
  expect(await undoes()).toBe("Move planned change 'Turn the screen' to the guiding principles");
  await app.worth('claims.move', { id: principle.id, kind: 'planned change' });
  await undo();
  await undo();
  await undo();
  expect(await statements()).toEqual([
    'finding: None',
    'finding: One',
    'finding: Two',
    'principle: Look up',
    'planned change: Turn the screen',
  ]);
});

test('a claim without words is refused, and its words and note change as one step each', async () => {
  for (const statement of ['', '  \n '])
    expect(await app.engine.call('claims.create', { kind: 'finding', statement })).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  const id = await finding(app, 'One');
  await app.worth('claims.update', { id, statement: 'Another', note: 'After the third reading' });
  expect(await app.worth('claims.list', {})).toMatchObject([
    { statement: 'Another', note: 'After the third reading' },
  ]);
  expect(await undoes()).toBe("Change finding 'One'");
  await undo();
  expect(await app.worth('claims.list', {})).toMatchObject([{ statement: 'One', note: '' }]);
});

test('what a claim rests on is said once, taken back and undone', async () => {
  const code = await app.worth('codes.create', { name: 'Brushed off' });
  const theme = await app.worth('themes.create', { name: 'Belief' });
  const id = await finding(app, 'One', ['code', code.id]);
  expect(await undoes()).toBe("Rest finding 'One' on 'Brushed off'");
  const on = [
    { kind: 'code', id: code.id },
    { kind: 'theme', id: theme.id },
  ] as const;
  await app.worth('claims.rest', { claimId: id, on });
  expect(await supports()).toEqual([
    [id, code.id],
    [id, theme.id],
  ]);
  await app.worth('claims.unrest', { claimId: id, on });
  expect(await supports()).toEqual([]);
  expect(await app.engine.call('claims.unrest', { claimId: id, on })).toMatchObject({
    error: { code: 'not-found' },
  });
  await undo();
  await undo();
  expect(await supports()).toEqual([[id, code.id]]);
  expect(
    await app.engine.call('claims.rest', { claimId: id, on: [{ kind: 'code', id: theme.id }] }),
  ).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('claims never rest on themselves, however many stand between', async () => {
  const first = await finding(app, 'First');
  const second = await finding(app, 'Second', ['claim', first]);
  const third = await finding(app, 'Third', ['claim', second]);
  for (const id of [first, second, third]) {
    const reply = await app.engine.call('claims.rest', {
      claimId: first,
      on: [{ kind: 'claim', id }],
    });
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'conflict',
        message: 'A claim cannot rest on itself or on what rests on it. Nothing was changed.',
      },
    });
  }
  // Two ways to the same claim are no ring.
  await app.worth('claims.rest', { claimId: third, on: [{ kind: 'claim', id: first }] });
  expect(await supports()).toHaveLength(3);
});

test('a ring does not come about by undoing an old step either', async () => {
  const first = await finding(app, 'First');
  const second = await finding(app, 'Second', ['claim', first]);
  await app.worth('claims.unrest', { claimId: second, on: [{ kind: 'claim', id: first }] });
  const [taken] = await app.worth('history.list', { limit: 1 });
  await app.worth('claims.rest', { claimId: first, on: [{ kind: 'claim', id: second }] });
  const reply = await app.engine.call('history.undoSet', { id: taken?.id ?? '' });
  expect(reply).toMatchObject({
    ok: false,
    error: {
      code: 'depends',
      message: expect.stringMatching(/what the claim rested on came to rest on it/u) as string,
    },
  });
  expect(await supports()).toEqual([[first, second]]);
});

test('support goes with what it is on, in the same step, and comes back with it', async () => {
  const ann = await interview(app, { label: 'Ann', pseudonym: 'Ann', says: ['Tired'] });
  const code = await app.worth('codes.create', { name: 'Tiredness' });
  const coding = await ann.code(code.id, 'Tired');
  const theme = await app.worth('themes.create', { name: 'Days' });
  const below = await finding(app, 'Below');
  const id = await finding(
    app,
    'Above',
    ['code', code.id],
    ['coding', coding],
    ['theme', theme.id],
    ['claim', below],
  );
  const all = await supports();
  const without = (...gone: readonly string[]) => all.filter(([, onId]) => !gone.includes(onId!));
  const goes = [
    ['codes.delete', { ids: [code.id] }, without(code.id, coding)],
    ['codings.delete', { ids: [coding] }, without(coding)],
    ['themes.delete', { id: theme.id }, without(theme.id)],
    ['claims.delete', { id: below }, without(below)],
    ['claims.delete', { id }, []],
    ['sources.delete', { ids: [ann.id] }, without(coding)],
  ] as const;
  for (const [method, input, left] of goes) {
    await app.worth(method, input as never);
    expect(await supports(), method).toEqual(left);
    expect((await app.worth('project.check', {})).problems).toEqual([]);
    await undo();
    expect(await supports(), `undo of ${method}`).toEqual(all);
  }
});

test('a deletion answers how many claims rested directly on what went', async () => {
  const ann = await interview(app, { label: 'Ann', pseudonym: 'Ann', says: ['Tired', 'Sore'] });
  const code = await app.worth('codes.create', { name: 'Tiredness' });
  const [tired, sore] = [await ann.code(code.id, 'Tired'), await ann.code(code.id, 'Sore')];
  const theme = await app.worth('themes.create', { name: 'Days' });
  const subtheme = await app.worth('themes.create', { name: 'Nights', parentId: theme.id });
  const one = await finding(app, 'One', ['coding', tired], ['coding', sore], ['theme', theme.id]);
  await finding(app, 'Two', ['coding', tired], ['theme', subtheme.id], ['claim', one]);
  // One claim that rests on both counts once, and what it is called now is said by its code.
  expect(await app.worth('codings.delete', { ids: [tired, sore] })).toEqual({
    codeIds: [code.id],
    claims: 2,
  });
  await undo();
  expect(await app.worth('codings.delete', { ids: [sore] })).toMatchObject({ claims: 1 });
  expect(await app.worth('themes.delete', { id: theme.id })).toEqual({ claims: 2 });
  expect(await app.worth('claims.delete', { id: one })).toEqual({ claims: 1 });
});

test('support follows codes that are merged and codings that fall together', async () => {
  const ann = await interview(app, { label: 'Ann', pseudonym: 'Ann', says: ['Tired'] });
  const from = await app.worth('codes.create', { name: 'Tiredness' });
  const into = await app.worth('codes.create', { name: 'Fatigue' });
  const gone = await ann.code(from.id, 'Tired');
  const stays = await ann.code(into.id, 'Tired');
  const both = await finding(app, 'Both', ['code', from.id], ['code', into.id]);
  const one = await finding(app, 'One', ['code', from.id], ['coding', gone]);
  await app.worth('codings.recode', { ids: [gone], codeId: into.id });
  expect(await supports()).toContainEqual([one, stays]);
  await undo();
  await app.worth('codes.merge', { into: into.id, ids: [from.id] });
  expect(new Set((await supports()).map(String))).toEqual(
    new Set([`${both},${into.id}`, `${one},${into.id}`, `${one},${stays}`]),
  );
  await undo();
  expect(await supports()).toHaveLength(4);
});

test('an old step is not undone while a claim made since rests on what it made', async () => {
  const theme = await app.worth('themes.create', { name: 'Belief' });
  const [made] = await app.worth('history.list', { limit: 1 });
  await finding(app, 'One', ['theme', theme.id]);
  const reply = await app.engine.call('history.undoSet', { id: made?.id ?? '' });
  expect(reply).toMatchObject({
    ok: false,
    error: {
      code: 'depends',
      message: expect.stringMatching(/1 piece of support rests on it/u) as string,
    },
  });
});

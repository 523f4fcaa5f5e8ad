import { afterEach, beforeEach, expect, test } from 'vitest';
import type { VersionedKind } from '#shared/contract/history.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;

beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

const versions = (kind: VersionedKind, id: string) => app.worth('history.ofRecord', { kind, id });

test('a definition has a version for each step that touched it, with who and what', async () => {
  const code = await app.worth('codes.create', { name: 'Walking', definition: 'On foot' });
  await app.worth('codes.update', { id: code.id, definition: 'On foot, outside' });
  const ruth = await app.worth('coders.create', { name: 'Ruth' });
  await app.worth('coders.use', { id: ruth.id });
  await app.worth('codes.update', { id: code.id, name: 'Strolling', colour: 7 });
  // A step that only puts it elsewhere in the order says nothing about it.
  await app.worth('codes.create', { name: 'Bus', position: 0 });
  const list = await versions('code', code.id);
  expect(
    list.map(({ fields, coderName, record }) => [fields, coderName, record['definition']]),
  ).toEqual([
    [['name', 'colour'], 'Ruth', 'On foot, outside'],
    [['definition'], 'Researcher', 'On foot, outside'],
    [expect.arrayContaining(['name', 'definition']), 'Researcher', 'On foot'],
  ]);
  expect(list.map(({ record }) => record['name'])).toEqual(['Strolling', 'Walking', 'Walking']);
  const rest = await app.worth('history.ofRecord', {
    kind: 'code',
    id: code.id,
    before: list[0]!.seq,
    limit: 1,
  });
  expect(rest).toEqual([list[1]]);
});

test('a version is restored as an edit of its own, and undone', async () => {
  const parent = await app.worth('codes.create', { name: 'Getting about' });
  const code = await app.worth('codes.create', { name: 'Walking', definition: 'On foot' });
  await app.worth('codes.update', { id: code.id, name: 'Strolling', definition: '' });
  await app.worth('codes.move', { ids: [code.id], parentId: parent.id });
  const first = (await versions('code', code.id)).at(-1)!;
  const restored = await app.worth('history.restore', {
    kind: 'code',
    id: code.id,
    changeSetId: first.changeSetId,
  });
  expect(restored).toMatchObject({ name: 'Walking', definition: 'On foot', parentId: parent.id });
  expect((await app.worth('project.state', {})).undo).toMatch(/^Restore code 'Strolling' of \d/u);
  await app.worth('history.undo', {});
  expect((await app.worth('codes.list', {}))[1]).toMatchObject({ name: 'Strolling' });
});

test('what is gone, undone and brought back still tells its versions', async () => {
  const code = await app.worth('codes.create', { name: 'Walking' });
  await app.worth('codes.update', { id: code.id, name: 'Strolling' });
  await app.worth('codes.delete', { ids: [code.id] });
  const gone = await versions('code', code.id);
  expect(gone.map(({ operation, record }) => [operation, record['name']])).toEqual([
    ['delete', 'Strolling'],
    ['update', 'Strolling'],
    ['insert', 'Walking'],
  ]);
  await app.worth('history.undo', {});
  await app.worth('history.undo', {});
  const back = await versions('code', code.id);
  expect(back.map(({ setKind, record }) => [setKind, record['name']])).toEqual([
    ['undo', 'Walking'],
    ['undo', 'Strolling'],
    ['edit', 'Strolling'],
    ['edit', 'Strolling'],
    ['edit', 'Walking'],
  ]);
});

test('themes and memos have versions too', async () => {
  const theme = await app.worth('themes.create', { name: 'Credibility' });
  await app.worth('themes.update', { id: theme.id, name: 'Being believed' });
  const memo = await app.worth('memos.create', {
    targetKind: 'theme',
    targetId: theme.id,
    title: 'Witness',
  });
  await app.worth('memos.update', { id: memo.id, title: 'The witness' });
  const [, first] = await versions('theme', theme.id);
  await app.worth('history.restore', {
    kind: 'theme',
    id: theme.id,
    changeSetId: first!.changeSetId,
  });
  expect((await app.worth('themes.list', {}))[0]).toMatchObject({ name: 'Credibility' });
  expect((await versions('memo', memo.id)).map(({ fields }) => fields.includes('title'))).toEqual([
    true,
    true,
  ]);
});

test('steps are found by coder, by kind, by time and by the words of their names', async () => {
  const before = new Date(Date.now() - 1000).toISOString();
  await app.worth('codes.create', { name: 'Walking 100% of the way' });
  await app.worth('themes.create', { name: 'Walking' });
  const ruth = await app.worth('coders.create', { name: 'Ruth' });
  await app.worth('coders.use', { id: ruth.id });
  await app.worth('codes.create', { name: 'Sleep' });
  const labels = async (filter: Parameters<typeof app.worth<'history.list'>>[1]) =>
    (await app.worth('history.list', filter)).map(({ label }) => label);
  expect(await labels({ coderId: ruth.id })).toEqual([`Create code 'Sleep'`]);
  expect(await labels({ kind: 'theme' })).toEqual([`Create theme 'Walking'`]);
  expect(await labels({ words: 'walking CREATE' })).toHaveLength(2);
  expect(await labels({ words: '100%' })).toHaveLength(1);
  expect(await labels({ words: '%' })).toHaveLength(1);
  expect(await labels({ until: before })).toEqual([]);
  expect((await labels({ from: before })).length).toBeGreaterThan(3);
});

test('steps are called by what they change', async () => {
  const code = await app.worth('codes.create', { name: 'Walking' });
  const theme = await app.worth('themes.create', { name: 'Getting about' });
  const undo = async () => (await app.worth('project.state', {})).undo;
  await app.worth('codes.update', { id: code.id, nearMiss: 'Running' });
  expect(await undo()).toBe(`Change near miss of code 'Walking'`);
  await app.worth('codes.update', { id: code.id, colour: 9, definition: 'On foot' });
  expect(await undo()).toBe(`Change code 'Walking'`);
  await app.worth('themes.update', { id: theme.id, name: 'Moving' });
  expect(await undo()).toBe(`Rename theme 'Getting about' to 'Moving'`);
  await app.worth('themes.update', { id: theme.id, status: 'retired', retiredReason: 'Too wide' });
  expect(await undo()).toBe(`Retire theme 'Moving'`);
  await app.worth('themes.update', { id: theme.id, summary: 'How people move' });
  expect(await undo()).toBe(`Change theme 'Moving'`);
});

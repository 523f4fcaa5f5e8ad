import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input, MethodOf } from '#shared/contract/index.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

/* Undo of one old step: when it is done, and what is said when it is not. */

let app: TestEngine;
let sourceId: string;

const words = 'I: How are you?\nP01: In pain, mostly. And tired.\nI: Why?\nP01: The bus.\n';

beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
  const file = join(app.folder, 'P01 baseline.txt');
  writeFileSync(file, words);
  const { files } = await app.worth('imports.run', {
    files: [{ token: await app.engine.offer(file) }],
  });
  sourceId = files[0]?.sourceId ?? '';
});
afterEach(() => app.close());

const last = async (): Promise<string> =>
  (await app.worth('history.list', { limit: 1 }))[0]?.id ?? '';

/** Makes an edit; answers the id of its change set. */
const edit = async <M extends MethodOf<'edit'>>(method: M, input: Input<M>): Promise<string> => {
  await app.worth(method, input);
  return last();
};

/** Creates a code; answers its id and its change set's. */
const code = async (name: string, more: Partial<Input<'codes.create'>> = {}) => {
  const { id } = await app.worth('codes.create', { name, ...more });
  return { id, set: await last() };
};

const coding = async (codeId: string, start: number, end: number) => {
  const { id } = await app.worth('codings.create', { sourceId, codeId, start, end });
  return { id, set: await last() };
};

const names = async (): Promise<readonly string[]> =>
  (await app.worth('codes.list', {})).map(({ name }) => name);

const undo = async (id: string) => {
  const set = await app.worth('history.undoSet', { id });
  expect((await app.worth('project.check', {})).problems).toEqual([]);
  return set;
};

/** The sentence of the refusal, and the sets it names; nothing may have changed. */
const refused = async (id: string) => {
  const before = await last();
  const reply = await app.engine.call('history.undoSet', { id });
  if (reply.ok) throw new Error('It was undone');
  expect(reply.error.code).toBe('depends');
  expect(await last()).toBe(before);
  const { changeSets } = reply.error.details as unknown as {
    readonly changeSets: readonly string[];
  };
  return { says: reply.error.message, changeSets };
};

const today = (): string =>
  new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });

describe('an old step that nothing builds on', () => {
  test('is taken back as a step of its own, which is undone and redone like any other', async () => {
    const walking = await code('Walking');
    const renamed = await edit('codes.update', { id: walking.id, name: 'Strolling' });
    await code('Sleep');
    const set = await undo(renamed);
    expect(set).toMatchObject({ id: renamed, state: 'taken-back' });
    expect(await names()).toEqual(['Walking', 'Sleep']);
    const state = await app.worth('project.state', {});
    expect(state.undo).toBe(`Take back “Rename code 'Walking' to 'Strolling'”`);
    await app.worth('history.undo', {});
    expect(await names()).toEqual(['Strolling', 'Sleep']);
    const [again] = (await app.worth('history.list', {})).filter(({ id }) => id === renamed);
    expect(again?.state).toBe('done');
    await app.worth('history.redo', {});
    expect(await names()).toEqual(['Walking', 'Sleep']);
  });

  test('can be taken back again after its taking back was itself taken back', async () => {
    const walking = await code('Walking');
    const renamed = await edit('codes.update', { id: walking.id, name: 'Strolling' });
    const other = await code('Sleep');
    await undo(renamed);
    const back = await last();
    await edit('codes.update', { id: other.id, definition: 'At night' });
    expect(await undo(back)).toMatchObject({ id: back, state: 'taken-back' });
    expect(await names()).toEqual(['Strolling', 'Sleep']);
    expect(await undo(renamed)).toMatchObject({ state: 'taken-back' });
    expect(await names()).toEqual(['Walking', 'Sleep']);
    while ((await app.engine.call('history.undo', {})).ok);
    expect(await names()).toEqual([]);
    while ((await app.engine.call('history.redo', {})).ok);
    expect(await names()).toEqual(['Walking', 'Sleep']);
  });

  test('is undone as undo does it where it is the last one, so that redo brings it back', async () => {
    const walking = await code('Walking');
    expect(await undo(walking.set)).toMatchObject({ state: 'undone' });
    await app.worth('history.redo', {});
    expect(await names()).toEqual(['Walking']);
  });

  test('leaves alone what was set in passing since: places among siblings', async () => {
    const walking = await code('Walking', { position: 0 });
    await code('Sleep', { position: 0 });
    await code('Bus', { position: 1 });
    expect(await names()).toEqual(['Sleep', 'Bus', 'Walking']);
    await undo(walking.set);
    expect(await names()).toEqual(['Sleep', 'Bus']);
  });

  test('is undone where what was done since on the same fields was taken back itself', async () => {
    const walking = await code('Walking');
    const first = await edit('codes.update', { id: walking.id, name: 'Strolling' });
    const second = await edit('codes.update', { id: walking.id, name: 'Marching' });
    await code('Sleep');
    expect((await refused(first)).changeSets).toEqual([second]);
    await undo(second);
    await undo(first);
    expect(await names()).toEqual(['Walking', 'Sleep']);
  });

  test('is a whole merge, with codings, memos and nested codes', async () => {
    const [one, other] = [await code('Ache'), await code('Pain')];
    await code('Dull', { parentId: one.id });
    const coded = await coding(one.id, 21, 28);
    await app.worth('memos.create', { targetKind: 'code', targetId: one.id, title: 'Why two' });
    const merged = await edit('codes.merge', { ids: [one.id], into: other.id });
    await code('Sleep');
    await undo(merged);
    expect(await names()).toEqual(['Ache', 'Dull', 'Pain', 'Sleep']);
    expect(await app.worth('codings.get', { ids: [coded.id] })).toMatchObject([{ codeId: one.id }]);
    expect(await app.worth('memos.list', { targetId: one.id })).toHaveLength(1);
  });
});

describe('an old step that later work builds on is left, and the sentence says why', () => {
  test('the code was renamed, and codings carry it', async () => {
    const walking = await code('Walking');
    const renamed = await edit('codes.update', { id: walking.id, name: 'Strolling' });
    const codings = [];
    for (let at = 0; at < 12; at += 1) codings.push((await coding(walking.id, 21 + at, 40)).set);
    const { says, changeSets } = await refused(walking.set);
    expect(says).toBe(
      `Since then code ‘Strolling’ was renamed on ${today()} by Researcher and 12 codings made since carry it. Undo those first. Nothing was changed.`,
    );
    expect(changeSets).toEqual([...codings.toReversed(), renamed]);
  });

  test('what it refers to was deleted', async () => {
    const walking = await code('Walking');
    const coded = await coding(walking.id, 21, 28);
    const removed = await edit('codings.delete', { ids: [coded.id] });
    const deleted = await edit('codes.delete', { ids: [walking.id] });
    const { says, changeSets } = await refused(removed);
    expect(says).toContain(`Since then code ‘Walking’ was deleted on ${today()} by Researcher.`);
    expect(changeSets).toEqual([deleted]);
  });

  test('its place was taken by the same coding made anew', async () => {
    const walking = await code('Walking');
    const coded = await coding(walking.id, 21, 28);
    const removed = await edit('codings.delete', { ids: [coded.id] });
    const anew = await coding(walking.id, 21, 28);
    await code('Sleep');
    const { says, changeSets } = await refused(removed);
    expect(says).toContain('another coding took its name or place');
    expect(changeSets).toEqual([anew.set]);
  });

  test('a name that is there once only was given to another', async () => {
    const first = await app.worth('cases.create', { pseudonym: 'Ann' });
    const renamed = await edit('cases.update', { id: first.id, pseudonym: 'Beth' });
    const other = await edit('cases.create', { pseudonym: 'Ann' });
    expect((await refused(renamed)).changeSets).toEqual([other]);
  });

  test('it would be nested in itself', async () => {
    const [inner, outer] = [await code('Ache'), await code('Pain')];
    await edit('codes.move', { ids: [inner.id], parentId: outer.id });
    const out = await edit('codes.move', { ids: [inner.id], parentId: null });
    const turned = await edit('codes.move', { ids: [outer.id], parentId: inner.id });
    await code('Sleep');
    const { says, changeSets } = await refused(out);
    expect(says).toContain('code ‘Pain’ was moved into it');
    expect(changeSets).toEqual([turned]);
  });

  test('the source that was imported has been coded', async () => {
    const walking = await code('Walking');
    const coded = await coding(walking.id, 21, 28);
    const imported = (await app.worth('history.list', {})).find(({ label }) =>
      label.startsWith('Import'),
    );
    const { says, changeSets } = await refused(imported?.id ?? '');
    expect(says).toContain('1 coding was made in it');
    expect(changeSets).toEqual([coded.set]);
  });

  test('the coder who was added has made steps since', async () => {
    const ruth = await app.worth('coders.create', { name: 'Ruth' });
    const added = await last();
    await app.worth('coders.use', { id: ruth.id });
    const walking = await code('Walking');
    const { says, changeSets } = await refused(added);
    expect(says).toContain('1 step was made as ‘Ruth’');
    expect(changeSets).toEqual([walking.set]);
  });

  test('codes were put into an order anew', async () => {
    const [one] = [await code('Ache'), await code('Pain'), await code('Sleep')];
    const moved = await edit('codes.move', { ids: [one.id], parentId: null, position: 3 });
    const again = await edit('codes.move', { ids: [one.id], parentId: null, position: 0 });
    await code('Bus');
    expect((await refused(moved)).changeSets).toEqual([again]);
  });
});

test('what is undone already, and the beginning, are refused in words', async () => {
  const walking = await code('Walking');
  await app.worth('history.undo', {});
  const again = await app.engine.call('history.undoSet', { id: walking.set });
  expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
  const first = (await app.worth('history.list', {})).at(-1);
  const begun = await app.engine.call('history.undoSet', { id: first?.id ?? '' });
  expect(begun).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('The project began') as string },
  });
});

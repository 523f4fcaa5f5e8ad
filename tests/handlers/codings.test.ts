import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Coding } from '#shared/model/coding.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
let sourceId: string;

beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
  const file = join(app.folder, 'P01.txt');
  await writeFile(file, 'INT: How are you?\nP01: Tired. The pain wakes me at night.');
  const { files } = await app.worth('imports.run', {
    files: [{ token: await app.engine.offer(file) }],
  });
  sourceId = files[0]?.sourceId ?? '';
});
afterEach(() => app.close());

const newCode = async (name: string): Promise<string> =>
  (await app.worth('codes.create', { name })).id;
const apply = (codeId: string, start: number, end: number): Promise<Coding> =>
  app.worth('codings.create', { sourceId, codeId, start, end });
const all = (): Promise<readonly Coding[]> => app.worth('codings.list', { sourceId });
const undoLabel = async (): Promise<string | null> => (await app.worth('project.state', {})).undo;

describe('marks', () => {
  test('a coding is marked and unmarked, each mark by itself, and each is named for undo', async () => {
    const { id } = await apply(await newCode('Pain'), 20, 30);
    const [marked] = await app.worth('codings.mark', { ids: [id], important: 1 });
    expect(marked).toMatchObject({ important: 1, level: null });
    expect(await undoLabel()).toBe("Mark 'Pain' as important");
    await app.worth('codings.mark', { ids: [id], level: 'latent' });
    expect(await undoLabel()).toBe("Mark 'Pain' as latent");
    expect(await all()).toMatchObject([{ important: 1, level: 'latent' }]);
    await app.worth('codings.mark', { ids: [id], important: 0 });
    expect(await undoLabel()).toBe("Unmark 'Pain' as important");
    await app.worth('codings.mark', { ids: [id], level: null });
    expect(await undoLabel()).toBe("Unmark 'Pain' as semantic or latent");
    expect(await all()).toMatchObject([{ important: 0, level: null }]);
    await app.worth('history.undo', {});
    expect(await all()).toMatchObject([{ important: 0, level: 'latent' }]);
  });

  test('several are marked as one step', async () => {
    const pain = await newCode('Pain');
    const ids = [(await apply(pain, 20, 30)).id, (await apply(pain, 30, 40)).id];
    await app.worth('codings.mark', { ids, important: 1, level: 'semantic' });
    expect(await undoLabel()).toBe('Change the marks of 2 codings');
    await app.worth('history.undo', {});
    expect((await all()).map(({ important, level }) => [important, level])).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  test('a mark must be named, and the codings must be there', async () => {
    const { id } = await apply(await newCode('Pain'), 20, 30);
    await expect(app.worth('codings.mark', { ids: [id] })).rejects.toThrow(/bad-input/u);
    await app.worth('codings.delete', { ids: [id] });
    await expect(app.worth('codings.mark', { ids: [id], important: 1 })).rejects.toThrow(
      /no longer in the project/u,
    );
  });
});

describe('recode', () => {
  test('several codings get another code at once; of two that say the same one is left', async () => {
    const [pain, rest, sleep] = [
      await newCode('Pain'),
      await newCode('Rest'),
      await newCode('Sleep'),
    ];
    const twin = await apply(sleep ?? '', 20, 30);
    const first = await apply(pain ?? '', 20, 30);
    const second = await apply(rest ?? '', 30, 40);
    await app.worth('codings.mark', { ids: [first.id], important: 1, level: 'latent' });
    const now = await app.worth('codings.recode', {
      ids: [first.id, second.id],
      codeId: sleep ?? '',
    });
    expect(await undoLabel()).toBe("Recode 2 codings to 'Sleep'");
    expect(now.map(({ id }) => id).toSorted()).toEqual([twin.id, second.id].toSorted());
    // The one that was there keeps what was marked on the one that went.
    expect(await all()).toMatchObject([
      { id: twin.id, codeId: sleep, important: 1, level: 'latent' },
      { id: second.id, codeId: sleep },
    ]);
    await app.worth('history.undo', {});
    expect(await all()).toHaveLength(3);
  });

  test('one that is gone stops the whole, and nothing is changed', async () => {
    const [pain, rest] = [await newCode('Pain'), await newCode('Rest')];
    const gone = await apply(pain ?? '', 20, 30);
    const there = await apply(pain ?? '', 30, 40);
    await app.worth('codings.delete', { ids: [gone.id] });
    await expect(
      app.worth('codings.recode', { ids: [gone.id, there.id], codeId: rest ?? '' }),
    ).rejects.toThrow(/no longer in the project/u);
    expect(await all()).toMatchObject([{ id: there.id, codeId: pain }]);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
let sourceId: string;

beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
  const file = join(app.folder, 'P01.txt');
  writeFileSync(
    file,
    'I: How are you?\nP01: In pain, mostly. And tired.\nI: Why?\nP01: The bus.\n',
  );
  const { files } = await app.worth('imports.run', {
    files: [{ token: await app.engine.offer(file) }],
  });
  sourceId = files[0]?.sourceId ?? '';
});
afterEach(() => app.close());

const code = async (name: string, definition = ''): Promise<string> =>
  (await app.worth('codes.create', { name, definition })).id;
const coded = async (codeId: string, start: number): Promise<string> =>
  (await app.worth('codings.create', { sourceId, codeId, start, end: start + 5 })).id;
const inOrder = async () => (await app.worth('codes.list', {})).map(({ name }) => name);
const codeOf = async (ids: readonly string[]) =>
  new Map((await app.worth('codings.get', { ids: [...ids] })).map((one) => [one.id, one.codeId]));

describe('splitting a code into several', () => {
  test('moves quotes, adds the new code to others, and is undone as one', async () => {
    const pain = await code('Pain');
    const tired = await code('Tired');
    const ids = [await coded(pain, 21), await coded(pain, 30), await coded(pain, 40)];
    const [one = '', two = '', three = ''] = ids;
    const [ache, other] = await app.worth('codes.splitInto', {
      id: pain,
      parts: [
        { name: 'Ache', codingIds: [one], alsoIds: [three] },
        { codeId: tired, codingIds: [two], alsoIds: [one] },
      ],
    });
    expect(await inOrder()).toEqual(['Pain', 'Ache', 'Tired']);
    expect(other?.id).toBe(tired);
    expect(await codeOf(ids)).toEqual(
      new Map([
        [one, ache?.id],
        [two, tired],
        [three, pain],
      ]),
    );
    const use = new Map((await app.worth('codes.use', {})).map((row) => [row.codeId, row.codings]));
    expect([use.get(pain), use.get(ache?.id ?? ''), use.get(tired)]).toEqual([1, 2, 2]);
    expect((await app.worth('project.state', {})).undo).toBe(`Split code 'Pain' into 2 codes`);
    await app.worth('history.undo', {});
    expect(await inOrder()).toEqual(['Pain', 'Tired']);
    expect(new Set((await codeOf(ids)).values())).toEqual(new Set([pain]));
  });

  test('refuses quotes that go two ways or carry another code', async () => {
    const pain = await code('Pain');
    const tired = await code('Tired');
    const [one, foreign] = [await coded(pain, 21), await coded(tired, 30)];
    const twice = await app.engine.call('codes.splitInto', {
      id: pain,
      parts: [
        { name: 'Ache', codingIds: [one] },
        { name: 'Throb', codingIds: [one] },
      ],
    });
    expect(twice).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    const wrong = await app.engine.call('codes.splitInto', {
      id: pain,
      parts: [{ name: 'Ache', codingIds: [foreign] }],
    });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await inOrder()).toEqual(['Pain', 'Tired']);
  });
});

describe('merging codes', () => {
  test('with their words adds these to the target, each saying whose it was', async () => {
    const pain = await code('Pain', 'What hurts');
    const [ache, sore, same] = [
      await code('Ache', 'A dull one'),
      await code('Sore'),
      await code('Pains', 'What hurts'),
    ];
    const merged = await app.worth('codes.merge', {
      ids: [ache, sore, same],
      into: pain,
      keepWords: true,
    });
    expect(merged.definition).toBe(`What hurts\n\nFrom 'Ache': A dull one`);
    await app.worth('history.undo', {});
    expect(await inOrder()).toEqual(['Pain', 'Ache', 'Sore', 'Pains']);
    expect((await app.worth('codes.list', {}))[0]?.definition).toBe('What hurts');
  });

  test('takes along a parent and what is nested in it, in one step', async () => {
    const pain = await code('Pain');
    const ache = await code('Ache');
    const dull = await app.worth('codes.create', { name: 'Dull', parentId: ache });
    const deep = await app.worth('codes.create', { name: 'Deep', parentId: dull.id });
    const kept = await coded(dull.id, 21);
    await app.worth('codes.merge', { ids: [ache, dull.id], into: pain });
    expect(await inOrder()).toEqual(['Pain', 'Deep']);
    expect((await app.worth('codes.list', {}))[1]).toMatchObject({ id: deep.id, parentId: pain });
    expect((await codeOf([kept])).get(kept)).toBe(pain);
  });
});

test('similar codes are kept apart once, and forgotten with one of them', async () => {
  const [pain, pains, ache] = [await code('Pain'), await code('Pains'), await code('Ache')];
  expect(await app.worth('codes.similar', {})).toEqual([[pain, pains]]);
  expect(await app.worth('codes.keepApart', { ids: [pains, pain] })).toHaveLength(1);
  expect(await app.worth('codes.similar', {})).toEqual([]);
  expect((await app.worth('project.state', {})).undo).toBe(`Keep 'Pains' and 'Pain' apart`);
  await app.worth('codes.keepApart', { ids: [pain, pains, ache] });
  expect(await app.worth('codes.keptApart', {})).toHaveLength(3);
  await app.worth('codes.delete', { ids: [pains] });
  expect(await app.worth('codes.keptApart', {})).toHaveLength(1);
  await app.worth('codes.merge', { ids: [ache], into: pain });
  expect(await app.worth('codes.keptApart', {})).toEqual([]);
  await app.worth('history.undo', {});
  await app.worth('history.undo', {});
  expect(await app.worth('codes.keptApart', {})).toHaveLength(3);
});

test('codes that only one coder used are named with the coder', async () => {
  const [pain, ache] = [await code('Pain'), await code('Ache')];
  await code('Unused');
  const first = (await app.worth('project.state', {})).coder?.id;
  const ruth = await app.worth('coders.create', { name: 'Ruth' });
  await coded(pain, 21);
  await coded(ache, 21);
  await app.worth('coders.use', { id: ruth.id });
  await coded(pain, 30);
  expect(await app.worth('codes.oneCoder', {})).toEqual([{ codeId: ache, coderId: first }]);
});

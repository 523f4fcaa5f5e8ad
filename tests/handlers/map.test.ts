import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

/** Pain with a subtheme and two codes, Rest with one of these codes too, and a code in no theme. */
const study = async () => {
  const pain = await app.worth('themes.create', { name: 'Pain' });
  const rest = await app.worth('themes.create', { name: 'Rest' });
  const fear = await app.worth('themes.create', { name: 'Fear', parentId: pain.id });
  const [ache, nap, loose] = await Promise.all(
    ['Ache', 'Nap', 'Loose'].map((name) => app.worth('codes.create', { name })),
  );
  if (ache === undefined || nap === undefined || loose === undefined) throw new Error('No codes');
  for (const [themeId, codeId] of [
    [pain.id, ache.id],
    [fear.id, nap.id],
    [rest.id, nap.id],
  ] as const)
    await app.worth('themes.addCode', { themeId, codeId });
  return { pain, rest, fear, ache, nap, loose };
};

const relate = (from: { readonly id: string }, to: { readonly id: string }, label = 'leads to') =>
  app.worth('relations.create', {
    fromKind: 'theme',
    fromId: from.id,
    toKind: 'theme',
    toId: to.id,
    label,
  });

test('the map has the themes that are in use, the codes in them, and a code in several once', async () => {
  const { pain, rest, fear, ache, nap, loose } = await study();
  const map = await app.worth('map.get', {});
  expect(map.themes.map(({ id }) => id)).toEqual([pain.id, fear.id, rest.id]);
  expect(map.codes.map(({ id }) => id)).toEqual([ache.id, nap.id]);
  expect(map.placed).toHaveLength(3);
  await app.worth('themes.update', { id: pain.id, status: 'retired', retiredReason: 'Too broad' });
  const after = await app.worth('map.get', {});
  expect(after.themes.map(({ id }) => id)).toEqual([rest.id]);
  expect(after.codes.map(({ id }) => id)).toEqual([nap.id]);
  await app.worth('relations.create', {
    fromKind: 'code',
    fromId: loose.id,
    toKind: 'theme',
    toId: rest.id,
    label: 'is part of',
  });
  expect((await app.worth('map.get', {})).codes.map(({ id }) => id)).toEqual([nap.id, loose.id]);
});

test('the layout puts everything somewhere, and no two over each other', async () => {
  const { pain, rest, fear, ache, nap } = await study();
  await relate(pain, rest);
  await relate(rest, pain, 'stands against');
  const spots = await app.worth('map.layout', {});
  expect(spots.map(({ id }) => id).toSorted()).toEqual(
    [pain.id, rest.id, fear.id, ache.id, nap.id].toSorted(),
  );
  const onlyThemes = await app.worth('map.layout', { codes: false });
  expect(onlyThemes).toHaveLength(3);
  expect(await app.worth('map.layout', {})).toEqual(spots);
  for (const a of spots)
    for (const b of spots)
      if (a.id !== b.id) expect(Math.abs(a.x - b.x) >= 190 || Math.abs(a.y - b.y) >= 29).toBe(true);
});

test('an empty map is laid out as nothing', async () => {
  expect(await app.worth('map.layout', {})).toEqual([]);
});

test('a place stays until all are laid out again, and both can be undone', async () => {
  const { pain, ache } = await study();
  const [place] = await app.worth('map.place', {
    nodes: [
      { kind: 'theme', id: pain.id, x: 10, y: 20 },
      { kind: 'code', id: ache.id, x: -5, y: 0.5 },
    ],
  });
  await app.worth('map.place', { nodes: [{ kind: 'theme', id: pain.id, x: 11, y: 20 }] });
  const { places } = await app.worth('map.get', {});
  expect(places).toHaveLength(2);
  expect(places.find(({ nodeId }) => nodeId === pain.id)).toEqual({ ...place, x: 11 });
  expect(await app.worth('map.clearPlaces', {})).toEqual({ cleared: 2 });
  expect((await app.worth('map.get', {})).places).toEqual([]);
  await app.worth('history.undo', {});
  expect((await app.worth('map.get', {})).places).toEqual(places);
  await app.worth('history.undo', {});
  expect((await app.worth('map.get', {})).places.find(({ nodeId }) => nodeId === pain.id)?.x).toBe(
    10,
  );
});

test('a relation is made, turned round, worded anew, and goes and comes back with its theme', async () => {
  const { pain, rest } = await study();
  const relation = await relate(pain, rest);
  expect((await app.worth('map.get', {})).relations).toEqual([relation]);
  const turned = await app.worth('relations.update', { id: relation.id, reverse: true });
  expect(turned).toMatchObject({ fromId: rest.id, toId: pain.id, label: 'leads to' });
  await app.worth('relations.update', { id: relation.id, label: 'explains' });
  await app.worth('themes.delete', { id: rest.id });
  expect((await app.worth('map.get', {})).relations).toEqual([]);
  await app.worth('history.undo', {});
  expect((await app.worth('map.get', {})).relations).toEqual([{ ...turned, label: 'explains' }]);
  await app.worth('relations.delete', { id: relation.id });
  expect((await app.worth('map.get', {})).relations).toEqual([]);
  const [last] = await app.worth('history.list', { limit: 1 });
  expect(last?.label).toBe("Remove relation 'Rest' explains 'Pain'");
});

test('a relation to itself, to nothing, without words or said twice is refused', async () => {
  const { pain, rest } = await study();
  await relate(pain, rest);
  await expect(relate(pain, pain)).rejects.toThrow('from one theme or code to another');
  await expect(relate(pain, rest, ' leads to ')).rejects.toThrow('is on the map already');
  await expect(relate(pain, rest, ' ')).rejects.toThrow('bad-input');
  await expect(relate(pain, { id: crypto.randomUUID() })).rejects.toThrow('not-found');
  const other = await relate(pain, rest, 'hides');
  await expect(app.worth('relations.update', { id: other.id, label: 'leads to' })).rejects.toThrow(
    'is on the map already',
  );
  expect((await app.worth('map.get', {})).relations).toHaveLength(2);
});

test('the map is exported as it stands on the screen, and a picture as the window drew it', async () => {
  const { pain } = await study();
  const write = async (input: { readonly format: 'svg' | 'png'; readonly picture?: string }) => {
    const path = join(app.folder, `map.${input.format}`);
    const written = await app.worth('exports.map', {
      file: await app.engine.offer(path),
      ...input,
    });
    return { written, bytes: readFileSync(path) };
  };
  await app.worth('map.place', { nodes: [{ kind: 'theme', id: pain.id, x: 5000, y: 1 }] });
  const { written, bytes } = await write({ format: 'svg' });
  expect(written).toMatchObject({ fileName: 'map.svg', themes: 3, bytes: bytes.length });
  expect(bytes.toString()).toBe((await app.worth('map.svg', {})).svg);
  expect(bytes.toString()).toContain('<rect x="5000" y="1"');
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
  expect((await write({ format: 'png', picture: png.toString('base64') })).bytes).toEqual(png);
  await expect(write({ format: 'png', picture: 'aGVsbG8=' })).rejects.toThrow('not a PNG');
  await expect(write({ format: 'png' })).rejects.toThrow('Only a window can draw a PNG');
});

test('a map without themes is not exported', async () => {
  const file = await app.engine.offer(join(app.folder, 'map.svg'));
  await expect(app.worth('exports.map', { file, format: 'svg' })).rejects.toThrow(
    'There are no themes to draw yet',
  );
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

/** A parent far down the list with a child that is first among its siblings, and a code beside them. */
const family = async () => {
  const beside = await app.worth('codes.create', { name: 'Beside' });
  const parent = await app.worth('codes.create', { name: 'Parent', position: 7 });
  const child = await app.worth('codes.create', { name: 'Child', parentId: parent.id });
  const grandchild = await app.worth('codes.create', { name: 'Grandchild', parentId: child.id });
  return { beside, parent, child, grandchild };
};
const names = async () => (await app.worth('codes.list', {})).map(({ name }) => name);

describe('a parent chosen together with what is nested in it', () => {
  test.each([
    ['parent first', ['parent', 'child', 'grandchild']],
    ['child first', ['grandchild', 'child', 'parent']],
  ] as const)('is deleted, %s', async (_, order) => {
    const codes = await family();
    const ids = order.map((key) => codes[key].id);
    expect(await app.worth('codes.delete', { ids })).toMatchObject({ codes: 3 });
    expect(await names()).toEqual(['Beside']);
    await app.worth('history.undo', {});
    expect(await names()).toEqual(['Beside', 'Parent', 'Child', 'Grandchild']);
  });

  test.each([
    ['parent first', ['parent', 'child']],
    ['child first', ['child', 'parent']],
  ] as const)('is merged into another, %s, and the rest moves along', async (_, order) => {
    const codes = await family();
    const ids = order.map((key) => codes[key].id);
    await app.worth('codes.merge', { ids, into: codes.beside.id });
    const left = await app.worth('codes.list', {});
    expect(left.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Beside', null],
      ['Grandchild', codes.beside.id],
    ]);
    await app.worth('history.undo', {});
    expect(await names()).toEqual(['Beside', 'Parent', 'Child', 'Grandchild']);
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });

  test('is a theme with its subthemes', async () => {
    await app.worth('themes.create', { name: 'Beside' });
    const parent = await app.worth('themes.create', { name: 'Parent', position: 9 });
    await app.worth('themes.create', { name: 'Child', parentId: parent.id });
    await app.worth('themes.delete', { id: parent.id });
    expect((await app.worth('themes.list', {})).map(({ name }) => name)).toEqual(['Beside']);
  });
});

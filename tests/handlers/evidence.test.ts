import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Evidence } from '#shared/model/evidence.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { finding, interview } from './evidence-study.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

/** One quote at the bottom, and everything that can rest on it above. */
const study = async () => {
  const ann = await interview(app, { label: 'Ann', pseudonym: 'P01 Ann', says: ['Tired', 'Cold'] });
  const parent = await app.worth('codes.create', { name: 'Body' });
  const code = await app.worth('codes.create', { name: 'Tiredness', parentId: parent.id });
  const other = await app.worth('codes.create', { name: 'Cold' });
  const coding = await ann.code(code.id, 'Tired');
  await ann.code(other.id, 'Cold');
  const theme = await app.worth('themes.create', { name: 'Days' });
  const subtheme = await app.worth('themes.create', { name: 'Evenings', parentId: theme.id });
  const old = await app.worth('themes.create', { name: 'Getting on' });
  for (const [themeId, codeId] of [
    [subtheme.id, code.id],
    [old.id, parent.id],
  ] as const)
    await app.worth('themes.addCode', { themeId, codeId });
  await app.worth('themes.update', { id: old.id, status: 'retired', retiredReason: 'Ours' });
  const found = await finding(app, 'Evenings are lost', ['theme', subtheme.id]);
  const direct = await finding(app, 'Ann is tired', ['coding', coding]);
  const principle = await app.worth('claims.create', { kind: 'principle', statement: 'Mornings' });
  await app.worth('claims.rest', {
    claimId: principle.id,
    on: [
      { kind: 'claim', id: found },
      { kind: 'code', id: parent.id },
    ],
  });
  const change = await app.worth('claims.create', {
    kind: 'planned change',
    statement: 'Offer mornings',
  });
  await app.worth('claims.rest', {
    claimId: change.id,
    on: [{ kind: 'claim', id: principle.id }],
  });
  await finding(app, 'Rests on something else', ['code', other.id]);
  return { ann, parent, code, coding, theme, subtheme, old, found, direct, principle, change };
};

const words = (list: readonly Evidence[]) => list.map((one) => one.words);

test('from a quote up to every code, theme, finding, principle and planned change, each with its way', async () => {
  const { coding } = await study();
  const { of, above, rests } = await app.worth('evidence.above', { kind: 'coding', id: coding });
  expect(of).toMatchObject({
    words: 'Tired',
    quote: { pseudonym: 'P01 Ann', speaker: 'Ann', turn: 2 },
  });
  const name = new Map([[of.id, of.words], ...above.map((one) => [one.id, one.words] as const)]);
  const ways = above.map(({ words: own, path }) => [
    own,
    path.map(({ id }) => name.get(id)).join(' > '),
  ]);
  expect(Object.fromEntries(ways)).toEqual({
    Tiredness: 'Tired',
    'Ann is tired': 'Tired',
    Body: 'Tired > Tiredness',
    Evenings: 'Tired > Tiredness',
    'Getting on': 'Tired > Tiredness > Body',
    Mornings: 'Tired > Tiredness > Body',
    Days: 'Tired > Tiredness > Evenings',
    'Evenings are lost': 'Tired > Tiredness > Evenings',
    'Offer mornings': 'Tired > Tiredness > Body > Mornings',
  });
  expect(above.map(({ path }) => path.length)).toEqual(
    above.map(({ path }) => path.length).toSorted((a, b) => a - b),
  );
  expect(above.find((one) => one.words === 'Getting on')).toMatchObject({ retired: true });
  expect(above.find((one) => one.words === 'Mornings')).toMatchObject({
    claimKind: 'principle',
    restsOn: 2,
  });
  // The longer way to the principle, by the finding, is among the steps.
  expect(rests.map(({ id, onId }) => `${name.get(id)} on ${name.get(onId)}`)).toContain(
    'Mornings on Evenings are lost',
  );
});

test('what rests on nothing else, and what is gone', async () => {
  const { change } = await study();
  const link = { kind: 'claim', id: change.id } as const;
  expect((await app.worth('evidence.above', link)).above).toEqual([]);
  await app.worth('claims.delete', { id: change.id });
  expect(await app.engine.call('evidence.above', link)).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  expect(await app.engine.call('evidence.below', link)).toMatchObject({
    error: { code: 'not-found' },
  });
});

test('from a planned change down to the source, a level at a time', async () => {
  const { ann, change } = await study();
  const walk = async (kind: Evidence['kind'], id: string): Promise<readonly string[]> => {
    const { evidence, total } = await app.worth('evidence.below', { kind, id });
    expect(total).toBe(evidence.length);
    const deeper = await Promise.all(
      evidence.map(async (one) => {
        const below = await walk(one.kind, one.id);
        expect(one.restsOn).toBe(
          (await app.worth('evidence.below', { kind: one.kind, id: one.id })).total,
        );
        return [one.words, ...below.map((line) => `  ${line}`)];
      }),
    );
    return deeper.flat();
  };
  expect(await walk('claim', change.id)).toEqual([
    'Mornings',
    '  Evenings are lost',
    '    Evenings',
    '      Tiredness',
    '        Tired',
    '          Ann Tired',
    '  Body',
    '    Tiredness',
    '      Tired',
    '        Ann Tired',
  ]);
  expect(await app.worth('evidence.below', { kind: 'source', id: ann.id })).toEqual({
    total: 0,
    evidence: [],
  });
});

test('the quotes of a code come a page at a time, after the codes nested in it', async () => {
  const says = Array.from({ length: 30 }, (_, index) => `Day ${String(index).padStart(2, '0')}`);
  const ann = await interview(app, { label: 'Ann', pseudonym: 'Ann', says });
  const code = await app.worth('codes.create', { name: 'Days' });
  for (const name of ['Good', 'Bad']) await app.worth('codes.create', { name, parentId: code.id });
  for (const line of says) await ann.code(code.id, line);
  const seen: string[] = [];
  for (let offset = 0; offset < 32; offset += 7) {
    const page = { kind: 'code', id: code.id, offset, limit: 7 } as const;
    const { total, evidence } = await app.worth('evidence.below', page);
    expect(total).toBe(32);
    seen.push(...words(evidence));
  }
  expect(seen).toEqual(['Good', 'Bad', ...says]);
});
